// From a text to its review: kept once, asked about only what it does not say, shown where the person can work on it.
import type { Message } from 'grammy/types';
import { loadCalendar } from '../calendar.ts';
import { ensureChat } from '../chats/actions.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { resolutionPanel } from '../resolutions/panel-messages.ts';
import { resolutionView } from '../resolutions/queries.ts';
import { personForAddress } from '../tasks/person-queries.ts';
import { button } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, messageOptions } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { withProgress } from '../telegram/progress.ts';
import { dropPart, keepSource, type Received, startReview } from './actions.ts';
import { knownMessage } from './messages.ts';
import { aliveReview, countDrafts, cutFrom, cutPart, proposeHead, type SourceView } from './queries.ts';
import { joinedText } from './text-rules.ts';

/** Opens the review of a text out of a message. With 'only-continued' it does so only for the second part of a text that Telegram has cut; false when it is none. */
export async function openText(
  ctx: Ctx,
  actor: Actor,
  { message, text }: { message: Message; text: string },
  when?: 'only-continued',
): Promise<boolean> {
  const chatId = await ensureChat(ctx.app, message.chat);
  const part = await cutPart(ctx.app, actor, chatId);
  if (!part && when) return false;
  const whole = part ? joinedText(part.text, text) : text;
  await withProgress(ctx, 'intake-reading', async () => {
    if (part) await dropPart(ctx.app, actor, part);
    const name = `${ctx.t('intake-pasted')}.txt`;
    const received = { bytes: Buffer.from(whole), text: whole, name, mime: 'text/plain', chatId };
    await review(ctx, actor, { ...received, messageId: message.message_id });
  });
  return true;
}

/** Keeps what was received and opens its review; what holds no item is not kept. */
export async function review(ctx: Ctx, actor: Actor, received: Received, caption = ''): Promise<void> {
  if ((await countDrafts(ctx.app, actor, received.text)) === 0) {
    const keyboard = [[button(ctx.t('intake-button-by-hand'), 'resolutions.new')]];
    await tell(ctx, actor, ctx.t('intake-no-items'), keyboard);
    return;
  }
  const source = await keepSource(ctx.app, actor, received);
  const alive = await aliveReview(ctx.app, source);
  if (alive !== null) return showKnown(ctx, actor, alive);
  await open(ctx, actor, source, caption);
}

async function open(ctx: Ctx, actor: Actor, source: SourceView, caption: string): Promise<void> {
  const { sourceId } = source;
  const head = await proposeHead(ctx.app, actor, {
    ...source,
    text: [caption, source.text].filter(Boolean).join('\n'),
  });
  const { orgId, chairPostId } = head;
  if (orgId !== null && chairPostId !== null) {
    const { resolutionId, items, doubtful } = await startReview(ctx.app, actor, {
      ...head,
      sourceId,
      orgId,
      chairPostId,
    });
    await tell(ctx, actor, ctx.t('intake-read', { n: items, doubtful }));
    return showReview(ctx, actor, resolutionId);
  }
  // The second part of a cut text must not become the answer to a question.
  if (ctx.chat?.type === 'private' && source.text.length < cutFrom)
    return enterDialog(ctx, 'intake.head', { sourceId });
  const keyboard = [[button(ctx.t('intake-button-continue'), 'intake.head', sourceId)]];
  await tell(ctx, actor, ctx.t('intake-kept'), keyboard);
}

/** The same document again: the own review, or who has it. */
async function showKnown(ctx: Ctx, actor: Actor, resolutionId: number): Promise<void> {
  const view = await resolutionView(ctx.app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  if (view.draftedById === actor.personId) {
    await tell(ctx, actor, ctx.t('intake-known'));
    return showReview(ctx, actor, resolutionId);
  }
  const drafter = await personForAddress(ctx.app, view.draftedById);
  const name = drafter ? `${drafter.surname} ${drafter.given}` : '';
  const { html, keyboard } = knownMessage(ctx.app, ctx.locale, view, name);
  await tell(ctx, actor, html, keyboard);
}

async function showReview(ctx: Ctx, actor: Actor, resolutionId: number): Promise<void> {
  const view = await resolutionView(ctx.app, resolutionId);
  if (!view) return;
  const context = { app: ctx.app, calendar: await loadCalendar(ctx.app), locale: ctx.locale };
  const { html, keyboard } = resolutionPanel(context, view);
  await tell(ctx, actor, html, keyboard);
}

/** Reviews are private: what is asked for in a group is answered in the person's own chat. */
async function tell(ctx: Ctx, actor: Actor, html: string, keyboard: Keyboard = []): Promise<void> {
  if (ctx.chat?.type === 'private') {
    await ctx.sayHtml(html, { keyboard });
    return;
  }
  if (actor.chatId === null) throw new UserError('tasks-start-first');
  await ctx.api.sendMessage(actor.telegramId, html, messageOptions({ keyboard }));
}
