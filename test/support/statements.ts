// Counts the SQL statements of a piece of work at the PostgreSQL client: begin and commit are statements too.
import pg from 'pg';

/** Runs the work and returns what it gave and how many statements it sent. Nothing else may use the database meanwhile. */
export async function countStatements<R>(work: () => Promise<R>): Promise<{ result: R; statements: number }> {
  const { query } = pg.Client.prototype;
  let statements = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    statements += 1;
    return Reflect.apply(query, this, args) as unknown;
  } as typeof query;
  try {
    return { result: await work(), statements };
  } finally {
    pg.Client.prototype.query = query;
  }
}
