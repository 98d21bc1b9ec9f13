// Rows that may have ended the senders before: their chats wait, then they are taken one at a time, and nothing beside them.
import type { Post } from './post.ts';
import { stillDue, type Suspect } from './recover.ts';
import { takeOver } from './take-over.ts';

export class Suspects {
  readonly #post: Post;
  #rows: Suspect[] = [];

  constructor(post: Post) {
    this.#post = post;
  }

  /** Clears up after the senders before, and learns whom they may have died of. */
  async learn(owner: string): Promise<void> {
    this.#rows = await takeOver(this.#post, owner);
  }

  /** Telegram's ids of the chats of those that may be taken now, one row at a time and when all calls have ended; undefined while there is none. */
  get careful(): number[] | undefined {
    const { app, limits } = this.#post;
    const now = app.now().getTime();
    const ripe = this.chats.filter((chat) => limits.chatFreeAt(chat, now) <= now);
    return ripe.length > 0 ? ripe : undefined;
  }

  /** Telegram's ids of their chats. */
  get chats(): number[] {
    return this.#rows.map(({ chat }) => chat);
  }

  /** This row was rendered and nobody died. */
  clear(id: bigint): void {
    this.#rows = this.#rows.filter((row) => row.id !== id);
  }

  /** Forgets those that do not wait any more: cancelled, or delivered by somebody else; true when there were such. */
  async review(): Promise<boolean> {
    const before = this.#rows.length;
    if (before > 0) this.#rows = await stillDue(this.#post.app.db, this.#rows, this.#post.app.now());
    return this.#rows.length < before;
  }
}
