// /task and the buttons of a draft: only its author can use them.
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { App } from '../app.ts';
import { findPlace, type PlaceInfo } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { abilitiesOf, type Actor } from '../org/rules.ts';
import { readReport } from '../reading/report-words.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, messageOptions, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { dayIn, isDay } from '../time.ts';
import { createDraft, dropDraft, ownDraft, updateDraft } from './draft-actions.ts';
import { homeAfter, type Said, understandTask } from './draft-queries.ts';
import { redraw, showDraft } from './draft-panel-handlers.ts';
import { presentDraft } from './present-draft-actions.ts';
import { refuseSensitive } from './guard-rules.ts';
import { issueHandlers } from './issue-handlers.ts';
import { openParticipationsOf } from './list-queries.ts';
import { taskOfRequest, taskView, type TaskView } from './queries.ts';
import { owes } from './rules.ts';

const command = /^\/task(?:@\w+)?(?:\s+|$)/i;

/** Drafts of tasks: written by `/task`, by an edit of that message, or in private by plain words. */
export function draftHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('task', async (ctx) => draftFrom(ctx, ctx.msg, ctx.match));
  composer.on('edited_message:text', reread);
  composer.use(issueHandlers());
  onButton(composer, 'tasks.drop', drop);
  onButton(composer, 'tasks.pick', pick);
  onButton(composer, 'tasks.term', setTerm);
  onButton(composer, 'tasks.due', takeDay);
  onButton(composer, 'tasks.edit', edit);
  onButton(composer, 'tasks.private', keepPrivate);
  onButton(composer, 'tasks.astask', asTask);
  return composer;
}

/** Plain words in private that name executors, or a date and somebody unknown, become a draft; where they could be a report as well, the person is asked. */
export function plainTaskHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { actor, message } = ctx;
    if (!actor || message.reply_to_message || message.text.startsWith('/') || !abilitiesOf(actor).has('issue'))
      return next();
    const reading = readReport(message.text).kind;
    if (reading === 'question') return next();
    const draft = await understandTask(ctx.app, actor, { words: message.text }, null);
    const nobody = draft.executorPostIds.length === 0;
    if (nobody && (reading !== 'unclear' || !namesUnknown(draft))) return next();
    const owed = (await openParticipationsOf(ctx.app, actor)).filter((row) => owes(row.state));
    if (owed.length === 0) return draftFrom(ctx, message, message.text);
    if (nobody) return next();
    if (reading !== 'unclear') return next();
    const choices = [
      button(ctx.t('tasks-button-as-task'), 'tasks.astask'),
      button(ctx.t('tasks-button-as-report'), 'reports.kind', 'f', 0),
    ];
    await ctx.say('tasks-task-or-report', {}, { keyboard: [choices], replyTo: message.message_id });
  });
  return composer;
}

/** Somebody was named who is not in the roster, and a date: an order all the same, whose draft says what was not understood. */
function namesUnknown({ due, doubts = [] }: Awaited<ReturnType<typeof understandTask>>): boolean {
  return Boolean(due) && doubts.some(({ key }) => key === 'reading-doubt-unknown-executor');
}

/** Writes the draft of a message and shows it as an answer to it. */
async function draftFrom(ctx: Ctx, message: Message, words: string): Promise<void> {
  const actor = requireActor(ctx);
  const place = await boundPlace(ctx, message);
  if (!abilitiesOf(actor).has('issue')) throw new UserError('tasks-may-not-issue');
  const said = { words: words.trim(), answered: answeredText(ctx, message) };
  if (said.words === '' && !said.answered) {
    await ctx.say('tasks-how-to-issue', {}, { replyTo: message.message_id });
    return;
  }
  refuseInGroup(message, said);
  const fields = await understandTask(ctx.app, actor, said, place);
  const requestKey = keyOf(message);
  const { taskId } = await createDraft(ctx.app, actor, { ...fields, requestKey });
  await showDraft(ctx, actor, taskId, message.message_id);
}

/** A draft repeats what was said: in a group it must hold nothing that others may not read. */
function refuseInGroup(message: Message, said: Said): void {
  if (message.chat.type !== 'private') refuseSensitive('guard-in-group', said.words, said.answered);
}

/** The group where it is said must be bound; private chats have no place. */
async function boundPlace(ctx: Ctx, message: Message): Promise<PlaceInfo | null> {
  if (message.chat.type === 'private') return null;
  const threadId = message.is_topic_message ? (message.message_thread_id ?? null) : null;
  const place = await findPlace(ctx.app, message.chat.id, threadId);
  if (!place) throw new UserError('tasks-group-unbound');
  return place;
}

function answeredText(ctx: Ctx, message: Message): string | undefined {
  const answered = message.reply_to_message;
  if (!answered || answered.from?.id === ctx.me.id) return undefined;
  return answered.text ?? answered.caption;
}

function keyOf(message: { chat: { id: number }; message_id: number }): string {
  return `task:${message.chat.id}:${message.message_id}`;
}

/** The author edited the message with the command: a draft is read again, an issued task is not touched. */
async function reread(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const message = ctx.editedMessage;
  const { actor } = ctx;
  const taskId = message && actor ? await taskOfRequest(ctx.app, keyOf(message)) : null;
  if (!message?.text || !actor || taskId === null) return next();
  const task = await taskView(ctx.app, taskId);
  if (!task || task.draftedById !== actor.personId) return;
  if (task.state !== 'draft') {
    const number = task.number ?? '';
    await ctx.say('tasks-issued-not-changed', { number }, { replyTo: message.message_id });
    return;
  }
  try {
    await redraft(ctx, actor, task, message);
  } catch (error) {
    // The failure boundary answers messages and presses; an edit is answered here.
    if (!(error instanceof UserError)) throw error;
    await ctx.say(error.key, error.args, { replyTo: message.message_id });
  }
}

async function redraft(ctx: Ctx, actor: Actor, task: TaskView, message: Message): Promise<void> {
  const { taskId } = task;
  const said = { words: (message.text ?? '').replace(command, '').trim(), answered: answeredText(ctx, message) };
  if (said.words === '' && !said.answered) return;
  refuseInGroup(message, said);
  const fields = await understandTask(ctx.app, actor, said, await boundPlace(ctx, message));
  await updateDraft(ctx.app, actor, { taskId, ...fields });
  const shown = await presentDraft(ctx.app, actor, taskId, { reread: true });
  if (task.draftMessageId === null) return showDraft(ctx, actor, taskId, message.message_id);
  const { parse_mode, link_preview_options } = messageOptions({});
  const options = { parse_mode, link_preview_options, reply_markup: { inline_keyboard: shown.keyboard } };
  await ctx.api
    .editMessageText(message.chat.id, task.draftMessageId, shown.text, options)
    .catch(() => showDraft(ctx, actor, taskId, message.message_id));
}

async function drop(ctx: Ctx, id?: string): Promise<void> {
  await dropDraft(ctx.app, requireActor(ctx), { taskId: idArg(id) });
  await rewrite(ctx, ctx.t('tasks-dropped'));
}

/** One of the posts that an ambiguous mention may mean. */
async function pick(ctx: Ctx, id?: string, at?: string, post?: string): Promise<void> {
  const actor = requireActor(ctx);
  const taskId = idArg(id);
  const postId = idArg(post);
  const draft = await ownDraft(ctx.app, actor, taskId);
  if (!draft.doubts[idArg(at)]?.candidates.includes(postId)) throw new UserError('telegram-stale-button');
  const doubts = draft.doubts.filter((_, index) => index !== Number(at));
  const executorPostIds = [...new Set([...draft.participations.map((part) => part.post.postId), postId])];
  const homePlaceId = await homeAfter(ctx.app, draft, executorPostIds, ctx.chat?.id);
  await updateDraft(ctx.app, actor, { taskId, executorPostIds, doubts, homePlaceId });
  await redraw(ctx, actor, taskId);
}

async function setTerm(ctx: Ctx, id?: string, term?: string): Promise<void> {
  const actor = requireActor(ctx);
  if (term !== 'standing' && term !== 'undated') throw new UserError('telegram-stale-button');
  const taskId = idArg(id);
  await updateDraft(ctx.app, actor, { taskId, term, due: null });
  await redraw(ctx, actor, taskId);
}

/** A day that the draft proposed; its time and rule stay. */
async function takeDay(ctx: Ctx, id?: string, digits?: string): Promise<void> {
  const actor = requireActor(ctx);
  const taskId = idArg(id);
  const due = (digits ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  if (!isDay(due)) throw new UserError('telegram-stale-button');
  const { dueTime, interimDues } = await ownDraft(ctx.app, actor, taskId);
  if (due < dayIn(ctx.app.zone, ctx.app.now())) throw new UserError('tasks-due-past');
  await updateDraft(ctx.app, actor, { taskId, due, dueTime, term: 'dated', interimDues });
  await redraw(ctx, actor, taskId);
}

async function edit(ctx: Ctx, id?: string): Promise<void> {
  const taskId = idArg(id);
  await ownDraft(ctx.app, requireActor(ctx), taskId);
  await enterDialog(ctx, 'tasks.edit', { taskId, here: ctx.chat?.id ?? 0 });
}

/** What the guard found is for the executors alone: no group shows it. */
async function keepPrivate(ctx: Ctx, id?: string): Promise<void> {
  const actor = requireActor(ctx);
  const taskId = idArg(id);
  await updateDraft(ctx.app, actor, { taskId, confidential: true });
  await redraw(ctx, actor, taskId);
}

/** "Is it a task or a report?" A task: the words are those of the message that was answered by the question. */
async function asTask(ctx: Ctx): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const asked = message && 'reply_to_message' in message ? message.reply_to_message : undefined;
  if (!asked?.text) throw new UserError('tasks-lost-text');
  if (asked.from?.id !== ctx.from?.id) throw new UserError('tasks-not-your-draft');
  await draftFrom(ctx, asked, asked.text.replace(command, ''));
}
