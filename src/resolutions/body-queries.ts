// Bodies that hold meetings: whose resolution somebody may write, and who may chair there.
import type { App } from '../app.ts';
import type { Role } from '../generated/prisma/client.ts';
import { type Actor, canChair, canDraftResolution, isWithin, scopeOf } from '../org/rules.ts';
import { fold } from '../reading/words.ts';
import { type PostView, postViews } from '../tasks/post-queries.ts';
import type { OrgView } from './queries.ts';

/** Bodies whose resolution the actor may write: own ones first, or those whose name fits `search`. */
export async function draftableBodies(app: App, actor: Actor, search = ''): Promise<OrgView[]> {
  const rootIds = [...new Set(actor.posts.map(({ rootId }) => rootId))];
  const rows = await app.db.organisation.findMany({
    where: {
      closedAt: null,
      rootId: { in: rootIds },
      type: { in: ['akimat', 'office', 'department', 'district', 'unit'] },
    },
  });
  const wanted = fold(search.trim());
  const scopes = actor.posts.map(scopeOf);
  const order = ({ path }: { path: string }): number => (scopes.includes(path) ? 0 : 1);
  return rows
    .filter(({ path }) => canDraftResolution(actor, path) !== null)
    .filter(({ nameKk, nameRu }) => [nameKk, nameRu].some((name) => fold(name).includes(wanted)))
    .sort((a, b) => order(a) - order(b) || a.path.length - b.path.length || a.id - b.id)
    .map(({ id, nameKk, nameRu, path }) => ({ orgId: id, nameKk, nameRu, path }));
}

/** An open body with its root; null when there is none. */
export async function bodyOf(app: App, orgId: number): Promise<(OrgView & { rootId: number }) | null> {
  const row = await app.db.organisation.findFirst({ where: { id: orgId, closedAt: null } });
  return row && { orgId: row.id, nameKk: row.nameKk, nameRu: row.nameRu, path: row.path, rootId: row.rootId ?? row.id };
}

/** Posts that may chair a meeting of this body: the leaders above it and its own, the nearest first. */
export async function possibleChairs(
  app: App,
  org: { path: string; rootId: number },
  search = '',
): Promise<PostView[]> {
  const rows = await app.db.post.findMany({
    where: { closedAt: null, org: { closedAt: null, rootId: org.rootId }, role: { in: chairRoles } },
    include: { org: true, appointments: { where: { toDay: null }, include: { person: true } } },
    orderBy: { id: 'asc' },
  });
  const wanted = fold(search.trim());
  const fits = rows.filter(({ role, nameKk, nameRu, org: own, appointments }) => {
    const scope = scopeOf({ orgType: own.type, orgPath: own.path });
    const names = [nameKk, nameRu, own.nameKk, own.nameRu, ...appointments.map(({ person }) => person.surname)];
    return canChair({ role }) && isWithin(org.path, scope) && names.some((name) => fold(name).includes(wanted));
  });
  return postViews(
    app,
    fits.toSorted((a, b) => b.org.path.length - a.org.path.length).map(({ id }) => id),
  );
}

/** Posts that may keep the record of a meeting of this body: its secretaries and those above it, the nearest first. */
export async function possibleSecretaries(app: App, org: { path: string; rootId: number }): Promise<PostView[]> {
  const rows = await app.db.post.findMany({
    where: { closedAt: null, role: 'secretary', org: { closedAt: null, rootId: org.rootId } },
    include: { org: true },
    orderBy: { id: 'asc' },
  });
  const fits = rows.filter(({ org: own }) => isWithin(org.path, scopeOf({ orgType: own.type, orgPath: own.path })));
  return postViews(
    app,
    fits.toSorted((a, b) => b.org.path.length - a.org.path.length).map(({ id }) => id),
  );
}

const chairRoles: Role[] = ['akim', 'deputy', 'district_akim', 'district_deputy', 'dept_head'];
