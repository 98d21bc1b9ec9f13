// What "nothing changed" means in a test: the content of every table before and after, down to the journal and the outbox.
import { expect } from 'vitest';
import type { Town } from './town.ts';

/** Memory of the bot itself, not of the city: which updates were handled, which dialogs are open. */
const own = ['_prisma_migrations', 'seen_update', 'dialog_state'];

/** Number of rows and a digest of the content of every table. */
async function allRows(db: Town['db']): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name`;
  const found: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !own.includes(table.name))) {
    const [row] = await db.$queryRawUnsafe<{ rows: string }[]>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS rows FROM "${name}" t`,
    );
    found[name] = row?.rows ?? '';
  }
  return found;
}

/** Does something and expects every table, but for those `besides`, to be as it was; returns what the doing returned. */
export async function changingNothing<R>(town: Town, act: () => Promise<R>, besides: string[] = []): Promise<R> {
  const rows = async (): Promise<Record<string, string>> =>
    Object.fromEntries(Object.entries(await allRows(town.db)).filter(([table]) => !besides.includes(table)));
  const before = await rows();
  const result = await act();
  expect(await rows()).toEqual(before);
  return result;
}
