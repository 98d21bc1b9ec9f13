// The rules of repetition: 'ежемесячно', 'каждую пятницу', 'ай сайын', 'әр айдың', 'по средам'.
import type { Unit } from './lexicon.ts';
import { hasRole, isSignAt, longest, wordAt, type Core, type Line, type Recurrence, type Rule } from './line.ts';
import { nth, weekdayList } from './named-days.ts';
import { numeralAt } from './numerals.ts';

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const workdays = dayNames.slice(0, 5);

/** A repetition that stands up to `to`. */
export function core(to: number, rule: Recurrence, doubt?: string): Core {
  return { to, value: { kind: 'recurring', rule, ...(doubt ? { doubt } : {}) }, strong: true };
}

const weekly = (days: number[], interval = 1): Recurrence => ({
  freq: 'WEEKLY',
  interval,
  byDay: days.map((day) => dayNames[day - 1] ?? 'MO'),
});

/** One in `n` of a unit; null for units that do not repeat. */
export function everyUnit(unit: Unit, n: number): Recurrence | null {
  if (unit === 'day') return { freq: 'DAILY', interval: n };
  if (unit === 'week') return { freq: 'WEEKLY', interval: n };
  if (unit === 'decade') return { freq: 'MONTHLY', interval: 1, byMonthDay: [10, 20, -1] };
  if (unit === 'month') return n === 12 ? { freq: 'YEARLY', interval: 1 } : { freq: 'MONTHLY', interval: n };
  if (unit === 'quarter') return { freq: 'MONTHLY', interval: 3 * n };
  if (unit === 'half') return { freq: 'MONTHLY', interval: 6 * n };
  return unit === 'year' ? { freq: 'YEARLY', interval: n } : null;
}

/** 'ежемесячно', 'күнделікті'. */
export const adverb: Rule = (line, at) => {
  const every = line.words[at]?.every;
  if (!every) return null;
  const detail = every.freq === 'MONTHLY' && every.interval === 1 ? nthDetail(line, at + 1) : null;
  if (detail) return detail;
  // 'күнделікті есеп' is a daily report, 'ежедневно' says how often by itself.
  const strong = wordAt(line, at) !== 'кунделикти';
  if (every.freq !== 'DAILY' || every.interval !== 1) return core(at + 1, { ...every });
  // 'ежедневно, кроме выходных'
  const comma = isSignAt(line, at + 1, ',(') ? at + 2 : at + 1;
  const except = wordAt(line, comma) === 'за' ? comma + 1 : comma;
  if (!hasRole(line, except, 'except')) return { ...core(at + 1, { ...every }), strong };
  let to = except + 1;
  while (
    to < except + 6 &&
    (hasRole(line, to, 'weekend', 'and') || /^(?:праздничн|дн[ея]|субботы|воскресень)/.test(wordAt(line, to)))
  )
    to += 1;
  if (isSignAt(line, to, ')')) to += 1;
  return to > except + 1 ? core(to, weekly([1, 2, 3, 4, 5])) : core(at + 1, { ...every });
};

/** ', в последнюю пятницу', 'в последний рабочий день' behind 'ежемесячно'. */
function nthDetail(line: Line, at: number): Core | null {
  const comma = isSignAt(line, at, ',') ? at + 1 : at;
  const place = hasRole(line, comma, 'in') ? comma + 1 : comma;
  const number = nth(line, place);
  if (!number) return null;
  const monthly = { freq: 'MONTHLY' as const, interval: 1 };
  const working = hasRole(line, number.to, 'working');
  const day = line.words[working ? number.to + 1 : number.to];
  if (day?.unit === 'day') {
    const to = working ? number.to + 2 : number.to + 1;
    if (working) return core(to, { ...monthly, byDay: workdays, bySetPos: number.value });
    return core(to, { ...monthly, byMonthDay: [number.value] });
  }
  const days = weekdayList(line, number.to);
  if (!days) return null;
  const byDay = days.days.map((name) => `${number.value}${dayNames[name - 1] ?? 'MO'}`);
  return core(monthAfter(line, days.to) ?? days.to, { ...monthly, byDay });
}

/** 'каждую пятницу', 'каждый последний четверг месяца', 'каждые две недели', 'әр айдың', 'каждое утро'. */
export const each: Rule = (line, at) => {
  if (!hasRole(line, at, 'each')) return null;
  const place = at + 1;
  const monthly = nthOfMonth(line, place);
  if (monthly) return monthly;
  const days = weekdayList(line, place);
  if (days) return core(pastEach(line, days.to), weekly(days.days));
  if (hasRole(line, place, 'working') && line.words[place + 1]?.unit === 'day')
    return core(place + 2, weekly([1, 2, 3, 4, 5]));
  if (hasRole(line, place, 'weekend')) return core(place + 1, weekly([6, 7]));
  if (line.words[place]?.clock && line.words[place].role === undefined)
    return core(pastEach(line, place + 1), { freq: 'DAILY', interval: 1 });
  const number = numeralAt(line, place);
  const unit = line.words[number?.to ?? place];
  if (number && hasRole(line, number.to, 'number'))
    return core(monthAfter(line, number.to + 1) ?? number.to + 1, {
      freq: 'MONTHLY',
      interval: 1,
      byMonthDay: [number.value],
    });
  const rule = unit?.unit ? everyUnit(unit.unit, number ? number.value : 1) : null;
  if (!rule) return null;
  return core(pastEach(line, (number?.to ?? place) + 1), rule);
};

function pastEach(line: Line, at: number): number {
  return hasRole(line, at, 'each-after') ? at + 1 : at;
}

/** 'первую среду (каждого) месяца', 'айдың соңғы бейсенбісінде'; 'последним средам'. */
export const nthOfMonth: Rule = (line, at) => {
  const opened = kazakhMonth(line, at);
  const number = nth(line, opened ?? at);
  const days = number && weekdayList(line, number.to);
  if (!number || !days) return null;
  const tail = monthAfter(line, days.to);
  const eachBefore = hasRole(line, at - 1, 'each');
  if (opened === null && tail === null && !days.plural && !eachBefore) return null;
  const byDay = days.days.map((day) => `${number.value}${dayNames[day - 1] ?? 'MO'}`);
  return core(tail ?? pastEach(line, days.to), { freq: 'MONTHLY', interval: 1, byDay });
};

function monthAfter(line: Line, at: number): number | null {
  const place = hasRole(line, at, 'each') ? at + 1 : at;
  const word = line.words[place];
  return word?.unit === 'month' && word.language === 'ru' ? place + 1 : null;
}

function kazakhMonth(line: Line, at: number): number | null {
  const place = hasRole(line, at, 'each') ? at + 1 : at;
  const word = line.words[place];
  return word?.unit === 'month' && word.case === 'genitive' ? place + 1 : null;
}

/** 'ай сайын', 'екі күн сайын', 'жұма сайын', 'сейсенбі және бейсенбі сайын', 'жұмыс күндері (сайын)', 'таң сайын'. */
export const eachAfter: Rule = (line, at) =>
  longest([weekdaysEach(line, at), unitEach(line, at), workdaysKazakh(line, at)]);

function weekdaysEach(line: Line, at: number): Core | null {
  const days = weekdayList(line, at);
  if (!days || !hasRole(line, days.to, 'each-after')) return null;
  return core(days.to + 1, weekly(days.days));
}

function unitEach(line: Line, at: number): Core | null {
  const half = hasRole(line, at, 'half-word') && line.words[at + 1]?.unit === 'year';
  const number = half ? null : numeralAt(line, at);
  const place = half ? at + 1 : number && line.words[number.to]?.unit ? number.to : at;
  const word = line.words[place];
  if (!hasRole(line, place + 1, 'each-after')) return null;
  if (word?.clock && word.role === undefined) return core(place + 2, { freq: 'DAILY', interval: 1 });
  if (word?.unit === undefined) return null;
  const rule = everyUnit(half ? 'half' : word.unit, number && place === number.to ? number.value : 1);
  const monthly = rule?.freq === 'MONTHLY' && rule.interval === 1;
  return (monthly ? nthDetail(line, place + 2) : null) ?? (rule && core(place + 2, rule));
}

function workdaysKazakh(line: Line, at: number): Core | null {
  const word = line.words[at + 1];
  if (wordAt(line, at) !== 'жумыс' || word?.unit !== 'day' || !word.plural) return null;
  return core(pastEach(line, at + 2), { freq: 'WEEKLY', interval: 1, byDay: workdays });
}

/** 'по пятницам', 'по рабочим дням', 'по будням', 'по полугодиям', 'по утрам', 'по 5-м числам', 'по последним средам'. */
export const byDays: Rule = (line, at) => {
  if (!hasRole(line, at, 'through')) return null;
  const place = at + 1;
  const monthly = nthOfMonth(line, place);
  if (monthly) return monthly;
  const days = weekdayList(line, place);
  if (days?.plural || (days && line.words[place]?.short)) return core(days.to, weekly(days.days));
  if (hasRole(line, place, 'daily'))
    return core(wordAt(line, place + 1) === 'дням' ? place + 2 : place + 1, weekly([1, 2, 3, 4, 5]));
  if (hasRole(line, place, 'working') && line.words[place + 1]?.unit === 'day')
    return core(place + 2, weekly([1, 2, 3, 4, 5]));
  if (hasRole(line, place, 'weekend'))
    return core(wordAt(line, place + 1) === 'дням' ? place + 2 : place + 1, weekly([6, 7]));
  if (hasRole(line, place, 'mornings', 'evenings')) return core(place + 1, { freq: 'DAILY', interval: 1 });
  const number = numeralAt(line, place);
  if (number && wordAt(line, number.to) === 'числам')
    return core(number.to + 1, { freq: 'MONTHLY', interval: 1, byMonthDay: [number.value] });
  const word = line.words[place];
  const rule = word?.unit && /(?:ам|ям)$/.test(wordAt(line, place)) ? everyUnit(word.unit, 1) : null;
  return rule && core(place + 1, rule);
};

/** 'по итогам каждого месяца', 'по итогам каждого квартала'. */
export const byResults: Rule = (line, at) => {
  if (!hasRole(line, at, 'through') || !hasRole(line, at + 1, 'results')) return null;
  const found = each(line, at + 2);
  return found && { ...found };
};

/** 'через день', 'в начале каждого месяца', 'әр айдың басында', 'к концу каждого квартала'. */
export const edgesOfEach: Rule = (line, at) => {
  if (wordAt(line, at) === 'через' && wordAt(line, at + 1) === 'день')
    return core(at + 2, { freq: 'DAILY', interval: 2 });
  const russian = line.words[at]?.language === 'ru' ? line.words[at]?.edge : undefined;
  const unit = russian ? line.words[at + 2] : line.words[at + 1];
  const isEach = hasRole(line, russian ? at + 1 : at, 'each');
  const edge = russian ?? line.words[at + 2]?.edge;
  if (!isEach || !unit?.unit || !edge) return null;
  const rule = everyUnit(unit.unit, 1);
  return rule && core(at + 3, withEdge(rule, edge));
};

/** The rule on the first, middle or last day of its period; unanchored it means the last day anyway. */
export function withEdge(rule: Recurrence, edge: 'start' | 'middle' | 'end'): Recurrence {
  if (rule.freq === 'WEEKLY') return { ...rule, byDay: [edge === 'start' ? 'MO' : edge === 'middle' ? 'WE' : 'FR'] };
  if (edge === 'end') return rule;
  const day = edge === 'start' ? 1 : 15;
  if (rule.freq === 'MONTHLY' && rule.interval === 3)
    return { freq: 'YEARLY', interval: 1, byMonth: [1, 4, 7, 10], byMonthDay: [day] };
  return rule.freq === 'MONTHLY' ? { ...rule, byMonthDay: [day] } : rule;
}

/** 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10'. */
export function ruleText({ freq, interval, byMonth, byMonthDay, byDay, bySetPos }: Recurrence): string {
  const parts = [`FREQ=${freq}`];
  if (interval !== 1) parts.push(`INTERVAL=${interval}`);
  if (byMonth) parts.push(`BYMONTH=${byMonth.join(',')}`);
  if (byMonthDay) parts.push(`BYMONTHDAY=${byMonthDay.join(',')}`);
  if (byDay) parts.push(`BYDAY=${byDay.join(',')}`);
  if (bySetPos !== undefined) parts.push(`BYSETPOS=${bySetPos}`);
  return parts.join(';');
}

export { dayNames };
