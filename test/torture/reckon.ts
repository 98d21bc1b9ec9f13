// The reckoning after a phase: what the database says of every message, held against what Telegram received.
import type { App } from '../../src/app.ts';
import { ledgerEntries } from '../../src/delivery/queries.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import type { Load } from './load.ts';
import type { Arrival, Site } from './site.ts';

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

type Row = {
  id: bigint;
  kind: string;
  state: string;
  outcome: string | null;
  resend: boolean;
  living: boolean;
  dedupeKey: string;
  chat: bigint;
  messageId: bigint | null;
  /** Of the task it is about. */
  number: string | null;
  reason: string | null;
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

/** Rows and arrivals side by side. */
class Books {
  readonly #rows: Row[];
  readonly #arrivals: Arrival[];
  readonly #marks: string[];
  readonly #byMessage = new Map<string, Row>();

  constructor(rows: Row[], arrivals: Arrival[], marks: string[]) {
    this.#rows = rows;
    this.#arrivals = arrivals;
    this.#marks = marks;
    for (const row of rows) if (row.messageId !== null) this.#byMessage.set(`${row.chat}/${row.messageId}`, row);
  }

  /** Probes without a row, or whose row ended without a try or a good reason; messages of the bot itself that died. */
  lostBefore(tokens: string[]): string[] {
    const states = new Map(this.#rows.map(({ dedupeKey, state }) => [dedupeKey, state]));
    const probes = tokens.filter((token) => !['sent', 'unknown'].includes(states.get(token) ?? ''));
    const good = /^(replaced|no longer stands|expired)$/;
    const ended = this.#rows.filter(
      ({ state, outcome }) => state === 'dead' || (state === 'cancelled' && !good.test(outcome ?? '')),
    );
    return [...probes.map((token) => `${token} ${states.get(token) ?? 'no row'}`), ...ended.map(describe)];
  }

  /** Rows of the policy `drop` of which Telegram has more than one message. */
  droppedTwice(): string[] {
    const probes = this.#rows.filter(({ resend, reason }) => !resend && reason?.startsWith('probe-'));
    const twice = probes.filter(({ reason }) => this.#holding(reason ?? '').length > 1);
    // Messages of the bot itself: the same words in the same chat, once on the books and once more.
    const rest = this.#alike()
      .filter((alike) => alike.length > 1)
      .flatMap((alike) => {
        const rows = alike.map(({ chat, messageId }) => this.#byMessage.get(`${chat}/${messageId}`));
        const row = rows.find((known) => known && !known.resend && !known.living);
        return row && rows.includes(undefined) ? [row] : [];
      });
    return [...new Set([...twice, ...rest])].map(describe);
  }

  /** Rows of the policy `resend` of which Telegram has nothing. */
  resendLost(): string[] {
    return this.#rows.filter((row) => row.resend && row.state === 'unknown' && !this.#hasArrived(row)).map(describe);
  }

  /** Probes of which Telegram has several messages, a later one without the words that say so. */
  unmarked(): string[] {
    return this.#rows
      .filter(({ reason }) => reason?.startsWith('probe-'))
      .filter(({ reason }) =>
        this.#holding(reason ?? '')
          .slice(1)
          .some(({ html }) => !this.#isRepeat(html)),
      )
      .map(describe);
  }

  /** Rows whose message id Telegram has not given out. */
  sentWithoutArrival(): string[] {
    const known = new Set(this.#arrivals.map(({ chat, messageId }) => `${chat}/${messageId}`));
    return this.#rows
      .filter(({ state, living, chat, messageId }) => state === 'sent' && !living && !known.has(`${chat}/${messageId}`))
      .map(describe);
  }

  arrivedUnknown(): number {
    return this.#rows.filter((row) => row.state === 'unknown' && this.#hasArrived(row)).length;
  }

  /** Probes are recognised by their words, messages of the bot itself as those of that task that no other row explains. */
  #hasArrived({ reason, chat, number }: Row): boolean {
    if (reason?.startsWith('probe-')) return this.#holding(reason).length > 0;
    const own = this.#arrivals.filter(
      (arrival) => BigInt(arrival.chat) === chat && arrival.html.includes(number ?? ''),
    );
    return own.some(({ messageId }) => !this.#byMessage.has(`${chat}/${messageId}`));
  }

  #alike(): Arrival[][] {
    const groups = new Map<string, Arrival[]>();
    for (const arrival of this.#arrivals) {
      const key = `${arrival.chat}/${this.#bare(arrival)}`;
      groups.set(key, [...(groups.get(key) ?? []), arrival]);
    }
    return [...groups.values()];
  }

  #holding(token: string): Arrival[] {
    return this.#arrivals.filter(({ html }) => html.includes(token));
  }

  #isRepeat(html: string): boolean {
    return this.#marks.some((words) => html.includes(words));
  }

  #bare({ html }: Arrival): string {
    return this.#isRepeat(html) ? html.slice(html.indexOf('\n') + 1) : html;
  }
}

function describe({ id, kind, state, outcome, dedupeKey }: Row): string {
  return `${id} ${kind} ${state} ${outcome ?? ''} ${dedupeKey}`;
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

/** What people did took effect exactly once. */
async function checkPeople(site: Site, load: Load): Promise<string[]> {
  const db = await site.db();
  const reports = await db.report.count();
  const events = await db.journalEvent.count({ where: { verb: 'reports.submitted' } });
  const titles = await db.task.findMany({
    where: { state: { not: 'draft' } },
    select: { textRu: true, headline: true },
  });
  const issued = (words: string): number =>
    titles.filter(({ textRu, headline }) => `${textRu ?? ''} ${headline}`.includes(words)).length;
  const wrong = [...load.wanted].filter(([words, pressed]) => pressed && issued(words) !== 1);
  const broken = wrong.map(([words]) => `issued ${issued(words)} times: ${words}`);
  if (reports !== load.reported.size) broken.push(`${load.reported.size} reports written, ${reports} filed`);
  if (events !== reports) broken.push(`${reports} reports, ${events} of them in the journal`);
  return broken;
}
