// Writes of reminders: notices with the messages that say them, in one transaction.
import { transaction, type App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { enqueue, type NewMessage } from '../outbox/actions.ts';
import { instantOf, type Clock, type Day } from '../time.ts';
import type { Item, NewNotice } from './notice-rules.ts';
import type { Plan } from './plan.ts';
import { chainOf } from './expected-rules.ts';
import { neverLeft } from './queries.ts';
import { isLadder } from './rules.ts';

/** Numbers of the advisory locks that let one process at a time plan: each kind of planning has its own, so that none delays another. */
const planningLocks = { remind: 4_101_703, raise: 4_101_704 };

/** Takes the lock of this planning until the transaction ends; false when another process plans at this moment. */
export async function lockPlanning(app: App, planning: keyof typeof planningLocks): Promise<boolean> {
  const [row] = await app.db.$queryRaw<
    { locked: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(${planningLocks[planning]}) AS locked`;
  return row?.locked ?? false;
}

/**
 * Writes the notices of a plan and the messages that say them. A notice that exists already is left out of its message:
 * nothing is said twice, whoever else plans. Returns how many messages were planned. Four statements at most.
 */
export async function saveReminders(app: App, { notices, privates, groups }: Plan, today: Day): Promise<number> {
  if (notices.length === 0) return 0;
  return transaction(app, async (app) => {
    const written = await insertNotices(app, notices);
    const fresh = (recipient: string, items: Item[]): Item[] =>
      items.filter(({ id, step }) => written.has(`${id}/${step}/${recipient}`));
    const messages: NewMessage[] = [];
    for (const { key, personId, chatId, items, until } of privates) {
      const said = fresh(`person:${personId}`, items);
      if (said.length === 0) continue;
      const data = privateData(said);
      const to = { chatId, personId, data, resend: said.some(isGrave) };
      messages.push({ kind: 'reminders.private', dedupeKey: key, ...common(app, today, until), ...to });
    }
    for (const { key, chatId, threadId, parts, unreached, items, until } of groups) {
      const said = items.filter((item) => fresh(`place:${item.placeId}`, [item]).length > 0);
      if (said.length === 0) continue;
      const subjectId = parts[0]?.placeId ?? null;
      const participationIds = [...new Set(parts.flatMap((part) => part.participationIds))];
      const data = { participationIds, parts, unreached };
      const to = { chatId, threadId, subjectId, data, resend: said.some(isGrave) };
      messages.push({ kind: 'reminders.group', dedupeKey: key, ...common(app, today, until), ...to });
    }
    await enqueue(app, messages);
    await linkNotices(
      app,
      notices.filter(({ messageKey }) => messageKey !== null),
    );
    return messages.length;
  });
}

function common(app: App, today: Day, until: Clock): Pick<NewMessage, 'lane' | 'expiresAt'> {
  return { lane: 2, expiresAt: instantOf(app.zone, today, until) };
}

/** What is late or climbed a rung is better said twice than never; a date ahead is said again by the next step. */
function isGrave({ step, rung }: Item): boolean {
  return isLadder(step) || (rung === 'executor' && step.startsWith('overdue'));
}

/** What a private reminder is about; `participationIds` are the shares that a reply to it may report on. */
function privateData(items: Item[]) {
  const ids = (wanted: (item: Item) => boolean): number[] => [...new Set(items.filter(wanted).map(({ id }) => id))];
  return {
    participationIds: ids(({ rung }) => rung === 'executor'),
    dated: ids(({ rung, step }) => rung === 'executor' && chainOf(step) === 'dated'),
    interim: ids(({ rung, step }) => rung === 'executor' && chainOf(step) === 'interim'),
    updates: ids(({ rung, step }) => rung === 'executor' && chainOf(step) === 'update'),
    unacknowledged: ids(({ step }) => step === 'unack'),
    half: ids(({ step }) => step === 'half'),
    watched: ids(({ step }) => step === 'half-control'),
    ladder: ids(({ step }) => isLadder(step)),
    steps: items.map(({ id, step }) => `${id}:${step}`),
    // A date that is moved before the message leaves takes its part of it away.
    dues: Object.fromEntries(items.flatMap(({ id, due }) => (due ? [[id, due]] : []))),
  };
}

/** Writes notices down, each once; one whose message never left gives way to what is said of the step now. */
async function insertNotices(app: App, notices: NewNotice[]): Promise<Set<string>> {
  const each = new Map(notices.map((row) => [[row.participationId, row.step, row.due, row.recipient].join(), row]));
  const rows = await app.db.$queryRaw<{ participation_id: number; step: string; recipient: string }[]>`
    INSERT INTO notice (participation_id, step, due, recipient, outcome, created_at)
    SELECT v."participationId", v.step, v.due, v.recipient, v.outcome, ${app.now()}
    FROM jsonb_to_recordset(${JSON.stringify([...each.values()])}::jsonb)
      AS v ("participationId" int4, step text, due date, recipient text, outcome text)
    ON CONFLICT (participation_id, step, due, recipient) DO UPDATE
    SET outcome = excluded.outcome, message_id = NULL, created_at = excluded.created_at WHERE ${neverLeft(Prisma.sql`notice`)}
    RETURNING participation_id, step, recipient`;
  return new Set(rows.map(({ participation_id, step, recipient }) => `${participation_id}/${step}/${recipient}`));
}

/**
 * Writes down what a combined message says at the moment of its sending: `steps` ('12:before-3') of a private one, all steps of `shares` of
 * one to a group. The others were settled meanwhile (reported, moved, withdrawn): nobody heard of them, and they are open again. One statement,
 * which writes nothing where all stands as noted.
 */
export async function noteSaid(
  app: App,
  messageId: bigint,
  { steps, shares }: { steps?: string[]; shares?: number[] },
): Promise<void> {
  const said = steps
    ? Prisma.sql`participation_id || ':' || step = ANY (${steps}::text[])`
    : Prisma.sql`step LIKE 'named/%' OR participation_id = ANY (${shares ?? []}::int[])`;
  await app.db.$executeRaw`
    UPDATE notice SET outcome = CASE WHEN outcome IS NULL THEN 'settled' END
    WHERE message_id = ${messageId} AND (outcome IS NULL OR outcome = 'settled') AND (outcome IS NULL) <> (${said})`;
}

async function linkNotices(app: App, notices: NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await app.db.$executeRaw`
    UPDATE notice n SET message_id = m.id
    FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      AS v ("participationId" int4, step text, due date, recipient text, "messageKey" text)
    JOIN outgoing_message m ON m.dedupe_key = v."messageKey"
    WHERE n.participation_id = v."participationId" AND n.step = v.step AND n.due = v.due AND n.recipient = v.recipient
      AND n.message_id IS NULL`;
}
