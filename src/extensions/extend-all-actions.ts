// "Extend for all": the issuing level moves the date of every open share of a task by one act, recorded for each.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import { may, whyNot } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { checkLeft, liveNumber } from '../tasks/actions.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { type ParticipationView, taskView, type TaskView } from '../tasks/queries.ts';
import { internalDue } from '../tasks/internal-due-rules.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { type Clock, type Day, dayIn, dayToDb } from '../time.ts';
import { refreshRequests, showNewDates } from './message-actions.ts';
import { parentDueOf } from './queries.ts';
import { refuseDate } from './request-actions.ts';

/** A share with the date that stands and the one it gets. */
type Moved = { share: ParticipationView; due: Day; to: Day; toTime: Clock | null };

/**
 * The shares that "for all" moves: open, with a date that is earlier, and not the actor's own (four eyes). Co-executors get the
 * internal date before the new one.
 */
export async function movable(app: App, actor: Actor, task: TaskView, day: Day): Promise<Moved[]> {
  const own = new Set(actor.posts.map(({ postId }) => postId));
  const calendar = await loadCalendar(app);
  const today = dayIn(app.zone, app.now());
  return task.participations.flatMap((share) => {
    const { due, role, post } = share;
    const over = ['accepted', 'withdrawn', 'misaddressed'].includes(share.state);
    if (over || due === null || own.has(post.postId)) return [];
    const internal = role === 'co_executor' && !task.fanOut;
    const to = internal
      ? internalDue(calendar, { due: day, dueTime: task.dueTime }, post.org.week, today)
      : { due: day, dueTime: share.dueTime };
    return to.due !== null && due < to.due ? [{ share, due, to: to.due, toTime: to.dueTime }] : [];
  });
}

/**
 * Moves the date of the task and of every open share that ends earlier; open requests of these shares are decided by it. Throws
 * UserError without the right or a reason, for a date that may not be, and when no share ends earlier.
 */
export async function extendForAll(
  app: App,
  actor: Actor,
  { taskId, day, reason }: { taskId: number; day: Day; reason: string },
): Promise<{ number: string; count: number }> {
  const words = checkedReason(reason);
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM task WHERE id = ${taskId} FOR UPDATE`;
    const { task, due, number, by } = await checkForAll(app, actor, taskId);
    const moved = await movable(app, actor, task, day);
    const earliest = moved.map(({ due }) => due).toSorted()[0] ?? due;
    const parentDue = await parentDueOf(app, taskId);
    refuseDate(day, { today: dayIn(app.zone, app.now()), due: earliest, parentDue, collatedDue: null });
    if (moved.length === 0) throw new UserError('extensions-none-to-extend', { number });
    const act = await moveAll(app, { actor, by, day, reason: words, task, moved });
    // A roadmap keeps the date of its plan: only an amendment moves that (product rules, two dates).
    if (day > due && !task.measure) await app.db.task.update({ where: { id: taskId }, data: { due: dayToDb(day) } });
    await recordAll(app, { actor, by, day, reason: words, task, moved });
    await showNewDates(app, task);
    const told = moved.map(({ share }) => ({ task, share }));
    await tellHolders(app, 'extensions.decided', told, `all:${act}`);
    await refreshRequests(app, task);
    return { number, count: moved.length };
  });
}

/** The task whose date the actor may move for all. Throws UserError without the right, and for a task that is over or has no date. */
export async function checkForAll(
  app: App,
  actor: Actor,
  taskId: number,
): Promise<{ task: TaskView; due: Day; number: string; by: PostHeld }> {
  const task = await taskView(app, taskId);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  const refused = whyNot(actor, 'tasks.extend-all', controlledTask(task));
  if (refused && refused !== 'state') throw new UserError('extensions-may-not-decide');
  const number = liveNumber(task);
  checkLeft(app, task);
  const by = may(actor, 'tasks.extend-all', controlledTask(task));
  if (!by) throw new UserError('extensions-may-not-decide');
  if (task.term !== 'dated' || task.due === null) throw new UserError('extensions-no-date', { number });
  return { task, due: task.due, number, by };
}

type Move = {
  actor: Actor;
  by: PostHeld;
  day: Day;
  reason: string;
  task: TaskView;
  moved: Moved[];
};

/** In as many statements for a thousand shares as for one. Returns the last extension of the act. Throws UserError when a share was decided meanwhile. */
async function moveAll(app: App, { actor, by, reason, moved }: Move): Promise<number> {
  const ids = moved.map(({ share }) => share.participationId);
  const now = app.now();
  const goals = Prisma.sql`unnest(${ids}::int[], ${moved.map(({ to }) => to)}::date[], ${moved.map(({ toTime }) => toTime)}::text[]) AS goal (id, day, hour)`;
  const decided = await app.db.$queryRaw<{ id: number; share: number }[]>(Prisma.sql`
    UPDATE extension SET state = 'approved', new_due = goal.day, decided_at = ${now}, decided_by_id = ${actor.personId}, decided_by_post_id = ${by.postId}
    FROM ${goals} WHERE state = 'requested' AND participation_id = goal.id RETURNING extension.id, participation_id AS share`);
  const asked = new Set(decided.map(({ share }) => share));
  const rest = ids.filter((id) => !asked.has(id));
  const made = await app.db.$queryRaw<{ id: number; share: number }[]>(Prisma.sql`
    INSERT INTO extension (participation_id, state, reason, old_due, proposed_due, new_due, requested_at, requested_by_id,
      requested_by_post_id, decided_at, decided_by_id, decided_by_post_id)
    SELECT p.id, 'approved', ${reason}, p.due, goal.day, goal.day, ${now}, ${actor.personId}, ${by.postId}, ${now}, ${actor.personId}, ${by.postId}
    FROM participation p JOIN ${goals} ON goal.id = p.id WHERE p.id = ANY (${rest}::int[]) ORDER BY p.position, p.id RETURNING id, participation_id AS share`);
  const count = await app.db.$executeRaw(Prisma.sql`
    UPDATE participation p SET due = goal.day, due_time = goal.hour, extension_count = extension_count + 1
    FROM ${goals} WHERE p.id = goal.id AND p.state NOT IN ('accepted', 'withdrawn') AND p.due < goal.day`);
  if (count !== ids.length) throw new UserError('telegram-someone-first');
  return Math.max(...[...decided, ...made].map(({ id }) => id));
}

/** One event for the act; it names each share with the date and the number of extensions it had. */
async function recordAll(app: App, { actor, by, day, reason, task, moved }: Move): Promise<void> {
  const { taskId, rootOrgId, due } = task;
  await record(app, {
    verb: 'extensions.extended-all',
    entity: 'task',
    entityId: taskId,
    rootOrgId,
    actor: { personId: actor.personId, postId: by.postId },
    data: {
      taskId,
      before: { due },
      after: { due: due !== null && day < due ? due : day },
      day,
      shares: moved.map(({ share, due }) => [share.participationId, due, share.extensionCount]),
    },
    texts: { reason },
  });
}
