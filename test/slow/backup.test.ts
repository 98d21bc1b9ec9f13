// Backup and restore as an administrator does it: whole processes, a bot at work, embedded and server databases, a full disk.
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { keepFile } from '../../src/files/kept-files.ts';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { type Person, TelegramTown } from '../support/telegram.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'orynda-backup-'));
const file = join(folder, 'first.tar');
const bots = new Set<ChildProcess>();
let emulator: Emulator;
let admin: Person;
let database: TestDatabase;

beforeAll(async () => {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.json', '--noCheck'], {
    cwd: root,
  });
  emulator = await startEmulator({ now: () => new Date() });
  admin = new TelegramTown(emulator).person({ firstName: 'Әкімші', languageCode: 'kk' });
  database = await testDatabase({ empty: true });
}, 120_000);
afterEach(async () => {
  for (const bot of bots) await end(bot);
});
afterAll(async () => {
  await database.close();
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

const env = (settings: Record<string, string>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  PORT: '0',
  ...settings,
});

async function startBot(settings: Record<string, string>): Promise<{ bot: ChildProcess; log: string }> {
  const telegram = { BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.url };
  const bot = spawn(process.execPath, ['dist/main.js'], { cwd: root, env: env({ ...telegram, ...settings }) });
  bots.add(bot);
  let log = '';
  for (const stream of [bot.stdout, bot.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  await expect.poll(() => log, { timeout: 60_000, interval: 50 }).toContain('orynda.started');
  return { bot, log };
}

async function end(bot: ChildProcess): Promise<void> {
  bots.delete(bot);
  if (bot.exitCode !== null) return;
  const ended = once(bot, 'exit');
  bot.kill('SIGTERM');
  await ended;
}

type Said = { code: number; text: string };

function command(settings: Record<string, string>, ...args: string[]): Promise<Said> {
  return run(process.execPath, ['dist/backup/command-line.js', ...args], settings);
}

function run(program: string, args: string[], settings: Record<string, string>): Promise<Said> {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root, env: env(settings), timeout: 120_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, text: stdout + stderr }),
    );
  });
}

const home = (name: string): Record<string, string> => ({ DATA_DIR: join(folder, name) });
const rows = ({ text }: Said): string => /(\d+ tables, \d+ rows and \d+ files)/.exec(text)?.[1] ?? text;

it('a bot at work is backed up and hears nothing of it; its database is not restored over', async () => {
  const { bot, log } = await startBot(home('one'));
  await admin.opens(/https:\/\/t\.me\/\S+\?start=[\w-]+/.exec(log)?.[0]);
  const [first] = admin.lastMessage.buttons.flat();
  if (first) await admin.presses(first);
  await keepFile(join(folder, 'one'), randomBytes(3_000_000));
  const said = await command(home('one'), 'backup', file);
  expect(said.code, said.text).toBe(0);
  expect(said.text).toMatch(
    /^Backed up \d+ tables, \d+ rows and 1 files: .*first\.tar, 3\.\d MB\.\nIt holds personal data/,
  );
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await admin.says('/whoami');
  expect(bot.exitCode).toBeNull();
  const refused = await command(home('one'), 'restore', file);
  expect(refused.code).toBe(1);
  expect(refused.text).toMatch(/^Another bot already works with the database/);
});

it('a full disk leaves no half file and says so', async () => {
  const script = `trap '' XFSZ; ulimit -f 8; exec "$0" dist/backup/command-line.js backup "$1"`;
  const { bot } = await startBot(home('one'));
  const said = await run('/bin/sh', ['-c', script, process.execPath, join(folder, 'full.tar')], home('one'));
  expect(said.code).toBe(1);
  expect(said.text).toMatch(/^The disk is full: there is no room for .*full\.tar\. Nothing was left behind\.$/m);
  expect(readdirSync(folder).filter((name) => name.startsWith('full'))).toEqual([]);
  expect(bot.exitCode).toBeNull();
});

it('nothing is restored over data, nor out of something else', async () => {
  const over = await command(home('one'), 'restore', file);
  expect(over.text).toMatch(/^The database is not empty, there are rows in \w+:/);
  const other = await command(home('none'), 'restore', join(root, 'package.json'));
  expect(other.text).toMatch(/package\.json is not a backup of Orynda\. Nothing was changed\.$/m);
  expect(readdirSync(folder)).not.toContain('none');
  expect((await command(home('none'), 'backup', join(folder, 'none.tar'))).text).toMatch(
    /^There is nothing to back up/,
  );
});

it('moves from the embedded database to a server, and back into another folder, where the bot goes on', async () => {
  const server = { ...home('server'), DATABASE_URL: database.url };
  const there = await command(server, 'restore', file);
  expect(there.code, there.text).toBe(0);
  expect(there.text).toContain('The journal is whole.');
  const second = join(folder, 'second.tar');
  const again = await command(server, 'backup', second);
  expect(rows(again)).toBe(rows(there));
  const back = await command(home('two'), 'restore', second);
  expect(rows(back)).toBe(rows(there));
  await startBot(home('two'));
  await admin.says('/whoami');
  expect(admin.lastMessage.text).toContain('Әкімші');
  expect(emulator.violations).toEqual([]);
});
