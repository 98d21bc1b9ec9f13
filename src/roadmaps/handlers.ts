// /roadmap in private: the list, a roadmap by sections and measures, its picture, tables and versions, and the presses that change it.
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { nameIn } from '../org/messages.ts';
import type { Actor } from '../org/rules.ts';
import { painted } from '../pictures/painted.ts';
import { themeOf } from '../pictures/theme-queries.ts';
import { ownDraft } from '../tasks/draft-actions.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { escapeHtml } from '../texts.ts';
import { dayIn, printDayShort } from '../time.ts';
import { mayChange, roadmapOfMeasure, roadmapOfSection } from './amend-actions.ts';
import { approveRoadmap, mayApprove, sendRoadmap } from './approve-actions.ts';
import { ownBodies } from './body-queries.ts';
import { seenTasks } from './as-of-queries.ts';
import { measuresOf, type RoadmapContent } from './content-rules.ts';
import { figuresOf, indicatorNames } from './figures-queries.ts';
import { writeRoadmap } from './files.ts';
import { measureMessage, sectionMessage } from './measure-messages.ts';
import { listLength, listMessage, perCent, roadmapMessage, type Screen, tallyLine } from './messages.ts';
import { markMilestone, mayMark } from './milestone-actions.ts';
import { figuresMessage, versionsMessage } from './past-messages.ts';
import { ganttOf } from './picture-rules.ts';
import { postNamesOf, roadmapsFor, versionsOf } from './list-queries.ts';
import { contentOf, type RoadmapView, type SectionView } from './queries.ts';
import { tallyOf } from './rules.ts';
import { roadmapFor } from './seen-queries.ts';

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
  onButton(composer, 'roadmaps.gantt', sendGantt);
  onButton(composer, 'roadmaps.file', sendFile);
  onButton(composer, 'roadmaps.versions', async (ctx, id) => {
    const view = await wholeRoadmap(ctx, id);
    await show(ctx, versionsMessage(ctx.app, ctx.locale, view, await versionsOf(ctx.app, view.roadmapId)));
  });
  onButton(composer, 'roadmaps.figures', async (ctx, id) => {
    const view = await wholeRoadmap(ctx, id);
    const figures = await figuresOf(ctx.app, privately(ctx), view);
    await show(ctx, figuresMessage(ctx.app, ctx.locale, view, figures));
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
  return composer;
}

/** Buttons that open a conversation about a change, an import or a task's own roadmap. */
function changeHandlers(composer: Composer<Ctx>): void {
  onButton(composer, 'roadmaps.import', async (ctx) => {
    if ((await ownBodies(ctx.app, privately(ctx))).length === 0) throw new UserError('telegram-not-allowed');
    await enterDialog(ctx, 'roadmaps.import');
  });
  onButton(composer, 'roadmaps.for-task', async (ctx, id) => {
    const { taskId } = await ownDraft(ctx.app, privately(ctx), idArg(id));
    await enterDialog(ctx, 'roadmaps.import', { taskId });
  });
  onButton(composer, 'roadmaps.change', async (ctx, id, act = '') => {
    const view = await theRoadmap(ctx, await roadmapOfMeasure(ctx.app, idArg(id)));
    if (!mayChange(privately(ctx), view)) throw new UserError('telegram-not-allowed');
    if (!['text', 'due', 'executor', 'milestone', 'remove'].includes(act)) throw new UserError('telegram-stale-button');
    await enterDialog(ctx, 'roadmaps.change', { measureId: idArg(id), act });
  });
  onButton(composer, 'roadmaps.indicator', async (ctx, id) => {
    await theRoadmap(ctx, await roadmapOfMeasure(ctx.app, idArg(id)));
    await enterDialog(ctx, 'roadmaps.indicator', { measureId: idArg(id) });
  });
  onButton(composer, 'roadmaps.add', async (ctx, id) => {
    await theRoadmap(ctx, await roadmapOfSection(ctx.app, idArg(id)));
    await enterDialog(ctx, 'roadmaps.add', { sectionId: idArg(id) });
  });
}

async function theRoadmap(ctx: Ctx, roadmapId: number): Promise<RoadmapView> {
  const view = await roadmapFor(ctx.app, privately(ctx), roadmapId);
  if (!view || view.state === 'cancelled') throw new UserError('telegram-not-allowed');
  return view;
}

async function wholeRoadmap(ctx: Ctx, id: string | undefined): Promise<RoadmapView> {
  const view = await theRoadmap(ctx, idArg(id));
  if (!view.whole) throw new UserError('telegram-not-allowed');
  return view;
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
  const indicators = view.sections.some(({ measures }) => measures.some(({ indicatorId }) => indicatorId !== null));
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
  const name = (await indicatorNames(app, [measure.indicatorId])).get(measure.indicatorId ?? 0);
  return measureMessage(app, locale, {
    view,
    section,
    measure,
    indicator: name ? nameIn(name, locale) : null,
    mayMark: mayMark(actor, view, measure),
    mayChange: mayChange(actor, view),
    today: dayIn(app.zone, app.now()),
  });
}

/** The picture of the roadmap or of a section (0: all of it); in words where it cannot be painted. */
async function sendGantt(ctx: Ctx, id?: string, sectionId?: string): Promise<void> {
  const { app, locale } = ctx;
  const actor = privately(ctx);
  const view = await theRoadmap(ctx, idArg(id));
  const sections = idArg(sectionId) === 0 ? view.sections : [sectionIn(view, idArg(sectionId))];
  const picture = ganttOf(app, locale, view, { sections, today: dayIn(app.zone, app.now()) });
  if (!picture) throw new UserError('roadmaps-nothing-to-draw');
  const tally = tallyOf(sections.flatMap(({ measures }) => measures));
  const said =
    view.state === 'draft'
      ? ctx.t('roadmaps-measures', { n: tally.total })
      : `${perCent(locale, tally.progress)} · ${tallyLine(ctx.t, tally)}`;
  const caption = `<b>${escapeHtml(view.name.slice(0, 300))}</b>\n${said}`;
  const keyboard = [[button(ctx.t('roadmaps-button-back'), 'roadmaps.show', view.roadmapId, 0)]];
  const png = await painted(app, picture, await themeOf(app, actor.personId));
  if (!png) return void (await ctx.sayHtml(caption, { keyboard }));
  await ctx.replyWithPhoto(new InputFile(png, 'roadmap.png'), {
    caption,
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: keyboard },
  });
}

/** The table of the roadmap as it is (0) or of one of its versions. */
async function sendFile(ctx: Ctx, id?: string, version?: string): Promise<void> {
  const { app, locale } = ctx;
  const wanted = idArg(version);
  const view = wanted === 0 ? await theRoadmap(ctx, idArg(id)) : await wholeRoadmap(ctx, id);
  const kept = wanted === 0 ? null : (await versionsOf(app, view.roadmapId)).find((each) => each.version === wanted);
  if (wanted !== 0 && !kept) throw new UserError('telegram-stale-button');
  const seen = kept ? await seenTasks(app, view) : null;
  const content = kept && seen ? without(kept.content, seen) : contentOf(view);
  const all = measuresOf(content);
  const posts = await postNamesOf(
    app,
    all.flatMap(({ executors }) => executors),
  );
  const names = await indicatorNames(
    app,
    all.map(({ indicatorId }) => indicatorId),
  );
  const indicators = new Map([...names].map(([key, named]) => [key, nameIn(named, locale)]));
  const day = printDayShort(dayIn(app.zone, kept?.at ?? app.now()));
  const args = { org: nameIn(view.org, locale), version: kept?.version ?? view.version, day };
  const under = app.t(locale, view.state === 'draft' ? 'roadmaps-file-draft' : 'roadmaps-file-under', args);
  const bytes = await writeRoadmap(app, locale, { content, posts, indicators, under });
  await ctx.replyWithDocument(new InputFile(bytes, `roadmap-${view.roadmapId}-v${kept?.version ?? view.version}.xlsx`));
}

/** A version kept before a measure became confidential does not tell of it. */
function without(content: RoadmapContent, seen: Set<number>): RoadmapContent {
  const sections = content.sections.map((section) => ({
    ...section,
    measures: section.measures.filter(({ taskId }) => seen.has(taskId)),
  }));
  return { ...content, sections };
}

async function send(ctx: Ctx, id?: string): Promise<void> {
  const { reached } = await sendRoadmap(ctx.app, privately(ctx), { roadmapId: idArg(id) });
  await toast(ctx, ctx.t(reached > 0 ? 'roadmaps-sent' : 'roadmaps-sent-nobody'), reached === 0);
}

async function approve(ctx: Ctx, id?: string, stamp = ''): Promise<void> {
  const roadmapId = idArg(id);
  const { measures, unreached } = await approveRoadmap(ctx.app, privately(ctx), { roadmapId, stamp });
  const lines = [
    ctx.t('roadmaps-approved', { n: measures }),
    ...(unreached > 0 ? [`⚠️ ${ctx.t('roadmaps-unreached', { n: unreached })}`] : []),
  ];
  await rewrite(ctx, lines.join('\n'), [[button(ctx.t('roadmaps-button-open'), 'roadmaps.show', roadmapId, 0)]]);
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}
