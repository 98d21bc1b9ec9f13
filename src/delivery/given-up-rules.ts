// What an update says of itself to those who are told that it was given up. Pure.
import type { Update } from 'grammy/types';

/** The kind of what was given up, as people would call it. */
export type Said = { is: 'message' | 'press'; words: string };

/** Telegram's id of the person who may be told; null for channels, anonymous administrators and what Telegram says by itself. */
export function senderOf({ message, edited_message: edited, callback_query: press }: Update): number | null {
  if (press) return press.from.id;
  const said = message ?? edited;
  return said?.from && !said.from.is_bot && !said.sender_chat ? said.from.id : null;
}

/** Its words, or those on the button that was pressed; empty where there are none. */
export function saidIn({ message, edited_message: edited, callback_query: press }: Update): Said | null {
  if (press) {
    const keyboard =
      press.message && 'reply_markup' in press.message ? press.message.reply_markup?.inline_keyboard : [];
    const pressed = keyboard?.flat().find((key) => 'callback_data' in key && key.callback_data === press.data);
    return { is: 'press', words: pressed?.text ?? '' };
  }
  const said = message ?? edited;
  return said ? { is: 'message', words: said.text ?? said.caption ?? '' } : null;
}
