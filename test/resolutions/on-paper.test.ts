// A resolution signed on paper: registered by a secretary whom the chair trusts, told to the chair, revoked by the chair.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../src/journal/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import { startTown, type Town } from '../support/town.ts';
import { addsItem, newest, startsResolution } from './secretary.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  city = await buildCity(town, { schools: 4 });
}, 120_000);
afterAll(async () => town.close());
beforeEach(async () => {
  await city.secretary.says('/cancel');
  await city.deputy.says('/cancel');
});
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const scan = { document: { name: 'protocol-14.pdf', content: Buffer.from('%PDF signed and stamped') } };
const paperButton = 'Қол қойылған құжатты тіркеу';

/** A draft with one complete item and one without a date. */
async function draft(theme: string): Promise<void> {
  await startsResolution(city, theme);
  await addsItem(city, { text: 'Пандусты жөндеу', executors: ['3'], due: '25.12.2026' });
  await addsItem(city, { text: 'Мерзімсіз тармақ', executors: ['2'] });
}

async function registers(day = '20.11.2026'): Promise<void> {
  await city.secretary.presses(paperButton, city.secretary.lastMessage);
  await city.secretary.says('14-П');
  await city.secretary.says(day);
  await city.secretary.sends(scan);
}

describe('the right to register', () => {
  it('is the chair’s to give: without it there is no button, and a forged one is refused', async () => {
    await draft('Сенімсіз');
    expect(city.secretary.lastMessage.buttons.flat().join()).not.toContain(paperButton);
    const { id } = await newest(town);
    const refused = await city.secretary.forges(city.secretary.lastMessage, `resolutions.paper:${id}`);
    expect(refused.text).toContain('төрағалық етуші сеніп тапсырған');
    const own = await city.secretary.forges(city.secretary.lastMessage, 'resolutions.delegate:1:2:1');
    expect(own.text).not.toBe('');
    expect(await town.db.delegation.count()).toBe(0);
  });

  it('is given and taken back by a press of the chair', async () => {
    const press = async (): Promise<void> => {
      const [label] = city.deputy.lastMessage.buttons.flat();
      await city.deputy.presses(label ?? '', city.deputy.lastMessage);
    };
    await city.deputy.says('/resolution');
    await city.deputy.presses('Кому доверена регистрация', city.deputy.lastMessage);
    expect(city.deputy.lastMessage.buttons.flat()[0]).toMatch(/^☐ /);
    await press();
    expect(city.deputy.lastMessage.buttons.flat()[0]).toMatch(/^✅ /);
    await press();
    expect(city.deputy.lastMessage.buttons.flat()[0]).toMatch(/^☐ /);
    await press();
    expect(await town.db.delegation.count({ where: { endedAt: null } })).toBe(1);
  });
});

describe('a signed paper', () => {
  it('of a day to come is refused, and the draft stays', async () => {
    await draft('Ертеңгі қағаз');
    await registers('30.11.2026');
    await city.secretary.presses('Тіркеу', city.secretary.lastMessage);
    expect(city.secretary.lastMessage.text).toContain('әлі келген жоқ');
    expect(await newest(town)).toMatchObject({ state: 'draft', onPaper: false });
  });

  it('is registered after a press, with its number, day and file; what is complete is issued', async () => {
    await draft('Қағаздағы қарар');
    await registers();
    expect(city.secretary.lastMessage.text).toContain('Бірден берілетін тармақ саны: 1; жоба болып қалатыны: 1.');
    expect(await newest(town)).toMatchObject({ state: 'draft' });
    await city.secretary.presses('Тіркеу', city.secretary.lastMessage);
    await town.settle();
    const { id, state, onPaper, paperNumber, paperDay, tasks } = await newest(town);
    expect([state, onPaper, paperNumber, paperDay]).toEqual(['on_control', true, '14-П', new Date('2026-11-20')]);
    expect(tasks.map((task) => task.state)).toEqual(['issued', 'draft']);
    const file = await town.db.attachment.findFirstOrThrow({ where: { resolutionId: id } });
    expect(await readdir(join(town.app.config.dataDir, 'files'))).toContain(file.sha256);
    expect(city.heads.get(3)?.lastMessage.text).toContain('Пандусты жөндеу');
  });

  it('is told to the chair, who revokes it with a reason: what is open is cancelled', async () => {
    const told = city.deputy.inbox.findLast(({ text }) => text.includes('От вашего имени'));
    if (!told) throw new Error('the chair was not told');
    expect(told.text).toContain('Документ на бумаге: № 14-П, 20 ноября 2026 г.');
    const stolen = await city.secretary.forges(
      city.secretary.lastMessage,
      `resolutions.revoke:${(await newest(town)).id}`,
    );
    expect(stolen.alert).not.toBe(true);
    await city.secretary.says('Мен қайтарып аламын');
    expect((await newest(town)).state).toBe('on_control');
    await city.deputy.presses('Отозвать', told);
    await city.deputy.says('Подписан другой текст');
    await town.settle();
    expect(city.deputy.messages.some(({ text }) => text.includes('отменено поручений: 1'))).toBe(true);
    const { state, revokeReason, tasks } = await newest(town);
    expect([state, revokeReason]).toEqual(['cancelled', 'Подписан другой текст']);
    expect(tasks.map((task) => task.state)).toEqual(['cancelled', 'draft']);
    expect(told.text).toContain('Отозвана.');
    expect(told.buttons).toEqual([]);
    expect(city.secretary.inbox.some(({ text }) => text.includes('Подписан другой текст'))).toBe(true);
    expect(await verifyJournal(town.app)).toEqual({ ok: true });
  });

  it('revoked once stays so: the old button does nothing more', async () => {
    const { id } = await newest(town);
    await city.deputy.forges(city.deputy.lastMessage, `resolutions.revoke:${id}`);
    await city.deputy.says('Ещё раз');
    expect(city.deputy.lastMessage.text).toContain('уже нельзя');
  });
});
