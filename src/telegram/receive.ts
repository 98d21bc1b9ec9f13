// How updates come in: asked for in a long poll by one process, or brought by Telegram to any of several.
import type { IncomingMessage } from 'node:http';
import type { Bot } from 'grammy';
import type { Pool } from 'pg';
import type { App } from '../app.ts';
import type { Ctx } from './context.ts';
import { shareFlood } from './flood-news.ts';
import type { FloodMemory } from './flood.ts';
import { denyDeaths } from './denied-deaths.ts';
import { createEar } from './measure.ts';
import { Polling } from './polling.ts';
import { UpdateQueueWorker } from './update-queue.ts';
import { webhookSecret } from './webhook-secret.ts';
import { takeUpdate } from './webhook.ts';

export type Receiving = {
  /** True while updates are coming in. */
  receiving: () => boolean;
  /** Milliseconds since Telegram last answered the question for updates; 0 where it is not asked. */
  silence: () => number;
  /** Where Telegram brings updates; null while they are asked for. */
  webhook: Webhook | null;
  /** Rejects when Telegram ends it. */
  ended: Promise<void>;
  /** Finishes the updates in hand. */
  stop: () => Promise<void>;
  /** After the stop, or when it is awaited no longer: those in hand while the database is away did not end the process. */
  deny: () => Promise<void>;
};

export type Webhook = {
  /** Path of the address that Telegram was given. */
  path: string;
  /** Takes one request and says the status of its answer. */
  take: (request: IncomingMessage) => Promise<number>;
};

const allowedUpdates = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'] as const;

/** Begins to ask for updates; a webhook set before is taken away. `patience`: see `PollOptions`. */
export function pollUpdates(app: App, bot: Bot<Ctx>, patience?: number): Receiving {
  const ear = createEar();
  bot.api.config.use(ear.listen);
  const polling = new Polling(app, bot, { allowed: allowedUpdates, patience });
  const { ended, company } = polling;
  return {
    receiving: () => polling.running,
    silence: ear.silence,
    webhook: null,
    ended,
    stop: () => polling.stop(),
    deny: () => denyDeaths(app, company),
  };
}

export type WebhookOptions = {
  sql: Pool;
  /** The address that Telegram is given. */
  url: string;
  /** Counts with those of the other replicas. */
  flood: FloodMemory;
};

/** Tells Telegram where this bot is and begins to handle what it brings, together with the other replicas on this database. Throws what Telegram answers. */
export async function awaitUpdates(app: App, bot: Bot<Ctx>, { sql, url, flood }: WebhookOptions): Promise<Receiving> {
  const secret = webhookSecret(app.config.botToken);
  await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: allowedUpdates });
  const worker = new UpdateQueueWorker(app, sql, (update) => bot.handleUpdate(update), shareFlood(app, flood, sql));
  worker.start();
  let running = true;
  const take = async (request: IncomingMessage): Promise<number> => {
    // Telegram brings it again, to another replica or to the next start.
    if (!running) return 503;
    const status = await takeUpdate(app, request, secret);
    if (status === 200) worker.wake();
    return status;
  };
  const stop = async (): Promise<void> => {
    running = false;
    await worker.stop();
  };
  const ended = new Promise<void>(() => {});
  return {
    receiving: () => running,
    silence: () => 0,
    webhook: { path: new URL(url).pathname, take },
    ended,
    stop,
    deny: () => denyDeaths(app, worker.company),
  };
}
