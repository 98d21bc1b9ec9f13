// The steps of the Dockerfile, run by hand as an ordinary user in a temporary folder: no Docker engine needed.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/playground/emulator/emulator.ts';

const root = new URL('../..', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'orynda-image-'));
const app = join(work, 'app');
const data = join(work, 'data');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const [buildStage = '', runStage = ''] = dockerfile.split(/^FROM .*$/m).slice(1);
const steps = (stage: string, word: string): string[] =>
  [...stage.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, rest]) => rest as string);
/** Root gives the steps to the user "nobody"; anybody else runs them as they are. */
const asRoot = process.getuid?.() === 0;
const nobody = 65_534;
const identity = asRoot ? { uid: nobody, gid: nobody } : {};
const environment = { PATH: process.env['PATH'], HOME: join(work, 'home') };
let emulator: Emulator;
let bot: ChildProcess | null = null;

function own(path: string): void {
  mkdirSync(path, { recursive: true });
  if (asRoot) chownSync(path, nobody, nobody);
}

beforeAll(async () => {
  emulator = await startEmulator({ now: () => new Date() });
  if (asRoot) chownSync(work, nobody, nobody);
  for (const path of [app, data, environment.HOME]) own(path);
});

afterAll(async () => {
  bot?.kill('SIGKILL');
  await emulator.close();
  rmSync(work, { recursive: true, force: true });
});

describe('the image', () => {
  it('is built by its own steps', () => {
    for (const sources of steps(buildStage, 'COPY')) {
      const [target = '.', ...names] = sources.split(' ').reverse();
      for (const name of names) {
        const to = target.endsWith('/') ? join(app, target, name) : join(app, target);
        cpSync(join(root, name), to, { recursive: true, filter: (path) => !path.includes('src/generated') });
      }
    }
    if (asRoot) execFileSync('chown', ['-R', `${nobody}:${nobody}`, app]);
    for (const command of steps(buildStage, 'RUN')) {
      execFileSync('sh', ['-c', command], {
        cwd: app,
        env: environment,
        ...identity,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    }
    expect(existsSync(join(app, 'dist/main.js'))).toBe(true);
    for (const tool of ['vitest', 'eslint']) expect(existsSync(join(app, 'node_modules', tool))).toBe(false);
  });

  it('starts as an ordinary user, is healthy by its own check and stops at SIGTERM', async () => {
    const port = await freePort();
    const settings = { NODE_ENV: 'production', DATA_DIR: data, PORT: String(port) };
    const telegram = { BOT_TOKEN: emulator.token, TELEGRAM_API_ROOT: emulator.url };
    const env = { ...environment, ...settings, ...telegram };
    const [command, ...args] = JSON.parse(steps(runStage, 'CMD').at(-1) as string) as [string, ...string[]];
    bot = spawn(command, args, { cwd: app, env, ...identity, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    bot.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    for (let tries = 0; tries < 600 && !output.includes('orynda.started'); tries++) await pause(100);
    expect(output).toContain('orynda.started');
    const check = JSON.parse(/HEALTHCHECK[^]*?CMD (\[.*\])/.exec(runStage)?.[1] as string) as [string, ...string[]];
    execFileSync(check[0], check.slice(1), { env, ...identity });
    const ended = once(bot, 'exit');
    bot.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    expect(() => execFileSync(check[0], check.slice(1), { env, ...identity })).toThrow();
  });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
