// A process that works off due rows or jobs: our sender, graphile-worker or pg-boss. Started by `peers.ts`; tells figures on standard output.
import { Api } from 'grammy';
import type * as Jobs from '../../../src/outbox/job.ts';
import { openClient } from '../../../src/db.ts';
import { token } from '../processes.ts';
import { appOn, unlimited } from './ground.ts';

type Task = { kind: 'ours' | 'graphile' | 'pgboss'; url: string; count: number; pollMs: number; concurrency: number };

const task = JSON.parse(process.argv[2] ?? '{}') as Task;
const late: number[] = [];
let done = 0;
let finished = (): void => {};
const all = new Promise<void>((resolve) => (finished = resolve));

function handled(dueAt?: number): void {
  if (dueAt !== undefined) late.push(Date.now() - dueAt);
  if (++done === task.count) finished();
}

/** Nothing is sent: what is measured is the way of a row to the call and back. */
async function ours(): Promise<() => Promise<void>> {
  // What people run: tsx wraps every inner function to keep its name.
  const { Sender } = (await import('../../../dist/outbox/job.js' as string)) as typeof Jobs;
  const client = openClient(task.url);
  const app = appOn(client, unlimited);
  const api = new Api(token);
  api.config.use(async (_call, _method, payload) => {
    const { text } = payload as unknown as { text: string };
    handled(Number(text) || undefined);
    return { ok: true, result: { message_id: done } } as never;
  });
  const hook = (): Promise<void> => Promise.resolve();
  const hooks = { onUnreachable: hook, onChatGone: hook, onChatMoved: hook, onPlaceClosed: hook };
  const renderers: Jobs.SenderOptions['renderers'] = {
    bench: async (_app, row) => ({ text: String(row.data['due'] ?? '.') }),
  };
  const sender = new Sender(app, { api, renderers, hooks, sql: client.sql });
  sender.start();
  return async () => {
    await sender.stop();
    await client.close();
  };
}

async function graphile(): Promise<() => Promise<void>> {
  const handler = (payload: unknown): void => handled((payload as { due?: number }).due);
  const { Logger, run } = await import('graphile-worker');
  const runner = await run({
    connectionString: task.url,
    ...(task.pollMs > 0 && { pollInterval: task.pollMs }),
    ...(task.concurrency > 0 && { concurrency: task.concurrency }),
    logger: new Logger(() => () => {}),
    taskList: { bench: handler },
    noHandleSignals: true,
  });
  return () => runner.stop();
}

async function pgboss(): Promise<() => Promise<void>> {
  const { default: PgBoss } = await import('pg-boss');
  const boss = new PgBoss(task.url);
  boss.on('error', () => {});
  await boss.start();
  await boss.work('bench', async (jobs) => {
    for (const { data } of jobs) handled((data as { due?: number }).due);
  });
  return () => boss.stop({ graceful: false });
}

// Loading the code is not measured.
const code = {
  ours: () => import('../../../dist/outbox/job.js' as string),
  graphile: () => import('graphile-worker'),
  pgboss: () => import('pg-boss'),
};
await code[task.kind]();
const began = performance.now();
const before = process.cpuUsage();
const starts = { ours, graphile, pgboss };
const stop = await starts[task.kind]();
process.stdout.write('ready\n');
const limit = setTimeout(finished, 60_000);
await all;
clearTimeout(limit);
const { user, system } = process.cpuUsage(before);
const figures = { done, seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6, late };
process.stdout.write(`${JSON.stringify(figures)}\n`);
// The parent looks at the idle process for a while and then ends it.
process.stdin.once('data', () => {
  void stop().then(() => process.exit(0));
});
