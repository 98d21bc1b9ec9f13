// The books of the torture find every fault they are there for.
import { describe, expect, it } from 'vitest';
import { Books, type Row } from './books.ts';
import type { Arrival } from './site.ts';

const mark = 'Повтор';
let ids = 0;

function row(values: Partial<Row> = {}): Row {
  const id = BigInt(++ids);
  const common = { kind: 'tasks.corrected', state: 'sent', outcome: null, resend: false, living: false, number: 'Т-1' };
  return { id, ...common, dedupeKey: `probe-${id}.`, chat: 5n, messageId: id, reason: `probe-${id}.`, ...values };
}

/** What Telegram has of a row, for the first time or again. */
function arrival({ chat, messageId, reason, number }: Row, again: Partial<Arrival> = {}): Arrival {
  return { chat: Number(chat), messageId: Number(messageId ?? 900), html: `Т ${reason ?? number ?? ''}`, ...again };
}

const repeated = (of: Row): Arrival => {
  const first = arrival(of);
  return { ...first, messageId: first.messageId + 1000, html: `<i>${mark}</i>\n${first.html}` };
};

describe('the books', () => {
  it('agree when everything was said once, and what was said again is marked', () => {
    const [once, twice] = [row(), row({ resend: true })];
    const books = new Books(
      [once, twice],
      [arrival(once), arrival(twice, { messageId: 700 }), repeated({ ...twice, messageId: 700n })],
      [mark],
    );
    expect(books.lostBefore([once.dedupeKey])).toEqual([]);
    expect([books.droppedTwice(), books.resendLost(), books.unmarked()]).toEqual([[], [], []]);
  });

  it('miss a message that was planned and never tried', () => {
    const rows = [
      row({ state: 'dead', outcome: 'the renderer failed' }),
      row({ state: 'cancelled', outcome: 'expired' }),
    ];
    const books = new Books(rows, [], [mark]);
    expect(books.lostBefore(['probe-never.', rows[1]?.dedupeKey ?? ''])).toHaveLength(3);
  });

  it('find a message that was to be said once and came twice, with words of its own or of the bot', () => {
    const probe = row();
    const own = row({ reason: null });
    const books = new Books(
      [probe, own],
      [probe, own].flatMap((one) => [arrival(one), arrival(one, { messageId: 800 })]),
      [mark],
    );
    expect(books.droppedTwice()).toHaveLength(2);
    expect(books.unmarked()).toHaveLength(1);
  });

  it('find what was to be said at any price and was not, and what is called sent and is not', () => {
    const lost = row({ resend: true, state: 'unknown', messageId: null });
    const claimed = row();
    const books = new Books([lost, claimed], [], [mark]);
    expect(books.resendLost()).toHaveLength(1);
    expect(books.sentWithoutArrival()).toHaveLength(1);
    expect(books.arrivedUnknown()).toBe(0);
  });

  it('know that a message in doubt has arrived', () => {
    const doubt = row({ resend: true, state: 'unknown', messageId: null });
    const books = new Books([doubt], [arrival(doubt)], [mark]);
    expect([books.resendLost(), books.arrivedUnknown()]).toEqual([[], 1]);
  });
});
