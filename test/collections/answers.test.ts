// Answers over real tables: facts of an indicator, two regions apart, what is returned, the substitute, a draft thrown away.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addField, bindIndicator, dropField, setAutoAccept } from '../../src/collections/actions.ts';
import { answer } from '../../src/collections/answer-actions.ts';
import { keepAcceptedFacts } from '../../src/collections/file-actions.ts';
import { answersOf, collectionOf, collectionsFor } from '../../src/collections/queries.ts';
import { createIndicator } from '../../src/indicators/actions.ts';
import type { Actor } from '../../src/org/rules.ts';
import { acceptReport, returnReport, submitReport } from '../../src/reports/actions.ts';
import { createDraft, dropDraft, issueTask } from '../../src/tasks/actions.ts';
import type { AskedField } from '../../src/tasks/asked-rules.ts';
import { expectNoViolations } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf, buildRegions, type Regions } from '../support/two-regions.ts';

let town: Town;
let regions: Regions;
let chair: Actor;
let akimA: Actor;
let akimB: Actor;
let schoolA: Actor;
let schoolB: Actor;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-25T10:00' });
  regions = await buildRegions(town);
  const { chair: c, akimA: a, akimB: b, schoolA: sa, schoolB: sb } = regions;
  [chair, akimA, akimB, schoolA, schoolB] = (await Promise.all([c, a, b, sa, sb].map((who) => actorOf(town, who)))) as [
    ...[Actor, Actor, Actor, Actor, Actor],
  ];
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const people: AskedField = {
  ...{
    label: 'Педагоги',
    kind: 'number',
    unit: 'чел.',
    min: null,
    max: null,
    whole: true,
    choices: [],
    required: true,
  },
};

async function draft(by: Actor, codes: string[]): Promise<number> {
  const executorPostIds = codes.map((code) => regions.posts.get(code) ?? 0);
  const said = { text: 'Количество педагогов', locale: 'ru' as const, fanOut: true, due: '2026-12-21' };
  const { taskId } = await createDraft(town.app, by, { ...said, executorPostIds });
  await addField(town.app, by, { taskId, field: people });
  return taskId;
}

async function issued(by: Actor, codes: string[], before: (taskId: number) => Promise<void> = async () => {}) {
  const taskId = await draft(by, codes);
  await before(taskId);
  await issueTask(town.app, by, { taskId, undoSeconds: 0 });
  const [field] = (await collectionOf(town.app, taskId))?.fields ?? [];
  const shares = await town.db.participation.findMany({
    where: { taskId },
    include: { post: { include: { org: true } } },
  });
  const shareOf = (code: string): number => shares.find(({ post }) => post.org.code === code)?.id ?? 0;
  return { taskId, fieldId: field?.fieldId ?? 0, shareOf };
}

let requests = 0;
const say = (by: Actor, participationId: number, fieldId: number, number: number | null, words: string | null = null) =>
  answer(town.app, by, { participationId, values: [{ fieldId, number, words }], requestKey: `r${(requests += 1)}` });

describe('an indicator that answers fill', () => {
  it('gets accepted numbers as facts, their corrections, and words as words; what was entered later by hand stays', async () => {
    const top = await town.db.organisation.findUniqueOrThrow({ where: { code: 'top' } });
    const names = { nameKk: 'Педагог', nameRu: 'Педагоги', unitKk: 'адам', unitRu: 'чел.' };
    const indicatorId = await createIndicator(town.app, chair, {
      ...{ ...names, orgId: top.id, kind: 'count', periodKind: 'year', norm: null },
    });
    const { fieldId, shareOf } = await issued(chair, ['аs1', 'бs1'], async (taskId) => {
      const [field] = (await collectionOf(town.app, taskId))?.fields ?? [];
      const bound = { taskId, fieldId: field?.fieldId ?? 0, indicatorId };
      await expect(bindIndicator(town.app, chair, { ...bound, period: '2026-Q4' })).rejects.toMatchObject({
        key: 'indicators-period-unclear',
      });
      await bindIndicator(town.app, chair, { ...bound, period: '2026' });
    });
    const facts = async () =>
      (
        await town.db.indicatorValue.findMany({ where: { indicatorId, supersededAt: null }, orderBy: { orgId: 'asc' } })
      ).map(({ value, words, source }) => [value?.toNumber() ?? words, source]);
    await say(schoolA, shareOf('аs1'), fieldId, 40);
    expect(await facts()).toEqual([[40, 'collection']]);
    town.clock.advance({ minutes: 1 });
    await say(schoolA, shareOf('аs1'), fieldId, 41);
    await say(schoolB, shareOf('бs1'), fieldId, null, 'ұқсас жұмыс');
    expect(await facts()).toEqual([
      [41, 'collection'],
      ['ұқсас жұмыс', 'collection'],
    ]);
    const count = await town.db.indicatorValue.count();
    await keepAcceptedFacts(town.app);
    expect(await town.db.indicatorValue.count()).toBe(count);
  });
});

describe('a message', () => {
  it('that answers for two posts is noted for both, once each', async () => {
    const first = await issued(akimA, ['аs1', 'аs2']);
    const [one, two] = [first.shareOf('аs1'), first.shareOf('аs2')];
    const { postId } = await town.db.participation.findUniqueOrThrow({ where: { id: two } });
    const both: Actor = {
      ...schoolA,
      posts: [...schoolA.posts, ...schoolA.posts.map((post) => ({ ...post, postId, acting: true }))],
    };
    const said = (participationId: number) =>
      answer(town.app, both, {
        participationId,
        values: [{ fieldId: first.fieldId, number: 40, words: null }],
        requestKey: 'answer:1:2:0',
      });
    expect([await said(one), await said(two), await said(two)].map(({ changed }) => changed.length)).toEqual([1, 1, 0]);
  });
});

describe('two regions', () => {
  it('see their own part, an executor the own answer, and who asked everything', async () => {
    const { taskId, fieldId, shareOf } = await issued(chair, ['аs1', 'аs2', 'бs1']);
    await say(schoolA, shareOf('аs1'), fieldId, 40);
    await say(schoolB, shareOf('бs1'), fieldId, 50);
    const seen = async (by: Actor) =>
      (await answersOf(town.app, by, taskId)).map(({ answers }) => answers[0]?.number ?? null);
    expect(await seen(chair)).toEqual([40, null, 50]);
    expect(await seen(akimA)).toEqual([40, null]);
    expect(await seen(akimB)).toEqual([50]);
    expect(await seen(schoolA)).toEqual([40]);
    const { rows } = await collectionsFor(town.app, akimA, { skip: 0, take: 10 });
    expect(rows.find((row) => row.taskId === taskId)).toMatchObject({ answered: 1, total: 2 });
    await expect(say(schoolB, shareOf('аs1'), fieldId, 1)).rejects.toMatchObject({ key: 'collections-not-yours' });
    await expect(say(schoolA, shareOf('аs1'), fieldId, -1)).rejects.toMatchObject({ key: 'telegram-stale-button' });
    await expect(say(schoolA, shareOf('аs1'), 999_999, 1)).rejects.toMatchObject({ key: 'telegram-stale-button' });
  });
});

describe('an answer that is reviewed', () => {
  it('can be returned, handed in again as it was, and is not replaced by a report in words', async () => {
    const { fieldId, shareOf } = await issued(akimA, ['аs1'], (taskId) =>
      setAutoAccept(town.app, akimA, { taskId, autoAccept: false }),
    );
    const participationId = shareOf('аs1');
    const plain = { participationId, text: 'Выполнено', final: true, attachments: [], requestKey: 'plain' };
    await expect(submitReport(town.app, schoolA, plain)).rejects.toMatchObject({ key: 'collections-fields-instead' });
    expect(await say(schoolA, participationId, fieldId, 40)).toMatchObject({ filed: true, accepted: false });
    const newest = async () =>
      (await town.db.report.findFirstOrThrow({ where: { participationId }, orderBy: { version: 'desc' } })).id;
    await returnReport(town.app, akimA, { reportId: await newest(), reason: 'Проверьте' });
    expect(await say(schoolA, participationId, fieldId, 40)).toMatchObject({ changed: [], filed: true });
    await acceptReport(town.app, akimA, { reportId: await newest() });
    expect(await say(schoolA, participationId, fieldId, 42)).toMatchObject({ corrected: [fieldId], accepted: true });
    expect(await town.db.participation.findUniqueOrThrow({ where: { id: participationId } })).toMatchObject({
      state: 'accepted',
      inTime: true,
    });
  });

  it('comes once of head and substitute at the same moment', async () => {
    const { fieldId, shareOf } = await issued(akimA, ['аs1']);
    const participationId = shareOf('аs1');
    const both = await Promise.all([1, 2].map(() => say(schoolA, participationId, fieldId, 40)));
    expect(both.map(({ changed }) => changed.length).toSorted()).toEqual([0, 1]);
    expect(await town.db.collectionAnswer.count({ where: { participationId } })).toBe(1);
    expect(await town.db.report.count({ where: { participationId } })).toBe(1);
  });
});

describe('a draft', () => {
  it('goes with its fields, loses its last one, and is nobody else’s', async () => {
    const taskId = await draft(akimA, ['аs1']);
    const second = { ...people, label: 'Ученики' };
    await addField(town.app, akimA, { taskId, field: second });
    await expect(addField(town.app, akimA, { taskId, field: second })).rejects.toMatchObject({
      key: 'collections-label-taken',
    });
    await expect(addField(town.app, chair, { taskId, field: people })).rejects.toMatchObject({
      key: 'tasks-not-your-draft',
    });
    await dropField(town.app, akimA, { taskId });
    expect((await collectionOf(town.app, taskId))?.fields).toHaveLength(1);
    await dropField(town.app, akimA, { taskId });
    expect(await collectionOf(town.app, taskId)).toBeNull();
    await addField(town.app, akimA, { taskId, field: people });
    await dropDraft(town.app, akimA, { taskId });
    expect(await town.db.collectionField.count({ where: { taskId } })).toBe(0);
  });
});
