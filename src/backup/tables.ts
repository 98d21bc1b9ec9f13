// The tables of a database as the catalogue knows them, and a connection on which their text never depends on settings.
import pg from 'pg';
import { StartError } from '../errors.ts';

export type TableShape = { name: string; columns: string[] };

/** A connection of its own. Throws StartError when the server does not answer. */
export async function connect(url: string, purpose: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: purpose, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the query under way tells it
  try {
    await client.connect();
    await client.query(
      "SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 3; SET statement_timeout = 0",
    );
    return client;
  } catch (cause) {
    await client.end().catch(() => undefined);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(`PostgreSQL does not answer: ${reason}.`, { cause });
  }
}

const ours = `c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')`;

/** All tables in the order of their names, with the columns that hold data; those of extensions are left out. */
export async function readTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE ${ours} GROUP BY c.relname ORDER BY c.relname`,
  );
  return rows;
}

export type ForeignKey = { table: string; name: string; definition: string };

/** All foreign keys, with the words that make them anew. */
export async function readForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND ${ours} ORDER BY c.relname, k.conname`,
  );
  return rows;
}

/** Enumerations and functions of our own, as DROP names them. */
export async function readTypesAndFunctions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `SELECT 'TYPE ' || t.oid::regtype AS what FROM pg_type t
     WHERE t.typnamespace = current_schema()::regnamespace AND t.typtype = 'e'
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e')
     UNION ALL
     SELECT 'FUNCTION ' || p.oid::regprocedure FROM pg_proc p
     WHERE p.pronamespace = current_schema()::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  return rows.map(({ what }) => what);
}

/** True when the table has a row. */
export async function hasRows(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>(`SELECT EXISTS (SELECT 1 FROM ${quoted(table)}) AS some`);
  return rows[0]?.some ?? false;
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}
