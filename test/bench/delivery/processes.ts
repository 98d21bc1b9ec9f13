// What a process of the sender weighs with ten thousand messages before it, and how soon another one takes over when it is killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from '../row.ts';
import { addChats, type Ground, line, median, onGround } from './ground.ts';

const queued = 10_000;
const rounds = 3;
const kills = 8;

type SenderProcess = { child: ChildProcess; told: () => Promise<string>; ask: () => void };

/** The heap after collection, in megabytes, of a sender at its default limits, before and in the middle of a queue. */
export function memory(): Promise<Row[]> {
  return onGround(async (ground) => {
    await addChats(ground, 'private', 3000);
    const [empty, full]: number[][] = [[], []];
    for (let round = 0; round < rounds; round++) {
      await ground.sql.query('TRUNCATE outgoing_message CASCADE');
      const sender = startSender(ground, 'quiet');
      await sender.told();
      // Everything is warm once something was sent.
      await queue(ground, 60);
      await sleep(4000);
      empty?.push(await heapOf(sender));
      await queue(ground, queued);
      await sleep(4000);
      full?.push(await heapOf(sender));
      await end(sender, 'SIGKILL');
    }
    const [reference, most] = [median(empty ?? []), median(full ?? [])];
    const name = 'heap of the sender: growth by 10,000 queued messages / before';
    return [line({ name, value: Math.max(0, most - reference), reference, goal: 'value <= 5', unit: 'MB' })];
  });
}

/** Milliseconds from the kill of the leading sender, in the middle of a queue, to the next message, sent by the one that stood by. */
export function takeover(): Promise<Row[]> {
  return onGround(async (ground) => {
    await addChats(ground, 'private', 3000);
    const times: number[] = [];
    let leader = startSender(ground, 'telling');
    await leader.told();
    for (let round = 0; round < kills; round++) {
      const next = startSender(ground, 'telling');
      await next.told();
      await queue(ground, 150);
      await leader.told();
      await sleep(1000 + 137 * round);
      const killed = Date.now();
      await end(leader, 'SIGKILL');
      times.push(Number(await next.told()) - killed);
      await ground.sql.query(`DELETE FROM outgoing_message WHERE state = 'planned'`);
      leader = next;
    }
    await end(leader, 'SIGKILL');
    const name = `the slowest of ${kills} takeovers after kill -9, to the next message / a second`;
    return [line({ name, value: Math.max(...times), reference: 1000, goal: '<= 1', unit: 'ms' })];
  });
}

async function queue(ground: Ground, count: number): Promise<void> {
  await ground.sql.query(
    `INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, data, due_at, created_at)
     SELECT gen_random_uuid(), 2, 'bench', (SELECT min(id) FROM chat) + n % 3000, '{"n": 1}', now(), now() FROM generate_series(1, $1::int) n`,
    [count],
  );
  await ground.sql.query('NOTIFY orynda_outbox');
}

/** `quiet` tells its heap when asked, `telling` the moment of each message. */
function startSender(ground: Ground, manner: 'quiet' | 'telling'): SenderProcess {
  const script = new URL('sender-process.ts', import.meta.url).pathname;
  const task = JSON.stringify({ url: ground.url, manner });
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', script, task], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const told = async (): Promise<string> => {
    const { value, done } = (await lines.next()) as { value: string; done?: boolean };
    if (done) throw new Error('the sender ended');
    return value;
  };
  return { child, told, ask: () => void child.stdin.write('?\n') };
}

async function heapOf(sender: SenderProcess): Promise<number> {
  sender.ask();
  return Number(await sender.told());
}

async function end({ child }: SenderProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
