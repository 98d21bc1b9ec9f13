// Reads of reports: one for a decision, the queue of a reviewer, what a message of Telegram belongs to.
import type { App } from '../app.ts';
import type { Prisma, ReportState } from '../generated/prisma/client.ts';
import { type Actor, canReview } from '../org/rules.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { type ParticipationView, taskViews, type TaskView } from '../tasks/queries.ts';
import { liveTaskStates } from '../tasks/rules.ts';

export type FileView = { kind: string; fileId: string; name: string | null };

export type ReportView = {
  reportId: number;
  participationId: number;
  version: number;
  state: ReportState;
  final: boolean;
  text: string | null;
  progress: number | null;
  byPersonId: number;
  byName: { surname: string; given: string };
  submittedAt: Date;
  decidedAt: Date | null;
  comment: string | null;
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

/** Final reports that wait for this person's decision, the oldest first. */
export async function reviewQueue(app: App, actor: Actor): Promise<ReviewItem[]> {
  const postIds = actor.posts.map((post) => post.postId);
  const judged: Prisma.TaskWhereInput = {
    state: { in: liveTaskStates },
    OR: [
      { controllerPostId: { in: postIds } },
      { issuerPostId: { in: postIds } },
      { participations: { some: { role: 'responsible', postId: { in: postIds } } } },
    ],
  };
  const rows = await app.db.report.findMany({
    where: { state: 'submitted', final: true, participation: { state: 'submitted', task: judged } },
    include: reportInclude,
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  });
  return (await withTasks(app, rows)).filter((item) => mayJudge(actor, item) && isMine(postIds, item));
}

/** The post with which the actor may judge this report; null when none (never one's own). */
export function mayJudge(actor: Actor, { task, share, report }: ReviewItem) {
  return canReview(actor, { ...controlledTask(task, share), executorPersonIds: [report.byPersonId] });
}

/** An issuer who left the review to a control section is not asked for each report; those of named executors, where they control themselves, are. */
function isMine(postIds: number[], { task, share }: ReviewItem): boolean {
  const controller = task.controller?.postId;
  const controlsItself = controller === undefined || task.specialControl || controller === share.post.postId;
  const judges = [
    ...(controlsItself ? [task.issuer?.postId] : [controller]),
    ...(share.role === 'co_executor' ? task.participations : [])
      .filter((part) => part.role === 'responsible')
      .map((part) => part.post.postId),
  ];
  return judges.some((postId) => postId !== undefined && postIds.includes(postId));
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

/** The report made by this request; null when the request is new. */
export async function reportOfRequest(
  app: App,
  requestKey: string,
): Promise<{ reportId: number; version: number; participationId: number } | null> {
  const row = await app.db.report.findUnique({ where: { requestKey } });
  return row && { reportId: row.id, version: row.version, participationId: row.participationId };
}

/** Items of an album that came in before and are not part of a report yet, in order. */
export async function loosePieces(app: App, chatId: number, mediaGroupId: string) {
  return app.db.attachment.findMany({ where: { chatId, mediaGroupId, reportId: null }, orderBy: { id: 'asc' } });
}

async function withTasks(app: App, rows: ReportRow[]): Promise<ReviewItem[]> {
  if (rows.length === 0) return [];
  const owners = await app.db.participation.findMany({
    where: { id: { in: rows.map((row) => row.participationId) } },
    select: { taskId: true },
  });
  const tasks = await taskViews(app, [...new Set(owners.map(({ taskId }) => taskId))]);
  const shares = new Map(
    tasks.flatMap((task) => task.participations.map((share) => [share.participationId, { task, share }] as const)),
  );
  return rows.flatMap((row) => {
    const found = shares.get(row.participationId);
    return found ? [{ report: toReportView(row), ...found }] : [];
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
    byPersonId: row.byPersonId,
    byName: row.byPerson,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    comment: row.comment,
    files: row.attachments.flatMap(({ kind, telegramFileId, name }) =>
      telegramFileId ? [{ kind, fileId: telegramFileId, name }] : [],
    ),
  };
}
