// Server-sent events: what changed is asked for again; a lost line is announced and, when it is back, everything is asked for.
import type { ChatEvent } from '../protocol.ts';
import { loadChats, loadPeople, loadState, loadTour, loadView } from './actions.ts';
import { emit, hasCity, on, store } from './store.ts';

const quiet = 120;

/** Starts listening; reconnects for as long as the page is open. */
export function listen(): void {
  const events = new EventSource('/api/events');
  events.addEventListener('open', connected);
  events.addEventListener('error', () => {
    setOnline(false);
    // A browser gives up for good after an answer that is not an event stream.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  });
  const state = settled(() => void loadState().catch(ignore), quiet);
  const chats = settled(() => askUnlessBusy(loadChats), quiet);
  const people = settled(() => askUnlessBusy(loadPeople), 1000);
  const view = settled(() => askUnlessBusy(loadView), 30);
  events.addEventListener('state', state);
  const tour = settled(() => askUnlessBusy(loadTour), quiet);
  events.addEventListener('tour', tour);
  events.addEventListener('chats', () => [chats(), people()]);
  events.addEventListener('chat', (event) => {
    if ((JSON.parse(event.data as string) as ChatEvent).chat === store.place.chat) view();
    chats();
    people();
    // What a person says in a chat may make the first administrator.
    if (store.state.adminLink !== null) state();
  });
  // Only who looks at the log asks for it: time travel brings thousands of lines.
  const log = settled(() => emit('log-grew'), quiet);
  events.addEventListener('log', log);
}

/** When time has passed or a city was built, everything is asked for, whoever asked for the state. */
export function watchBusy(): void {
  let wasBusy = store.state.busy !== null;
  on(['state'], () => {
    const busy = store.state.busy !== null;
    if (wasBusy && !busy) loadEverything().catch(ignore);
    wasBusy = busy;
  });
}

/** A city that is being built has no chats to ask for; when it is there, an event says so. */
async function loadEverything(): Promise<void> {
  if (!hasCity()) return;
  await Promise.all([loadChats(), loadView()]);
  await Promise.all([loadPeople(), loadTour()]);
}

// Hours of events pass in seconds then; everything is asked for once it is over.
function askUnlessBusy(load: () => Promise<void>): void {
  if (store.state.busy === null && hasCity()) load().catch(ignore);
}

// What was told between the first look and now, or while the line was down, is asked for.
function connected(): void {
  const back = !store.online;
  setOnline(true);
  loadState()
    .then(() => (back ? loadEverything() : undefined))
    .catch(ignore);
}

function setOnline(online: boolean): void {
  store.online = online;
  emit('online');
}

// A request that fails while the line is down is repeated when it is back.
function ignore(): void {}

/** The work, once, after a burst of calls: at once would ask for each message of an album. */
function settled(work: () => void, wait: number): () => void {
  let timer: number | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, wait);
  };
}
