// Buttons around a task for many: remind the silent, add schools that joined later.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { findChat } from '../chats/queries.ts';
import { UserError } from '../errors.ts';
import { findSent } from '../outbox/queries.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { printInstant } from '../time.ts';
import { addNewcomers } from './newcomer-actions.ts';
import { newcomersOf } from './newcomer-queries.ts';
import { nudgeSilent } from './nudge-actions.ts';
import { cardView } from './queries.ts';

/** Handlers of these buttons. */
export function fanOutHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'tasks.nudge', async (ctx, id) => nudge(ctx, idArg(id)));
  onButton(composer, 'tasks.join', async (ctx, id) => join(ctx, idArg(id)));
  onButton(composer, 'tasks.addnew', async (ctx, id) => addNew(ctx, idArg(id)));
  onButton(composer, 'tasks.nojoin', async (ctx, id) => {
    requireActor(ctx);
    const { number } = await offered(ctx, idArg(id));
    await rewrite(ctx, ctx.t('tasks-not-joined', { number }));
  });
  return composer;
}

async function nudge(ctx: Ctx, taskId: number): Promise<void> {
  const { number, told, unreachable, at, later } = await nudgeSilent(ctx.app, requireActor(ctx), { taskId });
  const head = later
    ? ctx.t('tasks-nudged-later', { number, told, at: printInstant(ctx.app.zone, at) })
    : ctx.t('tasks-nudged-now', { number, told });
  const missing = unreachable > 0 ? [`⚠️ ${ctx.t('tasks-nudged-unreachable', { n: unreachable })}`] : [];
  await ctx.sayHtml([head, ...missing].join('\n'));
}

/** On request: all that joined since, offered before or not. */
async function addNew(ctx: Ctx, taskId: number): Promise<void> {
  const postIds = await newcomersOf(ctx.app, taskId);
  const { number, added, unreached } = await addNewcomers(ctx.app, requireActor(ctx), { taskId, postIds });
  const missing = unreached > 0 ? [`⚠️ ${ctx.t('tasks-issued-unreached', { n: unreached })}`] : [];
  await ctx.sayHtml([ctx.t('tasks-joined', { number, n: added }), ...missing].join('\n'));
}

async function join(ctx: Ctx, taskId: number): Promise<void> {
  const { postIds } = await offered(ctx, taskId);
  const { number, added, unreached } = await addNewcomers(ctx.app, requireActor(ctx), { taskId, postIds });
  const missing = unreached > 0 ? [`⚠️ ${ctx.t('tasks-issued-unreached', { n: unreached })}`] : [];
  await rewrite(ctx, [ctx.t('tasks-joined', { number, n: added }), ...missing].join('\n'));
}

/** What the message under the button offered. */
async function offered(ctx: Ctx, taskId: number): Promise<{ postIds: number[]; number: string }> {
  const { message } = ctx.callbackQuery ?? {};
  const chat = message && (await findChat(ctx.app, message.chat.id));
  const sent = chat && (await findSent(ctx.app, chat.chatId, message.message_id));
  const ids = sent?.kind === 'tasks.newcomers' && sent.subjectId === taskId ? sent.data['postIds'] : null;
  if (!Array.isArray(ids)) throw new UserError('telegram-stale-button');
  const task = await cardView(ctx.app, taskId);
  return { postIds: ids.filter((id) => typeof id === 'number'), number: task?.number ?? '' };
}
