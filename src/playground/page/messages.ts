// The messages of the open chat: rows, scrolling, older pages, the pill that tells of new ones.
import { loadOlder } from './actions.ts';
import { bubble } from './bubble.ts';
import { h, reconcile } from './h.ts';
import { icon } from './icons.ts';
import { badge } from './lists.ts';
import { messageMenu } from './message-menu.ts';
import { attempt } from './notices.ts';
import { moveFocus } from './popup.ts';
import { type Row, rowsOf } from './rows.ts';
import { language, now, on, placeKey, store } from './store.ts';
import { t } from './texts.ts';
import { dayLine } from './times.ts';

const near = 80;
const list = h('ol', { class: 'messages', attrs: { role: 'log', 'aria-live': 'polite' } });
const scroller = h('div', { class: 'scroller', attrs: { tabindex: -1 } }, list);
const pillCount = h('span', 'pill-count');
const pill = h('button', { class: 'pill', attrs: { type: 'button', hidden: true } }, pillCount, icon('down'));

let shownPlace = '';
let seenUpTo = 0;
let shownUpTo = 0;
/** Whether the end was in sight when the reader last moved. */
let atBottom = true;
let loadingOlder = false;
const hooks = { reveal: (id: number): void => attempt(() => reveal(id)), menu: messageMenu };

/** Makes the part of the chat that scrolls. */
export function mountMessages(): HTMLElement[] {
  on(['view', 'language'], render);
  scroller.addEventListener('scroll', scrolled, { passive: true });
  list.addEventListener('keydown', keys);
  pill.addEventListener('click', () => scrollToEnd(true));
  list.addEventListener('click', touched);
  // What grows below (a keyboard, a reply) or above (a picture) must not hide the end of the chat.
  const growth = new ResizeObserver(() => atBottom && scrollToEnd(false));
  growth.observe(scroller);
  growth.observe(list);
  return [scroller, pill];
}

function render(): void {
  const { opened } = store;
  list.setAttribute('aria-label', t('playground-messages'));
  pill.setAttribute('aria-label', t('playground-to-newest'));
  const opening = shownPlace !== placeKey() || !opened;
  const rows = opened ? rowsOf(opened.messages, store.state.zone, opened.firstUnread) : [];
  const stay = opening || atEnd() ? null : anchor();
  const inGroup = opened !== null && opened.view.type !== 'private';
  const scope = `${placeKey()} ${language()}`;
  reconcile(
    list,
    rows.map((row) => ({
      key: `${placeKey()} ${row.key}`,
      signature: scope + JSON.stringify(row),
      make: () => element(row, inGroup),
    })),
  );
  if (!opened) {
    shownPlace = '';
    pill.hidden = true;
    return;
  }
  shownPlace = placeKey();
  const newest = list.querySelector<HTMLElement>('.message:last-of-type');
  if (newest && !list.querySelector('.message[tabindex="0"]')) newest.tabIndex = 0;
  const newestMessage = opened.messages.at(-1);
  const justSaid = newestMessage?.mine === true && newestMessage.id > shownUpTo;
  shownUpTo = lastId();
  if (opening) openAt();
  else if (stay && !justSaid) hold(stay);
  else scrollToEnd(false);
  showPill();
}

function element(row: Row, inGroup: boolean): HTMLElement {
  switch (row.kind) {
    case 'day':
      return h('li', 'line', h('span', {}, dayLine(language(), store.state.zone, row.at, now())));
    case 'unread':
      return h('li', 'line unread', h('span', {}, t('playground-unread-line')));
    case 'service':
      return h(
        'li',
        { class: 'line service', attrs: { 'data-message': row.message.id } },
        h('span', {}, row.message.service ? t(row.message.service.key, row.message.service.args) : ''),
      );
    case 'bubble':
      return bubble(row, inGroup, hooks);
  }
}

function lastId(): number {
  return store.opened?.messages.at(-1)?.id ?? 0;
}

function atEnd(): boolean {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
}

function openAt(): void {
  const line = list.querySelector('.line.unread');
  if (line) line.scrollIntoView({ block: 'start' });
  else scrollToEnd(false);
  atBottom = atEnd();
  seenUpTo = line && !atBottom ? (store.opened?.firstUnread ?? 1) - 1 : lastId();
}

type Anchor = { element: Element; top: number };

/** The first row in sight, so that what happens above it does not move it. */
function anchor(): Anchor | null {
  const top = scroller.getBoundingClientRect().top;
  const element = [...list.children].find((row) => row.getBoundingClientRect().bottom > top);
  return element ? { element, top: element.getBoundingClientRect().top } : null;
}

function hold({ element, top }: Anchor): void {
  if (element.isConnected) scroller.scrollTop += element.getBoundingClientRect().top - top;
}

function scrollToEnd(smooth: boolean): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth && !calm ? 'smooth' : 'instant' });
}

function scrolled(): void {
  atBottom = atEnd();
  showPill();
  if (scroller.scrollTop > 200 || loadingOlder || !store.opened?.older) return;
  loadingOlder = true;
  attempt(() => loadOlder().finally(() => (loadingOlder = false)));
}

function showPill(): void {
  if (atEnd()) seenUpTo = lastId();
  const fresh = store.opened?.messages.filter(({ id, mine }) => id > seenUpTo && !mine).length ?? 0;
  pill.hidden = atEnd();
  pillCount.hidden = fresh === 0;
  pillCount.textContent = badge(fresh);
}

/** Scrolls to a message of the open chat, asking for older pages until it is there. */
export async function reveal(id: number): Promise<void> {
  const holds = (): boolean => store.opened?.messages.some((message) => message.id === id) ?? false;
  for (let pages = 0; pages < 20 && !holds(); pages++) if (!(await loadOlder())) break;
  // Of an album only its first message is named in the list.
  const rows = [...list.querySelectorAll<HTMLElement>('[data-message]')];
  const target = rows.findLast((row) => Number(row.dataset['message']) <= id);
  if (!target || !holds()) return;
  target.scrollIntoView({ block: 'center' });
  target.classList.add('flash');
  setTimeout(() => target.classList.remove('flash'), 1600);
}

function keys(event: KeyboardEvent): void {
  if (event.key === 'Escape') document.querySelector<HTMLElement>('.field')?.focus();
  const row = event.target as HTMLElement;
  if (!row.classList.contains('message')) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    row.querySelector<HTMLElement>('.tool-more')?.click();
  } else if (event.code === 'KeyR' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    row.querySelector<HTMLElement>('.tool-reply')?.click();
  } else moveFocus(event, list, '.message');
}

// A finger has no right button: a touch of a bubble opens its menu, as Telegram's phones do.
function touched(event: MouseEvent): void {
  const target = event.target as Element;
  if (!matchMedia('(pointer: coarse)').matches || target.closest('a, button')) return;
  const row = target.closest('.bubble')?.closest('.message');
  row?.querySelector<HTMLElement>('.tool-more')?.click();
}
