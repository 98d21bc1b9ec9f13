// The demo city is acted, not written: its sources change no table and name nobody of the people who exist.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRosterFile } from '../../../src/org/roster-files.ts';
import { planRoster } from '../../../src/org/roster-rules.ts';
import { nameOf } from '../../../src/playground/city/names.ts';
import { picture } from '../../../src/playground/city/picture.ts';
import {
  boardingCount,
  demoRoster,
  districts,
  privateCount,
  schoolCount,
} from '../../../src/playground/city/roster.ts';
import { imageFault, imageSize } from '../../../src/playground/emulator/images.ts';
import { personas } from '../../../src/playground/personas.ts';

const folder = new URL('../../../src/playground/', import.meta.url);
const sources = readdirSync(new URL('city/', folder))
  .map((name) => `city/${name}`)
  .concat('tour.ts', 'tour-acts.ts', 'tour-sight.ts', 'tour-words.ts');

it.each(sources)('%s reads the database at most', (name) => {
  const source = readFileSync(new URL(name, folder), 'utf8');
  expect(source).not.toMatch(/\$(?:execute|query)Raw|\.(?:create|update|delete|upsert)(?:Many)?(?:AndReturn)?\(\s*\{/);
});

it('has a roster without a fault: 353 schools in eight districts, private and boarding ones among them', async () => {
  const { file, residents } = demoRoster();
  const { rows } = await readRosterFile(file);
  const plan = planRoster(rows, { organisations: [], posts: [] }, 'kk');
  expect(plan.errors).toEqual([]);
  expect(plan.holdersAdded).toHaveLength(residents.length);
  const schools = plan.orgsAdded.filter(({ type }) => type === 'school' || type === 'boarding');
  expect(schools).toHaveLength(schoolCount);
  expect(schools.filter(({ ownership }) => ownership === 'private')).toHaveLength(privateCount);
  expect(schools.filter(({ type }) => type === 'boarding')).toHaveLength(boardingCount);
  expect(plan.orgsAdded.filter(({ type }) => type === 'district')).toHaveLength(districts.length);
  expect(new Set(schools.map(({ parent }) => parent)).size).toBe(8);
  expect(plan.orgsAdded.find(({ code }) => code === 's12')?.number).toBe('12');
});

it('knows in its roster the people whom a visitor can be', () => {
  const known = new Set(demoRoster().residents.map(({ given, surname }) => `${given} ${surname}`));
  const outside = personas.filter(({ name }) => !known.has(name)).map(({ key }) => key);
  expect(outside).toEqual(['administrator', 'stranger']);
});

it('names people the same way every time, of both genders and in both languages', () => {
  const names = Array.from({ length: 400 }, (_, number) => nameOf(number));
  expect(names).toEqual(Array.from({ length: 400 }, (_, number) => nameOf(number)));
  expect(new Set(names.map(({ surname, given }) => `${surname} ${given}`)).size).toBeGreaterThan(300);
  for (const { gender, patronymic, surname } of names) {
    expect(patronymic).toMatch(gender === 'female' ? /(?:қызы|вна)$/ : /(?:ұлы|вич)$/);
    expect(surname).toMatch(gender === 'female' ? /а$/ : /[вн]$/);
  }
  expect(names.filter(({ language }) => language === 'ru').length).toBeGreaterThan(100);
});

it.each(['ramp', 'camera', 'yard', 'menu'] as const)(
  'draws a small photo of the %s that Telegram would take',
  (motif) => {
    const bytes = picture(motif);
    expect(imageFault(bytes)).toBeUndefined();
    expect(imageSize(bytes)).toEqual({ width: 480, height: 360 });
    expect(bytes.length).toBeLessThan(20_000);
    expect(bytes.equals(picture(motif, 1))).toBe(false);
  },
);
