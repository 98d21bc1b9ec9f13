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
  const { taskId, specialControl, issuer, controller } = task;
  const collating =
    share?.role === 'co_executor' && !task.fanOut
      ? task.participations.filter(({ role }) => role === 'responsible').map(({ post }) => post.postId)
      : [];
  const issuedBy = { issuerPostId: issuer?.postId ?? null, issuerPath: issuer?.org.path ?? null };
  const asked = { taskId, specialControl, ...issuedBy, controllerPostId: controller?.postId ?? null };
  await refreshLists(app, [{ ...asked, also: collating, except: share?.post.postId }]);
}

/** Whose list of requests about a task is refreshed. */
export type Asked = {
  taskId: number;
  specialControl: boolean;
  issuerPostId: number | null;
  issuerPath: string | null;
  controllerPostId: number | null;
  also?: number[];
  except?: number | undefined;
};

/** The same for many tasks, in as many statements as for one; where special control is set, for each body that issued. */
export async function refreshLists(app: App, asked: Asked[]): Promise<void> {
  const akims = new Map<string, number[]>();
  for (const { specialControl, issuerPath } of asked)
    if (specialControl && issuerPath && !akims.has(issuerPath)) akims.set(issuerPath, await akimsOver(app, issuerPath));
  const postsOf = ({
    specialControl,
    issuerPath,
    issuerPostId,
    controllerPostId,
    also = [],
    except,
  }: Asked): number[] =>
    [...(specialControl ? (akims.get(issuerPath ?? '') ?? []) : [issuerPostId]), controllerPostId, ...also].filter(
      (postId): postId is number => postId !== null && postId !== except,
    );
  const holders = await holdersOf(app, [...new Set(asked.flatMap(postsOf))]);
  const day = dayIn(app.zone, app.now());
  const messages = asked.flatMap((one) => {
    const all = postsOf(one).flatMap((postId) => holders.get(postId) ?? []);
    const people = new Map(all.map((holder) => [holder.personId, holder]));
    return reachable([...people.values()]).map(({ chatId, personId }) => ({
      kind: 'extensions.requests',
      chatId,
      personId,
      subjectId: one.taskId,
      data: { taskId: one.taskId },
      livingKey: `extensions:task:${one.taskId}:person:${personId}:${day}`,
      dedupeKey: `extensions:${one.taskId}:${personId}:${randomUUID()}`,
    }));
  });
  await enqueue(app, messages);
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
