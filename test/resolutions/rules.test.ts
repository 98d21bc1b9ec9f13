// Pure rules of resolutions: the machine, what an item lacks, texts cut into pages.
import { describe, expect, it } from 'vitest';
import type { ResolutionState } from '../../src/generated/prisma/client.ts';
import type { PostHeld } from '../../src/org/rules.ts';
import {
  canMoveResolution,
  editableFields,
  isEditable,
  isFinished,
  isWaiting,
  languageOf,
  missingOf,
  pagesOf,
  piecesOf,
  readNumber,
} from '../../src/resolutions/rules.ts';

const chair: PostHeld = {
  postId: 1,
  orgId: 1,
  orgPath: '/1/',
  rootId: 1,
  orgType: 'akimat',
  role: 'deputy',
  acting: false,
  nameKk: 'Әкім орынбасары',
  nameRu: 'Заместитель акима',
  orgNameKk: 'Үлгі әкімдігі',
  orgNameRu: 'Акимат Үлгі',
};
const school = { role: 'school_head', orgType: 'school', orgPath: '/1/2/3/' } as const;

describe('the machine of a resolution', () => {
  const allowed: [ResolutionState, ResolutionState][] = [
    ['draft', 'agreed'],
    ['draft', 'adopted'],
    ['agreed', 'adopted'],
    ['draft', 'cancelled'],
    ['agreed', 'cancelled'],
    ['adopted', 'on_control'],
    ['on_control', 'closed'],
    ['adopted', 'cancelled'],
    ['on_control', 'cancelled'],
  ];
  const states: ResolutionState[] = ['draft', 'agreed', 'adopted', 'on_control', 'closed', 'cancelled'];

  it('allows the moves of the table and no others', () => {
    const moves = states.flatMap((from) =>
      states.filter((to) => canMoveResolution(from, to)).map((to) => `${from}>${to}`),
    );
    expect(moves.sort()).toEqual(allowed.map((move) => move.join('>')).sort());
  });

  it('lets the drafter change it until it lies with the chair', () => {
    const sentAt = new Date('2026-11-23T04:00:00Z');
    expect([isEditable({ state: 'draft', sentAt: null }), isWaiting({ state: 'draft', sentAt: null })]).toEqual([
      true,
      false,
    ]);
    expect([isEditable({ state: 'agreed', sentAt }), isWaiting({ state: 'agreed', sentAt })]).toEqual([false, true]);
    expect([isEditable({ state: 'on_control', sentAt }), isWaiting({ state: 'on_control', sentAt })]).toEqual([
      false,
      false,
    ]);
  });

  it('locks text and kind of an item after the adoption, and everything of an issued one', () => {
    const adopted = { state: 'on_control', sentAt: new Date(0) } as const;
    expect(editableFields({ state: 'draft', sentAt: null }, { state: 'draft' })).toContain('text');
    expect(editableFields(adopted, { state: 'draft' })).toEqual(['executors', 'due', 'form']);
    expect(editableFields(adopted, { state: 'issued' })).toEqual([]);
    expect(editableFields({ state: 'draft', sentAt: new Date(0) }, { state: 'draft' })).toEqual([]);
  });

  it('is finished when every task is closed or cancelled, and there is one', () => {
    expect(isFinished([{ state: 'closed' }, { state: 'cancelled' }])).toBe(true);
    expect(isFinished([{ state: 'closed' }, { state: 'draft' }])).toBe(false);
    expect(isFinished([])).toBe(false);
  });
});

describe('an item', () => {
  const item = { text: 'Отремонтировать пандус', term: 'dated' as const, due: '2026-12-25', executors: [school] };

  it.each([
    ['nothing', {}, []],
    ['its text', { text: '  ' }, ['text']],
    ['an executor', { executors: [] }, ['executors']],
    ['a date', { due: null }, ['due']],
    ['executor and date', { executors: [], due: null }, ['executors', 'due']],
    ['a date to come', { due: '2026-11-22' }, ['past']],
    ['nothing when it is due today', { due: '2026-11-23' }, []],
    ['nothing when it stands', { term: 'standing' as const, due: null }, []],
    [
      'the right of the chair',
      { executors: [{ role: 'akim', orgType: 'akimat', orgPath: '/1/' } as const] },
      ['right'],
    ],
    ['the right in another city', { executors: [{ ...school, orgPath: '/9/2/3/' }] }, ['right']],
  ])('lacks %s', (_what, change, lacks) => {
    expect(missingOf({ ...item, ...change }, chair, '2026-11-23')).toEqual(lacks);
  });
});

describe('a long text', () => {
  it('is cut at spaces and loses nothing', () => {
    const text = Array.from({ length: 900 }, (_, n) => `сөз${n}`).join(' ');
    const pieces = piecesOf(text, 100);
    expect(pieces.every((piece) => [...piece].length <= 100)).toBe(true);
    expect(pieces.join(' ')).toBe(text);
  });

  it('without spaces is cut between whole characters', () => {
    const pieces = piecesOf('😀'.repeat(250), 100);
    expect(pieces.map((piece) => [...piece].length)).toEqual([100, 100, 50]);
    expect(pieces.join('')).toBe('😀'.repeat(250));
  });

  it('fills pages up to the limit, in order', () => {
    const lines = Array.from({ length: 10 }, (_, n) => ({ html: `<b>${n}</b>`, length: 30 }));
    const pages = pagesOf(lines, 100);
    expect(pages.map((page) => page.split('\n').length)).toEqual([3, 3, 3, 1]);
    expect(pages.join('\n')).toBe(lines.map(({ html }) => html).join('\n'));
  });

  it('longer than a page stands on one of its own', () => {
    expect(
      pagesOf(
        [
          { html: 'a', length: 1 },
          { html: 'b', length: 500 },
          { html: 'c', length: 1 },
        ],
        100,
      ),
    ).toEqual(['a', 'b', 'c']);
  });
});

describe('the language of a text', () => {
  it.each([
    ['Пандусты жөндеу', 'kk'],
    ['Отремонтировать пандус', 'ru'],
    ['Repair the ramp', 'en'],
    ['25', 'en'],
  ])('of %j is %s', (text, language) => {
    expect(languageOf(text, 'en')).toBe(language);
  });
});

it('a number of a protocol is kept without its sign; words for "none" are none', () => {
  expect(['№ 14', '#7/1', ' 12-қ ', 'Нет-1'].map(readNumber)).toEqual(['14', '7/1', '12-қ', 'Нет-1']);
  expect(['жоқ', 'Нет', 'б/н', '-', '№'].map(readNumber)).toEqual([null, null, null, null, null]);
});
