// One conjunct read: whom it addresses, until when, with what force, and which words are the action.
import { vocabulary, type Span, type Token } from '../words.ts';
import { peopleOf } from './conjunct-people.ts';
import type { Conjunct } from './conjuncts.ts';
import { skipFillers } from './fillers.ts';
import type { Part, Register } from './orders.ts';
import { helpersOf, isMarkedOff, togetherWith } from './joint-people.ts';
import type { People } from './people.ts';
import { performativeAt, isControl } from './performatives.ts';
import { asideStart, isIdle, slips } from './remarks.ts';
import { hints, termsIn, type Sentence } from './sentence.ts';
import { blank, within } from './source.ts';

/** Reads a conjunct; `before` is the one in front of it in the same sentence. */
export function readConjunct(sentence: Sentence, conjunct: Conjunct, register: Register, before?: Conjunct): Part {
  const span = spanOf(sentence, conjunct.from, conjunct.to);
  const terms = usable(sentence, conjunct, termsIn(sentence, conjunct.from, conjunct.to));
  const named = peopleOf(sentence, conjunct, span, register);
  const joint = register.joint && !isMarkedOff(sentence.text, span, named);
  const together = joint ? togetherWith(sentence, conjunct, span) : null;
  const helpers = together?.named ?? (joint && named ? helpersOf(sentence.text, named) : []);
  const people = joint ? null : named;
  const start = actionStart(sentence, conjunct, people, before);
  const cuts = [
    ...terms.map((term) => term.span),
    ...within(sentence.holes, span),
    ...(together?.cuts ?? (people || helpers.length > 0 ? (named?.cuts ?? []) : [])),
    ...governorCuts(sentence, conjunct),
  ];
  return {
    span,
    action: [Math.max(start, span[0]), actionEnd(sentence, conjunct, register)],
    cuts,
    people,
    helpers,
    terms,
    kind: kindOf(conjunct, register),
    guessedForce: guessOf(sentence, conjunct),
    isOrder: isOrder(sentence, conjunct, register, people, terms.length > 0),
    follows:
      before !== undefined &&
      conjunct.head.form !== 'governor' &&
      conjunct.head.form !== 'kazakh-future' &&
      performativeAt(sentence, conjunct.verb) !== 'always',
  };
}

function spanOf({ tokens }: Sentence, from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? tokens[from]?.end ?? 0];
}

/** A bare expression ('октябрь') is a deadline only at the edges of the clause or right at the verb. */
function usable(sentence: Sentence, conjunct: Conjunct, terms: Part['terms']): Part['terms'] {
  const firm = terms.filter(({ weak }) => !weak);
  if (firm.length > 0 || terms.length === 1) return firm.length > 0 ? firm : terms;
  const { tokens } = sentence;
  const end = tokens[conjunct.to - 1]?.end ?? 0;
  const verb = tokens[conjunct.verb];
  return terms.filter(({ span }) => {
    const atEnd = /^[\s.,;!)…]*$/.test(sentence.text.slice(span[1], end));
    const atVerb = verb !== undefined && (Math.abs(verb.start - span[1]) <= 2 || Math.abs(span[0] - verb.end) <= 2);
    return atEnd || atVerb;
  });
}

/** Where the action begins: behind the governor and the addressee in front of the verb. */
function actionStart(sentence: Sentence, conjunct: Conjunct, people: People | null, before?: Conjunct): number {
  const { tokens, span } = sentence;
  const { head, verb, from } = conjunct;
  const verbStart = tokens[verb]?.start ?? span[0];
  const first = before ? from : skipFillers(tokens, from, verb);
  const opening = tokens[first]?.start ?? 0;
  const cuts = (people?.cuts ?? []).filter(([, end]) => end <= verbStart);
  // 'Көлік мәселесін Болат шешсін', '… спорт басқармасымен бірлесіп дайындасын': behind the object nothing is cut off.
  const isKazakh = head.form === 'kazakh-command' || head.form === 'kazakh-noun';
  const front = (isKazakh ? cuts.filter((cut) => isFront(sentence, cut, opening)) : cuts).map(([, end]) => end);
  if (head.form === 'governor') {
    if (head.governor.kept) return tokens[head.at]?.start ?? verbStart;
    const governorEnd = tokens[head.at + head.governor.length - 1]?.end ?? verbStart;
    if (tokens[verb]?.folded === 'быть') return Math.max(tokens[from]?.start ?? 0, ...front);
    if (verb === head.at) return head.governor.passive ? (tokens[from]?.start ?? 0) : governorEnd;
    return withAdverb(tokens, verb, Math.max(governorEnd, ...front));
  }
  const start = Math.max(opening, ...front);
  return front.length > 0 && head.form === 'infinitive' && hasSideClause(tokens, start, verb) ? verbStart : start;
}

/** No object stands between the beginning and this cut. */
function isFront({ text, hidden }: Sentence, [start]: Span, opening: number): boolean {
  if (start <= opening) return true;
  const terms = within(hidden, [opening, start]).map(([from, to]): Span => [from - opening, to - opening]);
  const between = blank(text.slice(opening, start), terms);
  return !/\p{L}{3,}(?:[дтн][ыі]|[сі]?[ыі]н)(?!\p{L})/u.test(between);
}

/** The verb, with 'не' or one adverb in front of it. */
function withAdverb(tokens: Token[], verb: number, from: number): number {
  let at = verb;
  while (
    at > 0 &&
    (tokens[at - 1]?.start ?? 0) >= from &&
    /^(?:не|ни|[а-я]+(?:о|ски)|впредь|чаще|более|лично|вновь|дважды)$/.test(tokens[at - 1]?.folded ?? '') &&
    verb - at < 2
  )
    at -= 1;
  return tokens[at]?.start ?? from;
}

/** 'школам где топят углём составить': what stands between the addressee and the verb describes the addressee. */
function hasSideClause(tokens: Token[], from: number, verb: number): boolean {
  let first = verb;
  while (first > 0 && verb - first < 23 && (tokens[first - 1]?.start ?? 0) >= from) first -= 1;
  const between = tokens.slice(first, verb);
  return (
    between.length > 0 &&
    /^(?:,|у|всем|обеим|где|которы[ехй]|которая|имеющим|в которых|с|не)$/.test(between[0]?.folded ?? '') &&
    between.length > 2 &&
    between.length < 22 &&
    between[0]?.folded !== 'не'
  );
}

/** Words of attribution behind the action: ', подчеркнул аким', ', – деді әкім'. */
const attribution =
  /[,»”]?\s*[–—-]?\s*(?:сказал|сообщил|рассказал|пояснил|подчеркнул|отметил|заявил|добавил|указал|заключил|напомнил|потребовал|распорядил|резюмировал|обратил|деді|деп|дейді)\p{L}*(?![\p{L}])/iu;

function actionEnd(sentence: Sentence, conjunct: Conjunct, register: Register): number {
  const { tokens, text, span } = sentence;
  const { head, to, from } = conjunct;
  const end = tokens[to - 1]?.end ?? span[1];
  const start = tokens[head.at]?.end ?? tokens[from]?.end ?? 0;
  const isSaid = (head.form !== 'governor' || head.governor.weak) && (sentence.hints & hints.said) !== 0;
  const found = isSaid ? attribution.exec(text.slice(start, end)) : null;
  if (found && /^[,»”]|^\s*[–—]/.test(found[0])) return start + found.index;
  return register.plainTalk ? asideStart(sentence, conjunct, end) : end;
}

/** 'прошу', 'тапсырылсын': the governing words that stand inside the action. */
function governorCuts(sentence: Sentence, { head, from, to, verb }: Conjunct): Span[] {
  const { tokens } = sentence;
  const cuts: Span[] = slips(sentence, from, to);
  if (head.form === 'kazakh-noun' && head.governor && !head.governor.kept) {
    const [first, last] = [tokens[head.end - head.governor.length], tokens[head.end - 1]];
    if (first && last) cuts.push([first.start, last.end]);
  }
  for (let at = from; at < verb; at += 1) {
    const token = tokens[at];
    if (token && /^(?:прошу|просьба|пусть|пускай)$/.test(token.folded)) cuts.push([token.start, token.end]);
  }
  if (head.form === 'governor' && verb === head.at && head.governor.passive) {
    const token = tokens[head.at];
    if (token) cuts.push([token.start, token.end]);
  }
  return cuts;
}

function kindOf({ head }: Conjunct, register: Register): Part['kind'] {
  if (head.form === 'governor')
    return head.governor.kind === 'recommendation' && head.governor.weak && register.bare
      ? register.kind
      : head.governor.kind;
  if (head.form === 'kazakh-noun') return head.governor?.kind ?? null;
  return null;
}

function guessOf({ tokens }: Sentence, { head }: Conjunct): Span | null {
  const weak = (head.form === 'governor' && head.governor.weak) || (head.form === 'kazakh-noun' && head.governor?.weak);
  if (!weak && head.form !== 'kazakh-future' && head.form !== 'second-person') return null;
  const at = head.form === 'kazakh-noun' ? head.end - 1 : head.at;
  return [tokens[at]?.start ?? 0, tokens[at]?.end ?? 0];
}

function isOrder(
  sentence: Sentence,
  conjunct: Conjunct,
  register: Register,
  people: People | null,
  hasTerm: boolean,
): boolean {
  const { head, verb } = conjunct;
  const performative = performativeAt(sentence, verb);
  if (
    performative === 'always' ||
    (performative === 'alone' && !people && !hasTerm && !register.joint && !register.ignorePeople)
  )
    return false;
  if (isControl(sentence.tokens, verb)) return false;
  const spoken = people !== null || (hasTerm && !register.news) || register.plainTalk || register.bare;
  switch (head.form) {
    case 'infinitive':
      if (register.bare) return true;
      // In news 'Управлению ЖКХ — закончить ремонт' goes on with what was ordered before.
      return (
        people !== null &&
        startsWith(sentence, conjunct, people) &&
        (!register.news || isMarkedOff(sentence.text, [tokenStart(sentence, conjunct), 0], people))
      );
    case 'command':
      return (!register.news || register.quoted) && !isIdle(sentence, verb);
    case 'third-person':
      return (
        people !== null && hasTerm && (startsWith(sentence, conjunct, people) || isBehind(sentence, conjunct, people))
      );
    case 'second-person':
      return register.plainTalk || register.quoted;
    case 'kazakh-command':
      return (!register.news || register.quoted || people !== null) && !isIdle(sentence, verb);
    case 'kazakh-future':
      return register.plainTalk && people !== null;
    case 'kazakh-noun':
      return head.governor ? !head.governor.weak || spoken : register.bare;
    case 'governor':
      return head.governor.weak
        ? spoken && !isWe(sentence, conjunct)
        : verb !== head.at || people !== null || register.bare;
    default:
      return head satisfies never;
  }
}

function tokenStart({ tokens }: Sentence, { from }: Conjunct): number {
  return tokens[from]?.start ?? 0;
}

/** The addressee opens the clause: 'Всем школам до пятницы сдать'. */
function startsWith({ tokens }: Sentence, { from, verb }: Conjunct, people: People): boolean {
  const start = people.named[0]?.span[0] ?? -1;
  const first = tokens[skipFillers(tokens, from, verb)]?.start ?? 0;
  return start >= 0 && start - first < 60;
}

/** 'Образец скинет отдел образования': who does it stands right behind the verb. */
function isBehind({ tokens }: Sentence, { verb }: Conjunct, people: People): boolean {
  return people.named[0]?.span[0] === tokens[verb + 1]?.start;
}

const we = vocabulary('мы нам нас біз бізге я мне');

/** 'Мы должны помнить', 'нам важно': nobody is told to do anything. */
function isWe({ tokens }: Sentence, { head, from }: Conjunct): boolean {
  for (let at = Math.max(from, head.at - 4); at < Math.min(tokens.length, head.at + 3); at += 1)
    if (we.has(tokens[at]?.folded ?? '')) return true;
  return false;
}
