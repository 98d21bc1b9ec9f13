// Orders, counts and searches of the page that need no browser: chats, commands, avatars, the log.
import type { ChatSummary, ChatView, LogEntry } from '../protocol.ts';

/** Chats with the newest message first; chats without messages come last, by title. */
export function orderChats(chats: readonly ChatSummary[]): ChatSummary[] {
  return [...chats].sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0) || a.title.localeCompare(b.title));
}

/** Unread messages of all chats together. */
export function unreadOf(chats: readonly ChatSummary[]): number {
  return chats.reduce((sum, chat) => sum + chat.unread, 0);
}

/** A count for a badge: three digits at most. */
export function badge(count: number): string {
  return count > 999 ? '999+' : String(count);
}

type Command = ChatView['commands'][number];

/** The commands that a half-written message may become; none once a space follows. */
export function matchingCommands(commands: readonly Command[], written: string): Command[] {
  const start = /^\/([a-z0-9_]*)$/i.exec(written)?.[1]?.toLowerCase();
  return start === undefined ? [] : commands.filter(({ command }) => command.startsWith(start));
}

/** A command as Telegram sends it: with the bot's name in groups. */
export function commandText(command: string, type: ChatSummary['type'], bot: string): string {
  return type === 'private' ? `/${command}` : `/${command}@${bot}`;
}

/** One or two letters for a round picture: first letters of the first two words that begin with a letter or digit. */
export function initials(name: string): string {
  const letters = name.split(/[\s·.,«»"()-]+/).flatMap((word) => /^[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  return letters.slice(0, 2).join('').toLocaleUpperCase();
}

/** One of seven colours for a name, always the same for the same id. */
export function colourOf(id: number): number {
  return Math.abs(id) % 7;
}

export type LogFilter = { kinds: ReadonlySet<LogEntry['what']>; search: string };

/** Whether a line of the log passes the filter; the search looks into name, chat, summary and detail. */
export function passes(entry: LogEntry, { kinds, search }: LogFilter): boolean {
  if (!kinds.has(entry.what)) return false;
  const wanted = search.trim().toLocaleLowerCase();
  const where = `${entry.name} ${entry.chat} ${entry.summary} ${entry.detail}`;
  return wanted === '' || where.toLocaleLowerCase().includes(wanted);
}

/** Size of a file: a number with its unit, for the text of that unit. */
export function sizeOf(bytes: number): { unit: 'b' | 'kb' | 'mb'; n: string } {
  if (bytes < 1024) return { unit: 'b', n: String(bytes) };
  if (bytes < 1024 * 1024) return { unit: 'kb', n: String(Math.round(bytes / 1024)) };
  return { unit: 'mb', n: (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '') };
}
