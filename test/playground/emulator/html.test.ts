// HTML parse mode: the rules and error texts of the official server, typed out.
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../src/playground/emulator/api-types.ts';
import { formatted, renderHtml } from '../../../src/playground/emulator/entities.ts';
import { parseHtml } from '../../../src/playground/emulator/html.ts';

const dana = { id: 7_100_000_001, is_bot: false, first_name: 'Дана' };
const parse = (source: string) => parseHtml(source, (id) => (id === dana.id ? dana : undefined));
const entity = (type: string, offset: number, length: number, more: Partial<Entity> = {}) => ({
  type,
  offset,
  length,
  ...more,
});

const errors: [source: string, error: string][] = [
  ['<p>text</p>', 'Unsupported start tag "p" at byte offset 0'],
  ['<br>', 'Unsupported start tag "br" at byte offset 0'],
  ['<br/>', 'Unsupported start tag "br/" at byte offset 0'],
  ['<!-- note -->', 'Unsupported start tag "!--" at byte offset 0'],
  ['3 <4', 'Unclosed start tag at byte offset 2'],
  ['a < b', 'Unsupported start tag "" at byte offset 2'],
  ['a <b', 'Unclosed start tag at byte offset 2'],
  ['<b>text', 'Can\'t find end tag corresponding to start tag "b"'],
  ['<b><i>text</i>', 'Can\'t find end tag corresponding to start tag "b"'],
  ['a</b>', 'Unexpected end tag at byte offset 1'],
  ['<i>text</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
  ['<b>text</b', 'Unclosed end tag at byte offset 7'],
  ['<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
  ['<a href', 'Unclosed start tag "a" at byte offset 0'],
  ['<a href="x', 'Unclosed start tag at byte offset 0'],
  ['<a href=x_y>z</a>', 'Unexpected end of name token at byte offset 8'],
  ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  // Offsets are bytes, not characters: each Cyrillic letter counts two.
  ['Школа <br>', 'Unsupported start tag "br" at byte offset 11'],
];

const clean: [source: string, text: string, entities: Entity[]][] = [
  ['<b>ab</b>', 'ab', [entity('bold', 0, 2)]],
  ['<strong>ab</strong>', 'ab', [entity('bold', 0, 2)]],
  ['<i>a</i><em>b</em>', 'ab', [entity('italic', 0, 1), entity('italic', 1, 1)]],
  ['<u>a</u><ins>b</ins>', 'ab', [entity('underline', 0, 1), entity('underline', 1, 1)]],
  ['<s>a</s><strike>b</strike><del>c</del>', 'abc', [0, 1, 2].map((at) => entity('strikethrough', at, 1))],
  ['<tg-spoiler>a</tg-spoiler>', 'a', [entity('spoiler', 0, 1)]],
  ['<span class="tg-spoiler">a</span>', 'a', [entity('spoiler', 0, 1)]],
  ['<code>a</code>', 'a', [entity('code', 0, 1)]],
  ['<pre>a</pre>', 'a', [entity('pre', 0, 1)]],
  ['<pre><code class="language-ts">a</code></pre>', 'a', [entity('pre', 0, 1, { language: 'ts' })]],
  ['<blockquote>a</blockquote>', 'a', [entity('blockquote', 0, 1)]],
  ['<blockquote expandable>a</blockquote>', 'a', [entity('expandable_blockquote', 0, 1)]],
  ['<tg-emoji emoji-id="53">x</tg-emoji>', 'x', [entity('custom_emoji', 0, 1, { custom_emoji_id: '53' })]],
  [
    '<tg-time unix="1795000000" format="wD">x</tg-time>',
    'x',
    [entity('date_time', 0, 1, { unix_time: 1_795_000_000, date_time_format: 'wD' })],
  ],
  [
    '<a href="https://example.org/a?b=1&amp;c=2">x</a>',
    'x',
    [entity('text_link', 0, 1, { url: 'https://example.org/a?b=1&c=2' })],
  ],
  ['<a href="tg://user?id=7100000001">x</a>', 'x', [entity('text_mention', 0, 1, { user: dana })]],
  // A bad link loses its link silently, and so does a mention of somebody unknown.
  ['<a href="not a link">x</a>', 'x', []],
  ['<a href="tg://user?id=1">x</a>', 'x', []],
  // Empty entities are dropped.
  ['a<b></b>c', 'ac', []],
  // A nameless end tag closes any tag; names are case-insensitive.
  ['<B>a</>', 'a', [entity('bold', 0, 1)]],
  ['<b>a</B>', 'a', [entity('bold', 0, 1)]],
  // '>' and a lone '&' are harmless; only four names and numbers decode; the semicolon is optional.
  ['a > b & c', 'a > b & c', []],
  ['&lt;&gt;&amp;&quot;&#33;&#x21;', '<>&"!!', []],
  ['&lt b', '< b', []],
  ['&nbsp;&apos;&copy;', '&nbsp;&apos;&copy;', []],
  // Offsets of entities are UTF-16 units.
  ['🏫<b>Қ</b>', '🏫Қ', [entity('bold', 2, 1)]],
  ['<b>a<i>b</i></b>', 'ab', [entity('italic', 1, 1), entity('bold', 0, 2)]],
];

describe('HTML parse mode', () => {
  test.each(errors)('refuses %s', (source, error) => {
    expect(() => parse(source)).toThrow(
      expect.objectContaining({ message: `Bad Request: can't parse entities: ${error}` }),
    );
  });

  test.each(clean)('reads %s', (source, text, entities) => {
    expect(parse(source)).toEqual({ text, entities });
  });

  test('trims the text, moves entities and knows the mode in any case', () => {
    expect(formatted('  <b> a </b>\n', 'hTmL', undefined, () => undefined)).toEqual({
      text: 'a',
      entities: [entity('bold', 0, 1)],
    });
  });
});

const detected: [text: string, found: string[]][] = [
  ['/task до 25.12', ['bot_command /task']],
  ['текст /task@orynda_bot конец', ['bot_command /task@orynda_bot']],
  ['и/или, a/b, 1/2', []],
  ['/задача', []],
  ['@orynda_bot, көріңіз', ['mention @orynda_bot']],
  ['почта school12@edu.kz.', ['email school12@edu.kz']],
  ['см. https://gov.kz/a?b=1, и almaty.kz.', ['url https://gov.kz/a?b=1', 'url almaty.kz']],
  ['до 25.12.2026 г.', []],
  ['#пандус №12 #12', ['hashtag #пандус']],
];

describe('entities that Telegram finds by itself', () => {
  test.each(detected)('in "%s"', (text, found) => {
    const { entities } = formatted(text, '', undefined, () => undefined);
    expect(entities.map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`)).toEqual(found);
  });

  test('not inside code and links', () => {
    const { entities } = formatted(
      '<code>/task</code> <a href="https://a.kz">b.kz</a>',
      'HTML',
      undefined,
      () => undefined,
    );
    expect(entities.map((one) => one.type)).toEqual(['code', 'text_link']);
  });
});

test('text and entities turn back into the same HTML', () => {
  const source = '<b>a<i>b</i></b> &lt; &amp; <a href="https://a.kz/">c</a> <blockquote expandable>d</blockquote>';
  const { text, entities } = parse(source);
  expect(renderHtml(text, entities)).toBe(source);
});
