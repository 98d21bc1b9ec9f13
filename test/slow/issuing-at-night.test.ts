// The quiet rule when a task is issued outside of working hours: without a sound, or in the morning with a way back.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-27T10:00' });
  city = await buildCity(town, { schools: 3 });
  town.clock.set('2026-11-27T21:30');
}, 120_000);
afterAll(async () => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const newest = () => town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });

async function drafts(words: string): Promise<void> {
  await city.deputy.says(words);
  await city.deputy.presses('Выдать', city.deputy.lastMessage);
}

it('asks when it shall be heard, and the draft can be gone back to', async () => {
  await drafts('Школе № 2 побелить стены до 25.12.2026');
  expect(city.deputy.lastMessage.text).toContain('Рабочее время начнётся: 30 ноября 2026 г., понедельник, 09:00');
  expect((await newest()).state).toBe('draft');
  await city.deputy.presses('Назад', city.deputy.lastMessage);
  expect(city.deputy.lastMessage.buttons.flat().join()).toContain('Выдать');
});

it('goes at once without a sound, where that is wished', async () => {
  const before = head(2).inbox.length;
  await city.deputy.presses('Выдать', city.deputy.lastMessage);
  await city.deputy.presses('без звука', city.deputy.lastMessage);
  await town.settle();
  expect(head(2).inbox).toHaveLength(before + 1);
  const sent = town.emulator.calls.filter(
    ({ method, params }) => method === 'sendMessage' && params['disable_notification'],
  );
  expect(sent.length).toBeGreaterThan(0);
});

it('goes on the next working morning, and can be taken back until then', async () => {
  const before = head(1).inbox.length;
  await drafts('Школе № 1 вымыть окна до 25.12.2026');
  await city.deputy.presses('понедельник', city.deputy.lastMessage);
  expect(city.deputy.lastMessage.text).toContain('Сообщения будут отправлены 30 ноября 2026 г., понедельник, 09:00');
  await town.passTo('2026-11-30T08:30');
  expect(head(1).inbox).toHaveLength(before);
  await city.deputy.presses('Вернуть в проект', city.deputy.lastMessage);
  expect((await newest()).state).toBe('draft');
  await city.deputy.presses('Выдать', city.deputy.lastMessage);
  await city.deputy.presses('понедельник', city.deputy.lastMessage);
  await town.passTo('2026-11-30T09:30');
  expect(head(1).inbox.at(-1)?.text).toContain('окна');
});

it('kept back until the night by an outage, makes no sound there either; an answer does', async () => {
  const quiet = (person: Person) =>
    town.emulator.calls
      .filter(({ method, params }) => method === 'sendMessage' && Number(params['chat_id']) === person.id)
      .map(({ params }) => Boolean(params['disable_notification']))
      .at(-1);
  town.clock.set('2026-11-30T11:00');
  await drafts('Школе № 3 починить калитку до 25.12.2026');
  await town.settle();
  expect(head(3).inbox.at(-1)?.text).toContain('калитку');
  expect(quiet(head(3))).toBe(false);
  await drafts('Школе № 3 починить забор до 25.12.2026');
  town.clock.set('2026-11-30T23:10');
  await town.settle();
  expect(head(3).inbox.at(-1)?.text).toContain('забор');
  expect(quiet(head(3))).toBe(true);
  await head(3).says('/my');
  expect(quiet(head(3))).toBe(false);
});
