// The sender at rest and in the lead: it sleeps until there is something to do, and the next one leads as soon as it dies.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockKey } from '../../src/outbox/leader.ts';
import { openPostOffice, type PostOffice, type Recipient } from './post-office.ts';

let office: PostOffice;
let wait: (seconds: number) => void;
let aigerim: Recipient;

beforeEach(async () => {
  ({ office, wait } = await openPostOffice());
  aigerim = await office.recipient('Айгерім');
});
afterEach(() => office.close());

const inbox = (): string[] => aigerim.person.inbox.map(({ text }) => text);

it('sleeps until the next message is due, without looking meanwhile', async () => {
  const pauses: number[] = [];
  let wake = (): void => {};
  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    pauses.push(milliseconds);
    return new Promise((done) => {
      wake = done;
      signal?.addEventListener('abort', () => done(), { once: true });
    });
  };
  const dueAt = new Date(office.app.now().getTime() + 700);
  await office.plan(aigerim, { dueAt });
  office.sender = office.newSender({ sleep });
  office.sender.start();
  await expect.poll(() => pauses).toEqual([700]);
  wait(0.7);
  wake();
  await expect.poll(inbox).toEqual(['Жаңа тапсырма']);
  // Where nothing is planned it looks once a second, should it have missed a call.
  await expect.poll(() => pauses.at(-1)).toBe(1000);
});

it('is followed by the next when it dies in the middle of its work, and sends nothing any more', async () => {
  const { sql } = office.database;
  let taken = false;
  let comeBack = (): void => {};
  const hangs = (): Promise<{ text: string }> => {
    taken = true;
    return new Promise((go) => (comeBack = () => go({ text: 'first' })));
  };
  const first = office.newSender({ alone: false, renderers: { note: hangs } });
  const second = office.newSender({ alone: false, renderers: { note: async () => ({ text: 'second' }) } });
  const locks = async (granted: boolean): Promise<number[]> => {
    const query = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND granted = $2
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    return (await sql.query<{ pid: number }>(query, [lockKey, granted])).rows.map(({ pid }) => pid);
  };
  first.start();
  await office.plan(aigerim);
  await expect.poll(() => taken).toBe(true);
  second.start();
  await expect.poll(async () => (await locks(false)).length).toBe(1);
  // What a kill does to its connection.
  await sql.query('SELECT pg_terminate_backend($1)', await locks(true));
  await expect.poll(inbox, { interval: 20 }).toEqual(['second']);
  comeBack();
  await first.stop();
  await second.stop();
  expect(inbox()).toEqual(['second']);
});
