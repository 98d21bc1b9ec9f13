// Reads for reminders: open shares near or past their date, what was said about them, and where the posts stand.
import type { App } from '../app.ts';
import type { Naming } from '../chats/rules.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { isLocale, type Locale } from '../texts.ts';
import { addDays, dayIn, dayToDb, instantOf, type Clock, type Day } from '../time.ts';
import type { Holder, PostPlace } from './plan.ts';
import type { Policies } from './policy-queries.ts';
import { type Policy, type Repeats, voiceOf } from './policy-rules.ts';
import { isLadder, unheard, type Share } from './rules.ts';

/** A share with what its reminders say and whom they go to. */
export type ShareRow = Share & {
  id: number;
  taskId: number;
  /** "2.1" or "Т-148". */
  number: string;
  headline: string;
  confidential: boolean;
  /** On special control; left out: not. */
  special?: boolean;
  postId: number;
  postNameKk: string;
  postNameRu: string;
  orgId: number;
  orgPath: string;
  orgNameKk: string;
  orgNameRu: string;
  issuerPostId: number | null;
  controllerPostId: number | null;
  /** The post that collates; null for the responsible executor itself. */
  responsiblePostId: number | null;
  homePlaceId: number | null;
  /** The day on which the report was returned; null while none was, or when it stands again. */
  returnedDay: Day | null;
  /** What the issuer set for this task: when to remind, after the date, whether to name the late. */
  taskDays: number[] | null;
  taskRepeats: Repeats | null;
  taskNaming: Naming | null;
};

type DbShare = Omit<ShareRow, 'issued' | 'week' | 'plan'> & { issuedDay: Day; issuedTime: Clock; week: number };

/** Rows come as one JSON value: thousands of them cost the driver more than the query costs the database. */
function shareRows(app: App, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(json_agg(x ORDER BY x.special DESC, x.due NULLS LAST, x."taskId", x.position, x.id), '[]') AS rows FROM (
      SELECT p.id, p.task_id AS "taskId", coalesce(t.number, '') AS number, t.headline, t.confidential, t.special_control AS special, p.post_id AS "postId",
        po.name_kk AS "postNameKk", po.name_ru AS "postNameRu", p.state, p.force, p.due, p.due_time AS "dueTime", p.position,
        to_char(greatest(t.issued_at, p.assigned_at) AT TIME ZONE ${app.zone}, 'YYYY-MM-DD') AS "issuedDay",
        to_char(greatest(t.issued_at, p.assigned_at) AT TIME ZONE ${app.zone}, 'HH24:MI') AS "issuedTime", o.week,
        o.id AS "orgId", o.path AS "orgPath", o.name_kk AS "orgNameKk", o.name_ru AS "orgNameRu",
        t.issuer_post_id AS "issuerPostId", t.controller_post_id AS "controllerPostId", t.home_place_id AS "homePlaceId",
        (SELECT r.post_id FROM participation r WHERE p.role = 'co_executor' AND r.task_id = p.task_id AND r.role = 'responsible'
          AND r.state <> 'withdrawn' ORDER BY r.position, r.id LIMIT 1) AS "responsiblePostId",
        CASE WHEN p.state = 'returned' THEN (SELECT to_char(max(r.decided_at) AT TIME ZONE ${app.zone}, 'YYYY-MM-DD')
          FROM report r WHERE r.participation_id = p.id AND r.state = 'returned') END AS "returnedDay",
        p.next_update AS "nextUpdate", t.update_rule AS "updateRule", to_json(coalesce(t.interim_dues, '{}')) AS "interimDues",
        CASE WHEN cardinality(t.interim_dues) > 0 THEN (SELECT to_char(max(r.submitted_at) AT TIME ZONE ${app.zone}, 'YYYY-MM-DD')
          FROM report r WHERE r.participation_id = p.id AND r.state <> 'undone') END AS "lastReportDay",
        to_char(coalesce(p.assigned_at, t.issued_at) AT TIME ZONE ${app.zone}, 'YYYY-MM-DD') AS start,
        EXISTS (SELECT 1 FROM report r WHERE r.participation_id = p.id AND r.state <> 'undone') AS reported,
        own.days_before AS "taskDays", own.repeats AS "taskRepeats", own.naming AS "taskNaming"
      FROM participation p
      JOIN task t ON t.id = p.task_id
      LEFT JOIN reminder_policy own ON own.task_id = t.id
      JOIN post po ON po.id = p.post_id
      JOIN organisation o ON o.id = po.org_id
      WHERE ${owing} AND t.issued_at IS NOT NULL AND (t.paused_until IS NULL OR t.paused_until <= ${todayOf(app)}::date) AND ${where}) x`;
}

const owed = Prisma.sql`state IN ('assigned', 'acknowledged', 'returned')`;
const owing = Prisma.sql`p.state IN ('assigned', 'acknowledged', 'returned') AND t.state IN ('issued', 'in_progress')`;
/** Days for which the first chase, and the word about half a term, wait for a bot that was down. */
const waitingDays = { unread: 31, half: 14 };

/**
 * Shares of issued tasks of which something may have to be said: due (or with a control date) by `horizon`, not acknowledged, without the news
 * expected of them, or past half of their time. Each kind is found by an index of its own. Nothing of a task that is paused. One statement.
 */
export async function openShares(app: App, horizon: Day, policies: Policies): Promise<ShareRow[]> {
  const today = todayOf(app);
  const unread = addDays(dayIn(app.zone, app.now()), -waitingDays.unread);
  return readShares(
    app,
    Prisma.sql`(t.undo_until IS NULL OR t.undo_until <= ${app.now()}) AND p.id = ANY (ARRAY(
      SELECT id FROM participation WHERE ${owed} AND due <= ${dayToDb(horizon)}::date
      UNION SELECT id FROM participation WHERE state = 'assigned' AND assigned_at >= ${instantOf(app.zone, unread, '00:00')}
      UNION SELECT id FROM participation WHERE state = 'assigned' AND assigned_at IS NULL
      UNION SELECT id FROM participation WHERE ${owed} AND next_update < ${today}::date
      UNION SELECT id FROM participation WHERE ${owed}
        AND (due - (due - (assigned_at AT TIME ZONE 'UTC')::date) / 2) BETWEEN ${today}::date - ${waitingDays.half}::int AND ${today}::date
      UNION SELECT i.id FROM task c JOIN participation i ON i.task_id = c.id WHERE cardinality(c.interim_dues) > 0
        AND c.state IN ('issued', 'in_progress')
        AND EXISTS (SELECT 1 FROM unnest(c.interim_dues) AS d WHERE d BETWEEN ${today}::date AND ${dayToDb(horizon)}::date)))`,
    policies,
  );
}

/** Shares (table `p`) on which `where` holds and from which something is owed, with the plan of their policy where policies are given. */
export async function readShares(app: App, where: Prisma.Sql, policies?: Policies): Promise<ShareRow[]> {
  const [row] = await app.db.$queryRaw<{ rows: DbShare[] }[]>(shareRows(app, where));
  return (row?.rows ?? []).map(({ issuedDay, issuedTime, week, ...share }) => ({
    ...share,
    week: week === 6 ? 6 : 5,
    issued: { day: issuedDay, time: issuedTime },
    ...(policies && { plan: planOf(policies.at(share.orgPath), share) }),
  }));
}

/** The task's own days and repeats come before those of the executor's organisation; the hours are the organisation's. */
function planOf(policy: Policy, { taskDays, taskRepeats }: Pick<ShareRow, 'taskDays' | 'taskRepeats'>): Policy {
  const daysBefore = taskDays && taskDays.length > 0 ? taskDays : policy.daysBefore;
  return { ...policy, daysBefore, repeats: taskRepeats ?? policy.repeats };
}

function todayOf(app: App): Date {
  return dayToDb(dayIn(app.zone, app.now()));
}

/** What was said about a share, and whether it arrived. */
export type NoticeRow = {
  participationId: number;
  step: string;
  due: Day;
  /** "person:12", "place:3" or "post:5". */
  recipient: string;
  /** The day it was written down. */
  day: Day;
  sent: boolean;
};

/** Every notice of these shares under the date they have now. One statement. */
export async function noticesOf(app: App, participationIds: number[]): Promise<NoticeRow[]> {
  const [row] = await app.db.$queryRaw<{ rows: NoticeRow[] }[]>`
    SELECT coalesce(json_agg(x), '[]') AS rows FROM (
      SELECT n.participation_id AS "participationId", n.step, n.due, n.recipient,
        to_char(n.created_at AT TIME ZONE ${app.zone}, 'YYYY-MM-DD') AS day, coalesce(m.state = 'sent' AND n.outcome IS NULL, false) AS sent
      FROM notice n
      JOIN participation p ON p.id = n.participation_id
      LEFT JOIN outgoing_message m ON m.id = n.message_id
      WHERE n.participation_id = ANY(${participationIds}::int[]) AND (n.due = p.due OR n.step ~ '^(named/)?(unack$|interim-|update/|half)')
      ORDER BY n.id) x`;
  return row?.rows ?? [];
}

/**
 * SQL: the message of this notice left without it, or was cancelled before it left, because the hours of the day were over (an outage) or
 * nothing of it stood any more at that moment. Then nobody heard of the step, and it is open again.
 */
export function neverLeft(notice: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${notice}.outcome IS NOT DISTINCT FROM 'settled' OR EXISTS (SELECT 1 FROM outgoing_message unsent
    WHERE unsent.id = ${notice}.message_id AND unsent.state = 'cancelled' AND unsent.outcome IN ('expired', 'no longer stands')))`;
}

/** Names of the steps that were told (rungs that never arrived as `unheard`), by share and recipient, under the date the share has now. One statement. */
export async function toldSteps(app: App, participationIds: number[]): Promise<Map<string, Set<string>>> {
  const [row] = await app.db.$queryRaw<{ told: Record<string, string[]> | null }[]>`
    SELECT json_object_agg(key, steps) AS told FROM (
      SELECT n.participation_id || '/' || n.recipient AS key, array_agg(n.step || CASE WHEN n.step LIKE 'ladder-%' AND (
        n.outcome IN ('unreachable', 'blocked') OR EXISTS (SELECT 1 FROM outgoing_message m WHERE m.id = n.message_id
          AND m.state IN ('dead', 'cancelled'))) THEN ${unheard('')} ELSE '' END) AS steps
      FROM notice n
      JOIN participation p ON p.id = n.participation_id
      WHERE n.participation_id = ANY(${participationIds}::int[]) AND (n.due = p.due OR n.step ~ '^(named/)?(unack$|interim-|update/|half)')
        AND NOT ${neverLeft(Prisma.sql`n`)}
      GROUP BY n.participation_id, n.recipient) x`;
  const told = new Map(Object.entries(row?.told ?? {}).map(([key, steps]) => [key, new Set(steps)]));
  for (const [key, steps] of [...told]) {
    const rungs = key.includes('/person:') ? [...steps].filter(isLadder) : [];
    const anybody = `${key.split('/')[0]}/anybody`;
    if (rungs.length > 0) told.set(anybody, new Set([...(told.get(anybody) ?? []), ...rungs]));
  }
  return told;
}

/** Where each post stands, and when its people may be written to. */
export async function postPlaces(app: App, postIds: number[], policies: Policies): Promise<Map<number, PostPlace>> {
  const posts = await app.db.post.findMany({
    where: { id: { in: postIds } },
    select: { id: true, org: { select: { week: true, path: true } } },
  });
  return new Map(
    posts.map(({ id, org }) => [id, { orgPath: org.path, voice: voiceOf(policies.at(org.path), org.week) }]),
  );
}

export type Seats = { posts: Map<number, PostPlace>; holders: Map<number, Holder[]> };
type SeatRow = { id: number; path: string; week: number; holders: Holder[] | null };

/** Where each post stands and who holds it today. One statement and one value: every tick asks for hundreds of posts. */
export async function seatsOf(app: App, postIds: number[], policies: Policies): Promise<Seats> {
  const today = todayOf(app);
  const [row] = await app.db.$queryRaw<{ rows: SeatRow[] | null }[]>`
    SELECT json_agg(x) AS rows FROM (
      SELECT po.id, o.path, o.week, (SELECT json_agg(json_build_object('personId', pe.id, 'chatId', pe.chat_id,
          'blocked', pe.blocked_at IS NOT NULL, 'acting', a.kind = 'acting') ORDER BY a.kind, a.id)
        FROM appointment a JOIN person pe ON pe.id = a.person_id
        WHERE a.post_id = po.id AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date)) AS holders
      FROM post po JOIN organisation o ON o.id = po.org_id WHERE po.id = ANY(${postIds}::int[])) x`;
  const rows = row?.rows ?? [];
  return {
    posts: new Map(rows.map(({ id, path, week }) => [id, { orgPath: path, voice: voiceOf(policies.at(path), week) }])),
    holders: new Map(rows.map(({ id, holders }) => [id, holders ?? []])),
  };
}

/** Which of these messages were planned already. */
export async function knownMessages(app: App, dedupeKeys: string[]): Promise<Set<string>> {
  const rows = await app.db.outgoingMessage.findMany({
    where: { dedupeKey: { in: dedupeKeys } },
    select: { dedupeKey: true },
  });
  return new Set(rows.map(({ dedupeKey }) => dedupeKey));
}

/** Name, gender and language of somebody who is addressed. */
export async function findAddressee(app: App, personId: number) {
  const person = await app.db.person.findUnique({
    where: { id: personId },
    select: { surname: true, given: true, patronymic: true, gender: true, locale: true },
  });
  if (!person) return null;
  const locale: Locale = isLocale(person.locale) ? person.locale : app.config.defaultLanguage;
  return { ...person, locale };
}
