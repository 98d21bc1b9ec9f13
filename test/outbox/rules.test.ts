// Outbox rules without a database: answers of Telegram, other ways to send, the windows of the limits on a virtual clock.
import { describe, expect, it } from 'vitest';
import { Limits } from '../../src/outbox/limits.ts';
import { paceOf } from '../../src/outbox/pace-rules.ts';
import { backoff, classify, contentHash, otherWay, plainText, type Way } from '../../src/outbox/rules.ts';

const answer = (code: number, description: string) => classify({ answered: true, code, description }).is;
const silence = (reason: string) => classify({ answered: false, reason }).is;

describe('answers of Telegram', () => {
  it.each([
    [400, 'Bad Request: message is not modified: specified new message content and reply markup', 'notModified'],
    [400, 'Bad Request: message to edit not found', 'editLost'],
    [400, "Bad Request: message can't be edited", 'editLost'],
    [400, 'Bad Request: there is no text in the message to edit', 'editLost'],
    [400, 'Bad Request: message thread not found', 'topicGone'],
    [400, 'Bad Request: TOPIC_CLOSED', 'topicGone'],
    [400, `Bad Request: can't parse entities: Unsupported start tag "p" at byte offset 0`, 'unreadable'],
    [400, 'Bad Request: message is too long', 'unreadable'],
    [400, 'Bad Request: chat not found', 'gone'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'muted'],
    [400, 'Bad Request: BUTTON_DATA_INVALID', 'refused'],
    [401, 'Unauthorized', 'unauthorised'],
    [403, 'Forbidden: bot was blocked by the user', 'gone'],
    [403, 'Forbidden: user is deactivated', 'gone'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'gone'],
    [500, 'Internal Server Error: restart', 'unknown'],
    [502, 'Bad Gateway', 'unknown'],
  ])('%i %s means %s', (code, description, verdict) => {
    expect(answer(code, description)).toBe(verdict);
  });

  it('says how long to wait and where a group went', () => {
    const late = { answered: true, code: 429, description: 'Too Many Requests: retry after 9', retryAfter: 9 } as const;
    const moved = {
      answered: true,
      code: 400,
      description: 'Bad Request: group chat was upgraded',
      migrateTo: -100_5,
    } as const;
    expect(classify(late)).toEqual({ is: 'limited', seconds: 9 });
    expect(classify(moved)).toEqual({ is: 'moved', telegramId: -1005 });
  });

  it.each([
    ['connect ECONNREFUSED 127.0.0.1:443', 'offline'],
    ['getaddrinfo ENOTFOUND api.telegram.org', 'offline'],
    ['getaddrinfo EAI_AGAIN api.telegram.org', 'offline'],
    ['connect ETIMEDOUT 149.154.167.220:443', 'offline'],
    ['unable to verify the first certificate', 'offline'],
    ['read ECONNRESET', 'unknown'],
    ['read ETIMEDOUT', 'unknown'],
    ['socket hang up', 'unknown'],
    ['The user aborted a request.', 'unknown'],
    ['invalid json response body', 'unknown'],
  ])('no answer because of "%s" means %s', (reason, verdict) => {
    expect(silence(reason)).toBe(verdict);
  });
});

describe('another way', () => {
  const way: Way = { edit: 7, thread: 3, html: true };

  it('is tried once for each obstacle and then no more', () => {
    const fresh = otherWay(way, { is: 'editLost' });
    expect(fresh).toEqual({ edit: null, thread: 3, html: true });
    const outside = fresh && otherWay(fresh, { is: 'topicGone' });
    expect(outside).toEqual({ edit: null, thread: null, html: true });
    const plain = outside && otherWay(outside, { is: 'unreadable' });
    expect(plain).toEqual({ edit: null, thread: null, html: false });
    for (const is of ['editLost', 'topicGone', 'unreadable'] as const)
      expect(plain && otherWay(plain, { is })).toBeNull();
  });

  it('is not sought where it would not help', () => {
    for (const is of ['gone', 'unknown', 'refused'] as const) expect(otherWay(way, { is })).toBeNull();
  });
});

describe('contents', () => {
  it('are the same only with the same text and buttons', () => {
    const button = (data: string) => ({ text: 'a', keyboard: [[{ text: 'b', callback_data: data }]] });
    expect(contentHash(button('x:1'))).toBe(contentHash(button('x:1')));
    expect(contentHash(button('x:1'))).not.toBe(contentHash(button('x:2')));
    expect(contentHash({ text: 'a' })).not.toBe(contentHash({ text: 'b' }));
  });

  it('lose their markup but not their words', () => {
    expect(plainText('<b>А &lt; Б</b> &amp;lt; <a href="https://t.me/x">ссылка</a>')).toBe('А < Б &lt; ссылка');
  });

  it('are cut to what Telegram takes', () => {
    expect(plainText('ә'.repeat(5000))).toBe(`${'ә'.repeat(4095)}…`);
  });
});

describe('waiting after faults', () => {
  it('doubles from a second up to five minutes', () => {
    expect([1, 2, 3, 9, 10, 50].map(backoff)).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
  });
});

const defaults = { sendsPerSecond: 28.85, sendsPerSecondInChat: 1, sendsPerMinuteInGroup: 19 };
const pace = paceOf(defaults);

describe('limits', () => {
  it('stay under those of Telegram whatever the line does, and follow the settings', () => {
    expect(pace).toMatchObject({
      bot: { count: 30, width: 1040 },
      chat: [{ count: 3 }, { count: 5 }],
      group: { count: 19 },
    });
    expect(pace).toMatchObject({ inFlight: 8, batch: 8 });
    const fast = paceOf({ sendsPerSecond: 500, sendsPerSecondInChat: 2, sendsPerMinuteInGroup: 60 });
    expect(fast).toMatchObject({ bot: { count: 520, width: 1040 }, group: { count: 60 }, inFlight: 125 });
    expect(fast.chat[0].width).toBe(1550);
    expect(paceOf({ ...defaults, sendsPerSecond: 0.5 }).bot).toEqual({ count: 1, width: 2000 });
  });

  it('open exactly when the oldest call leaves the window', () => {
    const limits = new Limits(defaults);
    for (let n = 0; n < pace.chat[0].count; n++) limits.called(1, false, 1000 + n);
    expect(limits.chatFreeAt(1, 1002)).toBe(1000 + pace.chat[0].width);
    expect(limits.fullChats(1000 + pace.chat[0].width - 1)).toEqual([1]);
    expect(limits.fullChats(1000 + pace.chat[0].width)).toEqual([]);
    expect(limits.chatFreeAt(2, 1000)).toBe(0);
    for (const at of [4060, 4070]) limits.called(1, false, at);
    expect(limits.chatFreeAt(1, 4070)).toBe(1000 + pace.chat[1].width);
  });

  it('of a whole bot open call by call', () => {
    const limits = new Limits(defaults);
    for (let n = 0; n < 30; n++) limits.called(n, false, 1000 + 10 * n);
    expect([limits.room(1300), limits.freeAt(1300)]).toEqual([0, 2040]);
    expect([limits.room(2040), limits.room(2059), limits.room(3000)]).toEqual([1, 2, 30]);
    // Those on their way take their places as well.
    expect([1, 2, 3].map((ahead) => limits.freeAt(2055, ahead))).toEqual([2055, 2060, 2070]);
    expect([limits.freeAt(2050, 1), limits.freeAt(9000, 29), limits.freeAt(9000, 30)]).toEqual([2050, 9000, 10_040]);
  });

  it('let few calls go at once and spread many, so that a full window opens bit by bit', () => {
    const limits = new Limits(defaults);
    const calls: number[] = [];
    for (let now = 0; now < 10_000; now += 1) {
      if (limits.room(now) === 0) continue;
      limits.called(calls.length, false, now);
      calls.push(now);
      now += limits.gap(now, 0);
    }
    expect(calls[4]).toBeLessThan(20);
    expect(calls[29]).toBeLessThan(300);
    expect(calls.length).toBeGreaterThan(28 * 9);
    const late = calls.filter((at) => at > 5000);
    const waits = late.map((at, n) => at - (late[n - 1] ?? at));
    expect(Math.max(...waits)).toBeLessThan(1000);
    expect([limits.gap(60_000, 0), limits.gap(60_000, 30)]).toEqual([0, 1]);
    expect(new Limits({ ...defaults, sendsPerSecond: 0.5 }).gap(0, 1)).toBe(100);
  });

  it('count answers given beside the sender, up to half of the window', () => {
    const limits = new Limits(defaults);
    for (let n = 0; n < 10; n++) limits.answered(n, false, 1000);
    expect(limits.room(1000)).toBe(20);
    for (let n = 10; n < 40; n++) limits.answered(n, false, 1000);
    expect(limits.room(1000)).toBe(15);
    for (let n = 0; n < 19; n++) limits.answered(-1, true, 1000 + n * 3100);
    expect(limits.chatFreeAt(-1, 56_800)).toBe(1000 + pace.group.width);
  });

  it('keep answers and waits when the calls of the last minute are reloaded', () => {
    const limits = new Limits(defaults);
    for (let n = 0; n < 3; n++) limits.answered(1, false, 90_000);
    limits.block(2, 95_000);
    expect(limits.room(90_000)).toBe(27);
    limits.forgetCalls();
    for (let n = 0; n < 3; n++) limits.called(3, false, 40_000 + n * 24_000);
    expect(limits.fullChats(90_000)).toEqual([1, 2]);
    expect(limits.room(90_000)).toBe(27);
  });

  it('keep the answers of a group however much was answered since, and tell them', () => {
    const limits = new Limits(defaults);
    for (let n = 0; n < 19; n++) limits.answered(-1, true, 10_000 + n);
    for (let n = 0; n < 500; n++) limits.answered(n, false, 11_000);
    limits.called(-1, true, 12_000);
    limits.forgetCalls();
    expect(limits.chatFreeAt(-1, 12_000)).toBe(10_000 + pace.group.width);
    expect(limits.groupAnswers(10_015)).toEqual({ '-1': [10_016, 10_017, 10_018] });
    expect(limits.groupAnswers(11_000)).toEqual({});
  });

  it('hold everything back after refusals from three chats within a second, not from one chat or over a longer time', () => {
    const one = new Limits(defaults);
    for (const at of [0, 10, 20]) one.refused(1, 30, at);
    expect(one.room(20)).toBe(30);
    expect(one.chatFreeAt(1, 20)).toBe(30_020);
    const slow = new Limits(defaults);
    [1, 2, 3].forEach((chat, n) => slow.refused(chat, 30, n * 600));
    expect(slow.room(1200)).toBe(30);
    const storm = new Limits(defaults);
    [1, 2, 3].forEach((chat, n) => storm.refused(chat, 30, n * 400));
    expect(storm.room(800)).toBe(0);
    expect(storm.freeAt(800)).toBe(30_800);
    expect(storm.room(30_800)).toBe(30);
  });

  it('are wider after a refusal and come back slowly', () => {
    const limits = new Limits(defaults);
    const widthAt = (now: number): number => {
      for (let n = 0; n < 30; n++) limits.called(100 + n, false, now);
      return limits.freeAt(now) - now;
    };
    expect(widthAt(0)).toBe(1040);
    for (const chat of [1, 2, 3]) limits.refused(chat, 5, 10_000);
    expect(widthAt(20_000)).toBeCloseTo(1040 * 1.147, -1);
    expect(widthAt(310_000)).toBeCloseTo(1040 * 1.075, 0);
    expect(widthAt(3_600_000)).toBeCloseTo(1040, 0);

    const chat = new Limits(defaults);
    chat.refused(-7, 5, 0);
    for (let n = 0; n < 19; n++) chat.called(-7, true, 10_000 + n * 3200);
    expect(chat.chatFreeAt(-7, 68_000)).toBeGreaterThan(10_000 + 60_000 * 1.2);
    for (let n = 0; n < 9; n++) chat.refused(-7, 1, 70_000);
    expect(chat.chatFreeAt(-7, 70_000)).toBeLessThan(70_000 + 60_000 * 3);
  });

  it('do not wait for a clock that was set back', () => {
    const limits = new Limits(defaults);
    const hour = 3_600_000;
    for (let n = 0; n < 30; n++) limits.called(n % 10, false, hour);
    for (const chat of [1, 2, 3]) limits.refused(chat, 5, hour);
    expect(limits.room(hour)).toBe(0);
    expect(limits.freeAt(60_000)).toBe(65_000);
    expect(limits.fullChats(60_000)).toHaveLength(10);
    expect(limits.fullChats(66_000)).toEqual([]);
    expect(limits.room(66_000)).toBe(30);
  });
});

type Call = { chat: number; n: number; at: number };

type Message = { chat: number; group: boolean; n: number };

/** What the sender does, on a virtual clock: the first message of a chat that may get one; with the gap of the limits between. */
function simulate(planned: Message[]): Call[] {
  const limits = new Limits(defaults);
  const calls: Call[] = [];
  for (let now = 0; planned.length > 0;) {
    const index = limits.room(now) > 0 ? planned.findIndex(({ chat }) => limits.chatFreeAt(chat, now) <= now) : -1;
    const next = planned[index];
    if (next) {
      planned.splice(index, 1);
      limits.called(next.chat, next.group, now);
      calls.push({ chat: next.chat, n: next.n, at: now });
      now += limits.gap(now, 0);
    } else {
      const free = planned.reduce((earliest, { chat }) => Math.min(earliest, limits.chatFreeAt(chat, now)), Infinity);
      now = Math.max(now + 1, limits.freeAt(now), free);
    }
  }
  return calls;
}

/** All at once: the first message of every chat, then the second ones of the groups. */
function plan(groups: number, each: number, people: number): Message[] {
  const chats = Array.from({ length: groups + people }, (_, chat) => ({ chat, group: chat < groups }));
  const rounds = Array.from({ length: each }, (_, n) =>
    chats.filter(({ group }) => group || n === 0).map((chat) => ({ ...chat, n })),
  );
  return rounds.flat();
}

/** The most calls within any half-open stretch of this width. */
function most(calls: Call[], width: number): number {
  let first = 0;
  return calls.reduce((best, call, last) => {
    while ((calls[first]?.at ?? 0) <= call.at - width) first++;
    return Math.max(best, last - first + 1);
  }, 0);
}

function expectLawful(calls: Call[], groups: number): void {
  // Telegram counts on arrival; 40 ms of jitter may press two calls together.
  expect(most(calls, 1040)).toBeLessThanOrEqual(30);
  const byChat = new Map<number, Call[]>();
  for (const call of calls) byChat.set(call.chat, [...(byChat.get(call.chat) ?? []), call]);
  for (const [chat, own] of byChat) {
    expect(most(own, 3000 + 40)).toBeLessThanOrEqual(3);
    if (chat < groups) expect(most(own, 60_000 + 40)).toBeLessThanOrEqual(pace.group.count);
    expect(own.map((call) => call.n)).toEqual(own.map((_, n) => n));
  }
}

describe('a whole region at once', () => {
  // With Telegram's own limits and no jitter nobody can be faster than this, in seconds.
  it.each([
    ['one message to 300 groups and 5000 people', 300, 1, 5000, 176],
    ['five messages to 300 groups, one to 5000 people', 300, 5, 5000, 216],
  ])('%s takes hardly longer than Telegram allows', (_what, groups, each, people, optimum) => {
    const calls = simulate(plan(groups, each, people));
    expect(calls).toHaveLength(groups * each + people);
    expectLawful(calls, groups);
    expect((calls.at(-1)?.at ?? 0) / 1000).toBeLessThanOrEqual(optimum * 1.05);
  });

  it('a group with sixty messages does not hold up the people behind it', () => {
    const hot = plan(1, 60, 1000).sort((left, right) => left.chat - right.chat);
    const calls = simulate(hot);
    expectLawful(calls, 1);
    const last = (group: boolean) => (calls.findLast(({ chat }) => (chat === 0) === group)?.at ?? 0) / 1000;
    expect(last(false)).toBeLessThanOrEqual(33 * 1.05);
    // 19 a minute: the 58th waits for the fourth minute.
    expect(last(true)).toBeLessThanOrEqual(182 * 1.05);
  });
});
