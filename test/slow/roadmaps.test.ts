// Roadmaps of two regions kept apart, as many statements for forty measures as for two, tables of any size, a round trip through XLSX.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../src/files/read-source.ts';
import type { Actor } from '../../src/org/rules.ts';
import { changeMeasure } from '../../src/roadmaps/amend-actions.ts';
import { approveRoadmap, sendRoadmap } from '../../src/roadmaps/approve-actions.ts';
import { roadmapAsOf } from '../../src/roadmaps/as-of-queries.ts';
import { stampOf } from '../../src/roadmaps/content-rules.ts';
import { writeRoadmap } from '../../src/roadmaps/files.ts';
import { dryRun, importRoadmap } from '../../src/roadmaps/import-actions.ts';
import { postNamesOf, roadmapsFor, versionsOf } from '../../src/roadmaps/list-queries.ts';
import { contentOf, roadmapView } from '../../src/roadmaps/queries.ts';
import { roadmapFor } from '../../src/roadmaps/seen-queries.ts';
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

it('writing, approving, opening, listing and looking back cost as many statements for forty measures as for two', async () => {
  const cost = async (n: number, word: string): Promise<number[]> => {
    const write = await countStatements(() => imported(n, word));
    const roadmapId = write.result;
    const press = await countStatements(() => approved(akimA, roadmapId));
    const open = await countStatements(() => roadmapFor(town.app, akimA, roadmapId));
    const list = await countStatements(() => roadmapsFor(town.app, akimA, { skip: 0, take: 8 }));
    const past = await countStatements(() => roadmapAsOf(town.app, akimA, roadmapId, '2026-11-23'));
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

it('a table of 50,000 rows is refused with its number, and nothing is written', async () => {
  const before = await town.db.roadmap.count();
  await expect(dryRun(town.app, akimA, ofA(), table(many(50_000, 'Ремонт')))).rejects.toMatchObject({
    key: 'files-too-many-rows',
  });
  expect(await town.db.roadmap.count()).toBe(before);
  expect((await readTable(table(many(3, 'Ремонт')).bytes)).length).toBe(4);
});
