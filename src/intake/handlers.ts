// Documents and texts that hold a resolution: sent, pasted or forwarded in private, behind /resolution, or as a /task of several points.
import { Composer, InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { App } from '../app.ts';
import { ensureChat } from '../chats/actions.ts';
import { UserError } from '../errors.ts';
import { abilitiesOf, type Actor } from '../org/rules.ts';
import { readReport } from '../reading/report-words.ts';
import { openParticipationsOf } from '../tasks/list-queries.ts';
import { owes } from '../tasks/rules.ts';
import { idArg, onButton, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { maxDownload } from '../telegram/download.ts';
import { filesOf } from '../telegram/files.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { keptFile } from '../files/kept-files.ts';
import { documentOrReport, severalMessage } from './messages.ts';
import { countDrafts, findSource, sourceOfMessage, sourcesFor } from './queries.ts';
import { isLong, isReadable } from './text-rules.ts';
import { openText } from './review-handlers.ts';
import { rememberUnread } from './unread-actions.ts';

const taskCommand = /^\/task(?:@\w+)?(?:\s+|$)/i;

/** Comes before the slices that take plain words and `/task` for one task, or a document for a report. */
export function intakeHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('resolution', async (ctx, next) => {
    if (ctx.chat.type !== 'private' || ctx.match.trim() === '') return next();
    await openText(ctx, drafter(ctx), { message: ctx.msg, text: ctx.match });
  });
  composer.command('task', async (ctx, next) => offerReview(ctx, ctx.msg, ctx.match, next));
  composer.chatType('private').on('message:document', document);
  composer.chatType('private').on('message:text', words);
  composer.on('edited_message:text', edited);
  onButton(composer, 'intake.review', async (ctx) => {
    const message = askedMessage(ctx);
    if (message.chat.type !== 'private') await toast(ctx, ctx.t('intake-in-private'));
    await openText(ctx, drafter(ctx), { message, text: (message.text ?? '').replace(taskCommand, '') });
  });
  onButton(composer, 'intake.document', async (ctx) => readDocument(ctx, drafter(ctx), askedMessage(ctx)));
  onButton(composer, 'intake.source', async (ctx, id) => sendSource(ctx, requireActor(ctx), idArg(id)));
  onButton(composer, 'intake.head', async (ctx, id) => {
    drafter(ctx);
    const source = await findSource(ctx.app, { sourceId: idArg(id) });
    if (source?.sentById !== ctx.actor?.personId) throw new UserError('telegram-stale-button');
    await enterDialog(ctx, 'intake.head', { sourceId: idArg(id) });
  });
  return composer;
}

function drafter(ctx: Ctx): Actor {
  const actor = requireActor(ctx);
  if (!abilitiesOf(actor).has('resolve')) throw new UserError('resolutions-may-not-draft');
  return actor;
}

/** A file that could be a protocol, of somebody who may draft; an answer to the bot is a report. One that cannot is named for what it is not, to who owes no report. */
async function document(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const { actor, message } = ctx;
  if (!actor || !message?.document || !abilitiesOf(actor).has('resolve')) return next();
  if (message.reply_to_message?.from?.id === ctx.me.id || message.animation) return next();
  const readable = isReadable(message.document);
  const owed = (await openParticipationsOf(ctx.app, actor)).some(({ state }) => owes(state));
  if (!readable && !owed) throw new UserError('files-unknown');
  if (!readable) return next();
  if (!owed) return readDocument(ctx, actor, message);
  const { html, keyboard } = documentOrReport(ctx.app, ctx.locale, 'intake.document');
  await ctx.sayHtml(html, { keyboard, replyTo: message.message_id });
}

/** Written down and left to the reader: a slow file keeps nobody waiting. */
async function readDocument(ctx: Ctx, actor: Actor, message: Message): Promise<void> {
  const [file] = filesOf(message);
  if (!file) throw new UserError('tasks-lost-text');
  if ((file.size ?? 0) > maxDownload) throw new UserError('telegram-file-too-big');
  const chatId = await ensureChat(ctx.app, message.chat);
  await rememberUnread(ctx.app, actor, { chatId, messageId: message.message_id, file, caption: message.caption ?? '' });
}

/** From our own disk, as a document: Telegram's id of the file means nothing to a bot with another token. */
async function sendSource(ctx: Ctx, actor: Actor, resolutionId: number): Promise<void> {
  if (ctx.chat?.type !== 'private') throw new UserError('telegram-private-only');
  const sources = await sourcesFor(ctx.app, actor, resolutionId);
  if (sources.length === 0) throw new UserError('telegram-stale-button');
  for (const { name, sha256 } of sources) {
    const bytes = await keptFile(ctx.app.config.dataDir, sha256);
    if (!bytes) throw new UserError('intake-source-lost');
    await ctx.replyWithDocument(new InputFile(bytes, name || ctx.t('intake-pasted')));
  }
}

/** Plain words in private: a long text is a document, several short tasks are asked about, one task is not ours. */
async function words(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const { actor, message } = ctx;
  if (!actor || !message?.text || message.text.startsWith('/') || message.reply_to_message) return next();
  if (!abilitiesOf(actor).has('resolve')) return next();
  const reading = readReport(message.text).kind;
  const owed = (await openParticipationsOf(ctx.app, actor)).some(({ state }) => owes(state));
  const long = isLong(message.text);
  if (owed && reading !== 'unclear' && !long) return next();
  const continued = await openText(ctx, actor, { message, text: message.text }, 'only-continued');
  if (continued) return;
  if (!long) return offerReview(ctx, message, message.text, next);
  if ((await countDrafts(ctx.app, actor, message.text)) < 2) return next();
  if (owed) {
    const { html, keyboard } = documentOrReport(ctx.app, ctx.locale, 'intake.review');
    await ctx.sayHtml(html, { keyboard, replyTo: message.message_id });
    return;
  }
  await openText(ctx, actor, { message, text: message.text });
}

async function offerReview(ctx: Ctx, message: Message, text: string, next: () => Promise<void>): Promise<void> {
  const { actor } = ctx;
  if (!actor || !abilitiesOf(actor).has('resolve')) return next();
  const n = await countDrafts(ctx.app, actor, text);
  if (n < 2) return next();
  const { html, keyboard } = severalMessage(ctx.app, ctx.locale, n);
  await ctx.sayHtml(html, { keyboard, replyTo: message.message_id });
}

/** A review does not follow an edited message: corrections made in it would be lost. */
async function edited(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const message = ctx.editedMessage;
  if (!ctx.actor || !message || message.chat.type !== 'private') return next();
  const chatId = await ensureChat(ctx.app, message.chat);
  if ((await sourceOfMessage(ctx.app, chatId, message.message_id)) === null) return next();
  await ctx.say('intake-edited', {}, { replyTo: message.message_id });
}

/** The message that the question answers: its words are read again, so that nothing has to be remembered. */
function askedMessage(ctx: Ctx): Message {
  const question = ctx.callbackQuery?.message;
  const asked = question && 'reply_to_message' in question ? question.reply_to_message : undefined;
  if (!asked) throw new UserError('tasks-lost-text');
  if (asked.from?.id !== ctx.from?.id) throw new UserError('tasks-not-your-draft');
  return asked as Message;
}
