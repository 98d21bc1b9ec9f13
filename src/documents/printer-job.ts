// The printer: writes and sends ordered forms beside the handling of updates, so that nobody waits for two hundred pages.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { personForAddress } from '../tasks/person-queries.ts';
import { type Keyboard, messageOptions } from '../telegram/context.ts';
import { isRefusal, isTelegramAway, sendFile } from '../telegram/send-file.ts';
import { forgetOrder, giveUp, noteAttempt, type Order, waitingOrders } from './print-actions.ts';
import { fileFor } from './print-files.ts';
import { failedMessage } from './print-messages.ts';

/** A fault of ours is tried so often, a minute apart; then its orderer hears of it. */
const mostTries = 3;
/** While Telegram cannot be reached nobody can be told either: after so many minutes an order is given up. */
const mostSendings = 60;

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
    let actor: Actor | null = null;
    try {
      actor = (await personForAddress(this.#app, order.personId))?.actor ?? null;
      if (actor) await this.#send(order, actor);
      await forgetOrder(this.#app, order.id);
    } catch (error) {
      if (!this.#stopped) await this.#failed(order, actor, error);
    }
  }

  /** Tried again at the next minute, or given up: its orderer is told, the administrators see it in the log and the measures. */
  async #failed(order: Order, actor: Actor | null, error: unknown): Promise<void> {
    const { id, wanted, attempts } = order;
    const { log, metrics } = this.#app;
    const over = attempts + 1 >= (isTelegramAway(error) ? mostSendings : mostTries);
    const found = { err: error, order: id, is: wanted.is, attempts: attempts + 1 };
    if (over) log.error(found, 'documents.print-given-up');
    else log.warn(found, 'documents.not-printed');
    metrics.prints.inc({ result: over ? 'failed' : 'retried' });
    try {
      await (over ? giveUp(this.#app, id) : noteAttempt(this.#app, id));
      if (over && actor) await this.#tell(actor, failedMessage(this.#app, actor.locale, order));
    } catch (fault) {
      log.warn({ err: fault, order: id }, 'documents.failure-not-kept');
    }
  }

  async #send({ wanted }: Order, actor: Actor): Promise<void> {
    const { log, metrics, t } = this.#app;
    const chat = actor.telegramId;
    try {
      await this.#api.sendChatAction(chat, 'upload_document').catch(() => undefined);
      const { bytes, name, html } = await fileFor(this.#app, actor, wanted);
      if (bytes === null) return await this.#tell(actor, { html });
      const sent = await sendFile(this.#api, chat, { bytes, name, caption: html });
      metrics.prints.inc({ result: sent });
      if (sent === 'sent') return;
      log.warn({ is: wanted.is, size: bytes.length }, 'documents.file-refused');
      await this.#tell(actor, { html: t(actor.locale, 'print-too-much') });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      metrics.prints.inc({ result: 'refused' });
      if (error.cause) log.warn({ err: error.cause, is: wanted.is }, 'documents.paper-broken');
      await this.#tell(actor, { html: t(actor.locale, error.key, error.args) });
    }
  }

  /** What cannot be said now is said by the sender. Whoever cannot be told (blocked) hears nothing; the log knows. */
  async #tell(
    { telegramId: chat }: Actor,
    { html, keyboard = [] }: { html: string; keyboard?: Keyboard },
  ): Promise<void> {
    try {
      await this.#api.sendMessage(chat, html, messageOptions({ keyboard }));
    } catch (error) {
      if (isRefusal(error)) return;
      await this.#app.answers.later({ chat, threadId: null, html, keyboard, forceReply: false });
    }
  }
}

/** A cron job: what a fault left waiting is taken up. */
export function printOn(app: App): Promise<void> {
  app.wakePrinter();
  return Promise.resolve();
}
