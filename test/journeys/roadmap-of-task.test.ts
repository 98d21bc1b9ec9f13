// A task of several bodies for more than half a year gets its roadmap also after it was issued, alone or by a protocol.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const dataDir = mkdtempSync(join(tmpdir(), 'orynda-roadmap-'));
beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00', config: { dataDir } });
  city = await buildCity(town, { schools: 3 });
}, 120_000);
afterAll(async () => {
  await town.close();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(() => expectNoViolations(town.emulator));

const table = (text: string): Buffer =>
  Buffer.from(`Карта\n№;Срок;Мероприятие;Ответственный\n1;01.03.2027;${text};Школа № 1`);
const newest = async () => town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });

/** The card of the task in private, with its buttons. */
async function card(person: Person, number: string | null) {
  await person.says(`/task ${number}`);
  await town.settle();
  return person.lastMessage;
}

it('is made from the card by whoever issued it, once; its executors have no such button', async () => {
  const { deputy, heads } = city;
  await deputy.says('/task Школе № 1, Школе № 2 обновить учебные кабинеты до 1 октября 2027 года');
  await deputy.presses('Выдать');
  await town.settle();
  const { id: taskId, number } = await newest();
  const button = '🗺 Составить дорожную карту';
  const shown = await card(deputy, number);
  expect(shown.buttons.flat()).toContain(button);
  const head = heads.get(2) ?? expect.unreachable();
  expect((await card(head, number)).buttons.flat()).not.toContain(button);
  const refused = await head.forges(head.lastMessage, `roadmaps.for-task:${taskId}`);
  expect(refused.text).not.toBe('');
  await deputy.presses(button, shown);
  await deputy.sends({ document: { name: 'karta.csv', content: table('Заменить мебель') } });
  await deputy.presses('Да');
  expect(await town.db.roadmap.findMany({ select: { taskId: true } })).toEqual([{ taskId }]);
  expect((await card(deputy, number)).buttons.flat()).not.toContain(button);
  const late = await deputy.presses(button, shown);
  expect(late.text).toContain('дорожная карта уже есть');
});

it('is not asked for by a task of one body or a short one', async () => {
  const { deputy } = city;
  const plans = async (words: string): Promise<boolean> => {
    await deputy.says(`/task ${words}`);
    await deputy.presses('Выдать');
    await town.settle();
    const { buttons } = await card(deputy, (await newest()).number);
    return buttons.flat().includes('🗺 Составить дорожную карту');
  };
  expect(await plans('Школе № 3 заменить окна до 1 октября 2027 года')).toBe(false);
  expect(await plans('Школе № 1, Школе № 3 заменить двери до 1 марта 2027 года')).toBe(false);
});

it('of a protocol is announced on the item for after the adoption, and made from its card by the secretary', async () => {
  const { deputy, secretary } = city;
  const protocol = [
    'ПРОТОКОЛ № 14',
    'совещания при заместителе акима города Үлгі',
    '20 ноября 2026 года',
    'О подготовке школ к зиме',
    'Председательствовал: Мысалов А.Ү.',
    '',
    '1. Школе № 2, Школе № 3 построить спортивные площадки до 1 октября 2027 года.',
  ].join('\n');
  await secretary.sends({ document: { name: 'protocol.txt', content: Buffer.from(protocol) } });
  const { id: taskId } = await newest();
  await secretary.forges(secretary.lastMessage, `resolutions.item:${taskId}`);
  expect(secretary.lastMessage.text).toContain('жол картасы қажет');
  expect(secretary.lastMessage.text).toContain('қарар қабылданғаннан кейін');
  const { resolutionId } = await town.db.task.findUniqueOrThrow({ where: { id: taskId } });
  await secretary.forges(secretary.lastMessage, `resolutions.panel:${resolutionId}:0`);
  await secretary.presses('Төрағалық етушіге жіберу', secretary.lastMessage);
  await secretary.presses('Осылай жіберу', secretary.lastMessage);
  await town.settle();
  await deputy.presses('Принять', deputy.lastMessage);
  await town.settle();
  await secretary.forges(secretary.lastMessage, `tasks.open:${taskId}`);
  await town.settle();
  await secretary.presses('🗺 Жол картасын жасау', secretary.lastMessage);
  await secretary.sends({ document: { name: 'karta.csv', content: table('Выбрать подрядчика') } });
  await secretary.presses('Иә');
  expect(await town.db.roadmap.count({ where: { taskId } })).toBe(1);
});
