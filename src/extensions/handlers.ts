// Buttons of extensions: asking, withdrawing, opinions, decisions, "for all"; and the words by which more time is asked for.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { isDay, printDay, printDayShort } from '../time.ts';
import { approveExtension, declineExtension, giveOpinion, refuseStranger } from './decide-actions.ts';
import { checkForAll } from './extend-all-actions.ts';
import { refusalKeyboard } from './messages.ts';
import { requestItem, voiceOf } from './queries.ts';
import { presentRequest, presentRequests } from './renderers.ts';
import { alreadyDecided, checkShare, withdrawExtension } from './request-actions.ts';
import { offeredKey, refusalReasons } from './rules.ts';
import { span } from '../tasks/slip-rules.ts';
import { wordsHandlers } from './words-handlers.ts';
import { approveSame } from './same-actions.ts';

/** Everything about extensions; before the reports, whose words are the last to be listened to. */
export function extensionsHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'extensions.ask', async (ctx, id) => startAsking(ctx, idArg(id)));
  onButton(composer, 'extensions.withdraw', withdraw);
  onButton(composer, 'extensions.list', async (ctx, taskId, page) => showList(ctx, idArg(taskId), idArg(page), false));
  onButton(composer, 'extensions.open', async (ctx, id) => open(ctx, idArg(id)));
  onButton(composer, 'extensions.approve', approve);
  onButton(composer, 'extensions.same', approveAll);
  onButton(composer, 'extensions.other', async (ctx, id) => inDialog(ctx, 'extensions.other', idArg(id), 'decides'));
  onButton(composer, 'extensions.decline', async (ctx, id) => {
    const { item } = await spoken(ctx, idArg(id), 'decides');
    const html = ctx.t('extensions-ask-refusal-of', { number: item.task.number ?? '' });
    await rewrite(ctx, html, refusalKeyboard(ctx.app, ctx.locale, item.request.extensionId));
  });
  onButton(composer, 'extensions.refuse', refuse);
  onButton(composer, 'extensions.ownreason', async (ctx, id) =>
    inDialog(ctx, 'extensions.decline', idArg(id), 'decides'),
  );
  onButton(composer, 'extensions.agree', async (ctx, id) => {
    const { number } = await giveOpinion(ctx.app, requireActor(ctx), { extensionId: idArg(id), agrees: true });
    await toast(ctx, ctx.t('extensions-opinion-done', { number }));
  });
  onButton(composer, 'extensions.disagree', async (ctx, id) =>
    inDialog(ctx, 'extensions.disagree', idArg(id), 'opines'),
  );
  onButton(composer, 'extensions.forall', async (ctx, id) => startForAll(ctx, idArg(id)));
  composer.use(wordsHandlers());
  return composer;
}

async function startAsking(ctx: Ctx, participationId: number): Promise<void> {
  await checkShare(ctx.app, requireActor(ctx), participationId);
  await enterDialog(ctx, 'extensions.ask', {
    ids: [participationId],
    day: null,
    words: '',
    key: `press:${ctx.update.update_id}`,
  });
}

async function withdraw(ctx: Ctx, id?: string): Promise<void> {
  const { number } = await withdrawExtension(ctx.app, requireActor(ctx), { extensionId: idArg(id) });
  await rewrite(ctx, ctx.t('extensions-withdrawn', { number }));
}

/** The request, if the actor has this say about it and it still waits; otherwise says why not. */
async function spoken(ctx: Ctx, extensionId: number, wanted?: 'decides' | 'opines') {
  const actor = requireActor(ctx);
  const item = await requestItem(ctx.app, extensionId);
  if (!item) throw new UserError('telegram-stale-button');
  refuseStranger(actor, item);
  if (item.request.state !== 'requested') throw await alreadyDecided(ctx.app, actor, extensionId);
  const voice = voiceOf(actor, item)?.voice;
  if (!voice) throw new UserError('extensions-finished', { number: item.task.number ?? '' });
  if (wanted === 'decides' && voice !== 'decides') throw new UserError('extensions-may-not-decide');
  if (wanted === 'opines' && voice === 'decides') throw new UserError('extensions-no-opinion');
  return { item, voice };
}

async function inDialog(ctx: Ctx, dialog: string, extensionId: number, wanted: 'decides' | 'opines'): Promise<void> {
  await spoken(ctx, extensionId, wanted);
  await enterDialog(ctx, dialog, { extensionId });
}

async function open(ctx: Ctx, extensionId: number): Promise<void> {
  const { item, voice } = await spoken(ctx, extensionId);
  const { text, keyboard } = await presentRequest(ctx.app, item, voice, ctx.locale);
  await rewrite(ctx, text, keyboard);
}

async function showList(ctx: Ctx, taskId: number, page: number, decided: boolean): Promise<void> {
  const shown = await presentRequests(ctx.app, requireActor(ctx), { locale: ctx.locale, taskId, page });
  if (!shown) throw new UserError('extensions-may-not');
  if (decided) {
    if (shown.total > 0) await ctx.sayHtml(shown.text, { keyboard: shown.keyboard });
    return;
  }
  // Under the card of the task a list is a message of its own; under a list it turns the page.
  const pressed = ctx.callbackQuery?.message;
  const rows = pressed && 'reply_markup' in pressed ? (pressed.reply_markup?.inline_keyboard ?? []) : [];
  const isList = rows
    .flat()
    .some((each) => 'callback_data' in each && /^extensions\.(?:open|approve|agree)/.test(each.callback_data));
  if (isList) await rewrite(ctx, shown.text, shown.keyboard);
  else await ctx.sayHtml(shown.text, { keyboard: shown.keyboard });
}

async function approve(ctx: Ctx, id?: string): Promise<void> {
  const extensionId = idArg(id);
  const { number, oldDue, newDue } = await approveExtension(ctx.app, requireActor(ctx), { extensionId });
  const args = { number, span: span(oldDue, newDue), day: printDay(ctx.locale, newDue) };
  await rewrite(ctx, ctx.t('extensions-approve-done', args));
  await showRest(ctx, extensionId);
}

async function approveAll(ctx: Ctx, task?: string, day?: string, last?: string): Promise<void> {
  if (!day || !isDay(day)) throw new UserError('telegram-stale-button');
  const taskId = idArg(task);
  const { number, count } = await approveSame(ctx.app, requireActor(ctx), { taskId, day, lastId: idArg(last) });
  await rewrite(ctx, ctx.t('extensions-same-done', { number, n: count, day: printDayShort(day) }));
  await showList(ctx, taskId, 0, true);
}

async function refuse(ctx: Ctx, id?: string, key?: string): Promise<void> {
  const reason = offeredKey(refusalReasons, key);
  if (!reason) throw new UserError('telegram-stale-button');
  const extensionId = idArg(id);
  const words = ctx.t(`extensions-refusal-${reason}`);
  const { number } = await declineExtension(ctx.app, requireActor(ctx), { extensionId, reason: words });
  await rewrite(ctx, ctx.t('extensions-decline-done', { number, reason: words }));
  await showRest(ctx, extensionId);
}

/** What else of this task waits for the actor. */
async function showRest(ctx: Ctx, extensionId: number): Promise<void> {
  const item = await requestItem(ctx.app, extensionId);
  if (item) await showList(ctx, item.task.taskId, 0, true);
}

async function startForAll(ctx: Ctx, taskId: number): Promise<void> {
  await checkForAll(ctx.app, requireActor(ctx), taskId);
  if (ctx.chat?.type !== 'private') throw new UserError('telegram-private-only');
  await enterDialog(ctx, 'extensions.forall', { taskId });
}
