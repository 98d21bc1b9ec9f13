// Backup and restore: every row, number, rule and file comes back; nothing is changed when it cannot be.
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BackedUp, backUp } from '../../src/backup/dump.ts';
import { restore } from '../../src/backup/load.ts';
import { openBackup } from '../../src/backup/read-archive.ts';
import { StartError } from '../../src/errors.ts';
import { verifyJournal } from '../../src/journal/queries.ts';
import { lead } from '../../src/outbox/leader.ts';
import { migrationsFolder } from '../../src/postgres/migrate.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { everyRow, everyRule, everySequence, type Working, workingCity } from '../backup/build.ts';

let working: Working;
let folder: string;
let file: string;
let done: BackedUp;
const opened: TestDatabase[] = [];

beforeAll(async () => {
  working = await workingCity();
  folder = await mkdtemp(join(tmpdir(), 'orynda-backup-'));
  file = join(folder, 'city.tar');
  done = await backUp({ url: url(), dataDir: dataDir(), path: file, program: '0.1.0' });
}, 120_000);
afterAll(async () => {
  for (const database of opened) await database.close();
  await working.town.close();
  await rm(folder, { recursive: true });
});

const url = (): string => working.town.database.url;
const dataDir = (): string => working.town.app.config.dataDir;

async function database(options?: { empty?: boolean }): Promise<TestDatabase> {
  const made = await testDatabase(options);
  opened.push(made);
  return made;
}

/** Restores a backup into a database and a folder of their own. */
async function restored(path: string, into: TestDatabase, options: { migrationsFolder?: string } = {}) {
  const home = await mkdtemp(join(folder, 'data-'));
  const backup = await openBackup(path);
  try {
    return { home, ...(await restore({ url: into.url, dataDir: home, backup, ...options })) };
  } finally {
    await backup.close();
  }
}

describe('a restore', () => {
  it.each([
    ['an empty database', true],
    ['one that was only migrated', false],
  ])('into %s gives every row of every table, every number, rule and file', async (_name, empty) => {
    const target = await database({ empty });
    const result = await restored(file, target);
    const rows = await everyRow(working.town.database.sql);
    expect(Object.values(rows).flat().length).toBeGreaterThan(100);
    expect(await everyRow(target.sql)).toEqual(rows);
    expect(await everySequence(target.sql)).toEqual(await everySequence(working.town.database.sql));
    expect(await everyRule(target.sql)).toEqual(await everyRule(working.town.database.sql));
    expect(result).toMatchObject({ rows: done.rows, files: 3, damaged: 0, migrated: [] });
    const kept = (await readdir(join(dataDir(), 'files'))).sort();
    expect((await readdir(join(result.home, 'files'))).sort()).toEqual(kept);
    for (const name of kept) {
      const [was, is] = [dataDir(), result.home].map((where) => readFile(join(where, 'files', name)));
      expect((await is)?.equals((await was) as Buffer)).toBe(true);
    }
    expect(await verifyJournal({ db: target.db })).toEqual({ ok: true });
  });

  it('lets work go on: numbers follow, the journal refuses changes and grows', async () => {
    const [target] = opened;
    if (!target) throw new Error('nothing restored');
    const events = await target.db.journalEvent.count();
    await expect(target.sql.query('DELETE FROM journal_event')).rejects.toThrow('append-only');
    const { rows } = await target.sql.query<{ id: number }>(
      `INSERT INTO meeting (org_id, theme, day, chair_post_id, created_at)
       SELECT id, 'x', '2026-11-22', (SELECT min(id) FROM post), now() FROM organisation LIMIT 1 RETURNING id`,
    );
    expect(rows[0]?.id).toBeGreaterThan(0);
    expect(await target.db.journalEvent.count()).toBe(events);
  });

  it('shows one moment, whatever is written while the backup is made', async () => {
    const { db } = working.town;
    const path = join(folder, 'busy.tar');
    const backingUp = backUp({ url: url(), dataDir: dataDir(), path, program: '0.1.0' }).finally(() => (over = true));
    let over = false;
    let written = 0;
    // The first of the two tables is read at the beginning, the second near the end.
    for (; !over; written += 1) {
      const day = new Date(Date.UTC(2100, 0, 1 + written));
      await db.$transaction([
        db.calendarDay.create({ data: { day, kind: 'off', note: 'x', createdAt: day } }),
        db.setting.create({ data: { key: `busy${written}`, value: 'x' } }),
      ]);
    }
    await backingUp;
    const target = await database({ empty: true });
    await restored(path, target);
    const seen = await target.db.setting.count({ where: { key: { startsWith: 'busy' } } });
    expect(await target.db.calendarDay.count({ where: { note: 'x' } })).toBe(seen);
    expect(seen).toBeLessThan(written);
    await db.setting.deleteMany({ where: { key: { startsWith: 'busy' } } });
    await db.calendarDay.deleteMany({ where: { note: 'x' } });
  });

  it('of an older backup brings it up to the schema of now', async () => {
    const newer = await mkdtemp(join(folder, 'migrations-'));
    await cp(migrationsFolder, newer, { recursive: true });
    await mkdir(join(newer, '29990101000000_later'));
    const change = `ALTER TABLE "task" ADD COLUMN "later" TEXT NOT NULL DEFAULT 'yes';`;
    await writeFile(join(newer, '29990101000000_later', 'migration.sql'), change);
    const target = await database();
    const { migrated } = await restored(file, target, { migrationsFolder: newer });
    expect(migrated).toEqual(['29990101000000_later']);
    const { rows } = await target.sql.query<{ later: string }>('SELECT later FROM task');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ later }) => later === 'yes')).toBe(true);

    const path = join(folder, 'newer.tar');
    await backUp({ url: target.url, dataDir: dataDir(), path, program: '9.9.9' });
    const other = await database({ empty: true });
    await expect(restored(path, other)).rejects.toThrow(/newer version, it has migration 29990101000000_later/);
    expect(await everyRow(other.sql)).toEqual({});
  });
});

describe('a restore is refused and changes nothing', () => {
  it('where there is data already', async () => {
    const target = await database();
    await target.db.setting.create({ data: { key: 'mine', value: '1' } });
    const before = await everyRow(target.sql);
    await expect(restored(file, target)).rejects.toThrow(/not empty, there are rows in setting/);
    expect(await everyRow(target.sql)).toEqual(before);
  });

  it('where tables of something else stand', async () => {
    const target = await database({ empty: true });
    await target.sql.query('CREATE TABLE shop (id int)');
    await expect(restored(file, target)).rejects.toThrow(/something else \(shop\)/);
  });

  it('while a bot works with the database', async () => {
    const target = await database();
    const leadership = await lead(target.sql, new AbortController().signal);
    await expect(restored(file, target)).rejects.toThrow('A bot is at work with this database: stop it first.');
    leadership.release();
    expect(await target.db.person.count()).toBe(0);
  });

  it('when PostgreSQL refuses a row in the middle', async () => {
    const target = await database({ empty: true });
    const backup = await openBackup(file);
    const table = backup.manifest.tables.find(({ name }) => name === 'task');
    if (table) table.rows += 1;
    const files = await mkdtemp(join(folder, 'data-'));
    await expect(restore({ url: target.url, dataDir: files, backup })).rejects.toThrow(/rows of task do not fit/);
    await backup.close();
    expect(await everyRow(target.sql)).toEqual({});
    expect(await readdir(files)).toEqual([]);
  });
});

describe('a backup', () => {
  it('is readable by its owner only and leaves no half file', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(done.bytes).toBe((await stat(file)).size);
  });

  it('never takes the place of another', async () => {
    await expect(backUp({ url: url(), dataDir: dataDir(), path: file, program: '0.1.0' })).rejects.toThrow(
      /exists already/,
    );
    expect((await stat(file)).size).toBe(done.bytes);
  });

  it('that is stopped in the middle leaves nothing behind', async () => {
    const path = join(folder, 'stopped.tar');
    const signal = AbortSignal.abort(new StartError('Stopped: nothing was left behind.'));
    const options = { url: url(), dataDir: dataDir(), path, program: '0.1.0', signal };
    await expect(backUp(options)).rejects.toThrow('Stopped: nothing was left behind.');
    expect((await readdir(folder)).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  it('of a database that no bot has used says so', async () => {
    const { url: empty } = await database({ empty: true });
    const path = join(folder, 'nothing.tar');
    await expect(backUp({ url: empty, dataDir: dataDir(), path, program: '0.1.0' })).rejects.toThrow(
      /nothing to back up/,
    );
    await expect(stat(`${path}.part`)).rejects.toThrow();
  });

  it('counts a kept file that is damaged on the disk, and a restore leaves it out', async () => {
    const [name = ''] = await readdir(join(dataDir(), 'files'));
    const damaged = await mkdtemp(join(folder, 'damaged-'));
    await cp(join(dataDir(), 'files'), join(damaged, 'files'), { recursive: true });
    await appendFile(join(damaged, 'files', name), 'x');
    const path = join(folder, 'damaged.tar');
    expect(await backUp({ url: url(), dataDir: damaged, path, program: '0.1.0' })).toMatchObject({
      files: 3,
      damaged: 1,
    });
    expect(await restored(path, await database({ empty: true }))).toMatchObject({ files: 2, damaged: 1 });
  });
});
