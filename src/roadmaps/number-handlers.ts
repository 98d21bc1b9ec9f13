// The buttons of a roadmap's numbers: each opens the measures that it counts, now or on a past day.
import type { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { isDay } from '../time.ts';
import { roadmapAsOf } from './as-of-queries.ts';
import { measuresMessage, pastMeasuresMessage } from './counted-messages.ts';
import type { Screen } from './messages.ts';
import { measureKinds, type MeasureKind } from './rules.ts';
import { roadmapFor } from './seen-queries.ts';

/** The buttons that open measures by a number. */
export function numberHandlers(composer: Composer<Ctx>): void {
  onButton(composer, 'roadmaps.measures', async (ctx, id, sectionId, kind = '', page, day) => {
    if (!isKind(kind)) throw new UserError('telegram-stale-button');
    const asked = { roadmapId: idArg(id), sectionId: idArg(sectionId), kind, page: idArg(page) };
    const { html, keyboard } = day === undefined ? await now(ctx, asked) : await then(ctx, asked, day);
    // From the caption of a picture: a message of its own.
    if (ctx.callbackQuery?.message?.photo) await ctx.sayHtml(html, { keyboard });
    else await rewrite(ctx, html, keyboard);
  });
}

function isKind(kind: string): kind is MeasureKind {
  return Object.hasOwn(measureKinds, kind);
}

type Asked = { roadmapId: number; sectionId: number; kind: MeasureKind; page: number };

async function now(ctx: Ctx, { roadmapId, sectionId, kind, page }: Asked): Promise<Screen> {
  const view = await roadmapFor(ctx.app, privately(ctx), roadmapId);
  if (!view || view.state === 'cancelled') throw new UserError('telegram-not-allowed');
  const section = view.sections.find((each) => each.sectionId === sectionId) ?? null;
  if (sectionId !== 0 && !section) throw new UserError('telegram-stale-button');
  return measuresMessage(ctx.app, ctx.locale, { view, section, kind, page });
}

async function then(ctx: Ctx, { roadmapId, kind, page }: Asked, day: string): Promise<Screen> {
  if (!isDay(day)) throw new UserError('telegram-stale-button');
  const past = await roadmapAsOf(ctx.app, privately(ctx), roadmapId, day);
  return pastMeasuresMessage(ctx.app, ctx.locale, { past, kind, page });
}
