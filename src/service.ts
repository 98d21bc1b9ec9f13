// The running service on an open database: bot, sender and jobs, started together and stopped in order.
import { type Bot, GrammyError, HttpError } from 'grammy';
import type { Pool } from 'pg';
import type { App } from './app.ts';
import { createBot } from './bot.ts';
import { chatGone, chatMoved } from './chats/hooks.ts';
import { StartError } from './errors.ts';
import { startJobs } from './jobs.ts';
import { ensureAdminInvite, markUnreachable } from './org/actions.ts';
import { syncCommandMenus } from './org/menus.ts';
import { createSender, type Sender } from './outbox/job.ts';
import { renderers } from './renderers.ts';
import type { Ctx } from './telegram/context.ts';

export type Service = {
  username: string;
  bot: Bot<Ctx>;
  sender: Sender;
  /** True while updates are being fetched. */
  polling: () => boolean;
  /** Rejects with StartError when Telegram ends the polling (token refused, another instance). */
  ended: Promise<void>;
  /** Finishes the update in hand, then stops jobs and sender. */
  stop: () => Promise<void>;
};

export type ServiceOptions = { clockwork?: boolean; sql?: Pool };

/**
 * Starts everything that talks to Telegram. `clockwork: false` leaves sender and jobs to a caller who moves the clock.
 * `sql` is the pool on which the sender holds its lock, so that there is one sender for a database.
 * Throws StartError when Telegram refuses the token or another instance is polling.
 */
export async function startService(app: App, { clockwork = true, sql }: ServiceOptions = {}): Promise<Service> {
  const { botToken: token, telegramApiRoot: apiRoot } = app.config;
  const bot = createBot(app, { token, apiRoot });
  await bot.init().catch(explain);
  app.botUsername = bot.botInfo.username;
  await syncCommandMenus(app, bot.api);
  const invite = await ensureAdminInvite(app);
  if (invite)
    app.log.info(`Open this link to become the administrator: https://t.me/${bot.botInfo.username}?start=${invite}`);

  const sender = createSender(app, {
    api: bot.api,
    renderers,
    hooks: { onUnreachable: markUnreachable, onChatGone: chatGone, onChatMoved: chatMoved },
    sql,
  });
  app.wake = () => sender.wake();
  if (clockwork) sender.start();
  const jobs = clockwork ? startJobs(app) : null;
  const ended = bot.start({ allowed_updates: allowedUpdates }).catch(explain);
  ended.catch(() => {});

  const stop = async (): Promise<void> => {
    await bot.stop().catch((error: unknown) => app.log.warn({ err: error }, 'telegram.offset-not-saved'));
    await ended.catch(() => {});
    await jobs?.stop();
    if (clockwork) await sender.stop();
  };
  return { username: bot.botInfo.username, bot, sender, polling: () => bot.isRunning(), ended, stop };
}

const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** Telegram's refusals in words an administrator can act on. */
function explain(error: unknown): never {
  if (error instanceof GrammyError && error.error_code === 401) {
    throw new StartError('Telegram refuses BOT_TOKEN (401). Ask @BotFather for the current token and start again.');
  }
  if (error instanceof GrammyError && error.error_code === 409) {
    throw new StartError(
      `Another process is receiving this bot's updates (409: ${error.description}). Stop it, then start this one again.`,
    );
  }
  if (error instanceof HttpError) {
    throw new StartError(`Telegram cannot be reached: ${error.message}. Check the network and TELEGRAM_API_ROOT.`);
  }
  throw error;
}
