// Captions: what a picture shows, said to who cannot see it, within the letters that Telegram allows.
import { expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { longestCaption, schoolsShown } from '../../src/stats/messages.ts';
import type { SchoolRow } from '../../src/stats/school-queries.ts';
import { plain } from '../../src/telegram/buttons.ts';
import { loadTexts } from '../../src/texts.ts';

const app = { t: loadTexts() } as unknown as App;
const today = '2026-11-26';

function rows(districts: number, each: number, late: (district: number, school: number) => boolean): SchoolRow[] {
  return Array.from({ length: districts * each }, (_, at) => {
    const [district, school] = [Math.floor(at / each), at % each];
    const overdue = late(district, school) ? 1 : 0;
    const name = `Қызылжағалау ${district + 1} ауданының білім бөлімі`;
    const of = { districtId: district + 1, districtKk: name, districtRu: name };
    const counts = { inTime: 1 - overdue, late: 0, review: 0, work: 0, overdue };
    return { orgId: at, number: String(at + 101), nameKk: 'Мектеп', nameRu: 'Школа', ...of, ...counts };
  });
}

const captionOf = (all: SchoolRow[]): string[] =>
  plain(schoolsShown(app, 'kk', { name: 'Әкімдік', today, rows: all, task: null }).caption).split('\n');

it('of schools names every one of eight districts with its numbers, the most overdue first, and no endless list', () => {
  const lines = captionOf(rows(8, 43, (district, school) => school < 33 + district));
  expect(lines.slice(2)).toHaveLength(8);
  expect(lines[2]).toBe('Қызылжағалау 8 ауданының білім бөлімі: 3 / 43 · мерзімі өтті: 40');
  expect(lines.at(-1)).toBe('Қызылжағалау 1 ауданының білім бөлімі: 10 / 43 · мерзімі өтті: 33');
});

it('of schools says which are late where they are few', () => {
  const lines = captionOf(rows(3, 20, (district, school) => district === 1 && school < 3));
  expect(lines.at(-1)).toBe('Мерзімі өтті (3): №\u00a0121, 122, 123');
});

it('of schools says whose the late are where those of another district are too many to be named', () => {
  const lines = captionOf(rows(2, 43, (district, school) => (district === 0 ? school < 40 : school < 3)));
  expect(lines.at(-1)).toBe('Қызылжағалау 2 ауданының білім бөлімі: Мерзімі өтті (3): №\u00a0144, 145, 146');
});

it('of 1,200 late schools ends with a whole line within the limit', () => {
  const lines = captionOf(rows(20, 60, () => true));
  expect(lines.join('\n').length).toBeLessThanOrEqual(longestCaption);
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.slice(2).every((line) => /: 0 \/ 60 · мерзімі өтті: 60$/.test(line))).toBe(true);
});
