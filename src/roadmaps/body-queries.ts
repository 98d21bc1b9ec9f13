// For which body somebody may write a roadmap, and who may put it in force.
import type { App } from '../app.ts';
import { may } from '../org/rights.ts';
import { type Actor, scopeOf } from '../org/rules.ts';
import type { PostHeld } from '../org/rights-posts.ts';
import { bodyOf, possibleChairs } from '../resolutions/body-queries.ts';
import { postHeld } from '../resolutions/queries.ts';
import { postViews } from '../tasks/post-queries.ts';
import { loadRoster } from '../org/queries.ts';
import { loadCalendar } from '../calendar.ts';
import { mayIssueTo } from '../resolutions/rules.ts';
import { indicatorsFor } from '../indicators/queries.ts';
import { dayIn } from '../time.ts';
import type { ImportGround } from './import-rules.ts';

export type Body = { orgId: number; nameKk: string; nameRu: string; path: string };

/** The bodies whose roadmaps the actor writes: those their posts lead or serve, each once. */
export async function ownBodies(app: App, actor: Actor): Promise<Body[]> {
  const paths = actor.posts
    .filter((post) => may({ ...actor, posts: [post] }, 'roadmaps.draft', { orgPath: scopeOf(post) }))
    .map(scopeOf);
  const rows = await app.db.organisation.findMany({ where: { path: { in: paths }, closedAt: null } });
  return rows
    .map(({ id, nameKk, nameRu, path }) => ({ orgId: id, nameKk, nameRu, path }))
    .toSorted((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path));
}

/** A body of the actor's with its root. Null for one of others. */
export async function ownBody(app: App, actor: Actor, orgId: number): Promise<(Body & { rootId: number }) | null> {
  const body = await bodyOf(app, orgId);
  return body && may(actor, 'roadmaps.draft', { orgPath: body.path }) ? body : null;
}

const issuing = ['akim', 'deputy', 'district_akim', 'district_deputy', 'dept_head', 'unit_head', 'school_head'];

/** The actor's own post that gives tasks in this body; null for who only writes. */
export function ownIssuer(actor: Actor, body: { path: string }): PostHeld | null {
  const posts = actor.posts.filter((post) => issuing.includes(post.role) && scopeOf(post) === body.path);
  return posts.find(({ postId }) => postId === actor.actsAs) ?? posts[0] ?? null;
}

/** Who may put a roadmap of this body in force: its leaders and those above. */
export async function possibleIssuers(app: App, body: { path: string; rootId: number }, search: string) {
  return possibleChairs(app, body, search);
}

/** What a table is read against: roster, calendar, indicators, and whom the issuer may give tasks to. */
export async function importGround(
  app: App,
  actor: Actor,
  { body, issuerPostId }: { body: { path: string; rootId: number }; issuerPostId: number },
): Promise<ImportGround | null> {
  const [issuer] = await postViews(app, [issuerPostId]);
  if (!issuer) return null;
  const roster = await loadRoster(app, actor);
  const posts = await postViews(
    app,
    roster.map(({ postId }) => postId),
  );
  const by = postHeld(issuer, body.rootId);
  const allowed = new Set(
    posts
      .filter(({ role, org }) => mayIssueTo(by, [{ role, orgPath: org.path, orgType: org.type }]))
      .map(({ postId }) => postId),
  );
  const indicators = await indicatorsFor(app, actor);
  return {
    today: dayIn(app.zone, app.now()),
    calendar: await loadCalendar(app),
    roster,
    mayGet: (postId) => allowed.has(postId),
    indicators: indicators.map(({ indicatorId, nameKk, nameRu }) => ({ id: indicatorId, names: [nameKk, nameRu] })),
  };
}
