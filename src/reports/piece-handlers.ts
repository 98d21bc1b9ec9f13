// After a report: its author takes it back, adds a file or words to it, or says that they belong elsewhere.
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { ensureChat } from '../chats/actions.ts';
import { readReport, type ReportReading } from '../reading/report-words.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor } from '../telegram/context.ts';
import { askedMessage, evidenceOf, filedMessage, fileNotes, kindKeyboard, say } from './filing-handlers.ts';
import { albumSeen, type Candidates, owedBy } from './intake-queries.ts';
import { albumKey, appendToReport, detachPieces, keepPiece } from './piece-actions.ts';
import { freshReport } from './queries.ts';
import { undoReport } from './undo-actions.ts';

/** Buttons under what was said about a report just filed. */
export function pieceHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'reports.undo', async (ctx, id) => {
    const { number } = await undoReport(ctx.app, requireActor(ctx), { reportId: idArg(id) });
    await rewrite(ctx, ctx.t('reports-undone', { number }));
  });
  onButton(composer, 'reports.append', async (ctx, id) => append(ctx, idArg(id)));
  onButton(composer, 'reports.other', other);
  onButton(composer, 'reports.detach', detach);
  return composer;
}

/** Keeps the file of a message, so that words sent later find it; true when it is a later item of an album: the first speaks for all. */
export async function keepLoose(ctx: Ctx, message: Message): Promise<boolean> {
  const [file] = evidenceOf(message);
  if (!file) return false;
  const chatId = await ensureChat(ctx.app, message.chat);
  const mediaGroupId = message.media_group_id ?? null;
  const { message_id: messageId, caption = '' } = message;
  const album = mediaGroupId === null ? null : { chatId, mediaGroupId, messageId };
  const seen = album !== null && (await albumSeen(ctx.app, album, albumKey(chatId, album.mediaGroupId)));
  await keepPiece(ctx.app, requireActor(ctx), { chatId, messageId, mediaGroupId, caption, file });
  return seen;
}

/**
 * Somebody who has just filed a report goes on: a file completes it, words are asked about. False when the message has nothing
 * to do with it: there is no such report, another task was answered, or it is a question.
 */
export async function goOn(
  ctx: Ctx,
  message: Message,
  reading: ReportReading,
  { open }: Candidates,
  answering: boolean,
): Promise<boolean> {
  const actor = requireActor(ctx);
  const chatId = await ensureChat(ctx.app, message.chat);
  const fresh = await freshReport(ctx.app, actor, chatId);
  if (!fresh) return false;
  const { reportId, participationId } = fresh.report;
  if (answering && !open.some((row) => row.participationId === participationId)) return false;
  const number = fresh.task.number ?? '';
  const words = (message.text ?? message.caption ?? '').trim();
  const [file] = evidenceOf(message);
  if (words === '' && file) {
    const mediaGroupId = message.media_group_id ?? null;
    const piece = { chatId, messageId: message.message_id, mediaGroupId, caption: '', file, reportId };
    await keepPiece(ctx.app, actor, piece);
    const notes = fileNotes(message).map((key) => ctx.t(key));
    const html = [ctx.t('reports-file-added', { number }), ...notes].join('\n');
    await ctx.sayHtml(html, { replyTo: message.message_id, keyboard: elsewhere(ctx) });
    return true;
  }
  // After an interim report the next words are the next report.
  if (!fresh.report.final) return false;
  // Answering the task again with a clear word is a new version, as before.
  if (words === '' || reading.kind === 'question' || (answering && reading.kind !== 'unclear')) return false;
  await say(ctx, message, 'reports-go-on', appendKeyboard(ctx, reportId, number), { number });
  return true;
}

function appendKeyboard(ctx: Ctx, reportId: number, number: string): Keyboard {
  return [
    [button(ctx.t('reports-button-append', { number }), 'reports.append', reportId)],
    [button(ctx.t('reports-button-other'), 'reports.other'), button(ctx.t('reports-button-not'), 'reports.not')],
  ];
}

function elsewhere(ctx: Ctx): Keyboard {
  return [[button(ctx.t('reports-button-elsewhere'), 'reports.detach')]];
}

async function append(ctx: Ctx, reportId: number): Promise<void> {
  const message = askedMessage(ctx);
  const actor = requireActor(ctx);
  const chatId = await ensureChat(ctx.app, message.chat);
  await keepLoose(ctx, message);
  const text = message.text ?? message.caption ?? '';
  const requestKey = `append:${chatId}:${message.message_id}`;
  const { progress } = readReport(text);
  const filed = await appendToReport(ctx.app, actor, { reportId, text, progress, requestKey });
  const { html, keyboard } = filedMessage(ctx, filed);
  if (filed.repeated) return toast(ctx, html);
  await rewrite(ctx, html, keyboard);
}

/** Another task than the one just reported on: asked as if nothing had been filed. */
async function other(ctx: Ctx): Promise<void> {
  askedMessage(ctx);
  const open = await owedBy(ctx.app, requireActor(ctx));
  await rewrite(ctx, ctx.t('reports-unclear'), kindKeyboard(ctx, open, 0));
}

async function detach(ctx: Ctx): Promise<void> {
  const message = askedMessage(ctx);
  const chatId = await ensureChat(ctx.app, message.chat);
  await detachPieces(ctx.app, requireActor(ctx), { chatId, messageId: message.message_id });
  await other(ctx);
}
