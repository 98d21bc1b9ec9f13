// The reckoning after a phase: what the database says of every message, held against what Telegram received.
import type { App } from '../../src/app.ts';
import { ledgerEntries } from '../../src/delivery/queries.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { Books, type Row } from './books.ts';
import type { Load } from './load.ts';
import type { Site } from './site.ts';

/** What a phase did to the bot, counted by the phase itself. */
export type Blows = {
  times: number;
  /** Rows that were being sent when something was killed. */
  inFlight: number;
};

export type Reckoning = {
  phase: string;
  times: number;
  seconds: number;
  rows: number;
  sent: number;
  repeats: number;
  inFlight: number;
  doubts: number;
  unknown: number;
  /** Of the unknown, those that Telegram has. */
  arrived: number;
  stuck: number;
  lostBefore: number;
  droppedTwice: number;
  resendLost: number;
  /** What is broken, in words; empty when all holds. */
  broken: string[];
};

/** Where a phase begins. */
export type Mark = { rowId: bigint; arrivals: number; doubts: number; at: number; since: Date };

export async function mark(site: Site): Promise<Mark> {
  const db = await site.db();
  const [last] = await db.$queryRaw<{ id: bigint }[]>`SELECT coalesce(max(id), 0) AS id FROM outgoing_message`;
  const { arrivals, line } = site;
  const since = new Date(site.now().getTime() - 40 * 86_400_000);
  return { rowId: last?.id ?? 0n, arrivals: arrivals.length, doubts: line.doubts, at: performance.now(), since };
}

/** Holds database and Telegram against each other, for everything since the mark. */
export async function reckon(site: Site, load: Load, from: Mark, blows: Blows): Promise<Reckoning> {
  const app = await site.app();
  const rows = await readRows(app, from);
  const arrivals = site.arrivals.slice(from.arrivals);
  const repeatMarks = (['kk', 'ru', 'en'] as const).map((locale) => app.t(locale, 'outbox-repeat'));
  const books = new Books(rows, arrivals, repeatMarks);
  const unknown = rows.filter(({ state }) => state === 'unknown');
  const doubts = site.line.doubts - from.doubts;
  const found = {
    stuck: await countStuck(app),
    lostBefore: books.lostBefore(load.probes.filter(({ phase }) => phase === load.phase).map(({ token }) => token)),
    droppedTwice: books.droppedTwice(),
    resendLost: books.resendLost(),
    unmarked: books.unmarked(),
    notReally: books.sentWithoutArrival(),
  };
  const broken = [
    ...found.stuck.map((words) => `stuck: ${words}`),
    ...found.lostBefore.map((words) => `lost before sending: ${words}`),
    ...found.droppedTwice.map((words) => `said twice: ${words}`),
    ...found.resendLost.map((words) => `lost although to be resent: ${words}`),
    ...found.unmarked.map((words) => `repeated without a mark: ${words}`),
    ...found.notReally.map((words) => `called sent, but Telegram has it not: ${words}`),
    ...(await checkLedger(app, from, unknown.length)),
    ...(await checkJournal(app)),
    ...(await checkPeople(site, load)),
    ...(await checkGivenUp(app, site.deadly)),
  ];
  if (unknown.length > blows.inFlight + doubts)
    broken.push(`${unknown.length} unknown, but only ${blows.inFlight} in flight and ${doubts} answers lost`);
  return {
    phase: load.phase,
    times: blows.times,
    seconds: (performance.now() - from.at) / 1000,
    rows: rows.length,
    sent: rows.filter(({ state }) => state === 'sent').length,
    repeats: arrivals.filter(({ html }) => repeatMarks.some((words) => html.includes(words))).length,
    inFlight: blows.inFlight,
    doubts,
    unknown: unknown.length,
    arrived: books.arrivedUnknown(),
    stuck: found.stuck.length,
    lostBefore: found.lostBefore.length,
    droppedTwice: found.droppedTwice.length,
    resendLost: found.resendLost.length,
    broken,
  };
}

async function readRows(app: App, { rowId }: Mark): Promise<Row[]> {
  return app.db.$queryRaw<Row[]>`
    SELECT m.id, m.kind, m.state, m.outcome, m.resend, m.living_key IS NOT NULL AS living, m.dedupe_key AS "dedupeKey",
      c.telegram_id AS chat, m.message_id AS "messageId", m.data->>'reason' AS reason, t.number
    FROM outgoing_message m JOIN chat c ON c.id = m.chat_id LEFT JOIN task t ON t.id = (m.data->>'taskId')::int
    WHERE m.id > ${rowId} ORDER BY m.id`;
}

async function countStuck(app: App): Promise<string[]> {
  const due = { state: 'planned', dueAt: { lte: app.now() } };
  const rows = await app.db.outgoingMessage.findMany({
    where: { OR: [{ state: { in: ['leased', 'sending'] } }, due] },
  });
  return rows.map(({ id, kind, state }) => `${id} ${kind} ${state}`);
}

/** Every doubt stands in the ledger that the secretary can ask for. */
async function checkLedger(app: App, { since }: Mark, unknown: number): Promise<string[]> {
  const city = await app.db.organisation.findFirstOrThrow({ where: { parentId: null } });
  const filter = { scopes: [city.path], since, outcome: 'unknown' as const };
  const entries = await ledgerEntries(app, filter, { take: 1_000_000 });
  const all = await app.db.outgoingMessage.count({ where: { state: 'unknown' } });
  return entries.length === all && all >= unknown ? [] : [`${all} unknown, but ${entries.length} in the ledger`];
}

async function checkJournal(app: App): Promise<string[]> {
  const verdict = await verifyJournal(app);
  return verdict.ok ? [] : [`the journal is broken at ${JSON.stringify(verdict.brokenAt)}`];
}

/** What people did took effect exactly once: every draft pressed is issued, every report filed, every share pressed as seen is seen. */
async function checkPeople(site: Site, load: Load): Promise<string[]> {
  const db = await site.db();
  const titles = await db.task.findMany({
    where: { state: { not: 'draft' } },
    select: { textRu: true, headline: true },
  });
  const issued = (words: string): number =>
    titles.filter(({ textRu, headline }) => `${textRu ?? ''} ${headline}`.includes(words)).length;
  const wrong = [...load.wanted].filter(([words, pressed]) => pressed && issued(words) !== 1);
  return [
    ...wrong.map(([words]) => `issued ${issued(words)} times: ${load.seenOf(words)}`),
    ...(await checkReports(site, load)),
    ...(await checkSeen(site, load)),
  ];
}

/** What was killed from outside is never taken for the cause. */
async function checkGivenUp(app: App, deadly: string): Promise<string[]> {
  const rows = await app.db.incomingUpdate.findMany({ where: { givenUpAt: { not: null } } });
  const innocent = rows.filter(({ body }) => (body as { message?: { text?: string } }).message?.text !== deadly);
  return innocent.map(({ updateId, body }) => `given up: ${updateId} ${JSON.stringify(body).slice(0, 300)}`);
}

async function checkReports(site: Site, load: Load): Promise<string[]> {
  const db = await site.db();
  const reports = await db.report.findMany({ select: { text: true, byPerson: { select: { telegramId: true } } } });
  const filed = reports.map(({ text, byPerson }) => `${byPerson.telegramId}/${text}`);
  const written = [...load.reported].map(([key, words]) => `${key.split('/')[1]}/${words}`);
  const times = (one: string): number => filed.filter((other) => other === one).length;
  const broken = written.filter((one) => times(one) !== 1).map((one) => `filed ${times(one)} times: ${one}`);
  const events = await db.journalEvent.count({ where: { verb: 'reports.submitted' } });
  if (filed.length !== written.length) broken.push(`${written.length} reports written, ${filed.length} filed`);
  if (events !== filed.length) broken.push(`${filed.length} reports, ${events} of them in the journal`);
  return broken;
}

async function checkSeen(site: Site, load: Load): Promise<string[]> {
  const db = await site.db();
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT substring(t.text_ru FROM 'проверку ([0-9]+)') || '/' || pe.telegram_id AS key
    FROM participation p JOIN task t ON t.id = p.task_id JOIN appointment a ON a.post_id = p.post_id JOIN person pe ON pe.id = a.person_id
    WHERE p.state = 'assigned' AND t.state <> 'draft'`;
  const unseen = new Set(rows.map(({ key }) => key));
  return [...load.acknowledged].filter((key) => unseen.has(key)).map((key) => `pressed as seen, but is not: ${key}`);
}
