// Updates by webhook: who may bring them, that nothing is taken before it is kept, and that a chat keeps its order.
import type { Update } from 'grammy/types';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { startHttpServer, type HttpServer } from '../../src/http/server.ts';
import { shareFlood } from '../../src/telegram/flood-news.ts';
import { FloodMemory } from '../../src/telegram/flood.ts';
import { maxAttempts } from '../../src/telegram/kept-updates.ts';
import { UpdateQueueWorker } from '../../src/telegram/update-queue.ts';
import { laneOf } from '../../src/telegram/lanes.ts';
import { webhookSecret } from '../../src/telegram/webhook-secret.ts';
import { isSecret, takeUpdate } from '../../src/telegram/webhook.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: App;
let server: HttpServer;
const secret = webhookSecret('1000:TEST');
const workers: UpdateQueueWorker[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1000:TEST', DATABASE_URL: database.url });
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }) });
  const take = (request: Parameters<typeof takeUpdate>[1]) => takeUpdate(app, request, secret);
  server = await startHttpServer(app, 0, { polling: () => true, silence: () => 0, webhook: { path: '/hook', take } });
});
afterAll(async () => {
  await server.close();
  await database.close();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await database.sql.query('TRUNCATE incoming_update, seen_update');
});

const message = (id: number, chat = 7, text = String(id)) => ({ update_id: id, message: { text, chat: { id: chat } } });
const waiting = async (): Promise<number> => app.db.incomingUpdate.count();

async function bring(body: unknown, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${server.port}/hook`, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': secret, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return response.status;
}

/** A process that handles updates, by `handle`. */
function replica(handle: (update: Update) => Promise<void>): UpdateQueueWorker {
  const worker = new UpdateQueueWorker(app, database.sql, handle);
  workers.push(worker);
  worker.start();
  return worker;
}

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = performance.now() + 50_000; !(await done()); await new Promise((go) => setTimeout(go, 20)))
    if (performance.now() > end) throw new Error('it never came to pass');
};

describe('the door', () => {
  it('takes an update once, whoever brings it how often', async () => {
    expect([await bring(message(1)), await bring(message(1)), await bring(message(2))]).toEqual([200, 200, 200]);
    expect(await waiting()).toBe(2);
    await app.db.seenUpdate.create({ data: { updateId: 3n, at: new Date() } });
    expect(await bring(message(3))).toBe(200);
    expect(await waiting()).toBe(2);
  });

  it.each([
    ['a wrong secret', message(1), { 'x-telegram-bot-api-secret-token': 'sesame' }, 401],
    ['no secret', message(1), { 'x-telegram-bot-api-secret-token': '' }, 401],
    ['broken JSON', '{"update_id": 1', {}, 400],
    ['no update', { message: {} }, {}, 400],
    ['a list', [1], {}, 400],
    ['two megabytes', { ...message(1), padding: 'x'.repeat(2 * 1024 * 1024) }, {}, 413],
  ])('keeps out %s', async (_what, body, headers, status) => {
    expect(await bring(body, headers).catch(() => 413)).toBe(status);
    expect(await waiting()).toBe(0);
  });

  it('asks Telegram to come again while the database is away', async () => {
    await database.sql.query('ALTER TABLE incoming_update RENAME TO away');
    const status = await bring(message(1));
    await database.sql.query('ALTER TABLE away RENAME TO incoming_update');
    expect(status).toBe(503);
  });

  it('has a secret that follows from the token and from nothing else', () => {
    expect(isSecret(webhookSecret('1000:TEST'), secret)).toBe(true);
    expect(isSecret(webhookSecret('1000:OTHER'), secret)).toBe(false);
    expect(isSecret(undefined, secret)).toBe(false);
    expect(secret).toMatch(/^[\w-]{1,256}$/);
  });
});

describe('the lane of an update', () => {
  it.each([
    ['a message', { update_id: 1, message: { chat: { id: -5 }, from: { id: 9 } } }, -5],
    ['an edit', { update_id: 1, edited_message: { chat: { id: -5 } } }, -5],
    ['a press', { update_id: 1, callback_query: { from: { id: 9 }, message: { chat: { id: -5 } } } }, -5],
    ['a press without its message', { update_id: 1, callback_query: { from: { id: 9 } } }, 9],
    ['a membership', { update_id: 1, my_chat_member: { chat: { id: -5 } } }, -5],
    ['an inline query', { update_id: 1, inline_query: { from: { id: 9 } } }, 9],
    ['nothing known', { update_id: 1 }, 0],
  ])('of %s', (_what, update, lane) => {
    expect(laneOf(update as unknown as Update)).toBe(lane);
  });
});

describe('replicas', () => {
  it('share the work: each update once, one at a time and in order within a chat', async () => {
    const handled: number[] = [];
    const open = new Map<number, number>();
    let together = 0;
    const handle = async (update: Update): Promise<void> => {
      const lane = laneOf(update);
      open.set(lane, (open.get(lane) ?? 0) + 1);
      together = Math.max(together, open.get(lane) ?? 0);
      await new Promise((go) => setTimeout(go, 5));
      handled.push(update.update_id);
      open.set(lane, (open.get(lane) ?? 0) - 1);
    };
    const fleet = [replica(handle), replica(handle), replica(handle)];
    const ids = Array.from({ length: 60 }, (_, index) => index + 1);
    for (const id of ids) {
      await bring(message(id, id % 6));
      fleet[id % 3]?.wake();
    }
    await until(async () => (await waiting()) === 0);
    expect(together).toBe(1);
    expect(handled.toSorted((a, b) => a - b)).toEqual(ids);
    for (let chat = 0; chat < 6; chat++) {
      const own = handled.filter((id) => id % 6 === chat);
      expect(own).toEqual(own.toSorted((a, b) => a - b));
    }
  });

  it('go on with what one of them left, and stop with the update in hand', async () => {
    const handled: string[] = [];
    let finish = (): void => {};
    const slow = replica(async ({ update_id: id }) => {
      await new Promise<void>((go) => (finish = go));
      handled.push(`slow ${id}`);
    });
    await bring(message(1));
    await bring(message(2));
    slow.wake();
    await until(() => String(finish) !== String((): void => {}));
    const stopped = slow.stop();
    finish();
    await stopped;
    expect(handled).toEqual(['slow 1']);
    replica(async ({ update_id: id }) => void handled.push(`other ${id}`));
    await until(async () => (await waiting()) === 0);
    expect(handled).toEqual(['slow 1', 'other 2']);
  });

  it('take over when the connection of one breaks', async () => {
    const handled: number[] = [];
    let letGo = (): void => {};
    replica(async () => new Promise((go) => (letGo = go)));
    await bring(message(1));
    await until(async () => (await app.db.incomingUpdate.findFirst())?.attempts === 1);
    await database.sql.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7230118`,
    );
    replica(async ({ update_id: id }) => void handled.push(id));
    await until(async () => (await waiting()) === 0);
    expect(handled).toEqual([1]);
    letGo();
  });

  it('hold their locks beside the pool, and outlive a connection that breaks again and again', async () => {
    const handled: number[] = [];
    replica(async ({ update_id: id }) => void handled.push(id));
    for (const id of [1, 2, 3]) {
      await bring(message(id));
      await until(async () => (await waiting()) === 0);
      await until(() => database.sql.idleCount === database.sql.totalCount);
      const looking = `datname = current_database() AND query LIKE '%GROUP BY lane%' AND pid <> pg_backend_pid()`;
      const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${looking}`;
      await until(async () => (await database.sql.query(cut)).rowCount === 1);
    }
    expect(handled).toEqual([1, 2, 3]);
  });

  it('give up an update that ended its handling too often, and the chat goes on', async () => {
    const handled: number[] = [];
    await bring(message(1));
    await bring(message(2));
    await app.db.incomingUpdate.update({ where: { updateId: 1n }, data: { attempts: maxAttempts } });
    replica(async ({ update_id: id }) => void handled.push(id));
    await until(async () => handled.length > 0 && (await waiting()) === 1);
    expect(handled).toEqual([2]);
  });

  it('count what one sender brings to each of them together', async () => {
    const limits = { updates: 30, seconds: 10, pause: 60 };
    const [one, other] = [new FloodMemory(limits), new FloodMemory(limits)];
    shareFlood(app, one, database.sql);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await shareFlood(app, other, database.sql)(client);
    const judge = (memory: FloodMemory, id: number) => memory.judge(message(id, id) as unknown as Update, 1_000);
    for (let n = 0; n < 24; n++) expect(judge(one, 7)).toBe('pass');
    // What is told of two senders comes in its order: once the second is known, so is the first.
    for (let n = 0; n < 4; n++) judge(one, 8);
    await until(() => other.size === 2);
    expect(Array.from({ length: 8 }, () => judge(other, 7))).toEqual([...Array(6).fill('pass'), 'tell', 'drop']);
    await until(() => judge(one, 7) === 'drop');
    await client.end();
  });
});
