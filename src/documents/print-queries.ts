// What a person may print about: units of the part of the tree they read, and who gave tasks there.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { may } from '../org/rights.ts';
import { isForeign } from '../org/rights-posts.ts';
import { type Actor, isWithin, readableScopes } from '../org/rules.ts';
import { liveSql } from '../tasks/list-queries.ts';
import { seenShare } from '../tasks/visible-queries.ts';
import type { Choice } from './print-rules.ts';

export type Unit = { orgId: number; nameKk: string; nameRu: string; path: string };
export type Author = { postId: number; nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } };
export type Programme = { programmeId: number; name: string };

/** True when the actor prints anything at all (product rules, rights). */
export function prints(actor: Actor): boolean {
  return actor.posts.some(({ orgPath }) => may(actor, 'documents.print', { orgPath }) !== null);
}

/** Throws UserError for who may not order this form: the execution table is for whoever sees a part of it, the others for who prints. */
export function mayPrint(actor: Actor, { form }: Pick<Choice, 'form'>): void {
  if (form !== 'execution' && !prints(actor)) throw new UserError('telegram-not-allowed');
}

/** The topmost unit that the actor prints about. Throws UserError for who prints nothing. */
export function topUnit(actor: Actor): number {
  const tops = readableScopes(actor).filter((path) => may(actor, 'documents.print', { orgPath: path }));
  const [top] = tops.toSorted((a, b) => a.length - b.length);
  if (top === undefined) throw new UserError('telegram-not-allowed');
  return idOf(top);
}

const idOf = (path: string): number => Number(path.split('/').filter(Boolean).at(-1));

/** A unit that the actor may print about. Throws UserError for any other. */
export async function unitFor(app: App, actor: Actor, orgId: number): Promise<Unit> {
  const org = await app.db.organisation.findUnique({ where: { id: orgId } });
  if (!org || !may(actor, 'documents.print', { orgPath: org.path })) throw new UserError('telegram-not-allowed');
  return { orgId, nameKk: org.nameKk, nameRu: org.nameRu, path: org.path };
}

/** The unit above, where it may be printed about; and a page of those next below that have units or posts. */
export async function unitsBeside(app: App, actor: Actor, unit: Unit, { skip, take }: { skip: number; take: number }) {
  const where = { parentId: unit.orgId, closedAt: null };
  const [rows, total] = await Promise.all([
    app.db.organisation.findMany({ where, orderBy: [{ type: 'asc' }, { nameRu: 'asc' }, { id: 'asc' }], skip, take }),
    app.db.organisation.count({ where }),
  ]);
  const above = unit.path.split('/').filter(Boolean).slice(0, -1);
  const upPath = `/${above.join('/')}/`;
  const reads = above.length > 0 && readableScopes(actor).some((top) => isWithin(upPath, top));
  const aboveId = reads && may(actor, 'documents.print', { orgPath: upPath }) ? idOf(upPath) : null;
  const units = rows.map(({ id, nameKk, nameRu, path }): Unit => ({ orgId: id, nameKk, nameRu, path }));
  return { units, total, aboveId };
}

const most = 30;

/** SQL: task `t` bears the entry `d` of the dictionary of programmes and topics. */
export const bearsSql = Prisma.sql`(d.root_org_id = t.root_org_id
  AND ((d.kind = 'programme' AND d.name = ANY (t.programmes)) OR (d.kind = 'topic' AND t.topic = d.name)))`;

/** Programmes and topics of the tasks of which the actor sees a share in this unit, those with most first. One statement. */
export async function programmesIn(app: App, actor: Actor, unit: Unit): Promise<Programme[]> {
  return app.db.$queryRaw<Programme[]>(Prisma.sql`
    SELECT d.id AS "programmeId", d.name
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
      JOIN programme d ON ${bearsSql}
    WHERE t.state NOT IN ('draft', 'cancelled') AND starts_with(o.path, ${unit.path}) AND ${seenShare(actor)}
    GROUP BY 1, 2 ORDER BY count(*) DESC, 1 LIMIT ${most}`);
}

/** An entry of the dictionary, as a paper names it. Throws UserError for one of another tree: the number came from outside. */
export async function programmeOf(app: App, actor: Actor, id: number): Promise<Programme> {
  const rootOrgId = { in: actor.posts.map(({ rootId }) => rootId) };
  const row = await app.db.programme.findFirst({ where: { id, rootOrgId } });
  if (!row) throw new UserError('telegram-stale-button');
  return { programmeId: id, name: row.name };
}

/** Who gave the tasks on control of which the actor sees a share in this unit, those with most first. One statement. */
export async function authorsIn(app: App, actor: Actor, unit: Unit): Promise<Author[]> {
  const rows = await app.db.$queryRaw<
    { postId: number; nameKk: string; nameRu: string; orgKk: string; orgRu: string }[]
  >(Prisma.sql`
    SELECT ip.id AS "postId", ip.name_kk AS "nameKk", ip.name_ru AS "nameRu", io.name_kk AS "orgKk", io.name_ru AS "orgRu"
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
      JOIN post ip ON ip.id = t.issuer_post_id JOIN organisation io ON io.id = ip.org_id
    WHERE ${liveSql(app)} AND starts_with(o.path, ${unit.path}) AND ${seenShare(actor)}
    GROUP BY 1, 2, 3, 4, 5 ORDER BY count(*) DESC, 1 LIMIT ${most}`);
  return rows.map(({ orgKk, orgRu, ...post }) => ({ ...post, org: { nameKk: orgKk, nameRu: orgRu } }));
}

/** A post with its organisation, as a paper names it. Throws UserError for one of another tree or region: the number came from outside. */
export async function authorOf(app: App, actor: Actor, postId: number): Promise<Author> {
  const row = await app.db.post.findUnique({ where: { id: postId }, include: { org: true } });
  const near = actor.posts.some(
    (held) => row && isWithin(row.org.path, `/${held.rootId}/`) && !isForeign(held, row.org.path),
  );
  if (!row || !near) throw new UserError('telegram-stale-button');
  const { nameKk, nameRu, org } = row;
  return { postId, nameKk, nameRu, org: { nameKk: org.nameKk, nameRu: org.nameRu } };
}
