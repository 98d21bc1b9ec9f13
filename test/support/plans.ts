// How PostgreSQL would run a statement.
import { Prisma, type PrismaClient } from '../../src/generated/prisma/client.ts';

/** The lines of its plan. The statement is not run. */
export async function planOf(db: PrismaClient, statement: Prisma.Sql): Promise<string> {
  const lines = await db.$queryRaw<object[]>`EXPLAIN ${statement}`;
  return lines.map((line) => Object.values(line).join('')).join('\n');
}
