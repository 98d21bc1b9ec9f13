// The reader: reads documents beside the handling of updates, so that nobody waits for somebody else's slow file.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { readSource } from '../files/read-source.ts';
import { abilitiesOf, type Actor } from '../org/rules.ts';
import { personForAddress } from '../tasks/person-queries.ts';
import { messageOptions } from '../telegram/context.ts';
import { downloadFile } from '../telegram/download.ts';
import { showingProgress } from '../telegram/progress.ts';
import { type Desk, review } from './review-handlers.ts';
import { forgetUnread, noteProgress, type UnreadDocument, unreadDocuments } from './unread-actions.ts';

/** Documents in hand at once: each may hold 20 MB. */
const most = 3;

export class Reader {
  readonly #app: App;
  readonly #api: Api;
  readonly #inHand = new Map<number, Promise<void>>();
  readonly #leaving = new AbortController();
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;

  /** `api` waits out a short refusal of Telegram, as the Api of an update does. */
  constructor(app: App, api: Api) {
    this.#app = app;
    this.#api = api;
  }

  /** Takes up what waits, also what an earlier process left. */
  wake(): void {
    this.#looking = this.#looking
      .then(() => this.#takeUp())
      .catch((error: unknown) => this.#app.log.warn({ err: error }, 'intake.reader-not-woken'));
  }

  /** Resolves when nothing is in hand and nothing was found to take up. */
  async idle(): Promise<void> {
    await this.#looking;
    while (this.#inHand.size > 0) {
      await Promise.all(this.#inHand.values());
      await this.#looking;
    }
  }

  /** Takes up nothing more and waits `patience` milliseconds for what is in hand; the next start reads on what is left. */
  async stop(patience: number): Promise<void> {
    this.#stopped = true;
    await Promise.race([this.idle(), sleep(patience, undefined, { ref: false })]);
    this.#leaving.abort();
  }

  async #takeUp(): Promise<void> {
    const limit = most - this.#inHand.size;
    if (this.#stopped || limit <= 0) return;
    for (const document of await unreadDocuments(this.#app, { except: [...this.#inHand.keys()], limit })) {
      const reading = this.#read(document).then((done) => {
        this.#inHand.delete(document.id);
        // After a fault of the database the clock wakes us.
        if (done) this.wake();
      });
      this.#inHand.set(document.id, reading);
    }
  }

  /** False when the document still waits. Never rejects. */
  async #read(document: UnreadDocument): Promise<boolean> {
    try {
      const actor = (await personForAddress(this.#app, document.personId))?.actor;
      if (actor) await this.#clearLeftBehind(document, actor);
      if (actor) await this.#answer(document, this.#deskOf(document, actor));
      else await forgetUnread(this.#app, document.id);
      return true;
    } catch (error) {
      if (!this.#leaving.signal.aborted) this.#app.log.warn({ err: error, document: document.id }, 'intake.not-read');
      return false;
    }
  }

  /** The row goes last, so that a kill at any moment repeats the reading; the same bytes find the review they opened before. */
  async #answer(document: UnreadDocument, desk: Desk): Promise<void> {
    try {
      await this.#open(document, desk);
      await forgetUnread(this.#app, document.id);
    } catch (error) {
      this.#leaving.signal.throwIfAborted();
      if (error instanceof UserError) {
        if (error.cause) this.#app.log.warn({ err: error.cause, document: document.id }, 'intake.file-broken');
        await this.#tell(desk, desk.t(error.key, error.args));
        return forgetUnread(this.#app, document.id);
      }
      // Without its row a fault of ours is not met again and again; while the database is away the row stays.
      await forgetUnread(this.#app, document.id);
      this.#app.log.error({ err: error, document: document.id }, 'intake.reading-failed');
      await this.#tell(desk, desk.t('telegram-our-fault'));
    }
  }

  /** 'Reading …' of a process that was killed: it would stand in the chat for ever. A message that is gone already is no matter. */
  async #clearLeftBehind({ id, progressId }: UnreadDocument, actor: Actor): Promise<void> {
    if (progressId === null) return;
    await this.#api.deleteMessage(actor.telegramId, progressId).catch(() => undefined);
    await noteProgress(this.#app, id, null);
  }

  async #open({ id, file, chatId, messageId, caption }: UnreadDocument, desk: Desk): Promise<void> {
    const { app, actor } = desk;
    if (!abilitiesOf(actor).has('resolve')) throw new UserError('resolutions-may-not-draft');
    const chat = actor.telegramId;
    const spot = {
      type: () => this.#api.sendChatAction(chat, 'typing'),
      say: async () => {
        const { message_id: progressId } = await this.#api.sendMessage(
          chat,
          desk.t('intake-reading'),
          messageOptions({}),
        );
        await noteProgress(app, id, progressId).catch(() => undefined);
        return progressId;
      },
      remove: (progressId: number) => this.#api.deleteMessage(chat, progressId),
    };
    await showingProgress(spot, async () => {
      const bytes = await downloadFile(app, this.#api, file.fileId);
      const name = file.name ?? '';
      const { text } = await readSource({ bytes, name });
      // Whoever has left must not write beside the process that came after.
      this.#leaving.signal.throwIfAborted();
      await review(desk, { bytes, text, name, mime: file.mime, file, chatId, messageId }, caption);
    });
  }

  /** No question is asked here: the person may be in the middle of another dialog by now. */
  #deskOf({ messageId }: UnreadDocument, actor: Actor): Desk {
    const { locale } = actor;
    return {
      app: this.#app,
      actor,
      locale,
      t: (key, args) => this.#app.t(locale, key, args),
      tell: async (html, keyboard = []) => {
        const options = keyboard.length > 0 ? { keyboard } : { replyTo: messageId };
        await this.#api.sendMessage(actor.telegramId, html, messageOptions(options));
      },
      ask: null,
    };
  }

  /** Telling may fail too (blocked): that is logged and ends there. */
  async #tell(desk: Desk, html: string): Promise<void> {
    await desk.tell(html).catch((error: unknown) => this.#app.log.warn({ err: error }, 'intake.refusal-not-told'));
  }
}

/** A cron job: what a fault of the database left waiting is taken up. */
export function readOn(app: App): Promise<void> {
  app.wakeReader();
  return Promise.resolve();
}
