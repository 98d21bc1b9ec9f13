// Dialogs of tasks: one field of a draft is changed; a task is closed or cancelled with a reason.
import { createCalendar, loadOverrides } from '../calendar.ts';
import { homePlacesFor } from '../chats/queries.ts';
import { postTitle } from '../org/messages.ts';
import { readDue } from '../reading/dates/dates.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogDefinition } from '../telegram/dialog.ts';
import type { Done, Talk } from '../telegram/talk.ts';
import { dayIn, type Day } from '../time.ts';
import { cancelTask, closeTask } from './actions.ts';
import { possibleControllers } from './around-draft-queries.ts';
import { setMeasure } from './promise-actions.ts';
import { correctDialog } from './correct-dialogs.ts';
import { ownDraft, placeDraft, updateDraft } from './draft-actions.ts';
import { homeAfter, languageOf, understandExecutors } from './draft-queries.ts';
import { presentDraft } from './present-draft-actions.ts';
import { editInterim, editRepeat, editUpdates } from './draft-time-dialogs.ts';
import { refuseSensitive } from './guard-rules.ts';
import { excerpt } from './messages.ts';
import { type Doubt, maxTaskText } from './rules.ts';
import { executorsWeek } from './week-rules.ts';

const longestReason = 1000;
const longestForm = 300;

const fields = ['text', 'executors', 'due', 'controller', 'home', 'form', 'repeat', 'updates', 'interim'] as const;
type Field = (typeof fields)[number];
const timeLabels: Partial<Record<Field, string>> = {
  repeat: 'periods-edit-repeat',
  updates: 'periods-edit-updates',
  interim: 'periods-edit-interim',
};

/** Dialogs of this slice. */
export const tasksDialogs: DialogDefinition[] = [
  { id: 'tasks.edit', run: (talk, args) => editDraft(talk, Number(args['taskId']), Number(args['here'])) },
  { id: 'tasks.measure', run: (talk, args) => askMeasure(talk, Number(args['taskId']), Number(args['here'])) },
  { id: 'tasks.cancel', run: (talk, args) => cancelWithReason(talk, Number(args['taskId']), String(args['number'])) },
  { id: 'tasks.correct', run: correctDialog },
  { id: 'tasks.close', run: (talk, args) => closeWithReason(talk, Number(args['taskId']), String(args['number'])) },
];

async function editDraft(talk: Talk, taskId: number, here: number): Promise<void> {
  const choices = [fields.slice(0, 3), fields.slice(3, 6), fields.slice(6)].map((row) =>
    row.map((field) => ({ label: talk.t(timeLabels[field] ?? `tasks-edit-${field}`), value: field })),
  );
  const done = [{ label: talk.t('tasks-edit-done'), value: 'done' }];
  const { choice } = await talk.ask(talk.t('tasks-edit-what'), { choices: [...choices, done], text: false });
  const edit = edits[choice as Field];
  if (edit) await edit(talk, taskId, here);
  await showAgain(talk, taskId);
}

/** What a commitment will be measured by, in words. */
async function askMeasure(talk: Talk, taskId: number, here: number): Promise<void> {
  const { text = '' } = await talk.ask(talk.t('tasks-measure-type'), { maxLength: longestForm });
  await talk.act((app, actor) => {
    refuseInGroup(here, text);
    return setMeasure(app, actor, { taskId, measure: text });
  });
  await showAgain(talk, taskId);
}

async function showAgain(talk: Talk, taskId: number): Promise<void> {
  const shown = await talk.act((app, actor) => presentDraft(app, actor, taskId));
  if (!shown.ok) return;
  const messageId = await talk.sayHtml(shown.value.text, { keyboard: shown.value.keyboard });
  await talk.act((app) => placeDraft(app, { taskId, chatId: null, messageId }));
}

const edits: Record<Field, (talk: Talk, taskId: number, here: number) => Promise<unknown>> = {
  text: editText,
  executors: editExecutors,
  due: editDue,
  controller: editController,
  home: editHome,
  form: editForm,
  repeat: editRepeat,
  updates: editUpdates,
  interim: editInterim,
};

/** Groups have negative ids. There the draft repeats what was typed, and others read it. */
function refuseInGroup(here: number, text: string): void {
  if (here < 0) refuseSensitive('guard-in-group', text);
}

async function editText(talk: Talk, taskId: number, here: number): Promise<Done<void>> {
  const { text = '' } = await talk.ask(talk.t('tasks-ask-text'), { maxLength: maxTaskText });
  return talk.act((app, actor) => {
    refuseInGroup(here, text);
    return updateDraft(app, actor, { taskId, text, locale: languageOf(text) });
  });
}

async function editForm(talk: Talk, taskId: number, here: number): Promise<Done<void>> {
  const { text = '' } = await talk.ask(talk.t('tasks-ask-form'), { maxLength: longestForm });
  return talk.act((app, actor) => {
    refuseInGroup(here, text);
    return updateDraft(app, actor, { taskId, completionForm: text });
  });
}

/** Asks until somebody is found; what fits several posts is left on the draft, to be chosen by its buttons. */
async function editExecutors(talk: Talk, taskId: number, here: number): Promise<void> {
  for (;;) {
    const { text = '' } = await talk.ask(talk.t('tasks-ask-executors'), { maxLength: 1000 });
    const found = await talk.act(async (app, actor) => {
      const { kind } = await ownDraft(app, actor, taskId);
      return understandExecutors(app, actor, text, kind);
    });
    if (!found.ok) return;
    const { executorPostIds, doubts, fanOut = false, groupIds, homePlaceId: own } = found.value;
    if (executorPostIds.length === 0 && !doubts.some((doubt: Doubt) => doubt.candidates.length > 0)) {
      await talk.say('tasks-nobody-found');
      continue;
    }
    await talk.act(async (app, actor) => {
      const homePlaceId = own ?? (await homeAfter(app, await ownDraft(app, actor, taskId), executorPostIds, here));
      await updateDraft(app, actor, { taskId, executorPostIds, doubts, fanOut, homePlaceId, groupIds });
    });
    return;
  }
}

async function editDue(talk: Talk, taskId: number): Promise<void> {
  const ground = await talk.act(async (app, actor) => ({
    today: dayIn(app.zone, app.now()),
    overrides: await loadOverrides(app),
    week: executorsWeek(await ownDraft(app, actor, taskId)),
  }));
  if (!ground.ok) return;
  const { today, overrides, week } = ground.value;
  const calendar = createCalendar(overrides);
  const isDayOff = (day: Day): boolean => !calendar.isWorkingDay(day, week);
  const read = (text: string) => readDue(text, { today, calendar, week });
  const parse = (text: string): { day: Day } | { impossible: true } | null => {
    const due = read(text);
    return due && (due.impossible ? { impossible: true } : { day: due.day });
  };
  const extra = [
    [
      { label: talk.t('tasks-button-undated'), value: 'undated' },
      { label: talk.t('tasks-button-standing'), value: 'standing' },
    ],
  ];
  const answer = await askDay(talk, talk.t('tasks-ask-due'), { today, min: today, parse, extra, isDayOff });
  if (answer.choice !== undefined) {
    const term = answer.choice === 'standing' ? 'standing' : 'undated';
    await talk.act((app, actor) => updateDraft(app, actor, { taskId, term, due: null }));
    return;
  }
  const typed = answer.text === undefined ? null : read(answer.text);
  const dueTime = typed && !typed.impossible ? (typed.time ?? null) : null;
  await talk.act((app, actor) => updateDraft(app, actor, { taskId, due: answer.day, dueTime, term: 'dated' }));
}

async function editController(talk: Talk, taskId: number): Promise<void> {
  const posts = await talk.act(async (app, actor) => {
    const draft = await ownDraft(app, actor, taskId);
    const found = await possibleControllers(app, actor, draft);
    return found.map((post) => ({ label: excerpt(postTitle(post, talk.locale), 60), value: String(post.postId) }));
  });
  if (!posts.ok) return;
  const usual = { label: talk.t('tasks-controller-default'), value: 'default' };
  const choices = [...posts.value, usual].map((choice) => [choice]);
  const { choice } = await talk.ask(talk.t('tasks-ask-controller'), { choices, text: false });
  const controllerPostId = choice === 'default' ? null : Number(choice);
  await talk.act((app, actor) => updateDraft(app, actor, { taskId, controllerPostId }));
}

async function editHome(talk: Talk, taskId: number): Promise<void> {
  const places = await talk.act(async (app, actor) => {
    const draft = await ownDraft(app, actor, taskId);
    const found = await homePlacesFor(
      app,
      draft.participations.map((part) => part.post.org.path),
    );
    return found
      .slice(0, 8)
      .map((place) => ({ label: excerpt(place.title || place.orgNameRu, 60), value: String(place.placeId) }));
  });
  if (!places.ok) return;
  const nowhere = { label: talk.t('tasks-home-nowhere'), value: 'none' };
  const choices = [...places.value, nowhere].map((choice) => [choice]);
  const { choice } = await talk.ask(talk.t('tasks-ask-home'), { choices, text: false });
  const homePlaceId = choice === 'none' ? null : Number(choice);
  await talk.act((app, actor) => updateDraft(app, actor, { taskId, homePlaceId }));
}

async function cancelWithReason(talk: Talk, taskId: number, number: string): Promise<void> {
  const { text = '' } = await talk.ask(talk.t('tasks-ask-cancel-reason', { number }), { maxLength: longestReason });
  const done = await talk.act((app, actor) => cancelTask(app, actor, { taskId, reason: text }));
  if (done.ok) await talk.say('tasks-cancelled', { number });
}

async function closeWithReason(talk: Talk, taskId: number, number: string): Promise<void> {
  const { text = '' } = await talk.ask(talk.t('tasks-ask-close-reason', { number }), { maxLength: longestReason });
  const done = await talk.act((app, actor) => closeTask(app, actor, { taskId, reason: text }));
  if (done.ok) await talk.say('tasks-closed', { number });
}
