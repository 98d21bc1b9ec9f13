// Whom of the working groups a text addresses: members of several together, their heads, what is vacant and what is left to read.
import { describe, expect, it } from 'vitest';
import { membersSaid, type WorkingGroup } from '../../src/tasks/working-group-rules.ts';

const group = (groupId: number, nameRu: string, postIds: number[], vacant: string[] = []): WorkingGroup => ({
  ...{ groupId, nameRu, nameKk: nameRu, postIds, vacant },
  headPostId: groupId * 10,
  placeId: groupId * 100,
});
const groups = [
  group(1, 'Рабочая группа по профилактике правонарушений', [11, 12], ['Психолог']),
  group(2, 'Рабочая группа по ремонту школ', [12, 21], ['Инженер']),
  group(3, 'Рабочая группа по профилактике травматизма', [31]),
];
const said = (text: string, typed = false) => membersSaid(groups, text, { locale: 'ru', typed });

describe('two groups in one line', () => {
  it('are both meant: the head of the first collates, nobody twice, every vacant seat is told', () => {
    expect(
      said('Членам рабочей группы по профилактике правонарушений и группы по ремонту школ — осмотреть дворы'),
    ).toEqual({
      groupIds: [1, 2],
      placeId: null,
      postIds: [10, 11, 12, 20, 21],
      doubts: [{ key: 'tasks-doubt-vacant-seats', words: 'Психолог; Инженер', candidates: [] }],
      rest: 'осмотреть дворы',
    });
  });

  it('are no order where one of them is unclear', () => {
    expect(said('Членам рабочей группы по ремонту школ и группы по профилактике — осмотреть дворы')).toMatchObject({
      groupIds: [],
      postIds: [],
      doubts: [
        {
          key: 'tasks-doubt-which-group',
          words: 'Рабочая группа по профилактике правонарушений; Рабочая группа по профилактике травматизма',
        },
      ],
    });
  });
});

describe('a group and an organisation in one line', () => {
  it.each([
    ['Членам рабочей группы по ремонту школ и школе № 12 — осмотреть', 'школе № 12 — осмотреть'],
    ['Членам рабочей группы по ремонту школ, школе № 12 — осмотреть', 'школе № 12 — осмотреть'],
    ['Школе № 12 и членам рабочей группы по ремонту школ — осмотреть', 'Школе № 12 — осмотреть'],
    ['Школе № 12, членам рабочей группы по ремонту школ — осмотреть', 'Школе № 12 — осмотреть'],
  ])('%j leaves the organisation to be read', (text, rest) => {
    const found = said(text);
    expect(found?.groupIds).toEqual([2]);
    expect(found?.rest.replaceAll(/\s+/g, ' ')).toBe(rest);
  });
});
