// Updates: offsets, expiry, subscriptions, the conflict of two pollers, redelivery.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { TelegramTown } from '../../support/telegram.ts';
import type { Person } from '../../support/telegram.ts';
import { call, errorOf, resultOf } from './raw-api.ts';

interface Seen {
  update_id: number;
  message?: { text?: string };
}

let clock: Date;
let emulator: Emulator;
let tg: TelegramTown;
let dana: Person;

const hour = 3_600_000;
const pass = (milliseconds: number) => (clock = new Date(clock.getTime() + milliseconds));
const poll = (params: object = {}) => resultOf<Seen[]>(emulator, 'getUpdates', params);
const words = (updates: Seen[]) => updates.map((update) => update.message?.text ?? Object.keys(update)[1]);

beforeEach(async () => {
  clock = new Date('2026-11-23T04:00:00Z');
  emulator = await startEmulator({ now: () => clock });
  tg = new TelegramTown(emulator);
  tg.waits = false;
  dana = tg.person({ firstName: 'Дана' });
});

afterEach(async () => {
  await emulator.close();
  expect(emulator.violations).toEqual([]);
});

describe('offsets', () => {
  test('updates come again until a higher offset confirms them, ids are sequential', async () => {
    for (const text of ['1', '2', '3']) await dana.says(text);
    const first = await poll({ limit: 2 });
    expect(words(first)).toEqual(['1', '2']);
    expect(words(await poll())).toEqual(['1', '2', '3']);
    const id = first[0]?.update_id ?? 0;
    expect(first[1]?.update_id).toBe(id + 1);
    expect(words(await poll({ offset: id + 1 }))).toEqual(['2', '3']);
    expect(words(await poll({ offset: 0 }))).toEqual(['2', '3']);
  });

  test('a negative offset keeps the last ones and forgets the rest', async () => {
    for (const text of ['1', '2', '3']) await dana.says(text);
    expect(words(await poll({ offset: -1 }))).toEqual(['3']);
    expect(words(await poll())).toEqual(['3']);
  });

  test('at most 100 in one answer', async () => {
    for (let index = 0; index < 101; index++) await dana.says(String(index));
    expect(await poll()).toHaveLength(100);
  });

  test('deleteWebhook can drop what is pending', async () => {
    await dana.says('1');
    await resultOf(emulator, 'deleteWebhook', { drop_pending_updates: true });
    expect(await poll()).toEqual([]);
  });
});

describe('long polls', () => {
  test('wait for an update and return an album in one answer', async () => {
    const waiting = poll({ timeout: 20 });
    await dana.sends({ album: [{ photo: Buffer.from('1') }, { photo: Buffer.from('2') }] });
    expect(await waiting).toHaveLength(2);
  });

  test('end empty after their time', async () => {
    const before = Date.now();
    expect(await poll({ timeout: 1 })).toEqual([]);
    expect(Date.now() - before).toBeGreaterThan(900);
  });

  test('are ended with 409 by a second poller', async () => {
    const first = call(emulator, 'getUpdates', { timeout: 20 });
    await new Promise((done) => setTimeout(done, 50));
    const second = poll({ timeout: 1 });
    expect(await first).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    expect(await second).toEqual([]);
  });

  test('do not mix with a webhook', async () => {
    const first = call(emulator, 'getUpdates', { timeout: 20 });
    await new Promise((done) => setTimeout(done, 50));
    await resultOf(emulator, 'setWebhook', { url: 'https://bot.example.kz/x' });
    expect(await first).toMatchObject({ description: 'Conflict: terminated by setWebhook request' });
    expect(await errorOf(emulator, 'getUpdates')).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
    await resultOf(emulator, 'deleteWebhook');
  });
});

describe('a webhook', () => {
  test('is brought what happens, in the order of each chat, again until it is taken, with the secret', async () => {
    const heard: { text: string; secret: unknown }[] = [];
    let refusals = 2;
    const bot = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const taken = refusals-- <= 0;
        const { message } = JSON.parse(body) as { message: { text: string } };
        if (taken) heard.push({ text: message.text, secret: request.headers['x-telegram-bot-api-secret-token'] });
        response.writeHead(taken ? 200 : 503).end();
      });
    });
    await new Promise<void>((done) => bot.listen(0, '127.0.0.1', done));
    const { port } = bot.address() as AddressInfo;
    await resultOf(emulator, 'setWebhook', { url: `http://127.0.0.1:${port}/hook`, secret_token: 'sesame' });
    for (const words of ['1', '2', '3']) await dana.says(words);
    await emulator.idle();
    await resultOf(emulator, 'deleteWebhook');
    bot.close();
    expect(heard).toEqual(['1', '2', '3'].map((words) => ({ text: words, secret: 'sesame' })));
  });

  test('that takes nothing shows in getWebhookInfo: what waits, when bringing it failed last and why', async () => {
    const info = () => resultOf<Record<string, unknown>>(emulator, 'getWebhookInfo');
    let status = 503;
    const bot = createServer(
      (request, response) => void request.resume().on('end', () => response.writeHead(status).end()),
    );
    await new Promise<void>((done) => bot.listen(0, '127.0.0.1', done));
    const { port } = bot.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/hook`;
    const fine = { url, has_custom_certificate: false, max_connections: 3 };
    await resultOf(emulator, 'setWebhook', { url, max_connections: 3, allowed_updates: ['message'] });
    expect(await info()).toEqual({ ...fine, pending_update_count: 0, allowed_updates: ['message'] });
    await dana.says('1');
    await expect.poll(info).toMatchObject({
      pending_update_count: 1,
      last_error_date: clock.getTime() / 1000,
      last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
    });
    status = 200;
    const failedAt = clock.getTime() / 1000;
    pass(60_000);
    await emulator.idle();
    expect(await info()).toMatchObject({ pending_update_count: 0, last_error_date: failedAt });
    await new Promise((done) => bot.close(done));
    await dana.says('2');
    await expect.poll(info).toMatchObject({ pending_update_count: 1, last_error_message: 'Connection refused' });
    pass(24 * hour);
    expect(await info()).toMatchObject({ pending_update_count: 0 });
    await resultOf(emulator, 'deleteWebhook');
    expect(await info()).toEqual({
      url: '',
      has_custom_certificate: false,
      pending_update_count: 0,
      allowed_updates: ['message'],
    });
  });

  test('must be reached by HTTPS, or on the same machine', async () => {
    expect(await errorOf(emulator, 'setWebhook', { url: 'http://bot.example.kz/x' })).toBe(
      '400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    );
    emulator.violations.length = 0;
  });
});

describe('lifetimes', () => {
  test('a message is lost after 24 hours, a press after 150 seconds', async () => {
    await dana.says('1');
    const reply_markup = { inline_keyboard: [[{ text: 'b', callback_data: 'c' }]] };
    await resultOf(emulator, 'sendMessage', { chat_id: dana.id, text: '?', reply_markup });
    await dana.presses('b');
    expect(words(await poll())).toEqual(['1', 'callback_query']);
    pass(150_000);
    expect(words(await poll())).toEqual(['1']);
    pass(24 * hour - 150_001);
    expect(words(await poll())).toEqual(['1']);
    pass(1);
    expect(words(await poll())).toEqual([]);
  });
});

describe('subscriptions', () => {
  test('reactions come only on demand, the choice stays until it is changed', async () => {
    const message = await dana.says('1');
    await dana.reacts(message, '👍');
    expect(words(await poll())).toEqual(['1']);
    await poll({ allowed_updates: ['message_reaction'] });
    await dana.reacts(message, '👍');
    await dana.says('2');
    expect(words(await poll())).toEqual(['1', 'message_reaction']);
    await poll({ allowed_updates: [] });
    await dana.says('3');
    await dana.reacts(message, '👍');
    expect(words(await poll())).toEqual(['1', 'message_reaction', '3']);
  });
});

describe('waiting for the bot', () => {
  test('idle resolves when the next poll confirms, not when the update is fetched', async () => {
    await dana.says('1');
    let handled = false;
    const idle = emulator.idle().then(() => (handled = true));
    const [update] = await poll();
    expect(handled).toBe(false);
    await poll({ offset: (update?.update_id ?? 0) + 1 });
    await idle;
    expect(handled).toBe(true);
  });

  test('idle says what was not handled', async () => {
    await dana.says('1');
    await expect(emulator.idle(20)).rejects.toThrow('the bot did not handle within 20 ms: 700000001 message');
  });

  test('confirmed updates can be delivered once more with their old ids', async () => {
    await dana.says('1');
    await dana.says('2');
    const offset = ((await poll()).at(-1)?.update_id ?? 0) + 1;
    expect(await poll({ offset })).toEqual([]);
    emulator.redeliver(1);
    expect((await poll({ offset })).map((update) => update.update_id)).toEqual([offset - 1]);
    expect(await poll({ offset })).toEqual([]);
  });
});
