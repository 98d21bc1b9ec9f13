// Conversations about reminders: the own days off of an organisation, and until when a task is paused.
import type { App } from '../app.ts';
import { createCalendar } from '../calendar.ts';
import { readDue } from '../reading/dates/dates.ts';
import type { DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { addDays, type Day, dayIn, isDay, printDay } from '../time.ts';
import { pauseTask, setOrgPolicy } from './policy-actions.ts';
import { organisationPolicy } from './policy-queries.ts';

export const policyDialogs: DialogDefinition[] = [
  {
    id: 'reminders.quiet',
    run: async (talk, args) => {
      const orgId = Number(args['orgId']);
      const days = await askDays(talk);
      if (days === null) return;
      const done = await talk.act(async (app, actor) => {
        const known = (await organisationPolicy(app, orgId))?.own.quietDays ?? [];
        const today = dayIn(app.zone, app.now());
        const quietDays = [...known.filter((day) => day >= today), ...days];
        return setOrgPolicy(app, actor, { orgId, change: { quietDays } });
      });
      if (done.ok) await talk.say('reminders-quiet-saved', { n: days.length });
    },
  },
  {
    id: 'reminders.pause',
    run: async (talk, args) => {
      const taskId = Number(args['taskId']);
      const until = await askDay(talk, 'reminders-ask-pause');
      if (until === null) return;
      const day = printDay(talk.locale, until);
      const { choice } = await talk.ask(talk.t('reminders-pause-question', { day }), {
        choices: [
          [
            { label: talk.t('reminders-button-pause', { day }), value: 'yes' },
            { label: talk.t('reminders-button-no'), value: 'no' },
          ],
        ],
        text: false,
      });
      if (choice !== 'yes') return;
      const done = await talk.act((app, actor) => pauseTask(app, actor, { taskId, until }));
      if (done.ok) await talk.say('tasks-paused', { day });
    },
  },
];

/** One date, or the first and the last of several days: '25.12.2026 - 05.01.2027'. */
async function askDays(talk: Talk): Promise<Day[] | null> {
  for (;;) {
    const { text = '' } = await talk.ask(talk.t('reminders-ask-quiet-days'));
    const words = text.split(/\s+[-–—]\s+/);
    const found = await talk.act((app) => Promise.resolve(words.map((word) => readDay(app, word))));
    if (!found.ok) return null;
    const [first, last = first] = found.value;
    if (words.length <= 2 && first && last && last >= first && last <= addDays(first, 60)) return daysFrom(first, last);
    await talk.say('reminders-calendar-no-day');
  }
}

async function askDay(talk: Talk, question: string): Promise<Day | null> {
  for (;;) {
    const { text = '' } = await talk.ask(talk.t(question));
    const found = await talk.act((app) => Promise.resolve(readDay(app, text)));
    if (!found.ok) return null;
    if (found.value !== null) return found.value;
    await talk.say('reminders-calendar-no-day');
  }
}

function readDay(app: App, text: string): Day | null {
  const context = { today: dayIn(app.zone, app.now()), calendar: createCalendar(), week: 5 as const };
  const reading = readDue(text, context);
  return reading && !reading.impossible && isDay(reading.day) ? reading.day : null;
}

function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
