// Outbox rules without a database: answers of Telegram, other ways to send, the windows of the limits on a virtual clock.
import { describe, expect, it } from 'vitest';
import { botWindow, chatWindow, groupWindow, Limits } from '../../src/outbox/limits.ts';
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

describe('limits', () => {
  it('open exactly when the oldest call leaves the window', () => {
    const limits = new Limits();
    for (let n = 0; n < chatWindow.count; n++) limits.called(1, false, 1000 + n);
    expect(limits.chatFreeAt(1)).toBe(1000 + chatWindow.width);
    expect(limits.fullChats(1000 + chatWindow.width - 1)).toEqual([1]);
    expect(limits.fullChats(1000 + chatWindow.width)).toEqual([]);
    expect(limits.chatFreeAt(2)).toBe(0);
  });

  it('hold everything back after refusals from three chats within a second, not from one chat or over a longer time', () => {
    const one = new Limits();
    for (const at of [0, 10, 20]) one.refused(1, 30, at);
    expect(one.room(20)).toBe(botWindow.count);
    const slow = new Limits();
    [1, 2, 3].forEach((chat, n) => slow.refused(chat, 30, n * 600));
    expect(slow.room(1200)).toBe(botWindow.count);
    const storm = new Limits();
    [1, 2, 3].forEach((chat, n) => storm.refused(chat, 30, n * 400));
    expect(storm.room(800)).toBe(0);
    expect(storm.freeAt()).toBe(30_800);
    expect(storm.room(30_800)).toBe(botWindow.count);
  });
});

type Call = { chat: number; n: number; at: number };

type Message = { chat: number; group: boolean; n: number };

/** What the sender does, on a virtual clock: the first message of a chat that may get one; every `pace` ms at most. */
function simulate(planned: Message[], pace: number): Call[] {
  const limits = new Limits();
  const calls: Call[] = [];
  for (let now = 0; planned.length > 0;) {
    const index = limits.room(now) > 0 ? planned.findIndex(({ chat }) => limits.chatFreeAt(chat) <= now) : -1;
    const next = planned[index];
    if (next) {
      planned.splice(index, 1);
      limits.called(next.chat, next.group, now);
      calls.push({ chat: next.chat, n: next.n, at: now });
      now += pace;
    } else {
      const free = planned.reduce((earliest, { chat }) => Math.min(earliest, limits.chatFreeAt(chat)), Infinity);
      now = Math.max(now + 1, limits.freeAt(), free);
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
    if (chat < groups) expect(most(own, 60_000 + 40)).toBeLessThanOrEqual(groupWindow.count);
    expect(own.map((call) => call.n)).toEqual(own.map((_, n) => n));
  }
}

describe('a whole region at once', () => {
  const pace = Math.ceil(1000 / botWindow.count);
  // With Telegram's own limits and no jitter nobody can be faster than this, in seconds.
  it.each([
    ['one message to 300 groups and 5000 people', 300, 1, 5000, 176],
    ['five messages to 300 groups, one to 5000 people', 300, 5, 5000, 216],
  ])('%s takes hardly longer than Telegram allows', (_what, groups, each, people, optimum) => {
    const calls = simulate(plan(groups, each, people), pace);
    expect(calls).toHaveLength(groups * each + people);
    expectLawful(calls, groups);
    expect((calls.at(-1)?.at ?? 0) / 1000).toBeLessThanOrEqual(optimum * 1.1);
  });

  it('a group with sixty messages does not hold up the people behind it', () => {
    const hot = plan(1, 60, 1000).sort((left, right) => left.chat - right.chat);
    const calls = simulate(hot, pace);
    expectLawful(calls, 1);
    const last = (group: boolean) => (calls.findLast(({ chat }) => (chat === 0) === group)?.at ?? 0) / 1000;
    expect(last(false)).toBeLessThanOrEqual((1000 / 30) * 1.15);
    // 19 a minute: the 58th waits for the fourth minute.
    expect(last(true)).toBeLessThanOrEqual(182 * 1.05);
  });
});
