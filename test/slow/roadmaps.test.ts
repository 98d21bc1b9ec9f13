// Roadmaps of two regions kept apart, as many statements for forty measures as for two, tables of any size, a round trip through XLSX.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-source.ts';
import { transaction } from '../../src/app.ts';
import { record } from '../../src/journal/actions.ts';
import type { Actor } from '../../src/org/rules.ts';
import { createIndicator, setValues } from '../../src/indicators/actions.ts';
import { indicatorFor, tableOf } from '../../src/indicators/queries.ts';
import { changeMeasure } from '../../src/roadmaps/amend-actions.ts';
import { approveRoadmap, sendRoadmap } from '../../src/roadmaps/approve-actions.ts';
import { roadmapAsOf } from '../../src/roadmaps/as-of-queries.ts';
import { stampOf } from '../../src/roadmaps/content-rules.ts';
import { figuresOf, indicatorNames } from '../../src/roadmaps/figures-queries.ts';
import { writeRoadmap } from '../../src/roadmaps/files.ts';
import { dryRun, importRoadmap } from '../../src/roadmaps/import-actions.ts';
import { linkIndicator, unlinkIndicator } from '../../src/roadmaps/link-actions.ts';
import { postNamesOf, roadmapsFor, versionsOf } from '../../src/roadmaps/list-queries.ts';
import { contentOf, roadmapView } from '../../src/roadmaps/queries.ts';
import { tallyOf } from '../../src/roadmaps/rules.ts';
import { roadmapFor } from '../../src/roadmaps/seen-queries.ts';
import { waiveShare } from '../../src/shares/withdraw-actions.ts';
import { addDays, type Day, dayIn } from '../../src/time.ts';
import { countStatements } from '../support/statements.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let [chair, akimA, akimB, schoolA, schoolB] = [] as unknown as [Actor, Actor, Actor, Actor, Actor];
let [orgA, top] = [0, 0];
beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00' });
  regions = await buildRegions(town);
  const { chair: c, akimA: a, akimB: b, schoolA: sa, schoolB: sb } = regions;
  [chair, akimA, akimB, schoolA, schoolB] = (await Promise.all([c, a, b, sa, sb].map((who) => actorOf(town, who)))) as [
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
  ];
  const idOf = async (code: string) => (await town.db.organisation.findUniqueOrThrow({ where: { code } })).id;
  [orgA, top] = [await idOf('а'), await idOf('top')];
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const head = '№;Мероприятие;Срок;Ответственный';
const table = (lines: string[]) => ({
  bytes: Buffer.from([head, ...lines].join('\n')),
  name: 'карта.csv',
  fileId: null,
  chatId: 1,
});
const ofA = () => ({ orgId: orgA, issuerPostId: regions.posts.get('а') ?? 0, taskId: null });
const many = (n: number, word: string) =>
  Array.from(
    { length: n },
    (_, index) => `${index + 1};${word} ${index + 1};01.03.2027;Школа № ${(index % 2) + 1} региона А`,
  );

async function imported(n: number, word: string): Promise<number> {
  return (await importRoadmap(town.app, akimA, ofA(), table(many(n, word)))).roadmapId;
}
async function approved(by: Actor, roadmapId: number): Promise<void> {
  const view = (await roadmapView(town.app, roadmapId)) ?? expect.unreachable();
  await approveRoadmap(town.app, by, { roadmapId, stamp: stampOf(contentOf(view)) });
}

describe('two regions', () => {
  it('see nothing of each other, and each school its own measures only', async () => {
    const roadmapId = await imported(2, 'Ремонт');
    expect(await roadmapFor(town.app, schoolA, roadmapId)).toBeNull();
    await approved(akimA, roadmapId);
    const seen = async (who: Actor) => (await roadmapsFor(town.app, who, { skip: 0, take: 8 })).total;
    expect([await seen(akimA), await seen(akimB), await seen(chair), await seen(schoolA), await seen(schoolB)]).toEqual(
      [1, 0, 1, 1, 0],
    );
    expect(await roadmapFor(town.app, akimB, roadmapId)).toBeNull();
    const own = await roadmapFor(town.app, schoolA, roadmapId);
    expect(own?.whole).toBe(false);
    expect(own?.sections.flatMap(({ measures }) => measures.map(({ number }) => number))).toEqual(['1.1']);
    await expect(roadmapAsOf(town.app, akimB, roadmapId, '2026-11-23')).rejects.toThrow();
  });

  it('named in one measure of their parent answer for a copy each and see only that', async () => {
    const line = '1;Открыть школы;01.03.2027;Акимат региона А, Акимат региона Б';
    const importing = { orgId: top, issuerPostId: regions.posts.get('top') ?? 0, taskId: null };
    const { roadmapId } = await importRoadmap(town.app, chair, importing, table([line]));
    await approved(chair, roadmapId);
    for (const who of [akimA, akimB]) {
      const view = await roadmapFor(town.app, who, roadmapId);
      const shares = view?.sections.flatMap(({ measures }) => measures.flatMap((measure) => measure.shares)) ?? [];
      expect(shares.map(({ postId }) => postId)).toEqual(who.posts.map(({ postId }) => postId));
    }
  });

  it('of a measure for all schools each sees its own share alone, on screen and in the file', async () => {
    const line = '1;Провести учёт;01.03.2027;Все школы региона А';
    const { roadmapId } = await importRoadmap(town.app, akimA, ofA(), table([line]));
    await approved(akimA, roadmapId);
    const only = async (who: Actor) => (await roadmapFor(town.app, who, roadmapId))?.sections[0]?.measures[0];
    const [whole, own] = [await only(akimA), await only(schoolA)];
    expect([whole?.fanOut, (whole?.shares.length ?? 0) > 1]).toEqual([true, true]);
    const mine = schoolA.posts.map(({ postId }) => postId);
    expect([own?.shares.map(({ postId }) => postId), own?.executors]).toEqual([mine, mine]);
  });

  it('who writes for one of them knows no names of the other, whoever is to approve', async () => {
    const importing = { ...ofA(), issuerPostId: regions.posts.get('top') ?? 0 };
    const lines = [
      '1;Открыть кружок;01.03.2027;Школа № 1 региона А',
      '2;Закрыть кружок;01.03.2027;Школа № 1 региона Б',
    ];
    const { plan } = await dryRun(town.app, akimA, importing, table(lines));
    expect('faults' in plan ? plan.faults.map(({ line }) => line) : plan).toEqual([3]);
  });

  it('lose sight of a roadmap with the post, whoever wrote it', async () => {
    const roadmapId = await imported(2, 'Обмер');
    const left: Actor = { ...akimA, posts: [] };
    expect(await roadmapFor(town.app, left, roadmapId)).toBeNull();
    await approved(akimA, roadmapId);
    expect(await roadmapFor(town.app, left, roadmapId)).toBeNull();
    expect((await roadmapsFor(town.app, left, { skip: 0, take: 8 })).total).toBe(0);
  });

  it('refuse who is not the approving post, a text changed since, and a second press', async () => {
    const roadmapId = await imported(2, 'Покраска');
    const view = (await roadmapView(town.app, roadmapId)) ?? expect.unreachable();
    const stamp = stampOf(contentOf(view));
    for (const who of [akimB, schoolA, chair])
      await expect(approveRoadmap(town.app, who, { roadmapId, stamp })).rejects.toThrow('roadmaps-only-issuer');
    await expect(sendRoadmap(town.app, akimB, { roadmapId })).rejects.toThrow('telegram-not-allowed');
    const measureId = view.sections[0]?.measures[0]?.measureId ?? 0;
    const change = { act: 'text' as const, text: 'Покрасить фасад' };
    await changeMeasure(town.app, akimA, { measureId, change, version: 1, reason: null });
    await expect(approveRoadmap(town.app, akimA, { roadmapId, stamp })).rejects.toThrow('roadmaps-changed-since');
    await approved(akimA, roadmapId);
    await expect(approved(akimA, roadmapId)).rejects.toThrow('roadmaps-approved-already');
    await expect(changeMeasure(town.app, akimB, { measureId, change, version: 1, reason: 'так' })).rejects.toThrow();
    const again = { act: 'due' as const, due: '2027-04-01' };
    await changeMeasure(town.app, akimA, { measureId, change: again, version: 1, reason: 'Поставка позже' });
    await expect(
      changeMeasure(town.app, akimA, { measureId, change: again, version: 1, reason: 'Поставка позже' }),
    ).rejects.toThrow('roadmaps-changed-since');
    expect((await versionsOf(town.app, roadmapId)).map(({ version }) => version)).toEqual([2, 1]);
  });
});

describe('a past day', () => {
  it('shows the indicators of its measures as they were linked and known then', async () => {
    const { orgId } = ofA();
    const named = (words: string) => ({ nameKk: words, nameRu: words, unitKk: 'орын', unitRu: 'мест' });
    const made = { orgId, kind: 'count' as const, periodKind: 'year' as const, norm: null };
    const places = await createIndicator(town.app, akimA, { ...made, ...named('Новые места') });
    const says = async (value: number) => {
      const entries = (['plan', 'fact'] as const).map((kind) => ({
        orgId,
        kind,
        value: kind === 'plan' ? 100 : value,
        words: null,
      }));
      await setValues(town.app, akimA, { indicatorId: places, period: '2026', entries, source: null });
    };
    const roadmapId = await imported(2, 'Пристройка');
    await approved(akimA, roadmapId);
    const measureId = (await roadmapView(town.app, roadmapId))?.sections[0]?.measures[0]?.measureId ?? 0;
    const first = dayIn(town.app.zone, town.app.now());
    town.clock.advance({ days: 1 });
    await linkIndicator(town.app, akimA, { measureId, indicatorId: places });
    await says(40);
    town.clock.advance({ days: 1 });
    await says(75);
    const figures = async (day: Day) => {
      const { content, at } = await roadmapAsOf(town.app, akimA, roadmapId, day);
      return (await figuresOf(town.app, akimA, content, at)).map(({ plan, fact, measures }) => ({
        plan,
        fact,
        measures,
      }));
    };
    expect(await figures(first)).toEqual([]);
    expect(await figures(addDays(first, 1))).toEqual([{ plan: 100, fact: 40, measures: ['1.1'] }]);
    expect(await figures(addDays(first, 2))).toEqual([{ plan: 100, fact: 75, measures: ['1.1'] }]);
    const groups = await createIndicator(town.app, akimA, { ...made, ...named('Новые группы') });
    const linked = async (day: Day) =>
      (await roadmapAsOf(town.app, akimA, roadmapId, day)).sections[0]?.measures[0]?.measure.indicatorIds;
    town.clock.advance({ days: 1 });
    await linkIndicator(town.app, akimA, { measureId, indicatorId: groups });
    await linkIndicator(town.app, akimA, { measureId, indicatorId: groups });
    town.clock.advance({ days: 1 });
    await unlinkIndicator(town.app, akimA, { measureId, indicatorId: places });
    await expect(unlinkIndicator(town.app, akimA, { measureId, indicatorId: places })).rejects.toThrow();
    await expect(unlinkIndicator(town.app, akimB, { measureId, indicatorId: groups })).rejects.toThrow();
    const days = await Promise.all([0, 2, 3, 4].map((n) => linked(addDays(first, n))));
    expect(days).toEqual([[], [places], [places, groups], [groups]]);
    // An event of the time when a measure had one indicator at most names that one alone.
    const about = { verb: 'roadmaps.indicator-linked', entity: 'roadmap', entityId: roadmapId, actor: null };
    await transaction(town.app, async (app) =>
      record(app, { ...about, rootOrgId: top, data: { measureId, indicatorId: places } }),
    );
    expect(await linked(addDays(first, 4))).toEqual([places]);
  });

  it('counts a part given up as the screen of that day did, and not before', async () => {
    await town.db.organisation.update({ where: { code: 'аs1' }, data: { ownership: 'private' } });
    const line = '1;Починить ограду;01.03.2027;Школа № 1 региона А, Школа № 2 региона А';
    const { roadmapId } = await importRoadmap(town.app, akimA, ofA(), table([line]));
    await approved(akimA, roadmapId);
    const now = async () =>
      tallyOf((await roadmapFor(town.app, akimA, roadmapId))?.sections.flatMap(({ measures }) => measures) ?? []);
    const then = async (day: Day) =>
      tallyOf((await roadmapAsOf(town.app, akimA, roadmapId, day)).sections.flatMap(({ measures }) => measures));
    const before = await now();
    const day = dayIn(town.app.zone, town.app.now());
    town.clock.advance({ days: 1 });
    const shares = (await roadmapView(town.app, roadmapId))?.sections[0]?.measures[0]?.shares ?? [];
    const participationId = shares.find(({ role }) => role === 'co_executor')?.participationId ?? 0;
    await waiveShare(town.app, akimA, { participationId, reason: 'Ограда общая' });
    expect(before.progress).toBe(0);
    expect((await now()).progress).toBe(100);
    expect(await then(addDays(day, 1))).toEqual(await now());
    expect(await then(day)).toEqual(before);
    await town.db.organisation.update({ where: { code: 'аs1' }, data: { ownership: 'state' } });
  });
});

it('writing, approving, opening, listing and looking back cost as many statements for forty measures as for two', async () => {
  const cost = async (n: number, word: string): Promise<number[]> => {
    const write = await countStatements(() => imported(n, word));
    const roadmapId = write.result;
    const press = await countStatements(() => approved(akimA, roadmapId));
    const open = await countStatements(() => roadmapFor(town.app, akimA, roadmapId));
    const list = await countStatements(() => roadmapsFor(town.app, akimA, { skip: 0, take: 8 }));
    const today = dayIn(town.app.zone, town.app.now());
    const past = await countStatements(() => roadmapAsOf(town.app, akimA, roadmapId, today));
    return [write, press, open, list, past].map(({ statements }) => statements);
  };
  const two = await cost(2, 'Уборка');
  expect(await cost(40, 'Озеленение')).toEqual(two);
});

it('what is written as a workbook is read back as the same measures', async () => {
  const roadmapId = await imported(3, 'Побелка');
  const view = (await roadmapView(town.app, roadmapId)) ?? expect.unreachable();
  const content = contentOf(view);
  const all = content.sections.flatMap(({ measures }) => measures);
  const posts = await postNamesOf(
    town.app,
    all.flatMap(({ executors }) => executors),
  );
  const bytes = await writeRoadmap(town.app, 'ru', {
    content,
    posts,
    indicators: new Map(),
    under: 'Акимат региона А',
  });
  const { plan } = await dryRun(town.app, akimA, ofA(), { bytes, name: 'a.xlsx', fileId: null, chatId: 1 });
  if (!('sections' in plan)) return expect.unreachable();
  expect(plan.faults).toEqual([]);
  expect(
    plan.sections.flatMap(({ measures }) => measures.map(({ text, due, postIds }) => ({ text, due, postIds }))),
  ).toEqual(all.map(({ text, due, executors }) => ({ text, due, postIds: executors })));
});

it('of several indicators under one measure each is counted for itself, and words are no number (seed row S15)', async () => {
  const kept = { orgId: top, kind: 'count' as const, periodKind: 'year' as const, norm: null, unitKk: 'бірлік' };
  const schools = { nameKk: 'Пайдалануға берілген мектептер', nameRu: 'Введено школ', unitRu: 'школа' };
  const rooms = { nameKk: 'Модификациялық кабинеттер', nameRu: 'Модификационные кабинеты', unitRu: 'кабинет' };
  const ids = [
    await createIndicator(town.app, chair, { ...kept, ...schools }),
    await createIndicator(town.app, chair, { ...kept, ...rooms }),
  ];
  const orgB = (await town.db.organisation.findUniqueOrThrow({ where: { code: 'б' } })).id;
  for (const [nth, value] of [20, 105].entries()) {
    const other = { orgId: orgB, kind: 'fact' as const, value: null, words: 'аналогичная работа' };
    const entries = [{ orgId: orgA, kind: 'fact' as const, value, words: null }, other];
    await setValues(town.app, chair, { indicatorId: ids[nth] ?? 0, period: '2026', entries, source: null });
  }
  const csv = [
    '№;Мероприятие;Срок;Ответственный;Индикаторы',
    '1;Создать новые места;01.03.2027;Акимат региона А;"Введено школ; Модификационные кабинеты"',
  ];
  const importing = { orgId: top, issuerPostId: regions.posts.get('top') ?? 0, taskId: null };
  const sent = { bytes: Buffer.from(csv.join('\n')), name: 'места.csv', fileId: null, chatId: 1 };
  const { roadmapId } = await importRoadmap(town.app, chair, importing, sent);
  await approved(chair, roadmapId);
  const view = (await roadmapFor(town.app, chair, roadmapId)) ?? expect.unreachable();
  const figures = await figuresOf(town.app, chair, view);
  expect(
    figures.map(({ names, fact, withoutNumber, measures }) => [names.nameRu, fact, withoutNumber, measures]),
  ).toEqual([
    ['Введено школ', 20, 1, ['1.1']],
    ['Модификационные кабинеты', 105, 1, ['1.1']],
  ]);
  const compared = await tableOf(town.app, chair, (await indicatorFor(town.app, chair, ids[1] ?? 0))!, '2026');
  expect(compared.map(({ fact, words }) => [fact, words])).toEqual([
    [105, null],
    [null, 'аналогичная работа'],
  ]);
  const content = contentOf(view);
  const names = await indicatorNames(town.app, ids);
  const bytes = await writeRoadmap(town.app, 'kk', {
    content,
    posts: await postNamesOf(town.app, content.sections[0]?.measures[0]?.executors ?? []),
    indicators: new Map([...names].map(([id, { nameKk }]) => [id, nameKk])),
    under: 'Область',
  });
  const { plan } = await dryRun(town.app, chair, importing, { bytes, name: 'a.xlsx', fileId: null, chatId: 1 });
  expect('sections' in plan && plan.sections[0]?.measures[0]).toMatchObject({ indicatorIds: ids, note: null });
});

it('a table of 50,000 rows is refused with its number, and nothing is written', async () => {
  const before = await town.db.roadmap.count();
  await expect(dryRun(town.app, akimA, ofA(), table(many(50_000, 'Ремонт')))).rejects.toMatchObject({
    key: 'files-too-many-rows',
  });
  expect(await town.db.roadmap.count()).toBe(before);
  expect((await readTable(table(many(3, 'Ремонт')).bytes)).rows).toHaveLength(4);
});
