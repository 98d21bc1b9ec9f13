// Abbreviations of bodies: 'УО', 'ДЧС', 'ЖКХ', 'ТЖД' from the initials of the names in the roster, and the few known by heart.
import { headsOf, isSchool, type RosterEntry } from '../executors/roster.ts';
import { fold, tokenise, vocabulary } from '../words.ts';

const skipped = vocabulary('и по в на с при города город городской қаласының қаланың қала області облыстық');
const expansions: [RegExp, string][] = [
  [/(?<![\p{L}])чс(?![\p{L}])/giu, 'чрезвычайным ситуациям'],
  [/(?<![\p{L}])ТЖ(?![\p{L}])/gu, 'төтенше жағдайлар'],
  [/(?<![\p{L}])ТҮКШ(?![\p{L}])/gu, 'тұрғын үй-коммуналдық шаруашылық'],
  [/(?<![\p{L}])соц(?:иальной)?защит/giu, 'социальной защит'],
];
const shortest = 2;
const shortestTail = 3;

type Index = Map<string, RosterEntry[]>;
const indexes = new WeakMap<RosterEntry[], { whole: Index; parts: Index }>();

/** The words with 'ЧС', 'ТЖ' written out. */
export function expanded(words: string): string {
  return expansions.reduce((text, [short, long]) => text.replace(short, long), words);
}

/** The posts whose names abbreviate to these letters: by the whole name first, else by its beginning or end. */
export function abbreviated(letters: string, roster: RosterEntry[]): RosterEntry[] {
  const index = indexes.get(roster) ?? indexOf(roster);
  indexes.set(roster, index);
  const asked = fold(letters);
  return headsOf(index.whole.get(asked) ?? index.parts.get(asked) ?? []);
}

function indexOf(roster: RosterEntry[]): { whole: Index; parts: Index } {
  const [whole, parts]: [Index, Index] = [new Map(), new Map()];
  for (const entry of roster) {
    if (isSchool(entry)) continue;
    for (const name of new Set(entry.names)) {
      const letters = initialsOf(name);
      if (letters.length < shortest) continue;
      add(whole, letters, entry);
      for (let length = shortest; length < letters.length; length += 1) {
        add(parts, letters.slice(0, length), entry);
        if (length >= shortestTail) add(parts, letters.slice(-length), entry);
      }
    }
  }
  return { whole, parts };
}

function initialsOf(name: string): string {
  return tokenise(name)
    .filter(({ kind, folded }) => kind === 'word' && !skipped.has(folded))
    .map(({ folded }) => folded.charAt(0))
    .join('');
}

function add(index: Index, letters: string, entry: RosterEntry): void {
  const known = index.get(letters);
  if (!known) index.set(letters, [entry]);
  else if (!known.includes(entry)) known.push(entry);
}
