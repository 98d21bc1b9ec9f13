// What the page knows at this moment, and who wants to hear of changes.
import type {
  ChatSummary,
  ChatView,
  Language,
  LogEntry,
  MessageView,
  Persona,
  PersonaKey,
  State,
  TourStep,
} from '../protocol.ts';
import type { Place } from './place.ts';

/** What a part of the page listens to. */
export type Topic =
  'state' | 'place' | 'chats' | 'view' | 'people' | 'log' | 'log-grew' | 'tour' | 'language' | 'online' | 'compose';

type Opened = {
  view: ChatView;
  /** Loaded messages, oldest first, older pages included. */
  messages: MessageView[];
  older: boolean;
  /** Where the line "new messages" stands while this chat is open. */
  firstUnread: number | null;
};

type Compose = { kind: 'new' } | { kind: 'reply' | 'edit'; message: MessageView };

/** Changed by actions and events only; parts of the page read it. */
export const store = {
  state: undefined as unknown as State,
  place: { persona: 'deputy', chat: null, thread: null } as Place,
  chats: [] as ChatSummary[],
  /** Chats of all personas, for their badges and for the tour. */
  people: new Map<PersonaKey, ChatSummary[]>(),
  opened: null as Opened | null,
  compose: { kind: 'new' } as Compose,
  log: [] as LogEntry[],
  tour: [] as TourStep[],
  online: true,
};

const listeners = new Map<Topic, Set<() => void>>();
let clockRead = 0;

/** Calls `listener` after every change of one of the topics. */
export function on(topics: Topic[], listener: () => void): void {
  for (const topic of topics) {
    const set = listeners.get(topic) ?? new Set();
    listeners.set(topic, set.add(listener));
  }
}

/** Tells the listeners of a topic. */
export function emit(...topics: Topic[]): void {
  for (const listener of new Set(topics.flatMap((topic) => [...(listeners.get(topic) ?? [])]))) listener();
}

/** Keeps a new state and starts the clock from its moment. */
export function keepState(state: State): void {
  store.state = state;
  clockRead = performance.now();
}

/** True when there are chats to ask for: no city is being built, and none failed to be. */
export function hasCity(): boolean {
  return store.state.busy?.what !== 'building' && store.state.failed?.what !== 'building';
}

/** The playground's clock, in seconds since 1970. */
export function now(): number {
  return (Date.parse(store.state.now) + performance.now() - clockRead) / 1000;
}

/** Who the visitor is. */
export function persona(): Persona {
  const { personas } = store.state;
  return personas.find(({ key }) => key === store.place.persona) ?? (personas[0] as Persona);
}

const keptLanguage = 'orynda.language';

/** The language that the visitor chose for the page; null: that of the persona. */
export function chosenLanguage(): Language | null {
  const kept = localStorage.getItem(keptLanguage);
  return kept === 'kk' || kept === 'ru' || kept === 'en' ? kept : null;
}

/** Keeps the visitor's choice of a language. */
export function chooseLanguage(language: Language | null): void {
  localStorage.setItem(keptLanguage, language ?? '');
}

/** The language of the page. */
export function language(): Language {
  return chosenLanguage() ?? persona().locale;
}

/** A name for an open chat or topic, for drafts and scroll positions. */
export function placeKey({ persona: key, chat, thread }: Place = store.place): string {
  return `${key}/${chat}/${thread}`;
}
