// From a text to its review: kept once, asked about only what it does not say, shown where the person can work on it.
import type { Message } from 'grammy/types';
import type { App } from '../app.ts';
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
import type { Locale, TextArgs } from '../texts.ts';
import { dropPart, keepSource, type Received, startReview } from './actions.ts';
import { knownMessage } from './messages.ts';
import { aliveReview, countDrafts, cutFrom, cutPart, proposeHead, type SourceView } from './queries.ts';
import { joinedText, looksLikeRoadmap, refuseRestricted } from './text-rules.ts';

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
    await review(deskOf(ctx, actor), { ...received, messageId: message.message_id });
  });
  return true;
}

/** Where a review is told: the update being handled, or the person's own chat while a document is read beside it. */
export type Desk = {
  app: App;
  actor: Actor;
  locale: Locale;
  t: (key: string, args?: TextArgs) => string;
  tell: (html: string, keyboard?: Keyboard) => Promise<void>;
  /** Asks at once for what a source does not tell of its meeting; null where a button must open the question. */
  ask: ((sourceId: number) => Promise<void>) | null;
};

/** Keeps what was received and opens its review; what holds no item is not kept. */
export async function review(desk: Desk, received: Received, caption = ''): Promise<void> {
  const { app, actor } = desk;
  refuseRestricted(received);
  if ((await countDrafts(app, actor, received.text)) === 0) {
    await desk.tell(desk.t('intake-no-items'), [[button(desk.t('intake-button-by-hand'), 'resolutions.new')]]);
    return;
  }
  const source = await keepSource(app, actor, received);
  const alive = await aliveReview(app, source);
  if (alive !== null) return showKnown(desk, alive);
  if (looksLikeRoadmap(received))
    await desk.tell(desk.t('intake-maybe-roadmap'), [[button(desk.t('intake-button-roadmap'), 'roadmaps.import')]]);
  await open(desk, source, caption);
}

async function open(desk: Desk, source: SourceView, caption: string): Promise<void> {
  const { app, actor } = desk;
  const { sourceId } = source;
  const text = [caption, source.text].filter(Boolean).join('\n');
  const head = await proposeHead(app, actor, { ...source, text });
  const { orgId, chairPostId } = head;
  if (orgId !== null && chairPostId !== null) {
    const started = await startReview(app, actor, { ...head, sourceId, orgId, chairPostId });
    await desk.tell(desk.t('intake-read', { n: started.items, doubtful: started.doubtful }));
    return showReview(desk, started.resolutionId);
  }
  // The second part of a cut text must not become the answer to a question.
  if (desk.ask && source.text.length < cutFrom) return desk.ask(sourceId);
  await desk.tell(desk.t('intake-kept'), [[button(desk.t('intake-button-continue'), 'intake.head', sourceId)]]);
}

/** The same document again: the own review, or who has it. */
async function showKnown(desk: Desk, resolutionId: number): Promise<void> {
  const { app, actor } = desk;
  const view = await resolutionView(app, resolutionId);
  if (!view) throw new UserError('telegram-stale-button');
  if (view.draftedById === actor.personId) {
    await desk.tell(desk.t('intake-known'));
    return showReview(desk, resolutionId);
  }
  const drafter = await personForAddress(app, view.draftedById);
  const name = drafter ? `${drafter.surname} ${drafter.given}` : '';
  const { html, keyboard } = knownMessage(app, desk.locale, view, name);
  await desk.tell(html, keyboard);
}

async function showReview(desk: Desk, resolutionId: number): Promise<void> {
  const { app, locale } = desk;
  const view = await resolutionView(app, resolutionId);
  if (!view) return;
  const { html, keyboard } = resolutionPanel({ app, calendar: await loadCalendar(app), locale }, view);
  await desk.tell(html, keyboard);
}

/** Reviews are private: what is asked for in a group is answered in the person's own chat. */
function deskOf(ctx: Ctx, actor: Actor): Desk {
  const { app, locale, t } = ctx;
  if (ctx.chat?.type !== 'private') {
    const tell = async (html: string, keyboard: Keyboard = []): Promise<void> => {
      if (actor.chatId === null) throw new UserError('tasks-start-first');
      await ctx.api.sendMessage(actor.telegramId, html, messageOptions({ keyboard }));
    };
    return { app, actor, locale, t, tell, ask: null };
  }
  const tell = async (html: string, keyboard: Keyboard = []): Promise<void> =>
    void (await ctx.sayHtml(html, { keyboard }));
  return { app, actor, locale, t, tell, ask: (sourceId) => enterDialog(ctx, 'intake.head', { sourceId }) };
}
