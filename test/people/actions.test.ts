// People, posts and claims on a real database: rights across regions, two at once, floods, and two thousand links.
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { UserError } from '../../src/errors.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { findActor } from '../../src/org/queries.ts';
import { importRoster } from '../../src/org/roster-actions.ts';
import { rosterColumns, type RosterRow } from '../../src/org/roster-files.ts';
import type { Actor } from '../../src/org/rules.ts';
import { decideClaim, makeClaim } from '../../src/people/claim-actions.ts';
import { claimablePosts, decidersFor } from '../../src/people/claim-queries.ts';
import { search } from '../../src/people/find-queries.ts';
import { reissueLink, reissueMissing, unbindPerson } from '../../src/people/link-actions.ts';
import { moveOrganisation } from '../../src/people/move-actions.ts';
import { orgView, postView } from '../../src/people/queries.ts';
import { appoint, endSubstitute, leavePost, substitute } from '../../src/people/seat-actions.ts';
import {
  addOrganisation,
  addPost,
  closeOrganisation,
  closePost,
  renamePerson,
} from '../../src/people/structure-actions.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: App;
let admin: Actor;
let secretary: Actor;
let foreign: Actor;
const now = new Date('2026-11-23T04:00:00Z');

type Cells = Partial<Omit<RosterRow, 'line'>>;
const rowsOf = (list: Cells[]): RosterRow[] =>
  list.map((cells, index) => {
    const empty = Object.fromEntries(rosterColumns.map((column) => [column, '']));
    return { line: index + 2, ...empty, ...cells } as RosterRow;
  });
const region = (code: string, surname: string): Cells[] => [
  { code, org_ru: `Акимат ${code}`, type: 'akimat', role: 'secretary', surname, given: 'Дана' },
  {
    code: `${code}-d1`,
    org_ru: `Район 1 ${code}`,
    type: 'district',
    parent: code,
    role: 'secretary',
    surname: `${surname}1`,
    given: 'Айша',
  },
  { code: `${code}-d2`, org_ru: `Район 2 ${code}`, type: 'district', parent: code },
  ...[1, 2, 3, 4, 5, 6].map((n) => ({
    code: `${code}-s${n}`,
    org_ru: `Школа № ${n}`,
    type: 'school',
    parent: `${code}-d1`,
    surname: `Директоров${n}`,
    given: code,
  })),
];

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test', TIME_ZONE: 'Asia/Almaty' });
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now: () => now });
  admin = await bound({ surname: '', given: 'Әкімші', systemAdmin: true }, 1);
  await importRoster(app, admin, { rows: rowsOf([...region('a', 'Пробова'), ...region('b', 'Басқа')]) });
  secretary = await joined('Пробова', 2);
  foreign = await joined('Басқа', 3);
});
afterAll(() => database.close());

async function bound(
  person: { surname: string; given: string; systemAdmin: boolean },
  telegramId: number,
): Promise<Actor> {
  const chat = await database.db.chat.create({
    data: { telegramId: BigInt(telegramId), type: 'private', createdAt: now },
  });
  const data = { ...person, locale: 'ru', telegramId: BigInt(telegramId), chatId: chat.id, createdAt: now };
  await database.db.person.create({ data });
  return (await findActor(app, telegramId)) as Actor;
}

async function joined(surname: string, telegramId: number): Promise<Actor> {
  const chat = await database.db.chat.create({
    data: { telegramId: BigInt(telegramId), type: 'private', createdAt: now },
  });
  await database.db.person.updateMany({
    where: { surname },
    data: { telegramId: BigInt(telegramId), chatId: chat.id },
  });
  return (await findActor(app, telegramId)) as Actor;
}

const orgOf = (code: string) => database.db.organisation.findFirstOrThrow({ where: { code } });
const headOf = (code: string) =>
  database.db.post.findFirstOrThrow({ where: { org: { code } }, include: { appointments: true } });
const refusalOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.key : String(error)),
  );
const claim = (postId: number, telegramId: number) =>
  makeClaim(app, { postId, telegramId, firstName: 'Мысал', lastName: `Үлгі${telegramId}`, locale: 'kk' });

describe('rights', () => {
  it('another region sees and changes nothing', async () => {
    const post = await headOf('a-s1');
    const personId = post.appointments[0]?.personId ?? 0;
    const org = await orgOf('a-s1');
    const other = await orgOf('b-d1');
    const name = { surname: 'Өзге', given: 'Есім', patronymic: null };
    const before = await database.db.journalEvent.count();
    const tried = [
      appoint(app, foreign, { postId: post.id, who: name, seen: [personId] }),
      leavePost(app, foreign, { postId: post.id, personId }),
      substitute(app, foreign, { postId: post.id, who: name, from: '2026-11-24', to: '2026-11-25' }),
      addPost(app, foreign, { orgId: org.id, role: 'staff', nameKk: 'Х', nameRu: 'Х' }),
      addOrganisation(app, foreign, { parentId: org.id, type: 'unit', ownership: 'state', nameKk: 'Х', nameRu: 'Х' }),
      closePost(app, foreign, { postId: post.id }),
      closeOrganisation(app, foreign, { orgId: org.id }),
      renamePerson(app, foreign, { personId, name }),
      reissueLink(app, foreign, { postId: post.id, personId }),
      unbindPerson(app, foreign, { personId }),
      moveOrganisation(app, foreign, { orgId: other.id, parentId: org.id }),
    ];
    const refusals = await Promise.all(tried.map(refusalOf));
    expect(new Set(refusals)).toEqual(new Set(['people-not-yours']));
    expect(await postView(app, foreign, post.id)).toBeNull();
    expect(await orgView(app, foreign, org.id)).toBeNull();
    expect((await search(app, foreign, 'Директоров1')).map(({ who }) => who)).toEqual(['Директоров1 b']);
    expect(await database.db.journalEvent.count()).toBe(before);
  });

  it('a person of another region cannot be appointed, nor oneself', async () => {
    const post = await headOf('a-d2').catch(() => null);
    expect(post).toBeNull();
    const org = await orgOf('a-d2');
    const { postId } = await addPost(app, secretary, {
      orgId: org.id,
      role: 'staff',
      nameKk: 'Маман',
      nameRu: 'Специалист',
    });
    const theirs = (await headOf('b-s1')).appointments[0]?.personId ?? 0;
    expect(await refusalOf(appoint(app, secretary, { postId, who: { personId: theirs }, seen: [] }))).toBe(
      'people-not-yours',
    );
    const me = { personId: secretary.personId };
    expect(await refusalOf(appoint(app, secretary, { postId, who: me, seen: [] }))).toBe('people-not-yourself');
    const add = { orgId: org.id, role: 'admin' as const, nameKk: 'Ә', nameRu: 'А' };
    expect(await refusalOf(addPost(app, secretary, add))).toBe('people-admin-only');
    expect(await refusalOf(addPost(app, secretary, { ...add, role: 'staff', nameRu: 'Специалист' }))).toBe(
      'people-post-there',
    );
  });
});

describe('claims', () => {
  it('are asked of the nearest secretary who can be reached, then of the administrator', async () => {
    const { path } = await orgOf('a-s1');
    expect((await decidersFor(app, path)).map(({ personId }) => personId)).toEqual([secretary.personId]);
    const near = await joined('Пробова1', 4);
    expect((await decidersFor(app, path)).map(({ personId }) => personId)).toEqual([near.personId]);
    await database.db.person.update({ where: { id: near.personId }, data: { blockedAt: now } });
    expect((await decidersFor(app, path, secretary.personId)).map(({ personId }) => personId)).toEqual([
      admin.personId,
    ]);
  });

  it('of one post, confirmed by two at once, give it to one person', async () => {
    const post = await headOf('a-s2');
    const claims = await Promise.all([claim(post.id, 101), claim(post.id, 102)]);
    const results = await Promise.all([
      refusalOf(decideClaim(app, secretary, { claimId: claims[0].claimId, confirm: true })),
      refusalOf(decideClaim(app, admin, { claimId: claims[1].claimId, confirm: true })),
    ]);
    expect(results.sort()).toEqual(['done', 'people-claim-decided']);
    const states = await database.db.claim.findMany({ where: { postId: post.id } });
    expect(states.map(({ state }) => state).sort()).toEqual(['confirmed', 'refused']);
    expect(await database.db.person.count({ where: { telegramId: { in: [101n, 102n] } } })).toBe(1);
  });

  it('of one account stay three, however fast they come', async () => {
    const posts = await Promise.all(['a-s3', 'a-s4', 'a-s5', 'a-s6'].map(headOf));
    const tried = await Promise.all(
      [...posts, posts[0] as never].map((post: { id: number }) => refusalOf(claim(post.id, 103))),
    );
    expect(tried.filter((result) => result === 'done')).toHaveLength(3);
    expect(await database.db.claim.count({ where: { telegramId: 103n, state: 'open' } })).toBe(3);
    expect(await refusalOf(decideClaim(app, foreign, { claimId: (await openOf(103n)).id, confirm: true }))).toBe(
      'people-not-yours',
    );
  });

  it('end with their post', async () => {
    const { id, postId } = await openOf(103n);
    await closePost(app, secretary, { postId });
    expect(await database.db.claim.findUnique({ where: { id } })).toMatchObject({ state: 'refused' });
    const told = { kind: 'people.claim-decided', subjectId: id };
    expect(await database.db.outgoingMessage.count({ where: told })).toBe(1);
    expect(await refusalOf(claim(postId, 104))).toBe('people-claim-gone');
    const { path } = await orgOf('a');
    expect((await claimablePosts(app, path)).map((post) => post.postId)).not.toContain(postId);
  });
});

const openOf = (telegramId: bigint) => database.db.claim.findFirstOrThrow({ where: { telegramId, state: 'open' } });

describe('seats', () => {
  it('two appointments at once: one counts, the other is refused', async () => {
    const post = await headOf('a-s1');
    const seen = post.appointments.map(({ personId }) => personId);
    const put = (surname: string) =>
      refusalOf(appoint(app, secretary, { postId: post.id, who: { surname, given: 'Жаңа', patronymic: null }, seen }));
    expect((await Promise.all([put('Бірі'), put('Екі')])).sort()).toEqual(['done', 'telegram-someone-first']);
    expect(await database.db.person.count({ where: { given: 'Жаңа' } })).toBe(1);
  });

  it('a substitution needs days that can be, and is ended once', async () => {
    const { id: postId } = await headOf('a-s2');
    const who = { surname: 'Орын', given: 'Басар', patronymic: null };
    const days = (from: string, to: string) => refusalOf(substitute(app, secretary, { postId, who, from, to }));
    expect(await days('2026-11-22', '2026-11-25')).toBe('people-days-past');
    expect(await days('2026-11-25', '2026-11-24')).toBe('people-days-turned');
    expect(await days('2026-11-25', '2028-11-24')).toBe('people-days-long');
    expect(await database.db.person.count({ where: { surname: 'Орын' } })).toBe(0);
    const { personId } = await substitute(app, secretary, { postId, who, from: '2026-11-24', to: '2026-11-25' });
    const again = { postId, who: { personId }, from: '2026-11-25', to: '2026-11-26' };
    expect(await refusalOf(substitute(app, admin, again))).toBe('people-substitutes-already');
    const { id } = await database.db.appointment.findFirstOrThrow({ where: { personId, kind: 'acting' } });
    const ends = await Promise.all([1, 2].map(() => refusalOf(endSubstitute(app, secretary, { appointmentId: id }))));
    expect(ends.sort()).toEqual(['done', 'telegram-someone-first']);
  });

  it('an organisation moves with everything below it, never in a circle or to another tree', async () => {
    const [district, other, school, theirs] = await Promise.all(['a-d1', 'a-d2', 'a-s2', 'b-d1'].map(orgOf));
    if (!district || !other || !school || !theirs) throw new Error('an organisation is missing');
    const move = (orgId: number, parentId: number) => refusalOf(moveOrganisation(app, admin, { orgId, parentId }));
    expect(await move(district.id, school.id)).toBe('people-move-circle');
    expect(await move(district.id, theirs.id)).toBe('people-move-other-tree');
    expect(await move(school.id, district.id)).toBe('people-move-there');
    expect(await move(district.id, other.id)).toBe('done');
    const path = `${other.path}${district.id}/${school.id}/`;
    expect(await orgOf('a-s2')).toMatchObject({ path, parentId: district.id });
  });
});

describe('links', () => {
  it('of two thousand people are made, and every older one is revoked', async () => {
    const rows = rowsOf(
      Array.from({ length: 2_000 }, (_, n) => ({
        code: `big${n}`,
        org_ru: `Школа № ${n + 100}`,
        type: 'school',
        parent: 'b-d2',
        surname: 'Көп',
        given: `Адам${n}`,
      })),
    );
    await importRoster(app, admin, { rows });
    const links = await reissueMissing(app, foreign);
    expect(links.filter(({ name }) => name.startsWith('Көп'))).toHaveLength(2_000);
    expect(new Set(links.map(({ token }) => token)).size).toBe(links.length);
    const open = await database.db.invite.count({ where: { person: { surname: 'Көп' }, revokedAt: null } });
    expect(open).toBe(2_000);
  });

  it('leave the journal whole', async () => expect(await verifyJournal(app)).toMatchObject({ ok: true }));
});
