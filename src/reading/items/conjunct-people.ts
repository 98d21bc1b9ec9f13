// Whom one conjunct addresses: what the addressee reader finds, and guesses from case endings where it knows nobody.
import { isSign, vocabulary, type Span, type Token } from '../words.ts';
import { kazakhDativeAt } from './addressee-start.ts';
import type { Conjunct } from './conjuncts.ts';
import { skipFillers } from './fillers.ts';
import type { Register } from './orders.ts';
import { peopleAmong, peopleIn, type People } from './people.ts';
import type { Sentence } from './sentence.ts';

/** The addressees of a conjunct; null when it names none. */
export function peopleOf(sentence: Sentence, conjunct: Conjunct, span: Span, register: Register): People | null {
  if (register.ignorePeople) return null;
  const { head } = conjunct;
  if (head.form === 'kazakh-noun' && head.governor?.active) return dativePeople(sentence, conjunct, span);
  const behind =
    peopleBehind(sentence.text, withoutLastTerm(sentence, span)) ??
    (head.form === 'third-person' ? subjectBehind(sentence, conjunct) : null);
  if (behind) return behind;
  const opening = sentence.tokens[skipFillers(sentence.tokens, conjunct.from, conjunct.verb)]?.start ?? span[0];
  const people = peopleAmong(sentence, [Math.min(opening, span[1]), span[1]], 'any');
  if (people) return isPassive(sentence, conjunct) && !isDative(people) ? null : people;
  if (head.form === 'governor') return governedPeople(sentence, conjunct);
  if (head.form === 'third-person') return subjectOf(sentence, conjunct);
  if (head.form === 'command') return beforeLet(sentence, conjunct);
  if (!register.bare || head.form !== 'infinitive') return null;
  return likelyPeople(sentence, conjunct) ?? (register.plainTalk ? peopleBeforeColon(sentence, conjunct) : null);
}

/** A phrase in the dative somewhere in the clause: 'Әкім денсаулық сақтау басқармасына … ашуды'. */
function dativeAnywhere({ text, tokens }: Sentence, { from, to }: Conjunct): People | null {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    const phrase = token.kind === 'word' ? kazakhDativeAt(tokens, at) : null;
    if (phrase) return peopleIn(text, [token.start, tokens[phrase - 1]?.end ?? token.end], 'label');
  }
  return null;
}

/** 'Все председатели до конца месяца убирают': the words in front of the verb. */
function subjectOf({ text, tokens, inTerm }: Sentence, { from, verb }: Conjunct): People | null {
  const first = skipFillers(tokens, from, verb);
  let to = first;
  while (to < verb && !inTerm[to] && tokens[to]?.kind === 'word') to += 1;
  if (to === first || to - first > 7 || (to < verb && !inTerm[to])) return null;
  return peopleIn(text, [tokens[first]?.start ?? 0, tokens[to - 1]?.end ?? 0], 'label');
}

/** 'Скорая пусть дежурит': who stands right at the beginning, in front of 'пусть'. */
function beforeLet({ text, tokens }: Sentence, { from, verb }: Conjunct): People | null {
  const first = skipFillers(tokens, from, verb);
  let to = first;
  while (
    to < verb &&
    to - first < 5 &&
    tokens[to]?.kind === 'word' &&
    !/^(?:пусть|пускай)$/.test(tokens[to]?.folded ?? '')
  )
    to += 1;
  if (to === first || !/^(?:пусть|пускай)$/.test(tokens[to]?.folded ?? '')) return null;
  return peopleIn(text, [tokens[first]?.start ?? 0, tokens[to - 1]?.end ?? 0], 'label');
}

/** 'Образец скинет отдел образования, сегодня же': a known body right behind the verb. */
function subjectBehind(sentence: Sentence, { from, verb, to }: Conjunct): People | null {
  const { text, tokens, inTerm } = sentence;
  const first = tokens[verb + 1];
  if (!first || first.kind !== 'word' || inTerm[verb + 1]) return null;
  // 'Завтра приезжает министр' is news: there is nothing that he is to do it to.
  const object = tokens[skipFillers(tokens, from, verb)];
  if (!object || object.start >= (tokens[verb]?.start ?? 0) || object.kind !== 'word' || object.text.length < 4)
    return null;
  if (inTerm.subarray(from, verb).every((bit) => bit === 1)) return null;
  let end = verb + 1;
  while (end < to && !inTerm[end] && !isSign(tokens[end], ',;:–—.')) end += 1;
  const people = peopleIn(text, [first.start, tokens[end - 1]?.end ?? first.end], 'heading');
  return people && people.named[0]?.span[0] === first.start
    ? { ...people, cuts: people.named.map(({ span }) => span) }
    : null;
}

/** 'школы, у кого не завезён уголь: сегодня же связаться': all that stands before the colon, if it begins with somebody. */
function peopleBeforeColon({ text, tokens }: Sentence, { from, verb }: Conjunct): People | null {
  const first = skipFillers(tokens, from, verb);
  let colon = first + 1;
  while (colon < verb && tokens[colon]?.text !== ':') colon += 1;
  const [start, end] = [tokens[first]?.start ?? 0, tokens[colon - 1]?.end ?? 0];
  if (colon >= verb || colon - first > 20) return null;
  const people = peopleIn(text, [start, end], 'heading');
  if (people?.named[0]?.span[0] !== start) return null;
  const whole: Span = [start, end];
  return {
    ...people,
    named: [{ words: text.slice(...whole).replace(/\s+/g, ' '), span: whole, joint: false }],
    cuts: [[start, tokens[colon]?.end ?? end]],
  };
}

/** 'іске қосылсын', 'берілсін': the nominative in front is what is done, not who does it. */
function isPassive({ tokens }: Sentence, { head, verb }: Conjunct): boolean {
  const word = tokens[verb]?.folded ?? '';
  return (
    head.form === 'kazakh-command' &&
    word.length > 7 &&
    /[^с][ыиуаео]?[лн]с[ыи]н$/.test(word) &&
    !/(?:орналс|айналс|байланыс)/.test(word)
  );
}

function isDative({ named: [first] }: People): boolean {
  return first !== undefined && /(?:[гкғқ][ае]|[нд][ае])(?:\s*\([^)]*\))?$/iu.test(first.words);
}

/** '… тапсырды': who ordered stands in the nominative, who is ordered in the dative or ablative. */
function dativePeople(sentence: Sentence, conjunct: Conjunct, span: Span): People | null {
  const people = peopleAmong(sentence, span, 'dative');
  const first = people?.named[0];
  if (!first) return dativeAnywhere(sentence, conjunct);
  if (/(?:[гкнғқ][ае]|[нтд][ае]н)(?:\s*\([^)]*\))?$/iu.test(first.words)) return people;
  const rest: Span = [first.span[1], span[1]];
  return rest[1] - rest[0] < 10 ? null : (peopleAmong(sentence, rest, 'dative') ?? peopleAmong(sentence, rest, 'any'));
}

/** '… (директора школ), ежедневно': up to the deadline that closes the clause. */
function withoutLastTerm({ text, terms }: Sentence, [start, end]: Span): Span {
  const last = terms.findLast(({ span }) => span[0] > start && span[1] <= end);
  if (!last || !/^[\s.!;]*$/.test(text.slice(last.span[1], end))) return [start, end];
  const front = text.slice(start, last.span[0]);
  return /\)[\s,–—-]*$/.test(front.slice(-8)) ? [start, start + front.replace(/[\s,–—-]+$/, '').length] : [start, end];
}

const behindPattern = /[\s,–—-]+(?:это|бұл)\s+(?:тоже\s+|также\s+|уже\s+)?((?:[^\s,.!?]+\s*){1,5})[.!]*$/u;
const bracketPattern = /\s*\(([^()\d]{3,50})\)[\s.!]*$/u;

/** '… поставить трибуны, это отделу строительства', '… охватить всех детей (Гульжан)' */
export function peopleBehind(text: string, span: Span): People | null {
  const from = Math.max(span[0], span[1] - 120);
  const tail = text.slice(from, span[1]);
  const named = /(?:это|бұл)\s/.test(tail) ? behindPattern.exec(tail) : null;
  if (named) {
    const place: Span = [from + named.index + named[0].lastIndexOf(named[1] as string), span[1]];
    const people = peopleIn(text, place, 'dative') ?? peopleIn(text, place, 'label');
    const fits = people && /(?:у|ю|ам|ям|ой|ей|е|га|ге|ка|ке|на|не|ға|қа)$/iu.test(people.named[0]?.words ?? '');
    return fits ? { ...people, cuts: [[from + named.index, span[1]]] } : null;
  }
  const bracket = /\)[\s.!]*$/.test(tail) ? bracketPattern.exec(tail) : null;
  if (!bracket) return null;
  const start = from + bracket.index + bracket[0].indexOf('(') + 1;
  const people = peopleIn(text, [start, start + (bracket[1] as string).length], 'heading');
  return people ? { ...people, cuts: [[from + bracket.index, span[1]]] } : null;
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
  if (verb === head.at && government === 'accusative' && head.at > from) {
    const last = isSign(tokens[head.at - 1], ',') ? head.at - 2 : head.at - 1;
    return peopleIn(text, [tokens[from]?.start ?? 0, tokens[last]?.end ?? 0], 'heading');
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
  if (from > 0 && !isSign(tokens[from - 1], ':;.')) return null;
  const first = skipFillers(tokens, afterColon(tokens, from, verb), verb);
  const token = tokens[first];
  if (!token || token.kind !== 'word' || token.folded.length < 4 || noDative.has(token.folded) || inTerm[first])
    return null;
  const called =
    /^(?:всем|каждому|каждой|обоим)$/.test(token.folded) ||
    (/ой$/.test(token.folded) && (first + 1 === verb || inTerm[first + 1] === 1));
  if (
    (!called && !/(?:ому|ему|[бвгджзклмнпрстфхцчшщйьаео]?[ую]|ам|ям|[бвгджзклмнпрстц]е)$/.test(token.folded)) ||
    /(?:ую|юю|аю|яю|ию|ку|жбу|оту|ету|рму|хему|азу|амму|стему|нию)$/.test(token.folded)
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

/** Behind 'По рынкам:', '«Алтын арба»:'. */
function afterColon(tokens: Token[], from: number, verb: number): number {
  for (let at = verb - 1; at > from; at -= 1) if (isSign(tokens[at], ':')) return at + 1;
  return from;
}
