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
import { shareView } from '../tasks/queries.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor, speaksForChat } from '../telegram/context.ts';
import { filesOf } from '../telegram/files.ts';
import {
  askedMessage,
  confirmFiled,
  evidenceOf,
  filedMessage,
  fileMessage,
  type Kind,
  kindKeyboard,
  kindOf,
  numberOf,
  react,
  say,
  whichKeyboard,
} from './filing-handlers.ts';
import { lackMessage, lackOf } from './demand-handlers.ts';
import type { Evidence } from './evidence-rules.ts';
import { namedAmong } from './rules.ts';
import { answersQuestion } from './question-handlers.ts';
import { type Candidates, candidatesOf, owedBy, targetOf } from './intake-queries.ts';
import { correctReport, dropPieces } from './piece-actions.ts';
import { goOn, keepLoose, pieceHandlers } from './piece-handlers.ts';

/** What people send in, and the buttons that settle what it was. Comes last: whatever is meant for others has been taken. */
export function intakeHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(pieceHandlers());
  onButton(composer, 'reports.kind', async (ctx, kind, taskId) => chooseKind(ctx, kindOf(kind), idArg(taskId)));
  onButton(composer, 'reports.file', async (ctx, id, kind) => fileAsked(ctx, idArg(id), kindOf(kind)));
  onButton(composer, 'reports.not', async (ctx) => {
    const { chat, message_id: messageId, media_group_id: album } = askedMessage(ctx);
    const chatId = await ensureChat(ctx.app, chat);
    await dropPieces(ctx.app, requireActor(ctx), { chatId, messageId, mediaGroupId: album ?? null });
    await rewrite(ctx, ctx.t('reports-not-filed'));
  });
  composer.on('edited_message', corrected);
  composer.on('message', incoming);
  return composer;
}

async function incoming(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const { actor, message } = ctx;
  if (message && speaksForChat(ctx)) return nobody(ctx, message);
  if (!actor || !message || message.text?.startsWith('/')) return next();
  const answered = message.reply_to_message;
  const toUs = answered?.from?.id === ctx.me.id;
  const privately = message.chat.type === 'private';
  if (!privately && !toUs) return next();
  const spoken = message.voice ?? message.video_note ?? message.sticker ?? message.animation;
  const foreign = message.location ?? message.contact ?? message.poll ?? message.dice;
  const words = (message.text ?? message.caption ?? '').trim();
  const files = filesOf(message);
  if (words === '' && files.length === 0 && !spoken && !foreign) return next();
  if (files.length === 0 && isThanks(words)) return;
  if (await answersQuestion(ctx, message)) return;
  const target = toUs && answered ? await targetOf(ctx.app, message.chat.id, answered.message_id) : null;
  if (!privately && !target) return next();
  const reading = readingOf(message, words);
  const candidates = target ? await candidatesOf(ctx.app, actor, target) : { open: [], closed: [] };
  const nothingNamed = candidates.open.length + candidates.closed.length === 0;
  if (!privately && nothingNamed) return notTheirs(ctx, message, reading);
  if (privately && nothingNamed) candidates.open = await owedBy(ctx.app, actor);
  candidates.open = namedAmong(words, candidates.open);
  if (spoken && files.length === 0) return say(ctx, message, 'reports-voice');
  if (foreign) return say(ctx, message, 'reports-not-taken');
  if (files.length > 0 && evidenceOf(message).length === 0 && words === '')
    return say(ctx, message, 'reports-file-program');
  if (await isLaterItem(ctx, message)) return;
  if (await goOn(ctx, message, reading, candidates, target !== null && !nothingNamed)) return;
  await keepLoose(ctx, message);
  await settle(ctx, message, reading, candidates, target && 'taskId' in target ? target.taskId : 0);
}

/** A report in the name of a group or channel is nobody's. */
async function nobody(ctx: Ctx, message: Message): Promise<void> {
  const { kind } = readReport((message.text ?? message.caption ?? '').trim());
  const toUs = message.reply_to_message?.from?.id === ctx.me.id;
  if (toUs && (kind === 'final' || kind === 'interim')) await say(ctx, message, 'telegram-anonymous');
}

/** What somebody else said, sent on, is paper rather than a report. */
function readingOf(message: Message, words: string): ReportReading {
  return message.forward_origin ? { kind: 'unclear' } : readReport(words);
}

async function isLaterItem(ctx: Ctx, message: Message): Promise<boolean> {
  return message.media_group_id !== undefined && (await keepLoose(ctx, message));
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
  const isReport = reading.kind === 'final' || reading.kind === 'interim';
  const [first] = open;
  if (!first) return nothingOpen(ctx, message, closed, isReport);
  const final = reading.kind === 'final';
  if (isReport && open.length === 1) {
    const missing = final ? await lackOf(ctx, message, first.participationId) : [];
    if (missing.length > 0) return askEvidence(ctx, message, missing, first.participationId);
    const filed = await fileMessage(ctx, message, first.participationId, final, reading.progress);
    await confirmFiled(ctx, message, filed);
  } else if (isReport) {
    await say(ctx, message, 'reports-which', whichKeyboard(ctx, open, final ? 'f' : 'i'));
  } else {
    const keyboard = kindKeyboard(ctx, open, taskId);
    if (reading.kind === 'question') await answerQuestion(ctx, message, first, open.length, keyboard);
    else await say(ctx, message, 'reports-unclear', keyboard);
  }
}

async function askEvidence(ctx: Ctx, message: Message, missing: Evidence[], participationId: number): Promise<void> {
  const { html, keyboard } = lackMessage(ctx, missing, participationId);
  await ctx.sayHtml(html, { keyboard, replyTo: message.message_id });
}

async function nothingOpen(ctx: Ctx, message: Message, closed: number[], isReport: boolean): Promise<void> {
  const [finished] = closed;
  if (finished !== undefined && (isReport || message.chat.type === 'private'))
    throw new UserError('reports-finished', { number: await numberOf(ctx, finished) });
  const issues = abilitiesOf(requireActor(ctx)).has('issue');
  if (finished === undefined) await say(ctx, message, issues ? 'reports-nothing-open-issuer' : 'reports-nothing-open');
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
  const missing = kind === 'f' ? await lackOf(ctx, message, participationId) : [];
  if (missing.length > 0) {
    const { html, keyboard } = lackMessage(ctx, missing, participationId);
    return rewrite(ctx, html, keyboard);
  }
  const { progress } = readReport(message.text ?? message.caption ?? '');
  const filed = await fileMessage(ctx, message, participationId, kind === 'f', kind === 'i' ? progress : undefined);
  const { html, keyboard } = filedMessage(ctx, filed);
  // Pressed twice: the question says so already.
  if (filed.repeated) return toast(ctx, html);
  await react(ctx, message);
  await rewrite(ctx, html, keyboard);
}

/** An edit of a message that made a report corrects it until it is reviewed. */
async function corrected(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const message = ctx.editedMessage;
  const { actor } = ctx;
  const text = message?.text ?? message?.caption;
  if (!message || !actor || text === undefined) return next();
  const chatId = await ensureChat(ctx.app, message.chat);
  const { progress, kind } = readReport(text);
  const edit = { chatId, messageId: message.message_id, text, progress, editedAt: message.edit_date };
  const options = { replyTo: message.message_id };
  try {
    const filed = await correctReport(ctx.app, actor, edit);
    if (!filed) return;
    // The words now say "not yet", yet the report was handed in as final.
    const key = filed.final && kind === 'interim' ? 'reports-corrected-final' : 'reports-corrected';
    await ctx.say(key, { number: filed.number }, { ...options, keyboard: filedMessage(ctx, filed).keyboard });
  } catch (error) {
    // The failure boundary answers messages and presses; an edit is answered here.
    if (!(error instanceof UserError)) throw error;
    await ctx.say(error.key, error.args, options);
  }
}
