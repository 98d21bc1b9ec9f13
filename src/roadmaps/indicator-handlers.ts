// The buttons of a measure's indicators: which they are, one more, one less.
import type { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { mayChange } from './amend-actions.ts';
import { indicatorsMessage } from './figure-messages.ts';
import { figuresOf } from './figures-queries.ts';
import { unlinkIndicator } from './link-actions.ts';
import { roadmapOfMeasure } from './list-queries.ts';
import { theRoadmap } from './paper-handlers.ts';
import type { MeasureView } from './queries.ts';

/** What a measure is judged by, for who may change it. */
export function indicatorHandlers(composer: Composer<Ctx>): void {
  onButton(composer, 'roadmaps.indicator', async (ctx, id) => {
    const { measureId } = await ownMeasure(ctx, idArg(id));
    await enterDialog(ctx, 'roadmaps.indicator', { measureId });
  });
  onButton(composer, 'roadmaps.indicators', async (ctx, id) => show(ctx, idArg(id)));
  onButton(composer, 'roadmaps.unlink', async (ctx, id, indicatorId) => {
    const [measureId, off] = [idArg(id), idArg(indicatorId)];
    await unlinkIndicator(ctx.app, privately(ctx), { measureId, indicatorId: off });
    await toast(ctx, ctx.t('roadmaps-indicator-unlinked'));
    await show(ctx, measureId);
  });
}

async function show(ctx: Ctx, measureId: number): Promise<void> {
  const measure = await ownMeasure(ctx, measureId);
  const figures = await figuresOf(ctx.app, privately(ctx), { sections: [{ measures: [measure] }] });
  const { html, keyboard } = indicatorsMessage(ctx.app, ctx.locale, measure, figures);
  await rewrite(ctx, html, keyboard);
}

/** The measure, for who may change it. Throws UserError for others. */
async function ownMeasure(ctx: Ctx, measureId: number): Promise<MeasureView> {
  const view = await theRoadmap(ctx, await roadmapOfMeasure(ctx.app, measureId));
  if (!mayChange(privately(ctx), view)) throw new UserError('telegram-not-allowed');
  const all = view.sections.flatMap(({ measures }) => measures);
  const measure = all.find((each) => each.measureId === measureId);
  if (!measure) throw new UserError('telegram-not-allowed');
  return measure;
}
