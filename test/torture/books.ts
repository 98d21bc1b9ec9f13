// The books of a phase: rows of the outbox and messages of Telegram side by side, and what does not agree. Pure.
import type { Arrival } from './site.ts';

/** A row of the outbox, as far as the books need it. */
export type Row = {
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

/** Rows and arrivals side by side. */
export class Books {
  readonly #rows: Row[];
  readonly #arrivals: Arrival[];
  readonly #marks: string[];
  readonly #byMessage = new Map<string, Row>();
  readonly #byToken = new Map<string, Arrival[]>();
  readonly #byChat = new Map<bigint, Arrival[]>();

  constructor(rows: Row[], arrivals: Arrival[], marks: string[]) {
    this.#rows = rows;
    this.#arrivals = arrivals;
    this.#marks = marks;
    for (const row of rows) if (row.messageId !== null) this.#byMessage.set(`${row.chat}/${row.messageId}`, row);
    for (const arrival of arrivals) {
      push(this.#byChat, BigInt(arrival.chat), arrival);
      for (const token of new Set(arrival.html.match(/probe-\d+\./g))) push(this.#byToken, token, arrival);
    }
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
    const own = (this.#byChat.get(chat) ?? []).filter(({ html }) => html.includes(number ?? ''));
    return own.some(({ messageId }) => !this.#byMessage.has(`${chat}/${messageId}`));
  }

  #alike(): Arrival[][] {
    const groups = new Map<string, Arrival[]>();
    for (const arrival of this.#arrivals) push(groups, `${arrival.chat}/${this.#bare(arrival)}`, arrival);
    return [...groups.values()];
  }

  #holding(token: string): Arrival[] {
    return this.#byToken.get(token) ?? [];
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

function push<K>(lists: Map<K, Arrival[]>, key: K, arrival: Arrival): void {
  const list = lists.get(key);
  if (list) list.push(arrival);
  else lists.set(key, [arrival]);
}
