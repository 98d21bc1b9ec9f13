// The ground of the delivery benchmarks: an embedded database with chats and messages, and the processor time of its server.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, createApp } from '../../../src/app.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { type Database, openClient } from '../../../src/db.ts';
import { startEmbedded } from '../../../src/postgres/embedded.ts';
import { migrate } from '../../../src/postgres/migrate.ts';
import { token } from '../processes.ts';
import type { Row } from '../row.ts';

const quiet = { info: () => undefined, warn: () => undefined };

/** Limits so wide that only the machine is measured. */
export const unlimited: Partial<Config> = {
  sendsPerSecond: 100_000,
  sendsPerSecondInChat: 1000,
  sendsPerMinuteInGroup: 100_000,
};

export type Ground = Database & { url: string; app: App; serverCpu: () => number; remove: () => Promise<void> };

/** A new migrated database in a folder of its own. */
export async function openGround(): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'orynda-bench-'));
  const server = await startEmbedded({ dataDir, log: quiet });
  await migrate(server.url);
  const client = openClient(server.url);
  const postmaster = await postmasterOf(client);
  const remove = async (): Promise<void> => {
    await client.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    ...client,
    url: server.url,
    app: appOn(client, {}),
    serverCpu: () => treeCpu(postmaster),
    remove,
  };
}

/** Measures on a new database and removes it. */
export async function onGround<R>(measure: (ground: Ground) => Promise<R>): Promise<R> {
  const ground = await openGround();
  return measure(ground).finally(ground.remove);
}

/** An app on this database with settings and a clock of its own. */
export function appOn({ db }: Pick<Database, 'db'>, settings: Partial<Config>, now?: () => Date): App {
  const config = { ...readConfig({ BOT_TOKEN: token }), ...settings };
  return createApp({ db, config, log: pino({ level: 'error' }), now });
}

/** Private chats and, after them, groups; returns their ids. */
export async function addChats({ db }: Database, type: 'private' | 'supergroup', count: number): Promise<number[]> {
  const sign = type === 'private' ? 1 : -1;
  const rows = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO chat (telegram_id, type, created_at)
    SELECT ${sign}::int * (1000000 + (SELECT coalesce(max(id), 0) FROM chat) + n), ${type}, now() FROM generate_series(1, ${count}::int) n
    RETURNING id`;
  return rows.map(({ id }) => id);
}

async function postmasterOf({ sql }: Database): Promise<number> {
  const { rows } = await sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return parentOf(rows[0]?.pid ?? 0);
}

type Stat = { parent: number; own: number; ofEnded: number };

/** Seconds of processor time of the server: its own, of its living processes and of those that have ended. */
function treeCpu(postmaster: number): number {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const stat = statOf(Number(pid));
      return stat ? [{ pid: Number(pid), ...stat }] : [];
    });
  return stats.reduce((sum, { pid, parent, own, ofEnded }) => {
    if (pid === postmaster) return sum + own + ofEnded;
    return parent === postmaster ? sum + own : sum;
  }, 0);
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const seconds = (n: number): number => Number(fields[n]) / 100;
    return { parent: Number(fields[1]), own: seconds(11) + seconds(12), ofEnded: seconds(13) + seconds(14) };
  } catch {
    return null;
  }
}

function parentOf(pid: number): number {
  return statOf(pid)?.parent ?? 0;
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

export function percentile(numbers: number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
}

export type Figures = { name: string; value: number; reference: number; goal: string; unit: string };

/** A line of the group `delivery`; the goal is about the ratio, unless it begins with "value". */
export function line({ name, value, reference, goal, unit }: Figures): Row {
  const ratio = value / reference;
  const [, subject, sign, bound] = /^(value )?(<=|>=) ([\d.]+)/.exec(goal) ?? [];
  const measured = subject ? value : ratio;
  const pass = sign === undefined || (sign === '<=' ? measured <= Number(bound) : measured >= Number(bound));
  return { group: 'delivery', name, value, reference, ratio, goal, unit, pass };
}
