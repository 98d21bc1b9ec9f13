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
import { importRoster, previewRoster } from '../../src/org/roster-actions.ts';
import { rosterColumns, type RosterRow } from '../../src/org/roster-files.ts';
import type { Actor } from '../../src/org/rules.ts';
import { askErasure, decideErasure } from '../../src/people/privacy-actions.ts';
import { decideClaim, makeClaim } from '../../src/people/claim-actions.ts';
import { moveOrganisation } from '../../src/people/move-actions.ts';
import { appoint, leavePost, substitute } from '../../src/people/seat-actions.ts';
import { addOrganisation, addPost, closeOrganisation, closePost } from '../../src/people/structure-actions.ts';
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

describe('the same press once more', () => {
  it('makes no second organisation, post or substitute, even at the same moment', async () => {
    const parentId = (await orgOf('d2')).id;
    const names = { nameKk: 'Жаңа мектеп', nameRu: 'Новая школа' };
    const add = () =>
      refusalOf(
        addOrganisation(app, secretary, { parentId, type: 'school' as const, ownership: 'state' as const, ...names }),
      );
    expect((await Promise.all([add(), add()])).sort()).toEqual(['done', 'people-org-there']);
    const post = () => refusalOf(staff(parentId, 'Бухгалтер'));
    expect((await Promise.all([post(), post()])).sort()).toEqual(['done', 'people-post-there']);
    const { id: postId } = await database.db.post.findFirstOrThrow({ where: { orgId: parentId } });
    const who = { surname: 'Орынбасаров', given: 'Үлгі', patronymic: null };
    const sits = (to: string) =>
      refusalOf(substitute(app, secretary, { postId, who, from: '2026-11-24', to: `2026-11-${to}` }));
    expect((await Promise.all([sits('25'), sits('25')])).sort()).toEqual(['done', 'people-substitutes-already']);
    expect(await database.db.person.count({ where: { surname: 'Орынбасаров' } })).toBe(1);
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

it('a class of executors follows its organisation, moved by hand or by a roster', async () => {
  const [district, above, top] = [await orgOf('d1'), await orgOf('d2'), await orgOf('a')];
  const school = await orgOf('s1');
  const classOf = async (id: number) =>
    (await database.db.task.findUniqueOrThrow({ where: { id } })).executorClass as { types: string[]; path: string };
  const task = async (n: number, path: string) => {
    const executorClass = { types: ['school'], path };
    const data = { headline: `Сынақ ${n}`, rootOrgId: top.id, fanOut: true, executorClass, createdAt: now };
    return (await database.db.task.create({ data })).id;
  };
  const [wide, inner, other] = [await task(1, top.path), await task(2, district.path), await task(3, school.path)];
  await moveOrganisation(app, admin, { orgId: district.id, parentId: above.id });
  const path = `${above.path}${district.id}/`;
  expect([await classOf(wide), await classOf(inner), await classOf(other)]).toEqual(
    [top.path, path, `${path}${school.id}/`].map((one) => ({ types: ['school'], path: one })),
  );
  await importRoster(app, admin, { rows: rowsOf([{ code: 'd1', parent: 'a' }]) });
  expect((await classOf(other)).path).toBe(school.path);
});

it('a roster that renames a post to the name of a closed one is refused in the dry run', async () => {
  const { id: orgId } = await orgOf('d2');
  const role = 'district_akim' as const;
  const add = (name: string) => addPost(app, admin, { orgId, role, nameKk: name, nameRu: name });
  const { postId } = await add('Аким района');
  await closePost(app, admin, { postId });
  await add('Аким');
  const rows = rowsOf([{ code: 'd2', role, post_ru: 'Аким района' }]);
  const { errors } = await previewRoster(app, admin, { rows });
  expect(errors.map(({ key }) => key)).toEqual(['org-row-name-closed']);
  expect(await refusalOf(importRoster(app, admin, { rows }))).toBe('org-roster-faulty-now');
});
