// A city with work in it, to be backed up; and what a database holds, row by row.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { keepFile } from '../../src/files/kept-files.ts';
import { buildCity, type City } from '../support/city.ts';
import { startTown, type Town } from '../support/town.ts';

export type Working = { town: Town; city: City };

/** A city with tasks, a report and kept files of three sizes, one of them empty. */
export async function workingCity(): Promise<Working> {
  const town = await startTown({ config: { issueUndoSeconds: 0 } });
  const city = await buildCity(town, { schools: 4 });
  const here = city.deputy.in(city.group);
  await here.says('/task@orynda_bot Школе №2 и №4 — отремонтировать пандус до 25 декабря');
  await here.presses('Выдать');
  await town.settle();
  await city.heads.get(2)?.says('Выполнено, пандус «установлен»\nподпись: \\N \t директор');
  await town.settle();
  for (const size of [0, 700, 2_500_000]) await keepFile(town.app.config.dataDir, randomBytes(size));
  return { town, city };
}

/** Every row of every table as text, sorted: equal for equal databases. */
export async function everyRow(sql: pg.Pool): Promise<Record<string, string[]>> {
  const tables = await sql.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
    all[name] = rows.map(({ row }) => row).sort();
  }
  return all;
}

/** The next number of every sequence, without taking one. */
export async function everySequence(sql: pg.Pool): Promise<unknown[]> {
  const { rows } = await sql.query<Record<string, unknown>>(
    `SELECT sequencename, last_value::text FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  );
  return rows;
}

/** Constraints, indexes and triggers by name and meaning. */
export async function everyRule(sql: pg.Pool): Promise<unknown[]> {
  const { rows } = await sql.query<Record<string, unknown>>(
    `SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated AS rule FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
  );
  return rows;
}
