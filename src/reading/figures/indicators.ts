// findIndicators: how much of the result a text wants: '33 школы', 'до 90 %', '87 млн тенге', '1 маман / 500 бала'.
import type { Indicator } from '../drafts.ts';
import { isSign, isWord, tokenise, vocabulary, type Token } from '../words.ts';
import { normAt, ratioAt, type FoundIndicator } from './norms.ts';
import { quantityAt, type Quantity } from './numbers.ts';
import { isSpelledNumber } from './number-words.ts';
import { unitAt, type Unit } from './units.ts';

export { wantedNumber } from './norms.ts';

const numbered =
  /^(?:номер\p{L}*|школ\p{L}*|гимнази\p{L}*|лице\p{L}*|сад|сада|садик\p{L}*|детсад\p{L}*|пункт\p{L}{0,3}|подпункт\p{L}*|стать\p{L}*|протокол\p{L}*|приказ\p{L}*|форм[аеыу]|приложени\p{L}*|раздел\p{L}{0,2}|глав[аыеу]|част[ьи]|таблиц\p{L}*|п|пп|ст|кабинет|корпус\p{L}{0,2}|дом|дома|квартир\p{L}*|вариант|статус|индекс|телефон\p{L}*|тел|код|мектеп|шифр|объект|участок|мкр|микрорайон\p{L}*|квартал|неделя|тармак\p{L}*|сынып|класс|казахстан|строк\p{L}*|лот)$/u;
const capacities =
  /^(?:школ|сад|детсад|детский|лагер|объект|корпус|зал|общежити|интернат|здани|пристройк|комплекс|стадион|бассейн|столов|колледж|центр|площадк|мектеп)\p{L}*$/u;
const capacityUnits = /^(?:мест|посадочн|ученическ|человек|койк|койко|воспитанник|учащихс|учеников|детей|зрител)/;
const exceeding = vocabulary('свыше более больше старше младше моложе менее меньше');
const negations = vocabulary('не');
const causes = vocabulary('почему неге причинам причины причинах фактам факту фактов себебін себебі');
const kazakhLetters = /[әғқңөұүһі]/gi;
const articles = new Set([0, 1]);
const from = vocabulary('с со от');

/** The figures of a task's text, left to right; dates, terms, numbers of schools and papers, ages, conditions and facts are left out. */
export function findIndicators(text: string): Indicator[] {
  const tokens = tokenise(text);
  const first = tokens.findIndex(mayBeginFigure);
  if (first < 0) return [];
  const kazakh = (text.match(kazakhLetters)?.length ?? 0) * 20 > text.length;
  const cause = tokens.findIndex((token) => isWord(token, causes));
  const found: Indicator[] = [];
  for (let at = first; at < tokens.length && (cause < 0 || at <= cause);) {
    const figure = mayBeginFigure(tokens[at] as Token) ? figureAt(text, tokens, at, kazakh) : null;
    if (figure?.indicator) found.push(figure.indicator);
    at = figure?.to ?? at + 1;
  }
  return found;
}

/** Most tokens begin no number. */
function mayBeginFigure(token: Token): boolean {
  return token.kind === 'number' || isSpelledNumber(token);
}

// 'двадцать первой школе', 'жиырма бірінші'
const ordinal =
  /^(?:(?:перв|втор|четверт|пят|шест|седьм|восьм|девят|десят)(?:ый|ой|ая|ого|ому|ую|ом|ые|ых|ым|ое)|трет(?:ий|ья|ьей|ье|ьего|ьему|ью|ьи)|\p{L}+(?:инши|ыншы|нши|ншы))$/u;

type Figure = { indicator: Indicator | null; to: number };

/** The figure at this token; without an indicator when its number says something else. */
function figureAt(text: string, tokens: Token[], at: number, kazakh: boolean): Figure | null {
  const quantity = quantityAt(text, tokens, at);
  if (!quantity) return null;
  if (quantity.spelled && ordinal.test(tokens[quantity.to]?.folded ?? ''))
    return { indicator: null, to: quantity.to + 1 };
  if (isNumber(tokens, quantity)) return { indicator: null, to: quantity.to };
  const ratio = ratioAt(text, tokens, quantity, kazakh);
  if (ratio) return ratio;
  const target = laterEnd(text, tokens, quantity, kazakh);
  if (target) return target;
  const unit = unitAt(text, tokens, quantity.to, kazakh);
  if (!unit || isCapacity(tokens, quantity, unit) || isCondition(tokens, quantity))
    return { indicator: null, to: quantity.to };
  const norm: FoundIndicator | null = normAt(text, tokens, quantity, unit, kazakh);
  if (norm) return norm;
  // 'один', 'бір' are articles, unless digits were written.
  if (quantity.spelled && articles.has(quantity.value)) return { indicator: null, to: quantity.to };
  return { indicator: { value: quantity.value, unit: unit.words }, to: quantity.to };
}

/** '№ 12', 'школе 8', 'пункт 3', 'п. 3' */
function isNumber(tokens: Token[], { from: at, spelled }: Quantity): boolean {
  const before = tokens[at - 1];
  if (isSign(before, '№#')) return true;
  const word = isSign(before, '.') ? tokens[at - 2] : before;
  if (isSign(before, '.') && word && word.text.length > 3) return false;
  // 'школы 12 мая' has its own unit; a bare number behind 'школа' is its number.
  return (
    word?.kind === 'word' && numbered.test(word.folded) && (!spelled || /^(?:школ|номер|мектеп)/.test(word.folded))
  );
}

/** 'с 40 до 60 %', '40-тан 60 пайызға дейін', '10–12 семинаров': only the later number is the target. */
function laterEnd(text: string, tokens: Token[], quantity: Quantity, kazakh: boolean): Figure | null {
  const at = quantity.to;
  const unit = unitAt(text, tokens, at, kazakh);
  const behind = unit?.to ?? at;
  const rises = isWord(tokens[quantity.from - 1], from) && [at, behind].some((place) => tokens[place]?.folded === 'до');
  const falls = /(?:[дтн][ае]н)$/.test(quantity.ending) || /(?:[дтн][ае]н)$/.test(tokens[behind - 1]?.folded ?? '');
  const next = quantityAt(text, tokens, behind);
  const range = isSign(tokens[at], '-–—') && quantityAt(text, tokens, at + 1) !== null;
  if (rises) return { indicator: null, to: tokens[at]?.folded === 'до' ? at : behind };
  if (falls && next && kazakh) return { indicator: null, to: behind };
  return range ? { indicator: null, to: at + 1 } : null;
}

/** 'школа на 900 мест': how big it is, not how much is wanted. */
function isCapacity(tokens: Token[], { from: at }: Quantity, unit: Unit): boolean {
  if (
    tokens[at - 1]?.folded !== 'на' ||
    (!capacityUnits.test(tokens[unit.to - 1]?.folded ?? '') && !capacityUnits.test(tokens[unit.from]?.folded ?? ''))
  )
    return false;
  return [2, 3, 4].some((step) => capacities.test(tokens[at - step]?.folded ?? ''));
}

/** 'с контингентом свыше 1000 детей', 'старше 60': a condition of selection. */
function isCondition(tokens: Token[], { from: at }: Quantity): boolean {
  const before = tokens[at - 1];
  if (!isWord(before, exceeding) || isWord(tokens[at - 2], negations)) return false;
  if (/^(?:старше|младше|моложе)$/.test(before?.folded ?? '')) return true;
  return (
    /(?:ом|ем|ью|ой|ей)$/.test(tokens[at - 2]?.folded ?? '') ||
    tokens.slice(Math.max(0, at - 5), at).some(({ folded }) => folded === 'с' || folded === 'где' || folded === 'со')
  );
}
