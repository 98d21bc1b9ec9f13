// A webhook that Telegram cannot reach is silent by nature: the one that leads asks Telegram, counts and says it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from 'grammy';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { type HttpServer, startHttpServer } from '../../src/http/server.ts';
import { jobs } from '../../src/jobs.ts';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';
import { watchWebhook } from '../../src/telegram/webhook-watch.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { type Person, TelegramTown } from '../support/telegram.ts';

const minute = 60_000;
const start = Date.parse('2026-11-23T04:00:00Z');

let database: TestDatabase;
let emulator: Emulator;
let app: App;
let http: HttpServer;
/** Where Telegram brings updates; takes them while `taking`. */
let hook: Server;
let taking = true;
let url: string;
let now = start;
let saule: Person;
let lines: { level: number; msg: string }[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  [now, taking, lines] = [start, true, []];
  hook = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(taking ? 200 : 404).end());
  });
  await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`;
  emulator = await startEmulator({ token: '1000:TEST', now: () => new Date(now) });
  const tg = new TelegramTown(emulator);
  tg.waits = false;
  saule = tg.person({ firstName: 'Saule' });
  app = open({ WEBHOOK_URL: url });
  http = await startHttpServer(app, 0, { polling: () => true, silence: () => 0 });
  await new Api(emulator.token, { apiRoot: emulator.url }).setWebhook(url);
});
afterEach(async () => {
  await http.close();
  await emulator.close();
  hook.close();
});

function open(env: Record<string, string>): App {
  const config = readConfig({
    BOT_TOKEN: emulator.token,
    TELEGRAM_API_ROOT: emulator.url,
    DATABASE_URL: database.url,
    ...env,
  });
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return Object.assign(createApp({ db: database.db, config, log, now: () => new Date(now) }), { leads: () => true });
}

async function metric(name: string): Promise<number | null> {
  const body = await (await fetch(`http://127.0.0.1:${http.port}/metrics`)).text();
  const found = new RegExp(`^orynda_webhook_${name} (\\S+)$`, 'm').exec(body);
  return found ? Number(found[1]) : null;
}
const asked = (): number => emulator.calls.filter(({ method }) => method === 'getWebhookInfo').length;
const warned = (): unknown[] => lines.filter(({ level }) => level === 40);
const refused = () => expect.poll(() => emulator.world.courier.lastError?.at).toEqual(new Date(now));

it('says nothing while updates arrive', async () => {
  await saule.says('1');
  await emulator.idle();
  await watchWebhook(app);
  expect([await metric('pending_updates'), await metric('last_error_timestamp_seconds')]).toEqual([0, 0]);
  expect(await metric('elsewhere')).toBe(0);
  expect(lines).toEqual([]);
});

it('counts and warns while Telegram is refused, with its reason, and is quiet again once that is past', async () => {
  taking = false;
  await saule.says('1');
  await refused();
  const failedAt = now / 1000;
  now += 4 * minute;
  await watchWebhook(app);
  expect(await metric('last_error_timestamp_seconds')).toBeGreaterThanOrEqual(failedAt);
  expect(await metric('pending_updates')).toBe(1);
  const reason = 'Wrong response from the webhook: 404 Not Found';
  expect(warned()).toEqual([expect.objectContaining({ msg: 'telegram.webhook-failing', pending: 1, reason })]);
  taking = true;
  await emulator.idle();
  now += 6 * minute;
  await watchWebhook(app);
  expect(await metric('pending_updates')).toBe(0);
  expect(warned()).toHaveLength(1);
});

it('warns of updates that become more and more although nothing fails', async () => {
  const waiting = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n++) await saule.says(`${n}`);
    emulator.world.courier.lastError = undefined;
    await watchWebhook(app);
  };
  // Telegram waits for the first of the chat to be taken.
  hook.removeAllListeners('request');
  await waiting(5);
  expect(warned()).toEqual([]);
  await waiting(20);
  expect(warned()).toEqual([expect.objectContaining({ msg: 'telegram.webhook-failing', pending: 25 })]);
  await waiting(0);
  expect(warned()).toHaveLength(1);
  hook.closeAllConnections();
});

it('warns when the updates go to somebody else, whose address it does not tell', async () => {
  await new Api(emulator.token, { apiRoot: emulator.url }).setWebhook('https://other.example.kz/their-secret');
  await watchWebhook(app);
  expect(await metric('elsewhere')).toBe(1);
  expect(warned()).toEqual([expect.objectContaining({ msg: 'telegram.webhook-elsewhere', host: 'other.example.kz' })]);
  expect(JSON.stringify(lines)).not.toContain('their-secret');
  await new Api(emulator.token, { apiRoot: emulator.url }).deleteWebhook();
  await watchWebhook(app);
  expect(warned()[1]).toMatchObject({ msg: 'telegram.webhook-elsewhere', host: null });
});

it('takes the same address written in another way for its own', async () => {
  const spelled = app.config.webhookUrl?.replace('http:', 'HTTP:') ?? '';
  await watchWebhook({ ...app, config: { ...app.config, webhookUrl: spelled } });
  expect([await metric('elsewhere'), lines]).toEqual([0, []]);
});

it('asks only where a webhook is set and only as the one that leads, and then tells no old numbers', async () => {
  await watchWebhook(app);
  expect([asked(), await metric('pending_updates')]).toEqual([1, 0]);
  app.leads = () => false;
  await watchWebhook(app);
  await watchWebhook(open({}));
  expect([asked(), await metric('pending_updates'), await metric('elsewhere')]).toEqual([1, null, null]);
});

it('knows nothing while Telegram cannot be asked, and is no failed job', async () => {
  emulator.fail({ method: 'getWebhookInfo', code: 502 });
  await watchWebhook(app);
  expect(warned()).toEqual([expect.objectContaining({ msg: 'telegram.unreachable' })]);
  expect(await metric('pending_updates')).toBeNull();
});

it('is looked at every five minutes', () => {
  expect(jobs).toContainEqual({ name: 'telegram.watch-webhook', cron: '*/5 * * * *', run: watchWebhook });
});
