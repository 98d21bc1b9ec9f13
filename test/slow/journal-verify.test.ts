// Finding what was done to the journal: the first broken link, in words, also on the command line beside the bot.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, transaction, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { record } from '../../src/journal/actions.ts';
import { inspectJournal } from '../../src/journal/queries.ts';
import { eventHash, type StoredEvent } from '../../src/journal/rules.ts';
import { countStatements } from '../support/statements.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const written = '2026-11-23T04:00:00.123Z';
const script = join(import.meta.dirname, '../../src/journal/command-line.ts');

let database: TestDatabase;
let app: App;

beforeAll(async () => {
  database = await testDatabase();
  const config = readConfig({ BOT_TOKEN: '1:test' });
  app = createApp({ db: database.db, config, log: pino({ level: 'silent' }), now: () => new Date(written) });
});
afterAll(() => database.close());

async function chainOf(chainId: number, events = 4): Promise<void> {
  await transaction(app, async (app) => {
    for (let n = 1; n <= events; n++)
      await record(app, { verb: 'tasks.issued', entity: 'task', entityId: n, rootOrgId: chainId, data: { n } });
  });
}

/** What only a thief with the rights of a superuser can do. */
async function tamper(statement: string, values: unknown[] = []): Promise<void> {
  const client = await database.sql.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(statement, values);
    await client.query('SET session_replication_role = origin');
  } finally {
    client.release();
  }
}

/** The thief knows how hashes are made. */
async function forge(chainId: number, seq: number): Promise<void> {
  const event = await app.db.journalEvent.findFirstOrThrow({ where: { chainId, seq } });
  const forged = { ...event, entityId: 99 } as unknown as StoredEvent;
  const hash = eventHash(event.prevHash, forged);
  await tamper('UPDATE journal_event SET entity_id = 99, hash = $1 WHERE id = $2', [hash, event.id]);
}

const event = (chain: number, seq: number): string => `journal_event WHERE chain_id = ${chain} AND seq = ${seq}`;

describe('the first broken link', () => {
  it.each([
    ['a changed value', 60, `UPDATE journal_event SET data = '{"n": 9}' WHERE chain_id = 60 AND seq = 3`, 'changed', 3],
    [
      'another moment',
      61,
      `UPDATE journal_event SET at = at + interval '1 ms' WHERE chain_id = 61 AND seq = 2`,
      'changed',
      2,
    ],
    [
      'another hash',
      62,
      `UPDATE journal_event SET hash = repeat('0', 64) WHERE chain_id = 62 AND seq = 1`,
      'changed',
      1,
    ],
    ['a removed event', 63, `DELETE FROM ${event(63, 2)}`, 'missing', 2],
    ['a cut end', 64, `DELETE FROM ${event(64, 4)}`, 'cut', 4],
    ['all events removed', 65, `DELETE FROM journal_event WHERE chain_id = 65`, 'cut', 1],
    ['a removed head', 66, `DELETE FROM journal_chain WHERE id = 66`, 'headless', 5],
    ['a head set back', 67, `UPDATE journal_chain SET last_seq = 2 WHERE id = 67`, 'added', 3],
    [
      'a head with a foreign hash',
      68,
      `UPDATE journal_chain SET last_hash = repeat('0', 64) WHERE id = 68`,
      'replaced',
      4,
    ],
  ])('is found after %s', async (_what, chain, statement, fault, seq) => {
    await chainOf(chain);
    expect(await inspectJournal(app, chain)).toEqual({ chains: 1, events: 4, finding: null });
    await tamper(statement);
    expect((await inspectJournal(app, chain)).finding).toMatchObject({ chainId: chain, seq, fault });
  });

  it('is the next one where an event was replaced along with its hash', async () => {
    await chainOf(70);
    await forge(70, 2);
    expect((await inspectJournal(app, 70)).finding).toMatchObject({ seq: 3, fault: 'foreign' });
  });

  it('is the last one where that was replaced along with its hash', async () => {
    await chainOf(71);
    await forge(71, 4);
    expect((await inspectJournal(app, 71)).finding).toMatchObject({ seq: 4, fault: 'replaced' });
  });

  it('of several chains is that of the first', async () => {
    const { finding } = await inspectJournal(app);
    expect(finding).toMatchObject({ chainId: 60, seq: 3, at: new Date(written) });
  });

  it('is looked for in as many statements as there are pages', async () => {
    await chainOf(72, 2100);
    const few = await countStatements(() => inspectJournal(app, 71));
    const many = await countStatements(() => inspectJournal(app, 72));
    expect(many.statements - few.statements).toBe(2);
  });
});

describe('npm run journal', { timeout: 60_000 }, () => {
  const run = async (args: string[], url = database.url): Promise<{ code: number; out: string; err: string }> => {
    const env = { ...process.env, DATABASE_URL: url, BOT_TOKEN: '' };
    const started = promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args], {
      env,
      maxBuffer: 100_000_000,
    });
    const done = await started.catch((error: { code: number; stdout: string; stderr: string }) => error);
    return { code: 'code' in done ? done.code : 0, out: done.stdout, err: done.stderr };
  };

  it('says chain, event, time and what is wrong, and ends with 1', async () => {
    const { code, out } = await run(['verify']);
    expect(code).toBe(1);
    expect(out).toContain('BROKEN at chain 60 (organisation 60), event 3');
    expect(out).toContain(`of ${written} was changed after it was written`);
  });

  it('ends with 0 on a whole journal, needs no token, and exports every event', async () => {
    await tamper(`DELETE FROM journal_event`);
    await tamper(`DELETE FROM journal_chain`);
    await chainOf(80, 3);
    await chainOf(81, 1500);
    const [whole, exported] = await Promise.all([run(['verify']), run(['export'])]);
    expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('whole: 1503 events in 2 chains') as string });
    const lines = exported.out.trim().split('\n');
    expect(lines).toHaveLength(1503);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ chainId: 80, seq: 3, at: written, verb: 'tasks.issued' });
  });

  it('ends with 2 and one clear line when it could not check', async () => {
    const [nowhere, unknown] = await Promise.all([
      run(['verify'], 'postgresql://nobody@127.0.0.1:1/none'),
      run(['mend']),
    ]);
    expect(nowhere).toMatchObject({ code: 2, out: '', err: expect.stringContaining('cannot be reached') as string });
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('npm run -s journal -- verify') as string });
  });
});
