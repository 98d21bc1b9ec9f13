// Messages as rows of a chat: days between them, albums together, runs of one author.
import type { MessageView } from '../protocol.ts';
import { dayIn } from './times.ts';

export type Row =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'service'; key: string; message: MessageView }
  | { kind: 'bubble'; key: string; messages: [MessageView, ...MessageView[]]; first: boolean; last: boolean };

const runGap = 600;

/** Rows of a chat, oldest first; `firstUnread` is the message above which the line "new messages" stands. */
export function rowsOf(messages: readonly MessageView[], zone: string, firstUnread: number | null = null): Row[] {
  const rows: Row[] = [];
  let day = '';
  for (const message of messages) {
    const today = dayIn(zone, message.at);
    if (today !== day) rows.push({ kind: 'day', key: `day-${today}`, at: message.at });
    day = today;
    if (message.id === firstUnread) rows.push({ kind: 'unread', key: 'unread' });
    const last = rows.at(-1);
    if (message.service) rows.push({ kind: 'service', key: `m${message.id}`, message });
    else if (last?.kind === 'bubble' && sameAlbum(last.messages[0], message)) last.messages.push(message);
    else rows.push({ kind: 'bubble', key: `m${message.id}`, messages: [message], first: true, last: true });
  }
  joinRuns(rows);
  return rows;
}

function sameAlbum(a: MessageView, b: MessageView): boolean {
  return a.album !== null && a.album === b.album && a.author.id === b.author.id;
}

function joinRuns(rows: Row[]): void {
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (row.kind !== 'bubble' || next?.kind !== 'bubble') return;
    const [a, b] = [row.messages.at(-1) as MessageView, next.messages[0]];
    if (a.author.id !== b.author.id || a.mine !== b.mine || b.at - a.at > runGap) return;
    row.last = false;
    next.first = false;
  });
}

/** The message of an album (or the only one) that carries the words. */
export function worded(messages: readonly [MessageView, ...MessageView[]]): MessageView {
  return messages.find((message) => message.text !== '') ?? messages[0];
}

/** The message above which "new messages" stands: the first of the last `unread` ones that are not the reader's own. */
export function firstUnreadOf(messages: readonly MessageView[], unread: number): number | null {
  const others = messages.filter((message) => !message.mine);
  const first = unread > 0 ? others.at(-Math.min(unread, others.length)) : undefined;
  // The line may not part an album.
  return (first && messages.find((message) => message === first || sameAlbum(message, first)))?.id ?? null;
}

/** The newest page laid over what is loaded: changed and deleted messages follow it, older ones stay. */
export function mergeNewest(loaded: readonly MessageView[], newest: readonly MessageView[]): MessageView[] {
  const from = newest[0]?.id ?? 0;
  return newest.length === 0 ? [] : [...loaded.filter((message) => message.id < from), ...newest];
}
