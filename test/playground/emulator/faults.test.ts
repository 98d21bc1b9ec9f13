// Faults on order and rate limits.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { TelegramTown } from '../../support/telegram.ts';
import type { Group, Person } from '../../support/telegram.ts';
import { call, resultOf } from './raw-api.ts';

let clock: Date;
let emulator: Emulator;
let dana: Person;
let group: Group;

const pass = (milliseconds: number) => (clock = new Date(clock.getTime() + milliseconds));
const send = (chat_id: number) => call(emulator, 'sendMessage', { chat_id, text: 'a' });
const codes = async (chat_id: number, times: number): Promise<number[]> => {
  const found: number[] = [];
  for (let time = 0; time < times; time++) found.push((await send(chat_id)).status);
  return found;
};

beforeEach(async () => {
  clock = new Date('2026-11-23T04:00:00Z');
  emulator = await startEmulator({ now: () => clock });
  const tg = new TelegramTown(emulator);
  tg.waits = false;
  dana = tg.person({ firstName: 'Дана' });
  group = tg.group({ title: 'Білім', members: [dana] });
  await dana.opens();
});

afterEach(() => emulator.close());

describe('faults', () => {
  test('a 429 carries its seconds in body and header, as often as ordered', async () => {
    emulator.fail({ method: 'sendMessage', retryAfter: 7, times: 2 });
    const answer = await fetch(`${emulator.url}/bot${emulator.token}/sendMessage?chat_id=${dana.id}&text=a`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await answer.json()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
    expect(await codes(dana.id, 2)).toEqual([429, 200]);
    expect(dana.inbox).toHaveLength(1);
  });

  test('any code and description, for one chat only, other methods untouched', async () => {
    const description = 'Forbidden: bot was blocked by the user';
    emulator.fail({ method: 'sendMessage', code: 403, description, chatId: group.id });
    expect((await send(dana.id)).ok).toBe(true);
    expect(await send(group.id)).toMatchObject({ status: 403, description });
    expect(emulator.violations).toEqual([]);
  });

  test('an answer lost after the message was sent', async () => {
    emulator.fail({ method: 'sendMessage', code: 500, afterApply: true });
    expect(await send(dana.id)).toMatchObject({ status: 500, description: 'Internal Server Error' });
    expect(dana.inbox).toHaveLength(1);
  });

  test('a cut connection, a proxy page, silence', async () => {
    emulator.fail({ method: '*', reset: true });
    await expect(send(dana.id)).rejects.toThrow();
    emulator.fail({ method: 'sendMessage', code: 502 });
    const page = await fetch(`${emulator.url}/bot${emulator.token}/sendMessage?chat_id=${dana.id}&text=a`);
    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html']);
    emulator.fail({ method: 'sendMessage', silent: true });
    const request = fetch(`${emulator.url}/bot${emulator.token}/sendMessage?chat_id=${dana.id}&text=a`, {
      signal: AbortSignal.timeout(100),
    });
    await expect(request).rejects.toThrow('timeout');
    expect(dana.inbox).toHaveLength(0);
  });

  test('a fault of getUpdates meets a bot that already waits', async () => {
    await resultOf(emulator, 'getUpdates', { offset: -1 });
    const waiting = call(emulator, 'getUpdates', { offset: 900_000_000, timeout: 20 });
    await new Promise((done) => setTimeout(done, 50));
    emulator.fail({ method: 'getUpdates', code: 401 });
    expect(await waiting).toMatchObject({ ok: true, result: [] });
    expect(await call(emulator, 'getUpdates', { timeout: 20 })).toMatchObject({
      status: 401,
      description: 'Unauthorized',
    });
  });
});

describe('rate limits', () => {
  beforeEach(() => {
    emulator.world.limiter.profile = 'telegram';
  });

  test('five at once to one person, then one a second', async () => {
    expect(await codes(dana.id, 6)).toEqual([200, 200, 200, 200, 200, 429]);
    pass(5000);
    expect((await send(dana.id)).ok).toBe(true);
    expect(emulator.violations).toEqual([`sendMessage: more messages to chat ${dana.id} than Telegram takes`]);
  });

  test('twenty a minute to a group, edits included', async () => {
    const sent = await resultOf<{ message_id: number }>(emulator, 'sendMessage', { chat_id: group.id, text: 'a' });
    expect(await codes(group.id, 18)).toEqual(Array.from({ length: 18 }, () => 200));
    await resultOf(emulator, 'editMessageText', { chat_id: group.id, message_id: sent.message_id, text: 'b' });
    pass(10_000);
    expect(await send(group.id)).toMatchObject({ status: 429, parameters: { retry_after: 50 } });
    emulator.violations.length = 0;
    pass(40_000);
    expect(await send(group.id)).toMatchObject({ status: 429, parameters: { retry_after: 10 } });
    expect(emulator.violations).toEqual([`sendMessage: chat ${group.id} 10 s before retry_after is over`]);
    pass(10_000);
    expect((await send(group.id)).ok).toBe(true);
  });

  test('thirty a second in all', async () => {
    const tg = new TelegramTown(emulator);
    tg.waits = false;
    const people = Array.from({ length: 31 }, () => tg.person({ firstName: 'X' }));
    for (const person of people) await person.opens();
    const answers = await Promise.all(people.map((person) => send(person.id)));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(1);
  });
});
