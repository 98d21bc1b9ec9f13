// Questions that the dialogs of meetings share: a text, and a day to come with the time that was typed beside it.
import { createCalendar } from '../calendar.ts';
import { readDue } from '../reading/dates/dates.ts';
import { dateGround } from '../resolutions/queries.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { Talk } from '../telegram/talk.ts';
import type { Clock, Day } from '../time.ts';

/** A text of at most `max` characters. */
export async function askText(talk: Talk, key: string, max: number): Promise<string> {
  const { text } = await talk.ask(talk.t(key), { maxLength: max });
  return text ?? '';
}

/** A day from today on, pressed or typed; null when it could not be asked. */
export async function askComingDay(talk: Talk, key: string): Promise<{ day: Day; time: Clock | null } | null> {
  const ground = await talk.act(dateGround);
  if (!ground.ok) return null;
  const { today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const read = (text: string) => readDue(text, { today, calendar, week: 5 });
  const answer = await askDay(talk, talk.t(key), {
    today,
    min: today,
    isDayOff: (day) => !calendar.isWorkingDay(day, 5),
    parse: (text) => {
      const reading = read(text);
      return reading && (reading.impossible ? { impossible: true } : { day: reading.day });
    },
  });
  if (answer.day === undefined) return null;
  const typed = answer.text === undefined ? null : read(answer.text);
  return { day: answer.day, time: typed && !typed.impossible ? (typed.time ?? null) : null };
}
