// The pictures on the real bot: /stats, the button of /status, the digest with its picture, a group, and what a stranger gets.
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { planWeeklyDigests } from '../../src/digests/job.ts';
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
  expect(shown.buttons).toEqual([
    ['На исполнении: 1', 'Просрочено: 8'],
    ['📋 Цифры списками'],
    ['8 недель', 'Школы'],
    ['🌙 Тёмная'],
  ]);

  await city.deputy.presses('8 недель');
  const trend = city.deputy.lastMessage;
  expect(trend.id).toBe(shown.id);
  expect(trend.text).toContain('Ход за 8 недель');
  const light = png(trend.raw);

  await city.deputy.presses('🌙 Тёмная');
  const dark = png(city.deputy.lastMessage.raw);
  expect(dark.equals(light)).toBe(false);
  expect(city.deputy.lastMessage.buttons).toEqual([['📋 Цифры списками'], ['Организации', 'Школы'], ['☀️ Светлая']]);
  await city.deputy.presses('Школы');
  expect(city.deputy.lastMessage.text).toContain('Управление образования: 0 из 9');
  png(city.deputy.lastMessage.raw);
});

it('tells of the schools of one task, and of no task that the asker may not see', async () => {
  await city.deputy.says('/stats т1');
  expect(city.deputy.lastMessage.text).toContain('№ Т-1 · срок: 27.11.2026');
  expect(city.deputy.lastMessage.text).toMatch(/Просрочено \(8\): №\u00a01, 3, 4/);
  expect(imageSize(png(city.deputy.lastMessage.raw)).width).toBe(1092);
  await head(3).says('/stats Т-1');
  expect(head(3).lastMessage.text).toContain(': 0 / 1');
  await head(3).says('/stats Т-99');
  expect(head(3).lastMessage.text).toContain('мұндай нөмір жоқ: Т-99');
  await head(3).says('/stats 99');
  expect(head(3).lastMessage.text).toContain('мұндай нөмір жоқ: 99');
  const { text } = await head(3).forges(head(3).lastMessage, 'stats.show:schools:1000000');
  expect(text).toContain('/stats 2.1');
});

it('stands above the words of /status, which fit below it; a search and a single school get words', async () => {
  await city.deputy.says('/status');
  const status = city.deputy.lastMessage;
  expect(imageSize(png(status.raw)).width).toBe(1092);
  expect(status.raw.caption).toMatch(/^📊 Исполнение: Акимат города Үлгі\nНа контроле: 9 /);
  expect(status.buttons.at(-1)).toEqual(['8 недель', 'Школы']);
  await city.deputy.presses('8 недель');
  expect(city.deputy.lastMessage.id).toBe(status.id);
  expect(city.deputy.lastMessage.text).toContain('Ход за 8 недель');
  await city.deputy.says('/status школа 3');
  expect(city.deputy.lastMessage.raw.photo).toBeUndefined();
  expect(city.deputy.lastMessage.buttons.flat()).not.toContain('🖼 Показать картинкой');

  await head(3).says('/status');
  expect(head(3).lastMessage.raw.photo).toBeUndefined();
  expect(head(3).lastMessage.buttons.at(-1)).toEqual(['🖼 Суретпен көрсету']);
  await head(3).presses('🖼 Суретпен көрсету');
  expect(head(3).lastMessage.raw.photo).toBeDefined();
});

it('says /status in words where no photo is taken, in private and in a group', async () => {
  const here = city.deputy.in(city.group);
  await here.says('/status@orynda_bot');
  expect(here.lastMessage.raw.photo).toBeDefined();
  expect(here.lastMessage.raw.caption).toContain('На контроле: ');
  for (const person of [city.deputy, here]) {
    town.emulator.fail({
      method: 'sendPhoto',
      code: 400,
      description: 'Bad Request: not enough rights to send photos',
    });
    await person.says('/status@orynda_bot');
    expect(person.lastMessage.raw.photo).toBeUndefined();
    expect(person.lastMessage.text).toContain('На контроле: ');
  }
});

it('names nobody in a group that does not name the late', async () => {
  await city.deputy.in(city.group).says('/stats@orynda_bot');
  const shown = city.deputy.in(city.group).lastMessage;
  expect(shown.text).toContain('8 аптаның барысы');
  expect(shown.buttons).toEqual([['📊 Жеке чатта ашу']]);
  const link = JSON.stringify(shown.raw.reply_markup);
  expect(link).toContain('https://t.me/orynda_bot?start=stats');
  await city.deputy.says('/start stats');
  expect(city.deputy.lastMessage.text).toContain('Исполнение поручений');
  await town.db.place.updateMany({ data: { naming: 'always' } });
  await city.deputy.in(city.group).says('/stats@orynda_bot');
  expect(city.deputy.in(city.group).lastMessage.text).toContain('Тапсырмалардың орындалуы');
  // In both languages of the group, as /status.
  expect(city.deputy.in(city.group).lastMessage.text).toMatch(/Исполнение поручений[^]*Просрочено: /);
});

it('stands above the weekly digest', async () => {
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

it('does not hold up a digest when Telegram takes no photo, nor when it cannot be painted', async () => {
  town.emulator.fail({ method: 'sendPhoto', code: 400, description: 'Bad Request: IMAGE_PROCESS_FAILED' });
  town.clock.set('2026-12-14T09:30');
  await town.tick();
  const digests = () => city.deputy.inbox.filter(({ text }) => text.includes('Еженедельная сводка:'));
  expect(digests().at(-1)?.raw.photo).toBeUndefined();
  expect(digests().at(-1)?.text).toContain('7–13 декабря 2026 г.');

  const { facts } = (await town.db.outgoingMessage.findFirst({ where: { kind: 'digests.weekly' } }))?.data as {
    facts: Record<string, unknown>;
  };
  const broken = { ...facts, weeks: [{ week: {} }] } as object;
  await town.db.outgoingMessage.updateMany({ where: { kind: 'digests.weekly' }, data: { state: 'sent' } });
  await city.deputy.says('/unsubscribe');
  town.clock.set('2026-12-21T09:10');
  await planWeeklyDigests(town.app);
  const planned = await town.db.outgoingMessage.findFirstOrThrow({
    where: { kind: 'digests.weekly', state: 'planned' },
  });
  const data = { ...(planned.data as object), facts: broken };
  await town.db.outgoingMessage.update({ where: { id: planned.id }, data: { data } });
  await town.settle();
  expect(digests().at(-1)?.raw.photo).toBeUndefined();
  expect(digests().at(-1)?.text).toContain('14–20 декабря 2026 г.');
});
