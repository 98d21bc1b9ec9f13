// Inline buttons: data is `slice.verb:arg:arg`, ids only; whoever presses is checked again by the action.
import type { Composer, Filter, NextFunction } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { UserError } from '../errors.ts';
import type { Ctx } from './context.ts';

/** A button with callback data `verb:arg:arg`. Throws when the data exceed Telegram's 64 bytes. */
export function button(label: string, verb: string, ...args: (string | number)[]): InlineKeyboardButton.CallbackButton {
  const data = [verb, ...args].join(':');
  if (Buffer.byteLength(data) > 64) throw new Error(`callback data too long: ${data}`);
  return { text: label, callback_data: data };
}

/** Arrows to the page before and after page `at` (from 0) of 0..`last`, with the numbers they lead to; `verb:args:page`. No row for a single page. */
export function turns(
  verb: string,
  args: (string | number)[],
  at: number,
  last: number,
): InlineKeyboardButton.CallbackButton[][] {
  const row = [
    ...(at > 0 ? [button(`‹ ${at}`, verb, ...args, at - 1)] : []),
    ...(at < last ? [button(`${at + 2} ›`, verb, ...args, at + 1)] : []),
  ];
  return row.length > 0 ? [row] : [];
}

/**
 * Handles presses of buttons made with `verb`. The arguments arrive as strings; use `idArg`.
 * The press is answered by the failure boundary if the handler does not answer it itself.
 */
export function onButton(
  composer: Composer<Ctx>,
  verb: string,
  handler: (ctx: Ctx, ...args: string[]) => Promise<unknown>,
): void {
  const pressed = async (ctx: Filter<Ctx, 'callback_query:data'>, next: NextFunction): Promise<void> => {
    const [name, ...args] = ctx.callbackQuery.data.split(':');
    if (name !== verb) return next();
    // A button under a message sent by way of the inline mode: such messages are never ours.
    if (!ctx.callbackQuery.message) throw new UserError('telegram-stale-button');
    await handler(ctx, ...args);
  };
  // By its name the handler can be told from others: the matrix of rights asks for every button there is.
  Object.defineProperty(pressed, 'name', { value: verb });
  composer.on('callback_query:data', pressed);
}

/** An id out of callback data. Throws UserError when it is not one: such data never came from us. */
export function idArg(arg: string | undefined): number {
  if (!arg || !/^\d{1,9}$/.test(arg)) throw new UserError('telegram-stale-button');
  return Number(arg);
}

/** Answers the press with a short plain note at the top of the screen. */
export async function toast(ctx: Ctx, text: string, alert = false): Promise<void> {
  await ctx.answerCallbackQuery({ text: plain(text).slice(0, 200), show_alert: alert });
}

/** HTML to plain text, for places where Telegram shows no markup. */
export function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** Rewrites the message under the pressed button; a message too old or unchanged is no fault. */
export async function rewrite(ctx: Ctx, html: string, keyboard: InlineKeyboardButton[][] = []): Promise<void> {
  if (shows(ctx, html, keyboard)) {
    ctx.unchanged = true;
    return;
  }
  try {
    await ctx.editMessageText(html, {
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: keyboard },
    });
  } catch (error) {
    // Under a photo or a file there are no words to rewrite.
    if (/there is no text in the message to edit/.test(String(error))) await ctx.sayHtml(html, { keyboard });
    else if (/message is not modified/.test(String(error))) ctx.unchanged = true;
    else if (!/message to edit not found|message can't be edited/.test(String(error))) throw error;
  }
}

/** True when the pressed message shows this already: Telegram refuses to edit a message into itself. Where links may differ: false. */
export function shows(ctx: Ctx, html: string, keyboard: InlineKeyboardButton[][]): boolean {
  const shown = ctx.callbackQuery?.message;
  if (!shown || !('text' in shown) || html.includes('<a ')) return false;
  const buttons = shown.reply_markup?.inline_keyboard ?? [];
  return shown.text === plain(html).trim() && keyOf(buttons) === keyOf(keyboard);
}

function keyOf(keyboard: InlineKeyboardButton[][]): string {
  return JSON.stringify(keyboard.map((row) => row.map((each) => Object.entries(each).toSorted())));
}
