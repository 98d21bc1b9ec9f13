// A command that does not exist is answered, not taken for a report or a task.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 1 });
}, 60_000);
afterAll(() => town.close());

it('says that there is no such command and where the list is', async () => {
  await city.deputy.says('/otchet Школе № 1 отремонтировать пандус до 25 декабря');
  expect(city.deputy.lastMessage.text).toContain('/help');
  await city.heads.get(1)?.says('/gotovo');
  expect(city.heads.get(1)?.lastMessage.text).toContain('/help');
  expect(await town.db.task.count()).toBe(0);
  expectNoViolations(town.emulator);
});
