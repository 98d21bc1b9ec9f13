// A repetition and what stands beside it: its day, its weekday, its months, or the day on which it ends.
import { partsOf } from '../../time.ts';
import type { EdgeOf, MonthOf, Recurrence } from './line.ts';
import { monthlyOn, type Reading } from './readings.ts';
import { dayNames, withEdge } from './recurrences.ts';

/** The repetition with what the other reading adds to it; null when neither repeats or they do not fit. */
export function withRecurrence(first: Reading, second: Reading): Reading | null {
  const main = first.kind === 'recurring' ? first : second.kind === 'recurring' ? second : null;
  if (!main?.rule) return null;
  const other = main === first ? second : first;
  const { value } = other.piece.core;
  // 'ежемесячно в течение 5 дней': which days is not said.
  if (value.kind === 'length' && (value.working || (main.rule.freq !== 'DAILY' && value.unit === 'day')))
    return { ...main, doubt: 'reading-doubt-times' };
  if (value.kind === 'dayOfMonth' && value.of && main.rule) {
    const rule = onDays(main.rule, value.days, value.of);
    return rule && { ...main, rule };
  }
  if (other.kind === 'recurring') return main.rule && other.rule ? mergedRules(main, other.rule) : null;
  if (other.kind !== 'date') return null;
  // 'ежедневно с 1 ноября': the rule has no start of its own.
  if (other.piece.role === 'from' && ['date', 'day', 'period'].includes(value.kind)) return { ...main };
  const rule = detailed(main.rule, other);
  if (rule)
    return {
      ...main,
      rule,
      ...(other.day ? { day: other.day } : {}),
      ...(other.time && !main.time ? { time: other.time } : {}),
    };
  return other.day && other.day !== 'impossible' && !main.until ? { ...main, until: other.day } : null;
}

function mergedRules(main: Reading, other: Recurrence): Reading | null {
  const rule = main.rule;
  if (!rule) return null;
  // 'еженедельно, каждую пятницу', 'раз в две недели по средам'
  if (rule.freq === 'WEEKLY' && other.freq === 'WEEKLY') {
    const byDay = [...(rule.byDay ?? []), ...(other.byDay ?? [])];
    return {
      ...main,
      rule: { ...rule, interval: Math.max(rule.interval, other.interval), ...(byDay.length > 0 ? { byDay } : {}) },
    };
  }
  if (rule.freq === other.freq)
    return { ...main, rule: { ...rule, ...other, interval: Math.max(rule.interval, other.interval) } };
  // 'ежемесячно, в последнюю пятницу': the one with a day says more.
  if (other.byDay || other.byMonthDay) return { ...main, rule: other };
  return rule.byDay || rule.byMonthDay ? main : null;
}

/** The rule with the day that the other reading names, or null when it is no such day. */
function detailed(rule: Recurrence, other: Reading): Recurrence | null {
  const { value } = other.piece.core;
  if (value.kind === 'dayOfMonth') return onDays(rule, value.days, value.of);
  if (value.kind === 'weekday') return onWeekdays(rule, value.days);
  if (value.kind === 'day' && value.of) return onEdge(rule, value.of);
  if (rule.freq === 'DAILY' || rule.freq === 'WEEKLY') return null;
  if (value.kind === 'period' && rule.freq === 'YEARLY' && ['quarter', 'half'].includes(value.unit)) {
    return { ...rule, byMonth: sorted([...(rule.byMonth ?? []), partsOf(value.end).month]) };
  }
  // 'ежемесячно до 25 декабря' ends there.
  if (rule.freq === 'MONTHLY' && rule.interval === 1) return null;
  if (value.kind === 'date' && value.year === null) return onDate(rule, value.month, value.dayOfMonth);
  if (
    value.kind === 'period' &&
    value.months &&
    (rule.freq === 'YEARLY' || rule.interval === 6) &&
    other.piece.role !== 'until'
  ) {
    return { freq: 'YEARLY', interval: 1, byMonth: sorted([...(rule.byMonth ?? []), ...value.months]) };
  }
  return null;
}

/** 'ежегодно до конца мая', 'ежемесячно до конца месяца', 'апта сайын аптаның соңына дейін'. */
function onEdge(rule: Recurrence, { edge, unit, months }: EdgeOf): Recurrence | null {
  if (rule.freq === 'YEARLY' && months) {
    const day = { start: [1], middle: [15], end: null }[edge];
    return { ...rule, byMonth: sorted([...(rule.byMonth ?? []), ...months]), ...(day ? { byMonthDay: day } : {}) };
  }
  const own = {
    DAILY: 'day',
    WEEKLY: 'week',
    MONTHLY: { 1: 'month', 3: 'quarter', 6: 'half' }[rule.interval],
    YEARLY: 'year',
  };
  return own[rule.freq] === unit && !months ? withEdge(rule, edge) : null;
}

function onDays(rule: Recurrence, days: number[], of: MonthOf | undefined): Recurrence | null {
  if (rule.freq !== 'MONTHLY') return null;
  if (of === 'last-of-quarter' && rule.interval === 3) return monthlyOn(days, of);
  const byMonthDay = [...(rule.byMonthDay ?? []), ...days];
  if (rule.interval === 3) return { freq: 'YEARLY', interval: 1, byMonth: [1, 4, 7, 10], byMonthDay };
  if (rule.interval === 6 && of !== undefined) return { freq: 'YEARLY', interval: 1, byMonth: [1, 7], byMonthDay };
  return { ...rule, byMonthDay };
}

function onWeekdays(rule: Recurrence, days: number[]): Recurrence | null {
  if (rule.freq !== 'WEEKLY') return null;
  return { ...rule, byDay: [...(rule.byDay ?? []), ...days.map((day) => dayNames[day - 1] ?? 'MO')] };
}

function onDate(rule: Recurrence, month: number, dayOfMonth: number): Recurrence {
  return {
    freq: 'YEARLY',
    interval: 1,
    byMonth: sorted([...(rule.byMonth ?? []), month]),
    byMonthDay: sorted([...(rule.byMonthDay ?? []), dayOfMonth]),
  };
}

function sorted(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
