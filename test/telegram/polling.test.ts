// Updates that are asked for: chats beside each other, each in its order, and nothing lost or done twice with a process that dies.
import { Bot } from 'grammy';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openClient } from '../../src/db.ts';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';
import { type Ctx, installContext } from '../../src/telegram/context.ts';
import { keepUpdates, maxAttempts } from '../../src/telegram/kept-updates.ts';
import { Polling } from '../../src/telegram/polling.ts';
import { seenUpdates } from '../../src/telegram/seen-updates.ts';
import { DatabaseLine } from '../support/database-line.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { type Person, TelegramTown } from '../support/telegram.ts';

let database: TestDatabase;
let emulator: Emulator;
let app: App;
let saule: Person;
let timur: Person;
/** Words whose handling was begun, and words that were handled. */
let begun: string[] = [];
let handled: string[] = [];
/** Handling of these words waits until they are taken out. */
const held = new Map<string, () => void>();
/** These words wait as well. */
let waitsFor = '';
/** While true, handling fails. */
let fails: string | false = false;
/** Happens whenever handling begins. */
let atBegin: (word: string) => Promise<void> = async () => {};
const running: Polling[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  emulator = await startEmulator({ token: '1000:TEST', now: () => new Date() });
  const config = readConfig({
    BOT_TOKEN: '1000:TEST',
    TELEGRAM_API_ROOT: emulator.url,
    DATABASE_URL: database.url,
  });
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }) });
  const tg = new TelegramTown(emulator);
  tg.waits = false;
  saule = tg.person({ firstName: 'Saule' });
  timur = tg.person({ firstName: 'Timur' });
});
afterEach(async () => {
  for (const word of held.keys()) release(word);
  await Promise.all(running.splice(0).map((polling) => polling.stop()));
  await emulator.close();
  await database.sql.query('TRUNCATE incoming_update, seen_update');
  [begun, handled, waitsFor, fails] = [[], [], '', false];
  atBegin = async () => {};
});

function release(word: string): void {
  held.get(word)?.();
  held.delete(word);
}

/** A process that asks for updates. */
async function start(patience?: number): Promise<Polling> {
  const bot = new Bot<Ctx>('1000:TEST', { client: { apiRoot: emulator.url } });
  await bot.init();
  bot.use(installContext(app), seenUpdates());
  bot.on('message:text', async ({ message: { text } }) => {
    begun.push(text);
    await atBegin(text);
    if (fails) throw new Error(fails);
    if (text.startsWith('slow') || text === waitsFor) await new Promise<void>((go) => held.set(text, go));
    handled.push(text);
  });
  const polling = new Polling(app, bot, { allowed: ['message'], ...(patience && { patience }) });
  polling.ended.catch(() => {});
  running.push(polling);
  return polling;
}

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = performance.now() + 50_000; !(await done()); await new Promise((go) => setTimeout(go, 10)))
    if (performance.now() > end) throw new Error('it never came to pass');
};
const waiting = (): Promise<number> => app.db.incomingUpdate.count();

it('handles chats beside each other and each in its order', async () => {
  await start();
  await saule.says('slow 1');
  await saule.says('2');
  await timur.says('a');
  await timur.says('b');
  await until(() => handled.length === 2);
  expect(handled).toEqual(['a', 'b']);
  expect(begun).not.toContain('2');
  release('slow 1');
  await until(() => handled.length === 4);
  expect(handled).toEqual(['a', 'b', 'slow 1', '2']);
});

it('hears what is said while somebody keeps it busy, and keeps as rows what is not handled', async () => {
  await start(50);
  await saule.says('slow 1');
  await saule.says('2');
  await until(async () => (await waiting()) === 2);
  await timur.says('later');
  await until(() => handled.includes('later'));
  release('slow 1');
  await until(async () => (await waiting()) === 0);
  expect(handled).toEqual(['later', 'slow 1', '2']);
});

it('handles what a dead process had kept, once and before what is new', async () => {
  await start(50);
  await saule.says('slow 1');
  await saule.says('2');
  await until(async () => (await waiting()) === 2 && begun.length === 1);
  // It hangs for ever, as if killed; its rows stay.
  const [dead] = running.splice(0);
  void dead?.stop();
  await saule.says('3');
  begun = [];
  await start(50);
  await until(() => begun.includes('slow 1'));
  release('slow 1');
  await until(async () => (await waiting()) === 0 && handled.length === 3);
  expect(handled).toEqual(['slow 1', '2', '3']);
});

it('passes over what was handled before its process died', async () => {
  await start();
  await saule.says('once');
  await emulator.idle();
  emulator.redeliver(1);
  await emulator.idle();
  expect(handled).toEqual(['once']);
});

it('leaves to its successor what it has not begun when it stops', async () => {
  const first = await start();
  await saule.says('slow 1');
  await saule.says('2');
  await timur.says('a');
  await until(() => begun.includes('slow 1') && handled.includes('a'));
  const stopped = first.stop();
  release('slow 1');
  await stopped;
  expect(handled).toEqual(['a', 'slow 1']);
  await start();
  await until(() => handled.length === 3);
  expect(handled).toEqual(['a', 'slow 1', '2']);
});

const chat = { id: 7, type: 'private' as const, first_name: 'A' };
const said = (id: number, from = chat) => ({
  update_id: id,
  message: { message_id: id, date: 1, chat: from, text: `${id}` },
});
const died = (id: number, attempts: number): Promise<unknown> =>
  app.db.incomingUpdate.update({ where: { updateId: BigInt(id) }, data: { attempts } });

it('gives up an update that ended its process too often: its row stays, it is told, and the chat goes on', async () => {
  const told: number[] = [];
  app.givenUp = async (_app, update) => void told.push(update.update_id);
  await keepUpdates(app, [said(1), said(2)] as never);
  await died(1, maxAttempts);
  await start();
  await until(async () => handled.length > 0 && (await waiting()) === 1);
  expect(handled).toEqual(['2']);
  expect(told).toEqual([1]);
  expect((await app.db.incomingUpdate.findFirst())?.givenUpAt).not.toBeNull();
  // Neither the next start nor Telegram, which may bring it again, begins with it once more.
  await running.splice(0)[0]?.stop();
  await keepUpdates(app, [said(1)] as never);
  await start();
  await saule.says('new');
  await until(() => handled.includes('new'));
  expect(handled).toEqual(['2', 'new']);
  expect(told).toEqual([1]);
});

it('handles what a process died of alone, so that whoever is at fault is known', async () => {
  const other = { ...chat, id: 8 };
  await keepUpdates(app, [said(1), { ...said(2, other) }, said(3, { ...chat, id: 9 })] as never);
  for (const id of [1, 2]) await died(id, 1);
  waitsFor = '1';
  await start();
  await until(() => begun.includes('1'));
  await new Promise((go) => setTimeout(go, 100));
  expect(begun).not.toContain('2');
  release('1');
  await until(async () => (await waiting()) === 0);
  expect([...handled].sort()).toEqual(['1', '2', '3']);
});

it('waits with what several processes died of until it has lived for a while, and serves others meanwhile', async () => {
  await keepUpdates(app, [said(1), said(2, { ...chat, id: 8 })] as never);
  await died(1, 2);
  const began = performance.now();
  const first = await start();
  await until(() => handled.includes('2'));
  expect(begun).toEqual(['2']);
  await until(() => handled.includes('1'));
  expect(performance.now() - began).toBeGreaterThan(1_900);
  // A stop does not wait for it, and counts nothing.
  await first.stop();
  await keepUpdates(app, [said(3)] as never);
  await died(3, 4);
  await (await start()).stop();
  expect(await app.db.incomingUpdate.findFirst({ select: { attempts: true } })).toEqual({ attempts: 4 });
});

it('counts the deaths of what was waiting when the process started, and no fault of the database', async () => {
  await saule.says('slow 1');
  const first = await start();
  await until(() => begun.length === 1);
  expect(await app.db.incomingUpdate.findFirst({ select: { attempts: true } })).toEqual({ attempts: 1 });
  release('slow 1');
  await until(async () => (await waiting()) === 0);
  await first.stop();
  running.splice(0);
  fails = 'a fault of the statement';
  await saule.says('2');
  await start();
  await until(async () => (await app.db.incomingUpdate.findFirst())?.attempts === 0 && begun.includes('2'));
  expect(handled).toEqual(['slow 1']);
});

it('tries what is kept again when the database left, without waiting for the next start', async () => {
  fails = 'terminating connection due to unexpected postmaster exit';
  await saule.says('1');
  await start();
  await until(() => begun.length === 2);
  fails = false;
  await until(async () => (await waiting()) === 0);
  expect(handled).toEqual(['1']);
});

it('counts no death when the database leaves again and again while one update is in hand', async () => {
  const line = await DatabaseLine.open(database.url);
  const { db, close } = openClient(line.url);
  onTestFinished(() => close());
  await keepUpdates(app, [said(1)] as never);
  await died(1, 1);
  app = { ...app, db };
  const counted: unknown[] = [];
  atBegin = async () => {
    counted.push((await database.db.incomingUpdate.findFirst())?.attempts);
    if (counted.length === 3) return;
    await line.cut();
    setTimeout(() => void line.mend(), 100);
    await db.person.count();
  };
  await start();
  await until(async () => (await database.db.incomingUpdate.count()) === 0);
  expect(counted).toEqual([2, 2, 2]);
  expect(handled).toEqual(['1']);
});

it('gives up an update even if nobody can be told', async () => {
  app.givenUp = () => Promise.reject(new Error('nobody is told'));
  await keepUpdates(app, [said(1), said(2)] as never);
  await died(1, maxAttempts);
  await start();
  await until(() => handled.includes('2'));
  expect((await app.db.incomingUpdate.findFirst())?.givenUpAt).not.toBeNull();
});

it('ends with what Telegram says when somebody else asks for the same updates', async () => {
  const first = await start();
  await saule.says('hello');
  await until(() => handled.length === 1);
  await start();
  await expect(first.ended).rejects.toThrow(/409/);
  expect(first.running).toBe(false);
});
