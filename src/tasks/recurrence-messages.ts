// How a task says what comes again: its rule, the name of a period, the news expected, the control dates on the way. Labels and values, HTML.
import type { Calendar } from '../calendar.ts';
import type { Locale, T } from '../texts.ts';
import { type Day, isDay, printDate, printDay, printDayShort, printMonth, printWeekday } from '../time.ts';
import type { ParticipationView, TaskView } from './queries.ts';
import { interimStages } from './interim-rules.ts';
import { partsOfRule } from './recurrence-rules.ts';
import { owes } from './rules.ts';
import { missedSince, updateRateOf } from './update-rules.ts';

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** 'Периодичность: ежемесячно · числа: 5, 20 · до 25 мая 2027 г.' HTML. */
export function recurrenceLine(t: T, locale: Locale, rule: string): string {
  const parts = partsOfRule(rule);
  const school = parts.get('SCHOOL');
  if (school) return t(locale, 'periods-repeats-school', { unit: school === 'YEAR' ? 'year' : 'term' });
  const listed = (name: string): string[] => parts.get(name)?.split(',') ?? [];
  // '28,29,30' of which the last one counts: the 30th, or the last day of a shorter month.
  const named =
    parts.get('BYSETPOS') === '-1' && listed('BYMONTHDAY').length > 0 ? listed('BYMONTHDAY').slice(-1) : null;
  const days = (named ?? listed('BYMONTHDAY')).map((n) => (n === '-1' ? t(locale, 'tasks-repeats-last-day') : n));
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

/** 'декабрь 2026', '4-й квартал 2026', 'неделя 50, 2026', '2-я четверть, 2026–2027': the period whole. */
export function periodName(t: T, locale: Locale, period: string): string {
  if (isDay(period)) return printDate(locale, period);
  const [year = '', part = ''] = period.split('-');
  const years = { year, next: String(Number(year) + 1) };
  if (part === '') return t(locale, 'periods-year', years);
  if (/^\d\d$/.test(part)) return t(locale, 'periods-month', { ...years, month: printMonth(locale, Number(part)) });
  const kind = { W: 'week', Q: 'quarter', H: 'half', T: 'term', S: 'school' }[part.charAt(0)] ?? 'week';
  return t(locale, 'periods-part', { ...years, kind, n: String(Number(part.slice(1) || 0)) });
}

/** The same within a row of periods: '12', 'IV', '2', '50', '05.12'. */
export function periodMark(period: string): { year: string; mark: string } {
  const [year = '', part = ''] = period.split('-');
  if (isDay(period)) return { year, mark: printDayShort(period).slice(0, 5) };
  if (part === '') return { year, mark: year };
  if (/^\d\d$/.test(part)) return { year, mark: part };
  const n = part.slice(1);
  if (part === 'S') return { year, mark: `${year}/${String(Number(year) + 1).slice(2)}` };
  return { year, mark: part.startsWith('Q') ? (['I', 'II', 'III', 'IV'][Number(n) - 1] ?? n) : n };
}

export type TimeContext = { t: T; locale: Locale; today: Day; calendar: Calendar };

/** Everything about time beside the date: urgency, incident, period, expected news, control dates. One line each. */
export function timeLines(context: TimeContext, task: TaskView, share?: ParticipationView): string[] {
  const { t, locale } = context;
  const { urgency, incident, period } = task;
  return [
    ...(urgency ? [t(locale, 'periods-urgency', { urgency })] : []),
    ...(incident ? [t(locale, 'periods-incident')] : []),
    ...(period ? [t(locale, 'periods-of', { period: periodName(t, locale, period) })] : []),
    ...updateLines(context, task, share),
    ...interimLines(context, task, share),
  ];
}

/** 'Обновления: еженедельно · ожидалось 04.12.2026, не поступило: 2'. */
function updateLines({ t, locale, today }: TimeContext, task: TaskView, share?: ParticipationView): string[] {
  const rate = updateRateOf(task.updateRule);
  if (!rate || task.recurrence) return [];
  const rule = t(locale, 'periods-updates', { rate });
  const one = share ?? only(task);
  if (!one?.nextUpdate || !owes(one.state)) return [rule];
  const missed = one.missedUpdates + missedSince(rate, one.nextUpdate, today);
  const late = one.nextUpdate < today;
  const next = t(locale, late ? 'periods-update-missing' : 'periods-update-next', {
    day: printDayShort(one.nextUpdate),
  });
  const count = missed > 0 ? [t(locale, 'periods-updates-missed', { n: missed })] : [];
  return [[rule, `${late ? '⚠️ ' : ''}${next}`, ...count].join(' · ')];
}

/** 'Контрольные даты: 01.12 ✓ · 15.12 ⚠️ · 20.12'. */
function interimLines({ t, locale, today }: TimeContext, task: TaskView, share?: ParticipationView): string[] {
  if (task.interimDues.length === 0) return [];
  const one = share ?? only(task);
  const marks = { done: ' ✓', missing: ' ⚠️', ahead: '' };
  const stages = interimStages(task.interimDues, one?.lastReportDay ?? null, today);
  const known = one !== undefined && task.state !== 'draft';
  const dates = stages.map(({ day, state }) => `${printDayShort(day).slice(0, 5)}${known ? marks[state] : ''}`);
  return [t(locale, 'periods-interim', { dates: dates.join(' · ') })];
}

function only(task: TaskView): ParticipationView | undefined {
  const live = task.participations.filter(({ state }) => state !== 'withdrawn');
  if (task.fanOut) return live.length === 1 && task.beside.total === 0 ? live[0] : undefined;
  return live.find(({ role }) => role === 'responsible');
}

/** What the card of a periodic task says instead of executors, date and state: those are its periods' own. */
export function seriesLines({ t, locale }: TimeContext, task: TaskView): string[] {
  const first = task.due ? printDay(locale, task.due) : '';
  return [
    t(locale, 'tasks-executors', { n: task.seriesSize }),
    t(locale, 'periods-first', { day: first }),
    ...(task.recurrence ? [recurrenceLine(t, locale, task.recurrence)] : []),
    t(locale, 'periods-series-state', { state: task.state }),
  ];
}

/** True for an issued periodic task: it has no shares of its own. */
export function isSeries({ recurrence, state }: Pick<TaskView, 'recurrence' | 'state'>): boolean {
  return recurrence !== null && state !== 'draft';
}
