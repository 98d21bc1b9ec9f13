// Screens and papers cost the same few statements with 3 rows and with 60, from the press to the answer: findings, working groups, programmes, discipline, printed forms.
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paperFor } from '../../src/documents/paper-queries.ts';
import { choiceArgs, type Choice } from '../../src/documents/print-rules.ts';
import { dimensions, everything, filterCode } from '../../src/findings/rules.ts';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { countStatements } from '../support/statements.ts';
import type { Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { actorOf } from '../support/two-regions.ts';

let town: Town;
let city: BulkCity;
let deputy: Person;
let few: Map<string, Measured>;
let many: Map<string, Measured>;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  deputy = town.tg.person({ firstName: 'Примеров', languageCode: 'ru' });
  // The deputy has the number two before the first head.
  city = await buildBulkCity(town.app, { schools: 61, from: deputy.id + 2 });
  await deputy.says('/help');
  const { personId, posts } = await actorOf(town, deputy);
  const made = { createdAt: town.app.now(), createdById: personId };
  const names = { nameKk: 'А тобы', nameRu: 'А группа' };
  await town.db.workingGroup.create({
    data: { ...made, ...names, orgId: city.rootId, headPostId: posts[0]?.postId ?? 0 },
  });
  const shows = await screens();
  await write(1, 3);
  few = await measured(shows);
  await write(4, 60);
  many = await measured(shows, few);
}, 120_000);
afterAll(() => town.close());

/** Rows `from` to `to` of everything: an overdue task of a school and its appeal, a finding of an act of its own that the task explains, a seat, a group, a programme. */
async function write(from: number, to: number): Promise<void> {
  const { db, app } = town;
  const { personId, posts } = await actorOf(town, deputy);
  const [post, now, root] = [posts[0]?.postId ?? 0, app.now(), city.rootId];
  const heads = city.heads.map(({ postId }) => postId);
  const { id: groupId } = await db.workingGroup.findFirstOrThrow({ orderBy: { id: 'asc' } });
  await db.$executeRaw`
    WITH made AS (
      INSERT INTO task (number, state, headline, text_ru, issuer_post_id, controller_post_id, root_org_id, group_ids, programmes, due, created_at, issued_at)
      SELECT 'Э-' || k, 'issued', 'Отчёт', 'Сдать отчёт', ${post}, ${post}, ${root}, ARRAY[${groupId}::int], ARRAY['Программа ' || k], date '2026-11-10', ${now}, ${now}
      FROM generate_series(${from}::int, ${to}::int) k RETURNING id, number, substr(number, 3)::int AS k
    ), shares AS (
      INSERT INTO participation (task_id, post_id, force, due, first_due, assigned_at)
      SELECT id, (${heads}::int[])[k], 'assignment', date '2026-11-10', date '2026-11-10', ${now} FROM made RETURNING id, post_id
    ), appeals AS (
      INSERT INTO appeal (participation_id, post_id, fault, text, made_by_id, made_at, request_key)
      SELECT s.id, s.post_id, 'overdue', 'Сдано', a.person_id, ${now}, 'screens:' || s.id FROM shares s JOIN appointment a ON a.post_id = s.post_id
    ), acts AS (
      INSERT INTO inspection (root_org_id, body, body_folded, act_number, act_day, imported_by_id, imported_post_id, created_at)
      SELECT ${root}, 'Санконтроль', 'санконтроль', k::text, date '2026-11-02', ${personId}, ${post}, ${now} FROM made RETURNING id, act_number::int AS k
    ), found AS (
      INSERT INTO finding (inspection_id, org_id, position, category, severity, text, explanation_task_id)
      SELECT acts.id, po.org_id, 1, 'fire', 'major', 'Нет плана эвакуации', made.id
      FROM acts JOIN made USING (k) JOIN post po ON po.id = (${heads}::int[])[k]
    ), seats AS (
      INSERT INTO group_seat (group_id, name, post_id, from_day) SELECT ${groupId}, 'Школа ' || k, (${heads}::int[])[k], date '2026-11-01' FROM made
    ), groups AS (
      INSERT INTO working_group (org_id, name_kk, name_ru, head_post_id, created_at, created_by_id)
      SELECT ${root}, 'Б тобы ' || k, 'Б группа ' || k, ${post}, ${now}, ${personId} FROM made
    )
    INSERT INTO programme (root_org_id, kind, name, folded, created_at, created_by_id)
    SELECT ${root}, 'programme', 'Программа ' || k, 'программа ' || k, ${now}, ${personId} FROM made`;
}

/** What is shown, by its name; buttons are pressed as the screens write them. */
async function screens(): Promise<Map<string, () => Promise<unknown>>> {
  const press = (data: string) => () => deputy.forges(deputy.lastMessage, data);
  const command = (text: string) => () => deputy.says(text);
  const all = filterCode(everything);
  const choice = (form: 'dues' | 'discipline'): Choice => ({
    form,
    subject: city.rootId,
    span: form === 'dues' ? 'all' : 'q',
    author: 0,
    locale: 'ru',
  });
  const paper = (form: 'dues' | 'discipline') => async () => {
    const { blocks } = await paperFor(town.app, await actorOf(town, deputy), choice(form), 'pdf');
    return blocks.findLast((block) => block.is === 'table')?.rows.length;
  };
  const { id: groupId } = await town.db.workingGroup.findFirstOrThrow();
  return new Map<string, () => Promise<unknown>>([
    ['/findings', command('/findings')],
    ['findings, second page', press(`findings.list:${all}:1`)],
    ...dimensions.map((by): [string, () => Promise<unknown>] => [
      `findings by ${by}`,
      press(`findings.choose:${by}:${all}:0`),
    ]),
    ['findings as a file', press(`findings.file:${all}`)],
    ['/groups', command('/groups')],
    ['a group', press(`groups.show:${groupId}:0`)],
    ['/programmes', command('/programmes')],
    ['/discipline', command('/discipline')],
    ['shares behind the index', press(`discipline.items:${city.rootId}:q:0`)],
    ['appeals', press('discipline.appeals:0')],
    ['/print', command('/print')],
    ...(['dues', 'discipline'] as const).flatMap((form): [string, () => Promise<unknown>][] => {
      const args = choiceArgs(choice(form)).join(':');
      return [
        [`/print ${form}`, press(`documents.print:${args}`)],
        [`/print ${form}, units`, press(`documents.units:${args}:0`)],
        [`paper ${form}`, paper(form)],
      ];
    }),
  ]);
}

type Measured = { statements: number; seen: unknown };

/** What a connection says when it is new does not count: the lesser of two, where one is not what was expected. */
async function measured(shows: Map<string, () => Promise<unknown>>, before?: Map<string, Measured>) {
  const all = new Map<string, Measured>();
  for (const [name, show] of shows) {
    const first = await countStatements(show);
    const again = first.statements === before?.get(name)?.statements ? first : await countStatements(show);
    const { text, buttons, file } = deputy.lastMessage;
    const answer = typeof again.result === 'number' ? again.result : [text, buttons, file?.content.length];
    all.set(name, { statements: Math.min(first.statements, again.statements), seen: answer });
  }
  return all;
}

it('costs the same with 3 rows and with 60', () => {
  const statements = (of: Map<string, Measured>) => [...of].map(([name, { statements }]) => [name, statements]);
  expect(statements(many)).toEqual(statements(few));
  expect(Math.max(...[...many.values()].map(({ statements }) => statements))).toBeLessThanOrEqual(15);
});

it('shows the rows that were added, where a screen shows rows at all', () => {
  const changed = [...many].filter(([name, { seen }]) => !isDeepStrictEqual(seen, few.get(name)?.seen));
  // The menu of forms and the districts to choose from are what they were; appeals are shown one by one.
  const same = [
    'appeals',
    '/print',
    '/print dues',
    '/print dues, units',
    '/print discipline',
    '/print discipline, units',
  ];
  expect(changed.map(([name]) => name)).toEqual([...many.keys()].filter((name) => !same.includes(name)));
  expect(['paper dues', 'paper discipline'].map((name) => [few.get(name)?.seen, many.get(name)?.seen])).toEqual([
    [3, 60],
    [3, 60],
  ]);
});
