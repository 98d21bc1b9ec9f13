// A week of six days counts wherever working days of an executor are counted from words: drafts, urgency, expected news, the morning of issuing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/org/rules.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { understandTask } from '../../src/tasks/draft-queries.ts';
import { updateRules } from '../../src/tasks/update-rules.ts';
import { commonWeek } from '../../src/tasks/week-rules.ts';
import { dayFromDb } from '../../src/time.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let city: City;
let deputy: Actor;
let six: PostBuilt[];
let five: PostBuilt;

beforeAll(async () => {
  database = await testDatabase();
  city = new City(database);
  const root = await city.org('Акимат', null, { type: 'akimat' });
  deputy = await city.actor(await city.post(root, 'deputy'));
  const school = async (n: number, week: number): Promise<PostBuilt> => {
    const org = await city.org(`Школа № ${n}`, root, { week });
    await city.db.organisation.update({ where: { id: org.id }, data: { number: String(n) } });
    return city.post(org, 'school_head');
  };
  six = [await school(1, 6), await school(2, 6)];
  five = await school(3, 5);
}, 60_000);
afterAll(() => database.close());

const understood = async (words: string, answered?: string) => {
  const { due, executorPostIds } = await understandTask(city.app, deputy, { words, answered }, null);
  return { due, n: executorPostIds?.length };
};

it('is common only where all have it', () => {
  expect([commonWeek([6, 6]), commonWeek([6, 5]), commonWeek([5]), commonWeek([])]).toEqual([6, 5, 5, 5]);
});

describe('a term in working days', () => {
  // Thursday.
  beforeAll(() => city.at('2026-11-26T10:00'));

  it('counts Saturday for schools that work on it', async () => {
    expect(await understood('Школе № 1 — сдать отчёт в течение 3 рабочих дней')).toEqual({ due: '2026-11-30', n: 1 });
    expect(await understood('Школе № 3 — сдать отчёт в течение 3 рабочих дней')).toEqual({ due: '2026-12-01', n: 1 });
  });

  it('gives everybody as many days as were said where their weeks differ', async () => {
    expect(await understood('Школам № 1, 3 — сдать отчёт в течение 3 рабочих дней')).toEqual({
      due: '2026-12-01',
      n: 2,
    });
  });

  it('counts so in the message that is answered too', async () => {
    expect(await understood('Школе № 2', 'Сдать отчёт в течение 3 рабочих дней')).toEqual({ due: '2026-11-30', n: 1 });
  });

  it('counts so for what is urgent', async () => {
    expect(await understood('Школе № 1 — срочно сдать отчёт о ремонте')).toEqual({ due: '2026-11-30', n: 1 });
    expect(await understood('Школе № 3 — срочно сдать отчёт о ремонте')).toEqual({ due: '2026-12-01', n: 1 });
  });
});

describe('issuing', () => {
  const draft = async (executors: PostBuilt[]): Promise<number> => {
    const executorPostIds = executors.map(({ postId }) => postId);
    const fields = { text: 'Сдать отчёт о ремонте', locale: 'ru' as const, due: '2027-01-29', executorPostIds };
    return (await createDraft(city.app, deputy, { ...fields, updateRule: updateRules.weekly })).taskId;
  };

  it('on a Saturday expects news on the next one from those who work then, from others on Monday', async () => {
    city.at('2026-11-28T10:00');
    const taskId = await draft([six[0] as PostBuilt, five]);
    await issueTask(city.app, deputy, { taskId, undoSeconds: 0 });
    const shares = await city.db.participation.findMany({ where: { taskId }, orderBy: { position: 'asc' } });
    expect(shares.map(({ nextUpdate }) => nextUpdate && dayFromDb(nextUpdate))).toEqual(['2026-12-05', '2026-12-07']);
  });

  it('in the morning means the morning of a day on which its executors work', async () => {
    city.at('2026-11-27T21:00');
    const way = { way: 'morning' as const, undoSeconds: 60 };
    const soon = await issueTask(city.app, deputy, { taskId: await draft(six), ...way });
    const later = await issueTask(city.app, deputy, { taskId: await draft([five]), ...way });
    expect([soon, later].map(({ undoUntil }) => undoUntil)).toEqual([
      city.instant('2026-11-28T09:00'),
      city.instant('2026-11-30T09:00'),
    ]);
  });
});
