// The page starts here: state, language, parts, events.
import { followAddress, go, loadChats, loadPeople, loadState, loadTour } from './actions.ts';
import { mountChatList } from './chat-list.ts';
import { mountChat } from './chat.ts';
import { forgetLog, mountDrawer } from './drawer.ts';
import { mountGuide, restartGuide } from './guide.ts';
import { h } from './h.ts';
import { listen, watchBusy } from './live.ts';
import { attempt, mountNotices } from './notices.ts';
import { mountPeople } from './people.ts';
import { readPlace } from './place.ts';
import { mountSide } from './side.ts';
import { emit, hasCity, language, on, persona, store } from './store.ts';
import { t, useLanguage } from './texts.ts';
import { useTheme } from './theme.ts';
import { mountTop } from './top.ts';
import { mountVeil } from './veil.ts';

const retry = 1000;

async function start(): Promise<void> {
  useTheme();
  await loadState();
  const keys = store.state.personas.map(({ key }) => key);
  const first = store.state.city === 'demo' ? 'deputy' : 'administrator';
  store.place = readPlace(location.hash, keys) ?? { persona: first, chat: null, thread: null };
  await useLanguage(language());
  mount();
  emit('language', 'state', 'place');
  if (store.place.chat === null && !isNarrow()) go({ chat: persona().userId });
  addEventListener('hashchange', () => attempt(followAddress));
  watchBusy();
  listen();
  // The page stands: what fails from here on is told, and asked for again when events come.
  attempt(async () => {
    if (!hasCity()) return;
    await loadChats();
    await followAddress();
    await loadPeople();
    // A city without a tour has none to show.
    await loadTour().catch(() => {});
  });
}

function mount(): void {
  mountDrawer();
  mountGuide();
  const left = h('div', 'left', mountPeople(), mountChatList());
  const panes = h('main', 'panes', left, mountChat(), mountSide());
  document.body.replaceChildren(h('div', 'app', mountTop(), panes), mountVeil());
  mountNotices();
  on(['place', 'language'], () => {
    document.body.dataset['pane'] = store.place.chat === null ? 'list' : 'chat';
    document.title = t('playground-title');
  });
  watchForNewCity();
  addEventListener('keydown', escape);
}

/** A city that is built anew has other chats, another log, and the tour before it. */
function watchForNewCity(): void {
  let building = false;
  on(['state'], () => {
    const now = store.state.busy?.what === 'building';
    if (now && !building) {
      store.opened = null;
      store.people.clear();
      forgetLog();
      restartGuide();
    }
    building = now;
  });
}

// On a phone Escape (and what assistive tools send for "back") leaves the chat.
function escape(event: KeyboardEvent): void {
  const busy = document.querySelector('dialog[open], :popover-open') !== null;
  if (event.key === 'Escape' && !busy && isNarrow() && store.place.chat !== null) go({ chat: null, thread: null });
}

function isNarrow(): boolean {
  return matchMedia('(max-width: 719px)').matches;
}

function startOver(): void {
  start().catch(() => setTimeout(startOver, retry));
}

startOver();
