// The living card keeps its count of days true while nobody touches the task.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { refreshStaleCards } from '../../src/tasks/job.ts';
import { buildCity, type City } from '../support/city.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
  await city.deputy.says('/task Школе № 2 отремонтировать пандус до 27.11.2026');
  await city.deputy.presses('Выдать', city.deputy.lastMessage);
  await town.settle();
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const group = () => city.deputy.in(city.group);

async function refreshAt(at: string): Promise<void> {
  town.clock.set(at);
  await refreshStaleCards(town.app);
  await town.settle();
}

it('a card counts the days of today, in the same message', async () => {
  const card = group().lastMessage;
  const messages = group().messages.length;
  expect(card.text).toContain('осталось 4 рабочих дня');
  await refreshAt('2026-11-25T08:55');
  expect(card.text).toContain('осталось 4 рабочих дня');
  await refreshAt('2026-11-25T09:00');
  expect(card.text).toContain('осталось 2 рабочих дня');
  await refreshAt('2026-11-30T09:00');
  expect(card.text).toContain('просрочка 1 рабочий день');
  expect(group().messages).toHaveLength(messages);
});

it('a day is enough for one refresh, and a day off for none', async () => {
  const count = () => town.db.outgoingMessage.count({ where: { kind: 'tasks.card' } });
  const before = await count();
  await refreshAt('2026-11-30T17:00');
  await refreshAt('2026-12-06T10:00');
  expect(await count()).toBe(before);
});
