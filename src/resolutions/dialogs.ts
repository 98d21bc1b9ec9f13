// Conversations about resolutions: a new one, a new item, one field of an item or of the head, the reason for sending back.
import { loadCalendar } from '../calendar.ts';
import { orgName, postTitle } from '../org/messages.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import type { Talk } from '../telegram/talk.ts';
import { addItem, changeItem, createResolution, returnToDrafter, updateResolution } from './actions.ts';
import { askDate, askDue, askExecutors, askForm, askItemText, askKind, askText, pick } from './ask-dialogs.ts';
import type { Item } from './item-actions.ts';
import { resolutionPanel } from './panel-messages.ts';
import { bodyOf, draftableBodies, possibleChairs, resolutionOfTask, resolutionView } from './queries.ts';
import { itemsPerPage, maxNumber, maxTheme, readNumber } from './rules.ts';

const maxReason = 1000;

export const resolutionsDialogs: DialogDefinition[] = [
  { id: 'resolutions.create', run: create },
  { id: 'resolutions.add', run: add },
  { id: 'resolutions.edit', run: edit },
  { id: 'resolutions.set', run: setHead },
  { id: 'resolutions.return', run: sendBack },
];

async function create(talk: Talk): Promise<void> {
  const orgId = await pick(talk, talk.t('resolutions-ask-body'), async (app, actor, search) =>
    (await draftableBodies(app, actor, search)).map((org) => ({ id: org.orgId, label: orgName(org, actor.locale) })),
  );
  if (orgId === null) return talk.say('resolutions-may-not-draft');
  const theme = await askText(talk, 'resolutions-ask-theme', maxTheme);
  const day = (await askDate(talk, 'resolutions-ask-day', { future: false }))?.day;
  if (day === undefined) return;
  const number = await askNumber(talk);
  const chairPostId = await askChair(talk, orgId);
  if (chairPostId === null) return talk.say('resolutions-no-chairs');
  const options = { orgId, theme, day, number, chairPostId };
  const done = await talk.act(async (app, actor) => createResolution(app, actor, options));
  if (done.ok) await showPanel(talk, done.value.resolutionId);
}

async function askNumber(talk: Talk): Promise<string | null> {
  const choices = [[{ label: talk.t('resolutions-button-no-number'), value: 'none' }]];
  const answer = await talk.ask(talk.t('resolutions-ask-number'), { choices, maxLength: maxNumber });
  return readNumber(answer.text ?? '');
}

async function askChair(talk: Talk, orgId: number): Promise<number | null> {
  return pick(talk, talk.t('resolutions-ask-chair'), async (app, actor, search) => {
    const org = await bodyOf(app, orgId);
    const posts = org ? await possibleChairs(app, org, search) : [];
    return posts.map((post) => ({ id: post.postId, label: postTitle(post, actor.locale) }));
  });
}

async function add(talk: Talk, args: DialogArgs): Promise<void> {
  const resolutionId = Number(args['resolutionId']);
  const text = await askItemText(talk);
  const kind = await askKind(talk);
  const executors = await askExecutors(talk, resolutionId);
  const due = executors && (await askDue(talk));
  if (!due) return;
  const { echo, ...term } = due;
  const completionForm = await askForm(talk, echo);
  const item = { text, kind, ...executors, ...term, completionForm };
  const done = await talk.act(async (app, actor) => addItem(app, actor, { resolutionId, ...item }));
  if (done.ok) await showPanel(talk, resolutionId, Number(done.value.number));
}

async function edit(talk: Talk, args: DialogArgs): Promise<void> {
  const taskId = Number(args['taskId']);
  const found = await talk.act(async (app) => resolutionOfTask(app, taskId));
  if (!found.ok || found.value === null) return talk.say('telegram-stale-button');
  const resolutionId = found.value;
  const changes = await askField(talk, resolutionId, String(args['field']));
  if (!changes) return;
  const done = await talk.act(async (app, actor) => changeItem(app, actor, { taskId, ...changes }));
  if (done.ok) await showPanel(talk, resolutionId, taskId, true);
}

async function askField(talk: Talk, resolutionId: number, field: string): Promise<Partial<Item> | null> {
  if (field === 'text') return { text: await askItemText(talk) };
  if (field === 'kind') return { kind: await askKind(talk) };
  if (field === 'form') return { completionForm: await askForm(talk) };
  if (field === 'executors') return askExecutors(talk, resolutionId);
  const answer = await askDue(talk);
  return answer && { due: answer.due, dueTime: answer.dueTime, term: answer.term };
}

async function setHead(talk: Talk, args: DialogArgs): Promise<void> {
  const resolutionId = Number(args['resolutionId']);
  const field = String(args['field']);
  const change: { theme?: string; number?: string | null; day?: string; chairPostId?: number } = {};
  if (field === 'theme') change.theme = await askText(talk, 'resolutions-ask-theme', maxTheme);
  else if (field === 'number') change.number = await askNumber(talk);
  else if (field === 'day') change.day = (await askDate(talk, 'resolutions-ask-day', { future: false }))?.day;
  else {
    const body = await talk.act(async (app) => (await resolutionView(app, resolutionId))?.org.orgId ?? 0);
    const chair = body.ok ? await askChair(talk, body.value) : null;
    if (chair === null) return;
    change.chairPostId = chair;
  }
  const done = await talk.act(async (app, actor) => updateResolution(app, actor, { resolutionId, ...change }));
  if (done.ok) await showPanel(talk, resolutionId);
}

async function sendBack(talk: Talk, args: DialogArgs): Promise<void> {
  const resolutionId = Number(args['resolutionId']);
  const reason = await askText(talk, 'resolutions-ask-reason', maxReason);
  const done = await talk.act(async (app, actor) => returnToDrafter(app, actor, { resolutionId, reason }));
  if (done.ok) await talk.say('resolutions-returned');
}

/** The panel as it is now, on the page of this item (its place, or with `byTask` its id). */
async function showPanel(talk: Talk, resolutionId: number, item = 1, byTask = false): Promise<void> {
  const { locale } = talk;
  const panel = await talk.act(async (app) => {
    const view = await resolutionView(app, resolutionId);
    if (!view) return null;
    const at = byTask ? view.items.findIndex(({ taskId }) => taskId === item) : item - 1;
    const context = { app, calendar: await loadCalendar(app), locale };
    return resolutionPanel(context, view, Math.max(0, Math.floor(at / itemsPerPage)));
  });
  if (panel.ok && panel.value) await talk.sayHtml(panel.value.html, { keyboard: panel.value.keyboard });
}
