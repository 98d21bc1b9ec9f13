// Messages as rows: days, albums, runs of one author, the line of new messages, pages laid over each other.
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../src/playground/protocol.ts';
import { firstUnreadOf, mergeNewest, type Row, rowsOf, worded } from '../../../src/playground/page/rows.ts';

const zone = 'Asia/Almaty';
const nine = Date.UTC(2026, 10, 23, 4) / 1000;

function message(id: number, over: Partial<MessageView> = {}): MessageView {
  return {
    id,
    thread: null,
    author: { id: 1, name: 'Айгерим Сынақова', bot: false },
    mine: false,
    at: nine + id,
    editedAt: null,
    text: `текст ${id}`,
    entities: [],
    files: [],
    album: null,
    replyTo: null,
    forwardedFrom: null,
    reactions: [],
    buttons: [],
    service: null,
    ...over,
  };
}
const show = (rows: Row[]): string[] =>
  rows.map((row) =>
    row.kind === 'bubble'
      ? `${row.first ? '<' : '-'}${row.messages.map(({ id }) => id).join('+')}${row.last ? '>' : '-'}`
      : row.kind,
  );

describe('rows of a chat', () => {
  it('begin a day where the zone does, not where UTC does', () => {
    const beforeMidnight = Date.UTC(2026, 10, 23, 18, 59) / 1000;
    const rows = rowsOf([message(1, { at: beforeMidnight }), message(2, { at: beforeMidnight + 120 })], zone);
    expect(show(rows)).toEqual(['day', '<1>', 'day', '<2>']);
  });

  it('join a run of one author and part it after ten minutes, at another author and at a service line', () => {
    const rows = rowsOf(
      [
        message(1),
        message(2),
        message(3, { at: nine + 700 }),
        message(4, { at: nine + 701, author: { id: 2, name: 'Бот', bot: true } }),
        message(5, { at: nine + 702, service: { key: 'x', args: {} } }),
        message(6, { at: nine + 703, author: { id: 2, name: 'Бот', bot: true } }),
      ],
      zone,
    );
    expect(show(rows)).toEqual(['day', '<1-', '-2>', '<3>', '<4>', 'service', '<6>']);
  });

  it('show an album as one bubble whose words may stand in any message', () => {
    const album = { album: 'a', text: '' };
    const rows = rowsOf([message(1, album), message(2, { album: 'a' }), message(3, { album: 'b' })], zone);
    expect(show(rows)).toEqual(['day', '<1+2-', '-3>']);
    expect(worded([message(1, album), message(2, { album: 'a' })]).id).toBe(2);
    expect(worded([message(1, album), message(2, album)]).id).toBe(1);
  });

  it('draw the line of new messages above the first unread of others', () => {
    const messages = [message(1), message(2, { mine: true }), message(3), message(4)];
    expect(firstUnreadOf(messages, 2)).toBe(3);
    expect(firstUnreadOf(messages, 9)).toBe(1);
    expect(firstUnreadOf(messages, 0)).toBeNull();
    const album = [message(1), message(2, { album: 'a' }), message(3, { album: 'a' })];
    expect(firstUnreadOf(album, 1)).toBe(2);
    expect(show(rowsOf(messages, zone, 3))).toEqual(['day', '<1>', '<2>', 'unread', '<3-', '-4>']);
  });

  it('follow the newest page in edits and deletions and keep older messages', () => {
    const merged = mergeNewest(
      [message(1), message(2), message(3), message(4)],
      [message(3, { text: 'исправлено' }), message(5)],
    );
    expect(merged.map(({ id, text }) => `${id} ${text}`)).toEqual([
      '1 текст 1',
      '2 текст 2',
      '3 исправлено',
      '5 текст 5',
    ]);
    expect(mergeNewest([message(1)], [])).toEqual([]);
  });
});
