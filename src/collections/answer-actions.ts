// Answers come in: each value supersedes the one before it, a complete answer is filed as the share's report.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { fileColumns } from '../reports/file-columns.ts';
import type { Attached } from '../reports/rules.ts';
import { acknowledge, liveNumber } from '../tasks/actions.ts';
import { type ShareView, shareView } from '../tasks/queries.ts';
import { isInTime } from '../tasks/rules.ts';
import { type Field, fitsFile, isFitting, type Value } from './answer-rules.ts';
import { fileAnswer, keepAcceptedFacts } from './file-actions.ts';
import { type CollectionView, collectionOf, currentAnswers, type Current } from './queries.ts';
import { missingFields } from './totals-rules.ts';

export type NewAnswer = {
  participationId: number;
  values: Value[];
  /** Files for photo and file fields. */
  files?: { fieldId: number; file: Attached }[];
  /** Our id of the chat, Telegram's of the message, and its album: where the files came from. */
  from?: { chatId: number | null; messageId: number | null; mediaGroupId?: string | undefined };
  /** The same request changes nothing the second time. */
  requestKey: string;
};

export type Answered = {
  number: string;
  /** Fields that have another value now, and those of them that had one before. */
  changed: number[];
  corrected: number[];
  /** Required fields without a value, by their labels. */
  missing: string[];
  late: boolean;
  /** Handed in by this answer; accepted at once, or left to review. */
  filed: boolean;
  accepted: boolean;
  /** Everything as it stands now, and as it stood before. */
  current: Current[];
  before: Current[];
  fields: Field[];
};

/**
 * Notes an answer, in whole or in part. The same value again changes nothing, another one corrects, also after acceptance, until the
 * task is over. Throws UserError for somebody else's share, a finished task, or a value that does not fit its field.
 */
export async function answer(app: App, actor: Actor, given: NewAnswer): Promise<Answered> {
  return transaction(app, async (app) => {
    const { participationId } = given;
    // One message may answer for two posts of a person; by the share the rows are found through an index.
    const requestKey = `${given.requestKey}:${participationId}`;
    // Head and substitute at once: the second one sees what the first has written.
    await app.db.$queryRaw`SELECT id FROM participation WHERE id = ${participationId} FOR UPDATE`;
    const found = await shareView(app, participationId);
    const collection = found && (await collectionOf(app, found.task.taskId));
    if (!found || !collection) throw new UserError('telegram-stale-button');
    const number = checkAnswerable(actor, found);
    const { fields } = collection;
    const before = await currentAnswers(app, participationId);
    const repeated = await app.db.collectionAnswer.count({
      where: { participationId, requestKey: { startsWith: `${requestKey}:` } },
    });
    const changes = repeated > 0 ? [] : changesOf(fields, before, given);
    const late = !isInTime(app.zone, found.share, app.now());
    const current =
      changes.length > 0 ? await write(app, actor, found, { ...given, requestKey, changes, late }) : before;
    const had = new Set(before.map(({ fieldId }) => fieldId));
    const corrected = changes.map(({ fieldId }) => fieldId).filter((id) => had.has(id));
    if (changes.length > 0) await recordAnswer(app, actor, found, before, changes, corrected.length > 0);
    const missing = missingFields(
      fields,
      current.map(({ fieldId }) => fieldId),
    );
    const done = { number, changed: changes.map(({ fieldId }) => fieldId), corrected, late, current, before, fields };
    // What was returned is handed in again also where nothing is another than it was.
    const again = found.share.state === 'returned' && repeated === 0 && given.values.length > 0;
    const filed = await settle(app, actor, found, collection, {
      current,
      missing,
      changed: changes.length > 0 || again,
      requestKey,
    });
    return { ...done, ...filed, missing: missing.map(({ label }) => label) };
  });
}

function checkAnswerable(actor: Actor, { task, share }: ShareView): string {
  if (!may(actor, 'shares.report', { executorPostId: share.post.postId })) throw new UserError('collections-not-yours');
  if (task.state === 'closed' || task.state === 'cancelled')
    throw new UserError('collections-over', { number: task.number ?? '' });
  const number = liveNumber(task);
  if (share.state === 'withdrawn') throw new UserError('tasks-withdrawn', { number });
  return number;
}

type Change = Value & { file?: Attached };

function changesOf(fields: Field[], before: Current[], { values, files = [] }: NewAnswer): Change[] {
  const known = new Map(before.map((value) => [value.fieldId, value]));
  const said = values.filter((value) => {
    const field = fields.find(({ fieldId }) => fieldId === value.fieldId);
    if (!field || field.kind === 'photo' || field.kind === 'file' || !isFitting(value, field))
      throw new UserError('telegram-stale-button');
    const was = known.get(value.fieldId);
    return !was || was.number !== value.number || was.words !== value.words;
  });
  const shown = files.filter(({ fieldId, file }) => {
    const field = fields.find((each) => each.fieldId === fieldId);
    return field !== undefined && fitsFile(field, file);
  });
  return [...said, ...shown.map(({ fieldId, file }) => ({ fieldId, number: null, words: null, file }))];
}

async function write(
  app: App,
  actor: Actor,
  { share }: ShareView,
  { participationId, changes, late, from, requestKey }: NewAnswer & { changes: Change[]; late: boolean },
): Promise<Current[]> {
  const fieldIds = changes.map(({ fieldId }) => fieldId);
  await app.db.collectionAnswer.updateMany({
    where: { participationId, fieldId: { in: fieldIds }, supersededAt: null },
    data: { supersededAt: app.now() },
  });
  const about = { participationId, byPersonId: actor.personId, byPostId: share.post.postId, at: app.now(), late };
  for (const { fieldId, number, words, file } of changes) {
    const attachmentId = file ? await keepFile(app, actor, file, from) : null;
    await app.db.collectionAnswer.create({
      data: {
        ...{ ...about, fieldId, words, attachmentId, requestKey: `${requestKey}:${fieldId}` },
        number: number === null ? null : new Prisma.Decimal(number),
      },
    });
  }
  return currentAnswers(app, participationId);
}

async function keepFile(app: App, actor: Actor, file: Attached, from: NewAnswer['from']): Promise<number> {
  const { id } = await app.db.attachment.create({
    // Without a chat it is no loose piece of a report, which others would take up.
    data: { ...fileColumns(app, file), personId: actor.personId, mediaGroupId: from?.mediaGroupId ?? null },
  });
  return id;
}

type Standing = { current: Current[]; missing: Field[]; changed: boolean; requestKey: string };

/** What follows from the answer for the share: read, handed in, or put right where it was accepted. */
async function settle(
  app: App,
  actor: Actor,
  found: ShareView,
  collection: CollectionView,
  { current, missing, changed, requestKey }: Standing,
): Promise<{ filed: boolean; accepted: boolean }> {
  const { share } = found;
  const { participationId } = share;
  const accepted = share.state === 'accepted';
  if (!changed) return { filed: false, accepted };
  if (accepted) await keepAcceptedFacts(app, participationId);
  if (accepted) return { filed: false, accepted };
  if (missing.length > 0) {
    if (share.state === 'assigned') await acknowledge(app, actor, { participationId });
    return { filed: false, accepted: false };
  }
  return fileAnswer(app, actor, found, collection, { current, requestKey });
}

async function recordAnswer(
  app: App,
  actor: Actor,
  { task, share }: ShareView,
  before: Current[],
  changes: Change[],
  corrects: boolean,
): Promise<void> {
  const was = new Map(before.map((value) => [value.fieldId, value.number]));
  const said = changes.filter(({ words }) => words !== null);
  await record(app, {
    verb: corrects ? 'collections.corrected' : 'collections.answered',
    entity: 'participation',
    entityId: share.participationId,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId, postId: share.post.postId },
    data: {
      taskId: task.taskId,
      values: changes.map(({ fieldId, number }) => [fieldId, was.get(fieldId) ?? null, number]),
    },
    ...(said.length > 0 && {
      texts: Object.fromEntries(said.map(({ fieldId, words }) => [String(fieldId), words ?? ''])),
    }),
  });
}
