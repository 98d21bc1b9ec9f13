// Reports come in: filed as versions, corrected until reviewed, completed by later items of an album.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { liveNumber, settleTask } from '../tasks/actions.ts';
import { refreshReviewers } from '../tasks/message-actions.ts';
import { type ParticipationView, shareView, type TaskView } from '../tasks/queries.ts';
import { loosePieces, reportOfMessage, reportOfRequest } from './queries.ts';
import {
  type Attached,
  type Correction,
  contentFault,
  isCorrectable,
  maxReportText,
  refusalToReport,
  stateAfterReport,
} from './rules.ts';

export { acceptReport, returnReport } from './review-actions.ts';

export type NewReport = {
  participationId: number;
  text: string;
  /** A final report hands the share in; an interim one only tells how far it is. */
  final: boolean;
  /** Per cent, 0 to 100. */
  progress?: number | undefined;
  attachments: Attached[];
  /** Our id of the chat, and Telegram's id of the message it was made of. */
  chatId?: number | null;
  messageId?: number | null;
  /** Items of this album that came before belong to the report. */
  mediaGroupId?: string | undefined;
  /** The same request makes one report. */
  requestKey: string;
};

export type Filed = {
  reportId: number;
  version: number;
  participationId: number;
  number: string;
  final: boolean;
  /** The same request had made it before. */
  repeated: boolean;
};

/**
 * Files a report as the next version of the share; a final one replaces what was waiting for review. The same `requestKey` again
 * returns the report made before. Throws UserError for somebody else's share, a finished task or empty content.
 */
export async function submitReport(app: App, actor: Actor, report: NewReport): Promise<Filed> {
  return transaction(app, async (app) => {
    // Versions follow each other: the share is locked until the end.
    await app.db.$queryRaw`SELECT id FROM participation WHERE id = ${report.participationId} FOR UPDATE`;
    const found = await shareView(app, report.participationId);
    if (!found) throw new UserError('telegram-stale-button');
    const { task, share } = found;
    const known = await reportOfRequest(app, report.requestKey);
    if (known) return { ...known, number: task.number ?? '', final: report.final, repeated: true };
    const number = checkReportable(actor, task, share);
    const pieces =
      report.chatId && report.mediaGroupId ? await loosePieces(app, report.chatId, report.mediaGroupId) : [];
    const text = [report.text, ...pieces.map((piece) => piece.caption ?? '')].find((words) => words.trim()) ?? '';
    checkContent(text, report.attachments.length + pieces.length);
    const { reportId, version } = await insertVersion(app, actor, share, { ...report, text });
    await app.db.attachment.updateMany({ where: { id: { in: pieces.map(({ id }) => id) } }, data: { reportId } });
    await moveShare(app, share, report.final);
    await recordReport(app, actor, task, share, { ...report, text, reportId, version });
    await settleTask(app, task.taskId);
    if (report.final) await refreshReviewers(app, [{ task, share }]);
    return { reportId, version, participationId: share.participationId, number, final: report.final, repeated: false };
  });
}

/** Keeps an item of an album, once: in the report of that album if it was filed already, else until it is. Returns that report. */
export async function addAlbumItem(
  app: App,
  actor: Actor,
  item: { chatId: number; messageId: number; mediaGroupId: string; caption: string; file: Attached },
): Promise<{ reportId: number } | null> {
  return transaction(app, async (app) => {
    const { chatId, mediaGroupId, caption } = item;
    const messageId = BigInt(item.messageId);
    if ((await app.db.attachment.count({ where: { chatId, messageId } })) > 0) return null;
    const filed = await reportOfRequest(app, albumKey(chatId, mediaGroupId));
    const reportId = filed?.reportId ?? null;
    await app.db.attachment.create({
      data: {
        ...fileColumns(item.file),
        reportId,
        chatId,
        mediaGroupId,
        caption,
        messageId,
        createdAt: app.now(),
      },
    });
    if (!filed) return null;
    const found = await shareView(app, filed.participationId);
    if (caption) {
      await app.db.report.updateMany({
        where: { id: filed.reportId, OR: [{ text: null }, { text: '' }] },
        data: { text: caption },
      });
    }
    await record(app, {
      verb: 'reports.file-added',
      entity: 'report',
      entityId: filed.reportId,
      rootOrgId: found?.task.rootOrgId ?? null,
      actor: { personId: actor.personId },
      data: { kind: item.file.kind },
    });
    return { reportId: filed.reportId };
  });
}

/** The request of an album: whichever of its items comes first makes the report, the others find it. */
export function albumKey(chatId: number, mediaGroupId: string): string {
  return `album:${chatId}:${mediaGroupId}`;
}

/**
 * The executor edited the message a report was made of: while it waits for review the edit becomes its next version, with the same files.
 * Returns null when the message made no report or the text is the same. Throws UserError when the report was reviewed already.
 */
export async function correctReport(app: App, actor: Actor, edit: Correction): Promise<Filed | null> {
  return transaction(app, async (app) => {
    const item = await reportOfMessage(app, edit.chatId, edit.messageId);
    if (!item || item.report.byPersonId !== actor.personId) return null;
    const { report, share, task } = item;
    const number = task.number ?? '';
    if ((report.text ?? '') === edit.text.trim()) return null;
    if (!isCorrectable(report.state)) throw new UserError('reports-reviewed-already', { number });
    const filed = await submitReport(app, actor, {
      participationId: share.participationId,
      text: edit.text,
      final: report.final,
      progress: edit.progress ?? report.progress ?? undefined,
      attachments: [],
      chatId: edit.chatId,
      messageId: edit.messageId,
      requestKey: `edit:${edit.chatId}:${edit.messageId}:${edit.editedAt}`,
    });
    await app.db.attachment.updateMany({ where: { reportId: report.reportId }, data: { reportId: filed.reportId } });
    return filed;
  });
}

function checkReportable(actor: Actor, task: TaskView, share: ParticipationView): string {
  if (!actor.posts.some((post) => post.postId === share.post.postId)) throw new UserError('reports-not-yours');
  const number = liveNumber(task);
  const refusal = refusalToReport(share.state);
  if (refusal) throw new UserError(refusal, { number });
  return number;
}

function checkContent(text: string, files: number): void {
  const fault = contentFault(text, files);
  if (fault === 'reports-text-long') throw new UserError(fault, { max: maxReportText, length: text.trim().length });
  if (fault) throw new UserError(fault);
}

async function insertVersion(
  app: App,
  actor: Actor,
  share: ParticipationView,
  report: NewReport,
): Promise<{ reportId: number; version: number }> {
  const { participationId } = share;
  const last = await app.db.report.aggregate({ where: { participationId }, _max: { version: true } });
  const version = (last._max.version ?? 0) + 1;
  // A newer interim report replaces only an interim one: what was handed in stays under review.
  await app.db.report.updateMany({
    where: { participationId, state: 'submitted', ...(report.final ? {} : { final: false }) },
    data: { state: 'superseded' },
  });
  const { id: reportId } = await app.db.report.create({
    data: {
      participationId,
      version,
      final: report.final,
      text: report.text.trim() || null,
      progress: report.progress ?? null,
      byPersonId: actor.personId,
      byPostId: share.post.postId,
      submittedAt: app.now(),
      chatId: report.chatId ?? null,
      messageId: report.messageId ? BigInt(report.messageId) : null,
      requestKey: report.requestKey,
      attachments: { create: report.attachments.map((file) => ({ ...fileColumns(file), createdAt: app.now() })) },
    },
  });
  return { reportId, version };
}

function fileColumns({ kind, fileId, uniqueId, name, mime, size }: Attached) {
  return {
    kind,
    telegramFileId: fileId,
    telegramUniqueId: uniqueId,
    name: name ?? null,
    mime: mime ?? null,
    size: size ?? null,
  };
}

async function moveShare(app: App, share: ParticipationView, final: boolean): Promise<void> {
  const state = stateAfterReport(share.state, final);
  const now = app.now();
  const { count } = await app.db.participation.updateMany({
    where: { id: share.participationId, state: share.state },
    data: {
      state,
      ...(final && { submittedAt: now }),
      ...(share.state === 'assigned' && { acknowledgedAt: now }),
    },
  });
  if (count === 0) throw new UserError('telegram-someone-first');
}

async function recordReport(
  app: App,
  actor: Actor,
  task: TaskView,
  share: ParticipationView,
  report: NewReport & { reportId: number; version: number },
): Promise<void> {
  await record(app, {
    verb: 'reports.submitted',
    entity: 'report',
    entityId: report.reportId,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId, postId: share.post.postId },
    chatId: report.chatId ?? null,
    data: {
      taskId: task.taskId,
      participationId: share.participationId,
      version: report.version,
      final: report.final,
      progress: report.progress ?? null,
      files: report.attachments.length,
      before: share.state,
      after: stateAfterReport(share.state, report.final),
    },
    texts: { text: report.text },
  });
}
