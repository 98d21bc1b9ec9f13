// searchRoster: posts for what somebody typed into a search: a number, an alias, a part of a name or a surname.
import { isFormOf, isSchool, postRank, prepare, type PreparedEntry, type RosterEntry } from './roster.ts';
import { schoolKindOf } from './school-numbers.ts';
import { fold, tokenise, wholeNumber } from '../words.ts';

/** Most candidates that are offered at once. */
export const mostCandidates = 8;

type Query = { folded: string; numbers: string[]; words: string[] };

/** The posts that fit best, best first, at most eight; heads of organisations before their staff. */
export function searchRoster(query: string, roster: RosterEntry[]): RosterEntry[] {
  const asked = understand(query);
  return prepare(roster)
    .entries.map((prepared) => ({ entry: prepared.entry, score: scoreOf(prepared, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || postRank(a.entry) - postRank(b.entry) || byNumber(a.entry, b.entry))
    .slice(0, mostCandidates)
    .map(({ entry }) => entry);
}

function understand(query: string): Query {
  const tokens = tokenise(query);
  const numbers = tokens.filter((token) => wholeNumber(token) !== null).map(({ text }) => String(Number(text)));
  const named = tokens.filter(({ kind }) => kind === 'word');
  // Beside a number the words 'школа', 'мектеп' say nothing more.
  const words =
    numbers.length > 0 ? named.filter((token) => schoolKindOf(token) === null && token.folded.length > 1) : named;
  return { folded: fold(query).replace(/\s+/g, ' ').trim(), numbers, words: words.map(({ folded }) => folded) };
}

function scoreOf({ entry, names, aliases, people }: PreparedEntry, { folded, numbers, words }: Query): number {
  if (folded === '') return 0;
  const spoken = aliases.map((alias) => alias.join(' '));
  if (spoken.includes(folded)) return 95;
  const numbered = scoreNumbers(entry, numbers);
  if (numbers.length > 0 && numbered === 0) return 0;
  if (words.length === 0) return numbered;
  if (numbers.length === 0 && spoken.some((alias) => alias.startsWith(folded))) return 70;
  const known = [...names.flatMap((name) => name.words), ...people.flat(), ...aliases.flat()];
  const fits = words.map((word) => Math.max(0, ...known.map((name) => scoreWord(name, word))));
  if (fits.some((fit) => fit === 0)) return 0;
  return numbered + fits.reduce((sum, fit) => sum + fit, 0) / fits.length;
}

function scoreNumbers(entry: RosterEntry, numbers: string[]): number {
  const own = entry.orgNumber === null ? null : String(Number.parseInt(entry.orgNumber, 10));
  if (own === null) return 0;
  if (numbers.includes(own)) return isSchool(entry) ? 100 : 90;
  return numbers.some((number) => own.startsWith(number)) ? 40 : 0;
}

function scoreWord(name: string, word: string): number {
  if (name === word) return 50;
  if (word.length > 1 && name.startsWith(word)) return 40;
  return word.length > 3 && isFormOf(name, word) ? 35 : 0;
}

function byNumber(a: RosterEntry, b: RosterEntry): number {
  return (
    Number.parseInt(a.orgNumber ?? '999999', 10) - Number.parseInt(b.orgNumber ?? '999999', 10) || a.postId - b.postId
  );
}
