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

  /** True while one of them may be taken: one row at a time, and when all calls have ended. */
  get ripe(): boolean {
    const { app, limits } = this.#post;
    const now = app.now().getTime();
    return this.#rows.some(({ chat }) => limits.chatFreeAt(chat, now) <= now);
  }

  /** Telegram's ids of their chats. */
  get chats(): number[] {
    return this.#rows.map(({ chat }) => chat);
  }

  /** This row was delivered, or given back, and nobody died. */
  clear(id: bigint): void {
    this.#rows = this.#rows.filter((row) => row.id !== id);
  }

  /** Forgets those that do not wait any more: cancelled, or delivered by somebody else. */
  async review(): Promise<void> {
    const { app } = this.#post;
    if (this.#rows.length > 0) this.#rows = await stillDue(app.db, this.#rows, app.now());
  }
}
