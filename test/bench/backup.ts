// Backup and restore of a city: 1,000 organisations, 100,000 participations, 100,000 events and 200 MB of files, against copying as many bytes.
import { randomBytes } from 'node:crypto';
import { copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { backUp } from '../../src/backup/dump.ts';
import { restore } from '../../src/backup/load.ts';
import { openBackup } from '../../src/backup/read-archive.ts';
import { keepFile } from '../../src/files/kept-files.ts';
import { startEmbedded } from '../../src/postgres/embedded.ts';
import { migrate } from '../../src/postgres/migrate.ts';

const quiet = { info: () => undefined, warn: () => undefined };
const photos = 200;
const fill = `
  INSERT INTO organisation (code, name_kk, name_ru, type, path, root_id, created_at)
    SELECT 's' || n, '№ ' || n || ' мектеп', 'Школа № ' || n, 'school', '/1/' || n || '/', 1, now() FROM generate_series(1, 1000) n;
  INSERT INTO post (org_id, name_kk, name_ru, role, created_at)
    SELECT id, 'Мектеп директоры', 'Директор школы', 'school_head', now() FROM organisation;
  INSERT INTO task (number, state, headline, text_ru, root_org_id, created_at)
    SELECT 'Т-' || n, 'issued', 'Отремонтировать пандус', repeat('Отремонтировать пандус до конца квартала. ', 10), 1, now()
    FROM generate_series(1, 100) n;
  INSERT INTO participation (task_id, post_id, force, first_due, due)
    SELECT t.id, p.id, 'assignment', '2026-12-25', '2026-12-25' FROM task t CROSS JOIN post p;
  INSERT INTO journal_event (chain_id, seq, at, verb, entity, entity_id, data, prev_hash, hash)
    SELECT 1, n, now(), 'tasks.acknowledged', 'participation', n, '{"before":"assigned","after":"acknowledged"}',
      encode(sha256(n::text::bytea), 'hex'), encode(sha256((n + 1)::text::bytea), 'hex') FROM generate_series(1, 100000) n;`;

/** MB a second of the bytes kept, the files and the tables as the database holds them. */
export async function backup() {
  const folder = mkdtempSync(join(tmpdir(), 'orynda-bench-'));
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  const file = join(folder, 'city.tar');
  const source = await startEmbedded({ dataDir: from, log: quiet });
  const target = await startEmbedded({ dataDir: to, log: quiet });
  try {
    await migrate(source.url);
    const size = (await fillCity(source.url)) + photos * 1_000_000;
    for (let n = 0; n < photos; n += 1) await keepFile(from, randomBytes(1_000_000));
    const backedUp = await seconds(() => backUp({ url: source.url, dataDir: from, path: file, program: 'bench' }));
    const restored = await seconds(async () => {
      const opened = await openBackup(file);
      await restore({ url: target.url, dataDir: to, backup: opened });
      await opened.close();
    });
    const copied = await seconds(() => copyDurably(file, `${file}.copy`));
    const copy = statSync(file).size / 1e6 / copied;
    return [
      row('backup while the bot works', size / 1e6 / backedUp, copy),
      row('restore', size / 1e6 / restored, copy),
    ];
  } finally {
    await source.stop();
    await target.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function row(name: string, value: number, reference: number) {
  return {
    group: 'backup',
    name: `${name} / copying as many bytes`,
    value,
    reference,
    ratio: value / reference,
    goal: 'told',
    unit: 'MB/s',
    pass: true,
  };
}

async function fillCity(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(fill);
  await client.query('ANALYZE');
  const { rows } = await client.query<{ size: string }>(
    `SELECT sum(pg_table_size(c.oid)) AS size FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
  );
  await client.end();
  return Number(rows[0]?.size ?? 0);
}

function copyDurably(from: string, to: string): Promise<void> {
  copyFileSync(from, to);
  fsyncSync(openSync(to, 'r+'));
  return Promise.resolve();
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
