// The register of problems (seed row S12): entered, linked with measures of roadmaps, closed only once their indicators meet the plan.
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-source.ts';
import { createIndicator, setValues } from '../../src/indicators/actions.ts';
import type { Actor } from '../../src/org/rules.ts';
import {
  addProblem,
  closeProblem,
  linkMeasure,
  reopenProblem,
  unlinkMeasure,
  withdrawProblem,
} from '../../src/problems/actions.ts';
import { linkableMeasures } from '../../src/problems/measure-queries.ts';
import { cardMessage } from '../../src/problems/messages.ts';
import { cardFor, problemFor, problemsPage } from '../../src/problems/queries.ts';
import { problemsRenderers } from '../../src/problems/renderers.ts';
import { everything } from '../../src/problems/rules.ts';
import { approveRoadmap } from '../../src/roadmaps/approve-actions.ts';
import { stampOf } from '../../src/roadmaps/content-rules.ts';
import { importRoadmap } from '../../src/roadmaps/import-actions.ts';
import { linkIndicator } from '../../src/roadmaps/link-actions.ts';
import { contentOf, roadmapView } from '../../src/roadmaps/queries.ts';
import { countStatements } from '../support/statements.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, type Regions } from '../support/two-regions.ts';

describe('the register', () => {
  let town: Town;
  let regions: Regions;
  let [chair, akimA, akimB, schoolA] = [] as unknown as [Actor, Actor, Actor, Actor];
  let [orgA, school] = [0, 0];
  let measures: number[] = [];
  beforeAll(async () => {
    town = await startTown({ at: '2026-11-23T10:00' });
    regions = await buildRegions(town);
    const who = [regions.chair, regions.akimA, regions.akimB, regions.schoolA];
    [chair, akimA, akimB, schoolA] = (await Promise.all(who.map((each) => actorOf(town, each)))) as [
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    const idOf = async (code: string) => (await town.db.organisation.findUniqueOrThrow({ where: { code } })).id;
    [orgA, school] = [await idOf('а'), await idOf('аs1')];
    measures = await roadmapOf(3);
  }, 120_000);
  afterAll(async () => town.close());
  afterEach(() => {
    expect(town.emulator.violations.splice(0)).toEqual([]);
  });

  /** A roadmap of region A in force; its measures. */
  async function roadmapOf(n: number): Promise<number[]> {
    const lines = Array.from(
      { length: n },
      (_, at) => `${at + 1};Построить школу ${at + 1};01.03.2027;Школа № 1 региона А`,
    );
    const bytes = Buffer.from(['№;Мероприятие;Срок;Ответственный', ...lines].join('\n'));
    const importing = { orgId: orgA, issuerPostId: regions.posts.get('а') ?? 0, taskId: null };
    const sent = { bytes, name: 'карта.csv', fileId: null, chatId: 1 };
    const { roadmapId } = await importRoadmap(town.app, akimA, importing, sent);
    const view = (await roadmapView(town.app, roadmapId)) ?? expect.unreachable();
    await approveRoadmap(town.app, akimA, { roadmapId, stamp: stampOf(contentOf(view)) });
    return view.sections.flatMap(({ measures }) => measures.map(({ measureId }) => measureId));
  }
  const indicator = async (nameRu: string) =>
    createIndicator(town.app, akimA, {
      ...{ orgId: orgA, nameKk: `${nameRu} (қаз)`, nameRu, unitKk: 'мектеп', unitRu: 'школа' },
      ...{ kind: 'count', periodKind: 'year', norm: null },
    });
  const says = async (indicatorId: number, kind: 'plan' | 'fact', value: number | null, period = '2026') =>
    setValues(town.app, akimA, {
      ...{ indicatorId, period, source: null },
      entries: [{ orgId: school, kind, value, words: value === null ? 'аналогичная работа' : null }],
    });
  const shifts = { type: 'Трёхсменное обучение', severity: 'critical' as const };
  const added = async (text: string) =>
    (await addProblem(town.app, akimA, { orgId: school, ...shifts, text })).problemId;

  it('closes only when every indicator of the linked measures meets its plan, and names those that do not', async () => {
    const problemId = await added('Учатся в три смены');
    await expect(closeProblem(town.app, akimA, { problemId })).rejects.toMatchObject({ key: 'problems-no-target' });
    const [first = 0, second = 0] = measures;
    await linkMeasure(town.app, akimA, { problemId, measureId: first });
    await expect(closeProblem(town.app, akimA, { problemId })).rejects.toMatchObject({ key: 'problems-no-target' });
    const [schools, places] = [await indicator('Введено школ'), await indicator('Новые места')];
    await linkIndicator(town.app, akimA, { measureId: first, indicatorId: schools });
    await linkIndicator(town.app, akimA, { measureId: second, indicatorId: places });
    await linkMeasure(town.app, akimA, { problemId, measureId: second });
    await says(schools, 'plan', 2);
    await says(schools, 'fact', 2);
    await says(places, 'plan', 300);
    await says(places, 'fact', null);
    // What is planned for a year to come is no target yet.
    await says(schools, 'plan', 9, '2027');
    const missed = { key: 'problems-target-missed', args: { names: 'Новые места' } };
    await expect(closeProblem(town.app, akimA, { problemId })).rejects.toMatchObject(missed);
    const view = (await cardFor(town.app, akimA, problemId)) ?? expect.unreachable();
    expect(view.targets.map(({ names, plan, fact, met }) => [names.nameRu, plan, fact, met])).toEqual([
      ['Введено школ', 2, 2, true],
      ['Новые места', 300, null, false],
    ]);
    expect(view.linked.map(({ number }) => number)).toEqual(['1.1', '1.2']);
    await says(places, 'fact', 300);
    await closeProblem(town.app, akimA, { problemId });
    await expect(closeProblem(town.app, akimA, { problemId })).rejects.toMatchObject({ key: 'telegram-someone-first' });
    await expect(linkMeasure(town.app, akimA, { problemId, measureId: measures[2] ?? 0 })).rejects.toThrow();
    const { state, ended } = (await problemFor(town.app, akimA, problemId)) ?? expect.unreachable();
    expect([state, ended]).toEqual(['closed', '2026-11-23']);
    await reopenProblem(town.app, akimA, { problemId, reason: 'Снова учатся в три смены' });
    await unlinkMeasure(town.app, akimA, { problemId, measureId: second });
    await withdrawProblem(town.app, akimA, { problemId, reason: 'Внесена дважды' });
    const events = await town.db.journalEvent.findMany({ where: { entity: 'problem' }, orderBy: { id: 'asc' } });
    expect(events.map(({ verb }) => verb)).toEqual([
      ...['problems.added', 'problems.linked', 'problems.linked', 'problems.closed'],
      ...['problems.reopened', 'problems.unlinked', 'problems.withdrawn'],
    ]);
    expect(events[3]?.data).toMatchObject({ before: 'open', after: 'closed' });
  });

  it('is kept by who leads or serves the organisation or one above, and seen by nobody beside', async () => {
    const problemId = await added('Аварийное здание');
    await expect(added('Аварийное здание')).rejects.toMatchObject({ key: 'problems-there-already' });
    const seen = async (who: Actor) => (await problemFor(town.app, who, problemId)) !== null;
    expect(await Promise.all([chair, akimA, schoolA, akimB].map(seen))).toEqual([true, true, true, false]);
    expect(await linkableMeasures(town.app, akimB, { problemId })).toEqual([]);
    const [measureId = 0] = measures;
    const asB = [
      () => addProblem(town.app, akimB, { orgId: school, ...shifts, text: 'Чужая беда' }),
      () => linkMeasure(town.app, akimB, { problemId, measureId }),
      () => closeProblem(town.app, akimB, { problemId }),
      () => withdrawProblem(town.app, akimB, { problemId, reason: 'Просто так' }),
    ];
    for (const tries of asB) await expect(tries()).rejects.toMatchObject({ key: 'telegram-not-allowed' });
    const iin = addProblem(town.app, akimA, { orgId: school, ...shifts, text: 'Ученик, ИИН 900101300017, не принят' });
    await expect(iin).rejects.toMatchObject({ key: 'guard-in-text' });
    await expect(added('—')).rejects.toMatchObject({ key: 'problems-wordless' });
  });

  it('costs as many statements for many problems, measures and indicators as for one', async () => {
    const [one = 0, ...others] = [await added('Тесно 0'), await added('Тесно 1'), await added('Тесно 2')];
    await linkMeasure(town.app, akimA, { problemId: one, measureId: measures[0] ?? 0 });
    const cost = async () => {
      const list = await countStatements(() => problemsPage(town.app, akimA, everything, { skip: 0, take: 6 }));
      const card = await countStatements(() => cardFor(town.app, akimA, one));
      return [list.statements, card.statements];
    };
    const before = await cost();
    for (const measureId of measures.slice(1)) await linkMeasure(town.app, akimA, { problemId: one, measureId });
    for (const problemId of others)
      for (const measureId of measures) await linkMeasure(town.app, akimA, { problemId, measureId });
    expect(await cost()).toEqual(before);
  });

  it('is written, linked, filtered and closed in the chat', async () => {
    const { akimA: person } = regions;
    await person.says('/problems');
    await person.presses('➕ Проблема');
    await person.presses('Школа № 1 региона А');
    await person.presses('Трёхсменное обучение');
    await person.presses('существенная');
    await person.says('Старшие классы учатся до восьми вечера');
    expect(person.lastMessage.text).toContain('Внести в реестр?');
    await person.presses('Да');
    await person.presses('Открыть проблему');
    await person.presses('Закрыть');
    await person.presses('➕ Мероприятие');
    await person.says('школу 1');
    await person.presses('Открыть проблему');
    expect(person.lastMessage.text).toContain('1.1 Построить школу 1');
    expect(person.lastMessage.text).toContain('✅ Введено школ, школа · 2026 год · план: 2 · факт: 2');
    await person.presses('✖️ 1.1');
    expect(person.lastMessage.text).toContain('свяжите мероприятие');
    await person.presses('➕ Мероприятие');
    await person.says('школу 1');
    await person.presses('Открыть проблему');
    await person.presses('✅ Закрыть');
    expect(person.lastMessage.text).toContain('состояние: ✅ закрыта 23.11.2026');
    await person.presses('Открыть снова');
    await person.says('Смену вернули');
    await person.presses('Да');
    await person.presses('Открыть проблему');
    expect(person.lastMessage.text).toContain('состояние: открыта');
    await person.presses('Исключить');
    await person.says('Внесена по ошибке');
    await person.presses('Да');
    await person.says('/problems');
    await person.presses('Тяжесть');
    await person.presses('критические');
    expect(person.lastMessage.text).not.toContain('до восьми вечера');
    await person.presses('Состояние');
    await person.presses('все: ');
    await person.presses('Все открытые');
    await person.presses('Организация');
    await person.presses('Школа № 1 региона А: ');
    expect(person.lastMessage.text).toContain('Показано: Школа № 1 региона А · открытые');
    await person.presses('1');
    await person.presses('К списку');
    expect(person.lastMessage.text).toContain('Показано: Школа № 1 региона А · открытые');
  });

  it('names no indicator of a confidential measure to who does not see the measure, but still counts it', async () => {
    const department = await actorOf(town, regions.departmentA);
    const problemId = await added('Здание под охраной');
    const [open = 0, sealed = 0] = await roadmapOf(2);
    const [fences, guards] = [await indicator('Огорожено школ'), await indicator('Посты охраны')];
    for (const [measureId, indicatorId] of [
      [open, fences],
      [sealed, guards],
    ] as const) {
      await linkIndicator(town.app, akimA, { measureId, indicatorId });
      await linkMeasure(town.app, akimA, { problemId, measureId });
      await says(indicatorId, 'plan', 5);
    }
    await town.db.task.updateMany({ where: { measure: { id: sealed } }, data: { confidential: true } });
    const shown = async (who: Actor) => {
      const problem = (await cardFor(town.app, who, problemId)) ?? expect.unreachable();
      return cardMessage(town.app, 'ru', { problem, code: '', page: 0, keeps: true }).html;
    };
    expect(await shown(akimA)).toContain('Посты охраны');
    const card = await shown(department);
    expect(card).toContain('Огорожено школ');
    expect(card).not.toContain('Посты охраны');
    expect(card).toContain('план достигнут: 0 из 2');
    expect(card).toContain('Показатели, которые видят другие: 1');
    const missed = { key: 'problems-target-missed', args: { names: 'Огорожено школ', hidden: 1 } };
    await expect(closeProblem(town.app, department, { problemId })).rejects.toMatchObject(missed);
    await says(fences, 'fact', 5);
    const hidden = { key: 'problems-target-missed-hidden', args: { n: 1 } };
    await expect(closeProblem(town.app, department, { problemId })).rejects.toMatchObject(hidden);
  });

  it('tells who entered a problem and the head of its organisation that it is closed or open again, never who did it', async () => {
    const department = await actorOf(town, regions.departmentA);
    const problemId = await added('Нет спортивного зала');
    const [measureId = 0] = measures;
    await linkMeasure(town.app, akimA, { problemId, measureId });
    await town.settle();
    const heard = async () => {
      await town.settle();
      const rows = await town.db.outgoingMessage.findMany({
        where: { kind: { startsWith: 'problems.' }, subjectId: problemId, state: 'sent' },
        orderBy: { id: 'asc' },
      });
      return rows.map(({ kind, personId }) => `${kind} ${personId}`).toSorted();
    };
    await closeProblem(town.app, department, { problemId });
    const both = [akimA.personId, schoolA.personId];
    const closed = both.map((id) => `problems.closed ${id}`).toSorted();
    expect(await heard()).toEqual(closed);
    expect(regions.schoolA.lastMessage.text).toContain('Проблема закрыта');
    expect(regions.schoolA.lastMessage.text).toContain('Нет спортивного зала');
    await regions.schoolA.presses('Открыть проблему');
    await reopenProblem(town.app, akimA, { problemId, reason: 'Зал сгорел' });
    expect(await heard()).toEqual([...closed, `problems.reopened ${schoolA.personId}`]);
    expect(regions.schoolA.lastMessage.text).toContain('Причина: Зал сгорел');
  });

  it('says nothing of what is no longer so when the message leaves', async () => {
    const problemId = await added('Нет столовой');
    const row = { kind: '', personId: null, chatId: 1, threadId: null, subjectId: problemId, data: { problemId } };
    const written = async (kind: string) => problemsRenderers[kind]?.(town.app, row as never, ['ru']);
    expect(await written('problems.closed')).toBeNull();
    expect(await written('problems.reopened')).toMatchObject({ text: expect.stringContaining('Нет столовой') });
  });

  it('is a table of the list as it is filtered, in which words are no formulas', async () => {
    await addProblem(town.app, akimA, {
      orgId: school,
      type: '=1+1 смены',
      severity: 'minor',
      text: '=HYPERLINK("а")',
    });
    const person = regions.departmentA;
    await person.says('/problems');
    await person.presses('Тяжесть');
    await person.presses('незначительные');
    await person.presses('Таблица (XLSX)');
    const { content, name } = person.lastMessage.file ?? expect.unreachable();
    expect(name).toBe('problems.xlsx');
    const [head, ...rows] = (await readTable(content)).rows;
    expect(head?.cells.slice(0, 6)).toEqual(['№', 'Организация', 'Вид', 'Тяжесть', 'Проблема', 'Состояние']);
    expect(rows.map(({ cells }) => cells.slice(0, 6))).toEqual([
      ['1', 'Школа № 1 региона А', '=1+1 смены', 'незначительная', '=HYPERLINK("а")', 'открыта'],
    ]);
    expect(strFromU8(unzipSync(content)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
    await person.presses('Все открытые');
    await person.presses('Таблица (XLSX)');
    const { rows: all } = await readTable((person.lastMessage.file ?? expect.unreachable()).content);
    const guarded = all.find(({ cells }) => cells[4] === 'Здание под охраной')?.cells.join('|');
    expect(guarded).toContain('Огорожено школ');
    expect(guarded).not.toContain('Посты охраны');
  });
});
