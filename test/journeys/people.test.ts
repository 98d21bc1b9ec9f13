// People come in and go: "this is me", its confirmation, and what is refused.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verifyJournal } from '../../src/journal/queries.ts';
import { inviteKey } from '../../src/org/invite-actions.ts';
import { sealPlace } from '../../src/people/claim-rules.ts';
import { buildCity, type City } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';

let town: Town;
let city: City;
beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 5, silent: [2, 4, 5] });
}, 120_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

const personOf = (person: Person) => town.db.person.findUnique({ where: { telegramId: BigInt(person.id) } });
const postOfSchool = (n: number) =>
  town.db.post.findFirstOrThrow({ where: { org: { code: `s${n}` } }, include: { org: true } });
const newcomer = (firstName: string, lastName = '') => town.tg.person({ firstName, lastName, languageCode: 'ru' });

/** Opens the list by the button in the group and chooses a school. */
async function claims(person: Person, school: number): Promise<void> {
  await city.group.joins(person).catch(() => {});
  await person.in(city.group).presses('Бұл мен');
  await person.presses(`Школа № ${school}`);
  await person.presses('Это я');
  await town.settle();
}

describe('"this is me"', () => {
  it('the group hears of posts, not of names, and each page has the button', async () => {
    await city.secretary.in(city.group).says('/unreached@orynda_bot');
    const { text, keyboard } = city.secretary.in(city.group).lastMessage;
    expect(text).toContain('Ботты әлі ашпағандар: 3');
    expect(text).toContain('Ещё не открыли бот: 3');
    expect(text).toContain('Директор школы, Школа № 4');
    expect(text).not.toContain('Директоров');
    expect(keyboard.flat()[0]?.url).toMatch(/^https:\/\/t\.me\/orynda_bot\?start=claim-\d+-[\w-]{10}$/);
  });

  it('is for the secretary to ask, and needs a bound group', async () => {
    const head = city.heads.get(1) as Person;
    await changingNothing(town, async () => {
      await head.in(city.group).says('/unreached@orynda_bot');
      expect(head.in(city.group).lastMessage.text).toContain('хатшысы');
      const empty = town.tg.group({ title: 'Бос', members: [city.admin] });
      await city.admin.in(empty).says('/unreached@orynda_bot');
      expect(city.admin.in(empty).lastMessage.text).toContain('/link@orynda_bot');
    });
  });

  it('a stranger chooses the post, agrees, and is bound when the secretary confirms', async () => {
    await city.deputy.in(city.group).says('/task@orynda_bot Школе № 2 починить крыльцо до 25.12.2026');
    await city.deputy.in(city.group).presses('Выдать');
    await town.settle();
    const gul = newcomer('Гуля', 'Пробная');
    await city.secretary.in(city.group).says('/unreached@orynda_bot');
    await city.group.joins(gul);
    await gul.in(city.group).presses('Бұл мен');
    expect(gul.lastMessage.buttons.flat()).toContain('Школа № 2, Директор школы');
    expect(gul.lastMessage.text + gul.lastMessage.buttons.join()).not.toContain('Директоров');
    await gul.presses('Школа № 2');
    expect(gul.lastMessage.text).toContain('Персональные данные');
    expect(await town.db.claim.count()).toBe(0);
    await gul.presses('Это я');
    expect(gul.lastMessage.text).toContain('передана на подтверждение');
    await town.settle();
    const asked = city.secretary.lastMessage;
    expect(asked.text).toContain('Пробная Гуля');
    expect(asked.text).toContain('Директоров2 Мысал Үлгіұлы');
    await city.secretary.presses('Растау', asked);
    await town.settle();
    expect(asked.text).toContain('Расталды: Пробова Дана');
    expect(asked.buttons).toEqual([]);
    expect(await personOf(gul)).toMatchObject({ surname: 'Директоров2', consentVersion: 1, locale: 'ru' });
    const words = gul.inbox.map(({ text }) => text).join('\n');
    expect(words).toContain('Подтверждено. Вы подключены.');
    expect(words).toContain('крыльцо');
    expect(gul.menu()).toContain('my');
    const invites = await town.db.invite.findMany({ where: { post: { org: { code: 's2' } } } });
    expect(invites.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });

  it('of two claims for one post one is confirmed, the other refused, and both are told', async () => {
    const [first, second] = [newcomer('Бірінші'), newcomer('Екінші')];
    await claims(first, 4);
    await claims(second, 4);
    const questions = city.secretary.messages.slice(-2);
    await Promise.all([
      city.secretary.presses('Растау', questions[0]),
      city.admin.forges(city.admin.lastMessage, 'people.claim-confirm:999'),
    ]);
    await town.settle();
    expect(first.inbox.map(({ text }) => text).join()).toContain('Подтверждено');
    expect(second.lastMessage.text).toContain('не подтверждена');
    expect(await personOf(second)).toBeNull();
    const { text, alert } = await city.secretary.forges(
      questions[1] as never,
      `people.claim-confirm:${await lastClaim()}`,
    );
    expect([text, alert]).toEqual(['Бұл өтініш бойынша шешім қабылданған.', true]);
  });

  it('somebody who holds a post already may claim a second one', async () => {
    const head = city.heads.get(1) as Person;
    await claims2(head, 'kk', '№ 5 мектеп');
    expect(city.secretary.lastMessage.text).toContain('Қосылған аты: Директоров1 Мысал');
    await city.secretary.presses('Растау');
    await town.settle();
    const person = await personOf(head);
    const posts = await town.db.appointment.findMany({
      where: { personId: person?.id ?? 0 },
      include: { post: { include: { org: true } } },
    });
    expect(posts.map(({ post }) => post.org.code).sort()).toEqual(['s1', 's5']);
    expect(person).toMatchObject({ locale: 'kk', surname: 'Директоров1' });
  });

  it('forged, stale and doubled presses are answered and change nothing', async () => {
    await city.admin.says('/help');
    const place = await town.db.place.findFirstOrThrow();
    const [mine, held] = [await postOfSchool(1), await postOfSchool(3)];
    const stranger = newcomer('Бөтен');
    await stranger.opens('claim-99999');
    expect(stranger.lastMessage.text).toContain('больше не действует');
    await stranger.opens(`claim-${place.id}`);
    expect(stranger.lastMessage.text).toContain('больше не действует');
    const sealed = sealPlace(await inviteKey(town.app), place.id);
    await stranger.opens(`claim-${sealed}`);
    const list = stranger.lastMessage;
    await changingNothing(town, async () => {
      for (const data of [
        `people.claim-take:ru:${sealed}:${held.id}`,
        `people.claim-take:ru:${place.id}:${(await postOfSchool(2)).id}`,
        `people.claim-leaf:ru:${place.id}:0`,
        `people.claim-take:ru:${sealed}:${mine.id}`,
        `people.claim-take:ru:${sealed}:999999`,
        `people.claim-take:xx:${sealed}:${held.id}`,
        `people.claim-post:ru:99999:${held.id}`,
        'people.claim-confirm:1',
        'people.claim-refuse:1',
        'people.claim-leaf:ru',
        `people.missing:${place.id}:0`,
      ]) {
        const { text } = await stranger.forges(list, data);
        expect([data, text.length > 10]).toEqual([data, true]);
      }
    });
  });

  it('three open claims are enough, and the same post is claimed once', async () => {
    const schools = [6, 7, 8, 9];
    const above = await town.db.organisation.findFirstOrThrow({ where: { code: 'edu' } });
    for (const n of schools) {
      const names = { nameKk: `№ ${n} мектеп`, nameRu: `Школа № ${n}`, number: String(n), code: `s${n}` };
      const org = await town.db.organisation.create({
        data: {
          ...names,
          type: 'school',
          parentId: above.id,
          rootId: above.rootId,
          path: '',
          createdAt: town.clock.now(),
        },
      });
      await town.db.organisation.update({ where: { id: org.id }, data: { path: `${above.path}${org.id}/` } });
      const post = { orgId: org.id, role: 'school_head' as const, nameKk: 'Директор', nameRu: 'Директор' };
      await town.db.post.create({ data: { ...post, createdAt: town.clock.now() } });
    }
    const flood = newcomer('Тасқын');
    const place = await town.db.place.findFirstOrThrow();
    const sealed = sealPlace(await inviteKey(town.app), place.id);
    const answers: string[] = [];
    for (const n of [6, 6, 7, 8, 9]) {
      await flood.opens(`claim-${sealed}`);
      const list = flood.lastMessage;
      const { text } = await flood.forges(list, `people.claim-take:ru:${sealed}:${(await postOfSchool(n)).id}`);
      answers.push(text);
    }
    expect(answers.map((text) => text.slice(0, 12))).toEqual(['', 'Ваша просьба', '', '', 'У вас уже тр']);
    expect(await town.db.claim.count({ where: { telegramId: BigInt(flood.id), state: 'open' } })).toBe(3);
  });

  it('a vacant post makes a person out of the profile; a refusal is told kindly', async () => {
    await town.settle();
    const questions = city.secretary.messages.slice(-3);
    await city.secretary.presses('Растау', questions[0]);
    await city.secretary.presses('Бас тарту', questions[1]);
    await town.settle();
    const claimed = await town.db.claim.findMany({ orderBy: { id: 'desc' }, take: 3 });
    expect(claimed.map(({ state }) => state).sort()).toEqual(['confirmed', 'open', 'refused']);
    expect(await town.db.person.findFirst({ where: { given: 'Тасқын' } })).toMatchObject({ surname: '' });
  });

  it('open claims can be called up, and one decided there shows it there', async () => {
    await city.secretary.says('/people');
    expect(city.secretary.lastMessage.text).toContain('«Бұл мен» өтініші: 1');
    await city.secretary.presses('өтініштері');
    const listed = city.secretary.lastMessage;
    await city.secretary.presses('Бас тарту', listed);
    await town.settle();
    expect(listed.text).toContain('Бас тартылды: Пробова Дана');
    expect(await town.db.claim.count({ where: { state: 'open' } })).toBe(0);
  });

  it('the journal stays whole', async () => {
    const { rootId } = await town.db.organisation.findFirstOrThrow();
    expect(await verifyJournal(town.app, rootId ?? 0)).toMatchObject({ ok: true });
  });
});

async function lastClaim(): Promise<number> {
  return (await town.db.claim.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
}

async function claims2(person: Person, _locale: string, label: string): Promise<void> {
  await person.in(city.group).presses('Бұл мен');
  await person.presses(label);
  await person.presses('Бұл мен');
  await town.settle();
}
