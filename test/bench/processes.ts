// Child processes of the benchmark: the compiled bot, a bare grammY bot, and node with the bot's imports alone.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const root = new URL('../..', import.meta.url).pathname;
export const token = '1000:BENCH';

/** The compiled bot on a data directory of its own; `more` settings, for example of a database that exists. */
export function startBot(apiRoot: string, dataDir: string, more: Record<string, string> = {}): ChildProcess {
  const settings = {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'error',
    FLOOD_UPDATES: '0',
    ...more,
  };
  return child(['--max-semi-space-size=32', 'dist/main.js'], settings);
}

/** A fixed minimal grammY bot that answers the same press without a database. */
export function startBareBot(apiRoot: string): ChildProcess {
  const code = `
    import { Bot } from 'grammy';
    const bot = new Bot('${token}', { client: { apiRoot: '${apiRoot}' } });
    bot.on('callback_query:data', (ctx) => ctx.answerCallbackQuery({ text: 'ok' }));
    bot.on('message', (ctx) => ctx.reply('ok'));
    process.on('SIGTERM', () => process.exit(0));
    bot.start();`;
  return child(['--input-type=module', '-e', code], {});
}

/** Milliseconds that node needs to load everything the bot imports and end. */
export async function importsAlone(): Promise<number> {
  const start = performance.now();
  const code = `await Promise.all(['service', 'db', 'config'].map((name) => import('./dist/' + name + '.js'))); process.exit(0)`;
  await once(child(['--input-type=module', '-e', code], {}), 'exit');
  return performance.now() - start;
}

export async function stopProcess(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit');
  process.kill('SIGTERM');
  await ended;
}

/** Resident memory of a process, in megabytes. */
export function residentMegabytes(process: ChildProcess): number {
  const status = readFileSync(`/proc/${process.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

function child(args: string[], settings: Record<string, string>): ChildProcess {
  const env = { PATH: process.env['PATH'], ...settings };
  return spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
}
