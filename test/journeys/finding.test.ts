// /find over the real bot: by number, words and school, page by page, for whoever may see it and nobody else.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import { findTasks } from '../../src/tasks/find-queries.ts';
import { readFind } from '../../src/tasks/find-rules.ts';
import { buildCity, type City } from '../support/city.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
  await city.deputy.says('/task Школе № 1 — починить пандус у входа до 25 декабря');
  await city.deputy.presses('Выдать');
  await city.deputy.says('/task Школе № 2 — Қысқы кезеңге дайындық туралы есеп до 25 декабря');
  await city.deputy.presses('Выдать');
  await many(12);
  await town.settle();
}, 60_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

/** Tasks of the deputy for school 1, alike but for their numbers. */
async function many(n: number): Promise<void> {
  const like = await town.db.task.findFirstOrThrow({ orderBy: { id: 'asc' }, include: { participations: true } });
  const { issuerPostId, rootOrgId, due, participations } = like;
  for (let at = 1; at <= n; at += 1) {
    const text = `Сверить ведомость ${at}`;
    await town.db.task.create({
      data: {
        number: `Т-${500 + at}`,
        state: 'issued',
        headline: text,
        textRu: text,
        issuerPostId,
        rootOrgId,
        due,
        createdAt: town.clock.now(),
        issuedAt: town.clock.now(),
        participations: { create: { postId: participations[0]?.postId ?? 0, force: 'assignment', due, firstDue: due } },
      },
    });
  }
}

const last = (person: Person): string => person.lastMessage.text;

describe('/find', () => {
  it.each([
    ['т1', 'Т-1', 'пандус'],
    ['T-2', 'Т-2', 'Қысқы'],
    ['ПАНДУСА', 'Т-1', 'пандус'],
    ['кыскы есеби', 'Т-2', 'Қысқы'],
    ['есеп школа 2', 'Т-2', 'Қысқы'],
  ])('%s', async (words, number, text) => {
    await city.deputy.says(`/find ${words}`);
    expect(last(city.deputy)).toContain('Найдено поручений: 1');
    expect(last(city.deputy)).toContain(`№ ${number}`);
    expect(last(city.deputy)).toContain(text);
    expect(city.deputy.lastMessage.buttons.flat()).toContain(number);
  });

  it('finds by its school what was closed without it', async () => {
    const { id } = await town.db.task.findFirstOrThrow({ where: { number: 'Т-512' } });
    const share = { state: 'withdrawn' as const, waivedReason: 'Не нужно', withdrawnAt: town.clock.now() };
    const before = await town.db.participation.findFirstOrThrow({ where: { taskId: id } });
    await town.db.participation.update({ where: { id: before.id }, data: share });
    await town.db.task.update({ where: { id }, data: { state: 'closed' } });
    await city.deputy.says('/find сверить школа 1');
    expect(last(city.deputy)).toContain('Найдено поручений: 12');
    const back = { state: 'assigned' as const, waivedReason: null, withdrawnAt: null };
    await town.db.participation.update({ where: { id: before.id }, data: back });
    await town.db.task.update({ where: { id }, data: { state: 'issued' } });
  });

  it('answers two hundred odd strings without a fault', async () => {
    const signs = [...`'"\\&|!:*()<>%_-–—№#@$^~\`{}[];,.?/+=«»\u0000\u2028\u200d\ufeff🙂һқ12`];
    const app = town.app;
    const actor = await findActor(app, city.deputy.id);
    if (!actor) throw new Error('nobody');
    for (let at = 0; at < 200; at += 1) {
      const word = ['пандус', 'есеп', 'школа 12', '№ 3 мектеп', ''][at % 5] ?? '';
      const odd = [1, 2, 3].map((n) => signs[(at * 7 + n * 11) % signs.length] ?? '').join(at % 2 ? word : '');
      const find = readFind(`${odd}${word}${odd}`);
      if (find) expect((await findTasks(app, actor, find, { take: 1 })).total).toBeGreaterThanOrEqual(0);
    }
  });

  it('opens what was found', async () => {
    await city.deputy.says('/find пандус');
    await city.deputy.presses('Т-1');
    await town.settle();
    expect(last(city.deputy)).toContain('Починить пандус');
  });

  it('goes through the pages of what was found, also with words that would break a message', async () => {
    await city.deputy.says('/find <b>сверить</b> "ведомость" & » «');
    expect(last(city.deputy)).not.toContain('Найдено');
    await city.deputy.says('/find сверить ведомость');
    expect(last(city.deputy)).toContain('Найдено поручений: 12 · поиск: «сверить ведомость»');
    const list = city.deputy.lastMessage;
    expect(list.text.match(/№ Т-5/g)).toHaveLength(8);
    const first = list.text;
    await city.deputy.presses('›', list);
    expect(list.text.match(/№ Т-5/g)).toHaveLength(4);
    await city.deputy.presses('‹', list);
    expect(list.text).toBe(first);
  });

  it('finds for a head the own tasks only, and tells the police nothing', async () => {
    const [one, two] = [city.heads.get(1), city.heads.get(2)] as [Person, Person];
    await one.says('/find сверить');
    expect(last(one)).toContain('12');
    await two.says('/find сверить');
    expect(last(two)).toContain('ничего не найдено');
    await city.police.says('/find пандус');
    expect(last(city.police)).toContain('ничего не найдено');
  });

  it('asks what to find when nothing is said, in each language', async () => {
    await city.deputy.says('/find');
    expect(last(city.deputy)).toContain('/find Т-148');
    await city.secretary.says('/find ...');
    expect(last(city.secretary)).toContain('12 мектеп');
  });

  it('narrows /my and /overdue by the same words', async () => {
    const one = city.heads.get(1) as Person;
    await one.says('/my пандус');
    expect(one.lastMessage.buttons.flat()).toEqual(expect.arrayContaining(['Т-1']));
    expect(last(one)).not.toContain('Т-501');
    town.clock.set('2027-01-11T09:00');
    await city.deputy.says('/overdue школа 2');
    expect(last(city.deputy)).toContain('Просрочено: 1 · поиск: «школа 2»');
  });

  it('does not tell a head which other schools have a copy', async () => {
    const two = city.heads.get(2) as Person;
    await city.deputy.says('/task Всем школам — обновить паспорт безопасности до 25 декабря');
    await city.deputy.presses('Выдать');
    await town.settle();
    await city.deputy.says('/find паспорт школа 1');
    expect(last(city.deputy)).toContain('Найдено поручений: 1');
    await two.says('/find паспорт школа 2');
    expect(last(two)).toContain('Найдено поручений: 1');
    await two.says('/find паспорт школа 1');
    expect(last(two)).toContain('ничего не найдено');
  });
});
