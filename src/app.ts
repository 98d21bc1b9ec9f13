// App: what every action receives first. The one place that reads the clock.
import type { InlineKeyboardButton, Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { PrismaClient, Prisma } from './generated/prisma/client.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { loadTexts, type T } from './texts.ts';

/** A Prisma client, inside a transaction or not. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** An answer that Telegram refuses for a while. */
export type LateAnswer = {
  /** Telegram's id of the chat. */
  chat: number;
  threadId: number | null;
  html: string;
  keyboard: InlineKeyboardButton[][];
  /** Asks for a reply: in a group with privacy mode the answer is heard only as one. */
  forceReply: boolean;
};

/** What the sender learns of answers given beside it, and takes over from them. Chats are Telegram's ids. */
export type Answers = {
  given: (chat: number) => void;
  refused: (chat: number, seconds: number) => void;
  /** False where the chat is not known. */
  later: (answer: LateAnswer) => Promise<boolean>;
};

export type App = {
  /** The database; inside `transaction` the transaction itself. */
  db: Db;
  /** The only clock of the business: tests and the playground move it. */
  now: () => Date;
  /** IANA time zone of the installation. */
  zone: string;
  t: T;
  log: Logger;
  metrics: Metrics;
  config: Config;
  /** Told that there may be something to send, inside a transaction after its commit; the sender hangs itself in here. */
  wake: () => void;
  /** The sender hangs itself in here as well. */
  answers: Answers;
  /** True while this process is the one that sends: what only one of several replicas should do. */
  leads: () => boolean;
  /** Told that a document waits to be read; the reader hangs itself in here. */
  wakeReader: () => void;
  /** Told that a printed form was ordered; the printer hangs itself in here. */
  wakePrinter: () => void;
  /** Tells who has to know that an update is given up, in the transaction it is called in. */
  givenUp: (app: App, update: Update) => Promise<void>;
  /** Name of the bot in Telegram without '@'; empty until it is known. */
  botUsername: string;
};

export type AppParts = { db: PrismaClient; config: Config; log: Logger; now?: () => Date };

/** Puts an App together from an open database, settings and a logger; `now` is given by tests and the playground only. */
export function createApp({ db, config, log, now = () => new Date() }: AppParts): App {
  return {
    db,
    now,
    zone: config.timeZone,
    t: loadTexts(),
    log,
    metrics: createMetrics(),
    config,
    wake: () => {},
    answers: { given: () => {}, refused: () => {}, later: () => Promise.resolve(false) },
    leads: () => false,
    wakeReader: () => {},
    wakePrinter: () => {},
    givenUp: () => Promise.resolve(),
    botUsername: '',
  };
}

/** How often a transaction that met a deadlock is tried in all. */
const tries = 3;

/**
 * Runs `work` in one database transaction and gives it an App whose `db` is that transaction.
 * Inside another transaction it joins that one. Two that block each other are both finished: the one PostgreSQL gives up is run again.
 * Throws what `work` throws, after rolling back.
 */
export async function transaction<R>(app: App, work: (app: App) => Promise<R>): Promise<R> {
  // $connect tells the client from a transaction; $transaction does not, since Prisma 7 opens savepoints with it.
  if (!('$connect' in app.db)) return work(app);
  for (let attempt = 1; ; attempt++) {
    try {
      let planned = false;
      const wake = (): void => void (planned = true);
      const result = await app.db.$transaction((db) => work({ ...app, db, wake }), {
        timeout: 60_000,
        maxWait: 15_000,
      });
      if (planned) app.wake();
      return result;
    } catch (error) {
      if (attempt === tries || !isDeadlock(error)) throw error;
      app.log.info({ attempt }, 'app.deadlock-retried');
    }
  }
}

/** P2034 of Prisma's own statements, 40P01 and 40001 of PostgreSQL in raw ones. */
function isDeadlock(error: unknown): boolean {
  const { code, meta } = (error ?? {}) as { code?: string; meta?: unknown };
  return code === 'P2034' || (code === 'P2010' && /40P01|40001/.test(JSON.stringify(meta ?? {})));
}
