// The index over real shares: what counts, by whom it is seen, an appeal from the objection to the new number, an absence, its cost.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noteAbsence, cancelAbsence, decideAppeal, makeAppeal } from '../../src/discipline/actions.ts';
import { disciplineItems, unitTallies } from '../../src/discipline/queries.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { acceptReport, returnReport } from '../../src/reports/review-actions.ts';
import { buildCity, type City } from '../support/city.ts';
import type { Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
const span = { from: '2026-11-01', to: '2026-11-30' };

beforeAll(async () => {
  town = await startTown({ at: '2026-11-25T10:00' });
  city = await buildCity(town, { schools: 4 });
}, 120_000);
afterAll(async () => town.close());
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

async function actor(person: Person): Promise<Actor> {
  return (await findActor(town.app, person.id)) ?? expect.unreachable();
}

type Share = {
  confidential?: boolean;
  state: string;
  due: string;
  inTime?: boolean;
  returns?: number;
  extensions?: number;
  noted?: string;
};
let number = 0;

/** A task of the deputy for school n as it stands on 25 November, arrived on Monday the 2nd. */
async function share(n: number, wanted: Share) {
  const { confidential = false, state, due, inTime, returns = 0, extensions = 0, noted = '2026-11-03' } = wanted;
  const deputy = await town.db.post.findFirstOrThrow({ where: { role: 'deputy' } });
  const post = await town.db.post.findFirstOrThrow({ where: { org: { code: `s${n}` } } });
  const org = await town.db.organisation.findFirstOrThrow({ where: { code: 'city' } });
  const at = new Date('2026-11-02T05:00:00Z');
  number += 1;
  const task = await town.db.task.create({
    data: {
      number: `Т-9${number}`,
      headline: 'Сдать отчёт',
      textRu: 'Сдать отчёт',
      state: 'in_progress',
      confidential,
      issuerPostId: deputy.id,
      rootOrgId: org.id,
      due: new Date(due),
      createdAt: at,
      issuedAt: at,
    },
  });
  return town.db.participation.create({
    data: {
      taskId: task.id,
      postId: post.id,
      force: 'assignment',
      state: state as 'accepted',
      firstDue: new Date(due),
      due: new Date(due),
      assignedAt: at,
      acknowledgedAt: noted === '' ? null : new Date(`${noted}T05:00:00Z`),
      inTime: inTime ?? null,
      returnCount: returns,
      extensionCount: extensions,
    },
  });
}

async function tallyOfSchool(n: number, reader = city.deputy, within = span) {
  const { path } = await town.db.organisation.findFirstOrThrow({ where: { code: `s${n}` } });
  return (await unitTallies(town.app, await actor(reader), { path, postIds: null }, within)).whole;
}

describe('the index of a school', () => {
  it('counts what is accepted or overdue in the period, and nothing else', async () => {
    await share(1, { state: 'accepted', due: '2026-11-10', inTime: true });
    await share(1, { state: 'accepted', due: '2026-11-10', inTime: false, returns: 1 });
    await share(1, { state: 'accepted', due: '2026-11-12', inTime: true, extensions: 2 });
    // Noted on Wednesday: a day too late.
    await share(1, { state: 'accepted', due: '2026-11-13', inTime: true, noted: '2026-11-04' });
    await share(1, { state: 'acknowledged', due: '2026-11-20' });
    await share(1, { state: 'submitted', due: '2026-11-27' });
    await share(1, { state: 'assigned', due: '2026-11-27' });
    await share(1, { state: 'withdrawn', due: '2026-11-20' });
    await share(1, { state: 'accepted', due: '2027-01-12', inTime: true });
    // 100 + (20 + 15 + 15 + 10) + 85 + 90 + 10 points of five shares.
    expect(await tallyOfSchool(1)).toEqual({
      index: 69,
      sample: 5,
      inTime: 3,
      late: 1,
      notDone: 1,
      acceptedAtFirst: 3,
      returned: 1,
      extended: 1,
      unacknowledged: 1,
    });
  });

  it('is the mean of the items that its list shows, each of which says what it is worth and why', async () => {
    const deputy = await actor(city.deputy);
    const { path } = await town.db.organisation.findFirstOrThrow({ where: { code: 's1' } });
    const scope = { path, postIds: null };
    const { items, total } = await disciplineItems(town.app, deputy, { scope, span, skip: 0, take: 100 });
    expect([items.length, total]).toEqual([5, 5]);
    await city.deputy.says('/discipline');
    expect(city.deputy.lastMessage.text).toContain('Учтено поручений: 5');
    await city.deputy.presses('Управление образования');
    await city.deputy.presses('Школа № 1');
    expect(city.deputy.lastMessage.text).toContain('Индекс: 69 из 100');
    await city.deputy.presses('Поручения, из которых');
    expect(city.deputy.lastMessage.text).toMatch(
      /баллов: 10[\s\S]*не исполнено[\s\S]*баллов: 60[\s\S]*возвращено на доработку: 1/,
    );
    expect(city.deputy.lastMessage.buttons.flat().filter((label) => label.includes('возразить'))).toEqual([]);
    const counts = city.deputy.lastMessage.buttons.flat().filter((label) => /: \d+$/.test(label));
    expect(counts).toHaveLength(8);
    for (const label of counts) {
      await city.deputy.presses(label);
      expect(city.deputy.lastMessage.text).toContain(`Поручений: ${label.split(': ')[1]}\n`);
      expect(city.deputy.lastMessage.buttons.flat()).toContain(`• ${label}`);
    }
  });

  it('is seen by whoever reads the school, and by no other school', async () => {
    const { id } = await town.db.organisation.findFirstOrThrow({ where: { code: 's1' } });
    const stranger = city.heads.get(2) as Person;
    await stranger.says('/discipline');
    expect(stranger.lastMessage.text).not.toContain('Школа № 1');
    await stranger.forges(stranger.lastMessage, `discipline.items:${id}:q:0`);
    expect(stranger.lastMessage.text).not.toContain('Т-9');
  });
});

describe('a confidential task', () => {
  it('counts and is listed for who gave it and for its executor, and for no other reader of the school', async () => {
    for (const _ of [1, 2, 3, 4]) await share(4, { state: 'accepted', due: '2026-11-10', inTime: true });
    await share(4, { state: 'acknowledged', due: '2026-11-20', confidential: true });
    const head = city.heads.get(4) as Person;
    const { path } = await town.db.organisation.findFirstOrThrow({ where: { code: 's4' } });
    const listed = async (person: Person): Promise<number> => {
      const wanted = { scope: { path, postIds: null }, span, skip: 0, take: 10 };
      return (await disciplineItems(town.app, await actor(person), wanted)).total;
    };
    const seen = [city.deputy, head, city.department].map(async (person) => [
      (await tallyOfSchool(4, person)).sample,
      await listed(person),
    ]);
    expect(await Promise.all(seen)).toEqual([
      [5, 5],
      [5, 5],
      [4, 4],
    ]);
  });
});

describe('an objection', () => {
  it('goes to whoever gave the task, and what is granted no longer counts', async () => {
    const head = city.heads.get(1) as Person;
    await head.says('/discipline');
    await head.presses('Индекс құралған');
    expect(head.lastMessage.text).toContain('орындалмады');
    await head.presses('келіспеймін');
    await head.presses('мерзімнің бұзылуы');
    await head.says('Құжатты облыс кешіктірді');
    expect(head.lastMessage.text).toContain('қарсылық жіберілді');
    await town.settle();
    expect(city.deputy.lastMessage.text).toMatch(/Возражение[\s\S]*нарушение срока[\s\S]*Құжатты облыс/);
    await city.deputy.presses('Удовлетворить');
    await town.settle();
    expect(head.lastMessage.text).toContain('қанағаттандырылды');
    expect(await tallyOfSchool(1)).toMatchObject({ sample: 4, notDone: 0, index: null });
    await city.deputy.presses('Удовлетворить').catch(() => {});
    expect(await town.db.appeal.count({ where: { state: 'granted' } })).toBe(1);
  });

  it('is made by the executor only, once for a fault, and of two who decide one is first', async () => {
    const late = await town.db.participation.findFirstOrThrow({ where: { inTime: false } });
    const [head, other, deputy] = await Promise.all(
      [city.heads.get(1) as Person, city.heads.get(2) as Person, city.deputy].map(actor),
    );
    const asked = { participationId: late.id, text: 'Отчёт был сдан вовремя' };
    const make = (by: Actor, fault: 'overdue' | 'extended', requestKey: string) =>
      makeAppeal(town.app, by, { ...asked, fault, requestKey });
    await expect(make(other as Actor, 'overdue', 'k1')).rejects.toMatchObject({ key: 'discipline-not-yours' });
    await expect(make(head as Actor, 'extended', 'k2')).rejects.toMatchObject({ key: 'discipline-no-fault' });
    await make(head as Actor, 'overdue', 'k3');
    await make(head as Actor, 'overdue', 'k3');
    await expect(make(head as Actor, 'overdue', 'k4')).rejects.toMatchObject({ key: 'discipline-appealed-already' });
    const { id: appealId } = await town.db.appeal.findFirstOrThrow({ where: { state: 'open' } });
    await expect(decideAppeal(town.app, head as Actor, { appealId, granted: true, answer: '' })).rejects.toMatchObject({
      key: 'discipline-own-appeal',
    });
    const decisions = await Promise.allSettled([
      decideAppeal(town.app, deputy as Actor, { appealId, granted: false, answer: 'Срок истёк 10 ноября' }),
      decideAppeal(town.app, deputy as Actor, { appealId, granted: true, answer: '' }),
    ]);
    expect(decisions.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(decisions.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { key: 'telegram-someone-first' },
    });
  });

  it('is not offered again for a fault whose objection was refused', async () => {
    const { id } = await share(2, { state: 'accepted', due: '2026-11-10', inTime: false });
    const [head, deputy] = await Promise.all([actor(city.heads.get(2) as Person), actor(city.deputy)]);
    const offered = async (): Promise<string[]> => {
      const shown = city.heads.get(2) as Person;
      await shown.says('/discipline');
      await shown.presses('Поручения, из которых');
      return shown.lastMessage.buttons.flat().filter((label) => label.includes('возразить'));
    };
    expect(await offered()).toHaveLength(1);
    const asked = { participationId: id, fault: 'overdue' as const, text: 'Отчёт был сдан', requestKey: 'k5' };
    await makeAppeal(town.app, head, asked);
    const { id: appealId } = await town.db.appeal.findFirstOrThrow({ where: { state: 'open' } });
    await decideAppeal(town.app, deputy, { appealId, granted: false, answer: 'Срок истёк' });
    expect(await offered()).toEqual([]);
  });

  it('of somebody who holds the issuing post as well goes to the akim', async () => {
    const { id } = await share(2, { state: 'accepted', due: '2026-11-11', inTime: false });
    const person = await town.db.person.findFirstOrThrow({ where: { surname: 'Директоров2' } });
    const controller = await town.db.person.findFirstOrThrow({ where: { surname: 'Сынақова' } });
    const org = await town.db.organisation.findFirstOrThrow({ where: { code: 'city' } });
    const hold = async (role: 'deputy' | 'akim', personId: number): Promise<number> => {
      const named = { nameKk: 'Басшы', nameRu: 'Руководитель', createdAt: town.app.now() };
      const post = await town.db.post.create({ data: { ...named, orgId: org.id, role } });
      await town.db.appointment.create({ data: { personId, postId: post.id, fromDay: new Date('2026-11-01') } });
      return post.id;
    };
    const issuerPostId = await hold('deputy', person.id);
    await hold('akim', controller.id);
    const { taskId } = await town.db.participation.findUniqueOrThrow({ where: { id } });
    await town.db.task.update({ where: { id: taskId }, data: { issuerPostId } });
    const head = await actor(city.heads.get(2) as Person);
    const asked = { participationId: id, fault: 'overdue' as const, text: 'Отчёт был сдан', requestKey: 'k6' };
    await makeAppeal(town.app, head, asked);
    const { id: subjectId } = await town.db.appeal.findFirstOrThrow({ where: { requestKey: 'k6' } });
    const told = await town.db.outgoingMessage.findMany({ where: { kind: 'discipline.appeal', subjectId } });
    expect(told.map(({ personId }) => personId)).toEqual([controller.id]);
  });
});

describe('an absence with leave', () => {
  it('takes what fell due then out of the index until it is cancelled; nobody notes their own', async () => {
    await share(3, { state: 'acknowledged', due: '2026-11-18' });
    for (const _ of [1, 2, 3, 4]) await share(3, { state: 'accepted', due: '2026-11-10', inTime: true });
    expect(await tallyOfSchool(3)).toMatchObject({ sample: 5, index: 82 });
    const post = await town.db.post.findFirstOrThrow({ where: { org: { code: 's3' } } });
    const days = { postId: post.id, from: '2026-11-16', to: '2026-11-20', reason: 'leave' as const };
    await expect(noteAbsence(town.app, await actor(city.heads.get(3) as Person), days)).rejects.toMatchObject({
      key: 'telegram-not-allowed',
    });
    const secretary = await actor(city.secretary);
    await noteAbsence(town.app, secretary, days);
    expect(await tallyOfSchool(3)).toMatchObject({ sample: 4, notDone: 0 });
    await expect(noteAbsence(town.app, secretary, { ...days, from: '2026-11-20' })).rejects.toMatchObject({
      key: 'discipline-absence-known',
    });
    const own = await town.db.post.findFirstOrThrow({ where: { role: 'secretary' } });
    await expect(noteAbsence(town.app, secretary, { ...days, postId: own.id })).rejects.toMatchObject({
      key: 'discipline-own-absence',
    });
    const { id: absenceId } = await town.db.absence.findFirstOrThrow();
    await cancelAbsence(town.app, secretary, { absenceId });
    expect(await tallyOfSchool(3)).toMatchObject({ sample: 5, index: 82 });
  });
});

describe('a share on its way', () => {
  const december = { from: '2026-12-01', to: '2026-12-31' };
  const tally = (n: number) => tallyOfSchool(n, city.deputy, december);

  /** Four shares beside it, all done as well or all as badly as can be. */
  async function beside(n: number, well: boolean): Promise<void> {
    for (const _ of [1, 2, 3, 4])
      await share(n, {
        due: '2026-12-01',
        ...(well ? { state: 'accepted', inTime: true } : { state: 'assigned', noted: '' }),
      });
  }

  it('only gains by being handed in late and accepted, loses what it gained when returned, and never leaves the index', async () => {
    town.clock.set('2026-12-02T10:00');
    await beside(2, true);
    await beside(3, false);
    const deputy = await actor(city.deputy);
    const steps: [number | null, number, string][] = [];
    for (const n of [2, 3]) {
      town.clock.set('2026-12-02T10:00');
      const { id: participationId } = await share(n, { state: 'acknowledged', due: '2026-12-03' });
      const head = await actor(city.heads.get(n) as Person);
      const look = async (what: string): Promise<void> => {
        const { index, sample } = await tally(n);
        steps.push([index, sample, what]);
      };
      const handIn = async (requestKey: string): Promise<number> => {
        const report = {
          participationId,
          text: 'Отчёт сдан',
          final: true,
          attachments: [],
          requestKey,
          undoUntil: null,
        };
        const { reportId } = await submitReport(town.app, head, report);
        await look('handed in');
        return reportId;
      };
      await look('not due yet');
      town.clock.set('2026-12-04T10:00');
      await look('overdue');
      const first = await handIn(`walk:${n}:1`);
      town.clock.set('2026-12-05T10:00');
      await returnReport(town.app, deputy, { reportId: first, reason: 'Нет цифр по классам' });
      await look('returned');
      const second = await handIn(`walk:${n}:2`);
      await acceptReport(town.app, deputy, { reportId: second });
      await look('accepted');
    }
    // 10, 70, 10, 60 and 60 points beside four of 100, and beside four of 0.
    expect(steps).toEqual([
      [null, 4, 'not due yet'],
      [82, 5, 'overdue'],
      [94, 5, 'handed in'],
      [82, 5, 'returned'],
      [92, 5, 'handed in'],
      [92, 5, 'accepted'],
      [null, 4, 'not due yet'],
      [2, 5, 'overdue'],
      [14, 5, 'handed in'],
      [2, 5, 'returned'],
      [12, 5, 'handed in'],
      [12, 5, 'accepted'],
    ]);
  });

  it('is worth no less for what is better, whatever happened to it before; a decision to accept changes nothing', async () => {
    await beside(4, true);
    const { id } = await share(4, { state: 'assigned', due: '2026-12-03' });
    const deputy = await actor(city.deputy);
    const { path } = await town.db.organisation.findFirstOrThrow({ where: { code: 's4' } });
    const scope = { path, postIds: null };
    const [inTime, late] = ['2026-12-03T18:59:59Z', '2026-12-03T19:00:00Z'].map((at) => new Date(at));
    const ways = [
      { state: 'assigned', acknowledgedAt: null, submittedAt: null, inTime: null },
      { state: 'acknowledged', submittedAt: null, inTime: null },
      { state: 'submitted', submittedAt: late, inTime: null },
      { state: 'accepted', submittedAt: late, inTime: false },
      { state: 'submitted', submittedAt: inTime, inTime: null },
      { state: 'accepted', submittedAt: inTime, inTime: true },
    ] as const;
    for (const returnCount of [0, 1, 3])
      for (const extensionCount of [0, 2]) {
        const indexes: number[] = [];
        for (const way of ways) {
          const noted = new Date('2026-11-03T05:00:00Z');
          const data = { acknowledgedAt: noted, ...way, returnCount, extensionCount };
          await town.db.participation.update({ where: { id }, data });
          const { index, sample } = (await unitTallies(town.app, deputy, scope, december)).whole;
          expect(sample).toBe(5);
          indexes.push(index ?? -1);
        }
        expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
        expect([indexes[3], indexes[5]]).toEqual([indexes[2], indexes[4]]);
        expect(new Set(indexes).size).toBe(4);
      }
  });

  it('says of itself that its report is under review, and is not accepted at first yet', async () => {
    const { id } = await town.db.participation.findFirstOrThrow({
      where: { post: { org: { code: 's4' } } },
      orderBy: { id: 'desc' },
    });
    const data = { state: 'submitted', submittedAt: new Date('2026-12-03T19:00:00Z'), returnCount: 0 } as const;
    await town.db.participation.update({ where: { id }, data });
    expect(await tally(4)).toMatchObject({ sample: 5, late: 1, notDone: 0, acceptedAtFirst: 4 });
    const head = city.heads.get(4) as Person;
    await head.says('/discipline');
    await head.presses('Поручения, из которых');
    expect(head.lastMessage.text).toContain('сдано с нарушением срока, отчёт на рассмотрении');
    await head.presses('Принято с первого раза');
    expect(head.lastMessage.text).not.toContain('на рассмотрении');
  });
});
