// Updates that are asked for: chats beside each other, each in its order, and nothing lost or done twice with a process that dies.
import { Bot } from 'grammy';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';
import { type Ctx, installContext } from '../../src/telegram/context.ts';
import { keepUpdates, maxAttempts } from '../../src/telegram/kept-updates.ts';
import { Polling } from '../../src/telegram/polling.ts';
import { seenUpdates } from '../../src/telegram/seen-updates.ts';
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
  [begun, handled] = [[], []];
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
    if (text.startsWith('slow')) await new Promise<void>((go) => held.set(text, go));
    handled.push(text);
  });
  const polling = new Polling(app, bot, { allowed: ['message'], ...(patience && { patience }) });
  polling.ended.catch(() => {});
  running.push(polling);
  return polling;
}

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = performance.now() + 10_000; !(await done()); await new Promise((go) => setTimeout(go, 10)))
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
  await until(async () => (await waiting()) === 2);
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

it('gives up an update that ended its process too often, and the chat goes on', async () => {
  const chat = { id: 7, type: 'private' as const, first_name: 'A' };
  const said = (id: number) => ({ update_id: id, message: { message_id: id, date: 1, chat, text: `${id}` } });
  await keepUpdates(app, [said(1), said(2)] as never);
  await app.db.incomingUpdate.update({ where: { updateId: 1n }, data: { attempts: maxAttempts } });
  await start();
  await until(async () => (await waiting()) === 0);
  expect(handled).toEqual(['2']);
});

it('ends with what Telegram says when somebody else asks for the same updates', async () => {
  const first = await start();
  await saule.says('hello');
  await until(() => handled.length === 1);
  await start();
  await expect(first.ended).rejects.toThrow(/409/);
  expect(first.running).toBe(false);
});
