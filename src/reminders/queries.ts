// Reads for reminders: open shares near or past their date, what was said about them, and the groups that hear of it.
import type { App } from '../app.ts';
import type { Week } from '../calendar.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { GroupPolicy, NamingPolicy } from '../generated/prisma/client.ts';
import { isLocale, type Locale } from '../texts.ts';
import { dayIn, dayToDb, type Clock, type Day } from '../time.ts';
import { unheard, type Share } from './rules.ts';

/** A share with what its reminders say and whom they go to. */
export type ShareRow = Share & {
  id: number;
  taskId: number;
  /** "2.1" or "Т-148". */
  number: string;
  headline: string;
  confidential: boolean;
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
};

type DbShare = Omit<ShareRow, 'issued' | 'week'> & { issuedDay: Day; issuedTime: Clock; week: number };

/** Rows come as one JSON value: thousands of them cost the driver more than the query costs the database. */
function shareRows(app: App, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(json_agg(x ORDER BY x.due NULLS LAST, x."taskId", x.position, x.id), '[]') AS rows FROM (
      SELECT p.id, p.task_id AS "taskId", coalesce(t.number, '') AS number, t.headline, t.confidential, p.post_id AS "postId",
        po.name_kk AS "postNameKk", po.name_ru AS "postNameRu", p.state, p.force, p.due, p.due_time AS "dueTime", p.position,
        to_char(t.issued_at AT TIME ZONE ${app.zone}, 'YYYY-MM-DD') AS "issuedDay",
        to_char(t.issued_at AT TIME ZONE ${app.zone}, 'HH24:MI') AS "issuedTime", o.week,
        o.id AS "orgId", o.path AS "orgPath", o.name_kk AS "orgNameKk", o.name_ru AS "orgNameRu",
        t.issuer_post_id AS "issuerPostId", t.controller_post_id AS "controllerPostId", t.home_place_id AS "homePlaceId",
        (SELECT r.post_id FROM participation r WHERE p.role = 'co_executor' AND r.task_id = p.task_id AND r.role = 'responsible'
          AND r.state <> 'withdrawn' ORDER BY r.position, r.id LIMIT 1) AS "responsiblePostId",
        CASE WHEN p.state = 'returned' THEN (SELECT to_char(max(r.decided_at) AT TIME ZONE ${app.zone}, 'YYYY-MM-DD')
          FROM report r WHERE r.participation_id = p.id AND r.state = 'returned') END AS "returnedDay",
        p.next_update AS "nextUpdate", t.update_rule AS "updateRule", to_json(coalesce(t.interim_dues, '{}')) AS "interimDues",
        CASE WHEN cardinality(t.interim_dues) > 0 THEN (SELECT to_char(max(r.submitted_at) AT TIME ZONE ${app.zone}, 'YYYY-MM-DD')
          FROM report r WHERE r.participation_id = p.id AND r.state <> 'undone') END AS "lastReportDay"
      FROM participation p
      JOIN task t ON t.id = p.task_id
      JOIN post po ON po.id = p.post_id
      JOIN organisation o ON o.id = po.org_id
      WHERE ${owing} AND t.issued_at IS NOT NULL AND ${where}) x`;
}

const owing = Prisma.sql`p.state IN ('assigned', 'acknowledged', 'returned') AND t.state IN ('issued', 'in_progress')`;

/** Shares of issued tasks whose executor still owes something, due (or with a control date) by `horizon`, not acknowledged yet, or without the news expected of them. One statement. */
export async function openShares(app: App, horizon: Day): Promise<ShareRow[]> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  return readShares(
    app,
    Prisma.sql`(t.undo_until IS NULL OR t.undo_until <= ${app.now()})
      AND (p.due <= ${dayToDb(horizon)}::date OR p.state = 'assigned' OR p.next_update < ${today}::date
        OR EXISTS (SELECT 1 FROM unnest(t.interim_dues) AS d WHERE d BETWEEN ${today}::date AND ${dayToDb(horizon)}::date))`,
  );
}

/** Those of the shares from which something is still owed at this moment. */
export async function owedShares(app: App, ids: number[]): Promise<ShareRow[]> {
  return readShares(app, Prisma.sql`p.id = ANY(${ids}::int[])`);
}

async function readShares(app: App, where: Prisma.Sql): Promise<ShareRow[]> {
  const [row] = await app.db.$queryRaw<{ rows: DbShare[] }[]>(shareRows(app, where));
  return (row?.rows ?? []).map(({ issuedDay, issuedTime, week, ...share }) => ({
    ...share,
    week: week === 6 ? 6 : 5,
    issued: { day: issuedDay, time: issuedTime },
  }));
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
        to_char(n.created_at AT TIME ZONE ${app.zone}, 'YYYY-MM-DD') AS day, coalesce(m.state = 'sent', false) AS sent
      FROM notice n
      JOIN participation p ON p.id = n.participation_id
      LEFT JOIN outgoing_message m ON m.id = n.message_id
      WHERE n.participation_id = ANY(${participationIds}::int[]) AND (n.due = p.due OR n.step ~ '^(unack$|interim-|update/)')
      ORDER BY n.id) x`;
  return row?.rows ?? [];
}

/** Names of the steps that were told (rungs that never arrived as `unheard`), by share and recipient, under the date the share has now. One statement. */
export async function toldSteps(app: App, participationIds: number[]): Promise<Map<string, Set<string>>> {
  const [row] = await app.db.$queryRaw<{ told: Record<string, string[]> | null }[]>`
    SELECT json_object_agg(key, steps) AS told FROM (
      SELECT n.participation_id || '/' || n.recipient AS key, array_agg(n.step || CASE WHEN n.step LIKE 'ladder-%' AND (
        n.outcome = 'unreachable' OR EXISTS (SELECT 1 FROM outgoing_message m WHERE m.id = n.message_id
          AND m.state IN ('dead', 'cancelled'))) THEN ${unheard('')} ELSE '' END) AS steps
      FROM notice n
      JOIN participation p ON p.id = n.participation_id
      WHERE n.participation_id = ANY(${participationIds}::int[]) AND (n.due = p.due OR n.step ~ '^(unack$|interim-|update/)')
      GROUP BY n.participation_id, n.recipient) x`;
  return new Map(Object.entries(row?.told ?? {}).map(([key, steps]) => [key, new Set(steps)]));
}

/** Working days in a week of the organisation of each post. */
export async function weeksOf(app: App, postIds: number[]): Promise<Map<number, Week>> {
  const posts = await app.db.post.findMany({
    where: { id: { in: postIds } },
    select: { id: true, org: { select: { week: true } } },
  });
  return new Map(posts.map(({ id, org }) => [id, org.week === 6 ? 6 : 5]));
}

/** A group or topic that gets a combined reminder. */
export type PlaceRow = {
  id: number;
  chatId: number;
  threadId: number | null;
  orgId: number;
  week: Week;
  policy: GroupPolicy;
  naming: NamingPolicy;
};

/** Every bound place the bot can write to. */
export async function placesToRemind(app: App): Promise<PlaceRow[]> {
  const rows = await app.db.place.findMany({
    where: { unboundAt: null, chat: { active: true } },
    select: placeColumns,
    orderBy: { id: 'asc' },
  });
  return rows.map(toPlace);
}

/** The place, if it is still bound. */
export async function findPlaceToRemind(app: App, id: number): Promise<PlaceRow | null> {
  const row = await app.db.place.findFirst({ where: { id, unboundAt: null }, select: placeColumns });
  return row && toPlace(row);
}

const placeColumns = {
  id: true,
  chatId: true,
  threadId: true,
  orgId: true,
  policy: true,
  naming: true,
  org: { select: { week: true } },
} satisfies Prisma.PlaceSelect;

function toPlace({ org, ...row }: Prisma.PlaceGetPayload<{ select: typeof placeColumns }>): PlaceRow {
  return { ...row, week: org.week === 6 ? 6 : 5 };
}

/** Which of these messages were planned already. */
export async function knownMessages(app: App, dedupeKeys: string[]): Promise<Set<string>> {
  const rows = await app.db.outgoingMessage.findMany({
    where: { dedupeKey: { in: dedupeKeys } },
    select: { dedupeKey: true },
  });
  return new Set(rows.map(({ dedupeKey }) => dedupeKey));
}

/** How many people hold a post with an open share and cannot be written to in private (subtree of `orgPath`). */
export async function countUnreachable(app: App, orgPath: string): Promise<number> {
  const today = dayToDb(dayIn(app.zone, app.now()));
  const [row] = await app.db.$queryRaw<{ n: number }[]>`
    SELECT count(DISTINCT pe.id)::int AS n FROM participation p
    JOIN task t ON t.id = p.task_id
    JOIN post po ON po.id = p.post_id
    JOIN organisation o ON o.id = po.org_id
    JOIN appointment a ON a.post_id = po.id AND a.from_day <= ${today}::date AND (a.to_day IS NULL OR a.to_day >= ${today}::date)
    JOIN person pe ON pe.id = a.person_id
    WHERE ${owing} AND o.path LIKE ${`${orgPath}%`} AND (pe.chat_id IS NULL OR pe.blocked_at IS NOT NULL)`;
  return row?.n ?? 0;
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
