// Nobody judges, waives or moves what is their own: not through a second post, not as substitute, not after the post has passed on.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { acceptReport, returnReport } from '../../src/reports/review-actions.ts';
import { waitingReports } from '../../src/reports/review-queries.ts';
import { closeTask } from '../../src/tasks/actions.ts';
import { readFind } from '../../src/tasks/find-rules.ts';
import { waitingForReview } from '../../src/tasks/waiting-queries.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let build: City;
let deputy: PostBuilt;
let controller: PostBuilt;
let akim: PostBuilt;
let head: PostBuilt;
let reportId: number;
let taskId: number;

beforeAll(async () => {
  database = await testDatabase();
  build = new City(database);
  const city = await build.org('Акимат', null, { type: 'akimat' });
  const office = await build.org('Аппарат', city, { type: 'office' });
  const school = await build.org('Школа № 5', city);
  await build.db.organisation.update({ where: { id: school.id }, data: { number: '5' } });
  akim = await build.post(city, 'akim');
  deputy = await build.post(office, 'deputy');
  controller = await build.post(office, 'controller');
  head = await build.post(school, 'school_head');
});
afterAll(() => database.close());

/** A report of the head of the school waits. */
beforeEach(async () => {
  const over = { controllerPostId: controller.postId, textRu: 'Починить крыльцо' };
  const task = await build.task(deputy, [head], '2026-12-25', over);
  taskId = task.taskId;
  const filed = await submitReport(build.app, await build.actor(head), {
    participationId: task.shareIds[0] ?? 0,
    text: 'Выполнено',
    final: true,
    attachments: [],
    requestKey: `four-eyes:${taskId}`,
  });
  reportId = filed.reportId;
});

async function holding(
  person: PostBuilt,
  post: PostBuilt,
  days: { from: string; to?: string },
  work: () => Promise<void>,
) {
  const { id } = await build.db.appointment.create({
    data: {
      personId: person.personId,
      postId: post.postId,
      kind: 'acting',
      fromDay: new Date(days.from),
      toDay: days.to === undefined ? null : new Date(days.to),
    },
  });
  await work();
  await build.db.appointment.delete({ where: { id } });
}

const judges = async (person: PostBuilt): Promise<boolean> => {
  const actor = await build.actor(person);
  const took = await acceptReport(build.app, actor, { reportId }).then(
    () => true,
    () => false,
  );
  const returned = await returnReport(build.app, actor, { reportId, reason: 'нет фото' }).then(
    () => true,
    () => false,
  );
  return took || returned;
};

describe('four eyes', () => {
  it.each(['deputy', 'controller', 'akim'] as const)(
    'a %s who substitutes for the executor does not judge the share',
    async (who) => {
      const person = { deputy, controller, akim }[who];
      await holding(person, head, { from: '2026-11-01' }, async () => {
        expect(await judges(person)).toBe(false);
        expect(await waitingForReview(build.app, await build.actor(person))).toBe(0);
      });
    },
  );

  it('an executor who substitutes for the issuer or the controller does not judge the own report', async () => {
    for (const post of [deputy, controller, akim])
      await holding(head, post, { from: '2026-11-01' }, async () => expect(await judges(head)).toBe(false));
  });

  it('nor does the author once the school is somebody else’s', async () => {
    const own = await build.db.appointment.findFirstOrThrow({ where: { personId: head.personId } });
    await build.db.appointment.update({ where: { id: own.id }, data: { toDay: new Date('2026-11-22') } });
    await holding(head, controller, { from: '2026-11-01' }, async () => {
      expect((await findActor(build.app, head.telegramId))?.posts).toHaveLength(1);
      expect(await judges(head)).toBe(false);
      expect(await waitingReports(build.app, await build.actor(head))).toEqual([]);
    });
    await build.db.appointment.update({ where: { id: own.id }, data: { toDay: null } });
  });

  it('a share of one’s own is not waived by closing over it', async () => {
    await holding(deputy, head, { from: '2026-11-01' }, async () => {
      const actor = await build.actor(deputy);
      const closing = closeTask(build.app, actor, { taskId, reason: 'сделано' });
      await expect(closing).rejects.toMatchObject({ key: 'tasks-may-not-waive' });
    });
    await closeTask(build.app, await build.actor(deputy), { taskId, reason: 'не нужно' });
    expect(await build.db.task.findUnique({ where: { id: taskId } })).toMatchObject({ state: 'closed' });
  });

  it('a substitution that is over or not begun binds nobody', async () => {
    await holding(deputy, head, { from: '2026-11-01', to: '2026-11-22' }, async () =>
      expect(await judges(deputy)).toBe(true),
    );
  });

  it('two who press at once: one decides, the other is told', async () => {
    const [one, two] = [await build.actor(deputy), await build.actor(controller)];
    const presses = await Promise.allSettled([one, two].map((actor) => acceptReport(build.app, actor, { reportId })));
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = presses.filter((press) => press.status === 'rejected');
    expect(String((refused?.reason as { key?: string }).key)).toMatch(
      /^reports-(decided|finished)|telegram-someone-first/,
    );
  });
});

it('what waits for review is searched by number, words and school', async () => {
  const actor = await build.actor(controller);
  const found = async (words: string): Promise<number> =>
    (await waitingReports(build.app, actor, readFind(words))).length;
  const all = (await waitingReports(build.app, actor)).length;
  expect(all).toBeGreaterThan(0);
  expect(await found('крыльца')).toBe(all);
  expect(await found('школа 5')).toBe(all);
  expect(await found('школа 6')).toBe(0);
  expect(await found('вертолёт')).toBe(0);
});
