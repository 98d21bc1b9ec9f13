// One real PostgreSQL for a whole test run, and in it one migrated database from which every test file gets a clone.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/postgres/embedded.ts';
import { isAlive, readLockFile, worksIn } from '../../src/postgres/lock-file.ts';
import { migrate } from '../../src/postgres/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server with the right to create databases. */
    postgresUrl: string;
  }
}

/** Name of the migrated database that is cloned. */
export const TEMPLATE = 'orynda_template';
const PREFIX = 'orynda-test-';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const quiet = { info: () => undefined, warn: () => undefined };
  const server = await startEmbedded({ dataDir, log: quiet, durable: false });
  await createTemplate(server.url);
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** Address of another database on the same server. */
export function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

async function createTemplate(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  await migrate(withDatabase(url, TEMPLATE));
}

/** A killed run leaves its server alive; the next one stops it and removes the folder. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (!run || isAlive(Number(run))) continue;
    const folder = join(tmpdir(), name);
    const cluster = join(folder, 'postgres');
    const server = existsSync(cluster) ? await readLockFile(cluster).catch(() => undefined) : undefined;
    if (server && (await worksIn(server.pid, cluster))) process.kill(server.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined); // perhaps another user's
  }
}
