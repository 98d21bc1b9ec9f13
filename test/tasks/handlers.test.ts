// /status in a group and the edit of a date, as people use them.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { dayToDb } from '../../src/time.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

it('the calendar that asks for a date marks the days off, the edited ones too', async () => {
  const data = { kind: 'off', note: 'перенос', createdAt: town.app.now() };
  await town.db.calendarDay.create({ data: { ...data, day: dayToDb('2026-11-27') } });
  await city.deputy.says('Школе № 2 сдать отчёт до 30.11.2026');
  await city.deputy.presses('Изменить');
  await city.deputy.presses('Срок');
  const buttons = city.deputy.lastMessage.buttons.flat();
  expect(buttons).toContain('26');
  expect(buttons).toContain('27·');
  await city.deputy.says('26.11.2026');
  expect(city.deputy.lastMessage.text).toContain('Срок: 26 ноября 2026 г., четверг');
  await city.deputy.presses('Отмена');
});

it('the late are named in a group only a working day after a private reminder, as the group wishes', async () => {
  const here = city.deputy.in(city.group);
  await city.deputy.says('Школе № 2 починить ворота до 24.11.2026');
  await city.deputy.presses('Выдать');
  await town.settle();
  const status = async (at: string): Promise<string> => {
    town.clock.set(at);
    await here.says('/status@orynda_bot');
    return here.lastMessage.text;
  };
  expect(await status('2026-11-26T09:00')).toContain('срок 24.11.2026');
  expect(await status('2026-11-26T09:00')).not.toContain('Школа № 2');
  await town.tick();
  expect(await status('2026-11-26T10:00')).not.toContain('Школа № 2');
  expect(await status('2026-11-30T10:00')).toContain('срок 24.11.2026 — Школа № 2');
});
