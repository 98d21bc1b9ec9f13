// Inline mode of the emulator: what Telegram asks, takes and refuses, and what stands in the chat afterwards.
import { describe, expect, test } from 'vitest';
import { askInline, chooseInline } from '../../../src/playground/emulator/inline.ts';
import { resultOf } from './raw-api.ts';
import { dana, emulator, group, pass, refused, setScene } from './scene.ts';

setScene();

const article = (id: string, over: object = {}) => ({
  type: 'article',
  id,
  title: 'Бір',
  input_message_content: { message_text: `<b>${id}</b>`, parse_mode: 'HTML' },
  ...over,
});
const ask = (): string => askInline(emulator.world, group.chat, dana.user, 'с'.repeat(300));
const answer = (id: string, results: object[], more: object = {}) => ({ inline_query_id: id, results, ...more });

describe('an inline query', () => {
  test('names no chat, and its result stands there in the name of the person', async () => {
    const id = ask();
    const updates = await resultOf<Record<string, unknown>[]>(emulator, 'getUpdates', { offset: -1 });
    expect(updates.at(-1)?.['inline_query']).toEqual({
      id,
      from: dana.user,
      chat_type: 'supergroup',
      query: 'с'.repeat(256),
      offset: '',
    });
    const button = { text: 'Ашу', callback_data: 'x' };
    const markup = { reply_markup: { inline_keyboard: [[button]] } };
    await resultOf(emulator, 'answerInlineQuery', answer(id, [article('a', markup)], { cache_time: 0 }));
    const { message } = chooseInline(emulator.world, group.chat, dana.user, id, 'a');
    expect(message).toMatchObject({ text: 'a', from: dana.user, via_bot: emulator.world.bot });
    expect(() => chooseInline(emulator.world, group.chat, dana.user, id, 'b')).toThrow('no result b');
    expect(emulator.violations).toEqual([]);
  });

  test('is refused what Telegram refuses', async () => {
    const cases: [object, string][] = [
      [answer('1', []), 'query is too old and response timeout expired or query ID is invalid'],
      [
        answer(
          ask(),
          Array.from({ length: 51 }, (_, n) => article(String(n))),
        ),
        'RESULTS_TOO_MUCH',
      ],
      [answer(ask(), [article('a'), article('a')]), 'RESULT_ID_DUPLICATE'],
      [answer(ask(), [article('ы'.repeat(33))]), 'RESULT_ID_INVALID'],
      [answer(ask(), [article('a', { title: ' ' })]), 'ARTICLE_TITLE_EMPTY'],
      [answer(ask(), [article('a', { input_message_content: { message_text: ' ' } })]), 'message text is empty'],
      [answer(ask(), [], { next_offset: 'ы'.repeat(33) }), 'NEXT_OFFSET_INVALID'],
      [answer(ask(), [], { button: { text: 'x', start_parameter: 'a b' } }), 'START_PARAM_INVALID'],
    ];
    for (const [params, text] of cases)
      expect(await refused('answerInlineQuery', params)).toBe(`400 Bad Request: ${text}`);
    const late = ask();
    pass(31_000);
    expect(await refused('answerInlineQuery', answer(late, []))).toContain('query is too old');
  });

  test('answered late or twice is no good manners', async () => {
    const id = ask();
    pass(11_000);
    await resultOf(emulator, 'answerInlineQuery', answer(id, []));
    await resultOf(emulator, 'answerInlineQuery', answer(id, []));
    expect(emulator.violations).toEqual([
      'inline query answered after 11 s',
      'inline query answered after 11 s',
      'inline query answered twice',
    ]);
  });
});
