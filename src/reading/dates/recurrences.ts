// The rules of repetition: 'ежемесячно', 'каждую пятницу', 'два раза в месяц', 'ай сайын', 'айына бір рет', 'по средам'.
import type { Unit } from './lexicon.ts';
import { hasRole, isSignAt, longest, wordAt, type Core, type Line, type Recurrence, type Rule } from './line.ts';
import { nth, weekdayList } from './named-days.ts';
import { numeralAt } from './numerals.ts';

const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const workdays = dayNames.slice(0, 5);

function core(to: number, rule: Recurrence, doubt?: string): Core {
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
  const detail = every.freq === 'MONTHLY' ? nthDetail(line, at + 1) : null;
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
    return core(number.to + 1, { freq: 'MONTHLY', interval: 1, byMonthDay: [number.value] });
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

/** 'раз в неделю', '2 раза в месяц', 'один раз в 3 месяца', 'дважды в год'. */
export const timesIn: Rule = (line, at) => {
  const rare = wordAt(line, at) === 'не' && hasRole(line, at + 1, 'rarely') ? at + 2 : at;
  const counted = timesAt(line, rare);
  if (!counted || !hasRole(line, counted.to, 'in')) return null;
  const number = numeralAt(line, counted.to + 1);
  const place = number?.to ?? counted.to + 1;
  const word = line.words[place];
  const half = wordAt(line, place).startsWith('полгод') ? 'half' : word?.unit;
  if (half === undefined || word?.language === 'kk') return null;
  return timesCore(place + 1, counted.times, half, number?.value ?? 1);
};

function timesAt(line: Line, at: number): { times: number; to: number } | null {
  if (hasRole(line, at, 'twice')) return { times: line.words[at]?.number ?? 2, to: at + 1 };
  if (hasRole(line, at, 'times')) return { times: 1, to: at + 1 };
  const number = numeralAt(line, at);
  return number && !number.ordinal && hasRole(line, number.to, 'times')
    ? { times: number.value, to: number.to + 1 }
    : null;
}

/** `times` in `n` units, spread evenly where the calendar allows; other numbers are doubted. */
function timesCore(to: number, times: number, unit: Unit, n: number): Core | null {
  const rule = everyUnit(unit, n);
  if (!rule) return null;
  if (times === 1) return core(to, rule);
  if (unit === 'month' && n === 1 && times === 2) return core(to, { ...rule, byMonthDay: [15, -1] });
  if (unit === 'month' && n === 1 && times === 3) return core(to, { ...rule, byMonthDay: [10, 20, -1] });
  if (unit === 'year' && n === 1 && 12 % times === 0) return core(to, { freq: 'MONTHLY', interval: 12 / times });
  if (unit === 'quarter' && n === 1 && times === 3) return core(to, { freq: 'MONTHLY', interval: 1 });
  return core(to, rule, unit === 'day' ? undefined : 'reading-doubt-times');
}

/** 'айына бір рет', 'екі аптада бір рет', 'жарты жылда бір', 'тоқсанына 2 рет'. */
export const timesKazakh: Rule = (line, at) => {
  const half = hasRole(line, at, 'half-word') && line.words[at + 1]?.unit === 'year';
  const counted = half ? null : numeralAt(line, at);
  // 'тоқсанына' is a quarter, not ninety.
  const number = counted && line.words[counted.to]?.unit !== undefined ? counted : null;
  const place = half ? at + 1 : (number?.to ?? at);
  const word = line.words[place];
  if (word?.unit === undefined || word.language !== 'kk') return null;
  const fits = word.case === 'locative' || (word.case === 'dative' && word.possessive === true);
  const times = fits ? numeralAt(line, place + 1) : null;
  if (!times || times.ordinal || (times.case && times.case !== 'none')) return null;
  const said = hasRole(line, times.to, 'times');
  if (!said && !(times.value === 1 && times.to === line.tokens.length)) return null;
  return timesCore(said ? times.to + 1 : times.to, times.value, half ? 'half' : word.unit, number?.value ?? 1);
};

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
  return rule && core(place + 2, rule);
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

function withEdge(rule: Recurrence, edge: 'start' | 'middle' | 'end'): Recurrence {
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
