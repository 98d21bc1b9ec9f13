// A message becomes a report: filed with its files, confirmed on the spot with the way back; shared by everything that listens.
import type { Message } from 'grammy/types';
import { ensureChat } from '../chats/actions.ts';
import { UserError } from '../errors.ts';
import type { ShareRow } from '../tasks/list-queries.ts';
import { excerpt } from '../tasks/messages.ts';
import { shareView } from '../tasks/queries.ts';
import { button } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor } from '../telegram/context.ts';
import { maxDownload } from '../telegram/download.ts';
import { type FileRef, filesOf } from '../telegram/files.ts';
import { type Filed, submitReport } from './actions.ts';
import { filedText } from './filed-messages.ts';
import { pieceOfMessage } from './intake-queries.ts';
import { albumKey } from './piece-actions.ts';
import { reviewItem } from './queries.ts';
import { isProgram } from './rules.ts';

/** Most tasks offered as buttons when several fit. */
const offered = 10;

/** Files of a message that may go into a report; programs are left out. */
export function evidenceOf(message: Message): FileRef[] {
  return filesOf(message).filter((file) => !isProgram(file));
}

/** Files the message as a report on this share. Throws UserError when its file stands in a report already. */
export async function fileMessage(
  ctx: Ctx,
  message: Message,
  participationId: number,
  final: boolean,
  progress?: number,
): Promise<Filed> {
  const chatId = await ensureChat(ctx.app, message.chat);
  const album = message.media_group_id;
  const requestKey = album ? albumKey(chatId, album) : `message:${chatId}:${message.message_id}`;
  await refuseTwice(ctx, chatId, message.message_id, requestKey);
  return submitReport(ctx.app, requireActor(ctx), {
    participationId,
    text: message.text ?? message.caption ?? '',
    final,
    progress,
    // The items of an album are kept as they come; this one is among them.
    attachments: album ? [] : evidenceOf(message),
    chatId,
    messageId: message.message_id,
    mediaGroupId: album,
    requestKey,
  });
}

/** The question about a photo may be answered after later words have taken it along. */
async function refuseTwice(ctx: Ctx, chatId: number, messageId: number, requestKey: string): Promise<void> {
  const piece = await pieceOfMessage(ctx.app, chatId, messageId);
  const item = piece?.reportId ? await reviewItem(ctx.app, piece.reportId) : null;
  if (item && item.report.state === 'submitted' && piece?.requestKey !== requestKey)
    throw new UserError('reports-in-already', { number: item.task.number ?? '' });
}

/** Marks the message and says what was filed, until when it can be taken back, and what about its files is not as usual. */
export async function confirmFiled(ctx: Ctx, message: Message, filed: Filed): Promise<void> {
  await react(ctx, message);
  const { html, keyboard } = filedMessage(ctx, filed);
  const notes = fileNotes(message).map((key) => ctx.t(key));
  await ctx.sayHtml([html, ...notes].join('\n'), { replyTo: message.message_id, keyboard });
}

/** What is said of a report just filed, with the button that takes it back. HTML. */
export function filedMessage(ctx: Ctx, filed: Filed): { html: string; keyboard: Keyboard } {
  return filedText(ctx.app, ctx.locale, filed);
}

/** Text keys about files of this message that cannot be treated like others. */
export function fileNotes(message: Message): string[] {
  const files = filesOf(message);
  return [
    ...(files.some(isProgram) ? ['reports-file-program'] : []),
    ...(files.some((file) => !isProgram(file) && (file.size ?? 0) > maxDownload) ? ['reports-file-large'] : []),
  ];
}

/** A mark on the person's own message; where reactions are off the words are enough. */
export async function react(ctx: Ctx, message: Message): Promise<void> {
  await ctx.api
    .setMessageReaction(message.chat.id, message.message_id, [{ type: 'emoji', emoji: '👍' }])
    .catch((error: unknown) => ctx.app.log.info({ err: error }, 'reports.no-reaction'));
}

/** Answers the message. */
export function say(ctx: Ctx, message: Message, key: string, keyboard?: Keyboard, args = {}): Promise<void> {
  const options = { replyTo: message.message_id, ...(keyboard && { keyboard }) };
  return ctx.say(key, args, options).then(() => undefined);
}

/** Final or interim, as it stands in callback data. */
export type Kind = 'f' | 'i';

export function kindOf(kind: string | undefined): Kind {
  if (kind !== 'f' && kind !== 'i') throw new UserError('telegram-stale-button');
  return kind;
}

/** The message that a question of ours was about: its words are read again, so that nothing has to be remembered. */
export function askedMessage(ctx: Ctx): Message {
  const question = ctx.callbackQuery?.message;
  const asked = question && 'reply_to_message' in question ? question.reply_to_message : undefined;
  if (!asked) throw new UserError('tasks-lost-text');
  if (asked.from?.id !== ctx.from?.id) throw new UserError('reports-not-your-message');
  return asked as Message;
}

/** "A final or an interim report?", for one task or before the task is known. */
export function kindKeyboard(ctx: Ctx, open: ShareRow[], taskId: number): Keyboard {
  const [only] = open.length === 1 ? open : [];
  const kind = (label: string, value: Kind) =>
    only
      ? button(ctx.t(label), 'reports.file', only.participationId, value)
      : button(ctx.t(label), 'reports.kind', value, taskId);
  return [
    [kind('reports-button-final', 'f'), kind('reports-button-interim', 'i')],
    [
      ...(only ? [button(ctx.t('reports-button-question'), 'reports.question', only.participationId)] : []),
      button(ctx.t('reports-button-not'), 'reports.not'),
    ],
  ];
}

/** "On which task is it?" */
export function whichKeyboard(ctx: Ctx, open: ShareRow[], kind: Kind): Keyboard {
  const tasks = open
    .slice(0, offered)
    .map((row) => [
      button(excerpt(`№ ${row.number} · ${row.headline}`, 60), 'reports.file', row.participationId, kind),
    ]);
  return [...tasks, [button(ctx.t('reports-button-not'), 'reports.not')]];
}

/** The number of the task of a share; empty when it is gone. */
export async function numberOf(ctx: Ctx, participationId: number): Promise<string> {
  return (await shareView(ctx.app, participationId))?.task.number ?? '';
}
