// One press for every request of a task that asks for the same date.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may, whyNot } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { liveNumber } from '../tasks/actions.ts';
import { lockTask } from '../tasks/lock-queries.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { type ParticipationView, taskView, type TaskView } from '../tasks/queries.ts';
import { type Day, dayIn, dayToDb } from '../time.ts';
import type { Decided } from './decide-actions.ts';
import { refreshRequests, showNewDates } from './message-actions.ts';
import { collatedDueOf, parentDueOf } from './queries.ts';
import { refuseDate } from './request-actions.ts';

type Item = { extensionId: number; requestedById: number; share: ParticipationView; due: Day };
type Chosen = { fit: Item[]; by: PostHeld | null; refusal: UserError | null };

/**
 * Approves every open request of a task that asks for this date, as they were on screen: later ones than `lastId` were not seen. What
 * cannot be approved (decided meanwhile, one's own) is passed over. One act, in as many statements for a thousand as for one. Throws
 * UserError when none can.
 */
export async function approveSame(
  app: App,
  actor: Actor,
  { taskId, day, lastId }: { taskId: number; day: Day; lastId: number },
): Promise<Decided> {
  return transaction(app, async (app) => {
    await lockTask(app, taskId);
    const task = await taskView(app, taskId);
    if (!task) throw new UserError('telegram-stale-button');
    const number = liveNumber(task);
    const bounds = { today: dayIn(app.zone, app.now()), parentDue: await parentDueOf(app, taskId) };
    const { fit, by, refusal } = chosen(actor, task, await asked(app, task, day, lastId), ({ due, share }) =>
      refuseDate(day, { ...bounds, due, collatedDue: collatedDueOf(task, share) }),
    );
    const [first] = fit;
    if (!first || !by) throw refusal ?? new UserError('extensions-none-left');
    const moved = await approveAll(app, { actor, by, task, fit, day });
    await showNewDates(app, task);
    const told = moved.map(({ share }) => ({ task, share }));
    await tellHolders(app, 'extensions.decided', told, `same:${Math.max(...moved.map((item) => item.extensionId))}`);
    await refreshRequests(app, task);
    return { number, oldDue: moved.at(-1)?.due ?? first.due, newDue: day, count: moved.length };
  });
}

async function asked(app: App, task: TaskView, day: Day, lastId: number): Promise<Item[]> {
  const rows = await app.db.extension.findMany({
    where: {
      participation: { taskId: task.taskId },
      state: 'requested',
      proposedDue: dayToDb(day),
      id: { lte: lastId },
    },
    select: { id: true, participationId: true, requestedById: true },
    orderBy: { id: 'asc' },
  });
  const shares = new Map(task.participations.map((share) => [share.participationId, share]));
  return rows.flatMap(({ id, participationId, requestedById }) => {
    const share = shares.get(participationId);
    return share?.due ? [{ extensionId: id, requestedById, share, due: share.due }] : [];
  });
}

/** Those that the actor may approve, and why the first of the others may not be. */
function chosen(actor: Actor, task: TaskView, items: Item[], check: (item: Item) => void): Chosen {
  const found: Chosen = { fit: [], by: null, refusal: null };
  for (const item of items) {
    const { share, requestedById } = item;
    if (share.state === 'accepted' || share.state === 'withdrawn') continue;
    try {
      const subject = { ...shareSubject(task, share), executorPersonIds: [requestedById] };
      const by = may(actor, 'extensions.decide', subject);
      const heard = [null, 'state'].includes(whyNot(actor, 'extensions.opine', subject));
      if (!by) throw new UserError(heard ? 'extensions-may-not-decide' : 'extensions-may-not');
      check(item);
      found.by ??= by;
      found.fit.push(item);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      found.refusal ??= error;
    }
  }
  return found;
}

type Act = { actor: Actor; by: PostHeld; task: TaskView; fit: Item[]; day: Day };

/** Decides the requests and moves the dates. Throws UserError when all were decided, or a share moved, meanwhile. */
async function approveAll(app: App, { actor, by, task, fit, day }: Act): Promise<Item[]> {
  const ids = fit.map(({ extensionId }) => extensionId);
  const decided = await app.db.$queryRaw<{ id: number }[]>`
    UPDATE extension SET state = 'approved', new_due = ${dayToDb(day)}::date, decided_at = ${app.now()}, decided_by_id = ${actor.personId},
      decided_by_post_id = ${by.postId} WHERE id = ANY (${ids}::int[]) AND state = 'requested' RETURNING id`;
  const known = new Set(decided.map(({ id }) => id));
  const moved = fit.filter(({ extensionId }) => known.has(extensionId));
  if (moved.length === 0) throw new UserError('extensions-none-left');
  const shareIds = moved.map(({ share }) => share.participationId);
  const count = await app.db.$executeRaw`
    UPDATE participation p SET due = ${dayToDb(day)}::date, extension_count = extension_count + 1
    FROM unnest(${shareIds}::int[], ${moved.map(({ due }) => due)}::date[]) AS was (id, due)
    WHERE p.id = was.id AND p.due = was.due AND p.state NOT IN ('accepted', 'withdrawn')`;
  if (count !== moved.length) throw new UserError('telegram-someone-first');
  await record(app, {
    verb: 'extensions.approved',
    entity: 'extension',
    entityId: ids[0] ?? 0,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId, postId: by.postId },
    data: { taskId: task.taskId, requests: [...known], shares: shareIds, day },
  });
  return moved;
}
