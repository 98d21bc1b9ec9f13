// A roster that changed: its difference, what it no longer names, and a second administrator in between.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAdminInvite } from '../../src/org/actions.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let first: Person;
let second: Person;
beforeAll(async () => {
  town = await startTown();
  first = await administrator('Бірінші');
  second = await administrator('Екінші');
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

async function administrator(firstName: string): Promise<Person> {
  const person = town.tg.person({ firstName, languageCode: 'ru' });
  await person.opens(await createAdminInvite(town.app));
  await person.presses('Это я');
  return person;
}

const header = 'code;org_ru;parent;type;role;surname;given';
const city = 'city;Акимат;;akimat;deputy;Мысалов;Арман';
const secretary = 'city;;;;secretary;Пробова;Дана';
const school = (surname: string): string => `s1;Школа № 1;city;school;;${surname};Сауле`;
const sends = (person: Person, lines: string[]): Promise<unknown> =>
  person.sends({ document: { name: 'roster.csv', content: Buffer.from([header, ...lines].join('\n')) } });
const last = (person: Person): string => person.lastMessage.text;

describe('a changed roster', () => {
  it('shows who comes, who goes and what is missing before anything is written', async () => {
    await sends(first, [city, secretary, school('Прежняя')]);
    await first.presses('Загрузить');
    await sends(first, [city, school('Новая')]);
    expect(last(first)).toContain('Передача должности: 1');
    expect(last(first)).toContain('Директор, Школа № 1: Прежняя Сауле → Новая Сауле');
    expect(last(first)).toContain('Нет в файле: 1');
    expect(last(first)).toContain('Секретарь, Акимат: Пробова Дана');
    expect(await town.db.person.count({ where: { surname: 'Новая' } })).toBe(0);
  });

  it('is not applied once somebody else has changed the roster: the difference of that moment comes instead', async () => {
    const shown = first.lastMessage;
    await sends(second, [city, secretary, school('Третья')]);
    await second.presses('Загрузить');
    await first.presses('Загрузить', shown);
    expect(shown.text).toContain('реестр изменился');
    expect(shown.text).toContain('Третья Сауле → Новая Сауле');
    expect(await town.db.person.count({ where: { surname: 'Новая' } })).toBe(0);
    await first.presses('Загрузить', shown);
    expect(shown.text).toContain('Реестр загружен');
    expect(shown.text).toContain('Нет в файле, остаются как есть: 1');
    expect(await town.db.person.count({ where: { surname: 'Новая' } })).toBe(1);
    expect(await town.db.post.count({ where: { closedAt: { not: null } } })).toBe(0);
  });

  it('closes what is missing by its own press, once, for nobody else', async () => {
    const offer = first.messages.findLast(({ text }) => text.includes('Реестр загружен')) as never;
    await changingNothing(town, async () => {
      expect((await second.presses('Закрыть отсутствующие', offer)).text).toContain('другому файлу');
    });
    await first.presses('Закрыть отсутствующие', offer);
    expect((offer as { text: string }).text).toContain('Закрыто должностей: 1');
    const { text } = await first.forges(offer, 'org.roster-close:1');
    expect(text).toContain('другому файлу');
    await sends(first, [secretary]);
    expect(last(first)).toContain('Новые должности: 1');
    await first.presses('Загрузить');
    expect(await town.db.post.findMany({ where: { role: 'secretary' } })).toMatchObject([{ closedAt: null }]);
  });
});
