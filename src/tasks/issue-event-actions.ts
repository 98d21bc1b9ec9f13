// What issuing leaves behind: an event in the journal, a card in the groups, a message to every executor.
import type { App } from '../app.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { assignedMessages, cardMessages } from './message-actions.ts';
import type { TaskView } from './queries.ts';

/** The event `tasks.issued`; `actor` null: the clock did it. `more` says why and with which warnings. Joins the transaction of the caller. */
export async function recordIssue(
  app: App,
  task: TaskView,
  actor: { personId: number; postId: number } | null,
  more: JsonObject = {},
): Promise<void> {
  await record(app, {
    verb: 'tasks.issued',
    entity: 'task',
    entityId: task.taskId,
    rootOrgId: task.rootOrgId,
    actor,
    data: {
      before: 'draft',
      after: 'issued',
      due: task.due,
      dueTime: task.dueTime,
      executors: task.participations.map(({ post }) => post.postId),
      ...more,
    },
  });
}

/** Plans cards and private messages of these tasks for `dueAt`; returns how many executors nobody can write to. Joins the transaction of the caller. */
export async function announce(app: App, tasks: TaskView[], dueAt: Date, silent = false): Promise<number> {
  const cards = await cardMessages(app, tasks, { dueAt });
  const { messages, postIds } = await assignedMessages(app, tasks, dueAt);
  await enqueue(
    app,
    [...cards, ...messages].map((message) => ({ ...message, silent })),
  );
  return postIds.length;
}
