// What people do besides writing: follow links, albums, reactions, pins, deletions; and what a world keeps over a restart.
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator, type Emulator } from '../../../src/playground/emulator/emulator.ts';
import { createGroup } from '../../../src/playground/emulator/groups.ts';
import { pressStart, startPayload } from '../../../src/playground/emulator/links.ts';
import { pin, remove, sendAlbum } from '../../../src/playground/emulator/own-messages.ts';
import { createUser, react, say } from '../../../src/playground/emulator/people.ts';
import { restoreWorld, saveWorld, type SavedWorld } from '../../../src/playground/emulator/saving.ts';
import type { User } from '../../../src/playground/emulator/api-types.ts';
import type { Chat, World } from '../../../src/playground/emulator/world.ts';

const now = (): Date => new Date('2026-11-26T05:00:00Z');
let emulator: Emulator;
let world: World;
let aigul: User;
let bolat: User;
let group: Chat;

beforeEach(async () => {
  emulator = await startEmulator({ now });
  ({ world } = emulator);
  aigul = createUser(world, { firstName: 'Айгүл' });
  bolat = createUser(world, { firstName: 'Болат' });
  group = createGroup(world, { title: 'Үлгі', type: 'supergroup', members: [aigul, bolat], bot: 'member' });
});

afterEach(() => emulator.close());

async function call<R>(method: string, params: object): Promise<R> {
  const response = await fetch(`${emulator.url}/bot${emulator.token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return ((await response.json()) as { result: R }).result;
}

const updates = (): Promise<Record<string, unknown>[]> => call('getUpdates', {});

describe('links', () => {
  test('of this bot carry a payload or none; all others are not followed', () => {
    expect(startPayload(world, 'https://t.me/orynda_bot?start=a-B_9')).toBe('a-B_9');
    expect(startPayload(world, 'https://t.me/orynda_bot')).toBe('');
    for (const link of [
      'https://t.me/other_bot?start=a',
      'https://t.me/orynda_bot?start=a&b=c',
      'http://t.me/orynda_bot',
      'https://t.me.example/orynda_bot',
      `https://t.me/orynda_bot?start=${'x'.repeat(65)}`,
    ]) {
      expect(startPayload(world, link), link).toBeUndefined();
    }
  });

  test('press Start, which opens the private chat', async () => {
    const chat = pressStart(world, aigul, 'token');
    expect([chat.started, chat.info.id]).toEqual([true, aigul.id]);
    expect(await updates()).toMatchObject([{ message: { text: '/start token', from: { id: aigul.id } } }]);
  });
});

describe('messages', () => {
  test('several files go as one album with the caption on the first', async () => {
    const document = { name: 'a.txt', content: Buffer.from('a') };
    const sent = sendAlbum(world, world.privateChat(aigul), aigul, [{ document }, { document }], 'Екеу');
    const albums = sent.map(({ message }) => message.media_group_id);
    expect([new Set(albums).size, albums[0]?.length]).toEqual([1, 11]);
    expect(sent.map(({ message }) => message.caption)).toEqual(['Екеу', undefined]);
    expect(await updates()).toHaveLength(2);
    expect(() => sendAlbum(world, group, aigul, [{ document }])).toThrow('two to ten');
  });

  test('keep one reaction of each person, which can be taken back, although the bot hears nothing of it', async () => {
    const stored = say(world, group, aigul, { text: 'Сәлем' });
    react(world, group, stored, aigul, '👍');
    react(world, group, stored, bolat, '👍');
    react(world, group, stored, aigul, '🔥');
    expect([...stored.liked]).toEqual([
      [aigul.id, '🔥'],
      [bolat.id, '👍'],
    ]);
    react(world, group, stored, bolat, '');
    expect([...stored.liked.keys()]).toEqual([aigul.id]);
    expect(await updates()).toEqual([]);
  });

  test('are pinned by those who run the group, and deleted by their authors, in private by anybody', async () => {
    const stored = say(world, group, bolat, { text: 'Маңызды' });
    expect(() => pin(world, group, stored, bolat)).toThrow('only administrators');
    pin(world, group, stored, aigul);
    expect(group.pinned).toEqual([stored.message.message_id]);
    expect(await updates()).toMatchObject([{ message: { pinned_message: { text: 'Маңызды' } } }]);
    expect(() => remove(group, stored, aigul)).toThrow('not your own');
    remove(group, stored, bolat);
    expect([stored.deleted, group.pinned]).toEqual([true, []]);
  });
});

describe('an observer', () => {
  test('is told of updates, answered calls with their chats, hidden messages and violations', async () => {
    const told: string[] = [];
    world.observer = {
      changed: ({ info }) => told.push(`changed ${info.id}`),
      queued: (update) => told.push(`queued ${Object.keys(update)[1]}`),
      answered: ({ method }, answer, fault) =>
        told.push(`${method} ${typeof answer === 'object' && answer.status} ${fault}`),
      hidden: (_chat, message) => told.push(`hidden ${message.text}`),
      complained: (text) => told.push(`complained ${text}`),
    };
    say(world, group, aigul, { text: 'between us' });
    pressStart(world, aigul);
    emulator.fail({ method: 'send*', code: 500 });
    await call('sendChatAction', { chat_id: aigul.id, action: 'typing' });
    await call('sendMessage', { chat_id: aigul.id, text: 'lost' });
    await call('sendMessage', { chat_id: aigul.id, text: 'a', colour: 'red' });
    expect(told).toEqual([
      `changed ${group.info.id}`,
      'hidden between us',
      `changed ${aigul.id}`,
      'queued message',
      `changed ${aigul.id}`,
      'sendChatAction 200 false',
      `changed ${aigul.id}`,
      'sendMessage 500 true',
      expect.stringMatching(/^complained sendMessage.*colour/),
      `changed ${aigul.id}`,
      `changed ${aigul.id}`,
      'sendMessage 200 false',
    ]);
  });
});

describe('a saved world', () => {
  const reborn = (saved: SavedWorld, clean: boolean): World =>
    restoreWorld(deserialize(serialize(saved)) as SavedWorld, {
      now,
      clean,
      contentOf: () => Buffer.from('kept apart'),
    });

  test('goes on with chats, members, files, menus, waiting updates and numbers', async () => {
    await call('setMyCommands', { commands: [{ command: 'help', description: 'Help' }] });
    const document = { name: 'a.txt', content: Buffer.from('kept apart') };
    const sent = say(world, group, aigul, { document });
    react(world, group, sent, bolat, '👍');
    pressStart(world, bolat, 'token');
    const again = reborn(saveWorld(world), true);
    expect([...again.chats.keys()]).toEqual([...world.chats.keys()]);
    expect(again.chats.get(group.info.id)).toEqual(group);
    expect(again.files).toEqual(world.files);
    expect([again.token, again.commands, again.queue.pending]).toEqual([world.token, world.commands, 1]);
    const numbers = [world, again].map((one) => [createUser(one, { firstName: 'Жаңа' }).id, one.next('message', 11)]);
    expect(numbers[0]).toEqual(numbers[1]);
  });

  test('that was killed later skips the numbers that it may have used', () => {
    const first = say(world, group, aigul, { text: 'бір' }).message.message_id;
    const again = reborn(saveWorld(world), false);
    const chat = again.chats.get(group.info.id) as Chat;
    expect(say(again, chat, aigul, { text: 'екі' }).message.message_id).toBeGreaterThan(first + 1000);
    expect(createUser(again, { firstName: 'Жаңа' }).id).toBeGreaterThan(bolat.id + 1000);
  });
});
