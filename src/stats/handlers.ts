// /stats: pictures at once, with buttons that change the picture in place; /stats 2.1: the schools of that task.
import { Composer, InputFile } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { UserError } from '../errors.ts';
import { type Theme, themes } from '../pictures/palette.ts';
import { taskNumbers } from '../tasks/find-rules.ts';
import { button, idArg, onButton, rewrite } from '../telegram/buttons.ts';
import { type Ctx, privately, requireActor } from '../telegram/context.ts';
import { chooseTheme } from './actions.ts';
import type { Shown } from './messages.ts';
import { numberButtons, schoolKinds } from './number-messages.ts';
import { boundPlace, fileName, privateButton, sendPicture, statsStart } from './sending-handlers.ts';
import { statusHandlers } from './status-handlers.ts';
import { painted } from '../pictures/painted.ts';
import { warmPainter } from '../pictures/painter.ts';
import { themeOf } from '../pictures/theme-queries.ts';
import {
  isView,
  showNumbers,
  showPlace,
  showSchoolList,
  showTask,
  showView,
  type View,
  views,
} from './view-queries.ts';

/** Everything the bot does about pictures when asked. */
export function statsHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(statusHandlers());
  composer.command('stats', async (ctx) => {
    const actor = requireActor(ctx);
    if (ctx.chat.type !== 'private') return showGroup(ctx);
    const words = ctx.match.trim();
    if (words === '') return show(ctx, 'units');
    const numbers = taskNumbers(words);
    if (!numbers) throw new UserError('pictures-task-how');
    const shown = await showTask(ctx.app, actor, ctx.locale, { numbers });
    return send(ctx, shown, { view: 'schools', taskId: shown.taskId });
  });
  onButton(composer, 'stats.show', async (ctx, view, task) => show(ctx, viewOf(view), taskOf(task)));
  onButton(composer, 'stats.theme', async (ctx, theme, view, task) => {
    const chosen = themes.find((each) => each === theme);
    if (!chosen) throw new UserError('telegram-stale-button');
    await chooseTheme(ctx.app, requireActor(ctx), chosen);
    await show(ctx, viewOf(view), taskOf(task));
  });
  onButton(composer, 'stats.lists', async (ctx, view, task, page) => {
    const asked = { view: viewOf(view), taskId: taskOf(task === '0' ? undefined : task), page: idArg(page ?? '0') };
    const { text, keyboard } = await showNumbers(ctx.app, privately(ctx), ctx.locale, asked);
    if (page === undefined) await ctx.sayHtml(text, { keyboard });
    else await rewrite(ctx, text, keyboard);
  });
  onButton(composer, 'stats.schools', async (ctx, district, kind, page, task) => {
    const known = schoolKinds.find((each) => each === kind);
    if (!known) throw new UserError('telegram-stale-button');
    const asked = { districtId: idArg(district), kind: known, page: idArg(page), taskId: taskOf(task) };
    const { text, keyboard } = await showSchoolList(ctx.app, privately(ctx), ctx.locale, asked);
    await rewrite(ctx, text, keyboard);
  });
  return composer;
}

type Which = { view: View; taskId: number | null };

function viewOf(name: string | undefined): View {
  if (!isView(name)) throw new UserError('telegram-stale-button');
  return name;
}

function taskOf(id: string | undefined): number | null {
  return id === undefined ? null : idArg(id);
}

async function show(ctx: Ctx, view: View, taskId: number | null = null): Promise<void> {
  const actor = privately(ctx);
  warmPainter();
  const shown =
    taskId === null
      ? await showView(ctx.app, actor, ctx.locale, view)
      : await showTask(ctx.app, actor, ctx.locale, { taskId });
  await send(ctx, shown, { view, taskId });
}

/** A group gets one picture, and a button to the others in private: what more there is to see depends on who looks. */
async function showGroup(ctx: Ctx): Promise<void> {
  warmPainter();
  const place = await boundPlace(ctx);
  const shown = await showPlace(ctx.app, place);
  await sendPicture(ctx, await painted(ctx.app, shown.picture, 'light'), shown.caption, privateButton(ctx, place));
}

/** `/start stats` from that button: the pictures in private. Stands before the other uses of /start. */
export function statsLinkHandlers(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.chatType('private').command('start', async (ctx, next) => {
    if (ctx.match.trim() !== statsStart) return next();
    if (!ctx.actor) return void (await ctx.say('org-start-stranger'));
    await show(ctx, 'units');
  });
  return composer;
}

/** Under a picture its place is taken by the new one; under words a picture comes below. Without a picture its words are said. */
async function send(ctx: Ctx, { picture, caption, numbers = [] }: Shown, which: Which): Promise<void> {
  const theme = await themeOf(ctx.app, requireActor(ctx).personId);
  const png = await painted(ctx.app, picture, theme);
  const keyboard = [...numberButtons(numbers), ...keyboardOf(ctx, which, theme)];
  if (!png || ctx.callbackQuery?.message?.photo === undefined) return sendPicture(ctx, png, caption, keyboard);
  const media = { type: 'photo', media: new InputFile(png, fileName), caption, parse_mode: 'HTML' } as const;
  await ctx.editMessageMedia(media, { reply_markup: { inline_keyboard: keyboard } });
}

function keyboardOf(ctx: Ctx, { view, taskId }: Which, theme: Theme): InlineKeyboardButton[][] {
  const other = theme === 'light' ? 'dark' : 'light';
  return [
    [button(ctx.t('pictures-button-numbers'), 'stats.lists', view, ...(taskId === null ? [] : [taskId]))],
    views
      .filter((each) => each !== view || taskId !== null)
      .map((each) => button(ctx.t(`pictures-button-${each}`), 'stats.show', each)),
    [button(ctx.t(`pictures-button-${other}`), 'stats.theme', other, view, ...(taskId === null ? [] : [taskId]))],
  ];
}
