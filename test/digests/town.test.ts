// J6 on the real bot: subscribe, get the digest on Monday, open its lists, stop.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 12 });
  const here = city.deputy.in(city.group);
  await here.says('/task@orynda_bot Всем школам — представить отчёт до 27 ноября');
  await here.presses('Выдать');
  await town.settle();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const head = (n: number): Person => city.heads.get(n) as Person;

async function tickAt(local: string): Promise<void> {
  town.clock.set(local);
  await town.tick();
}

describe('/subscribe', () => {
  it('takes two presses with the usual day and hour', async () => {
    await city.deputy.says('/subscribe');
    expect(city.deputy.lastMessage.text).toBe('Что охватит еженедельная сводка?');
    await city.deputy.presses('Акимат города Үлгі');
    expect(city.deputy.lastMessage.text).toContain('День: понедельник, 09:00\nЯзык: на русском');
    await city.deputy.presses('Подписаться');
    expect(city.deputy.lastMessage.text).toContain('Вы подписаны на еженедельную сводку.');
    expect(await town.db.subscription.findMany()).toMatchObject([{ weekday: 1, hour: 9, locale: 'ru' }]);
  });

  it('offers another part of the tree, language, day and hour', async () => {
    await city.deputy.says('/subscribe');
    await city.deputy.presses('Новая подписка');
    await city.deputy.presses('Другая организация');
    await city.deputy.says('нет такой');
    expect(city.deputy.lastMessage.text).toContain('такой нет');
    await city.deputy.says('образования');
    await city.deputy.presses('Управление образования');
    await city.deputy.presses('Язык');
    await city.deputy.presses('на казахском');
    await city.deputy.presses('День');
    await city.deputy.presses('среда');
    await city.deputy.presses('Час');
    await city.deputy.presses('11:00');
    expect(city.deputy.lastMessage.text).toContain('День: среда, 11:00\nЯзык: на казахском');
    await city.deputy.presses('Подписаться');
    expect(await town.db.subscription.count()).toBe(2);
  });

  it('is left by a button at every step', async () => {
    const before = await town.db.subscription.count();
    for (const steps of [[], ['Акимат города Үлгі']]) {
      await city.deputy.says('/subscribe');
      await city.deputy.presses('Новая подписка');
      for (const step of steps) await city.deputy.presses(step);
      await city.deputy.presses('Отмена', city.deputy.lastMessage);
      expect(city.deputy.lastMessage.text).toBe('Отменено. Ничего не изменено.');
    }
    expect(await town.db.subscription.count()).toBe(before);
  });

  it('says when there is no resolution to subscribe to', async () => {
    await city.deputy.presses('Новая подписка');
    await city.deputy.presses('Резолюция');
    expect(city.deputy.lastMessage.text).toBe('Доступных вам резолюций на контроле нет.');
  });

  it('takes words of a topic, in the part of the tree that is open to the person', async () => {
    await city.department.says('/subscribe');
    await city.department.presses('Тема');
    await city.department.says('!!!');
    expect(city.department.lastMessage.text).toContain('Напишите одно или несколько слов');
    await city.department.says('отчёты');
    expect(city.department.lastMessage.text).toContain('Охват: Управление образования, «отчёты»');
    await city.department.presses('Подписаться');
    await city.department.says('/unsubscribe');
    await city.department.presses('1: показать сейчас');
    expect(city.department.lastMessage.text).toContain('(поручений: 1)');
    await city.department.says('/unsubscribe');
    await city.department.presses('1: отписаться');
  });

  it('gives a head her own school only, and works in private only', async () => {
    await head(2).says('/subscribe');
    expect(head(2).lastMessage.buttons.flat()).toContain('Школа № 2');
    expect(head(2).lastMessage.buttons.flat()).not.toContain('Акимат города Үлгі');
    await head(2).presses('Другая организация');
    await head(2).says('школа 3');
    expect(head(2).lastMessage.text).toContain('такой нет');
    await head(2).says('/cancel');
    await city.deputy.in(city.group).says('/subscribe@orynda_bot');
    expect(city.deputy.in(city.group).lastMessage.text).toBe('Эта команда работает в личном чате с ботом.');
    await city.admin.says('/subscribe');
    expect(city.admin.lastMessage.text).toContain('Сейчас у вас такого права нет');
  });
});

describe('the digest', () => {
  it('comes on Monday at nine with the numbers of the week', async () => {
    await head(2).says('Выполнено, отчёт сдан');
    await head(2).says('/cancel');
    await tickAt('2026-11-30T08:30');
    const before = city.deputy.inbox.length;
    await tickAt('2026-11-30T09:30');
    const digests = city.deputy.inbox.slice(before).filter(({ text }) => text.includes('Еженедельная сводка'));
    expect(digests).toHaveLength(1);
    // Behind whatever else waits to be sent.
    expect(await town.db.outgoingMessage.findFirst({ where: { kind: 'digests.weekly' } })).toMatchObject({ lane: 3 });
    const submitted = await town.db.participation.count({ where: { state: 'submitted', force: 'assignment' } });
    expect(submitted).toBe(1);
    const open = await town.db.participation.count({ where: { state: { not: 'accepted' }, force: 'assignment' } });
    expect(open).toBe(9);
    const lines = digests[0]?.text.split('\n') ?? [];
    expect(lines.toSpliced(7, 1)).toEqual([
      '📊 Еженедельная сводка: 23–29 ноября 2026 г.',
      'Охват: Акимат города Үлгі',
      'На контроле: 9 (поручений: 1)',
      'Исполнено: 0',
      `Просрочено: ${9 - submitted} (+${9 - submitted} за неделю)`,
      `На доработке: 0 · На рассмотрении: ${submitted}`,
      'Срок на следующей неделе: 0',
      'Кроме того, рекомендации и другое: 3',
    ]);
    expect(lines[7]).toMatch(/^Больше всего просрочек: (Школа № \d+ — 1(, )?){3}$/);
  });

  it('opens its numbers as lists, page by page', async () => {
    const submitted = await town.db.participation.count({ where: { state: 'submitted', force: 'assignment' } });
    await city.deputy.presses('На контроле: 9');
    const list = city.deputy.lastMessage;
    expect(list.text).toMatch(/^Записей: 9\nОрганизация: Акимат города Үлгі · Состояние: На контроле\n/);
    expect(list.text.match(/^№ Т-1 · /gm)).toHaveLength(8);
    await city.deputy.presses('2 ›');
    expect(city.deputy.lastMessage.text.match(/^№ Т-1 · /gm)).toHaveLength(1);
    await city.deputy.presses('Т-1');
    expect(city.deputy.lastMessage.text).toContain('№ Т-1');
    await city.deputy.presses(`Просрочено: ${9 - submitted}`);
    expect(city.deputy.lastMessage.text).toContain('27.11.2026');
  });

  it("refuses somebody else's lists and nonsense", async () => {
    const answer = await head(3).forges(head(3).lastMessage, 'digests.list:1:o:0:2026-11-30');
    expect(answer.text).toContain('/subscribe');
    for (const data of [
      'digests.list:1:x:0:2026-11-30',
      'digests.list:1:o:0:2026-13-30',
      'digests.list:1:o:-1:2026-11-30',
      'digests.list',
    ]) {
      const nonsense = await city.deputy.forges(city.deputy.lastMessage, data);
      expect(nonsense.text).toBe('Эта кнопка уже не действует. Откройте список заново командой из меню.');
    }
  });

  it('comes on the wanted day in the wanted language', async () => {
    await tickAt('2026-12-02T11:00');
    expect(city.deputy.inbox.at(-1)?.text).toContain('📊 Апталық шолу: 2026 жылғы 25 қараша – 1 желтоқсан');
  });

  it('can be shown at once, and ends with a press', async () => {
    await city.deputy.says('/unsubscribe');
    await city.deputy.presses('1: показать сейчас');
    expect(city.deputy.lastMessage.text).toContain('Еженедельная сводка');
    await city.deputy.presses('1: отписаться');
    await city.deputy.presses('1: отписаться');
    expect(city.deputy.inbox.some(({ text }) => text === 'Подписка прекращена. Сводки больше не придут.')).toBe(true);
    await city.deputy.says('/unsubscribe');
    expect(city.deputy.lastMessage.text).toContain('Подписок у вас нет');
    const before = city.deputy.inbox.filter(({ text }) => text.includes('📊')).length;
    await tickAt('2026-12-09T12:00');
    expect(city.deputy.inbox.filter(({ text }) => text.includes('📊'))).toHaveLength(before);
  });
});
