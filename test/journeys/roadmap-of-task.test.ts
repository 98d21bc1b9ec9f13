// A task of several bodies for more than half a year gets its roadmap also after it was issued, alone or by a protocol.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildCity, type City, importRoster } from '../support/city.ts';
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

const roadmapsOf = async (taskId: number): Promise<number> => town.db.roadmap.count({ where: { taskId } });

/** A task that asks for a roadmap, issued by this person; returns its card in private. */
async function issuesLong(person: Person, words: string) {
  await person.says(`/task Школе № 1, Школе № 2 ${words} до 1 октября 2027 года`);
  await person.presses('Выдать');
  await town.settle();
  const task = await newest();
  return { task, shown: await card(person, task.number) };
}

it('is one, whoever of two sends the second table, and none for a task that has ended meanwhile', async () => {
  const { deputy, secretary } = city;
  const { task, shown } = await issuesLong(deputy, 'провести ремонт спортзалов');
  await deputy.presses('🗺 Составить дорожную карту', shown);
  await secretary.forges(secretary.lastMessage, `roadmaps.for-task:${task.id}`);
  await deputy.sends({ document: { name: 'one.csv', content: table('Составить смету залов') } });
  await secretary.sends({ document: { name: 'two.csv', content: table('Обмерить спортзалы') } });
  await deputy.presses('Да');
  await secretary.presses('Иә');
  expect(secretary.lastMessage.text).toContain('жол картасы бар');
  expect(await roadmapsOf(task.id)).toBe(1);

  const ended = await issuesLong(deputy, 'обновить пищеблоки');
  await deputy.presses('🗺 Составить дорожную карту', ended.shown);
  await deputy.sends({ document: { name: 'three.csv', content: table('Купить плиты') } });
  await town.db.task.update({ where: { id: ended.task.id }, data: { state: 'cancelled' } });
  await deputy.presses('Да');
  expect(deputy.lastMessage.text).toContain(ended.task.number);
  expect(await roadmapsOf(ended.task.id)).toBe(0);
});

it('is one even for what writes past the dialogs, and free again once the first was thrown away', async () => {
  const { taskId, ...first } = await town.db.roadmap.findFirstOrThrow({ where: { taskId: { not: null } } });
  const { id: _, ...copy } = { ...first, taskId };
  await expect(town.db.roadmap.create({ data: copy })).rejects.toMatchObject({ code: 'P2002' });
  await town.db.roadmap.update({ where: { id: first.id }, data: { state: 'cancelled' } });
  await town.db.roadmap.create({ data: copy });
  expect(await town.db.roadmap.count({ where: { taskId, state: { not: 'cancelled' } } })).toBe(1);
});

it('is made from the card also by who issues from an office, and by the secretary of the body it serves', async () => {
  const links = await importRoster(city.admin, [
    'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases',
    'control;Бақылау бөлімі;Отдел контроля;city;office;;;Әкім орынбасары;Заместитель акима;deputy;Аппаратов;Мысал;Үлгіұлы;male;ru;',
  ]);
  const chief = town.tg.person({ firstName: 'Аппаратов', languageCode: 'ru' });
  await chief.opens(links.get('Аппаратов') ?? '');
  await chief.presses('✅');
  const { task, shown } = await issuesLong(chief, 'построить пандусы');
  expect(shown.buttons.flat()).toContain('🗺 Составить дорожную карту');
  const { secretary } = city;
  await secretary.forges(secretary.lastMessage, `tasks.open:${task.id}`);
  await town.settle();
  expect(secretary.lastMessage.buttons.flat()).toContain('🗺 Жол картасын жасау');
});
