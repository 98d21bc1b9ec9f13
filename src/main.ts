// Start and stop: settings -> database -> app -> bot -> sender -> jobs -> http. The only file that acts on import.
import type { Logger } from 'pino';
import type { App } from './app.ts';
import { type Config, ConfigError, readConfig, readPlaygroundConfig } from './config.ts';
import { StartError } from './errors.ts';
import { describeError, openLog } from './log.ts';
import { checkZoneData } from './time.ts';

/** How long a stop may take before the process ends anyway, in milliseconds; Docker kills after ten seconds. */
const stopPatience = 9_000;

/** An error as text; without secrets once they are known. */
let describe = (error: unknown): string => String((error as Error).stack ?? error);

async function main(): Promise<void> {
  const playground = process.argv[2] === 'admin-link' ? null : readPlaygroundConfig();
  if (playground) return play(playground);
  const stray = process.argv.slice(2).find((argument) => argument.startsWith('--'));
  if (stray) throw new StartError(`${stray} is for the playground, which starts without BOT_TOKEN and DATABASE_URL.`);
  const config = readConfig();
  checkZoneData(config.timeZone);
  const log = openLog(config);
  watchFaults(config, log);
  const { openDb } = await import('./db.ts');
  // The database starts while the rest is loaded; what it has to say is heard below.
  const opening = openDb({ config, log, asGuest: process.argv[2] === 'admin-link' });
  opening.catch(() => {});
  const { createApp, startService, startHttpServer } = await loadBot();
  const { db, sql, close } = await opening;
  const app = createApp({ db, config, log });
  if (process.argv[2] === 'admin-link') {
    await printAdminLink(app).finally(close);
    return;
  }
  const ends = [close];
  const stop = stopper(log, ends);
  try {
    const service = await startService(app, { sql });
    ends.push(service.stop);
    const http = await startHttpServer(app, config.port, service);
    ends.push(http.close);
    log.info({ port: http.port, bot: service.username }, 'orynda.started');
    await service.ended;
  } catch (error) {
    // Said by what a stop under way takes away, it would only confuse.
    if (!stop.called()) complain(error, log);
    await stop('failed', 1);
  }
}

/** Not before it is needed: the playground serves its page first. */
async function loadBot() {
  return {
    ...(await import('./app.ts')),
    ...(await import('./service.ts')),
    ...(await import('./http/server.ts')),
  };
}

/**
 * No token: emulated Telegram, a database of its own and a page to click in. `--empty` begins with the empty city,
 * `--selftest` walks through a city of its own and ends.
 */
async function play(config: Config): Promise<void> {
  checkZoneData(config.timeZone);
  const log = openLog(config);
  if (process.argv.includes('--selftest')) return selftest(config, log);
  const { startPlayground } = await import('./playground/start.ts');
  console.log('BOT_TOKEN is not set: this is the playground. Telegram, the database and the clock are emulated here.');
  const ends: (() => Promise<void>)[] = [];
  const stop = stopper(log, ends);
  try {
    const city = process.argv.includes('--empty') ? 'empty' : undefined;
    const started = await startPlayground({ config, log, city, say: console.log });
    ends.push(started.stop);
    console.log(`Open ${started.url}`);
    if (!(await started.ready) && !stop.called()) console.log('The city cannot be opened; the page offers a way on.');
  } catch (error) {
    if (!stop.called()) complain(error, log);
    await stop('failed', 1);
  }
}

/** Ends with 0 when every step went well, else with 1. */
async function selftest(config: Config, log: Logger): Promise<void> {
  const { startSelftest } = await import('./playground/selftest.ts');
  const ends: (() => Promise<void>)[] = [];
  const stop = stopper(log, ends);
  try {
    const { passed, stop: end } = await startSelftest({ config, log, say: console.log });
    ends.push(end);
    await stop('selftest', (await passed) ? 0 : 1);
  } catch (error) {
    if (!stop.called()) complain(error, log);
    await stop('failed', 1);
  }
}

/** What nobody caught would be printed by Node with all that an error carries, the bot's token in an address among it. */
function watchFaults(config: Config, log: Logger): void {
  describe = (error) => describeError(error, config);
  process.on('uncaughtException', (error) => {
    complain(error, log);
    process.exit(1);
  });
}

/** Ends the process in order, at a signal or when called; `ends` is what has been started, to be ended in the opposite order. */
function stopper(log: Logger, ends: (() => Promise<void>)[]) {
  const stop = once(async (reason: string, code: number) => {
    log.info({ reason }, 'orynda.stopping');
    setTimeout(() => process.exit(1), stopPatience).unref();
    for (const end of ends.reverse()) await end();
    log.info('orynda.stopped');
    process.exit(code);
  });
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('SIGINT', () => void stop('SIGINT', 0));
  return stop;
}

async function printAdminLink(app: App): Promise<void> {
  const { Api } = await import('grammy');
  const { createAdminInvite } = await import('./org/actions.ts');
  const me = await new Api(app.config.botToken, { apiRoot: app.config.telegramApiRoot })
    .getMe()
    .catch((cause: Error) => {
      throw new StartError(`Telegram does not answer at ${app.config.telegramApiRoot}: ${cause.message}`, { cause });
    });
  const token = await createAdminInvite(app);
  console.log(`https://t.me/${me.username}?start=${token}`);
}

function once<A extends unknown[]>(work: (...args: A) => Promise<void>) {
  let running: Promise<void> | null = null;
  const run = (...args: A): Promise<void> => (running ??= work(...args));
  return Object.assign(run, { called: () => running !== null });
}

/** Faults that an administrator can mend come as plain lines, anything else with its stack. */
function complain(error: unknown, log?: Logger): void {
  if (error instanceof ConfigError) console.error(`Settings:\n${error.message}`);
  else if (error instanceof StartError) console.error(error.message);
  else if (log) log.fatal({ err: error }, 'orynda.failed');
  else console.error(describe(error));
}

main().catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
