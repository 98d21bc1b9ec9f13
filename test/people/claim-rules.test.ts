// "This is me": who may claim, and how long lists are cut.
import { expect, it } from 'vitest';
import {
  byOrganisation,
  claimedPlace,
  claimFault,
  claimLink,
  namesOf,
  partOf,
  sealPlace,
  unsealPlace,
} from '../../src/people/claim-rules.ts';

const free = { gone: false, ownPost: false, held: false, waiting: false, open: 0 };

it('a free post can be claimed, and each obstacle has words of its own', () => {
  expect(claimFault(free)).toBeNull();
  expect(claimFault({ ...free, open: 2 })).toBeNull();
  const faults = [
    { gone: true },
    { ownPost: true, held: true },
    { held: true },
    { waiting: true, open: 3 },
    { open: 3 },
  ];
  expect(faults.map((fault) => claimFault({ ...free, ...fault }))).toEqual([
    'people-claim-gone',
    'people-claim-own',
    'people-claim-held',
    'people-claim-waiting',
    'people-claim-too-many',
  ]);
});

it('a link names its place, and nothing else is taken for one', () => {
  const key = { botToken: '1:test', secret: 'тайна' };
  const sealed = sealPlace(key, 123_456_789);
  expect(claimLink('orynda_bot', sealed)).toBe(`https://t.me/orynda_bot?start=claim-${sealed}`);
  expect(unsealPlace(key, claimedPlace(`claim-${sealed}`) ?? '')).toBe(123_456_789);
  for (const other of ['', 'claim-', ' claim-1', 'x'.repeat(32)]) expect(claimedPlace(other)).toBeNull();
  const elsewhere = sealPlace({ ...key, secret: 'другая' }, 12);
  for (const forged of ['12', '12-', elsewhere, sealPlace(key, 12).replace('12-', '13-'), `${sealed}x`, 'x'])
    expect(unsealPlace(key, forged)).toBeNull();
  expect(Buffer.byteLength(`people.claim-index:ru:${sealed}:999999999`)).toBeLessThanOrEqual(64);
});

it('a profile name becomes surname and given name as far as it goes', () => {
  expect(namesOf('Мысалова Дана')).toEqual({ surname: 'Мысалова', given: 'Дана' });
  expect(namesOf(' Dana ')).toEqual({ surname: '', given: 'Dana' });
  expect(namesOf('')).toEqual({ surname: '', given: '' });
});

it('posts stand in the order of school numbers, bodies without a number first', () => {
  const post = (number: string | null, orgNameRu: string, nameRu = 'Директор') => ({ number, orgNameRu, nameRu });
  const sorted = [
    post('12', 'Школа № 12'),
    post('2', 'Школа № 2'),
    post(null, 'Управление'),
    post('2', 'Школа № 2', 'Завуч'),
  ];
  expect(sorted.sort(byOrganisation).map(({ number, nameRu }) => `${number} ${nameRu}`)).toEqual([
    'null Директор',
    '2 Директор',
    '2 Завуч',
    '12 Директор',
  ]);
});

it('a part beyond the end is the last one', () => {
  expect(partOf([1, 2, 3], 2, 9)).toEqual({ rows: [3], at: 1, count: 2 });
  expect(partOf([], 2, 4)).toEqual({ rows: [], at: 0, count: 1 });
});
