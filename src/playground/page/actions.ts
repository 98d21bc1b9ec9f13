// What the page does: asks the server, keeps the answers, goes from place to place.
import type {
  ChatSummary,
  ChatView,
  LogEntry,
  MessageView,
  Opened,
  PersonaKey,
  Send,
  State,
  TourStep,
} from '../protocol.ts';
import { ApiError, get, post } from './api.ts';
import { orderChats } from './lists.ts';
import { readPlace, writePlace, type Place } from './place.ts';
import { firstUnreadOf, mergeNewest } from './rows.ts';
import { emit, hasCity, keepState, language, persona, placeKey, store } from './store.ts';
import { useLanguage } from './texts.ts';

const me = (): { as: number } => ({ as: persona().userId });

/** One run at a time: calls during a run make one more run afterwards, so bursts of events cost two requests. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async (): Promise<void> => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    again = running !== null;
    running ??= run().finally(() => (running = null));
    return running;
  };
}

/** Asks for the state. */
export const loadState = oneAtATime(async () => {
  keepState(await get<State>('state'));
  emit('state');
});

/** Asks for the chats of the persona. */
export const loadChats = oneAtATime(async () => {
  const key = store.place.persona;
  const chats = orderChats(await get<ChatSummary[]>('chats', me()));
  store.people.set(key, chats);
  if (key === store.place.persona) store.chats = chats;
  emit('chats', 'people');
});

/** Chats of everybody: for badges of the personas and for the tour's words. */
export const loadPeople = oneAtATime(async () => {
  for (const { key, userId } of store.state.personas) {
    if (key !== store.place.persona) store.people.set(key, await get<ChatSummary[]>('chats', { as: userId }));
  }
  emit('people');
});

const keptLines = 1000;

/** Asks for the lines of the developer's log that are not known yet. */
export const loadLog = oneAtATime(async () => {
  const known = (): number => store.log.at(-1)?.id ?? 0;
  const lines = await get<LogEntry[]>('log', { after: known() });
  const fresh = lines.filter(({ id }) => id > known());
  if (fresh.length === 0) return;
  store.log = [...store.log, ...fresh].slice(-keptLines);
  emit('log');
});

/** Asks for the steps of the tour in the language of the page. */
export const loadTour = oneAtATime(async () => {
  store.tour = await get<TourStep[]>('tour', { as: language() });
  emit('tour');
});

/** Asks for the newest messages of the open chat. A chat that is gone closes. */
export const loadView = oneAtATime(async () => {
  const { place } = store;
  if (place.chat === null) return;
  const key = placeKey();
  const view = await get<ChatView>(`chats/${place.chat}`, { ...me(), thread: place.thread }).catch((error: unknown) => {
    if (error instanceof ApiError && [403, 404].includes(error.status)) return null;
    throw error;
  });
  if (key !== placeKey()) return;
  if (view === null) {
    go({ chat: null, thread: null });
    return;
  }
  keepView(view);
});

function keepView(view: ChatView): void {
  const { opened, place } = store;
  const same = opened?.view.id === view.id && opened.view.thread === view.thread;
  const messages = same ? mergeNewest(opened.messages, view.messages) : view.messages;
  const firstUnread = same ? opened.firstUnread : firstUnreadOf(view.messages, unreadBefore(place));
  const older = same && messages.length > view.messages.length ? opened.older : view.older;
  store.opened = { view, messages, older, firstUnread };
  forgetUnread(place);
  emit('view');
}

function unreadBefore({ chat, thread }: Place): number {
  const summary = store.chats.find(({ id }) => id === chat);
  if (thread === null) return summary?.unread ?? 0;
  return summary?.topics.find(({ id }) => id === thread)?.unread ?? 0;
}

function forgetUnread({ chat, thread }: Place): void {
  const summary = store.chats.find(({ id }) => id === chat);
  if (!summary) return;
  const topic = summary.topics.find(({ id }) => id === thread);
  if (topic) {
    summary.unread = Math.max(0, summary.unread - topic.unread);
    topic.unread = 0;
  } else summary.unread = summary.topics.reduce((sum, { unread }) => sum + unread, 0);
  emit('chats', 'people');
}

/** Asks for the page of messages before the oldest loaded one; false when there is none. */
export async function loadOlder(): Promise<boolean> {
  const { opened, place } = store;
  const oldest = opened?.messages[0];
  if (!opened?.older || !oldest || place.chat === null) return false;
  const query = { ...me(), thread: place.thread, before: oldest.id };
  const view = await get<ChatView>(`chats/${place.chat}`, query);
  if (store.opened?.messages[0] !== oldest) return false;
  store.opened.messages = [...view.messages, ...store.opened.messages];
  store.opened.older = view.older;
  emit('view');
  return view.messages.length > 0;
}

/** Goes somewhere: sets the address, which brings the rest. */
export function go(to: Partial<Place>): void {
  const next = { ...store.place, ...to };
  const hash = writePlace(next);
  if (hash !== location.hash) location.hash = hash;
}

/** Follows the address; called at the start and by the browser's back button. */
export async function followAddress(): Promise<void> {
  const keys: PersonaKey[] = store.state.personas.map(({ key }) => key);
  const before = store.place;
  const place = readPlace(location.hash, keys);
  if (!place) {
    go(before);
    return;
  }
  store.place = place;
  store.opened = null;
  store.compose = { kind: 'new' };
  if (place.persona !== before.persona) {
    store.chats = store.people.get(place.persona) ?? [];
    await speak();
  }
  emit('place', 'chats', 'compose', 'view');
  if (!hasCity()) return;
  // The list first: it knows how much of the chat is unread.
  if (place.persona !== before.persona) await loadChats();
  await loadView();
}

/** Shows the page in the language that holds now. */
export async function speak(): Promise<void> {
  await useLanguage(language());
  emit('language');
  // The steps stay in the other language until the next event, should this fail.
  loadTour().catch(() => {});
}

/** Who is where now. */
export function here(): Place & { as: number } {
  return { ...store.place, ...me() };
}

/** Sends a message to a chat, as whoever was at that place: going on meanwhile does not lead it astray. */
export async function send(message: Send, { as, chat, thread } = here()): Promise<void> {
  if (chat === null) return;
  await post(`chats/${chat}/messages`, { as }, { ...message, ...(thread === null ? {} : { thread }) });
  await loadView();
}

/** One of the small acts on a message of the open chat. */
export async function act(what: 'edit' | 'delete' | 'react' | 'pin' | 'block', body: object): Promise<void> {
  await post(`chats/${store.place.chat}/${what}`, me(), body);
  await loadView();
}

/** Opens a link of the bot: its chat, with Start pressed. */
export async function openBotLink(link: string): Promise<void> {
  const opened = await post<Opened>('open', me(), { link });
  await loadChats();
  go({ chat: opened.chat, thread: null });
  await loadView();
}

/** Begins to answer or to edit a message, or stops it. */
export function compose(kind: 'new' | 'reply' | 'edit', message?: MessageView): void {
  store.compose = kind === 'new' || !message ? { kind: 'new' } : { kind, message };
  emit('compose');
}
