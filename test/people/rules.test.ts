// Names as they are typed, what may close, which days a substitution may have.
import { expect, it } from 'vitest';
import { closeFault, fits, readFullName, readTitle, substituteFault } from '../../src/people/rules.ts';

it('a full name is two to five words of letters', () => {
  expect(readFullName('  Преемникова  Сауле Пробқызы ')).toEqual({
    surname: 'Преемникова',
    given: 'Сауле',
    patronymic: 'Пробқызы',
  });
  expect(readFullName('Әл-Фараби Әбу')).toEqual({ surname: 'Әл-Фараби', given: 'Әбу', patronymic: null });
  for (const wrong of [
    'Сауле',
    '',
    'Иванов 12',
    '<b> Иван',
    '+77010000000 Иван',
    'а б в г д е',
    `${'я'.repeat(101)} Иван`,
  ])
    expect(readFullName(wrong)).toBeNull();
});

it('a title is one line with letters or digits', () => {
  expect(readTitle(' Школа \n № 12 ')).toBe('Школа № 12');
  expect(readTitle('…')).toBeNull();
  expect(readTitle('Школа № 12, +7 701 234 56 78')).toBeNull();
  expect(readTitle('я'.repeat(301))).toBeNull();
});

it('what hangs on a post or an organisation keeps it open', () => {
  expect(closeFault({ tasks: 0, children: 0 })).toBeNull();
  expect(closeFault({ tasks: 2, children: 3 })).toBe('people-close-tasks');
  expect(closeFault({ tasks: 0, children: 1 })).toBe('people-close-children');
});

it('a substitution begins today or later, ends after it begins, and is no appointment', () => {
  const days = { from: '2026-11-24', to: '2026-11-30', today: '2026-11-24', length: 7 };
  expect(substituteFault(days)).toBeNull();
  expect(substituteFault({ ...days, today: '2026-11-25' })).toBe('people-days-past');
  expect(substituteFault({ ...days, to: '2026-11-23' })).toBe('people-days-turned');
  expect(substituteFault({ ...days, length: 367 })).toBe('people-days-long');
});

it('a search takes a number for the number of a school, and words in any order without Kazakh letters', () => {
  const school = { number: '12', names: ['№ 12 мектеп', 'Школа № 12'] };
  expect(fits(school, '12')).toBe(true);
  expect(fits(school, '№ 12')).toBe(true);
  expect(fits(school, 'школа № 12')).toBe(true);
  expect(fits({ number: '112', names: ['Школа № 112'] }, 'мектеп 12')).toBe(false);
  expect(fits({ number: null, names: ['Үлгіқызы Гүлнар'] }, 'гулнар улгикызы')).toBe(true);
  expect(fits(school, '')).toBe(true);
});
