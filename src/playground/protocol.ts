// What the page and the playground's server say to each other: JSON over /api, server-sent events on /api/events.
// Files: GET /api/files/ID gives the bytes (photos inline, all else as a download). Static: / is page/index.html, /NAME.css and
// the modules /NAME.js of page/, /texts/LANGUAGE/NAME.ftl, /vendor/NAME.js of @fluent/bundle's ES modules.
import type { Entity, InlineButton } from './emulator/api-types.ts';

export type Language = 'kk' | 'ru' | 'en';
export type PersonaKey =
  | 'administrator'
  | 'deputy'
  | 'secretary'
  | 'department'
  | 'school-first'
  | 'school-second'
  | 'school-third'
  | 'subscriber'
  | 'stranger';

/** Somebody the visitor can be. */
export type Persona = { key: PersonaKey; userId: number; name: string; locale: Language };

/** GET /api/state; event `state` says that it changed. */
export type State = {
  /** The playground's clock, ISO instant; it runs on from there at real speed. */
  now: string;
  zone: string;
  city: 'demo' | 'empty';
  /** Building a city or travelling in time; the page shows it and lets nobody type. */
  busy: { what: 'building' | 'travelling'; done: number; total: number } | null;
  /** What went wrong last: there is no city, or the clock stopped on the way. DELETE /api/failed goes on with what there is. */
  failed: { what: 'building' | 'travelling' } | null;
  bot: { id: number; name: string; username: string };
  personas: Persona[];
  violations: number;
  faults: Fault[];
  /** The t.me link that makes the first administrator, for POST /api/open; null once there is one. */
  adminLink: string | null;
};

/** GET /api/chats?as=USER: the chats of one persona, newest first. */
export type ChatSummary = {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title: string;
  topics: { id: number; name: string; closed: boolean; unread: number }[];
  last: { author: string; text: string; at: number; mine: boolean } | null;
  unread: number;
};

/** GET /api/chats/ID?as=USER&thread=T&before=MESSAGE: at most 50 messages, oldest first. Reading marks as read. */
export type ChatView = ChatSummary & {
  thread: number | null;
  messages: MessageView[];
  older: boolean;
  pinned: MessageView | null;
  /** The keyboard under the input field as this persona sees it. */
  keyboard: string[][] | null;
  /** The command menu, as set by the bot for this scope and language. */
  commands: { command: string; description: string }[];
  /** The bot is typing until then (seconds since 1970); 0: it is not. */
  typingUntil: number;
  /** A private chat in which Start was not pressed yet. */
  needsStart: boolean;
  blocked: boolean;
  /** A closed topic in which this persona may not write; those who run the group may. */
  closed: boolean;
};

export type FileView = {
  id: string;
  kind: 'photo' | 'document' | 'voice' | 'video' | 'audio' | 'sticker';
  name: string;
  type: string;
  size: number;
  width?: number;
  height?: number;
};

export type MessageView = {
  id: number;
  thread: number | null;
  author: { id: number; name: string; bot: boolean };
  mine: boolean;
  /** Seconds since 1970. */
  at: number;
  editedAt: number | null;
  /** Text or caption with its formatting, UTF-16 offsets. */
  text: string;
  entities: Entity[];
  files: FileView[];
  /** Messages of one album carry the same word. */
  album: string | null;
  replyTo: { id: number; author: string; text: string } | null;
  forwardedFrom: string | null;
  /** Reactions with the number of people. */
  reactions: { emoji: string; count: number; mine: boolean }[];
  buttons: Pick<InlineButton, 'text' | 'url'>[][];
  /** A line in the middle: somebody joined, a topic was made, a message pinned. Key of a text `playground-service-…` with its arguments. */
  service: { key: string; args: Record<string, string> } | null;
};

/** POST /api/chats/ID/messages?as=USER */
export type Send = {
  text?: string;
  thread?: number;
  replyTo?: number;
  /** Ids from POST /api/files?name=&type= (raw body); several photos or several documents make an album, `text` is its caption. */
  files?: string[];
  /** Pictures go as photos unless told otherwise. */
  asDocuments?: boolean;
};

/** POST /api/chats/ID/press?as=USER; the answer comes when the bot answered the press or after 15 s. */
export type Press = { message: number; row: number; column: number };
export type PressAnswer = { text: string; alert: boolean; open: Opened | null };

/** POST /api/open?as=USER { link }: a t.me link of the bot; presses Start with its payload. */
export type Opened = { chat: number };

/** POST /api/chats/ID/edit|delete|react?as=USER; emoji '' takes the reaction back. */
export type Edit = { message: number; text: string };
export type Delete = { message: number };
export type React = { message: number; emoji: string };

/** POST /api/chats/ID/block?as=USER: blocks or unblocks the bot; private chats only. */
export type Block = { blocked: boolean };

/** POST /api/chats/ID/pin?as=USER: for those who run the group. */
export type Pin = { message: number; pinned: boolean };

/** POST /api/clock */
export type Travel = { to: 'hour' | 'evening' | 'morning' | 'monday' };

/** POST /api/city: starts that city anew. */
export type NewCity = { city: 'demo' | 'empty' };

/** POST /api/faults: the next `times` calls of the bot (of one method, or any that sends) fail so; DELETE /api/faults ends them. */
export type Fault = { kind: '429' | '403' | '500' | 'lost'; times: number };

/** GET /api/log?after=N; event `log` says that there is more. */
export type LogEntry = {
  id: number;
  at: string;
  what: 'update' | 'call' | 'hidden' | 'violation' | 'fault';
  /** Kind of update or method of the call. */
  name: string;
  chat: string;
  summary: string;
  detail: string;
};

/** GET /api/tour?as=LANGUAGE; a step is done when the server sees that it is; event `tour`. */
export type TourStep = {
  key: string;
  persona: PersonaKey;
  /** Where it happens; null: anywhere. */
  chat: number | null;
  thread: number | null;
  /** What "Do it for me" does; POST /api/tour/STEP does it. */
  suggestion: { say: string } | { press: string } | { travel: Travel['to'] } | null;
  done: boolean;
};

/** Server-sent events: `state`, `tour`, `chats` and `log` carry nothing and say "ask again"; `chat` carries this. */
export type ChatEvent = { chat: number };
export type ErrorAnswer = { error: string };
