// Reports come in: filed as versions of a share.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { liveNumber, settleTask } from '../tasks/actions.ts';
import { isHeld } from '../tasks/hold-rules.ts';
import { tellHolders } from '../tasks/message-actions.ts';
import { speaksOfHindrance } from '../reading/hindrance-words.ts';
import { type ParticipationView, shareView, type TaskView } from '../tasks/queries.ts';
import { reportedUpdate } from '../tasks/update-actions.ts';

import { fileColumns } from './file-columns.ts';
import { refreshFlags } from './flag-actions.ts';
import { loosePieces, reportOfRequest } from './queries.ts';
import { tellFiled } from './telling-actions.ts';
import {
  type Attached,
  contentFault,
  distinctFiles,
  maxReportText,
  refusalToReport,
  stateAfterReport,
  undoUntil,
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
  /** Something hinders the work; by default as the words of an interim report say. */
  blocked?: boolean | undefined;
  /** Our id of the chat, and Telegram's id of the message it was made of. */
  chatId?: number | null;
  messageId?: number | null;
  /** Items of this album that came before belong to the report. */
  mediaGroupId?: string | undefined;
  /** The same request makes one report. */
  requestKey: string;
  /** It is the answer to a collection: of one nothing else is final. */
  answered?: boolean;
  /** Until when it can be taken back; null: not at all. Default by the settings. */
  undoUntil?: Date | null;
};

export type Filed = {
  reportId: number;
  version: number;
  participationId: number;
  number: string;
  final: boolean;
  /** Said to be final, but kept as an interim one: parts of it are still awaited. */
  held?: boolean;
  /** It says that something hinders the work. */
  blocked?: boolean;
  files: number;
  /** Until then its author can take it back, and those who judge it are told afterwards. */
  undoUntil: Date | null;
  /** The same request had made it before. */
  repeated: boolean;
};

/**
 * Files a report as the next version of the share; a final one replaces what was waiting for review, and is kept as an interim one
 * while parts are awaited that it has to collate. The same `requestKey` again
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
    if (known) return { ...known, number: task.number ?? '', files: 0, repeated: true };
    const number = checkReportable(actor, task, share);
    if (task.asks && report.final && !report.answered) throw new UserError('collections-fields-instead', { number });
    const pieces = await piecesOf(app, actor, report);
    const attachments = distinctFiles(
      report.attachments,
      pieces.map((piece) => piece.telegramUniqueId ?? ''),
    );
    const text = [report.text, ...pieces.map((piece) => piece.caption ?? '')].find((words) => words.trim()) ?? '';
    const files = attachments.length + pieces.length;
    checkContent(text, files);
    const until =
      report.undoUntil === undefined ? undoUntil(app.now(), app.config.reportUndoSeconds) : report.undoUntil;
    const held = report.final && isHeld(task, share);
    // What stands for good is never done: it ends by decision of its issuer alone.
    const final = report.final && !held && task.term !== 'standing';
    const filed = { ...report, attachments, text, undoUntil: until, final };
    const blocked = report.blocked ?? (!filed.final && speaksOfHindrance(text));
    const { reportId, version } = await insertVersion(app, actor, share, { ...filed, blocked });
    await app.db.attachment.updateMany({ where: { id: { in: pieces.map(({ id }) => id) } }, data: { reportId } });
    await moveShare(app, share, filed.final);
    await reportedUpdate(app, task, share);
    await refreshFlags(app, share.participationId);
    await recordReport(app, actor, task, share, { ...filed, blocked, reportId, version, files });
    await settleTask(app, task.taskId, share.post.postId);
    if (held) await tellHolders(app, 'shares.missing', [found], String(reportId));
    if (until === null) await tellFiled(app, [{ ...found, final: filed.final, blocked, reportId }]);
    const { participationId } = share;
    return {
      reportId,
      version,
      participationId,
      number,
      final,
      held,
      blocked,
      files,
      undoUntil: until,
      repeated: false,
    };
  });
}

async function piecesOf(app: App, actor: Actor, { chatId, mediaGroupId }: NewReport) {
  if (!chatId) return [];
  const pieces = await loosePieces(app, { chatId, personId: actor.personId, mediaGroupId });
  const kept = new Set(
    distinctFiles(pieces.map(({ id, telegramUniqueId }) => ({ id, uniqueId: telegramUniqueId ?? '' }))).map(
      ({ id }) => id,
    ),
  );
  return pieces.filter(({ id }) => kept.has(id));
}

function checkReportable(actor: Actor, task: TaskView, share: ParticipationView): string {
  if (!may(actor, 'shares.report', { executorPostId: share.post.postId })) throw new UserError('reports-not-yours');
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
      blocked: report.blocked ?? false,
      byPersonId: actor.personId,
      byPostId: share.post.postId,
      submittedAt: app.now(),
      chatId: report.chatId ?? null,
      messageId: report.messageId ? BigInt(report.messageId) : null,
      requestKey: report.requestKey,
      undoUntil: report.undoUntil ?? null,
      attachments: {
        create: report.attachments.map((file) => ({ ...fileColumns(app, file), personId: actor.personId })),
      },
    },
  });
  return { reportId, version };
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
  report: NewReport & { reportId: number; version: number; files: number },
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
      files: report.files,
      blocked: report.blocked ?? false,
      before: share.state,
      after: stateAfterReport(share.state, report.final),
    },
    texts: { text: report.text },
  });
}
