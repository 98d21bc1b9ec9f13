// Inline buttons: data is `slice.verb:arg:arg`, ids only; whoever presses is checked again by the action.
import type { Composer, MiddlewareFn, NextFunction } from 'grammy';
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

type Pressed = (ctx: Ctx, ...args: string[]) => Promise<unknown>;

/** The buttons of each composer: a press passes one step there, however many there are. */
const tables = new WeakMap<Composer<Ctx>, Map<string, Pressed>>();

/**
 * Handles presses of buttons made with `verb`, at the place of the first button of this composer. The arguments arrive as strings; use `idArg`.
 * The press is answered by the failure boundary if the handler does not answer it itself.
 */
export function onButton(composer: Composer<Ctx>, verb: string, handler: Pressed): void {
  const table = tables.get(composer) ?? new Map<string, Pressed>();
  if (table.has(verb)) throw new Error(`two handlers for the button ${verb}`);
  table.set(verb, handler);
  inRoom?.add(verb);
  if (table.size > 1) return;
  tables.set(composer, table);
  const pressed = async (ctx: Ctx, next: NextFunction): Promise<unknown> => {
    const [name = '', ...args] = ctx.callbackQuery?.data?.split(':') ?? [];
    const handle = table.get(name);
    if (!handle) return next();
    // A button under a message sent by way of the inline mode: such messages are never ours.
    if (!ctx.callbackQuery?.message) throw new UserError('telegram-stale-button');
    return handle(ctx, ...args);
  };
  // The matrix of rights asks for every button there is.
  composer.use(Object.assign(pressed, { buttons: table }));
}

/** Buttons of the room that is being built. */
let inRoom: Set<string> | undefined;

/** The handlers of a slice and the buttons they listen to. */
export type Room = { own: Set<string>; handle: MiddlewareFn<Ctx> };

/** Builds the handlers of a slice. `heard`: buttons of others that it listens to itself. */
export function room(build: () => Composer<Ctx>, ...heard: string[]): Room {
  const own = new Set(heard);
  inRoom = own;
  const handle = build().middleware();
  inRoom = undefined;
  return { own, handle };
}

/** One room after another; a press goes in one step to those that listen to its button. */
export function rooms(...all: Room[]): MiddlewareFn<Ctx> {
  const listening = new Map<string, Room[]>();
  for (const verb of all.flatMap(({ own }) => [...own]))
    listening.set(
      verb,
      all.filter(({ own }) => own.has(verb)),
    );
  return (ctx, next) => {
    const data = ctx.callbackQuery?.data;
    return data === undefined
      ? through(all, 0, ctx, next)
      : through(listening.get(data.split(':', 1)[0] ?? '') ?? [], 0, ctx, next);
  };
}

async function through(list: Room[], at: number, ctx: Ctx, next: NextFunction): Promise<void> {
  const first = list[at];
  if (!first) return next();
  await first.handle(ctx, () => through(list, at + 1, ctx, next));
}

/** An id out of callback data. Throws UserError when it is not one: such data never came from us. */
export function idArg(arg: string | undefined): number {
  if (!arg || !/^\d{1,9}$/.test(arg)) throw new UserError('telegram-stale-button');
  return Number(arg);
}

/** What callback data name. Throws UserError where they name nothing, or nothing any more. */
export function knownArg<T>(named: T | null | undefined): T {
  if (named === null || named === undefined) throw new UserError('telegram-stale-button');
  return named;
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

/** Rewrites a message of this chat that stands elsewhere; one that is gone, too old or unchanged is no fault. */
export async function rewriteAt(
  ctx: Ctx,
  messageId: number,
  html: string,
  keyboard: InlineKeyboardButton[][] = [],
): Promise<void> {
  if (!ctx.chat) return;
  const options = { parse_mode: 'HTML' as const, reply_markup: { inline_keyboard: keyboard } };
  await ctx.api.editMessageText(ctx.chat.id, messageId, html, options).catch((error: unknown) => {
    if (!/message is not modified|message to edit not found|message can't be edited/.test(String(error))) throw error;
  });
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
