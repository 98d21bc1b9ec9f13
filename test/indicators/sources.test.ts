// Where a number comes from: named after it was entered, by whoever may enter it; shown in its row and in the table that is sent.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-source.ts';
import { createIndicator, setValues } from '../../src/indicators/actions.ts';
import { writeTable } from '../../src/indicators/files.ts';
import { planImport } from '../../src/indicators/import-rules.ts';
import { tableMessage } from '../../src/indicators/messages.ts';
import { fillable, indicatorFor, type IndicatorView, type TableRow, tableOf } from '../../src/indicators/queries.ts';
import { readSource, type ValueKind } from '../../src/indicators/rules.ts';
import { setSource } from '../../src/indicators/source-actions.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { plain } from '../../src/telegram/buttons.ts';
import { iinOf } from '../reading/guard/numbers.ts';
import type { Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { buildRegions, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let places: IndicatorView;
const schools = new Map<string, number>();

const actorOf = async (person: Person): Promise<Actor> =>
  (await findActor(town.app, person.id)) ?? expect.unreachable();

beforeAll(async () => {
  town = await startTown({ at: '2026-11-25T10:00' });
  regions = await buildRegions(town);
  for (const { code, id } of await town.db.organisation.findMany()) schools.set(code, id);
  const akim = await actorOf(regions.akimA);
  const id = await createIndicator(town.app, akim, {
    ...{ orgId: schools.get('а') ?? 0, nameKk: 'Балабақша орны', nameRu: 'Мест в садах', unitKk: 'орын' },
    ...{ unitRu: 'место', kind: 'count', periodKind: 'year', norm: null },
  });
  places = (await indicatorFor(town.app, akim, id)) ?? expect.unreachable();
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

async function entered(kind: ValueKind, value: number, { code = 'аs1', source = null as string | null } = {}) {
  const entry = { orgId: schools.get(code) ?? 0, kind, value, words: null };
  const wanted = { indicatorId: places.indicatorId, period: '2026', entries: [entry], source };
  await setValues(town.app, await actorOf(regions.akimA), wanted);
  const where = { indicatorId: places.indicatorId, orgId: entry.orgId, kind, period: '2026', supersededAt: null };
  return (await town.db.indicatorValue.findFirstOrThrow({ where })).id;
}
const noted = (by: Person, valueId: number, source: string) =>
  actorOf(by).then((actor) => setSource(town.app, actor, { valueId, source }));
const rowOf = async (person: Person, name: string): Promise<string> => {
  await person.says('/indicators');
  await person.presses('Мест в садах');
  return person.lastMessage.text.split('\n\n').find((part) => part.startsWith(name)) ?? '';
};

describe('the source of a number', () => {
  it('is asked for by a button below the confirmation only, and shown in the row of its organisation', async () => {
    const head = regions.schoolA;
    await entered('plan', 40);
    await head.says('/indicators');
    await head.presses('Мест в садах');
    await head.presses('Ввести число');
    await head.says('34');
    expect(head.lastMessage.text).toBe('Число записано.');
    expect(head.lastMessage.buttons.flat()).toEqual(['Откуда число?']);
    expect(await rowOf(regions.akimA, 'Школа № 1')).not.toContain('Источник');
    await head.presses('Откуда число?');
    expect(head.lastMessage.text).toContain('Мест в садах, Школа № 1 региона А: 34. Откуда число?');
    await head.says('Акт ввода № 12\nот 01.09.2026');
    expect(head.lastMessage.text).toBe('Источник записан: Акт ввода № 12 от 01.09.2026');
    for (const person of [head, regions.akimA])
      expect(await rowOf(person, 'Школа № 1')).toMatch(
        /факт: 34[^]*\nИсточник: факт — Акт ввода № 12 от 01\.09\.2026$/,
      );
  });

  it('can still be named when the same number is entered again, and stays until another one is', async () => {
    const head = regions.schoolA;
    await head.says('/indicators');
    await head.presses('Мест в садах');
    for (const answer of ['34', '35']) {
      await head.presses('Ввести число');
      await head.says(answer);
      expect(head.lastMessage.buttons.flat()).toEqual(['Откуда число?']);
      const row = await rowOf(head, 'Школа № 1');
      expect(row.includes('Акт ввода')).toBe(answer === '34');
    }
  });

  it('is one line of up to 200 characters', async () => {
    const head = regions.schoolA;
    const valueId = await entered('fact', 36);
    await head.forges(head.lastMessage, `indicators.source:${valueId}`);
    await head.says('а'.repeat(201));
    expect(head.lastMessage.text).toContain('200');
    await head.says('Приказ № 4');
    expect((await town.db.indicatorValue.findUniqueOrThrow({ where: { id: valueId } })).source).toBe('Приказ № 4');
    expect([readSource(' Акт \n № 1 '), readSource(' \n'), readSource('а'.repeat(300))?.length]).toEqual([
      'Акт № 1',
      null,
      200,
    ]);
  });

  it('bears no numbers of people where it is shown', async () => {
    await noted(regions.schoolA, await entered('fact', 37), `Справка, ИИН ${iinOf(7)}`);
    const row = await rowOf(regions.akimA, 'Школа № 1');
    expect(row).toContain('Источник: факт — Справка, ИИН');
    expect(row).not.toContain(iinOf(7));
  });

  it('is kept in the journal once, its words are not', async () => {
    const valueId = await entered('fact', 38);
    const events = () => town.db.journalEvent.findMany({ where: { verb: 'indicators.source-set' } });
    const before = (await events()).length;
    for (const source of ['Протокол № 7', 'Протокол № 7', 'Протокол № 8'])
      await noted(regions.schoolA, valueId, source);
    const since = (await events()).slice(before);
    expect(since).toHaveLength(2);
    expect(since[0]).toMatchObject({ entity: 'indicator', entityId: places.indicatorId });
    expect(JSON.stringify(since.map(({ data }) => data))).not.toContain('Протокол');
    expect(since[1]?.data).toMatchObject({ period: '2026', value: [schools.get('аs1'), 'fact', 38] });
  });

  it('is told apart where plan and fact come from several, and is said once where all come from one', async () => {
    await entered('plan', 41, { source: 'план.xlsx' });
    await noted(regions.schoolA, await entered('fact', 39), 'Акт № 3');
    expect(await rowOf(regions.akimA, 'Школа № 1')).toContain('Источник: план — план.xlsx; факт — Акт № 3');
    await entered('plan', 42, { code: 'аs2', source: 'всё.xlsx' });
    await entered('fact', 42, { code: 'аs2', source: 'всё.xlsx' });
    expect(await rowOf(regions.akimA, 'Школа № 2')).toMatch(/\nИсточник: всё\.xlsx$/);
  });
});

describe('forged', () => {
  const refused = { key: 'telegram-not-allowed' };
  it('the source of a plan, of another school and of another region is refused', async () => {
    const plan = await entered('plan', 43);
    const other = await entered('fact', 43, { code: 'аs2' });
    await expect(noted(regions.schoolA, plan, 'Акт')).rejects.toMatchObject(refused);
    await expect(noted(regions.schoolA, other, 'Акт')).rejects.toMatchObject(refused);
    await expect(noted(regions.akimB, other, 'Акт')).rejects.toMatchObject(refused);
    const head = regions.schoolA;
    for (const data of [plan, other, 999_999, 'x', '-1', ''])
      expect((await head.forges(head.lastMessage, `indicators.source:${data}`)).alert, String(data)).toBe(true);
  });

  it('the source of a number that was replaced, or answered in a collection, stays as it is', async () => {
    const stale = { key: 'telegram-stale-button' };
    const old = await entered('fact', 44);
    await entered('fact', 45);
    await expect(noted(regions.schoolA, old, 'Акт')).rejects.toMatchObject(stale);
    const answered = await entered('fact', 46, { source: 'collection' });
    await expect(noted(regions.schoolA, answered, 'Акт')).rejects.toMatchObject(stale);
    expect(await rowOf(regions.akimA, 'Школа № 1')).toContain('факт — ответ на сбор данных');
    const head = regions.schoolA;
    await rowOf(head, 'Школа № 1');
    await head.presses('Ввести число');
    await head.says('46');
    expect(head.lastMessage.text).toBe('Это число уже записано.');
    expect(head.lastMessage.buttons.flat()).toEqual([]);
  });

  it('words that are the bot’s own mark of a collection are words', async () => {
    await noted(regions.schoolA, await entered('fact', 47), 'collection');
    expect(await rowOf(regions.akimA, 'Школа № 1')).toContain('факт — «collection»');
  });
});

describe('the table', () => {
  it('that is sent has a column of sources, and is read back with that column left aside', async () => {
    await noted(regions.schoolA, await entered('fact', 48), 'План и факт, акт № 5');
    const akim = await actorOf(regions.akimA);
    const rows = await tableOf(town.app, akim, places, '2026');
    const numbers = rows.flatMap(({ orgId, ...row }) =>
      (['plan', 'fact'] as const).flatMap((kind) =>
        row[kind] === null ? [] : [{ orgId, kind, value: row[kind], words: null }],
      ),
    );
    for (const locale of ['kk', 'ru', 'en'] as const) {
      const { rows: lines } = await readTable(
        await writeTable(town.app, locale, { indicator: places, period: '2026', rows }),
      );
      expect(lines.map(({ cells }) => cells.at(-1)).join('\n')).toContain('План и факт, акт № 5');
      const plan = planImport(lines, await fillable(town.app, akim, places), places);
      const heads = { left: expect.arrayContaining([town.app.t(locale, 'indicators-column-source')]) as string[] };
      expect(plan).toMatchObject({ faults: [], entries: numbers, ...heads });
    }
  });

  it('of ten organisations with the longest sources fits into one message', () => {
    const name = 'Коммунальное государственное учреждение «Общеобразовательная школа имени Примера»';
    const [plan, fact, baseline] = ['план ', 'факт ', 'база '].map((word) => word.repeat(40));
    const row = { nameKk: name, nameRu: name, plan: 1_234_567, fact: 1_234_568, baseline: 1_000_000, before: 999_999 };
    const sources = { plan: plan ?? '', fact: fact ?? '', baseline: baseline ?? '' };
    const rows = Array.from({ length: 10 }, (_, orgId): TableRow => ({ ...row, orgId, words: null, sources }));
    const screen = { indicator: places, period: '2026', rows, page: 0, keeps: true, mayFill: true, lagging: 0 };
    for (const locale of ['kk', 'ru', 'en'] as const) {
      const { html } = tableMessage(town.app, locale, screen);
      expect(plain(html).length).toBeLessThanOrEqual(4096);
      expect(html.match(/ — план план/g)).toHaveLength(10);
    }
  });
});
