// A city as large as asked, written by a few statements: districts, schools with heads who have started the bot, a deputy and a control section.
import type { App } from '../../src/app.ts';

export type BulkCity = {
  rootId: number;
  /** Telegram ids of the deputy who issues and of the controller. */
  deputy: number;
  controller: number;
  /** Posts of the heads, and their Telegram ids, in the order of the schools. */
  heads: { postId: number; telegramId: number }[];
  districts: { orgId: number; path: string }[];
};

export type BulkCityOptions = {
  schools: number;
  districts?: number;
  /** Telegram id of the first head; the officials have the two before it. */
  from?: number;
  code?: string;
};

type Ids = { id: number }[];

/** Writes the city. School n lies in district n modulo their number; heads speak Russian and Kazakh in turn. */
export async function buildBulkCity(app: App, options: BulkCityOptions): Promise<BulkCity> {
  const { schools, districts = 8, from = 500_000, code = 'c' } = options;
  const { db } = app;
  const now = app.now();
  const [root] = await db.$queryRaw<Ids>`
    INSERT INTO organisation (code, name_kk, name_ru, type, path, created_at)
    VALUES (${code}, 'Үлгі қаласының әкімдігі', 'Акимат города Үлгі', 'akimat', '/', ${now}) RETURNING id`;
  const rootId = root?.id ?? 0;
  await db.$executeRaw`UPDATE organisation SET path = '/' || id || '/', root_id = id WHERE id = ${rootId}`;
  await db.$executeRaw`
    INSERT INTO organisation (code, name_kk, name_ru, type, parent_id, root_id, path, created_at)
    SELECT ${code} || 'd' || n, n || ' ауданы', 'Район ' || n, 'district', ${rootId}, ${rootId}, '', ${now}
    FROM generate_series(1, ${districts}::int) n`;
  await db.$executeRaw`
    INSERT INTO organisation (code, name_kk, name_ru, type, parent_id, root_id, path, created_at)
    VALUES (${`${code}k`}, 'Бақылау бөлімі', 'Отдел контроля', 'office', ${rootId}, ${rootId}, '', ${now})`;
  await db.$executeRaw`UPDATE organisation SET path = '/' || ${rootId}::text || '/' || id || '/' WHERE parent_id = ${rootId}`;
  await db.$executeRaw`
    INSERT INTO organisation (code, name_kk, name_ru, type, number, parent_id, root_id, path, created_at)
    SELECT ${code} || 's' || n, '№ ' || n || ' мектеп', 'Школа № ' || n, 'school', n, d.id, ${rootId}, '', ${now}
    FROM generate_series(1, ${schools}::int) n JOIN organisation d ON d.code = ${code} || 'd' || (1 + n % ${districts}::int) ORDER BY n`;
  await db.$executeRaw`
    UPDATE organisation s SET path = d.path || s.id || '/' FROM organisation d
    WHERE s.parent_id = d.id AND d.type = 'district' AND d.root_id = ${rootId}`;
  await db.$executeRaw`
    INSERT INTO post (org_id, name_kk, name_ru, role, created_at)
    SELECT id, 'Басшы', 'Руководитель', (CASE type WHEN 'akimat' THEN 'deputy' WHEN 'office' THEN 'controller' ELSE 'school_head' END)::role, ${now}
    FROM organisation WHERE root_id = ${rootId} AND type <> 'district' ORDER BY id`;
  return appoint(app, rootId, from);
}

async function appoint(app: App, rootId: number, from: number): Promise<BulkCity> {
  const { db } = app;
  const now = app.now();
  const rows = await db.$queryRaw<{ postId: number; telegramId: number }[]>`
    WITH numbered AS (
      SELECT p.id, row_number() OVER (ORDER BY p.id) - 3 + ${BigInt(from)}::bigint AS tg FROM post p JOIN organisation o ON o.id = p.org_id
      WHERE o.root_id = ${rootId}
    ), chats AS (
      INSERT INTO chat (telegram_id, type, created_at) SELECT tg, 'private', ${now} FROM numbered RETURNING id, telegram_id
    ), people AS (
      INSERT INTO person (surname, given, locale, telegram_id, chat_id, consent_at, consent_version, created_at)
      SELECT 'Примеров' || telegram_id, 'Пример', CASE telegram_id % 2 WHEN 0 THEN 'ru' ELSE 'kk' END, telegram_id, id, ${now}, 1, ${now}
      FROM chats RETURNING id, telegram_id
    ), held AS (
      INSERT INTO appointment (person_id, post_id, from_day)
      SELECT people.id, numbered.id, date '2026-01-01' FROM people JOIN numbered ON numbered.tg = people.telegram_id RETURNING post_id
    )
    SELECT id AS "postId", tg::float8 AS "telegramId" FROM numbered ORDER BY id`;
  const districts = await db.$queryRaw<{ orgId: number; path: string }[]>`
    SELECT id AS "orgId", path FROM organisation WHERE root_id = ${rootId} AND type = 'district' ORDER BY id`;
  const [deputy, controller, ...heads] = rows;
  return { rootId, deputy: deputy?.telegramId ?? 0, controller: controller?.telegramId ?? 0, heads, districts };
}

/** Binds a supergroup (its Telegram id) to an organisation; returns the place. */
export async function bindPlace(
  app: App,
  options: { orgId: number; telegramId: number; languages?: string[]; policy?: 'full' | 'notice' },
): Promise<{ placeId: number; chatId: number }> {
  const { orgId, telegramId, languages = ['ru'], policy = 'full' } = options;
  const now = app.now();
  const person = await app.db.person.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const known = await app.db.chat.findUnique({ where: { telegramId: BigInt(telegramId) } });
  const chat =
    known ??
    (await app.db.chat.create({
      data: { telegramId: BigInt(telegramId), type: 'supergroup', title: 'Топ', createdAt: now },
    }));
  const place = await app.db.place.create({
    data: { chatId: chat.id, orgId, languages, policy, boundById: person.id, boundAt: now },
  });
  return { placeId: place.id, chatId: chat.id };
}
