// Planning messages: once for each cause, one planned row for each living message, also when several write at once.
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp, transaction, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { cancelPlanned, enqueue, type NewMessage } from '../../src/outbox/actions.ts';
import { claimRows, ending } from '../../src/outbox/claim.ts';
import { rowsOf } from '../../src/outbox/statements.ts';
import { Limits } from '../../src/outbox/limits.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: App;
const start = Date.parse('2026-11-23T04:00:00Z');
const minutes = (n: number) => new Date(start + n * 60_000);

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test' });
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now: () => new Date(start) });
  await addChats(1, 400, 'private');
  await addChats(401, 430, 'supergroup');
});
afterAll(() => database.close());
beforeEach(() => app.db.outgoingMessage.deleteMany());

async function addChats(first: number, last: number, type: string): Promise<void> {
  await app.db.$executeRaw`
    INSERT INTO chat (telegram_id, type, created_at) SELECT n, ${type}, ${app.now()} FROM generate_series(${first}::int, ${last}::int) n`;
}

function message(message: Partial<NewMessage> & { dedupeKey: string }): NewMessage {
  return { kind: 'tasks.card', chatId: 1, ...message };
}
const rows = () => app.db.outgoingMessage.findMany({ orderBy: { id: 'asc' } });

describe('enqueue', () => {
  it('keeps all that it was given', async () => {
    await enqueue(app, [
      message({
        dedupeKey: 'a',
        threadId: 4,
        lane: 2,
        subjectId: 9,
        data: { step: 'before-3' },
        expiresAt: minutes(9),
      }),
      message({ dedupeKey: 'b', dueAt: minutes(5) }),
    ]);
    const [first, second] = await rows();
    const given = { threadId: 4, lane: 2, subjectId: 9, data: { step: 'before-3' }, expiresAt: minutes(9) };
    expect(first).toMatchObject({ ...given, state: 'planned', dueAt: minutes(0), createdAt: minutes(0) });
    expect(second).toMatchObject({ lane: 1, dueAt: minutes(5), data: {}, expiresAt: null, personId: null });
  });

  it('does nothing for a cause that is known, whatever became of it', async () => {
    await enqueue(app, [message({ dedupeKey: 'a' })]);
    await app.db.outgoingMessage.updateMany({ data: { state: 'sent' } });
    await enqueue(app, [message({ dedupeKey: 'a' }), message({ dedupeKey: 'b' }), message({ dedupeKey: 'b' })]);
    expect((await rows()).map((row) => [row.dedupeKey, row.state])).toEqual([
      ['a', 'sent'],
      ['b', 'planned'],
    ]);
  });

  it('leaves nothing when the change is rolled back', async () => {
    const change = transaction(app, async (app) => {
      await enqueue(app, [message({ dedupeKey: 'a' })]);
      throw new Error('the change failed');
    });
    await expect(change).rejects.toThrow('the change failed');
    expect(await rows()).toEqual([]);
  });

  it('plans a living message once: the latest cause at the earliest moment', async () => {
    const living = { livingKey: 'card:7' };
    await enqueue(app, [message({ dedupeKey: 'a', dueAt: minutes(3), data: { v: 1 }, ...living })]);
    await enqueue(app, [message({ dedupeKey: 'b', dueAt: minutes(5), data: { v: 2 }, ...living })]);
    expect(await rows()).toMatchObject([{ dueAt: minutes(3), data: { v: 2 } }]);
    await enqueue(app, [
      message({ dedupeKey: 'c', dueAt: minutes(1), data: { v: 3 }, ...living }),
      message({ dedupeKey: 'd', dueAt: minutes(2), data: { v: 4 }, ...living }),
    ]);
    expect(await rows()).toMatchObject([{ dueAt: minutes(1), data: { v: 4 } }]);
  });

  it('plans a living message anew when the last one is under way or sent', async () => {
    await enqueue(app, [message({ dedupeKey: 'a', livingKey: 'card:7' })]);
    await claimRows(database.sql, { owner: 'x', now: app.now(), limit: 1, except: [] });
    await enqueue(app, [message({ dedupeKey: 'b', livingKey: 'card:7' })]);
    expect((await rows()).map((row) => row.state)).toEqual(['leased', 'planned']);
  });

  it('a known cause does not touch the planned version of its living message', async () => {
    await enqueue(app, [message({ dedupeKey: 'a', livingKey: 'card:7', data: { v: 1 } })]);
    await app.db.outgoingMessage.updateMany({ data: { state: 'sent' } });
    await enqueue(app, [message({ dedupeKey: 'b', livingKey: 'card:7', data: { v: 2 } })]);
    await enqueue(app, [message({ dedupeKey: 'a', livingKey: 'card:7', data: { v: 1 } })]);
    expect((await rows()).map((row) => row.data)).toEqual([{ v: 1 }, { v: 2 }]);
  });

  it('twenty changes of one card at once, while the sender takes it, leave one planned version at most', async () => {
    const versions = Array.from({ length: 20 }, (_, v) => v);
    let claimed = 0;
    const changes = versions.map((v) =>
      transaction(app, async (app) => {
        await enqueue(app, [message({ dedupeKey: `v${v}`, livingKey: 'card:8', data: { v } })]);
      }),
    );
    const taking = (async () => {
      for (let n = 0; n < 10; n++)
        claimed += (await claimRows(database.sql, { owner: 'x', now: app.now(), limit: 1, except: [] })).length;
    })();
    await Promise.all([...changes, taking]);
    const states = (await rows()).map((row) => row.state);
    expect(states.filter((state) => state === 'planned').length).toBeLessThanOrEqual(1);
    expect(states.filter((state) => state === 'leased').length).toBe(claimed);
    expect(states.length).toBeGreaterThanOrEqual(1);
  });

  it('a change that waits for another one of the same card is not lost', async () => {
    let go = (): void => {};
    const gate = new Promise<void>((open) => (go = open));
    const first = transaction(app, async (app) => {
      await enqueue(app, [message({ dedupeKey: 'first', livingKey: 'card:9', data: { v: 1 } })]);
      await gate;
    });
    await new Promise((done) => setTimeout(done, 150));
    const second = enqueue(app, [message({ dedupeKey: 'second', livingKey: 'card:9', data: { v: 2 } })]);
    await new Promise((done) => setTimeout(done, 150));
    go();
    await Promise.all([first, second]);
    expect(await rows()).toMatchObject([{ state: 'planned', data: { v: 2 } }]);
  });

  it('plans a thousand messages in one go', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => message({ dedupeKey: `many-${n}`, chatId: 1 + (n % 400) }));
    await enqueue(app, many);
    expect((await rows()).map((row) => row.dedupeKey)).toEqual(many.map((each) => each.dedupeKey));
  });
});

describe('cancelPlanned', () => {
  it('takes back only what fits and was not sent', async () => {
    await enqueue(app, [
      message({ dedupeKey: 'remind:1:a', kind: 'remind', subjectId: 1 }),
      message({ dedupeKey: 'remind:1:b', kind: 'remind', subjectId: 1, chatId: 2 }),
      message({ dedupeKey: 'remind:10:a', kind: 'remind', subjectId: 10 }),
      message({ dedupeKey: 'card:1', subjectId: 1 }),
    ]);
    await app.db.outgoingMessage.update({ where: { dedupeKey: 'remind:1:b' }, data: { state: 'sent' } });
    expect(await cancelPlanned(app, { kind: 'remind', dedupePrefix: 'remind:1:' }, 'closed')).toBe(1);
    expect((await rows()).map((row) => row.state)).toEqual(['cancelled', 'sent', 'planned', 'planned']);
    expect((await rows())[0]?.outcome).toBe('closed');
  });

  it('never cancels everything by mistake', async () => {
    await expect(cancelPlanned(app, {}, 'oops')).rejects.toThrow('needs a filter');
    await expect(cancelPlanned(app, { subjectId: undefined }, 'oops')).rejects.toThrow('needs a filter');
  });
});

describe('the claim', () => {
  const claim = (limit: number, except: number[] = [], now = app.now()) =>
    claimRows(database.sql, { owner: 'me', now, limit, except });

  it('takes one row a chat, the right one, and never a row of a chat that must wait', async () => {
    await enqueue(app, [
      message({ dedupeKey: 'digest', lane: 3 }),
      message({ dedupeKey: 'late', lane: 2, chatId: 2, dueAt: minutes(-1) }),
      message({ dedupeKey: 'card', lane: 1 }),
      message({ dedupeKey: 'card2', lane: 1 }),
      message({ dedupeKey: 'waits', lane: 0, chatId: 3 }),
      message({ dedupeKey: 'future', lane: 0, chatId: 4, dueAt: minutes(1) }),
    ]);
    const lanes = Object.fromEntries((await rows()).map((row) => [String(row.id), row.dedupeKey]));
    const names = (await claim(9, [3])).map((row) => lanes[String(row.id)]);
    expect(names).toEqual(['card', 'late']);
    expect(await claim(9, [1, 2, 3])).toEqual([]);
  });

  it('gives them in order: lower lane first, then the older', async () => {
    await enqueue(app, [
      message({ dedupeKey: 'd', chatId: 1, lane: 2, subjectId: 4 }),
      message({ dedupeKey: 'c', chatId: 2, subjectId: 3 }),
      message({ dedupeKey: 'b', chatId: 3, dueAt: minutes(-1), subjectId: 2 }),
      message({ dedupeKey: 'a', chatId: 4, lane: 0, subjectId: 1 }),
    ]);
    const taken = await claim(9);
    expect(taken.map((row) => row.subjectId)).toEqual([1, 2, 3, 4]);
  });

  it('passes over a chat whose first row is being changed, rather than send the second one first', async () => {
    await enqueue(app, [message({ dedupeKey: 'a' }), message({ dedupeKey: 'b' })]);
    await transaction(app, async (app) => {
      await app.db.outgoingMessage.update({ where: { dedupeKey: 'a' }, data: { subjectId: 1 } });
      expect(await claim(9)).toEqual([]);
    });
    expect(await claim(9)).toHaveLength(1);
  });

  it('two senders never get the same row', async () => {
    await enqueue(
      app,
      Array.from({ length: 200 }, (_, n) => message({ dedupeKey: `two-${n}`, chatId: 1 + n })),
    );
    const batches = await Promise.all(Array.from({ length: 20 }, () => claim(10)));
    const ids = batches.flat().map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(50);
  });

  it('with the limits keeps to every window and sends 30 groups x 5 and 400 people in nearly the shortest time', async () => {
    const many = Array.from({ length: 150 }, (_, n) =>
      message({ dedupeKey: `g-${n}`, chatId: 401 + (n % 30), data: { n } }),
    );
    const people = Array.from({ length: 400 }, (_, n) => message({ dedupeKey: `p-${n}`, chatId: 1 + n }));
    await enqueue(app, [...many, ...people]);
    const limits = new Limits(app.config);
    const calls: { chat: number; at: number }[] = [];
    let now = start;
    for (let idle = 0; calls.length < 550 && idle < 5000;) {
      const claimed = limits.room(now) > 0 ? await claim(limits.room(now), limits.fullChats(now), new Date(now)) : [];
      for (const row of claimed) {
        limits.called(Number(row.telegramId), !row.private, now);
        calls.push({ chat: row.chatId, at: now });
        const sentAt = new Date(now);
        await rowsOf(
          database.sql,
          ending([{ row, ending: { state: 'sent', messageId: 1n, contentHash: '', sentAt } }]),
        );
      }
      if (claimed.length > 0) continue;
      idle++;
      now = Math.max(now + 50, limits.freeAt(now));
    }
    expect(calls).toHaveLength(550);
    expect((now - start) / 1000).toBeLessThanOrEqual(Math.ceil(550 / 30) * 1.15);
    const sent = await app.db.outgoingMessage.findMany({
      where: { chatId: 401 },
      orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    });
    expect(sent.map((row) => row.dedupeKey)).toEqual(['g-0', 'g-30', 'g-60', 'g-90', 'g-120']);
  });
});
