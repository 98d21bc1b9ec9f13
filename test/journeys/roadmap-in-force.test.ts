// A measure of a roadmap in force is changed in the roadmap alone: its card and its old buttons lead there, the actions refuse.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import type { RoadmapContent } from '../../src/roadmaps/content-rules.ts';
import { extendForAll } from '../../src/extensions/extend-all-actions.ts';
import { replaceExecutor } from '../../src/shares/replace-actions.ts';
import { waiveShare, withdrawShare } from '../../src/shares/withdraw-actions.ts';
import { cancelTask } from '../../src/tasks/actions.ts';
import { correctTask } from '../../src/tasks/correct-actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let deputy: Actor;
beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00' });
  city = await buildCity(town, { schools: 4 });
  deputy = (await findActor(town.app, city.deputy.id)) ?? expect.unreachable();
  const { secretary } = city;
  await secretary.says('/roadmap');
  await secretary.presses('Кестені жүктеу');
  await secretary.sends({ document: { name: 'karta.csv', content: Buffer.from(table) } });
  await secretary.presses('Иә');
  await secretary.says('/roadmap');
  await secretary.presses('1. ');
  await secretary.presses('Бекітуге жіберу');
  await town.settle();
  await city.deputy.presses('Утвердить', city.deputy.lastMessage);
  await town.settle();
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const table = [
  'Дорожная карта по обновлению школ',
  '№;Срок;Мероприятие;Форма завершения;Ответственный;Контрольные точки',
  '1;25.12.2026;Отремонтировать крышу;акт;Школа № 1, Школа № 2;смета 01.12.2026',
  '2;25.12.2026;Провести учёт;справка;Все школы;',
].join('\n');

const measure = async (position: number) =>
  town.db.measure.findFirstOrThrow({ where: { position }, include: { task: { include: { participations: true } } } });
const versions = async () => town.db.roadmapVersion.findMany({ orderBy: { version: 'asc' } });
/** Executors of a measure as the latest version keeps them, by the number of their school. */
async function keptExecutors(position: number): Promise<number[]> {
  const { content } = (await versions()).at(-1) ?? expect.unreachable();
  const ids = (content as unknown as RoadmapContent).sections[0]?.measures[position - 1]?.executors ?? [];
  const posts = await town.db.post.findMany({ where: { id: { in: ids } }, include: { org: true } });
  const school = (id: number) => Number(/\d+/.exec(posts.find((post) => post.id === id)?.org.nameRu ?? '')?.[0]);
  return ids.map(school);
}
async function opensMeasure(position: number, ...buttons: string[]): Promise<void> {
  await city.deputy.says('/roadmap');
  for (const name of ['1. ', 'Мероприятия', `1.${position}`, ...buttons]) await city.deputy.presses(name);
}

it('is shown on its card with the way to the amendment instead of presses that change it', async () => {
  const { task } = await measure(1);
  await city.deputy.says(`/task ${task.number}`);
  await town.settle();
  const card = city.deputy.lastMessage;
  expect(card.buttons.flat()).toContain('✏️ Изменить в дорожной карте');
  expect(card.buttons.flat().join()).not.toMatch(/Исправить|Отменить поручение/);
  await city.deputy.presses('Исполнители', card);
  await city.deputy.presses('Школа № 1');
  expect(city.deputy.lastMessage.buttons.flat().join()).not.toMatch(/Заменить|Отозвать/);
  await city.deputy.presses('✏️ Изменить в дорожной карте', card);
  expect(city.deputy.lastMessage.text).toContain('Отремонтировать крышу');
  expect(city.deputy.lastMessage.buttons.flat()).toContain('📅 Срок');
});

it('stays as it is under every press and act past the roadmap, and each says where it is changed', async () => {
  const { task } = await measure(1);
  const [share] = task.participations;
  if (!share) return expect.unreachable();
  const stranger = await town.db.post.findFirstOrThrow({ where: { org: { nameRu: 'Школа № 3' } } });
  for (const data of [
    `tasks.correct:${task.id}`,
    `tasks.cancel:${task.id}`,
    `shares.replace:${share.id}`,
    `shares.giveto:${share.id}:${stranger.id}`,
    `shares.withdraw:${share.id}`,
  ]) {
    await city.deputy.forges(city.deputy.lastMessage, data);
    expect(city.deputy.lastMessage.text, data).toContain('Мероприятие дорожной карты меняют в ней');
    expect(city.deputy.lastMessage.buttons.flat(), data).toEqual(['✏️ Изменить в дорожной карте']);
  }
  const reason = 'ошибка в тексте';
  const acts = [
    correctTask(town.app, deputy, { taskId: task.id, text: 'Снести крышу', reason }),
    cancelTask(town.app, deputy, { taskId: task.id, reason }),
    replaceExecutor(town.app, deputy, { participationId: share.id, postId: stranger.id, reason }),
    withdrawShare(town.app, deputy, { participationId: task.participations[1]?.id ?? 0, reason }),
  ];
  const results = await Promise.allSettled(acts);
  expect(results.map((each) => each.status === 'rejected' && String(each.reason))).toEqual(
    acts.map(() => 'UserError: roadmaps-amend-only'),
  );
  expect((await measure(1)).task).toEqual(task);
  expect(await versions()).toHaveLength(1);
});

it('changes its executors as amendments: replaced, added and taken out, each named in the version', async () => {
  await opensMeasure(1, '👤 Исполнитель', 'Директор школы, Школа № 2');
  await city.deputy.says('Школа № 3');
  await city.deputy.says('Передано другой школе');
  expect(city.deputy.lastMessage.text).toContain('Школа № 2');
  expect(city.deputy.lastMessage.text).toContain('Школа № 3');
  await city.deputy.presses('Да');
  expect(city.deputy.lastMessage.text).toBe('Изменение внесено, версия 2.');
  expect(await keptExecutors(1)).toEqual([1, 3]);
  await opensMeasure(1, '➕ Исполнитель');
  await city.deputy.says('Школа № 4');
  await city.deputy.says('Нужна помощь');
  await city.deputy.presses('Да');
  expect(await keptExecutors(1)).toEqual([1, 3, 4]);
  await town.settle();
  expect(city.heads.get(4)?.lastMessage.text).toContain('Отремонтировать крышу');
  await opensMeasure(1, '➖ Исполнитель', 'Директор школы, Школа № 3');
  await city.deputy.says('Справятся без неё');
  await city.deputy.presses('Да');
  expect(await keptExecutors(1)).toEqual([1, 4]);
  const { task } = await measure(1);
  expect(task.participations.map(({ role, state }) => `${role} ${state}`).toSorted()).toEqual([
    ...['co_executor assigned', 'co_executor withdrawn', 'co_executor withdrawn', 'responsible assigned'],
  ]);
});

it('of many executors gives the copy of one to another, which stays a copy of its own', async () => {
  await opensMeasure(2, '➖ Исполнитель');
  await city.deputy.says('Школа № 4');
  await city.deputy.says('Закрыта на ремонт');
  await city.deputy.presses('Да');
  expect(await keptExecutors(2)).toEqual([1, 2, 3]);
  await opensMeasure(2, '➕ Исполнитель');
  await city.deputy.says('Школа № 4');
  await city.deputy.says('Открыта раньше');
  await city.deputy.presses('Да');
  expect(await keptExecutors(2)).toHaveLength(4);
  const { task } = await measure(2);
  expect(task.participations.map(({ role, state }) => `${role} ${state}`)).toEqual(
    task.participations.map(() => 'responsible assigned'),
  );
});

it('gets one more executor also after the school of another has done its part and was closed', async () => {
  const school = await town.db.organisation.findFirstOrThrow({ where: { nameRu: 'Школа № 3' } });
  const post = await town.db.post.findFirstOrThrow({ where: { orgId: school.id } });
  const { taskId } = await measure(2);
  await opensMeasure(2, '➖ Исполнитель');
  await city.deputy.says('Школа № 4');
  await city.deputy.says('Закрыта на ремонт');
  await city.deputy.presses('Да');
  await town.db.participation.updateMany({
    where: { taskId, postId: post.id },
    data: { state: 'accepted', acceptedAt: town.app.now() },
  });
  const closed = { closedAt: town.app.now() };
  await town.db.post.update({ where: { id: post.id }, data: closed });
  await town.db.organisation.update({ where: { id: school.id }, data: closed });
  await opensMeasure(2, '➕ Исполнитель');
  await city.deputy.says('Школа № 4');
  await city.deputy.says('Открыта раньше');
  await city.deputy.presses('Да');
  expect(city.deputy.lastMessage.text).toContain('Изменение внесено');
  expect(await keptExecutors(2)).toEqual([1, 2, 3, 4]);
});

it('keeps the date of the plan when everybody gets more time, and names who a part was waived for', async () => {
  const { task } = await measure(1);
  await extendForAll(town.app, deputy, { taskId: task.id, day: '2027-02-01', reason: 'Поставка задержана' });
  await opensMeasure(1);
  expect(city.deputy.lastMessage.text).toMatch(/Срок: 1\s+февраля\s+2027/);
  const part = task.participations.find((each) => each.role === 'co_executor' && each.state === 'assigned');
  await waiveShare(town.app, deputy, { participationId: part?.id ?? 0, reason: 'Не понадобилось' });
  await opensMeasure(1, 'Примечание');
  await city.deputy.says('за счёт акимата');
  await city.deputy.says('Уточнение');
  await city.deputy.presses('Да');
  const content = (await versions()).at(-1)?.content as unknown as RoadmapContent;
  expect(content.sections[0]?.measures[0]?.due).toBe('2026-12-25');
  expect(await keptExecutors(1)).toEqual([1, 4]);
});
