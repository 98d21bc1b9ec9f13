// The outermost middleware: every refusal is told, every fault of ours is logged and apologised for, every press is answered.
import { BotError, GrammyError, HttpError, type MiddlewareFn } from 'grammy';
import { UserError } from '../errors.ts';
import { plain } from './buttons.ts';
import type { Ctx } from './context.ts';

/**
 * Catches whatever handlers throw. UserError is shown to the person; anything else is logged with the update's id. Where only the answer
 * was refused by Telegram nobody is asked to try again: actions end before their answer is sent. Never throws.
 */
export function failureBoundary(): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    const answered = watchAnswer(ctx);
    try {
      await next();
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown;
      if (!(error instanceof UserError))
        ctx.app.log.error({ err: error, update: ctx.update.update_id }, 'telegram.failed');
      await tell(ctx, error, answered());
    } finally {
      if (ctx.callbackQuery && !answered())
        await quietly(ctx, () => ctx.answerCallbackQuery(ctx.unchanged ? { text: ctx.t('telegram-unchanged') } : {}));
    }
  };
}

function watchAnswer(ctx: Ctx): () => boolean {
  let answered = false;
  const answer = ctx.answerCallbackQuery.bind(ctx);
  ctx.answerCallbackQuery = (...args) => {
    answered = true;
    return answer(...args);
  };
  return () => answered;
}

async function tell(ctx: Ctx, error: unknown, answered: boolean): Promise<void> {
  if (!ctx.callbackQuery && !ctx.message) return;
  await quietly(ctx, async () => {
    const html = wordsOf(ctx, error);
    if (ctx.callbackQuery && !answered && plain(html).length <= 200) {
      await ctx.answerCallbackQuery({ text: plain(html), show_alert: true });
      return;
    }
    await ctx.sayHtml(html, ctx.message ? { replyTo: ctx.message.message_id } : {});
  });
}

function wordsOf(ctx: Ctx, error: unknown): string {
  if (error instanceof UserError) return ctx.t(error.key, error.args);
  const refused = error instanceof GrammyError || error instanceof HttpError;
  return ctx.t(refused ? 'telegram-answer-refused' : 'telegram-our-fault');
}

/** Telling may fail too (blocked, removed from the group, query too old): that is logged and ends there. */
async function quietly(ctx: Ctx, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ctx.app.log.warn({ err: error, update: ctx.update.update_id }, 'telegram.answer-failed');
  }
}
