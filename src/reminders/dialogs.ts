// Adding a day to the working calendar: which day, off or working, for which week, on what ground.
import { createCalendar } from '../calendar.ts';
import { readDue } from '../reading/dates/dates.ts';
import type { DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { dayIn, printDay, type Day } from '../time.ts';
import { longestNote, setCalendarDay } from './calendar-actions.ts';
import { policyDialogs } from './policy-dialogs.ts';

export const remindersDialogs: DialogDefinition[] = [{ id: 'reminders.calendar-add', run: addDay }, ...policyDialogs];

async function addDay(talk: Talk): Promise<void> {
  const day = await askDay(talk);
  if (day === null) return;
  const kind = await talk.ask(talk.t('reminders-calendar-ask-kind', { day: printDay(talk.locale, day) }), {
    choices: [
      [
        { label: talk.t('reminders-calendar-kind-off'), value: 'off' },
        { label: talk.t('reminders-calendar-kind-work'), value: 'work' },
      ],
    ],
    text: false,
  });
  const week = await talk.ask(talk.t('reminders-calendar-ask-week'), {
    choices: [
      (['0', '5', '6'] as const).map((value) => ({ label: talk.t(`reminders-calendar-week-${value}`), value })),
    ],
    text: false,
  });
  const note = await talk.ask(talk.t('reminders-calendar-ask-note'), { maxLength: longestNote });
  const change = {
    day,
    kind: kind.choice === 'work' ? ('work' as const) : ('off' as const),
    week: week.choice === '5' ? (5 as const) : week.choice === '6' ? (6 as const) : (0 as const),
    note: note.text ?? '',
  };
  const done = await talk.act((app, actor) => setCalendarDay(app, actor, change));
  if (done.ok) await talk.say('reminders-calendar-saved', { day: printDay(talk.locale, day) });
}

async function askDay(talk: Talk): Promise<Day | null> {
  for (;;) {
    const { text = '' } = await talk.ask(talk.t('reminders-calendar-ask-day'));
    const found = await talk.act((app) => {
      const context = { today: dayIn(app.zone, app.now()), calendar: createCalendar(), week: 5 as const };
      const reading = readDue(text, context);
      return Promise.resolve(reading && !reading.impossible ? reading.day : null);
    });
    if (!found.ok) return null;
    if (found.value !== null) return found.value;
    await talk.say('reminders-calendar-no-day');
  }
}
