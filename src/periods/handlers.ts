// /series and the buttons of periodic tasks; the settings of time of an organisation and of the school year.
import { Composer } from 'grammy';
import { loadSchoolYears } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { DayOffPolicy } from '../generated/prisma/client.ts';
import { may } from '../org/rights.ts';
import { setUpdateRate } from '../tasks/update-rate-actions.ts';
import { type UpdateRate, updateRules } from '../tasks/update-rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { dayIn, partsOf } from '../time.ts';
import { setOrgTimes } from './calendar-actions.ts';
import { termsMessage, weekMessage } from './calendar-messages.ts';
import { orgTimes } from './calendar-queries.ts';
import { seriesPanel } from './queries.ts';
import { presentSeries, presentSeriesList, presentUpdates } from './renderers.ts';

const rates = Object.keys(updateRules) as UpdateRate[];
const policies: DayOffPolicy[] = ['keep', 'next', 'previous'];

/** Everything about periodic tasks and the settings of time. */
export function periodsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('series', async (ctx) => {
    const { html, keyboard } = await presentSeriesList(ctx.app, privately(ctx), ctx.locale, 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'periods.list', async (ctx, page) => {
    const { html, keyboard } = await presentSeriesList(ctx.app, privately(ctx), ctx.locale, idArg(page));
    await rewrite(ctx, html, keyboard);
  });
  onButton(composer, 'periods.show', async (ctx, id) => {
    const { html, keyboard } = await presentSeries(ctx.app, privately(ctx), ctx.locale, idArg(id));
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'periods.end', async (ctx, id) => {
    const panel = await seriesPanel(ctx.app, privately(ctx), idArg(id));
    if (!panel?.mayEnd) throw new UserError('periods-may-not-end');
    await enterDialog(ctx, 'periods.end', { taskId: panel.task.taskId, number: panel.task.number ?? '' });
  });
  updates(composer);
  settings(composer);
  return composer;
}

/** How often news of an issued task is expected, for whoever may set it. */
function updates(composer: Composer<Ctx>): void {
  onButton(composer, 'periods.updates', async (ctx, id) => {
    const { html, keyboard } = await presentUpdates(ctx.app, privately(ctx), ctx.locale, idArg(id));
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'periods.set-updates', async (ctx, id, name) => {
    const actor = privately(ctx);
    const rate = rates.find((known) => known === name) ?? null;
    if (rate === null && name !== 'none') throw new UserError('telegram-stale-button');
    const { changed } = await setUpdateRate(ctx.app, actor, { taskId: idArg(id), rate });
    // Telegram refuses to edit a message into itself.
    if (!changed) return;
    const { html, keyboard } = await presentUpdates(ctx.app, actor, ctx.locale, idArg(id));
    await rewrite(ctx, html, keyboard);
  });
}

function settings(composer: Composer<Ctx>): void {
  onButton(composer, 'periods.week', async (ctx, id) => showWeek(ctx, idArg(id)));
  onButton(composer, 'periods.set-week', async (ctx, id, week) => {
    const orgId = idArg(id);
    if (week !== '5' && week !== '6') throw new UserError('telegram-stale-button');
    if (await setOrgTimes(ctx.app, privately(ctx), { orgId, week: week === '6' ? 6 : 5 })) await showWeek(ctx, orgId);
  });
  onButton(composer, 'periods.set-policy', async (ctx, id, name) => {
    const orgId = idArg(id);
    const policy = policies.find((known) => known === name);
    if (!policy) throw new UserError('telegram-stale-button');
    if (await setOrgTimes(ctx.app, privately(ctx), { orgId, policy })) await showWeek(ctx, orgId);
  });
  onButton(composer, 'periods.terms', async (ctx, year) => {
    editor(ctx);
    const { html, keyboard } = termsMessage(ctx.app, ctx.locale, yearArg(ctx, year), await loadSchoolYears(ctx.app));
    await rewrite(ctx, html, keyboard);
  });
  onButton(composer, 'periods.set-terms', async (ctx, year) => {
    editor(ctx);
    await enterDialog(ctx, 'periods.terms', { year: yearArg(ctx, year) });
  });
}

async function showWeek(ctx: Ctx, orgId: number): Promise<void> {
  const org = await orgTimes(ctx.app, orgId);
  if (!org || !may(privately(ctx), 'org.keep-people', { orgPath: org.path })) throw new UserError('people-not-yours');
  const { html, keyboard } = weekMessage(ctx.app, ctx.locale, org);
  await rewrite(ctx, html, keyboard);
}

function editor(ctx: Ctx): void {
  if (!may(privately(ctx), 'calendar.edit')) throw new UserError('telegram-not-allowed');
}

/** The school year that begins last year, this year or next. */
function yearArg(ctx: Ctx, year: string | undefined): number {
  const chosen = idArg(year);
  if (Math.abs(chosen - partsOf(dayIn(ctx.app.zone, ctx.app.now())).year) > 1)
    throw new UserError('telegram-stale-button');
  return chosen;
}
