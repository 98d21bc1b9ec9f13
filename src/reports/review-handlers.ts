// Reviewing: one report after another with its files, accepted or returned by a press.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { maySee } from '../tasks/access-rules.ts';
import { longestFind, readFind } from '../tasks/find-rules.ts';
import { executorName } from '../tasks/messages.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { acceptReport, decidedAlready, returnReport } from './review-actions.ts';
import { whileWaiting } from './late-review-handlers.ts';
import { reviewPageHandlers } from './review-page-handlers.ts';
import { reasonKeyboard, reviewKeyboard, reviewText } from './messages.ts';
import { historyOf, mayJudge, type ReviewItem, reviewItem } from './queries.ts';
import { threadOf } from './question-queries.ts';
import { itemsToJudge, waitingReports } from './review-queries.ts';
import { isQuickReason } from './rules.ts';
import { showFiles } from './evidence-handlers.ts';

/** `/review` and the buttons of a report under review. */
export function reviewHandlers(app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(reviewPageHandlers(app));
  composer.command('review', async (ctx) => {
    requireActor(ctx);
    if (ctx.chat.type !== 'private') throw new UserError('telegram-private-only');
    await (ctx.match.trim() === '' ? showNext(ctx) : showFound(ctx, ctx.match));
  });
  onButton(composer, 'reports.queue', async (ctx) => showNext(ctx));
  onButton(composer, 'reports.next', async (ctx, id) => showNext(ctx, idArg(id)));
  onButton(composer, 'reports.open', async (ctx, id) => {
    const item = await waiting(ctx, idArg(id));
    if (item) await showItem(ctx, item);
  });
  onButton(composer, 'reports.accept', async (ctx, id) => accept(ctx, idArg(id), false));
  onButton(composer, 'reports.acceptclose', async (ctx, id) => accept(ctx, idArg(id), true));
  onButton(composer, 'reports.return', async (ctx, id) => {
    const item = await waiting(ctx, idArg(id));
    if (!item) return;
    const { report, task, share } = item;
    const about = { number: task.number ?? '', name: executorName(share.post, ctx.locale) };
    await rewrite(ctx, ctx.t('reports-ask-reason', about), reasonKeyboard(ctx.app, ctx.locale, report.reportId));
  });
  onButton(composer, 'reports.reason', async (ctx, id, reason) => {
    if (!isQuickReason(reason)) throw new UserError('telegram-stale-button');
    const reportId = idArg(id);
    const words = ctx.app.t(ctx.locale, `reports-reason-${reason}`);
    const wanted = { reportId, reason: words, waiting: true };
    const done = await whileWaiting(ctx, reportId, () => returnReport(ctx.app, requireActor(ctx), wanted));
    if (!done) return;
    const { number } = done;
    const name = await executorOf(ctx, reportId);
    await rewrite(ctx, ctx.t('reports-return-done', { number, name, reason: words }));
    await showNext(ctx, reportId, true);
  });
  onButton(composer, 'reports.ownreason', async (ctx, id) => {
    await startDialog(ctx, 'reports.return', idArg(id));
  });
  onButton(composer, 'reports.ask', async (ctx, id) => {
    await startDialog(ctx, 'reports.ask', idArg(id));
  });
  return composer;
}

/** The report, if it still waits and the actor may judge it; null where it waits no more, which was told and drawn then. */
async function waiting(ctx: Ctx, reportId: number): Promise<ReviewItem | null> {
  return whileWaiting(ctx, reportId, () => judgeable(ctx, reportId));
}

async function startDialog(ctx: Ctx, id: string, reportId: number): Promise<void> {
  const item = await waiting(ctx, reportId);
  if (!item) return;
  const { task, share } = item;
  await enterDialog(ctx, id, { reportId, number: task.number ?? '', name: executorName(share.post, ctx.locale) });
}

/** The report, if it still waits and the actor may judge it; otherwise says why not. */
async function judgeable(ctx: Ctx, reportId: number): Promise<ReviewItem> {
  const item = await reviewItem(ctx.app, reportId);
  if (!item) throw new UserError('telegram-stale-button');
  if (!mayJudge(requireActor(ctx), item)) throw new UserError('reports-may-not-review');
  const { undoUntil } = item.report;
  if (undoUntil && undoUntil > ctx.app.now()) throw new UserError('reports-not-told-yet');
  if (item.report.state === 'superseded')
    throw new UserError('reports-newer-version', { number: item.task.number ?? '' });
  if (item.report.state !== 'submitted') throw await decidedAlready(ctx.app, requireActor(ctx), reportId);
  return item;
}

async function accept(ctx: Ctx, reportId: number, close: boolean): Promise<void> {
  const wanted = { reportId, close };
  const done = await whileWaiting(ctx, reportId, () => acceptReport(ctx.app, requireActor(ctx), wanted));
  if (!done) return;
  const { number, closed, inTime } = done;
  const key = closed ? 'reports-accept-closed' : 'reports-accept-done';
  const name = await executorOf(ctx, reportId);
  await rewrite(ctx, ctx.t(key, { number, name, inTime: inTime ? 'yes' : 'no' }));
  await showNext(ctx, reportId, true);
}

async function executorOf(ctx: Ctx, reportId: number): Promise<string> {
  const item = await reviewItem(ctx.app, reportId);
  return item ? executorName(item.share.post, ctx.locale) : '';
}

/** The next report of the queue behind this one, from the start again at the end. */
async function showNext(ctx: Ctx, afterId?: number, decided = false): Promise<void> {
  const actor = requireActor(ctx);
  const ids = (await waitingReports(ctx.app, actor)).map(({ reportId }) => reportId);
  const behind = ids.find((id) => decided && afterId !== undefined && id > afterId);
  const next = behind ?? ids[ids.indexOf(afterId ?? 0) + 1] ?? ids[0];
  const [item] = next === undefined ? [] : await itemsToJudge(ctx.app, actor, [next]);
  if (item) await showItem(ctx, item, ids.length);
  else await ctx.say('reports-queue-empty');
}

/** The oldest report that waits among those looked for, `/review школа 12`; from there the queue goes on. */
async function showFound(ctx: Ctx, words: string): Promise<void> {
  const actor = requireActor(ctx);
  const find = readFind(words);
  if (!find) throw new UserError('tasks-find-how');
  const found = await waitingReports(ctx.app, actor, find);
  const [first] = found;
  const [item] = first ? await itemsToJudge(ctx.app, actor, [first.reportId]) : [];
  if (item) await showItem(ctx, item, found.length);
  else await ctx.say('tasks-found-none', { words: words.trim().slice(0, longestFind) });
}

async function showItem(ctx: Ctx, item: ReviewItem, known?: number): Promise<void> {
  const actor = requireActor(ctx);
  const queued = known ?? (await waitingReports(ctx.app, actor)).length;
  const history = await historyOf(ctx.app, item.share.participationId);
  const context = { app: ctx.app, calendar: await loadCalendar(ctx.app), locale: ctx.locale };
  const thread = await threadOf(ctx.app, item.share.participationId);
  const around = { thread, twin: await twinOf(ctx, item) };
  await showFiles(ctx, item.report.files);
  const html = reviewText(context, item, history, { waiting: queued, around });
  await ctx.sayHtml(html, { keyboard: reviewKeyboard(context, actor, item) });
}

/** The report that this one is like; only where its task may be seen. */
async function twinOf(ctx: Ctx, { report }: ReviewItem): Promise<ReviewItem | null> {
  const reportId = report.likeness?.reportId;
  const twin = reportId === undefined ? null : await reviewItem(ctx.app, reportId);
  return twin && maySee(requireActor(ctx), twin.task) ? twin : null;
}
