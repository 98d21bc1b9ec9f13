// A task for executors of several regions: each answers for a copy of its own, so that none sees what the other does.
import type { App } from '../app.ts';
import { regionsOf } from '../org/region-queries.ts';
import { isWithin } from '../org/rules.ts';
import type { TaskView } from './queries.ts';

/** The drafts about to be issued; those whose executors stand in regions beside each other become tasks with a copy for each. Joins the transaction of the caller. */
export async function separateRegions<D extends TaskView>(app: App, drafts: D[]): Promise<D[]> {
  const together = drafts.filter(({ fanOut, participations }) => !fanOut && participations.length > 1);
  if (together.length === 0) return drafts;
  const regions = await regionsOf(app, together.flatMap(pathsOf));
  const apart = together.filter((draft) => areBeside(pathsOf(draft).map((path) => regions.get(path) ?? path)));
  if (apart.length === 0) return drafts;
  const ids = apart.map(({ taskId }) => taskId);
  await app.db.task.updateMany({ where: { id: { in: ids } }, data: { fanOut: true } });
  await app.db.participation.updateMany({ where: { taskId: { in: ids } }, data: { role: 'responsible' } });
  return drafts.map((draft) => (ids.includes(draft.taskId) ? separated(draft) : draft));
}

function pathsOf({ participations }: TaskView): string[] {
  return participations.map(({ post }) => post.org.path);
}

/** True when two of the regions have nothing to do with each other. */
function areBeside(regions: string[]): boolean {
  return regions.some((one) => regions.some((other) => !isWithin(one, other) && !isWithin(other, one)));
}

function separated<D extends TaskView>(draft: D): D {
  const participations = draft.participations.map((share) => ({ ...share, role: 'responsible' as const }));
  return { ...draft, fanOut: true, participations };
}
