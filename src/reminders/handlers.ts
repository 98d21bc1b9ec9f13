// The working calendar of administrators: /calendar and its buttons.
import { Composer } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { canEditCalendar } from '../org/rules.ts';
import { idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, requireActor } from '../telegram/context.ts';
import { enterDialog } from '../telegram/dialog.ts';
import { dayIn, partsOf, printDay } from '../time.ts';
import { confirmCalendarYear, removeCalendarDay } from './calendar-actions.ts';
import { calendarMessage } from './calendar-messages.ts';
import { isYearConfirmed, markedDays } from './calendar-queries.ts';
import { policyHandlers } from './policy-handlers.ts';
import { yearToConfirm } from './rules.ts';

/** Everything the bot does about the working calendar. */
export function remindersHandlers(_app: App): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(policyHandlers());
  composer.command('calendar', async (ctx) => {
    if (ctx.chat.type !== 'private') throw new UserError('telegram-private-only');
    const { html, keyboard } = await calendarOf(ctx, thisYear(ctx));
    await ctx.sayHtml(html, { keyboard });
  });
  onButton(composer, 'reminders.calendar', async (ctx, year) => show(ctx, idArg(year)));
  onButton(composer, 'reminders.calendar-add', async (ctx) => {
    requireEditor(ctx);
    await enterDialog(ctx, 'reminders.calendar-add');
  });
  onButton(composer, 'reminders.calendar-remove', async (ctx, id) => {
    const { day } = await removeCalendarDay(ctx.app, requireActor(ctx), { id: idArg(id) });
    await ctx.say('reminders-calendar-removed', { day: printDay(ctx.locale, day) });
    await show(ctx, partsOf(day).year);
  });
  onButton(composer, 'reminders.calendar-confirm', async (ctx, year) => {
    await confirmCalendarYear(ctx.app, requireActor(ctx), { year: idArg(year) });
    await ctx.say('reminders-calendar-confirmed', { year: String(idArg(year)) });
    await show(ctx, idArg(year));
  });
  return composer;
}

function requireEditor(ctx: Ctx): void {
  if (!canEditCalendar(requireActor(ctx))) throw new UserError('telegram-not-allowed');
}

function thisYear(ctx: Ctx): number {
  return partsOf(dayIn(ctx.app.zone, ctx.app.now())).year;
}

async function show(ctx: Ctx, year: number): Promise<void> {
  const { html, keyboard } = await calendarOf(ctx, year);
  await rewrite(ctx, html, keyboard);
}

async function calendarOf(ctx: Ctx, year: number) {
  requireEditor(ctx);
  const { app, locale } = ctx;
  if (Math.abs(year - thisYear(ctx)) > 1) throw new UserError('telegram-stale-button');
  const next = yearToConfirm(dayIn(app.zone, app.now()));
  const unconfirmed = next === null || (await isYearConfirmed(app, next)) ? null : next;
  return calendarMessage(app, locale, {
    year,
    thisYear: thisYear(ctx),
    marked: await markedDays(app, year),
    unconfirmed,
  });
}
