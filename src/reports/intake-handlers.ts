// Reports as people send them: an answer to a card or reminder, plain words in private, photos, albums, documents, edits.
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { App } from '../app.ts';
import { ensureChat } from '../chats/actions.ts';
import { UserError } from '../errors.ts';
import { postTitle } from '../org/messages.ts';
import { abilitiesOf } from '../org/rules.ts';
import { isThanks, readReport, type ReportReading } from '../reading/report-words.ts';
import type { ShareRow } from '../tasks/list-queries.ts';
import { excerpt } from '../tasks/messages.ts';
import { shareView } from '../tasks/queries.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor } from '../telegram/context.ts';
import { filesOf } from '../telegram/files.ts';
import { addAlbumItem, albumKey, correctReport, type Filed, submitReport } from './actions.ts';
import { albumSeen, type Candidates, candidatesOf, owedBy, targetOf } from './intake-queries.ts';

/** Most tasks offered as buttons when several fit. */
const offered = 10;

/** What people send in, and the buttons that settle what it was. Comes last: whatever is meant for others has been taken. */
export function intakeHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'reports.kind', async (ctx, kind, taskId) => chooseKind(ctx, kindOf(kind), idArg(taskId)));
  onButton(composer, 'reports.file', async (ctx, id, kind) => fileAsked(ctx, idArg(id), kindOf(kind)));
  onButton(composer, 'reports.not', async (ctx) => {
    askedMessage(ctx);
    await rewrite(ctx, ctx.t('reports-not-filed'));
  });
  composer.on('edited_message', corrected);
  composer.on('message', incoming);
  return composer;
}

async function incoming(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const { actor, message } = ctx;
  if (!actor || !message || message.text?.startsWith('/')) return next();
  const answered = message.reply_to_message;
  const toUs = answered?.from?.id === ctx.me.id;
  const privately = message.chat.type === 'private';
  if (!privately && !toUs) return next();
  const spoken = message.voice ?? message.video_note ?? message.sticker ?? message.animation;
  const words = (message.text ?? message.caption ?? '').trim();
  const files = filesOf(message);
  if (words === '' && files.length === 0 && !spoken) return next();
  if (files.length === 0 && isThanks(words)) return;
  const target = toUs && answered ? await targetOf(ctx.app, message.chat.id, answered.message_id) : null;
  if (!privately && !target) return next();
  const reading = readReport(words);
  const candidates = target ? await candidatesOf(ctx.app, actor, target) : { open: [], closed: [] };
  const nothingNamed = candidates.open.length + candidates.closed.length === 0;
  if (!privately && nothingNamed) return notTheirs(ctx, message, reading);
  if (privately && nothingNamed) candidates.open = await owedBy(ctx.app, actor);
  if (spoken && files.length === 0) return say(ctx, message, 'reports-voice');
  if (await isLaterPiece(ctx, message)) return;
  await settle(ctx, message, reading, candidates, target && 'taskId' in target ? target.taskId : 0);
}

/** In a group only what claims to be done is answered; everything else is people talking to each other. */
async function notTheirs(ctx: Ctx, message: Message, { kind }: ReportReading): Promise<void> {
  if (kind === 'final') await say(ctx, message, 'reports-not-yours');
}

async function settle(
  ctx: Ctx,
  message: Message,
  reading: ReportReading,
  { open, closed }: Candidates,
  taskId: number,
): Promise<void> {
  const actor = requireActor(ctx);
  const isReport = reading.kind === 'final' || reading.kind === 'interim';
  const [first] = open;
  if (!first) {
    const [finished] = closed;
    if (finished !== undefined && (isReport || message.chat.type === 'private'))
      throw new UserError('reports-finished', { number: await numberOf(ctx.app, finished) });
    if (finished === undefined)
      await say(ctx, message, abilitiesOf(actor).has('issue') ? 'reports-nothing-open-issuer' : 'reports-nothing-open');
    return;
  }
  const final = reading.kind === 'final';
  if (isReport && open.length === 1) {
    const filed = await file(ctx, message, first.participationId, final, reading.progress);
    await confirm(ctx, message, filed);
  } else if (isReport) {
    await say(ctx, message, 'reports-which', whichKeyboard(ctx, open, final ? 'f' : 'i'));
  } else {
    const keyboard = kindKeyboard(ctx, open, taskId);
    if (reading.kind === 'question') await answerQuestion(ctx, message, first, open.length, keyboard);
    else await say(ctx, message, 'reports-unclear', keyboard);
  }
}

async function answerQuestion(
  ctx: Ctx,
  message: Message,
  share: ShareRow,
  open: number,
  keyboard: Keyboard,
): Promise<void> {
  const found = open === 1 ? await shareView(ctx.app, share.participationId) : null;
  const judge = found?.task.controller ?? found?.task.issuer;
  const html = judge
    ? ctx.t('reports-question', { number: share.number, name: postTitle(judge, ctx.locale) })
    : ctx.t('reports-question-many');
  await ctx.sayHtml(html, { keyboard, replyTo: message.message_id });
}

/** Files the message as a report on this share. */
async function file(
  ctx: Ctx,
  message: Message,
  participationId: number,
  final: boolean,
  progress?: number,
): Promise<Filed> {
  const chatId = await ensureChat(ctx.app, message.chat);
  const album = message.media_group_id;
  return submitReport(ctx.app, requireActor(ctx), {
    participationId,
    text: message.text ?? message.caption ?? '',
    final,
    progress,
    // The items of an album are kept as they come; this one is among them.
    attachments: album ? [] : filesOf(message),
    chatId,
    messageId: message.message_id,
    mediaGroupId: album,
    requestKey: album ? albumKey(chatId, album) : `message:${chatId}:${message.message_id}`,
  });
}

/** Keeps an item of an album; true when it is not the first one: the first speaks for all. */
async function isLaterPiece(ctx: Ctx, message: Message): Promise<boolean> {
  const mediaGroupId = message.media_group_id;
  const [piece] = filesOf(message);
  if (!mediaGroupId || !piece) return false;
  const chatId = await ensureChat(ctx.app, message.chat);
  const item = { chatId, mediaGroupId, messageId: message.message_id, caption: message.caption ?? '', file: piece };
  const seen = await albumSeen(ctx.app, item, albumKey(chatId, mediaGroupId));
  await addAlbumItem(ctx.app, requireActor(ctx), item);
  return seen;
}

async function confirm(ctx: Ctx, message: Message, filed: Filed): Promise<void> {
  await react(ctx, message);
  await say(ctx, message, filed.final ? 'reports-filed' : 'reports-filed-interim', undefined, { number: filed.number });
}

/** A mark on the person's own message; where reactions are off the words are enough. */
async function react(ctx: Ctx, message: Message): Promise<void> {
  await ctx.api
    .setMessageReaction(message.chat.id, message.message_id, [{ type: 'emoji', emoji: '👍' }])
    .catch((error: unknown) => ctx.app.log.info({ err: error }, 'reports.no-reaction'));
}

function say(ctx: Ctx, message: Message, key: string, keyboard?: Keyboard, args = {}): Promise<void> {
  const options = { replyTo: message.message_id, ...(keyboard && { keyboard }) };
  return ctx.say(key, args, options).then(() => undefined);
}

type Kind = 'f' | 'i';

function kindOf(kind: string | undefined): Kind {
  if (kind !== 'f' && kind !== 'i') throw new UserError('telegram-stale-button');
  return kind;
}

function kindKeyboard(ctx: Ctx, open: ShareRow[], taskId: number): Keyboard {
  const [only] = open.length === 1 ? open : [];
  const kind = (label: string, value: Kind) =>
    only
      ? button(ctx.t(label), 'reports.file', only.participationId, value)
      : button(ctx.t(label), 'reports.kind', value, taskId);
  return [
    [kind('reports-button-final', 'f'), kind('reports-button-interim', 'i')],
    [button(ctx.t('reports-button-not'), 'reports.not')],
  ];
}

function whichKeyboard(ctx: Ctx, open: ShareRow[], kind: Kind): Keyboard {
  const tasks = open
    .slice(0, offered)
    .map((row) => [
      button(excerpt(`№ ${row.number} · ${row.headline}`, 60), 'reports.file', row.participationId, kind),
    ]);
  return [...tasks, [button(ctx.t('reports-button-not'), 'reports.not')]];
}

/** The message that was asked about: the words are read from it again, so that nothing has to be remembered. */
function askedMessage(ctx: Ctx): Message {
  const question = ctx.callbackQuery?.message;
  const asked = question && 'reply_to_message' in question ? question.reply_to_message : undefined;
  if (!asked) throw new UserError('tasks-lost-text');
  if (asked.from?.id !== ctx.from?.id) throw new UserError('reports-not-your-message');
  return asked as Message;
}

/** "A final or an interim report", said before the task is known. */
async function chooseKind(ctx: Ctx, kind: Kind, taskId: number): Promise<void> {
  const actor = requireActor(ctx);
  askedMessage(ctx);
  const open = taskId > 0 ? (await candidatesOf(ctx.app, actor, { taskId })).open : await owedBy(ctx.app, actor);
  const [first] = open;
  if (!first) throw new UserError('reports-nothing-open');
  if (open.length === 1) return fileAsked(ctx, first.participationId, kind);
  await rewrite(ctx, ctx.t('reports-which'), whichKeyboard(ctx, open, kind));
}

async function fileAsked(ctx: Ctx, participationId: number, kind: Kind): Promise<void> {
  const message = askedMessage(ctx);
  const { progress } = readReport(message.text ?? message.caption ?? '');
  const filed = await file(ctx, message, participationId, kind === 'f', kind === 'i' ? progress : undefined);
  const html = ctx.t(filed.final ? 'reports-filed' : 'reports-filed-interim', { number: filed.number });
  // Pressed twice: the question says so already.
  if (filed.repeated) return toast(ctx, html);
  await react(ctx, message);
  await rewrite(ctx, html);
}

/** An edit of a message that made a report corrects it until it is reviewed. */
async function corrected(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const message = ctx.editedMessage;
  const { actor } = ctx;
  const text = message?.text ?? message?.caption;
  if (!message || !actor || text === undefined) return next();
  const chatId = await ensureChat(ctx.app, message.chat);
  const { progress } = readReport(text);
  const edit = { chatId, messageId: message.message_id, text, progress, editedAt: message.edit_date };
  const options = { replyTo: message.message_id };
  try {
    const filed = await correctReport(ctx.app, actor, edit);
    if (filed) await ctx.say('reports-corrected', { number: filed.number }, options);
  } catch (error) {
    // The failure boundary answers messages and presses; an edit is answered here.
    if (!(error instanceof UserError)) throw error;
    await ctx.say(error.key, error.args, options);
  }
}

async function numberOf(app: App, participationId: number): Promise<string> {
  const found = await shareView(app, participationId);
  return found?.task.number ?? '';
}
