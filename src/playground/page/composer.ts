// The input field: writing, answering, editing, commands, files, the bot's keyboard, Start.
import { act, compose, here, openBotLink, send } from './actions.ts';
import { offerFiles, pickFiles } from './attach.ts';
import { commandList } from './commands.ts';
import { fill, h } from './h.ts';
import { icon, type IconName } from './icons.ts';
import { replyKeyboard } from './keyboards.ts';
import { attempt } from './notices.ts';
import { on, persona, placeKey, store } from './store.ts';
import { t } from './texts.ts';

const drafts = new Map<string, string>();
const field = h('textarea', { class: 'field', attrs: { rows: 1, enterkeyhint: 'send', autocomplete: 'off' } });
const about = h('div', { class: 'about', attrs: { hidden: true } });
const instead = h('button', { class: 'instead', attrs: { type: 'button', hidden: true } });
const invite = h('div', { class: 'invite', attrs: { hidden: true } });
const keys = h('div', { class: 'keyboard', attrs: { hidden: true } });
const commands = commandList(field, (text) => sendText(text));
const commandButton = tool('menu', () => commands.toggle());
const attachButton = tool('attach', pickFiles);
const keysButton = tool('keyboard', toggleKeys);
const sendButton = tool('send', submit, 'send');
const bar = h('div', 'composer', commandButton, attachButton, field, keysButton, sendButton);

let shownPlace = '';
let shownKeys = '';
let keysHidden = false;

/** Makes the foot of the chat. */
export function mountComposer(): HTMLElement[] {
  on(['view', 'language', 'place'], render);
  on(['compose'], renderAbout);
  on(['state', 'view', 'language', 'place'], renderInvite);
  field.addEventListener('input', changed);
  field.addEventListener('keydown', keydown);
  field.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    offerFiles(files);
  });
  return [h('div', 'foot', commands.element, invite, about, bar, instead, keys)];
}

function tool(name: IconName, click: () => void, look = ''): HTMLButtonElement {
  return h('button', { class: `icon-button ${look}`, attrs: { type: 'button' }, on: { click } }, icon(name));
}

function name(button: HTMLElement, label: string): void {
  button.setAttribute('aria-label', label);
  button.title = label;
}

function render(): void {
  const view = store.opened?.view;
  name(commandButton, t('playground-commands'));
  name(attachButton, t('playground-attach'));
  name(keysButton, t('playground-keyboard'));
  name(sendButton, t('playground-send'));
  field.placeholder = t('playground-write');
  field.setAttribute('aria-label', t('playground-write'));
  if (shownPlace !== placeKey()) changePlace();
  commands.offer(view?.commands ?? [], view?.type ?? 'private', store.state.bot.username);
  commandButton.hidden = (view?.commands.length ?? 0) === 0;
  renderInstead();
  renderKeys(view?.keyboard ?? null);
}

/** In a city without an administrator the first one is made here, as the log line of a real start would do. */
function renderInvite(): void {
  const { adminLink } = store.state;
  const { persona: key, chat } = store.place;
  const asked = (store.opened?.messages.at(-1)?.buttons.length ?? 0) > 0;
  invite.hidden = adminLink === null || asked || key !== 'administrator' || chat !== persona().userId;
  if (adminLink === null) return;
  const click = (): void => attempt(() => openBotLink(adminLink));
  const attrs = { type: 'button' };
  const open = h('button', { class: 'button primary', attrs, on: { click } }, t('playground-admin-open'));
  fill(invite, h('span', {}, t('playground-admin-link')), open);
}

function changePlace(): void {
  shownPlace = placeKey();
  field.value = drafts.get(shownPlace) ?? '';
  keysHidden = false;
  changed();
  if (!matchMedia('(pointer: coarse)').matches && document.activeElement === document.body) field.focus();
}

function renderInstead(): void {
  const view = store.opened?.view;
  const closed = view?.closed ?? false;
  const word = view?.blocked ? 'unblock' : view?.needsStart ? 'start' : closed ? 'topic-closed' : null;
  bar.hidden = word !== null;
  instead.hidden = word === null;
  instead.disabled = closed;
  if (word === null) return;
  instead.textContent = t(`playground-instead-${word}`);
  instead.onclick = () => attempt(() => (view?.blocked ? act('block', { blocked: false }) : send({ text: '/start' })));
}

function renderKeys(rows: string[][] | null): void {
  const look = JSON.stringify(rows);
  if (look !== shownKeys) {
    shownKeys = look;
    keysHidden = false;
    fill(keys, rows && replyKeyboard(rows));
  }
  keysButton.hidden = rows === null;
  keys.hidden = rows === null || keysHidden || bar.hidden;
  keysButton.setAttribute('aria-expanded', String(!keys.hidden));
}

function toggleKeys(): void {
  keysHidden = !keysHidden;
  renderKeys(store.opened?.view.keyboard ?? null);
}

function renderAbout(): void {
  const { compose: state } = store;
  about.hidden = state.kind === 'new';
  if (state.kind === 'new') return;
  const { message } = state;
  const title =
    state.kind === 'edit' ? t('playground-editing') : t('playground-reply-to', { name: message.author.name });
  const stop = tool('close', stopCompose);
  name(stop, t('playground-cancel'));
  const words = h('span', 'about-words', h('b', {}, title), h('span', {}, message.text || t('playground-attachment')));
  fill(about, icon(state.kind), words, stop);
  if (state.kind === 'edit') setField(message.text);
  field.focus();
}

function stopCompose(): void {
  if (store.compose.kind === 'edit') setField('');
  compose('new');
  field.focus();
}

function setField(text: string): void {
  field.value = text;
  changed();
}

function changed(): void {
  drafts.set(shownPlace, field.value);
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  sendButton.disabled = field.value.trim() === '';
  commands.filter(field.value);
}

function keydown(event: KeyboardEvent): void {
  if (event.isComposing || commands.key(event)) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === 'Escape' && store.compose.kind !== 'new') {
    event.stopPropagation();
    stopCompose();
  } else if (event.key === 'ArrowUp') goUp(event);
}

// As in Telegram: up in an empty field edits one's last message, with Ctrl it answers the last one.
function goUp(event: KeyboardEvent): void {
  if (field.value !== '') return;
  const message = store.opened?.messages.findLast(
    (one) => one.service === null && (event.ctrlKey || (one.mine && one.text !== '')),
  );
  if (!message) return;
  event.preventDefault();
  compose(event.ctrlKey ? 'reply' : 'edit', message);
}

function submit(): void {
  const text = field.value.trim();
  if (text === '') return;
  const { compose: state } = store;
  if (state.kind === 'edit') {
    setField('');
    compose('new');
    attempt(() => act('edit', { message: state.message.id, text }));
  } else sendText(text);
}

function sendText(text: string): void {
  const { compose: state } = store;
  const place = here();
  const replyTo = state.kind === 'reply' ? { replyTo: state.message.id } : {};
  setField('');
  compose('new');
  attempt(async () => {
    try {
      await send({ text, ...replyTo }, place);
    } catch (error) {
      // What a person wrote is not lost because the line was.
      if (field.value === '' && placeKey(place) === placeKey()) setField(text);
      throw error;
    }
  });
}
