// A changed roster: what is shown before it is applied, what it no longer names, two administrators at once, two thousand rows.
import { pino } from 'pino';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { deactivatePosts } from '../../src/org/close-actions.ts';
import { findActor } from '../../src/org/queries.ts';
import { importRoster, previewRoster } from '../../src/org/roster-actions.ts';
import { diffBlock, diffTable, isCut } from '../../src/org/roster-diff-messages.ts';
import { diffLines, planDigest } from '../../src/org/roster-diff-rules.ts';
import { rosterColumns, type RosterRow, writeXlsx } from '../../src/org/roster-files.ts';
import type { Actor } from '../../src/org/rules.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

type Cells = Partial<Omit<RosterRow, 'line'>>;
const rowsOf = (list: Cells[]): RosterRow[] =>
  list.map((cells, index) => {
    const empty = Object.fromEntries(rosterColumns.map((column) => [column, '']));
    return { line: index + 2, ...empty, ...cells } as RosterRow;
  });

let database: TestDatabase;
let app: App;
let admin: Actor;
const now = new Date('2026-11-23T04:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test', TIME_ZONE: 'Asia/Almaty' });
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now: () => now });
  const person = { surname: '', given: 'Әкімші', locale: 'kk', systemAdmin: true, telegramId: 1n, createdAt: now };
  await database.db.person.create({ data: person });
  admin = (await findActor(app, 1)) as Actor;
  await importRoster(app, admin, { rows: rowsOf(first) });
});
afterAll(() => database.close());

const first: Cells[] = [
  {
    code: 'city',
    org_kk: 'Үлгі әкімдігі',
    org_ru: 'Акимат',
    type: 'akimat',
    role: 'deputy',
    surname: 'Үлгіұлы',
    given: 'Нұрлан',
  },
  { code: 'city', role: 'secretary', surname: 'Пробова', given: 'Дана' },
  {
    code: 's1',
    org_kk: '№ 1 мектеп',
    org_ru: 'Школа № 1',
    type: 'school',
    parent: 'city',
    surname: 'Бірінші',
    given: 'Айгүл',
  },
  {
    code: 's2',
    org_kk: '№ 2 мектеп',
    org_ru: 'Школа № 2',
    type: 'school',
    parent: 'city',
    surname: 'Екінші',
    given: 'Болат',
  },
];
const second: Cells[] = [
  { code: 'city', role: 'deputy', surname: 'Үлгіұлы', given: 'Нұрлан', patronymic: 'Мысалұлы' },
  { code: 's1', org_ru: 'Гимназия № 1', surname: 'Жаңа', given: 'Сәуле' },
  { code: 's2', week: '6', surname: 'Екінші', given: 'Болат' },
  {
    code: 's3',
    org_kk: '№ 3 мектеп',
    org_ru: 'Школа № 3',
    type: 'school',
    parent: 'city',
    surname: 'Үшінші',
    given: 'Дана',
  },
];
const refusalOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.key : String(error)),
  );

describe('the difference', () => {
  it('names what is added, changed, handed over and missing, with old and new values', async () => {
    const plan = await previewRoster(app, admin, { rows: rowsOf(second) });
    const shown = diffLines(plan).map(({ kind, subject, field, before, after }) => [
      kind,
      subject.nameRu,
      field,
      before,
      after,
    ]);
    expect(shown).toEqual([
      ['body-added', 'Школа № 3', undefined, '', ''],
      ['body-changed', 'Гимназия № 1', 'nameRu', 'Школа № 1', 'Гимназия № 1'],
      ['body-changed', 'Школа № 2', 'week', '5', '6'],
      ['post-added', 'Директор, Школа № 3', undefined, '', ''],
      ['handed-over', 'Директор, Гимназия № 1', undefined, 'Бірінші Айгүл', 'Жаңа Сәуле'],
      ['person-added', 'Директор, Школа № 3', undefined, '', 'Үшінші Дана'],
      ['person-changed', 'Заместитель акима, Акимат', 'patronymic', '', 'Мысалұлы'],
      ['person-changed', 'Заместитель акима, Акимат', 'gender', '', 'male'],
      ['missing', 'Секретарь, Акимат', undefined, 'Пробова Дана', ''],
    ]);
  });

  it('stands in every language, escaped, and as a table where it is too long', async () => {
    const many = Array.from({ length: 300 }, (_, n) => ({
      code: `x${n}`,
      org_ru: `<b>Школа № ${n}</b>`,
      type: 'school',
      parent: 'city',
    }));
    const plan = await previewRoster(app, admin, { rows: rowsOf(many) });
    for (const locale of ['kk', 'ru', 'en'] as const) {
      const block = diffBlock(app.t, locale, plan).join('\n');
      expect(block).toContain('&lt;b&gt;');
      expect(block.length).toBeLessThan(3_100);
    }
    expect(isCut(app.t, 'ru', plan)).toBe(true);
    const table = await readSheet(Buffer.from(await writeXlsx(diffTable(app.t, 'ru', plan))));
    expect(table).toHaveLength(301);
    const short = await previewRoster(app, admin, { rows: rowsOf(second) });
    expect(isCut(app.t, 'ru', short)).toBe(false);
  });

  it('has a digest that changes with it', async () => {
    const digestOf = async (rows: Cells[]) => planDigest(await previewRoster(app, admin, { rows: rowsOf(rows) }));
    expect(await digestOf(second)).toBe(await digestOf(second));
    expect(await digestOf(second)).not.toBe(await digestOf(first));
  });
});

describe('applying it', () => {
  it('two administrators at once: one wins, the other is told, nothing is written twice', async () => {
    const mine = rowsOf(second);
    const yours = rowsOf([{ code: 's2', surname: 'Басқа', given: 'Ерлан' }]);
    const digests = await Promise.all(
      [mine, yours].map(async (rows) => planDigest(await previewRoster(app, admin, { rows }))),
    );
    const results = await Promise.all(
      [mine, mine, mine].map((rows) => refusalOf(importRoster(app, admin, { rows, expected: digests[0] ?? '' }))),
    );
    expect(results.sort()).toEqual(['done', 'org-roster-changed-meanwhile', 'org-roster-changed-meanwhile']);
    expect(await database.db.person.count({ where: { surname: 'Жаңа' } })).toBe(1);
    expect(await refusalOf(importRoster(app, admin, { rows: yours, expected: digests[1] ?? '' }))).toBe('done');
  });

  it('closes what is missing by a press of its own, but nothing that tasks hang on', async () => {
    const secretary = await database.db.post.findFirstOrThrow({ where: { role: 'secretary' } });
    const school = await database.db.post.findFirstOrThrow({ where: { org: { code: 's1' } } });
    expect(secretary.closedAt).toBeNull();
    const task = { headline: 'Т', state: 'issued' as const, rootOrgId: 1, createdAt: now };
    await database.db.task.create({
      data: { ...task, participations: { create: { postId: school.id, force: 'assignment' } } },
    });
    const done = await deactivatePosts(app, admin, { postIds: [secretary.id, school.id] });
    expect(done).toEqual({ closed: 1, busy: 1 });
    expect(await database.db.post.findUnique({ where: { id: secretary.id } })).toMatchObject({ closedAt: now });
    const left = await database.db.appointment.count({ where: { postId: secretary.id, toDay: null } });
    expect(left).toBe(0);
    expect(await deactivatePosts(app, admin, { postIds: [secretary.id] })).toEqual({ closed: 0, busy: 0 });
    const head = { ...admin, systemAdmin: false };
    expect(await refusalOf(deactivatePosts(app, head, { postIds: [school.id] }))).toBe('org-roster-not-allowed');
  });

  it('opens a closed post and a closed organisation again when a file names them', async () => {
    await database.db.organisation.updateMany({ where: { code: 's3' }, data: { closedAt: now } });
    const [closed] = await database.db.organisation.findMany({ where: { code: 's3' } });
    const rows = rowsOf([
      { code: 'city', role: 'secretary', surname: 'Пробова', given: 'Дана' },
      { code: 's3', org_kk: '№ 3 мектеп', org_ru: 'Школа № 3', type: 'school', parent: 'city' },
    ]);
    await importRoster(app, admin, { rows });
    expect(await database.db.organisation.findMany({ where: { code: 's3' } })).toMatchObject([
      { id: closed?.id, closedAt: null },
    ]);
    expect(await database.db.post.findMany({ where: { role: 'secretary' } })).toMatchObject([{ closedAt: null }]);
  });

  it('takes a changed file of two thousand rows', async () => {
    const rows = (surname: string) =>
      rowsOf(
        Array.from({ length: 2_000 }, (_, n) => ({
          code: `big${n}`,
          org_ru: `Школа № ${n}`,
          type: 'school',
          parent: 'city',
          surname,
          given: `Мысал${n}`,
        })),
      );
    await importRoster(app, admin, { rows: rows('Алғашқы') });
    const plan = await previewRoster(app, admin, { rows: rows('Кейінгі') });
    diffBlock(app.t, 'ru', plan);
    const { links } = await importRoster(app, admin, { rows: rows('Кейінгі'), expected: planDigest(plan) });
    expect(plan.holdersAdded.every(({ replaces }) => replaces.length === 1)).toBe(true);
    expect(links.size).toBe(2_000);
  });

  it('leaves the journal whole', async () => {
    expect(await verifyJournal(app)).toMatchObject({ ok: true });
  });
});
