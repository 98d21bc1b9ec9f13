// The numbers of a digest equal a count made in another way; issues are planned once, for those who may read.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { subscribe, unsubscribe } from '../../src/digests/actions.ts';
import { digestFigures, type Figures, type Scope, within } from '../../src/digests/figures-queries.ts';
import { planWeeklyDigests } from '../../src/digests/job.ts';
import { factsFor } from '../../src/digests/picture.ts';
import { digestsRenderers } from '../../src/digests/renderers.ts';
import { digestFilter } from '../../src/digests/rules.ts';
import { totalOf } from '../../src/lists/choice-queries.ts';
import type { JsonObject } from '../../src/outbox/rules.ts';
import { orgCounts } from '../../src/stats/queries.ts';
import { addDays, dayToDb, type Day } from '../../src/time.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { dice, forces, states } from '../support/chance.ts';

let database: TestDatabase;
let city: City;
let akim: PostBuilt;
let root: { id: number; path: string };
let districts: { id: number; path: string }[];
let heads: PostBuilt[];

/** All of a subtree that is not confidential. */
const whole = (path: string): Scope => ({ path, resolutionId: null, topic: null, confidential: [] });

const now = '2026-12-21T09:00';
const period = { from: '2026-12-14', to: '2026-12-20' };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.sql.query(
    `TRUNCATE notice, outgoing_message, extension, report, participation, task, subscription, place, appointment, person, chat, post, organisation CASCADE`,
  );
  city = new City(database);
  root = await city.org('Акимат', null, { type: 'akimat' });
  akim = await city.post(root, 'akim');
  districts = [
    await city.org('Северный', root, { type: 'district' }),
    await city.org('Южный', root, { type: 'district' }),
  ];
  heads = [];
  for (let n = 0; n < 6; n++) {
    const school = await city.org(`Школа № ${n + 1}`, districts[n % 2] as { id: number; path: string });
    heads.push(await city.post(school, 'school_head'));
  }
  city.at(now);
});

/** A few hundred shares in every state, with reports, extensions, closed and cancelled tasks. */
async function muddle(seed: number): Promise<void> {
  const roll = dice(seed);
  const moment = (from: Day, days: number): Date =>
    city.instant(`${addDays(from, roll(days))}T${String(roll(24)).padStart(2, '0')}:15`);
  for (let n = 0; n < 60; n++) {
    const due = roll(8) === 0 ? null : addDays('2026-12-01', roll(40));
    const taskState = (['issued', 'in_progress', 'in_progress', 'closed', 'cancelled'] as const)[roll(5)] ?? 'issued';
    const ended = moment('2026-12-08', 13);
    const { shareIds } = await city.task(akim, heads.slice(roll(3), 3 + roll(4)), due, {
      state: taskState,
      issued: `2026-12-${String(1 + roll(18)).padStart(2, '0')}T10:00`,
      dueTime: roll(3) === 0 ? '12:00' : null,
      specialControl: n % 3 === 0,
      closedAt: taskState === 'closed' ? ended : null,
      cancelledAt: taskState === 'cancelled' ? ended : null,
      undoUntil: roll(20) === 0 ? city.instant('2026-12-21T09:01') : null,
    });
    for (const id of shareIds) {
      const state = states[roll(states.length)] ?? 'assigned';
      const acceptedAt = state === 'accepted' ? moment('2026-12-05', 16) : null;
      await city.db.participation.update({
        where: { id },
        data: {
          state,
          acceptedAt,
          withdrawnAt: state === 'withdrawn' ? moment('2026-12-08', 13) : null,
          misaddressedAt: state === 'misaddressed' ? moment('2026-12-08', 13) : null,
          force: forces[roll(forces.length)] ?? 'assignment',
          inTime: acceptedAt ? roll(2) === 0 : null,
          dueTime: roll(3) === 0 ? '12:00' : null,
        },
      });
      for (let version = 1; version <= roll(3); version++) {
        const submittedAt = moment('2026-12-08', 12);
        await city.db.report.create({
          data: {
            participationId: id,
            version,
            final: roll(4) > 0,
            state: (['submitted', 'returned', 'accepted', 'superseded', 'undone'] as const)[roll(5)] ?? 'submitted',
            byPersonId: heads[0]?.personId ?? 0,
            byPostId: heads[0]?.postId ?? 0,
            submittedAt,
            decidedAt: roll(2) === 0 ? new Date(submittedAt.getTime() + roll(5) * 86_400_000) : null,
          },
        });
      }
      if ((state === 'accepted' || state === 'submitted') && roll(2) === 0)
        await handIn(id, { state, acceptedAt }, roll);
      if (due !== null && roll(6) === 0) {
        const oldDue = addDays(due, -10);
        const decidedAt = moment('2026-12-08', 13);
        await city.db.extension.create({
          data: {
            participationId: id,
            state: 'approved',
            reason: 'тест',
            oldDue: dayToDb(oldDue),
            proposedDue: dayToDb(due),
            newDue: dayToDb(due),
            requestedAt: decidedAt,
            requestedById: heads[0]?.personId ?? 0,
            decidedAt,
          },
        });
        await city.db.participation.update({ where: { id }, data: { extensionCount: 1 } });
      }
    }
  }
}

/** The report that is accepted or waits now, as the actions leave it: the share knows when it was handed in. */
async function handIn(
  participationId: number,
  { state, acceptedAt }: { state: 'accepted' | 'submitted'; acceptedAt: Date | null },
  roll: (n: number) => number,
): Promise<void> {
  const end = acceptedAt ?? city.instant(now);
  const submittedAt = new Date(end.getTime() - roll(9) * 86_400_000);
  const by = { byPersonId: heads[0]?.personId ?? 0, byPostId: heads[0]?.postId ?? 0 };
  const report = { participationId, version: 9, final: true, state, submittedAt, decidedAt: acceptedAt, ...by };
  await city.db.report.create({ data: report });
  await city.db.participation.update({ where: { id: participationId }, data: { submittedAt } });
}

/** The same numbers from plain rows, in JavaScript and without the code under test. */
async function countPlainly(path: string): Promise<Omit<Figures, 'worst' | 'best'>> {
  const { rows: shares } = await database.sql.query<Record<string, never>>(`
    SELECT p.id, p.task_id, p.state::text AS state, p.force::text AS force, to_char(p.due, 'YYYY-MM-DD') AS due, p.due_time,
      p.accepted_at, p.withdrawn_at, p.misaddressed_at, p.in_time, t.state::text AS task_state, t.issued_at, t.undo_until, t.closed_at, t.cancelled_at, t.special_control, o.path
    FROM participation p, task t, post po, organisation o
    WHERE t.id = p.task_id AND po.id = p.post_id AND o.id = po.org_id`);
  const { rows: reports } = await database.sql.query<Record<string, never>>(
    `SELECT participation_id, version, final, state::text AS state, submitted_at, decided_at FROM report`,
  );
  const { rows: extensions } = await database.sql.query<Record<string, never>>(
    `SELECT participation_id, to_char(old_due, 'YYYY-MM-DD') AS old_due, decided_at FROM extension`,
  );
  type Loose = Record<string, string | number | boolean | Date | null>;
  const at = city.instant(now);
  const then = city.instant('2026-12-14T09:00');
  const ended = (due: string, time: unknown): Date =>
    time ? city.instant(`${due}T${String(time)}`) : city.instant(`${addDays(due, 1)}T00:00`);
  const result = {
    control: 0,
    tasks: 0,
    done: 0,
    inTime: 0,
    overdue: 0,
    overdueBefore: 0,
    review: 0,
    returned: 0,
    next: 0,
    advisory: 0,
    special: 0,
    specialOverdue: 0,
    specialOverdueBefore: 0,
  };
  const tasks = new Set();
  for (const row of shares as unknown as Loose[]) {
    if (!String(row['path']).startsWith(path)) continue;
    const binds = row['force'] === 'assignment' || row['force'] === 'commitment';
    const undoable = row['undo_until'] !== null && (row['undo_until'] as Date) > at;
    const live = ['issued', 'in_progress'].includes(String(row['task_state'])) && !undoable;
    const open = live && !['accepted', 'withdrawn'].includes(String(row['state']));
    const due = row['due'] as string | null;
    const special = row['special_control'] === true;
    if (open && !binds && row['force'] !== 'note') result.advisory++;
    if (!binds) continue;
    if (open) {
      result.control++;
      if (special) result.special++;
      tasks.add(row['task_id']);
      if (row['state'] === 'submitted') result.review++;
      if (row['state'] === 'returned') result.returned++;
      if (due && due >= '2026-12-21' && due <= '2026-12-27') result.next++;
      const owes = ['assigned', 'acknowledged', 'returned'].includes(String(row['state']));
      if (owes && due && ended(due, row['due_time']) <= at) {
        result.overdue++;
        if (special) result.specialOverdue++;
      }
    }
    const accepted = row['accepted_at'] as Date | null;
    if (row['state'] === 'accepted' && accepted && row['task_state'] !== 'cancelled') {
      if (accepted >= city.instant('2026-12-14T00:00') && accepted < city.instant('2026-12-21T00:00')) {
        result.done++;
        if (row['in_time']) result.inTime++;
      }
    }
    const later = (value: unknown): boolean => value === null || (value as Date) > then;
    const mine = (reports as unknown as Loose[]).filter((report) => report['participation_id'] === row['id']);
    const waiting = mine.some((report) => {
      if (!report['final'] || (report['submitted_at'] as Date) > then) return false;
      const next = mine.find((other) => other['version'] === Number(report['version']) + 1);
      if (report['state'] === 'superseded') return next !== undefined && (next['submitted_at'] as Date) > then;
      return report['state'] !== 'undone' && later(report['decided_at']);
    });
    const [moved] = (extensions as unknown as Loose[]).filter(
      (one) => one['participation_id'] === row['id'] && (one['decided_at'] as Date) > then,
    );
    const dueThen = moved ? (moved['old_due'] as string) : due;
    const left = { withdrawn: row['withdrawn_at'], misaddressed: row['misaddressed_at'] }[String(row['state'])] ?? null;
    const wasOpen =
      later(left) &&
      (row['issued_at'] as Date) <= then &&
      later(row['closed_at']) &&
      later(row['cancelled_at']) &&
      later(accepted);
    if (wasOpen && !waiting && dueThen && ended(dueThen, row['due_time']) <= then) {
      result.overdueBefore++;
      if (special) result.specialOverdueBefore++;
    }
  }
  return { ...result, tasks: tasks.size };
}

describe('the figures', () => {
  it.each([1, 2, 3])('equal a count made from plain rows (muddle %i)', async (seed) => {
    await muddle(seed);
    for (const path of [root.path, districts[0]?.path ?? '']) {
      const {
        worst,
        best,
        fresh = 0,
        gone = 0,
        since,
        ...figures
      } = await digestFigures(city.app, whole(path), period);
      expect([fresh - gone, since]).toEqual([
        figures.overdue - figures.overdueBefore,
        city.instant('2026-12-14T09:00').toISOString(),
      ]);
      expect(figures).toEqual(await countPlainly(path));
      const { overdue, overdueBefore, done, next, review } = figures;
      if (path === root.path) expect(overdue * overdueBefore * done * next * review).toBeGreaterThan(0);
      // The picture says the same as the lines.
      const { weeks = [] } = (await factsFor(city.app, whole(path), period)) ?? {};
      const last = weeks.at(-1);
      expect([last?.inTime, (last?.inTime ?? 0) + (last?.late ?? 0)]).toEqual([figures.inTime, done]);
      expect([weeks.at(-2)?.overdue, last?.overdue]).toEqual([overdueBefore, overdue]);
      const units = await orgCounts(city.app, { paths: [path], resolutionId: null, only: within(whole(path)) }, period);
      const sum = (part: 'work' | 'overdue'): number => units.reduce((total, unit) => total + unit[part], 0);
      expect([sum('work') + sum('overdue'), sum('overdue')]).toEqual([figures.control, overdue]);
      expect(worst.every(({ n }) => n > 0) && best.every(({ n }) => n > 0)).toBe(true);
    }
    const all = await digestFigures(city.app, whole(root.path), period);
    const parts = await Promise.all(districts.map(({ path }) => countPlainly(path)));
    expect(new Map(all.worst.map(({ orgId, n }) => [orgId, n]))).toEqual(
      new Map(districts.map(({ id }, n) => [id, parts[n]?.overdue])),
    );
  });

  it('are as long as the lists behind them', async () => {
    await muddle(4);
    const scope = whole(root.path);
    const figures = await digestFigures(city.app, scope, period);
    const reader = await city.actor(akim);
    const counted: Record<string, number> = {
      c: figures.control,
      k: figures.tasks,
      o: figures.overdue,
      d: figures.done,
    };
    for (const [letter, n] of Object.entries(counted)) {
      const filter = digestFilter(scope, period, letter);
      expect([letter, filter && (await totalOf(city.app, reader, filter))]).toEqual([letter, n]);
    }
  });
});

describe('an issue', () => {
  const slot = { locale: 'ru' as const, weekday: 1, hour: 9 };
  const planned = () => city.db.outgoingMessage.findMany({ where: { kind: 'digests.weekly' }, orderBy: { id: 'asc' } });
  const tickAt = async (...locals: string[]): Promise<void> => {
    for (const local of locals) {
      city.at(local);
      await planWeeklyDigests(city.app);
    }
  };

  it('is planned once a week for each subscription, with ten lines at most', async () => {
    await muddle(5);
    city.at('2026-12-15T12:00');
    await subscribe(city.app, await city.actor(akim), { orgId: root.id, ...slot });
    const own = heads[0] as PostBuilt;
    await subscribe(city.app, await city.actor(own), { orgId: own.orgId, ...slot, locale: 'ru', hour: 10 });
    await tickAt('2026-12-21T08:55', '2026-12-21T09:00', '2026-12-21T09:05', '2026-12-21T10:00', '2026-12-22T09:00');
    const rows = await planned();
    expect(rows.map(({ personId, dueAt }) => [personId, dueAt])).toEqual([
      [akim.personId, city.instant('2026-12-21T09:00')],
      [own.personId, city.instant('2026-12-21T10:00')],
    ]);
    const [row] = rows;
    const rendered = await digestsRenderers['digests.weekly']?.(
      city.app,
      { ...(row as NonNullable<typeof row>), data: row?.data as JsonObject },
      ['kk'],
    );
    const lines = rendered?.text.split('\n') ?? [];
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines[0]).toBe('<b>📊 Еженедельная сводка: 14–20 декабря 2026 г.</b>');
    const plain = await countPlainly(root.path);
    expect(lines[2]).toBe(`На контроле: ${plain.control} (поручений: ${plain.tasks})`);
    const special = `🔺 На особом контроле: ${plain.special}, из них просрочено: ${plain.specialOverdue} (`;
    expect(lines[3]?.startsWith(special)).toBe(true);
    expect(lines[4]).toMatch(new RegExp(`^Исполнено: ${plain.done}, из них в срок: ${plain.inTime} \\(\\d+ %\\)$`));
    await tickAt('2026-12-28T09:00');
    expect(await planned()).toHaveLength(3);
  });

  it('is not doubled by two processes, and comes late after downtime', async () => {
    city.at('2026-12-15T12:00');
    await subscribe(city.app, await city.actor(akim), { orgId: root.id, ...slot });
    city.at('2026-12-22T11:00');
    await Promise.all([planWeeklyDigests(city.app), planWeeklyDigests(city.app), planWeeklyDigests(city.app)]);
    expect(await planned()).toHaveLength(1);
  });

  it('ends with the subscription, and with the right to read', async () => {
    city.at('2026-12-15T12:00');
    const [left, lost] = heads as [PostBuilt, PostBuilt];
    const { id } = await subscribe(city.app, await city.actor(left), { orgId: left.orgId, ...slot });
    await subscribe(city.app, await city.actor(lost), { orgId: lost.orgId, ...slot });
    await unsubscribe(city.app, await city.actor(left), { id });
    await expect(unsubscribe(city.app, await city.actor(left), { id })).rejects.toThrow('digests-ended-already');
    await city.db.appointment.updateMany({ where: { postId: lost.postId }, data: { toDay: dayToDb('2026-12-18') } });
    await tickAt('2026-12-21T09:00');
    expect(await planned()).toEqual([]);
  });

  it('is refused to who may not read the scope', async () => {
    const stranger = await city.post(root, 'staff');
    await expect(subscribe(city.app, await city.actor(stranger), { orgId: root.id, ...slot })).rejects.toThrow(
      'digests-not-yours',
    );
    const head = await city.actor(heads[0] as PostBuilt);
    await expect(subscribe(city.app, head, { orgId: root.id, ...slot })).rejects.toThrow('digests-not-yours');
    await expect(subscribe(city.app, head, { orgId: 999_999, ...slot })).rejects.toThrow('digests-scope-gone');
    expect(await city.db.subscription.count()).toBe(0);
  });

  it('keeps one subscription for one scope', async () => {
    const actor = await city.actor(akim);
    const first = await subscribe(city.app, actor, { orgId: root.id, ...slot });
    const second = await subscribe(city.app, actor, { orgId: root.id, ...slot, hour: 16 });
    expect(second.id).toBe(first.id);
    expect(await city.db.subscription.findMany()).toMatchObject([{ hour: 16, endedAt: null }]);
  });
});
