// Issuing a draft and taking it back; outside of working hours the issuer chooses when it is heard.
import { Composer } from 'grammy';
import { loadCalendar } from '../calendar.ts';
import { findPlace } from '../chats/queries.ts';
import { heldTitle } from '../org/act-as-messages.ts';
import { button, idArg, knownArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { escapeHtml } from '../texts.ts';
import { dayIn, printDay, timeIn } from '../time.ts';
import { chooseIssuer } from './as-actions.ts';
import { ownDraft } from './draft-actions.ts';
import { redraw, showDraft, showsDraft } from './draft-panel-handlers.ts';
import { isWorkingTime, nextWorkingTime } from './hours-rules.ts';
import { isTooLate, issueTask, undoIssue } from './issue-actions.ts';
import { asksMeasure } from './promise-rules.ts';
import type { TaskView } from './queries.ts';
import { executorsWeek } from './week-rules.ts';

/** The buttons that issue a draft, and take it back. */
export function issueHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'tasks.issue', issue);
  onButton(composer, 'tasks.undo', undo);
  onButton(composer, 'tasks.as', async (ctx, id, post) => {
    const actor = requireActor(ctx);
    await chooseIssuer(ctx.app, actor, { taskId: idArg(id), postId: idArg(post) });
    await redraw(ctx, actor, idArg(id));
  });
  onButton(composer, 'tasks.measure', measure);
  onButton(composer, 'tasks.draft', async (ctx, id) => redraw(ctx, requireActor(ctx), idArg(id)));
  return composer;
}

async function issue(ctx: Ctx, id?: string, chosen?: string): Promise<void> {
  const actor = requireActor(ctx);
  const taskId = idArg(id);
  const draft = await ownDraft(ctx.app, actor, taskId);
  // An older message of the draft shows what it was: nothing is issued that was not on screen.
  const older = draft.draftMessageId !== ctx.callbackQuery?.message?.message_id;
  if (older && !(await showsDraft(ctx, actor, taskId))) {
    await toast(ctx, ctx.t('tasks-draft-changed'), true);
    // Shown late, under an id that nobody knew: the message pressed shows the draft from now on.
    return draft.draftMessageId === null ? redraw(ctx, actor, taskId) : showDraft(ctx, actor, taskId);
  }
  const way = wayOf(chosen);
  if (way === null && asksMeasure(draft)) return askMeasure(ctx, draft);
  const calendar = await loadCalendar(ctx.app);
  const { zone } = ctx.app;
  const now = ctx.app.now();
  const week = executorsWeek(draft);
  if ((way === null || way === 'as-it-is') && !isWorkingTime(zone, now, calendar, week))
    return askWhen(ctx, draft, nextWorkingTime(zone, now, calendar, week));
  const issued = await issueTask(ctx.app, actor, { taskId, way: way === null || way === 'as-it-is' ? 'now' : way });
  const { number, participations: n, unreached, undoUntil, period } = issued;
  // A moment, not a stretch: the words stay on the screen when it has passed.
  const time = undoUntil ? secondIn(zone, undoUntil) : '';
  const day = undoUntil ? printDay(ctx.locale, dayIn(zone, undoUntil)) : '';
  const key = way === 'morning' ? 'tasks-issued-morning' : undoUntil ? 'tasks-issued-undo' : 'tasks-issued';
  const lines = [
    ctx.t(key, { number, n, time, day }),
    ...((await mayRepeat(ctx, draft)) ? [escapeHtml(draft.headline)] : []),
    ...(actor.posts.length > 1 ? [ctx.t('tasks-as', { post: heldTitle(ctx.app.t, issued.issuer, ctx.locale) })] : []),
    ...(period ? [ctx.t('periods-issued', { number: period })] : []),
    ...(unreached > 0 ? [`⚠️ ${ctx.t('tasks-issued-unreached', { n: unreached })}`] : []),
  ];
  const keyboard = undoUntil ? [[button(ctx.t('tasks-button-undo'), 'tasks.undo', taskId)]] : [];
  await rewrite(ctx, lines.join('\n'), keyboard);
}

/** What stays in a group says no more than its card there: of a confidential task, and where the group wants notices only, no words. */
async function mayRepeat(ctx: Ctx, { confidential }: TaskView): Promise<boolean> {
  const message = ctx.callbackQuery?.message;
  if (!message || message.chat.type === 'private') return true;
  if (confidential) return false;
  const threadId = message.is_topic_message ? (message.message_thread_id ?? null) : null;
  return (await findPlace(ctx.app, message.chat.id, threadId))?.policy !== 'notice';
}

const ways = ['silent', 'morning', 'as-it-is'] as const;

/** What was chosen on the way to issuing; null: nothing yet. */
function wayOf(chosen: string | undefined): (typeof ways)[number] | null {
  return chosen === undefined ? null : knownArg(ways.find((way) => way === chosen));
}

/** A commitment without anything to measure it by is asked once for that; pressed on, it goes out as it is (source documents, S19). */
async function askMeasure(ctx: Ctx, { taskId }: TaskView): Promise<void> {
  await rewrite(ctx, ctx.t('tasks-measure-ask'), [
    [button(ctx.t('tasks-button-measure'), 'tasks.measure', taskId)],
    [button(ctx.t('tasks-button-as-it-is'), 'tasks.issue', taskId, 'as-it-is')],
    [button(ctx.t('tasks-button-back'), 'tasks.draft', taskId)],
  ]);
}

async function measure(ctx: Ctx, id?: string): Promise<void> {
  const taskId = idArg(id);
  await ownDraft(ctx.app, requireActor(ctx), taskId);
  await enterDialog(ctx, 'tasks.measure', { taskId, here: ctx.chat?.id ?? 0 });
}

/** Outside of working hours nobody is woken unasked (quiet rule): without a sound, or in the morning. */
async function askWhen(ctx: Ctx, draft: TaskView, morning: Date): Promise<void> {
  const { taskId } = draft;
  const { zone } = ctx.app;
  const at = `${printDay(ctx.locale, dayIn(zone, morning))}, ${timeIn(zone, morning)}`;
  await rewrite(ctx, ctx.t('tasks-ask-when', { at }), [
    [button(ctx.t('tasks-button-silent'), 'tasks.issue', taskId, 'silent')],
    ...(isTooLate(zone, draft, morning)
      ? []
      : [[button(ctx.t('tasks-button-morning', { at }), 'tasks.issue', taskId, 'morning')]]),
    [button(ctx.t('tasks-button-back'), 'tasks.draft', taskId)],
  ]);
}

async function undo(ctx: Ctx, id?: string): Promise<void> {
  const actor = requireActor(ctx);
  const taskId = idArg(id);
  await undoIssue(ctx.app, actor, { taskId });
  await toast(ctx, ctx.t('tasks-undone'));
  await redraw(ctx, actor, taskId);
}

/** '14:05:30' on the wall of `zone`. */
function secondIn(zone: string, moment: Date): string {
  return `${timeIn(zone, moment)}:${String(moment.getUTCSeconds()).padStart(2, '0')}`;
}
