// The running service on an open database: bot, sender and jobs, started together and stopped in order.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, type Bot, GrammyError, HttpError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Pool } from 'pg';
import type { App } from './app.ts';
import { createBot } from './bot.ts';
import { chatGone, chatMoved, placeClosed } from './chats/hooks.ts';
import { tellGivenUp } from './delivery/given-up-actions.ts';
import { Printer } from './documents/printer-job.ts';
import { StartError } from './errors.ts';
import { Reader } from './intake/reader-job.ts';
import { startJobs } from './jobs.ts';
import { ensureAdminInvite, markUnreachable } from './org/actions.ts';
import { syncCommandMenus } from './org/menus.ts';
import { answerLater } from './outbox/answers.ts';
import { Sender } from './outbox/job.ts';
import { quietHours } from './reminders/quiet-queries.ts';
import { renderers } from './renderers.ts';
import type { Ctx } from './telegram/context.ts';
import { recallDenials } from './telegram/denied-deaths.ts';
import { floodLimits, FloodMemory } from './telegram/flood.ts';
import { measureGivenUp } from './telegram/kept-updates.ts';
import { ownApi } from './telegram/own-api.ts';
import { awaitUpdates, pollUpdates, type Receiving, type Webhook } from './telegram/receive.ts';

export type Service = {
  username: string;
  bot: Bot<Ctx>;
  sender: Sender;
  /** Reads documents beside the handling of updates. */
  reader: Reader;
  /** Writes and sends printed forms beside it. */
  printer: Printer;
  /** True while updates come in. */
  polling: () => boolean;
  /** Where Telegram brings updates; null while they are asked for. */
  webhook: Webhook | null;
  /** Milliseconds since Telegram last answered the question for updates. */
  silence: () => number;
  /** Rejects with StartError when Telegram ends the polling (token refused, another instance). */
  ended: Promise<void>;
  /** Finishes the update, the jobs and the calls in hand, but waits no longer than `stopPatience` for a Telegram that hangs. */
  stop: () => Promise<void>;
};

export type ServiceOptions = { clockwork?: boolean; sql: Pool };

/** In milliseconds; the database must have time to stop as well, within the ten seconds that Docker gives. */
const stopPatience = 5_000;
/** People who wrote while the bot was down are answered before clockwork, menus and what was left over begin; in milliseconds. */
const peopleFirst = 1_000;
/** Milliseconds between two questions to a Telegram that does not answer. */
const askAgain = 5_000;

/**
 * Starts everything that talks to Telegram. `clockwork: false` leaves sender and jobs to a caller who moves the clock.
 * `sql` is the pool beside Prisma; the sender holds a lock on it, so that there is one sender for a database.
 * Throws StartError when Telegram refuses the token or another instance is polling.
 */
export async function startService(app: App, { clockwork = true, sql }: ServiceOptions): Promise<Service> {
  const { botToken: token, telegramApiRoot: apiRoot } = app.config;
  const flood = new FloodMemory(floodLimits(app.config));
  const bot = createBot(app, { token, apiRoot, flood });
  // The database is asked while Telegram answers.
  const asking = Promise.all([ensureAdminInvite(app), measureGivenUp(app), recallDenials(app)]);
  asking.catch(() => {});
  bot.botInfo = await askWhoIAm(app, bot.api).catch(explain);
  app.botUsername = bot.botInfo.username;
  const [invite] = await asking;
  if (invite)
    app.log.info(`Open this link to become the administrator: https://t.me/${bot.botInfo.username}?start=${invite}`);

  const sender = new Sender(app, {
    api: bot.api,
    renderers,
    hooks: {
      onUnreachable: markUnreachable,
      onChatGone: chatGone,
      onChatMoved: chatMoved,
      onPlaceClosed: placeClosed,
      isQuiet: quietHours(),
    },
    sql,
  });
  app.wake = () => sender.wake();
  app.leads = () => sender.leads;
  app.answers = {
    given: (chat) => sender.answered(chat),
    refused: (chat, seconds) => sender.refused(chat, seconds),
    later: (answer) => answerLater(app, answer),
  };
  app.givenUp = tellGivenUp;
  const reader = startReader(app);
  const printer = startPrinter(app);
  if (clockwork) sender.start();
  const begin = () => beginRest(app, bot.api, { reader, printer, clockwork });
  const endAtOnce = clockwork ? null : begin();
  const updates = await receive(app, bot, { sql, clockwork, flood }).catch(explain);
  const ended = updates.ended.catch(explain);
  ended.catch(() => {});
  const endRest = endAtOnce ?? later(peopleFirst, begin);

  const stop = async (): Promise<void> => {
    const stopped = Promise.all([
      updates.stop(),
      endRest(),
      clockwork && sender.stop(),
      reader.stop(stopPatience),
      printer.stop(stopPatience),
    ]);
    const late = await Promise.race([stopped, sleep(stopPatience, 'late', { ref: false })]);
    if (late === 'late') app.log.warn('orynda.stop-not-awaited');
    await updates.deny();
  };
  return {
    username: bot.botInfo.username,
    bot,
    sender,
    reader,
    printer,
    polling: updates.receiving,
    silence: updates.silence,
    webhook: updates.webhook,
    ended,
    stop,
  };
}

/** By webhook where its address is set, else by asking. */
async function receive(
  app: App,
  bot: Bot<Ctx>,
  { sql, clockwork, flood }: ServiceOptions & { flood: FloodMemory },
): Promise<Receiving> {
  const { webhookUrl } = app.config;
  // Whoever moves the clock waits until updates are handled, not only taken.
  if (webhookUrl === undefined) return pollUpdates(app, bot, clockwork ? undefined : Infinity);
  return awaitUpdates(app, bot, { sql, url: webhookUrl, flood });
}

type Rest = { reader: Reader; printer: Printer; clockwork: boolean };

/** What nobody waits for: clockwork, menus, and what a stop or a kill left unread or unwritten. Returns how to end it. */
function beginRest(app: App, api: Api, { reader, printer, clockwork }: Rest): () => Promise<unknown> {
  reader.wake();
  printer.wake();
  const jobs = clockwork ? startJobs(app) : null;
  // A comfort: neither a 429 nor a lost line is a fault of the bot.
  const menus = syncCommandMenus(app, api).catch((error: unknown) => app.log.warn({ err: error }, 'org.menus-not-set'));
  return () => Promise.all([jobs?.stop(), menus]);
}

/** Begins after so many milliseconds; ended before, it never does. */
function later(milliseconds: number, begin: () => () => Promise<unknown>): () => Promise<unknown> {
  let end = (): Promise<unknown> => Promise.resolve();
  const alarm = setTimeout(() => (end = begin()), milliseconds);
  return () => {
    clearTimeout(alarm);
    return end();
  };
}

function startReader(app: App): Reader {
  const reader = new Reader(app, ownApi(app));
  app.wakeReader = () => reader.wake();
  return reader;
}

function startPrinter(app: App): Printer {
  const printer = new Printer(app, ownApi(app));
  app.wakePrinter = () => printer.wake();
  return printer;
}

/** Asks until Telegram answers, and says so: after a power cut the network may come later than the bot. */
async function askWhoIAm(app: App, api: Api): Promise<UserFromGetMe> {
  for (;;) {
    try {
      return await api.getMe();
    } catch (error) {
      const passing = error instanceof HttpError || (error instanceof GrammyError && isPassing(error.error_code));
      if (!passing) throw error;
      app.log.warn({ reason: error.message, apiRoot: app.config.telegramApiRoot }, 'telegram.unreachable');
      await sleep(askAgain);
    }
  }
}

function isPassing(code: number): boolean {
  return code === 429 || code >= 500;
}

/** Telegram's refusals in words an administrator can act on. */
function explain(error: unknown): never {
  // 404 is the answer to a token that no bot ever had.
  if (error instanceof GrammyError && [401, 404].includes(error.error_code)) {
    const { error_code: code } = error;
    throw new StartError(`Telegram refuses BOT_TOKEN (${code}). Ask @BotFather for the current token and start again.`);
  }
  if (error instanceof GrammyError && error.error_code === 409) {
    throw new StartError(
      `Another process is receiving this bot's updates (409: ${error.description}). Stop it, then start this one again.`,
    );
  }
  throw error;
}
