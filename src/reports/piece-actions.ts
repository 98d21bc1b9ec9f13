// Reports that come in pieces: items of an album, a photo before the words, words and files after the report, edits.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { speaksOfHindrance } from '../reading/hindrance-words.ts';
import { shareView } from '../tasks/queries.ts';
import { type Filed, submitReport } from './actions.ts';
import { fileColumns } from './file-columns.ts';
import { newestVersion, type ReviewItem, reportOfMessage, reportOfRequest, reviewItem } from './queries.ts';
import { type Attached, type Correction, isCorrectable, maxFiles } from './rules.ts';

export type Piece = {
  /** Our id of the chat. */
  chatId: number;
  messageId: number;
  mediaGroupId: string | null;
  caption: string;
  file: Attached;
  /** The report it completes, where that is known. */
  reportId?: number | null;
};

/**
 * Keeps a file that came without saying what it is for, once: in the report of its album, or in the one named, else until a report
 * takes it up. Returns the report it went to. Throws UserError when the report has enough files.
 */
export async function keepPiece(app: App, actor: Actor, piece: Piece): Promise<{ reportId: number } | null> {
  return transaction(app, async (app) => {
    const { chatId, mediaGroupId, caption, file } = piece;
    const messageId = BigInt(piece.messageId);
    const known = await app.db.attachment.findFirst({ where: { chatId, messageId } });
    // Kept before it was known what it belongs to.
    if (known && (known.reportId !== null || !piece.reportId)) return null;
    const reportId = piece.reportId ?? (mediaGroupId ? await reportOfAlbum(app, chatId, mediaGroupId) : null);
    const item = reportId === null ? null : await openReport(app, reportId);
    if (item && (await hasFile(app, item.report.reportId, file))) return { reportId: item.report.reportId };
    if (item && item.report.files.length >= maxFiles) throw new UserError('reports-too-many-files');
    const { personId } = actor;
    const row = { ...fileColumns(app, file), personId, chatId, mediaGroupId, caption, messageId };
    const { id } = known ?? (await app.db.attachment.create({ data: row }));
    if (item) await app.db.attachment.update({ where: { id }, data: { reportId: item.report.reportId } });
    if (!item) return null;
    if (caption) await nameAlbum(app, item, caption);
    await recordPiece(app, actor, item, 'reports.file-added', { kind: file.kind });
    return { reportId: item.report.reportId };
  });
}

/** The request of an album: whichever of its items comes first makes the report, the others find it. */
export function albumKey(chatId: number, mediaGroupId: string): string {
  return `album:${chatId}:${mediaGroupId}`;
}

async function reportOfAlbum(app: App, chatId: number, mediaGroupId: string): Promise<number | null> {
  const filed = await reportOfRequest(app, albumKey(chatId, mediaGroupId));
  if (filed) return filed.reportId;
  // The first item may have completed a report that was made of words.
  const where = { chatId, mediaGroupId, reportId: { not: null } };
  return (await app.db.attachment.findFirst({ where, select: { reportId: true } }))?.reportId ?? null;
}

async function openReport(app: App, reportId: number): Promise<ReviewItem | null> {
  const item = await reviewItem(app, reportId);
  return item && isCorrectable(item.report.state) ? item : null;
}

async function hasFile(app: App, reportId: number, { uniqueId }: Attached): Promise<boolean> {
  return (await app.db.attachment.count({ where: { reportId, telegramUniqueId: uniqueId } })) > 0;
}

async function nameAlbum(app: App, { report }: ReviewItem, caption: string): Promise<void> {
  const where = { id: report.reportId, OR: [{ text: null }, { text: '' }] };
  await app.db.report.updateMany({ where, data: { text: caption } });
}

/** Takes the files of this message (and its album) out of a report again: they belong to another. Throws UserError once it is reviewed. */
export async function detachPieces(
  app: App,
  actor: Actor,
  { chatId, messageId }: { chatId: number; messageId: number },
) {
  await transaction(app, async (app) => {
    const piece = await app.db.attachment.findFirst({ where: { chatId, messageId: BigInt(messageId) } });
    if (!piece || piece.personId !== actor.personId) throw new UserError('telegram-stale-button');
    if (piece.reportId === null) return;
    const item = await openReport(app, piece.reportId);
    if (!item) throw new UserError('reports-decided-already');
    const { mediaGroupId, reportId } = piece;
    await app.db.attachment.updateMany({
      where: mediaGroupId ? { chatId, mediaGroupId, reportId } : { id: piece.id },
      data: { reportId: null, createdAt: app.now() },
    });
    await recordPiece(app, actor, item, 'reports.file-removed', { kind: piece.kind });
  });
}

/** "This is no report": the files of that message and its album are not kept for one. Those of a report stay. */
export async function dropPieces(
  app: App,
  actor: Actor,
  { chatId, messageId, mediaGroupId }: { chatId: number; messageId: number; mediaGroupId: string | null },
): Promise<void> {
  const own = { chatId, personId: actor.personId, reportId: null, resolutionId: null, source: null };
  const which = [{ messageId: BigInt(messageId) }, ...(mediaGroupId ? [{ mediaGroupId }] : [])];
  await app.db.attachment.deleteMany({ where: { ...own, OR: which } });
}

/** Files that no report took up within a day are forgotten; run by a job. */
export async function forgetLoosePieces(app: App): Promise<void> {
  const before = new Date(app.now().getTime() - 24 * 3_600_000);
  // Without a chat it stands in an answer to a collection.
  const loose = { reportId: null, resolutionId: null, source: null, chatId: { not: null }, createdAt: { lt: before } };
  await app.db.attachment.deleteMany({ where: loose });
}

/** Adds words to the person's report while it waits for review: its next version, with the same files. */
export async function appendToReport(
  app: App,
  actor: Actor,
  added: { reportId: number; text: string; progress?: number | undefined; requestKey: string },
): Promise<Filed> {
  return transaction(app, async (app) => {
    const item = await newestVersion(app, added.reportId);
    if (!item || item.report.byPersonId !== actor.personId) throw new UserError('telegram-stale-button');
    const known = await reportOfRequest(app, added.requestKey);
    if (known) return { ...known, number: item.task.number ?? '', files: 0, repeated: true };
    const text = [item.report.text ?? '', added.text].filter((words) => words.trim()).join('\n');
    return nextVersion(app, actor, item, { ...added, text });
  });
}

/**
 * The executor edited the message a report was made of: while it waits for review the edit becomes its next version, with the same files.
 * Returns null when the message made no report or the text is the same. Throws UserError when the report was reviewed already.
 */
export async function correctReport(app: App, actor: Actor, edit: Correction): Promise<Filed | null> {
  return transaction(app, async (app) => {
    const item = await reportOfMessage(app, edit.chatId, edit.messageId);
    if (!item || item.report.byPersonId !== actor.personId || item.report.state === 'undone') return null;
    if ((item.report.text ?? '') === edit.text.trim()) return null;
    const { text, progress } = edit;
    return nextVersion(app, actor, item, {
      text,
      progress,
      requestKey: `edit:${edit.chatId}:${edit.messageId}:${edit.editedAt}`,
    });
  });
}

/** What can still be taken back stays so for as long as was said. */
async function nextVersion(
  app: App,
  actor: Actor,
  { report, share, task }: ReviewItem,
  next: { text: string; progress?: number | undefined; requestKey: string },
): Promise<Filed> {
  if (!isCorrectable(report.state)) throw new UserError('reports-reviewed-already', { number: task.number ?? '' });
  const row = await app.db.report.findUniqueOrThrow({ where: { id: report.reportId } });
  const filed = await submitReport(app, actor, {
    participationId: share.participationId,
    text: next.text,
    final: report.final,
    progress: next.progress ?? report.progress ?? undefined,
    // Said by the button rather than in words, it stays.
    blocked: report.blocked && !speaksOfHindrance(report.text ?? '') ? true : undefined,
    attachments: [],
    chatId: row.chatId,
    messageId: report.messageId,
    requestKey: next.requestKey,
    undoUntil: report.undoUntil && report.undoUntil > app.now() ? report.undoUntil : null,
  });
  if (filed.repeated) return filed;
  const { count } = await app.db.attachment.updateMany({
    where: { reportId: report.reportId },
    data: { reportId: filed.reportId },
  });
  return { ...filed, files: filed.files + count };
}

async function recordPiece(
  app: App,
  actor: Actor,
  { report }: ReviewItem,
  verb: string,
  data: { kind: string },
): Promise<void> {
  const found = await shareView(app, report.participationId);
  await record(app, {
    verb,
    entity: 'report',
    entityId: report.reportId,
    rootOrgId: found?.task.rootOrgId ?? null,
    actor: { personId: actor.personId },
    data,
  });
}
