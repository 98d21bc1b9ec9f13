// Planning digests: ten thousand subscribers in one pass, only what each may see, late ones once, lost rights told.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subscribe } from '../../src/digests/actions.ts';
import type { Figures } from '../../src/digests/figures-queries.ts';
import { planWeeklyDigests } from '../../src/digests/job.ts';
import { digestsRenderers } from '../../src/digests/renderers.ts';
import type { OutgoingMessage } from '../../src/generated/prisma/client.ts';
import { dayToDb } from '../../src/time.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';

const slot = { locale: 'ru' as const, weekday: 1, hour: 9 };
let database: TestDatabase;
let city: City;
let root: { id: number; path: string };
let district: { id: number; path: string };
let akim: PostBuilt;
let secretary: PostBuilt;
let deputy: PostBuilt;
let districtAkim: PostBuilt;
let head: PostBuilt;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => anew());

async function anew(): Promise<void> {
  await database.sql.query(
    `TRUNCATE outgoing_message, participation, task, subscription, resolution, meeting, appointment, person, chat, post, organisation CASCADE`,
  );
  city = new City(database);
  city.at('2026-12-15T12:00');
  root = await city.org('Акимат', null, { type: 'akimat' });
  district = await city.org('Северный', root, { type: 'district' });
  akim = await city.post(root, 'akim');
  secretary = await city.post(root, 'secretary');
  deputy = await city.post(root, 'deputy');
  districtAkim = await city.post(district, 'district_akim');
  head = await city.post(await city.org('Школа № 1', district), 'school_head');
}

const wants = async (who: PostBuilt, over: object = { orgId: root.id }): Promise<number> =>
  (await subscribe(city.app, await city.actor(who), { ...slot, ...over })).id;
const planned = (): Promise<OutgoingMessage[]> => city.db.outgoingMessage.findMany({ orderBy: { id: 'asc' } });
const tickAt = async (...moments: string[]): Promise<void> => {
  for (const moment of moments) {
    city.at(moment);
    await planWeeklyDigests(city.app);
  }
};
const figures = async (who: PostBuilt): Promise<Figures> => {
  const rows = (await planned()).filter(({ personId }) => personId === who.personId);
  return (rows.at(-1)?.data as unknown as { figures: Figures }).figures;
};
const cancel = (outcome: string): Promise<unknown> =>
  city.db.outgoingMessage.updateMany({ where: { state: 'planned' }, data: { state: 'cancelled', outcome } });

describe('many subscribers', () => {
  /** People who hold a post of an observer of the city or the district, in turn, and have subscribed to it. */
  const crowd = async (count: number): Promise<void> => {
    await database.sql.query(
      `WITH n AS (SELECT n, CASE n % 2 WHEN 0 THEN $2::int ELSE $3::int END AS org FROM generate_series(1, $1::int) n),
        c AS (INSERT INTO chat (telegram_id, type, created_at) SELECT 900000 + n, 'private', $4 FROM n RETURNING id, telegram_id),
        p AS (INSERT INTO person (surname, given, locale, telegram_id, chat_id, created_at)
          SELECT 'Х' || telegram_id, 'Х', 'kk', telegram_id, id, $4 FROM c RETURNING id, telegram_id),
        po AS (INSERT INTO post (org_id, role, name_kk, name_ru, created_at) SELECT org, 'observer', 'к' || n, 'к' || n, $4 FROM n RETURNING id, org_id, name_kk),
        a AS (INSERT INTO appointment (person_id, post_id, from_day)
          SELECT p.id, po.id, '2026-01-01' FROM po JOIN p ON p.telegram_id = 900000 + substr(po.name_kk, 2)::int RETURNING person_id, post_id)
        INSERT INTO subscription (person_id, org_id, locale, weekday, hour, created_at, next_at)
          SELECT a.person_id, po.org_id, 'kk', 1, 9, $4, $5 FROM a JOIN po ON po.id = a.post_id`,
      [count, root.id, district.id, city.instant('2026-12-15T12:00'), city.instant('2026-12-21T09:00')],
    );
  };
  const plan = async (count: number): Promise<number> => {
    await crowd(count);
    city.at('2026-12-21T09:00');
    const { statements } = await countStatements(() => planWeeklyDigests(city.app));
    expect(await city.db.outgoingMessage.count()).toBe(count);
    return statements;
  };

  it('are planned in one pass: as many statements for ten thousand as for ten', { timeout: 60_000 }, async () => {
    await city.task(deputy, [head], '2026-12-18');
    const few = await plan(10);
    await anew();
    await city.task(deputy, [head], '2026-12-18');
    const many = await plan(10_000);
    expect(many).toBe(few);
    expect(few).toBeLessThan(20);
    // Between two issues a tick is two statements, however many subscribe.
    city.at('2026-12-21T09:05');
    expect((await countStatements(() => planWeeklyDigests(city.app))).statements).toBe(2);
    const scopes = await city.db.$queryRaw<
      { n: number }[]
    >`SELECT count(DISTINCT data)::int AS n FROM outgoing_message`;
    expect(scopes).toEqual([{ n: 1 }]);
  });
});

describe('a digest shows only what its reader may see', () => {
  it('counts confidential tasks for those who see them, and for nobody else', async () => {
    await city.task(deputy, [head], '2026-12-18', { confidential: true, textRu: 'Ремонт крыши' });
    await city.task(deputy, [head], '2026-12-18', { textRu: 'Покрасить пандус' });
    const observer = await city.post(root, 'observer');
    for (const reader of [akim, secretary, deputy, observer]) await wants(reader);
    await wants(districtAkim, { orgId: district.id });
    await wants(head, { orgId: head.orgId });
    await tickAt('2026-12-21T09:00');
    const seen = await Promise.all([akim, secretary, deputy, observer, districtAkim, head].map(figures));
    expect(seen.map(({ control }) => control)).toEqual([2, 2, 2, 1, 1, 2]);
    expect(seen.map(({ overdue }) => overdue)).toEqual([2, 2, 2, 1, 1, 2]);
  });

  it('counts of a topic the tasks that say its words', async () => {
    await city.task(deputy, [head], '2026-12-18', { textRu: 'Отремонтировать пандусы' });
    await city.task(deputy, [head], '2026-12-18', { textKk: 'Пандусты жөндеу' });
    await city.task(deputy, [head], '2026-12-18', { textRu: 'Покрасить забор' });
    await wants(deputy, { orgId: root.id, topic: 'пандус' });
    await wants(deputy);
    await tickAt('2026-12-21T09:00');
    const rows = (await planned()).map(({ data }) => (data as unknown as { figures: Figures }).figures.control);
    expect(rows).toEqual([2, 3]);
  });

  it('counts of a resolution its items, within the part of the tree that the reader reads', async () => {
    const other = await city.post(await city.org('Школа № 2', root), 'school_head');
    const meeting = await city.db.meeting.create({
      data: {
        orgId: district.id,
        theme: 'Зима',
        day: dayToDb('2026-12-01'),
        chairPostId: districtAkim.postId,
        createdAt: city.app.now(),
      } as never,
    });
    const resolution = await city.db.resolution.create({
      data: {
        meetingId: meeting.id,
        state: 'on_control',
        draftedById: secretary.personId,
        createdAt: city.app.now(),
      } as never,
    });
    await city.task(deputy, [head, other], '2026-12-18', { resolutionId: resolution.id });
    await city.task(deputy, [head], '2026-12-18');
    await wants(districtAkim, { resolutionId: resolution.id });
    await wants(deputy, { resolutionId: resolution.id });
    await tickAt('2026-12-21T09:00');
    expect([(await figures(districtAkim)).control, (await figures(deputy)).control]).toEqual([1, 2]);
  });
});

it('is refused for an hour of the evening at which nothing is sent any more', async () => {
  await expect(wants(deputy, { orgId: root.id, hour: 20 })).rejects.toThrow('telegram-stale-button');
  await wants(deputy, { orgId: root.id, hour: 19 });
});

describe('what was missed', () => {
  it('comes once on the next working day after a weekend, a holiday and a week of downtime', async () => {
    await wants(deputy, { orgId: root.id, weekday: 5, hour: 16 });
    await tickAt('2026-12-18T15:55', '2026-12-19T16:00', '2026-12-20T16:00', '2026-12-21T09:00');
    expect(await planned()).toEqual([]);
    await tickAt('2026-12-21T16:00', '2026-12-21T16:05', '2026-12-22T16:00');
    expect(await planned()).toHaveLength(1);
    // The first of January is a Friday; three weeks of downtime follow.
    await tickAt('2026-12-25T16:00', '2027-01-01T16:00', '2027-01-26T17:00', '2027-01-27T17:00');
    const rows = await planned();
    expect(rows.map(({ createdAt }) => createdAt)).toEqual(
      ['2026-12-21T16:00', '2026-12-25T16:00', '2027-01-26T17:00'].map((moment) => city.instant(moment)),
    );
    expect(rows.map(({ data }) => (data as { to: string }).to)).toEqual(['2026-12-17', '2026-12-24', '2027-01-21']);
  });

  it('is planned anew when it could not leave on its day, with the figures of the new one', async () => {
    await wants(deputy);
    await tickAt('2026-12-21T09:00');
    expect((await planned()).map(({ expiresAt }) => expiresAt)).toEqual([city.instant('2026-12-21T20:00')]);
    await cancel('expired');
    await city.task(deputy, [head], '2026-12-21', { issued: '2026-12-21T11:00' });
    await tickAt('2026-12-22T03:00', '2026-12-22T08:55', '2026-12-22T09:00', '2026-12-22T09:05', '2026-12-23T09:00');
    expect((await planned()).map(({ state }) => state)).toEqual(['cancelled', 'planned']);
    expect((await figures(deputy)).overdue).toBe(1);
    await tickAt('2026-12-28T09:00');
    expect(await planned()).toHaveLength(3);
  });

  it('waits for somebody who has blocked the bot', async () => {
    await wants(deputy);
    const block = (blockedAt: Date | null): Promise<unknown> =>
      city.db.person.update({ where: { id: deputy.personId }, data: { blockedAt } });
    await block(city.app.now());
    await tickAt('2026-12-21T09:00', '2026-12-21T09:05', '2026-12-22T09:00');
    expect(await planned()).toEqual([]);
    await block(null);
    await tickAt('2026-12-23T09:00', '2026-12-23T09:05');
    expect(await planned()).toHaveLength(1);
  });

  it('is nothing where the day or hour was changed before', async () => {
    await wants(deputy);
    await tickAt('2026-12-21T09:00');
    await wants(deputy, { orgId: root.id, hour: 8 });
    await tickAt('2026-12-21T09:05', '2026-12-22T09:00');
    expect(await planned()).toHaveLength(1);
    await tickAt('2026-12-28T08:00');
    expect(await planned()).toHaveLength(2);
  });

  it('was never reckoned before this version: the last issue comes if it was not planned, and none twice', async () => {
    await wants(deputy);
    const forget = (): Promise<unknown> => city.db.subscription.updateMany({ data: { nextAt: null } });
    await forget();
    // Made on a Tuesday: the Monday before is none of its issues.
    await tickAt('2026-12-16T10:00', '2026-12-16T10:05');
    expect(await planned()).toEqual([]);
    await forget();
    await tickAt('2026-12-21T10:00', '2026-12-21T10:05');
    expect(await planned()).toHaveLength(1);
    await forget();
    await tickAt('2026-12-21T10:10', '2026-12-21T10:15', '2026-12-22T10:00');
    expect(await planned()).toHaveLength(1);
    await tickAt('2026-12-28T09:00');
    expect(await planned()).toHaveLength(2);
  });
});

describe('a right that was lost', () => {
  const leave = (): Promise<unknown> =>
    city.db.appointment.updateMany({ where: { postId: districtAkim.postId }, data: { toDay: dayToDb('2026-12-18') } });
  const render = async (row: OutgoingMessage): Promise<string | undefined> =>
    (await digestsRenderers[row.kind]?.(city.app, row as never, ['ru']))?.text;
  const stopped = async (): Promise<void> => {
    expect(await city.db.subscription.findMany()).toMatchObject([{ endedAt: expect.any(Date) as Date }]);
    const last = (await planned()).at(-1) as OutgoingMessage;
    expect(last.kind).toBe('digests.stopped');
    expect(await render(last)).toContain('Охват: Северный\nУ вас больше нет должности');
    expect(await city.db.journalEvent.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      verb: 'digests.stopped',
    });
  };

  it('before planning: the subscription ends and its reader hears why', async () => {
    await wants(districtAkim, { orgId: district.id });
    await leave();
    await tickAt('2026-12-21T09:00', '2026-12-21T09:05', '2026-12-28T09:00');
    await stopped();
    expect(await planned()).toHaveLength(1);
  });

  it('between planning and sending: nothing of it is sent, the subscription ends and its reader hears why', async () => {
    await wants(districtAkim, { orgId: district.id });
    await tickAt('2026-12-21T09:00');
    const [row] = await planned();
    expect(await render(row as OutgoingMessage)).toContain('Северный');
    await leave();
    expect(await render(row as OutgoingMessage)).toBeUndefined();
    await cancel('no longer stands');
    await tickAt('2026-12-21T09:05', '2026-12-21T09:10');
    await stopped();
  });

  it('of an organisation that was closed, and of a resolution that is done', async () => {
    await wants(deputy, { orgId: district.id });
    await city.db.organisation.update({ where: { id: district.id }, data: { closedAt: city.app.now() } });
    await tickAt('2026-12-21T09:00');
    const [row] = await planned();
    expect(await render(row as OutgoingMessage)).toContain('Организация закрыта');
  });
});
