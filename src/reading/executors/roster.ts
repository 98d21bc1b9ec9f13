// The roster as readers see it: posts with the names people call them by, and how words of a text match a name.
import { fold, isWord, tokenise, vocabulary, type Token } from '../words.ts';

/** One open post with all its names. */
export type RosterEntry = {
  postId: number;
  role: string;
  orgId: number;
  orgType: string;
  /** '12' for School No 12. */
  orgNumber: string | null;
  /** Names of the organisation and of the post, in Kazakh and Russian. */
  names: string[];
  aliases: string[];
  /** 'Surname Given Patronymic' of whoever holds the post. */
  personNames: string[];
  /** Ids from the root organisation down to this one, '/1/5/12/'; schools of a district are found by it. */
  orgPath?: string;
};

/** A name reduced to the words that tell it from others. */
export type NameWords = {
  words: string[];
  /** Which of `words` are common to many names ('отдел', 'школа'). */
  generic: boolean[];
};

export type PreparedEntry = {
  entry: RosterEntry;
  names: NameWords[];
  /** Aliases as folded words. */
  aliases: string[][];
  people: string[][];
};

/** Entries that have a word with the same beginning. */
type Index = (word: string) => PreparedEntry[];

export type PreparedRoster = {
  entries: PreparedEntry[];
  named: Index;
  aliased: Index;
  surnamed: Index;
  /** Posts of schools by the number of the school. */
  numbered: Map<number, RosterEntry[]>;
};

const silent = vocabulary(`
  и по в на г города город городской городу қала қаласы қаласының қалалық имени им атындағы кгу кгп гккп гу оо тоо ао кмм кмқк мм жшс
  при для of the and city`);
const genericStems = vocabulary(`
  школ мектеп мектеб гимназ лице интернат общеобраз средн орта жалпы беретін директор руковод басшы начальник заместит орынбас
  комплекс специализ мамандандыр государ коммунал учрежд мемлекет мекеме частн жекемен управлен отдел департам басқарм бөлім
  аппарат район аудан school head department`);
const schoolTypes = new Set(['school', 'boarding']);
const headRoles = new Set(['akim', 'district_akim', 'dept_head', 'unit_head', 'school_head']);
const roleOrder = ['deputy', 'district_deputy', 'controller', 'secretary', 'staff', 'observer', 'admin'];
const akimat = vocabulary('акимат акимди әкімді');

const prepared = new WeakMap<RosterEntry[], PreparedRoster>();

/** The roster with its names split into words and found by their beginnings; prepared once for a roster. */
export function prepare(roster: RosterEntry[]): PreparedRoster {
  const known = prepared.get(roster);
  if (known) return known;
  const entries = roster.map((entry) => ({
    entry,
    names: [...new Set(entry.names)].map(nameWords).filter(({ words }) => words.length > 0),
    aliases: entry.aliases.map(foldedWords).filter((words) => words.length > 0),
    people: entry.personNames.map(foldedWords).filter((words) => words.length > 0),
  }));
  const result = {
    entries,
    named: indexBy(entries, 3, ({ names }) => names.flatMap(({ words }) => words)),
    aliased: indexBy(entries, 1, ({ aliases }) => aliases.flatMap(([first]) => first ?? [])),
    surnamed: indexBy(entries, 2, ({ people }) => people.flatMap(([surname]) => surname ?? [])),
    numbered: byNumber(roster),
  };
  prepared.set(roster, result);
  return result;
}

function byNumber(roster: RosterEntry[]): Map<number, RosterEntry[]> {
  const numbers = new Map<number, RosterEntry[]>();
  for (const entry of roster) {
    if (!isSchool(entry) || entry.orgNumber === null) continue;
    const number = Number.parseInt(entry.orgNumber, 10);
    const known = numbers.get(number);
    if (known) known.push(entry);
    else numbers.set(number, [entry]);
  }
  return numbers;
}

function indexBy(entries: PreparedEntry[], length: number, wordsOf: (entry: PreparedEntry) => string[]): Index {
  const index = new Map<string, PreparedEntry[]>();
  for (const entry of entries) {
    for (const key of new Set(wordsOf(entry).map((word) => word.slice(0, length)))) {
      const known = index.get(key);
      if (known) known.push(entry);
      else index.set(key, [entry]);
    }
  }
  return (word) => index.get(word.slice(0, length)) ?? [];
}

/** True for general and boarding schools; supplementary education is not a school. */
export function isSchool(entry: RosterEntry): boolean {
  return schoolTypes.has(entry.orgType);
}

/** Posts that 'all schools' means: the heads of general and boarding schools, state and private. */
export function schoolHeads(roster: RosterEntry[]): RosterEntry[] {
  return roster.filter((entry) => isSchool(entry) && entry.role === 'school_head');
}

/** 0 for the head of an organisation, more for the others: who is meant when only the organisation is named. */
export function postRank(entry: RosterEntry): number {
  return headRoles.has(entry.role) ? 0 : 1 + Math.max(0, roleOrder.indexOf(entry.role));
}

/** Of posts of the same organisations only the highest in each. */
export function headsOf(entries: RosterEntry[]): RosterEntry[] {
  return entries.filter((entry) =>
    entries.every((other) => other.orgId !== entry.orgId || postRank(entry) <= postRank(other)),
  );
}

const agent = /ш[ыи]$/;

/** True when `written` is a form of the name's word: a long common beginning and short endings on both sides. */
export function isFormOf(word: string, written: string): boolean {
  if (word === written) return true;
  let common = 0;
  while (common < word.length && common < written.length && word[common] === written[common]) common += 1;
  const shorter = Math.min(word.length, written.length);
  if (common < 3 || common < Math.min(5, shorter - 1)) return false;
  // 'Бақылаушы' is who controls, 'бақылауға' what is done: who acts is told from the act by the ending only.
  if (agent.test(word) && common <= word.length - 2) return false;
  const isAkimat = (text: string) => [...akimat].some((stem) => text.startsWith(stem));
  return (
    word.length - common <= 5 && written.length - common <= (common < 5 ? 4 : 6) && isAkimat(word) === isAkimat(written)
  );
}

/** Words of a name that count for comparison. */
export function nameWords(name: string): NameWords {
  const words = tokenise(name)
    .filter(isTelling)
    .map(({ folded }) => folded);
  return { words, generic: words.map((word) => [...genericStems].some((stem) => word.startsWith(stem))) };
}

/** True for a word that helps to tell names apart. */
export function isTelling(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.folded.length > 2 && !isWord(token, silent);
}

/** True for small words that may stand between the words of a name. */
export function isSilent(token: Token | undefined): boolean {
  return isWord(token, silent) || (token?.kind === 'sign' && '«»"“”.-'.includes(token.text));
}

function foldedWords(text: string): string[] {
  return tokenise(text)
    .filter(({ kind }) => kind !== 'sign')
    .map(({ text: word }) => fold(word));
}
