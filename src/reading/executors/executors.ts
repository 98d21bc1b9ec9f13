// readExecutors: whom a text addresses, found in the roster by school number, alias, name or surname.
import { addressZone, isAddressed, type Zone } from './address.ts';
import { allSchoolsAt, type AllSchools } from './all-schools.ts';
import { namedAt, type NameMatch } from './name-match.ts';
import { headsOf, prepare, type PreparedRoster, type RosterEntry } from './roster.ts';
import { bareNumbersAt, numberGroupAt, type NumberGroup, type SchoolKind } from './school-numbers.ts';
import { cutSpans, fold, isSign, tokenise, type Span, type Token } from '../words.ts';

export type { RosterEntry } from './roster.ts';

export type FoundExecutor = { postId: number; words: string; span: Span };

export type ExecutorDoubt = {
  /** Key of a text; its variable is `words`. */
  key:
    | 'reading-doubt-several-executors'
    | 'reading-doubt-unknown-executor'
    | 'reading-doubt-part-of-schools'
    | 'reading-doubt-schools-implied';
  words: string;
  span: Span;
  /** Posts that may be meant. */
  candidates: number[];
};

export type ExecutorsReading = {
  /** In the order of the text: the first named is responsible. */
  found: FoundExecutor[];
  /** All heads of general and boarding schools, see `schoolHeads`. */
  fanOut?: { scope: 'all_schools'; span: Span };
  doubts: ExecutorDoubt[];
  /** The text without the words of the address. */
  rest: string;
};

type State = {
  text: string;
  tokens: Token[];
  zone: Zone;
  roster: PreparedRoster;
  found: FoundExecutor[];
  doubts: ExecutorDoubt[];
  fanOut?: ExecutorsReading['fanOut'];
};

/** Finds the addressed posts in a text; whoever is only spoken about ('проверить школу № 12', 'в школе № 12') is not among them. */
export function readExecutors(text: string, roster: RosterEntry[]): ExecutorsReading {
  const tokens = tokenise(text);
  const state: State = { text, tokens, zone: addressZone(tokens), roster: prepare(roster), found: [], doubts: [] };
  let implied: AllSchools | null = null;
  for (let at = 0; at < tokens.length;) {
    const schools = allSchoolsAt(tokens, at);
    if (schools?.strength === 'implied') implied ??= schools;
    at = schools ? takeSchools(state, schools) : (takeNumbers(state, at) ?? takeNamed(state, at) ?? at + 1);
  }
  if (implied && state.found.length === 0 && !state.fanOut) takeImplied(state, implied);
  noteUnknown(state);
  const { found, fanOut, doubts } = state;
  const spans = [...found, ...(fanOut ? [fanOut] : [])].map(({ span }) => span);
  return { found: firstOfEach(found), fanOut, doubts, rest: cutSpans(text, spans) };
}

function takeSchools(state: State, { from, to, strength }: AllSchools): number {
  const span = spanOf(state, from, to);
  const addressed = strength === 'addressed' || state.zone.holds(from);
  if (strength === 'part' && addressed) addDoubt(state, 'reading-doubt-part-of-schools', span, []);
  if ((strength === 'addressed' || strength === 'named') && addressed) {
    state.fanOut ??= { scope: 'all_schools', span };
    state.zone.extend(to);
  }
  return to;
}

/** 'внедрить во всех школах' addresses nobody, but somebody has to do it in every school. */
function takeImplied(state: State, { from, to }: AllSchools): void {
  const span = spanOf(state, from, to);
  state.fanOut = { scope: 'all_schools', span };
  addDoubt(state, 'reading-doubt-schools-implied', span, []);
}

function takeNumbers(state: State, at: number): number | null {
  const { tokens, zone } = state;
  const group = numberGroupAt(tokens, at) ?? (zone.holds(at) ? bareNumbersAt(tokens, at) : null);
  if (!group) return null;
  if (!group.strong && !zone.holds(group.from)) return group.to;
  const count = group.numbers.length;
  for (const [index, { number, from, to }] of group.numbers.entries()) {
    const span = spanOf(state, index === 0 ? group.from : from, index === count - 1 ? group.to : to);
    settle(state, entriesOf(state.roster, number, group), span);
  }
  zone.extend(group.to);
  return group.to;
}

function entriesOf(roster: PreparedRoster, number: number, { kind }: NumberGroup): RosterEntry[] {
  const numbered = roster.numbered.get(number) ?? [];
  const ofKind = numbered.filter((entry) => isOfKind(entry, kind));
  return headsOf(ofKind.length > 0 ? ofKind : numbered);
}

function isOfKind(entry: RosterEntry, kind: SchoolKind): boolean {
  const stem = { school: '', gymnasium: 'гимнази', lyceum: 'лице', boarding: 'интернат' }[kind];
  return (kind === 'boarding' && entry.orgType === 'boarding') || entry.names.some((name) => fold(name).includes(stem));
}

function takeNamed(state: State, at: number): number | null {
  const { tokens, zone } = state;
  const match = namedAt(tokens, at, state.roster);
  if (!match) return null;
  if (match.kind === 'surname' && takeHolder(state, match)) return match.to;
  if (!zone.holds(match.from) && !isAddressed(tokens, match)) return match.to;
  settle(state, match.entries, spanOf(state, match.from, match.to), match.uncertain);
  zone.extend(match.to);
  return match.to;
}

/** 'Управлению образования (Ахметов А.Б.)': the name behind a body tells which of its posts is meant. */
function takeHolder(state: State, match: NameMatch): boolean {
  const last = state.found.at(-1);
  const body = state.roster.entries.find(({ entry }) => entry.postId === last?.postId)?.entry;
  const opened = isSign(state.tokens[match.from - 1], '(');
  const isNext = last !== undefined && (state.tokens[match.from - (opened ? 2 : 1)]?.end ?? -1) === last.span[1];
  const holder = match.entries.find((entry) => entry.orgId === body?.orgId);
  if (!last || !isNext || !holder) return false;
  const closed = opened && isSign(state.tokens[match.to], ')');
  const span: Span = [last.span[0], spanOf(state, match.from, closed ? match.to + 1 : match.to)[1]];
  state.found.splice(-1, 1, { postId: holder.postId, words: state.text.slice(...span), span });
  state.zone.extend(closed ? match.to + 1 : match.to);
  return true;
}

function settle(state: State, entries: RosterEntry[], span: Span, uncertain = false): void {
  const [only] = entries;
  if (entries.length === 0 || !only) addDoubt(state, 'reading-doubt-unknown-executor', span, []);
  else if (entries.length > 1 || uncertain)
    addDoubt(
      state,
      'reading-doubt-several-executors',
      span,
      entries.map(({ postId }) => postId),
    );
  else state.found.push({ postId: only.postId, words: state.text.slice(...span), span });
}

/** Words before the dash that nobody in the roster answers to. */
function noteUnknown(state: State): void {
  const known = [...state.found, ...state.doubts, ...(state.fanOut ? [state.fanOut] : [])].map(({ span }) => span);
  for (const [from, to] of state.zone.unread(known)) {
    addDoubt(state, 'reading-doubt-unknown-executor', spanOf(state, from, to), []);
  }
}

function addDoubt(state: State, key: ExecutorDoubt['key'], span: Span, candidates: number[]): void {
  state.doubts.push({ key, words: state.text.slice(...span), span, candidates });
}

function firstOfEach(found: FoundExecutor[]): FoundExecutor[] {
  return found.filter(({ postId }, index) => found.findIndex((other) => other.postId === postId) === index);
}

function spanOf({ tokens }: State, from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}
