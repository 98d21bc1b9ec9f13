// Accepting by the page: one press for ten reports, each by its own rules, and the rest told with a reason.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { acceptReport, returnReport, submitReport } from '../../src/reports/actions.ts';
import { reviewQueue } from '../../src/reports/review-queries.ts';
import { acceptPage } from '../../src/reports/review-page-actions.ts';
import { pageAcceptedText, pageMessage } from '../../src/reports/review-page-messages.ts';
import { presentQueue } from '../../src/reports/review-renderers.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { City } from '../reminders/build.ts';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: City['app'];
let city: BulkCity;
let controller: Actor;
let deputy: Actor;

beforeAll(async () => {
  database = await testDatabase();
  ({ app } = new City(database));
  city = await buildBulkCity(app, { schools: 25, districts: 2 });
  [deputy, controller] = [await actorOf(city.deputy), await actorOf(city.controller)];
}, 60_000);
afterAll(() => database.close());

async function actorOf(telegramId: number): Promise<Actor> {
  const actor = await findActor(app, telegramId);
  if (!actor) throw new Error('nobody');
  return actor;
}

/** A task for these schools, from each of which a final report has come. */
async function reported(from: number, to: number): Promise<{ taskId: number; reportIds: number[] }> {
  const heads = city.heads.slice(from, to);
  const executorPostIds = heads.map(({ postId }) => postId);
  const { taskId } = await createDraft(app, deputy, {
    text: 'Отчитаться',
    locale: 'ru',
    fanOut: true,
    term: 'undated',
    executorPostIds,
  });
  await issueTask(app, deputy, { taskId, undoSeconds: 0 });
  const reportIds: number[] = [];
  for (const head of heads) {
    const share = await app.db.participation.findFirstOrThrow({ where: { taskId, postId: head.postId } });
    const content = { text: `Сделано <b>${head.postId}</b>\n\nвсё`, final: true, attachments: [] };
    const requestKey = `${taskId}:${head.postId}`;
    const filed = await submitReport(app, await actorOf(head.telegramId), {
      participationId: share.id,
      requestKey,
      ...content,
    });
    reportIds.push(filed.reportId);
  }
  await app.db.report.updateMany({ data: { undoUntil: null } });
  return { taskId, reportIds };
}
const stateOf = async (reportId = 0) => (await app.db.report.findUniqueOrThrow({ where: { id: reportId } })).state;

describe('a page', () => {
  it('lists ten reports with school and first words, each to be opened, and all to be accepted', async () => {
    await reported(0, 23);
    const page = (n: number) => presentQueue(app, controller, { locale: 'ru', page: n });
    const [first, last] = [await page(0), await page(2)];
    const labels = ({ keyboard }: Pick<typeof first, 'keyboard'>) => keyboard.map((row) => row.map(({ text }) => text));
    expect(first.text).toContain('На рассмотрении: 23');
    expect(first.text).toContain(
      `10. <b>Школа № 10</b> · № Т-1\nСделано &lt;b&gt;${city.heads[9]?.postId}&lt;/b&gt; всё`,
    );
    expect(first.text).not.toContain('Школа № 11');
    expect(labels(first)).toEqual([
      ['1', '2', '3', '4', '5'],
      ['6', '7', '8', '9', '10'],
      ['Принять всё на этой странице: 10'],
      ['›'],
    ]);
    expect(labels(last)).toEqual([['1', '2', '3'], ['Принять всё на этой странице: 3'], ['‹']]);
    expect(await page(99)).toEqual(last);
    const [item] = await reviewQueue(app, controller);
    const special = pageMessage(app, 'ru', { items: item ? [item] : [], page: 0, last: 0, total: 24, special: 23 });
    expect(special.text).toContain('🔺 На особом контроле, рассматриваются по одному: 23');
    expect(labels(special)).toEqual([['1'], ['Принять всё на этой странице: 1'], ['Рассмотреть по порядку']]);
    expect(special.text).not.toContain('⚠️ нет:');
    const demanding = item && { ...item, task: { ...item.task, completionForm: 'отчёт с фото' } };
    const bare = pageMessage(app, 'ru', {
      items: demanding ? [demanding] : [],
      page: 0,
      last: 0,
      total: 1,
      special: 0,
    });
    expect(bare.text).toContain('1. <b>Школа № 1</b> · № Т-1 · ⚠️ нет: фото\n');
  });

  it('is accepted by one press; what was decided already is not asked about, and said with the rest', async () => {
    const { reportIds } = await reported(0, 6);
    const [one, two, three, four, five, six] = reportIds;
    await acceptReport(app, controller, { reportId: one ?? 0 });
    await returnReport(app, controller, { reportId: two ?? 0, reason: 'Нет фото' });
    const special = await reported(7, 8);
    await app.db.task.update({ where: { id: special.taskId }, data: { specialControl: true } });
    const page = [...reportIds, ...special.reportIds, 999_999];
    const result = await acceptPage(app, controller, { reportIds: page });
    expect(result.accepted).toBe(4);
    expect(await Promise.all([three, four, five, six].map(stateOf))).toEqual(Array(4).fill('accepted'));
    expect([await stateOf(two), await stateOf(special.reportIds[0])]).toEqual(['returned', 'submitted']);
    expect(result.leftOut.map(({ reportId, reason }) => [reportId, reason])).toEqual([
      [one, 'reports-decided-by'],
      [two, 'reports-decided-by'],
      [special.reportIds[0], 'reports-special-control'],
    ]);
    const text = pageAcceptedText(app, 'ru', result);
    expect(text).toContain('Принято отчётов: 4\nНе приняты: 3');
    expect(text).toContain('Школа № 8: На особом контроле');
    expect(await acceptPage(app, controller, { reportIds: page })).toMatchObject({ accepted: 0 });
  });

  it('accepts nobody their own report, and nothing for a stranger', async () => {
    const { taskId, reportIds } = await reported(10, 12);
    const [own] = await app.db.participation.findMany({ where: { taskId }, orderBy: { position: 'asc' } });
    const controls = { where: { id: taskId }, data: { controllerPostId: own?.postId ?? 0 } };
    await app.db.task.update(controls);
    const head = await actorOf(city.heads[10]?.telegramId ?? 0);
    const result = await acceptPage(app, head, { reportIds });
    expect(result).toMatchObject({ accepted: 1, leftOut: [{ reportId: reportIds[0], reason: 'reports-own' }] });
    const stranger = await actorOf(city.heads[20]?.telegramId ?? 0);
    expect((await acceptPage(app, stranger, { reportIds })).leftOut[0]?.reason).toBe('reports-may-not-review');
  });
});
