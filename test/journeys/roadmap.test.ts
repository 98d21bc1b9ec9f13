// J8: a roadmap from a table to its last measure: dry run, draft, approval by one press, milestones, an amendment, a past day, closing.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-source.ts';
import { createIndicator, setValues } from '../../src/indicators/actions.ts';
import { findActor } from '../../src/org/queries.ts';
import { changeMeasure } from '../../src/roadmaps/amend-actions.ts';
import type { RoadmapContent } from '../../src/roadmaps/content-rules.ts';
import { buildCity, type City } from '../support/city.ts';
import { storedWorkbook } from '../support/spreadsheet.ts';
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
  ';;Барлығы: 3;;;',
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
  const sheets = storedWorkbook({ name: 'Титул', rows: [['Жол картасы']] }, { name: '1-бөлім', rows: [['Іс-шара']] });
  await secretary.sends({ document: { name: 'karta.xlsx', content: Buffer.from(sheets) } });
  expect(secretary.lastMessage.text).toContain('Тек «Титул» парағы оқылды. Оқылмаған парақтар: «1-бөлім»\nБаған');
  await secretary.sends({ document: { name: 'karta.csv', content: Buffer.from(table) } });
  expect(secretary.lastMessage.text).toContain('Іс-шара: 3 · бөлім: 2');
  expect(secretary.lastMessage.text).toContain('\nЖол № 8: жиынтық ретінде алынбады\n');
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
  const asked = deputy.lastMessage;
  await town.db.roadmap.updateMany({ data: { name: 'Карта обновления школ' } });
  const { text: refused } = await deputy.presses('Утвердить', asked);
  expect(refused).toContain('с тех пор изменилась');
  expect(asked.text).toContain('Карта обновления школ');
  expect(await town.db.task.count({ where: { state: 'issued' } })).toBe(0);
  await deputy.presses('Утвердить', asked);
  expect(deputy.lastMessage.text).toContain('3 мероприятия переданы исполнителям');
  await town.settle();
  expect(heads.get(1)?.lastMessage.text).toContain('Отремонтировать крышу');
  expect(heads.get(2)?.inbox.filter(({ text }) => /Обновить кабинеты|Обучить педагогов/.test(text))).toHaveLength(2);
  expect(await town.db.task.count({ where: { state: 'issued', number: { not: null } } })).toBe(3);
  const again = await deputy.forges(deputy.lastMessage, stamp);
  expect(again.text).toContain('уже утверждена');
  expect(asked.text).toContain('Карта обновления школ');
  expect(asked.buttons.flat()).not.toContain('✅ Утвердить');
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
  expect(deputy.lastMessage.text).toMatch(/Срок: [^\n]+ → 15\s+мая\s+2027\s+г\., суббота/);
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

it('shows the date that an extension moved, on every screen and in the table; the version keeps the plan', async () => {
  const { deputy } = city;
  const second = city.heads.get(2) ?? expect.unreachable();
  const card = second.inbox.find(({ text }) => text.includes('Обучить педагогов')) ?? expect.unreachable();
  await second.replies(card, 'Перенесите на 15 июня 2027 года');
  await second.presses('Нет материалов');
  await town.settle();
  await deputy.presses('Продлить до 15.06.2027');
  await town.settle();
  await deputy.says('/roadmap');
  await deputy.presses('1. ');
  await deputy.presses('II. Кадры');
  expect(deputy.lastMessage.text).toMatch(/2\.1 Обучить педагогов\n15\.06\.2027/);
  await deputy.presses('2.1');
  expect(deputy.lastMessage.text).toMatch(/Срок: 15\s+июня\s+2027/);
  const table = async (): Promise<string> => {
    const { rows } = await readTable(deputy.lastMessage.file?.content ?? Buffer.alloc(0));
    return rows.map((row) => JSON.stringify(row)).find((row) => row.includes('Обучить педагогов')) ?? '';
  };
  const opens = async (...buttons: string[]): Promise<void> => {
    await deputy.says('/roadmap');
    for (const name of ['1. ', ...buttons]) await deputy.presses(name);
  };
  await opens('График');
  expect(deputy.lastMessage.text).toContain('2.1 (15.06.2027)');
  await opens('Таблица');
  expect(await table()).toMatch(/2027-06-15|15\.06\.2027/);
  await opens('Версии: 2', 'Таблица версии 2');
  expect(await table()).toMatch(/2027-05-15|15\.05\.2027/);
  await opens('На дату', '[24]');
  expect(deputy.lastMessage.text).toMatch(/2\.1 Обучить педагогов · 15\.06\.2027/);
  await deputy.presses('Таблица');
  expect(await table()).toMatch(/2027-06-15|15\.06\.2027/);
  await opens('II. Кадры', '2.1', 'Срок');
  await deputy.says('1 июля 2027 года');
  await deputy.says('Курсы летом');
  expect(deputy.lastMessage.text).toMatch(/Срок: [^\n]*15\s+июня[^\n]+ → 1\s+июля/);
  await deputy.presses('Да');
  await opens('II. Кадры');
  expect(deputy.lastMessage.text).toMatch(/2\.1 Обучить педагогов\n01\.07\.2027/);
});

it('is amended in its completion form, a note and the name of a section, each as a version with its reason', async () => {
  const { deputy } = city;
  const opens = async (...buttons: string[]): Promise<void> => {
    await deputy.says('/roadmap');
    for (const name of ['1. ', 'II. Кадры', ...buttons]) await deputy.presses(name);
  };
  const amends = async (words: string): Promise<void> => {
    await deputy.says(words);
    await deputy.says('Уточнение плана');
    expect(deputy.lastMessage.text).toContain('Появится новая версия.');
    await deputy.presses('Да');
    expect(deputy.lastMessage.text).toContain('Изменение внесено, версия');
  };
  await opens('2.1', 'Форма завершения');
  await amends('сертификаты');
  await opens('2.1', 'Примечание');
  await amends('за счёт акимата');
  await opens('Название раздела');
  await amends('II. Педагоги');
  await deputy.presses('Открыть дорожную карту');
  await deputy.presses('II. Педагоги');
  await deputy.presses('2.1');
  expect(deputy.lastMessage.text).toContain('Форма завершения: сертификаты');
  expect(deputy.lastMessage.text).toContain('Примечание: за счёт акимата');
  await town.settle();
  const card = city.heads.get(2)?.messages.find(({ text }) => text.includes('сертификаты'));
  expect(card?.text).toContain('Обучить педагогов');
  const versions = await town.db.roadmapVersion.findMany({ orderBy: { version: 'asc' } });
  const kept = versions.slice(-4).map(({ content }) => (content as unknown as RoadmapContent).sections[1]);
  expect(kept.map((section) => [section?.name, section?.measures[0]?.form, section?.measures[0]?.note])).toEqual([
    ['II. Кадры', 'справка', null],
    ['II. Кадры', 'сертификаты', null],
    ['II. Кадры', 'сертификаты', 'за счёт акимата'],
    ['II. Педагоги', 'сертификаты', 'за счёт акимата'],
  ]);
  expect(versions.at(-1)?.reason).toBe('Уточнение плана');
});

it('judges a measure by several indicators, named and taken off by hand, with an answer in words told apart', async () => {
  const { deputy } = city;
  const actor = (await findActor(town.app, deputy.id)) ?? expect.unreachable();
  const { orgId } = await town.db.roadmap.findFirstOrThrow();
  const made = { orgId, kind: 'count' as const, periodKind: 'year' as const, norm: null, unitKk: 'бірлік' };
  for (const [nameRu, unitRu, value] of [
    ['Введено школ', 'школа', 20],
    ['Модификационные кабинеты', 'кабинет', null],
  ] as const) {
    const indicatorId = await createIndicator(town.app, actor, { ...made, nameKk: nameRu, nameRu, unitRu });
    const fact = { orgId, kind: 'fact' as const, value, words: value === null ? 'аналогичная работа' : null };
    await setValues(town.app, actor, { indicatorId, period: '2026', entries: [fact], source: null });
  }
  await deputy.says('/roadmap');
  for (const name of ['1. ', 'II. ', '2.1', '➕ Индикатор', 'Введено школ']) await deputy.presses(name);
  expect(deputy.lastMessage.text).toContain('Индикатор указан.');
  await deputy.presses('Индикаторы мероприятия');
  // The only other one there is needs no question.
  await deputy.presses('➕ Индикатор');
  await deputy.presses('Индикаторы мероприятия');
  const screen = deputy.lastMessage.text;
  expect(screen).toContain('Индикаторы: 2');
  expect(screen).toContain('• Введено школ, школа · план: — · факт: 20 · —');
  expect(screen).toContain('• Модификационные кабинеты, кабинет\nОтветы без числа: 1');
  await deputy.presses('Назад');
  expect(deputy.lastMessage.text).toContain('• Введено школ, школа');
  await deputy.says('/roadmap');
  for (const name of ['1. ', 'План и факт']) await deputy.presses(name);
  expect(deputy.lastMessage.text.match(/Мероприятия: 2\.1/g)).toHaveLength(2);
  await deputy.presses('📋 Введено школ');
  expect(deputy.lastMessage.text).toContain('Введено школ');
  await deputy.says('/roadmap');
  for (const name of ['1. ', 'II. ', '2.1', 'Индикаторы: 2', '✖️ Введено школ']) await deputy.presses(name);
  expect(deputy.lastMessage.text).toContain('Индикаторы: 1');
  expect(deputy.lastMessage.text).not.toContain('Введено школ');
  const stranger = city.heads.get(3) ?? expect.unreachable();
  const [link] = await town.db.measureIndicator.findMany();
  await stranger.says('/lists');
  await stranger.forges(stranger.lastMessage, `roadmaps.unlink:${link?.measureId}:${link?.indicatorId}`);
  expect(await town.db.measureIndicator.findMany()).toEqual([link]);
});

it('opens each of its numbers as the measures that it counts, now, in a section and on a past day', async () => {
  const { deputy } = city;
  await town.db.participation.updateMany({
    where: { task: { textRu: 'Обновить кабинеты' } },
    data: { due: new Date('2026-11-20') },
  });
  const opened = async (): Promise<string[]> => {
    const numbered = /^(Мероприятия|Выполнено|В срок|Просрочено): (\d+)$/;
    const screen = deputy.lastMessage;
    const found = (screen.raw.reply_markup?.inline_keyboard ?? []).flat().filter(({ text }) => numbered.test(text));
    for (const { text, callback_data = '' } of found) {
      await deputy.forges(screen, callback_data);
      const measures = deputy.lastMessage.text.split('\n\n').slice(1);
      expect([text, measures.length]).toEqual([text, Number(numbered.exec(text)?.[2])]);
      expect(deputy.lastMessage.text).toContain(text);
    }
    return found.map(({ text }) => text);
  };
  await deputy.says('/roadmap');
  await deputy.presses('1. ');
  expect(await opened()).toEqual(['Мероприятия: 3', 'Просрочено: 1']);
  expect(deputy.lastMessage.text).toContain('🔴 1.2 Обновить кабинеты');
  await deputy.presses('1.2');
  expect(deputy.lastMessage.text).toContain('Обновить кабинеты');
  await deputy.presses('Назад');
  expect(await opened()).toEqual(['Просрочено: 1']);
  await deputy.says('/roadmap');
  await deputy.presses('1. ');
  await deputy.presses('На дату');
  await deputy.presses('23.11.2026');
  expect(await opened()).toEqual(['Мероприятия: 3']);
  expect(deputy.lastMessage.text).toContain('версия 1');
  const stranger = city.heads.get(3) ?? expect.unreachable();
  await stranger.says('/lists');
  const { text } = await stranger.forges(stranger.lastMessage, 'roadmaps.measures:1:0:a:0');
  expect(text).not.toBe('');
  expect(stranger.lastMessage.text).not.toContain('кабинеты');
});

it('tells of a past day the milestones that were reached then, also when the mark was taken back since', async () => {
  const { deputy } = city;
  const first = city.heads.get(1) ?? expect.unreachable();
  const onThatDay = async (): Promise<string | undefined> => {
    await deputy.says('/roadmap');
    await deputy.presses('1. ');
    await deputy.presses('На дату');
    await deputy.presses('23.11.2026');
    return deputy.lastMessage.text.split('\n').find((line) => line.includes('1.1 '));
  };
  const before = await onThatDay();
  expect(before).toContain('99');
  await first.says('/roadmap');
  await first.presses('1. ');
  await first.presses('Ғимараттар');
  await first.presses('1.1');
  await first.presses('↩️ смета');
  expect(first.lastMessage.text).toContain('◇ 01.12.2026 смета');
  expect(await onThatDay()).toBe(before);
});

it('refuses an amendment of a version that is the last no more, with the way to the present one', async () => {
  const { deputy } = city;
  const actor = (await findActor(town.app, deputy.id)) ?? expect.unreachable();
  await deputy.says('/roadmap');
  await deputy.presses('1. ');
  await deputy.presses('II. ');
  await deputy.presses('2.1');
  await deputy.presses('Срок');
  await deputy.says('20 мая 2027 года');
  await deputy.says('Курсы начнутся ещё позже');
  const sure = deputy.lastMessage;
  const { id: measureId, section } = await town.db.measure.findFirstOrThrow({
    where: { section: { position: 2 } },
    include: { section: true },
  });
  const version = await town.db.roadmapVersion.count({ where: { roadmapId: section.roadmapId } });
  const change = { act: 'note' as const, words: 'с участием колледжей' };
  await changeMeasure(town.app, actor, { measureId, change, version, reason: 'Уточнение' });
  await deputy.presses('Да', sure);
  expect(deputy.lastMessage.text).toContain('Ничего не изменено');
  expect(await town.db.roadmapVersion.count({ where: { roadmapId: section.roadmapId } })).toBe(version + 1);
  await deputy.presses('Открыть дорожную карту');
  expect(deputy.lastMessage.buttons.flat()).toContain(`Версии: ${version + 1}`);
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
