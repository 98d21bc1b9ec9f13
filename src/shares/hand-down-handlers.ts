// Handing down: the button on a card, `/task` as an answer to it, the latest date, the parts of a task that ended.
import { Composer } from 'grammy';
import { findChat } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { findSent } from '../outbox/queries.ts';
import { may } from '../org/rights.ts';
import { type Actor } from '../org/rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { sharesOf } from '../tasks/list-queries.ts';
import { noteShown, presentDraft } from '../tasks/present-draft-actions.ts';
import { taskViews } from '../tasks/queries.ts';
import { printDay } from '../time.ts';
import { checkHandDown, handDown, takeLatestDate } from './hand-down-actions.ts';
import { openPartsOf } from './queries.ts';

/** Handlers of handing down. */
export function handDownHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.chatType('private').command('task', answeredCard);
  onButton(composer, 'shares.down', down);
  onButton(composer, 'shares.latest', latest);
  onButton(composer, 'shares.cancelparts', cancelParts);
  onButton(composer, 'shares.keepparts', async (ctx, id) => {
    await ownParts(ctx, idArg(id));
    await rewrite(ctx, ctx.t('shares-parts-kept'));
  });
  return composer;
}

function inPrivate(ctx: Ctx): Actor {
  const actor = requireActor(ctx);
  if (ctx.chat?.type !== 'private') throw new UserError('shares-private-first');
  return actor;
}

async function down(ctx: Ctx, id?: string): Promise<void> {
  const participationId = idArg(id);
  const { share, number } = await checkHandDown(ctx.app, inPrivate(ctx), participationId);
  const until = share.due ? printDay(ctx.locale, share.due) : '';
  await enterDialog(ctx, 'shares.down', { participationId, number, until, chat: ctx.chat?.id ?? 0 });
}

/** `/task Школам № 5 и № 12: …` as an answer to one's own card hands it down; to anything else it is a new task. */
async function answeredCard(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const { actor } = ctx;
  const answered = ctx.msg?.reply_to_message;
  if (!actor || answered?.from?.id !== ctx.me.id) return next();
  const participationId = await shareBehind(ctx, actor, answered.message_id);
  if (participationId === null) return next();
  const words = String(ctx.match ?? '').trim();
  if (words === '') {
    const { share, number } = await checkHandDown(ctx.app, actor, participationId);
    const until = share.due ? printDay(ctx.locale, share.due) : '';
    return enterDialog(ctx, 'shares.down', { participationId, number, until, chat: ctx.chat?.id ?? 0 });
  }
  // Under a key of its own: an edit of the message would lose the text of the task above.
  const requestKey = `down:${participationId}:${ctx.chat?.id}:${ctx.msg?.message_id}`;
  const { taskId } = await handDown(ctx.app, actor, { participationId, words, requestKey });
  const { text, keyboard } = await presentDraft(ctx.app, actor, taskId);
  const sent = await ctx.sayHtml(text, { keyboard, ...(ctx.msg && { replyTo: ctx.msg.message_id }) });
  await noteShown(ctx.app, taskId, { chat: ctx.chat?.id, messageId: sent.message_id });
}

/** The actor's own open share that the message is about; null when it is about none, or several. */
async function shareBehind(ctx: Ctx, actor: Actor, messageId: number): Promise<number | null> {
  const chat = ctx.chat ? await findChat(ctx.app, ctx.chat.id) : null;
  const sent = chat && (await findSent(ctx.app, chat.chatId, messageId));
  if (!sent) return null;
  const { participationIds, taskId } = sent.data;
  const ids = Array.isArray(participationIds) ? participationIds.filter((id) => typeof id === 'number') : null;
  if (!ids && typeof taskId !== 'number') return null;
  const wanted = ids ? { participationIds: ids } : { taskId: Number(taskId) };
  const own = (await sharesOf(ctx.app, actor, wanted)).filter(({ open }) => open);
  return own.length === 1 ? (own[0]?.participationId ?? null) : null;
}

async function latest(ctx: Ctx, id?: string): Promise<void> {
  const actor = inPrivate(ctx);
  const taskId = idArg(id);
  await takeLatestDate(ctx.app, actor, { taskId });
  const { text, keyboard } = await presentDraft(ctx.app, actor, taskId);
  await rewrite(ctx, text, keyboard);
  const shown = ctx.callbackQuery?.message?.message_id;
  if (shown !== undefined) await noteShown(ctx.app, taskId, { chat: ctx.chat?.id, messageId: shown });
}

async function cancelParts(ctx: Ctx, id?: string): Promise<void> {
  const { number } = await ownParts(ctx, idArg(id));
  await enterDialog(ctx, 'shares.reason', { act: 'cancelparts', id: idArg(id), number });
}

/** The parts that the pressed message is about, of which the actor decides. */
async function ownParts(ctx: Ctx, participationId: number): Promise<{ number: string }> {
  const actor = inPrivate(ctx);
  const open = await openPartsOf(ctx.app, participationId);
  const parts = await taskViews(
    ctx.app,
    open.map(({ taskId }) => taskId),
  );
  const mine = parts.filter((part) => may(actor, 'tasks.cancel', controlledTask(part)));
  if (mine.length === 0) throw new UserError(parts.length > 0 ? 'tasks-may-not-cancel' : 'shares-parts-none');
  return { number: mine.map(({ number }) => number).join(', ') };
}
