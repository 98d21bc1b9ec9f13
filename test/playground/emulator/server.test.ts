// The HTTP face of the emulator: what is too big or cannot be read gets an answer of Telegram's kind.
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { press } from '../../../src/playground/emulator/people.ts';
import { TelegramTown } from '../../support/telegram.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ now: () => new Date('2026-11-23T04:00:00Z') });
});

afterAll(() => emulator.close());

/** Not by fetch, which mends addresses. */
function ask(path: string, body?: Buffer): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(emulator.url, { method: 'POST', path }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

describe('the server', () => {
  test('refuses a request of more than 60 MB, and answers the next one', async () => {
    const method = `/bot${emulator.token}/getMe`;
    const { status, text } = await ask(method, Buffer.alloc(60 * 1024 * 1024 + 1));
    expect([status, JSON.parse(text)]).toEqual([
      413,
      { ok: false, error_code: 413, description: 'Request Entity Too Large' },
    ]);
    expect((await ask(method)).status).toBe(200);
  });

  test.each(['/bot%/getMe', '/file/bot%E0%A4%A/x', '//', '/nothing'])('finds nothing at %j', async (path) => {
    const { status, text } = await ask(path);
    expect([status, JSON.parse(text)]).toEqual([404, { ok: false, error_code: 404, description: 'Not Found' }]);
    expect(emulator.violations).toEqual([]);
  });

  test('knows the newest thousand presses, not every one there ever was', async () => {
    const dana = new TelegramTown(emulator).person({ firstName: 'Дана' });
    const user = emulator.world.users.get(dana.id);
    const chat = user && emulator.world.privateChat(user);
    if (!chat) throw new Error('no chat');
    const message = { message_id: 1, chat: chat.info, date: 0 };
    const stored = { message, deleted: false, fixed: false, reactions: [], liked: new Map(), forBot: false };
    const ids = Array.from({ length: 1_200 }, () => press(emulator.world, stored, user, 'x'));
    const known = [...emulator.world.callbacks.keys()];
    expect(known).toEqual(ids.slice(-known.length));
    expect(known.length).toBeLessThan(1_100);
    await expect(emulator.idle(10)).rejects.toThrow('did not handle');
  });
});
