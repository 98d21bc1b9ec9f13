// Norms: so many of one for so many of another ('1 единица на 300 учащихся', '500 балаға 1 маман есебінен', 'по 2 сотрудника на школу').
import type { Indicator } from '../drafts.ts';
import { fold, isSign, isWord, vocabulary, type Token } from '../words.ts';
import { quantityAt, type Quantity } from './numbers.ts';
import { unitAt, type Unit } from './units.ts';

export type FoundIndicator = { indicator: Indicator; from: number; to: number };

const each = vocabulary('каждые каждую каждый каждого каждое каждой каждом одну один одного одно одной');
const kazakhEach = vocabulary('әр әрбір бір');
const rates = vocabulary('есебінен есебімен нормасымен нормасы мөлшерінде келетіндей қатынасында');
const ratios = vocabulary('расчёта соотношении пропорции норме');
const dative = /(?:г[ае]|к[ае]|н[ае])$/;
const ablative = /(?:[дтн][ае]н)$/;
const terms =
  /^(?:год|месяц|недел|день|дня|час|смен|период|срок|сумм|баз|основ|тем|участ|безвозмезд|случа|постоян|протяжен)/;
const farthest = 5;
const buildings =
  /^(?:школ|сад|детсад|детск|лагер|объект|корпус|зал|общежити|интернат|здани|пристро|комплекс|стадион|колледж|центр|площадк)/;
const places = /^(?:мест|посадочн|ученическ|человек|койк|койко|воспитанник|учащ|ученик|дет|зрител)/;

/** The norm that a quantity with its unit begins or ends; null when it is an ordinary figure. */
export function normAt(
  text: string,
  tokens: Token[],
  quantity: Quantity,
  unit: Unit,
  kazakh: boolean,
): FoundIndicator | null {
  return (
    behindOn(text, tokens, quantity, unit, kazakh) ??
    forEach(text, tokens, quantity, unit, kazakh) ??
    baseFirst(text, tokens, quantity, unit, kazakh) ??
    kazakhBaseFirst(text, tokens, quantity, unit)
  );
}

/** '1 специалист на (каждые) 5 тыс. детей', 'по 2 сотрудника на школу' */
function behindOn(
  text: string,
  tokens: Token[],
  quantity: Quantity,
  unit: Unit,
  kazakh: boolean,
): FoundIndicator | null {
  if (tokens[unit.to]?.folded !== 'на') return null;
  const many = isWord(tokens[unit.to + 1], each);
  const start = unit.to + (many ? 2 : 1);
  const base = quantityAt(text, tokens, start);
  const counted = base && unitAt(text, tokens, base.to, kazakh);
  if (base && counted) {
    const rate = /^(?:расчета|норме|нормы|соотношении|норматива|нормативу)$/.test(
      tokens[quantity.from - 1]?.folded ?? '',
    );
    const isSize = buildings.test(fold(unit.words)) && places.test(fold(counted.words));
    if (!rate && !many && !isDistributive(tokens, quantity) && (isSize || base.value <= quantity.value)) return null;
    return found(quantity, unit, base.value, counted.words, counted.to);
  }
  if (!many && !isDistributive(tokens, quantity)) return null;
  const single = unitAt(text, tokens, start, kazakh);
  if (!single || terms.test(fold(single.words))) return null;
  return found(quantity, unit, 1, single.words, single.to);
}

/** 'по 2 психолога в каждой школе', 'в каждую школу' */
function forEach(
  text: string,
  tokens: Token[],
  quantity: Quantity,
  unit: Unit,
  kazakh: boolean,
): FoundIndicator | null {
  if (
    !isDistributive(tokens, quantity) ||
    !/^(?:в|во|от|с|из)$/.test(tokens[unit.to]?.folded ?? '') ||
    !isWord(tokens[unit.to + 1], each)
  )
    return null;
  const single = unitAt(text, tokens, unit.to + 2, kazakh);
  return single && found(quantity, unit, 1, single.words, single.to);
}

function isDistributive(tokens: Token[], { from }: Quantity): boolean {
  return tokens[from - 1]?.folded === 'по';
}

/** 'на каждые 300 учащихся – не менее 1 психолога' */
function baseFirst(text: string, tokens: Token[], base: Quantity, unit: Unit, kazakh: boolean): FoundIndicator | null {
  if (!isWord(tokens[base.from - 1], each) || tokens[base.from - 2]?.folded !== 'на') return null;
  let at = unit.to;
  while (
    at < unit.to + farthest &&
    !quantityAt(text, tokens, at) &&
    (tokens[at]?.kind === 'word' || isSign(tokens[at], ',–—-'))
  )
    at += 1;
  const counted = quantityAt(text, tokens, at);
  const what = counted && unitAt(text, tokens, counted.to, kazakh);
  return what && { ...found(counted, what, base.value, unit.words, what.to), from: base.from };
}

/** '500 балаға 1 маман есебінен', '500 балаға 1 маманнан'; 'әр мектепке 2 қызметкерден' is read from its figure. */
function kazakhBaseFirst(text: string, tokens: Token[], base: Quantity, unit: Unit): FoundIndicator | null {
  const next = quantityAt(text, tokens, unit.to);
  const what = next && dative.test(fold(unit.words)) ? unitAt(text, tokens, next.to, true) : null;
  if (next && what && (isWord(tokens[what.to], rates) || ablative.test(fold(what.words))))
    return {
      ...found(
        next,
        { ...what, words: withoutCase(what.words, ablative, isWord(tokens[what.to], rates)) },
        base.value,
        bareBase(unit.words),
        what.to,
      ),
      from: base.from,
    };
  const [before, single] = [tokens[base.from - 2], tokens[base.from - 1]];
  if (!isWord(before, kazakhEach) || !single || !dative.test(single.folded)) return null;
  if (!isWord(tokens[unit.to], rates) && !ablative.test(fold(unit.words))) return null;
  const bare = withoutCase(unit.words, ablative, isWord(tokens[unit.to], rates));
  return found(base, { ...unit, words: bare }, 1, bareBase(single.text), unit.to);
}

function withoutCase(words: string, ending: RegExp, keep: boolean): string {
  return keep ? words : words.slice(0, words.length - (ending.exec(fold(words))?.[0].length ?? 0));
}

function bareBase(words: string): string {
  return words.replace(/(?:ға|ге|қа|ке|на|не|га|ка)$/iu, '');
}

function found(quantity: Quantity, unit: Unit, base: number, baseUnit: string, to: number): FoundIndicator {
  const { value } = quantity;
  return { indicator: { value, unit: unit.words, norm: `${value}/${base} ${baseUnit}` }, from: quantity.from, to };
}

/** 'специалистов из расчёта 1 к 5 тыс. детей', 'в соотношении 1:25': what is counted stands in front. */
export function ratioAt(text: string, tokens: Token[], quantity: Quantity, kazakh: boolean): FoundIndicator | null {
  if (!/^(?:к|ко)$/.test(tokens[quantity.to]?.folded ?? '')) return null;
  const base = quantityAt(text, tokens, quantity.to + 1);
  const unit = base && unitAt(text, tokens, base.to, kazakh);
  if (!base || !unit) return null;
  const phrase = isWord(tokens[quantity.from - 1], ratios) ? quantity.from - 3 : quantity.from - 1;
  const counted = tokens[phrase]?.kind === 'word' ? (tokens[phrase]?.text ?? '') : '';
  return found(quantity, { words: counted, from: quantity.from, to: unit.to }, base.value, unit.words, unit.to);
}

/** How many are wanted for a base of so many, rounded up; null when the norm cannot be read or has a base of zero. */
export function wantedNumber(norm: string, base: number): number | null {
  const parts = /^\s*(\d+(?:[.,]\d+)?)\s*\/\s*(\d+(?:[.,]\d+)?)/.exec(norm);
  if (!parts || !Number.isFinite(base) || base < 0) return null;
  const [value, per] = [parts[1], parts[2]].map((part) => Number((part ?? '').replace(',', '.')));
  if (value === undefined || per === undefined || per === 0) return null;
  // A hair is taken off so that 0.1 + 0.2 does not ask for one more.
  return Math.max(0, Math.ceil((base * value) / per - 1e-9));
}
