// The compiled bot as a whole process: start, serve, stop, be killed, start again, and refuse clearly.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';
import type { State } from '../../src/playground/protocol.ts';
import { TelegramTown } from '../support/telegram.ts';

const root = new URL('../..', import.meta.url).pathname;
const dataDir = mkdtempSync(join(tmpdir(), 'orynda-process-'));
const running = new Set<ChildProcess>();
let emulator: Emulator;

type Bot = {
  process: ChildProcess;
  output: () => string;
  says: (words: RegExp) => Promise<string>;
  ended: () => Promise<number | null>;
};

function run(settings: Record<string, string>, args: string[] = []): Bot {
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', ...settings };
  const child = spawn(process.execPath, ['dist/main.js', ...args], { cwd: root, env });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  void exit.then(() => running.delete(child));
  const says = async (words: RegExp): Promise<string> => {
    for (
      const end = performance.now() + 60_000;
      performance.now() < end;
      await new Promise((resolve) => setTimeout(resolve, 25))
    ) {
      if (words.test(output)) return output;
      if (child.exitCode !== null) break;
    }
    throw new Error(`the bot never said ${words}:\n${output}`);
  };
  return { process: child, output: () => output, says, ended: () => exit };
}

const telegram = (): Record<string, string> => ({ BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.url });

beforeAll(async () => {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.json', '--noCheck'], {
    cwd: root,
  });
  emulator = await startEmulator({ now: () => new Date() });
}, 120_000);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  // The embedded server outlives a killed bot by design: a last start adopts and stops it.
  const last = run(telegram());
  await last.says(/orynda.started/);
  last.process.kill('SIGTERM');
  await last.ended();
  await emulator.close();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

describe('the process', { timeout: 120_000 }, () => {
  it('names every fault of the settings and ends', async () => {
    const bot = run({ NODE_ENV: 'production', PORT: 'eighty', TIME_ZONE: 'Mars/Olympus' });
    expect(await bot.ended()).toBe(1);
    for (const name of ['BOT_TOKEN is missing', 'PORT', 'TIME_ZONE']) expect(bot.output()).toContain(name);
    expect(bot.output()).not.toContain('    at ');
  });

  it('starts, makes the first administrator, is healthy, stops at SIGTERM and remembers', async () => {
    const tg = new TelegramTown(emulator);
    const admin = tg.person({ firstName: 'Әкімші', languageCode: 'kk' });
    const first = run(telegram());
    await first.says(/orynda.started/);
    const log = first.output();
    const link = /https:\/\/t\.me\/\S+\?start=[\w-]+/.exec(log)?.[0] as string;
    const health = await fetch(`http://127.0.0.1:${/"port":(\d+)/.exec(log)?.[1]}/healthz`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    expect(log).not.toContain(emulator.token);
    await admin.opens(link);
    first.process.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
    expect(first.output()).toContain('orynda.stopped');

    const again = run(telegram());
    await again.says(/orynda.started/);
    expect(admin.lastMessage.buttons.length).toBeGreaterThan(0);
    await admin.says('/start');
    again.process.kill('SIGTERM');
    expect(await again.ended()).toBe(0);
    expect(emulator.violations).toEqual([]);
  });

  it('stops in time, its database as well, when Telegram hangs', async () => {
    const bot = run(telegram());
    await bot.says(/orynda.started/);
    emulator.fail({ method: 'getUpdates', silent: true, times: 9 });
    bot.process.kill('SIGTERM');
    expect(await bot.ended()).toBe(0);
    expect(bot.output()).toContain('orynda.stopped');
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    emulator.world.faults.length = 0;
  });

  it('is killed, leaves its database alive, and adopts it at the next start', async () => {
    const first = run(telegram());
    await first.says(/orynda.started/);
    first.process.kill('SIGKILL');
    await first.ended();
    const again = run(telegram());
    expect(await again.says(/orynda.started/)).toMatch(/"adopted":true/);
    again.process.kill('SIGTERM');
    expect(await again.ended()).toBe(0);
  });

  it('refuses a second bot on the same folder, while a link for an administrator can still be made', async () => {
    const first = run(telegram());
    await first.says(/orynda.started/);
    const second = run(telegram());
    expect(await second.ended()).toBe(1);
    expect(second.output().trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(second.output()).toMatch(/another bot/i);
    const link = run(telegram(), ['admin-link']);
    expect(await link.ended()).toBe(0);
    expect(link.output()).toMatch(/^https:\/\/t\.me\/\S+\?start=\S+$/m);
    const health = await fetch(`http://127.0.0.1:${/"port":(\d+)/.exec(first.output())?.[1]}/healthz`);
    expect(health.status).toBe(200);
    first.process.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
  });

  it('says in one line that the token is refused or that another instance is polling', async () => {
    emulator.fail({ method: 'getMe', code: 401, description: 'Unauthorized' });
    const refused = run(telegram());
    expect(await refused.ended()).toBe(1);
    expect(refused.output()).toContain('BOT_TOKEN (401)');
    const first = run(telegram());
    await first.says(/orynda.started/);
    emulator.fail({ method: 'getUpdates', code: 409, description: 'Conflict: terminated by other getUpdates request' });
    expect(await first.ended()).toBe(1);
    expect(first.output()).toContain('409');
    emulator.violations.length = 0;
  });

  it('waits for a Telegram that cannot be reached, says so, and stops in order meanwhile', async () => {
    const bot = run({ ...telegram(), TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
    await bot.says(/telegram.unreachable/);
    bot.process.kill('SIGTERM');
    expect(await bot.ended()).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(bot.output()).not.toContain(emulator.token);
  });

  it('says in one line, without the token, that no link can be made while Telegram is out of reach', async () => {
    const link = run({ ...telegram(), TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }, ['admin-link']);
    expect(await link.ended()).toBe(1);
    expect(link.output()).toMatch(/^Telegram does not answer at http:\/\/127\.0\.0\.1:9: .*\n$/m);
    expect(link.output()).not.toContain(emulator.token);
  });

  it('says where the database is missing', async () => {
    const bot = run({ ...telegram(), DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' });
    expect(await bot.ended()).toBe(1);
    expect(bot.output()).toContain('127.0.0.1:9');
    expect(bot.output()).not.toContain('    at ');
  });

  it('says that the health port is taken', async () => {
    const taken = createServer().listen(0);
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const bot = run({ ...telegram(), PORT: String(port) });
    expect(await bot.ended()).toBe(1);
    expect(bot.output()).toContain(`PORT ${port}`);
    taken.close();
  });
});

describe('the playground', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'orynda-process-'));
  const play = (settings: Record<string, string> = {}, args: string[] = ['--empty']): Bot =>
    run({ DATA_DIR: folder, ...settings }, args);
  const addressOf = (output: string): string => /^Open (http:\/\/127\.0\.0\.1:\d+\/)$/m.exec(output)?.[1] ?? '';
  const state = async (address: string): Promise<State> => (await (await fetch(`${address}api/state`)).json()) as State;
  const usable = async (address: string): Promise<State> => {
    await expect.poll(async () => (await state(address)).busy, { timeout: 60_000 }).toBeNull();
    return state(address);
  };

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('starts without a token, in a folder of its own, prints one address, keeps its city when it is stopped', async () => {
    const first = play();
    const output = await first.says(/^Open /m);
    expect(output).toContain('BOT_TOKEN is not set');
    expect(output.match(/http:/g)).toHaveLength(1);
    const { city, now } = await usable(addressOf(output));
    expect(city).toBe('empty');
    expect([existsSync(join(folder, 'playground', 'postgres')), existsSync(join(folder, 'postgres'))]).toEqual([
      true,
      false,
    ]);
    first.process.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
    expect(existsSync(join(folder, 'playground', 'postgres', 'postmaster.pid'))).toBe(false);

    const again = play({}, []);
    const kept = await usable(addressOf(await again.says(/^Open /m)));
    expect([kept.city, kept.now >= now]).toEqual(['empty', true]);
    again.process.kill('SIGTERM');
    expect(await again.ended()).toBe(0);
  });

  it('takes the next port when its own is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const bot = play({ PORT: String(port) });
    const address = addressOf(await bot.says(/^Open /m));
    expect(new URL(address).port).not.toBe(String(port));
    expect((await fetch(address)).status).toBe(200);
    await usable(address);
    bot.process.kill('SIGTERM');
    expect(await bot.ended()).toBe(0);
    taken.close();
  });

  it.each<Record<string, string>>([
    { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' },
    { NODE_ENV: 'production' },
  ])('is not what %j wants: there a missing token is a fault of the settings', async (settings) => {
    const bot = play(settings, []);
    expect(await bot.ended()).toBe(1);
    expect(bot.output()).toContain('BOT_TOKEN is missing');
  });

  it('is not started with a token, whatever the arguments say', async () => {
    const bot = play({ ...telegram() });
    expect(await bot.ended()).toBe(1);
    expect(bot.output()).toContain('--empty is for the playground');
  });
});
