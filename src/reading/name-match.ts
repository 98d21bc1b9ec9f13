// Finding roster posts by the words of a text: alias, name of the organisation or post, surname.
import {
  headsOf,
  isFormOf,
  isSchool,
  isSilent,
  isTelling,
  type NameWords,
  type PreparedEntry,
  type RosterEntry,
} from './roster.ts';
import { beginsWith, isSign, isWord, vocabulary, type Token } from './words.ts';

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
const deputyStems = vocabulary('заместител орынбасар');
const surnameEndings = /^(?:а|у|ой|ым|ом|е|ке|ге|ка|га|на|не|нын|дин|тын)?$/;

/** The posts named from this token on, by the longest and most exact of alias, name and surname; null when none. */
export function namedAt(tokens: Token[], at: number, roster: PreparedEntry[]): NameMatch | null {
  return aliasAt(tokens, at, roster) ?? nameAt(tokens, at, roster) ?? surnameAt(tokens, at, roster);
}

function aliasAt(tokens: Token[], at: number, roster: PreparedEntry[]): NameMatch | null {
  const found = roster.flatMap(({ entry, aliases }) =>
    aliases.map((alias) => ({ entry, to: aliasEnd(tokens, at, alias) ?? 0 })).filter(({ to }) => to > 0),
  );
  const to = Math.max(0, ...found.map((match) => match.to));
  const longest = found.filter((match) => match.to === to).map(({ entry }) => entry);
  return to > 0 ? { from: at, to, entries: headsOf([...new Set(longest)]), kind: 'alias' } : null;
}

function aliasEnd(tokens: Token[], at: number, alias: string[]): number | null {
  let place = at;
  for (const [index, word] of alias.entries()) {
    if (isSign(tokens[place], '«"№') || (index > 0 && isSign(tokens[place], '-'))) place += 1;
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

function nameAt(tokens: Token[], at: number, roster: PreparedEntry[]): NameMatch | null {
  if (!isTelling(tokens[at])) return null;
  const runs = roster.flatMap(({ entry, names }) => {
    const run = names.map((name) => longestRun(tokens, at, name, entry)).reduce<Run | null>(better, null);
    return run ? [{ run, entry }] : [];
  });
  const best = runs.map(({ run }) => run).reduce<Run | null>(better, null);
  if (!best) return null;
  const entries = headsOf(runs.filter(({ run }) => isEqual(run, best)).map(({ entry }) => entry));
  // 'заместителю акима' must not become the akim, when the roster has no such deputy.
  const deputyBefore = beginsWith(tokens[at - 1], deputyStems);
  const deputyBehind = beginsWith(tokens[best.to], deputyStems);
  const from = deputyBefore ? at - 1 : at;
  return {
    from,
    to: deputyBehind ? best.to + 1 : best.to,
    entries,
    kind: 'name',
    uncertain: deputyBefore || deputyBehind,
  };
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

/** A surname in any case, with or without initials or given name behind it. */
function surnameAt(tokens: Token[], at: number, roster: PreparedEntry[]): NameMatch | null {
  const written = tokens[at];
  if (written?.kind !== 'word' || !/^\p{Lu}/u.test(written.text)) return null;
  const entries = roster
    .filter(({ people }) => people.some(([surname]) => surname && isSurname(surname, written.folded)))
    .map(({ entry }) => entry);
  if (entries.length === 0) return null;
  let to = at + 1;
  while (isInitial(tokens, to)) to += 2;
  const isNamed = (token: Token | undefined) =>
    token?.kind === 'word' &&
    roster.some(
      ({ entry, people }) =>
        entries.includes(entry) && people.some((words) => words.slice(1).some((word) => isFormOf(word, token.folded))),
    );
  while (isNamed(tokens[to])) to += 1;
  return { from: at, to, entries, kind: 'surname' };
}

function isSurname(surname: string, written: string): boolean {
  const stem = surname.length > 4 ? surname.replace(/(?:ая|ий|[аяйь])$/, '') : surname;
  return (
    stem.length > 1 &&
    written.startsWith(stem) &&
    (written === surname ||
      surnameEndings.test(written.slice(stem.length)) ||
      /^(?:ой|ому|ого|ую)$/.test(written.slice(stem.length)))
  );
}

function isInitial(tokens: Token[], at: number): boolean {
  return (
    tokens[at]?.kind === 'word' &&
    tokens[at]?.text.length === 1 &&
    isSign(tokens[at + 1], '.') &&
    !isWord(tokens[at], initialsNot)
  );
}

const initialsNot = vocabulary('в и с к о у');
