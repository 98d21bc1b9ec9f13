// /privacy: what is stored, the export, and erasing somebody while records stay and the journal holds.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAdminInvite } from '../../src/org/actions.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
let head: Person;
beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
  head = city.heads.get(2) as Person;
  await city.deputy.says('/task Школе № 2 починить крыльцо до 25.12.2026');
  await city.deputy.presses('Выдать');
  await town.settle();
  await head.replies(head.lastMessage, 'Выполнено, крыльцо починено');
  await town.settle();
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const last = (person: Person): string => person.lastMessage.text;
const personOf = (person: Person) => town.db.person.findUniqueOrThrow({ where: { telegramId: BigInt(person.id) } });

/** Every place in the database where these words stand. */
async function placesOf(words: string): Promise<string[]> {
  const tables = await town.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await town.db.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${name}" t WHERE t::text LIKE '%' || $1 || '%'`,
      words,
    );
    if ((row?.n ?? 0) > 0) found.push(name);
  }
  return found;
}

describe('/privacy', () => {
  it('says what is stored and what was agreed to', async () => {
    await head.says('/privacy');
    expect(last(head)).toContain('Директоров2 Мысал Үлгіұлы');
    expect(last(head)).toContain('Отчётов: 1');
    expect(last(head)).toMatch(/Согласие дано: 23\.11\.2026 \d\d:\d\d, версия текста: 1/);
    expect(head.menu()).toContain('privacy');
    await head.in(city.group).says('/privacy@orynda_bot');
    expect(head.in(city.group).lastMessage.text).toContain('личном чате');
  });

  it('exports everything as JSON, of oneself only', async () => {
    await head.says('/privacy');
    await head.presses('Выгрузить');
    const { name, content } = head.lastMessage.file ?? { name: '', content: Buffer.alloc(0) };
    expect(name).toBe('my-data.json');
    const data = JSON.parse(content.toString()) as Record<string, never>;
    expect(data).toMatchObject({
      person: { surname: 'Директоров2', telegramId: String(head.id) },
      consent: { version: 1 },
      reports: [{ text: 'Выполнено, крыльцо починено' }],
    });
    expect(content.toString()).not.toContain('Директоров1');
  });

  it('a request can be withdrawn, refused, and is asked once', async () => {
    await head.says('/privacy');
    await head.presses('Попросить удалить');
    await head.presses('Да, прошу');
    await town.settle();
    expect(last(city.admin)).toContain('Директоров2');
    const asked = city.admin.lastMessage;
    await head.says('/privacy');
    expect(last(head)).toContain('ждёт решения');
    const again = await changingNothing(town, () => head.forges(head.lastMessage, 'people.erasure-send:yes'));
    expect(again.text).toContain('ждёт решения');
    await head.presses('Отозвать');
    await town.settle();
    expect(asked.text).toContain('Удаления не было');
    const late = await city.admin.forges(asked, `people.erasure-now:${(await personOf(head)).id}`);
    expect(late.text).toContain('уже принято');
    await head.says('/privacy');
    await head.presses('Попросить удалить');
    await head.presses('Да, прошу');
    await town.settle();
    await city.admin.presses('Отказать');
    await town.settle();
    expect(last(head)).toContain('отказано');
    expect(await personOf(head)).toMatchObject({ surname: 'Директоров2' });
  });

  it('nobody but an administrator decides, and the last one cannot leave', async () => {
    const { id } = await personOf(head);
    await changingNothing(town, async () => {
      for (const data of [
        `people.erasure-now:${id}`,
        `people.erasure-refuse:${id}`,
        `people.erasure-sure:${id}`,
        `people.erasure:${id}`,
      ])
        expect((await city.secretary.forges(city.secretary.lastMessage, data)).text).toContain('әкімшісі');
      await city.admin.says('/privacy');
      await city.admin.presses('Попросить удалить');
      expect((await city.admin.presses('Да, прошу')).text).toContain('единственный администратор');
    });
  });

  it('erasing takes the name and the account from every table; the report stays with the post', async () => {
    const { id } = await personOf(head);
    await head.says('/privacy');
    await head.presses('Попросить удалить');
    await head.presses('Да, прошу');
    await town.settle();
    await city.admin.presses('Удалить…');
    await city.admin.presses('Да, удалить');
    await town.settle();
    expect(last(head)).toContain('данные удаляются');
    const decided = city.admin.messages.filter(({ text }) => text.includes('Просьба удалить')).at(-1);
    expect(decided?.text).toContain('Удалено');
    await head.says('/my');
    expect(last(head)).toContain('пока не знаю');
    expect(await placesOf('Директоров2')).toEqual([]);
    expect(await placesOf(String(head.id))).toEqual([]);
    expect(await town.db.person.findUnique({ where: { id } })).toMatchObject({ telegramId: null, given: `№ ${id}` });
    expect(await town.db.report.findFirst({ where: { byPersonId: id } })).toMatchObject({
      text: 'Выполнено, крыльцо починено',
    });
    expect(city.secretary.inbox.map(({ text }) => text).join()).toContain('Лауазым босады');
    expect(await verifyJournal(town.app)).toMatchObject({ ok: true });
  });

  it('the same account may join again as somebody new', async () => {
    await head.opens(await createAdminInvite(town.app));
    await head.presses('Это я');
    expect(await personOf(head)).toMatchObject({ systemAdmin: true, given: head.name });
  });
});
