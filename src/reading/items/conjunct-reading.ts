// One conjunct read: whom it addresses, until when, with what force, and which words are the action.
import { isSign, vocabulary, type Span, type Token } from '../words.ts';
import type { Conjunct } from './conjuncts.ts';
import type { Part, Register } from './orders.ts';
import { peopleIn, type People } from './people.ts';
import { isPast, isThirdPerson } from './russian-verbs.ts';
import { performativeAt, isControl } from './performatives.ts';
import { termsIn, type Sentence } from './sentence.ts';

/** Reads a conjunct; `before` is the one in front of it in the same sentence. */
export function readConjunct(sentence: Sentence, conjunct: Conjunct, register: Register, before?: Conjunct): Part {
  const span = spanOf(sentence, conjunct.from, conjunct.to);
  const terms = usable(sentence, conjunct, termsIn(sentence, conjunct.from, conjunct.to));
  const people = underHeading(peopleOf(sentence, conjunct, span, register), register);
  const start = actionStart(sentence, conjunct, people, before);
  const cuts = [
    ...terms.map((term) => term.span),
    ...sentence.holes,
    ...(people?.cuts ?? []),
    ...governorCuts(sentence, conjunct),
  ];
  return {
    span,
    action: [Math.max(start, span[0]), actionEnd(sentence, conjunct, register)],
    cuts,
    people,
    terms,
    kind: kindOf(conjunct, register),
    guessedForce: guessOf(sentence, conjunct),
    isOrder: isOrder(sentence, conjunct, register, people, terms.length > 0),
    follows:
      before !== undefined && conjunct.head.form !== 'governor' && performativeAt(sentence, conjunct.verb) !== 'always',
  };
}

/** Under a heading that names the responsible only co-executors are added. */
function underHeading(people: People | null, register: Register): People | null {
  return register.joint ? null : people;
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

function peopleOf(sentence: Sentence, conjunct: Conjunct, span: Span, register: Register): People | null {
  if (register.ignorePeople) return null;
  const { head } = conjunct;
  if (head.form === 'kazakh-noun' && head.governor?.active) return dativePeople(sentence, span);
  const behind = peopleBehind(sentence, span);
  if (behind) return behind;
  const people = peopleIn(sentence.text, span, 'any', sentence.hidden);
  if (people) return people;
  if (head.form === 'governor') return governedPeople(sentence, conjunct);
  return register.bare && head.form === 'infinitive' ? likelyPeople(sentence, conjunct) : null;
}

/** '… тапсырды': who ordered stands in the nominative, who is ordered in the dative or ablative. */
function dativePeople(sentence: Sentence, span: Span): People | null {
  const people = peopleIn(sentence.text, span, 'dative', sentence.hidden);
  const first = people?.named[0];
  if (!first || /(?:[гкнғқ][ае]|[нтд][ае]н)(?:\s*\([^)]*\))?$/iu.test(first.words)) return people;
  const rest: Span = [first.span[1], span[1]];
  return rest[1] - rest[0] < 10
    ? null
    : (peopleIn(sentence.text, rest, 'dative', sentence.hidden) ??
        peopleIn(sentence.text, rest, 'any', sentence.hidden));
}

const behindPattern = /[\s,–—-]+(?:это|бұл)\s+(?:тоже\s+|также\s+|уже\s+)?((?:[^\s,.!?]+\s*){1,5})[.!]*$/u;

/** '… поставить трибуны, это отделу строительства' */
function peopleBehind({ text }: Sentence, span: Span): People | null {
  const tail = text.slice(Math.max(span[0], span[1] - 120), span[1]);
  const match = /(?:это|бұл)\s/.test(tail) ? behindPattern.exec(tail) : null;
  if (!match) return null;
  const start = Math.max(span[0], span[1] - 120) + match.index;
  const people =
    peopleIn(text, [span[1] - (match[0].length - match[0].indexOf(match[1] as string)), span[1]], 'dative') ??
    peopleIn(text, [span[1] - (match[0].length - match[0].indexOf(match[1] as string)), span[1]], 'label');
  return people && /(?:у|ю|ам|ям|ой|ей|е|га|ге|ка|ке|на|не)$/iu.test(people.named[0]?.words ?? '')
    ? { ...people, cuts: [[start, span[1]]] }
    : null;
}

/** Unknown people in the case their governor asks for: 'призвав педагогов подойти', 'заместители акимов обязались'. */
function governedPeople({ text, tokens, inTerm }: Sentence, { head, verb, from }: Conjunct): People | null {
  if (head.form !== 'governor') return null;
  const { government, weak } = head.governor;
  if (government === 'nominative' && !weak) {
    let first = head.at;
    while (first > from && tokens[first - 1]?.kind === 'word' && !inTerm[first - 1] && head.at - first < 7) first -= 1;
    const span: Span = [tokens[first]?.start ?? 0, tokens[head.at - 1]?.end ?? 0];
    return span[1] > span[0] ? peopleIn(text, span, 'label') : null;
  }
  const plural = government === 'accusative' ? /(?:ов|ев|ей)$/ : /(?:ам|ям)$/;
  const single = government === 'accusative' ? /$^/ : /(?:[бвгджзклмнпрстцш]у|ю|ому|ему)$/;
  if (weak || !['accusative', 'dative'].includes(government) || verb === head.at) return null;
  let at = head.at + head.governor.length;
  const first = tokens[at];
  if (
    !first ||
    first.kind !== 'word' ||
    inTerm[at] ||
    first.folded.length < 5 ||
    !(plural.test(first.folded) || single.test(first.folded))
  )
    return null;
  while (at < verb && tokens[at]?.kind === 'word' && !inTerm[at] && !/(?:о|ски)$/.test(tokens[at]?.folded ?? ''))
    at += 1;
  const span: Span = [first.start, tokens[at - 1]?.end ?? first.end];
  const fanOut = plural.test(first.folded) ? 'other' : null;
  return {
    named: [{ words: text.slice(...span).replace(/\s+/g, ' '), span, joint: false }],
    fanOut,
    cuts: [span],
    inherited: false,
    guessed: true,
  };
}

const noDative = vocabulary(
  'по к ко также итогам завтра сегодня срочно лично дополнительно ежедневно дважды всего кроме поэтому потому этому почему тому всему нашу свою всю школу работу сразу одну',
);

/** An unknown doer in the dative right at the beginning: 'газсервису подвести трубу', 'казначею Перовой С. – публиковать'. */
function likelyPeople({ text, tokens, inTerm }: Sentence, { from, verb }: Conjunct): People | null {
  const first = skipFillers(tokens, from, verb);
  const token = tokens[first];
  if (!token || token.kind !== 'word' || token.folded.length < 4 || noDative.has(token.folded) || inTerm[first])
    return null;
  if (
    !/(?:ому|ему|[бвгджзклмнпрстфхцчшщйьаео]?[ую]|ам|ям|[бвгджзклмнпрстц]е)$/.test(token.folded) ||
    /(?:ую|юю|аю|яю)$/.test(token.folded)
  )
    return null;
  let to = first;
  while (to < verb && !inTerm[to] && !isSign(tokens[to], ',;:–—') && to - first < 9) to += 1;
  if (to === first || (to < verb && !inTerm[to] && !isSign(tokens[to], '–—:,'))) return null;
  const span: Span = [token.start, tokens[to - 1]?.end ?? token.end];
  const plural = /(?:ам|ям)$/.test(token.folded);
  return {
    named: [{ words: text.slice(...span).replace(/\s+/g, ' '), span, joint: false }],
    fanOut: plural ? 'other' : null,
    cuts: [span],
    inherited: false,
    guessed: true,
  };
}

/** Where the action begins: behind the governor and the addressee in front of the verb. */
function actionStart({ tokens, span }: Sentence, conjunct: Conjunct, people: People | null, before?: Conjunct): number {
  const { head, verb, from } = conjunct;
  const verbStart = tokens[verb]?.start ?? span[0];
  const front = (people?.cuts ?? []).filter(([, end]) => end <= verbStart).map(([, end]) => end);
  if (head.form === 'governor') {
    if (head.governor.kept) return tokens[head.at]?.start ?? verbStart;
    const governorEnd = tokens[head.at + head.governor.length - 1]?.end ?? verbStart;
    if (verb === head.at) return head.governor.passive ? (tokens[from]?.start ?? 0) : governorEnd;
    return withAdverb(tokens, verb, Math.max(governorEnd, ...front));
  }
  const first = before ? from : skipFillers(tokens, from, verb);
  const start = Math.max(tokens[first]?.start ?? 0, ...front);
  return front.length > 0 && head.form === 'infinitive' && hasSideClause(tokens, start, verb) ? verbStart : start;
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
  const between = tokens.filter((token, at) => at < verb && token.start >= from);
  return (
    between.length > 0 &&
    /^(?:,|где|которы[ехй]|которая|имеющим|в которых|с|не)$/.test(between[0]?.folded ?? '') &&
    between.length > 2 &&
    between.length < 14 &&
    between[0]?.folded !== 'не'
  );
}

const fillers = vocabulary(`
  также так кроме того этого наряду с этим частности при этом и а но еще ну значит вот далее дальше затем потом первое второе третье четвертое пятое шестое седьмое восьмое
  во-первых прошу просьба пожалуйста итак тогда сразу теперь сондай ақ сонымен қатар бұдан бөлек басқа және ал енді жарайды тағы содан кейін осыған байланысты одан әрі бірінші екінші үшінші төртінші бесінші алтыншы
  да пункт вопрос тармақ теперь кстати ещё
  поэтому соответственно другое коллеги әріптестер другой стороны первых вторых третьих в связи
`);

function skipFillers(tokens: Sentence['tokens'], from: number, to: number): number {
  let at = from;
  let start = from;
  while (at < to) {
    const token = tokens[at];
    if (!token || (token.kind === 'word' && !fillers.has(token.folded)) || token.kind === 'number') break;
    at += 1;
    // 'в', 'с', 'и' alone belong to what follows.
    if (token.kind === 'sign' || !/^[свкпи]?[ово]?$/.test(token.folded)) start = at;
  }
  return start;
}

/** Words of attribution behind the action: ', подчеркнул аким', ', – деді әкім'. */
const attribution =
  /[,»”]?\s*[–—-]?\s*(?:сказал|подчеркнул|отметил|заявил|добавил|указал|заключил|напомнил|потребовал|распорядил|резюмировал|обратил|деді|деп|дейді)\p{L}*(?![\p{L}])/iu;

function actionEnd(sentence: Sentence, conjunct: Conjunct, register: Register): number {
  const { tokens, text, span } = sentence;
  const { head, to, from } = conjunct;
  const end = tokens[to - 1]?.end ?? span[1];
  const start = tokens[head.at]?.end ?? tokens[from]?.end ?? 0;
  const found = head.form === 'governor' ? null : attribution.exec(text.slice(start, end));
  if (found && /^[,»”]|^\s*[–—]/.test(found[0])) return start + found.index;
  return register.plainTalk ? asideStart(sentence, conjunct, end) : end;
}

/** ', деньги есть', ', иначе взыщем', ', раньше заявки не принимают': a remark behind the order, with a verb of its own. */
function asideStart({ tokens, depth, inTerm }: Sentence, { verb, to }: Conjunct, end: number): number {
  for (let at = verb + 1; at < to; at += 1) {
    const opens = isSign(tokens[at], ',–—') || (inTerm[at - 1] === 1 && inTerm[at] === 0);
    if (depth[at] || !opens) continue;
    const rest = tokens.slice(at, to);
    if (/^(?:котор|где|чтобы|почему|как|если|что|и|а)/.test(rest.find(({ kind }) => kind === 'word')?.folded ?? ''))
      return end;
    const remark = rest.some(
      (token, index) => token.kind === 'word' && inTerm[at + index] === 0 && isRemarkVerb(token.folded),
    );
    if (remark) return tokens[at - 1]?.end ?? end;
  }
  return end;
}

function isRemarkVerb(word: string): boolean {
  return (
    isThirdPerson(word) ||
    /(?:[аеиыуя]ли|[аи]лся|[аи]лась|[аи]лись)$/.test(word) ||
    /^(?:есть|нет|иначе|раньше|барлыгы|всего|сам|сама|буду|будем|хватит|подпишу|проверю|сделаю|приеду)$/.test(word) ||
    /^[а-я]{4,}(?:емся|имся|ем|им)$/.test(word)
  );
}

/** 'запишите', 'держите', 'смотрите': said to the typist or to draw attention. */
function isIdle({ tokens }: Sentence, verb: number): boolean {
  const word = tokens[verb]?.folded ?? '';
  if (
    /^(?:запиши|запишите|записывай|записывайте|пиши|пишите|слушай|слушайте|смотрите|держите|давай|давайте|погоди|подожди|подождите|извините|простите|помните|бойтесь|знайте|читай|читайте|дождитесь|поделитесь|подписывайтесь|подпишитесь|следите|звоните|обращайтесь)$/.test(
      word,
    )
  )
    return true;
  return tokens.some(({ folded }) => /^(?:запят|абзац|кавычк)/.test(folded));
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
    if (token && /^(?:прошу|просьба)$/.test(token.folded)) cuts.push([token.start, token.end]);
  }
  if (head.form === 'governor' && verb === head.at && head.governor.passive) {
    const token = tokens[head.at];
    if (token) cuts.push([token.start, token.end]);
  }
  return cuts;
}

/** 'восемь нет не восемь а двенадцать', 'восемь, нет, двенадцать': what the speaker took back. */
function slips({ tokens, inTerm }: Sentence, from: number, to: number): Span[] {
  const cuts: Span[] = [];
  for (let at = from + 1; at < to - 1; at += 1) {
    if (tokens[at]?.folded !== 'нет' || inTerm[at]) continue;
    const wrong = tokens[at - 1]?.kind === 'sign' ? at - 2 : at - 1;
    const next = tokens[at + 1]?.kind === 'sign' ? at + 2 : at + 1;
    const denied = tokens[next]?.folded === 'не' && tokens[next + 1]?.folded === tokens[wrong]?.folded;
    if (!denied && wrong !== at - 2) continue;
    let end = denied ? next + 2 : next;
    while (tokens[end]?.kind === 'sign' || tokens[end]?.folded === 'а') end += 1;
    const [first, last] = [tokens[wrong], tokens[end - 1]];
    if (first && last && wrong >= from && end < to) cuts.push([first.start, last.end]);
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
  if (performative === 'always' || (performative === 'alone' && !people && !hasTerm && !register.joint)) return false;
  if (isControl(sentence.tokens, verb)) return false;
  const spoken = people !== null || (hasTerm && !register.news) || register.plainTalk || register.bare;
  switch (head.form) {
    case 'infinitive':
      return register.bare || (people !== null && !register.news && startsWith(sentence, conjunct, people));
    case 'command':
      return (!register.news || register.quoted) && !isIdle(sentence, verb);
    case 'third-person':
      return people !== null && hasTerm && startsWith(sentence, conjunct, people);
    case 'second-person':
      return register.plainTalk || register.quoted;
    case 'kazakh-command':
      return !register.news || register.quoted || people !== null;
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

/** The addressee opens the clause: 'Всем школам до пятницы сдать'. */
function startsWith({ tokens }: Sentence, { from, verb }: Conjunct, people: People): boolean {
  const start = people.named[0]?.span[0] ?? -1;
  const first = tokens[skipFillers(tokens, from, verb)]?.start ?? 0;
  return start >= 0 && start - first < 60;
}

const we = vocabulary('мы нам нас біз бізге я мне');

/** 'Мы должны помнить', 'нам важно': nobody is told to do anything. */
function isWe({ tokens }: Sentence, { head, from }: Conjunct): boolean {
  for (let at = Math.max(from, head.at - 4); at < Math.min(tokens.length, head.at + 3); at += 1)
    if (we.has(tokens[at]?.folded ?? '')) return true;
  return false;
}

/** What is left of a stretch when others are cut out of it. */
export function without([start, end]: Span, cuts: Span[]): Span[] {
  const left: Span[] = [];
  let from = start;
  for (const [first, last] of [...cuts].sort((a, b) => a[0] - b[0])) {
    if (last <= from || first >= end) continue;
    if (first > from) left.push([from, first]);
    from = Math.max(from, last);
  }
  if (from < end) left.push([from, end]);
  return left;
}
