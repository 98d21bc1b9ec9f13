// Dictated text without punctuation: cut where an order begins ('первое', an addressee before an infinitive) or ends ('сатып алсын').
import type { Span, Token } from '../words.ts';
import { dashes, fold, isSign, vocabulary } from '../words.ts';
import { doerForm } from '../addressees/russian-forms.ts';
import { spelledNumberAt } from '../figures/number-words.ts';
import { peopleAmong } from './people.ts';
import type { Found } from './assemble.ts';
import { isThirdCommand } from './kazakh-verbs.ts';
import { ordersOf, type Order, type Register } from './orders.ts';
import { isInfinitive } from './russian-verbs.ts';
import { lookAt, type ReadContext, type Sentence } from './sentence.ts';
import { beginsAddressee } from './addressee-start.ts';
import { verblessOrder } from './verbless.ts';

const register: Register = { bare: true, plainTalk: true, news: false, quoted: false, kind: 'assignment' };

/** True for a text of some length in which hardly anything is marked. */
export function isDictation(text: string): boolean {
  const marks = text.match(/[.,;:!?](?=\s|$)/g)?.length ?? 0;
  // A word and its space are two signs at least: there cannot be thirty words for each mark.
  if (marks * 60 > text.length) return false;
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  return words >= 15 && marks * 30 < words && lines * 25 < words + 25;
}

/** The drafts of a dictated text. */
export function readDictation(text: string, context: ReadContext): Found[] {
  const orders: Order[] = [];
  for (const span of segmentsOf(text, context)) readSegment(lookAt(text, span, context), orders);
  return orders.map((order) => ({ ...order, number: null, form: null, inheritedTerm: false }));
}

function readSegment(sentence: Sentence, orders: Order[]): void {
  const { text, span, tokens, terms } = sentence;
  const words = fold(text.slice(...span));
  const last = orders.at(-1);
  if (last && /^(?:и )?(?:это|все это) (?:тоже |также |же )?/.test(words)) {
    const people =
      peopleAmong(sentence, span, 'dative') ??
      peopleAmong(sentence, [span[0] + (/^\S+\s(?:тоже\s|также\s)?/.exec(words)?.[0].length ?? 0), span[1]], 'any');
    if (people) {
      last.people = { ...people, cuts: [] };
      return;
    }
  }
  const found = ordersOf(sentence, register);
  if (found.length > 0) orders.push(...found);
  else {
    const verbless = verblessOrder(sentence, register);
    if (verbless) orders.push(verbless);
    else if (last && last.terms.length === 0 && terms.length > 0 && tokens.length < 8) last.terms = terms;
  }
}

const ordinals = [
  'первое первый первая во-первых бірінші',
  'второе второй вторая бторое екінші',
  'третье третий третья үшінші',
  'четвертое четвертый четвертая төртінші',
  'пятое пятый пятая бесінші',
  'шестое шестой шестая алтыншы',
  'седьмое седьмой жетінші',
  'восьмое восьмой сегізінші',
  'девятое девятый тоғызыншы',
  'десятое десятый оныншы',
].map(vocabulary);
const counts = vocabulary(
  'один два три четыре пять шесть семь восемь девять десять бір екі үш төрт бес алты жеті сегіз тоғыз он',
);
const breaks = vocabulary('дальше далее следующее последнее напоследок осымен келесі сосын соңғысы');
const breakPairs =
  /^(?:(?:и|а|да) (?:еще|также|потом|по|осы|и|мне)|на этом|конец (?:записи|связи)|(?:дату|число|подпись|шапку) (?:поставь|поставьте|потом)|это не|в прошлый|проконтролировать все|содан кейин|тагы (?:да|бир)|а по)$/;

/** The text cut into segments of one order each. */
function segmentsOf(text: string, context: ReadContext): Span[] {
  const { tokens, inTerm } = lookAt(text, [0, text.length], context);
  const segments: Span[] = [];
  let from = 0;
  let ordinal = 0;
  const cut = (at: number, skip = 0): void => {
    if (at > from) segments.push([tokens[from]?.start ?? 0, tokens[at - 1]?.end ?? 0]);
    from = at + skip;
  };
  tokens.forEach((token, at) => {
    if (at < from || inTerm[at]) return;
    if (isSign(token, '.;!?') && !isSign(token, dashes)) return cut(at, 1);
    if (token.kind !== 'word') return;
    const next = ordinals.findIndex((words) => words.has(token.folded));
    if (next >= 0 && (next === ordinal || (next === 0 && ordinal === 0)) && isMarker(tokens, at)) {
      ordinal = next + 1;
      return cut(at, /^(?:пункт|вопрос|маселе|тармак)$/.test(tokens[at + 1]?.folded ?? '') ? 2 : 1);
    }
    if (/^(?:пункт|вопрос|маселе)$/.test(token.folded) && counts.has(tokens[at + 1]?.folded ?? '')) {
      return cut(at, 2);
    }
    if (startsOrder(text, tokens, inTerm, at, from)) cut(at);
    if (isThirdCommand(token, endsClause(tokens, inTerm, at))) cut(at + 1);
  });
  cut(tokens.length);
  return segments;
}

const counted = vocabulary(
  'класс класса классе классы мектеп мектепке мектебі қыркүйек тоқсан тоқсанда декада полугодие квартал школа школе школы очередь раз сынып сынып аптасы онкүндігі жартыжылдық четверть',
);

/** 'первое' as a number of a point: not 'первое полугодие', 'бірінші сынып'. */
function isMarker(tokens: Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.folded ?? '', tokens[at + 1]?.folded ?? ''];
  return (
    !counted.has(after) &&
    !/^(?:мектеп|школ|класс|сынып)/.test(after) &&
    !/^(?:до|к|по|с|в|на|каждый|каждое|мая|он|жиырма|отыз|қырық|кырык|елу|алпыс|жетпис|сексен|токсан|жуз|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто|двести)$/.test(
      before,
    )
  );
}

/** A word at which a new order begins: a break, or an addressee with its verb behind it. */
function startsOrder(text: string, tokens: Token[], inTerm: Uint8Array, at: number, from: number): boolean {
  const token = tokens[at] as Token;
  if (at === from) return false;
  if (breaks.has(token.folded)) return true;
  if (breakPairs.test(`${token.folded} ${tokens[at + 1]?.folded ?? ''}`)) return true;
  if (/^(?:это)$/.test(token.folded) && /^(?:тоже|также)$/.test(tokens[at + 1]?.folded ?? '')) return true;
  const before = tokens[at - 1]?.folded ?? '';
  if (/^(?:и|мен|пен|бен|совместно|с|со|к|ко|по|в|на|о|об|для|от|у|за|при|из|до|через|перед|между|нет)$/.test(before))
    return false;
  // 'отделу строительства бакирову': the name belongs to the addressee that begins the segment.
  if (spelledNumberAt(tokens, from) === null && at < (beginsAddressee(tokens, from) ?? from)) return false;
  const end = beginsAddressee(tokens, at) ?? doerBeforeVerb(tokens, at);
  // 'кск и управляющим компаниям': the phrase began before this word.
  const isJoined = /^(?:и|мен|пен|бен)$/.test(tokens[at - 2]?.folded ?? '');
  if (end !== null && isJoined && (beginsAddressee(tokens, at - 1) ?? 0) >= end) return false;
  return end !== null && verbBehind(tokens, inTerm, end) && !isInfinitive(before);
}

/** 'финансистам заложить': several doers that no list knows, right before the verb. */
function doerBeforeVerb(tokens: Token[], at: number): number | null {
  const form = doerForm(tokens[at]?.folded ?? '');
  return form?.case === 'dat' && form.plural && isInfinitive(tokens[at + 1]?.folded ?? '') ? at + 1 : null;
}

/** An infinitive or command follows the addressee with little but a deadline between. */
function verbBehind(tokens: Token[], inTerm: Uint8Array, from: number): boolean {
  for (let at = from, seen = 0; at < tokens.length && seen < 8; at += 1) {
    if (inTerm[at]) continue;
    const word = tokens[at]?.folded ?? '';
    if (isInfinitive(word)) return true;
    seen += 1;
  }
  return false;
}

function endsClause(tokens: Token[], inTerm: Uint8Array, at: number): boolean {
  if (at + 1 >= tokens.length) return true;
  return beginsAddressee(tokens, at + 1) !== null || (inTerm[at + 1] ?? 0) === 1;
}
