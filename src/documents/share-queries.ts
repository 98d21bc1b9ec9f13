// Shares for printed forms: those on control with their dates, and counts by responsible executor. One statement each.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { liveSql, overdueSql } from '../tasks/list-queries.ts';
import { seenShare } from '../tasks/visible-queries.ts';
import { bearsSql } from './print-queries.ts';
import { type Day, dayFromDb, dayToDb } from '../time.ts';

export type Wanted = {
  /** The unit's place in the tree. */
  path: string;
  /** Bounds of the due dates. */
  span: { from: Day; to: Day } | null;
  /** Only what is overdue. */
  late?: boolean;
  /** The post that gave the tasks; 0: any. */
  author: number;
  /** The programme or topic; 0 or absent: any. */
  programme?: number;
};

/** Of all open shares of the unit, whether they stand in the table or not: the binding ones by state, and those that bind nobody. */
export type DueCounts = Record<'control' | 'overdue' | 'review' | 'returned' | 'extended' | 'advisory', number>;

export type DueRow = {
  number: string;
  textKk: string | null;
  textRu: string | null;
  /** Words are not for paper that goes round. */
  confidential: boolean;
  /** On special control. */
  special: boolean;
  issuer: { nameKk: string; nameRu: string };
  issuerOrg: { nameKk: string; nameRu: string };
  org: { nameKk: string; nameRu: string };
  post: { nameKk: string; nameRu: string };
  week: 5 | 6;
  first: Day | null;
  due: Day | null;
  extensions: number;
  state: string;
  overdue: boolean;
  binding: boolean;
};

function within(app: App, actor: Actor, { path, span, late, author, programme = 0 }: Wanted): Prisma.Sql {
  const dates = span
    ? Prisma.sql`AND p.due BETWEEN ${dayToDb(span.from)}::date AND ${dayToDb(span.to)}::date`
    : Prisma.empty;
  const by = author > 0 ? Prisma.sql`AND t.issuer_post_id = ${author}` : Prisma.empty;
  const over = late ? Prisma.sql`AND ${overdueSql(app)}` : Prisma.empty;
  const about =
    programme > 0
      ? Prisma.sql`AND EXISTS (SELECT 1 FROM programme d WHERE d.id = ${programme} AND ${bearsSql})`
      : Prisma.empty;
  return Prisma.sql`starts_with(o.path, ${path}) AND ${seenShare(actor)} ${dates} ${by} ${about} ${over}`;
}

type Row = Omit<DueRow, 'issuer' | 'issuerOrg' | 'org' | 'post' | 'week' | 'first' | 'due' | 'overdue'> & {
  late: boolean;
  week: number;
  first: Date | null;
  due: Date | null;
} & DueCounts &
  Record<`${'issuer' | 'issuerOrg' | 'org' | 'post'}${'Kk' | 'Ru'}`, string>;

/** Open shares of the unit that the actor sees, special control first, then by date, `take` of them at most; the counts are of all. One statement. */
export async function dueRows(
  app: App,
  actor: Actor,
  wanted: Wanted,
  take: number,
): Promise<{ rows: DueRow[]; counts: DueCounts }> {
  const binds = Prisma.sql`p.force IN ('assignment', 'commitment')`;
  const count = (what: Prisma.Sql): Prisma.Sql => Prisma.sql`(count(*) FILTER (WHERE ${what}) OVER ())::int`;
  const found = await app.db.$queryRaw<Row[]>(Prisma.sql`
    SELECT coalesce(t.number, '') AS number, t.text_kk AS "textKk", t.text_ru AS "textRu", t.confidential, t.special_control AS special,
      ip.name_kk AS "issuerKk", ip.name_ru AS "issuerRu", io.name_kk AS "issuerOrgKk", io.name_ru AS "issuerOrgRu",
      o.name_kk AS "orgKk", o.name_ru AS "orgRu", po.name_kk AS "postKk", po.name_ru AS "postRu", o.week,
      p.first_due AS first, p.due, p.extension_count AS extensions, p.state::text AS state,
      coalesce(${overdueSql(app)}, false) AS late, ${binds} AS binding, ${count(binds)} AS control,
      ${count(Prisma.sql`${binds} AND ${overdueSql(app)}`)} AS overdue, ${count(Prisma.sql`${binds} AND p.state = 'submitted'`)} AS review,
      ${count(Prisma.sql`${binds} AND p.state = 'returned'`)} AS returned, ${count(Prisma.sql`${binds} AND p.extension_count > 0`)} AS extended,
      ${count(Prisma.sql`NOT ${binds}`)} AS advisory
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
      LEFT JOIN post ip ON ip.id = t.issuer_post_id LEFT JOIN organisation io ON io.id = ip.org_id
    WHERE ${liveSql(app)} AND p.state NOT IN ('accepted', 'withdrawn') AND ${within(app, actor, wanted)}
    ORDER BY t.special_control DESC, p.due NULLS LAST, t.id, p.position, p.id LIMIT ${take}`);
  const { control = 0, overdue = 0, review = 0, returned = 0, extended = 0, advisory = 0 } = found[0] ?? {};
  return { rows: found.map(toDueRow), counts: { control, overdue, review, returned, extended, advisory } };
}

function toDueRow(row: Row): DueRow {
  const named = (what: 'issuer' | 'issuerOrg' | 'org' | 'post') => ({
    nameKk: row[`${what}Kk`] ?? '',
    nameRu: row[`${what}Ru`] ?? '',
  });
  const { number, textKk, textRu, confidential, special, extensions, state, late, binding } = row;
  return {
    ...{ number, textKk, textRu, confidential, special, extensions, state, overdue: late, binding },
    ...{ issuer: named('issuer'), issuerOrg: named('issuerOrg'), org: named('org'), post: named('post') },
    week: row.week === 6 ? 6 : 5,
    first: row.first && dayFromDb(row.first),
    due: row.due && dayFromDb(row.due),
  };
}

/** Each share counts in exactly one of these. */
export const summaryParts = ['inTime', 'late', 'review', 'work', 'overdue'] as const;
export type SummaryPart = (typeof summaryParts)[number];
export type SummaryCounts = Record<SummaryPart | 'returned' | 'extended', number>;
export type SummaryRow = SummaryCounts & {
  org: { nameKk: string; nameRu: string };
  post: { nameKk: string; nameRu: string };
};

/** Binding shares of responsible executors with a date in the span, counted by post. One statement. */
export async function summaryRows(app: App, actor: Actor, wanted: Wanted): Promise<SummaryRow[]> {
  const done = Prisma.sql`p.state = 'accepted'`;
  const overdue = Prisma.sql`coalesce(${overdueSql(app)}, false)`;
  const count = (what: Prisma.Sql): Prisma.Sql => Prisma.sql`(count(*) FILTER (WHERE ${what}))::int`;
  const rows = await app.db.$queryRaw<
    (SummaryCounts & { orgKk: string; orgRu: string; postKk: string; postRu: string })[]
  >(Prisma.sql`
    SELECT o.name_kk AS "orgKk", o.name_ru AS "orgRu", po.name_kk AS "postKk", po.name_ru AS "postRu",
      ${count(Prisma.sql`${done} AND p.in_time IS NOT FALSE`)} AS "inTime", ${count(Prisma.sql`${done} AND p.in_time = false`)} AS late,
      ${count(Prisma.sql`p.state = 'submitted'`)} AS review, ${count(overdue)} AS overdue,
      ${count(Prisma.sql`p.state NOT IN ('accepted', 'submitted') AND NOT ${overdue}`)} AS work,
      ${count(Prisma.sql`p.return_count > 0`)} AS returned, ${count(Prisma.sql`p.extension_count > 0`)} AS extended
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
    WHERE p.role = 'responsible' AND p.force IN ('assignment', 'commitment') AND p.waived_reason IS NULL AND p.state <> 'withdrawn'
      AND (t.undo_until IS NULL OR t.undo_until <= ${app.now()})
      AND (t.state IN ('issued', 'in_progress') OR (${done} AND t.state = 'closed')) AND ${within(app, actor, wanted)}
    GROUP BY po.id, o.id, 1, 2, 3, 4`);
  return rows.map(({ orgKk, orgRu, postKk, postRu, ...counts }) => ({
    ...counts,
    org: { nameKk: orgKk, nameRu: orgRu },
    post: { nameKk: postKk, nameRu: postRu },
  }));
}
