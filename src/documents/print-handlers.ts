// /print: printed forms by buttons, in private; the files come a moment later. /dates: the own due dates for a calendar.
import { Composer, InputFile } from 'grammy';
import { UserError } from '../errors.ts';
import { choicesFor } from '../history/as-of-queries.ts';
import type { Actor } from '../org/rules.ts';
import { openResolutions } from '../resolutions/list-queries.ts';
import { resolutionView, type ResolutionView } from '../resolutions/queries.ts';
import { tasksNumbered } from '../shares/queries.ts';
import { taskNumbers } from '../shares/rules.ts';
import { openParticipationsOf } from '../tasks/list-queries.ts';
import { excerpt } from '../tasks/messages.ts';
import { taskView } from '../tasks/queries.ts';
import { button, idArg, onButton, rewrite, toast } from '../telegram/buttons.ts';
import { type Ctx, privately } from '../telegram/context.ts';
import { dayIn, printDate, printDayShort } from '../time.ts';
import { writeCalendar } from './calendar-files.ts';
import { backButton, totalsLines } from './execution-messages.ts';
import { executionFor } from './execution-past-queries.ts';
import { isFormat } from './paper-rules.ts';
import { orderAgain, orderFile } from './print-actions.ts';
import {
  authorsScreen,
  byUnit,
  menuScreen,
  paperLocale,
  programmesScreen,
  type ResolutionLine,
  resolutionsScreen,
  type Screen,
  subjectScreen,
  unitScreen,
  unitsOnPage,
  unitsScreen,
} from './print-messages.ts';
import {
  authorsIn,
  mayPrint,
  programmeOf,
  programmesIn,
  prints,
  topUnit,
  unitFor,
  unitsBeside,
} from './print-queries.ts';
import { type Choice, choiceArgs, readChoice, resolutionForms, taskForms } from './print-rules.ts';
import { seesSubject } from './subject-queries.ts';

/** The commands and buttons of printed forms. */
export function printHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command('print', async (ctx) => {
    const actor = printing(ctx);
    const numbers = taskNumbers(ctx.match);
    if (ctx.match.trim() === '') return say(ctx, menuScreen(ctx, topUnit(actor)));
    if (!numbers) throw new UserError('print-how');
    await sayTask(ctx, actor, numbers);
  });
  composer.command('dates', sendDates);
  onButton(composer, 'documents.forms', async (ctx) => show(ctx, menuScreen(ctx, topUnit(printing(ctx)))));
  onButton(composer, 'documents.resolutions', async (ctx) =>
    show(ctx, resolutionsScreen(ctx, await resolutionsFor(ctx, printing(ctx)))),
  );
  onButton(composer, 'documents.print', async (ctx, ...args) =>
    show(ctx, await choiceScreen(ctx, privately(ctx), choiceOf(args))),
  );
  onButton(composer, 'documents.units', async (ctx, ...args) => {
    const [actor, choice, page] = [printing(ctx), choiceOf(args), idArg(args[5])];
    const unit = await unitFor(ctx.app, actor, choice.subject);
    const found = await unitsBeside(ctx.app, actor, unit, { skip: page * unitsOnPage, take: unitsOnPage });
    await show(ctx, unitsScreen(ctx, choice, unit, { ...found, page }));
  });
  onButton(composer, 'documents.authors', async (ctx, ...args) => {
    const [actor, choice] = [printing(ctx), choiceOf(args)];
    const unit = await unitFor(ctx.app, actor, choice.subject);
    await show(ctx, authorsScreen(ctx, choice, await authorsIn(ctx.app, actor, unit)));
  });
  onButton(composer, 'documents.programmes', async (ctx, ...args) => {
    const [actor, choice] = [printing(ctx), choiceOf(args)];
    const unit = await unitFor(ctx.app, actor, choice.subject);
    await show(ctx, programmesScreen(ctx, choice, await programmesIn(ctx.app, actor, unit)));
  });
  onButton(composer, 'documents.order', async (ctx, ...args) => {
    const [actor, choice, format] = [privately(ctx), choiceOf(args), args[5]];
    if (!isFormat(format)) throw new UserError('telegram-stale-button');
    await orderFile(ctx.app, actor, {
      wanted: { is: 'paper', choice, format },
      requestKey: ctx.callbackQuery?.id ?? '',
    });
    await toast(ctx, ctx.t('print-ordered'));
  });
  onButton(composer, 'documents.again', async (ctx, id) => {
    await orderAgain(ctx.app, privately(ctx), { orderId: idArg(id) });
    await rewrite(ctx, ctx.t('print-ordered'));
  });
  return composer;
}

/** In private only, for who prints at all. */
function printing(ctx: Ctx): Actor {
  const actor = privately(ctx);
  if (!prints(actor)) throw new UserError('telegram-not-allowed');
  return actor;
}

function choiceOf(args: string[]): Choice {
  const choice = readChoice(args);
  if (!choice) throw new UserError('telegram-stale-button');
  return choice;
}

/** A choice with its files. Throws UserError for what the actor may not print or see. */
export async function choiceScreen(ctx: Ctx, actor: Actor, choice: Choice): Promise<Screen> {
  const { app, locale } = ctx;
  mayPrint(actor, choice);
  if (byUnit(choice)) {
    const unit = await unitFor(app, actor, choice.subject);
    // A post of somewhere else is not named.
    const known = choice.author > 0 ? await authorsIn(app, actor, unit) : [];
    const author = known.find(({ postId }) => postId === choice.author) ?? null;
    const programme = choice.programme ? await programmeOf(app, actor, choice.programme) : null;
    return unitScreen(ctx, { ...choice, author: author?.postId ?? 0 }, unit, { author, programme });
  }
  if (choice.form === 'execution') return executionScreen(ctx, actor, choice);
  await seesSubject(app, actor, choice);
  if (taskForms.some((form) => form === choice.form)) {
    const task = await taskView(app, choice.subject);
    const title = `№ ${task?.number ?? ''} · ${excerpt(task?.headline ?? '', 150)}`;
    return subjectScreen(ctx, choice, [title], { others: taskForms });
  }
  const view = await resolutionView(app, choice.subject);
  return subjectScreen({ app, locale }, choice, [view ? titleOf(view) : ''], { others: resolutionForms });
}

async function executionScreen(ctx: Ctx, actor: Actor, choice: Choice): Promise<Screen> {
  const execution = await executionFor(ctx.app, actor, choice);
  const day = ctx.t('print-as-of', { day: printDate(ctx.locale, execution.day) });
  const lines = [titleOf(execution.view), day, ...totalsLines(ctx, execution)];
  const others = prints(actor) ? resolutionForms : [];
  return subjectScreen(ctx, choice, lines, { others, back: [backButton(ctx, execution)] });
}

function titleOf({ number, day, theme }: Pick<ResolutionView, 'number' | 'day' | 'theme'>): string {
  return [number ? `№ ${number}` : null, printDayShort(day), excerpt(theme, 150)].filter(Boolean).join(' · ');
}

/** `/print 2.1`: the forms of that task; where several have the number, buttons. */
async function sayTask(ctx: Ctx, actor: Actor, numbers: string[]): Promise<void> {
  const tasks = await tasksNumbered(ctx.app, actor, numbers);
  const [first] = tasks;
  if (!first) throw new UserError('shares-task-not-found', { words: numbers.at(-1) ?? '' });
  const choiceFor = (taskId: number): Choice => ({
    ...{ form: 'certificate', subject: taskId, span: '-', author: 0 },
    locale: paperLocale(ctx.locale),
  });
  if (tasks.length === 1) return say(ctx, await choiceScreen(ctx, actor, choiceFor(first.taskId)));
  const rows = tasks.map((task) => [
    button(
      excerpt(`№ ${task.number} · ${task.headline}`, 60),
      'documents.print',
      ...choiceArgs(choiceFor(task.taskId)),
    ),
  ]);
  await ctx.say('shares-task-which', {}, { keyboard: rows });
}

/** Drafts first, then what was adopted: the newest of each. */
async function resolutionsFor(ctx: Ctx, actor: Actor): Promise<ResolutionLine[]> {
  const { drafts, waiting } = await openResolutions(ctx.app, actor);
  const open = [...drafts, ...waiting].filter(({ items }) => items > 0);
  const all: ResolutionLine[] = [...open, ...(await choicesFor(ctx.app, actor))];
  return all.filter((line, at) => all.findIndex((one) => one.resolutionId === line.resolutionId) === at);
}

async function sendDates(ctx: Ctx): Promise<void> {
  const actor = privately(ctx);
  const { app } = ctx;
  const rows = (await openParticipationsOf(app, actor)).filter(
    ({ due, state }) => due !== null && state !== 'submitted',
  );
  if (rows.length === 0) return void (await ctx.say('print-dates-none'));
  const words = {
    name: ctx.t('print-dates-name'),
    // What is confidential is not for the calendar of a phone.
    title: (row: (typeof rows)[number]) =>
      `№ ${row.number}${row.confidential ? '' : `: ${excerpt(row.headline, 200)}`}`,
    description: (row: (typeof rows)[number]) => (row.force === 'recommendation' ? ctx.t('print-dates-advisory') : ''),
  };
  const domain = `${app.botUsername || 'orynda'}.t.me`;
  const bytes = writeCalendar(rows, words, { zone: app.zone, domain, now: app.now() });
  const name = `orynda-${dayIn(app.zone, app.now())}.ics`;
  await ctx.replyWithDocument(new InputFile(bytes, name), {
    caption: ctx.t('print-dates-caption', { n: rows.length }),
    parse_mode: 'HTML',
  });
}

async function show(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await rewrite(ctx, html, keyboard);
}

async function say(ctx: Ctx, { html, keyboard }: Screen): Promise<void> {
  await ctx.sayHtml(html, { keyboard });
}
