// The conversation about a past day: which day, then the table.
import { createCalendar, loadOverrides } from '../calendar.ts';
import { readMeetingDay } from '../resolutions/meeting-day.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { addDays, type Day, endOfMonth, addMonths, printDay, printDayShort } from '../time.ts';
import { asOfMessage } from './as-of-messages.ts';
import { readableResolution, resolutionAsOf } from './as-of-queries.ts';

export const historyDialogs: DialogDefinition[] = [{ id: 'history.day', run: dayDialog }];

/** Asks for a day between the adoption and today and shows the resolution as it was then. */
async function dayDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const resolutionId = Number(args['resolutionId']);
  const ground = await talk.act(async (app, actor) => {
    const { from, today } = await readableResolution(app, actor, resolutionId);
    return { from, today, overrides: await loadOverrides(app) };
  });
  if (!ground.ok) return;
  const { from, today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const parse = (text: string): { day: Day } | { impossible: true } | null => {
    const read = readMeetingDay(text, { today, calendar, week: 5 });
    return read && (read.impossible ? { impossible: true } : { day: read.day });
  };
  const wanted = [addDays(today, -1), addDays(today, -7), endOfMonth(addMonths(today, -1)), from];
  const quick = [...new Set(wanted.filter((day) => day >= from && day <= today))];
  const extra = [quick.map((day) => ({ label: printDayShort(day), value: `quick ${day}` }))];
  const question = talk.t('history-asof-ask', { day: printDay(talk.locale, from) });
  for (;;) {
    const answer = await askDay(talk, question, { today, min: from, max: today, parse, extra });
    const day = answer.day ?? answer.choice?.replace('quick ', '');
    if (!day) continue;
    const { locale } = talk;
    const done = await talk.act(async (app, actor) => {
      const { html, keyboard } = asOfMessage({ app, locale }, await resolutionAsOf(app, actor, resolutionId, day), 0);
      return { html, keyboard };
    });
    if (done.ok) await talk.sayHtml(done.value.html, { keyboard: done.value.keyboard });
    return;
  }
}
