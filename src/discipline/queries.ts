// The shares that the discipline index is made of: counted by unit, or one by one. The same conditions for both, one statement each.
import type { App } from '../app.ts';
import { type Calendar, loadCalendar, type Week } from '../calendar.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { ownPromise } from '../tasks/view-queries.ts';
import { leadsIt, ownPosts, seenShare } from '../tasks/visible-queries.ts';
import { addDays, type Day, dayFromDb, dayIn, dayToDb, timeIn } from '../time.ts';
import { type Fault, type Kind, type Merit, type Outcome, type Tally, tallyOf } from './rules.ts';

/** Dates from one day to another, both included. */
export type Span = { from: Day; to: Day };
/** A subtree; `postIds` narrows it to these posts, for whoever reads no subtree. */
export type Scope = { path: string; postIds: number[] | null };
/** A unit below the one looked at, with everything under it; `orgId` null: the body itself. */
export type UnitTally = Tally & { orgId: number | null };
/** Why a share with a date in the span does not count. */
export type LeftOut = 'absent' | 'excused';

export type Item = {
  participationId: number;
  postId: number;
  orgId: number;
  number: string;
  /** Null where the reader may know no more than number and date. */
  headline: string | null;
  due: Day;
  merit: Merit;
  leftOut: LeftOut | null;
  /** Faults that are disputed, no longer count, or count although they were disputed. */
  open: Fault[];
  granted: Fault[];
  refused: Fault[];
};

type MeritRow = { outcome: Outcome; returns: number; extensions: number; acknowledged: boolean; review: boolean };

/** Working days by which a task is to be noted are counted back so far; what arrived earlier has a week. */
const knownDays = 500;

/**
 * SQL: one row for each binding share whose date lies in the span and has passed, or that is accepted: what it is judged by. Once its date
 * has passed a share counts in every state, so that handing in or accepting it only raises what it is worth: one under review counts by the
 * day it was handed in. Of confidential tasks only what the actor's lists show.
 */
function facts(app: App, actor: Actor, calendar: Calendar, { path, postIds }: Scope, { from, to }: Span): Prisma.Sql {
  const now = app.now();
  const today = dayIn(app.zone, now);
  const days = Array.from({ length: knownDays }, (_, i) => addDays(today, 1 - i));
  const next = (week: Week): Date[] => days.map((day) => dayToDb(calendar.nextWorkingDay(day, week)));
  const past = Prisma.sql`(p.due < ${dayToDb(today)}::date OR (p.due = ${dayToDb(today)}::date AND p.due_time <= ${timeIn(app.zone, now)}))`;
  const granted = (fault: Fault): Prisma.Sql => Prisma.sql`coalesce(${fault} = ANY (ap.granted), false)`;
  const accepted = Prisma.sql`p.state = 'accepted'`;
  const done = Prisma.sql`p.state IN ('accepted', 'submitted')`;
  const late = Prisma.sql`CASE WHEN ${accepted} THEN p.in_time IS FALSE
    ELSE p.submitted_at AT TIME ZONE ${app.zone} >= p.due + coalesce(p.due_time, '24:00')::interval END`;
  return Prisma.sql`
    SELECT p.id, p.task_id, p.post_id, p.due, o.id AS org_id, o.path, ap.granted, ap.open, ap.refused,
      CASE WHEN ${done} AND (NOT (${late}) OR ${granted('overdue')}) THEN 'in_time'
        WHEN ${done} THEN 'late' ELSE 'not_done' END AS outcome, NOT ${accepted} AND ${done} AS review,
      CASE WHEN ${granted('returned')} THEN 0 ELSE least(p.return_count, 3) END AS returns,
      CASE WHEN ${granted('extended')} THEN 0 ELSE least(p.extension_count, 2) END AS extensions,
      (${granted('unacknowledged')} OR coalesce(
        (coalesce(p.acknowledged_at, p.submitted_at) AT TIME ZONE ${app.zone})::date
          <= coalesce(CASE o.week WHEN 6 THEN n.six ELSE n.five END, arrived.day + 7), false)) AS acknowledged,
      CASE WHEN EXISTS (SELECT 1 FROM absence ab WHERE ab.post_id = p.post_id AND ab.cancelled_at IS NULL
          AND p.due BETWEEN ab.from_day AND ab.to_day) THEN 'absent'
        WHEN NOT (${done}) AND ${granted('overdue')} THEN 'excused' END AS left_out
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
      CROSS JOIN LATERAL (SELECT (coalesce(p.assigned_at, t.issued_at) AT TIME ZONE ${app.zone})::date AS day) arrived
      LEFT JOIN unnest(${days.map(dayToDb)}::date[], ${next(5)}::date[], ${next(6)}::date[]) AS n(day, five, six) ON n.day = arrived.day
      LEFT JOIN LATERAL (SELECT array_agg(a.fault) FILTER (WHERE a.state = 'granted') AS granted,
        array_agg(a.fault) FILTER (WHERE a.state = 'open') AS open,
        array_agg(a.fault) FILTER (WHERE a.state = 'refused') AS refused FROM appeal a WHERE a.participation_id = p.id) ap ON true
    WHERE starts_with(o.path, ${path}) ${postIds === null ? Prisma.empty : Prisma.sql`AND p.post_id = ANY (${postIds}::int[])`}
      AND (NOT t.confidential OR ${seenShare(actor)})
      AND p.force IN ('assignment', 'commitment') AND p.waived_reason IS NULL
      AND p.due BETWEEN ${dayToDb(from)}::date AND ${dayToDb(to)}::date
      AND (t.undo_until IS NULL OR t.undo_until <= ${now})
      AND ((${accepted} AND t.state IN ('issued', 'in_progress', 'closed'))
        OR (p.state IN ('assigned', 'acknowledged', 'submitted', 'returned') AND t.state IN ('issued', 'in_progress') AND ${past}))`;
}

/** The index of a scope and of each unit next below it, for shares whose date lies in the span, as the actor may know it. One statement. */
export async function unitTallies(
  app: App,
  actor: Actor,
  scope: Scope,
  span: Span,
): Promise<{ whole: Tally; units: UnitTally[] }> {
  const calendar = await loadCalendar(app);
  const rows = await app.db.$queryRaw<(MeritRow & { unit: string; n: number })[]>`
    SELECT split_part(substr(f.path, ${scope.path.length + 1}), '/', 1) AS unit, f.outcome, f.returns::int, f.extensions::int, f.acknowledged, f.review,
      count(*)::int AS n
    FROM (${facts(app, actor, calendar, scope, span)}) f WHERE f.left_out IS NULL GROUP BY 1, 2, 3, 4, 5, 6`;
  const counted = rows.map(({ unit, n, ...merit }) => ({ unit, n, merit }));
  const units = [...new Set(rows.map(({ unit }) => unit))].map((unit) => ({
    orgId: unit === '' ? null : Number(unit),
    ...tallyOf(counted.filter((row) => row.unit === unit)),
  }));
  return { whole: tallyOf(counted), units };
}

/** One page of the shares behind an index, or behind one of its counts, the worst first, and how many there are; those that do not count come last. One statement. */
export async function disciplineItems(
  app: App,
  actor: Actor,
  { scope, span, skip, take, kind }: { scope: Scope; span: Span; skip: number; take: number; kind?: Kind | undefined },
): Promise<{ items: Item[]; total: number }> {
  const rows = await readItems(app, actor, scope, span, Prisma.sql`LIMIT ${take} OFFSET ${skip}`, kind);
  return { items: rows.map(toItem), total: rows[0]?.total ?? 0 };
}

/** One share as the index sees it; null when it does not enter into it. */
export async function disciplineItem(app: App, actor: Actor, participationId: number): Promise<Item | null> {
  const share = await app.db.participation.findUnique({
    where: { id: participationId },
    include: { post: { include: { org: true } } },
  });
  if (!share?.due) return null;
  const day = dayFromDb(share.due);
  const scope = { path: share.post.org.path, postIds: [share.postId] };
  const rows = await readItems(app, actor, scope, { from: day, to: day }, Prisma.empty);
  const row = rows.find((found) => found.participationId === participationId);
  return row ? toItem(row) : null;
}

type ItemRow = MeritRow & {
  participationId: number;
  postId: number;
  orgId: number;
  number: string | null;
  headline: string;
  seen: boolean;
  due: Date;
  leftOut: LeftOut | null;
  open: Fault[] | null;
  granted: Fault[] | null;
  refused: Fault[] | null;
  total: number;
};

/** SQL: the row of `facts` is one of those that a tally counts so; the same as `tallyOf`. */
const ofKind: Record<Kind, Prisma.Sql> = {
  sample: Prisma.sql`true`,
  inTime: Prisma.sql`f.outcome = 'in_time'`,
  late: Prisma.sql`f.outcome = 'late'`,
  notDone: Prisma.sql`f.outcome = 'not_done'`,
  acceptedAtFirst: Prisma.sql`f.outcome <> 'not_done' AND NOT f.review AND f.returns = 0`,
  returned: Prisma.sql`f.returns > 0`,
  extended: Prisma.sql`f.extensions > 0`,
  unacknowledged: Prisma.sql`NOT f.acknowledged`,
};

async function readItems(
  app: App,
  actor: Actor,
  scope: Scope,
  span: Span,
  page: Prisma.Sql,
  kind?: Kind,
): Promise<ItemRow[]> {
  const counted = kind ? Prisma.sql`f.left_out IS NULL AND ${ofKind[kind]}` : Prisma.sql`true`;
  const calendar = await loadCalendar(app);
  return app.db.$queryRaw<ItemRow[]>`
    SELECT f.id AS "participationId", f.post_id AS "postId", f.org_id AS "orgId", t.number, t.headline, ${seenShare(actor)} AS seen, f.due,
      f.outcome, f.returns::int, f.extensions::int, f.acknowledged, f.review, f.left_out AS "leftOut", f.open, f.granted, f.refused, (count(*) OVER ())::int AS total
    FROM (${facts(app, actor, calendar, scope, span)}) f JOIN participation p ON p.id = f.id JOIN task t ON t.id = f.task_id
    WHERE ${counted} ORDER BY f.left_out IS NOT NULL, array_position(ARRAY['not_done', 'late', 'in_time'], f.outcome), f.returns DESC, f.extensions DESC,
      f.acknowledged, f.due, f.id ${page}`;
}

function toItem(row: ItemRow): Item {
  const { outcome, returns, extensions, acknowledged, review } = row;
  return {
    participationId: row.participationId,
    postId: row.postId,
    orgId: row.orgId,
    number: row.number ?? '',
    headline: row.seen ? row.headline : null,
    due: dayFromDb(row.due),
    merit: { outcome, returns, extensions, acknowledged, review },
    leftOut: row.leftOut,
    open: row.open ?? [],
    granted: row.granted ?? [],
    refused: row.refused ?? [],
  };
}

/** Organisations by id, with their paths. */
export async function orgsById(app: App, orgIds: number[]) {
  const rows = await app.db.organisation.findMany({
    where: { id: { in: orgIds } },
    select: { id: true, nameKk: true, nameRu: true, path: true, parentId: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

export type AppealView = {
  appealId: number;
  participationId: number;
  fault: Fault;
  text: string;
  state: string;
  answer: string | null;
  madeAt: Date;
};

/** Of a commitment that its executor issued, whoever controls it decides. */
const decider = Prisma.sql`(CASE WHEN ${ownPromise} THEN t.controller_post_id ELSE t.issuer_post_id END)`;

/** Appeals that wait for a decision by one of the actor's posts, the oldest first: of tasks it issued, under special control of its tree. One statement. */
export async function openAppeals(app: App, actor: Actor): Promise<AppealView[]> {
  const rows = await app.db.$queryRaw<Omit<AppealView, 'state' | 'answer'>[]>`
    SELECT a.id AS "appealId", a.participation_id AS "participationId", a.fault, a.text, a.made_at AS "madeAt"
    FROM appeal a JOIN participation p ON p.id = a.participation_id JOIN task t ON t.id = p.task_id
    WHERE a.state = 'open' AND p.post_id <> ALL (${actor.posts.map(({ postId }) => postId)}::int[]) AND a.made_by_id <> ${actor.personId}
      AND CASE WHEN t.special_control THEN ${leadsIt(actor)} ELSE ${decider} = ${ownPosts(actor)} OR ${leadsIt(actor)} END
    ORDER BY a.made_at, a.id`;
  return rows.map((row) => ({ ...row, state: 'open', answer: null }));
}

/** One appeal. */
export async function appealView(app: App, appealId: number): Promise<AppealView | null> {
  const row = await app.db.appeal.findUnique({ where: { id: appealId } });
  if (!row) return null;
  const { participationId, text, state, answer, madeAt } = row;
  return { appealId, participationId, fault: row.fault as Fault, text, state, answer, madeAt };
}

/** An organisation with its place in the tree. */
export async function orgAt(app: App, orgId: number) {
  return (await orgsById(app, [orgId])).get(orgId) ?? null;
}

/** Absences of a post that stand, the latest first; so many at most as a screen shows. */
export async function absencesOf(app: App, postId: number) {
  const rows = await app.db.absence.findMany({
    where: { postId, cancelledAt: null },
    orderBy: { fromDay: 'desc' },
    take: 8,
  });
  return rows.map(({ id, fromDay, toDay, reason }) => ({
    absenceId: id,
    from: dayFromDb(fromDay),
    to: dayFromDb(toDay),
    reason,
  }));
}
