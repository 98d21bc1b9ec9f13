// The chat in the middle: its head, the pinned message, messages, what is dropped on it, and the input field below.
import type { ChatView } from '../protocol.ts';
import { act, go } from './actions.ts';
import { offerFiles } from './attach.ts';
import { avatar } from './avatar.ts';
import { mountComposer } from './composer.ts';
import { fill, h } from './h.ts';
import { icon } from './icons.ts';
import { mountMessages, reveal } from './messages.ts';
import { attempt, confirmDialog } from './notices.ts';
import { openMenu } from './popup.ts';
import { language, now, on, store } from './store.ts';
import { t } from './texts.ts';

const head = h('header', 'chat-head');
const pinned = h('button', { class: 'pinned', attrs: { type: 'button', hidden: true } });
const empty = h('p', 'empty');
const drop = h('div', { class: 'drop', attrs: { hidden: true } });
const typing = h('small', { class: 'subtitle', attrs: { 'aria-live': 'polite' } });
let typingTimer: number | undefined;

/** Makes the middle of the page. */
export function mountChat(): HTMLElement {
  const body = h('div', 'chat-body', ...mountMessages(), empty, drop);
  const section = h('section', { class: 'chat' }, head, pinned, body, ...mountComposer());
  on(['view', 'place', 'language'], () => render(section));
  acceptDrops(section);
  return section;
}

function render(section: HTMLElement): void {
  const view = store.opened?.view ?? null;
  section.classList.toggle('closed', view === null);
  section.setAttribute('aria-label', view ? titleOf(view) : t('playground-chat'));
  empty.hidden = view !== null && store.opened?.messages.length !== 0;
  empty.textContent = view ? emptyWords(view) : store.place.chat === null ? t('playground-choose-chat') : '';
  drop.textContent = t('playground-drop');
  renderHead(view);
  renderPinned(view);
}

function emptyWords(view: ChatView): string {
  return view.needsStart ? t('playground-before-start', { bot: store.state.bot.name }) : t('playground-no-messages');
}

function titleOf(view: ChatView): string {
  const topic = view.topics.find(({ id }) => id === view.thread);
  return topic ? `${view.title} · ${topic.name}` : view.title;
}

function renderHead(view: ChatView | null): void {
  const back = iconButton('back', t('playground-back'), () => go({ chat: null, thread: null }), 'back');
  if (!view) {
    fill(head, back);
    return;
  }
  showTyping(view);
  const topic = view.topics.find(({ id }) => id === view.thread);
  const title = h('h2', {}, topic ? topic.name : view.title);
  const more =
    view.type === 'private' && iconButton('more', t('playground-chat-menu'), (event) => chatMenu(event, view));
  const picture = avatar(view.type === 'private' ? store.state.bot.id : view.id, view.title);
  fill(head, back, picture, h('div', 'chat-title', title, typing), more);
}

function iconButton(name: Parameters<typeof icon>[0], label: string, click: (event: MouseEvent) => void, look = '') {
  const attrs = { type: 'button', 'aria-label': label, title: label };
  return h('button', { class: `icon-button ${look}`, attrs, on: { click } }, icon(name));
}

function showTyping(view: ChatView): void {
  clearTimeout(typingTimer);
  const left = view.typingUntil - now();
  const topic = view.topics.find(({ id }) => id === view.thread);
  const kind = view.type === 'private' ? 'private' : view.topics.length > 0 ? 'forum' : 'group';
  const calm = topic ? view.title : t(`playground-kind-${kind}`);
  typing.textContent = left > 0 ? t('playground-typing') : calm;
  typing.classList.toggle('typing', left > 0);
  if (left > 0) typingTimer = setTimeout(() => showTyping(view), Math.min(left, 10) * 1000 + 50);
}

function chatMenu(event: MouseEvent, { blocked }: ChatView): void {
  const run = (): void => {
    if (blocked) attempt(() => act('block', { blocked: false }));
    else {
      confirmDialog(t('playground-block'), t('playground-block-question'), t('playground-block'), () =>
        attempt(() => act('block', { blocked: true })),
      );
    }
  };
  const label = blocked ? t('playground-unblock') : t('playground-block');
  openMenu(event.currentTarget as Element, [{ label, icon: 'block', danger: !blocked, run }]);
}

function renderPinned(view: ChatView | null): void {
  const message = view?.pinned ?? null;
  pinned.hidden = message === null;
  if (!message) return;
  pinned.lang = language();
  pinned.onclick = () => attempt(() => reveal(message.id));
  const text = message.text.split('\n')[0] || t('playground-attachment');
  fill(pinned, icon('pin'), h('span', 'pinned-words', h('b', {}, t('playground-pinned')), h('span', {}, text)));
}

function acceptDrops(section: HTMLElement): void {
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  section.addEventListener('dragover', (event) => {
    if (!carriesFiles(event) || !store.opened) return;
    event.preventDefault();
    drop.hidden = false;
  });
  section.addEventListener('dragleave', (event) => {
    if (!section.contains(event.relatedTarget as Node | null)) drop.hidden = true;
  });
  section.addEventListener('drop', (event) => {
    drop.hidden = true;
    if (!carriesFiles(event) || !store.opened) return;
    event.preventDefault();
    offerFiles([...(event.dataTransfer?.files ?? [])]);
  });
}
