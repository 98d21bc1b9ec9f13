// Outbox rules: what a message row is, what an answer of Telegram means for it, when two contents are the same.
import { createHash } from 'node:crypto';
import type { InlineKeyboardButton } from 'grammy/types';
import type { App } from '../app.ts';
import type { JsonObject } from '../journal/rules.ts';
import type { Locale } from '../texts.ts';

export type { JsonObject };

/** 0 answers to people, 1 notices and cards, 2 reminders, 3 digests; a lower lane goes first. */
export type Lane = 0 | 1 | 2 | 3;

/**
 * What a renderer makes: HTML of Telegram, the rows of buttons, and a picture (PNG) to stand above the words. Where the picture cannot
 * be sent the words go alone; a living message has none, for words and pictures do not turn into each other.
 */
/** `forceReply`: asks for a reply to it; only without buttons. */
export type Rendered = { text: string; keyboard?: InlineKeyboardButton[][]; photo?: Uint8Array; forceReply?: boolean };

/** What a renderer is given: the cause of the message, not its text. */
export type MessageRow = {
  /** The row in the outbox. */
  id?: bigint;
  kind: string;
  subjectId: number | null;
  data: JsonObject;
  personId: number | null;
  chatId: number;
  livingKey: string | null;
};

/** Makes the text from the state of this moment, in these languages (several in a group); null: the cause no longer stands. */
export type Renderer = (app: App, row: MessageRow, locales: Locale[]) => Promise<Rendered | null>;
export type Renderers = Record<string, Renderer>;

/** How a call to Telegram failed: an answer with code and description, or no answer at all. */
export type Failure =
  | { answered: true; code: number; description: string; retryAfter?: number; migrateTo?: number }
  | { answered: false; reason: string; othersWereAnswered?: boolean };

export type Verdict =
  /** The message already looks like this: a success. */
  | { is: 'notModified' }
  /** The message to edit is gone: send a new one. */
  | { is: 'editLost' }
  /** Not sent; the chat (or everything) waits so many seconds. */
  | { is: 'limited'; seconds: number }
  /** Not sent; the group has a new Telegram id. */
  | { is: 'moved'; telegramId: number }
  /** Not sent and never will be: blocked, kicked, deleted. */
  | { is: 'gone' }
  /** Not sent; the topic is deleted or closed. */
  | { is: 'topicGone' }
  /** Not sent; ordinary members may not write in this group, and the bot is one. */
  | { is: 'muted' }
  /** Not sent; our markup or length is at fault. */
  | { is: 'unreadable' }
  /** Not sent; the token is not valid. */
  | { is: 'unauthorised' }
  /** Not sent; Telegram cannot be reached at all. */
  | { is: 'offline' }
  /** Perhaps sent: no answer came, or a broken one. */
  | { is: 'unknown' }
  /** Not sent; a fault of ours or a missing right, repeating would not help. */
  | { is: 'refused' };

const patterns: [RegExp, Verdict][] = [
  [/message is not modified/i, { is: 'notModified' }],
  [
    /message to edit not found|message can't be edited|there is no text in the message to edit|MESSAGE_ID_INVALID/i,
    { is: 'editLost' },
  ],
  [/message thread not found|TOPIC_CLOSED|TOPIC_DELETED/i, { is: 'topicGone' }],
  [/not enough rights to send|have no rights to send|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED/i, { is: 'muted' }],
  [/can't parse entities|message is too long|MESSAGE_TOO_LONG/i, { is: 'unreadable' }],
  [/chat not found|user not found|PEER_ID_INVALID/i, { is: 'gone' }],
];

// These end before the request leaves; after any other fault of the line it may have arrived.
const neverSent =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|connect ETIMEDOUT|certificate|CERT_|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO/i;

/** The answer of one chat did not come in time although those of others came meanwhile: its own trouble, not that of the line. */
export function isSlowChat(failure: Failure): boolean {
  return !failure.answered && failure.othersWereAnswered === true && /timed out/i.test(failure.reason);
}

/** The table of answers: what a failed call means for the row. Descriptions are those of the Bot API server. */
export function classify(failure: Failure): Verdict {
  if (!failure.answered) return { is: neverSent.test(failure.reason) ? 'offline' : 'unknown' };
  const { code, description } = failure;
  if (failure.migrateTo !== undefined) return { is: 'moved', telegramId: failure.migrateTo };
  if (code === 429) return { is: 'limited', seconds: Math.max(1, failure.retryAfter ?? 1) };
  if (code === 401 || code === 404) return { is: 'unauthorised' };
  if (code >= 500) return { is: 'unknown' };
  if (code === 403) return { is: 'gone' };
  return patterns.find(([pattern]) => pattern.test(description))?.[1] ?? { is: 'refused' };
}

/** Digest of text and buttons: an edit to the same content is not worth a call. */
export function contentHash({ text, keyboard }: Rendered): string {
  return createHash('sha256')
    .update(JSON.stringify([text, keyboard ?? []]))
    .digest('hex');
}

const maxLength = 4096;

/** The text without markup, for a message whose markup or length Telegram refused; cut to Telegram's 4096 characters. */
export function plainText(html: string): string {
  const text = html
    .replace(/<[^<>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}

const maxCaption = 1024;

/** True when the words fit below a picture. */
export function fitsCaption(html: string): boolean {
  return plainText(html).length <= maxCaption;
}

/** How long to wait after the n-th fault in a row (from 1): 1 s, doubling, at most 5 minutes; in milliseconds. */
export function backoff(faults: number): number {
  return Math.min(300_000, 1000 * 2 ** (faults - 1));
}

/** How a message is put to Telegram: as an edit of this message, into its topic, as HTML, below its picture. */
export type Way = { edit: number | null; thread: number | null; html: boolean; photo?: boolean };

/** The other way worth one more call after such an answer, or null; each step is taken once at most. */
export function otherWay(way: Way, verdict: Verdict): Way | null {
  // Pictures may be forbidden in a group, or too much for the server: the words are what counts.
  if (way.photo && ['refused', 'unreadable', 'muted'].includes(verdict.is)) return { ...way, photo: false };
  if (verdict.is === 'editLost' && way.edit !== null) return { ...way, edit: null };
  if (verdict.is === 'topicGone' && way.thread !== null) return { ...way, thread: null };
  if (verdict.is === 'unreadable' && way.html) return { ...way, html: false };
  return null;
}

/** A row is tried so often when its renderer fails, its sender dies or its group moves. */
export const maxAttempts = 3;
/** What is better said twice than never is in doubt so often before it is given up: a quarter of an hour of broken answers does not lose it. */
export const maxResends = 12;
