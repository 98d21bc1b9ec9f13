// Writes of reminder policies: what an organisation or the issuer of a task sets, and the pause of a task.
import { transaction, type App } from '../app.ts';
import type { Naming } from '../chats/rules.ts';
import { UserError } from '../errors.ts';
import type { ReminderPolicy } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { checkLeft, liveNumber } from '../tasks/actions.ts';
import { refreshCards } from '../tasks/message-actions.ts';
import { taskView } from '../tasks/queries.ts';
import { isSeries } from '../tasks/recurrence-messages.ts';
import { addDays, type Clock, type Day, dayIn, dayToDb } from '../time.ts';
import { ownPolicy } from './policy-queries.ts';
import {
  longestBefore,
  longestQuiet,
  mostQuietDays,
  type OwnPolicy,
  type Repeats,
  repeatings,
} from './policy-rules.ts';

/** One value of a policy; null: what is set above holds again. */
export type PolicyChange =
  | { daysBefore: number[] | null }
  | { repeats: Repeats | null }
  | { hours: [Clock, Clock] | null }
  | { quietUntil: Day | null }
  | { quietDays: Day[] | null }
  | { naming: Naming | null };

/**
 * Sets one value of how an organisation is reminded, or takes it back; the same again changes nothing. Throws UserError without the right
 * (the leaders and the secretary of the organisation, or above it), and for a value that cannot be.
 */
export async function setOrgPolicy(
  app: App,
  actor: Actor,
  { orgId, change }: { orgId: number; change: PolicyChange },
): Promise<{ changed: boolean }> {
  const columns = columnsOf(app, change);
  return transaction(app, async (app) => {
    const org = await app.db.organisation.findFirst({ where: { id: orgId, closedAt: null } });
    const by = org && may(actor, 'reminders.set-policy', { orgPath: org.path });
    if (!org || !by) throw new UserError('reminders-may-not-set');
    const before = await app.db.reminderPolicy.findUnique({ where: { orgId } });
    const after = await write(app, actor, { orgId }, columns);
    if (isSame(before, after)) return { changed: false };
    const event = { verb: 'reminders.policy-set', entity: 'organisation', entityId: orgId, rootOrgId: org.rootId };
    await record(app, { ...event, actor: { personId: actor.personId, postId: by.postId }, data: both(before, after) });
    return { changed: true };
  });
}

/** Sets when the issuer wants a task reminded of, or whether the late are named for it. Throws UserError without the right (the issuing level), for a periodic task itself, and for one that is over. */
export async function setTaskPolicy(
  app: App,
  actor: Actor,
  { taskId, change }: { taskId: number; change: PolicyChange },
): Promise<{ changed: boolean }> {
  if (!('daysBefore' in change || 'repeats' in change || 'naming' in change))
    throw new UserError('telegram-stale-button');
  const columns = columnsOf(app, change);
  return transaction(app, async (app) => {
    const { rootOrgId, postId } = await reminded(app, actor, taskId);
    const before = await app.db.reminderPolicy.findUnique({ where: { taskId } });
    const after = await write(app, actor, { taskId }, columns);
    if (isSame(before, after)) return { changed: false };
    const event = { verb: 'reminders.policy-set', entity: 'task', entityId: taskId, rootOrgId };
    await record(app, { ...event, actor: { personId: actor.personId, postId }, data: both(before, after) });
    return { changed: true };
  });
}

/**
 * Nobody is reminded of the task before this day; null: at once again. The cards say so. Throws UserError without the right (the issuing
 * level alone), for a periodic task itself or one that is over, and for a day that is past or too far away.
 */
export async function pauseTask(
  app: App,
  actor: Actor,
  { taskId, until }: { taskId: number; until: Day | null },
): Promise<{ number: string; changed: boolean }> {
  const today = dayIn(app.zone, app.now());
  checkQuiet(today, until);
  return transaction(app, async (app) => {
    const { task, rootOrgId, number, postId } = await reminded(app, actor, taskId);
    const before = task.pausedUntil && task.pausedUntil > today ? task.pausedUntil : null;
    if (before === until) return { number, changed: false };
    await app.db.task.update({ where: { id: taskId }, data: { pausedUntil: until === null ? null : dayToDb(until) } });
    await record(app, {
      verb: until === null ? 'reminders.resumed' : 'reminders.paused',
      entity: 'task',
      entityId: taskId,
      rootOrgId,
      actor: { personId: actor.personId, postId },
      data: { before, after: until },
    });
    await refreshCards(app, [task], { standing: true });
    return { number, changed: true };
  });
}

/** The task, if this person sets how it is reminded of. */
async function reminded(app: App, actor: Actor, taskId: number) {
  const task = await taskView(app, taskId);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  const by = may(actor, 'tasks.set-reminders', controlledTask(task));
  if (!by) throw new UserError('reminders-only-issuer');
  if (isSeries(task)) throw new UserError('reminders-series');
  const number = liveNumber(task);
  checkLeft(app, task);
  return { task, number, rootOrgId: task.rootOrgId, postId: by.postId };
}

type Columns = Partial<Omit<ReminderPolicy, 'id' | 'orgId' | 'taskId' | 'changedAt' | 'changedById'>>;

function columnsOf(app: App, change: PolicyChange): Columns {
  if ('daysBefore' in change) return { daysBefore: checkedDays(change.daysBefore ?? []) };
  if ('repeats' in change) {
    if (change.repeats !== null && !repeatings.includes(change.repeats)) throw new UserError('telegram-stale-button');
    return { repeats: change.repeats };
  }
  if ('hours' in change) {
    const [from, to] = change.hours ?? [null, null];
    if (from !== null && !(from >= '06:00' && to !== null && from < to && to <= '22:00'))
      throw new UserError('telegram-stale-button');
    return { speakFrom: from, speakTo: to };
  }
  if ('naming' in change) return { naming: change.naming };
  if ('quietDays' in change) {
    const days = [...new Set(change.quietDays ?? [])].sort();
    if (days.length > mostQuietDays) throw new UserError('reminders-too-many-days', { max: mostQuietDays });
    return { quietDays: days.map(dayToDb) };
  }
  checkQuiet(dayIn(app.zone, app.now()), change.quietUntil);
  return { quietUntil: change.quietUntil === null ? null : dayToDb(change.quietUntil) };
}

function checkedDays(days: number[]): number[] {
  const fit = days.every((n) => Number.isInteger(n) && n >= 0 && n <= longestBefore);
  // The executor hears of the day itself whatever else is left out: the first rung of the ladder.
  if (days.length > 0 && (!fit || !days.includes(0))) throw new UserError('telegram-stale-button');
  return [...new Set(days)].sort((a, b) => b - a);
}

function checkQuiet(today: Day, until: Day | null): void {
  if (until !== null && (until <= today || until > addDays(today, longestQuiet)))
    throw new UserError('reminders-quiet-too-long', { max: longestQuiet });
}

async function write(app: App, actor: Actor, of: { orgId: number } | { taskId: number }, columns: Columns) {
  const by = { changedAt: app.now(), changedById: actor.personId };
  return app.db.reminderPolicy.upsert({
    where: of,
    create: { ...of, ...columns, ...by },
    update: { ...columns, ...by },
  });
}

function isSame(before: ReminderPolicy | null, after: ReminderPolicy): boolean {
  return JSON.stringify(before ? ownPolicy(before) : {}) === JSON.stringify(ownPolicy(after));
}

function both(before: ReminderPolicy | null, after: ReminderPolicy): JsonObject {
  const plain = (policy: OwnPolicy): JsonObject => ({ ...policy });
  return { before: before ? plain(ownPolicy(before)) : null, after: plain(ownPolicy(after)) };
}
