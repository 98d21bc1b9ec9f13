// /indicators in private: the list, tables by period, numbers entered by hand or from a file.
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import { clip, nameIn } from '../org/messages.ts';
import type { Actor } from '../org/rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import type { Locale } from '../texts.ts';
import { noteShown, presentDraft } from '../tasks/present-draft-actions.ts';
import { writeTable } from './files.ts';
import { listMessage, type Screen, tableMessage } from './messages.ts';
import { isPeriod, printPeriod } from './period-rules.ts';
import { fills, indicatorFor, indicatorsFor, type IndicatorView, keeps, presentPeriod, tableOf } from './queries.ts';
import { laggards, proposeTask } from './propose-actions.ts';
import { numberToSource } from './source-actions.ts';

/** The command and buttons of indicators. */
export function indicatorsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('indicators', async (ctx) => {
    const { html, keyboard } = await listScreen(ctx, 0);
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'indicators.list', async (ctx, page) => show(ctx, await listScreen(ctx, idArg(page))));
  onButton(composer, 'indicators.show', async (ctx, id, period, page) =>
    show(ctx, await tableScreen(ctx, await theIndicator(ctx, id), period, idArg(page))),
  );
  onButton(composer, 'indicators.file', async (ctx, id, period) => {
    const indicator = await theIndicator(ctx, id);
    const at = periodArg(indicator, period);
    const rows = await tableOf(ctx.app, privately(ctx), indicator, at);
    const bytes = await writeTable(ctx.app, ctx.locale, { indicator, period: at, rows });
    await ctx.replyWithDocument(new InputFile(bytes, fileName(ctx.locale, indicator, at)));
  });
  onButton(composer, 'indicators.new', async (ctx) => {
    if (!officialPost(privately(ctx))) throw new UserError('telegram-not-allowed');
    await enterDialog(ctx, 'indicators.new');
  });
  onButton(composer, 'indicators.propose', async (ctx, id, period) => {
    const actor = privately(ctx);
    const indicator = await theIndicator(ctx, id);
    const where = { indicatorId: indicator.indicatorId, period: periodArg(indicator, period) };
    const { taskId } = await proposeTask(ctx.app, actor, where);
    const { text, keyboard } = await presentDraft(ctx.app, actor, taskId);
    const sent = await ctx.sayHtml(text, { keyboard });
    await noteShown(ctx.app, taskId, { chat: ctx.chat?.id, messageId: sent.message_id });
  });
  onButton(composer, 'indicators.source', async (ctx, id) => {
    const valueId = idArg(id);
    await numberToSource(ctx.app, privately(ctx), valueId);
    await enterDialog(ctx, 'indicators.source', { valueId });
  });
  for (const what of ['enter', 'import'] as const)
    onButton(composer, `indicators.${what}`, async (ctx, id, period) => {
      const indicator = await theIndicator(ctx, id);
      const args = { indicatorId: indicator.indicatorId, period: periodArg(indicator, period) };
      await enterDialog(ctx, `indicators.${what}`, args);
    });
  onButton(composer, 'indicators.close', async (ctx, id) => {
    await theIndicator(ctx, id);
    await enterDialog(ctx, 'indicators.close', { indicatorId: idArg(id) });
  });
  return composer;
}

/** A post with which the actor can keep indicators of its own body. */
export function officialPost(actor: Actor): Actor['posts'][number] | undefined {
  return actor.posts.find((post) => may({ ...actor, posts: [post] }, 'indicators.keep', { orgPath: post.orgPath }));
}

async function theIndicator(ctx: Ctx, id: string | undefined): Promise<IndicatorView> {
  const indicator = await indicatorFor(ctx.app, privately(ctx), idArg(id));
  if (!indicator) throw new UserError('telegram-not-allowed');
  return indicator;
}

function periodArg({ periodKind }: IndicatorView, period: string | undefined): string {
  if (period === undefined || !isPeriod(periodKind, period)) throw new UserError('telegram-stale-button');
  return period;
}

async function listScreen(ctx: Ctx, page: number): Promise<Screen> {
  const actor = privately(ctx);
  const all = await indicatorsFor(ctx.app, actor);
  return listMessage(ctx.app, ctx.locale, all, page, officialPost(actor) !== undefined);
}

/** '-' stands for the present period. */
async function tableScreen(ctx: Ctx, indicator: IndicatorView, wanted = '-', page = 0): Promise<Screen> {
  const { app, locale } = ctx;
  const actor = privately(ctx);
  const period = wanted === '-' ? await presentPeriod(app, indicator.periodKind) : periodArg(indicator, wanted);
  const rows = await tableOf(app, actor, indicator, period);
  const mayFill = await fills(app, actor, indicator);
  const lagging = (await laggards(app, actor, indicator, rows)).length;
  return tableMessage(app, locale, { indicator, period, rows, page, keeps: keeps(actor, indicator), mayFill, lagging });
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}

/** 'Введено школ, 2026 год.xlsx', without the signs that no file may have in its name. */
function fileName(locale: Locale, indicator: IndicatorView, period: string): string {
  const name = `${clip(nameIn(indicator, locale), 60)}, ${printPeriod(locale, indicator.periodKind, period)}`;
  return `${name.replace(/[\\/:*?"<>|\n]+/g, ' ').trim()}.xlsx`;
}
