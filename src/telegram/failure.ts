// The outermost middleware: every refusal is told, every fault of ours is logged and apologised for, every press is answered.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bot, BotError, GrammyError, HttpError, type MiddlewareFn } from 'grammy';
import { isDatabaseGone, UserError } from '../errors.ts';
import { plain } from './buttons.ts';
import type { Ctx } from './context.ts';

/** How long an update is tried again whose handling the database left, in milliseconds. */
const patience = 30_000;

/** Since when an update is tried again; only what this process has in hand. */
const tried = new WeakMap<object, number>();

/** True as long as an update that failed so is worth another try. */
function mayRepeat(update: object, error: unknown): boolean {
  if (!isDatabaseGone(error)) return false;
  const since = tried.get(update) ?? performance.now();
  tried.set(update, since);
  return performance.now() - since < patience;
}

/**
 * Handles an update from its beginning again when the database left while it was being handled: what somebody pressed or wrote is not lost
 * with a server that restarts. Request keys and conditional writes make what was done already harmless.
 */
export function repeatWithoutDatabase(bot: Bot<Ctx>): void {
  const handle = bot.handleUpdate.bind(bot);
  bot.handleUpdate = async (update, envelope) => {
    for (;;) {
      try {
        return await handle(update, envelope);
      } catch (thrown) {
        if (!mayRepeat(update, thrown instanceof BotError ? thrown.error : thrown)) throw thrown;
        await sleep(500);
      }
    }
  };
}

/**
 * Catches whatever handlers throw. UserError is shown to the person; anything else is logged with the update's id. Where only the answer
 * was refused by Telegram nobody is asked to try again: actions end before their answer is sent. Throws only what `repeatWithoutDatabase` takes up.
 */
export function failureBoundary(): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    const answered = watchAnswer(ctx);
    let again = false;
    try {
      await next();
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown;
      again = mayRepeat(ctx.update, error);
      if (again) {
        ctx.app.log.warn({ err: error, update: ctx.update.update_id }, 'telegram.waiting-for-database');
        throw error;
      }
      if (!(error instanceof UserError)) {
        ctx.failed = true;
        ctx.app.log.error({ err: error, update: ctx.update.update_id }, 'telegram.failed');
      }
      await tell(ctx, error, answered());
    } finally {
      if (ctx.callbackQuery && !again && !answered())
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
