// What a draft says about time: urgency, periods, warnings of the quality gate, and buttons that take a proposed day. HTML.
import { button } from '../telegram/buttons.ts';
import type { Keyboard } from '../telegram/context.ts';
import { dayIn, printDay } from '../time.ts';
import type { DraftTime } from './draft-time-queries.ts';
import { dayLabel, warningLines } from './gate-messages.ts';
import type { CardContext } from './messages.ts';
import type { TaskView } from './queries.ts';
import { timeLines } from './recurrence-messages.ts';

/** Urgency, expected news, control dates; what becomes of a date on a day off; the warnings. */
export function draftTimeLines({ app, calendar, locale }: CardContext, draft: TaskView, time?: DraftTime): string[] {
  const { t } = app;
  const lines = timeLines({ t, locale, calendar, today: dayIn(app.zone, app.now()) }, draft);
  if (!time) return lines;
  const key = draft.recurrence ? 'periods-series-policy' : 'periods-proposal-policy';
  return [
    ...lines,
    ...(time.moved ? [t(locale, key, { day: printDay(locale, time.moved) })] : []),
    ...warningLines({ t, locale }, draft, time.warnings),
  ];
}

/** A row for each proposed day, and one for the roadmap that a long task of several bodies asks for. */
export function draftTimeRows({ app, locale }: CardContext, { taskId }: TaskView, time?: DraftTime): Keyboard {
  const days = (time?.proposed ?? []).map((day) => [
    button(dayLabel({ t: app.t, locale }, day), 'tasks.due', taskId, day.replaceAll('-', '')),
  ]);
  const long = time?.warnings.some(({ code }) => code === 'roadmap') ?? false;
  return long ? [...days, [button(app.t(locale, 'periods-button-roadmap'), 'roadmaps.for-task', taskId)]] : days;
}
