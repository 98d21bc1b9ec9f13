// The pictures on the real bot: /stats, the button of /status, the digest with its picture, a group, and what a stranger gets.
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { imageSize } from '../../src/playground/emulator/images.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 12 });
  const here = city.deputy.in(city.group);
  await here.says('/task@orynda_bot Всем школам — представить отчёт до 27 ноября');
  await here.presses('Выдать');
  await town.settle();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;

/** The bytes of the last picture in a chat. */
function png(raw: { photo?: { file_id: string }[] | undefined }): Buffer {
  const id = raw.photo?.at(-1)?.file_id ?? '';
  const content = town.emulator.world.files.get(id)?.content ?? Buffer.alloc(0);
  const folder = process.env['KEEP_PICTURES'];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${id}.png`, content);
  }
  return content;
}

it('shows the units at once and other views in the same message', async () => {
  await head(2).says('Выполнено, отчёт сдан');
  await head(2).says('/cancel');
  town.clock.set('2026-11-30T10:00');
  await city.deputy.says('/stats');
  const shown = city.deputy.lastMessage;
  expect(shown.raw.caption).toContain('Исполнение поручений\nАкимат города Үлгі · За 8 недель, на 30 ноября 2026 г.');
  expect(shown.text).toContain('Просрочено: 8');
  expect(imageSize(png(shown.raw)).width).toBe(1092);
  expect(shown.buttons).toEqual([['8 недель', 'Школы'], ['🌙 Тёмная']]);

  await city.deputy.presses('8 недель');
  const trend = city.deputy.lastMessage;
  expect(trend.id).toBe(shown.id);
  expect(trend.text).toContain('Ход за 8 недель');
  const light = png(trend.raw);

  await city.deputy.presses('🌙 Тёмная');
  const dark = png(city.deputy.lastMessage.raw);
  expect(dark.equals(light)).toBe(false);
  expect(city.deputy.lastMessage.buttons).toEqual([['Организации', 'Школы'], ['☀️ Светлая']]);
  await city.deputy.presses('Школы');
  expect(city.deputy.lastMessage.text).toContain('Управление образования: 0 из 9');
  png(city.deputy.lastMessage.raw);
});

it('tells of the schools of one task, and of no task that the asker may not see', async () => {
  await city.deputy.says('/stats т1');
  expect(city.deputy.lastMessage.text).toContain('№ Т-1 · срок: 27 ноября 2026 г.');
  expect(city.deputy.lastMessage.text).toMatch(/Просрочено \(8\): №\u00a01, №\u00a03/);
  expect(imageSize(png(city.deputy.lastMessage.raw)).width).toBe(1092);
  await head(3).says('/stats Т-1');
  expect(head(3).lastMessage.text).toContain(': 0 / 1');
  await head(3).says('/stats 99');
  expect(head(3).lastMessage.text).toContain('/stats 2.1');
  await head(3).forges(head(3).lastMessage, 'stats.show:schools:1000000');
  expect(head(3).lastMessage.text).toContain('/stats 2.1');
});

it('is offered below /status, not below a search', async () => {
  await city.deputy.says('/status');
  expect(city.deputy.lastMessage.buttons).toEqual([['🖼 Показать картинкой']]);
  await city.deputy.presses('🖼 Показать картинкой');
  expect(city.deputy.lastMessage.raw.photo).toBeDefined();
  await city.deputy.says('/status школа 3');
  expect(city.deputy.lastMessage.buttons).toEqual([]);
});

it('names nobody in a group that does not name the late', async () => {
  await city.deputy.in(city.group).says('/stats@orynda_bot');
  const shown = city.deputy.in(city.group).lastMessage;
  expect(shown.text).toContain('8 аптаның барысы');
  expect(shown.buttons).toEqual([]);
  await town.db.place.updateMany({ data: { naming: 'always' } });
  await city.deputy.in(city.group).says('/stats@orynda_bot');
  expect(city.deputy.in(city.group).lastMessage.text).toContain('Тапсырмалардың орындалуы');
});

it('stands above the weekly digest, and the digest goes without it where photos are forbidden', async () => {
  await city.deputy.says('/subscribe');
  await city.deputy.presses('Акимат города Үлгі');
  await city.deputy.presses('Подписаться');
  town.clock.set('2026-12-07T09:30');
  await town.tick();
  const digest = city.deputy.inbox.findLast(({ text }) => text.includes('Еженедельная сводка'));
  expect(digest?.raw.caption).toContain('📊 Еженедельная сводка: 30 ноября – 6 декабря 2026 г.');
  expect(imageSize(png(digest?.raw ?? {})).width).toBe(1092);
  expect(await town.db.outgoingMessage.findMany({ where: { kind: 'digests.weekly' } })).toMatchObject([
    { state: 'sent', outcome: null },
  ]);
});
