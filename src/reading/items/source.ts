// The text as the readers see it: every kind of space is a plain one, no character moves; and its lines.
import type { Span } from '../words.ts';

export type Line = {
  /** Half-open stretch without the spaces around it; empty lines are empty stretches. */
  span: Span;
  /** Spaces in front, a tab counts for four. */
  indent: number;
  /** True when the line above holds nothing. */
  afterBlank: boolean;
};

const odd = /[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff\r\u2028\u2029\v\f\u2010\u2011\u2212\u2015]/;

/** Same length, so that places stay true: no-break spaces and carriage returns become spaces, odd dashes become '–'. */
export function evenOut(text: string): string {
  if (!odd.test(text)) return text;
  return text
    .replace(/[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/g, ' ')
    .replace(/\r\n/g, ' \n')
    .replace(/[\r\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/\u2015/g, '—');
}

/** The lines of a text that was evened out. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let blank = true;
  while (from <= text.length) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const span = trimmed(text, [from, to]);
    let indent = 0;
    for (let at = from; at < span[0]; at += 1) indent += text[at] === '\t' ? 4 : 1;
    lines.push({ span, indent, afterBlank: blank });
    blank = span[0] === span[1];
    from = to + 1;
  }
  return lines;
}

/** The stretch without white space at its edges. */
export function trimmed(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return [from, to];
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** The words of a stretch on one line, one space between them. */
export function wordsOf(text: string, [start, end]: Span): string {
  return oneLine(text.slice(start, end)).trim();
}

const severalSpaces = /[^\S ]| {2}/;

/** Every stretch of white space becomes one space; most texts have nothing else. */
export function oneLine(text: string): string {
  return severalSpaces.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** The text with these stretches turned into spaces: what was read already is not read again. */
export function blank(text: string, spans: Span[]): string {
  if (spans.length === 0) return text;
  let rest = '';
  let from = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start < from) continue;
    rest += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return rest + text.slice(from);
}

/** What is left of a stretch when others are cut out of it. */
export function without([start, end]: Span, cuts: Span[]): Span[] {
  if (cuts.length === 0) return end > start ? [[start, end]] : [];
  const left: Span[] = [];
  let from = start;
  for (const [first, last] of [...cuts].sort((a, b) => a[0] - b[0])) {
    if (last <= from || first >= end) continue;
    if (first > from) left.push([from, first]);
    from = Math.max(from, last);
  }
  if (from < end) left.push([from, end]);
  return left;
}

/** Of spans in order that do not overlap, those inside a stretch. */
export function within(spans: Span[], [from, to]: Span): Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span)[0] < from) low = middle + 1;
    else high = middle;
  }
  const inside: Span[] = [];
  for (let at = low; at < spans.length && (spans[at] as Span)[1] <= to; at += 1) inside.push(spans[at] as Span);
  return inside;
}
