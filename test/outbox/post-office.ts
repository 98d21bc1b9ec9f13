// A post office for the tests of the outbox: real database, emulated Telegram, a sender and a clock that the test moves; no bot.
import { Api } from 'grammy';
import pino from 'pino';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { OutgoingMessage } from '../../src/generated/prisma/client.ts';
import { enqueue, type NewMessage } from '../../src/outbox/actions.ts';
import { Sender, type SenderOptions } from '../../src/outbox/job.ts';
import type { Renderers } from '../../src/outbox/rules.ts';
import { startEmulator, type Emulator } from '../../src/playground/emulator/emulator.ts';
import type { Locale } from '../../src/texts.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { TelegramTown, type Group, type Person } from '../support/telegram.ts';

export type Recipient = { chatId: number; personId: number; person: Person };
export type Office = { chatId: number; group: Group };

export class PostOffice {
  readonly app: App;
  readonly tg: TelegramTown;
  /** What the hooks were told. */
  readonly told: string[] = [];
  /** What the renderer `note` says; null: the cause no longer stands. */
  words: string | null = 'Жаңа тапсырма';
  readonly renderers: Renderers;
  sender: Sender;
  #now: number;
  #keys = 0;
  readonly database: TestDatabase;
  readonly emulator: Emulator;

  constructor(database: TestDatabase, emulator: Emulator, at: { now: number }) {
    this.database = database;
    this.emulator = emulator;
    this.#now = at.now;
    const config = readConfig({
      BOT_TOKEN: emulator.token,
      TELEGRAM_API_ROOT: emulator.url,
      DATABASE_URL: database.url,
    });
    this.app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now: () => new Date(at.now) });
    this.tg = new TelegramTown(emulator);
    this.tg.waits = false;
    this.renderers = {
      note: async (_app, row) => (this.words === null ? null : { text: `${this.words} ${row.data['n'] ?? ''}`.trim() }),
      card: async (_app, row) => ({
        text: `<b>${this.words}</b>`,
        keyboard: [[{ text: 'Хабарлау', callback_data: `reports.start:${row.subjectId}` }]],
      }),
      tongues: async (_app, _row, locales: Locale[]) => ({ text: locales.join(' ') }),
      fails: async () => {
        throw new Error('the renderer is broken');
      },
    };
    this.sender = this.newSender();
  }

  newSender(options: Partial<SenderOptions> = {}): Sender {
    const { token, url: apiRoot } = this.emulator;
    const hooks: SenderOptions['hooks'] = {
      onUnreachable: async (_app, personId, reason) => this.told.push(`unreachable ${personId}: ${reason}`),
      onChatGone: async (_app, chatId, reason) => this.told.push(`gone ${chatId}: ${reason}`),
      onChatMoved: async (app, chatId, newId) => {
        this.told.push(`moved ${chatId}`);
        await app.db.chat.update({ where: { id: chatId }, data: { telegramId: BigInt(newId) } });
      },
      onPlaceClosed: async (_app, { chatId, why }) => this.told.push(`closed ${chatId}: ${why}`),
    };
    const api = new Api(token, { apiRoot, timeoutSeconds: 1 });
    const { sql } = this.database;
    return new Sender(this.app, { api, renderers: this.renderers, hooks, sql, alone: true, ...options });
  }

  /** A person who has started the bot. */
  async recipient(firstName: string, locale: Locale = 'kk'): Promise<Recipient> {
    const person = this.tg.person({ firstName });
    await person.says('/start');
    const telegramId = BigInt(person.id);
    const createdAt = this.app.now();
    const chat = await this.app.db.chat.create({ data: { telegramId, type: 'private', createdAt } });
    const row = { surname: 'Тестова', given: firstName, locale, telegramId, chatId: chat.id, createdAt };
    const { id: personId } = await this.app.db.person.create({ data: row });
    return { chatId: chat.id, personId, person };
  }

  async office(title: string, type: 'group' | 'supergroup' = 'supergroup', forum = false): Promise<Office> {
    const group = this.tg.group({ title, type, forum, members: [this.tg.person({ firstName: 'Ойдан' })] });
    const row = { telegramId: BigInt(group.id), type, title, createdAt: this.app.now() };
    const chat = await this.app.db.chat.create({ data: row });
    return { chatId: chat.id, group };
  }

  /** Plans one message; returns its key. */
  async plan(to: { chatId: number; personId?: number }, message: Partial<NewMessage> = {}): Promise<string> {
    const dedupeKey = message.dedupeKey ?? `key-${++this.#keys}`;
    const { chatId, personId } = to;
    await enqueue(this.app, [{ kind: 'note', chatId, personId, ...message, dedupeKey }]);
    return dedupeKey;
  }

  row(dedupeKey: string): Promise<OutgoingMessage> {
    return this.app.db.outgoingMessage.findUniqueOrThrow({ where: { dedupeKey } });
  }

  async outcome(dedupeKey: string): Promise<string> {
    const { state, outcome } = await this.row(dedupeKey);
    return outcome === null ? state : `${state}: ${outcome}`;
  }

  async close(): Promise<void> {
    await this.sender.stop();
    await this.emulator.close();
    await this.database.close();
  }
}

/** Opens a post office; `limits: 'telegram'` makes the emulated Telegram count. */
export async function openPostOffice(limits: 'off' | 'telegram' = 'telegram') {
  const at = { now: Date.parse('2026-11-23T04:00:00Z') };
  const emulator = await startEmulator({ now: () => new Date(at.now), limits });
  const office = new PostOffice(await testDatabase(), emulator, at);
  /** Moves the clock by so many seconds. */
  const wait = (seconds: number): void => {
    at.now += seconds * 1000;
  };
  return { office, wait, at };
}
