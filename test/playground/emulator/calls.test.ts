// Calls as clients make them: bodies of every kind, files, the specification, menus.
import { Bot, InputFile, InputMediaBuilder } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmulator } from '../../../src/playground/emulator/emulator.ts';
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';
import { readForm } from '../../../src/playground/emulator/form.ts';
import { TelegramTown } from '../../support/telegram.ts';
import type { Person } from '../../support/telegram.ts';
import { call, errorOf, resultOf } from './raw-api.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let emulator: Emulator;
let dana: Person;
let bot: Bot;

beforeEach(async () => {
  emulator = await startEmulator({ now: () => new Date('2026-11-23T04:00:00Z') });
  const tg = new TelegramTown(emulator);
  tg.waits = false;
  dana = tg.person({ firstName: 'Дана' });
  await dana.opens();
  bot = new Bot(emulator.token, { client: { apiRoot: emulator.url } });
});

afterEach(() => emulator.close());

describe('bodies', () => {
  const part = (head: string, body: string) => `--X\r\ncontent-disposition:form-data;${head}\r\n\r\n${body}\r\n`;

  test.each([
    ['filename=отчёт №1.pdf', 'отчёт №1.pdf'],
    ['filename="a b.pdf"', 'a b.pdf'],
    ['filename=a%20b.pdf', 'a b.pdf'],
    ['filename=a;b.pdf', 'a'],
    ['filename=100%.pdf', '100%.pdf'],
  ])('multipart with %s is read as Telegram reads it', (name, read) => {
    const body = `${part('name="chat_id"', '5')}${part(`name="f";${name}`, 'line\r\n--Y')}--X--\r\n`;
    const form = readForm('', 'multipart/form-data; boundary=X', Buffer.from(body));
    expect(form.fields).toEqual({ chat_id: '5' });
    expect(form.files.get('f')).toMatchObject({ name: read, content: Buffer.from('line\r\n--Y') });
  });

  test('query, form and JSON mean the same; structured values may be strings', async () => {
    const root = `${emulator.url}/bot${emulator.token}/sendMessage`;
    const markup = JSON.stringify({ inline_keyboard: [[{ text: 'b', callback_data: 'c' }]] });
    const fields = { chat_id: String(dana.id), text: 'a', reply_markup: markup, protect_content: 'true' };
    await fetch(`${root}?${new URLSearchParams(fields).toString()}`);
    await fetch(root, { method: 'POST', body: new URLSearchParams(fields) });
    await call(emulator, 'sendMessage', { ...fields, chat_id: dana.id, protect_content: true });
    expect(dana.inbox.map((message) => [message.text, message.buttons])).toEqual(
      Array.from({ length: 3 }, () => ['a', [['b']]]),
    );
    expect(emulator.calls.map((one) => one.params)).toEqual([1, 2, 3].map(() => emulator.calls[0]?.params));
    expect(emulator.violations).toEqual([]);
  });

  test('broken JSON is refused', async () => {
    const answer = await fetch(`${emulator.url}/bot${emulator.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer.status).toBe(400);
  });
});

describe('files sent by the bot', () => {
  test('albums of photos, one caption, one group id', async () => {
    const sent = await bot.api.sendMediaGroup(dana.id, [
      InputMediaBuilder.photo(new InputFile(png, 'a.png'), { caption: '<b>Есеп</b>', parse_mode: 'HTML' }),
      InputMediaBuilder.photo(new InputFile(png, 'b.png')),
    ]);
    expect(new Set(dana.inbox.map((message) => message.raw.media_group_id)).size).toBe(1);
    expect(dana.inbox.map((message) => [message.html, message.file?.content.equals(png)])).toEqual([
      ['<b>Есеп</b>', true],
      ['', true],
    ]);
    expect(sent[0]).toMatchObject({ photo: [{ width: 1, height: 1 }] });
  });

  test('a video goes alone or beside photos, music and papers only among their own', async () => {
    const video = new InputFile(Buffer.from('video'), 'a.mp4');
    const sent = await bot.api.sendVideo(dana.id, video);
    const album = await bot.api.sendMediaGroup(dana.id, [
      InputMediaBuilder.video(sent.video.file_id),
      InputMediaBuilder.photo(new InputFile(png, 'b.png')),
    ]);
    expect(album).toMatchObject([{ video: { mime_type: 'video/mp4', duration: 5 } }, { photo: [{ width: 1 }] }]);
    const audio = await bot.api.sendAudio(dana.id, new InputFile(Buffer.from('music'), 'a.mp3'));
    await bot.api.sendMediaGroup(dana.id, [
      InputMediaBuilder.audio(audio.audio.file_id),
      InputMediaBuilder.audio(audio.audio.file_id),
    ]);
    const kinds = dana.inbox.map(({ raw }) => ['video', 'photo', 'audio'].filter((kind) => kind in raw).join());
    expect(kinds).toEqual(['video', 'video', 'photo', 'audio', 'audio', 'audio']);
    const mixed = [
      { type: 'audio', media: audio.audio.file_id },
      { type: 'photo', media: new InputFile(png, 'b.png') },
    ];
    await expect(bot.api.raw.sendMediaGroup({ chat_id: dana.id, media: mixed as never })).rejects.toThrow(
      "audio can't be mixed with other media types",
    );
    expect(emulator.violations).toEqual([]);
  });

  test('a file can be sent again by its id and fetched by its path', async () => {
    const first = await bot.api.sendDocument(dana.id, new InputFile(Buffer.from('x'), 'a.txt'));
    await bot.api.sendDocument(dana.id, first.document.file_id);
    expect(dana.inbox.map((message) => message.file?.name)).toEqual(['a.txt', 'a.txt']);
    const { file_path } = await bot.api.getFile(first.document.file_id);
    const answer = await fetch(`${emulator.url}/file/bot${emulator.token}/${file_path ?? ''}`);
    expect(await answer.text()).toBe('x');
    expect((await fetch(`${emulator.url}/file/bot1:OTHER/${file_path ?? ''}`)).status).toBe(404);
  });

  test('what is no image cannot be a photo, a name with a semicolon is noted', async () => {
    await expect(bot.api.sendPhoto(dana.id, new InputFile(Buffer.from('x'), 'a.jpg'))).rejects.toThrow(
      'Bad Request: IMAGE_PROCESS_FAILED',
    );
    await bot.api.sendDocument(dana.id, new InputFile(Buffer.from('x'), '50%.pdf'));
    expect(emulator.violations).toEqual(["sendDocument: file name 50%.pdf does not survive Telegram's reader"]);
  });
});

describe('the specification notes what Telegram ignores', () => {
  test.each([
    [
      'sendMessage',
      { text: 'a', disable_web_page_preview: true },
      'sendMessage: unknown parameter disable_web_page_preview',
    ],
    [
      'sendMessage',
      { text: 'a', reply_parameters: { message: 1 } },
      'sendMessage.reply_parameters: unknown parameter message',
    ],
    ['sendMessage', { text: 5 }, 'sendMessage.text: 5 is not string'],
    ['sendMessage', { text: 'a', parse_mode: 'MarkdownV2' }, 'sendMessage: parse_mode MarkdownV2 is not emulated'],
    [
      'sendMessage',
      { text: 'a', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b', style: 'green' }]] } },
      'sendMessage.reply_markup.inline_keyboard[0][0].style: "green" is not =danger',
    ],
  ])('%s %j', async (method, params, violation) => {
    await resultOf(emulator, method, { chat_id: dana.id, ...params });
    expect(emulator.violations).toEqual([violation]);
  });

  test('a reaction outside the list of Telegram', async () => {
    const message = await dana.says('готово');
    const react = (emoji: string) => ({
      chat_id: dana.id,
      message_id: message.id,
      reaction: [{ type: 'emoji', emoji }],
    });
    await resultOf(emulator, 'setMessageReaction', react('👍'));
    expect([message.reactions, emulator.violations]).toEqual([['👍'], []]);
    expect(await errorOf(emulator, 'setMessageReaction', react('✅'))).toBe('400 Bad Request: REACTION_INVALID');
    expect(emulator.violations[0]).toContain('"✅" is not');
  });
});

describe('menus', () => {
  test('commands are kept by scope and language', async () => {
    const command = (name: string) => [{ command: name, description: 'x' }];
    await bot.api.setMyCommands(command('start'));
    await bot.api.setMyCommands(command('my'), { scope: { type: 'all_private_chats' }, language_code: 'kk' });
    await bot.api.setMyCommands(command('import'), { scope: { type: 'chat', chat_id: dana.id } });
    expect(await bot.api.getMyCommands()).toEqual(command('start'));
    expect(await bot.api.getMyCommands({ scope: { type: 'all_private_chats' } })).toEqual([]);
    expect(dana.menu('kk')).toEqual(['import']);
    await bot.api.deleteMyCommands({ scope: { type: 'chat', chat_id: dana.id } });
    expect([dana.menu('kk'), dana.menu('ru')]).toEqual([['my'], ['start']]);
    await expect(bot.api.setMyCommands(command('Мои'))).rejects.toThrow('BOT_COMMAND_INVALID');
  });
});
