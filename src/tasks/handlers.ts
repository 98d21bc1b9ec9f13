// Tasks in hand: acknowledging, details, lists, closing and cancelling. Drafts stand in their own file.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { canCancelTask, canCorrect } from '../org/rules.ts';
import { idArg, onButton, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { acknowledge, checkLeft, closeTask, liveNumber } from './actions.ts';
import { draftHandlers } from './draft-handlers.ts';
import { fanOutHandlers } from './fan-out-handlers.ts';
import { sendDetails } from './message-actions.ts';
import { sharesOf } from './list-queries.ts';
import { listHandlers } from './list-handlers.ts';
import { controlledTask, maySee } from './access-rules.ts';
import { sayAmend } from './plan-messages.ts';
import { taskViewFor } from './queries.ts';

/** Commands and buttons of tasks. */
export function tasksHandlers(app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(draftHandlers(app));
  composer.use(fanOutHandlers(app));
  composer.use(listHandlers());
  onButton(composer, 'tasks.ack', async (ctx, id) => acknowledgeShare(ctx, idArg(id)));
  onButton(composer, 'tasks.acktask', async (ctx, id) => acknowledgeTask(ctx, idArg(id)));
  onButton(composer, 'tasks.open', async (ctx, id) => openDetails(ctx, idArg(id)));
  onButton(composer, 'tasks.close', async (ctx, id) => close(ctx, idArg(id)));
  onButton(composer, 'tasks.cancel', async (ctx, id) => {
    const taskId = idArg(id);
    const task = await visibleTask(ctx, taskId);
    if (!canCancelTask(requireActor(ctx), controlledTask(task))) throw new UserError('tasks-may-not-cancel');
    if (task.measure) return sayAmend(ctx, task);
    await enterDialog(ctx, 'tasks.cancel', { taskId, number: liveNumber(task) });
  });
  onButton(composer, 'tasks.correct', async (ctx, id) => {
    const taskId = idArg(id);
    const task = await visibleTask(ctx, taskId);
    if (!canCorrect(requireActor(ctx), controlledTask(task))) throw new UserError('tasks-may-not-correct');
    if (task.measure) return sayAmend(ctx, task);
    await enterDialog(ctx, 'tasks.correct', { taskId, number: liveNumber(task) });
  });
  return composer;
}

async function acknowledgeShare(ctx: Ctx, participationId: number): Promise<void> {
  const { number, changed } = await acknowledge(ctx.app, requireActor(ctx), { participationId });
  await toast(ctx, ctx.t(changed ? 'tasks-acknowledged' : 'tasks-acknowledged-already', { number }));
  await removePressed(ctx);
}

/** Under a card of a group: whichever share of the task is the presser's. */
async function acknowledgeTask(ctx: Ctx, taskId: number): Promise<void> {
  const actor = requireActor(ctx);
  const shares = (await sharesOf(ctx.app, actor, { taskId })).filter((share) => share.open);
  const results = [];
  for (const { participationId } of shares) results.push(await acknowledge(ctx.app, actor, { participationId }));
  const [first] = results;
  if (!first) throw new UserError('tasks-not-yours');
  const changed = results.some((result) => result.changed);
  await toast(ctx, ctx.t(changed ? 'tasks-acknowledged' : 'tasks-acknowledged-already', { number: first.number }));
}

/** Takes the pressed button away, the others stay: what is done cannot be pressed again. Only in private, where it is one person's. */
async function removePressed(ctx: Ctx): Promise<void> {
  const message = ctx.callbackQuery?.message;
  if (ctx.chat?.type !== 'private' || !message || !('reply_markup' in message)) return;
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const pressed = ctx.callbackQuery?.data;
  const left = rows
    .map((row) => row.filter((each) => !('callback_data' in each && each.callback_data === pressed)))
    .filter((row) => row.length > 0);
  if (left.flat().length === rows.flat().length) return;
  await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: left } }).catch(() => undefined);
}

async function visibleTask(ctx: Ctx, taskId: number) {
  const actor = requireActor(ctx);
  const task = await taskViewFor(ctx.app, actor, taskId);
  if (!task || task.state === 'draft') throw new UserError('telegram-stale-button');
  if (!maySee(actor, task)) throw new UserError('tasks-not-visible');
  // Until it leaves it is its issuer's alone.
  if (task.issuerPersonId !== actor.personId) checkLeft(ctx.app, task);
  return task;
}

/** Details go to the private chat, as a message that can be answered with a report. */
async function openDetails(ctx: Ctx, taskId: number): Promise<void> {
  const actor = requireActor(ctx);
  await visibleTask(ctx, taskId);
  if (actor.chatId === null) throw new UserError('tasks-start-first');
  await sendDetails(ctx.app, actor, taskId);
  if (ctx.chat?.type !== 'private') await toast(ctx, ctx.t('tasks-sent-privately'));
}

async function close(ctx: Ctx, taskId: number): Promise<void> {
  const actor = requireActor(ctx);
  const task = await visibleTask(ctx, taskId);
  try {
    const { number } = await closeTask(ctx.app, actor, { taskId });
    await ctx.say('tasks-closed', { number });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const parts = error.key === 'tasks-parts-open';
    const canWaive = error.key === 'tasks-not-closable' && canCancelTask(actor, controlledTask(task));
    if (!parts && !canWaive) throw error;
    const args = { taskId, number: task.number ?? '', act: 'close', id: taskId };
    await enterDialog(ctx, parts ? 'shares.reason' : 'tasks.close', args);
  }
}
