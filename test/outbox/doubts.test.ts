// What the sender is not sure of, and what it must not forget over a death: calls that may have arrived, waits, pictures, rows under suspicion.
import { Api } from 'grammy';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { claimRows, startSending } from '../../src/outbox/claim.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import { openPost } from '../../src/outbox/post.ts';
import { recentCalls, recoverRows } from '../../src/outbox/recover.ts';
import { photo } from '../support/photo.ts';
import { openPostOffice, type PostOffice, type Recipient } from './post-office.ts';

let office: PostOffice;
let wait: (seconds: number) => void;
let aigerim: Recipient;

beforeAll(async () => {
  ({ office, wait } = await openPostOffice());
});
afterAll(() => office.close());

beforeEach(async () => {
  await office.app.db.outgoingMessage.deleteMany();
  office.words = 'Жаңа тапсырма';
  office.emulator.violations.length = 0;
  office.emulator.world.faults.length = 0;
  wait(120);
  office.sender = office.newSender();
  aigerim = await office.recipient('Айгерім');
});

const { buffer: picture } = photo('a.png', [0, 90, 160]);
const inbox = () => aigerim.person.inbox.map(({ text }) => text);
const repeat = () => office.app.t('kk', 'outbox-repeat');
const lostAnswer = { method: 'sendMessage', afterApply: true, reset: true } as const;
const callsOf = async (seconds: number) =>
  (await recentCalls(office.app.db, new Date(office.app.now().getTime() - seconds * 1000))).map(({ at }) => at);
const claim = (owner: string) => claimRows(office.database.sql, { owner, now: office.app.now(), limit: 9, except: [] });

async function drainFor(seconds: number): Promise<void> {
  const end = office.app.now().getTime() + seconds * 1000;
  for (;;) {
    const { nextAt } = await office.sender.drain();
    if (!nextAt || nextAt.getTime() > end) return;
    wait((nextAt.getTime() - office.app.now().getTime()) / 1000);
  }
}

it('a call whose answer was lost counts for the windows of the senders to come', async () => {
  office.emulator.fail(lostAnswer);
  await office.plan(aigerim);
  const at = office.app.now();
  await office.sender.drain();
  expect(await callsOf(60)).toEqual([at]);

  wait(30);
  await office.plan(aigerim, { resend: true });
  office.emulator.fail(lostAnswer);
  await office.sender.drain();
  expect(await callsOf(20)).toEqual([office.app.now()]);
});

it('so does a call under way when two senders died one after the other', async () => {
  await office.plan(aigerim);
  await office.plan(await office.recipient('Бота'), { resend: true });
  const rows = await claim('the dead one');
  const at = office.app.now();
  expect(await startSending(office.database.sql, rows, at)).toEqual([true, true]);
  for (const owner of ['the second', 'the third']) {
    wait(1);
    await recoverRows(office.app.db, { before: null, maxAttempts: 5, maxResends: 12, owner });
    expect(await callsOf(60)).toEqual([at, at]);
  }
});

it('a living message of which nobody knows whether it arrived is sent again as a repeat, and edited without the mark', async () => {
  office.emulator.fail(lostAnswer);
  const first = await office.plan(aigerim, { kind: 'card', livingKey: 'card:1' });
  await office.sender.drain();
  expect(await office.row(first)).toMatchObject({ state: 'unknown' });
  wait(60);
  await office.plan(aigerim, { kind: 'card', livingKey: 'card:1' });
  await office.sender.drain();
  expect(inbox()).toEqual(['Жаңа тапсырма', `${repeat()}\nЖаңа тапсырма`]);
  office.words = 'Орындалды';
  await office.plan(aigerim, { kind: 'card', livingKey: 'card:1' });
  await office.sender.drain();
  expect(inbox()).toEqual(['Жаңа тапсырма', 'Орындалды']);
});

it('a correction that comes meanwhile does not hide that a message is sent again', async () => {
  office.emulator.fail(lostAnswer);
  await office.plan(aigerim, { kind: 'card', livingKey: 'card:2', resend: true });
  await office.sender.drain();
  office.words = 'Түзетілді';
  await office.plan(aigerim, { kind: 'card', livingKey: 'card:2', resend: true });
  wait(60);
  await office.sender.drain();
  expect(inbox()).toEqual(['Жаңа тапсырма', `${repeat()}\nТүзетілді`]);
});

it('three busy chats that wait each for itself are no storm to the next sender', async () => {
  for (const [n, name] of ['Бота', 'Ғани', 'Дана'].entries()) {
    const busy = await office.recipient(name);
    office.emulator.fail({ method: 'sendMessage', retryAfter: 30 - n * 2, chatId: busy.person.id });
    await office.plan(busy);
    await office.sender.drain();
    wait(2);
  }
  office.sender = office.newSender();
  await office.plan(aigerim);
  await office.sender.drain();
  expect(inbox()).toHaveLength(1);
});

it('a refused token, or a gateway that does not find it, holds everything back for a minute, and no longer', async () => {
  office.emulator.fail({ method: 'sendMessage', code: 404, description: 'Not Found' });
  await office.plan(aigerim);
  const { nextAt } = await office.sender.drain();
  expect(nextAt).toEqual(new Date(office.app.now().getTime() + 60_000));
  wait(60);
  await office.sender.drain();
  expect(inbox()).toHaveLength(1);
});

it('pictures after their words wait for the limits like everything else', async () => {
  office.renderers['pictured'] = async () => ({ text: 'ә'.repeat(1500), photo: picture });
  office.sender = office.newSender({ sleep: async (milliseconds) => wait(milliseconds / 1000) });
  const people = [aigerim];
  for (let n = 0; n < 39; n++) people.push(await office.recipient(`Көрермен${n}`));
  for (const person of people) await office.plan(person, { kind: 'pictured' });
  await drainFor(60);
  expect(people.map(({ person }) => person.inbox.filter(({ raw }) => raw.photo).length)).toEqual(people.map(() => 1));
  expect(office.emulator.violations).toEqual([]);
});

it('a picture that Telegram wants later holds back its chat', async () => {
  office.renderers['pictured'] = async () => ({ text: 'ә'.repeat(1500), photo: picture });
  office.emulator.fail({ method: 'sendPhoto', retryAfter: 20 });
  await office.plan(aigerim, { kind: 'pictured' });
  await office.plan(aigerim);
  const { nextAt } = await office.sender.drain();
  expect(nextAt).toEqual(new Date(office.app.now().getTime() + 20_000));
  expect(inbox()).toHaveLength(1);
});

/** A row that ended three senders. */
async function suspect(): Promise<string> {
  const key = await office.plan(aigerim, { lane: 3 });
  for (let n = 0; n < 3; n++) {
    expect(await claim(`the dead one ${n}`)).toHaveLength(1);
    await recoverRows(office.app.db, { before: null, maxAttempts: 3, maxResends: 12 });
  }
  return key;
}

it('a row under suspicion is taken by itself before a backlog, which then goes as fast as ever', async () => {
  const key = await suspect();
  const taken: number[] = [];
  office.renderers['counted'] = async (app) => {
    taken.push(await app.db.outgoingMessage.count({ where: { state: 'leased' } }));
    return { text: 'Санақ' };
  };
  await office.app.db.outgoingMessage.updateMany({ where: { dedupeKey: key }, data: { kind: 'counted' } });
  await office.sender.drain();
  expect(await office.outcome(key)).toBe('planned');
  for (let n = 0; n < 9; n++) await office.plan(await office.recipient(`Кезек${n}`), { kind: 'counted', lane: 1 });
  wait(2);
  await office.sender.drain();
  expect(taken).toEqual([1, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

it('a row that was given back untouched is not cleared of suspicion', async () => {
  const key = await suspect();
  const { app, renderers, emulator, database } = office;
  const hook = () => Promise.resolve();
  const hooks = { onUnreachable: hook, onChatGone: hook, onChatMoved: hook, onPlaceClosed: hook };
  const api = new Api(emulator.token, { apiRoot: emulator.url });
  const means = { api, renderers, hooks, pause: hook, givenBack: () => {} };
  const post = openPost(app, database.sql, means);
  post.limits.pause(app.now().getTime() + 1000);
  const [row] = await claim('the living one');
  expect(row && (await deliver(post, row))).toBe(false);
  expect(await office.outcome(key)).toBe('planned');
  wait(2);
  const [again] = await claim('the living one');
  expect(again && (await deliver(post, again))).toBe(true);
  expect(emulator.violations).toEqual([]);
});
