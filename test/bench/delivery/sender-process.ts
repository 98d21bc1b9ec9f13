// A process with nothing but the compiled sender. Started by `processes.ts`; tells its heap when asked, or the moment of each message.
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from 'grammy';
import { openClient } from '../../../src/db.ts';
import type * as Jobs from '../../../src/outbox/job.ts';
import { token } from '../processes.ts';
import { appOn } from './ground.ts';

const { Sender } = (await import('../../../dist/outbox/job.js' as string)) as typeof Jobs;
const { url, manner } = JSON.parse(process.argv[2] ?? '{}') as { url: string; manner: 'quiet' | 'telling' };

const tell = (what: string | number): void => void process.stdout.write(`${what}\n`);
const client = openClient(url);
const app = appOn(client, {});
const api = new Api(token);
let sent = 0;
api.config.use(async () => {
  if (manner === 'telling') tell(Date.now());
  sent += 1;
  await sleep(60);
  return { ok: true, result: { message_id: sent } } as never;
});
const hook = (): Promise<void> => Promise.resolve();
const hooks = { onUnreachable: hook, onChatGone: hook, onChatMoved: hook, onPlaceClosed: hook };
const renderers = { bench: async () => ({ text: 'Ескерту' }) };
new Sender(app, { api, renderers, hooks, sql: client.sql }).start();

/** Live objects and buffers, in megabytes. */
function heap(): number {
  for (let n = 0; n < 4; n++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

process.stdin.on('data', () => tell(heap().toFixed(2)));
await sleep(300);
tell('ready');
