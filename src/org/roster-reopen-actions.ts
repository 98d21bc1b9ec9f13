// What a roster names again opens again: a closed organisation by its code, a closed post by role and name. Parts of an import, which is recorded.
import type { App } from '../app.ts';
import { type OrgRow, type PostRow, updateOrganisations, updatePosts } from './roster-write-actions.ts';

/** Ids of closed organisations with these codes, by code. */
export async function closedOrganisations(app: App, codes: string[]): Promise<Map<string, number>> {
  const rows = await app.db.organisation.findMany({
    where: { code: { in: codes }, closedAt: { not: null } },
    select: { id: true, code: true },
  });
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Ids of closed posts of these organisations, by 'organisation role name'. */
export async function closedPosts(app: App, orgIds: number[]): Promise<Map<string, number>> {
  const rows = await app.db.post.findMany({
    where: { orgId: { in: orgIds }, closedAt: { not: null } },
    select: { id: true, orgId: true, role: true, nameRu: true },
  });
  return new Map(rows.map(({ id, orgId, role, nameRu }) => [`${orgId} ${role} ${nameRu}`, id]));
}

/** Opens these organisations again as the file describes them. */
export async function reopenOrganisations(app: App, rows: OrgRow[]): Promise<void> {
  if (rows.length === 0) return;
  await updateOrganisations(app, rows);
  await app.db.$executeRaw`
    UPDATE organisation o SET closed_at = NULL, root_id = r."rootId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id int, "rootId" int) WHERE o.id = r.id`;
}

/** Opens these posts again with the names of the file. */
export async function reopenPosts(app: App, rows: PostRow[]): Promise<void> {
  if (rows.length === 0) return;
  await updatePosts(
    app,
    rows.map(({ id, nameKk, nameRu, aliases }) => ({ id, before: {}, after: { nameKk, nameRu, aliases } })),
  );
  const ids = rows.map(({ id }) => id);
  await app.db.$executeRaw`UPDATE post SET closed_at = NULL WHERE id = ANY(${ids}::int[])`;
}
