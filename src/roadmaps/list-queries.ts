// The roadmaps somebody may see, a page of them, and the versions of one.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { ownPosts, seenTask } from '../tasks/visible-queries.ts';
import type { RoadmapContent } from './content-rules.ts';
import { loadRoadmaps, type PostNames, postSelect, type RoadmapView } from './queries.ts';
import { tallyOf, type Tally } from './rules.ts';
import { seenBy } from './seen-queries.ts';

export type Listed = Pick<RoadmapView, 'roadmapId' | 'name' | 'state' | 'version'> & { tally: Tally };

/** A page of the roadmaps that the actor may see, drafts first, then those in force, the newest first; and how many there are. */
export async function roadmapsFor(
  app: App,
  actor: Actor,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: Listed[]; total: number }> {
  const scopes = readableScopes(actor).map((path) => `${path}%`);
  const found = await app.db.$queryRaw<{ id: number; total: number }[]>`
    SELECT r.id, count(*) OVER ()::int AS total FROM roadmap r JOIN organisation o ON o.id = r.org_id
    WHERE r.state <> 'cancelled' AND ((r.state = 'draft' AND r.drafted_by_id = ${actor.personId}) OR r.issuer_post_id = ${ownPosts(actor)}
      OR (r.state <> 'draft' AND (o.path LIKE ANY (${scopes}::text[]) OR EXISTS (
        SELECT 1 FROM roadmap_section s JOIN measure m ON m.section_id = s.id AND m.removed_at IS NULL JOIN task t ON t.id = m.task_id
        WHERE s.roadmap_id = r.id AND ${seenTask(actor)}))))
    ORDER BY array_position(ARRAY['draft', 'approved', 'closed'], r.state), r.id DESC OFFSET ${skip} LIMIT ${take}`;
  const ids = found.map(({ id }) => id);
  const views = await seenBy(app, actor, await loadRoadmaps(app, ids));
  const rows = views
    .toSorted((a, b) => ids.indexOf(a.roadmapId) - ids.indexOf(b.roadmapId))
    .map(({ roadmapId, name, state, version, sections }) => ({
      roadmapId,
      name,
      state,
      version,
      tally: tallyOf(sections.flatMap(({ measures }) => measures)),
    }));
  return { rows, total: found[0]?.total ?? 0 };
}

export type VersionView = {
  version: number;
  reason: string;
  at: Date;
  content: RoadmapContent;
  by: PostNames | null;
};

/** The versions of a roadmap, the newest first. Two statements. */
export async function versionsOf(app: App, roadmapId: number): Promise<VersionView[]> {
  const rows = await app.db.roadmapVersion.findMany({ where: { roadmapId }, orderBy: { version: 'desc' } });
  const names = await postNamesOf(
    app,
    rows.map(({ byPostId }) => byPostId),
  );
  return rows.map(({ version, reason, at, content, byPostId }) => ({
    version,
    reason,
    at,
    content: content as unknown as RoadmapContent,
    by: names.get(byPostId) ?? null,
  }));
}

/** Names of posts, closed ones as well. One statement. */
export async function postNamesOf(app: App, postIds: number[]): Promise<Map<number, PostNames>> {
  const rows = await app.db.post.findMany({
    where: { id: { in: [...new Set(postIds)] } },
    select: { id: true, ...postSelect },
  });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

/** Which roadmap a measure stands in. Throws UserError for one that was taken out. */
export async function roadmapOfMeasure(app: App, measureId: number): Promise<number> {
  const row = await app.db.measure.findFirst({
    where: { id: measureId, removedAt: null },
    select: { section: { select: { roadmapId: true } } },
  });
  if (!row) throw new UserError('telegram-stale-button');
  return row.section.roadmapId;
}

/** Which roadmap a section belongs to. Throws UserError for one that is gone. */
export async function roadmapOfSection(app: App, sectionId: number): Promise<number> {
  const row = await app.db.roadmapSection.findUnique({ where: { id: sectionId } });
  if (!row) throw new UserError('telegram-stale-button');
  return row.roadmapId;
}
