// What people/ and org/ must never do, on a real database: appoint oneself, leave rights behind a post, make twins after a repeated update.
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { bindPlace } from '../../src/chats/actions.ts';
import { acceptInvite } from '../../src/org/join-actions.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { findActor } from '../../src/org/queries.ts';
import { importRoster } from '../../src/org/roster-actions.ts';
import { rosterColumns, type RosterRow } from '../../src/org/roster-files.ts';
import type { Actor } from '../../src/org/rules.ts';
import { askErasure, decideErasure } from '../../src/people/privacy-actions.ts';
import { decideClaim, makeClaim } from '../../src/people/claim-actions.ts';
import { appoint, leavePost, substitute } from '../../src/people/seat-actions.ts';
import { addPost, closeOrganisation, closePost } from '../../src/people/structure-actions.ts';
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

describe('a right given by one post to another', () => {
  const postOf = async (code: string, role: 'secretary' | 'deputy') =>
    database.db.post.findFirstOrThrow({ where: { org: { code }, role } });
  const gives = async (fromPostId: number, toPostId: number) =>
    (
      await database.db.delegation.create({
        data: { fromPostId, toPostId, right: 'register_paper', createdAt: now, createdById: admin.personId },
      })
    ).id;
  const ended = async (id: number) => {
    const row = await database.db.delegation.findUniqueOrThrow({ where: { id } });
    const verb = 'org.delegation-ended';
    const told = await database.db.journalEvent.count({ where: { verb, entityId: row.toPostId } });
    return row.endedAt !== null && told > 0;
  };

  it('ends with a hand-over, a vacancy and a closing, on either side', async () => {
    const [deputy, chief, near] = [
      await postOf('a', 'deputy'),
      await postOf('a', 'secretary'),
      await postOf('d1', 'secretary'),
    ];
    const who = (given: string) => ({ surname: 'Жаңа', given, patronymic: null });
    const seen = async (postId: number) =>
      (await database.db.appointment.findMany({ where: { postId, toDay: null } })).map(({ personId }) => personId);
    const [first, other] = [await gives(deputy.id, near.id), await gives(deputy.id, chief.id)];
    const { personId } = await appoint(app, admin, { postId: near.id, who: who('Бір'), seen: await seen(near.id) });
    expect([await ended(first), await ended(other)]).toEqual([true, false]);
    const second = await gives(deputy.id, near.id);
    await leavePost(app, admin, { postId: near.id, personId });
    expect(await ended(second)).toBe(true);
    const third = await gives(deputy.id, near.id);
    await closePost(app, admin, { postId: near.id });
    expect([await ended(third), await ended(other)]).toEqual([true, false]);
    await appoint(app, admin, { postId: deputy.id, who: who('Екі'), seen: await seen(deputy.id) });
    expect(await ended(other)).toBe(true);
  });

  it('ends when a roster names another holder', async () => {
    const [deputy, chief] = [await postOf('a', 'deputy'), await postOf('a', 'secretary')];
    const id = await gives(deputy.id, chief.id);
    await importRoster(app, admin, { rows: rowsOf([{ code: 'a', role: 'deputy', surname: 'Үш', given: 'Жаңа' }]) });
    expect(await ended(id)).toBe(true);
  });
});

it('a closed organisation leaves no group bound to it', async () => {
  const { id: orgId } = await orgOf('s3');
  const chat = { id: -100_777, type: 'supergroup' as const, title: 'Топ' };
  const settings = { languages: ['kk' as const], policy: 'full' as const, naming: 'always' as const };
  const { place } = await bindPlace(app, admin, { chat, threadId: null, orgId, ...settings });
  await closeOrganisation(app, secretary, { orgId });
  const row = await database.db.place.findUniqueOrThrow({ where: { id: place.placeId } });
  expect(row.unboundAt).not.toBeNull();
  expect(await database.db.journalEvent.count({ where: { verb: 'chats.unbound', entityId: place.placeId } })).toBe(1);
});

it('erasing ends what begins later as well, and edits the questions that name the account', async () => {
  const head = await joined('Директоров1', 20);
  const { postId } = await staff((await orgOf('d1')).id, 'Методист');
  await substitute(app, secretary, {
    postId,
    who: { personId: head.personId },
    from: '2026-12-01',
    to: '2026-12-05',
  });
  const asked = await makeClaim(app, { postId, telegramId: 20, firstName: 'Аты', lastName: 'Жөні', locale: 'ru' });
  await decideClaim(app, secretary, { claimId: asked.claimId, confirm: false });
  await database.db.outgoingMessage.updateMany({ where: { kind: 'people.claim' }, data: { state: 'sent' } });
  await askErasure(app, head);
  await decideErasure(app, admin, { personId: head.personId, erase: true });
  const later = { personId: head.personId, OR: [{ toDay: null }, { toDay: { gte: new Date('2026-11-23') } }] };
  expect(await database.db.appointment.count({ where: later })).toBe(0);
  const edits = { kind: 'people.claim', subjectId: asked.claimId, state: 'planned' };
  expect(await database.db.outgoingMessage.count({ where: edits })).toBeGreaterThan(0);
  expect(await verifyJournal(app)).toMatchObject({ ok: true });
});
