// Reads of posts with their organisations, as rules and messages see them, and of the control section.
import type { App } from '../app.ts';
import type { OrgType, Ownership, Prisma, Role, Subordination } from '../generated/prisma/client.ts';

export type PostView = {
  postId: number;
  nameKk: string;
  nameRu: string;
  role: Role;
  org: {
    orgId: number;
    nameKk: string;
    nameRu: string;
    path: string;
    type: OrgType;
    ownership: Ownership;
    subordination: Subordination;
    week: 5 | 6;
  };
};

const postInclude = { org: true } satisfies Prisma.PostInclude;
type PostRow = Prisma.PostGetPayload<{ include: typeof postInclude }>;

/** Posts by id with their organisations, in the order given; closed or unknown ones are missing. */
export async function postViews(app: App, postIds: number[]): Promise<PostView[]> {
  const rows = await app.db.post.findMany({
    where: { id: { in: postIds }, closedAt: null, org: { closedAt: null } },
    include: postInclude,
  });
  return rows.map(toPostView).toSorted((a, b) => postIds.indexOf(a.postId) - postIds.indexOf(b.postId));
}

/** The post that answers for each of these organisations: its head, by rank. One statement; an organisation without one is missing. */
export async function headPosts(app: App, orgIds: number[]): Promise<Map<number, number>> {
  const rows = await app.db.$queryRaw<{ org_id: number; id: number }[]>`
    SELECT DISTINCT ON (po.org_id) po.org_id, po.id FROM post po
    WHERE po.org_id = ANY (${orgIds}::int[]) AND po.closed_at IS NULL
      AND po.role::text = ANY (ARRAY['akim', 'district_akim', 'dept_head', 'unit_head', 'school_head'])
    ORDER BY po.org_id, po.role, po.id`;
  return new Map(rows.map(({ org_id, id }) => [org_id, id]));
}

/** Id of the control section for a fan-out: a post of role controller in the issuer's organisation, or in the nearest one up the tree, its offices included. */
export async function controlSectionId(app: App, issuer: { orgPath: string }): Promise<number | null> {
  const rows = await app.db.$queryRaw<{ id: number }[]>`
    SELECT p.id FROM post p
    JOIN organisation o ON o.id = p.org_id AND o.closed_at IS NULL
    LEFT JOIN organisation body ON body.id = o.parent_id
    WHERE p.role::text = 'controller' AND p.closed_at IS NULL
      AND (starts_with(${issuer.orgPath}, o.path) OR (o.type::text = 'office' AND starts_with(${issuer.orgPath}, body.path)))
    ORDER BY length(o.path) DESC, p.id LIMIT 1`;
  return rows[0]?.id ?? null;
}

/** The control section with its organisation; null when the body has none. */
export async function controlSection(app: App, issuer: { orgPath: string }): Promise<PostView | null> {
  const id = await controlSectionId(app, issuer);
  const [post] = id === null ? [] : await postViews(app, [id]);
  return post ?? null;
}

/** A post as rules and messages see it; also one that was closed since: what it did keeps its author. */
export function toPostView({ id, nameKk, nameRu, role, org }: PostRow): PostView {
  const { path, type, ownership, subordination } = org;
  const names = { nameKk: org.nameKk, nameRu: org.nameRu };
  const week = org.week === 6 ? 6 : 5;
  return {
    postId: id,
    nameKk,
    nameRu,
    role,
    org: { orgId: org.id, ...names, path, type, ownership, subordination, week },
  };
}
