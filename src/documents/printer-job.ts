// The printer: writes and sends ordered forms beside the handling of updates, so that nobody waits for two hundred pages.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { personForAddress } from '../tasks/person-queries.ts';
import { messageOptions } from '../telegram/context.ts';
import { sendFile } from '../telegram/send-file.ts';
import { writePaper } from './paper-files.ts';
import { paperFileName, paperFor } from './paper-queries.ts';
import { forgetOrder, noteAttempt, type Order, waitingOrders } from './print-actions.ts';

/** After so many minutes of a Telegram that cannot be reached an order is given up. */
const mostAttempts = 60;

export class Printer {
  readonly #app: App;
  readonly #api: Api;
  #printing: Promise<void> = Promise.resolve();
  #stopped = false;

  /** `api` waits out a short refusal of Telegram. */
  constructor(app: App, api: Api) {
    this.#app = app;
    this.#api = api;
  }

  /** Takes up what waits, one order after another, also what an earlier process left. */
  wake(): void {
    this.#printing = this.#printing
      .then(() => this.#printAll())
      .catch((error: unknown) => this.#app.log.warn({ err: error }, 'documents.printer-not-woken'));
  }

  /** Resolves when nothing is in hand. */
  async idle(): Promise<void> {
    let last;
    do {
      last = this.#printing;
      await last;
    } while (last !== this.#printing);
  }

  /** Takes up nothing more and waits `patience` milliseconds for what is in hand; the next start goes on with what is left. */
  async stop(patience: number): Promise<void> {
    this.#stopped = true;
    await Promise.race([this.#printing, sleep(patience, undefined, { ref: false })]);
  }

  async #printAll(): Promise<void> {
    for (const order of await waitingOrders(this.#app)) {
      if (this.#stopped) return;
      await this.#print(order);
    }
  }

  /** The row goes last: a kill at any moment means printing again. Never rejects. */
  async #print(order: Order): Promise<void> {
    const { id, personId, attempts } = order;
    let actor: Actor | null = null;
    try {
      actor = (await personForAddress(this.#app, personId))?.actor ?? null;
      if (actor) await this.#write(order, actor);
      await forgetOrder(this.#app, id);
    } catch (error) {
      if (this.#stopped) return;
      this.#app.log.warn({ err: error, order: id, attempts }, 'documents.not-printed');
      const over = attempts + 1 >= mostAttempts;
      await (over ? forgetOrder(this.#app, id) : noteAttempt(this.#app, id)).catch(() => undefined);
      if (over && actor) await this.#tell(actor, this.#app.t(actor.locale, 'print-failed'));
    }
  }

  async #write({ choice, format }: Order, actor: Actor): Promise<void> {
    const app = this.#app;
    const chat = actor.telegramId;
    try {
      await this.#api.sendChatAction(chat, 'upload_document').catch(() => undefined);
      const paper = await paperFor(app, actor, choice);
      const bytes = await writePaper(paper, format);
      const name = paperFileName(app, choice, paper, format);
      const caption = app.t(actor.locale, 'print-caption', { title: paper.title, under: paper.under[0] ?? '' });
      const sent = await sendFile(this.#api, chat, { bytes, name, caption });
      if (sent === 'sent') return;
      app.log.warn({ form: choice.form, format, size: bytes.length }, 'documents.file-refused');
      await this.#tell(actor, app.t(actor.locale, 'print-too-much'));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (error.cause) app.log.warn({ err: error.cause, form: choice.form, format }, 'documents.paper-broken');
      await this.#tell(actor, app.t(actor.locale, error.key, error.args));
    }
  }

  /** Whoever cannot be told (blocked) hears nothing; the log knows. */
  async #tell({ telegramId }: Actor, html: string): Promise<void> {
    await this.#api.sendMessage(telegramId, html, messageOptions({})).catch(() => undefined);
  }
}

/** A cron job: what a fault left waiting is taken up. */
export function printOn(app: App): Promise<void> {
  app.wakePrinter();
  return Promise.resolve();
}
