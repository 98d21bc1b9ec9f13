// The rules of days of a month: '25 числа', '25-го', 'айдың 25-іне', '15 числа следующего месяца'.
import { partsOf } from '../../time.ts';
import { vocabulary } from '../words.ts';
import { isDone } from './clocks.ts';
import { addDays } from './day-sums.ts';
import type { Unit } from './lexicon.ts';
import { hasRole, isSignAt, longest, wordAt, type Core, type Line, type MonthOf, type Rule } from './line.ts';
import { numeralAt, type Numeral } from './numerals.ts';
import { runningPeriod } from './period-days.ts';
import { pointedPeriod } from './periods.ts';

/** '25 числа', '25-го', 'двадцать пятого', '5 и 20 числа', 'айдың 25-іне', '5-күніне', 'жиырма бесіне'. */
export const dayOfMonth: Rule = (line, at) => {
  const opened = afterKazakhMonth(line, at);
  const numbers = numberList(line, opened?.to ?? at);
  if (!numbers) return null;
  const last = numbers.last;
  const days = numbers.days;
  if (days.some((day) => day < 1 || day > 31)) return null;
  const tail = numberWord(line, last);
  // 'второго' may be a day, 'второй' and 'вторая' are none.
  const spelled = !last.digits && last.language === 'ru' && last.ordinal;
  if (spelled && !/(?:ого|его|ому|ему|ое|ье)$/.test(wordAt(line, last.to - 1))) return null;
  if (!tail && !opened && !last.ordinal && !(last.language === 'kk' && last.possessive)) return null;
  if (last.language === 'kk' && !tail && !opened && !last.possessive) return null;
  const to = tail?.to ?? last.to;
  const after = monthTail(line, to);
  const found = tail?.case ?? last.case;
  return {
    to: after?.to ?? to,
    value: {
      kind: 'dayOfMonth',
      days,
      ...((opened?.of ?? after?.of) ? { of: opened?.of ?? after?.of } : {}),
    } as Core['value'],
    needsRole: !tail && !opened && !standsAlone(line, last),
    ...(found ? { case: found } : {}),
  };
};

const beforeDetails = vocabulary('в к с со у на по до');

/** 'собираются 15-го в 16:00', '24-го проверить': no noun follows to which the number could belong. */
function standsAlone(line: Line, { to, digits, ordinal }: Numeral): boolean {
  if (!digits || !ordinal || wordAt(line, to - 1) !== 'го') return false;
  const next = line.tokens[to];
  if (next?.kind === 'number') return false;
  if (next?.kind === 'word') return beforeDetails.has(next.folded) || isDone(next.folded);
  return !(next && line.tokens[to + 1]?.kind === 'number');
}

function numberList(line: Line, at: number): { days: number[]; last: Numeral } | null {
  const first = numeralAt(line, at);
  if (!first) return null;
  let last: Numeral = first;
  const days = [first.value];
  for (let count = 0; count < 4; count += 1) {
    // '5 и 20 числа' are two days, 'с 1 по 5 число' is until the fifth.
    const ranged: boolean = hasRole(line, last.to, 'through') || isSignAt(line, last.to, '-–—');
    const joint: number | null =
      ranged || isSignAt(line, last.to, ',') || hasRole(line, last.to, 'and') ? last.to + 1 : null;
    const next: Numeral | null = joint === null ? null : numeralAt(line, joint);
    if (!next || next.value <= last.value || next.value > 31) break;
    if (ranged) days.pop();
    days.push(next.value);
    last = next;
  }
  return { days, last };
}

/** 'числа', '-күніне', 'күні'. */
function numberWord(line: Line, number: Numeral): { to: number; case?: Core['case'] } | null {
  if (hasRole(line, number.to, 'number')) return { to: number.to + 1 };
  const dashed = isSignAt(line, number.to, '-–') ? number.to + 1 : number.to;
  const word = line.words[dashed];
  if (word?.unit !== 'day' || word.language !== 'kk' || !word.possessive || word.plural) return null;
  // 'он күніне' is a term, '10-күніне' a day of the month.
  if (dashed === number.to && !number.ordinal && number.language !== 'kk') return null;
  if (dashed === number.to && !number.digits && !number.ordinal) return null;
  return { to: dashed + 1, ...(word.case ? { case: word.case } : {}) };
}

/** 'айдың', 'есепті тоқсаннан кейінгі айдың', 'әр айдың' before a day. */
function afterKazakhMonth(line: Line, at: number): { to: number; of?: MonthOf } | null {
  let place = at;
  const report = hasRole(line, place, 'report');
  if (report) place += 1;
  const unit = line.words[place];
  const following = unit?.case === 'ablative' && wordAt(line, place + 1).startsWith('кейинг');
  if (following) place += 2;
  const of = following ? monthsAfter[unit.unit ?? 'month'] : undefined;
  const month = line.words[place];
  if (month?.unit !== 'month' || month.case !== 'genitive') return null;
  return { to: place + 1, ...(of ? { of } : {}) };
}

const monthsAfter: Partial<Record<Unit, MonthOf>> = {
  month: 'after-month',
  quarter: 'after-quarter',
  half: 'after-half',
};

/** 'месяца, следующего за отчётным (кварталом)', 'месяца'. */
function monthTail(line: Line, at: number): { to: number; of?: MonthOf } | null {
  let place = at;
  if (line.words[place]?.pointer === 'last' && line.words[place + 1]?.unit === 'month') {
    return line.words[place + 2]?.unit === 'quarter' ? { to: place + 3, of: 'last-of-quarter' } : null;
  }
  const isMonth = line.words[place]?.unit === 'month' && line.words[place]?.language === 'ru';
  if (!isMonth) return null;
  place += 1;
  const comma = isSignAt(line, place, ',') ? place + 1 : place;
  const isFollowing = hasRole(line, comma, 'following') || /^следующ/.test(wordAt(line, comma));
  if (!isFollowing || !hasRole(line, comma + 1, 'behind')) return { to: place };
  place = comma + 2;
  if (hasRole(line, place, 'report')) place += 1;
  const unit = line.words[place]?.unit;
  const named = unit !== undefined || wordAt(line, place).startsWith('период') ? place + 1 : place;
  return { to: named, of: (unit && monthsAfter[unit]) ?? 'after-month' };
}

/** '15 числа следующего месяца', 'келесі айдың 5-іне', 'осы айдың 25-іне'. */
export const dayOfPointedMonth: Rule = (line, at) => longest([dayThenMonth(line, at), pointedThenDay(line, at)]);

function dayThenMonth(line: Line, at: number): Core | null {
  const numbers = numberList(line, at);
  if (!numbers || !hasRole(line, numbers.last.to, 'number')) return null;
  const month = pointedPeriod(line, numbers.last.to + 1);
  return month && inMonth(month, numbers.days, month.to);
}

function pointedThenDay(line: Line, at: number): Core | null {
  const month = pointedPeriod(line, at);
  const numbers = month?.case === 'genitive' ? numberList(line, month.to) : null;
  if (!month || !numbers) return null;
  const tail = numberWord(line, numbers.last);
  const found = tail?.case ?? numbers.last.case;
  const core = inMonth(month, numbers.days, tail?.to ?? numbers.last.to);
  return core && { ...core, ...(found ? { case: found } : {}) };
}

function inMonth(month: Core, days: number[], to: number): Core | null {
  if (month.value.kind !== 'period' || month.value.unit !== 'month') return null;
  const { year, month: number } = partsOf(month.value.start);
  return { to, value: { kind: 'date', year, month: number, dayOfMonth: days.at(-1) ?? 1 } };
}

/** The next day with this number strictly after today, where the month has it. */
export function nextDayOfMonth(line: Line, day: number): string {
  const { today } = line.context;
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = runningPeriod(today, 'month', ahead);
    const candidate = `${month?.start.slice(0, 8) ?? ''}${String(day).padStart(2, '0')}`;
    if (month && candidate <= month.end && candidate > today) return candidate;
  }
  return addDays(today, partsOf(today).dayOfMonth);
}
