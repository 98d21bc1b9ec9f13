// How a periodic task says when it repeats: labels and values, from its RRULE.
import type { Locale, T } from '../texts.ts';
import { isDay, printDate, printMonth, printWeekday } from '../time.ts';
import { partsOfRule } from './recurrence-rules.ts';

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** 'Периодичность: ежемесячно · числа: 5, 20 · до 25 мая 2027 г.' HTML. */
export function recurrenceLine(t: T, locale: Locale, rule: string): string {
  const parts = partsOfRule(rule);
  const listed = (name: string): string[] => parts.get(name)?.split(',') ?? [];
  const days = listed('BYMONTHDAY').map((n) => (n === '-1' ? t(locale, 'tasks-repeats-last-day') : n));
  const weekdays = listed('BYDAY').map((name) => weekdayOf(t, locale, name));
  const months = listed('BYMONTH').map((n) => printMonth(locale, Number(n)));
  const until = dayOf(parts.get('UNTIL') ?? '');
  return [
    t(locale, 'tasks-repeats', { every: everyOf(parts) }),
    ...(weekdays.length > 0 ? [t(locale, 'tasks-repeats-weekdays', { days: weekdays.join(', ') })] : []),
    ...(days.length > 0 ? [t(locale, 'tasks-repeats-days', { days: days.join(', ') })] : []),
    ...(months.length > 0 ? [t(locale, 'tasks-repeats-months', { months: months.join(', ') })] : []),
    ...(until ? [t(locale, 'tasks-repeats-until', { day: printDate(locale, until) })] : []),
  ].join(' · ');
}

function everyOf(parts: Map<string, string>): string {
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const freq = parts.get('FREQ') ?? '';
  const known = ['DAILY-1', 'WEEKLY-1', 'WEEKLY-2', 'MONTHLY-1', 'MONTHLY-3', 'MONTHLY-6', 'YEARLY-1'];
  const name = `${freq}-${interval}`;
  return known.includes(name) ? name.toLowerCase() : 'other';
}

function weekdayOf(t: T, locale: Locale, name: string): string {
  const day = printWeekday(locale, weekdayNames.indexOf(name.slice(-2)) + 1, true);
  const nth = Number(name.slice(0, -2));
  return nth === 0 ? day : t(locale, 'tasks-repeats-nth', { nth: nth < 0 ? 'last' : String(nth), day });
}

function dayOf(until: string): string | null {
  const day = until.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
  return isDay(day) ? day : null;
}
