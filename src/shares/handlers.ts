// Buttons and commands of shares: not ours, withdraw, replace, give up, hand in, lists, parts, `/task 148`.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { may, whyNot } from '../org/rights.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { controlledTask, shareSubject } from '../tasks/access-rules.ts';
import { sendDetails } from '../tasks/message-actions.ts';
import { excerpt } from '../tasks/messages.ts';
import { sayAmend } from '../tasks/plan-messages.ts';
import { deadlineOf } from '../tasks/rules.ts';
import { printDay } from '../time.ts';
import type { Actor } from '../org/rules.ts';
import { checkDisown } from './disown-actions.ts';
import { liveShare } from './find-actions.ts';
import { handDownHandlers } from './hand-down-handlers.ts';
import { handInFinal, remindParts } from './hand-in-actions.ts';
import { presentAwaited, presentShare, presentShares, presentTree, visibleTask } from './present-renderers.ts';
import { tasksNumbered } from './queries.ts';
import { taskNumbers } from './rules.ts';

/** Commands and buttons of this slice; before those of tasks, for `/task` means more here. */
export function sharesHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(handDownHandlers());
  composer.command('task', openNumbered);
  composer.command('parts', partsOf);
  onButton(composer, 'shares.notours', disown);
  for (const [verb, act] of Object.entries(reasoned))
    onButton(composer, `shares.${verb}`, (ctx, id) => ask(ctx, act, verb, id));
  onButton(composer, 'shares.replace', async (ctx, id) => replace(ctx, idArg(id)));
  onButton(composer, 'shares.giveto', async (ctx, id, post) => replace(ctx, idArg(id), idArg(post)));
  onButton(composer, 'shares.handin', handIn);
  onButton(composer, 'shares.remind', remind);
  onButton(composer, 'shares.list', list);
  onButton(composer, 'shares.find', async (ctx, id) => {
    await visibleTask(ctx.app, privately(ctx), idArg(id));
    await enterDialog(ctx, 'shares.find', { taskId: idArg(id) });
  });
  onButton(composer, 'shares.open', async (ctx, id) => {
    const { text, keyboard } = await presentShare(ctx.app, privately(ctx), idArg(id));
    await ctx.sayHtml(text, { keyboard });
  });
  onButton(composer, 'shares.card', async (ctx, id) => {
    const { task } = await liveShare(ctx.app, idArg(id));
    await sendDetails(ctx.app, privately(ctx), (await visibleTask(ctx.app, privately(ctx), task.taskId)).taskId);
  });
  onButton(composer, 'shares.awaited', async (ctx, id) => {
    const { text, keyboard } = await presentAwaited(ctx.app, privately(ctx), idArg(id));
    await ctx.sayHtml(text, { keyboard });
  });
  onButton(composer, 'shares.parts', async (ctx, id) => showTree(ctx, idArg(id)));
  return composer;
}

/** The person, in the private chat: what concerns one executor is not for a group. */
export function privately(ctx: Ctx): Actor {
  const actor = requireActor(ctx);
  if (ctx.chat?.type !== 'private') throw new UserError('shares-private-first');
  return actor;
}

async function disown(ctx: Ctx, id?: string): Promise<void> {
  const participationId = idArg(id);
  const { number } = await checkDisown(ctx.app, privately(ctx), participationId);
  await enterDialog(ctx, 'shares.notours', { participationId, number });
}

type Asked = { act: string; right: Parameters<typeof may>[1]; refusal: string };

/** Buttons that ask for a reason: the right is looked at before, and again by the action. */
const reasoned: Record<string, Asked> = {
  withdraw: { act: 'withdraw', right: 'shares.withdraw', refusal: 'shares-may-not-withdraw' },
  sendback: { act: 'sendback', right: 'shares.decide-misaddressed', refusal: 'shares-may-not-decide' },
  waive: { act: 'waive', right: 'shares.waive', refusal: 'shares-may-not-waive' },
  reopen: { act: 'reopen', right: 'reports.reopen', refusal: 'shares-may-not-reopen' },
  anyway: { act: 'handin', right: 'shares.report', refusal: 'tasks-not-yours' },
};

async function ask(ctx: Ctx, { act, right, refusal }: Asked, verb: string, arg?: string): Promise<void> {
  const actor = privately(ctx);
  const id = idArg(arg);
  const { task, share, number } = await liveShare(ctx.app, id);
  const refused = whyNot(actor, right, shareSubject(task, share));
  if (refused) {
    const late =
      verb === 'sendback' && share.state !== 'misaddressed' && may(actor, 'tasks.cancel', controlledTask(task));
    const known = refused === 'state' || may(actor, 'tasks.cancel', controlledTask(task));
    if (share.state === 'withdrawn' && known) throw new UserError('shares-withdrawn-already', { number });
    if (share.state === 'accepted' && refused === 'state' && verb !== 'sendback')
      throw new UserError('shares-accepted-already', { number });
    throw new UserError(late ? 'shares-decided-already' : refusal, { number });
  }
  if (act === 'withdraw' && task.measure) return sayAmend(ctx, task);
  await enterDialog(ctx, 'shares.reason', { act, id, number });
}

async function replace(ctx: Ctx, participationId: number, postId = 0): Promise<void> {
  const actor = privately(ctx);
  const { task, share, number } = await liveShare(ctx.app, participationId);
  if (!may(actor, 'shares.replace', shareSubject(task, share))) {
    const gone = share.state === 'withdrawn' && may(actor, 'tasks.cancel', controlledTask(task));
    throw new UserError(gone ? 'shares-withdrawn-already' : 'shares-may-not-withdraw', { number });
  }
  if (task.measure) return sayAmend(ctx, task);
  // The new executor takes over the date too: that it is past is said before, not found out.
  const past = share.due !== null && deadlineOf(ctx.app.zone, share.due, share.dueTime) <= ctx.app.now();
  const late = past && share.due ? printDay(ctx.locale, share.due) : '';
  await enterDialog(ctx, 'shares.replace', { participationId, postId, number, late, periodic: task.seriesId !== null });
}

async function handIn(ctx: Ctx, id?: string): Promise<void> {
  const { number } = await handInFinal(ctx.app, privately(ctx), { participationId: idArg(id) });
  await rewrite(ctx, ctx.t('shares-handed-in', { number }));
}

async function remind(ctx: Ctx, id?: string): Promise<void> {
  const { number, told } = await remindParts(ctx.app, privately(ctx), { participationId: idArg(id) });
  await ctx.say('shares-reminded', { number, n: told });
}

async function list(ctx: Ctx, id?: string, page?: string): Promise<void> {
  const first = ctx.callbackQuery?.message;
  const { text, keyboard } = await presentShares(ctx.app, privately(ctx), idArg(id), { page: idArg(page) });
  const turned = first && 'reply_markup' in first && JSON.stringify(first.reply_markup).includes('shares.open:');
  if (turned) await rewrite(ctx, text, keyboard);
  else await ctx.sayHtml(text, { keyboard });
}

async function showTree(ctx: Ctx, taskId: number): Promise<void> {
  const { text, keyboard } = await presentTree(ctx.app, privately(ctx), taskId);
  await ctx.sayHtml(text, { keyboard });
}

/** `/task 148`: nothing but a number opens the card; everything else is a new task. */
async function openNumbered(ctx: Ctx, next: () => Promise<void>): Promise<void> {
  const numbers = taskNumbers(String(ctx.match ?? ''));
  if (!numbers || ctx.msg?.reply_to_message) return next();
  const actor = requireActor(ctx);
  if (actor.chatId === null) throw new UserError('tasks-start-first');
  const found = await numbered(ctx, actor, numbers, 'tasks.open');
  if (found === null) return;
  await visibleTask(ctx.app, actor, found);
  await sendDetails(ctx.app, actor, found);
  if (ctx.chat?.type !== 'private') await ctx.say('tasks-sent-privately');
}

/** The one task that is meant; null when there are several and buttons were shown. Throws UserError when there is none. */
async function numbered(ctx: Ctx, actor: Actor, numbers: string[], verb: string): Promise<number | null> {
  const tasks = await tasksNumbered(ctx.app, actor, numbers);
  const [first] = tasks;
  if (!first) throw new UserError('shares-task-not-found', { words: numbers.at(-1) ?? '' });
  if (tasks.length === 1) return first.taskId;
  // Headlines of several tasks are not for a group.
  privately(ctx);
  const keyboard = tasks.map((task) => [button(excerpt(`№ ${task.number} · ${task.headline}`, 60), verb, task.taskId)]);
  await ctx.say('shares-task-which', {}, { keyboard });
  return null;
}

async function partsOf(ctx: Ctx): Promise<void> {
  const actor = privately(ctx);
  const numbers = taskNumbers(String(ctx.match ?? ''));
  if (!numbers) return void (await ctx.say('shares-parts-how'));
  const found = await numbered(ctx, actor, numbers, 'shares.parts');
  if (found !== null) await showTree(ctx, found);
}
