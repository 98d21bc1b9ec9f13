// The journal: linked events, safe under concurrent writers, refused by the database when somebody wants to change it.
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, transaction, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { record, type NewEvent } from '../../src/journal/actions.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { canonicalJson, textDigest } from '../../src/journal/rules.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: App;

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test' });
  app = createApp({
    db: database.db,
    config,
    log: pino({ level: 'silent' }),
    now: () => new Date('2026-11-23T04:00:00.123Z'),
  });
});
afterAll(() => database.close());

function say(event: Partial<NewEvent>): Promise<void> {
  const whole = { verb: 'tasks.issued', entity: 'task', entityId: 1, rootOrgId: 1, ...event };
  return transaction(app, (app) => record(app, whole));
}

describe('canonical JSON', () => {
  it('has one spelling for the same value', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ә' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"ә","d":null}]}',
    );
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson({ share: Number.NaN })).toThrow('NaN');
  });
});

describe('record', () => {
  it('links each event to the one before it, in a chain for each root organisation', async () => {
    await say({ rootOrgId: 7, entityId: 1, data: { from: 'draft', to: 'issued', due: '2026-12-25', posts: [3, 4] } });
    await say({ rootOrgId: 8, entityId: 2 });
    await say({ rootOrgId: 7, entityId: 3, actor: { personId: 5, postId: 6 }, chatId: 9 });
    const [first, second] = await app.db.journalEvent.findMany({ where: { chainId: 7 }, orderBy: { seq: 'asc' } });
    expect(first).toMatchObject({ seq: 1, prevHash: '', at: app.now(), actorPersonId: null });
    expect(second).toMatchObject({ seq: 2, prevHash: first?.hash, actorPersonId: 5, actorPostId: 6, chatId: 9 });
    expect(await verifyJournal(app)).toEqual({ ok: true });
  });

  it('keeps the installation in chain 0', async () => {
    await say({ verb: 'org.imported', entity: 'organisation', rootOrgId: null });
    expect(await app.db.journalEvent.count({ where: { chainId: 0, verb: 'org.imported' } })).toBe(1);
  });

  it('stores a free text only as a digest made with the secret of the chain', async () => {
    await say({ rootOrgId: 20, texts: { reason: 'Материалы не завезены' } });
    const event = await app.db.journalEvent.findFirstOrThrow({ where: { chainId: 20 } });
    const chain = await app.db.journalChain.findUniqueOrThrow({ where: { id: 20 } });
    expect(event.data).toMatchObject({ digests: { reason: textDigest(chain.salt, 'Материалы не завезены') } });
    expect(chain.salt).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses free text and names in data', async () => {
    await expect(say({ data: { before: { surname: 'Ойдан' } } })).rejects.toThrow('data.before.surname');
    await expect(say({ data: { reason: 'not yet done' } })).rejects.toThrow('data.reason');
  });

  it('refuses to write outside the transaction of the change', async () => {
    await expect(record(app, { verb: 'a.b', entity: 'task', entityId: 1, rootOrgId: 1 })).rejects.toThrow(
      'inside the transaction',
    );
  });

  it('leaves nothing when the change is rolled back', async () => {
    const change = transaction(app, async (app) => {
      await record(app, { verb: 'tasks.issued', entity: 'task', entityId: 1, rootOrgId: 30 });
      throw new Error('the change failed');
    });
    await expect(change).rejects.toThrow('the change failed');
    expect(await app.db.journalEvent.count({ where: { chainId: 30 } })).toBe(0);
  });

  it('gives forty writers at once forty links without a gap, also in a new chain', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => say({ rootOrgId: 40, entityId: n, data: { n } })));
    const events = await app.db.journalEvent.findMany({ where: { chainId: 40 }, orderBy: { seq: 'asc' } });
    expect(events.map((event) => event.seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(await verifyJournal(app, 40)).toEqual({ ok: true });
  });
});

describe('the database', () => {
  it.each([
    ['UPDATE', 'UPDATE journal_event SET verb = verb'],
    ['DELETE', 'DELETE FROM journal_event'],
    ['TRUNCATE', 'TRUNCATE journal_event'],
  ])('refuses %s', async (operation, statement) => {
    await say({ rootOrgId: 50 });
    await expect(app.db.$executeRawUnsafe(statement)).rejects.toThrow(`${operation} refused`);
  });
});
