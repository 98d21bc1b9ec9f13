// The error catalogue continued: keyboards, presses, files, tokens; each refusal in Telegram's own words.
import { describe, expect, test } from 'vitest';
import { describe as described } from '../../../src/playground/emulator/refusal.ts';
import { call, resultOf } from './raw-api.ts';
import { dana, emulator, group, keyboard, pass, refused, refusedText, send, setScene } from './scene.ts';

setScene();

describe('pressed buttons', () => {
  const old = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';
  const answerTo = (callback_query_id: string) => ({ callback_query_id });

  async function pressed(): Promise<string> {
    await send(dana.id, '?', keyboard({ text: 'b', callback_data: 'c' }));
    await dana.presses('b');
    return [...emulator.world.callbacks.keys()].at(-1) ?? '';
  }

  test('unknown or older than 15 seconds', async () => {
    expect(await refused('answerCallbackQuery', answerTo('1'))).toBe(old);
    const id = await pressed();
    pass(15_001);
    expect(await refused('answerCallbackQuery', answerTo(id))).toBe(old);
  });

  test('a late and a second answer are noted', async () => {
    const id = await pressed();
    pass(11_000);
    await resultOf(emulator, 'answerCallbackQuery', answerTo(id));
    await resultOf(emulator, 'answerCallbackQuery', answerTo(id));
    expect(emulator.violations).toEqual([
      'callback query answered after 11 s',
      'callback query answered after 11 s',
      'callback query answered twice',
    ]);
  });

  test('no answer at all is noted when the next update is asked for', async () => {
    await pressed();
    const updates = await resultOf<{ update_id: number }[]>(emulator, 'getUpdates');
    expect(emulator.violations).toEqual([]);
    await resultOf(emulator, 'getUpdates', { offset: (updates.at(-1)?.update_id ?? 0) + 1 });
    expect(emulator.violations).toEqual(['callback query not answered: c']);
  });

  test('an answer of more than 200 characters', async () => {
    const id = await pressed();
    expect(await refused('answerCallbackQuery', { ...answerTo(id), text: 'қ'.repeat(201) })).toBe(
      '400 Bad Request: MESSAGE_TOO_LONG',
    );
  });
});

describe('keyboards', () => {
  const bad: [name: string, markup: object, error: string][] = [
    ['data of 65 bytes', keyboard({ text: 'a', callback_data: `${'қ'.repeat(32)}x` }), 'BUTTON_DATA_INVALID'],
    ['empty data', keyboard({ text: 'a', callback_data: '' }), 'text buttons are unallowed in the inline keyboard'],
    ['no type', keyboard({ text: 'a' }), 'text buttons are unallowed in the inline keyboard'],
    [
      'a bad link',
      keyboard({ text: 'a', url: 'школа' }),
      "inline keyboard button URL 'школа' is invalid: Wrong HTTP URL",
    ],
    [
      '101 buttons',
      { reply_markup: { inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'b' }]) } },
      'reply markup is too long',
    ],
  ];

  test.each(bad)('with %s', async (_name, markup, error) => {
    expect(await refusedText('a', markup)).toBe(`400 Bad Request: ${error}`);
  });

  test('data of exactly 64 bytes and 8 in a row pass', async () => {
    const row = Array.from({ length: 8 }, () => ({ text: 'a', callback_data: 'қ'.repeat(32) }));
    await send(dana.id, 'a', keyboard(...row));
    expect(emulator.violations).toEqual([]);
    await send(dana.id, 'a', keyboard(...row, { text: 'a', callback_data: 'b' }));
    expect(emulator.violations).toEqual(['sendMessage: inline keyboard: more than 8 buttons in a row']);
  });

  test.each([
    ['request_contact', true, 'phone number'],
    ['request_location', true, 'location'],
    ['request_poll', {}, 'poll'],
    ['request_users', { request_id: 1 }, 'users'],
    ['request_chat', { request_id: 1, chat_is_channel: false }, 'chats'],
    ['web_app', { url: 'https://a.kz' }, 'web App'],
  ])('with %s outside private chats', async (field, value, what) => {
    const markup = { keyboard: [[{ text: 'a', [field]: value }]] };
    expect(await refused('sendMessage', { chat_id: group.id, text: 'a', reply_markup: markup })).toBe(
      `400 Bad Request: ${what} can be requested in private chats only`,
    );
  });
});

describe('files', () => {
  test('unknown ids, links, no images, too many in an album', async () => {
    const to = { chat_id: dana.id };
    const wrong = '400 Bad Request: wrong file_id or the file is temporarily unavailable';
    expect(await refused('sendDocument', { ...to, document: 'abc' })).toBe(wrong);
    expect(await refused('getFile', { file_id: 'abc' })).toBe(wrong);
    expect(await refused('sendDocument', { ...to, document: 'https://a.kz/a.pdf' })).toBe(
      '400 Bad Request: failed to get HTTP URL content',
    );
    const media = Array.from({ length: 11 }, () => ({ type: 'photo', media: 'abc' }));
    expect(await refused('sendMediaGroup', { ...to, media })).toBe(
      '400 Bad Request: too many messages to send as an album',
    );
  });

  test('more than 20 MB cannot be fetched', async () => {
    await dana.sends({ document: { name: 'big.zip', content: Buffer.alloc(20 * 1024 * 1024 + 1) } });
    expect(await refused('getFile', { file_id: [...emulator.world.files.keys()][0] })).toBe(
      '400 Bad Request: file is too big',
    );
  });
});

describe('tokens and methods', () => {
  test('a wrong token, an unknown method, one that is not emulated', async () => {
    expect(await call(emulator, 'getMe', {}, '1000:OTHER')).toMatchObject({ status: 401, description: 'Unauthorized' });
    expect(await call(emulator, 'getMe', {}, 'nonsense')).toMatchObject({
      description: 'Unauthorized: invalid token specified',
    });
    expect(await refused('sendNothing')).toBe('404 Not Found: method not found');
    expect(await refused('sendGift', { gift_id: 'x' })).toContain('501');
    expect(emulator.violations).toEqual(['sendNothing: method not found', 'sendGift: not emulated']);
  });

  test('the first letter is lower-cased unless the second is upper-case or an underscore', () => {
    expect(described(400, 'Message text is empty')).toBe('Bad Request: message text is empty');
    expect(described(400, 'TOPIC_CLOSED')).toBe('Bad Request: TOPIC_CLOSED');
    expect(described(400, 'B_X')).toBe('Bad Request: B_X');
  });
});
