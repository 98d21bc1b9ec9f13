// The chair's decision: sent, sent back, adopted once by whoever may, items left over issued later, closed at the end.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCalendar } from '../../src/calendar.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { adoptResolution, changeItem, sendToChair, takeBack, updateResolution } from '../../src/resolutions/actions.ts';
import { adoptionPanel, outcomePanel } from '../../src/resolutions/chair-messages.ts';
import { itemPanel } from '../../src/resolutions/item-panel-messages.ts';
import { headPanel, homePanel, openPanel, resolutionPanel } from '../../src/resolutions/panel-messages.ts';
import { openResolutions } from '../../src/resolutions/list-queries.ts';
import { resolutionView } from '../../src/resolutions/queries.ts';
import { locales } from '../../src/texts.ts';
import { buildCity, type City } from '../support/city.ts';
import type { Message, Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { addsItem, type ItemWords, newest, startsResolution } from '../resolutions/secretary.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown({ at: '2026-11-23T09:00' });
  city = await buildCity(town, { schools: 12, silent: [1, 2, 4, 5, 6, 7, 8, 9, 10] });
}, 120_000);
afterAll(async () => town.close());
beforeEach(async () => {
  await city.secretary.says('/cancel');
  await city.deputy.says('/cancel');
});
afterEach(() => {
  expect(town.emulator.violations.splice(0)).toEqual([]);
});

const ready: ItemWords = { text: 'Пандусты жөндеу', executors: ['12, 3'], due: '25.12.2026' };

/** A draft with these items, sent to the chair; the chair's question. */
async function sent(theme: string, items: ItemWords[] = [ready]): Promise<Message> {
  await startsResolution(city, theme);
  for (const item of items) await addsItem(city, item);
  const answer = await city.secretary.presses('Төрағалық етушіге жіберу', city.secretary.lastMessage);
  expect(answer.text).toBe('Төрағалық етушіге жіберілді.');
  await town.settle();
  return city.deputy.lastMessage;
}

async function actorOf(person: Person): Promise<Actor> {
  const actor = await findActor(town.app, person.id);
  if (!actor) throw new Error(`${person.name} is a stranger`);
  return actor;
}

async function states(): Promise<string[]> {
  return (await newest(town)).tasks.map(({ state }) => state);
}

describe('the question to the chair', () => {
  it('names the first remarks of the quality gate and how many there are, and can be adopted all the same', async () => {
    const vague = ['Жұмысты жандандыру', 'Бақылауды күшейту', 'Сапаны арттыру', 'Жағдайды жақсарту'];
    const items = vague.map((text) => ({ ...ready, text, due: '24.11.2026' }));
    const question = await sent('Сапа туралы', items);
    expect(question.text).toContain('🔎 Замечаний к качеству пунктов: 8');
    expect(question.text).toContain('№ 1: 🔎 Результат не конкретен');
    expect(question.text).toContain('№ 1: 🔎 Рабочих дней на исполнение: 1');
    expect(question.text.match(/: 🔎/g)).toHaveLength(6);
    expect(question.text).toContain('ещё 2');
    await city.deputy.presses('Принять', question);
    expect(await states()).toEqual(['issued', 'issued', 'issued', 'issued']);
  });

  it('holds the whole text and asks for a decision', async () => {
    const question = await sent('Толық мәтін', [
      { ...ready, form: 'фотоесеп' },
      { text: 'Ұсыныс енгізу', kind: 'Ұсыныс', executors: ['УО'] },
    ]);
    expect(question.text).toContain('Проект резолюции на ваше решение. Пунктов: 2');
    expect(question.text).toContain('Не будут выданы, пока не дополнены: № 2');
    expect(question.text).toContain(
      'Пункт 1. Поручение\nПандусты жөндеу\nИсполнители: Школа № 12; Школа № 3\nСрок: 25 декабря 2026 г., пятница',
    );
    expect(question.text).toContain('Форма завершения: фотоесеп');
    expect(question.text).toContain('Пункт 2. Предложение');
    expect(question.buttons.flat()).toEqual(['✅ Принять', 'Вернуть']);
    expect(await states()).toEqual(['draft', 'draft']);
  });

  it('has pages when the text is long; every page can be turned and carries the decision', async () => {
    const words = (n: number): string => Array.from({ length: 300 }, () => `сөз${n}`).join(' ');
    const question = await sent(
      'Ұзақ мәтін',
      [1, 2, 3, 4, 5].map((n) => ({ ...ready, text: `<b>${words(n)}</b>` })),
    );
    expect(question.text).toContain('Страница 1 из 3');
    let whole = question.text;
    for (const next of ['2 ›', '3 ›']) {
      await city.deputy.presses(next, question);
      whole += question.text;
      expect(question.buttons.flat()).toContain('✅ Принять');
    }
    for (const n of [1, 2, 3, 4, 5]) expect(whole.split(`сөз${n}`).length - 1).toBe(300);
    await city.deputy.presses('‹ 2', question);
    expect(question.text).toContain('Страница 2 из 3');
  });

  it('is withdrawn when the author takes the draft back: the old button adopts nothing', async () => {
    const question = await sent('Қайтарып алу');
    const adopt = question.keyboard.flat()[0]?.callback_data ?? '';
    await city.secretary.presses('Қайтарып алу', city.secretary.lastMessage);
    await town.settle();
    expect(question.text).toContain('больше не действует');
    expect(question.buttons).toEqual([]);
    expect((await city.deputy.forges(question, adopt)).text).toContain('отозван автором');
    town.clock.advance({ minutes: 1 });
    await addsItem(city, { text: 'Қосымша', executors: ['3'], due: '25.12.2026' });
    await city.secretary.presses('Төрағалық етушіге жіберу', city.secretary.lastMessage);
    await town.settle();
    expect(city.deputy.lastMessage.id).not.toBe(question.id);
    expect((await city.deputy.forges(question, adopt)).text).toContain('с тех пор изменён');
    expect(await states()).toEqual(['draft', 'draft']);
  });

  it('locks the draft for its author meanwhile', async () => {
    await sent('Құлып');
    const { id, tasks } = await newest(town);
    const secretary = await actorOf(city.secretary);
    await expect(updateResolution(town.app, secretary, { resolutionId: id, theme: 'Басқа' })).rejects.toThrow(
      'resolutions-with-chair',
    );
    await expect(changeItem(town.app, secretary, { taskId: tasks[0]?.id ?? 0, text: 'Басқа' })).rejects.toThrow(
      'resolutions-with-chair',
    );
    await expect(sendToChair(town.app, secretary, { resolutionId: id })).rejects.toThrow('resolutions-with-chair');
  });

  it('is sent back with a reason, which the author reads', async () => {
    const question = await sent('Қайтару');
    await city.deputy.presses('Вернуть', question);
    await city.deputy.says('Срок по пункту 1 <мало>');
    await town.settle();
    expect(city.deputy.messages.at(-1)?.text).toContain('возвращён автору');
    expect(question.text).toContain('больше не действует');
    expect(city.secretary.lastMessage.text).toContain('Себебі: Срок по пункту 1 <мало>');
    await city.secretary.presses('Ашу', city.secretary.lastMessage);
    expect(city.secretary.lastMessage.buttons.flat()).toContain('➕ Тармақ қосу');
    expect((await newest(town)).state).toBe('draft');
  });

  it('needs at least one item', async () => {
    await startsResolution(city, 'Бос');
    const { id } = await newest(town);
    await expect(sendToChair(town.app, await actorOf(city.secretary), { resolutionId: id })).rejects.toThrow(
      'resolutions-empty',
    );
  });
});

describe('adoption', () => {
  it('issues every complete item at once in the name of the chair, and lists the others', async () => {
    const question = await sent('Қабылдау', [
      ready,
      { text: 'Мерзімсіз', executors: ['12'] },
      { text: 'Барлық мектепке', executors: ['барлық мектеп'], due: '28.12.2026' },
      { text: 'Орындаушысыз', due: '25.12.2026' },
    ]);
    const answer = await city.deputy.presses('Принять', question);
    expect(answer.text).toContain('Выдано пунктов: 2, не выдано: 2');
    const { id, state, tasks, adoptedAt } = await newest(town);
    expect(state).toBe('on_control');
    expect(adoptedAt).toEqual(town.clock.now());
    expect(tasks.map((task) => [task.state, task.number])).toEqual([
      ['issued', '1'],
      ['draft', null],
      ['issued', '3'],
      ['draft', null],
    ]);
    const chairPost = (await actorOf(city.deputy)).posts[0]?.postId;
    expect(tasks[0]).toMatchObject({ issuerPostId: chairPost });
    const forces = tasks[2]?.participations.map(({ force }) => force) ?? [];
    expect([
      forces.filter((force) => force === 'assignment').length,
      forces.filter((force) => force === 'recommendation').length,
    ]).toEqual([9, 3]);
    await town.settle();
    expect(question.text).toContain('Выданы пункты: 1, 3');
    expect(question.text).toContain('• № 2: нет срока');
    expect(question.text).toContain('• № 4: нет исполнителя');
    expect(question.buttons.flat().filter((label) => label.startsWith('Выдать'))).toEqual([]);
    expect(question.buttons[0]).toEqual(['✏️ Внести изменение']);
    expect(city.secretary.lastMessage.text).toContain('№ 4: орындаушысы жоқ');
    expect(tasks[0]?.homePlaceId).not.toBeNull();
    const events = await town.db.journalEvent.findMany({
      where: { entity: 'resolution', entityId: id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ verb }) => verb)).toEqual([
      'resolutions.drafted',
      'resolutions.sent',
      'resolutions.adopted',
      'resolutions.on-control',
    ]);
    expect(await verifyJournal(town.app)).toEqual({ ok: true });
  });

  it('happens once: a second press and a race are refused', async () => {
    const question = await sent('Екі рет');
    const adopt = question.keyboard.flat()[0]?.callback_data ?? '';
    const deputy = await actorOf(city.deputy);
    const { id } = await newest(town);
    const race = await Promise.allSettled(
      [1, 2, 3].map(async () => adoptResolution(town.app, deputy, { resolutionId: id })),
    );
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await city.deputy.forges(question, adopt)).text).toContain('уже принята');
    expect(await town.db.journalEvent.count({ where: { verb: 'resolutions.adopted', entityId: id } })).toBe(1);
    expect(
      await town.db.journalEvent.count({
        where: { verb: 'tasks.issued', entityId: { in: (await newest(town)).tasks.map((task) => task.id) } },
      }),
    ).toBe(1);
    await town.settle();
  });

  it('is refused to everybody else, and the journal keeps the attempt', async () => {
    const question = await sent('Бөгде');
    const adopt = question.keyboard.flat()[0]?.callback_data ?? '';
    const { id } = await newest(town);
    const head = city.heads.get(12) as Person;
    expect((await city.secretary.forges(city.secretary.lastMessage, adopt)).text).toContain('төрағалық етуші ғана');
    expect((await head.forges(head.lastMessage, adopt)).text).toContain('только председательствующий');
    expect((await head.forges(head.lastMessage, `resolutions.read:${id}:0`)).text).toContain(
      'только председательствующий',
    );
    expect((await head.forges(head.lastMessage, `resolutions.return:${id}`)).text).toContain(
      'только председательствующий',
    );
    const stranger = town.tg.person({ firstName: 'Бөтен', languageCode: 'ru' });
    await stranger.says('/help');
    expect((await stranger.forges(stranger.lastMessage, adopt)).text).toContain('не знаю');
    expect(await states()).toEqual(['draft']);
    const refused = await town.db.journalEvent.findMany({
      where: { verb: 'resolutions.refused', entityId: id },
      orderBy: { id: 'asc' },
    });
    expect(refused.map(({ actorPersonId }) => actorPersonId)).toEqual([
      (await actorOf(city.secretary)).personId,
      (await actorOf(head)).personId,
    ]);
  });

  it('locks the text; an item completed later is issued by the chair with a press', async () => {
    const question = await sent('Кейін', [ready, { text: 'Мерзімсіз', executors: ['12'] }]);
    await city.deputy.presses('Принять', question);
    await town.settle();
    const secretary = await actorOf(city.secretary);
    const { id, tasks } = await newest(town);
    const [first, second] = tasks.map((task) => task.id) as [number, number];
    await expect(changeItem(town.app, secretary, { taskId: second, text: 'Басқа' })).rejects.toThrow(
      'resolutions-locked',
    );
    await expect(changeItem(town.app, secretary, { taskId: first, due: '2027-01-15' })).rejects.toThrow(
      'resolutions-locked',
    );
    await expect(takeBack(town.app, secretary, { resolutionId: id })).rejects.toThrow('telegram-someone-first');
    await city.secretary.presses('Ашу', city.secretary.lastMessage);
    expect(city.secretary.lastMessage.buttons.flat()).toEqual(expect.arrayContaining(['✏️ 2', '📊 Орындалуы']));
    expect(city.secretary.lastMessage.buttons.flat()).not.toContain('✏️ 1');
    await city.secretary.presses('✏️ 2', city.secretary.lastMessage);
    expect(city.secretary.lastMessage.buttons.flat()).toEqual(['Орындаушылар', 'Мерзімі', 'Аяқтау нысаны', 'Артқа']);
    await city.secretary.presses('Мерзімі', city.secretary.lastMessage);
    await city.secretary.says('28.12.2026');
    await town.settle();
    const request = city.deputy.lastMessage;
    expect(request.text).toContain('теперь его можно выдать');
    const issue = request.keyboard.flat()[0]?.callback_data ?? '';
    expect((await city.secretary.forges(city.secretary.lastMessage, issue)).text).toContain('төрағалық етуші ғана');
    expect((await city.deputy.presses('Выдать пункт 2', request)).text).toContain('Пункт 2 выдан');
    expect((await city.deputy.forges(request, issue)).text).toContain('уже выдан');
    expect(await states()).toEqual(['issued', 'issued']);
    await town.settle();
  });

  it('leaves everything a draft when nothing is complete, and goes on control with the first item issued', async () => {
    const question = await sent('Ештеңе', [{ text: 'Мерзімсіз', executors: ['12'] }]);
    await city.deputy.presses('Принять', question);
    expect((await newest(town)).state).toBe('adopted');
    const { tasks } = await newest(town);
    await changeItem(town.app, await actorOf(city.secretary), { taskId: tasks[0]?.id ?? 0, due: '2026-12-25' });
    await town.settle();
    await city.deputy.presses('Выдать пункт 1');
    expect((await newest(town)).state).toBe('on_control');
    await town.settle();
  });

  it('keeps an item whose date has passed meanwhile', async () => {
    const question = await sent('Ескірген', [{ ...ready, due: '24.11.2026' }]);
    town.clock.set('2026-11-25T09:00');
    await city.deputy.presses('Принять', question);
    await town.settle();
    expect(question.text).toContain('• № 1: срок уже прошёл');
    expect(await states()).toEqual(['draft']);
  });
});

describe('every view', () => {
  it('is written in every language, before and after the adoption', async () => {
    const question = await sent('Үш тіл', [ready, { text: 'Мерзімсіз', kind: 'Міндеттеме' }]);
    const { id } = await newest(town);
    const calendar = await loadCalendar(town.app);
    const views = async (): Promise<string[]> => {
      const view = await resolutionView(town.app, id);
      const [item] = view?.items ?? [];
      if (!view || !item) throw new Error('no resolution');
      const open = await openResolutions(town.app, await actorOf(city.secretary));
      return locales.flatMap((locale) => {
        const context = { app: town.app, calendar, locale };
        const panels = [
          resolutionPanel(context, view),
          itemPanel(context, view, item, new Map()),
          headPanel(context, view),
          homePanel(context, view, view.home ? [view.home] : []),
          openPanel(context, open, { mayDraft: true }),
          adoptionPanel(context, view),
          outcomePanel(context, view),
        ];
        return panels.map(
          ({ html, keyboard }) =>
            `${html}\n${keyboard
              .flat()
              .map(({ text }) => text)
              .join(' | ')}`,
        );
      });
    };
    const before = await views();
    await city.deputy.presses('Принять', question);
    const after = await views();
    expect([new Set(before).size, before.length, after.filter((text) => !before.includes(text)).length]).toEqual([
      21, 21, 12,
    ]);
    expect(before.join('\n')).toContain('Due: Friday, 25 December 2026');
    await town.settle();
  });
});

describe('what happens without a press', () => {
  it('a chair who has not joined gets the question as soon as the bot is started', async () => {
    await town.db.person.updateMany({ where: { surname: 'Мысалов' }, data: { blockedAt: town.clock.now() } });
    await startsResolution(city, 'Жоқ төраға');
    await addsItem(city, { ...ready, due: '25.12.2026' });
    const answer = await city.secretary.presses('Төрағалық етушіге жіберу', city.secretary.lastMessage);
    expect(answer.text).toContain('Жоба сақталды');
    const before = city.deputy.messages.length;
    await town.tick();
    expect(city.deputy.messages).toHaveLength(before);
    await town.db.person.updateMany({ where: { surname: 'Мысалов' }, data: { blockedAt: null } });
    await town.tick();
    await town.tick();
    expect(city.deputy.messages).toHaveLength(before + 1);
    expect(city.deputy.lastMessage.text).toContain('Жоқ төраға');
    await city.deputy.says('/resolution');
    expect(city.deputy.lastMessage.buttons.flat().join()).toContain('Жоқ төраға');
  });

  it('a resolution is closed when every task of it is closed or cancelled', async () => {
    const question = await sent('Аяқталу', [ready, ready]);
    await city.deputy.presses('Принять', question);
    const { id, tasks } = await newest(town);
    const end = (task: number, state: 'closed' | 'cancelled') =>
      town.db.task.update({ where: { id: tasks[task]?.id ?? 0 }, data: { state } });
    await end(0, 'closed');
    await town.tick();
    expect((await newest(town)).state).toBe('on_control');
    await end(1, 'cancelled');
    await town.tick();
    expect(await newest(town)).toMatchObject({ id, state: 'closed' });
    expect(question.text).toContain('Резолюция снята с контроля');
    expect(await town.db.journalEvent.count({ where: { verb: 'resolutions.closed', entityId: id } })).toBe(1);
  });
});
