// What a sender delivers with, and how a row is ended or planned again.
import type { Api } from 'grammy';
import type { App } from '../app.ts';
import {
  type ClaimedRow,
  type EndedRow,
  type Ending,
  ending,
  giveBack,
  type GiveBackOptions,
  startSending,
} from './claim.ts';
import type { Pause } from './bell.ts';
import { Limits } from './limits.ts';
import type { Renderers } from './rules.ts';
import { rowsOf, type Statements } from './statements.ts';
import { Together } from '../together.ts';

export type Hooks = {
  /** A person cannot be written to: never started the bot, blocked it, deleted the account. */
  onUnreachable: (app: App, personId: number, reason: string) => Promise<unknown>;
  /** The bot is no longer in the group, or the group is gone. */
  onChatGone: (app: App, chatId: number, reason: string) => Promise<unknown>;
  /** A group became a supergroup and has another Telegram id. */
  onChatMoved: (app: App, chatId: number, newTelegramId: number) => Promise<unknown>;
  /** A group takes no messages of the bot, or not in this topic; somebody has to be told. */
  onPlaceClosed: (
    app: App,
    closed: { chatId: number; threadId: number | null; why: 'topic' | 'rights' },
  ) => Promise<unknown>;
  /** Whether these readers are not to be disturbed at this moment: what nobody waits for then goes without a sound. Absent: never. */
  isQuiet?: (app: App, to: { chatId: number; personId: number | null }) => Promise<boolean>;
};

/** What a sender delivers with. */
export type Post = {
  app: App;
  api: Api;
  renderers: Renderers;
  hooks: Hooks;
  limits: Limits;
  /** Says that the call of a row comes now; false: do not send. */
  starts: Together<ClaimedRow, boolean>;
  /** Writes down what became of a row. */
  ends: Together<EndedRow, void>;
  /** Rows on their way of which no call was made yet. */
  ahead: Set<ClaimedRow>;
  /** Faults of the line in a row. */
  faults: number;
  /** How many messages Telegram has taken. */
  taken: number;
  /** Told when a row is planned again. */
  givenBack: () => void;
  /** Waits so many milliseconds. */
  pause: Pause;
};

type Means = Pick<Post, 'api' | 'renderers' | 'hooks' | 'pause' | 'givenBack'>;

/** A post at rest, on this pool. */
export function openPost(app: App, sql: Statements, means: Means): Post {
  const starts = new Together((rows: ClaimedRow[]) => startSending(sql, rows, app.now()));
  const ends = new Together<EndedRow, void>((ended) => rowsOf(sql, ending(ended)).then(() => []));
  return { app, ...means, limits: new Limits(app.config), starts, ends, ahead: new Set(), faults: 0, taken: 0 };
}

/** Plans the row again. */
export async function putBack(post: Post, row: ClaimedRow, options: GiveBackOptions): Promise<void> {
  await giveBack(post.app.db, row, options);
  post.givenBack();
}

/** Writes down what became of the row, together with others. */
export function end({ ends }: Post, row: ClaimedRow, how: Ending): Promise<void> {
  return ends.add({ row, ending: how });
}
