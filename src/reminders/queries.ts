// Reads for reminders: open shares near or past their date, what was said about them, and the groups that hear of it.
import type { App } from '../app.ts';
import type { Week } from '../calendar.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { NamingPolicy, GroupPolicy, ParticipationState, TaskKind } from '../generated/prisma/client.ts';
import { isLocale, type Locale } from '../texts.ts';
import { dayFromDb, dayIn, dayToDb, timeIn, type Day } from '../time.ts';
import type { Share } from './rules.ts';

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
};

type DbShare = Omit<ShareRow, keyof Share> & {
  state: ParticipationState;
  force: TaskKind;
  due: Date | null;
  dueTime: string | null;
  issuedAt: Date;
  week: number;
};

const shareColumns = Prisma.sql`
  SELECT p.id, p.task_id AS "taskId", coalesce(t.number, '') AS number, t.headline, t.confidential, p.post_id AS "postId",
    po.name_kk AS "postNameKk", po.name_ru AS "postNameRu",
    p.state::text AS state, p.force::text AS force, p.due, p.due_time AS "dueTime", t.issued_at AS "issuedAt", o.week::int AS week,
    o.id AS "orgId", o.path AS "orgPath", o.name_kk AS "orgNameKk", o.name_ru AS "orgNameRu",
    t.issuer_post_id AS "issuerPostId", t.controller_post_id AS "controllerPostId", t.home_place_id AS "homePlaceId",
    (SELECT r.post_id FROM participation r WHERE p.role = 'co_executor' AND r.task_id = p.task_id AND r.role = 'responsible'
      AND r.state <> 'withdrawn' ORDER BY r.position, r.id LIMIT 1) AS "responsiblePostId"
  FROM participation p
  JOIN task t ON t.id = p.task_id
  JOIN post po ON po.id = p.post_id
  JOIN organisation o ON o.id = po.org_id`;

const owing = Prisma.sql`p.state IN ('assigned', 'acknowledged', 'returned') AND t.state IN ('issued', 'in_progress')`;

/** Shares of issued tasks whose executor still owes something, due by `horizon` or not acknowledged yet. One statement. */
export async function openShares(app: App, horizon: Day): Promise<ShareRow[]> {
  const rows = await app.db.$queryRaw<DbShare[]>`${shareColumns}
    WHERE ${owing} AND t.issued_at IS NOT NULL AND (t.undo_until IS NULL OR t.undo_until <= ${app.now()})
      AND (p.due <= ${dayToDb(horizon)}::date OR p.state = 'assigned')
    ORDER BY p.due NULLS LAST, t.id, p.position, p.id`;
  return rows.map((row) => toShare(app, row));
}

/** Those of the shares from which something is still owed at this moment. */
export async function owedShares(app: App, ids: number[]): Promise<ShareRow[]> {
  const rows = await app.db.$queryRaw<DbShare[]>`${shareColumns}
    WHERE ${owing} AND t.issued_at IS NOT NULL AND p.id = ANY(${ids}::int[])
    ORDER BY p.due NULLS LAST, t.id, p.position, p.id`;
  return rows.map((row) => toShare(app, row));
}

function toShare(app: App, { issuedAt, due, week, ...row }: DbShare): ShareRow {
  return {
    ...row,
    due: due && dayFromDb(due),
    week: week === 6 ? 6 : 5,
    issued: { day: dayIn(app.zone, issuedAt), time: timeIn(app.zone, issuedAt) },
  };
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
  outcome: string | null;
  sent: boolean;
};

/** Every notice of these shares under the date they have now. One statement. */
export async function noticesOf(app: App, participationIds: number[]): Promise<NoticeRow[]> {
  const rows = await app.db.$queryRaw<(Omit<NoticeRow, 'due' | 'day'> & { due: Date; createdAt: Date })[]>`
    SELECT n.participation_id AS "participationId", n.step, n.due, n.recipient, n.created_at AS "createdAt", n.outcome,
      coalesce(m.state = 'sent', false) AS sent
    FROM notice n
    JOIN participation p ON p.id = n.participation_id
    LEFT JOIN outgoing_message m ON m.id = n.message_id
    WHERE n.participation_id = ANY(${participationIds}::int[]) AND (n.due = p.due OR n.step = 'unack')`;
  return rows.map(({ due, createdAt, ...row }) => ({ ...row, due: dayFromDb(due), day: dayIn(app.zone, createdAt) }));
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
