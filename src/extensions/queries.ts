// Reads of extensions: one request for a decision, the open requests of a task, what bounds a new date.
import { loadCalendar, type Calendar, type Week } from '../calendar.ts';
import type { App } from '../app.ts';
import { type DayOffPolicy, type ExtensionState, Prisma } from '../generated/prisma/client.ts';
import { may, type Subject } from '../org/rights.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { type ParticipationView, shareView, type TaskView } from '../tasks/queries.ts';
import { postViews, type PostView } from '../tasks/post-queries.ts';
import { dayFromDb, dayIn, type Day } from '../time.ts';

export type Opinion = { postId: number; agrees: boolean; comment: string | null };

export type RequestView = {
  extensionId: number;
  participationId: number;
  state: ExtensionState;
  reason: string;
  oldDue: Day;
  proposedDue: Day;
  newDue: Day | null;
  late: boolean;
  requestedAt: Date;
  requestedById: number;
  requestedByPostId: number | null;
  decidedAt: Date | null;
  decidedByPostId: number | null;
  comment: string | null;
  opinions: Opinion[];
};

/** A request with the share and the task it is about. */
export type RequestItem = { request: RequestView; share: ParticipationView; task: TaskView };

const include = { opinions: { orderBy: { id: 'asc' } } } satisfies Prisma.ExtensionInclude;
type Row = Prisma.ExtensionGetPayload<{ include: typeof include }>;

/** One request with everything a decision needs; null when there is none. */
export async function requestItem(app: App, extensionId: number): Promise<RequestItem | null> {
  const row = await app.db.extension.findUnique({ where: { id: extensionId }, include });
  const found = row && (await shareView(app, row.participationId));
  return row && found ? { request: toView(row), ...found } : null;
}

/** The open request of a share; null when there is none. */
export async function openRequestOf(app: App, participationId: number): Promise<RequestView | null> {
  const row = await app.db.extension.findFirst({ where: { participationId, state: 'requested' }, include });
  return row && toView(row);
}

/** The request that this message or dialog made; null when it is new. */
export async function requestOfKey(app: App, requestKey: string): Promise<RequestView | null> {
  const row = await app.db.extension.findUnique({ where: { requestKey }, include });
  return row && toView(row);
}

/** What the actor has to say about requests of a task: who decides, who has an opinion on all shares, or on those of co-executors. */
export type Voice = 'decides' | 'controls' | 'collates';

/** What a request is to the table of rights: whoever asked has no say in it, whatever post they hold now (four eyes). */
export function requestSubject(task: TaskView, share: ParticipationView, request?: RequestView): Subject {
  return { ...shareSubject(task, share), ...(request && { executorPersonIds: [request.requestedById] }) };
}

/** The voice of the actor on a request of this share, or on any of them, with the post; null when none. */
export function voiceOf(
  actor: Actor,
  { task, share, request }: { task: TaskView; share: ParticipationView; request?: RequestView },
): { voice: Voice; post: PostHeld } | null {
  const subject = requestSubject(task, share, request);
  const decider = may(actor, 'extensions.decide', subject);
  if (decider) return { voice: 'decides', post: decider };
  const post = may(actor, 'extensions.opine', subject);
  return post && { voice: post.postId === task.controller?.postId ? 'controls' : 'collates', post };
}

/** A line of the list of requests. */
export type RequestLine = {
  extensionId: number;
  participationId: number;
  oldDue: Day;
  proposedDue: Day;
  late: boolean;
  reason: string;
  executor: PostView;
  /** How many who were asked support it, and how many do not. */
  agree: number;
  disagree: number;
};

/** SQL: the request `e` on the share `p` of task `t` waits and can still be decided. */
const waiting = Prisma.sql`e.state = 'requested' AND p.state IN ('assigned', 'acknowledged', 'returned', 'submitted')
  AND t.state IN ('issued', 'in_progress')`;

/** Ids and dates of the task's open requests, the oldest first; `except` leaves out the shares of these posts. One statement. */
export async function openRequests(
  app: App,
  taskId: number,
  { except = [], coExecutors = false }: { except?: number[]; coExecutors?: boolean } = {},
): Promise<{ extensionId: number; proposedDue: Day; postId: number }[]> {
  const rows = await app.db.$queryRaw<{ id: number; due: Date; post_id: number }[]>`
    SELECT e.id, e.proposed_due AS due, p.post_id FROM extension e
    JOIN participation p ON p.id = e.participation_id JOIN task t ON t.id = p.task_id
    WHERE t.id = ${taskId} AND ${waiting} AND NOT p.post_id = ANY (${except}::int[])
      AND (NOT ${coExecutors} OR p.role = 'co_executor')
    ORDER BY e.id`;
  return rows.map(({ id, due, post_id: postId }) => ({ extensionId: id, proposedDue: dayFromDb(due), postId }));
}

/** These requests as lines of a list, in the order of the ids. */
export async function requestLines(app: App, extensionIds: number[]): Promise<RequestLine[]> {
  const rows = await app.db.extension.findMany({
    where: { id: { in: extensionIds } },
    include: { ...include, participation: { select: { postId: true } } },
    orderBy: { id: 'asc' },
  });
  const posts = await postViews(
    app,
    rows.map((row) => row.participation.postId),
  );
  return rows.flatMap((row) => {
    const executor = posts.find(({ postId }) => postId === row.participation.postId);
    if (!executor) return [];
    const { extensionId, participationId, oldDue, proposedDue, late, reason, opinions } = toView(row);
    const agree = opinions.filter(({ agrees }) => agrees).length;
    const disagree = opinions.length - agree;
    return [{ extensionId, participationId, oldDue, proposedDue, late, reason, executor, agree, disagree }];
  });
}

/** What bounds a new date of a share: today, the date of the parent's share, the calendar and setting of the executor's organisation. */
export type Ground = {
  today: Day;
  calendar: Calendar;
  week: Week;
  dayOffPolicy: DayOffPolicy;
  parentDue: Day | null;
  collatedDue: Day | null;
};

/** Reads what a new date of this share has to keep to. */
export async function groundOf(
  app: App,
  { task, share }: { task: TaskView; share: ParticipationView },
): Promise<Ground> {
  const { orgId, week } = share.post.org;
  const org = await app.db.organisation.findUnique({ where: { id: orgId }, select: { dayOffPolicy: true } });
  return {
    today: dayIn(app.zone, app.now()),
    calendar: await loadCalendar(app),
    week,
    dayOffPolicy: org?.dayOffPolicy ?? 'keep',
    parentDue: await parentDueOf(app, task.taskId),
    collatedDue: collatedDueOf(task, share),
  };
}

/** The date of the responsible executor of a co-executor's task; null for other shares. */
export function collatedDueOf(task: TaskView, share: ParticipationView): Day | null {
  if (share.role !== 'co_executor' || task.fanOut) return null;
  return task.participations.find(({ role, state }) => role === 'responsible' && state !== 'withdrawn')?.due ?? null;
}

/** The date of the share that this task hands down a part of; null when it hands down none, or one without a date. */
export async function parentDueOf(app: App, taskId: number): Promise<Day | null> {
  const row = await app.db.task.findUnique({
    where: { id: taskId },
    select: { parentShare: { select: { due: true } } },
  });
  const due = row?.parentShare?.due ?? null;
  return due && dayFromDb(due);
}

/** Posts by id, closed ones too: who had an opinion, who decided. */
export async function postsNamed(app: App, postIds: (number | null)[]): Promise<Map<number, PostView>> {
  const ids = [...new Set(postIds.flatMap((id) => id ?? []))];
  return new Map((await postViews(app, ids)).map((post) => [post.postId, post]));
}

function toView(row: Row): RequestView {
  return {
    extensionId: row.id,
    participationId: row.participationId,
    state: row.state,
    reason: row.reason,
    oldDue: dayFromDb(row.oldDue),
    proposedDue: dayFromDb(row.proposedDue),
    newDue: row.newDue && dayFromDb(row.newDue),
    late: row.late,
    requestedAt: row.requestedAt,
    requestedById: row.requestedById,
    requestedByPostId: row.requestedByPostId,
    decidedAt: row.decidedAt,
    decidedByPostId: row.decidedByPostId,
    comment: row.comment,
    opinions: row.opinions.map(({ postId, agrees, comment }) => ({ postId, agrees, comment })),
  };
}

/** The last extension of a share that was approved; null when there is none. */
export async function lastDecided(app: App, participationId: number): Promise<number | null> {
  const where = { participationId, state: 'approved' as const };
  const row = await app.db.extension.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } });
  return row?.id ?? null;
}

/** What was decided last about any request of the task; null when nothing was. */
export async function lastDecisionOf(app: App, taskId: number): Promise<RequestItem | null> {
  const row = await app.db.extension.findFirst({
    where: { participation: { taskId }, decidedAt: { not: null } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, state: true },
  });
  return row && (row.state === 'approved' || row.state === 'declined') ? requestItem(app, row.id) : null;
}
