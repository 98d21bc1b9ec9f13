// Who is damped and who never: people at their speed, albums, forwarded papers, what waited for the bot.
import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { FloodMemory } from '../../src/telegram/flood.ts';

const limits = { updates: 30, seconds: 10, pause: 60 };
const start = 1_800_000_000;
const user = { id: 7, is_bot: false, first_name: 'А' };
const chat = { id: 7, type: 'private' as const, first_name: 'А' };
let nth = 0;

/** A message sent so many seconds after the start. */
const said = (after: number, over: object = {}): Update =>
  ({
    update_id: ++nth,
    message: { message_id: nth, date: start + after, chat, from: user, text: 'x', ...over },
  }) as Update;
const pressed = (over: object = {}): Update =>
  ({
    update_id: ++nth,
    callback_query: { id: String(nth), from: user, chat_instance: '1', data: 'x', ...over },
  }) as Update;
const asked = (from = user): Update =>
  ({ update_id: ++nth, inline_query: { id: String(nth), from, query: 'x', offset: '' } }) as Update;
const many = (count: number, make: (n: number) => Update): Update[] => Array.from({ length: count }, (_, n) => make(n));
/** All judged at one moment of arrival. */
const judge = (updates: Update[], arrival = start * 1000): string[] => {
  const memory = new FloodMemory(limits);
  return updates.map((update) => memory.judge(update, arrival));
};

describe('never damped', () => {
  it.each<[string, Update[]]>([
    ['three messages a second for a minute', many(180, (n) => said(Math.floor(n / 3)))],
    ['twenty albums of ten photos at once', many(200, (n) => said(0, { media_group_id: `a${Math.floor(n / 10)}` }))],
    ['a hundred messages forwarded at once', many(100, () => said(0, { forward_origin: { type: 'hidden_user' } }))],
    ['what was written in a day while the bot was down', many(500, (n) => said(n * 170))],
    ['a group that tells of itself', many(500, () => said(0, { new_chat_members: [user] }))],
    ['350 people who press in one group within a second', many(350, (n) => pressed({ from: { ...user, id: n } }))],
    ['the letters of ten searches in inline mode', many(110, () => asked())],
    [
      'anonymous administrators of many groups',
      many(350, (n) => said(0, { sender_chat: { id: -n, type: 'supergroup' } })),
    ],
  ])('%s', (_, updates) => {
    expect(new Set(judge(updates))).toEqual(new Set(['pass']));
  });

  it('anybody, where the limit is 0', () => {
    const memory = new FloodMemory({ ...limits, updates: 0 });
    expect(new Set(many(200, () => said(0)).map((update) => memory.judge(update, 0)))).toEqual(new Set(['pass']));
  });
});

describe('damped', () => {
  it.each<[string, Update[]]>([
    ['messages', many(100, () => said(0))],
    ['presses', many(100, () => pressed())],
    ['files under one forged album', many(100, () => said(0, { media_group_id: 'a' }))],
  ])('%s: told once, then passed over', (_, updates) => {
    const verdicts = judge(updates);
    expect(verdicts.filter((verdict) => verdict === 'tell')).toHaveLength(1);
    expect(verdicts.indexOf('tell')).toBeGreaterThanOrEqual(30);
    expect(new Set(verdicts.slice(verdicts.indexOf('tell') + 1))).toEqual(new Set(['drop']));
  });

  it('is heard again after the pause, and not told again while the flood goes on', () => {
    const memory = new FloodMemory(limits);
    const flood = many(300 * 10, (n) => said(Math.floor(n / 10)));
    const verdicts = flood.map((update) => memory.judge(update, 0));
    expect(verdicts.filter((verdict) => verdict === 'tell')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === 'pass').length).toBeLessThan(200);
    expect(memory.judge(said(300 + 61), 0)).toBe('pass');
  });

  it('is one sender, not the one beside, and is forgotten when quiet', () => {
    const memory = new FloodMemory(limits);
    many(40, () => said(0)).forEach((update) => memory.judge(update, 0));
    expect(memory.judge(said(0, { from: { ...user, id: 8 } }), 0)).toBe('pass');
    many(2_000, (n) => said(2_000 + n, { from: { ...user, id: 9 } })).forEach((update) => memory.judge(update, 0));
    expect(memory.size).toBe(1);
  });
});

describe('of several replicas', () => {
  /** Three memories, each of which hears what the others share. */
  const replicas = (): FloodMemory[] => {
    const all = Array.from({ length: 3 }, () => new FloodMemory(limits));
    for (const one of all)
      one.share = (news) => all.filter((other) => other !== one).forEach((other) => other.hear(news));
    return all;
  };

  it('a sender who comes to each in turn is damped as by one, told once, and damped anew while the flood goes on', () => {
    const all = replicas();
    const verdicts = many(120 * 6, (n) => said(Math.floor(n / 6))).map((update, n) => all[n % 3]?.judge(update, 0));
    expect(verdicts.filter((verdict) => verdict === 'tell')).toHaveLength(1);
    expect(verdicts.indexOf('tell')).toBeLessThanOrEqual(30 + 2 * 3);
    expect(verdicts.filter((verdict) => verdict === 'pass').length).toBeLessThan(3 * 36);
  });

  it('nobody at the speed of people is damped, and of nobody slow anything is shared', () => {
    const all = replicas();
    const minute = many(180, (n) => said(Math.floor(n / 3)));
    expect(new Set(minute.map((update, n) => all[n % 3]?.judge(update, 0)))).toEqual(new Set(['pass']));
    const [alone] = replicas() as [FloodMemory];
    alone.share = () => expect.unreachable();
    many(60, (n) => said(n * 5)).forEach((update) => alone.judge(update, 0));
  });

  it('what was heard of senders who have gone quiet is forgotten', () => {
    const [one] = replicas() as [FloodMemory];
    for (let n = 0; n < 4_100; n++) one.hear({ key: n, seen: [{ at: (start + n) * 1000, cost: 4 }] });
    expect(one.size).toBeLessThan(200);
  });
});
