// After a change of shares: their tasks start, cards are brought up to date, whoever waits for them hears of it.
import { transaction, type App } from '../app.ts';
import { type NewEvent, recordAll } from '../journal/actions.ts';
import { enqueue } from '../outbox/actions.ts';
import { heldBack, tellHeld } from './collate-actions.ts';
import { cardMessages, type CardOf } from './message-actions.ts';

/**
 * After a change of a share: the first acknowledgement or report starts the task, and its card is brought up to date, of a task
 * for many also in the district of `postId`, the executor (without it: in all). Joins the transaction of the caller.
 */
export async function settleTask(app: App, taskId: number, postId?: number): Promise<void> {
  return settleTasks(app, [{ taskId, postId }]);
}

/**
 * The same after changes of several shares of one root organisation, in as many statements as for one.
 * What `events` tell of is recorded here, as late as can be: whoever records next waits from there until the commit.
 */
export async function settleTasks(app: App, shares: CardOf[], events: NewEvent[] = []): Promise<void> {
  await transaction(app, async (app) => {
    const tasks = await startTasks(app, [...new Set(shares.map(({ taskId }) => taskId))]);
    const issued = new Set(tasks.filter(({ state }) => state !== 'draft').map(({ taskId }) => taskId));
    const cards = await cardMessages(
      app,
      shares.filter(({ taskId }) => issued.has(taskId)),
    );
    const held = issued.size > 0 ? await heldBack(app, [...issued]) : [];
    const data = { before: 'issued', after: 'in_progress' };
    const started = tasks
      .filter((task) => task.started)
      .map(({ taskId, rootOrgId }) => ({ verb: 'tasks.started', entity: 'task', entityId: taskId, rootOrgId, data }));
    await recordAll(app, [...events, ...started]);
    await enqueue(app, cards);
    await tellHeld(app, held);
  });
}

type Settled = { taskId: number; state: string; rootOrgId: number; started: boolean };

/** Moves tasks that were only issued on; their states are those of before. Rows are taken in the order of their ids, as everywhere. */
async function startTasks(app: App, taskIds: number[]): Promise<Settled[]> {
  return app.db.$queryRaw<Settled[]>`
    /* prepared */ WITH ready AS (
      SELECT id FROM task WHERE id = ANY (${taskIds}::int[]) AND state = 'issued' AND EXISTS (
        SELECT 1 FROM participation p WHERE p.task_id = task.id
          AND (p.state NOT IN ('assigned', 'withdrawn') OR EXISTS (SELECT 1 FROM report WHERE participation_id = p.id)))
      ORDER BY id FOR NO KEY UPDATE
    ), started AS (
      UPDATE task SET state = 'in_progress' FROM ready WHERE task.id = ready.id RETURNING task.id
    )
    SELECT id AS "taskId", state::text, root_org_id AS "rootOrgId", id IN (SELECT id FROM started) AS started
    FROM task WHERE id = ANY (${taskIds}::int[]) ORDER BY id`;
}
