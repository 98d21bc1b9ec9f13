// findWorkingGroups: 'членам рабочей группы по …', '… жөніндегі жұмыс тобының мүшелеріне' -> some of the groups that are known by name. Pure.
import { dashes, isSign, isWord, type Span, type Token, tokenise, vocabulary } from './words.ts';

export type NamedGroup = { groupId: number; names: string[] };
export type GroupMention = {
  /** One entry for each group named: those that its words fit equally well. */
  groups: number[][];
  words: string;
  span: Span;
};

const members = vocabulary(
  'членам участникам члены участники членов участников мүшелеріне мүшелері қатысушыларына members',
);
const before = vocabulary('всем все всех поручить поручаю прошу уважаемые барлық the to of all task');
/** What every name has, and what stands between a name and its words. */
const common = vocabulary(
  'рабочая рабочей рабочую группа группе группы группу рг жұмыс тобы тобының тобына топ по о об и в на для жөніндегі бойынша және мен туралы working group on for the of',
);
const joiners = vocabulary('и а также және мен and');
const longestName = 30;

const noun = /рабоч\p{L}{2}\s+групп|(?<!\p{L})РГ(?!\p{L})|(?:жұмыс|жумыс)\s+то[бп]|working\s+group/iu;

/** True where a text speaks of a working group at all. */
export function namesWorkingGroup(text: string): boolean {
  return noun.test(text);
}

/**
 * The working groups that a text addresses at its beginning or before a dash or colon, named one after another; with `typed`, wherever
 * they are named: then the words are a list of executors. None where none is addressed, or none of that name is known.
 */
export function findWorkingGroups(text: string, groups: NamedGroup[], typed = false): GroupMention[] {
  if (groups.length === 0) return [];
  const tokens = tokenise(text);
  const mentions: GroupMention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const noun = nounAt(tokens, at);
    const found = noun ? rowAt(tokens, noun, groups) : [];
    const [first, last] = [found[0], found.at(-1)];
    if (!noun || !first || !last) continue;
    const from = widened(tokens, first.from);
    if (!typed && !(noun.addressed && isAddress(tokens, from, last.to))) continue;
    const span: Span = [tokens[from]?.start ?? 0, tokens[last.to - 1]?.end ?? 0];
    mentions.push({ groups: found.map(({ groupIds }) => groupIds), words: text.slice(...span), span });
    if (!typed) break;
    at = last.to - 1;
  }
  return mentions;
}

/** The group of this noun and those joined to it: 'группы А, группы Б и РГ В', 'рабочих групп А и Б', 'А және Б жұмыс топтары'. */
function rowAt(tokens: Token[], noun: Noun, groups: NamedGroup[]): Found[] {
  const named = noun.kazakh ? namedBefore : namedBehind;
  const first = named(tokens, noun, groups);
  if (!first) return [];
  const row = [first];
  for (let next = joinedBefore(tokens, noun, first, groups); next; next = joinedBefore(tokens, noun, next, groups))
    row.unshift(next);
  for (let next = joinedBehind(tokens, noun, first, groups); next; next = joinedBehind(tokens, noun, next, groups))
    row.push(next);
  return row;
}

/** One more name before those of a Kazakh noun in the plural. */
function joinedBefore(tokens: Token[], noun: Noun, { from }: Found, groups: NamedGroup[]): Found | null {
  if (!noun.kazakh || !noun.plural || !isJoiner(tokens[from - 1])) return null;
  const found = namedBefore(tokens, { ...noun, from: from - 1, to: from - 1 }, groups);
  return found && found.from < from - 1 ? found : null;
}

/** One more group behind 'и' or a comma: with a noun of its own, or in Russian after a noun in the plural with its name alone. */
function joinedBehind(tokens: Token[], noun: Noun, { to }: Found, groups: NamedGroup[]): Found | null {
  let at = to;
  while (isJoiner(tokens[at])) at += 1;
  if (at === to) return null;
  while (isWord(tokens[at], members) || isWord(tokens[at], before)) at += 1;
  if (noun.kazakh) return kazakhFrom(tokens, at, groups);
  const bare = /^групп(?:е|ы|а)$/.test(tokens[at]?.folded ?? '') ? 1 : noun.plural ? 0 : null;
  const own = nounAt(tokens, at) ?? (bare === null ? null : { ...noun, from: at, to: at + bare });
  const found = own && !own.kazakh ? namedBehind(tokens, own, groups) : null;
  return found && own && found.to > own.to ? found : null;
}

/** A Kazakh noun whose name begins right here. */
function kazakhFrom(tokens: Token[], at: number, groups: NamedGroup[]): Found | null {
  for (let to = at; to < Math.min(tokens.length, at + longestName); to += 1) {
    const noun = nounAt(tokens, to);
    const found = noun?.kazakh ? namedBefore(tokens, noun, groups) : null;
    if (noun) return found && found.from === at && noun.from > at ? found : null;
  }
  return null;
}

function isJoiner(token: Token | undefined): boolean {
  return isWord(token, joiners) || isSign(token, ',;');
}

type Noun = { from: number; to: number; kazakh: boolean; addressed: boolean; plural?: boolean };

/** 'рабочей группе', 'РГ', 'жұмыс тобының мүшелеріне', 'members of the working group' */
function nounAt(tokens: Token[], at: number): Noun | null {
  const [first, second] = [tokens[at]?.folded ?? '', tokens[at + 1]?.folded ?? ''];
  const told = isWord(tokens[at - 1], members) || isWord(tokens[at - 2], members) || isWord(tokens[at - 3], members);
  if (/^рабоч(?:ая|ей|ую|ие|им|их)$/.test(first) && /^групп(?:[аеыуи]|$)/.test(second)) {
    const given = second === (first === 'рабочей' ? 'группе' : first === 'рабочим' ? 'группам' : null);
    const plural = first === 'рабочим' || first === 'рабочих';
    return { from: at, to: at + 2, kazakh: false, addressed: told || given || first === 'рабочая', plural };
  }
  if (tokens[at]?.text === 'РГ') return { from: at, to: at + 1, kazakh: false, addressed: true };
  if (first === 'working' && second.startsWith('group'))
    return { from: at, to: at + 2, kazakh: false, addressed: true };
  if (first !== 'жумыс' || !/^то(?:бы|бынын|бына|п)/.test(second)) return null;
  const to = isWord(tokens[at + 2], members) ? at + 3 : at + 2;
  return { from: at, to, kazakh: true, addressed: true, plural: second.startsWith('топтар') };
}

type Found = { groupIds: number[]; from: number; to: number };

/** Behind the noun: as many words of a name as follow it, in their order. */
function namedBehind(tokens: Token[], { from, to }: Noun, groups: NamedGroup[]): Found | null {
  return best(
    groups.map(({ groupId, names }) => ({
      groupId,
      reach: Math.max(...names.map((name) => reachOf(tokens, to, 1, wordsOf(name)))),
    })),
    (reach) => ({ from, to: to + reach }),
    isEnd(tokens, to),
  );
}

/** Before the noun: as many words of a name as lead up to it, from its end. */
function namedBefore(tokens: Token[], { from, to }: Noun, groups: NamedGroup[]): Found | null {
  return best(
    groups.map(({ groupId, names }) => ({
      groupId,
      reach: Math.max(...names.map((name) => reachOf(tokens, from - 1, -1, wordsOf(name).toReversed()))),
    })),
    (reach) => ({ from: from - reach, to }),
    from === 0,
  );
}

function best(
  reached: { groupId: number; reach: number }[],
  place: (reach: number) => { from: number; to: number },
  unnamed: boolean,
): Found | null {
  const reach = Math.max(...reached.map((each) => each.reach));
  // 'членам рабочей группы — …' means the only one there is, or asks which.
  if (reach === 0 && !unnamed) return null;
  return { groupIds: reached.filter((each) => each.reach === reach).map(({ groupId }) => groupId), ...place(reach) };
}

/** How many tokens from here on, in this direction, say the words of a name one after another. */
function reachOf(tokens: Token[], start: number, step: 1 | -1, words: string[]): number {
  let [reach, next] = [0, 0];
  for (let count = 0; count < longestName && next < words.length; count += 1) {
    const token = tokens[start + step * count];
    if (!token || isSign(token, `.;:!?,${dashes}`)) break;
    if (token.kind === 'sign' || isWord(token, common)) continue;
    if (!isAlike(token.folded, words[next] ?? '')) break;
    next += 1;
    reach = count + 1;
  }
  // A closing quotation mark belongs to the name.
  return reach > 0 && isSign(tokens[start + step * reach], '»«"“”') ? reach + 1 : reach;
}

function wordsOf(name: string): string[] {
  return tokenise(name)
    .filter((token) => token.kind !== 'sign' && !isWord(token, common))
    .map(({ folded }) => folded);
}

/** The same word in another case. */
function isAlike(said: string, known: string): boolean {
  const length = Math.min(said.length, known.length);
  const same = length <= 4 ? length : Math.max(4, length - 3);
  return said.slice(0, same) === known.slice(0, same) && Math.abs(said.length - known.length) <= 4;
}

/** With 'всем членам' before it. */
function widened(tokens: Token[], from: number): number {
  let start = from;
  while (start > 0 && (isWord(tokens[start - 1], members) || isWord(tokens[start - 1], before))) start -= 1;
  return start;
}

function isEnd(tokens: Token[], at: number): boolean {
  return at >= tokens.length || isSign(tokens[at], `:,.${dashes}`);
}

function isAddress(tokens: Token[], from: number, to: number): boolean {
  const spaced = (tokens[to]?.start ?? 0) > (tokens[to - 1]?.end ?? 0);
  return from === 0 || isSign(tokens[to], ':') || (isSign(tokens[to], dashes) && spaced);
}
