// What people/ and org/ must never do, on a real database: appoint oneself, leave rights behind a post, make twins after a repeated update.
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { acceptInvite } from '../../src/org/join-actions.ts';
import { findActor } from '../../src/org/queries.ts';
import { importRoster } from '../../src/org/roster-actions.ts';
import { rosterColumns, type RosterRow } from '../../src/org/roster-files.ts';
import type { Actor } from '../../src/org/rules.ts';
import { appoint } from '../../src/people/seat-actions.ts';
import { addPost } from '../../src/people/structure-actions.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: App;
let admin: Actor;
let secretary: Actor;
const now = new Date('2026-11-23T04:00:00Z');

type Cells = Partial<Omit<RosterRow, 'line'>>;
const rowsOf = (list: Cells[]): RosterRow[] =>
  list.map((cells, index) => {
    const empty = Object.fromEntries(rosterColumns.map((column) => [column, '']));
    return { line: index + 2, ...empty, ...cells } as RosterRow;
  });
const city: Cells[] = [
  { code: 'a', org_ru: 'Акимат', type: 'akimat', role: 'secretary', surname: 'Пробова', given: 'Дана' },
  { code: 'a', role: 'deputy', surname: 'Мысалов', given: 'Арман' },
  {
    code: 'd1',
    org_ru: 'Район 1',
    type: 'district',
    parent: 'a',
    role: 'secretary',
    surname: 'Бірінші',
    given: 'Айша',
  },
  { code: 'd2', org_ru: 'Район 2', type: 'district', parent: 'a' },
  ...[1, 2, 3].map((n) => ({
    code: `s${n}`,
    org_ru: `Школа № ${n}`,
    type: 'school',
    parent: 'd1',
    surname: `Директоров${n}`,
    given: 'Үлгі',
  })),
];

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test', TIME_ZONE: 'Asia/Almaty' });
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now: () => now });
  const first = { surname: '', given: 'Әкімші', systemAdmin: true, locale: 'ru', createdAt: now };
  await database.db.person.create({ data: first });
  admin = await joined('', 1);
  await importRoster(app, admin, { rows: rowsOf(city) });
  secretary = await joined('Пробова', 2);
});
afterAll(() => database.close());

async function joined(surname: string, telegramId: number): Promise<Actor> {
  const data = { telegramId: BigInt(telegramId), type: 'private', createdAt: now };
  const chat = await database.db.chat.create({ data });
  await database.db.person.updateMany({
    where: { surname },
    data: { telegramId: BigInt(telegramId), chatId: chat.id },
  });
  return (await findActor(app, telegramId)) as Actor;
}

const orgOf = (code: string) => database.db.organisation.findFirstOrThrow({ where: { code } });
const refusalOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.key : String(error)),
  );
const opens = (actor: Actor, token: string | null) =>
  refusalOf(
    acceptInvite(app, {
      token: token ?? '',
      telegramId: actor.telegramId,
      firstName: 'Х',
      lastName: '',
      locale: 'ru',
    }),
  );
const staff = (orgId: number, name: string) =>
  addPost(app, secretary, { orgId, role: 'staff', nameKk: name, nameRu: name });

describe('an invitation', () => {
  it('to a "new person" of one\'s own name is not opened by who made it; another may', async () => {
    const { postId } = await staff((await orgOf('d1')).id, 'Специалист');
    const who = { surname: 'Пробова', given: 'Дана', patronymic: null };
    const { token, personId } = await appoint(app, secretary, { postId, who, seen: [] });
    expect(await opens(secretary, token)).toBe('org-invite-own');
    expect(await database.db.appointment.count({ where: { postId, personId: secretary.personId } })).toBe(0);
    const second = await appoint(app, admin, { postId, who, seen: [personId] });
    expect(await opens(secretary, second.token)).toBe('done');
    expect(await database.db.appointment.count({ where: { postId, personId: secretary.personId } })).toBe(1);
  });
});
