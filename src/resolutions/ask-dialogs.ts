// Questions that the dialogs of resolutions share: a choice with search, executors, a due date, texts.
import type { App } from '../app.ts';
import { createCalendar } from '../calendar.ts';
import type { TaskKind, TaskTerm } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { readDue } from '../reading/dates/dates.ts';
import { excerpt, executorName } from '../tasks/messages.ts';
import { postViews } from '../tasks/post-queries.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { askDay, type DayAnswer } from '../telegram/day-picker.ts';
import { type Option, optionRows } from '../telegram/pick.ts';
import type { Choice, Talk } from '../telegram/talk.ts';
import { escapeHtml } from '../texts.ts';
import { type Clock, type Day, printDay } from '../time.ts';
import { workedOn } from './access-actions.ts';
import { typedExecutors } from './executor-queries.ts';
import { readMeetingDay } from './meeting-day.ts';
import { dateGround, postHeld } from './queries.ts';
import { kinds, maxForm, mayIssueTo } from './rules.ts';

export type DueAnswer = { due: Day | null; dueTime: Clock | null; term: TaskTerm };
export type ExecutorsAnswer = { executorPostIds: number[]; fanOut: boolean; groupIds: number[] };

/** Names of executors in one answer, in characters: a class of 350 does not fit into a message. */
const longestList = 1000;

/** A text of at most `max` characters. */
export async function askText(talk: Talk, key: string, max: number): Promise<string> {
  const answer = await talk.ask(talk.t(key), { maxLength: max });
  return answer.text ?? '';
}

/** The text of an item. */
export async function askItemText(talk: Talk): Promise<string> {
  return askText(talk, 'resolutions-ask-text', maxTaskText);
}

/** Assignment, recommendation and so on. */
export async function askKind(talk: Talk): Promise<TaskKind> {
  const label = (kind: TaskKind): Choice => ({ label: talk.t('resolutions-kind', { kind }), value: kind });
  const choices = [kinds.slice(0, 2), kinds.slice(2, 4), kinds.slice(4)].map((row) => row.map(label));
  const { choice } = await talk.ask(talk.t('resolutions-ask-kind'), { choices, text: false });
  return kinds.find((kind) => kind === choice) ?? 'assignment';
}

/** A completion form, or none. */
export async function askForm(talk: Talk, before = ''): Promise<string | null> {
  const choices = [[{ label: talk.t('resolutions-button-skip'), value: 'skip' }]];
  const html = [before, talk.t('resolutions-ask-form')].filter(Boolean).join('\n\n');
  const answer = await talk.ask(html, { choices, maxLength: maxForm });
  return answer.text ?? null;
}

/** A day from the calendar keyboard or typed; `extra` are buttons below it. */
export async function askDate(
  talk: Talk,
  key: string,
  { future, extra = [] }: { future: boolean; extra?: Choice[][] },
): Promise<(DayAnswer & { time: Clock | null; dayOff: boolean }) | null> {
  const ground = await talk.act(dateGround);
  if (!ground.ok) return null;
  const { today, overrides } = ground.value;
  const calendar = createCalendar(overrides);
  const context = { today, calendar, week: 5 as const };
  const read = future ? readDue : readMeetingDay;
  const answer = await askDay(talk, talk.t(key), {
    today,
    ...(future ? { min: today } : {}),
    extra,
    isDayOff: (day) => !calendar.isWorkingDay(day, 5),
    parse: (text) => {
      const reading = read(text, context);
      return reading === null ? null : reading.impossible ? { impossible: true } : { day: reading.day };
    },
  });
  const reading = answer.text === undefined ? null : read(answer.text, context);
  const time = reading && !reading.impossible ? (reading.time ?? null) : null;
  return { ...answer, time, dayOff: answer.day !== undefined && !calendar.isWorkingDay(answer.day, 5) };
}

/** The due date of an item and the line that echoes it; it may be standing, or come later. */
export async function askDue(talk: Talk): Promise<(DueAnswer & { echo: string }) | null> {
  const extra = [
    [
      { label: talk.t('resolutions-button-no-date'), value: 'later' },
      { label: talk.t('resolutions-button-standing'), value: 'standing' },
    ],
  ];
  const answer = await askDate(talk, 'resolutions-ask-due', { future: true, extra });
  if (!answer) return null;
  if (answer.day === undefined) {
    const term = answer.choice === 'standing' ? 'standing' : 'dated';
    return { due: null, dueTime: null, term, echo: talk.t('resolutions-echo-term', { term }) };
  }
  const day = printDay(talk.locale, answer.day) + (answer.time ? `, ${answer.time}` : '');
  const echo = talk.t('resolutions-echo-due', { day, off: answer.dayOff ? 'yes' : 'no' });
  return { due: answer.day, dueTime: answer.time, term: 'dated', echo };
}

type Found = {
  options: Option[];
  fanOut: boolean;
  unclear: { words: string; options: Option[] }[];
  unknown: string[];
  /** Executors whom the chair may not give tasks. */
  refused: string[];
  groupIds?: number[];
};

/** Executors, as many as there are: typed, one or several at once; doubtful words are asked about. An empty list is allowed for a draft. */
export async function askExecutors(talk: Talk, resolutionId: number): Promise<ExecutorsAnswer | null> {
  let chosen: Option[] = [];
  let fanOut = false;
  let groupIds: number[] = [];
  for (;;) {
    const answer = await talk.ask(executorsQuestion(talk, chosen, fanOut), { choices: executorButtons(talk, chosen) });
    if (answer.choice === 'done') return { executorPostIds: chosen.map(({ id }) => id), fanOut, groupIds };
    if (answer.choice === 'clear') {
      chosen = [];
      fanOut = false;
      groupIds = [];
      continue;
    }
    const typed = answer.choice === 'all' ? 'все школы' : (answer.text ?? '');
    const found = await talk.act(async (app, actor) => findExecutors(app, actor, resolutionId, typed));
    if (!found.ok) return null;
    chosen = added(chosen, [...found.value.options, ...(await settleUnclear(talk, found.value))]);
    fanOut ||= found.value.fanOut;
    groupIds = [...new Set([...groupIds, ...(found.value.groupIds ?? [])])];
  }
}

function added(chosen: Option[], more: Option[]): Option[] {
  const known = new Map([...chosen, ...more].map((option) => [option.id, option]));
  return [...known.values()];
}

async function settleUnclear(talk: Talk, { unclear, unknown, refused }: Found): Promise<Option[]> {
  const settled: Option[] = [];
  for (const { words, options } of unclear) {
    const none = [{ label: talk.t('resolutions-button-none'), value: '0' }];
    const choices = [...optionRows(options), none];
    const { choice } = await talk.ask(talk.t('resolutions-executors-unclear', { words }), { choices, text: false });
    settled.push(...options.filter(({ id }) => String(id) === choice));
  }
  if (unknown.length > 0)
    await talk.say('resolutions-executors-unknown', { words: excerpt(unknown.join('; '), longestList) });
  if (refused.length > 0)
    await talk.say('resolutions-executors-refused', { names: excerpt(refused.join('; '), longestList) });
  return settled;
}

function executorsQuestion(talk: Talk, chosen: Option[], fanOut: boolean): string {
  if (chosen.length === 0) return talk.t('resolutions-ask-executors');
  const shown = chosen.slice(0, 15).map(({ label }) => `• ${escapeHtml(label)}`);
  const more = chosen.length > shown.length ? [talk.t('resolutions-more', { n: chosen.length - shown.length })] : [];
  const head = talk.t('resolutions-executors-chosen', { n: chosen.length, all: fanOut ? 'yes' : 'no' });
  return [head, ...shown, ...more, '', talk.t('resolutions-executors-more')].join('\n');
}

function executorButtons(talk: Talk, chosen: Option[]): Choice[][] {
  const all = { label: talk.t('resolutions-button-all-schools'), value: 'all' };
  if (chosen.length === 0) return [[all], [{ label: talk.t('resolutions-button-no-executors'), value: 'done' }]];
  const clear = { label: talk.t('resolutions-button-clear'), value: 'clear' };
  return [[{ label: talk.t('resolutions-button-done'), value: 'done' }], [all, clear]];
}

async function findExecutors(app: App, actor: Actor, resolutionId: number, typed: string): Promise<Found> {
  const view = await workedOn(app, actor, resolutionId);
  const { postIds, fanOut, unclear, unknown, groupIds = [] } = await typedExecutors(app, actor.locale, view, typed);
  const chair = postHeld(view.chair, view.rootOrgId);
  const posts = await postViews(app, [...postIds, ...unclear.flatMap(({ candidates }) => candidates)]);
  const allowed = posts.filter(({ role, org }) => mayIssueTo(chair, [{ role, orgPath: org.path, orgType: org.type }]));
  const option = (id: number): Option[] =>
    allowed.filter(({ postId }) => postId === id).map((post) => ({ id, label: executorName(post, actor.locale) }));
  const refused = posts.filter((post) => postIds.includes(post.postId) && !allowed.includes(post));
  const asked = unclear.map(({ words, candidates }) => ({ words, options: candidates.flatMap(option) }));
  return {
    options: postIds.flatMap(option),
    fanOut: fanOut && refused.length < postIds.length,
    groupIds,
    unclear: asked.filter(({ options }) => options.length > 0),
    unknown,
    refused: [
      ...refused.map((post) => executorName(post, actor.locale)),
      ...asked.filter(({ options }) => options.length === 0).map(({ words }) => words),
    ],
  };
}
