// Which messages a change of a task causes: its living card, private notices to executors.
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { type Holder, holdersOf } from '../org/queries.ts';
import type { Actor } from '../org/rules.ts';
import { cancelPlanned, enqueue, type NewMessage } from '../outbox/actions.ts';
import { standing } from '../outbox/queries.ts';
import type { JsonObject, Lane } from '../outbox/rules.ts';
import { openParticipationsOf } from './list-queries.ts';
import { cardPlaces } from './part-queries.ts';
import { noteMissed } from './missed-actions.ts';
import { leavingParticipations } from './person-queries.ts';
import type { ParticipationView, ShareView, TaskView } from './queries.ts';

/** More tasks than these are not poured over somebody in their first minute. */
const toldOnJoining = 10;

/** A task whose cards are meant; `postId`: the executor whose share changed, so that only the district it stands in is told. */
export type CardOf = { taskId: number; postId?: number | null };

/** `cause` makes the refresh happen once; without it each one is a cause of its own. `standing`: only where a card was sent before. */
export type Refresh = { dueAt?: Date; lane?: Lane; cause?: string; standing?: boolean };

/** The living cards of these tasks, in their home groups and those of their districts: sent, or edited where they stand already. */
export async function refreshCards(
  app: App,
  tasks: CardOf[],
  { standing: only = false, ...refresh }: Refresh = {},
): Promise<void> {
  const messages = await cardMessages(app, tasks, refresh);
  const known = only
    ? await standing(
        app,
        messages.flatMap(({ livingKey }) => livingKey ?? []),
      )
    : null;
  await enqueue(
    app,
    messages.filter(({ livingKey }) => known === null || known.has(livingKey ?? '')),
  );
}

/** The messages of `refreshCards`, to be put into the outbox together with others. */
export async function cardMessages(
  app: App,
  tasks: CardOf[],
  { dueAt, lane = 1, cause }: Refresh = {},
): Promise<NewMessage[]> {
  const places = tasks.length > 0 ? await cardPlaces(app, tasks) : [];
  return places.map(({ taskId, placeId, chatId, threadId }) => ({
    kind: 'tasks.card',
    chatId,
    threadId,
    subjectId: taskId,
    data: { taskId, placeId },
    lane,
    livingKey: cardKey(taskId, placeId),
    // Planned ones merge by the living key.
    dedupeKey: `card:${taskId}:${placeId}:${cause ?? randomUUID()}`,
    // By its first edition a group hears of the task; the later ones are edits, which are repeated anyway.
    resend: true,
    ...(dueAt && { dueAt }),
  }));
}

/** The living key of a task's card at one place. */
export function cardKey(taskId: number, placeId: number): string {
  return `task:${taskId}:place:${placeId}`;
}

/** Executors of whom nobody can be written to in private. */
export type Unreached = { postIds: number[] };

/** The private messages by which every holder of every executor's post hears of these shares, and the posts where nobody can be reached; those are noted for the ledger of delivery. */
export async function assignedMessages(
  app: App,
  tasks: TaskView[],
  dueAt: Date,
): Promise<Unreached & { messages: NewMessage[] }> {
  const shares = tasks.flatMap((task) => task.participations.map((share) => ({ task, share })));
  const holders = await holdersOf(
    app,
    shares.map(({ share }) => share.post.postId),
  );
  const unreached = new Map<number, ShareView>();
  // An issue taken back leaves cancelled rows: the next one is a cause of its own.
  const issue = randomUUID();
  const messages: NewMessage[] = [];
  for (const { task, share } of shares) {
    const reached = reachable(holders.get(share.post.postId));
    if (reached.length === 0) unreached.set(share.participationId, { task, share });
    for (const holder of reached) {
      const key = `assigned:${task.taskId}:${share.participationId}:${holder.personId}:${issue}`;
      // The card that somebody was sent is edited when the task is put right.
      const livingKey = `assigned:${share.participationId}:${holder.personId}`;
      messages.push({ ...toHolder('tasks.assigned', task, share, holder, key), livingKey, dueAt, resend: true });
    }
  }
  const missed = [...unreached.values()];
  // Asked for again to edit what stands, nothing more was missed: once for each time the share was given.
  await noteMissed(app, 'tasks.assigned', missed, holders, ({ share }) => `given-${share.replacesId ?? 0}`);
  return { messages, postIds: [...new Set(missed.map(({ share }) => share.post.postId))] };
}

/** Edits the cards that executors of these tasks were sent, where they still stand. */
export async function refreshAssigned(app: App, tasks: TaskView[]): Promise<void> {
  const { messages } = await assignedMessages(app, tasks, app.now());
  const sent = await standing(
    app,
    messages.flatMap(({ livingKey }) => livingKey ?? []),
  );
  await enqueue(
    app,
    messages.filter(({ livingKey }) => sent.has(livingKey ?? '')),
  );
}

/** What a private notice carries besides its share, and when it goes. */
export type Telling = { data?: JsonObject; dueAt?: Date; lane?: Lane };

/** A private notice of this kind to every reachable holder of the posts of these shares; `cause` makes it unique. Returns the posts where nobody can be reached. */
export async function tellHolders(
  app: App,
  kind: string,
  shares: { task: TaskView; share: ParticipationView }[],
  cause: string,
  { data = {}, ...when }: Telling = {},
): Promise<Unreached> {
  const holders = await holdersOf(
    app,
    shares.map(({ share }) => share.post.postId),
  );
  const missed: ShareView[] = [];
  const messages = shares.flatMap(({ task, share }) => {
    const reached = reachable(holders.get(share.post.postId));
    if (reached.length === 0) missed.push({ task, share });
    return reached.map((holder) => {
      const key = `${kind}:${share.participationId}:${holder.personId}:${cause}`;
      const message = toHolder(kind, task, share, holder, key);
      return { ...message, ...when, data: { ...message.data, ...data } };
    });
  });
  await enqueue(app, messages);
  await noteMissed(app, kind, missed, holders, cause);
  return { postIds: [...new Set(missed.map(({ share }) => share.post.postId))] };
}

/**
 * What somebody who has just joined or unblocked the bot owes, the soonest first, each as the message that can be answered; the rest
 * stands in /my; what was given and may still be taken back comes when it leaves. A link opened again does not tell the same task twice, and what the chat shows already is edited at most.
 */
export async function tellOpenTasks(app: App, actor: Actor): Promise<void> {
  const { chatId, personId } = actor;
  if (chatId === null) return;
  const owed = (await openParticipationsOf(app, actor)).filter(({ state }) => state !== 'submitted');
  const leaving = await leavingParticipations(
    app,
    actor.posts.map(({ postId }) => postId),
  );
  const told = [...owed.map((share) => ({ ...share, at: null })), ...leaving].slice(0, toldOnJoining);
  const messages = told.map(({ participationId, taskId, at }) => ({
    kind: 'tasks.assigned',
    chatId,
    personId,
    subjectId: participationId,
    data: { taskId, participationIds: [participationId] },
    livingKey: `assigned:${participationId}:${personId}`,
    dedupeKey: `assigned:${taskId}:${participationId}:${personId}:joined`,
    ...(at && { dueAt: at }),
  }));
  await enqueue(app, messages);
  app.wake();
}

/** Takes back everything about the task that has not left yet. */
export async function withdrawMessages(app: App, taskId: number, reason: string): Promise<void> {
  await cancelPlanned(app, { kind: 'tasks.card', subjectId: taskId }, reason);
  await cancelPlanned(app, { dedupePrefix: `assigned:${taskId}:` }, reason);
  await cancelPlanned(app, { kind: 'tasks.promised', subjectId: taskId }, reason);
}

function toHolder(
  kind: string,
  task: TaskView,
  share: ParticipationView,
  holder: Reached,
  dedupeKey: string,
): NewMessage {
  return {
    kind,
    chatId: holder.chatId,
    personId: holder.personId,
    subjectId: share.participationId,
    data: { taskId: task.taskId, participationIds: [share.participationId] },
    dedupeKey,
  };
}

export type Reached = Holder & { chatId: number };

/** Those of the holders who can be written to in private. */
export function reachable(holders: Holder[] = []): Reached[] {
  return holders.filter((holder): holder is Reached => holder.chatId !== null && !holder.blocked);
}

/** Sends the task with everything about it to the actor's private chat; an answer to that message can be a report. */
export async function sendDetails(app: App, actor: Actor, taskId: number): Promise<void> {
  if (actor.chatId === null) return;
  await enqueue(app, [
    {
      kind: 'tasks.details',
      chatId: actor.chatId,
      personId: actor.personId,
      lane: 0,
      subjectId: taskId,
      data: { taskId },
      dedupeKey: `details:${randomUUID()}`,
    },
  ]);
}
