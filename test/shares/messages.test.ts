// Messages of shares in all three languages: every one can be written, fits into Telegram, and is silent where its cause is gone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/org/rules.ts';
import { plain } from '../../src/telegram/buttons.ts';
import { disownShare } from '../../src/shares/disown-actions.ts';
import { handDown } from '../../src/shares/hand-down-actions.ts';
import { presentAwaited, presentShare, presentShares, presentTree } from '../../src/shares/present-renderers.ts';
import { sharesRenderers } from '../../src/shares/renderers.ts';
import { replaceExecutor } from '../../src/shares/replace-actions.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { sharePage, tasksNumbered } from '../../src/shares/queries.ts';
import { taskNumbers } from '../../src/shares/rules.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';

const locales = ['kk', 'ru', 'en'] as const;
const longName = 'Коммунальное государственное учреждение «Общеобразовательная школа имени выдающегося деятеля»'.repeat(
  2,
);

let database: TestDatabase;
let city: City;
let deputy: PostBuilt;
let edu: PostBuilt;
let schools: PostBuilt[];
let actors: { deputy: Actor; edu: Actor; school: Actor; other: Actor };
let parentId: number;
let shareIds: number[];

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  deputy = await city.post(root, 'deputy');
  const department = await city.org('Управление образования', root, { type: 'department' });
  edu = await city.post(department, 'dept_head');
  const orgs = await Promise.all(Array.from({ length: 30 }, (_, n) => city.org(`${longName} № ${n + 1}`, department)));
  schools = await Promise.all(orgs.map((org) => city.post(org, 'school_head')));
  for (const [n, { id }] of orgs.entries())
    await database.db.organisation.update({ where: { id }, data: { number: String(n + 1) } });
  const [first, second] = schools as [PostBuilt, PostBuilt];
  actors = {
    deputy: await city.actor(deputy),
    edu: await city.actor(edu),
    school: await city.actor(first),
    other: await city.actor(second),
  };
  city.at('2026-11-23T10:00');
  const executorPostIds = [edu, ...schools.slice(0, 28)].map(({ postId }) => postId);
  const text = 'Подготовить сводные сведения по всем объектам. '.repeat(40);
  const draft = { text, locale: 'ru' as const, due: '2026-12-25', executorPostIds };
  parentId = (await createDraft(city.app, actors.deputy, draft)).taskId;
  await issueTask(city.app, actors.deputy, { taskId: parentId, undoSeconds: 0 });
  const rows = await database.db.participation.findMany({ where: { taskId: parentId }, orderBy: { position: 'asc' } });
  shareIds = rows.map(({ id }) => id);
  for (const n of [29, 30]) await handParts(n);
}, 60_000);
afterAll(() => database.close());

async function handParts(n: number): Promise<void> {
  const words = `Школе № ${n} до 20 декабря`;
  const { taskId } = await handDown(city.app, actors.edu, {
    participationId: shareIds[0] ?? 0,
    words,
    requestKey: `${n}`,
  });
  await issueTask(city.app, actors.edu, { taskId, undoSeconds: 0 });
}

async function written(kind: string, subjectId: number, data: Record<string, string | number>, person: PostBuilt) {
  const row = { kind, subjectId, data, personId: person.personId, chatId: person.chatId ?? 0, livingKey: null };
  return Promise.all(locales.map(async (locale) => sharesRenderers[kind]?.(city.app, row, [locale]) ?? null));
}

function expectFitting(all: ({ text: string; keyboard?: unknown[][] } | null | undefined)[]): void {
  expect(new Set(all.map((each) => each?.text)).size).toBe(locales.length);
  for (const each of all) expect(plain(each?.text ?? '').length).toBeLessThan(4096);
}

describe('a message', () => {
  it('about "not ours" is the issuer’s, with buttons until it is decided', async () => {
    const id = shareIds[1] ?? 0;
    await disownShare(city.app, actors.school, {
      participationId: id,
      reason: 'Это не наш объект. '.repeat(50).trim(),
      postId: schools[29]?.postId ?? 0,
    });
    const suggested = schools[29]?.postId ?? 0;
    const open = await written('shares.misaddressed', id, { suggested }, deputy);
    expectFitting(open);
    expect(open[0]?.keyboard).toHaveLength(3);
    expectFitting(await written('shares.misaddressed', id, { again: 1 }, deputy));
    await replaceExecutor(city.app, actors.deputy, {
      participationId: id,
      postId: schools[28]?.postId ?? 0,
      reason: 'Их объект',
    });
    const decided = await written('shares.misaddressed', id, { suggested }, deputy);
    expectFitting(decided);
    expect(decided[1]?.keyboard).toEqual([]);
    expect(await written('shares.misaddressed', id, { again: 1 }, deputy)).toEqual([null, null, null]);
    expectFitting(await written('shares.withdrawn', id, { reason: 'Их объект' }, schools[0] as PostBuilt));
  });

  it('about missing parts names some of many and counts the rest', async () => {
    const all = await written('shares.missing', shareIds[0] ?? 0, {}, edu);
    expectFitting(all);
    expect(all[1]?.text).toContain('ещё 8');
    expect(all[1]?.text).toContain('Переданы дальше и ещё на контроле: 2');
  });

  it.each([
    ['shares.sent-back', { reason: 'Это ваше' }],
    ['shares.nudge', {}],
  ])('%s goes to the executor with the task', async (kind, data) => {
    expectFitting(await written(kind, shareIds[2] ?? 0, data, schools[1] as PostBuilt));
  });

  it('about what the former executor reported shows it to the new one', async () => {
    const [from, to] = [shareIds[3] ?? 0, shareIds[4] ?? 0];
    const actor = await city.actor(schools[2] as PostBuilt);
    const content = { text: 'Готово на 40 %', final: false, attachments: [], requestKey: 'before' };
    await submitReport(city.app, actor, { participationId: from, ...content });
    const all = await written('shares.taken-over', to, { replacedId: from }, schools[3] as PostBuilt);
    expectFitting(all);
    expect(all[1]?.text).toContain('Готово на 40 %');
  });

  it('about parts is silent while they end in time, and says it when the task above ended or moved', async () => {
    const id = shareIds[0] ?? 0;
    expect(await written('shares.parent-moved', id, {}, edu)).toEqual([null, null, null]);
    await database.db.participation.update({ where: { id }, data: { due: new Date('2026-12-10') } });
    const moved = await written('shares.parent-moved', id, {}, edu);
    expectFitting(moved);
    await database.db.participation.update({ where: { id }, data: { due: new Date('2026-12-25') } });
    expectFitting(await written('shares.parent-ended', id, {}, edu));
    expect(await written('shares.all-in', id, {}, edu)).toEqual([null, null, null]);
  });
});

describe('what is asked for', () => {
  it('the tree and the list fit, and cost the same for many as for few', async () => {
    const tree = await presentTree(city.app, actors.deputy, parentId);
    expect(plain(tree.text).length).toBeLessThan(4096);
    expect(tree.text).toContain('ещё');
    const one = await countStatements(() => sharePage(city.app, parentId, { take: 1 }));
    const many = await countStatements(() => sharePage(city.app, parentId, { take: 28 }));
    expect(many.statements).toBe(one.statements);
    expect(many.result.rows).toHaveLength(28);
  });

  it('is shown to those who decide, never to others', async () => {
    const key = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'shown',
        (error: Error) => error.message,
      );
    expect(await key(presentShares(city.app, actors.deputy, parentId, {}))).toBe('shown');
    expect(await key(presentShares(city.app, actors.other, parentId, {}))).toBe('shares-may-not-withdraw');
    expect(await key(presentShare(city.app, actors.deputy, shareIds[5] ?? 0))).toBe('shown');
    expect(await key(presentShare(city.app, actors.other, shareIds[5] ?? 0))).toBe('tasks-not-visible');
    expect(await key(presentAwaited(city.app, actors.edu, shareIds[0] ?? 0))).toBe('shown');
    expect(await key(presentAwaited(city.app, actors.other, shareIds[0] ?? 0))).toBe('tasks-not-yours');
  });

  it('finds an executor by the number of the school and by a part of its name', async () => {
    const found = async (search: string): Promise<number> =>
      (await sharePage(city.app, parentId, { take: 50, search })).total;
    expect(await found('№ 7')).toBe(1);
    expect(await found('7')).toBe(1);
    expect(await found('управление ОБРАЗ')).toBe(1);
    expect(await found('нет такой')).toBe(0);
    expect(await found('100%')).toBe(0);
  });

  it.each([
    ['148', ['Т-148', '148']],
    ['т-148', ['Т-148']],
    ['T-148', ['Т-148']],
    ['№ 2.1', ['Т-2.1', '2.1']],
    ['2.1/3', ['Т-2.1/3', '2.1/3']],
  ])('understands the number %s', (words, numbers) => expect(taskNumbers(words)).toEqual(numbers));

  it.each(['', 'Школе № 12 до 25 декабря', '148 школам', '12.12.2026 собрать'])('takes «%s» for no number', (words) =>
    expect(taskNumbers(words)).toBeNull(),
  );

  it('finds a task by its number for those who may see it only', async () => {
    const { number } = await database.db.task.findUniqueOrThrow({ where: { id: parentId } });
    const numbers = taskNumbers(number ?? '') ?? [];
    expect((await tasksNumbered(city.app, actors.deputy, numbers)).map(({ taskId }) => taskId)).toEqual([parentId]);
    const stranger = { ...actors.other, posts: [] };
    expect(await tasksNumbered(city.app, stranger, numbers)).toEqual([]);
  });
});
