// Conversations about resolutions: a new one, a new item, one field of an item or of the head, the reason for sending back.
import { loadCalendar } from '../calendar.ts';
import { orgName, postTitle } from '../org/messages.ts';
import { excerpt } from '../tasks/messages.ts';
import type { DialogArgs, DialogDefinition } from '../telegram/dialog.ts';
import { pick } from '../telegram/pick.ts';
import type { Talk } from '../telegram/talk.ts';
import { escapeHtml } from '../texts.ts';
import { addItem, changeItem, createResolution, returnToDrafter, updateResolution } from './actions.ts';
import { askAgreeDialog, objectDialog } from './agreement-dialogs.ts';
import { amendDialog } from './amendment-dialogs.ts';
import { askDate, askDue, askExecutors, askForm, askItemText, askKind, askText } from './ask-dialogs.ts';
import type { Item } from './item-actions.ts';
import { membersOfItem } from './executor-queries.ts';
import { itemPanel } from './item-panel-messages.ts';
import { learnedMessage, resolutionPanel } from './panel-messages.ts';
import { registerPaperDialog, revokePaperDialog } from './paper-dialogs.ts';
import { bodyOf, draftableBodies, possibleChairs } from './body-queries.ts';
import { resolutionOfTask, resolutionView, textOf } from './queries.ts';
import { noteShown, splitItem } from './review-actions.ts';
import { candidatesOf, warningsOf } from './review-queries.ts';
import { partsOf } from './review-rules.ts';
import { itemsPerPage, maxNumber, maxTheme, readNumber } from './rules.ts';

const maxReason = 1000;

export const resolutionsDialogs: DialogDefinition[] = [
  { id: 'resolutions.create', run: create },
  { id: 'resolutions.add', run: add },
  { id: 'resolutions.edit', run: edit },
  { id: 'resolutions.split', run: split },
  { id: 'resolutions.set', run: setHead },
  { id: 'resolutions.return', run: sendBack },
  { id: 'resolutions.paper', run: registerPaperDialog },
  { id: 'resolutions.revoke', run: revokePaperDialog },
  { id: 'resolutions.ask-agree', run: askAgreeDialog },
  { id: 'resolutions.object', run: objectDialog },
  { id: 'resolutions.amend', run: amendDialog },
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
  if (done.ok) await showPanel(talk, resolutionId, Infinity);
}

async function edit(talk: Talk, args: DialogArgs): Promise<void> {
  const taskId = Number(args['taskId']);
  const found = await talk.act(async (app) => resolutionOfTask(app, taskId));
  if (!found.ok || found.value === null) return talk.say('telegram-stale-button');
  const resolutionId = found.value;
  const changes = await askField(talk, resolutionId, String(args['field']));
  if (!changes) return;
  const done = await talk.act(async (app, actor) => {
    const { learned } = await changeItem(app, actor, { taskId, ...changes });
    return learned && learnedMessage(app, actor.locale, learned);
  });
  if (!done.ok) return;
  await showItem(talk, resolutionId, taskId);
  if (done.value) await talk.sayHtml(done.value.html, { keyboard: done.value.keyboard });
}

/** Parts an item: as its own sentences suggest, or as somebody writes it. */
async function split(talk: Talk, args: DialogArgs): Promise<void> {
  const taskId = Number(args['taskId']);
  const found = await talk.act(async (app) => {
    const resolutionId = await resolutionOfTask(app, taskId);
    const view = resolutionId === null ? null : await resolutionView(app, resolutionId);
    const item = view?.items.find((known) => known.taskId === taskId);
    return item && resolutionId !== null ? { resolutionId, parts: partsOf(textOf(item)) } : null;
  });
  if (!found.ok || !found.value) return talk.say('telegram-stale-button');
  const { resolutionId, parts } = found.value;
  const lines = parts.map((part, index) => `${index + 1}. ${escapeHtml(excerpt(part, 300))}`);
  const natural = [[{ label: talk.t('resolutions-button-split-so', { n: parts.length }), value: 'so' }]];
  const html = [talk.t('resolutions-ask-split'), ...(parts.length > 1 ? ['', ...lines] : [])].join('\n');
  const answer = await talk.ask(html, parts.length > 1 ? { choices: natural } : {});
  const texts = answer.choice === 'so' ? parts : (answer.text ?? '').split('\n');
  const done = await talk.act(async (app, actor) => splitItem(app, actor, { taskId, texts }));
  if (done.ok) await showItem(talk, resolutionId, taskId);
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

/** The card of an item as it is now; an answer to it finds the item. */
async function showItem(talk: Talk, resolutionId: number, taskId: number): Promise<void> {
  const { locale } = talk;
  const panel = await talk.act(async (app) => {
    const view = await resolutionView(app, resolutionId);
    const item = view?.items.find((known) => known.taskId === taskId);
    if (!view || !item) return null;
    const context = { app, calendar: await loadCalendar(app), locale };
    const around = { warnings: await warningsOf(app, item), members: await membersOfItem(app, view, item) };
    return itemPanel(context, view, item, await candidatesOf(app, item), around);
  });
  if (!panel.ok || !panel.value) return;
  const messageId = await talk.sayHtml(panel.value.html, { keyboard: panel.value.keyboard });
  await talk.act(async (app, actor) => noteShown(app, { taskId, chatId: actor.chatId ?? 0, messageId }));
}

/** The panel as it is now, on the page of the item at this place. */
async function showPanel(talk: Talk, resolutionId: number, place = 1): Promise<void> {
  const { locale } = talk;
  const panel = await talk.act(async (app) => {
    const view = await resolutionView(app, resolutionId);
    if (!view) return null;
    const context = { app, calendar: await loadCalendar(app), locale };
    return resolutionPanel(context, view, Math.max(0, Math.floor((place - 1) / itemsPerPage)));
  });
  if (panel.ok && panel.value) await talk.sayHtml(panel.value.html, { keyboard: panel.value.keyboard });
}
