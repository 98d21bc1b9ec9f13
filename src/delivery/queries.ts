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
  /** Number of the protocol that the task is an item of, else the day of its meeting: items of several have one number. */
  protocol: { number: string | null; day: Day } | null;
  /** The step of a reminder, `before-3`; null where entries are whole messages. */
  step: string | null;
  /** Names of the person; null for a group or a vacant post. */
  person: { surname: string; given: string } | null;
  /** The post through which the person is written to; null for a group. */
  post: { nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } } | null;
  /** Title of the group; null for a person. */
  group: string | null;
  /** The organisation that the forum topic is bound to; null for a whole group and a person. */
  topic: { nameKk: string; nameRu: string } | null;
  messageId: number | null;
};

export type LedgerFilter = {
  scopes: Scopes;
  since: Date;
  outcome?: Outcome;
  /** Only what is about the tasks with one of these numbers. */
  numbers?: string[];
  /** Combined reminders step by step and task by task, not one entry a message; `all`: also steps that another reminder covers. */
  steps?: 'said' | 'all';
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

/** SQL: the post through which a notice `n` of share `p` of task `t` reaches somebody: the executor's, or that of the rung. */
const postOfNotice = Prisma.sql`CASE
  WHEN n.recipient LIKE 'post:%' THEN substr(n.recipient, 6)::int
  WHEN n.step = 'ladder-responsible' THEN (SELECT r.post_id FROM participation r WHERE r.task_id = t.id AND r.role = 'responsible'
    AND r.state <> 'withdrawn' ORDER BY r.position, r.id LIMIT 1)
  WHEN n.step IN ('ladder-controller', 'half-control') THEN coalesce(t.controller_post_id, t.issuer_post_id)
  WHEN n.step = 'ladder-issuer' THEN t.issuer_post_id
  ELSE p.post_id END`;

const personOfNotice = Prisma.sql`CASE WHEN n.recipient LIKE 'person:%' THEN substr(n.recipient, 8)::int END`;

type Conditions = { since: Date; about: Prisma.Sql; inside: (path: Prisma.Sql) => Prisma.Sql };

/** SQL: steps of reminders that no message says, and why; with `steps` also those that another one covers. */
function unsaidNotices({ since, about, inside }: Conditions, steps: LedgerFilter['steps']): Prisma.Sql {
  const outcomes = ['unreachable', 'blocked', 'vacant', ...(steps === 'all' ? ['late', 'merged'] : [])];
  return Prisma.sql`
    SELECT n.id, n.created_at AS at, CASE WHEN n.recipient LIKE 'place:%' THEN 'reminders.group' ELSE 'reminders.private' END AS kind,
      CASE WHEN n.outcome IN ('late', 'merged') THEN 'cancelled' ELSE 'unreachable' END AS state, n.outcome AS said,
      NULL::bigint AS message_id, t.number, ${personOfNotice} AS person_id, po.id AS post_id, c.title AS group_title, n.step, t.id AS task_id,
      pl.id AS place_id
    FROM notice n JOIN participation p ON p.id = n.participation_id JOIN task t ON t.id = p.task_id
    JOIN post po ON po.id = ${postOfNotice} LEFT JOIN place pl ON n.recipient = 'place:' || pl.id LEFT JOIN chat c ON c.id = pl.chat_id
    JOIN organisation o ON o.id = coalesce(pl.org_id, po.org_id)
    WHERE n.message_id IS NULL AND n.outcome = ANY (${outcomes}::text[]) AND n.created_at >= ${since} AND ${about}
      AND ${inside(Prisma.sql`o.path`)}`;
}

/** SQL: the group heard of the step for one share at least: what was settled before its message left was not said. */
const heard = Prisma.sql`bool_or(n.outcome IS NULL)`;

/** SQL: the combined messages step by step, each with what became of its message, or that it left without the step; a group hears of a step once for all executors of a task. */
function saidSteps({ since, about, inside }: Conditions): Prisma.Sql {
  return Prisma.sql`
    SELECT n.id, coalesce(m.sent_at, m.due_at) AS at, m.kind, CASE WHEN n.outcome IS NULL THEN m.state ELSE 'cancelled' END AS state,
      coalesce(n.outcome, m.outcome, '') AS said, CASE WHEN n.outcome IS NULL THEN m.message_id END AS message_id, t.number, ${personOfNotice} AS person_id, po.id AS post_id, NULL AS group_title, n.step,
      t.id AS task_id, NULL::int AS place_id
    FROM notice n JOIN outgoing_message m ON m.id = n.message_id JOIN participation p ON p.id = n.participation_id
    JOIN task t ON t.id = p.task_id JOIN post po ON po.id = ${postOfNotice} JOIN organisation o ON o.id = po.org_id
    WHERE n.recipient LIKE 'person:%' AND n.created_at >= ${since} AND ${about} AND ${inside(Prisma.sql`o.path`)}
    UNION ALL
    SELECT min(n.id), coalesce(m.sent_at, m.due_at), m.kind, CASE WHEN ${heard} THEN m.state ELSE 'cancelled' END,
      CASE WHEN ${heard} THEN coalesce(m.outcome, '') ELSE 'settled' END, CASE WHEN ${heard} THEN m.message_id END, t.number,
      NULL, NULL, coalesce(c.title, ''), n.step, t.id, min(pl.id)
    FROM notice n JOIN outgoing_message m ON m.id = n.message_id JOIN participation p ON p.id = n.participation_id
    JOIN task t ON t.id = p.task_id JOIN place pl ON n.recipient = 'place:' || pl.id JOIN chat c ON c.id = pl.chat_id
    JOIN organisation o ON o.id = pl.org_id
    WHERE n.created_at >= ${since} AND ${about} AND ${inside(Prisma.sql`o.path`)}
    GROUP BY m.id, t.id, c.id, n.step`;
}

/** SQL: whole messages with the task they are about, by `task`. */
function messages(
  { since, about, inside, scopes, today }: Conditions & { scopes: Scopes; today: Date },
  task: Prisma.Sql,
  kinds: Prisma.Sql,
): Prisma.Sql {
  return Prisma.sql`
    SELECT m.id, coalesce(m.sent_at, m.due_at) AS at, m.kind, m.state, coalesce(m.outcome, '') AS said, m.message_id, t.number,
      m.person_id, seat.post_id, CASE WHEN c.type <> 'private' THEN coalesce(c.title, '') END AS group_title, NULL AS step,
      t.id AS task_id, (SELECT min(pl.id) FROM place pl WHERE pl.chat_id = m.chat_id AND pl.thread_id = m.thread_id AND pl.unbound_at IS NULL) AS place_id
    FROM outgoing_message m JOIN chat c ON c.id = m.chat_id ${task}
    LEFT JOIN LATERAL (
      SELECT a.post_id FROM appointment a JOIN post po ON po.id = a.post_id JOIN organisation o ON o.id = po.org_id
      WHERE a.person_id = m.person_id AND a.from_day <= ${today}::date AND ${inside(Prisma.sql`o.path`)}
      ORDER BY (a.to_day IS NULL OR a.to_day >= ${today}::date) DESC, a.id LIMIT 1
    ) seat ON true
    WHERE m.created_at >= ${since} AND ${kinds} AND ${about}
      AND (${scopes === null} OR seat.post_id IS NOT NULL OR (c.type <> 'private' AND EXISTS (
        SELECT 1 FROM place pl JOIN organisation o ON o.id = pl.org_id WHERE pl.chat_id = c.id AND ${inside(Prisma.sql`o.path`)})))`;
}

/** SQL: messages, what had no chat, and steps nobody could hear, as one table `l`, inside the scopes; combined reminders step by step where asked. */
function ledger(app: App, { scopes, since, numbers, steps }: LedgerFilter): Prisma.Sql {
  const today = dayToDb(dayIn(app.zone, app.now()) satisfies Day);
  const inside = (path: Prisma.Sql): Prisma.Sql =>
    scopes === null ? Prisma.sql`true` : Prisma.sql`${path} LIKE ANY (${scopes.map((scope) => `${scope}%`)}::text[])`;
  const about = numbers === undefined ? Prisma.sql`true` : Prisma.sql`t.number = ANY (${numbers}::text[])`;
  const conditions = { since, about, inside };
  const scoped = { ...conditions, scopes, today };
  const combined = ['reminders.private', 'reminders.group', 'reminders.raised'];
  // By its text, which the indexes hold, where one task is asked for.
  const taskOf = (data: Prisma.Sql): Prisma.Sql =>
    numbers === undefined
      ? Prisma.sql`LEFT JOIN task t ON t.id = (${data}->>'taskId')::int`
      : Prisma.sql`JOIN task t ON ${data}->>'taskId' = t.id::text`;
  const ofTasks = Prisma.sql`CROSS JOIN LATERAL jsonb_array_elements_text(m.data->'taskIds') AS told JOIN task t ON t.id = told::int`;
  return Prisma.sql`(
    ${messages(scoped, taskOf(Prisma.sql`m.data`), Prisma.sql`m.kind <> ALL (${steps ? combined : []}::text[])`)}
    ${steps ? Prisma.sql`UNION ALL ${messages(scoped, ofTasks, Prisma.sql`m.kind = 'reminders.raised'`)}` : Prisma.empty}
    UNION ALL
    SELECT u.id, u.created_at, u.kind, 'unreachable', u.reason, NULL, t.number, u.person_id, u.post_id, NULL, NULL, t.id, NULL
    FROM undelivered u JOIN post po ON po.id = u.post_id JOIN organisation o ON o.id = po.org_id
    ${taskOf(Prisma.sql`u.data`)}
    WHERE u.created_at >= ${since} AND ${about} AND ${inside(Prisma.sql`o.path`)}
    UNION ALL ${unsaidNotices(conditions, steps)}
    ${steps ? Prisma.sql`UNION ALL ${saidSteps(conditions)}` : Prisma.empty}
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
    SELECT l.at, l.kind, l.state, l.said AS outcome, l.number, l.step, l.message_id AS "messageId", l.group_title AS "group",
      (SELECT json_build_object('number', me.number, 'day', me.day) FROM task t JOIN resolution r ON r.id = t.resolution_id
        JOIN meeting me ON me.id = r.meeting_id WHERE t.id = l.task_id) AS protocol,
      (SELECT json_build_object('nameKk', tor.name_kk, 'nameRu', tor.name_ru) FROM place pl JOIN organisation tor ON tor.id = pl.org_id
        WHERE pl.id = l.place_id AND pl.thread_id IS NOT NULL) AS topic,
      CASE WHEN pe.id IS NOT NULL THEN json_build_object('surname', pe.surname, 'given', pe.given) END AS person,
      CASE WHEN po.id IS NOT NULL THEN json_build_object('nameKk', po.name_kk, 'nameRu', po.name_ru,
        'org', json_build_object('nameKk', o.name_kk, 'nameRu', o.name_ru)) END AS post
    FROM ${ledger(app, filter)}
    LEFT JOIN person pe ON pe.id = l.person_id
    LEFT JOIN post po ON po.id = l.post_id LEFT JOIN organisation o ON o.id = po.org_id
    WHERE ${wanted} ORDER BY l.at DESC, l.kind, l.id DESC, l.number OFFSET ${skip} LIMIT ${take}`;
  return rows.map(({ state, outcome, messageId, ...row }) => ({
    ...row,
    ...outcomeOf({ state, outcome }),
    messageId: messageId === null ? null : Number(messageId),
  }));
}
