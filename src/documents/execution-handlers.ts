// Buttons of the execution table: totals in the chat, the whole as a file.
import { Composer } from 'grammy';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { adoptedStates } from '../resolutions/rules.ts';
import { amendingPost } from '../resolutions/sight-rules.ts';
import type { CardContext } from '../tasks/messages.ts';
import { idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { executionPanel } from './execution-messages.ts';
import { executionOf } from './execution-queries.ts';
import { orderFile } from './print-actions.ts';
import { choiceScreen } from './print-handlers.ts';
import { paperLocale } from './print-messages.ts';
import { prints } from './print-queries.ts';
import { readChoice } from './print-rules.ts';

/** Buttons about the execution of a resolution; whoever sees a part of it gets that part. */
export function executionHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  onButton(composer, 'documents.execution', async (ctx, id, page) => {
    const actor = requireActor(ctx);
    const execution = await executionOf(ctx.app, actor, idArg(id));
    const amends = adoptedStates.includes(execution.view.state) && amendingPost(actor, execution.view) !== null;
    const options = { page: idArg(page ?? '0'), amends, prints: ctx.chat?.type === 'private' && prints(actor) };
    const { html, keyboard } = executionPanel(await contextOf(ctx), execution, options);
    await rewrite(ctx, html, keyboard);
  });
  onButton(composer, 'documents.execution-file', async (ctx, id, span = '-') => {
    const actor = requireActor(ctx);
    const choice = readChoice(['e', id, span, '0', paperLocale(ctx.locale)]);
    if (!choice) throw new UserError('telegram-stale-button');
    if (ctx.chat?.type === 'private') {
      const { html, keyboard } = await choiceScreen(ctx, actor, choice);
      return void (await rewrite(ctx, html, keyboard));
    }
    // A group keeps its panel: the workbook goes to whoever pressed.
    const wanted = { is: 'paper', choice, format: 'xlsx' } as const;
    await orderFile(ctx.app, actor, { wanted, requestKey: ctx.callbackQuery?.id ?? '' });
    await toast(ctx, ctx.t('print-ordered-privately'));
  });
  return composer;
}

async function contextOf(ctx: Ctx): Promise<CardContext> {
  return { app: ctx.app, calendar: await loadCalendar(ctx.app), locale: ctx.locale };
}
