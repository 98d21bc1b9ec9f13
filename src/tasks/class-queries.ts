// Tasks for a class of executors, "all schools": which class it was, and who belongs to it but joined later.
import type { App } from '../app.ts';
import { commonOrganisations } from '../chats/rules.ts';
import type { OrgType } from '../generated/prisma/client.ts';
import { isWithin } from '../org/rules.ts';
import type { TaskView } from './queries.ts';
import { classTypes } from './rules.ts';

/** Types of the organisations, and the subtree they lie in, '/1/5/'. */
export type ExecutorClass = { types: OrgType[]; path: string };

/**
 * The class that the executors of this draft are: heads of organisations of these types in the widest subtree inside `within` that
 * holds no others of them; in the nearest common one where some were left out. Null when they were named. One statement at most.
 */
export async function executorClass(app: App, draft: TaskView, within: string): Promise<ExecutorClass | null> {
  const types = classTypes(
    draft.participations.map(({ post }) => post),
    draft.fanOut,
  );
  if (!types) return null;
  const common = commonOrganisations(draft.participations.map(({ post }) => post.org.path));
  const rows = await app.db.$queryRaw<{ path: string; heads: number }[]>`
    SELECT a.path, count(*)::int AS heads FROM organisation a
    JOIN organisation o ON starts_with(o.path, a.path) AND o.closed_at IS NULL AND o.type::text = ANY (${types})
    JOIN post p ON p.org_id = o.id AND p.role = 'school_head' AND p.closed_at IS NULL
    WHERE a.id = ANY (${common}::int[]) GROUP BY a.path ORDER BY length(a.path)`;
  const whole = rows.find(({ path, heads }) => isWithin(path, within) && heads === draft.participations.length);
  return { types, path: whole?.path ?? rows.at(-1)?.path ?? within };
}
