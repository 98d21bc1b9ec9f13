// Parts of the edit of a draft that are about time: how often it repeats, how often news is expected, control dates on the way.
import { createCalendar, createSchoolYears, loadOverrides, loadSchoolYears } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { readDue } from '../reading/dates/dates.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { Talk } from '../telegram/talk.ts';
import { dayIn, type Day } from '../time.ts';
import { ownDraft, updateDraft } from './draft-actions.ts';
import { firstSchoolDate, type Repeat, repeats, ruleFor } from './recurrence-rules.ts';
import { type UpdateRate, updateRules } from './update-rules.ts';
import { executorsWeek } from './week-rules.ts';

/** Most control dates of a task. */
const mostInterim = 12;

/** Weekly to yearly, by school term or school year, or not at all; the date of the draft is the first one, else it is asked for. */
export async function editRepeat(talk: Talk, taskId: number): Promise<void> {
  const label = (repeat: string) => ({ label: talk.t('periods-repeat', { repeat }), value: repeat });
  const choices = [repeats.slice(0, 2), repeats.slice(2, 4), repeats.slice(4, 6), repeats.slice(6)].map((row) =>
    row.map(label),
  );
  const { choice } = await talk.ask(talk.t('periods-ask-repeat'), {
    choices: [...choices, [label('none')]],
    text: false,
  });
  const repeat = repeats.find((known) => known === choice) ?? null;
  const first = await firstDate(talk, taskId, repeat);
  if (first === null) return;
  await talk.act(async (app, actor) => {
    const { dueTime } = await ownDraft(app, actor, taskId);
    const recurrence = repeat === null ? null : ruleFor(repeat, first);
    await updateDraft(app, actor, { taskId, due: first, dueTime, term: 'dated', recurrence });
  });
}

/** The date of the draft, the end of the running school term or year, or the one asked for; null when nothing is to be changed. */
async function firstDate(talk: Talk, taskId: number, repeat: Repeat | null): Promise<Day | null> {
  const ground = await talk.act(async (app, actor) => {
    const draft = await ownDraft(app, actor, taskId);
    const today = dayIn(app.zone, app.now());
    const school = repeat?.startsWith('school') ? await loadSchoolYears(app) : createSchoolYears();
    const end = repeat === null ? null : firstSchoolDate(repeat, today, school);
    return { today, due: end ?? draft.due, week: executorsWeek(draft), overrides: await loadOverrides(app) };
  });
  if (!ground.ok) return null;
  const { today, due, week, overrides } = ground.value;
  if (due !== null || repeat === null) return due;
  const calendar = createCalendar(overrides);
  const parse = (text: string): { day: Day } | { impossible: true } | null => {
    const read = readDue(text, { today, calendar, week });
    return read && (read.impossible ? { impossible: true } : { day: read.day });
  };
  const isDayOff = (day: Day): boolean => !calendar.isWorkingDay(day, week);
  const answer = await askDay(talk, talk.t('periods-ask-first'), { today, min: today, parse, isDayOff });
  return answer.day ?? null;
}

/** How often news of the task is expected. */
export async function editUpdates(talk: Talk, taskId: number): Promise<void> {
  const rates = Object.keys(updateRules) as UpdateRate[];
  const label = (rate: string) => ({ label: talk.t('periods-rate', { rate }), value: rate });
  const choices = [rates.slice(0, 2).map(label), rates.slice(2).map(label), [label('none')]];
  const { choice } = await talk.ask(talk.t('periods-ask-updates'), { choices, text: false });
  const rate = rates.find((known) => known === choice);
  await talk.act((app, actor) => updateDraft(app, actor, { taskId, updateRule: rate ? updateRules[rate] : null }));
}

/** Dates by which a part has to be done: from today to the day before the date of the task. */
export async function editInterim(talk: Talk, taskId: number): Promise<void> {
  const { text = '' } = await talk.ask(talk.t('periods-ask-interim'), { maxLength: 400 });
  await talk.act(async (app, actor) => {
    const draft = await ownDraft(app, actor, taskId);
    const { due } = draft;
    const today = dayIn(app.zone, app.now());
    const calendar = createCalendar(await loadOverrides(app));
    const parts = text.trim() === '-' ? [] : text.split(/[,;\n]+/).filter((part) => part.trim() !== '');
    const days = parts.map((part) => {
      const read = readDue(part, { today, calendar, week: executorsWeek(draft) });
      return read && !read.impossible ? read.day : null;
    });
    const fit = days.every((day) => day !== null && day >= today && (due === null || day < due));
    if (!fit || days.length > mostInterim) throw new UserError('periods-interim-unclear');
    const interimDues = [...new Set(days.filter((day) => day !== null))].toSorted();
    await updateDraft(app, actor, { taskId, interimDues });
  });
}
