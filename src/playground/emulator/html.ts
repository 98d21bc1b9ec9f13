// Telegram's HTML parse mode: text and entities, or the official server's error with its byte offset.
import type { Entity, User } from './api-types.ts';
import { badRequest } from './refusal.ts';

interface OpenTag {
  name: string;
  argument: string;
  format: string;
  offset: number;
}

export interface Parsed {
  text: string;
  entities: Entity[];
}

const simpleTags: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};
const otherTags = new Set(['a', 'code', 'pre', 'blockquote', 'tg-emoji', 'tg-time']);

/** Parses HTML; `userById` resolves `tg://user?id=` links. Throws a 400 Refusal with Telegram's own text. */
export function parseHtml(source: string, userById: (id: number) => User | undefined): Parsed {
  return new HtmlParser(source, userById).run();
}

function isSpace(char: string): boolean {
  // The official parser runs over a zero-terminated string, so the end counts as a space.
  return char === '' || ' \t\r\n\v'.includes(char);
}

class HtmlParser {
  private readonly source: string;
  private readonly userById: (id: number) => User | undefined;
  private readonly open: OpenTag[] = [];
  private readonly entities: Entity[] = [];
  private text = '';
  private at = 0;

  constructor(source: string, userById: (id: number) => User | undefined) {
    this.source = source;
    this.userById = userById;
  }

  run(): Parsed {
    while (this.at < this.source.length) {
      const char = this.peek();
      if (char === '&') this.text += this.readReference() ?? this.take();
      else if (char !== '<') this.text += this.take();
      else if (this.source.charAt(this.at + 1) === '/') this.readEndTag();
      else this.readStartTag();
    }
    const unclosed = this.open.at(-1);
    if (unclosed) throw this.fault(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    return { text: this.text, entities: this.entities };
  }

  private peek(): string {
    return this.source.charAt(this.at);
  }

  private take(): string {
    return this.source.charAt(this.at++);
  }

  private skip(while_: (char: string) => boolean): string {
    const from = this.at;
    while (this.at < this.source.length && while_(this.peek())) this.at++;
    return this.source.slice(from, this.at);
  }

  private fault(text: string, position?: number): Error {
    const offset =
      position === undefined ? '' : ` at byte offset ${Buffer.byteLength(this.source.slice(0, position), 'utf8')}`;
    return badRequest(`can't parse entities: ${text.replace('{at}', offset)}${text.includes('{at}') ? '' : offset}`);
  }

  /** Only lt, gt, amp, quot and numbers are known; the semicolon is optional. Undefined: not a reference, nothing was read. */
  private readReference(): string | undefined {
    const match = /^&(?:#x([0-9a-f]+)|#([0-9]+)|(lt|gt|amp|quot)(?![a-z]));?/i.exec(
      this.source.slice(this.at, this.at + 12),
    );
    if (!match) return undefined;
    const [whole, hex, decimal, name] = match;
    const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal ?? 0);
    if (name === undefined && (code === 0 || code >= 0x10ffff || whole.replace(';', '').length >= 10)) return undefined;
    this.at += whole.length;
    if (name === undefined) return String.fromCodePoint(code);
    return { lt: '<', gt: '>', amp: '&', quot: '"' }[name] ?? '';
  }

  private readStartTag(): void {
    const begin = this.at++;
    const name = this.skip((char) => !isSpace(char) && char !== '>').toLowerCase();
    if (this.peek() === '') throw this.fault('Unclosed start tag', begin);
    if (!(name in simpleTags) && !otherTags.has(name)) throw this.fault(`Unsupported start tag "${name}"`, begin);
    const tag: OpenTag = { name, argument: '', format: '', offset: this.text.length };
    for (;;) {
      this.skip(isSpace);
      if (this.peek() === '>') break;
      this.readAttribute(tag, begin);
    }
    this.at++;
    if (name === 'span' && tag.argument !== 'spoiler') {
      throw this.fault('Tag "span" must have class "tg-spoiler"', begin);
    }
    this.open.push(tag);
  }

  private readAttribute(tag: OpenTag, begin: number): void {
    const name = this.skip((char) => !isSpace(char) && !`=>/"'`.includes(char)).toLowerCase();
    if (name === '') throw this.fault(`Empty attribute name in the tag "${tag.name}"`, begin);
    this.skip(isSpace);
    if (this.peek() !== '=') {
      if (this.peek() === '') throw this.fault(`Unclosed start tag "${tag.name}"`, begin);
      if (tag.name === 'blockquote' && name === 'expandable') tag.argument = '1';
      return;
    }
    this.at++;
    this.skip(isSpace);
    if (this.peek() === '') throw this.fault(`Unclosed start tag "${tag.name}"`, begin);
    const value = this.readValue();
    if (this.peek() === '') throw this.fault('Unclosed start tag', begin);
    setAttribute(tag, name, value);
  }

  private readValue(): string {
    const quote = this.peek();
    if (quote !== '"' && quote !== "'") {
      const begin = this.at;
      const token = this.skip((char) => /[a-z0-9.-]/i.test(char)).toLowerCase();
      if (!isSpace(this.peek()) && this.peek() !== '>') throw this.fault('Unexpected end of name token', begin);
      return token;
    }
    this.at++;
    let value = '';
    while (this.peek() !== '' && this.peek() !== quote) {
      value += (this.peek() === '&' ? this.readReference() : undefined) ?? this.take();
    }
    if (this.peek() === quote) this.at++;
    return value;
  }

  private readEndTag(): void {
    const begin = this.at;
    const tag = this.open.pop();
    if (!tag) throw this.fault('Unexpected end tag', begin);
    this.at += 2;
    const name = this.skip((char) => !isSpace(char) && char !== '>').toLowerCase();
    this.skip(isSpace);
    if (this.peek() !== '>') throw this.fault('Unclosed end tag', begin);
    if (name !== '' && name !== tag.name) {
      throw this.fault(`Unmatched end tag{at}, expected "</${tag.name}>", found "</${name}>"`, begin);
    }
    this.at++;
    if (this.text.length > tag.offset) this.close(tag);
  }

  private close(tag: OpenTag): void {
    const range = { offset: tag.offset, length: this.text.length - tag.offset };
    const simple = simpleTags[tag.name];
    if (simple !== undefined) this.entities.push({ type: simple, ...range });
    else if (tag.name === 'a') this.closeLink(tag, range);
    else if (tag.name === 'blockquote') {
      this.entities.push({ type: tag.argument === '1' ? 'expandable_blockquote' : 'blockquote', ...range });
    } else if (tag.name === 'tg-emoji') {
      if (!/^\d+$/.test(tag.argument)) throw badRequest('Invalid custom emoji identifier specified');
      this.entities.push({ type: 'custom_emoji', ...range, custom_emoji_id: tag.argument });
    } else if (tag.name === 'tg-time') {
      const format = tag.format === '' ? {} : { date_time_format: tag.format };
      this.entities.push({ type: 'date_time', ...range, unix_time: Number(tag.argument), ...format });
    } else this.closeCode(tag, range);
  }

  private closeLink(tag: OpenTag, range: { offset: number; length: number }): void {
    const url = tag.argument === '' ? this.text.slice(tag.offset) : tag.argument;
    const userId = /^tg:\/\/user\?id=(\d+)$/i.exec(url)?.[1];
    if (userId !== undefined) {
      const user = this.userById(Number(userId));
      if (user) this.entities.push({ type: 'text_mention', ...range, user });
      return;
    }
    const checked = checkedLink(url);
    if (checked !== undefined) this.entities.push({ type: 'text_link', ...range, url: checked });
  }

  private closeCode(tag: OpenTag, range: { offset: number; length: number }): void {
    const inner = this.entities.at(-1);
    const twin = tag.name === 'pre' ? 'code' : 'pre';
    const merges = inner?.type === twin && inner.offset === range.offset && inner.length === range.length;
    // <pre><code class="language-x"> is one block; the language may stand on the inner tag, closed first.
    const language = tag.argument !== '' ? tag.argument : merges ? inner.language : undefined;
    if (merges && language !== undefined) this.entities.pop();
    const type = merges && language !== undefined ? 'pre' : tag.name;
    this.entities.push({ type, ...range, ...(language === undefined ? {} : { language }) });
  }
}

function setAttribute(tag: OpenTag, name: string, value: string): void {
  if (tag.name === 'a' && name === 'href') tag.argument = value;
  else if (tag.name === 'code' && name === 'class' && value.startsWith('language-')) tag.argument = value.slice(9);
  else if (tag.name === 'span' && name === 'class' && value.startsWith('tg-')) tag.argument = value.slice(3);
  else if (tag.name === 'tg-emoji' && name === 'emoji-id') tag.argument = value;
  else if (tag.name === 'tg-time' && name === 'unix') tag.argument = value;
  else if (tag.name === 'tg-time' && name === 'format') tag.format = value;
  else if (tag.name === 'blockquote' && name === 'expandable') tag.argument = '1';
}

/** The link as Telegram keeps it, undefined when it is none (the text then loses its link silently). */
export function checkedLink(url: string): string | undefined {
  const trimmed = url.trim();
  if (/^(tg|ton|tonsite):\/\/[^\s]+$/i.test(trimmed)) return trimmed;
  const match = /^(https?:\/\/)?([^\s/?#:@]+\.[^\s/?#:@.]{2,}|localhost|\d+(?:\.\d+){3})(:\d+)?([/?#]\S*)?$/i.exec(
    trimmed,
  );
  if (!match) return undefined;
  return `${match[1] ?? 'http://'}${match[2]}${match[3] ?? ''}${match[4] ?? '/'}`;
}
