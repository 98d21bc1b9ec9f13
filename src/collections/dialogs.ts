// Conversations about collections: a new question, one more field, the indicator it fills, an answer field by field.
import { createCalendar, loadOverrides } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { indicatorsFor, keeps, presentPeriod } from '../indicators/queries.ts';
import { printPeriod, shiftPeriod } from '../indicators/period-rules.ts';
import { nameIn } from '../org/messages.ts';
import { abilitiesOf } from '../org/rules.ts';
import { readDue } from '../reading/dates/dates.ts';
import { fold } from '../reading/words.ts';
import { createDraft, ownDraft, placeDraft, updateDraft } from '../tasks/draft-actions.ts';
import { presentDraft } from '../tasks/present-draft-actions.ts';
import { homeAfter, understandExecutors, understandTask } from '../tasks/draft-queries.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { type Doubt, maxTaskText } from '../tasks/rules.ts';
import { executorsWeek } from '../tasks/week-rules.ts';
import { askDay } from '../telegram/day-picker.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import { dayIn, type Day } from '../time.ts';
import { addField, bindIndicator } from './actions.ts';
import { answerDialog } from './answer-dialogs.ts';
import { labelOf } from './field-rules.ts';
import { askField } from './field-dialogs.ts';
import { collectionOf } from './queries.ts';
import { draftSections, sectionKeys } from './section-actions.ts';

export const collectionsDialogs: DialogDefinition[] = [
  { id: 'collections.new', run: create },
  { id: 'collections.add', run: addFieldTo },
  { id: 'collections.bind', run: bind },
  { id: 'collections.answer', run: answerDialog },
];

/** The question as one message, what it leaves open, the first field; then the draft with its button to issue. */
async function create(talk: Talk, args: DialogArgs): Promise<void> {
  const words = args['sections'] === true ? null : await questionOf(talk, args['question']);
  if (words === null) return reportBySections(talk);
  const drafted = await talk.act(async (app, actor) => {
    if (!abilitiesOf(actor).has('issue')) throw new UserError('tasks-may-not-issue');
    const fields = await understandTask(app, actor, { words: words.trim() }, null);
    const { taskId } = await createDraft(app, actor, { ...fields, fanOut: true, recurrence: null });
    const named =
      fields.executorPostIds.length > 0 || (fields.doubts ?? []).some((doubt) => doubt.candidates.length > 0);
    return { taskId, named, dated: Boolean(fields.due) };
  });
  if (!drafted.ok) return;
  const { taskId, named, dated } = drafted.value;
  if (!named && !(await askExecutors(talk, taskId))) return;
  if (!dated && !(await askDue(talk, taskId))) return;
  await addFieldTo(talk, { taskId, here: 0 });
}

/** Null: a report by sections is wanted. */
async function questionOf(talk: Talk, said: DialogArgs[string] | undefined): Promise<string | null> {
  if (typeof said === 'string' && said !== '') return said;
  const choices = [[{ label: talk.t('collections-button-sections'), value: 'sections' }]];
  const { text } = await talk.ask(talk.t('collections-ask-question'), { choices, maxLength: maxTaskText });
  return text ?? null;
}

/** The ready question: who reports, by which day; the sections stand, and can be changed on the draft. */
async function reportBySections(talk: Talk): Promise<void> {
  const whom = await askWhom(talk);
  if (!whom) return;
  const labels = sectionKeys.map((key) => talk.t(`collections-section-${key}`));
  const text = talk.t('collections-sections-task');
  const drafted = await talk.act((app, actor) => draftSections(app, actor, { text, locale: talk.locale, labels }));
  if (!drafted.ok) return;
  const { taskId } = drafted.value;
  if ((await nameExecutors(talk, taskId, whom)) && (await askDue(talk, taskId))) await showDraft(talk, taskId);
}

type Whom = Awaited<ReturnType<typeof understandExecutors>>;

/** Null: it cannot be asked any longer. */
async function askWhom(talk: Talk): Promise<Whom | null> {
  for (;;) {
    const { text = '' } = await talk.ask(talk.t('collections-ask-whom'), { maxLength: 1000 });
    const found = await talk.act((app, actor) => understandExecutors(app, actor, text));
    if (!found.ok) return null;
    const { executorPostIds, doubts } = found.value;
    if (executorPostIds.length > 0 || doubts.some((doubt: Doubt) => doubt.candidates.length > 0)) return found.value;
    await talk.say('tasks-nobody-found');
  }
}

async function askExecutors(talk: Talk, taskId: number): Promise<boolean> {
  const whom = await askWhom(talk);
  return whom !== null && nameExecutors(talk, taskId, whom);
}

async function nameExecutors(talk: Talk, taskId: number, { executorPostIds, doubts }: Whom): Promise<boolean> {
  const done = await talk.act(async (app, actor) => {
    const homePlaceId = await homeAfter(app, await ownDraft(app, actor, taskId), executorPostIds, 0);
    await updateDraft(app, actor, { taskId, executorPostIds, doubts, fanOut: true, homePlaceId });
  });
  return done.ok;
}

async function askDue(talk: Talk, taskId: number): Promise<boolean> {
  const ground = await talk.act(async (app, actor) => ({
    today: dayIn(app.zone, app.now()),
    overrides: await loadOverrides(app),
    week: executorsWeek(await ownDraft(app, actor, taskId)),
  }));
  if (!ground.ok) return false;
  const { today, overrides, week } = ground.value;
  const calendar = createCalendar(overrides);
  const read = (text: string) => readDue(text, { today, calendar, week });
  const answer = await askDay(talk, talk.t('tasks-ask-due'), {
    today,
    min: today,
    parse: (text) => {
      const due = read(text);
      return due && (due.impossible ? { impossible: true } : { day: due.day });
    },
    isDayOff: (day: Day) => !calendar.isWorkingDay(day, week),
  });
  if (answer.choice !== undefined) return false;
  const typed = answer.text === undefined ? null : read(answer.text);
  const dueTime = typed && !typed.impossible ? (typed.time ?? null) : null;
  const done = await talk.act((app, actor) =>
    updateDraft(app, actor, { taskId, due: answer.day, dueTime, term: 'dated' }),
  );
  return done.ok;
}

/** One more field of the draft; the first one is named by the question. */
async function addFieldTo(talk: Talk, args: DialogArgs): Promise<void> {
  const taskId = Number(args['taskId']);
  // Groups have negative ids: there others read what is typed.
  const inGroup = Number(args['here']) < 0;
  const ground = await talk.act(async (app, actor) => {
    const { headline } = await ownDraft(app, actor, taskId);
    return { headline, count: (await collectionOf(app, taskId))?.fields.length ?? 0 };
  });
  if (!ground.ok) return;
  const { headline, count } = ground.value;
  const field = await askField(talk, count === 0 ? labelOf(headline) : null);
  const done = await talk.act(async (app, actor) => {
    if (inGroup) refuseSensitive('guard-in-group', field.label, field.unit, ...field.choices);
    await addField(app, actor, { taskId, field });
  });
  if (done.ok) await showDraft(talk, taskId);
}

async function bind(talk: Talk, args: DialogArgs): Promise<void> {
  const taskId = Number(args['taskId']);
  const fieldId = await pick(talk, talk.t('collections-ask-bound-field'), async (app, actor, words) => {
    await ownDraft(app, actor, taskId);
    const fields = (await collectionOf(app, taskId))?.fields ?? [];
    return fields
      .filter(({ kind, label }) => kind === 'number' && fold(label).includes(fold(words)))
      .map((field) => ({ id: field.fieldId, label: field.label }));
  });
  if (fieldId === null) return talk.say('collections-no-number-field');
  const indicatorId = await pick(talk, talk.t('collections-ask-indicator'), async (app, actor, words) =>
    (await indicatorsFor(app, actor))
      .filter(
        (each) => keeps(actor, each) && each.kind !== 'rank' && fold(nameIn(each, actor.locale)).includes(fold(words)),
      )
      .map((each) => ({ id: each.indicatorId, label: nameIn(each, actor.locale) })),
  );
  if (indicatorId === null) return talk.say('collections-no-indicator');
  const periods = await talk.act(async (app, actor) => {
    const indicator = (await indicatorsFor(app, actor)).find((each) => each.indicatorId === indicatorId);
    if (!indicator) throw new UserError('telegram-not-allowed');
    const kind = indicator.periodKind;
    const now = await presentPeriod(app, kind);
    return [0, -1, 1].map((by) => {
      const value = shiftPeriod(kind, now, by);
      return { value, label: printPeriod(actor.locale, kind, value) };
    });
  });
  if (!periods.ok) return;
  const choices = periods.value.map((choice) => [choice]);
  const { choice: period = '' } = await talk.ask(talk.t('collections-ask-period'), { choices, text: false });
  const done = await talk.act((app, actor) => bindIndicator(app, actor, { taskId, fieldId, indicatorId, period }));
  if (done.ok) await showDraft(talk, taskId);
}

/** The draft as it would be issued: text, addressees, date with its weekday, fields. */
async function showDraft(talk: Talk, taskId: number): Promise<void> {
  const shown = await talk.act((app, actor) => presentDraft(app, actor, taskId));
  if (!shown.ok) return;
  const messageId = await talk.sayHtml(shown.value.text, { keyboard: shown.value.keyboard });
  await talk.act((app) => placeDraft(app, { taskId, chatId: null, messageId }));
}
