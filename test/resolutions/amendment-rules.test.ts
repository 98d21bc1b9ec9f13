// Rules of amendments: what changed, and where an added item stands.
import { describe, expect, it } from 'vitest';
import { headWordings, itemWordings, placeOfAdded } from '../../src/resolutions/amendment-rules.ts';
import { numbersOf } from '../../src/resolutions/number-rules.ts';
import type { ItemView } from '../../src/resolutions/queries.ts';

const item = {
  number: '2.1',
  textKk: null,
  textRu: 'Отремонтировать пандус',
  due: '2026-12-25',
  dueTime: null,
  participations: [
    { state: 'accepted', post: { postId: 7 } },
    { state: 'withdrawn', post: { postId: 8 } },
  ],
} as unknown as ItemView;

describe('a change of an item', () => {
  it('keeps what changed, before and after, and the number', () => {
    expect(itemWordings(item, { text: ' Построить пандус ', due: '2026-12-25', executorPostIds: [7] })).toEqual({
      before: { number: '2.1', text: 'Отремонтировать пандус' },
      after: { number: '2.1', text: 'Построить пандус' },
    });
    expect(itemWordings(item, { due: '2026-12-25', dueTime: '18:00', executorPostIds: [9, 7, 9] })).toEqual({
      before: { number: '2.1', due: '2026-12-25', dueTime: null, executors: [7] },
      after: { number: '2.1', due: '2026-12-25', dueTime: '18:00', executors: [9, 7] },
    });
  });

  it.each([{}, { text: 'Отремонтировать пандус ' }, { due: '2026-12-25' }, { executorPostIds: [7] }])(
    'that changes nothing is refused: %j',
    (change) => expect(() => itemWordings(item, change)).toThrow('resolutions-amend-nothing'),
  );
});

describe('a correction of the head', () => {
  const head = { theme: 'Тема', number: '14', day: '2026-11-20' };

  it('names only what changed', () => {
    expect(headWordings(head, { number: '15', theme: 'Тема' })).toEqual({
      before: { number: '14' },
      after: { number: '15' },
    });
    expect(headWordings(head, { number: null })).toEqual({ before: { number: '14' }, after: { number: null } });
  });

  it('that changes nothing is refused', () => {
    expect(() => headWordings(head, { day: '2026-11-20' })).toThrow('resolutions-amend-nothing');
  });
});

describe('an added item', () => {
  const sections = ['1.1', '1.3', '2.1', '2.2'].map((number, at) => ({ taskId: at + 1, number, position: at + 1 }));
  const numbered = (afterTaskId: number | null, items = sections) => {
    const { position, number } = placeOfAdded(items, afterTaskId);
    const moved = items.map((one) => ({
      ...one,
      position: one.position >= position ? one.position + 1 : one.position,
    }));
    const all = [...moved, { taskId: 9, number, position }].toSorted((a, b) => a.position - b.position);
    const numbers = numbersOf(all);
    return { numbers, items: all.map((one, at) => ({ ...one, number: numbers[at] as string })) };
  };

  it('stands behind its neighbour, in its section, with a hyphen; gaps stay and nothing is renumbered', () => {
    expect(numbered(3).numbers).toEqual(['1.1', '1.3', '2.1', '2.1-1', '2.2']);
    expect(numbered(1).numbers).toEqual(['1.1', '1.1-1', '1.3', '2.1', '2.2']);
  });

  it('follows those that were added there before', () => {
    expect(numbered(3, numbered(3).items).numbers).toEqual(['1.1', '1.3', '2.1', '2.1-1', '2.1-2', '2.2']);
  });

  it('stands at the end where no neighbour is named', () => {
    expect(numbered(null).numbers).toEqual(['1.1', '1.3', '2.1', '2.2', '5']);
  });

  it('is refused behind an item that is not there', () => {
    expect(() => placeOfAdded(sections, 77)).toThrow('telegram-stale-button');
  });
});
