// The statements of every message go past Prisma: there they would cost more in this process than in the server.
import pg from 'pg';
import type { Prisma } from '../generated/prisma/client.ts';

/** Whoever runs statements: the pool beside Prisma. A transaction of Prisma does not reach it. */
export type Statements = Pick<pg.Pool, 'query'>;

const int8 = 20;
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? BigInt : (pg.types.getTypeParser(oid, format ?? 'text') as (value: string) => unknown),
} as pg.CustomTypesConfig;

/** The rows of a statement; a whole number of eight bytes as a bigint. Throws as the database does. */
export async function rowsOf<R extends object>(sql: Statements, { text, values }: Prisma.Sql): Promise<R[]> {
  const { rows } = await sql.query<R>({ text, values, types });
  return rows;
}
