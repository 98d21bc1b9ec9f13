// A task given on: "not ours" and another school, co-executors whose parts are collated, parts handed down and rolled up, as people do it in the chat.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Message, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T10:00' });
  city = await buildCity(town, { schools: 12, silent: [5, 7, 9, 11, 12] });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

function head(n: number): Person {
  const person = city.heads.get(n);
  if (!person) throw new Error(`no head of school ${n}`);
  return person;
}

/** The deputy gives a task in the group; returns its number and the card there. */
async function give(words: string): Promise<{ number: string; card: () => string }> {
  const here = city.deputy.in(city.group);
  await here.says(`/task@orynda_bot ${words}`);
  await here.presses('Выдать');
  await town.settle();
  const { number } = await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const said = number ?? '';
  const card = (): string =>
    here.messages.findLast(({ text }) => text.includes(`№ ${said}`) && text.includes('📌'))?.text ?? '';
  return { number: said, card };
}

/** The newest private message with these words. */
function last(person: Person, words: string): Message {
  const message = person.inbox.findLast(({ text }) => text.includes(words));
  if (!message) throw new Error(`${person.name} was not told "${words}"`);
  return message;
}

async function settled<R>(work: Promise<R>): Promise<R> {
  const result = await work;
  await town.settle();
  return result;
}

describe('"not ours"', () => {
  let number: string;
  let card: () => string;

  it('is said with a reason and whose it is, and reaches the issuer at once', async () => {
    ({ number, card } = await give('Школе № 2 отремонтировать пандус до 25.12.2026'));
    const assigned = last(head(2), `№ ${number}`);
    expect(assigned.buttons.flat()).toContain('Не нам');
    await head(2).presses('Не нам', assigned);
    await head(2).presses('Адресовано другой организации');
    await head(2).says('школа 4');
    await town.settle();
    expect(head(2).lastMessage.text).toContain('Передано автору');
    const notice = last(city.deputy, 'не ему');
    expect(notice.text).toContain('Причина: Адресовано другой организации');
    expect(notice.text).toContain('Возможный исполнитель: Школа № 4');
    expect(card()).toContain('поручение не ему');
  });

  it('is nobody else’s to decide, and nothing for a group', async () => {
    const notice = last(city.deputy, 'не ему');
    const { id } = await town.db.participation.findFirstOrThrow({ orderBy: { id: 'desc' } });
    for (const verb of [
      'withdraw',
      'sendback',
      'replace',
      'waive',
      'reopen',
      'anyway',
      'handin',
      'remind',
      'down',
      'notours',
    ]) {
      const answer = await changingNothing(town, () => head(6).forges(head(6).lastMessage, `shares.${verb}:${id}`));
      expect(`${verb} ${answer.text || head(6).lastMessage.text}`).toMatch(/автор|не вам|ответственный|отчёт/);
    }
    for (const data of ['shares.withdraw:999999', 'shares.giveto:1', 'shares.list:x:0', 'shares.parts:0'])
      expect((await city.deputy.forges(notice, data)).text).not.toBe('');
  });

  it('is given to the school that was named; both schools are told and the card says so', async () => {
    const notice = last(city.deputy, 'не ему');
    await city.deputy.presses('Передать: Школа № 4', notice);
    expect(city.deputy.lastMessage.text).toContain('Новый исполнитель: Школа № 4');
    await settled(city.deputy.says('Пандус у школы № 4'));
    expect(last(city.deputy, 'передано').text).toContain('Первоначальный срок сохранён');
    expect(last(head(2), 'с вас снято').text).toContain('Пандус у школы № 4');
    expect(last(head(4), 'Вам дано поручение').text).toContain('Отремонтировать пандус');
    expect(card()).toContain('Школа № 4');
    expect(card()).not.toContain('Школа № 2');
    expect(notice.text).toContain('Решено: поручение передано. Исполнитель: Школа № 4');
    expect(notice.buttons).toEqual([]);
  });

  it('takes the buttons from the card of who lost it, and an old button answers kindly', async () => {
    const ended = last(head(2), `Поручение № ${number} с вас снято`);
    expect(ended.buttons).toEqual([]);
    const [share] = await town.db.participation.findMany({ where: { state: 'withdrawn' } });
    const { text } = await head(2).forges(ended, `shares.notours:${share?.id}`);
    expect(text).toContain('с вас снято');
  });

  it('comes too late after a working day, with advice', async () => {
    const { number: late } = await give('Школе № 6 вывезти снег до 25.12.2026');
    const assigned = last(head(6), `№ ${late}`);
    town.clock.set('2026-11-25T10:00');
    const { text } = await head(6).presses('Не нам', assigned);
    expect(text).toContain('в течение одного рабочего дня');
    expect(text).toContain('продлить срок');
  });
});

describe('in Kazakh', () => {
  it('is said and decided in the same way', async () => {
    town.clock.set('2026-11-25T10:00');
    const { number: own } = await give('Школе № 3 и школе № 1: заменить вывеску до 25.12.2026');
    const assigned = last(head(3), `№ ${own}`);
    expect(assigned.buttons.flat()).toContain('Бізге қатысты емес');
    await head(3).presses('Бізге қатысты емес', assigned);
    await head(3).says('Вывеска <b>басқа</b> ғимаратта & алыс');
    await settled(head(3).presses('Білмеймін'));
    expect(head(3).lastMessage.text).toContain('тапсырма берушіге жіберілді');
    const notice = last(city.deputy, 'не ему');
    expect(notice.text).toContain('Причина: Вывеска <b>басқа</b> ғимаратта & алыс');
    await city.deputy.presses('Вернуть исполнителю', notice);
    await settled(city.deputy.says('Здание ваше'));
    expect(last(head(3), 'ізде қалады').text).toContain('Себебі: Здание ваше');
    expect(notice.buttons).toEqual([]);
  });

  it('nothing of it is done in a group: who presses there is sent to the private chat', async () => {
    const { id, taskId } = await town.db.participation.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const here = city.deputy.in(city.group);
    for (const data of [
      `shares.withdraw:${id}`,
      `shares.list:${taskId}:0`,
      `shares.parts:${taskId}`,
      `shares.open:${id}`,
    ]) {
      const { text } = await changingNothing(town, () => here.forges(here.lastMessage, data));
      expect(text).toContain('в личном чате');
    }
  });
});

describe('co-executors', () => {
  let number: string;

  it('have a date before that of the task, shown on the draft and on their card', async () => {
    town.clock.set('2026-11-25T10:00');
    await city.deputy.says('Управлению образования, школе № 2 и школе № 4: собрать сведения о пандусах до 25.12.2026');
    expect(city.deputy.lastMessage.text).toContain('соисполнитель, внутренний срок 22.12.2026');
    await settled(city.deputy.presses('Выдать'));
    number = (await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } })).number ?? '';
    expect(last(head(2), `№ ${number}`).text).toContain('Внутренний срок: 22 декабря 2026 г., вторник');
    expect(last(head(2), `№ ${number}`).text).toContain('Срок поручения: 25 декабря 2026 г., пятница');
    expect(last(city.department, `№ ${number}`).text).toContain('Срок: 25 декабря 2026 г., пятница');
  });

  it('hold the final report back, named one by one with what can be done', async () => {
    await head(2).replies(last(head(2), `№ ${number}`), 'Выполнено, список приложен');
    await settled(city.department.replies(last(city.department, `№ ${number}`), 'Выполнено, сводный отчёт готов'));
    expect(last(city.department, 'не все части получены').text).toContain(`№ ${number} сохранён, но ещё не сдан`);
    const missing = last(city.department, 'сохранён и ждёт частей');
    expect(missing.text).toContain('Школа № 2: отчёт ждёт вашего подтверждения · 22.12.2026');
    expect(missing.text).toContain('Школа № 4: нет отметки об ознакомлении');
    expect(missing.buttons.flat()).toEqual([
      'Рассмотреть: Школа № 2',
      'Не требуется: Школа № 2',
      'Не требуется: Школа № 4',
      'Напомнить: 1',
    ]);
    expect(city.deputy.inbox.filter(({ text }) => text.includes('На рассмотрении'))).toHaveLength(0);
    await city.department.says('/my');
    expect(city.department.lastMessage.text).toContain('на исполнении · итоговый отчёт ждёт частей');
    await settled(city.department.presses(number, city.department.lastMessage));
    expect(last(city.department, 'Собрать сведения').text).toContain('На исполнении · итоговый отчёт ждёт частей');
  });

  it('are confirmed, reminded and given up by the responsible executor, then the report goes in by a press', async () => {
    const missing = last(city.department, 'сохранён и ждёт частей');
    await settled(city.department.presses('Напомнить: 1', missing));
    expect(last(head(4), 'передать вашу часть').text).toContain('Управление образования');
    await city.department.presses('Рассмотреть: Школа № 2', missing);
    await settled(city.department.presses('Принять'));
    await city.department.presses('Не требуется: Школа № 4', missing);
    await settled(city.department.says('В школе № 4 пандуса нет'));
    expect(last(head(4), 'больше не требуется').text).toContain('В школе № 4 пандуса нет');
    const free = last(city.department, 'Все части');
    expect(free.text).toContain('сводный отчёт готов');
    await settled(city.department.presses('Сдать итоговый отчёт', free));
    expect(free.text).toContain('сдан и передан на рассмотрение');
    expect(last(city.deputy, 'На рассмотрении').text).toContain(number);
    expect((await city.department.forges(free, 'shares.handin:999')).text).not.toBe('');
  });
});

describe('handing down', () => {
  let number: string;
  let part: string;
  let card: () => string;

  it('is one message: executors from below, the text of the task above, never beyond its date', async () => {
    ({ number, card } = await give('Управлению образования: провести месячник безопасности до 18.12.2026'));
    const assigned = last(city.department, `№ ${number}`);
    await city.department.presses('Поручить дальше', assigned);
    expect(city.department.lastMessage.text).toContain('не позже 18 декабря 2026 г., пятница');
    await city.department.says('Школам № 2 и № 4: представить фото до 25.12.2026');
    const draft = city.department.lastMessage;
    expect(draft.text).toContain(`Часть поручения № ${number}, срок не позже: 18 декабря 2026 г., пятница`);
    expect(draft.text).toContain('Провести месячник безопасности');
    expect(draft.text).toContain('не может быть позже');
    expect(draft.buttons.flat()).not.toContain('Выдать');
    await city.department.presses('Срок: 18.12.2026', draft);
    expect(draft.text).not.toContain('не может быть позже');
    await settled(city.department.presses('Выдать', draft));
    part = (await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } })).number ?? '';
    expect(last(head(2), `№ ${part}`).text).toContain('месячник');
    expect(card()).toContain('Части: исполнено 0 из 1');
  });

  it('also by /task as an answer to the card', async () => {
    const assigned = last(city.department, 'Вам дано поручение');
    await city.department.replies(assigned, '/task Школе № 6 подготовить справку до 10.12.2026');
    expect(city.department.lastMessage.text).toContain(`Часть поручения № ${number}`);
    await settled(city.department.presses('Выдать'));
    expect(card()).toContain('Части: исполнено 0 из 2');
  });

  it('is seen as a tree by a button or by number, and says which parts are late', async () => {
    town.clock.set('2026-12-14T10:00');
    await city.deputy.says(`/parts ${number.replace('Т-', '')}`);
    const tree = city.deputy.lastMessage.text;
    expect(tree).toContain(`№ ${number}`);
    // A part is called by its own words: those of the task above are the same for all.
    expect(tree).toContain(`└ № ${part} · Представить фото`);
    expect(tree).toContain('0 из 2');
    expect(tree).toContain('просрочено: 1');
    await settled(city.deputy.says(`/task ${number}`));
    const full = city.deputy.lastMessage;
    expect(full.text).toContain('Части: исполнено 0 из 2, ⚠️ просрочено: 1');
    expect(full.text).toContain('Первоначальный срок: 18.12.2026 · действующий срок: 18.12.2026');
    await city.deputy.presses('Части', full);
    expect(city.deputy.lastMessage.text).toContain('Поручение и его части');
    await changingNothing(town, () => head(1).says(`/task ${number}`));
    expect(head(1).lastMessage.text).toContain(number.replace('Т-', ''));
    expect(head(1).lastMessage.text).not.toContain('месячник');
  });

  it('keeps the parent from closing without a reason; a cancelled parent leaves the parts to who handed them down', async () => {
    const full = last(city.deputy, 'Части: исполнено');
    await city.deputy.presses('Снять с контроля', full);
    // Nothing was reported: the issuer is asked why.
    await city.deputy.says('/cancel');
    await city.deputy.presses('Отменить поручение', full);
    await settled(city.deputy.says('Месячник перенесён'));
    const told = last(city.department, 'остаются на контроле');
    expect(told.text).toContain('Переданные вами дальше части остаются на контроле: 2');
    await city.department.presses('Отменить части: 2', told);
    await settled(city.department.says('Отменено основное поручение'));
    expect(city.department.inbox.some(({ text }) => text.includes('Отменено частей: 2'))).toBe(true);
    expect(last(head(6), 'отменено').text).toContain('Отменено основное поручение');
    expect((await city.department.presses('Оставить на контроле', told)).text).toContain('больше нет');
  });
});

describe('another executor in a period of a periodic task', () => {
  it('is asked for how long, and the issuer reads that parts do not follow', async () => {
    await city.deputy.says('Управлению образования еженедельно по пятницам представлять сведения о питании');
    await settled(city.deputy.presses('Выдать'));
    const share = await town.db.participation.findFirstOrThrow({
      where: { task: { seriesId: { not: null } } },
      orderBy: { id: 'desc' },
      include: { task: true },
    });
    const part = await town.db.task.findFirstOrThrow({
      where: { parentShareId: { not: null } },
      orderBy: { id: 'desc' },
    });
    await town.db.task.update({ where: { id: part.id }, data: { parentShareId: share.id, state: 'issued' } });
    await city.deputy.forges(city.deputy.lastMessage, `shares.replace:${share.id}`);
    await city.deputy.says('школа 4');
    if (city.deputy.lastMessage.buttons.length > 0) await city.deputy.presses('Школа № 4');
    await city.deputy.says('Отпуск руководителя');
    expect(city.deputy.lastMessage.buttons).toEqual([['Только этот период'], ['С этого периода и дальше'], ['Отмена']]);
    await city.deputy.presses('Только этот период');
    const { text } = last(city.deputy, 'передано. Новый исполнитель');
    expect(text).toContain('следующие придут прежнему исполнителю');
    expect(text).toContain('Таких частей: 1');
    await town.settle();
  });
});

describe('a task for all schools', () => {
  it('lets the issuer pick one school from pages or by its number', async () => {
    town.clock.set('2026-12-14T10:00');
    const { number } = await give('Всем школам провести эвакуацию до 25.12.2026');
    await settled(city.deputy.says(`/task ${number}`));
    await city.deputy.presses('Исполнители', city.deputy.lastMessage);
    const list = city.deputy.lastMessage;
    expect(list.text).toContain(`Исполнители поручения № ${number}: 12`);
    await city.deputy.presses('›', list);
    expect(list.text).toContain('Школа № 9');
    await city.deputy.presses('Найти по номеру или названию', list);
    await city.deputy.says('№ 2');
    expect(city.deputy.lastMessage.buttons.flat()).toEqual(['Школа № 2']);
    await city.deputy.presses('Школа № 2');
    expect(city.deputy.lastMessage.buttons.flat()).toEqual([
      'Заменить исполнителя',
      'Снять исполнителя',
      'Карточка поручения',
    ]);
    await city.deputy.presses('Снять исполнителя');
    await settled(city.deputy.says('Школа закрыта на ремонт'));
    expect(last(head(2), 'с вас снято').text).toContain('Школа закрыта на ремонт');
    await settled(city.deputy.says(`/task ${number}`));
    expect(city.deputy.lastMessage.text).toContain('Исполнителей: 11');
  });

  it('lets the issuer return what was accepted because of new facts', async () => {
    const number = (await town.db.task.findFirstOrThrow({ orderBy: { id: 'desc' } })).number ?? '';
    await settled(head(4).replies(last(head(4), `№ ${number}`), 'Выполнено, эвакуация проведена'));
    await city.controller.says('/review');
    await settled(city.controller.presses('Принять'));
    const share = await town.db.participation.findFirstOrThrow({
      where: { state: 'accepted' },
      orderBy: { id: 'desc' },
    });
    await city.deputy.forges(city.deputy.lastMessage, `shares.open:${share.id}`);
    expect(city.deputy.lastMessage.buttons.flat()).toContain('Вернуть из-за новых обстоятельств');
    await city.deputy.presses('Вернуть из-за новых обстоятельств');
    await settled(city.deputy.says('Поступила жалоба родителей'));
    expect(last(head(4), 'возвращён на доработку').text).toContain('Поступила жалоба родителей');
    const { text } = await city.controller.forges(city.controller.lastMessage, `shares.reopen:${share.id}`);
    expect(text).toContain('автор');
  });
});
