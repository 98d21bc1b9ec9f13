// Lists, commands, sizes, times and addresses of the page.
import { describe, expect, it } from 'vitest';
import type { ChatSummary, LogEntry } from '../../../src/playground/protocol.ts';
import * as lists from '../../../src/playground/page/lists.ts';
import { readPlace, writePlace } from '../../../src/playground/page/place.ts';
import { clockWords, dayLine, fullTime, listTime } from '../../../src/playground/page/times.ts';

const zone = 'Asia/Almaty';
const monday = Date.UTC(2026, 10, 23, 4, 5) / 1000;

function chat(title: string, at: number | null, unread = 0): ChatSummary {
  const last = at === null ? null : { author: '', text: '', at, mine: false };
  return { id: 1, type: 'group', title, topics: [], last, unread };
}

describe('the list of chats', () => {
  it('has the newest first and chats without messages last', () => {
    const ordered = lists.orderChats([chat('Б', null), chat('А', null), chat('В', 5), chat('Г', 9)]);
    expect(ordered.map(({ title }) => title)).toEqual(['Г', 'В', 'А', 'Б']);
  });

  it('counts what is unread', () => {
    expect(lists.unreadOf([chat('А', 1, 2), chat('Б', 1, 3)])).toBe(5);
    expect([lists.badge(7), lists.badge(1200)]).toEqual(['7', '999+']);
  });

  it('writes the time of today, the weekday of this week and older dates', () => {
    const hour = 3600;
    expect(listTime('ru', zone, monday, monday + hour)).toBe('09:05');
    expect(listTime('kk', zone, monday, monday + 48 * hour)).toBe('дс');
    expect(listTime('en', zone, monday, monday + 240 * hour)).toBe('23.11.2026');
  });
});

describe('commands', () => {
  const commands = ['help', 'task', 'today'].map((command) => ({ command, description: '' }));
  const found = (written: string): string[] => lists.matchingCommands(commands, written).map(({ command }) => command);

  it('are offered from the slash to the first space', () => {
    expect(found('/')).toEqual(['help', 'task', 'today']);
    expect(found('/T')).toEqual(['task', 'today']);
    expect(found('/task ')).toEqual([]);
    expect(found('см. /t')).toEqual([]);
  });

  it('name the bot in groups', () => {
    expect(lists.commandText('task', 'private', 'b_bot')).toBe('/task');
    expect(lists.commandText('task', 'supergroup', 'b_bot')).toBe('/task@b_bot');
  });
});

describe('small things', () => {
  it('take initials from words, not from marks', () => {
    expect(lists.initials('Айгерим Сынақова')).toBe('АС');
    expect(lists.initials('«№ 12 мектеп» КММ')).toBe('1М');
    expect(lists.initials('🙂')).toBe('');
  });

  it('print sizes', () => {
    expect([900, 2048, 1_572_864].map(lists.sizeOf)).toEqual([
      { unit: 'b', n: '900' },
      { unit: 'kb', n: '2' },
      { unit: 'mb', n: '1.5' },
    ]);
  });

  it('filter the log by kind and by words anywhere', () => {
    const entry: LogEntry = {
      id: 1,
      at: '',
      what: 'call',
      name: 'sendMessage',
      chat: 'Қала',
      summary: '',
      detail: '{"a":1}',
    };
    const kinds = new Set<LogEntry['what']>(['call']);
    expect(lists.passes(entry, { kinds, search: ' ҚАЛА ' })).toBe(true);
    expect(lists.passes(entry, { kinds, search: '"a"' })).toBe(true);
    expect(lists.passes(entry, { kinds, search: 'edit' })).toBe(false);
    expect(lists.passes(entry, { kinds: new Set(['update']), search: '' })).toBe(false);
  });

  it('write dates as each language does', () => {
    const nextYear = monday + 60 * 86_400;
    expect(dayLine('kk', zone, monday, monday)).toBe('23 қараша');
    expect(dayLine('kk', zone, monday, nextYear)).toBe('2026 жылғы 23 қараша');
    expect(dayLine('ru', zone, monday, nextYear)).toBe('23 ноября 2026 г.');
    expect(clockWords('ru', zone, monday)).toEqual({ date: 'пн, 23 ноября', time: '09:05' });
    expect(clockWords('en', zone, monday).date).toBe('Mon, 23 Nov');
    expect(fullTime('kk', zone, monday)).toBe('2026 жылғы 23 қараша, дүйсенбі, 09:05');
    expect(fullTime('en', zone, monday)).toBe('Monday, 23 November 2026, 09:05');
  });

  it('read an address and write it back', () => {
    const known = ['deputy', 'stranger'] as const;
    for (const hash of ['#/deputy', '#/deputy/-1002100000001', '#/stranger/-1002100000001/5']) {
      const place = readPlace(hash, known);
      expect(place && writePlace(place)).toBe(hash);
    }
    expect(readPlace('#/nobody/1', known)).toBeNull();
    expect(readPlace('#/deputy/<x>/7', known)).toEqual({ persona: 'deputy', chat: null, thread: null });
  });
});
