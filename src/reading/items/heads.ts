// The words that carry an order in a sentence: infinitives, commands, and what governs them ('поручил', 'тапсырылсын').
import { governorAt, kazakhGovernorAt, mayGovern, type Governor, type KazakhGovernor } from './force.ts';
import * as kazakh from './kazakh-verbs.ts';
import { withLeftOutVerbs } from './left-out-verbs.ts';
import * as russian from './russian-verbs.ts';
import type { Sentence } from './sentence.ts';
import { rememberOf } from '../remember.ts';
import { isSign, vocabulary, type Token } from '../words.ts';

export type Head = { at: number } & (
  | { form: 'infinitive' }
  | { form: 'command' }
  | { form: 'second-person' }
  /** 'Барысов докладывает мне': an order only in talk, with somebody and a date. */
  | { form: 'third-person' }
  | { form: 'governor'; governor: Governor }
  /** Kazakh heads close their clause: the next one begins behind `end`. */
  | { form: 'kazakh-command'; end: number }
  | { form: 'kazakh-future'; end: number }
  | { form: 'kazakh-noun'; end: number; governor: KazakhGovernor | null }
);

export type HeadOptions = {
  /** Verbal nouns at the end of a clause are orders: under 'тапсырылсын:'. */
  verbalNouns: boolean;
  /** The speaker gives orders in plain talk: 'завтра едешь', 'тізімді жасайды'. */
  plainTalk: boolean;
};

/** The heads of a sentence from left to right; those in brackets, quotes and relative clauses are left out. */
export function headsOf(sentence: Sentence, options: HeadOptions): Head[] {
  const heads: Head[] = [];
  const { tokens, depth, inTerm } = sentence;
  let side = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || inTerm[at] || !mayBeHead(token)) continue;
    // 'будут работать на упреждение, налаживать …': the second goes with the first.
    if (russian.isInfinitive(token.folded)) {
      if (isSideInfinitive(tokens, at)) side = true;
      else if (side && !(isSign(tokens[at - 1], ',') || tokens[at - 1]?.folded === 'и')) side = false;
      if (side) continue;
    }
    if (depth[at]) continue;
    const head = headAt(sentence, at, options);
    if (head?.form === 'infinitive' && isPurpose(sentence, at) && !isBareGovernor(heads.at(-1))) continue;
    // '…, пусть прямо завтра выезжают' only adds to the order before.
    if (head?.form === 'command' && heads.length > 0 && russian.isThirdPerson(token.folded) && !isLetOf(sentence, at))
      continue;
    if (head?.form === 'governor') side = false;
    if (head) heads.push(head);
    if (head && 'end' in head) at = Math.max(at, head.end - 1);
  }
  const kept = withListedNouns(sentence, withoutLooseNouns(heads));
  return options.verbalNouns ? withLeftOutVerbs(tokens, kept) : kept;
}

/** 'Жұмыспен қамту және …': a verbal noun is no order where a command or a governing word closes the sentence. */
function withoutLooseNouns(heads: Head[]): Head[] {
  const closed = heads.some((head) => head.form === 'kazakh-command' || (head.form === 'kazakh-noun' && head.governor));
  return closed ? heads.filter((head) => head.form !== 'kazakh-noun' || head.governor) : heads;
}

/** '… ашуды, ал әкімдерге … толықтыруды тапсырды': each verbal noun of the same form takes the governor behind the last. */
function withListedNouns({ tokens, depth, inTerm }: Sentence, heads: Head[]): Head[] {
  const added: Head[] = [];
  heads.forEach((head, index) => {
    if (head.form !== 'kazakh-noun' || !head.governor) return;
    const before = heads[index - 1];
    const form = /у(\p{L}*)$/u.exec(tokens[head.at]?.folded ?? '')?.[1] ?? '';
    for (let at = before ? before.at + 1 : 0; at < head.at - 1; at += 1) {
      const token = tokens[at] as Token;
      if (
        depth[at] ||
        inTerm[at] ||
        token.kind !== 'word' ||
        !isSign(tokens[at + 1], ',;') ||
        tokens[at + 2]?.folded !== 'ал'
      )
        continue;
      if (!kazakh.isVerbalNoun(token.folded) || !token.folded.endsWith(`у${form}`)) continue;
      added.push({ at, form: 'kazakh-noun', end: at + 1, governor: { ...head.governor, length: 0 } });
    }
  });
  return added.length === 0 ? heads : [...heads, ...added].sort((a, b) => a.at - b.at);
}

/** 'чтобы не допустить срыва': why, not what; behind 'даю три дня' it is what. */
function isPurpose({ tokens, inTerm }: Sentence, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) {
    const token = tokens[back] as Token;
    if (isSign(token, ',;.')) return false;
    // 'даю десять дней, чтобы' is read as a deadline.
    if (token.folded === 'чтобы' || token.folded === 'чтоб')
      return !(inTerm[back - 1] || (isSign(tokens[back - 1], ',') && inTerm[back - 2]));
  }
  return false;
}

function isBareGovernor(head: Head | undefined): boolean {
  return head?.form === 'governor';
}

/** Whether a word may be a head at all, by its form alone; most words may not, and are asked about once. */
const mayBeHead = rememberOf<Token, boolean>(
  (word) =>
    russian.isInfinitive(word) ||
    russian.isBareImperative(word) ||
    /(?:те|тесь|шь|шься|ите|итесь)$/.test(word) ||
    mayGovern(word) ||
    /(?:сын|син|сыншы|синши|ныз|низ|дар|дер|ныздар|низдер|ады|еди|йды|йди)(?:шы|ши)?$/.test(word) ||
    russian.isThirdPerson(word) ||
    kazakh.isVerbalNoun(word) ||
    kazakh.isBareCommand(word),
);

function headAt(sentence: Sentence, at: number, options: HeadOptions): Head | null {
  const russianHead = russianAt(sentence.tokens, at, options);
  if (russianHead) return russianHead;
  return sentence.kazakh ? kazakhAt(sentence, at, options) : null;
}

function russianAt(tokens: Token[], at: number, options: HeadOptions): Head | null {
  const word = (tokens[at] as Token).folded;
  const governor = governorAt(tokens, at);
  if (governor) return { at, form: 'governor', governor };
  if (russian.isInfinitive(word)) return { at, form: 'infinitive' };
  const before = tokens[at - 1];
  if (russian.isPluralImperative(word, before?.folded) || russian.isBareImperative(word))
    return { at, form: 'command' };
  if (russian.isThirdPerson(word) && isLet(tokens, at)) return { at, form: 'command' };
  if (options.plainTalk && russian.isSecondPerson(word) && secondPersonNear(tokens, at))
    return { at, form: 'second-person' };
  return null;
}

const sideVerbs = /^(?:с?мо(?:г|ж)(?:у|ут|ет|ем|ли|ла|ло|ете|ешь)?|удал(?:ось|ся)|успе(?:л|ла|ли|ем|ют|ет))$/;
const sideNouns = vocabulary(
  'возможность право способность умение желание попытка готовность необходимость обязанность можно нельзя планирует планируют планируется намерен намерены намерена хотим хочу хотят будет будут начал начали начала продолжают продолжает решил решила собирается собираются просил просила просили готовы готов готова буду будем могу можем пытаются нет',
);

/** 'возможность получить', 'смогут подать', 'будем ездить': not what is ordered. */
function isSideInfinitive(tokens: Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 2); back -= 1) {
    const token = tokens[back] as Token;
    if (token.kind === 'sign') return false;
    if (sideNouns.has(token.folded) || sideVerbs.test(token.folded)) return true;
  }
  return false;
}

const youWords = vocabulary('вы ты лично сам сами завтра сегодня послезавтра значит');

/** 'пусть школа 12 сдаст': the verb of a wish. */
function isLet(tokens: Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 9); back -= 1) {
    const { kind, folded, text } = tokens[back] as Token;
    if (kind === 'sign' && '.;!?'.includes(text)) return false;
    if (folded === 'пусть' || folded === 'пускай') return true;
  }
  return false;
}

/** 'отдел ЖКХ пусть доложит': who is to do it stands in front. */
function isLetOf({ tokens, inTerm }: Sentence, at: number): boolean {
  const before = tokens[at - 2];
  return (
    /^(?:пусть|пускай)$/.test(tokens[at - 1]?.folded ?? '') &&
    before?.kind === 'word' &&
    !inTerm[at - 2] &&
    !/^(?:и|а|но)$/.test(before.folded)
  );
}

function secondPersonNear(tokens: Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 8); back -= 1)
    if (youWords.has((tokens[back] as Token).folded)) return true;
  return false;
}

function kazakhAt(sentence: Sentence, at: number, options: HeadOptions): Head | null {
  const { tokens } = sentence;
  const word = (tokens[at] as Token).folded;
  const closing = closes(sentence, at);
  const governor = kazakhGovernorAt(tokens, at);
  const noun = governor ? verbalNounBefore(sentence, at) : -1;
  if (governor && noun >= 0) return { at: noun, form: 'kazakh-noun', end: at + governor.length, governor };
  if (governor?.kind === 'commitment') return { at, form: 'kazakh-noun', end: at + governor.length, governor };
  if (kazakh.isThirdCommand(tokens[at] as Token, closing)) return { at, form: 'kazakh-command', end: at + 1 };
  if (!closing) return null;
  if (kazakh.isPoliteCommand(word)) return { at, form: 'kazakh-command', end: at + 1 };
  if (options.plainTalk && kazakh.isBareCommand(word)) return { at, form: 'kazakh-command', end: at + 1 };
  if (options.plainTalk && kazakh.isPresentFuture(word)) return { at, form: 'kazakh-future', end: at + 1 };
  if (options.verbalNouns && kazakh.isVerbalNoun(word) && !russianPrepositions.has(tokens[at - 1]?.folded ?? ''))
    return { at, form: 'kazakh-noun', end: at + 1, governor: null };
  return null;
}

const russianPrepositions = vocabulary('по к ко в во на о об за про через');

/** The verbal noun that a governor takes: right before it, or with the addressee and the deadline between. */
function verbalNounBefore({ tokens, depth, inTerm }: Sentence, at: number): number {
  for (let back = at - 1, seen = 0; back >= 0 && seen < 7; back -= 1) {
    const token = tokens[back] as Token;
    if (depth[back] || inTerm[back]) continue;
    if (token.kind === 'sign' && !'–—-'.includes(token.text)) return -1;
    if (kazakh.isVerbalNoun(token.folded)) return back;
    seen += 1;
  }
  return -1;
}

const clauseStarts = vocabulary(
  'ал және сондай сонымен бірақ содан сосын тағы бұдан осы бірінші екінші үшінші төртінші бесінші келесі',
);

/** True when a Kazakh clause may end behind this word. */
function closes({ tokens, inTerm }: Sentence, at: number): boolean {
  const next = tokens[at + 1];
  if (!next || (next.kind === 'sign' && !isSign(next, '«“„"(№-/%'))) return true;
  return (
    (next.kind === 'word' && clauseStarts.has(next.folded)) ||
    (inTerm[at + 1] === 1 && inTerm[at] === 0 && !hasVerbAfter(tokens, at + 1))
  );
}

function hasVerbAfter(tokens: Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 40); at += 1) {
    const token = tokens[at] as Token;
    if (isSign(token, '.;!')) return false;
    if (token.kind === 'word' && kazakh.isThirdCommand(token, false)) return true;
  }
  return false;
}

/** In talk, where nothing else is an order: the first verb that says what somebody does. */
export function thirdPersonOf({ tokens, depth, inTerm }: Sentence): Head[] {
  const at = tokens.findIndex(
    (token, index) =>
      index > 0 && token.kind === 'word' && !depth[index] && !inTerm[index] && russian.isThirdPerson(token.folded),
  );
  return at < 0 ? [] : [{ at, form: 'third-person' }];
}
