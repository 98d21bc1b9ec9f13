// Text after parsing: trimming, sorting, and finding commands, mentions, links as the official server does.
import type { Entity, User } from './api-types.ts';
import { parseHtml } from './html.ts';
import type { Parsed } from './html.ts';

const finders: [type: string, pattern: RegExp][] = [
  ['bot_command', /(?<![\p{L}\p{N}_/<>@])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/<>@])/gu],
  ['email', /(?<![\p{L}\p{N}_.+-])[a-z0-9][a-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,8}(?![\p{L}\p{N}_])/giu],
  [
    'url',
    /(?<![\p{L}\p{N}_@.])(?:https?:\/\/[^\s<>"]+|(?:[a-z0-9-]+\.)+(?:kz|ru|com|org|net|io|me|gov|edu|dev|info)(?![\p{L}\p{N}_])(?::\d+)?(?:[/?#][^\s<>"]*)?)/giu,
  ],
  ['mention', /(?<![\p{L}\p{N}_])@[a-zA-Z0-9_]{4,32}(?![\p{L}\p{N}_])/gu],
  ['hashtag', /(?<![\p{L}\p{N}_])#(?!\d+(?![\p{L}_]))[\p{L}\p{N}_]{1,256}/gu],
];
const opaque = new Set(['pre', 'code', 'text_link', 'text_mention', 'custom_emoji', 'date_time']);

/** Adds the entities that Telegram finds by itself, outside code and links. */
export function withDetected(parsed: Parsed): Parsed {
  const taken = parsed.entities.filter((entity) => opaque.has(entity.type));
  const found: Entity[] = [];
  for (const [type, pattern] of finders) {
    for (const match of parsed.text.matchAll(pattern)) {
      const length = type === 'url' ? match[0].replace(/[.,:;!?)'"»]+$/, '').length : match[0].length;
      const entity = { type, offset: match.index, length };
      if (![...taken, ...found].some((other) => overlaps(other, entity))) found.push(entity);
    }
  }
  return { text: parsed.text, entities: sorted([...parsed.entities, ...found]) };
}

/** The text without spaces at both ends, entities moved and cut accordingly; empty ones vanish. */
export function trimmed(parsed: Parsed): Parsed {
  const lead = parsed.text.length - parsed.text.trimStart().length;
  const text = parsed.text.trim();
  const entities = parsed.entities.flatMap((entity) => {
    const start = Math.max(entity.offset - lead, 0);
    const end = Math.min(entity.offset + entity.length - lead, text.length);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text, entities: sorted(entities) };
}

/** What a bot sends: parsed by its mode, trimmed, with detected entities. Throws Telegram's parse error. */
export function formatted(
  source: string,
  mode: string,
  explicit: Entity[] | undefined,
  userById: (id: number) => User | undefined,
): Parsed {
  const parsed =
    mode.toLowerCase() === 'html' ? parseHtml(source, userById) : { text: source, entities: explicit ?? [] };
  return withDetected(trimmed(parsed));
}

function overlaps(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

function sorted(entities: Entity[]): Entity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

const tags: Record<string, string> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

function openingTag(entity: Entity): string | undefined {
  if (entity.type === 'text_link') return `<a href="${escapeText(entity.url ?? '').replace(/"/g, '&quot;')}">`;
  if (entity.type === 'text_mention') return `<a href="tg://user?id=${entity.user?.id ?? 0}">`;
  if (entity.type === 'expandable_blockquote') return '<blockquote expandable>';
  if (entity.type === 'date_time')
    return `<tg-time unix="${entity.unix_time ?? 0}" format="${entity.date_time_format ?? ''}">`;
  const tag = tags[entity.type];
  return tag === undefined ? undefined : `<${tag}>`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Text and entities back as HTML, detected entities left plain. */
export function renderHtml(text: string, entities: Entity[]): string {
  const shown = sorted(entities).filter((entity) => openingTag(entity) !== undefined);
  const stack: { end: number; close: string }[] = [];
  let html = '';
  for (let at = 0; at <= text.length; at++) {
    while (stack.at(-1) !== undefined && (stack.at(-1)?.end ?? 0) <= at) html += stack.pop()?.close ?? '';
    for (const entity of shown.filter((one) => one.offset === at)) {
      const opening = openingTag(entity) ?? '';
      html += opening;
      stack.push({ end: entity.offset + entity.length, close: `</${/^<([a-z-]+)/.exec(opening)?.[1] ?? ''}>` });
    }
    html += escapeText(text.charAt(at));
  }
  return html;
}
