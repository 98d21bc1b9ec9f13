// Forged presses over real HTTP: every button of the bot, with ids that exist, by everybody who has no right to it. Nothing changes, each press is answered, nothing is told.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findActor } from '../../src/org/queries.ts';
import { submitReport } from '../../src/reports/actions.ts';
import { addItems, createResolution } from '../../src/resolutions/actions.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { buildCity, type City, importRoster } from '../support/city.ts';
import { changingNothing } from '../support/rows.ts';
import { expectNoViolations, type Person } from '../support/telegram.ts';
import { startTown, type Town } from '../support/town.ts';
import { surfaceOf } from '../rights/bot-surface.ts';
import { buttons } from '../rights/surface.ts';

/** Every table counts on from here, so that one number is the id of a task, a share, a report, a request, a resolution ... */
const first = 7000;
/** Stands in every text that only some may read. */
const secret = 'Құпия-мәтін';

const header =
  'code;org_kk;org_ru;parent;type;ownership;subordination;post_kk;post_ru;role;surname;given;patronymic;gender;language;aliases';
const others = [
  'city;Үлгі қаласының әкімдігі;Акимат города Үлгі;;akimat;;;Бақылаушы көз;Наблюдатель;observer;Көзов;Үлгі;;male;ru;',
  's1;№ 1 мектеп;Школа № 1;edu;school;state;;Орынбасар;Завуч;staff;Завучев;Үлгі;;male;ru;',
  'city;;;;;;;Бақылау секторы;Сектор контроля;controller;Секторов;Үлгі;;male;ru;',
  'far;Алыс ауданы;Дальний район;city;district;;;Аудан әкімі;Аким района;district_akim;Алысов;Үлгі;;male;ru;',
  'far;;;;;;;Аудан әкімінің орынбасары;Заместитель акима района;district_deputy;Алысова;Үлгі;;female;ru;',
  'unit;Алыс бөлім;Дальний отдел;edu;unit;;;Бөлім басшысы;Руководитель отдела;unit_head;Отделов;Үлгі;;male;ru;',
  'other;Басқа қаланың әкімдігі;Акимат другого города;;akimat;;;Әкім;Аким;akim;Басқаев;Үлгі;;male;ru;',
  'other;;;;;;;Әкім орынбасары;Заместитель акима;deputy;Өзгеев;Үлгі;;male;ru;',
  'other;;;;;;;Хатшы;Секретарь;secretary;Бөтенова;Үлгі;;female;ru;',
  'other;;;;;;;Бақылаушы;Контролёр;controller;Жатова;Үлгі;;female;ru;',
];

const reading = 'tasks.see digests.read';
const papers = 'resolutions.see meetings.see';
const keeping = 'org.keep-people org.hand-over resolutions.teach groups.bind';
/** What each may do with the things of this test, typed by hand; everything else is forged. */
const allowed: Record<string, string> = {
  'the executor': `shares.acknowledge shares.report shares.misaddressed shares.block shares.ask shares.hand-down extensions.ask extensions.withdraw tasks.see`,
  'another head': '',
  'staff of the executor': '',
  'the department above': `${reading} resolutions.delegate`,
  'the secretary': `${reading} ${papers} ${keeping} resolutions.draft resolutions.register-paper meetings.keep tasks.see`,
  'an observer': `${reading} ${papers}`,
  'the police': 'resolutions.delegate',
  'an administrator': `${keeping} org.import org.erase calendar.edit`,
  'the controller of another task': `${reading} ${papers}`,
  'the akim of a district': 'digests.read resolutions.delegate',
  'a deputy of a district': 'digests.read resolutions.delegate',
  'the head of a unit': 'digests.read',
  'the akim of another city': 'digests.read resolutions.delegate',
  'a deputy of another city': 'digests.read resolutions.delegate',
  'the secretary of another city': 'digests.read',
  'the controller of another city': 'digests.read',
  'a stranger': '',
};
/** Open the presser's own empty form or list, whatever the data say. */
const harmless =
  /^(org\.(language|decline|import-cancel|agree|join-language)|digests\.new|resolutions\.new|people\.(claim|privacy)|tasks\.show|reports\.(queue|pages)|intake\.head)/;

/** Whoever tries to adopt in the chair's place leaves an event, and nothing else. */
const adopting = /^resolutions\.(adopt|return|issue|revoke):/;
/** Presses that wait for the bot at a time. */
const together = 50;

let town: Town;
let city: City;
const people: Record<string, Person> = {};

beforeAll(async () => {
  town = await startTown();
  city = await buildCity(town, { schools: 2 });
  const links = await importRoster(city.admin, [header, ...others]);
  const join = async (surname: string): Promise<Person> => {
    const person = town.tg.person({ firstName: surname, languageCode: 'ru' });
    await person.opens(links.get(surname) as string);
    await person.presses('✅');
    return person;
  };
  Object.assign(people, {
    'the executor': city.heads.get(1),
    'another head': city.heads.get(2),
    'staff of the executor': await join('Завучев'),
    'the department above': city.department,
    'the secretary': city.secretary,
    'an observer': await join('Көзов'),
    'the police': city.police,
    'an administrator': city.admin,
    'the controller of another task': await join('Секторов'),
    'the akim of a district': await join('Алысов'),
    'a deputy of a district': await join('Алысова'),
    'the head of a unit': await join('Отделов'),
    'the akim of another city': await join('Басқаев'),
    'a deputy of another city': await join('Өзгеев'),
    'the secretary of another city': await join('Бөтенова'),
    'the controller of another city': await join('Жатова'),
    'a stranger': town.tg.person({ firstName: 'Бейтаныс', languageCode: 'ru' }),
  });
  await people['a stranger']?.says('/start');
  await countOnFrom(first);
  await things();
  await town.settle();
}, 90_000);
afterAll(() => town.close());
afterEach(() => expectNoViolations(town.emulator));

async function countOnFrom(id: number): Promise<void> {
  const sequences = await town.db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(sequencename) AS name FROM pg_sequences WHERE schemaname = 'public'`;
  for (const { name } of sequences) await town.db.$executeRawUnsafe(`ALTER SEQUENCE ${name} RESTART WITH ${id}`);
}

/** 7000: a task on control with a report that waits, a request for more time, a question, a resolution of the deputy; 7001: a draft of the deputy. */
async function things(): Promise<void> {
  const { app, db } = town;
  const actorOf = async (person: Person) => {
    const actor = await findActor(app, person.id);
    if (!actor) throw new Error('nobody');
    return actor;
  };
  const deputy = await actorOf(city.deputy);
  const head = await actorOf(city.heads.get(1) as Person);
  const postId = head.posts[0]?.postId ?? 0;
  const by = deputy.posts[0]?.postId ?? 0;
  const text = `Сделать ${secret}`;
  const fields = { text, locale: 'ru' as const, due: '2026-12-25', executorPostIds: [postId] };
  await createDraft(app, deputy, fields);
  await issueTask(app, deputy, { taskId: first, undoSeconds: 0 });
  await submitReport(app, head, {
    participationId: first,
    text: secret,
    final: true,
    attachments: [],
    requestKey: 'forged',
  });
  await createDraft(app, deputy, fields);
  const participation = {
    participationId: first,
    reason: secret,
    oldDue: new Date('2026-12-25'),
    proposedDue: new Date('2027-01-15'),
  };
  await db.extension.create({
    data: { ...participation, requestedAt: app.now(), requestedById: head.personId, requestedByPostId: postId },
  });
  await db.question.create({
    data: {
      participationId: first,
      fromPersonId: deputy.personId,
      fromPostId: by,
      toPostId: postId,
      text: secret,
      askedAt: app.now(),
    },
  });
  const root = head.posts[0]?.rootId ?? 0;
  await createResolution(app, deputy, { orgId: root, theme: secret, day: '2026-11-23', chairPostId: by, number: '7' });
  await addItems(app, deputy, {
    resolutionId: first,
    items: [{ ...fields, kind: 'assignment', fanOut: false } as never],
  });
  await db.resolution.update({ where: { id: first }, data: { sentAt: app.now() } });
}

/** What the bot answered to each press, and what it wrote besides. Pressed without waiting for each other, answered in their order. */
async function pressAll(person: Person, data: string[]): Promise<string[]> {
  const message = person.lastMessage;
  const before = person.messages.length;
  const answers: string[] = [];
  for (let at = 0; at < data.length; at += together) {
    const some = data.slice(at, at + together);
    town.tg.waits = false;
    const pressed = some.map((each) => person.forges(message, each));
    town.tg.waits = true;
    await Promise.all(pressed);
    await town.tg.settle();
    const given = [...town.emulator.world.callbacks.values()].slice(-some.length);
    expect(given.filter(({ answer }) => answer === undefined)).toEqual([]);
    answers.push(...given.map(({ answer }) => answer?.text ?? ''));
  }
  return [...answers, message.text, ...person.messages.slice(before).map(({ text }) => text)];
}

/** What changed since, named by the journal: a table says only that it did. */
async function eventsSince(id: bigint): Promise<string[]> {
  const events = await town.db.journalEvent.findMany({ where: { id: { gt: id } }, orderBy: { id: 'asc' } });
  return events.map(({ verb }) => verb);
}

describe('a forged press', () => {
  it.each(Object.keys(allowed).map((name, at) => [name, at] as const))(
    'by %s changes nothing, is answered, and tells nothing',
    { timeout: 60_000 },
    async (name, at) => {
      const person = people[name] as Person;
      const may = (allowed[name] ?? '').split(' ');
      const found = surfaceOf(town.app).buttons.filter((verb) => !harmless.test(verb));
      const forged = found.filter((verb) => !(buttons[verb] ?? '').split(' ').some((action) => may.includes(action)));
      expect(forged.length).toBeGreaterThan(40);
      // Each button is pressed by each person, and in every form by somebody.
      const forms = [`:${first}`, `:${first}:${first}`, `:${first + 1}`];
      const data = forged.map((verb, nth) => `${verb}${forms[(nth + at) % forms.length] ?? ''}`);
      const press = async (wanted: boolean): Promise<string[]> =>
        pressAll(
          person,
          data.filter((each) => adopting.test(each) === wanted),
        );
      const { id } = await town.db.journalEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
      const told = await changingNothing(town, async () => {
        const texts = await press(false);
        expect(await eventsSince(id)).toEqual([]);
        return texts;
      });
      const resolution = (): Promise<unknown> =>
        town.db.resolution.findMany({ include: { tasks: true, meeting: true } });
      const before = await resolution();
      told.push(...(await press(true)));
      expect(await resolution()).toEqual(before);
      expect((await eventsSince(id)).filter((verb) => verb !== 'resolutions.refused')).toEqual([]);
      if (!may.includes('tasks.see')) expect(told.filter((text) => text.includes(secret))).toEqual([]);
      expect(told.filter((text) => text.startsWith(town.app.t('ru', 'telegram-our-fault').slice(0, 20)))).toEqual([]);
      // The same message is written anew again and again: Telegram says that nothing is new, and the bot minds not.
      const { violations } = town.emulator;
      violations.splice(0, violations.length, ...violations.filter((each) => !String(each).includes('not modified')));
    },
  );
});
