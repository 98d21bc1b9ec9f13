// A group of executors that stand together: '… и …', '…, …', '… совместно с …', '… аудан әкімдерімен бірлесіп'.
import type { Stretch } from './found.ts';
import type { KazakhCase } from './kazakh-phrases.ts';
import { kazakhPhraseAt } from './kazakh-phrases.ts';
import { phraseAt, type Clause, type Listed } from './lists.ts';
import type { Phrase } from './phrase.ts';
import { lastOf } from './predicates.ts';
import type { Case } from './russian-forms.ts';
import { russianPhraseAt } from './russian-phrases.ts';
import { dashes, isSign, isWord, vocabulary, type Token } from '../words.ts';

export type Group = {
  list: Listed[];
  from: number;
  to: number;
  sign: 'dash' | 'colon' | 'comma' | 'exclamation' | null;
};

const conjunctions = vocabulary('и мен пен бен және');
const kazakhConjunctions = vocabulary('мен пен бен және');
const kazakhTogether = vocabulary('бірлесіп бірге бірлесе');
const saying = vocabulary(
  'ескертемін ескертеміз айтамын айтарым тапсырамын сұраймын напоминаю предупреждаю говорю повторяю поручаю прошу',
);
const alsoCompared = vocabulary('совместно вместе');

/** The group that begins with a phrase in one of these cases at this token; null when none does. */
export function groupAt(clause: Clause, at: number, russian: Case[], kazakh: KazakhCase[], loose = true): Group | null {
  const { tokens } = clause;
  const pair = kazakh.includes('dat') ? kazakhPair(tokens, at) : null;
  const first = pair ?? allTold(tokens, at) ?? phraseAt(tokens, at, russian, kazakh, loose);
  if (!first) return null;
  const list: Listed[] = [{ phrase: first, joint: false }];
  let to = first.to;
  while (list.length < longestList) {
    const next = nextMember(tokens, to, first, russian, kazakh);
    if (!next) break;
    list.push(...next.list);
    to = next.to;
  }
  const side = list.length === 1 && first.plural ? sideClauseEnd(tokens, to) : null;
  if (side !== null) first.to = to = side;
  // 'Мердігерге ескертемін: …', 'Завучам напоминаю: …'
  const said = isWord(tokens[to], saying) && isSign(tokens[to + 1], ':') ? to + 1 : to;
  const sign = signBehind(tokens, said);
  return { list, from: at, to: sign ? said + 1 : to, sign };
}

const everybody = vocabulary('всем каждому барлығына баршаға бәріңізге барлықтарыңызға');

/** 'Всем напоминаю: …' */
function allTold(tokens: Token[], at: number): Phrase | null {
  if (!isWord(tokens[at], everybody) || !isWord(tokens[at + 1], saying) || !isSign(tokens[at + 2], ':')) return null;
  return { from: at, to: at + 1, kind: 'doer', case: 'dat', plural: true, listed: false, certain: true };
}

const sideWords = vocabulary('кто кого кому чьи где которые которых которым');
const longestSide = 14;

/** 'Директора, кто отменил занятия – …': the clause that says which of them, up to its dash or colon; null when there is none. */
function sideClauseEnd(tokens: Token[], at: number): number | null {
  if (!isSign(tokens[at], ',') || ![at + 1, at + 2].some((place) => isWord(tokens[place], sideWords))) return null;
  for (let place = at + 3; place < Math.min(tokens.length, at + longestSide); place += 1) {
    if (isSign(tokens[place], '.;!?,')) return null;
    if (signBehind(tokens, place) === 'dash' || signBehind(tokens, place) === 'colon') return place;
  }
  return null;
}

const lastConjunction = lastOf((folded) => kazakhConjunctions.has(folded));

/** 'мектептер мен колледждерге': only the last of two bears the case. */
function kazakhPair(tokens: Token[], at: number): Phrase | null {
  if (lastConjunction(tokens) <= at) return null;
  const first = kazakhPhraseAt(tokens, at, ['nom']);
  if (!first?.plural || !isWord(tokens[first.to], kazakhConjunctions)) return null;
  return kazakhPhraseAt(tokens, first.to + 1, ['dat'])?.certain ? first : null;
}

function signBehind(tokens: Token[], at: number): Group['sign'] {
  const token = tokens[at];
  if (isSign(token, ':')) return 'colon';
  if (isSign(token, ',')) return 'comma';
  if (isSign(token, '!')) return 'exclamation';
  const spaced = token && (token.start > (tokens[at - 1]?.end ?? 0) || token.end < (tokens[at + 1]?.start ?? 0));
  return spaced && isSign(token, dashes) ? 'dash' : null;
}

function nextMember(
  tokens: Token[],
  at: number,
  first: Phrase,
  russian: Case[],
  kazakh: KazakhCase[],
): { list: Listed[]; to: number } | null {
  const joint = jointAt(tokens, at);
  if (joint) return joint;
  const slash = isSign(tokens[at], '/');
  const comma = isSign(tokens[at], ',;');
  if (!comma && !slash && !isWord(tokens[at], conjunctions)) return null;
  const start = comma && isWord(tokens[at + 1], conjunctions) ? at + 2 : at + 1;
  if (comma && jointAt(tokens, start)) return jointAt(tokens, start);
  const same = russian.filter((each) => first.case === 'any' || first.case === each);
  const isClassList = first.plural && first.case === 'dat' && !slash;
  const next = slash
    ? phraseAt(tokens, start, ['dat', 'nom'], ['dat', 'nom'])
    : phraseAt(tokens, start, same, kazakh, isClassList);
  const people = first.kind === 'person' && next?.kind === 'person';
  if (
    !next ||
    (!next.certain && !people && !slash && !(isClassList && next.plural)) ||
    (next.case === 'any' && next.kind === 'place')
  )
    return null;
  // 'Мектеп директорларына / Директорам школ' is one addressee in two languages.
  if (slash) {
    first.to = next.to;
    return { list: [], to: next.to };
  }
  return { list: [{ phrase: next, joint: false }], to: next.to };
}

const lastTogether = lastOf((folded) => kazakhTogether.has(folded));

function isKazakhTogether(token: Token): boolean {
  return isWord(token, kazakhTogether);
}

const longestList = 60;
const longestJoint = 24;

/** 'совместно с акимами районов и полицией', 'аудан әкімдерімен бірлесіп' */
export function jointAt(tokens: Token[], at: number): { list: Listed[]; to: number } | null {
  if (isWord(tokens[at], alsoCompared) && /^со?$/.test(tokens[at + 1]?.folded ?? '')) return jointList(tokens, at + 2);
  if (lastTogether(tokens) < at || !tokens.slice(at, at + longestJoint).some(isKazakhTogether)) return null;
  const phrase = kazakhPhraseAt(tokens, at, ['ins']);
  if (!phrase) return null;
  const list: Listed[] = [{ phrase, joint: true }];
  let to = phrase.to;
  while (isSign(tokens[to], ',') || isWord(tokens[to], conjunctions)) {
    const next = kazakhPhraseAt(tokens, to + 1, ['ins']);
    if (!next) break;
    list.push({ phrase: next, joint: true });
    to = next.to;
  }
  return isWord(tokens[to], kazakhTogether) ? { list, to: to + 1 } : null;
}

function jointList(tokens: Token[], at: number): { list: Listed[]; to: number } | null {
  const list: Listed[] = [];
  let to = at;
  for (let start = at; list.length < longestList;) {
    const phrase = russianPhraseAt(tokens, start, ['ins'], start === at);
    if (!phrase) break;
    list.push({ phrase, joint: true });
    to = phrase.to;
    if (!isSign(tokens[to], ',') && !isWord(tokens[to], conjunctions)) break;
    start = to + 1;
  }
  return list.length > 0 ? { list, to } : null;
}

/** Every 'совместно с …' and '… бірлесіп' outside these stretches. */
export function jointElsewhere({ tokens }: Clause, taken: Stretch[]): { list: Listed[]; stretches: Stretch[] } {
  const list: Listed[] = [];
  const stretches: Stretch[] = [];
  if (lastTogether(tokens) < 0 && !tokens.some((token) => isWord(token, alsoCompared))) return { list, stretches };
  for (let at = 0; at < tokens.length;) {
    const inside = taken.find(({ from, to }) => at >= from && at < to);
    if (inside) {
      at = inside.to;
      continue;
    }
    const joint = mayBeJoint(tokens, at) ? jointAt(tokens, at) : null;
    if (joint) {
      list.push(...joint.list);
      stretches.push({ from: at, to: joint.to });
    }
    at = joint ? joint.to : at + 1;
  }
  return { list, stretches };
}

function mayBeJoint(tokens: Token[], at: number): boolean {
  if (isWord(tokens[at], alsoCompared)) return true;
  return lastTogether(tokens) >= at && tokens.slice(at, at + 14).some(isKazakhTogether);
}
