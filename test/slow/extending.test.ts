// J9: an executor asks for more time, those concerned have their say, the issuing level decides; reminders follow the new date.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { approveExtension, declineExtension } from '../../src/extensions/decide-actions.ts';
import { UserError } from '../../src/errors.ts';
import { findActor } from '../../src/org/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 8 });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

function head(n: number): Person {
  const person = city.heads.get(n);
  if (!person) throw new Error(`no head of school ${n}`);
  return person;
}

async function issue(words: string): Promise<{ taskId: number; number: string; share: number }> {
  await city.deputy.says(`/task ${words}`);
  await city.deputy.presses('Выдать');
  await town.settle();
  const task = await town.db.task.findFirstOrThrow({
    where: { state: 'issued' },
    orderBy: { id: 'desc' },
    include: { participations: true },
  });
  return { taskId: task.id, number: task.number ?? '', share: task.participations[0]?.id ?? 0 };
}

const shareOf = (id: number) => town.db.participation.findUniqueOrThrow({ where: { id } });
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
const requestsOf = (participationId: number) =>
  town.db.extension.findMany({ where: { participationId }, orderBy: { id: 'asc' } });
const actorOf = async (person: Person) => (await findActor(town.app, person.id)) ?? expect.unreachable();

describe('one executor', () => {
  let share: number;
  let taskId: number;

  it('writes until when, sees the date with its weekday, chooses a reason', async () => {
    ({ share, taskId } = await issue('Школе № 2 отремонтировать пандус до 25.12.2026'));
    await head(2).replies(head(2).lastMessage, 'Перенесите на 15 января');
    expect(head(2).lastMessage.text).toContain('25.12 → 15.01, 15 января 2027 г., пятница');
    expect(await requestsOf(share)).toEqual([]);
    await head(2).presses('Нет материалов');
    await town.settle();
    expect(head(2).lastMessage.text).toContain('передан: 25.12 → 15.01');
    const [request, ...rest] = await requestsOf(share);
    expect(rest).toEqual([]);
    expect(request).toMatchObject({
      state: 'requested',
      reason: 'Нет материалов',
      late: false,
      proposedDue: day('2027-01-15'),
    });
    expect(await shareOf(share)).toMatchObject({ due: day('2026-12-25'), extensionCount: 0 });
  });

  it('cannot ask twice at once, nor with the same words again', async () => {
    await changingNothing(town, async () => {
      await head(2).says('прошу продлить до 20 января');
      expect(head(2).lastMessage.text).toContain('уже есть запрос о продлении до 15.01.2027');
    });
  });

  it('is shown to the issuer alone, who approves', async () => {
    expect(head(4).messages.some(({ text }) => text.includes('продлен'))).toBe(false);
    const asked = city.deputy.lastMessage;
    expect(asked.text).toContain('25.12 → 15.01 (1-е продление, +21 день) · 15 января 2027 г., пятница');
    expect(asked.text).toContain('Причина: Нет материалов');
    const approve = asked.keyboard.flat().find(({ text }) => text === 'Продлить до 15.01.2027')?.callback_data ?? '';
    await changingNothing(town, async () => {
      const refused = await head(4).forges(head(4).lastMessage, approve);
      expect(refused.text).toContain('нет права');
      await head(2).forges(head(2).lastMessage, approve);
    });
    await city.deputy.presses('Продлить до 15.01.2027');
    await town.settle();
    expect(await shareOf(share)).toMatchObject({
      due: day('2027-01-15'),
      firstDue: day('2026-12-25'),
      extensionCount: 1,
      state: 'assigned',
    });
    const again = await city.deputy.forges(asked, approve);
    expect(again.text).toContain('уже есть решение (продлено): Заместитель акима');
    expect(await shareOf(share)).toMatchObject({ extensionCount: 1 });
  });

  it('reads the new date, also where the task was given and in the group', async () => {
    expect(head(2).lastMessage.text).toContain('25.12 → 15.01 (1-е продление, +21 день) · 15 января 2027 г., пятница');
    const given = head(2).inbox.find(({ text }) => text.includes('Вам дано поручение'));
    expect(given?.text).toContain('25.12 → 15.01 (1-е продление, +21 день)');
    const card = city.deputy.in(city.group).messages.findLast(({ text }) => text.includes('пандус'));
    expect(card?.text).toContain('25.12 → 15.01 (ұзарту саны: 1, +21 күн)');
    expect(card?.text).toContain('25.12 → 15.01 (1-е продление, +21 день)');
    const events = await town.db.journalEvent.findMany({
      where: { verb: { startsWith: 'extensions.' } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ verb }) => verb)).toEqual(['extensions.requested', 'extensions.approved']);
    expect(events[1]?.data).toMatchObject({
      taskId,
      participationId: share,
      before: { due: '2026-12-25', extensionCount: 0 },
      after: { due: '2027-01-15', extensionCount: 1 },
    });
  });

  it('is reminded by the new date and no more by the old one', async () => {
    town.clock.set('2026-12-22T09:05');
    await town.tick();
    expect(await town.db.notice.count({ where: { participationId: share, step: { startsWith: 'before' } } })).toBe(0);
    town.clock.set('2027-01-12T09:05');
    await town.tick();
    const notices = await town.db.notice.findMany({
      where: { participationId: share, step: 'before-3', recipient: { startsWith: 'person' } },
    });
    expect(notices.map(({ due }) => due)).toEqual([day('2027-01-15')]);
  });

  it('asks late, is declined with a reason, and a date reminded of before is reminded of anew when it moves', async () => {
    town.clock.set('2027-01-14T10:00');
    await head(2).says('15 қаңтар емес, 29 қаңтарға ауыстырыңыз');
    await head(2).says('/cancel');
    await head(2).says('перенесите на 29 января, подрядчик задерживает поставку');
    expect(head(2).lastMessage.text).toContain('Запрос поздний');
    await head(2).presses('Причина указана в сообщении');
    await town.settle();
    const [, late] = await requestsOf(share);
    expect(late).toMatchObject({ late: true, reason: 'перенесите на 29 января, подрядчик задерживает поставку' });
    await city.deputy.presses('Отказать');
    await city.deputy.presses('Срок уже продлевался');
    await town.settle();
    expect(head(2).lastMessage.text).toContain('отказано');
    expect(head(2).lastMessage.text).toContain('Причина: Срок уже продлевался');
    // Whoever decided reads what was decided, not only that nothing waits any more.
    const outcome = city.deputy.inbox.findLast(({ text }) => text.includes('Запросов о продлении нет'));
    expect(outcome?.text).toMatch(/^Школа № 2\nВ продлении .* отказано. Причина: Срок уже продлевался/);
    expect(await shareOf(share)).toMatchObject({ due: day('2027-01-15'), extensionCount: 1 });
    // Asked again: another date than the one asked for is set, and the steps of the new date come again.
    await head(2).says('продлите на 10 дней');
    expect(head(2).lastMessage.text).toContain('15.01 → 25.01');
    await head(2).says('Ждём бетон');
    await town.settle();
    await city.deputy.presses('Другая дата');
    await town.db.organisation.updateMany({ where: { code: 's2' }, data: { dayOffPolicy: 'previous' } });
    await changingNothing(town, () => city.deputy.says('23 января'));
    expect(city.deputy.lastMessage.text).toContain('15.01 → 22.01, 22 января 2027 г., пятница');
    expect(city.deputy.lastMessage.text).toContain('23.01.2027 — выходной день');
    await city.deputy.presses('Продлить до 22.01.2027');
    await town.settle();
    expect(await shareOf(share)).toMatchObject({
      due: day('2027-01-22'),
      firstDue: day('2026-12-25'),
      extensionCount: 2,
    });
    expect(head(2).lastMessage.text).toContain('Дата установлена не та');
    town.clock.set('2027-01-19T09:05');
    await town.tick();
    const steps = await town.db.notice.findMany({
      where: { participationId: share, step: 'before-3', recipient: { startsWith: 'person' } },
      orderBy: { due: 'asc' },
    });
    expect(steps.map(({ due }) => due)).toEqual([day('2027-01-15'), day('2027-01-22')]);
  });
});

describe('what cannot be', () => {
  it('is refused kindly: no such day, past, earlier, beyond the task above, somebody else, over', async () => {
    town.clock.set('2027-01-25T10:00');
    const { share, number } = await issue('Школе № 4 обновить стенд до 05.02.2027');
    const parent = await issue('Школе № 6 убрать снег до 10.02.2027');
    const task = await town.db.participation.findUniqueOrThrow({ where: { id: share }, select: { taskId: true } });
    await town.db.task.update({ where: { id: task.taskId }, data: { parentShareId: parent.share } });
    await changingNothing(town, async () => {
      await head(4).says('перенесите на 31 февраля');
      expect(head(4).inbox.at(-2)?.text).toContain('Такой даты в календаре нет');
      expect(head(4).lastMessage.text).toContain('До какой даты нужно продлить?');
      await head(4).says('30.01.2027');
      expect(head(4).lastMessage.text).toContain('06.02.2027');
      await head(4).presses('Не нужно');
      await head(4).says('перенесите на 01.02.2027');
      expect(head(4).inbox.at(-2)?.text).toContain('Срок и так 05.02.2027');
      await head(4).presses('Не нужно');
      await head(4).says('перенесите на 11.02.2027');
      expect(head(4).inbox.at(-2)?.text).toContain('Срок вышестоящего поручения: 10.02.2027');
      await head(4).says('/cancel');
      const foreign = await head(8).forges(head(8).lastMessage, `extensions.ask:${share}`);
      expect(foreign.text).toContain('дано не вам');
      for (const data of [
        'extensions.ask:x',
        'extensions.approve:999999',
        'extensions.same:1:2027-02-31:5',
        'extensions.refuse:1:no',
      ])
        expect((await city.deputy.forges(city.deputy.lastMessage, data)).text, data).not.toBe('');
    });
    await head(4).presses('Попросить продлить');
    await head(4).says('10.02.2027');
    await head(4).presses('Не хватает людей');
    await town.settle();
    const [request] = await requestsOf(share);
    await city.deputy.says('/my');
    // The controller of a task of one executor is its issuer; the department sees the task and may not decide.
    const id = request?.id ?? 0;
    expect((await city.department.forges(city.department.lastMessage, `extensions.approve:${id}`)).text).toContain(
      'нет права',
    );
    await head(4).presses('Отозвать запрос');
    await town.settle();
    expect(await requestsOf(share)).toMatchObject([{ state: 'withdrawn' }]);
    expect((await city.deputy.forges(city.deputy.lastMessage, `extensions.approve:${id}`)).text).toContain('отозван');
    await head(4).replies(
      head(4).inbox.find(({ text }) => text.includes(`№ ${number}`)) ?? head(4).lastMessage,
      'Выполнено, стенд обновлён',
    );
    await town.settle();
    const late = await head(4).forges(head(4).lastMessage, `extensions.ask:${share}`);
    expect(late.text).toContain('уже на рассмотрении');
  });

  it('a request whose share was cancelled has expired, and two decisions at once are one', async () => {
    const one = await issue('Школе № 2 покрасить забор до 12.02.2027');
    await head(2).replies(head(2).lastMessage, 'перенесите на 19 февраля');
    await head(2).presses('Ждём подрядчика');
    await town.settle();
    const [request] = await requestsOf(one.share);
    const deputy = await actorOf(city.deputy);
    const extensionId = request?.id ?? 0;
    const both = await Promise.allSettled([
      approveExtension(town.app, deputy, { extensionId }),
      declineExtension(town.app, deputy, { extensionId, reason: 'Времени достаточно' }),
    ]);
    const lost = both.filter((each): each is PromiseRejectedResult => each.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(UserError);
    expect(lost[0]?.reason).toMatchObject({ key: 'extensions-decided-already' });
    const two = await issue('Школе № 2 помыть окна до 12.02.2027');
    await head(2).replies(head(2).lastMessage, 'перенесите на 19 февраля');
    await head(2).presses('Ждём подрядчика');
    await city.deputy.forges(city.deputy.lastMessage, `tasks.cancel:${two.taskId}`);
    await city.deputy.says('Не требуется');
    await town.tick();
    expect(await requestsOf(two.share)).toMatchObject([{ state: 'expired' }]);
  });
});

describe('a co-executor', () => {
  it('is heard by the responsible one first, whose opinion the issuer reads and may overrule', async () => {
    await town.db.organisation.updateMany({ where: { code: 's6' }, data: { dayOffPolicy: 'next' } });
    const { taskId } = await issue('Школам № 4 и № 6 подготовить выставку до 01.03.2027');
    const share = await town.db.participation.findFirstOrThrow({ where: { taskId, role: 'co_executor' } });
    const given = head(6).lastMessage;
    await head(6).replies(given, 'перенесите на 2 марта');
    expect(head(6).inbox.at(-2)?.text).toContain('Срок ответственного исполнителя: 01.03.2027');
    await head(6).presses('Не нужно');
    await head(6).replies(given, 'перенесите на 27 февраля');
    // A Saturday: by the setting of the school the date is the next working day.
    expect(head(6).lastMessage.text).toContain('1 марта 2027 г., понедельник');
    expect(head(6).lastMessage.text).toContain('27.02.2027 — выходной день');
    await head(6).presses('Не хватает людей');
    await town.settle();
    expect(head(4).lastMessage.text).toContain('Запрос о продлении срока');
    expect(head(4).lastMessage.buttons.flat()).not.toContain('Отказать');
    await head(4).presses('Поддерживаю');
    await town.settle();
    const asked = city.deputy.inbox.findLast(({ text }) => text.includes('Запрос о продлении срока'));
    expect(asked?.text).toContain('Директор школы, Школа № 4: поддерживает');
    await city.deputy.presses('Отказать', asked);
    await city.deputy.presses('Времени достаточно', asked);
    await town.settle();
    expect(await requestsOf(share.id)).toMatchObject([{ state: 'declined', comment: 'Времени достаточно' }]);
    expect((await shareOf(share.id)).extensionCount).toBe(0);
  });

  it('keeps an internal date before that of the responsible one when the task is extended for all', async () => {
    const { taskId } = await issue('Школам № 4 и № 6 подготовить ярмарку до 01.03.2027');
    await city.deputy.forges(city.deputy.lastMessage, `extensions.forall:${taskId}`);
    await city.deputy.says('19 марта');
    await city.deputy.says('Ремонт зала');
    expect(city.deputy.lastMessage.text).toContain('Соисполнителям (1) устанавливается внутренний срок');
    await city.deputy.presses('Продлить: 2');
    await town.settle();
    const shares = await town.db.participation.findMany({ where: { taskId }, orderBy: { id: 'asc' } });
    expect(shares.map(({ role, due }) => [role, due])).toEqual([
      ['responsible', day('2027-03-19')],
      ['co_executor', day('2027-03-16')],
    ]);
    const made = await town.db.extension.findMany({ where: { participation: { taskId } }, orderBy: { id: 'asc' } });
    expect(made.map(({ newDue }) => newDue)).toEqual([day('2027-03-19'), day('2027-03-16')]);
  });
});

describe('a task for all schools', () => {
  let taskId: number;

  it('collapses the requests into one living message of the issuer and of the control section', async () => {
    ({ taskId } = await issue('Всем школам: провести учебную эвакуацию до 20.02.2027'));
    for (const n of [2, 4, 6]) {
      await head(n).replies(head(n).lastMessage, 'перенесите на 26 февраля');
      await head(n).presses('Не хватает людей');
    }
    await head(1).replies(head(1).lastMessage, '1 наурызға ауыстырыңыз');
    await head(1).presses('Материал жоқ');
    await town.settle();
    const lists = city.deputy.inbox.filter(
      ({ text }) => text.includes('Запросы о продлении по поручению') && text.includes('№ '),
    );
    expect(lists).toHaveLength(1);
    expect(lists[0]?.text).toContain(': 4');
    expect(lists[0]?.text).toContain('Школа № 2');
    expect(city.controller.lastMessage.text).toContain('Запросы о продлении по поручению');
    expect(city.controller.lastMessage.buttons.flat()).not.toContain('Продлить всем до 26.02.2027: 3');
  });

  it('lets the control section say what it thinks, which decides nothing', async () => {
    await city.controller.presses('1');
    await city.controller.presses('Не поддерживаю');
    await city.controller.says('Эвакуация занимает час');
    await town.settle();
    const opinion = await town.db.extensionOpinion.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(opinion).toMatchObject({ agrees: false, comment: 'Эвакуация занимает час' });
    const forged = await city.controller.forges(
      city.controller.lastMessage,
      `extensions.approve:${opinion.extensionId}`,
    );
    expect(forged.text).toContain('только тот, кто дал поручение');
    expect(await town.db.extension.count({ where: { id: opinion.extensionId, state: 'requested' } })).toBe(1);
  });

  it('approves those who ask for the same date by one press, and moves it for all by an act of its own', async () => {
    const list = city.deputy.inbox.findLast(({ text }) => text.includes('Запросы о продлении'));
    expect(list?.text).toContain('👎 1');
    await city.deputy.presses('Продлить всем до 26.02.2027: 3', list);
    await town.settle();
    const moved = await town.db.participation.count({ where: { taskId, due: day('2027-02-26'), extensionCount: 1 } });
    expect(moved).toBe(3);
    await city.deputy.forges(city.deputy.lastMessage, `extensions.forall:${taskId}`);
    await city.deputy.says('5 марта');
    await city.deputy.says('Объявлен карантин');
    expect(city.deputy.lastMessage.text).toContain('кто ещё не исполнил: 8');
    await city.deputy.presses('Продлить: 8');
    await town.settle();
    expect(
      [...city.heads.values()].some(({ lastMessage }) => lastMessage.text.endsWith('Причина: Объявлен карантин')),
    ).toBe(true);
    const shares = await town.db.participation.findMany({ where: { taskId } });
    expect(shares.every(({ due }) => due?.getTime() === day('2027-03-05').getTime())).toBe(true);
    expect(shares.filter(({ extensionCount }) => extensionCount === 2)).toHaveLength(3);
    expect(await town.db.extension.count({ where: { participation: { taskId }, state: 'approved' } })).toBe(8 + 3);
    expect(await town.db.extension.count({ where: { participation: { taskId }, state: 'requested' } })).toBe(0);
    expect(await town.db.task.findUniqueOrThrow({ where: { id: taskId } })).toMatchObject({ due: day('2027-03-05') });
    const where = { verb: 'extensions.extended-all', entityId: taskId };
    const { data } = await town.db.journalEvent.findFirstOrThrow({ where });
    expect((data as { shares: unknown[] }).shares).toHaveLength(8);
    expect(head(8).lastMessage.text).toContain('20.02 → 05.03 (1-е продление, +13 дней)');
    expect(head(1).lastMessage.text).toContain('ұзартылды');
  });

  it('is not moved for all by the control section, nor by an executor', async () => {
    await changingNothing(town, async () => {
      for (const person of [city.controller, city.department, head(2)]) {
        const refused = await person.forges(person.lastMessage, `extensions.forall:${taskId}`);
        expect(refused.text).not.toBe('');
      }
    });
  });
});
