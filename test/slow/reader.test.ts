// Reading beside the handler: a slow document makes nobody wait, a stop or a kill loses none, a fault of ours is told once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { buildCity, type City, importRoster } from '../support/city.ts';
import { expectNoViolations } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const dataDir = mkdtempSync(join(tmpdir(), 'orynda-reader-'));

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00', config: { dataDir } });
  city = await buildCity(town, { schools: 2 });
}, 120_000);
afterAll(async () => {
  await town.close();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(() => expectNoViolations(town.emulator));

let serial = 0;
const document = (name = 'хаттама.txt', items = '1. Школе № 2 провести проверку до 25 декабря.') => {
  serial += 1;
  const text = `ПРОТОКОЛ № ${serial} от 20.11.2026\nО работе школ\nПредседатель: Мысалов А.\n${items}`;
  return { document: { name, content: Buffer.from(text) } };
};
const waiting = () => town.db.unreadDocument.count();
const drafts = () => town.db.resolution.count();

/** Sends a document whose download never comes to an end. */
async function sendsSlow(): Promise<void> {
  town.emulator.fail({ method: 'getFile', silent: true, times: 1 });
  town.tg.waits = false;
  await city.secretary.sends(document());
  await town.emulator.idle();
  await vi.waitFor(() => expect(town.emulator.world.faults).toEqual([]), { timeout: 50_000 });
  town.tg.waits = true;
  expect(await waiting()).toBe(1);
}

it('a slow document keeps nobody waiting; a restart reads it on', async () => {
  await sendsSlow();
  town.tg.waits = false;
  await city.deputy.says('/help');
  await town.emulator.idle();
  expect(city.deputy.lastMessage.text).toContain('/task');
  await vi.waitFor(() => expect(city.secretary.lastMessage.text).toContain('Құжат оқылуда'), {
    timeout: 50_000,
  });
  town.tg.waits = true;
  await town.restart();
  expect(city.secretary.messages.map(({ text }) => text)).toContainEqual(expect.stringContaining('Тармақтар: 1'));
  expect(city.secretary.lastMessage.text).toContain('О работе школ');
  expect([await waiting(), await drafts()]).toEqual([0, 1]);
}, 60_000);

it('a kill in the middle loses nothing either, and what was done is not done twice', async () => {
  const before = await drafts();
  await sendsSlow();
  await town.kill();
  expect([await waiting(), await drafts()]).toEqual([0, before + 1]);
  town.emulator.redeliver(1);
  await town.tg.settle();
  expect([await waiting(), await drafts()]).toEqual([0, before + 1]);
}, 60_000);

it('a kill leaves no message behind that says the document is being read', async () => {
  const isReading = ({ text }: { text?: string }) => text?.includes('Құжат оқылуда') ?? false;
  const readingNow = () => city.secretary.messages.filter(isReading).length;
  const before = readingNow();
  await sendsSlow();
  town.tg.waits = false;
  await vi.waitFor(() => expect(readingNow()).toBe(before + 1), { timeout: 50_000 });
  await vi.waitFor(async () => expect((await town.db.unreadDocument.findFirst())?.progressId).not.toBeNull(), {
    timeout: 50_000,
  });
  town.tg.waits = true;
  await town.kill();
  expect([await waiting(), readingNow()]).toEqual([0, before]);
}, 60_000);

it('a fault of ours is told once, with an apology, and leaves nothing behind', async () => {
  const before = await drafts();
  town.emulator.fail({ method: 'getFile', code: 500, times: 1 });
  await city.secretary.sends(document());
  expect(city.secretary.lastMessage.text).toBe(town.app.t('kk', 'telegram-our-fault').replace(/<[^>]*>/g, ''));
  expect([await waiting(), await drafts()]).toEqual([0, before]);
  await city.secretary.sends(document());
  expect(await drafts()).toBe(before + 1);
});

it('a person who lost the post meanwhile gets a refusal', async () => {
  await sendsSlow();
  const held = { person: { surname: 'Пробова' } };
  await town.db.appointment.updateMany({ where: held, data: { fromDay: new Date('2026-11-24') } });
  await town.restart();
  expect(city.secretary.lastMessage.text).toBe(town.app.t('kk', 'resolutions-may-not-draft'));
  expect(await waiting()).toBe(0);
  await town.db.appointment.updateMany({ where: held, data: { fromDay: new Date('2026-11-23') } });
}, 60_000);

it('tables of an administrator who is a secretary are documents unless they look like a roster, or /import asked for one', async () => {
  await town.db.person.updateMany({ where: { surname: 'Мысалов' }, data: { systemAdmin: true } });
  const table = 'Мероприятие;Ответственный;Срок\nПровести проверку;Школа № 2;до 25 декабря 2026 года';
  const before = await drafts();
  await city.deputy.sends(document('хаттама.txt'));
  await city.deputy.sends({ document: { name: 'план.csv', content: Buffer.from(table) } });
  expect(await drafts()).toBe(before + 2);
  await importRoster(city.deputy, ['code;org_ru;type;parent', 'edu;Управление образования;department;city']);
  await city.deputy.says('/import');
  await city.deputy.sends({ document: { name: 'план.csv', content: Buffer.from(`${table}.`) } });
  expect(city.deputy.lastMessage.text).toBe(town.app.t('ru', 'org-roster-no-header'));
  await city.deputy.sends({ document: { name: 'план.csv', content: Buffer.from(`${table}.`) } });
  expect(await drafts()).toBe(before + 3);
});
