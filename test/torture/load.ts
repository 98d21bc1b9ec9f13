// What goes on in the city while everything dies: messages of both policies are planned, people issue, acknowledge and report.
import { setTimeout as sleep } from 'node:timers/promises';
import { enqueue } from '../../src/outbox/actions.ts';
import type { Person } from '../support/telegram.ts';
import type { Message } from '../support/telegram-message.ts';
import type { Site } from './site.ts';

const everybody = 'Всем школам провести проверку';
/** Rows that wait at most, for each head: Telegram takes one a second in a chat, and more would only make the quiet afterwards longer. */
const backlog = 6;

/** A message planned by the torture itself, found again by its words. */
export type Probe = { token: string; resend: boolean; phase: string };

/** A school's own share of a task that goes on. */
type Share = { participationId: number; taskId: number; personId: number; chatId: number };

export class Load {
  readonly #site: Site;
  readonly probes: Probe[] = [];
  /** Words of the reports that were written, by round of tasks and head: each of them exactly once. */
  readonly reported = new Map<string, string>();
  /** Shares that a head pressed as seen, by round of tasks and head. */
  readonly acknowledged = new Set<string>();
  /** Tasks that the deputy wants issued; true once the draft was seen and pressed. */
  readonly wanted = new Map<string, boolean>();
  /** What was pressed; pressed again only where Telegram itself forgot it. */
  readonly #pressed: { who: Person; label: string; message: Message }[] = [];
  /** Orders said again: their drafts were there, but the line had lost the card. */
  again = 0;
  readonly #orders = new Map<string, string>();
  #shares: Share[] = [];
  #rounds = 0;
  phase = '';

  constructor(site: Site) {
    this.#site = site;
  }

  /** So many tasks for every school, to have something to speak of. */
  async prepare(rounds: number, due = '25.12.2026'): Promise<void> {
    const { deputy } = this.#site.city;
    for (let n = 0; n < rounds; n++) {
      await deputy.says(`/task ${everybody} ${++this.#rounds} до ${due}`);
      await deputy.presses('Выдать');
    }
    await this.#site.quiet();
    const db = await this.#site.db();
    this.#shares = await db.$queryRaw<Share[]>`
      SELECT p.id AS "participationId", p.task_id AS "taskId", pe.id AS "personId", pe.chat_id AS "chatId"
      FROM participation p JOIN task t ON t.id = p.task_id AND t.state <> 'draft' JOIN appointment a ON a.post_id = p.post_id JOIN person pe ON pe.id = a.person_id
      WHERE pe.chat_id IS NOT NULL ORDER BY p.id`;
  }

  /** Goes on until told to stop; people act whether or not the bot lives. */
  async go(signal: AbortSignal): Promise<void> {
    this.#site.tg.waits = false;
    while (!signal.aborted) {
      // The database is dead now and then: what could not be planned is planned at the next turn.
      await this.#turn().catch((error: unknown) => {
        if (!isDatabaseFault(error)) throw error;
      });
      await sleep(60 + this.#site.chance() * 120);
    }
  }

  /** Messages due at once, alternately of both policies; planned as the bot plans, with their cause committed or not at all. */
  async plant(count: number): Promise<void> {
    const app = await this.#site.app();
    const made = Array.from({ length: count }, () => this.#probe());
    const messages = made.map(({ token, resend }) => {
      const share = this.#pick(this.#shares);
      const { participationId, taskId, personId, chatId } = share;
      const data = { taskId, reason: token };
      return { kind: 'tasks.corrected', chatId, personId, subjectId: participationId, data, resend, dedupeKey: token };
    });
    // The same keys again, when the answer to the commit was lost: that is harmless.
    await enqueue(app, messages).catch(() => enqueue(app, messages));
    this.probes.push(...made);
    await app.db.$executeRaw`NOTIFY orynda_outbox`;
  }

  /** Waits until every message planned in this phase has ended, so many milliseconds at most; returns how many have not. */
  async unsettled(milliseconds: number): Promise<number> {
    const tokens = this.probes.filter(({ phase }) => phase === this.phase).map(({ token }) => token);
    for (const end = performance.now() + milliseconds; ; await sleep(200)) {
      const db = await this.#site.db();
      const open = { dedupeKey: { in: tokens }, state: { in: ['planned', 'leased', 'sending'] } };
      const left = await db.outgoingMessage.count({ where: open });
      if (left === 0 || performance.now() > end) return left;
    }
  }

  /**
   * The deputy presses the drafts that nobody had pressed yet; then everything that people did has had its chance. No report is written
   * twice, and nothing is pressed twice but what waited so long that Telegram threw it away.
   */
  async finish(): Promise<void> {
    this.#site.tg.waits = true;
    await this.#site.quiet();
    for (const { who, label, message } of this.#pressed.splice(0)) {
      const forgotten = this.#site.forgotten.has(`${who.id}/${message.id}`);
      if (forgotten && message.buttons.flat().includes(label)) await who.presses(label, message);
    }
    for (const [words, pressed] of this.wanted) {
      if (pressed) continue;
      if (!this.#draft(words)) await this.#askForCard(words);
      const draft = this.#draft(words);
      if (!draft) throw new Error(`no draft of "${words}"`);
      this.wanted.set(words, true);
      await this.#press(this.#site.city.deputy, 'Выдать', draft);
    }
    await this.#site.quiet();
  }

  /** The draft is there and its card was lost on the line: who sees no answer says it again. */
  async #askForCard(words: string): Promise<void> {
    const db = await this.#site.db();
    if ((await db.task.count({ where: { textRu: { contains: words } } })) === 0)
      throw new Error(`the bot has lost the order "${words}"`);
    this.again += 1;
    await this.#order(words);
  }

  async #turn(): Promise<void> {
    const luck = this.#site.chance();
    if (luck < 0.45) await this.#plantSome();
    else if (luck < 0.65) await this.#acknowledge();
    else if (luck < 0.85) await this.#report();
    else await this.#issue();
  }

  /** As much work as the bot can have waiting. */
  async fill(): Promise<void> {
    const waiting = await this.#waiting();
    if (waiting < this.#most) await this.plant(this.#most - waiting);
  }

  async #plantSome(): Promise<void> {
    if ((await this.#waiting()) < this.#most) await this.plant(1 + Math.floor(this.#site.chance() * 6));
  }

  get #most(): number {
    return backlog * this.#site.city.heads.size;
  }

  async #waiting(): Promise<number> {
    const db = await this.#site.db();
    return db.outgoingMessage.count({ where: { state: 'planned', dueAt: { lte: this.#site.now() } } });
  }

  async #acknowledge(): Promise<void> {
    const { head, card, key } = this.#somebody() ?? {};
    const label = card?.buttons.flat().find((text) => seen.test(text));
    if (!head || !card || !key || !label || this.acknowledged.has(key)) return;
    this.acknowledged.add(key);
    await this.#press(head, label, card);
  }

  async #press(who: Person, label: string, message: Message): Promise<void> {
    this.#pressed.push({ who, label, message });
    await who.presses(label, message);
  }

  async #report(): Promise<void> {
    const { head, card, key } = this.#somebody() ?? {};
    if (!head || !card || !key || this.reported.has(key)) return;
    const words = `Выполнено, проверка ${key.split('/')[0]} проведена, акт подписан`;
    this.reported.set(key, words);
    await head.replies(card, words);
  }

  async #issue(): Promise<void> {
    const { deputy, heads } = this.#site.city;
    for (const [words, pressed] of this.wanted) {
      const draft = pressed ? undefined : this.#draft(words);
      if (!draft) continue;
      this.wanted.set(words, true);
      await this.#press(deputy, 'Выдать', draft);
      return;
    }
    if ([...this.wanted.values()].includes(false)) return;
    const school = 1 + Math.floor(this.#site.chance() * heads.size);
    // A number that is no part of another one.
    const words = `крыльцо ${1000 + this.wanted.size}`;
    this.wanted.set(words, false);
    this.#orders.set(words, `/task Школе № ${school} починить ${words} до 25.12.2026`);
    await this.#order(words);
  }

  async #order(words: string): Promise<void> {
    await this.#site.city.deputy.says(this.#orders.get(words) ?? '');
  }

  /** A head, one of the cards of the tasks for every school, and "round/head". */
  #somebody(): { head: Person; card: Message; key: string } | undefined {
    const head = this.#pick([...this.#site.city.heads.values()]);
    const cards = head.inbox.filter(({ text, keyboard }) => keyboard.length > 0 && round.test(text));
    if (cards.length === 0) return undefined;
    const card = this.#pick(cards);
    return { head, card, key: `${round.exec(card.text)?.[1]}/${head.id}` };
  }

  /** What the deputy sees of an order, in one line, and the first answer to it. */
  seenOf(words: string): string {
    const { inbox } = this.#site.city.deputy;
    const found = inbox.findIndex(({ text }) => text.includes(words));
    const seen = inbox.slice(found, found + 2).map(({ text, buttons }) => `${text} ${JSON.stringify(buttons)}`);
    return [words, ...seen].join(' | ').replaceAll('\n', ' ');
  }

  #draft(words: string): Message | undefined {
    const issues = ({ text, buttons }: Message): boolean => text.includes(words) && buttons.flat().includes('Выдать');
    return this.#site.city.deputy.inbox.find(issues);
  }

  #probe(): Probe {
    const number = String(this.probes.length + Math.floor(this.#site.chance() * 1e6) * 1000).padStart(10, '0');
    return { token: `probe-${number}.`, resend: this.#site.chance() < 0.5, phase: this.phase };
  }

  #pick<T>(all: T[]): T {
    return all[Math.floor(this.#site.chance() * all.length)] as T;
  }
}

const round = new RegExp(`${everybody.slice(12)} (\\d+)`);
const seen = /Ознакомлен|Таныстым|таныстым/i;

function isDatabaseFault(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  const signs = /P1\d\d\d|P2010|P2024|P2028|ECONN|Connection terminated|57P0|timeout|database system|Can't reach/i;
  return signs.test(`${String(code)} ${String(message)}`);
}
