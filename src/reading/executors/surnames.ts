// Surnames in any case of Russian or Kazakh, with initials or given names behind them.
import type { NameMatch } from './name-match.ts';
import { isFormOf, type PreparedRoster } from './roster.ts';
import { isSign, type Token } from '../words.ts';

const endings = /^(?:а|я|у|ю|ой|ей|ым|ом|е|ая|ий|ую|ому|ого|[гк][ае]|н[ае]|[ндт][ыи]н)?$/;

/** The posts held by people with the surname that begins at this token; null when nobody has it. */
export function surnameAt(tokens: Token[], at: number, roster: PreparedRoster): NameMatch | null {
  const written = tokens[at];
  if (written?.kind !== 'word' || !/^\p{Lu}/u.test(written.text)) return null;
  const holders = roster
    .surnamed(written.folded)
    .filter(({ people }) => people.some(([surname]) => surname && isSurname(surname, written.folded)));
  if (holders.length === 0) return null;
  let to = at + 1;
  while (isInitial(tokens, to)) to += 2;
  const givenNames = holders.flatMap(({ people }) => people.flatMap((words) => words.slice(1)));
  while (isGivenName(tokens[to], givenNames)) to += 1;
  return { from: at, to, entries: holders.map(({ entry }) => entry), kind: 'surname' };
}

function isSurname(surname: string, written: string): boolean {
  const stem = surname.length > 4 ? surname.replace(/(?:ая|ий|[аяй])$/, '') : surname;
  return stem.length > 1 && written.startsWith(stem) && endings.test(written.slice(stem.length));
}

function isInitial(tokens: Token[], at: number): boolean {
  return tokens[at]?.kind === 'word' && tokens[at].text.length === 1 && isSign(tokens[at + 1], '.');
}

function isGivenName(token: Token | undefined, names: string[]): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text) && names.some((name) => isFormOf(name, token.folded));
}
