// Reports that say the same in a few words, accepted a page at a time after one press more; each can be opened first.
import { Composer } from 'grammy';
import { UserError } from '../errors.ts';
import { onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { acceptPage, pageLength } from './review-page-actions.ts';
import { idsOnPage, isSure } from './review-page-handlers.ts';
import { pageAcceptedText, sameMessage } from './review-page-messages.ts';
import { itemsToJudge } from './review-queries.ts';
import { type SameReports, sameReports } from './same-queries.ts';

/** Buttons of the pages of equal reports. */
export function sameHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'reports.same', async (ctx) => {
    if (!(await showSame(ctx))) await toast(ctx, ctx.t('reports-same-none'));
  });
  onButton(composer, 'reports.acceptsame', async (ctx, said) => {
    if (said === 'no') return showAgain(ctx);
    if (await isSure(ctx, said, ['reports.acceptsame'])) await accept(ctx);
  });
  return composer;
}

/** Only what was on screen and still says the same is accepted. */
async function accept(ctx: Ctx): Promise<void> {
  const actor = requireActor(ctx);
  const shown = idsOnPage(ctx);
  if (shown.length === 0) throw new UserError('telegram-stale-button');
  const same = new Set((await sameReports(ctx.app, actor)).flatMap(({ reportIds }) => reportIds));
  // The last of a group is no group any more, yet it was shown as one.
  const reportIds = same.size > 0 ? shown.filter((id) => same.has(id)) : [];
  if (reportIds.length === 0) throw new UserError('reports-same-none');
  const result = await acceptPage(ctx.app, actor, { reportIds });
  await rewrite(ctx, pageAcceptedText(ctx.app, ctx.locale, result));
  await showSame(ctx);
}

/** The first page of the largest group; false when no two reports say the same. */
async function showSame(ctx: Ctx): Promise<boolean> {
  const actor = requireActor(ctx);
  const [group] = await sameReports(ctx.app, actor);
  if (!group) return false;
  const { text, keyboard } = await present(ctx, group);
  await ctx.sayHtml(text, { keyboard });
  return true;
}

async function showAgain(ctx: Ctx): Promise<void> {
  const [group] = await sameReports(ctx.app, requireActor(ctx));
  if (!group) return toast(ctx, ctx.t('reports-same-none'));
  const { text, keyboard } = await present(ctx, group);
  await rewrite(ctx, text, keyboard);
}

async function present(ctx: Ctx, { reportIds, words }: SameReports) {
  const items = await itemsToJudge(ctx.app, requireActor(ctx), reportIds.slice(0, pageLength), { counted: false });
  return sameMessage(ctx.app, ctx.locale, { items, total: reportIds.length, words });
}
