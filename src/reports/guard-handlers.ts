// The guard over what people send: whoever shows others a personal number, a secret or a restricted paper is told at once, and only the kind is logged.
import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { findInFileName, findSensitive, kindsOf } from '../reading/guard/find-sensitive.ts';
import type { SensitiveKind } from '../reading/guard/sensitive.ts';
import { guardArgs } from '../tasks/guard-rules.ts';
import type { Ctx } from '../telegram/context.ts';
import { filesOf } from '../telegram/files.ts';
import { isFiled } from './guard-queries.ts';

/** Comes before everything that answers messages, and speaks after it. */
export function guardHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.on(['message', 'edited_message', 'callback_query:data'], async (ctx, next) => {
    const message = written(ctx);
    const kinds = message && ctx.actor ? kindsIn(message) : [];
    if (!message || kinds.length === 0) return next();
    ctx.app.log.warn({ kinds, person: ctx.actor?.personId, update: ctx.update.update_id }, 'guard.found');
    try {
      await next();
    } finally {
      const warning = await warningFor(ctx, message);
      if (warning) await ctx.say(warning, guardArgs(kinds), { replyTo: message.message_id });
    }
  });
  return composer;
}

/** The person's own words: written now, edited, or those that a question of ours answers. */
function written(ctx: Ctx): Message | undefined {
  const question = ctx.callbackQuery?.message;
  const asked = question && 'reply_to_message' in question ? question.reply_to_message : undefined;
  const message = ctx.message ?? ctx.editedMessage ?? asked;
  return message?.from?.id === ctx.from?.id ? (message as Message | undefined) : undefined;
}

function kindsIn(message: Message): SensitiveKind[] {
  const names = filesOf(message).flatMap(({ name }) => (name ? findInFileName(name) : []));
  return kindsOf([...findSensitive(message.text ?? message.caption ?? ''), ...names]);
}

/** In a group whatever was said to us; in private only a report, for a draft warns by itself. Commands are refused where they are understood. */
async function warningFor(ctx: Ctx, message: Message): Promise<string | null> {
  if (message.text?.startsWith('/')) return null;
  if (message.chat.type !== 'private')
    return !ctx.callbackQuery && message.reply_to_message?.from?.id === ctx.me.id ? 'guard-report-group' : null;
  return ctx.actor && (await isFiled(ctx.app, ctx.actor, message.chat.id, message.message_id))
    ? 'guard-report-private'
    : null;
}
