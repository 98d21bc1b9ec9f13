// The rules of times of day: '18:00', '9 утра', '17 часов', 'шестнадцати ноль ноль', 'обеда', 'сағат 18:00-ге'.
import { isClock, type Clock } from '../../time.ts';
import { isInfinitive, isPluralImperative } from '../items/russian-verbs.ts';
import { caseOfEnding, type KazakhCase } from './kazakh-endings.ts';
import { hasRole, isGlued, isSignAt, wordAt, type Core, type Line, type Rule } from './line.ts';
import { numeralAt } from './numerals.ts';

const morning = new Set(['утра', 'am']);
const afternoon = new Set(['вечера', 'дня', 'pm']);

/** '18:00', '18.00', '18-00', '17 часов', '9 утра', '6 pm', '18:00-ге'. */
export const digitClock: Rule = (line, at) => {
  const token = line.tokens[at];
  if (token?.kind !== 'number') return null;
  const parts = /^(\d{1,2})([:.])(\d{2})$/.exec(token.text);
  if (parts) {
    const minutes = Number(parts[3]);
    // '18.00' is a time, '18.12' may be a day.
    if (parts[2] === '.' && minutes >= 1 && minutes <= 12) return null;
    const half = halfOfDay(line, at + 1);
    const to = half !== null || line.words[at + 1]?.unit === 'hour' ? at + 2 : at + 1;
    return clockCore(line, to, shifted(Number(parts[1]), half), minutes, parts[2] === '.');
  }
  const dashed = isSignAt(line, at + 1, '-–') && isGlued(line, at) && line.tokens[at + 2]?.text === '00';
  if (dashed && /^\d{1,2}$/.test(token.text)) return clockCore(line, at + 3, Number(token.text), 0, true);
  return hourClock(line, at);
};

/** '9 утра', '17 часов', 'пяти вечера', 'шестнадцати ноль ноль', 'сағат тоғызға', 'таңғы сағат 9-ға'. */
export const hourClock: Rule = (line, at) => {
  const opened = kazakhClock(line, at);
  const number = numeralAt(line, opened?.to ?? at);
  if (!number || number.ordinal || number.value > 24 || !Number.isInteger(number.value)) {
    return opened && opened.to > at ? digitsAfterClock(line, opened) : null;
  }
  const found = number.case ? { case: number.case } : {};
  if (opened)
    return {
      ...clockCore(line, number.to, shifted(number.value, opened.half), 0, true, opened.half === null),
      ...found,
    } as Core;
  const zeros = spelledMinutes(line, number.to);
  if (zeros !== null) return clockCore(line, zeros.to, number.value, zeros.minutes, true);
  const half = halfOfDay(line, number.to);
  if (half !== null) return clockCore(line, number.to + 1, shifted(number.value, half), 0, true);
  if (line.words[number.to]?.unit !== 'hour' || line.words[number.to]?.language === 'kk') return null;
  const later = halfOfDay(line, number.to + 1);
  return clockCore(
    line,
    later === null ? number.to + 1 : number.to + 2,
    shifted(number.value, later),
    0,
    true,
    later === null,
  );
};

type Opened = { to: number; half: number | null };

/** 'сағат', 'таңғы сағат', 'кешкі'. */
function kazakhClock(line: Line, at: number): Opened | null {
  const word = wordAt(line, at);
  const half = /^тан(?:гы|ертенги)$/.test(word) ? 0 : /^(?:кешки|тустен)$/.test(word) ? 12 : null;
  const place =
    half === null ? at : wordAt(line, at + 1) === 'кейин' || wordAt(line, at + 1) === 'кейинги' ? at + 2 : at + 1;
  if (wordAt(line, place) === 'сагат') return { to: place + 1, half };
  return half !== null && numeralOrClock(line, place) ? { to: place, half } : null;
}

function numeralOrClock(line: Line, at: number): boolean {
  return line.tokens[at]?.kind === 'number' || (line.words[at]?.number ?? 99) <= 12;
}

/** 'до 5', '12-ге дейін': an hour only beside a day. */
export const bareHour: Rule = (line, at) => {
  const number = numeralAt(line, at);
  if (!number || number.ordinal || number.value < 1 || number.value > 24 || !Number.isInteger(number.value))
    return null;
  const next = line.tokens[number.to];
  const role = line.words[number.to]?.role;
  const isFollowed = next?.kind === 'word' && !['until-after', 'no-later'].includes(role ?? '') && !isDone(next.folded);
  if (next?.kind === 'number' || isFollowed) return null;
  if (isSignAt(line, number.to, '%-–—/.:') && line.tokens[number.to + 1]?.kind === 'number') return null;
  if (isSignAt(line, number.to, '%')) return null;
  const core = clockCore(line, number.to, number.value, 0, true, true);
  if (core?.value.kind !== 'clock') return null;
  return { ...core, value: { ...core.value, bare: true }, ...(number.case ? { case: number.case } : {}) };
};

/** 'завтра до 10 отпишитесь': a verb behind the number counts nothing. */
export function isDone(word: string): boolean {
  return isInfinitive(word) || isPluralImperative(word, undefined);
}

function digitsAfterClock(line: Line, opened: Opened): Core | null {
  const found = digitClock(line, opened.to);
  return found;
}

function halfOfDay(line: Line, at: number): number | null {
  const word = wordAt(line, at);
  if (morning.has(word)) return 0;
  return afternoon.has(word) ? 12 : null;
}

function shifted(hour: number, half: number | null): number {
  return half === 12 && hour < 12 ? hour + 12 : hour;
}

function spelledMinutes(line: Line, at: number): { to: number; minutes: number } | null {
  if (hasRole(line, at, 'zero') && hasRole(line, at + 1, 'zero')) return { to: at + 2, minutes: 0 };
  const minutes = numeralAt(line, at);
  return minutes?.value === 30 && !minutes.ordinal && !minutes.digits ? { to: minutes.to, minutes: 30 } : null;
}

function clockCore(
  line: Line,
  to: number,
  hour: number,
  minutes: number,
  needsRole: boolean,
  guess = false,
): Core | null {
  // Nobody sets a date for four in the morning: 'до 5' is said at work.
  const guessed = guess && hour >= 1 && hour <= 7;
  const time: Clock = `${String(guessed ? hour + 12 : hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  if (!isClock(time)) return null;
  const ending = endingAfter(line, to);
  return {
    to: ending?.to ?? to,
    value: { kind: 'clock', time, ...(guessed ? { doubt: 'reading-doubt-hour' } : {}) },
    needsRole,
    ...(ending ? { case: ending.case } : {}),
  };
}

function endingAfter(line: Line, at: number): { case: KazakhCase; to: number } | null {
  if (!isSignAt(line, at, '-–') || !isGlued(line, at)) return null;
  const found = caseOfEnding(wordAt(line, at + 1));
  return found && found !== 'none' ? { case: found, to: at + 2 } : null;
}

/** 'обеда', 'вечеру', 'түске', 'кешке': the time that is meant by the name. */
export const namedClock: Rule = (line, at) => {
  const word = line.words[at];
  if (!word?.clock || word.role !== undefined) return null;
  if (word.case !== undefined && !['dative', 'none', 'locative'].includes(word.case)) return null;
  return {
    to: at + 1,
    value: { kind: 'clock', time: word.clock },
    needsRole: true,
    ...(word.case ? { case: word.case } : {}),
  };
};
