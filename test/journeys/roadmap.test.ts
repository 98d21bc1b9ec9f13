// J8: a roadmap from a table to its last measure: dry run, draft, approval by one press, milestones, an amendment, a past day, closing.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00' });
  city = await buildCity(town, { schools: 3 });
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const table = [
  'Дорожная карта по обновлению школ',
  '№;Срок;Мероприятие;Форма завершения;Ответственный;Контрольные точки',
  'I. Ғимараттар',
  '1;до 25 декабря;Отремонтировать крышу;акт;Школа № 1;смета до 1 декабря',
  '2;01.03.2027;Обновить кабинеты;отчёт;Школа № 2;',
  'II. Кадры',
  '1;до 1 февраля 2027 года;Обучить педагогов;справка;Школа № 2;',
].join('\n');

async function loads(content: string): Promise<void> {
  const { secretary } = city;
  await secretary.says('/roadmap');
  await secretary.presses('Кестені жүктеу');
  await secretary.sends({ document: { name: 'karta.csv', content: Buffer.from(content) } });
}

it('is read with a dry run: a fault loads nothing, the mended table makes a draft, the same bytes no second one', async () => {
  const { secretary } = city;
  await loads(table.replace('01.03.2027', '31.02.2027').replace('Школа № 1', 'Школа № 77'));
  expect(secretary.lastMessage.text).toContain('Жол № 4: жауапты орындаушы табылмады: Школа № 77');
  expect(secretary.lastMessage.text).toContain('Жол № 5: мерзімі түсініксіз: 31.02.2027');
  expect(await town.db.roadmap.count()).toBe(0);
  await loads(table);
  expect(secretary.lastMessage.text).toContain('Іс-шара: 3 · бөлім: 2');
  await secretary.presses('Иә');
  await secretary.presses('Жол картасын ашу');
  expect(secretary.lastMessage.text).toContain('Жоба. Бекітетін лауазым: Әкім орынбасары');
  expect(await town.db.task.count({ where: { state: 'draft' } })).toBe(3);
  await loads(table);
  expect(secretary.lastMessage.text).toContain('Бұл кесте жүктелген');
  expect(await town.db.roadmap.count()).toBe(1);
});

it('goes into force by one press of who approves it: every measure reaches its executor', async () => {
  const { secretary, deputy, heads } = city;
  await secretary.says('/roadmap');
  await secretary.presses('1. ');
  await secretary.presses('Бекітуге жіберу');
  await town.settle();
  expect(deputy.lastMessage.text).toContain('Вам на утверждение дорожная карта');
  const stamp = deputy.lastMessage.raw.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? '';
  await deputy.presses('Утвердить');
  expect(deputy.lastMessage.text).toContain('3 мероприятия переданы исполнителям');
  await town.settle();
  expect(heads.get(1)?.lastMessage.text).toContain('Отремонтировать крышу');
  expect(heads.get(2)?.inbox.filter(({ text }) => /Обновить кабинеты|Обучить педагогов/.test(text))).toHaveLength(2);
  expect(await town.db.task.count({ where: { state: 'issued', number: { not: null } } })).toBe(3);
  const again = await deputy.forges(deputy.lastMessage, stamp);
  expect(again.text).toContain('уже утверждена');
  expect(await town.db.roadmapVersion.count()).toBe(1);
});

it('shows each executor the own measures only; a milestone is marked by who executes, not by others', async () => {
  const [first, second] = [city.heads.get(1), city.heads.get(2)];
  if (!first || !second) return expect.unreachable();
  await first.says('/roadmap');
  await first.presses('1. ');
  expect(first.lastMessage.text).toContain('Іс-шара: 1');
  expect(first.lastMessage.text).not.toContain('Кадры');
  await first.presses('Ғимараттар');
  await first.presses('1.1');
  await first.presses('✅ смета');
  expect(first.lastMessage.text).toContain('✅ 01.12.2026 смета');
  const [milestone] = await town.db.milestone.findMany();
  await second.says('/roadmap');
  await second.presses('1. ');
  const refused: string[] = [];
  for (const data of [`roadmaps.milestone:${milestone?.id}:0`, 'roadmaps.versions:1', 'roadmaps.drop:1'])
    refused.push((await second.forges(second.lastMessage, data)).text);
  expect(refused[0]).toContain('Отмечает исполнитель');
  expect(refused.every(Boolean)).toBe(true);
  expect((await town.db.milestone.findMany()).every(({ doneAt }) => doneAt !== null)).toBe(true);
});

it('is amended with a reason: a new version, the old one and the past day stay as they were', async () => {
  const { deputy } = city;
  town.clock.advance({ days: 1 });
  await deputy.says('/roadmap');
  await deputy.presses('1. ');
  await deputy.presses('II. Кадры');
  await deputy.presses('2.1');
  await deputy.presses('Срок');
  await deputy.says('15 мая 2027 года');
  await deputy.says('Курсы начнутся позже');
  await deputy.presses('Да');
  expect(deputy.lastMessage.text).toBe('Изменение внесено, версия 2.');
  await deputy.presses('Открыть дорожную карту');
  await deputy.presses('Версии: 2');
  expect(deputy.lastMessage.text).toContain('Причина: Курсы начнутся позже');
  await deputy.presses('Таблица версии 1');
  expect(deputy.lastMessage.file?.name).toBe('roadmap-1-v1.xlsx');
  await deputy.says('/roadmap');
  await deputy.presses('1. ');
  await deputy.presses('На дату');
  await deputy.presses('23.11.2026');
  expect(deputy.lastMessage.text).toContain('версия 1');
  expect(deputy.lastMessage.text).toMatch(/2\.1 Обучить педагогов · 01\.02\.2027/);
});

it('closes by itself when its last measure is closed', async () => {
  const { deputy } = city;
  await town.db.participation.updateMany({ data: { state: 'accepted', inTime: true } });
  await town.db.task.updateMany({ data: { state: 'closed' } });
  await town.tick();
  await deputy.says('/roadmap');
  expect(deputy.lastMessage.text).toContain('завершена');
  expect(deputy.lastMessage.text).toContain('100');
});
