// A draft as it was read becomes an item: several posts of one phrase, classes, posts out of reach, places of doubts.
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { itemOf } from '../../src/intake/item-rules.ts';
import type { RosterEntry } from '../../src/reading/executors/executors.ts';
import { readDrafts } from '../../src/reading/items/read-drafts.ts';
import type { WorkingGroup } from '../../src/tasks/working-group-rules.ts';

const entry = (postId: number, orgType: RosterEntry['orgType'], names: string[], orgNumber: string | null = null) => ({
  postId,
  role: orgType === 'school' ? ('school_head' as const) : ('dept_head' as const),
  orgId: postId,
  orgType,
  orgNumber,
  names,
  aliases: [],
  personNames: [],
});
const roster: RosterEntry[] = [
  entry(1, 'department', ['Білім басқармасы', 'Управление образования']),
  entry(2, 'school', ['№ 2 мектеп', 'Школа № 2'], '2'),
  entry(3, 'school', ['№ 3 мектеп', 'Школа № 3'], '3'),
];
const calendar = createCalendar([]);
const day = '2026-11-20';

const groups: WorkingGroup[] = [
  {
    ...{ groupId: 7, nameKk: 'Құқық бұзушылықтың алдын алу', nameRu: 'Профилактика правонарушений' },
    ...{ headPostId: 1, placeId: null, postIds: [3, 2], vacant: ['психолог'] },
  },
];

function items(text: string, mayGet = (_postId: number): boolean => true) {
  return readDrafts(text, { referenceDate: day, calendar, week: 5, roster }).map((draft) =>
    itemOf(draft, { text, day, roster, groups, locale: 'ru', mayGet }),
  );
}

describe('an item', () => {
  it('takes every school of a list, in order', () => {
    expect(items('Школе № 3 и № 2 отремонтировать пандус до 25 декабря')[0]).toMatchObject({
      text: 'Отремонтировать пандус',
      executorPostIds: [3, 2],
      fanOut: false,
      due: '2026-12-25',
      dueText: 'до 25 декабря',
      doubts: [],
    });
  });

  it('for all schools is a copy for each that the chair may reach', () => {
    const [item] = items('Всем школам провести уроки до 18 декабря', (postId) => postId !== 3);
    expect(item).toMatchObject({ executorPostIds: [2], fanOut: true, doubts: [] });
  });

  it('doubts whom nobody knows, at the place where they stand, and whom the chair may not give tasks to', () => {
    const [item] = items('ГорУНО, школе № 2 сдать отчёт до 18 декабря', (postId) => postId !== 2);
    expect(item?.executorPostIds).toEqual([]);
    expect(item?.doubts).toEqual([
      { key: 'reading-doubt-unknown-executor', words: 'ГорУНО', candidates: [], at: 0 },
      { key: 'tasks-doubt-outside', words: 'школе № 2', candidates: [] },
    ]);
  });

  it('that repeats keeps its rule and its first date', () => {
    expect(items('Управлению образования ежемесячно до 5 числа представлять сведения')[0]).toMatchObject({
      due: '2026-12-05',
      recurrence: 'FREQ=MONTHLY;BYMONTHDAY=5',
    });
  });

  it.each([
    'Членам рабочей группы по профилактике правонарушений провести рейды до 25 декабря 2026 года.',
    'Рабочей группе по профилактике правонарушений — провести рейды до 25 декабря 2026 года.',
    '1. Құқық бұзушылықтың алдын алу жөніндегі жұмыс тобының мүшелеріне 2026 жылғы 25 желтоқсанға дейін рейд жүргізу тапсырылсын.',
  ])('for the members of a working group goes to its seats, the head first: %j', (text) => {
    const [item] = items(text);
    expect(item).toMatchObject({ executorPostIds: [1, 3, 2], fanOut: false, due: '2026-12-25' });
    expect(item?.text).toMatch(/^(?:Провести рейды|Рейд жүргізу)$/);
    expect(item?.doubts).toEqual([{ key: 'tasks-doubt-vacant-seats', words: 'психолог', candidates: [] }]);
    // Its head chairs: then nobody collates, everybody has a copy.
    expect(items(text, (postId) => postId !== 1)[0]).toMatchObject({ executorPostIds: [3, 2], fanOut: true });
  });

  it('that only speaks of a working group is nobody else’s', () => {
    const text = 'Школе № 3 представить отчёт рабочей группе по профилактике правонарушений до 25 декабря.';
    expect(items(text)[0]).toMatchObject({ executorPostIds: [3] });
  });
});
