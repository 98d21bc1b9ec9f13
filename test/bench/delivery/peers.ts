// Our sender beside graphile-worker 0.16 and pg-boss 10 on one PostgreSQL: draining what is due, and how late a row leaves.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { quickAddJob, runMigrations } from 'graphile-worker';
import PgBoss from 'pg-boss';
import type { Row } from '../row.ts';
import { addChats, type Ground, line, median, onGround, percentile } from './ground.ts';

type Kind = 'ours' | 'graphile' | 'pgboss';
type Figures = { done: number; seconds: number; cpu: number; late: number[] };
type Outcome = Figures & { serverCpu: number; idle: number };
type Run = { count: number; pollMs?: number; concurrency?: number; idleSeconds?: number };

const rounds = 3;
const due = 10_000;
/** 167 a second. */
const spread = { count: 2000, seconds: 12 };

/** All peers at their defaults, in turn. */
export function drain(): Promise<Row[]> {
  return onGround(async (ground) => {
    await prepare(ground);
    await prepareBoss(ground.url);
    return drains(ground);
  });
}

/** Rows that fall due one after another, and the processor time of doing nothing. */
export function latency(): Promise<Row[]> {
  return onGround(async (ground) => {
    await prepare(ground);
    return lateness(ground);
  });
}

async function prepare(ground: Ground): Promise<void> {
  await runMigrations({ connectionString: ground.url });
  await quickAddJob({ connectionString: ground.url }, 'bench', {}).catch(() => {});
  await ground.sql.query('TRUNCATE graphile_worker._private_jobs');
  await addChats(ground, 'private', due);
}

async function drains(ground: Ground): Promise<Row[]> {
  const results: Record<string, Outcome[]> = { ours: [], graphile: [], tuned: [], pgboss: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of ['ours', 'graphile', 'tuned'] as const) {
      const kind = name === 'tuned' ? 'graphile' : name;
      await fill(ground, kind, due, 0);
      results[name]?.push(await work(ground, kind, { count: due, ...(name === 'tuned' && { concurrency: 10 }) }));
    }
  }
  // One job in two seconds: so many are enough to tell.
  await fill(ground, 'pgboss', 6, 0);
  results['pgboss']?.push(await work(ground, 'pgboss', { count: 6 }));
  const rate = (name: string): number => median((results[name] ?? []).map(({ done, seconds }) => done / seconds));
  const each = (name: string): number =>
    median((results[name] ?? []).map(({ done, cpu, serverCpu }) => ((cpu + serverCpu) / done) * 1e6));
  const [ours, cost] = [rate('ours'), each('ours')];
  return [
    line({ name: 'drain / graphile-worker', value: ours, reference: rate('graphile'), goal: '>= 5', unit: '/s' }),
    line({ name: 'drain / pg-boss', value: ours, reference: rate('pgboss'), goal: '>= 5', unit: '/s' }),
    line({
      name: 'drain / graphile-worker, ten at once',
      value: ours,
      reference: rate('tuned'),
      goal: 'told',
      unit: '/s',
    }),
    line({
      name: 'CPU of a message with the server / graphile-worker',
      value: cost,
      reference: each('graphile'),
      goal: '<= 0.25',
      unit: 'µs',
    }),
    line({
      name: 'CPU of a message with the server / ten at once',
      value: cost,
      reference: each('tuned'),
      goal: 'told',
      unit: 'µs',
    }),
  ];
}

async function lateness(ground: Ground): Promise<Row[]> {
  const results: Record<string, Outcome[]> = { ours: [], graphile: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['ours', 'graphile'] as const) {
      await fill(ground, kind, spread.count, spread.seconds);
      const run = { count: spread.count, pollMs: 100, concurrency: 10, idleSeconds: 6 };
      results[kind]?.push(await work(ground, kind, run));
    }
  }
  const p99 = (name: string): number => median((results[name] ?? []).map(({ late }) => percentile(late, 0.99)));
  const p50 = (name: string): number => median((results[name] ?? []).map(({ late }) => percentile(late, 0.5)));
  const idle = (name: string): number => median((results[name] ?? []).map((outcome) => outcome.idle * 100));
  const against = 'graphile-worker polling at 100 ms';
  return [
    line({
      name: `due to sent at 167/s, p99 / ${against}`,
      value: p99('ours'),
      reference: p99('graphile'),
      goal: '<= 0.2',
      unit: 'ms',
    }),
    line({
      name: `due to sent at 167/s, p50 / ${against}`,
      value: p50('ours'),
      reference: p50('graphile'),
      goal: 'told',
      unit: 'ms',
    }),
    line({
      name: `idle CPU with the server / ${against}`,
      value: idle('ours'),
      reference: idle('graphile'),
      goal: '<= 1',
      unit: '%',
    }),
  ];
}

/** Rows of one kind, due now or one after another within so many seconds from the moment the process has started. */
async function fill(ground: Ground, kind: Kind, count: number, seconds: number): Promise<void> {
  const first = Date.now() + (seconds > 0 ? 4000 : -1000);
  const at = (n: number): number => Math.round(first + (seconds * 1000 * n) / count);
  const dues = Array.from({ length: count }, (_, n) => at(n));
  if (kind === 'ours') {
    await ground.sql.query(
      `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, data, due_at, created_at)
       SELECT gen_random_uuid(), 1, 'bench', n, CASE WHEN $2 THEN jsonb_build_object('due', due) ELSE '{}' END,
         to_timestamp(due / 1000.0), now()
       FROM unnest($1::int8[]) WITH ORDINALITY AS v (due, n)`,
      [dues, seconds > 0],
    );
    await ground.sql.query('DELETE FROM outgoing_message WHERE state <> $1', ['planned']);
  } else if (kind === 'graphile') {
    await ground.sql.query('TRUNCATE graphile_worker._private_jobs');
    await ground.sql.query(
      `SELECT graphile_worker.add_job('bench', CASE WHEN $2 THEN json_build_object('due', due) ELSE '{}'::json END,
         run_at => to_timestamp(due / 1000.0)) FROM unnest($1::int8[]) AS v (due)`,
      [dues, seconds > 0],
    );
  } else {
    const boss = new PgBoss(ground.url);
    await boss.start();
    for (let n = 0; n < count; n++) await boss.send('bench', {});
    await boss.stop({ graceful: false });
  }
  await ground.sql.query('VACUUM ANALYZE');
  await ground.sql.query('CHECKPOINT');
}

async function prepareBoss(url: string): Promise<void> {
  const boss = new PgBoss(url);
  await boss.start();
  await boss.createQueue('bench');
  await boss.stop({ graceful: false });
}

async function work(ground: Ground, kind: Kind, run: Run): Promise<Outcome> {
  const { count, pollMs = 0, concurrency = 0, idleSeconds = 0 } = run;
  const task = JSON.stringify({ kind, url: ground.url, count, pollMs, concurrency });
  const script = new URL('worker.ts', import.meta.url).pathname;
  // The heap of `npm start`.
  const child = spawn(process.execPath, ['--max-semi-space-size=32', '--import', 'tsx', script, task], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = linesOf(child);
  await lines();
  const before = ground.serverCpu();
  const figures = JSON.parse(await lines()) as Figures;
  const serverCpu = ground.serverCpu() - before;
  await sleep(1000);
  const idleFrom = ground.serverCpu() + cpuOf(child);
  await sleep(idleSeconds * 1000);
  const idle = idleSeconds > 0 ? (ground.serverCpu() + cpuOf(child) - idleFrom) / idleSeconds : 0;
  child.stdin.write('end\n');
  await new Promise((ended) => child.once('exit', ended));
  return { ...figures, serverCpu, idle };
}

function cpuOf(child: ChildProcess): number {
  const text = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function linesOf(child: ChildProcess): () => Promise<string> {
  let text = '';
  let heard = (): void => {};
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    heard();
  });
  child.once('exit', () => heard());
  return async () => {
    while (!text.includes('\n')) {
      if (child.exitCode !== null) throw new Error('the worker ended');
      await new Promise<void>((resolve) => (heard = resolve));
    }
    const end = text.indexOf('\n');
    const first = text.slice(0, end);
    text = text.slice(end + 1);
    return first;
  };
}
