// The rules of days without a month: 'завтра', 'до пятницы', 'к следующей среде', 'последний рабочий день'.
import { addDays } from './day-sums.ts';
import { runningPeriod, nthWeekday } from './period-days.ts';
import { monthPeriod, pointedPeriod } from './periods.ts';
import { hasRole, isSignAt, skipDot, wordAt, type Core, type EdgeOf, type Line, type Rule } from './line.ts';
import { numeralAt } from './numerals.ts';

/** 'сегодня', 'завтрашнему дню', 'ертеңге', 'бүгінгі күннің', 'the day after tomorrow', 'незамедлительно'. */
export const relativeDay: Rule = (line, at) => {
  const word = line.words[at];
  const english = englishAfterTomorrow(line, at);
  if (english) return english;
  if (word?.relative === undefined) return null;
  const value = { kind: 'day' as const, day: addDays(line.context.today, word.relative) };
  if (word.role === 'at-once') return atOnce(line, at, word.short === true);
  if (word.role === 'relative-adjective') {
    const clock = line.words[at + 1]?.clock;
    const isDay = line.words[at + 1]?.unit === 'day' || clock !== undefined;
    return isDay ? { to: at + 2, value: clock ? { ...value, time: clock } : value, needsRole: true } : null;
  }
  if (word.case === 'of') {
    // 'ертеңгі күнге'; 'бүгінгі кеңес' is no date.
    const next = line.words[at + 1];
    const isDay = next?.unit === 'day' || (next?.clock !== undefined && next.role === undefined);
    return isDay ? { to: at + 2, value, ...(next.case ? { case: next.case } : {}) } : null;
  }
  if (word.case === 'genitive' || word.case === 'accusative') return null;
  return { to: at + 1, value, ...(word.case ? { case: word.case } : {}) };
};

function atOnce(line: Line, at: number, short: boolean): Core | null {
  const value = { kind: 'day' as const, day: line.context.today };
  if (!short) return { to: at + 1, value, strong: true };
  // 'прямо сейчас', 'без промедления', 'осы қазір'.
  const alone = line.tokens.length === 1;
  const said = alone || ['прямо', 'без', 'осы'].includes(wordAt(line, at - 1)) || isCommandBehind(line, at + 1);
  return said ? { to: at + 1, value, strong: true } : null;
}

const commands =
  /(?:[^ы]с[ыи]н|[аеыи]н[ыи]з(?:д[ае]р)?|[ыи]нд[ае]р)$|^(?:тексер|жибер|кой|бер|айт|жаз|кел|бар|жаса|апар|акел|хабарлас|кара|алып|жолда|шешип)$/;

/** 'қазір тексер', 'қазір жіберіңіз': an order right behind, with which the clause ends. */
function isCommandBehind(line: Line, at: number): boolean {
  const ends = line.tokens[at + 1] === undefined || isSignAt(line, at + 1, '.,;!');
  return ends && line.words[at - 1]?.language === 'kk' && commands.test(wordAt(line, at));
}

function englishAfterTomorrow(line: Line, at: number): Core | null {
  const from = hasRole(line, at, 'the') ? at + 1 : at;
  const said = [0, 1, 2].map((n) => wordAt(line, from + n)).join(' ');
  if (said !== 'day after tomorrow') return null;
  return { to: from + 3, value: { kind: 'day', day: addDays(line.context.today, 2) } };
}

/** 'пятницы', 'следующей среде', 'жұмаға', 'жұма күні', 'вт и чт', 'среду на следующей неделе', 'келесі аптаның жұмасына'. */
export const weekdayRule: Rule = (line, at) => {
  const pointer = line.words[at]?.pointer;
  const pointed = pointer === 'this' || pointer === 'next' ? pointer : null;
  let place = pointed ? at + 1 : at;
  if (pointed && line.words[place]?.unit === 'week' && line.words[place]?.language === 'kk') place += 1;
  const list = weekdayList(line, place);
  if (!list) return null;
  const next = weekAfter(line, list.to);
  // 'алдағы жұма' is the coming one, though 'алдағы апта' is the next.
  const coming = /^(?:алдагы|предстоящ)/.test(wordAt(line, at)) && place === at + 1;
  const which = next?.pointer ?? (coming ? 'this' : pointed) ?? 'coming';
  return {
    to: next?.to ?? list.to,
    value: { kind: 'weekday', days: list.days, which, plural: list.plural },
    needsRole: !pointed && !next,
    ...(list.case ? { case: list.case } : {}),
  };
};

type WeekdayList = { days: number[]; to: number; plural: boolean; case?: Core['case'] };

/** One weekday or several: 'понедельник', 'вт. и чт.', 'дс, ср, бс', 'сейсенбі және бейсенбі', 'жұма күні'. */
export function weekdayList(line: Line, at: number): WeekdayList | null {
  const first = oneWeekday(line, at);
  if (!first) return null;
  const days = [first.day];
  let last = first;
  for (let count = 0; count < 6; count += 1) {
    let joint = last.to;
    if (isSignAt(line, joint, ',/')) joint += 1;
    if (hasRole(line, joint, 'and')) joint += 1;
    // 'во вторник и в четверг', 'по вторникам и по четвергам'
    if (joint > last.to && hasRole(line, joint, 'in', 'through')) joint += 1;
    const next = joint > last.to ? oneWeekday(line, joint) : null;
    if (!next || days.includes(next.day)) break;
    days.push(next.day);
    last = next;
  }
  const plural = first.plural || last.plural;
  return { days, to: last.to, plural, ...(last.case ? { case: last.case } : {}) };
}

function oneWeekday(line: Line, at: number): { day: number; to: number; plural: boolean; case?: Core['case'] } | null {
  const word = line.words[at];
  if (word?.weekday === undefined) return null;
  let to = word.short ? skipDot(line, at + 1) : at + 1;
  let found = word.case;
  const dayWord = line.words[to];
  if (dayWord?.unit === 'day' && dayWord.language === 'kk' && dayWord.possessive) {
    to += 1;
    found = dayWord.case === 'none' ? 'locative' : dayWord.case;
    return { day: word.weekday, to, plural: dayWord.plural === true, ...(found ? { case: found } : {}) };
  }
  return { day: word.weekday, to, plural: word.plural === true, ...(found ? { case: found } : {}) };
}

function weekAfter(line: Line, at: number): { pointer: 'this' | 'next'; to: number } | null {
  const place = hasRole(line, at, 'on') ? at + 1 : at;
  const pointer = line.words[place]?.pointer;
  if ((pointer !== 'this' && pointer !== 'next') || line.words[place + 1]?.unit !== 'week') return null;
  return { pointer, to: place + 2 };
}

/** 'последний четверг ноября', 'қарашаның соңғы бейсенбісіне': a day; of every month it is a recurrence, see there. */
export const nthWeekdayOfMonth: Rule = (line, at) => {
  const ahead = monthAt(line, at);
  const number = nth(line, ahead && ahead.case === 'genitive' ? ahead.to : at);
  const day = number && oneWeekday(line, number.to);
  if (!number || !day) return null;
  const month = ahead?.case === 'genitive' ? ahead : monthAt(line, day.to);
  if (!month) return null;
  const value = { kind: 'day' as const, day: nthWeekday(month.start, day.day, number.value) };
  return { to: Math.max(month.to, day.to), value, ...(day.case ? { case: day.case } : {}) };
};

/** 'первый', 'последний', '2-й' before a weekday. */
export function nth(line: Line, at: number): { value: number; to: number } | null {
  if (line.words[at]?.pointer === 'last') return { value: -1, to: at + 1 };
  const number = numeralAt(line, at);
  return number?.ordinal && number.value <= 5 ? { value: number.value, to: number.to } : null;
}

function monthAt(line: Line, at: number): { start: string; to: number; case?: Core['case'] } | null {
  const found = monthPeriod(line, at) ?? pointedPeriod(line, at);
  if (found?.value.kind !== 'period' || found.value.unit !== 'month') return null;
  return { start: found.value.start, to: found.to, ...(found.case ? { case: found.case } : {}) };
}

/** 'последний (рабочий) день месяца', 'первого рабочего дня ноября', 'айдың соңғы жұмыс күніне', 'следующий рабочий день'. */
export const edgeDay: Rule = (line, at) => {
  const pointer = line.words[at]?.pointer;
  const first = line.words[at]?.ordinal === true && line.words[at]?.number === 1;
  if (pointer !== 'last' && pointer !== 'next' && !first) return null;
  const working = hasRole(line, at + 1, 'working');
  const place = working ? at + 2 : at + 1;
  if (line.words[place]?.unit !== 'day' || line.words[place]?.plural) return null;
  const { today, calendar, week } = line.context;
  const found = line.words[place]?.case ? { case: line.words[place].case } : {};
  if (pointer === 'next') {
    const day = working ? calendar.nextWorkingDay(today, week) : addDays(today, 1);
    return { to: place + 1, value: { kind: 'day', day }, ...found };
  }
  const each = hasRole(line, place + 1, 'each') ? place + 2 : null;
  if (each !== null && line.words[each]?.unit === 'month') return lastOfEach(each + 1, working, first);
  const behind = monthPeriod(line, place + 1) ?? pointedPeriod(line, place + 1) ?? runningUnitAt(line, place + 1);
  if (behind?.value.kind !== 'period') return null;
  const of: EdgeOf = { edge: first ? 'start' : 'end', unit: behind.value.unit };
  const day = edgeOf(line, behind.value, working, first);
  return { to: behind.to, value: { kind: 'day', day, ...(working ? {} : { of }) }, ...found };
};

function runningUnitAt(line: Line, at: number): Core | null {
  const unit = line.words[at]?.unit;
  const value = unit ? runningPeriod(line.context.today, unit, 0) : null;
  return value && { to: at + 1, value };
}

function lastOfEach(to: number, working: boolean, first: boolean): Core {
  const rule = { freq: 'MONTHLY' as const, interval: 1 };
  const place = first ? 1 : -1;
  if (working)
    return { to, value: { kind: 'recurring', rule: { ...rule, byDay: workdays, bySetPos: place } }, strong: true };
  return { to, value: { kind: 'recurring', rule: first ? { ...rule, byMonthDay: [1] } : rule }, strong: true };
}

const workdays = ['MO', 'TU', 'WE', 'TH', 'FR'];

function edgeOf(line: Line, period: { start: string; end: string }, working: boolean, first: boolean): string {
  const { calendar, week } = line.context;
  const day = first ? period.start : period.end;
  if (!working || calendar.isWorkingDay(day, week)) return day;
  return first ? calendar.nextWorkingDay(day, week) : calendar.previousWorkingDay(day, week);
}
