// Reports written at once, and reviewers who are not disturbed for nothing.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import type { Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const head = (n: number): Person => city.heads.get(n) as Person;

async function issue(words: string): Promise<number> {
  await city.deputy.says(`/task ${words}`);
  await city.deputy.presses('Выдать', city.deputy.lastMessage);
  await town.settle();
  return (await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
}

it('/report takes words that say by themselves how far it is, with the progress they name', async () => {
  const taskId = await issue('Школе № 2 отремонтировать пандус до 25.12.2026');
  await head(2).says('/report');
  await head(2).says('Готово на 60 %, ждём материалы');
  expect(head(2).lastMessage.buttons).toEqual([['Отправить'], ['Отмена']]);
  await head(2).presses('Отправить');
  const report = await town.db.report.findFirstOrThrow({ where: { participation: { taskId } } });
  expect(report).toMatchObject({ final: false, progress: 60, text: 'Готово на 60 %, ждём материалы' });
});

it('/report asks for the kind afterwards where the words leave it open', async () => {
  const taskId = await issue('Школе № 1 тізім тапсыру до 25.12.2026');
  await head(1).says('/report');
  await head(1).sends({ document: { name: 'act.pdf', content: Buffer.from('pdf') } });
  await head(1).presses('Жіберу');
  await head(1).presses('Қорытынды есеп', head(1).lastMessage);
  const report = await town.db.report.findFirstOrThrow({
    where: { participation: { taskId } },
    include: { attachments: true },
  });
  expect([report.final, report.attachments.length]).toEqual([true, 1]);
});

it('thanks are not asked about', async () => {
  const before = head(1).inbox.length;
  await head(1).says('Рахмет!');
  expect(head(1).inbox).toHaveLength(before);
});

it('/status has nothing to show to an administrator without a post', async () => {
  await city.admin.says('/status');
  expect(city.admin.lastMessage.text).toBe('У вас нет права на это действие.');
});

it('a reviewer whose list has become empty on another day gets no message of that', async () => {
  await head(2).says('Выполнено, пандус установлен');
  await town.settle();
  town.clock.advance({ days: 1 });
  await city.deputy.says('/review');
  while (city.deputy.lastMessage.buttons.flat().includes('Принять'))
    await city.deputy.presses('Принять', city.deputy.lastMessage);
  await town.settle();
  const empty = city.deputy.inbox.filter(({ text }) => text === 'На рассмотрении ничего нет.');
  expect(empty).toHaveLength(1);
});
