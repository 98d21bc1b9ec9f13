// The buttons of a roadmap's tables and figures: as it stands, of a version, of a past day.
import { type Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { indicatorsFor } from '../indicators/queries.ts';
import { nameIn } from '../org/messages.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { type Day, dayIn, isDay, printDayShort } from '../time.ts';
import { type PastRoadmap, roadmapAsOf, seenTasks } from './as-of-queries.ts';
import { measuresOf, type RoadmapContent } from './content-rules.ts';
import { figuresOf, indicatorNames } from './figures-queries.ts';
import { writeRoadmap } from './files.ts';
import { postNamesOf, versionsOf } from './list-queries.ts';
import { figuresMessage } from './figure-messages.ts';
import { type RoadmapView, standingContentOf } from './queries.ts';
import { roadmapFor } from './seen-queries.ts';

/** The buttons that give a table or the figures of the indicators. */
export function paperHandlers(composer: Composer<Ctx>): void {
  onButton(composer, 'roadmaps.file', async (ctx, id, version = '0', day) => {
    const { view, content, ...of } = await written(ctx, id, { version: idArg(version), day });
    const name = `roadmap-${view.roadmapId}-v${of.version}${day ? `-${day}` : ''}.xlsx`;
    await ctx.replyWithDocument(new InputFile(await tableOf(ctx, view, { content, ...of }), name));
  });
  onButton(composer, 'roadmaps.figures', async (ctx, id, day) => {
    const past = day === undefined ? null : await pastOf(ctx, id, day);
    const view = past?.view ?? (await wholeRoadmap(ctx, id));
    const figures = await figuresOf(ctx.app, privately(ctx), past?.content ?? view, past?.at ?? ctx.app.now());
    const open = new Set((await indicatorsFor(ctx.app, privately(ctx))).map(({ indicatorId }) => indicatorId));
    const { html, keyboard } = figuresMessage(ctx.app, ctx.locale, { view, figures, past, open });
    await rewrite(ctx, html, keyboard);
  });
}

/** The roadmap that a button opens, as far as this person sees it. Throws UserError for nothing of it. */
export async function theRoadmap(ctx: Ctx, roadmapId: number): Promise<RoadmapView> {
  const view = await roadmapFor(ctx.app, privately(ctx), roadmapId);
  if (!view || view.state === 'cancelled') throw new UserError('telegram-not-allowed');
  return view;
}

/** The same for what only who sees the whole of it may open. */
export async function wholeRoadmap(ctx: Ctx, id: string | undefined): Promise<RoadmapView> {
  const view = await theRoadmap(ctx, idArg(id));
  if (!view.whole) throw new UserError('telegram-not-allowed');
  return view;
}

async function pastOf(ctx: Ctx, id: string | undefined, day: string): Promise<PastRoadmap> {
  if (!isDay(day)) throw new UserError('telegram-stale-button');
  return roadmapAsOf(ctx.app, privately(ctx), idArg(id), day);
}

type Written = { content: RoadmapContent; version: number; day: Day };

/** What a table says: the roadmap as it is (version 0), on a past day, or one of its versions. */
async function written(
  ctx: Ctx,
  id: string | undefined,
  { version, day }: { version: number; day: string | undefined },
): Promise<Written & { view: RoadmapView }> {
  const { app } = ctx;
  if (day !== undefined) return pastOf(ctx, id, day);
  if (version === 0) {
    const view = await theRoadmap(ctx, idArg(id));
    return { view, content: standingContentOf(view), version: view.version, day: dayIn(app.zone, app.now()) };
  }
  const view = await wholeRoadmap(ctx, id);
  const kept = (await versionsOf(app, view.roadmapId)).find((each) => each.version === version);
  if (!kept) throw new UserError('telegram-stale-button');
  const content = without(kept.content, await seenTasks(app, view));
  return { view, content, version, day: dayIn(app.zone, kept.at) };
}

async function tableOf(ctx: Ctx, view: RoadmapView, { content, version, day }: Written): Promise<Uint8Array> {
  const { app, locale } = ctx;
  const all = measuresOf(content);
  const posts = await postNamesOf(
    app,
    all.flatMap(({ executors }) => executors),
  );
  const names = await indicatorNames(
    app,
    all.flatMap(({ indicatorIds }) => indicatorIds),
  );
  const indicators = new Map([...names].map(([key, named]) => [key, nameIn(named, locale)]));
  const args = { org: nameIn(view.org, locale), version, day: printDayShort(day) };
  const under = app.t(locale, view.state === 'draft' ? 'roadmaps-file-draft' : 'roadmaps-file-under', args);
  return writeRoadmap(app, locale, { content, posts, indicators, under });
}

/** A version kept before a measure became confidential does not tell of it. */
function without(content: RoadmapContent, seen: Set<number>): RoadmapContent {
  const sections = content.sections.map((section) => ({
    ...section,
    measures: section.measures.filter(({ taskId }) => seen.has(taskId)),
  }));
  return { ...content, sections };
}
