// Regions: where a common parent has several akimats below it, each with its own tree, they never see each other.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';

/** SQL: the path of the region that organisation `o` belongs to: of the nearest akimat up the tree, else of the root. */
const regionPath = Prisma.sql`coalesce((SELECT r.path FROM organisation r
  WHERE r.root_id = o.root_id AND r.type = 'akimat' AND starts_with(o.path, r.path) ORDER BY length(r.path) DESC LIMIT 1),
  '/' || o.root_id || '/')`;

/** SQL: the subtrees of regions beside that of organisation `o`. */
export const foreignPaths = Prisma.sql`ARRAY(SELECT f.path FROM organisation f WHERE f.root_id = o.root_id AND f.type = 'akimat'
  AND NOT starts_with(o.path, f.path) AND NOT starts_with(f.path, ${regionPath}) ORDER BY f.path)`;

/** The subtree of the region that the organisation at this path belongs to, '/1/' where the tree is one region. */
export async function regionOf(app: App, orgPath: string): Promise<string> {
  const [row] = await app.db.$queryRaw<{ path: string }[]>`
    SELECT ${regionPath} AS path FROM organisation o WHERE o.path = ${orgPath}`;
  return row?.path ?? orgPath;
}

/** Ids of the open posts of akims whose tree holds this organisation: they decide where special control is set. */
export async function akimsOver(app: App, orgPath: string): Promise<number[]> {
  const rows = await app.db.$queryRaw<{ id: number }[]>`
    SELECT po.id FROM post po JOIN organisation o ON o.id = po.org_id LEFT JOIN organisation body ON body.id = o.parent_id
    WHERE po.role = 'akim' AND po.closed_at IS NULL
      AND starts_with(${orgPath}, CASE WHEN o.type = 'office' AND body.id IS NOT NULL THEN body.path ELSE o.path END)
    ORDER BY length(o.path) DESC, po.id`;
  return rows.map(({ id }) => id);
}

/** For each of these organisations the region it belongs to, by its path. One statement. */
export async function regionsOf(app: App, orgPaths: string[]): Promise<Map<string, string>> {
  const rows = await app.db.$queryRaw<{ path: string; region: string }[]>`
    SELECT o.path, ${regionPath} AS region FROM organisation o WHERE o.path = ANY (${[...new Set(orgPaths)]}::text[])`;
  return new Map(rows.map(({ path, region }) => [path, region]));
}
