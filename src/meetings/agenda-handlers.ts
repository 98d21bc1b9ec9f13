// Buttons of an agenda: its entries, what becomes of them, reports decided there, and the way to the resolution.
import { Composer } from 'grammy';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { ownResolution } from '../resolutions/access-actions.ts';
import type { CardContext } from '../tasks/messages.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { refreshAgenda, removeQuestion, setQuestion } from './agenda-actions.ts';
import { agendaPanel, questionPanel, takeOverPanel } from './agenda-messages.ts';
import { takenOver } from './carry-queries.ts';
import { decideAtSitting, putBeforeChair } from './decision-actions.ts';
import { entryFor, sittingFor } from './read-queries.ts';
import { draftFromSitting } from './resolution-actions.ts';

/** Buttons about the agenda of a sitting. */
export function agendaHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  const press = (verb: string, handler: (ctx: Ctx, actor: Actor, id: number, ...args: string[]) => Promise<unknown>) =>
    onButton(composer, `meetings.${verb}`, async (ctx, id, ...args) =>
      handler(ctx, requireActor(ctx), idArg(id), ...args),
    );
  press('agenda', async (ctx, actor, id, page) => showAgenda(ctx, actor, id, idArg(page ?? '0')));
  press('add', async (ctx, actor, meetingId) => {
    const { keeps, view } = await sittingFor(ctx.app, actor, meetingId);
    if (!keeps) throw new UserError('meetings-not-yours');
    if (view.heldAt) throw new UserError('meetings-held');
    await enterDialog(ctx, 'meetings.add', { meetingId });
  });
  press('question', showQuestion);
  press('set', async (ctx, actor, agendaId, from = '', to = '') => {
    await setQuestion(ctx.app, actor, { agendaId, from, to });
    await showQuestion(ctx, actor, agendaId);
  });
  press('note', async (ctx, actor, agendaId) => {
    await entryFor(ctx.app, actor, agendaId);
    await enterDialog(ctx, 'meetings.note', { agendaId });
  });
  press('remove', async (ctx, actor, agendaId) => {
    const { meetingId } = await removeQuestion(ctx.app, actor, { agendaId });
    await showAgenda(ctx, actor, meetingId, 0);
  });
  press('accept', async (ctx, actor, agendaId, report) => {
    const { number } = await decideAtSitting(ctx.app, actor, { agendaId, reportId: idArg(report) });
    await toast(ctx, ctx.t('meetings-accepted', { number }));
    await showQuestion(ctx, actor, agendaId);
  });
  press('return', async (ctx, actor, agendaId, report) => {
    const { reports } = await entryFor(ctx.app, actor, agendaId);
    const reportId = idArg(report);
    if (!reports.some((item) => item.report.reportId === reportId)) throw new UserError('reports-decided-already');
    await enterDialog(ctx, 'meetings.return', { agendaId, reportId });
  });
  press('before-chair', async (ctx, actor, agendaId) => {
    const { reached } = await putBeforeChair(ctx.app, actor, { agendaId });
    await toast(ctx, ctx.t(reached ? 'meetings-put-before-chair' : 'meetings-chair-unreached'), !reached);
  });
  press('draft', async (ctx, actor, meetingId) => {
    const { resolutionId } = await draftFromSitting(ctx.app, actor, { meetingId });
    await showTakeOver(ctx, actor, resolutionId, 0);
  });
  press('takeover', async (ctx, actor, id, page) => showTakeOver(ctx, actor, id, idArg(page ?? '0')));
  press('take', async (ctx, actor, resolutionId, task) => {
    await ownResolution(ctx.app, actor, resolutionId);
    await enterDialog(ctx, 'meetings.take', { resolutionId, taskId: idArg(task) });
  });
  return composer;
}

async function contextOf(ctx: Ctx): Promise<CardContext> {
  return { app: ctx.app, calendar: await loadCalendar(ctx.app), locale: ctx.locale };
}

async function showAgenda(ctx: Ctx, actor: Actor, meetingId: number, page: number): Promise<void> {
  const { keeps } = await sittingFor(ctx.app, actor, meetingId);
  // What was finished a moment ago must not stand there.
  if (keeps) await refreshAgenda(ctx.app, meetingId);
  const { html, keyboard } = agendaPanel(await contextOf(ctx), await sittingFor(ctx.app, actor, meetingId), page);
  await rewrite(ctx, html, keyboard);
}

async function showQuestion(ctx: Ctx, actor: Actor, agendaId: number): Promise<void> {
  const { html, keyboard } = questionPanel(await contextOf(ctx), await entryFor(ctx.app, actor, agendaId));
  await rewrite(ctx, html, keyboard);
}

/** Unfinished items that are not in the draft yet, for its drafter. */
async function showTakeOver(ctx: Ctx, actor: Actor, resolutionId: number, page: number): Promise<void> {
  const draft = await ownResolution(ctx.app, actor, resolutionId);
  const { seen } = await sittingFor(ctx.app, actor, draft.meetingId);
  const gone = await takenOver(ctx.app, resolutionId);
  const items = seen.filter(
    ({ task, discreet }) =>
      task && !discreet && !gone.has(task.taskId) && ['issued', 'in_progress'].includes(task.state),
  );
  const { html, keyboard } = takeOverPanel(await contextOf(ctx), { resolutionId, items, page });
  await rewrite(ctx, html, keyboard);
}
