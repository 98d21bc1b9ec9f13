// The demo city in its full size: 353 schools, a third of whose heads have joined, with their reports and reminders.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { findUnreached } from '../../src/org/queries.ts';
import { builtCity, type BuiltCity } from '../playground/city/built-city.ts';

let city: BuiltCity;
let app: App;

beforeAll(async () => {
  city = await builtCity();
  ({ app } = city);
}, 900_000);
afterAll(() => city?.close());

it('tells how far it is, from nothing to all', () => {
  const { progress } = city;
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect([progress[0], progress.at(-1)]).toEqual([0, 1]);
});

it('is built without a fault of the bot, and nothing is left unsent', async () => {
  expect(city.emulator.violations).toEqual([]);
  expect(await verifyJournal(app)).toEqual({ ok: true });
  const left = { state: { in: ['dead', 'unknown', 'planned', 'leased'] } };
  expect(await app.db.outgoingMessage.count({ where: left })).toBe(0);
});

it('has about 110 heads who have joined, and knows of the others that nobody reaches them', async () => {
  const { total } = await findUnreached(app, { scopes: null });
  expect(total).toBeGreaterThan(220);
  expect(total).toBeLessThan(270);
});

it('has more reports than anybody reads at once: accepted, waiting, returned and interim ones', async () => {
  const count = (where: object) => app.db.report.count({ where });
  expect(await count({ state: 'accepted' })).toBeGreaterThan(50);
  expect(await count({ state: 'submitted', final: true })).toBeGreaterThan(15);
  expect(await count({ state: 'returned' })).toBeGreaterThan(2);
  expect(await count({ final: false })).toBeGreaterThan(8);
  expect(await app.db.attachment.count()).toBeGreaterThan(25);
});
