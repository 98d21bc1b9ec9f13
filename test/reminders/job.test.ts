// A tick of the reminders on a real database: what is planned, for whom, once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openClient } from '../../src/db.ts';
import type { Locale } from '../../src/texts.ts';
import { ledgerEntries } from '../../src/delivery/queries.ts';
import { remind } from '../../src/reminders/job.ts';
import { raisedBefore } from '../../src/reminders/raise-queries.ts';
import { loadPolicies, longestOfTasks } from '../../src/reminders/policy-queries.ts';
import { remindersRenderers } from '../../src/reminders/renderers.ts';
import type { JsonObject } from '../../src/outbox/rules.ts';
import { dayToDb } from '../../src/time.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { countStatements } from '../support/statements.ts';
import { City, type PostBuilt } from './build.ts';

let database: TestDatabase;
let city: City;
let deputy: PostBuilt;
let control: PostBuilt;
let heads: PostBuilt[];
let silent: PostBuilt;
let cityOrg: { id: number; path: string };
let north: { id: number; path: string };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.sql.query(
    `TRUNCATE notice, outgoing_message, participation, task, place, appointment, person, chat, post, organisation, calendar_day CASCADE`,
  );
  city = new City(database);
  cityOrg = await city.org('Акимат', null, { type: 'akimat' });
  north = await city.org('Северный район', cityOrg, { type: 'district' });
  deputy = await city.post(cityOrg, 'deputy');
  control = await city.post(cityOrg, 'controller');
  heads = [
    await city.post(await city.org('Школа № 1', north), 'school_head', { locale: 'kk' }),
    await city.post(await city.org('Школа № 2', cityOrg), 'school_head'),
    await city.post(await city.org('Школа № 3', cityOrg), 'school_head'),
  ];
  silent = await city.post(await city.org('Школа № 4', cityOrg), 'school_head', { reached: false });
});

async function tickAt(...locals: string[]): Promise<void> {
  for (const local of locals) {
    city.at(local);
    await remind(city.app);
    await city.db.outgoingMessage.updateMany({
      where: { state: 'planned' },
      data: { state: 'sent', sentAt: city.app.now() },
    });
  }
}
const messages = (where: object = {}) => city.db.outgoingMessage.findMany({ where, orderBy: { id: 'asc' } });
const notices = (where: object = {}) => city.db.notice.findMany({ where, orderBy: { id: 'asc' } });
async function textOf(message: { id: bigint }, locales: Locale[] = ['ru']): Promise<string> {
  const row = await city.db.outgoingMessage.findUniqueOrThrow({ where: { id: message.id } });
  const rendered = await remindersRenderers[row.kind]?.(city.app, { ...row, data: row.data as JsonObject }, locales);
  return rendered?.text ?? '';
}

describe('private reminders', () => {
  it('come once a day in one message for all tasks of a person', async () => {
    const first = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25');
    const second = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-30');
    await tickAt('2026-12-21T09:00');
    await tickAt('2026-12-22T08:59', '2026-12-22T09:00', '2026-12-22T09:05', '2026-12-22T17:55');
    const [, message, ...more] = await messages();
    expect(more).toEqual([]);
    expect(message).toMatchObject({ personId: heads[1]?.personId, lane: 2, kind: 'reminders.private' });
    expect(message?.expiresAt).toEqual(city.instant('2026-12-22T18:00'));
    const text = await textOf(message as { id: bigint });
    expect(text).toContain('Уважаемый Пример Примерович!');
    expect(text).toContain(`поручения № ${first.number} осталось 3 рабочих дня: 25 декабря 2026 г.`);
    expect(text).not.toContain(second.number);
    await tickAt('2026-12-24T09:00', '2026-12-25T09:00');
    const third = (await messages()).at(-1);
    expect((third?.data as { participationIds: number[] }).participationIds).toEqual([
      ...first.shareIds,
      ...second.shareIds,
    ]);
    const both = await textOf(third as { id: bigint });
    expect(both).toContain(`поручения № ${first.number} истекает сегодня`);
    expect(both).toContain(`поручения № ${second.number} осталось 3 рабочих дня`);
  });

  it('say of a returned report when it was returned, not that there is none', async () => {
    const head = heads[1] as PostBuilt;
    const { shareIds } = await city.task(deputy, [head], '2026-12-25');
    const by = {
      byPersonId: head.personId,
      byPostId: head.postId,
      final: true,
      submittedAt: city.instant('2026-12-18T10:00'),
    };
    const decided = { state: 'returned' as const, decidedAt: city.instant('2026-12-20T18:30') };
    await city.db.report.create({ data: { participationId: shareIds[0] as number, version: 1, ...by, ...decided } });
    await city.db.participation.update({ where: { id: shareIds[0] as number }, data: { state: 'returned' } });
    await tickAt('2026-12-22T09:00');
    const text = await textOf((await messages()).at(-1) as { id: bigint });
    expect(text).toContain('Отчёт возвращён на доработку: 20.12.2026.');
    expect(text).not.toContain('ещё не представлен');
  });

  it('say of an interim report that the final one is missing, not that nothing came', async () => {
    const head = heads[1] as PostBuilt;
    const { shareIds } = await city.task(deputy, [head], '2026-12-25');
    const by = { byPersonId: head.personId, byPostId: head.postId, submittedAt: city.instant('2026-12-18T10:00') };
    await city.db.report.create({ data: { participationId: shareIds[0] as number, version: 1, final: false, ...by } });
    await tickAt('2026-12-22T09:00');
    const text = await textOf((await messages()).at(-1) as { id: bigint });
    expect(text).toContain('Промежуточный отчёт получен, итоговый ещё не представлен.');
    expect(text).not.toContain('Отчёт ещё не представлен');
  });

  it('say of a final report that waits for parts that it is kept, with the way to what is awaited', async () => {
    const head = heads[1] as PostBuilt;
    const { shareIds, number } = await city.task(deputy, [head], '2026-12-25');
    const [participationId = 0] = shareIds;
    const by = { byPersonId: head.personId, byPostId: head.postId, submittedAt: city.instant('2026-12-18T10:00') };
    const report = await city.db.report.create({ data: { participationId, version: 1, final: false, ...by } });
    const said = { kind: 'shares.missing', chatId: head.chatId ?? 0, lane: 1, subjectId: participationId };
    const at = { dueAt: city.app.now(), createdAt: city.app.now(), state: 'sent' };
    await city.db.outgoingMessage.create({ data: { ...said, ...at, dedupeKey: `shares.missing:1:${report.id}` } });
    await tickAt('2026-12-22T09:00');
    const row = (await messages({ kind: 'reminders.private' })).at(-1);
    for (const [locale, words] of [
      ['ru', 'Итоговый отчёт сохранён, но ещё не сдан'],
      ['kk', 'Қорытынды есеп сақталды, бірақ әлі тапсырылған жоқ'],
    ] as const) {
      const data = row?.data as JsonObject;
      const rendered = await remindersRenderers['reminders.private']?.(city.app, { ...row!, data }, [locale]);
      expect(rendered?.text).toContain(words);
      expect(rendered?.text).not.toMatch(/ещё не представлен|әлі ұсынылған жоқ|ответом на это/);
      expect(JSON.stringify(rendered?.keyboard)).toContain(`shares.awaited:${participationId}`);
      expect(JSON.stringify(rendered?.keyboard)).toContain(number);
    }
  });

  it('name a task once whose date is near and half of whose time has passed', async () => {
    const head = heads[1] as PostBuilt;
    await city.task(deputy, [head], '2026-12-18', { issued: '2026-12-01T10:00' });
    await tickAt('2026-12-10T09:00');
    const text = await textOf((await messages({ personId: head.personId })).at(-1) as { id: bigint });
    expect(text.match(/Поручение Т/g)).toHaveLength(1);
    expect(text).toMatch(/осталось .*\n.*\n🟡 Прошла половина срока, отчётов ещё нет\./);
  });

  it('tell of special control first and marked, in private and in the group, whatever the dates', async () => {
    await city.place(cityOrg, deputy);
    const { number: longer } = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-21');
    const { number: special } = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-23', {
      specialControl: true,
    });
    const { number: shorter } = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-22');
    await tickAt('2026-12-24T09:00');
    const told = [
      await messages({ kind: 'reminders.private', personId: heads[1]?.personId }),
      await messages({ kind: 'reminders.group' }),
    ].map(([message]) => textOf(message as { id: bigint }));
    for (const text of await Promise.all(told)) {
      const numbers = [...text.matchAll(/(🔺 )?(?:⚠️ )?[^\n]*№ (Т-\d+)/gu)].map(
        ([, sign = '', number]) => sign + number,
      );
      expect(numbers.slice(0, 3)).toEqual([`🔺 ${special}`, longer, shorter]);
    }
  });

  it('name the protocol where items of two of them have one number', async () => {
    const head = heads[1] as PostBuilt;
    const at = city.app.now();
    for (const [number, day] of [
      ['14', '2026-11-20'],
      [null, '2026-11-21'],
    ] as const) {
      const sitting = { theme: 'Тема', number, day: dayToDb(day), orgId: cityOrg.id, chairPostId: deputy.postId };
      const meeting = await city.db.meeting.create({ data: { ...sitting, createdAt: at } });
      const of = { meetingId: meeting.id, draftedById: deputy.personId, createdAt: at };
      const { id: resolutionId } = await city.db.resolution.create({ data: of });
      await city.task(deputy, [head], '2026-12-25', { number: '1', resolutionId });
    }
    await tickAt('2026-12-25T09:00');
    const text = await textOf((await messages({ personId: head.personId })).at(-1) as { id: bigint });
    expect(text).toContain('№ 1 (№ 14)');
    expect(text).toContain('№ 1 (21.11.2026)');
  });

  it('leave out what got another date between planning and sending, for the executor and on every rung', async () => {
    const head = heads[1] as PostBuilt;
    const moved = await city.task(deputy, [head], '2026-12-25');
    const stays = await city.task(deputy, [head], '2026-12-25');
    const rendered = async (personId: number) => textOf((await messages({ personId })).at(-1) as { id: bigint });
    const data = { due: dayToDb('2027-02-25') };
    await tickAt('2026-12-25T09:00', '2026-12-30T09:00');
    expect(await rendered(deputy.personId)).toContain(`№ ${moved.number} `);
    await city.db.participation.updateMany({ where: { taskId: moved.taskId }, data });
    for (const { personId } of [head, deputy]) {
      expect(await rendered(personId)).toContain(`№ ${stays.number} `);
      expect(await rendered(personId)).not.toContain(`№ ${moved.number} `);
    }
  });

  it('come again the next day when an outage kept them back until the evening, each rung too', async () => {
    const head = heads[1] as PostBuilt;
    await city.place(cityOrg, deputy, { naming: 'always' });
    await city.task(deputy, [head], '2026-12-25', { controllerPostId: control.postId });
    await tickAt('2026-12-24T09:00', '2026-12-25T09:00', '2026-12-28T09:00', '2026-12-29T09:00');
    city.at('2026-12-30T09:00');
    await remind(city.app);
    const outage = { state: 'cancelled', outcome: 'expired' };
    await city.db.outgoingMessage.updateMany({ where: { state: 'planned' }, data: outage });
    await tickAt('2026-12-31T09:00', '2026-12-31T09:05', '2027-01-05T09:00', '2027-01-06T09:00');
    const sent = await messages({ state: 'sent', createdAt: { gte: city.instant('2026-12-30T00:00') } });
    const steps = (personId: number | null) =>
      sent.filter((row) => row.personId === personId).map(({ data }) => (data as { steps?: string[] }).steps?.length);
    // The controller's rung of the 30th, once; the executor's step and the group's of that day too.
    expect(steps(control.personId)).toEqual([1]);
    expect(steps(head.personId)).toEqual([1]);
    expect(sent.filter(({ personId }) => personId === null)).toHaveLength(1);
    expect(await notices({ step: 'ladder-controller' })).toMatchObject([{ outcome: null }]);
  });

  it('note of what had settled by the moment of sending that it was not said, in private and in the group', async () => {
    const head = heads[1] as PostBuilt;
    const placeId = await city.place(cityOrg, deputy, { naming: 'always' });
    const settled = await city.task(deputy, [head], '2026-12-25');
    const stays = await city.task(deputy, [head], '2026-12-25');
    city.at('2026-12-25T09:00');
    await remind(city.app);
    await city.db.participation.updateMany({ where: { taskId: settled.taskId }, data: { state: 'submitted' } });
    for (const message of await messages()) expect(await textOf(message)).toContain(`№ ${stays.number} `);
    const outcomes = async ({ shareIds }: { shareIds: number[] }) =>
      (await notices({ participationId: shareIds[0], step: 'on-day' }))
        .map(({ recipient, outcome }) => [recipient, outcome])
        .sort();
    const [person, place] = [`person:${head.personId}`, `place:${placeId}`];
    expect(await outcomes(settled)).toEqual([
      [person, 'settled'],
      [place, 'settled'],
    ]);
    expect(await outcomes(stays)).toEqual([
      [person, null],
      [place, null],
    ]);
    await tickAt('2026-12-25T09:05');
    const told = await ledgerEntries(
      city.app,
      { scopes: null, since: new Date(0), numbers: [settled.number], steps: 'said' },
      { take: 9 },
    );
    expect(told.filter(({ step }) => step === 'on-day').map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['cancelled', 'settled'],
      ['cancelled', 'settled'],
    ]);
    // Returned the same evening, it is owed again, and what was not said is said the next time.
    await city.db.participation.updateMany({ where: { taskId: settled.taskId }, data: { state: 'returned' } });
    await tickAt('2026-12-28T09:00');
    expect(await notices({ participationId: settled.shareIds[0], step: 'overdue-1', outcome: null })).toHaveLength(2);
  });

  it('note it as said after all when a refused message leaves later, and the report was taken back meanwhile', async () => {
    const head = heads[1] as PostBuilt;
    await city.place(cityOrg, deputy, { naming: 'always' });
    const { taskId } = await city.task(deputy, [head], '2026-12-25');
    await city.task(deputy, [head], '2026-12-25');
    city.at('2026-12-25T09:00');
    await remind(city.app);
    const render = async () => {
      for (const message of await messages()) await textOf(message);
      return (await notices({ step: 'on-day' })).map(({ outcome }) => outcome).sort();
    };
    await city.db.participation.updateMany({ where: { taskId }, data: { state: 'submitted' } });
    expect(await render()).toEqual([null, null, 'settled', 'settled']);
    await city.db.participation.updateMany({ where: { taskId }, data: { state: 'assigned' } });
    expect(await render()).toEqual([null, null, null, null]);
  });

  it('leave out what was reported between planning and sending', async () => {
    const { shareIds } = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25');
    await tickAt('2026-12-25T09:00');
    const [message] = await messages();
    await city.db.participation.update({ where: { id: shareIds[0] as number }, data: { state: 'submitted' } });
    expect(await textOf(message as { id: bigint })).toBe('');
  });

  it('leave out what concerns a post that its reader has left between planning and sending', async () => {
    const head = heads[1] as PostBuilt;
    await city.task(deputy, [head], '2026-12-25');
    await tickAt('2026-12-25T09:00', '2026-12-28T09:00');
    city.at('2026-12-30T09:00');
    await remind(city.app);
    const planned = await messages({ state: 'planned' });
    expect(planned.map(({ personId }) => personId).sort()).toEqual([head.personId, deputy.personId].sort());
    for (const message of planned) expect(await textOf(message)).toContain('№ ');
    const left = { personId: { in: [head.personId, deputy.personId] } };
    await city.db.appointment.updateMany({ where: left, data: { toDay: dayToDb('2026-12-29') } });
    for (const message of planned) expect(await textOf(message)).toBe('');
  });

  it('are not doubled by two processes at the same moment', async () => {
    await city.task(deputy, heads, '2026-12-25');
    city.at('2026-12-25T09:00');
    const other = openClient(database.url);
    const twin = createApp({ ...city.app, db: other.db });
    twin.now = city.app.now;
    await Promise.all([remind(city.app), remind(twin), remind(city.app), remind(twin)]);
    await other.close();
    expect((await messages()).map(({ personId }) => personId).sort()).toEqual(
      heads.map(({ personId }) => personId).sort(),
    );
    expect(await notices({ step: 'on-day' })).toHaveLength(3);
  });

  it('are written down as late when the bot was down, the latest alone is said', async () => {
    const { shareIds } = await city.task(deputy, [heads[0] as PostBuilt], '2026-12-25');
    await tickAt('2026-12-29T14:20');
    const written = await notices({ participationId: shareIds[0], recipient: `person:${heads[0]?.personId}` });
    expect(written.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['before-7', 'late'],
      ['before-3', 'late'],
      ['before-1', 'late'],
      ['on-day', 'late'],
      ['overdue-1', 'late'],
      ['overdue-2', null],
    ]);
    const [message] = await messages({ personId: heads[0]?.personId });
    expect(await textOf(message as { id: bigint }, ['kk'])).toContain('2 жұмыс күніне кешікті');
    expect(await textOf(message as { id: bigint }, ['kk'])).toContain('Құрметті Пример Примерович!');
  });

  it('begin anew when the date is moved', async () => {
    const { shareIds } = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25');
    await tickAt('2026-12-24T09:00');
    await city.db.participation.updateMany({ data: { due: dayToDb('2026-12-28') } });
    await tickAt('2026-12-25T09:00', '2026-12-25T12:00');
    const said = await notices({ participationId: shareIds[0], outcome: null });
    expect(said.map(({ step, due }) => [step, due.toISOString().slice(0, 10)])).toEqual([
      ['before-1', '2026-12-25'],
      ['before-1', '2026-12-28'],
    ]);
  });

  it('keep the second message of a day for what is due on the day it was issued', async () => {
    await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25');
    await tickAt('2026-12-25T09:00');
    await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25', { issued: '2026-12-25T09:30' });
    await tickAt('2026-12-25T15:55', '2026-12-25T16:00', '2026-12-25T16:05');
    expect((await messages({ personId: heads[1]?.personId })).map(({ dueAt }) => dueAt)).toEqual([
      city.instant('2026-12-25T09:00'),
      city.instant('2026-12-25T16:00'),
    ]);
  });

  it('chase what nobody acknowledged, with a date or without', async () => {
    const { shareIds } = await city.task(deputy, [heads[1] as PostBuilt], null, { share: { state: 'assigned' } });
    await tickAt('2026-11-24T09:55', '2026-11-24T10:00', '2026-11-25T10:00', '2026-11-26T10:00');
    const [message, ...more] = await messages();
    expect(more).toEqual([]);
    expect(message?.data).toMatchObject({ unacknowledged: shareIds, participationIds: shareIds });
    expect(await textOf(message as { id: bigint })).toContain('Просим подтвердить ознакомление');
  });

  it('give whoever was put in later a working day from then, not from when the task was issued', async () => {
    await city.task(deputy, [heads[1] as PostBuilt], null, {
      issued: '2026-11-02T10:00',
      share: { state: 'assigned', assignedAt: city.instant('2026-11-23T14:00') },
    });
    await tickAt('2026-11-23T14:05', '2026-11-24T13:55');
    expect(await messages()).toEqual([]);
    await tickAt('2026-11-24T14:00');
    expect(await messages()).toHaveLength(1);
  });

  it('of who holds posts in two organisations wait for the hours these have in common, in one message', async () => {
    const [first, second] = [heads[1] as PostBuilt, heads[2] as PostBuilt];
    await city.db.appointment.updateMany({ where: { postId: second.postId }, data: { personId: first.personId } });
    const by = { changedAt: city.app.now(), changedById: first.personId };
    await city.db.reminderPolicy.createMany({
      data: [
        { orgId: first.orgId, speakFrom: '08:00', speakTo: '12:00', ...by },
        { orgId: second.orgId, speakFrom: '10:00', speakTo: '19:00', ...by },
      ],
    });
    await city.task(deputy, [first, second], '2026-12-25');
    await tickAt('2026-12-25T08:00', '2026-12-25T09:55');
    expect(await messages()).toEqual([]);
    await tickAt('2026-12-25T10:00', '2026-12-25T15:00');
    const said = await messages();
    expect(said).toHaveLength(1);
    expect((said[0]?.data as { dated: number[] }).dated).toHaveLength(2);
    expect(said[0]?.expiresAt).toEqual(city.instant('2026-12-25T12:00'));
    await city.db.reminderPolicy.deleteMany();
  });

  it('go to whoever substitutes, and wait for the undo of the issuer', async () => {
    const [, head] = heads as [PostBuilt, PostBuilt];
    const deputyHead = await city.post({ id: head.orgId }, 'staff');
    await city.db.appointment.create({
      data: { personId: deputyHead.personId, postId: head.postId, kind: 'acting', fromDay: dayToDb('2026-12-20') },
    });
    await city.task(deputy, [head], '2026-12-25');
    await city.task(deputy, [heads[2] as PostBuilt], '2026-12-25', { undoUntil: city.instant('2026-12-25T09:01') });
    await tickAt('2026-12-25T09:00');
    expect((await messages()).map(({ personId }) => personId)).toEqual([deputyHead.personId]);
  });

  it('are not sent on a day off that the calendar was given', async () => {
    await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25');
    await city.db.calendarDay.create({
      data: { day: dayToDb('2026-12-24'), week: 0, kind: 'off', note: 'тест', createdAt: city.app.now() },
    });
    await tickAt('2026-12-23T09:00', '2026-12-24T09:00');
    expect((await notices({ outcome: null })).map(({ step }) => step)).toEqual(['before-1']);
  });
});

describe('the ladder', () => {
  it('reaches controller and issuer once each, with all late shares in one message', async () => {
    const { shareIds } = await city.task(deputy, heads, '2026-12-25', { controllerPostId: control.postId });
    for (const day of [
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-05',
      '2027-01-06',
      '2027-01-12',
    ])
      await tickAt(`${day}T09:00`, `${day}T09:05`);
    const to = (post: PostBuilt) => messages({ personId: post.personId });
    const [toControl] = await to(control);
    expect(await to(control)).toHaveLength(1);
    expect(toControl?.dueAt).toEqual(city.instant('2026-12-30T09:00'));
    expect(toControl?.data).toMatchObject({ ladder: shareIds, participationIds: [] });
    const [toDeputy] = await to(deputy);
    expect(await to(deputy)).toHaveLength(1);
    expect(toDeputy?.dueAt).toEqual(city.instant('2027-01-05T09:00'));
    expect(await textOf(toDeputy as { id: bigint })).toContain('Исполнители: Школа № 1; Школа № 2; Школа № 3');
  });

  it('reaches who was not connected on the lower rung on the higher one', async () => {
    const { personId } = deputy;
    await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25');
    await city.task(deputy, [heads[2] as PostBuilt], '2026-12-25', { controllerPostId: control.postId });
    await city.db.person.updateMany({ where: { id: personId }, data: { blockedAt: city.app.now() } });
    await tickAt('2026-12-30T09:00', '2026-12-31T09:00');
    await city.db.person.updateMany({ where: { id: personId }, data: { blockedAt: null } });
    // A message that was planned and refused by Telegram was not heard either.
    const toControl = { personId: control.personId };
    await city.db.outgoingMessage.updateMany({ where: toControl, data: { state: 'dead' } });
    await city.db.task.updateMany({
      where: { controllerPostId: { not: null } },
      data: { issuerPostId: control.postId },
    });
    await tickAt('2027-01-05T09:00', '2027-01-05T09:05', '2027-01-06T09:00');
    expect(await messages({ personId })).toHaveLength(1);
    expect((await messages({ ...toControl, state: 'sent' })).map(({ dueAt }) => dueAt)).toEqual([
      city.instant('2027-01-05T09:00'),
    ]);
  });

  it('tells who collates of a co-executor after one day', async () => {
    const { taskId } = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25', { fanOut: false });
    await city.db.participation.create({
      data: {
        taskId,
        postId: (heads[2] as PostBuilt).postId,
        position: 1,
        role: 'co_executor',
        force: 'assignment',
        state: 'acknowledged',
        due: dayToDb('2026-12-25'),
      },
    });
    await city.db.participation.updateMany({ where: { taskId, role: 'responsible' }, data: { state: 'submitted' } });
    await tickAt('2026-12-28T09:00');
    expect((await notices({ step: 'ladder-responsible' })).map(({ recipient }) => recipient)).toEqual([
      `person:${heads[1]?.personId}`,
    ]);
  });

  it('never climbs for a recommendation', async () => {
    await city.task(deputy, heads, '2026-12-25', { force: 'recommendation' });
    await tickAt('2026-12-28T09:00', '2026-12-30T09:00', '2027-01-05T09:00');
    expect(await messages()).toEqual([]);
  });
});

describe('somebody who cannot be reached', () => {
  it('is written down, counted and shown in the group with a way in', async () => {
    await city.place(cityOrg, deputy, { naming: 'always' });
    await city.task(deputy, [silent], '2026-12-25');
    await tickAt('2026-12-25T09:00');
    expect((await notices({ recipient: `person:${silent.personId}` })).map(({ outcome }) => outcome)).toEqual([
      'late',
      'late',
      'late',
      'unreachable',
    ]);
    const [group, ...more] = await messages();
    expect(more).toEqual([]);
    expect(await textOf(group as { id: bigint })).toMatch(/Не подключены к боту: Должность \d+, Школа № 4/);
    const row = await city.db.outgoingMessage.findFirstOrThrow();
    const rendered = await remindersRenderers[row.kind]?.(city.app, { ...row, data: row.data as JsonObject }, ['kk']);
    expect(rendered?.keyboard).toEqual([
      [
        {
          text: 'Ботты ашу',
          url: expect.stringMatching(/^https:\/\/t\.me\/orynda_test_bot\?start=claim-\d+-[\w-]{10}$/),
        },
      ],
    ]);
  });

  it('is a vacant post as well', async () => {
    await city.db.appointment.deleteMany({ where: { postId: (heads[1] as PostBuilt).postId } });
    await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25');
    await tickAt('2026-12-25T09:00', '2026-12-25T09:05');
    expect(await notices({ outcome: 'vacant' })).toHaveLength(4);
    expect(await messages()).toEqual([]);
  });
});

describe("a group's combined reminder", () => {
  it('comes once a day, each part of the tree with its own part only', async () => {
    const whole = await city.place(cityOrg, deputy, { naming: 'always' });
    const part = await city.place(north, deputy, { naming: 'always' });
    const { shareIds } = await city.task(deputy, heads, '2026-12-25');
    await tickAt('2026-12-28T09:00', '2026-12-28T09:05', '2026-12-28T15:00');
    const [toCity] = await messages({ kind: 'reminders.group', subjectId: whole });
    const [toNorth] = await messages({ kind: 'reminders.group', subjectId: part });
    expect(await messages({ kind: 'reminders.group' })).toHaveLength(2);
    expect(toCity?.data).toEqual({
      participationIds: shareIds,
      parts: [{ placeId: whole, participationIds: shareIds }],
      unreached: [],
    });
    expect(toNorth?.data).toMatchObject({ parts: [{ placeId: part, participationIds: shareIds.slice(0, 1) }] });
    const text = await textOf(toCity as { id: bigint }, ['kk', 'ru']);
    expect(text).toMatch(/^⚠️ Орындау мерзімі өтті. Тапсырма: 1, орындаушы: 3\n/);
    expect(text).toContain('срок 25.12.2026, просрочка 1 рабочий день\nОжидается отчётов: 3');
    expect(text).toContain('Ответственный: Школа № 1; Школа № 2; Школа № 3');
    expect(text).not.toContain('Примеров');
    expect(await textOf(toNorth as { id: bigint })).not.toContain('Школа № 2');
  });

  it('leaves to the own chat of a working group what is at home there', async () => {
    const [orgId, createdAt] = [cityOrg.id, city.app.now()];
    const named = { nameKk: 'Топ', nameRu: 'Группа' };
    const group = await city.db.workingGroup.create({
      data: { ...named, orgId, headPostId: deputy.postId, createdById: deputy.personId, createdAt },
    });
    const whole = await city.place(cityOrg, deputy);
    const own = await city.place(cityOrg, deputy);
    await city.db.place.update({ where: { id: own }, data: { groupId: group.id } });
    const theirs = await city.task(deputy, heads, '2026-12-25', { groupIds: [group.id], homePlaceId: own });
    const others = await city.task(deputy, heads, '2026-12-25');
    await tickAt('2026-12-28T09:00');
    const listed = (await messages({ kind: 'reminders.group' })).map(({ data }) => (data as JsonObject)['parts']);
    expect(listed).toEqual([
      [{ placeId: whole, participationIds: others.shareIds }],
      [{ placeId: own, participationIds: theirs.shareIds }],
    ]);
  });

  it('names the late only as its policy says', async () => {
    const never = await city.place(cityOrg, deputy, { naming: 'never' });
    const after = await city.place(cityOrg, deputy, { naming: 'after_private' });
    const notice = await city.place(cityOrg, deputy, { naming: 'always', policy: 'notice' });
    await city.task(deputy, [...heads, silent], '2026-12-25');
    await tickAt('2026-12-28T09:00');
    const textIn = async (place: number) => {
      const list = await messages({ subjectId: place });
      return textOf(list.at(-1) as { id: bigint });
    };
    expect(await textIn(never)).not.toContain('Школа');
    expect(await textIn(never)).toContain('Не подключено к боту исполнителей: 1');
    expect(await textIn(after)).not.toContain('Ответственный');
    expect(await textIn(notice)).not.toContain('Школа');
    expect(await textIn(notice)).toContain('срок 25.12.2026');
    await tickAt('2026-12-29T09:00');
    expect(await textIn(after)).toContain('Ответственный: Школа № 1; Школа № 2; Школа № 3');
    expect(await textIn(after)).not.toMatch(/Ответственный:[^\n]*Школа № 4/);
    expect(await textIn(never)).not.toContain('Школа');
  });

  it('shows no more than number and date of a confidential task, and puts it where its date belongs', async () => {
    const whole = await city.place(cityOrg, deputy, { naming: 'always' });
    const { number: older } = await city.task(deputy, heads, '2026-12-24');
    const { number } = await city.task(deputy, heads, '2026-12-25', { confidential: true, specialControl: true });
    await tickAt('2026-12-28T09:00');
    const [message] = await messages({ subjectId: whole });
    const text = await textOf(message as { id: bigint });
    expect(text).toContain(`№ ${number} — срок 25.12.2026`);
    expect(text.indexOf(`№ ${number}`)).toBeGreaterThan(text.indexOf(`№ ${older}`));
    expect(text.slice(text.indexOf(`№ ${number}`))).not.toMatch(/Школа|🔺/);
  });

  it('stays inside one Telegram message however many are late', async () => {
    const whole = await city.place(cityOrg, deputy, { naming: 'always', languages: ['kk', 'ru', 'en'] });
    for (let n = 0; n < 60; n++) await city.task(deputy, heads, '2026-12-25');
    await tickAt('2026-12-28T09:00');
    const [message] = await messages({ subjectId: whole });
    const text = await textOf(message as { id: bigint }, ['kk', 'ru', 'en']);
    expect(text.length).toBeLessThan(4096);
    expect(text).toMatch(/ещё \d+: \/overdue/);
    const [own] = await messages({ personId: heads[0]?.personId });
    expect((await textOf(own as { id: bigint })).length).toBeLessThan(4096);
  });
});

describe('a group that serves two organisations', () => {
  it('gets one message a day for both, each with its own part, and each share once', async () => {
    const placeId = await city.place(cityOrg, deputy, { naming: 'always' });
    const { chatId } = await city.db.place.findUniqueOrThrow({ where: { id: placeId } });
    const second = {
      chatId,
      orgId: north.id,
      languages: ['ru'],
      naming: 'always' as const,
      boundById: deputy.personId,
    };
    await city.db.place.create({ data: { ...second, boundAt: city.app.now() } });
    const topic = { ...second, threadId: 7, boundAt: city.app.now() };
    await city.db.place.create({ data: topic });
    await city.task(deputy, heads, '2026-12-25');
    await tickAt('2026-12-28T09:00', '2026-12-28T09:05', '2026-12-28T15:00');
    const groups = await messages({ kind: 'reminders.group' });
    expect(groups.map(({ threadId }) => threadId)).toEqual([null, 7]);
    const text = await textOf(groups[0] as { id: bigint });
    expect(text).toMatch(
      /<b>Северный район<\/b>[^]*Ответственный: Школа № 1[^]*<b>Акимат<\/b>[^]*Ответственный: Школа № 2; Школа № 3/,
    );
    expect(text.match(/Школа № 1/g)).toHaveLength(1);
  });
});

describe('the ladder', () => {
  it('is climbed once for each post: a substitute does not hear of the same rung again', async () => {
    await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25', { controllerPostId: control.postId });
    await tickAt('2026-12-30T09:00');
    const rung = () => notices({ step: 'ladder-controller' });
    expect(await rung()).toHaveLength(1);
    const other = await city.post({ id: control.orgId }, 'staff');
    const from = { kind: 'acting' as const, fromDay: dayToDb('2026-12-31') };
    await city.db.appointment.create({ data: { personId: other.personId, postId: control.postId, ...from } });
    await tickAt('2026-12-31T09:00', '2027-01-05T09:00');
    expect(await rung()).toHaveLength(1);
  });

  it('is climbed by a substitute who can be reached when the message to the holder never arrived', async () => {
    await city.db.person.update({ where: { id: control.personId }, data: { blockedAt: city.app.now() } });
    await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25', { controllerPostId: control.postId });
    await tickAt('2026-12-30T09:00');
    const other = await city.post({ id: control.orgId }, 'staff');
    const from = { kind: 'acting' as const, fromDay: dayToDb('2026-12-31') };
    await city.db.appointment.create({ data: { personId: other.personId, postId: control.postId, ...from } });
    await tickAt('2026-12-31T09:00');
    expect(
      (await notices({ step: 'ladder-controller' })).map(({ recipient, outcome }) => [recipient, outcome]),
    ).toEqual([
      [`person:${control.personId}`, 'blocked'],
      [`person:${other.personId}`, null],
    ]);
  });
});

describe('what the issuer sets for one task', () => {
  it('comes before the organisation of the executor: days, repeats, naming', async () => {
    const place = await city.place(cityOrg, deputy, { naming: 'always' });
    const { taskId, shareIds } = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25');
    const own = { taskId, daysBefore: [1, 0], repeats: 'none', naming: 'never' as const };
    await city.db.reminderPolicy.create({ data: { ...own, changedAt: city.app.now(), changedById: deputy.personId } });
    await tickAt('2026-12-22T09:00', '2026-12-24T09:00', '2026-12-25T09:00', '2026-12-28T09:00', '2026-12-29T09:00');
    const told = await notices({ participationId: shareIds[0], recipient: `person:${heads[1]?.personId}` });
    expect(told.map(({ step }) => step)).toEqual(['before-1', 'on-day']);
    const [, last] = await messages({ subjectId: place });
    expect(await textOf(last as { id: bigint })).not.toContain('Ответственный');
  });

  it('makes a tick look as far ahead as a task on control wants it, and no further for one that is over', async () => {
    const { taskId } = await city.task(deputy, [heads[1] as PostBuilt], '2026-12-25', { issued: '2026-11-23T10:00' });
    const over = await city.task(deputy, [heads[2] as PostBuilt], '2026-12-25', { state: 'closed' });
    const by = { changedAt: city.app.now(), changedById: deputy.personId };
    await city.db.reminderPolicy.create({ data: { taskId, daysBefore: [10, 0], ...by } });
    await city.db.reminderPolicy.create({ data: { taskId: over.taskId, daysBefore: [14, 0], ...by } });
    expect(await longestOfTasks(city.app)).toBe(10);
    expect((await loadPolicies(city.app)).mostDays).toBe(7);
    await tickAt('2026-12-10T09:00', '2026-12-11T09:00');
    expect((await notices({ outcome: null, step: { startsWith: 'before' } })).map(({ step }) => step)).toEqual([
      'before-10',
    ]);
  });

  it('is nothing while it is paused, for anybody', async () => {
    await city.place(cityOrg, deputy);
    await city.task(deputy, heads, '2026-12-25', { pausedUntil: dayToDb('2027-01-10') });
    await tickAt('2026-12-25T09:00', '2026-12-28T09:00', '2027-01-05T09:00');
    expect(await messages()).toEqual([]);
    await tickAt('2027-01-11T09:00');
    expect((await messages()).length).toBeGreaterThan(0);
  });
});

describe('a tick', () => {
  it('asks the same number of questions for one share and for two hundred', async () => {
    const asked = async (day: string): Promise<number> => {
      city.at(`${day}T09:00`);
      return (await countStatements(() => remind(city.app))).statements;
    };
    await city.task(deputy, heads.slice(0, 1), '2026-12-25');
    const few = await asked('2026-12-22');
    for (let n = 0; n < 66; n++) await city.task(deputy, heads, '2026-12-25');
    expect(await asked('2026-12-24')).toBe(few);
  });
});

describe('what the deputy akim was told of', () => {
  it('are the tasks that the message names, whatever its own number in the outbox is', async () => {
    const [first, second] = [await city.task(deputy, heads, null), await city.task(deputy, heads, null)];
    const { personId, chatId } = deputy;
    const at = city.app.now();
    const told = { kind: 'reminders.raised', lane: 1, state: 'sent', dueAt: at, createdAt: at, dedupeKey: 'raised' };
    const row = {
      ...told,
      id: BigInt(second.taskId),
      personId,
      chatId: chatId ?? 0,
      data: { taskIds: [first.taskId] },
    };
    await city.db.outgoingMessage.create({ data: row });
    const known = await raisedBefore(city.app, [first.taskId, second.taskId]);
    expect([...known]).toEqual([`${personId}/${first.taskId}`]);
  });
});
