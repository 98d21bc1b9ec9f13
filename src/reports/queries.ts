// Reads of reports: one for a decision, the queue of a reviewer, what a message of Telegram belongs to.
import type { App } from '../app.ts';
import type { Prisma, ReportState } from '../generated/prisma/client.ts';
import { type Actor, canReview } from '../org/rules.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import { type ParticipationView, shareViews, type TaskView } from '../tasks/queries.ts';
import { type Likeness, likenessOf } from './likeness-rules.ts';
import { pieceMinutes } from './rules.ts';

export type FileView = {
  attachmentId: number;
  kind: string;
  fileId: string;
  name: string | null;
  /** The bot whose id of the file that is; null where it was not noted. */
  botId: bigint | null;
  /** Digest under which the bytes are kept; null while they are not. */
  sha256: string | null;
  mime: string | null;
};

export type ReportView = {
  reportId: number;
  participationId: number;
  version: number;
  state: ReportState;
  final: boolean;
  text: string | null;
  progress: number | null;
  /** Says that something hinders the work. */
  blocked: boolean;
  /** What it is like, where it is like anything; for the reviewers only. */
  likeness: Likeness | null;
  byPersonId: number;
  byName: { surname: string; given: string };
  submittedAt: Date;
  /** Until then it can be taken back, and nobody who judges it is told; null afterwards. */
  undoUntil: Date | null;
  /** Telegram's id of the message it was made of. */
  messageId: number | null;
  decidedAt: Date | null;
  comment: string | null;
  /** Post that decided it; null while nobody has. */
  decidedByPostId: number | null;
  files: FileView[];
};

/** A report with the share and the task it is about. */
export type ReviewItem = { report: ReportView; share: ParticipationView; task: TaskView };

const reportInclude = {
  byPerson: { select: { surname: true, given: true } },
  attachments: { orderBy: { id: 'asc' } },
} satisfies Prisma.ReportInclude;
type ReportRow = Prisma.ReportGetPayload<{ include: typeof reportInclude }>;

/** One report with everything a decision needs; null when there is none. */
export async function reviewItem(app: App, reportId: number): Promise<ReviewItem | null> {
  const row = await app.db.report.findUnique({ where: { id: reportId }, include: reportInclude });
  const [item] = row ? await withTasks(app, [row]) : [];
  return item ?? null;
}

/** These reports with everything around them; `counted: false` where nobody asks how many shares stand beside theirs. */
export async function reviewItems(
  app: App,
  reportIds: number[],
  reading: { counted?: boolean } = {},
): Promise<ReviewItem[]> {
  const rows = await app.db.report.findMany({ where: { id: { in: reportIds } }, include: reportInclude });
  return withTasks(app, rows, reading);
}

/** The post with which the actor may judge this report; null when none (never one's own). */
export function mayJudge(actor: Actor, { task, share, report }: ReviewItem) {
  return canReview(actor, { ...controlledTask(task, share), executorPersonIds: [report.byPersonId] });
}

/** Earlier and other versions of a share's reports, the newest first. */
export async function historyOf(app: App, participationId: number): Promise<ReportView[]> {
  const rows = await app.db.report.findMany({
    where: { participationId },
    include: reportInclude,
    orderBy: { version: 'desc' },
  });
  return rows.map(toReportView);
}

/** The newest report made of this Telegram message (chat by our id); null when it made none. */
export async function reportOfMessage(app: App, chatId: number, messageId: number): Promise<ReviewItem | null> {
  const row = await app.db.report.findFirst({
    where: { chatId, messageId: BigInt(messageId) },
    include: reportInclude,
    orderBy: { version: 'desc' },
  });
  const [item] = row ? await withTasks(app, [row]) : [];
  return item ?? null;
}

/** The report, or where an edit of its message replaced it the newest one made of that message; null when there is none. */
export async function newestVersion(app: App, reportId: number): Promise<ReviewItem | null> {
  const row = await app.db.report.findUnique({ where: { id: reportId } });
  if (!row) return null;
  if (row.state !== 'superseded' || row.chatId === null || row.messageId === null) return reviewItem(app, reportId);
  return reportOfMessage(app, row.chatId, Number(row.messageId));
}

/** The report made by this request; null when the request is new. */
export async function reportOfRequest(
  app: App,
  requestKey: string,
): Promise<Pick<ReportView, 'reportId' | 'version' | 'participationId' | 'final' | 'undoUntil'> | null> {
  const row = await app.db.report.findUnique({ where: { requestKey } });
  if (!row) return null;
  const { id: reportId, version, participationId, final, undoUntil } = row;
  return { reportId, version, participationId, final, undoUntil };
}

/** Files of this person in this chat that are no part of a report yet: of this album, or sent a moment ago. In order. */
export async function loosePieces(
  app: App,
  by: { chatId: number; personId: number; mediaGroupId?: string | undefined },
) {
  const { chatId, personId, mediaGroupId } = by;
  const since = new Date(app.now().getTime() - pieceMinutes * 60_000);
  return app.db.attachment.findMany({
    where: {
      chatId,
      reportId: null,
      resolutionId: null,
      source: null,
      OR: [{ personId, createdAt: { gt: since } }, ...(mediaGroupId ? [{ mediaGroupId }] : [])],
    },
    orderBy: { id: 'asc' },
  });
}

/** The report this person filed in this chat a moment ago, if it can still be completed; null when there is none. */
export async function freshReport(app: App, actor: Actor, chatId: number): Promise<ReviewItem | null> {
  const since = new Date(app.now().getTime() - pieceMinutes * 60_000);
  const row = await app.db.report.findFirst({
    where: { byPersonId: actor.personId, chatId, state: 'submitted', submittedAt: { gt: since } },
    include: reportInclude,
    orderBy: { id: 'desc' },
  });
  const [item] = row ? await withTasks(app, [row]) : [];
  return item && liveTaskStates.includes(item.task.state) ? item : null;
}

async function withTasks(app: App, rows: ReportRow[], reading: { counted?: boolean } = {}): Promise<ReviewItem[]> {
  if (rows.length === 0) return [];
  // Of a task for all schools only these shares: a reviewer must not load hundreds for each report.
  const views = await shareViews(
    app,
    rows.map((row) => row.participationId),
    reading,
  );
  const found = new Map(views.map((view) => [view.share.participationId, view]));
  return rows.flatMap((row) => {
    const view = found.get(row.participationId);
    return view ? [{ report: toReportView(row), ...view }] : [];
  });
}

function toReportView(row: ReportRow): ReportView {
  return {
    reportId: row.id,
    participationId: row.participationId,
    version: row.version,
    state: row.state,
    final: row.final,
    text: row.text,
    progress: row.progress,
    blocked: row.blocked,
    likeness: likenessOf(row.likeness),
    byPersonId: row.byPersonId,
    byName: row.byPerson,
    submittedAt: row.submittedAt,
    undoUntil: row.undoUntil,
    messageId: row.messageId === null ? null : Number(row.messageId),
    decidedAt: row.decidedAt,
    comment: row.comment,
    decidedByPostId: row.decidedByPostId,
    files: row.attachments.flatMap(({ id, kind, telegramFileId, name, botId, sha256, mime }) =>
      telegramFileId ? [{ attachmentId: id, kind, fileId: telegramFileId, name, botId, sha256, mime }] : [],
    ),
  };
}
