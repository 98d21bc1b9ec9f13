// Buttons of the bot: under a message, and under the input field.
import type { MessageView, PressAnswer } from '../protocol.ts';
import { go, loadView, send } from './actions.ts';
import { post } from './api.ts';
import { h } from './h.ts';
import { icon } from './icons.ts';
import { linkTarget } from './links.ts';
import { alertDialog, attempt, toast } from './notices.ts';
import { follow } from './rich.ts';
import { persona, store } from './store.ts';
import { t } from './texts.ts';

const pressing = new Set<string>();

/** The inline keyboard of a message. */
export function inlineKeyboard(message: MessageView): HTMLElement {
  const row = (buttons: MessageView['buttons'][number], index: number): HTMLElement =>
    h('div', 'keys-row', ...buttons.map((_, column) => inlineButton(message, index, column)));
  return h(
    'div',
    { class: 'keys', attrs: { role: 'group', 'aria-label': t('playground-buttons') } },
    ...message.buttons.map(row),
  );
}

function inlineButton(message: MessageView, row: number, column: number): HTMLElement {
  const { text, url } = message.buttons[row]?.[column] ?? { text: '' };
  const where = `${store.place.chat}/${message.id}-${row}-${column}`;
  const attrs = { type: 'button', title: text, 'data-focus': `key-${row}-${column}`, 'data-press': where };
  const button = h('button', { class: 'key', attrs }, h('span', {}, text));
  if (url !== undefined) {
    if (linkTarget(url, store.state.bot.username).kind === 'web') button.append(icon('link'));
    button.addEventListener('click', () => follow(url));
    return button;
  }
  showWaiting(button, pressing.has(where));
  button.addEventListener('click', () => {
    if (pressing.has(where)) return;
    pressing.add(where);
    showWaiting(button, true);
    attempt(() => press(message, row, column).finally(() => stopWaiting(where)));
  });
  return button;
}

function showWaiting(button: Element, on: boolean): void {
  button.classList.toggle('waiting', on);
  button.setAttribute('aria-busy', String(on));
}

// The bot may have edited the message meanwhile, so the button on the page may be another one.
function stopWaiting(where: string): void {
  pressing.delete(where);
  for (const button of document.querySelectorAll(`[data-press="${where}"]`)) showWaiting(button, false);
}

async function press(message: MessageView, row: number, column: number): Promise<void> {
  const body = { message: message.id, row, column };
  const answer = await post<PressAnswer>(`chats/${store.place.chat}/press`, { as: persona().userId }, body);
  if (answer.text !== '' && answer.alert) alertDialog(store.state.bot.name, answer.text);
  else if (answer.text !== '') toast(answer.text);
  if (answer.open) go({ chat: answer.open.chat, thread: null });
  await loadView();
}

/** The keyboard under the input field; a press sends its words. */
export function replyKeyboard(rows: string[][]): HTMLElement {
  const key = (text: string): HTMLElement =>
    h(
      'button',
      { class: 'key', attrs: { type: 'button', title: text }, on: { click: () => attempt(() => send({ text })) } },
      h('span', {}, text),
    );
  return h(
    'div',
    { class: 'keys reply-keys', attrs: { role: 'group', 'aria-label': t('playground-keyboard') } },
    ...rows.map((row) => h('div', 'keys-row', ...row.map(key))),
  );
}
