// Importing a roster into the real database: whole or not at all, twice without change, two thousand rows in seconds.
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { tokenHash } from '../../src/org/invite-rules.ts';
import { findActor, findUnreached, holdersOf, loadRoster } from '../../src/org/queries.ts';
import { importRoster, previewRoster } from '../../src/org/roster-actions.ts';
import { rosterColumns, type RosterRow } from '../../src/org/roster-files.ts';
import { changesNothing } from '../../src/org/roster-rules.ts';
import type { Actor } from '../../src/org/rules.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

type Cells = Partial<Omit<RosterRow, 'line'>>;
const rowsOf = (list: Cells[]): RosterRow[] =>
  list.map((cells, index) => {
    const empty = Object.fromEntries(rosterColumns.map((column) => [column, '']));
    return { line: index + 2, ...empty, ...cells } as RosterRow;
  });

let database: TestDatabase;
let now: Date;
let app: App;
let admin: Actor;

beforeAll(async () => {
  database = await testDatabase();
  now = new Date('2026-11-23T04:00:00Z');
  const config = readConfig({ BOT_TOKEN: '1:test', TIME_ZONE: 'Asia/Almaty' });
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now: () => now });
  const person = { surname: '', given: 'Әкімші', locale: 'kk', systemAdmin: true, telegramId: 1n, createdAt: now };
  await database.db.person.create({ data: person });
  admin = (await findActor(app, 1)) as Actor;
});
afterAll(() => database.close());

let city = 0;
let list: Cells[];
beforeEach(() => {
  city += 1;
  const code = `city${city}`;
  list = [
    {
      code,
      org_kk: 'Үлгі әкімдігі',
      org_ru: 'Акимат',
      type: 'akimat',
      role: 'deputy',
      surname: 'Үлгіұлы',
      given: 'Нұрлан',
    },
    {
      code: `${code}-edu`,
      org_ru: 'Управление образования',
      type: 'department',
      parent: code,
      role: 'dept_head',
      surname: 'Мысалқызы',
      given: 'Гүлнар',
      aliases: 'гороно',
    },
    {
      code: `${code}-12`,
      org_ru: 'Школа № 12',
      parent: `${code}-edu`,
      week: '6',
      surname: 'Сынақова',
      given: 'Айгүл',
      patronymic: 'Мысалқызы',
    },
    { code: `${code}-12`, role: 'staff', post_ru: 'Завуч', surname: 'Сынақов', given: 'Ержан' },
    { code: `${code}-13`, org_ru: 'Школа № 13', parent: `${code}-edu`, ownership: 'private' },
  ];
});
const run = (cells = list) => importRoster(app, admin, { rows: rowsOf(cells) });
const orgOf = (code: string) => database.db.organisation.findUniqueOrThrow({ where: { code } });
const counts = async () => ({
  orgs: await database.db.organisation.count(),
  posts: await database.db.post.count(),
  people: await database.db.person.count(),
  appointments: await database.db.appointment.count(),
  invites: await database.db.invite.count(),
  events: await database.db.journalEvent.count(),
});

describe('an import', () => {
  it('makes the tree with paths and numbers, posts, people, appointments from today, and links', async () => {
    const { links } = await run();
    const root = await orgOf(`city${city}`);
    const school = await orgOf(`city${city}-12`);
    const edu = await orgOf(`city${city}-edu`);
    expect(root).toMatchObject({ path: `/${root.id}/`, rootId: root.id, parentId: null });
    expect(school).toMatchObject({
      path: `/${root.id}/${edu.id}/${school.id}/`,
      rootId: root.id,
      parentId: edu.id,
      number: '12',
      type: 'school',
      week: 6,
    });
    expect([...links.keys()]).toEqual([2, 3, 4, 5]);
    expect(new Set(links.values()).size).toBe(4);
    const invite = await database.db.invite.findUniqueOrThrow({
      where: { tokenHash: tokenHash(links.get(4) ?? '') },
      include: { person: true, post: true },
    });
    expect(invite.person).toMatchObject({ surname: 'Сынақова', gender: 'female', locale: 'kk', telegramId: null });
    expect(invite.post).toMatchObject({ role: 'school_head', nameRu: 'Директор', orgId: school.id });
    expect(invite.expiresAt.getTime() - now.getTime()).toBe(14 * 86_400_000);
    const holders = await holdersOf(app, [invite.postId ?? 0]);
    expect(holders.get(invite.postId ?? 0)).toMatchObject([
      { given: 'Айгүл', acting: false, blocked: false, chatId: null },
    ]);
    expect(await verifyJournal(app, root.id)).toMatchObject({ ok: true });
  });

  it('twice changes nothing, writes nothing, and gives the same links', async () => {
    const first = await run();
    const before = await counts();
    expect(changesNothing(await previewRoster(app, admin, { rows: rowsOf(list) }))).toBe(true);
    const second = await run();
    expect([...second.links]).toEqual([...first.links]);
    expect(await counts()).toEqual(before);
  });

  it('again after the links have expired gives new ones', async () => {
    const first = await run();
    now = new Date(now.getTime() + 15 * 86_400_000);
    const second = await run();
    expect([...second.links.keys()]).toEqual([...first.links.keys()]);
    expect(second.links.get(2)).not.toBe(first.links.get(2));
  });

  it('gives no link to who has joined', async () => {
    await run();
    await database.db.person.updateMany({ where: { surname: 'Сынақова' }, data: { telegramId: null } });
    const head = await database.db.person.findFirstOrThrow({ where: { surname: 'Сынақова' }, orderBy: { id: 'desc' } });
    await database.db.person.update({ where: { id: head.id }, data: { telegramId: 77n } });
    const { links } = await run();
    expect([...links.keys()]).toEqual([2, 3, 5]);
    await database.db.person.update({ where: { id: head.id }, data: { telegramId: null } });
  });

  it('with a fault in one row imports nothing', async () => {
    const before = await counts();
    await expect(run([...list, { code: `city${city}-14`, org_ru: 'Школа № 14', parent: 'nowhere' }])).rejects.toThrow(
      'org-roster-faulty-now',
    );
    expect(await counts()).toEqual(before);
  });

  it('is refused to anybody but an administrator', async () => {
    const secretary: Actor = { ...admin, systemAdmin: false };
    await expect(importRoster(app, secretary, { rows: rowsOf(list) })).rejects.toThrow('org-roster-not-allowed');
    await expect(previewRoster(app, secretary, { rows: rowsOf(list) })).rejects.toThrow('org-roster-not-allowed');
  });

  it('moves an organisation with everything below it', async () => {
    await run();
    const code = `city${city}`;
    await run([
      { code: `${code}-unit`, org_ru: 'Отдел образования', type: 'unit', parent: code },
      { code: `${code}-edu`, parent: `${code}-unit` },
    ]);
    const [root, unit, edu, school] = await Promise.all(
      [code, `${code}-unit`, `${code}-edu`, `${code}-12`].map((one) => orgOf(one)),
    );
    expect(school?.path).toBe(`/${root?.id}/${unit?.id}/${edu?.id}/${school?.id}/`);
  });

  it('two at once are two imports one after the other', async () => {
    const [first, second] = await Promise.all([run(), run()]);
    expect([...second.links]).toEqual([...first.links]);
    expect(await database.db.organisation.count({ where: { code: { startsWith: `city${city}` } } })).toBe(4);
  });
});

describe('a change of holder', () => {
  it('ends the old appointment yesterday, begins the new one today, and revokes the old link', async () => {
    const first = await run();
    now = new Date(now.getTime() + 86_400_000);
    const changed = list.map((row) =>
      row.surname === 'Сынақова' ? { ...row, surname: 'Жаңаұлы', given: 'Олжас' } : row,
    );
    const { plan, links } = await run(changed);
    expect(plan.holdersAdded).toHaveLength(1);
    const old = await database.db.invite.findUniqueOrThrow({
      where: { tokenHash: tokenHash(first.links.get(4) ?? '') },
    });
    expect(old.revokedAt).toEqual(now);
    const appointments = await database.db.appointment.findMany({
      where: { postId: old.postId ?? 0 },
      include: { person: true },
      orderBy: { id: 'asc' },
    });
    const day = (date: Date | null) => date?.toISOString().slice(0, 10);
    expect(
      appointments.map(({ person, fromDay, toDay }) => [person.surname, day(fromDay) !== undefined, day(toDay)]),
    ).toEqual([
      ['Сынақова', true, new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10)],
      ['Жаңаұлы', true, undefined],
    ]);
    expect(links.get(4)).not.toBe(first.links.get(4));
    expect(changesNothing(await previewRoster(app, admin, { rows: rowsOf(changed) }))).toBe(true);
  });

  it('on the day of the appointment itself takes the mistake back', async () => {
    await run();
    const changed = list.map((row) => (row.surname === 'Сынақова' ? { ...row, surname: 'Түзетілген' } : row));
    const { links } = await run(changed);
    const invite = await database.db.invite.findUniqueOrThrow({ where: { tokenHash: tokenHash(links.get(4) ?? '') } });
    const held = await database.db.appointment.findMany({
      where: { postId: invite.postId ?? 0 },
      include: { person: true },
    });
    expect(held.map(({ person }) => person.surname)).toEqual(['Түзетілген']);
  });
});

describe('readers of the roster', () => {
  it('see the executors of their own tree with all their names', async () => {
    await run();
    const root = await orgOf(`city${city}`);
    const roster = await loadRoster(app, { orgPath: root.path });
    expect(roster.map(({ role }) => role).sort()).toEqual(['deputy', 'dept_head', 'school_head', 'staff'].sort());
    expect(roster.find(({ role }) => role === 'school_head')).toMatchObject({
      orgType: 'school',
      orgNumber: '12',
      names: ['Школа № 12', 'Школа № 12', 'Директор', 'Директор'],
      personNames: ['Сынақова Айгүл Мысалқызы'],
    });
    expect(roster.find(({ role }) => role === 'dept_head')?.aliases).toEqual(['гороно']);
  });

  it('see who cannot be written to, in their part of the tree', async () => {
    await run();
    const root = await orgOf(`city${city}`);
    const edu = await orgOf(`city${city}-edu`);
    const all = await findUnreached(app, { scopes: [root.path] });
    expect(all.total).toBe(4);
    const below = await findUnreached(app, { scopes: [edu.path], skip: 1, take: 1 });
    expect(below.total).toBe(3);
    expect(below.rows).toHaveLength(1);
    expect((await findUnreached(app, { scopes: [] })).total).toBe(0);
    const everywhere = await findUnreached(app, { scopes: null, take: 1 });
    expect(everywhere.total).toBeGreaterThanOrEqual(4);
  });
});

describe('two thousand rows', () => {
  const big = (): Cells[] => [
    { code: 'big', org_ru: 'Большой акимат', type: 'akimat' },
    ...Array.from({ length: 1_999 }, (_, n) => ({
      code: `big-${n}`,
      org_kk: `№ ${n + 1} мектеп`,
      org_ru: `Школа № ${n + 1}`,
      parent: 'big',
      surname: `Тегі${n}`,
      given: 'Аты',
      patronymic: 'Мысалқызы',
    })),
  ];

  it('are imported with as many database operations as a small roster', async () => {
    const statements = await counted(() => run(list));
    const many = await counted(() => run(big()));
    expect(await database.db.person.count({ where: { surname: { startsWith: 'Тегі' } } })).toBe(1_999);
    expect(statements).toBeGreaterThan(10);
    expect(many).toBeLessThanOrEqual(statements);
    const again = await counted(() => run(big()));
    expect(again).toBeLessThan(many);
  });

  /** Operations of the database client during the work. */
  async function counted(work: () => Promise<unknown>): Promise<number> {
    let statements = 0;
    const { db } = database;
    const counting = db.$extends({
      query: {
        $allOperations: ({ args, query }: { args: unknown; query: (args: unknown) => Promise<unknown> }) => {
          statements += 1;
          return query(args);
        },
      },
    });
    const before = app;
    app = { ...app, db: counting as unknown as App['db'] };
    await work().finally(() => {
      app = before;
    });
    return statements;
  }
});
