// What groups were answered beside the sender counts for their minute after a stop or a kill too, without a write for each answer.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Sender } from '../../src/outbox/job.ts';
import { openPostOffice, type Office, type PostOffice, type Recipient } from '../outbox/post-office.ts';

let office: PostOffice;
let wait: (seconds: number) => void;
let group: Office;
let aigerim: Recipient;

beforeEach(async () => {
  ({ office, wait } = await openPostOffice());
  group = await office.office('Білім бөлімі');
  aigerim = await office.recipient('Айгерім');
});
afterEach(() => office.close());

/** What is written down of the group: how many answers. */
async function written(): Promise<number> {
  const row = await office.app.db.setting.findUnique({ where: { key: 'outbox.group-answers' } });
  const answers = JSON.parse(row?.value ?? '{}') as Record<string, number[]>;
  return answers[String(group.group.id)]?.length ?? 0;
}
const answer = (sender: Sender, times: number, chat = group.group.id): void => {
  for (let n = 0; n < times; n++) sender.answered(chat);
};
/** The sender has looked at everything once more. */
async function look(sender: Sender): Promise<void> {
  const before = aigerim.person.inbox.length;
  wait(6);
  await office.plan(aigerim);
  sender.wake();
  await expect.poll(() => aigerim.person.inbox.length).toBe(before + 1);
}

/** A sender that hangs from the moment it is killed, as far as others can see. */
function mortal(): { sender: Sender; kill: () => void } {
  let dead = false;
  const sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    if (dead) return new Promise(() => {});
    await new Promise<void>((done) => {
      const alarm = setTimeout(done, milliseconds);
      signal?.addEventListener('abort', () => (clearTimeout(alarm), done()), { once: true });
    });
    if (dead) return new Promise(() => {});
  };
  return { sender: office.newSender({ sleep }), kill: () => (dead = true) };
}

/** How many messages the group gets of a new sender within so many seconds of the present moment. */
async function sentWithin(seconds: number, sender: Sender): Promise<number> {
  for (let n = 0; n < 19; n++) await office.plan(group);
  const end = office.app.now().getTime() + seconds * 1000;
  for (;;) {
    const { nextAt } = await sender.drain();
    if (!nextAt || nextAt.getTime() > end) break;
    wait((nextAt.getTime() - office.app.now().getTime()) / 1000);
  }
  return [...group.group.chat.messages.values()].filter(({ message }) => message.text !== undefined).length;
}

it('the next sender counts what a group was answered before a kill', async () => {
  const { sender: first, kill } = mortal();
  first.start();
  await look(first);
  answer(first, 12);
  await expect.poll(written).toBe(12);
  kill();
  wait(10);
  expect(await sentWithin(45, office.newSender())).toBe(7);
  expect(await sentWithin(60, office.newSender())).toBeGreaterThanOrEqual(19);
});

it('an orderly stop writes down the last answers as well', async () => {
  const first = office.newSender();
  first.start();
  await look(first);
  answer(first, 3);
  await expect.poll(written).toBe(3);
  answer(first, 2);
  await first.stop();
  expect(await written()).toBe(5);
});

it('many answers are written down at once and not sooner than two seconds after the last time; private ones never', async () => {
  const first = office.newSender();
  first.start();
  answer(first, 50, aigerim.person.id);
  await look(first);
  expect(await office.app.db.setting.findUnique({ where: { key: 'outbox.group-answers' } })).toBeNull();
  answer(first, 4);
  await expect.poll(written).toBe(4);
  answer(first, 1);
  const bota = await office.recipient('Бота');
  await office.plan(bota);
  first.wake();
  await expect.poll(() => bota.person.inbox.length).toBe(1);
  expect(await written()).toBe(4);
  wait(2);
  first.wake();
  await expect.poll(written).toBe(5);
  wait(61);
  answer(first, 1);
  await expect.poll(written).toBe(1);
  await first.stop();
});

it('a sender that leads again counts its own answers once', async () => {
  const first = office.newSender();
  first.start();
  await look(first);
  answer(first, 12);
  await first.stop();
  first.start();
  await look(first);
  await first.stop();
  expect(await sentWithin(30, first)).toBe(7);
});

it('answers of a clock that was set back since hold a group up for no longer than a minute', async () => {
  const first = office.newSender();
  first.start();
  await look(first);
  answer(first, 19);
  await first.stop();
  wait(-3600);
  const second = office.newSender();
  expect(await sentWithin(50, second)).toBe(0);
  expect(await sentWithin(70, second)).toBeGreaterThan(5);
});

it('a process that does not lead tells the one that does, which writes it down', async () => {
  const [first, second] = [office.newSender({ alone: false }), office.newSender({ alone: false })];
  first.start();
  await expect.poll(() => first.leads).toBe(true);
  second.start();
  answer(second, 6);
  await expect.poll(written).toBe(6);
  await first.stop();
  await expect.poll(() => second.leads).toBe(true);
  await second.stop();
  expect(await sentWithin(30, second)).toBe(13);
});
