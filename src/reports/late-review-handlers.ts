// A press about a report that waits no more: the alert says why, and the message shows how it stands instead of buttons that do nothing.
import { UserError } from '../errors.ts';
import { executorName } from '../tasks/messages.ts';
import { liveTaskStates } from '../tasks/rules.ts';
import { rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, type Keyboard, requireActor } from '../telegram/context.ts';
import { escapeHtml } from '../texts.ts';
import { mayJudge, type ReviewItem, reviewItem } from './queries.ts';
import { presentQueue, presentWaiting } from './review-renderers.ts';

/**
 * What `work` gives; null when it was refused because the report waits no more, which was told and drawn then. Other refusals are thrown
 * on, also to whoever may not judge the report: nothing of it is shown to them.
 */
export async function whileWaiting<R>(ctx: Ctx, reportId: number, work: () => Promise<R>): Promise<R | null> {
  try {
    return await work();
  } catch (error) {
    const item = error instanceof UserError ? await reviewItem(ctx.app, reportId) : null;
    if (!(error instanceof UserError) || !item || waits(item) || !mayJudge(requireActor(ctx), item)) throw error;
    const why = ctx.t(error.key, error.args);
    await toast(ctx, why, true);
    await redraw(ctx, item, why);
    return null;
  }
}

function waits({ report, task }: ReviewItem): boolean {
  return report.state === 'submitted' && liveTaskStates.includes(task.state);
}

/** A list becomes what it is now; the report alone says how it stands; any other message keeps its words and what else it offers. */
async function redraw(ctx: Ctx, item: ReviewItem, why: string): Promise<void> {
  const shown = keyboardOf(ctx);
  const data = shown.flat().flatMap((each) => ('callback_data' in each ? [each.callback_data] : []));
  const actor = requireActor(ctx);
  const page = data.find((each) => each.startsWith('reports.acceptpage:'))?.split(':')[1];
  if (page !== undefined) {
    const { text, keyboard, total } = await presentQueue(ctx.app, actor, { locale: ctx.locale, page: Number(page) });
    return total === 0 ? rewrite(ctx, ctx.t('reports-queue-empty')) : rewrite(ctx, text, keyboard);
  }
  if (data.includes('reports.queue')) {
    const { text, keyboard } = await presentWaiting(ctx.app, actor, ctx.locale);
    return rewrite(ctx, text, keyboard);
  }
  const { report, share, task } = item;
  const decides = [`reports.accept:${report.reportId}`, `reports.ownreason:${report.reportId}`];
  if (data.some((each) => decides.includes(each))) {
    const number = ctx.t('tasks-number', { number: task.number ?? '' });
    return rewrite(ctx, `<b>${number}</b> · ${escapeHtml(executorName(share.post, ctx.locale))}\n${why}`);
  }
  await withoutReport(ctx, shown, report.reportId);
}

function keyboardOf(ctx: Ctx): Keyboard {
  const message = ctx.callbackQuery?.message;
  return message && 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : [];
}

async function withoutReport(ctx: Ctx, shown: Keyboard, reportId: number): Promise<void> {
  const opens = `reports.open:${reportId}`;
  const left = shown
    .map((row) => row.filter((each) => !('callback_data' in each) || each.callback_data !== opens))
    .filter((row) => row.length > 0);
  if (left.flat().length === shown.flat().length) return;
  await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: left } });
}
