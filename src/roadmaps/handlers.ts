// /roadmap in private: the list, a roadmap by sections and measures, its picture, tables and versions, and the presses that change it.
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { painted } from '../pictures/painted.ts';
import { warmPainter } from '../pictures/painter.ts';
import { themeOf } from '../pictures/theme-queries.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { dayIn } from '../time.ts';
import { mayChange } from './amend-actions.ts';
import { approveRoadmap, mayApprove, sendRoadmap } from './approve-actions.ts';
import { ownBodies } from './body-queries.ts';
import { figuresOf } from './figures-queries.ts';
import { indicatorHandlers } from './indicator-handlers.ts';
import { measureMessage, sectionMessage } from './measure-messages.ts';
import { approvalMessage, listLength, listMessage, roadmapMessage, type Screen } from './messages.ts';
import { numberButtons, numbersOf } from './number-messages.ts';
import { markMilestone, mayMark } from './milestone-actions.ts';
import { versionsMessage } from './past-messages.ts';
import { ganttCaption } from './picture-messages.ts';
import { ganttOf } from './picture-rules.ts';
import { roadmapOfMeasure, roadmapOfSection, roadmapsFor, versionsOf } from './list-queries.ts';
import { numberHandlers } from './number-handlers.ts';
import { paperHandlers, theRoadmap, wholeRoadmap } from './paper-handlers.ts';
import { roadmapView, type RoadmapView, type SectionView } from './queries.ts';
import { tallyOf } from './rules.ts';
import { checkPlanned } from './task-actions.ts';

/** The command and buttons of roadmaps. */
export function roadmapsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('roadmap', async (ctx) => {
    const { html, keyboard } = await listScreen(ctx, 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'roadmaps.list', async (ctx, page) => show(ctx, await listScreen(ctx, idArg(page))));
  onButton(composer, 'roadmaps.show', async (ctx, id, page) =>
    show(ctx, await roadmapScreen(ctx, idArg(id), idArg(page))),
  );
  onButton(composer, 'roadmaps.section', showSection);
  onButton(composer, 'roadmaps.measure', async (ctx, id) => show(ctx, await measureScreen(ctx, idArg(id))));
  // From the card of a task, which stays where it is.
  onButton(composer, 'roadmaps.amend', async (ctx, id) => {
    const { html, keyboard } = await measureScreen(ctx, idArg(id));
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'roadmaps.gantt', sendGantt);
  onButton(composer, 'roadmaps.versions', async (ctx, id) => {
    const view = await wholeRoadmap(ctx, id);
    await show(ctx, versionsMessage(ctx.app, ctx.locale, view, await versionsOf(ctx.app, view.roadmapId)));
  });
  onButton(composer, 'roadmaps.send', send);
  onButton(composer, 'roadmaps.approve', approve);
  onButton(composer, 'roadmaps.milestone', async (ctx, id, done) => {
    const { measureId } = await markMilestone(ctx.app, privately(ctx), { milestoneId: idArg(id), done: done === '1' });
    await toast(ctx, ctx.t(done === '1' ? 'roadmaps-milestone-reached' : 'roadmaps-milestone-reopened'));
    await show(ctx, await measureScreen(ctx, measureId));
  });
  for (const what of ['rename', 'drop', 'return', 'asof'] as const)
    onButton(composer, `roadmaps.${what}`, async (ctx, id) => {
      const { roadmapId } = await wholeRoadmap(ctx, id);
      await enterDialog(ctx, `roadmaps.${what}`, { roadmapId });
    });
  changeHandlers(composer);
  indicatorHandlers(composer);
  numberHandlers(composer);
  paperHandlers(composer);
  return composer;
}

const measureActs = [
  'text',
  'due',
  'executor',
  'add-executor',
  'drop-executor',
  'milestone',
  'edit-milestone',
  'form',
  'note',
  'remove',
];

/** Buttons that open a conversation about a change, an import or a task's own roadmap. */
function changeHandlers(composer: Composer<Ctx>): void {
  onButton(composer, 'roadmaps.import', async (ctx) => {
    if ((await ownBodies(ctx.app, privately(ctx))).length === 0) throw new UserError('telegram-not-allowed');
    await enterDialog(ctx, 'roadmaps.import');
  });
  onButton(composer, 'roadmaps.for-task', async (ctx, id) => {
    await checkPlanned(ctx.app, privately(ctx), idArg(id));
    await enterDialog(ctx, 'roadmaps.import', { taskId: idArg(id) });
  });
  onButton(composer, 'roadmaps.change', async (ctx, id, act = '') => {
    const view = await theRoadmap(ctx, await roadmapOfMeasure(ctx.app, idArg(id)));
    if (!mayChange(privately(ctx), view)) throw new UserError('telegram-not-allowed');
    if (!measureActs.includes(act)) throw new UserError('telegram-stale-button');
    await enterDialog(ctx, 'roadmaps.change', { measureId: idArg(id), act });
  });
  onButton(composer, 'roadmaps.rename-section', async (ctx, id) => {
    const view = await theRoadmap(ctx, await roadmapOfSection(ctx.app, idArg(id)));
    if (!mayChange(privately(ctx), view)) throw new UserError('telegram-not-allowed');
    await enterDialog(ctx, 'roadmaps.rename-section', { sectionId: idArg(id) });
  });
  onButton(composer, 'roadmaps.add', async (ctx, id) => {
    await theRoadmap(ctx, await roadmapOfSection(ctx.app, idArg(id)));
    await enterDialog(ctx, 'roadmaps.add', { sectionId: idArg(id) });
  });
}

async function listScreen(ctx: Ctx, page: number): Promise<Screen> {
  const actor = privately(ctx);
  const { rows, total } = await roadmapsFor(ctx.app, actor, { skip: page * listLength, take: listLength });
  // The list has become shorter since the button was made.
  if (rows.length === 0 && page > 0) return listScreen(ctx, 0);
  const mayCreate = (await ownBodies(ctx.app, actor)).length > 0;
  return listMessage(ctx.app, ctx.locale, { rows, total, page, mayCreate });
}

async function roadmapScreen(ctx: Ctx, roadmapId: number, page: number): Promise<Screen> {
  const actor: Actor = privately(ctx);
  const view = await theRoadmap(ctx, roadmapId);
  const indicators = view.sections.some(({ measures }) => measures.some(({ indicatorIds }) => indicatorIds.length > 0));
  const rights = { mayChange: mayChange(actor, view), mayApprove: mayApprove(actor, view) };
  return roadmapMessage(ctx.app, ctx.locale, { view, page, indicators, ...rights });
}

function sectionIn(view: RoadmapView, sectionId: number): SectionView {
  const section = view.sections.find((each) => each.sectionId === sectionId);
  if (!section) throw new UserError('telegram-stale-button');
  return section;
}

async function showSection(ctx: Ctx, id?: string, sectionId?: string, page?: string): Promise<void> {
  const view = await theRoadmap(ctx, idArg(id));
  const section = sectionIn(view, idArg(sectionId));
  const change = mayChange(privately(ctx), view);
  await show(ctx, sectionMessage(ctx.app, ctx.locale, { view, section, page: idArg(page), mayChange: change }));
}

async function measureScreen(ctx: Ctx, measureId: number): Promise<Screen> {
  const { app, locale } = ctx;
  const actor = privately(ctx);
  const view = await theRoadmap(ctx, await roadmapOfMeasure(app, measureId));
  const section = view.sections.find(({ measures }) => measures.some((each) => each.measureId === measureId));
  const measure = section?.measures.find((each) => each.measureId === measureId);
  if (!section || !measure) throw new UserError('telegram-not-allowed');
  const figures = await figuresOf(app, actor, { sections: [{ measures: [measure] }] });
  return measureMessage(app, locale, {
    view,
    section,
    measure,
    figures,
    mayMark: mayMark(actor, view, measure),
    mayChange: mayChange(actor, view),
    today: dayIn(app.zone, app.now()),
  });
}

/** The picture of the roadmap or of a section (0: all of it); in words where it cannot be painted. */
async function sendGantt(ctx: Ctx, id?: string, sectionId?: string): Promise<void> {
  const { app, locale } = ctx;
  const actor = privately(ctx);
  warmPainter();
  const view = await theRoadmap(ctx, idArg(id));
  const sections = idArg(sectionId) === 0 ? view.sections : [sectionIn(view, idArg(sectionId))];
  const picture = ganttOf(app, locale, view, { sections, today: dayIn(app.zone, app.now()) });
  if (!picture) throw new UserError('roadmaps-nothing-to-draw');
  const tally = tallyOf(sections.flatMap(({ measures }) => measures));
  const caption = ganttCaption(app, locale, view, sections);
  const where = { roadmapId: view.roadmapId, sectionId: idArg(sectionId) };
  const keyboard = [
    ...numberButtons(ctx.t, tally, numbersOf(view), where),
    [button(ctx.t('roadmaps-button-back'), 'roadmaps.show', view.roadmapId, 0)],
  ];
  const png = await painted(app, picture, await themeOf(app, actor.personId));
  if (!png) return void (await ctx.sayHtml(caption, { keyboard }));
  await ctx.replyWithPhoto(new InputFile(png, 'roadmap.png'), {
    caption,
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: keyboard },
  });
}

async function send(ctx: Ctx, id?: string): Promise<void> {
  const { reached } = await sendRoadmap(ctx.app, privately(ctx), { roadmapId: idArg(id) });
  await toast(ctx, ctx.t(reached > 0 ? 'roadmaps-sent' : 'roadmaps-sent-nobody'), reached === 0);
}

async function approve(ctx: Ctx, id?: string, stamp = ''): Promise<void> {
  const roadmapId = idArg(id);
  const approved = await approveRoadmap(ctx.app, privately(ctx), { roadmapId, stamp }).catch(async (error: unknown) =>
    showPresent(ctx, roadmapId, error),
  );
  if (!approved) return;
  const { measures, unreached } = approved;
  const lines = [
    ctx.t('roadmaps-approved', { n: measures }),
    ...(unreached > 0 ? [`⚠️ ${ctx.t('roadmaps-unreached', { n: unreached })}`] : []),
  ];
  await rewrite(ctx, lines.join('\n'), [[button(ctx.t('roadmaps-button-open'), 'roadmaps.show', roadmapId, 0)]]);
}

/** Refusals of a press under what is no longer so, and what is said when that is shown anew. */
const outdated: Record<string, string> = {
  'roadmaps-changed-since': 'roadmaps-changed-shown',
  'roadmaps-approved-already': 'roadmaps-approved-already',
};

/** A press under what is no longer so: says why nothing was done and shows the roadmap as it is, with the buttons that hold now. */
async function showPresent(ctx: Ctx, roadmapId: number, error: unknown): Promise<null> {
  const words = error instanceof UserError ? outdated[error.key] : undefined;
  if (words === undefined) throw error;
  await toast(ctx, ctx.t(words), true);
  const view = await roadmapView(ctx.app, roadmapId);
  const asked = view && mayApprove(privately(ctx), view);
  await show(ctx, asked ? approvalMessage(ctx.app, ctx.locale, view) : await roadmapScreen(ctx, roadmapId, 0));
  return null;
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
