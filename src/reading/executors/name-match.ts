// Finding roster posts by the words of a text: alias, then name of the organisation or post, then surname.
import {
  headsOf,
  isFormOf,
  isSchool,
  isSilent,
  isTelling,
  type NameWords,
  type PreparedRoster,
  type RosterEntry,
} from './roster.ts';
import { surnameAt } from './surnames.ts';
import { beginsWith, isSign, isWord, vocabulary, type Token } from '../words.ts';

/** Posts that one stretch of tokens may mean; several when the words fit several organisations equally. */
export type NameMatch = {
  from: number;
  to: number;
  entries: RosterEntry[];
  kind: 'alias' | 'name' | 'surname';
  /** The words name somebody beside the one found: a deputy who is not in the roster. */
  uncertain?: boolean;
};

type Run = { to: number; length: number; whole: boolean };

const schoolStems = vocabulary('школ гимнази лице мектеп мектеб интернат school');
const schoolAdjectives = vocabulary('частной жекеменшік');
const deputyStems = vocabulary('заместител орынбасар');
const headsBefore = vocabulary('руководителю начальнику директору руководитель начальник директор');
const headsBehind = vocabulary('басшысы басшысына директоры директорына бастығы бастығына');
const cityBehind = vocabulary('города қаласы қаласының');
const quotes = '«»"“”';

/** The posts named from this token on, by alias, name or surname; null when none. */
export function namedAt(tokens: Token[], at: number, roster: PreparedRoster): NameMatch | null {
  return aliasAt(tokens, at, roster) ?? nameAt(tokens, at, roster) ?? surnameAt(tokens, at, roster);
}

function aliasAt(tokens: Token[], at: number, roster: PreparedRoster): NameMatch | null {
  const first = isSign(tokens[at], quotes) ? tokens[at + 1] : tokens[at];
  const found = roster
    .aliased(first?.folded ?? '')
    .flatMap(({ entry, aliases }) =>
      aliases.map((alias) => ({ entry, to: aliasEnd(tokens, at, alias) ?? 0 })).filter(({ to }) => to > 0),
    );
  const to = Math.max(0, ...found.map((match) => match.to));
  const longest = found.filter((match) => match.to === to).map(({ entry }) => entry);
  return to > 0 ? { from: at, to, entries: headsOf([...new Set(longest)]), kind: 'alias' } : null;
}

function aliasEnd(tokens: Token[], at: number, alias: string[]): number | null {
  let place = at;
  for (const [index, word] of alias.entries()) {
    if (isSign(tokens[place], quotes) || (index > 0 && isSign(tokens[place], '-'))) place += 1;
    const written = tokens[place]?.folded ?? '';
    const last = index === alias.length - 1;
    // A long alias may carry an ending ('гороно' -> 'горонога'), a short one only behind a dash ('УО-ға').
    const fits =
      written === word || (last && word.length > 4 && written.startsWith(word) && written.length - word.length <= 3);
    if (!fits) return null;
    place += 1;
  }
  const hasEnding = isSign(tokens[place], '-') && /^[гк][ае]$/.test(tokens[place + 1]?.folded ?? '');
  return hasEnding ? place + 2 : place;
}

function nameAt(tokens: Token[], at: number, roster: PreparedRoster): NameMatch | null {
  const first = tokens[at];
  if (!first || !isTelling(first)) return null;
  const runs = roster.named(first.folded).flatMap(({ entry, names }) => {
    const run = names.map((name) => longestRun(tokens, at, name, entry)).reduce<Run | null>(better, null);
    return run ? [{ run, entry }] : [];
  });
  const best = runs.map(({ run }) => run).reduce<Run | null>(better, null);
  if (!best) return null;
  const entries = headsOf(runs.filter(({ run }) => isEqual(run, best)).map(({ entry }) => entry));
  return { ...withTitles(tokens, at, best.to, entries.some(isSchool)), entries, kind: 'name' };
}

/** Takes in the words that belong to a name: 'руководителю', 'школе «', 'города', 'басшысына'. */
function withTitles(
  tokens: Token[],
  from: number,
  to: number,
  school: boolean,
): Pick<NameMatch, 'from' | 'to' | 'uncertain'> {
  let [start, end] = [from, to];
  const belongs = (token: Token | undefined) =>
    isSign(token, quotes) || beginsWith(token, schoolStems) || isWord(token, schoolAdjectives);
  while (school && belongs(tokens[start - 1])) start -= 1;
  while (school && belongs(tokens[end])) end += 1;
  if (isWord(tokens[end], cityBehind)) end += 1;
  if (isWord(tokens[start - 1], headsBefore)) start -= 1;
  if (isWord(tokens[end], headsBehind)) end += 1;
  // 'заместителю акима' must not become the akim, when the roster has no such deputy.
  const before = beginsWith(tokens[start - 1], deputyStems);
  const behind = beginsWith(tokens[end], deputyStems);
  return { from: before ? start - 1 : start, to: behind ? end + 1 : end, uncertain: before || behind };
}

function better(a: Run | null, b: Run | null): Run | null {
  if (!a || !b) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return b.whole && !a.whole ? b : a;
}

function isEqual(a: Run, b: Run): boolean {
  return a.length === b.length && a.whole === b.whole;
}

function longestRun(tokens: Token[], at: number, name: NameWords, entry: RosterEntry): Run | null {
  let best: Run | null = null;
  for (let start = 0; start < name.words.length; start += 1) {
    const run = runFrom(tokens, at, name, start);
    if (run && isEnough(tokens, at, run, name, start, entry)) best = better(best, run);
  }
  return best;
}

function runFrom(tokens: Token[], at: number, name: NameWords, start: number): Run | null {
  let place = at;
  let to = at;
  let length = 0;
  while (start + length < name.words.length) {
    while (length > 0 && isSilent(tokens[place])) place += 1;
    const token = tokens[place];
    if (!token || !isTelling(token) || !isFormOf(name.words[start + length] ?? '', token.folded)) break;
    length += 1;
    place += 1;
    to = place;
  }
  return length === 0 ? null : { to, length, whole: length === name.words.length };
}

/** Common words alone ('отдел', 'директор школы') name nobody; a school is named by one telling word only beside the word school. */
function isEnough(tokens: Token[], at: number, run: Run, name: NameWords, start: number, entry: RosterEntry): boolean {
  const telling = name.generic.slice(start, start + run.length).filter((generic) => !generic).length;
  if (telling === 0) return false;
  if (isSchool(entry)) return telling > 1 || besideSchool(tokens, at, run.to);
  return run.length >= 2 || run.whole;
}

function besideSchool(tokens: Token[], from: number, to: number): boolean {
  const around = [...tokens.slice(Math.max(0, from - 3), from), ...tokens.slice(from, to + 3)];
  return around.some((token) => beginsWith(token, schoolStems));
}
