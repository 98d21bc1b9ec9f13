// Reads the ledger of delivery: what was sent, what could not even be planned, and reminders nobody could hear.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { type Day, dayIn, dayToDb } from '../time.ts';
import { outcomeOf, type Outcome, outcomes, type Reason } from './rules.ts';

/** Whose deliveries are read: subtrees ('/1/5/'); null for the whole installation. */
export type Scopes = string[] | null;

export type Entry = {
  /** When it was sent, or else when it was to be. */
  at: Date;
  kind: string;
  outcome: Outcome;
  reason: Reason | null;
  /** Number of the task it is about; null for others. */
  number: string | null;
  /** Names of the person; null for a group or a vacant post. */
  person: { surname: string; given: string } | null;
  /** The post through which the person is written to; null for a group. */
  post: { nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } } | null;
  /** Title of the group; null for a person. */
  group: string | null;
  messageId: number | null;
};

export type LedgerFilter = {
  scopes: Scopes;
  since: Date;
  outcome?: Outcome;
  /** Only what is about the tasks with one of these numbers. */
  numbers?: string[];
};

type Row = Omit<Entry, 'outcome' | 'reason' | 'messageId'> & {
  state: string;
  outcome: string | null;
  messageId: bigint | null;
};

/** SQL: does the outcome of state `state` and words `said` belong to this class of the rules? Kept beside `outcomeOf`, and compared with it by a test. */
const classOf = Prisma.sql`CASE
  WHEN state = 'sent' THEN 'sent'
  WHEN state IN ('planned', 'leased', 'sending') THEN 'waiting'
  WHEN state = 'unknown' THEN 'unknown'
  WHEN said ~ '^(vacant|never-started|unreachable|blocked)$' OR said ~* ('bot was blocked|user is deactivated|bot was kicked|bot is not a member|chat is gone'
    || '|chat not found|user not found|PEER_ID|TOPIC_|thread not found|not enough rights|have no rights|CHAT_WRITE|CHAT_RESTRICTED') THEN 'unreachable'
  WHEN state = 'dead' THEN 'failed'
  ELSE 'cancelled' END`;

/** SQL: the three sources as one table `l`, inside the scopes. */
function ledger(app: App, { scopes, since, numbers }: LedgerFilter): Prisma.Sql {
  const today = dayToDb(dayIn(app.zone, app.now()) satisfies Day);
  const inside = (path: Prisma.Sql): Prisma.Sql =>
    scopes === null ? Prisma.sql`true` : Prisma.sql`${path} LIKE ANY (${scopes.map((scope) => `${scope}%`)}::text[])`;
  const about = numbers === undefined ? Prisma.sql`true` : Prisma.sql`t.number = ANY (${numbers}::text[])`;
  return Prisma.sql`(
    SELECT m.id, coalesce(m.sent_at, m.due_at) AS at, m.kind, m.state, coalesce(m.outcome, '') AS said, m.message_id, t.number,
      m.person_id, seat.post_id, CASE WHEN c.type <> 'private' THEN coalesce(c.title, '') END AS group_title
    FROM outgoing_message m JOIN chat c ON c.id = m.chat_id
    LEFT JOIN task t ON t.id = (m.data->>'taskId')::int
    LEFT JOIN LATERAL (
      SELECT a.post_id FROM appointment a JOIN post po ON po.id = a.post_id JOIN organisation o ON o.id = po.org_id
      WHERE a.person_id = m.person_id AND a.from_day <= ${today}::date AND ${inside(Prisma.sql`o.path`)}
      ORDER BY (a.to_day IS NULL OR a.to_day >= ${today}::date) DESC, a.id LIMIT 1
    ) seat ON true
    WHERE m.created_at >= ${since} AND ${about} AND (${scopes === null} OR seat.post_id IS NOT NULL OR (c.type <> 'private' AND EXISTS (
      SELECT 1 FROM place pl JOIN organisation o ON o.id = pl.org_id WHERE pl.chat_id = c.id AND ${inside(Prisma.sql`o.path`)})))
    UNION ALL
    SELECT u.id, u.created_at, u.kind, 'unreachable', u.reason, NULL, t.number, u.person_id, u.post_id, NULL
    FROM undelivered u JOIN post po ON po.id = u.post_id JOIN organisation o ON o.id = po.org_id
    LEFT JOIN task t ON t.id = (u.data->>'taskId')::int
    WHERE u.created_at >= ${since} AND ${about} AND ${inside(Prisma.sql`o.path`)}
    UNION ALL
    SELECT n.id, n.created_at, 'reminders.private', 'unreachable', n.outcome, NULL, t.number,
      CASE WHEN n.recipient LIKE 'person:%' THEN substr(n.recipient, 8)::int END, p.post_id, NULL
    FROM notice n JOIN participation p ON p.id = n.participation_id JOIN task t ON t.id = p.task_id
    JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
    WHERE n.message_id IS NULL AND n.outcome IN ('unreachable', 'vacant') AND n.created_at >= ${since} AND ${about} AND ${inside(Prisma.sql`o.path`)}
  ) l`;
}

/** How many messages ended in which outcome. One statement. */
export async function countOutcomes(app: App, filter: LedgerFilter): Promise<Record<Outcome, number>> {
  const rows = await app.db.$queryRaw<{ class: Outcome; n: number }[]>`
    SELECT ${classOf} AS class, count(*)::int AS n FROM ${ledger(app, filter)} GROUP BY 1`;
  const counted = new Map(rows.map((row) => [row.class, row.n]));
  return Object.fromEntries(outcomes.map((outcome) => [outcome, counted.get(outcome) ?? 0])) as Record<Outcome, number>;
}

/** Entries of the ledger, the latest first. One statement. */
export async function ledgerEntries(
  app: App,
  filter: LedgerFilter,
  { skip = 0, take }: { skip?: number; take: number },
): Promise<Entry[]> {
  const wanted = filter.outcome === undefined ? Prisma.sql`true` : Prisma.sql`${classOf} = ${filter.outcome}`;
  const rows = await app.db.$queryRaw<Row[]>`
    SELECT l.at, l.kind, l.state, l.said AS outcome, l.number, l.message_id AS "messageId", l.group_title AS "group",
      CASE WHEN pe.id IS NOT NULL THEN json_build_object('surname', pe.surname, 'given', pe.given) END AS person,
      CASE WHEN po.id IS NOT NULL THEN json_build_object('nameKk', po.name_kk, 'nameRu', po.name_ru,
        'org', json_build_object('nameKk', o.name_kk, 'nameRu', o.name_ru)) END AS post
    FROM ${ledger(app, filter)}
    LEFT JOIN person pe ON pe.id = l.person_id
    LEFT JOIN post po ON po.id = l.post_id LEFT JOIN organisation o ON o.id = po.org_id
    WHERE ${wanted} ORDER BY l.at DESC, l.kind, l.id DESC OFFSET ${skip} LIMIT ${take}`;
  return rows.map(({ state, outcome, messageId, ...row }) => ({
    ...row,
    ...outcomeOf({ state, outcome }),
    messageId: messageId === null ? null : Number(messageId),
  }));
}
