// Milestones of a measure are renamed, moved and taken out, in draft and in force; past days and versions keep what stood then.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import { changeMeasure } from '../../src/roadmaps/amend-actions.ts';
import { roadmapAsOf } from '../../src/roadmaps/as-of-queries.ts';
import { measureProgress } from '../../src/roadmaps/rules.ts';
import { buildCity, type City } from '../support/city.ts';
import { startTown, type Town } from '../support/town.ts';

const migration = new URL(
  '../../prisma/migrations/20261123124500_milestones_of_versions/migration.sql',
  import.meta.url,
);

let town: Town;
let city: City;
beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00' });
  city = await buildCity(town, { schools: 2 });
  const { secretary } = city;
  await secretary.says('/roadmap');
  await secretary.presses('Кестені жүктеу');
  await secretary.sends({ document: { name: 'karta.csv', content: Buffer.from(table) } });
  await secretary.presses('Иә');
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const table = [
  'Дорожная карта по обновлению школ',
  '№;Срок;Мероприятие;Форма завершения;Ответственный;Контрольные точки',
  '1;25.12.2026;Отремонтировать крышу;акт;Школа № 1;"смета 01.12.2026; подрядчик 10.12.2026; отчёт 20.12.2026"',
].join('\n');

const milestones = async (): Promise<string[]> => {
  const rows = await town.db.milestone.findMany({ orderBy: [{ due: 'asc' }, { id: 'asc' }] });
  return rows.map(({ name, due, doneAt }) => `${due.toISOString().slice(5, 10)} ${name}${doneAt ? ' ✅' : ''}`);
};
const opens = async (...buttons: string[]): Promise<void> => {
  await city.deputy.says('/roadmap');
  for (const name of ['1. ', 'Мероприятия', '1.1', ...buttons]) await city.deputy.presses(name);
};

it('are put right in a draft at once, without a reason', async () => {
  const { secretary } = city;
  expect(await milestones()).toEqual(['12-01 смета', '12-10 подрядчик', '12-20 отчёт']);
  await secretary.says('/roadmap');
  for (const name of ['1. ', 'Іс-шаралар', '1.1', '✏️ Бақылау нүктесі', 'отчёт', '✏️ Атауы'])
    await secretary.presses(name);
  await secretary.says('итоговый отчёт');
  await secretary.presses('Иә');
  expect(await milestones()).toEqual(['12-01 смета', '12-10 подрядчик', '12-20 итоговый отчёт']);
});

it('are named by their ids in versions, also in those kept before versions did', async () => {
  const { secretary, deputy } = city;
  await secretary.says('/roadmap');
  await secretary.presses('1. ');
  await secretary.presses('Бекітуге жіберу');
  await town.settle();
  await deputy.presses('Утвердить', deputy.lastMessage);
  await town.settle();
  const kept = async () => (await town.db.roadmapVersion.findFirstOrThrow()).content;
  const before = await kept();
  expect(JSON.stringify(before).match(/"milestoneId": ?\d/g)).toHaveLength(3);
  for (const at of [0, 1, 2])
    await town.db
      .$executeRaw`UPDATE roadmap_version SET content = content #- ${['sections', '0', 'measures', '0', 'milestones', String(at), 'milestoneId']}::text[]`;
  expect(JSON.stringify(await kept())).not.toContain('milestoneId');
  await town.db.$executeRawUnsafe(readFileSync(migration, 'utf8'));
  expect(await kept()).toEqual(before);
});

it('keep their mark and their past when they are renamed and moved in force, each as a version with its reason', async () => {
  const { deputy } = city;
  await opens('✅ смета');
  town.clock.advance({ days: 1 });
  await opens('✏️ Контрольная точка', 'смета', '✏️ Название');
  await deputy.says('смета и проект');
  await deputy.says('Уточнено название');
  expect(deputy.lastMessage.text).toContain('смета → смета и проект');
  expect(deputy.lastMessage.text).not.toContain('исполнители узнают');
  await deputy.presses('Да');
  expect(deputy.lastMessage.text).toBe('Изменение внесено, версия 2.');
  await opens('✏️ Контрольная точка', 'смета', '📅 Срок');
  await deputy.says('5 декабря 2026 года');
  await deputy.says('Проект дорабатывается');
  expect(deputy.lastMessage.text).toMatch(/1\s+декабря[^→]+→ 5\s+декабря/);
  await deputy.presses('Да');
  expect(await milestones()).toEqual(['12-05 смета и проект ✅', '12-10 подрядчик', '12-20 итоговый отчёт']);
  const actor = (await findActor(town.app, deputy.id)) ?? expect.unreachable();
  const { id } = await town.db.roadmap.findFirstOrThrow();
  const past = await roadmapAsOf(town.app, actor, id, '2026-11-23');
  const [measure] = past.sections[0]?.measures ?? [];
  if (!measure) return expect.unreachable();
  expect(past.version).toBe(1);
  expect(measure.measure.milestones.map(({ name, due }) => `${due} ${name}`)).toEqual([
    ...['2026-12-01 смета', '2026-12-10 подрядчик', '2026-12-20 итоговый отчёт'],
  ]);
  expect(measureProgress(measure)).toBe(33);
});

it('are taken out in force, and stay in the version and on the day before', async () => {
  const { deputy } = city;
  town.clock.advance({ days: 1 });
  await opens('✏️ Контрольная точка', 'смета', 'Исключить');
  await deputy.says('Смета больше не нужна');
  expect(deputy.lastMessage.text).toContain('Контрольная точка будет исключена: 05.12.2026 смета и проект');
  await deputy.presses('Да');
  expect(deputy.lastMessage.text).toBe('Изменение внесено, версия 4.');
  expect(await milestones()).toEqual(['12-10 подрядчик', '12-20 итоговый отчёт']);
  const actor = (await findActor(town.app, deputy.id)) ?? expect.unreachable();
  const { id } = await town.db.roadmap.findFirstOrThrow();
  const progress = async (day: string) => {
    const [measure] = (await roadmapAsOf(town.app, actor, id, day)).sections[0]?.measures ?? [];
    return measure && measureProgress(measure);
  };
  expect([await progress('2026-11-23'), await progress('2026-11-24'), await progress('2026-11-25')]).toEqual([
    33, 33, 0,
  ]);
});

it('are refused to who may not amend, and once they are gone', async () => {
  const { id: measureId } = await town.db.measure.findFirstOrThrow();
  const [milestone] = await town.db.milestone.findMany();
  const head = (await findActor(town.app, city.heads.get(1)?.id ?? 0)) ?? expect.unreachable();
  const deputy = (await findActor(town.app, city.deputy.id)) ?? expect.unreachable();
  const act = 'milestone-removed' as const;
  const amending = { measureId, version: 4, reason: 'Не нужна' };
  const removes = async (actor: typeof head, milestoneId: number) =>
    changeMeasure(town.app, actor, { ...amending, change: { act, milestoneId } });
  await expect(removes(head, milestone?.id ?? 0)).rejects.toThrow('roadmaps-only-issuer');
  await expect(removes(deputy, 99_999)).rejects.toThrow('telegram-stale-button');
  expect(await milestones()).toHaveLength(2);
});
