// The lines of a document put together into blocks: numbered points with their depth, bullets, paragraphs, section headings.
import type { Span } from '../words.ts';
import { isWrapped } from './hard-wraps.ts';
import { sectionAt, type SectionStart } from './sections.ts';
import type { Line } from './source.ts';

export type Block = {
  /** The whole block, number included. */
  span: Span;
  /** Without number and bullet. */
  body: Span;
  number: string | null;
  /** Depth for inheritance: a block inherits from the nearest one above it that is less deep. Paragraphs have 0. */
  depth: number;
  section: SectionStart | null;
  afterBlank: boolean;
};

/** Two letters, and no word for a point or a roman number: most lines are not marked. */
const begins = /^[а-орсу-яәғқңөұүһіё][а-яәғқңөұүһіё]/i;

type Marker = { number: string | null; depth: number; length: number };

const nested = /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+/;
const dotted = /^(\d{1,3})\s?[.)](?!\d)\s*/;
const item = /^(?:№\s*|п(?:ункт)?\.?\s*|тармақ\s*)(\d{1,3}(?:\.\d{1,2})*)[.):]\s*/iu;
const keycap = /^(\d)\ufe0f?\u20e3\s*/u;
const lettered = /^(\p{Ll}|[А-Д])\)\s*/u;
const roman = /^([IVX]{1,4})[.)]\s+/;
const bullet = /^(?:[-–—•·▪■●◦*✓✔☑✅❗❕‼⚠➡→►▶📌🔴🔹🔸⚡]\ufe0f?\s*)+/u;

/** The marker in front of a line: '1.1.', '2)', 'а)', '–', '❗'. */
function markerOf(text: string, indent: number): Marker | null {
  if (begins.test(text)) return null;
  const inner = nested.exec(text);
  if (inner && !isDate(inner[1] as string, text))
    return {
      number: inner[1] as string,
      depth: 10 + 10 * (inner[1] as string).split('.').length,
      length: inner[0].length,
    };
  const bracketed = /^\d{1,3}\)/.test(text);
  const outer = dotted.exec(text) ?? item.exec(text) ?? keycap.exec(text);
  if (outer && outer[0].length < text.length)
    return {
      number: outer[1] as string,
      depth: (bracketed ? 45 : 10) + 10 * (outer[1] as string).split('.').length,
      length: outer[0].length,
    };
  const section = roman.exec(text);
  if (section) return { number: section[1] as string, depth: 10, length: section[0].length };
  const letter = lettered.exec(text);
  if (letter) return { number: letter[1] as string, depth: 60, length: letter[0].length };
  const sign = bullet.exec(text);
  if (!sign || sign[0].length >= text.length) return null;
  return { number: null, depth: 62 + Math.min(indent, 30), length: sign[0].length };
}

/** '05.10.2026' and '12.10 в 15.00' are no numbers of points. */
function isDate(number: string, text: string): boolean {
  const parts = number.split('.');
  return parts.length === 3
    ? /^\d{1,2}\.\d{1,2}\.\d{2,4}/.test(text) && Number(parts[1]) <= 12 && Number(parts[2]) > 19
    : /^\d{2}\.(?:0\d|1[0-2])\s/.test(text) && !/^\d+\.\d+\.?\s+\p{L}/u.test(text);
}

/** Puts lines together; a line goes on with the block above unless it is marked, a heading, or stands apart. */
export function blocksOf(text: string, lines: Line[], talk = false): Block[] {
  const blocks: Block[] = [];
  let last = '';
  for (const { span, indent, afterBlank } of lines) {
    if (span[0] === span[1]) continue;
    const words = text.slice(...span);
    if (/^[\s_=*~—–-]{3,}$/.test(words)) continue;
    const marked = markerOf(words, indent);
    // '– Срок: …' under a point is a label, no point of its own.
    const marker = marked && marked.number === null && labelStart.test(words.slice(marked.length)) ? null : marked;
    const isLabel = marked !== null && marker === null;
    const bodyStart = span[0] + (marker?.length ?? 0);
    const section = sectionAt(text.slice(bodyStart, Math.min(span[1], bodyStart + 700)));
    const open = blocks.at(-1);
    if (
      !marker &&
      !section &&
      open &&
      !open.section?.whole &&
      (talk
        ? !afterBlank && !labelStart.test(words) && isWrapped(text.slice(...open.body), last, words)
        : isLabel || joins(open, words, last, afterBlank, indent))
    ) {
      open.span = [open.span[0], span[1]];
      open.body = [open.body[0], span[1]];
    } else {
      const object =
        !marker &&
        !section &&
        indent > 0 &&
        (open?.depth ?? 0) > 0 &&
        (endsOpen(last) || open?.depth === 95 + Math.min(indent, 20)) &&
        !afterBlank;
      const depth = marker?.depth ?? (object ? 95 + Math.min(indent, 20) : 0);
      blocks.push({ span, body: [bodyStart, span[1]], number: marker?.number ?? null, depth, section, afterBlank });
    }
    last = words;
  }
  return blocks;
}

function endsOpen(words: string): boolean {
  return /[:;]$/.test(words);
}

const labelStart =
  /^\(?(?:ответств|отв\.|исполнител|соисполн|исп\.|срок|форма|кому:|кто:|когда:|қашан|кімге:|кім:|дата исп|жауапты|жауаптылар|орындаушы|орынд\.|мерзім|орындау мерзім|бірлес|аяқталу|мерзими|контроль:|бақылау:)/iu;

function joins(open: Block, words: string, last: string, afterBlank: boolean, indent: number): boolean {
  // Lines with a label belong to the point above, whatever stands between.
  if (labelStart.test(words) && open.depth > 0) return true;
  if (afterBlank) return false;
  if (labelStart.test(words)) return true;
  if (open.depth > 0 && labelStart.test(last) && /[,;:–—(]$/.test(last)) return true;
  if (endsOpen(last)) return false;
  if (open.depth >= 95) return /^\p{Ll}/u.test(words) && !/[.;]$/.test(last);
  if (open.depth > 0 && indent === 0 && labelStart.test(last) && /[.!?]$/.test(last)) return false;
  if (/[.!?…]$/.test(last)) return last.length > 60 && !words.endsWith(':');
  return /^[\p{Ll}\d(«"№%–—]/u.test(words) || last.length > 45 || open.depth > 0;
}
