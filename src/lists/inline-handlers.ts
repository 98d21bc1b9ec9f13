// Inline mode: "@bot 2.1" or "@bot words" in any chat finds what the asker may see; the query names no chat, so nobody else's rights count.
import { Composer, type MiddlewareFn } from 'grammy';
import { checkLeft } from '../tasks/actions.ts';
import { UserError } from '../errors.ts';
import { maySee } from '../tasks/access-rules.ts';
import { readFind } from '../tasks/find-rules.ts';
import { sendDetails } from '../tasks/message-actions.ts';
import { taskViewFor } from '../tasks/queries.ts';
import type { Ctx } from '../telegram/context.ts';
import { inlineResults } from './inline-messages.ts';
import { inlineStart, linkedTask } from './inline-rules.ts';
import { inlineFound } from './view-queries.ts';

const onPage = 20;
/** Seconds: results are of this person and moment. */
const cacheTime = 3;

/** The queries of inline mode. */
export function inlineHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.on('inline_query', async (ctx) => {
    const { query, offset } = ctx.inlineQuery;
    if (!ctx.actor) return answer(ctx, [], { button: 'lists-inline-stranger' });
    const words = query.trim();
    const find = words === '' ? null : readFind(words);
    if (words !== '' && !find) return answer(ctx, [], { button: 'lists-inline-how' });
    const skip = /^\d{1,5}$/.test(offset) ? Number(offset) : 0;
    const { rows, total } = await inlineFound(ctx.app, ctx.actor, find, { skip, take: onPage });
    const more = skip + rows.length < total ? String(skip + rows.length) : '';
    const hint = total === 0 ? { button: words === '' ? 'lists-inline-how' : 'lists-inline-none' } : {};
    await answer(ctx, inlineResults(ctx.app, ctx.locale, ctx.me.username, rows), { more, ...hint });
  });
  return composer;
}

/** Passes over what somebody posted by way of the inline mode: those are the bot's words, no task and no report. */
export function withoutInlinePosts(): MiddlewareFn<Ctx> {
  return async (ctx, next) => (ctx.msg?.via_bot?.id === ctx.me.id && !ctx.callbackQuery ? undefined : next());
}

type Rest = { more?: string; button?: string };

async function answer(ctx: Ctx, results: ReturnType<typeof inlineResults>, { more = '', button }: Rest): Promise<void> {
  const other = {
    is_personal: true,
    cache_time: cacheTime,
    next_offset: more,
    ...(button && { button: { text: ctx.t(button), start_parameter: inlineStart } }),
  };
  await ctx.answerInlineQuery(results, other).catch((error: unknown) => {
    // Whoever types on has asked anew by then.
    if (!/query is too old/.test(String(error))) throw error;
    ctx.app.log.info({ update: ctx.update.update_id }, 'lists.inline-late');
  });
}

/** `/start task-12` from the button of such a message. Stands before the other uses of /start. */
export function taskLinkHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.chatType('private').command('start', async (ctx, next) => {
    const payload = ctx.match.trim();
    const taskId = linkedTask(payload);
    const { actor } = ctx;
    if (!actor && (taskId !== null || payload === inlineStart)) return void (await ctx.say('org-start-stranger'));
    if (taskId === null || !actor) return next();
    const task = await taskViewFor(ctx.app, actor, taskId);
    if (!task || task.state === 'draft' || !maySee(actor, task)) throw new UserError('tasks-not-visible');
    if (task.issuerPersonId !== actor.personId) checkLeft(ctx.app, task);
    await sendDetails(ctx.app, actor, taskId);
  });
  return composer;
}
