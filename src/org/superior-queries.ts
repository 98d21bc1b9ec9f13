// Who stands above a post: whoever may give it tasks.
import type { App } from '../app.ts';
import { dayIn, dayToDb } from '../time.ts';
import { type ExecutorPost, issuesTo, leaders, scopeOf } from './rights-posts.ts';

/** Posts that may give tasks to this one, held ones before vacant ones, the nearest in the tree first, then the nearest in rank. One statement. */
export async function superiorPostIds(app: App, executor: ExecutorPost): Promise<number[]> {
  const day = dayToDb(dayIn(app.zone, app.now()));
  const held = { fromDay: { lte: day }, OR: [{ toDay: null }, { toDay: { gte: day } }] };
  const rows = await app.db.post.findMany({
    where: {
      closedAt: null,
      role: { in: leaders },
      org: {
        closedAt: null,
        OR: [
          { path: { in: pathsAbove(executor.orgPath) } },
          { type: 'office', parent: { path: { in: pathsAbove(executor.orgPath) } } },
        ],
      },
    },
    include: { org: true, appointments: { where: held, select: { id: true }, take: 1 } },
    orderBy: { id: 'asc' },
  });
  const posts = rows.map(({ id, role, org, appointments }) => {
    const place = { role, orgPath: org.path, orgType: org.type, rootId: org.rootId ?? org.id };
    return { id, ...place, held: appointments.length > 0 ? 1 : 0, reach: scopeOf(place).length };
  });
  const near = posts
    .filter((post) => issuesTo(post, executor))
    .toSorted(
      (a, b) =>
        b.held - a.held || b.reach - a.reach || leaders.indexOf(b.role) - leaders.indexOf(a.role) || a.id - b.id,
    );
  return near.map(({ id }) => id);
}

/** '/1/5/12/' -> '/1/', '/1/5/', '/1/5/12/'. */
function pathsAbove(path: string): string[] {
  const ids = path.split('/').filter(Boolean);
  return ids.map((_, at) => `/${ids.slice(0, at + 1).join('/')}/`);
}
