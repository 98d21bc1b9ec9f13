// The conversation about putting an issued task right: what, how, why, and a look before it counts.
import { readDue } from '../reading/dates/dates.ts';
import { createCalendar, loadOverrides } from '../calendar.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { escapeHtml } from '../texts.ts';
import { type Clock, dayIn, type Day } from '../time.ts';
import { correctTask } from './correct-actions.ts';
import { excerpt } from './messages.ts';
import { taskView } from './queries.ts';
import { maxTaskText } from './rules.ts';
import { movedText } from './slip-rules.ts';
import { executorsWeek } from './week-rules.ts';

const longestReason = 1000;

type Change = { text?: string; due?: Day; dueTime?: Clock | null };
/** With what it is shown as before it counts. */
type Asked = { change: Change; echo: string };

/** Asks for the field, its new value and the reason, shows them, and corrects the task after a press. */
export async function correctDialog(talk: Talk, args: DialogArgs): Promise<void> {
  const [taskId, number] = [Number(args['taskId']), String(args['number'])];
  const field = (name: 'text' | 'due') => ({ label: talk.t(`tasks-edit-${name}`), value: name });
  const { choice } = await talk.ask(talk.t('tasks-ask-correct', { number }), {
    choices: [[field('text'), field('due')]],
    text: false,
  });
  const asked = choice === 'text' ? await askText(talk) : await askDate(talk, taskId);
  if (!asked) return;
  const { change, echo } = asked;
  const { text: reason = '' } = await talk.ask(talk.t('tasks-ask-correct-reason'), { maxLength: longestReason });
  const choices = [
    [
      { label: talk.t('tasks-button-correct-yes'), value: 'yes' },
      { label: talk.t('tasks-button-correct-no'), value: 'no' },
    ],
  ];
  const html = [talk.t('tasks-correct-confirm', { number }), echo, talk.t('tasks-reason', { reason })].join('\n');
  const answer = await talk.ask(html, { choices, text: false });
  if (answer.choice !== 'yes') return talk.say('tasks-correct-dropped');
  const done = await talk.act((app, actor) => correctTask(app, actor, { taskId, reason, ...change }));
  if (done.ok) await talk.say('tasks-corrected-now', { number });
}

async function askText(talk: Talk): Promise<Asked> {
  const { text = '' } = await talk.ask(talk.t('tasks-ask-text'), { maxLength: maxTaskText });
  return { change: { text }, echo: escapeHtml(excerpt(text, 1500)) };
}

async function askDate(talk: Talk, taskId: number): Promise<Asked | null> {
  const ground = await talk.act(async (app) => {
    const task = await taskView(app, taskId);
    const week = task ? executorsWeek(task) : 5;
    const was = task?.due ? { day: task.due, time: task.dueTime } : null;
    return { today: dayIn(app.zone, app.now()), overrides: await loadOverrides(app), week, was };
  });
  if (!ground.ok) return null;
  const { today, overrides, week, was } = ground.value;
  const calendar = createCalendar(overrides);
  const read = (text: string) => readDue(text, { today, calendar, week });
  const parse = (text: string): { day: Day } | { impossible: true } | null => {
    const due = read(text);
    return due && (due.impossible ? { impossible: true } : { day: due.day });
  };
  const isDayOff = (day: Day): boolean => !calendar.isWorkingDay(day, week);
  const answer = await askDay(talk, talk.t('tasks-ask-due'), { today, min: today, parse, extra: [], isDayOff });
  if (answer.day === undefined) return null;
  const typed = answer.text === undefined ? null : read(answer.text);
  const dueTime = typed && !typed.impossible ? (typed.time ?? null) : null;
  const value = movedText(talk.locale, was, { day: answer.day, time: dueTime });
  return { change: { due: answer.day, dueTime }, echo: talk.t('tasks-correct-due', { value }) };
}
