// The command menus that people see: by role, and again when the language changes.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { commandsFor, menuCommands } from '../../src/org/command-rules.ts';
import { findActor } from '../../src/org/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

it('hold the few that the role needs first', async () => {
  const head = city.heads.get(1) as Person;
  for (const person of [head, city.deputy, city.secretary, city.controller, city.admin]) {
    const actor = await findActor(town.app, person.id);
    expect(person.menu()).toEqual(actor && menuCommands(actor));
    expect(person.menu().length).toBeLessThanOrEqual(11);
    expect(actor && commandsFor(actor, 'private')).toEqual(expect.arrayContaining(person.menu()));
  }
  expect(head.menu()).toContain('report');
  expect(head.menu()).not.toContain('import');
  expect(city.admin.menu()).toContain('import');
  expect(city.secretary.menu()).toContain('resolution');
  expect(city.deputy.menu()).toContain('task');
  const stranger = town.tg.person({ firstName: 'Бөтен', languageCode: 'kk' });
  expect(stranger.menu()).not.toContain('task');
});

it('/help says the few, and all by subject behind a button', async () => {
  const head = city.heads.get(1) as Person;
  const actor = await findActor(town.app, head.id);
  if (!actor) throw new Error('the head is known');
  await head.says('/help');
  const few = head.lastMessage.text;
  expect(few.match(/^\/\w+ – /gm)).toHaveLength(5);
  expect(few).toContain(town.app.t('kk', 'extensions-button-ask'));
  await head.presses('Барлық пәрмен');
  const lines = head.lastMessage.text.match(/^\/\w+(?= – )/gm) ?? [];
  expect(lines.map((line) => line.slice(1)).toSorted()).toEqual(commandsFor(actor, 'private').toSorted());
  expect(head.lastMessage.text).toContain('Отырыстар мен құжаттар');
  await head.presses('Қысқаша');
  expect(head.lastMessage.text).toBe(few);
});

it('are set anew when the language changes', async () => {
  const before = town.emulator.calls.length;
  await city.deputy.says('/language');
  await city.deputy.presses('English');
  const set = town.emulator.calls.slice(before).find(({ method }) => method === 'setMyCommands');
  expect(JSON.stringify(set)).toContain(town.app.t('en', 'org-command-my'));
});
