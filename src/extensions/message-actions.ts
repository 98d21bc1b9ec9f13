// Which messages an extension causes: the living list of requests for those who decide or have an opinion, and the news for the executor.
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { akimsOver } from '../org/region-queries.ts';
import { enqueue } from '../outbox/actions.ts';
import { standing } from '../outbox/queries.ts';
import { assignedMessages, reachable, refreshCards } from '../tasks/message-actions.ts';
import type { ParticipationView, TaskView } from '../tasks/queries.ts';
import { dayIn } from '../time.ts';

/**
 * Refreshes "Requests (n)" of a task for its issuer (under special control the akim), its controller and, for a co-executor's share,
 * the responsible. One message a person, task and day: an edit alone makes no sound. Joins the transaction of the caller.
 */
export async function refreshRequests(app: App, task: TaskView, share?: ParticipationView): Promise<void> {
  const { issuer } = task;
  const issuers = !issuer ? [] : task.specialControl ? await akimsOver(app, issuer.org.path) : [issuer.postId];
  const collating =
    share?.role === 'co_executor' && !task.fanOut
      ? task.participations.filter(({ role }) => role === 'responsible').map(({ post }) => post.postId)
      : [];
  const posts = [...issuers, ...(task.controller ? [task.controller.postId] : []), ...collating];
  const holders = await holdersOf(
    app,
    posts.filter((postId) => postId !== share?.post.postId),
  );
  const people = new Map([...holders.values()].flat().map((holder) => [holder.personId, holder]));
  const day = dayIn(app.zone, app.now());
  await enqueue(
    app,
    reachable([...people.values()]).map((holder) => ({
      kind: 'extensions.requests',
      chatId: holder.chatId,
      personId: holder.personId,
      subjectId: task.taskId,
      data: { taskId: task.taskId },
      livingKey: `extensions:task:${task.taskId}:person:${holder.personId}:${day}`,
      dedupeKey: `extensions:${task.taskId}:${holder.personId}:${randomUUID()}`,
    })),
  );
}

/** The date of these shares has moved: cards and the messages in which they were given are edited where they stand. Joins the transaction of the caller. */
export async function showNewDates(app: App, task: TaskView): Promise<void> {
  await refreshCards(app, [task]);
  const { messages } = await assignedMessages(app, [task], app.now());
  const sent = await standing(
    app,
    messages.flatMap(({ livingKey }) => livingKey ?? []),
  );
  await enqueue(
    app,
    messages.filter(({ livingKey }) => sent.has(livingKey ?? '')),
  );
}
