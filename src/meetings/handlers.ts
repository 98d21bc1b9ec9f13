// Meetings in private: /meetings, series, sittings, who was there.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { groupFor } from '../groups/queries.ts';
import { may } from '../org/rights.ts';
import { type Actor, canDraftResolution } from '../org/rules.ts';
import { draftableBodies } from '../resolutions/body-queries.ts';
import type { Panel } from '../resolutions/panel-messages.ts';
import { confirmPanel } from '../resolutions/panel-messages.ts';
import type { CardContext } from '../tasks/messages.ts';
import { postViews } from '../tasks/post-queries.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { addDays, dayIn } from '../time.ts';
import { attendancePanel } from './agenda-messages.ts';
import { agendaHandlers } from './agenda-handlers.ts';
import { allPresent, holdSitting, turnAttendance } from './attendance-actions.ts';
import { checkSits } from './decision-actions.ts';
import { heldQuestion, meetingsPanel, seriesPanel, sittingPanel, toList } from './messages.ts';
import { meetingsFor, seriesView } from './queries.ts';
import { sittingFor } from './read-queries.ts';
import { subjectOf } from './sight-rules.ts';
import { endSeries, openNext } from './series-actions.ts';
import { sendAgenda } from './telling-actions.ts';

/** Sittings so many days back are listed. */
const listedDays = 60;

/** Everything about meetings that people type and press. */
export function meetingsHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('meetings', list);
  composer.use(agendaHandlers());
  const press = (verb: string, handler: (ctx: Ctx, actor: Actor, id: number, ...args: string[]) => Promise<unknown>) =>
    onButton(composer, `meetings.${verb}`, async (ctx, id, ...args) =>
      handler(ctx, requireActor(ctx), idArg(id), ...args),
    );
  onButton(composer, 'meetings.list', async (ctx) => show(ctx, await listPanel(ctx, requireActor(ctx))));
  onButton(composer, 'meetings.create', async (ctx) => enterDialog(ctx, 'meetings.create'));
  press('forgroup', async (ctx, actor, groupId) => {
    const group = await groupFor(ctx.app, actor, groupId);
    if (!group || !canDraftResolution(actor, group.path)) throw new UserError('meetings-not-yours');
    await enterDialog(ctx, 'meetings.create', { groupId });
  });
  press('series', showSeries);
  press('next', async (ctx, actor, seriesId) => {
    const series = await seriesView(ctx.app, seriesId);
    if (series?.recurrence === null) return enterDialog(ctx, 'meetings.next', { seriesId });
    const { meetingId, created } = await openNext(ctx.app, actor, { seriesId });
    if (!created) await toast(ctx, ctx.t('meetings-open-already'));
    await showSitting(ctx, actor, meetingId);
  });
  press('members', async (ctx, actor, seriesId) => {
    await keptSeriesOf(ctx, actor, seriesId);
    await enterDialog(ctx, 'meetings.members', { seriesId });
  });
  for (const officer of ['chair', 'secretary'] as const)
    press(officer, async (ctx, actor, seriesId) => {
      const { org, endedAt } = await keptSeriesOf(ctx, actor, seriesId);
      if (endedAt) throw new UserError('meetings-series-ended');
      if (!canDraftResolution(actor, org.path)) throw new UserError('meetings-not-yours');
      await enterDialog(ctx, `meetings.${officer}`, { seriesId });
    });
  press('end', async (ctx, actor, seriesId) => {
    const { theme } = await keptSeriesOf(ctx, actor, seriesId);
    const html = ctx.t('meetings-end-question', { theme });
    const yes: [string, number] = ['meetings.ended', seriesId];
    const keys = { yes: 'meetings-button-end', back: 'resolutions-button-back' };
    await show(ctx, confirmPanel(await contextOf(ctx), html, yes, ['meetings.series', seriesId], keys));
  });
  press('ended', async (ctx, actor, seriesId) => {
    await endSeries(ctx.app, actor, { seriesId });
    await rewrite(ctx, ctx.t('meetings-series-ended'), [[toList(ctx)]]);
  });
  press('sitting', showSitting);
  press('attendance', async (ctx, actor, id, page) => showAttendance(ctx, actor, id, idArg(page ?? '0')));
  press('turn', async (ctx, actor, meetingId, postId, from = '', page) => {
    await turnAttendance(ctx.app, actor, { meetingId, postId: idArg(postId), from });
    await showAttendance(ctx, actor, meetingId, idArg(page ?? '0'));
  });
  press('all', async (ctx, actor, meetingId) => {
    const { n } = await allPresent(ctx.app, actor, { meetingId });
    await toast(ctx, ctx.t('meetings-all-present', { n }));
    await showAttendance(ctx, actor, meetingId, 0);
  });
  press('send', async (ctx, actor, meetingId) => {
    const { told, unreached } = await sendAgenda(ctx.app, actor, { meetingId });
    await toast(ctx, ctx.t('meetings-agenda-sent', { told, unreached }), unreached > 0);
  });
  press('move', async (ctx, actor, meetingId) => {
    const { keeps, view } = await sittingFor(ctx.app, actor, meetingId);
    if (!keeps) throw new UserError('meetings-not-yours');
    if (view.heldAt) throw new UserError('meetings-held');
    await enterDialog(ctx, 'meetings.move', { meetingId });
  });
  press('held', askHeld);
  press('close', async (ctx, actor, meetingId) => {
    await holdSitting(ctx.app, actor, { meetingId });
    await showSitting(ctx, actor, meetingId);
  });
  return composer;
}

async function list(ctx: Ctx): Promise<void> {
  if (ctx.chat?.type !== 'private') throw new UserError('telegram-private-only');
  const { html, keyboard } = await listPanel(ctx, requireActor(ctx));
  await ctx.sayHtml(html, { keyboard });
}

async function listPanel(ctx: Ctx, actor: Actor): Promise<Panel> {
  const since = addDays(dayIn(ctx.app.zone, ctx.app.now()), -listedDays);
  const lists = await meetingsFor(ctx.app, actor, since);
  const mayCreate = (await draftableBodies(ctx.app, actor)).length > 0;
  const nothing = Object.values(lists).every((lines) => lines.length === 0);
  if (nothing && !mayCreate) throw new UserError('meetings-none');
  return meetingsPanel(await contextOf(ctx), lists, mayCreate);
}

async function keptSeriesOf(ctx: Ctx, actor: Actor, seriesId: number) {
  const view = await seriesView(ctx.app, seriesId);
  if (!view) throw new UserError('telegram-stale-button');
  if (!may(actor, 'meetings.keep', subjectOf(view))) throw new UserError('meetings-not-yours');
  return view;
}

async function showSeries(ctx: Ctx, actor: Actor, seriesId: number): Promise<void> {
  const view = await keptSeriesOf(ctx, actor, seriesId);
  const [secretary] = view.secretaryPostId === null ? [] : await postViews(ctx.app, [view.secretaryPostId]);
  const appoints = canDraftResolution(actor, view.org.path) !== null;
  await show(ctx, seriesPanel(await contextOf(ctx), view, { secretary: secretary ?? null, appoints }));
}

async function showSitting(ctx: Ctx, actor: Actor, meetingId: number): Promise<void> {
  await show(ctx, sittingPanel(await contextOf(ctx), await sittingFor(ctx.app, actor, meetingId)));
}

/** It cannot be undone, and the button stands beside others: asked once more, with what would be final. */
async function askHeld(ctx: Ctx, actor: Actor, meetingId: number): Promise<void> {
  const { keeps, view } = await sittingFor(ctx.app, actor, meetingId);
  if (!keeps) throw new UserError('meetings-not-yours');
  if (view.heldAt) throw new UserError('meetings-held');
  checkSits(ctx.app, view);
  const context = await contextOf(ctx);
  const keys = { yes: 'meetings-button-close', back: 'resolutions-button-back' };
  const yes: [string, number] = ['meetings.close', meetingId];
  await show(ctx, confirmPanel(context, heldQuestion(context, view), yes, ['meetings.sitting', meetingId], keys));
}

async function showAttendance(ctx: Ctx, actor: Actor, meetingId: number, page: number): Promise<void> {
  const { view, keeps } = await sittingFor(ctx.app, actor, meetingId);
  if (!keeps) throw new UserError('meetings-not-yours');
  await show(ctx, attendancePanel(await contextOf(ctx), view, page));
}

/** What panels are made with, for the person of the update. */
export async function contextOf(ctx: Ctx): Promise<CardContext> {
  return { app: ctx.app, calendar: await loadCalendar(ctx.app), locale: ctx.locale };
}

/** Puts a panel into the message under the pressed button. */
export async function show(ctx: Ctx, { html, keyboard }: Panel): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
