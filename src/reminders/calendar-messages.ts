// How the working calendar of a year looks to administrators.
import type { InlineKeyboardButton } from 'grammy/types';
import type { App } from '../app.ts';
import { daysOffOf } from '../calendar.ts';
import { button } from '../telegram/buttons.ts';
import type { Locale } from '../texts.ts';
import { printDay, printDayShort, type Day } from '../time.ts';
import type { MarkedDay } from './calendar-queries.ts';

export type CalendarParts = {
  year: number;
  thisYear: number;
  marked: MarkedDay[];
  /** The year to warn of, when it ought to be confirmed by now. */
  unconfirmed: number | null;
};

/** A button removes a mark; more of them than this do not fit on a screen. */
const maxRemovals = 20;

/** Days off by the rules of the law, the marked days, and buttons to change them. */
export function calendarMessage({ t }: App, locale: Locale, parts: CalendarParts) {
  const { year, thisYear, marked, unconfirmed } = parts;
  const { daysOff, transfers } = daysOffOf(year, 5);
  const lines = [
    ...(unconfirmed === null ? [] : [t(locale, 'reminders-calendar-warning', { year: String(unconfirmed) }), '']),
    `<b>${t(locale, 'reminders-calendar-title', { year: String(year) })}</b>`,
    ...(marked.length === 0 ? [t(locale, 'reminders-calendar-none')] : marked.map((day) => markedLine(t, locale, day))),
    '',
    t(locale, 'reminders-calendar-rules', { days: list([...daysOff].sort()) }),
    t(locale, 'reminders-calendar-moved', { days: list(transfers.map(({ to }) => to)) }),
  ];
  const years = [thisYear, thisYear + 1].filter((other) => other !== year);
  const keyboard: InlineKeyboardButton[][] = [
    ...marked
      .slice(0, maxRemovals)
      .map(({ id, day }) => [
        button(t(locale, 'reminders-calendar-remove', { day: printDayShort(day) }), 'reminders.calendar-remove', id),
      ]),
    [button(t(locale, 'reminders-calendar-add'), 'reminders.calendar-add')],
    [button(t(locale, 'periods-button-school'), 'periods.terms', year)],
    ...(unconfirmed === null
      ? []
      : [
          [
            button(
              t(locale, 'reminders-calendar-confirm', { year: String(unconfirmed) }),
              'reminders.calendar-confirm',
              unconfirmed,
            ),
          ],
        ]),
    years.map((other) => button(String(other), 'reminders.calendar', other)),
  ];
  return { html: lines.join('\n'), keyboard };
}

function markedLine(t: App['t'], locale: Locale, { day, week, kind, note }: MarkedDay): string {
  return t(locale, 'reminders-calendar-line', { day: printDay(locale, day), kind, week: String(week ?? 0), note });
}

function list(days: Day[]): string {
  return days.map((day) => printDayShort(day).slice(0, 5)).join(', ') || '—';
}
