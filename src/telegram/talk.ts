// Talk: one person's side of a dialog: say, ask, act. Everything is replayed by the conversations plugin, so only `act` may touch the world.
import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import type { Locale, TextArgs } from '../texts.ts';
import { plain } from './buttons.ts';
import { type Ctx, messageOptions, requireActor, type SayOptions } from './context.ts';
import { type FileRef, filesOf } from './files.ts';

export type Choice = { label: string; value: string };
export type Answer =
  | { choice: string; text?: undefined; files?: undefined }
  /** With files `text` is their caption, perhaps empty. */
  | { choice?: undefined; text: string; messageId: number; files?: FileRef[] };
export type Asking = {
  /** Buttons under the question; `value` at most 30 bytes. */
  choices?: Choice[][];
  /** Whether free text is an answer; default true. */
  text?: boolean;
  /** Whether photos, documents and videos are an answer; default false. */
  files?: boolean;
  /** Longest text accepted, in characters; default 4000. */
  maxLength?: number;
  /** Rewrites the previous question instead of sending a new one (pickers that turn pages). */
  rewrite?: boolean;
};
/** The value of "Cancel" under a question; no choice of a dialog is called so. */
const leaving = '!';
/** Choices by which dialogs leave in words of their own. */
const ownWaysOut = ['drop', 'stop'];
/** Where nothing can be typed, the one that does nothing more is a way out, too. */
const quietAnswers = ['no', 'done'];
/** A message of ours that somebody answered by Telegram's reply while a dialog was waiting. */
export type Replied = {
  /** Telegram's ids of the chat and of the answered message. */
  chat: number;
  messageId: number;
  words: string;
  /** The dialog was opened under that message, or by an answer to it. */
  began: boolean;
  /** The dialog lets plain reports pass there, too (`DialogDefinition.passesReports`). */
  passesReports: boolean;
};
/** True when an answer to this message belongs to it, whatever is being asked meanwhile. */
export type AnswersCard = (app: App, actor: Actor, replied: Replied) => Promise<boolean>;
export type Done<R> = { ok: true; value: R } | { ok: false };

export class Talk {
  readonly #app: App;
  readonly #conversation: Conversation<Ctx, Context>;
  readonly #start: Context;
  readonly #cards: { known: AnswersCard[]; passesReports: boolean };
  readonly locale: Locale;
  #step = 0;
  #question: number | null = null;

  constructor(
    app: App,
    conversation: Conversation<Ctx, Context>,
    start: Context,
    locale: Locale,
    cards: { known: AnswersCard[]; passesReports: boolean },
  ) {
    this.#app = app;
    this.#conversation = conversation;
    this.#start = start;
    this.locale = locale;
    this.#cards = cards;
  }

  /** A text in the person's language. */
  t(key: string, args?: TextArgs): string {
    return this.#app.t(this.locale, key, args);
  }

  /** Sends a text of src/texts to the chat. */
  async say(key: string, args?: TextArgs, options?: SayOptions): Promise<void> {
    await this.sayHtml(this.t(key, args), options);
  }

  async sayHtml(html: string, options: SayOptions = {}): Promise<number> {
    const message = await this.#start.reply(html, messageOptions(options));
    return message.message_id;
  }

  /** Asks and waits, over restarts and days, until the person presses one of `choices` or writes a text. */
  async ask(html: string, asking: Asking = {}): Promise<Answer> {
    this.#step += 1;
    const { text = true, files = false, maxLength = 4000 } = asking;
    const choices = this.#withWayOut(asking);
    await this.#put(html, choices, asking.rewrite ?? false);
    for (;;) {
      const ctx = await this.#conversation.wait();
      if (ctx.callbackQuery?.data?.startsWith('d:')) {
        const choice = await this.#pressed(ctx, choices);
        if (choice === leaving) return this.#leave();
        if (choice !== null) return { choice };
      } else if (this.#speaksToUs(ctx) && !(await this.#answersCard(ctx))) {
        const words = (ctx.message?.text ?? (files ? ctx.message?.caption : undefined))?.trim();
        const sent = files ? filesOf(ctx.message ?? {}) : [];
        if (sent.length > 0) return { text: words ?? '', messageId: ctx.message?.message_id ?? 0, files: sent };
        if (!text) await this.say('telegram-press-a-button');
        else if (!words) await this.say('telegram-text-expected');
        else if (words.length > maxLength)
          await this.say('telegram-text-too-long', { max: maxLength, length: words.length });
        else return { text: words, messageId: ctx.message?.message_id ?? 0 };
      } else {
        await this.#conversation.skip({ next: true });
      }
    }
  }

  /** Runs one action once (not again on replay) with the person of the current update. A refusal is told and gives `{ ok: false }`. */
  async act<R>(work: (app: App, actor: Actor) => Promise<R>): Promise<Done<R>> {
    const result = await this.#conversation.external(async (outer: Ctx) => {
      try {
        return { value: await work(outer.app, requireActor(outer)) };
      } catch (error) {
        if (error instanceof UserError) return { refusal: { key: error.key, html: outer.t(error.key, error.args) } };
        throw error;
      }
    });
    if ('refusal' in result && result.refusal) {
      await this.sayHtml(result.refusal.html);
      return { ok: false };
    }
    return { ok: true, value: (result as { value: R }).value };
  }

  /** Whoever is asked can leave by a button. */
  #withWayOut({ choices = [], text = true }: Asking): Choice[][] {
    const waysOut = text ? ownWaysOut : [...ownWaysOut, ...quietAnswers];
    const leaves = choices.flat().some(({ value }) => waysOut.includes(value));
    if (leaves || this.#asksForReply(choices)) return choices;
    return [...choices, [{ label: this.t('telegram-button-cancel'), value: leaving }]];
  }

  /** In a group words are asked for as a reply to the question, which Telegram opens only where no buttons are. */
  #asksForReply(choices: Choice[][]): boolean {
    return choices.length === 0 && this.#start.chat?.type !== 'private';
  }

  /** Ends the dialog as /cancel does. */
  async #leave(): Promise<never> {
    await this.say('telegram-cancelled');
    return this.#conversation.halt();
  }

  async #put(question: string, choices: Choice[][], rewrite: boolean): Promise<void> {
    const chatId = this.#start.chat?.id;
    const keyboard = this.#keyboard(choices);
    const asksForReply = this.#asksForReply(choices);
    const html = asksForReply ? `${question}\n\n${this.t('telegram-reply-or-cancel')}` : question;
    if (rewrite && this.#question !== null && chatId !== undefined) {
      const options = { parse_mode: 'HTML' as const, reply_markup: { inline_keyboard: keyboard } };
      const edit = this.#start.api.editMessageText(chatId, this.#question, html, options);
      const done = await edit.then(
        () => true,
        () => false, // the person deleted the question: it is asked anew
      );
      if (done) return;
    }
    const replyTo = this.#start.chat?.type === 'private' ? undefined : this.#start.message?.message_id;
    this.#question = await this.sayHtml(html, asksForReply ? { forceReply: true, replyTo } : { keyboard, replyTo });
  }

  /** The update that opened the dialog names it, so that buttons of an older dialog are recognised as stale. */
  #prefix(): string {
    return `d:${this.#start.update.update_id.toString(36)}:${this.#step}`;
  }

  #keyboard(choices: Choice[][]): InlineKeyboardButton[][] {
    return choices.map((row) =>
      row.map(({ label, value }) => ({ text: label, callback_data: `${this.#prefix()}:${value}` })),
    );
  }

  async #pressed(ctx: Context, choices: Choice[][]): Promise<string | null> {
    const data = ctx.callbackQuery?.data ?? '';
    const choice = choices.flat().find(({ value }) => data === `${this.#prefix()}:${value}`);
    if (!choice) {
      await this.#answer({ text: plain(this.t('telegram-stale-button')), show_alert: true });
      return null;
    }
    await this.#answer();
    return choice.value;
  }

  /** Through the outer context, so that the failure boundary knows that the press was answered. */
  async #answer(other: { text?: string; show_alert?: boolean } = {}): Promise<void> {
    await this.#conversation.external(async (outer: Ctx) => {
      await outer.answerCallbackQuery(other);
    });
  }

  /** In a group only a reply to the bot is meant for the dialog; the rest is other people's talk. */
  #speaksToUs(ctx: Context): boolean {
    if (!ctx.message) return false;
    if (ctx.chat?.type === 'private') return true;
    return ctx.message.reply_to_message?.from?.id === ctx.me.id;
  }
  /** Looked up below the replay, and only for replies to another message of ours than the question. */
  async #answersCard({ me, message }: Context): Promise<boolean> {
    const answered = message?.reply_to_message;
    if (answered?.from?.id !== me.id || answered.message_id === this.#question) return false;
    const { callbackQuery, message: opening } = this.#start;
    const began = callbackQuery?.message ?? opening?.reply_to_message;
    const replied = {
      chat: answered.chat.id,
      messageId: answered.message_id,
      words: (message?.text ?? message?.caption ?? '').trim(),
      began: began?.message_id === answered.message_id,
      passesReports: this.#cards.passesReports,
    };
    return this.#conversation.external(async ({ app, actor }: Ctx) => {
      for (const answersCard of this.#cards.known) if (actor && (await answersCard(app, actor, replied))) return true;
      return false;
    });
  }
}
