// "Have read it": the press that hundreds make in the minute after a task was issued, done together for those of one moment.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { ParticipationState, TaskState } from '../generated/prisma/client.ts';
import type { NewEvent } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { TogetherBy } from '../together.ts';
import { checkLeft, liveNumber } from './live-actions.ts';
import { settleTasks } from './settle-actions.ts';

type Press = { actor: Actor; participationId: number };
type Acknowledged = { number: string; changed: boolean };
type Share = {
  id: number;
  postId: number;
  state: ParticipationState;
  taskId: number;
  rootOrgId: number;
  taskState: TaskState;
  number: string | null;
  undoUntil: Date | null;
};
/** A press that may be done, and what it is done to. */
type Allowed = Press & { share: Share; number: string };

const presses = new TogetherBy(acknowledgeAll);

/**
 * The executor has read it. Repeating it changes nothing. What is pressed in one city while others are being written is written together:
 * one transaction, one turn at the journal's chain. Throws UserError for somebody else's or a finished task.
 */
export async function acknowledge(
  app: App,
  actor: Actor,
  { participationId }: { participationId: number },
): Promise<Acknowledged> {
  const press = { actor, participationId };
  const roots = [...new Set(actor.posts.map(({ rootId }) => rootId))].toSorted((a, b) => a - b);
  if ('$connect' in app.db) return presses.add(app, roots.join(), press);
  // Part of something larger: it belongs to that transaction.
  const [result] = await acknowledgeAll(app, [press]);
  if (!result || result instanceof UserError) throw result ?? new Error('tasks: nothing came of an acknowledgement');
  return result;
}

/** For each press what came of it, its refusal included. Joins the transaction of the caller. */
async function acknowledgeAll(app: App, all: Press[]): Promise<(Acknowledged | UserError)[]> {
  return transaction(app, async (app) => {
    const shares = await sharesOf(app, all);
    const judged = all.map((press) => judge(app, press, shares.get(press.participationId)));
    const allowed = judged.filter((result): result is Allowed => !(result instanceof UserError));
    const changed = new Set<Press>();
    // A chain of the journal is a root organisation's.
    for (const rootOrgId of [...new Set(allowed.map(({ share }) => share.rootOrgId))].toSorted((a, b) => a - b)) {
      const own = allowed.filter(({ share }) => share.rootOrgId === rootOrgId);
      for (const press of await acknowledgeIn(app, own)) changed.add(press);
    }
    return judged.map((result) =>
      result instanceof UserError ? result : { number: result.number, changed: changed.has(result) },
    );
  });
}

/** The rules; of a task for all schools only this share is looked at. */
function judge(app: App, press: Press, share: Share | undefined): Allowed | UserError {
  try {
    if (!share) throw new UserError('telegram-stale-button');
    const { postId } = share;
    const task = { ...share, state: share.taskState };
    if (!may(press.actor, 'shares.acknowledge', { executorPostId: postId })) throw new UserError('tasks-not-yours');
    const number = liveNumber(task);
    checkLeft(app, task);
    if (share.state === 'withdrawn') throw new UserError('tasks-withdrawn', { number });
    return { ...press, share, number };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Writes what is new, of one root organisation; returns the presses that changed something. */
async function acknowledgeIn(app: App, presses: Allowed[]): Promise<Allowed[]> {
  const ids = await markAcknowledged(
    app,
    presses.map(({ share }) => share.id),
  );
  // Of two holders of one post who press at once the first one did it.
  const changed = presses.filter(
    ({ share }, n) => ids.has(share.id) && presses.findIndex((each) => each.share.id === share.id) === n,
  );
  if (changed.length === 0) return [];
  const events = changed.map(({ actor, share: { id, postId, taskId, rootOrgId } }): NewEvent => ({
    verb: 'participations.acknowledged',
    entity: 'participation',
    entityId: id,
    rootOrgId,
    actor: { personId: actor.personId, postId },
    data: { taskId, before: 'assigned', after: 'acknowledged' },
  }));
  await settleTasks(
    app,
    changed.map(({ share: { taskId, postId } }) => ({ taskId, postId })),
    events,
  );
  return changed;
}

async function sharesOf(app: App, presses: Press[]): Promise<Map<number, Share>> {
  const ids = presses.map(({ participationId }) => participationId);
  const rows = await app.db.$queryRaw<Share[]>`
    /* prepared */ SELECT p.id, p.post_id AS "postId", p.state::text, t.id AS "taskId", t.root_org_id AS "rootOrgId",
      t.state::text AS "taskState", t.number, t.undo_until AS "undoUntil"
    FROM participation p JOIN task t ON t.id = p.task_id WHERE p.id = ANY (${ids}::int[])`;
  return new Map(rows.map((share) => [share.id, share]));
}

/** In the order of their ids: two who take the same rows wait for each other, never both. */
async function markAcknowledged(app: App, ids: number[]): Promise<Set<number>> {
  const rows = await app.db.$queryRaw<{ id: number }[]>`
    /* prepared */ WITH assigned AS (
      SELECT id FROM participation WHERE id = ANY (${ids}::int[]) AND state = 'assigned' ORDER BY id FOR NO KEY UPDATE
    )
    UPDATE participation p SET state = 'acknowledged', acknowledged_at = ${app.now()} FROM assigned
    WHERE p.id = assigned.id RETURNING p.id`;
  return new Set(rows.map(({ id }) => id));
}
