// Words into lines: names are broken between words, and what must be cut stays different from its neighbours.
import type { Weight } from './fonts.ts';
import type { Measure } from './scene.ts';

export type Hand = { measure: Measure; size: number; weight: Weight; width: number; lines: number };

/** The text in at most so many lines of this width; what does not fit ends in '…'. */
export function wrap(text: string, hand: Hand): string[] {
  return lay(text, hand).lines;
}

/**
 * Names that stand side by side, each in at most so many lines. Words that all begin with are left out where there is no room for
 * them. Of names that would look alike after the cut, the part they share is left out in the middle; names that differ stay different.
 */
export function wrapNames(raw: string[], hand: Hand): string[][] {
  const written = raw.map((name) => bound(readable(name)));
  const names = written.every((name) => lay(name, hand).whole) ? written : withoutShared(written);
  const laid = names.map((name) => lay(name, hand));
  const shown = laid.map(({ lines }) => lines.join(' '));
  return laid.map(({ lines, whole }, index) => {
    const alike = names.filter((name, at) => shown[at] === shown[index] && name !== names[index]);
    if (whole || alike.length === 0) return lines;
    return shortened(names[index] ?? '', alike, hand);
  });
}

/** 'Отдел образования Арайлинского района' beside others like it -> '…Арайлинского района'. */
function withoutShared(names: string[]): string[] {
  const words = names.map((name) => name.split(' '));
  const [first = []] = words;
  let shared = 0;
  while (words.length > 1 && words.every((each) => each.length > shared + 1 && each[shared] === first[shared]))
    shared += 1;
  return shared === 0 ? names : words.map((each) => `…${each.slice(shared).join(' ')}`);
}

/** 'Head … what makes it different': first as much of the head as fits. */
function shortened(name: string, alike: string[], hand: Hand): string[] {
  const shared = Math.min(...alike.map((other) => sharedStart(name, other)));
  const tail = name.slice(name.lastIndexOf(' ', shared) + 1);
  const head = name
    .slice(0, name.length - tail.length)
    .split(' ')
    .filter(Boolean);
  for (let kept = head.length; kept >= 0; kept -= 1) {
    const { lines, whole } = lay([...head.slice(0, kept), `…${tail}`].join(' '), hand);
    if (whole) return lines;
  }
  // Even the tail is too long: its end tells most.
  for (let from = 1; from < tail.length; from += 1) {
    const { lines, whole } = lay(`…${tail.slice(from)}`, hand);
    if (whole) return lines;
  }
  return wrap(tail, hand);
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function lay(text: string, hand: Hand): { lines: string[]; whole: boolean } {
  const { measure, size, weight, width } = hand;
  const fits = (line: string): boolean => measure(line, size, weight) <= width;
  const words = bound(readable(text))
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => pieces(word, fits));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= hand.lines) return { lines: lines.map(tight), whole: true };
  const kept = lines.slice(0, hand.lines);
  const last = ended(kept.at(-1) ?? '', lines[hand.lines] ?? '', fits);
  return { lines: [...kept.slice(0, -1), last].map(tight), whole: false };
}

/** Fewer letters tell nothing of a word. */
const leastBegun = 7;

/**
 * The line with '…' behind it, and as much of the word that follows as fits. Cut between words, or within a long one; never within a
 * number: half of it would be another number.
 */
function ended(line: string, following: string, fits: (line: string) => boolean): string {
  let end = `${line} ${following.split(' ')[0] ?? ''}`;
  while (end.includes(' ')) {
    if (fits(`${end} …`)) return `${end} …`;
    const at = end.lastIndexOf(' ');
    const word = end.slice(at + 1);
    for (let n = word.length - 1; n >= leastBegun && !/[\d\u00a0]/.test(word); n -= 1)
      if (fits(`${end.slice(0, at + 1 + n)}…`)) return `${end.slice(0, at + 1 + n)}…`;
    end = end.slice(0, at);
  }
  if (fits(`${end} …`)) return `${end} …`;
  while (end.length > 1 && !fits(`${end}…`)) end = end.slice(0, -1);
  return `${end}…`;
}

/** A sign of number stays on the line of its number. */
function bound(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/№ (?=\d)/g, '№\u00a0');
}

function tight(line: string): string {
  return line.replaceAll('\u00a0', ' ');
}

/** A word longer than a line is broken wherever the line ends. */
function pieces(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const result: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      result.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...result, piece];
}

/** Signs for which the font has no letter (emoji, control signs) are left out. */
export function readable(text: string): string {
  return text.normalize('NFC').replace(/[^\p{Script=Cyrillic}\p{Script=Latin}\p{Nd}\p{P}\s№₸+−=<>%°×·–—]/gu, '');
}
