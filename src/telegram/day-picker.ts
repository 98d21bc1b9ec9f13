// askDay: a calendar keyboard inside a dialog, Monday first; a date may be pressed or typed.
import {
  addDays,
  addMonths,
  endOfMonth,
  partsOf,
  printDayShort,
  printMonth,
  printWeekday,
  weekday,
  type Day,
} from '../time.ts';
import type { Choice, Talk } from './talk.ts';

export type DayReading = { day: Day; impossible?: undefined } | { impossible: true } | null;
export type DayAsking = {
  /** Today: the month shown first, marked in the grid. */
  today: Day;
  /** Reads a typed date; `impossible` is a date that no calendar has, null words that are no date. Pure: it runs again on replay. */
  parse: (text: string) => DayReading;
  /** The first day that can be chosen. */
  min?: Day;
  /** The last day that can be chosen; default two years after today. */
  max?: Day;
  /** Buttons under the grid; their values come back as `choice`. */
  extra?: Choice[][];
  /** Days to mark as days off. They can be chosen all the same. */
  isDayOff?: (day: Day) => boolean;
};
/** `text` is what was typed, for readers of a time beside the date. */
export type DayAnswer =
  { day: Day; text?: string; choice?: undefined } | { choice: string; day?: undefined; text?: undefined };

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
/** Telegram refuses a button without a label. */
const empty = '–';

/** Asks for a day. Months turn in the same message; a typed date that cannot be is explained, and the question stands. */
export async function askDay(talk: Talk, html: string, asking: DayAsking): Promise<DayAnswer> {
  const { today, min, max = addMonths(today, 24), isDayOff } = asking;
  const hints = [talk.t('telegram-day-hint'), ...(isDayOff ? [talk.t('telegram-day-marks')] : [])];
  const question = `${html}\n\n${hints.join(' ')}`;
  let month = monthOf(min !== undefined && min > today ? min : today);
  let rewrite = false;
  for (;;) {
    const choices = [...monthGrid(talk, month, { ...asking, max }), ...(asking.extra ?? [])];
    const answer = await talk.ask(question, { choices, rewrite, maxLength: 200 });
    rewrite = true;
    if (answer.choice === undefined) {
      const day = await typedDay(talk, answer.text, { ...asking, max });
      if (day !== null) return { day, text: answer.text };
    } else if (answer.choice === 'prev') month = addMonths(month, -1);
    else if (answer.choice === 'next') month = addMonths(month, 1);
    else if (dayPattern.test(answer.choice)) return { day: answer.choice };
    else if (answer.choice !== 'none') return { choice: answer.choice };
  }
}

async function typedDay(talk: Talk, text: string, { parse, min, max }: DayAsking): Promise<Day | null> {
  const reading = parse(text);
  if (reading === null) await talk.say('telegram-day-unclear');
  else if (reading.impossible) await talk.say('telegram-day-impossible');
  else if (min !== undefined && reading.day < min) await talk.say('telegram-day-past', { day: printDayShort(min) });
  else if (max !== undefined && reading.day > max) await talk.say('telegram-day-far', { day: printDayShort(max) });
  else return reading.day;
  return null;
}

function monthGrid(talk: Talk, month: Day, { today, min, max, isDayOff }: DayAsking): Choice[][] {
  const { year, month: number } = partsOf(month);
  const nothing = (label: string): Choice => ({ label, value: 'none' });
  const turn = (label: string, value: string, possible: boolean): Choice =>
    possible ? { label, value } : nothing(empty);
  const head = [
    turn('‹', 'prev', min === undefined || month > min),
    nothing(`${printMonth(talk.locale, number)} ${year}`),
    turn('›', 'next', max === undefined || endOfMonth(month) < max),
  ];
  const names = [1, 2, 3, 4, 5, 6, 7].map((n) => nothing(printWeekday(talk.locale, n, true)));
  const cell = (day: Day): Choice => {
    const { dayOfMonth } = partsOf(day);
    if (monthOf(day) !== month || (min !== undefined && day < min) || (max !== undefined && day > max))
      return nothing(empty);
    const label = `${dayOfMonth}${isDayOff?.(day) ? '·' : ''}`;
    return { label: day === today ? `[${label}]` : label, value: day };
  };
  return [head, names, ...weeksOf(month).map((week) => week.map(cell))];
}

/** The weeks that touch the month, each from Monday to Sunday. */
function weeksOf(month: Day): Day[][] {
  const last = endOfMonth(month);
  const weeks: Day[][] = [];
  for (let monday = addDays(month, 1 - weekday(month)); monday <= last; monday = addDays(monday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n)));
  return weeks;
}

function monthOf(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}
