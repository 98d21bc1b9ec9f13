// Reply markup: the checks and errors of the official server for the four kinds of keyboards.
import type { ChatInfo, InlineButton, InlineKeyboard, ReplyButton } from './api-types.ts';
import { checkedLink } from './html.ts';
import type { Params } from './params.ts';
import { badRequest } from './refusal.ts';

export interface Markup {
  inline?: InlineKeyboard;
  keyboard?: ReplyButton[][];
  remove?: true;
  force?: true;
  selective: boolean;
}

const requests: [field: string, what: string][] = [
  ['request_contact', 'phone number'],
  ['request_location', 'location'],
  ['request_poll', 'poll'],
  ['request_users', 'users'],
  ['request_chat', 'chats'],
  ['web_app', 'Web App'],
];
const buttonTypes = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
];

/** Reads reply_markup; `complain` gets what Telegram tolerates. Throws Telegram's errors. An empty inline keyboard is none. */
export function readMarkup(value: unknown, complain: (text: string) => void): Markup | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'object' || value === null) throw badRequest("can't parse reply keyboard markup JSON object");
  if (JSON.stringify(value).length > 10_000) throw badRequest('reply markup is too long');
  const markup = value as Params;
  const kinds = ['inline_keyboard', 'keyboard', 'remove_keyboard', 'force_reply'].filter((kind) => kind in markup);
  if (kinds.length > 1 && !kinds.includes('force_reply'))
    complain(`reply_markup of several kinds: ${kinds.join(', ')}`);
  const selective = markup['selective'] === true;
  if ('inline_keyboard' in markup) return readInline(markup['inline_keyboard'], complain);
  if ('keyboard' in markup) return { keyboard: readKeyboard(markup, complain), selective };
  if (markup['remove_keyboard'] === true) return { remove: true, selective };
  if (markup['force_reply'] === true) return { force: true, selective };
  return undefined;
}

function rowsOf(value: unknown, what: string): unknown[][] {
  if (!Array.isArray(value)) throw badRequest(`can't parse ${what}: Field "${what}" must be of type Array`);
  return (value as unknown[]).map((row) => {
    if (!Array.isArray(row)) throw badRequest(`can't parse ${what}: keyboard row must be of type Array`);
    return row as unknown[];
  });
}

function readInline(value: unknown, complain: (text: string) => void): Markup | undefined {
  const rows = rowsOf(value, 'inline keyboard').map((row) => row.map((button) => readInlineButton(button, complain)));
  const shown = rows.filter((row) => row.length > 0);
  if (shown.some((row) => row.length > 8)) complain('inline keyboard: more than 8 buttons in a row');
  if (shown.flat().length > 100) throw badRequest('reply markup is too long');
  return shown.length === 0 ? undefined : { inline: { inline_keyboard: shown }, selective: false };
}

function readInlineButton(value: unknown, complain: (text: string) => void): InlineButton {
  if (typeof value !== 'object' || value === null) {
    throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  }
  const button = value as InlineButton;
  if (typeof button.text !== 'string' || button.text.trim() === '') {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be non-empty');
  }
  const types = buttonTypes.filter((type) => button[type] !== undefined && button[type] !== '');
  if (types.length === 0) throw badRequest('Text buttons are unallowed in the inline keyboard');
  if (types.length > 1) complain(`inline button "${button.text}" has several types: ${types.join(', ')}`);
  if (button.url !== undefined && checkedLink(button.url) === undefined) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  }
  if (Buffer.byteLength(button.callback_data ?? '') > 64) throw badRequest('BUTTON_DATA_INVALID');
  return button;
}

function readKeyboard(markup: Params, complain: (text: string) => void): ReplyButton[][] {
  const rows = rowsOf(markup['keyboard'], 'keyboard').map((row) => row.map(readReplyButton));
  if (rows.some((row) => row.length > 12)) complain('reply keyboard: more than 12 buttons in a row');
  if (rows.flat().length > 300) throw badRequest('reply markup is too long');
  return rows;
}

function readReplyButton(value: unknown): ReplyButton {
  const button = typeof value === 'string' ? { text: value } : (value as ReplyButton);
  if (typeof button.text !== 'string' || button.text === '') {
    throw badRequest('can\'t parse keyboard button: Field "text" must be non-empty');
  }
  return button;
}

/** Buttons that ask for a phone number, a place and the like live in private chats only. Throws Telegram's error elsewhere. */
export function checkPlace(markup: Markup | undefined, chat: ChatInfo): void {
  if (chat.type === 'private') return;
  const buttons: Record<string, unknown>[] = [
    ...(markup?.keyboard ?? []),
    ...(markup?.inline?.inline_keyboard ?? []),
  ].flat();
  for (const [field, what] of requests) {
    if (buttons.some((button) => button[field] !== undefined)) {
      throw badRequest(`${what} can be requested in private chats only`);
    }
  }
}
