// What an answer is read against: the actor's own share of a collection, its fields, what stands; and which share a message may answer.
import type { App } from '../app.ts';
import { findChat } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { findSent } from '../outbox/queries.ts';
import { sharesOf } from '../tasks/list-queries.ts';
import type { Field } from './answer-rules.ts';
import { collectionOf, collectionShares, currentAnswers, type Current } from './queries.ts';

export type Ground = {
  participationId: number;
  taskId: number;
  number: string;
  headline: string;
  fields: Field[];
  current: Current[];
  albums: Map<number, string>;
};

/** The own share of a collection on control. Throws UserError for another's, and for one that is over. */
export async function ground(app: App, actor: Actor, participationId: number): Promise<Ground> {
  const share = await app.db.participation.findUnique({ where: { id: participationId }, include: { task: true } });
  const collection = share && (await collectionOf(app, share.taskId));
  if (!share || !collection) throw new UserError('telegram-stale-button');
  if (!actor.posts.some(({ postId }) => postId === share.postId)) throw new UserError('collections-not-yours');
  const { number, headline, state } = share.task;
  if (state !== 'issued' && state !== 'in_progress') throw new UserError('collections-over', { number: number ?? '' });
  if (share.state === 'withdrawn') throw new UserError('tasks-withdrawn', { number: number ?? '' });
  const current = await currentAnswers(app, participationId);
  return {
    participationId,
    taskId: share.taskId,
    number: number ?? '',
    headline,
    fields: collection.fields,
    current,
    albums: await albumsOf(app, current),
  };
}

async function albumsOf(app: App, current: Current[]): Promise<Map<number, string>> {
  const ids = current.flatMap(({ attachmentId }) => attachmentId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await app.db.attachment.findMany({
    where: { id: { in: ids } },
    select: { id: true, mediaGroupId: true },
  });
  const albums = new Map(rows.map(({ id, mediaGroupId }) => [id, mediaGroupId]));
  return new Map(
    current.flatMap(({ fieldId, attachmentId }) => {
      const album = attachmentId === null ? null : albums.get(attachmentId);
      return album ? [[fieldId, album] as const] : [];
    }),
  );
}

export type Candidate = { participationId: number; taskId: number };
/** `others`: the message is about open shares of ordinary tasks too. */
export type Candidates = { shares: Candidate[]; others: boolean };

/** Messages of ours that an answer may be a reply to; not questions, whose replies are words to a person. */
const answerable = /^(?:tasks|reminders|collections|shares|extensions)\.|^reports\.returned$/;

/** The actor's shares of collections that the answered message is about, by what the sender noted of it. */
export async function answeredShares(
  app: App,
  actor: Actor,
  { chat, messageId }: { chat: number; messageId: number },
): Promise<Candidates> {
  const none = { shares: [], others: false };
  const known = await findChat(app, chat);
  const sent = known && (await findSent(app, known.chatId, messageId));
  if (!sent || !answerable.test(sent.kind)) return none;
  const { participationIds, taskId } = sent.data;
  const ids = Array.isArray(participationIds) ? participationIds.filter((id) => typeof id === 'number') : null;
  if (!ids && typeof taskId !== 'number') return none;
  const named = await sharesOf(app, actor, ids ? { participationIds: ids } : { taskId: Number(taskId) });
  const collected = await collectionShares(
    app,
    named.map(({ participationId }) => participationId),
  );
  const shares = named.filter(({ participationId }) => collected.has(participationId));
  return { shares, others: named.some(({ participationId, open }) => open && !collected.has(participationId)) };
}

/**
 * What a number sent in private may answer: the actor's collections that still wait for one, and those whose answer could be corrected.
 * With the number of a task only that one. One statement.
 */
export async function ownCollections(
  app: App,
  actor: Actor,
  number: string | null = null,
): Promise<{ owed: Candidate[]; answered: Candidate[] }> {
  const rows = await app.db.participation.findMany({
    where: {
      postId: { in: actor.posts.map(({ postId }) => postId) },
      state: { not: 'withdrawn' },
      task: {
        state: { in: ['issued', 'in_progress'] },
        collection: { isNot: null },
        ...(number !== null && { number }),
      },
    },
    select: { id: true, taskId: true, state: true },
    orderBy: { id: 'asc' },
  });
  const done = rows.map(({ id, taskId, state }) => ({
    share: { participationId: id, taskId },
    answered: state === 'submitted' || state === 'accepted',
  }));
  const these = (answered: boolean): Candidate[] =>
    done.flatMap((row) => (row.answered === answered ? [row.share] : []));
  return { owed: these(false), answered: these(true) };
}

/** Whether the private chat of somebody is open to us: started, and not blocked as far as is known. */
export async function canBeWrittenTo(app: App, personId: number): Promise<boolean> {
  return (await app.db.person.count({ where: { id: personId, blockedAt: null, chat: { active: true } } })) > 0;
}
