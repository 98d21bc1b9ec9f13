// A commitment that a head takes upon her own school (S19): from the words through report and acceptance by her superior, and into an assignment.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { decideAppeal, makeAppeal } from '../../src/discipline/actions.ts';
import { openAppeals } from '../../src/discipline/queries.ts';
import { rungPosts } from '../../src/reminders/plan.ts';
import { createDraft } from '../../src/tasks/draft-actions.ts';
import { issueTask, undoIssue } from '../../src/tasks/issue-actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let head: Person;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
  head = city.heads.get(2) ?? expect.unreachable();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const actorOf = async (person: Person): Promise<Actor> =>
  (await findActor(town.app, person.id)) ?? expect.unreachable();
const postOf = async (person: Person): Promise<number> => (await actorOf(person)).posts[0]?.postId ?? 0;
const tellings = (taskId: number) =>
  town.db.outgoingMessage.findMany({ where: { kind: 'tasks.promised', subjectId: taskId } });
const commitment = () => town.db.task.findFirstOrThrow({ where: { kind: 'commitment' }, orderBy: { id: 'asc' } });

describe('a commitment of one’s own', () => {
  it('is drafted for the own school, under the control of the nearest superior', async () => {
    await head.says('/task Обязуемся усилить работу с родителями до конца этого года');
    const { text } = head.lastMessage;
    expect(text).toContain('Проект обязательства');
    expect(text).toContain('• Школа № 2');
    expect(text).toContain('Контроль: Руководитель управления');
    expect(text).not.toContain('Нет исполнителя');
  });

  it('is controlled by whom of the superiors the head chooses, never by herself', async () => {
    await head.presses('Изменить');
    await head.presses('Контроль');
    const offered = head.lastMessage.buttons.flat();
    expect(offered.some((label) => label.includes('Заместитель акима'))).toBe(true);
    expect(offered.some((label) => label.includes('Директор'))).toBe(false);
    await head.presses('Руководитель управления');
    expect(head.lastMessage.text).toContain('Контроль: Руководитель управления');
  });

  it('asks once what its vague verb will be measured by, and takes the answer', async () => {
    await head.presses('Выдать');
    expect(head.lastMessage.text).toContain('Чем измерим результат?');
    expect((await commitment()).state).toBe('draft');
    await head.presses('Указать показатель');
    await head.says('12 встреч');
    expect(head.lastMessage.text).toContain('Усилить работу с родителями (12 встреч)');
    expect(await commitment()).toMatchObject({ indicators: [{ value: 12 }] });
    await head.presses('Выдать');
    await town.settle();
    expect(await commitment()).toMatchObject({
      state: 'issued',
      issuerPostId: await postOf(head),
      controllerPostId: await postOf(city.department),
    });
    const share = await town.db.participation.findFirstOrThrow();
    expect(share).toMatchObject({ postId: await postOf(head), force: 'commitment', state: 'assigned' });
  });

  it('is told once to whoever controls it, with its card, and to nobody else above', async () => {
    const { id } = await commitment();
    const { text, buttons } = city.department.lastMessage;
    expect(text).toMatch(
      /Школа № 2: принято обязательство\. Его исполнение контролируете вы\.\n📌 Обязательство № Т-1/,
    );
    expect(text).toContain('Усилить работу с родителями (12 встреч)');
    expect(buttons.flat()).toContain('Подробнее');
    const told = await tellings(id);
    expect(told.map(({ personId, lane }) => [personId, lane])).toEqual([
      [(await actorOf(city.department)).personId, 1],
    ]);
  });

  it('lets the head neither cancel nor change it: that is for whoever controls it', async () => {
    const { id } = await commitment();
    for (const verb of ['tasks.cancel', 'tasks.close', 'tasks.correct', 'extensions.forall', 'shares.list'])
      expect((await head.forges(head.lastMessage, `${verb}:${id}`)).alert, verb).toBe(true);
    await head.forges(head.lastMessage, `tasks.open:${id}`);
    await town.settle();
    expect(head.lastMessage.buttons.flat().join()).not.toMatch(/Отменить поручение|Исправить|Снять с контроля/);
    await city.department.forges(city.department.lastMessage, `tasks.open:${id}`);
    await town.settle();
    expect(city.department.lastMessage.buttons.flat().join()).toMatch(/Исправить/);
  });

  it('is reported by the head and accepted by the superior alone, and counts in discipline', async () => {
    await head.says('Выполнено, проведено 12 встреч с родителями');
    town.clock.advance({ minutes: 11 });
    await town.tick();
    const { id: reportId } = await town.db.report.findFirstOrThrow();
    expect(city.department.lastMessage.text).toMatch(/На рассмотрении: 1[^]*№ Т-1 · Школа № 2/);
    await head.says('/discipline');
    expect(head.lastMessage.text).toContain('нет поручений со сроком');
    await head.forges(head.lastMessage, `reports.accept:${reportId}`);
    expect(await town.db.report.findFirstOrThrow()).toMatchObject({ state: 'submitted' });
    await city.department.presses('№ Т-1 · Школа № 2');
    expect(city.department.lastMessage.text).toContain('12 встреч с родителями');
    await city.department.forges(city.department.lastMessage, `reports.accept:${reportId}`);
    await town.settle();
    const share = await town.db.participation.findFirstOrThrow();
    expect(share).toMatchObject({ state: 'accepted', inTime: true, force: 'commitment' });
    expect(await town.db.report.findFirstOrThrow()).toMatchObject({ decidedByPostId: await postOf(city.department) });
    await head.says('/discipline');
    expect(head.lastMessage.text).not.toContain('нет поручений со сроком');
  });

  it('is turned into an assignment by a superior, both naming the other; not by the head', async () => {
    await head.says('/task Обязуемся открыть кружок шахмат до 14.12.2026');
    await head.presses('Выдать');
    await town.settle();
    const promised = await town.db.task.findFirstOrThrow({ where: { kind: 'commitment' }, orderBy: { id: 'desc' } });
    expect(promised.state).toBe('issued');
    await head.forges(head.lastMessage, `tasks.convert:${promised.id}`);
    expect(await town.db.task.count({ where: { convertedFromId: promised.id } })).toBe(0);
    const { deputy } = city;
    await deputy.forges(deputy.lastMessage, `tasks.open:${promised.id}`);
    await town.settle();
    await deputy.presses('Дать как поручение');
    expect(deputy.lastMessage.text).toContain('Проект поручения');
    await deputy.presses('Выдать');
    await town.settle();
    const made = await town.db.task.findFirstOrThrow({ where: { convertedFromId: promised.id } });
    expect(made).toMatchObject({ kind: 'assignment', state: 'issued', issuerPostId: await postOf(deputy) });
    await deputy.forges(deputy.lastMessage, `tasks.open:${made.id}`);
    await town.settle();
    expect(deputy.lastMessage.text).toContain(`Дано на основе: обязательство № ${promised.number}`);
  });

  it('is issued as it is by a second press', async () => {
    await head.says('/task Обязуемся активизировать работу кружков до 21.12.2026');
    await head.presses('Выдать');
    await head.presses('Выдать как есть');
    await town.settle();
    const issued = await town.db.task.findFirstOrThrow({ where: { headline: { contains: 'ктивизировать' } } });
    expect(issued.state).toBe('issued');
  });

  it('is understood in Kazakh as well', async () => {
    const other = city.heads.get(1) ?? expect.unreachable();
    await other.says('/task Ата-аналармен жұмысты 25 желтоқсанға дейін күшейтуге міндеттенеміз');
    expect(other.lastMessage.text).toMatch(/Міндеттеме жобасы[^]*№ 1 мектеп/);
    await other.presses('Беру');
    expect(other.lastMessage.text).toContain('Нәтиже немен өлшенеді?');
    await other.presses('Осы күйінде беру');
    await town.settle();
    const where = { kind: 'commitment' as const, issuerPostId: await postOf(other) };
    expect(await town.db.task.findFirstOrThrow({ where })).toMatchObject({ state: 'issued' });
  });
});

describe('whoever controls a commitment', () => {
  const promised = async (): Promise<{ taskId: number; actor: Actor }> => {
    const actor = await actorOf(head);
    const { taskId } = await createDraft(town.app, actor, {
      ...{ text: 'Провести 3 субботника', locale: 'ru', kind: 'commitment', due: '2026-12-25', term: 'dated' },
      executorPostIds: [await postOf(head)],
    });
    return { taskId, actor };
  };

  it('hears nothing of one that is taken back in time, and of the same issued again once', async () => {
    const { taskId, actor } = await promised();
    await issueTask(town.app, actor, { taskId, undoSeconds: 60 });
    await undoIssue(town.app, actor, { taskId });
    town.clock.advance({ minutes: 2 });
    await town.settle();
    expect((await tellings(taskId)).map(({ state }) => state)).toEqual(['cancelled']);
    await issueTask(town.app, actor, { taskId, undoSeconds: 0 });
    await town.settle();
    expect((await tellings(taskId)).map(({ state }) => state).sort()).toEqual(['cancelled', 'sent']);
  });

  it('hears of a periodic one, not of each of its periods', async () => {
    const actor = await actorOf(head);
    const { taskId } = await createDraft(town.app, actor, {
      ...{ text: 'Проводить субботник', locale: 'ru', kind: 'commitment', due: '2026-12-25', term: 'dated' },
      ...{ recurrence: 'FREQ=MONTHLY;BYMONTHDAY=25', executorPostIds: [await postOf(head)] },
    });
    const before = await town.db.outgoingMessage.count({ where: { kind: 'tasks.promised' } });
    const { period } = await issueTask(town.app, actor, { taskId, undoSeconds: 0 });
    await town.settle();
    expect(period).toMatch(/\/1$/);
    expect(await town.db.outgoingMessage.count({ where: { kind: 'tasks.promised' } })).toBe(before + 1);
    expect((await tellings(taskId)).map(({ state }) => state)).toEqual(['sent']);
    expect(city.department.messages.some(({ text }) => /контролируете вы[^]*Проводить субботник/.test(text))).toBe(
      true,
    );
  });

  it('is told without a sound of what is issued so', async () => {
    const { taskId, actor } = await promised();
    await issueTask(town.app, actor, { taskId, way: 'silent' });
    expect((await tellings(taskId)).map(({ silent }) => silent)).toEqual([true]);
  });

  it('gets no second message as somebody who has to execute it', async () => {
    const { personId } = await actorOf(city.department);
    const seat = { personId, postId: await postOf(head), kind: 'acting' as const, fromDay: new Date('2026-11-01') };
    const { id } = await town.db.appointment.create({ data: seat });
    const { taskId, actor } = await promised();
    await issueTask(town.app, actor, { taskId, undoSeconds: 0 });
    await town.db.appointment.delete({ where: { id } });
    const given = { kind: 'tasks.assigned', personId, data: { path: ['taskId'], equals: taskId } };
    expect(await town.db.outgoingMessage.count({ where: given })).toBe(1);
    expect(await tellings(taskId)).toEqual([]);
    expect(await town.db.undelivered.count({ where: { kind: 'tasks.promised' } })).toBe(0);
  });

  it('who cannot be written to stands in the ledger', async () => {
    const { personId } = await actorOf(city.department);
    await town.db.person.update({ where: { id: personId }, data: { blockedAt: town.clock.now() } });
    const { taskId, actor } = await promised();
    await issueTask(town.app, actor, { taskId, undoSeconds: 0 });
    await town.db.person.update({ where: { id: personId }, data: { blockedAt: null } });
    expect(await tellings(taskId)).toEqual([]);
    const missed = await town.db.undelivered.findMany({ where: { kind: 'tasks.promised' } });
    expect(missed).toMatchObject([{ personId, postId: await postOf(city.department), subjectId: taskId }]);
    expect(missed[0]).toMatchObject({ reason: 'blocked', data: { taskId } });
  });

  it('hears nothing any more when the post is somebody else’s as the message leaves', async () => {
    const { taskId, actor } = await promised();
    await issueTask(town.app, actor, { taskId, undoSeconds: 60 });
    const [own, other] = [await postOf(city.department), await postOf(city.secretary)];
    const { personId } = await actorOf(city.department);
    await town.db.appointment.updateMany({ where: { postId: own }, data: { postId: other } });
    town.clock.advance({ minutes: 2 });
    await town.settle();
    await town.db.appointment.updateMany({ where: { postId: other, personId }, data: { postId: own } });
    expect((await tellings(taskId)).map(({ state }) => state)).toEqual(['cancelled']);
  });
});

describe('forged', () => {
  const forged = { text: 'Провести собрание', locale: 'ru' as const, due: '2026-12-25', term: 'dated' as const };
  it.each([
    ['a commitment of another school', 'commitment', 1],
    ['an assignment to oneself', 'assignment', 2],
    ['a recommendation to oneself', 'recommendation', 2],
  ] as const)('%s is not issued', async (_, kind, school) => {
    const postId = await postOf(city.heads.get(school) ?? expect.unreachable());
    const actor = await actorOf(head);
    const { taskId } = await createDraft(town.app, actor, { ...forged, kind, executorPostIds: [postId] });
    await expect(issueTask(town.app, actor, { taskId })).rejects.toThrow('tasks-may-not-issue-to-these');
  });

  it('a commitment of oneself together with another school is not issued, nor one controlled by oneself', async () => {
    const [actor, own] = [await actorOf(head), await postOf(head)];
    const other = await postOf(city.heads.get(1) ?? expect.unreachable());
    const both = await createDraft(town.app, actor, {
      ...{ ...forged, kind: 'commitment' as const, executorPostIds: [own, other] },
    });
    await expect(issueTask(town.app, actor, both)).rejects.toThrow('tasks-may-not-issue-to-these');
    const self = await createDraft(town.app, actor, {
      ...{ ...forged, kind: 'commitment' as const, executorPostIds: [own], controllerPostId: own },
    });
    await issueTask(town.app, actor, self);
    const task = await town.db.task.findUniqueOrThrow({ where: { id: self.taskId } });
    expect(task.controllerPostId).toBe(await postOf(city.department));
  });

  it('the words of a head that somebody else answers bind nobody by themselves', async () => {
    const said = await head.in(city.group).says('Обязуемся обновить стенды до 25 декабря');
    const here = city.deputy.in(city.group);
    await here.replies(said, '/task@orynda_bot');
    expect(here.lastMessage.text).toMatch(/Обновить стенды[^]*Нет исполнителя/);
  });

  it('the words about another school leave nobody to promise for', async () => {
    await head.says('/task Школа № 1 обязуется усилить охрану до 25 декабря');
    expect(head.lastMessage.text).toMatch(/Вне ваших полномочий[^]*Нет исполнителя/);
  });
});

describe('a commitment that is late', () => {
  it('climbs to whoever controls it, once, and an appeal is decided there, not by the head', async () => {
    town.clock.set('2026-12-22T10:00');
    const { id: participationId } = await town.db.participation.findFirstOrThrow({
      where: { task: { headline: { contains: 'ктивизировать' } } },
    });
    const [controllerPostId, postId] = [await postOf(city.department), await postOf(head)];
    const share = { postId, controllerPostId, issuerPostId: postId, responsiblePostId: null };
    expect(rungPosts(share as Parameters<typeof rungPosts>[0])).toEqual([
      ['executor', postId],
      ['controller', controllerPostId],
    ]);
    const [author, superior] = [await actorOf(head), await actorOf(city.department)];
    await makeAppeal(town.app, author, { participationId, fault: 'overdue', text: 'Карантин', requestKey: 'late' });
    await town.settle();
    expect(city.department.lastMessage.text).toContain('Карантин');
    expect(await openAppeals(town.app, author)).toEqual([]);
    const [appeal] = await openAppeals(town.app, superior);
    const decision = { appealId: appeal?.appealId ?? 0, granted: true, answer: '' };
    await expect(decideAppeal(town.app, author, decision)).rejects.toThrow('discipline-own-appeal');
    await decideAppeal(town.app, superior, decision);
    expect(await openAppeals(town.app, superior)).toEqual([]);
  });
});
