// Plan, fact and norm over real tables: figures like those of a ministry's meeting, who may enter and see what, corrections, an import in the chat.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeIndicator, createIndicator, setValues } from '../../src/indicators/actions.ts';
import { indicatorFor, indicatorsFor, type IndicatorView, tableOf } from '../../src/indicators/queries.ts';
import { compare, totalOf } from '../../src/indicators/rules.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { storedWorkbook } from '../support/spreadsheet.ts';
import { countStatements } from '../support/statements.ts';
import type { Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { buildRegions, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let chair: Actor;
let akimA: Actor;
let akimB: Actor;
let schoolA: Actor;
const orgs = new Map<string, { id: number; path: string }>();

async function actor(person: Person): Promise<Actor> {
  return (await findActor(town.app, person.id)) ?? expect.unreachable();
}
const org = (code: string) => orgs.get(code) ?? expect.unreachable();

beforeAll(async () => {
  town = await startTown({ at: '2026-11-25T10:00' });
  regions = await buildRegions(town);
  for (const row of await town.db.organisation.findMany()) orgs.set(row.code, row);
  [chair, akimA, akimB, schoolA] = (await Promise.all(
    [regions.chair, regions.akimA, regions.akimB, regions.schoolA].map(actor),
  )) as [Actor, Actor, Actor, Actor];
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

type Made = Partial<Parameters<typeof createIndicator>[2]>;
async function made(by: Actor, fields: Made): Promise<IndicatorView> {
  const words = { nameKk: 'Көрсеткіш', unitKk: 'мектеп', unitRu: 'школа' };
  const id = await createIndicator(town.app, by, {
    ...{ ...words, orgId: org('top').id, nameRu: 'Показатель', kind: 'count', periodKind: 'year', norm: null },
    ...fields,
  });
  return (await indicatorFor(town.app, by, id)) ?? expect.unreachable();
}
const enter = (
  by: Actor,
  of: IndicatorView,
  period: string,
  code: string,
  kind: 'plan' | 'fact' | 'baseline',
  value: number | null,
  words: string | null = null,
) =>
  setValues(town.app, by, {
    indicatorId: of.indicatorId,
    period,
    entries: [{ orgId: org(code).id, kind, value, words }],
    source: null,
  });

describe('schools that were opened', () => {
  it('are compared by region with the plan of the next year, which nothing has been done of yet', async () => {
    const schools = await made(chair, { nameRu: 'Введено школ' });
    await enter(chair, schools, '2025', 'а', 'fact', 34);
    await enter(chair, schools, '2026', 'а', 'plan', 33);
    await enter(chair, schools, '2026', 'а', 'fact', 0);
    await enter(chair, schools, '2026', 'б', 'fact', 20);
    await enter(chair, schools, '2025', 'б', 'fact', null, 'ұқсас жұмыс');
    const [first] = await tableOf(town.app, chair, schools, '2026');
    expect(compare(schools, first?.plan ?? null, first?.fact ?? null)).toEqual({
      deviation: -33,
      percent: 0,
      met: false,
    });
    expect(totalOf(schools, await tableOf(town.app, chair, schools, '2025'))).toMatchObject({
      fact: 34,
      answered: 2,
      withoutNumber: 1,
    });
  });

  it('of one region are not shown to the other', async () => {
    const schools = (await town.db.indicator.findFirstOrThrow({ where: { nameRu: 'Введено школ' } })).id;
    const rows = async (by: Actor) => {
      const seen = (await indicatorFor(town.app, by, schools)) ?? expect.unreachable();
      return (await tableOf(town.app, by, seen, '2026')).map(({ orgId }) => orgId);
    };
    expect(await rows(akimA)).toEqual([org('а').id]);
    expect(await rows(akimB)).toEqual([org('б').id]);
    const ofA = await made(akimA, { nameRu: 'Только региона А', orgId: org('а').id });
    expect(await indicatorFor(town.app, akimB, ofA.indicatorId)).toBeNull();
  });
});

describe('specialists by a norm', () => {
  it('are counted from the children, a started five thousand counts', async () => {
    const children = await made(chair, { nameRu: 'Детей', kind: 'sum' });
    const norm = { per: 5000, ofId: children.indicatorId };
    const staff = await made(chair, { nameRu: 'Специалистов', kind: 'ratio', norm });
    await enter(chair, children, '2026', 'а', 'fact', 397_000);
    await enter(chair, staff, '2026', 'а', 'fact', 75);
    const need = async () => (await tableOf(town.app, chair, staff, '2026')).map(({ plan, fact }) => [plan, fact]);
    expect(await need()).toEqual([[80, 75]]);
    await enter(chair, children, '2026', 'а', 'fact', 400_001);
    expect(await need()).toEqual([[81, 75]]);
  });

  it('grow from a baseline to what was planned', async () => {
    const staff = await made(chair, { nameRu: 'Специалисты опеки' });
    await enter(chair, staff, '2025', 'top', 'baseline', 303);
    await enter(chair, staff, '2025', 'top', 'fact', 1006);
    await enter(chair, staff, '2025', 'top', 'plan', 1383);
    const [row] = await tableOf(town.app, chair, staff, '2025');
    expect(row).toMatchObject({ baseline: 303, fact: 1006, plan: 1383 });
    expect(compare(staff, row?.plan ?? null, row?.fact ?? null)).toEqual({
      deviation: -377,
      percent: 72.7,
      met: false,
    });
  });
});

describe('a number', () => {
  it('that is put right leaves the earlier one in the past, and the same again changes nothing', async () => {
    const rooms = await made(chair, { nameRu: 'Кабинетов' });
    expect(await enter(chair, rooms, '2026', 'бs1', 'fact', 150)).toEqual({ changed: 1 });
    expect(await enter(chair, rooms, '2026', 'бs1', 'fact', 105)).toEqual({ changed: 1 });
    expect(await enter(chair, rooms, '2026', 'бs1', 'fact', 105)).toEqual({ changed: 0 });
    const where = { indicatorId: rooms.indicatorId };
    expect(await town.db.indicatorValue.count({ where })).toBe(2);
    expect((await tableOf(town.app, chair, rooms, '2026')).map(({ fact }) => fact)).toEqual([105]);
  });

  it('of the own school is entered by its head; plans, other schools and strange periods are not', async () => {
    const pupils = await made(akimA, { nameRu: 'Учеников', orgId: org('а').id });
    expect(await enter(schoolA, pupils, '2026', 'аs1', 'fact', 870)).toEqual({ changed: 1 });
    const refused = { key: 'telegram-not-allowed' };
    await expect(enter(schoolA, pupils, '2026', 'аs1', 'plan', 900)).rejects.toMatchObject(refused);
    await expect(enter(schoolA, pupils, '2026', 'аs2', 'fact', 1)).rejects.toMatchObject(refused);
    await expect(enter(akimB, pupils, '2026', 'бs1', 'fact', 1)).rejects.toMatchObject(refused);
    await expect(enter(akimA, pupils, '2026', 'бs1', 'fact', 1)).rejects.toMatchObject({ key: 'indicators-outside' });
    await expect(enter(akimA, pupils, '2026-Q1', 'аs1', 'fact', 1)).rejects.toMatchObject({
      key: 'indicators-period-unclear',
    });
  });

  it('is shown to staff for their own organisation alone, and to an administrator not at all', async () => {
    const pupils = await made(akimA, { nameRu: 'Классов', orgId: org('а').id });
    await enter(akimA, pupils, '2026', 'а', 'fact', 40);
    await enter(akimA, pupils, '2026', 'аs1', 'fact', 20);
    const as = (role: 'staff' | 'admin'): Actor => ({
      ...akimA,
      posts: akimA.posts.map((post) => ({ ...post, role, orgPath: org('а').path, orgType: 'akimat' as const })),
    });
    expect(await tableOf(town.app, akimA, pupils, '2026')).toHaveLength(2);
    expect((await tableOf(town.app, as('staff'), pupils, '2026')).map(({ fact }) => fact)).toEqual([40]);
    expect(await tableOf(town.app, as('admin'), pupils, '2026')).toEqual([]);
    expect(await indicatorFor(town.app, as('admin'), pupils.indicatorId)).toBeNull();
    expect(await indicatorsFor(town.app, as('admin'))).toEqual([]);
    expect((await indicatorsFor(town.app, as('staff'))).map((each) => each.nameRu)).toContain('Классов');
  });

  it('of many organisations costs as many statements as one', async () => {
    const pupils = await town.db.indicator.findFirstOrThrow({ where: { nameRu: 'Учеников' } });
    const codes = ['а', 'аedu', 'аs1', 'аs2'];
    const entries = (n: number, value: number) =>
      codes.slice(0, n).map((code) => ({ orgId: org(code).id, kind: 'fact' as const, value, words: null }));
    const cost = (n: number, value: number) =>
      countStatements(() =>
        setValues(town.app, akimA, {
          indicatorId: pupils.id,
          period: '2027',
          entries: entries(n, value),
          source: null,
        }),
      );
    const one = await cost(1, 5);
    expect((await cost(4, 6)).statements).toBe(one.statements);
  });
});

it('of rooms that were altered for lessons stands beside the schools opened there (20 and 105)', async () => {
  const [opened, rooms] = [await made(chair, { nameRu: 'Открыто школ' }), await made(chair, { nameRu: 'Кабинеты' })];
  await enter(chair, opened, '2026', 'б', 'fact', 20);
  await enter(chair, rooms, '2026', 'б', 'fact', 105);
  const facts = async (of: IndicatorView) => totalOf(of, await tableOf(town.app, chair, of, '2026')).fact;
  expect([await facts(opened), await facts(rooms)]).toEqual([20, 105]);
});

it('of a name that a closed indicator had can be kept again', async () => {
  const { indicatorId } = await made(chair, { nameRu: 'Одно имя' });
  await expect(made(chair, { nameRu: 'Одно имя' })).rejects.toThrow('indicators-name-taken');
  await closeIndicator(town.app, chair, { indicatorId });
  expect((await made(chair, { nameRu: 'Одно имя' })).indicatorId).toBeGreaterThan(indicatorId);
});

describe('in the chat', () => {
  it('an indicator is made, a number entered in words is asked about, and the table shows it', async () => {
    const akim = regions.akimA;
    await akim.says('/indicators');
    await akim.presses('Новый показатель');
    for (const words of ['Балабақша орны', 'Мест в детских садах', 'орын', 'место']) await akim.says(words);
    await akim.presses('Количество');
    await akim.presses('Год');
    await akim.presses('Да');
    expect(akim.lastMessage.text).toContain('Показатель заведён');
    await akim.says('/indicators');
    await akim.presses('Мест в детских садах');
    await akim.presses('Ввести число');
    await akim.says('Школа № 1');
    await akim.presses('Факт');
    await akim.says('примерно 34 места');
    expect(akim.lastMessage.text).toBe('Записать 34?');
    await akim.presses('Да');
    expect(akim.lastMessage.text).toBe('Число записано.');
    await akim.says('/indicators');
    await akim.presses('Мест в детских садах');
    expect(akim.lastMessage.text).toMatch(/Школа № 1 региона А\nФакт: 34$/);
  });

  it('a table of more than a megabyte is refused before it is fetched', async () => {
    const akim = regions.akimA;
    await akim.says('/indicators');
    await akim.presses('Мест в детских садах');
    await akim.presses('Загрузить таблицу');
    await akim.sends({ document: { name: 'mesta.csv', content: Buffer.alloc(1024 * 1024 + 1, ';') } });
    expect(akim.lastMessage.text).toContain('Файл больше 1 МБ');
  });

  it('a table with a fault loads nothing, the mended one loads after a press', async () => {
    const akim = regions.akimA;
    await akim.says('/indicators');
    await akim.presses('Мест в детских садах');
    await akim.presses('Загрузить таблицу');
    const load = (table: string) => akim.sends({ document: { name: 'mesta.csv', content: Buffer.from(table) } });
    await load('Организация;План\nШкола № 1 региона А;40\nШкола № 2 региона А;сорок');
    expect(akim.lastMessage.text).toContain('Строка 3');
    expect(await town.db.indicatorValue.count({ where: { kind: 'plan', value: 40 } })).toBe(0);
    const rows = [
      ['Организация', 'План на 2026 год', 'Примечание'],
      ['Школа № 1 региона А', 40],
      ['Школа № 2 региона А', 41],
      ['Всего', 81],
    ];
    const content = storedWorkbook({ name: 'Планы', rows }, { name: 'Факты', rows: [['Организация', 'Факт']] });
    await akim.sends({ document: { name: 'mesta.xlsx', content: Buffer.from(content) } });
    expect(akim.lastMessage.text.split('\n')).toEqual([
      'Прочитан только лист «Планы». Не прочитаны: «Факты»',
      'Взяты столбцы: Организация; План на 2026 год',
      'Не взяты столбцы: Примечание',
      'Строка 4 пропущена как итог',
      'Строк: 2. Чисел: 2. Ошибок нет. Загрузить?',
    ]);
    await akim.presses('Да');
    expect(akim.lastMessage.text).toBe('Загружено чисел: 2.');
  });

  it('a school head is shown what has a number of the school, and a button only there', async () => {
    const head = regions.schoolA;
    const city = await made(chair, { nameRu: 'Показатель города' });
    await enter(chair, city, '2026', 'а', 'fact', 7);
    await head.says('/indicators');
    const listed = head.lastMessage.buttons.flat();
    expect(listed).toContain('Мест в детских садах');
    expect(listed).not.toContain('Показатель города');
    await head.forges(head.lastMessage, `indicators.show:${city.indicatorId}:-:0`);
    expect(head.lastMessage.text).toContain('Показатель города');
    expect(head.lastMessage.buttons.flat()).not.toContain('Ввести число');
    await enter(chair, city, '2026', 'аs1', 'plan', 3);
    await head.says('/indicators');
    await head.presses('Показатель города');
    expect(head.lastMessage.text).toContain('План: 3');
    expect(head.lastMessage.text).not.toContain('7');
    expect(head.lastMessage.buttons.flat()).toContain('Ввести число');
  });

  it('says who is below the plan, how far all are from the year before, and drafts a task for those who lag', async () => {
    const akim = regions.akimA;
    const places = await town.db.indicator.findFirstOrThrow({ where: { nameRu: 'Мест в детских садах' } });
    const view = (await indicatorFor(town.app, akimA, places.id)) ?? expect.unreachable();
    const school = await town.db.organisation.findFirstOrThrow({ where: { nameRu: 'Школа № 1 региона А' } });
    await enter(akimA, view, '2025', school.code, 'fact', 30);
    await akim.says('/indicators');
    await akim.presses('Мест в детских садах');
    const [, first] = akim.lastMessage.text?.split('\n\n') ?? [];
    expect(first).toBe(
      'Школа № 1 региона А\nПлан: 40 · факт: 34\nОтклонение: −6 · выполнение: 85\u00a0% · план не выполнен\nК прошлому периоду: +4, лучше\nИсточник: план — mesta.xlsx',
    );
    await akim.presses('Черновик поручения отстающим: 1');
    expect(akim.lastMessage.text).toContain('план не выполнен. Принять меры и довести показатель до плана.');
    const draft = await town.db.task.findFirstOrThrow({
      where: { state: 'draft', textRu: { contains: 'Мест в детских садах' } },
      include: { participations: { include: { post: true } } },
    });
    expect(draft.participations.map(({ post }) => post.orgId)).toEqual([school.id]);
    await akim.says('/indicators');
    await akim.presses('Мест в детских садах');
    await akim.presses('Черновик поручения отстающим: 1');
    expect(await town.db.task.count({ where: { textRu: { contains: 'Мест в детских садах' } } })).toBe(1);
  });
});
