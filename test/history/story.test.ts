// The story of a task for hundreds: what one act did to all of them is a few lines, and every page can be sent.
import { describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { eventWords, storyMessage } from '../../src/history/story-messages.ts';
import type { Story } from '../../src/history/story-queries.ts';
import type { PastEvent } from '../../src/history/queries.ts';
import { storyOf } from '../../src/history/story-rules.ts';
import type { JsonObject } from '../../src/journal/rules.ts';
import { plain } from '../../src/telegram/buttons.ts';
import { loadTexts } from '../../src/texts.ts';

const shares = Array.from({ length: 200 }, (_, index) => index + 1);
const sight = { visible: new Set(shares), known: new Set(shares) };

function event(verb: string, changes: unknown[], id = 1): PastEvent {
  const data = { touched: [9], changes } as unknown as JsonObject;
  const who = { actorPersonId: 1, actorPostId: 1 };
  return { id: BigInt(id), at: new Date('2026-11-25T05:00:00Z'), verb, entity: 'task', entityId: 9, ...who, data };
}

const request = (participationId: number, state: string, proposedDue = '2027-01-15') => ({
  ...{ entity: 'extension', ids: [participationId + 1000], taskId: 9, before: null },
  after: { participationId, state, oldDue: '2026-12-25', proposedDue },
});
const moved = (ids: number[], extensionCount: number, due = '2027-01-15') => ({
  ...{ entity: 'participation', ids, taskId: 9, before: { due: '2026-12-25', extensionCount } },
  after: { due, extensionCount: extensionCount + 1 },
});

const linesOf = (changes: unknown[]) => storyOf([event('extensions.extended-all', changes)], 9, sight)[0]?.lines;

describe('the story', () => {
  it('tells "for all" as one new date, and as nobody\'s request', () => {
    const changes = [...shares.map((id) => request(id, 'approved')), ...shares.map((id) => moved([id], id))];
    expect(linesOf(changes)).toEqual([{ what: 'date', shares, others: 0, before: '2026-12-25', after: '2027-01-15' }]);
  });

  it('tells what was asked for, and the same dates once', () => {
    expect(linesOf([request(1, 'requested'), request(2, 'requested')])).toEqual([
      { what: 'request', before: '2026-12-25', after: '2027-01-15' },
    ]);
  });

  it('tells four lines of an event in a chat and how many more there are, and all of them on paper', () => {
    const name = { nameKk: 'Мектеп', nameRu: 'Школа' };
    const moves = shares.slice(0, 30).map((id) => moved([id], 0, `2027-${id % 2 ? '01' : '02'}-${10 + (id % 15)}`));
    const [told] = storyOf([event('extensions.extended-all', moves)], 9, sight);
    const story = {
      ...{
        task: { taskId: 9, number: 'Т-9' },
        events: [told],
        posts: new Map([[1, { postId: 1, ...name, org: name }]]),
      },
      ...{ people: new Map(), executors: new Map(shares.map((id) => [id, 1])) },
    } as unknown as Story;
    const context = { app: { t: loadTexts(), zone: 'Asia/Almaty' } as unknown as App, locale: 'ru' as const };
    const days = told?.lines.length ?? 0;
    expect(days).toBeGreaterThan(10);
    const chat = plain(storyMessage(context, story, 0).html)
      .split('\n')
      .filter((line) => line.startsWith('•'));
    expect(chat).toHaveLength(4);
    expect(chat[3]).toBe(`• ещё ${days - 3}`);
    const paper = eventWords(context, story, told ?? expect.unreachable()).what;
    expect(paper.split('\n').filter((line) => line.startsWith('•'))).toHaveLength(days);
  });

  it('has pages that Telegram takes, however long the names are, and loses no event', () => {
    const name = { nameKk: 'Ұзақ атау '.repeat(30), nameRu: 'Длинное <имя> '.repeat(30) };
    const post = { postId: 1, ...name, org: name };
    const changes = shares.map((id) => moved([id], 0, `2027-01-${String(1 + (id % 28)).padStart(2, '0')}`));
    const events = storyOf(
      shares.slice(0, 40).map((id) => event('extensions.extended-all', changes, id)),
      9,
      sight,
    );
    const story = {
      ...{ task: { taskId: 9, number: 'Т-9' }, events, posts: new Map([[1, post]]) },
      ...{ people: new Map(), executors: new Map(shares.map((id) => [id, 1])) },
    } as unknown as Story;
    const context = { app: { t: loadTexts(), zone: 'Asia/Almaty' } as unknown as App, locale: 'ru' as const };
    const pages = new Set(Array.from({ length: 8 }, (_, page) => storyMessage(context, story, page).html));
    const told = [...pages].join('').split('25.11.2026').length - 1;
    expect(told).toBe(40);
    for (const html of pages) expect(plain(html).length).toBeLessThan(4096);
  });
});
