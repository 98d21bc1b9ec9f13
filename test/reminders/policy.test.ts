// How reminders are set by people: an organisation's policy, a task's own, its pause; the half of a term; what is grave; who cannot be reached.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { quietHours } from '../../src/reminders/quiet-queries.ts';
import { raise } from '../../src/reminders/raise-actions.ts';
import { markTask } from '../../src/tasks/mark-actions.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00' });
  city = await buildCity(town, { schools: 6, silent: [5] });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;
const events = (verb: string) => town.db.journalEvent.findMany({ where: { verb }, orderBy: { id: 'asc' } });
const orgOf = (code: string) => town.db.organisation.findFirstOrThrow({ where: { code } });

/** What somebody hears at these moments. */
async function heard(person: Person, ...moments: string[]): Promise<string[]> {
  const before = person.inbox.length;
  for (const moment of moments) {
    town.clock.set(moment);
    await town.tick();
  }
  return person.inbox.slice(before).map(({ text }) => text);
}

async function issue(words: string, by = city.deputy): Promise<{ id: number; number: string }> {
  await by.says(words);
  await by.presses('Выдать');
  await town.settle();
  const task = await town.db.task.findFirstOrThrow({ where: { state: { not: 'draft' } }, orderBy: { id: 'desc' } });
  return { id: task.id, number: task.number ?? '' };
}

describe("an organisation's policy", () => {
  it('is set in three taps by the secretary of the body, told in words, and kept in the journal', async () => {
    await city.secretary.says('/reminders');
    const panel = city.secretary.lastMessage;
    expect(panel.text).toContain('Мерзімге дейін, жұмыс күні: 7, 3, 1, мерзім күні (әдеттегі тәртіп)');
    expect(panel.text).toContain('Сағаты: 09:00–18:00 (әдеттегі тәртіп)');
    await city.secretary.presses('Мерзімге дейін', panel);
    await city.secretary.presses('3, 1, мерзім күні', panel);
    expect(panel.text).toContain('Мерзімге дейін, жұмыс күні: 3, 1, мерзім күні\n');
    await city.secretary.presses('Сағаты', panel);
    await city.secretary.presses('10:00–19:00', panel);
    expect(panel.text).toContain('Сағаты: 10:00–19:00\n');
    const set = await events('reminders.policy-set');
    expect(set).toHaveLength(2);
    expect(set[0]).toMatchObject({ entity: 'organisation', data: { before: null, after: { daysBefore: [3, 1, 0] } } });
  });

  it('is inherited by the schools below, who may set their own, and nobody sets it for others', async () => {
    await head(2).says('/reminders');
    const panel = head(2).lastMessage;
    expect(panel.text).toContain('До срока, рабочих дней: 3, 1, в день срока (Акимат города Үлгі)');
    await head(2).presses('Часы', panel);
    await head(2).presses('08:00–17:00', panel);
    expect(panel.text).toContain('Часы: 08:00–17:00\n');
    await head(2).presses('Часы', panel);
    await head(2).presses('Как в вышестоящей организации', panel);
    expect(panel.text).toContain('Часы: 10:00–19:00 (Акимат города Үлгі)');
    const { id } = await orgOf('city');
    const refused = await head(2).forges(panel, `reminders.set:${id}:days:0`);
    expect(refused.text).toContain('меняет руководитель или секретарь организации');
  });

  it('moves the hours of what is said, and keeps an own day off quiet', async () => {
    await issue('Школе № 2 и школе № 4 отремонтировать пандус до 04.12.2026');
    await head(2).presses('Ознакомлен(а)');
    await head(2).says('/reminders');
    await head(2).presses('Тихие дни');
    await head(2).presses('Свои выходные дни');
    await head(2).says('03.12.2026 - 03.12.2026');
    expect(head(2).lastMessage.text).toBe('Сохранено. Дней без напоминаний: 1');
    expect(await heard(head(2), '2026-12-01T09:00', '2026-12-01T09:55')).toEqual([]);
    const [text] = await heard(head(2), '2026-12-01T10:00');
    expect(text).toContain('осталось 3 рабочих дня');
    expect(await heard(head(2), '2026-12-03T10:00', '2026-12-03T15:00')).toEqual([]);
    const quiet = quietHours();
    const isQuiet = async (person: Person) => {
      const { id, chatId } = await town.db.person.findFirstOrThrow({ where: { telegramId: BigInt(person.id) } });
      return quiet(town.app, { chatId: chatId ?? 0, personId: id });
    };
    expect([await isQuiet(head(2)), await isQuiet(head(4)), await isQuiet(city.deputy)]).toEqual([true, false, false]);
    const { id: chatId } = await town.db.chat.findFirstOrThrow({ where: { telegramId: BigInt(city.group.id) } });
    expect(await quiet(town.app, { chatId, personId: null })).toBe(false);
    town.clock.set('2026-12-03T22:00');
    expect([await isQuiet(head(4)), await quiet(town.app, { chatId, personId: null })]).toEqual([true, true]);
    expect((await heard(head(2), '2026-12-04T10:00')).join()).toContain('истекает сегодня');
  });
});

describe('who cannot be reached', () => {
  it('is named by post in the group once a working day, with a way in, and hears again after coming back', async () => {
    town.clock.set('2026-12-07T10:30');
    const { number } = await issue('Школам № 5 и № 6 проверить освещение до 25.12.2026');
    await head(6).blocksBot();
    const group = city.deputy.in(city.group);
    const before = group.messages.length;
    await heard(city.deputy, '2026-12-08T10:30', '2026-12-08T11:00', '2026-12-08T15:00');
    const named = group.messages.slice(before).filter(({ text }) => text.includes('Не подключены к боту'));
    expect(named).toHaveLength(1);
    expect(named[0]?.text).toContain('Не подключены к боту: Директор школы, Школа № 5');
    expect(named[0]?.buttons).toEqual([['Ботты ашу']]);
    expect(JSON.stringify(named[0])).toContain('?start=claim-');
    await head(6).unblocksBot();
    await head(6).says('/start');
    const texts = await heard(head(6), '2026-12-22T10:00');
    expect(texts.join()).toContain(number);
  });
});

describe('the pause of a task', () => {
  it('is set by its issuer alone until a day with its weekday, stands on the card, and ends by itself', async () => {
    town.clock.set('2027-01-11T10:30');
    const { id, number } = await issue('Школе № 4 заменить светильники до 20.01.2027');
    await head(4).presses('Ознакомлен(а)');
    const refused = await head(4).forges(head(4).lastMessage, `reminders.pause:${id}:2027-01-18`);
    expect(refused.text).toContain('только тот, кто его дал');
    town.clock.advance({ minutes: 5 });
    await town.settle();
    const opened = await city.deputy.forges(city.deputy.lastMessage, `tasks.open:${id}`);
    expect(opened.text ?? '').toBe('');
    await town.settle();
    await city.deputy.presses('Напоминания', city.deputy.lastMessage);
    const panel = city.deputy.lastMessage;
    expect(panel.text).toContain('Напоминания не приостановлены');
    await city.deputy.presses('Приостановить до: 18 января 2027 г., понедельник', panel);
    expect(panel.text).toContain('Напоминания приостановлены до 18 января 2027 г., понедельник');
    await town.settle();
    expect(
      city.deputy
        .in(city.group)
        .messages.some(({ text }) => text.includes('🔕 Напоминания приостановлены до 18.01.2027')),
    ).toBe(true);
    const quiet = await heard(head(4), '2027-01-15T10:00', '2027-01-15T12:00');
    expect(quiet.join()).not.toContain(number);
    const after = await heard(head(4), '2027-01-19T10:00');
    expect(after.join()).toContain(`№ ${number}`);
    expect(await events('reminders.paused')).toHaveLength(1);
  });
});

describe('an early warning', () => {
  it('of half a term without a report is said once to the executor and to who controls, and stands as a mark', async () => {
    town.clock.set('2027-02-01T10:30');
    await town.db.participation.updateMany({ data: { state: 'accepted' } });
    const { number } = await issue('Школе № 2 обновить стенды до 01.03.2027');
    await head(2).presses('Ознакомлен(а)');
    expect((await heard(head(2), '2027-02-15T11:00')).join()).not.toContain(number);
    const own = await heard(head(2), '2027-02-16T10:00', '2027-02-16T12:00', '2027-02-17T10:00', '2027-02-18T10:00');
    expect(own.filter((text) => text.includes(`половина срока, отчётов по поручению № ${number}`))).toHaveLength(1);
    const told = city.deputy.inbox.filter(
      ({ text }) => text.includes('Прошла половина срока') && text.includes(number),
    );
    expect(told).toHaveLength(1);
    await head(2).says('/my');
    expect(head(2).lastMessage.text).toContain('🟡 нет отчёта к середине срока');
    const warned = head(2).inbox.findLast(({ text }) => text.includes('половина срока')) as Message;
    await head(2).replies(warned, 'Готово на 40 %, ждём материалы');
    await town.settle();
    await head(2).says('/my');
    expect(head(2).lastMessage.text).not.toContain('🟡');
  });
});

describe('what is urgent', () => {
  it('and was issued below reaches the deputy akim the same working day, once', async () => {
    town.clock.set('2027-03-02T14:00');
    const { number } = await issue('Школе № 4 срочно устранить протечку', city.department);
    const told = await heard(city.deputy, '2027-03-02T14:05', '2027-03-02T14:10');
    expect(told.filter((text) => text.includes('Срочно, о происшествии или на особом контроле'))).toHaveLength(1);
    expect(told.join()).toContain(number);
    town.clock.set('2027-03-02T20:00');
    await city.department.says('Школе № 2 срочно проверить котельную');
    await city.department.presses('Выдать');
    await city.department.presses('без звука', city.department.lastMessage);
    await town.settle();
    expect((await heard(city.deputy, '2027-03-02T20:05', '2027-03-03T08:00')).join()).not.toContain(
      'Срочно, о происшествии',
    );
    expect((await heard(city.deputy, '2027-03-03T10:00')).join()).toContain(
      'Срочно, о происшествии или на особом контроле',
    );
  });

  it('and was kept back by an outage is not told at night but the next working morning, once to each', async () => {
    town.clock.set('2027-03-03T15:00');
    const { number } = await issue('Школе № 4 срочно закрыть люк', city.department);
    const about = (texts: string[]) =>
      texts.filter((text) => text.includes('Срочно, о происшествии') && text.includes(number));
    await raise(town.app);
    expect(about(await heard(city.deputy, '2027-03-03T23:00', '2027-03-04T03:00'))).toEqual([]);
    expect(about(await heard(city.deputy, '2027-03-04T10:00', '2027-03-04T10:05', '2027-03-05T10:00'))).toHaveLength(1);
    const rows = await town.db.outgoingMessage.findMany({
      where: { kind: 'reminders.raised' },
      orderBy: { id: 'desc' },
    });
    expect(rows.slice(0, 2).map(({ state, outcome }) => [state, outcome])).toEqual([
      ['sent', null],
      ['cancelled', 'expired'],
    ]);
  });

  it('goes to the akim while the deputy cannot be reached, and to him also where the message found that out', async () => {
    const { deputy, department, admin } = city;
    const { id: orgId } = await orgOf('city');
    const post = await town.db.post.create({
      data: { orgId, role: 'akim', nameKk: 'Әкім', nameRu: 'Аким', createdAt: town.app.now() },
    });
    const { id: personId } = await town.db.person.findFirstOrThrow({ where: { telegramId: admin.id } });
    await town.db.appointment.create({ data: { personId, postId: post.id, fromDay: new Date('2026-01-01') } });
    town.clock.set('2027-03-10T12:00');
    await deputy.blocksBot();
    const { number } = await issue('Школе № 4 срочно починить ограду', department);
    const about = (texts: string[], n: string) =>
      texts.filter((text) => text.includes('Срочно, о происшествии') && text.includes(n));
    expect(about(await heard(admin, '2027-03-10T12:05', '2027-03-10T12:10', '2027-03-11T12:00'), number)).toHaveLength(
      1,
    );
    const known = await town.db.undelivered.findMany({ where: { kind: 'reminders.raised' }, orderBy: { id: 'desc' } });
    expect(known[0]).toMatchObject({ reason: 'blocked' });
    // Blocked, and nobody told us so before the message came back.
    await town.db.person.updateMany({ where: { telegramId: deputy.id }, data: { blockedAt: null } });
    const later = await issue('Школе № 4 срочно починить калитку', department);
    const told = await heard(admin, '2027-03-11T12:05', '2027-03-11T12:10', '2027-03-11T12:15', '2027-03-12T12:00');
    expect(about(told, later.number)).toHaveLength(1);
    await deputy.unblocksBot();
  });

  it('and comes under special control later is told again that same day, once', async () => {
    await city.deputy.says('/start');
    town.clock.set('2027-03-17T12:00');
    const { id, number } = await issue('Школе № 2 срочно восстановить отопление', city.department);
    const about = (texts: string[]) =>
      texts.filter((text) => text.includes('Срочно, о происшествии') && text.includes(number));
    expect(about(await heard(city.deputy, '2027-03-17T12:05', '2027-03-17T12:10'))).toHaveLength(1);
    const akim = await findActor(town.app, city.admin.id);
    await markTask(town.app, akim as Actor, { taskId: id, mark: 'specialControl', on: true, reason: 'Авария' });
    const told = about(await heard(city.deputy, '2027-03-17T12:15', '2027-03-17T12:20', '2027-03-18T12:00'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('(особый контроль)');
  });

  it('so does what tells of an incident, but not what is to prevent one', async () => {
    town.clock.set('2027-03-29T12:00');
    await issue('Школе № 4 провести инструктаж по предупреждению несчастных случаев до 12.04.2027', city.department);
    const { number } = await issue(
      'Школе № 2 представить объяснение по факту травмирования ученика до 12.04.2027',
      city.department,
    );
    const told = await heard(city.deputy, '2027-03-29T12:05', '2027-03-29T12:10');
    const about = told.filter((text) => text.includes('о происшествии'));
    expect(about).toHaveLength(1);
    expect(about[0]).toMatch(new RegExp(`№ ${number} — .*\\(происшествие\\)`));
    expect(about[0]).not.toContain('инструктаж');
  });
});
