// /people: search, hand-over, substitutes, links, the wrong person; every step as a secretary does it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { verifyJournal } from '../../src/journal/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let head: Person;
/** Joins as the head of school 5 and turns out to be somebody else. */
let five: Person;
beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 5, silent: [4, 5] });
  head = city.heads.get(2) as Person;
  await city.secretary.says('/language');
  await city.secretary.presses('Русский');
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const last = (person: Person): string => person.lastMessage.text;
const linkIn = (text: string): string => /https:\/\/t\.me\/\S+/.exec(text)?.[0] ?? '';
const newcomer = (firstName: string) => town.tg.person({ firstName, languageCode: 'ru' });

/** Opens the panel of a school's head. */
async function opensPost(manager: Person, school: number): Promise<void> {
  await manager.says(`/people Директоров${school}`);
  await manager.presses(`Директоров${school}`);
}

async function issue(words: string): Promise<void> {
  await city.deputy.says(words);
  await city.deputy.presses('Выдать');
  await town.settle();
}

describe('/people', () => {
  it('is for those who look after people, in private', async () => {
    await changingNothing(town, async () => {
      await head.says('/people');
      expect(last(head)).toContain('нет права');
      await city.secretary.in(city.group).says('/people@orynda_bot');
      expect(city.secretary.in(city.group).lastMessage.text).toContain('личном чате');
      for (const data of [
        'people.post:1',
        'people.org:1:0',
        'people.ask:leave:1',
        'people.links-now:5',
        'people.person:1',
      ])
        expect((await head.forges(head.lastMessage, data)).text).toContain('нет права');
    });
    expect(city.secretary.menu()).toContain('people');
    expect(head.menu()).not.toContain('people');
  });

  it('of a person who is not theirs not even the name is said', async () => {
    const admin = await town.db.person.findFirstOrThrow({ where: { systemAdmin: true } });
    await city.secretary.says('/people');
    const panel = city.secretary.lastMessage;
    const sent = city.secretary.messages.length;
    await changingNothing(town, async () => {
      for (const what of ['unbind', 'rename-person']) {
        const { text } = await city.secretary.forges(panel, `people.ask:${what}:${admin.id}`);
        expect(`${text} ${last(city.secretary)}`).toContain('только администратор');
      }
    });
    const words = city.secretary.messages.slice(sent).map(({ text }) => text);
    expect(words.join()).not.toContain(admin.given);
  });

  it('finds a school by number, a person by name, and says when nothing fits', async () => {
    await city.secretary.says('/people');
    expect(last(city.secretary)).toContain('Ещё не открыли бот: 2');
    await city.secretary.presses('Найти');
    await city.secretary.says('№ 4');
    expect(city.secretary.lastMessage.buttons.flat()).toContain('Школа № 4');
    await city.secretary.presses('Школа № 4');
    expect(last(city.secretary)).toContain('Код в реестре: s4');
    await city.secretary.presses('Директор');
    expect(last(city.secretary)).toContain('Директоров4 Мысал Үлгіұлы, ещё не открыл');
    await city.secretary.says('/people Жокбаев');
    expect(last(city.secretary)).toContain('Ничего не найдено');
  });

  it('hands a post over: the successor gets the open list, the predecessor loses access at once', async () => {
    await issue('/task Школе № 2 починить крыльцо до 25.12.2026');
    await opensPost(city.secretary, 2);
    expect(last(city.secretary)).toContain('Поручений на контроле: 1');
    await city.secretary.presses('Передать другому');
    await city.secretary.says('Преемникова Сауле Пробқызы');
    await city.secretary.presses('Новый человек');
    expect(last(city.secretary)).toContain('Сейчас: Директоров2');
    expect(last(city.secretary)).toContain('перейдёт: 1');
    const before = await town.db.person.count();
    await city.secretary.presses('Нет');
    expect(await town.db.person.count()).toBe(before);
    await opensPost(city.secretary, 2);
    await city.secretary.presses('Передать другому');
    await city.secretary.says('Преемникова Сауле Пробқызы');
    await city.secretary.presses('Новый человек');
    await city.secretary.presses('Да');
    const link = linkIn(city.secretary.messages.at(-2)?.text ?? '');
    await town.settle();
    expect(last(head)).toContain('больше не занимаете');
    await head.says('/my');
    expect(last(head)).not.toContain('крыльцо');
    const saule = newcomer('Сауле');
    await saule.opens(link);
    await saule.presses('✅');
    await town.settle();
    expect(saule.inbox.map(({ text }) => text).join('\n')).toContain('крыльцо');
    await saule.replies(saule.lastMessage, 'Выполнено, крыльцо починено');
    await town.settle();
    expect(await town.db.report.count()).toBe(1);
  });

  it('two managers at once: one wins, the other is told', async () => {
    await opensPost(city.secretary, 3);
    await city.admin.says('/people Директоров3');
    await city.admin.presses('Директоров3');
    for (const [manager, name] of [
      [city.secretary, 'Первая Айша'],
      [city.admin, 'Вторая Динара'],
    ] as const) {
      await manager.presses('Передать другому');
      await manager.says(name);
      await manager.presses('Новый человек');
    }
    await city.secretary.presses('Да');
    await city.admin.presses('Да');
    expect(last(city.admin)).toContain('Кто-то успел раньше');
    const post = await town.db.post.findFirstOrThrow({
      where: { org: { code: 's3' } },
      include: { appointments: { include: { person: true } } },
    });
    const open = post.appointments.filter(({ toDay }) => toDay === null);
    expect(open.map(({ person }) => person.surname)).toEqual(['Первая']);
  });

  it('a substitute acts from day to day and both may report; it ends by itself', async () => {
    await opensPost(city.secretary, 1);
    const first = city.heads.get(1) as Person;
    await city.secretary.presses('Замещение');
    await city.secretary.says('Замещаев Марат');
    await city.secretary.presses('Новый человек');
    await city.secretary.says('24.11.2026');
    await city.secretary.says('25.11.2026');
    await city.secretary.presses('Да');
    const link = linkIn(city.secretary.messages.at(-2)?.text ?? '');
    expect(last(city.secretary)).toContain('и. о. Замещаев Марат, 24.11.2026 – 25.11.2026');
    const marat = newcomer('Марат');
    await marat.opens(link);
    await marat.presses('✅');
    await marat.says('/whoami');
    expect(last(marat)).toContain('бекітілмеген');
    town.clock.set('2026-11-24T09:00');
    await issue('/task Школе № 1 сдать списки до 25.12.2026');
    expect(last(marat)).toContain('списки');
    expect(first.inbox.map(({ text }) => text).join()).toContain('списки');
    await marat.says('/whoami');
    expect(last(marat)).toContain('міндетін атқарушы');
    town.clock.set('2026-11-26T09:00');
    await marat.says('/whoami');
    expect(last(marat)).toContain('бекітілмеген');
    await first.says('/whoami');
    expect(last(first)).toContain('№ 1 мектеп');
  });

  it('a vacated post keeps its tasks and cannot be closed; the administrator hears of it', async () => {
    await city.admin.says('/people Директоров1');
    await city.admin.presses('Директоров1');
    await city.admin.presses('Освободить');
    await city.admin.presses('Да');
    await town.settle();
    expect(last(city.admin)).toContain('вакантна');
    expect(last(city.secretary)).toContain('Должность стала вакантной');
    await city.admin.presses('Закрыть должность');
    const words = city.admin.messages.slice(-2).map(({ text }) => text);
    expect(words[0]).toContain('Поручений на контроле: 1. Сначала передайте');
    expect(await town.db.post.count({ where: { closedAt: { not: null } } })).toBe(0);
  });

  it('a person moves to another post', async () => {
    const first = city.heads.get(1) as Person;
    await city.secretary.presses('Назначить');
    await city.secretary.says('Директоров4');
    await city.secretary.presses('Директоров4');
    expect(last(city.secretary)).toContain('Что делать с прежней');
    await city.secretary.presses('освободить');
    expect(last(city.secretary)).toContain('Сейчас: –');
    await city.secretary.presses('Да');
    await town.settle();
    const person = await town.db.person.findFirstOrThrow({ where: { surname: 'Директоров4' } });
    const open = await town.db.appointment.findMany({
      where: { personId: person.id, toDay: null },
      include: { post: { include: { org: true } } },
    });
    expect(open.map(({ post }) => post.org.code)).toEqual(['s1']);
    await first.says('/my');
    expect(last(first)).not.toContain('списки');
  });

  it('a new school in a department comes with the post of its head; empty ones close', async () => {
    await city.secretary.says('/people Управление образования');
    await city.secretary.presses('Управление образования');
    await city.secretary.presses('+ Организация');
    await city.secretary.presses('школа');
    await city.secretary.presses('Частная');
    await city.secretary.says('№ 77 мектеп');
    await city.secretary.says('Школа № 77');
    await city.secretary.presses('Да');
    expect(last(city.secretary)).toContain('Школа № 77');
    const org = await town.db.organisation.findFirstOrThrow({ where: { number: '77' }, include: { posts: true } });
    expect(org).toMatchObject({
      ownership: 'private',
      type: 'school',
      path: expect.stringMatching(/^\/\d+\/\d+\/\d+\/$/) as string,
    });
    expect(org.posts.map(({ role }) => role)).toEqual(['school_head']);
    await city.secretary.presses('+ Должность');
    await city.secretary.presses('Сотрудник');
    await city.secretary.says('Оқу ісінің меңгерушісі');
    await city.secretary.presses('То же');
    await city.secretary.presses('Да');
    await city.secretary.presses('Переименовать');
    await city.secretary.says('Директордың орынбасары');
    await city.secretary.says('Заместитель директора');
    expect(last(city.secretary)).toContain('Заместитель директора, Школа № 77');
    await city.secretary.presses('Закрыть должность');
    await city.secretary.presses('Да');
    await city.secretary.presses('Закрыть организацию');
    await city.secretary.presses('Да');
    expect(await town.db.organisation.findFirst({ where: { number: '77', closedAt: null } })).toBeNull();
  });

  it('a school goes under another organisation, with its people', async () => {
    await city.secretary.says('/people № 5');
    await city.secretary.presses('Школа № 5');
    await city.secretary.presses('Подчинить другой');
    await city.secretary.says('Отдел контроля');
    expect(last(city.secretary)).toContain('Новая вышестоящая: Отдел контроля');
    await city.secretary.presses('Да');
    expect(city.secretary.lastMessage.buttons.flat()).toContain('↑ Отдел контроля');
    const org = await town.db.organisation.findFirstOrThrow({ where: { code: 's5' }, include: { parent: true } });
    expect(org.parent?.code).toBe('control');
    expect(org.path).toBe(`${org.parent?.path}${org.id}/`);
  });

  it('links of the missing come in one file, older unused ones stop working', async () => {
    const old = await town.db.invite.findFirstOrThrow({ where: { post: { org: { code: 's5' } }, revokedAt: null } });
    await city.secretary.says('/people');
    await city.secretary.presses('Ссылки для всех');
    await city.secretary.presses('Сделать файл');
    const rows = await readSheet(city.secretary.lastMessage.file?.content ?? Buffer.alloc(0));
    expect(rows[0]).toEqual(['Организация', 'Должность', 'ФИО', 'Ссылка']);
    const row = rows.find((cells) => String(cells[2]).startsWith('Директоров5'));
    expect(await town.db.invite.findUnique({ where: { id: old.id } })).toMatchObject({
      revokedAt: expect.any(Date) as Date,
    });
    five = newcomer('Бес');
    await five.opens(String(row?.[3]));
    await five.presses('✅');
    expect(await town.db.person.findUnique({ where: { telegramId: BigInt(five.id) } })).toMatchObject({
      surname: 'Директоров5',
    });
  });

  it('"not this person" ends access at once, and a new link brings the right one', async () => {
    const wrong = await town.db.person.findFirstOrThrow({ where: { surname: 'Директоров5' } });
    await city.secretary.says('/people Директоров5');
    await city.secretary.presses('Директоров5');
    await city.secretary.presses('👤');
    await city.secretary.presses('не тот человек');
    await city.secretary.presses('Да');
    await town.settle();
    expect(await town.db.person.findUnique({ where: { id: wrong.id } })).toMatchObject({
      telegramId: null,
      consentAt: null,
    });
    await five.says('/my');
    expect(last(five)).toContain('пока не знаю');
    await city.secretary.presses('Новая ссылка');
    const right = newcomer('Дұрыс');
    await right.opens(linkIn(last(city.secretary)));
    await right.presses('✅');
    expect(await town.db.person.findUnique({ where: { id: wrong.id } })).toMatchObject({
      telegramId: BigInt(right.id),
    });
  });

  it('the journal stays whole', async () => {
    const { rootId } = await town.db.organisation.findFirstOrThrow();
    expect(await verifyJournal(town.app, rootId ?? 0)).toMatchObject({ ok: true });
  });
});
