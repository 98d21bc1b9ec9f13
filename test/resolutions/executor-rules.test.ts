// Executors as people type them in the dialog of an item.
import { describe, expect, it } from 'vitest';
import type { RosterEntry } from '../../src/reading/executors/executors.ts';
import { readTyped } from '../../src/resolutions/executor-rules.ts';

function post(postId: number, fields: Partial<RosterEntry>): RosterEntry {
  const empty = { orgType: 'school', orgNumber: null, role: 'school_head', names: [], aliases: [], personNames: [] };
  return { postId, orgId: postId, ...empty, ...fields };
}
function school(postId: number, number: string): RosterEntry {
  return post(postId, {
    orgNumber: number,
    names: [`№ ${number} мектеп`, `Школа № ${number}`, 'Мектеп директоры', 'Директор школы'],
    personNames: [`Фамилиева${postId} Имя`],
  });
}
const roster: RosterEntry[] = [
  school(1, '12'),
  school(2, '45'),
  school(3, '120'),
  post(4, {
    role: 'dept_head',
    orgType: 'department',
    names: ['Білім басқармасы', 'Управление образования', 'Басқарма басшысы', 'Руководитель управления'],
    aliases: ['УО'],
    personNames: ['Примеров Пётр'],
  }),
  post(5, {
    role: 'district_akim',
    orgType: 'district',
    names: ['Солтүстік ауданы', 'Северный район'],
    personNames: [],
  }),
  post(6, { role: 'district_akim', orgType: 'district', names: ['Оңтүстік ауданы', 'Южный район'], personNames: [] }),
  post(7, { orgType: 'boarding', orgNumber: '3', names: ['Школа-интернат № 3', '№ 3 мектеп-интернат'] }),
];

describe('typed executors', () => {
  it.each([
    ['12', [1]],
    ['№12', [1]],
    ['школа 12', [1]],
    ['школе № 12, 45', [1, 2]],
    ['12; 45\nУО', [1, 2, 4]],
    ['12 и 45', [1, 2]],
    ['№ 45 мектеп', [2]],
    ['управление образования', [4]],
    ['Управлению образования', [4]],
    ['Білім басқармасы', [4]],
    ['басқарма', [4]],
    ['Примеров', [4]],
    ['Северный район', [5]],
    ['северн', [5]],
    ['12, 12, школа 12', [1]],
  ])('%j are found', (typed, postIds) => {
    expect(readTyped(typed, roster)).toEqual({ postIds, fanOut: false, unclear: [], unknown: [] });
  });

  it.each(['все школы', 'всем школам', 'Барлық мектеп', 'барлық мектепке', 'all schools'])(
    '%j mean every school with a copy of its own',
    (typed) => {
      expect(readTyped(typed, roster)).toEqual({ postIds: [1, 2, 3, 7], fanOut: true, unclear: [], unknown: [] });
    },
  );

  it('words that fit two districts are asked about', () => {
    expect(readTyped('12, район', roster)).toEqual({
      postIds: [1],
      fanOut: false,
      unclear: [{ words: 'район', candidates: [5, 6] }],
      unknown: [],
    });
  });

  it('words that nobody answers to are named, the rest is kept', () => {
    expect(readTyped('УО, школа 999, абракадабра', roster)).toEqual({
      postIds: [4],
      fanOut: false,
      unclear: [],
      unknown: ['школа 999', 'абракадабра'],
    });
  });
});
