// What may be told to the press: tasks marked public, by organisations only.
import type { App } from '../app.ts';
import { type Actor, readableScopes } from '../org/rules.ts';
import { sensitiveKinds } from '../tasks/guard-rules.ts';
import { type Day, dayFromDb } from '../time.ts';

export type PublicTask = {
  number: string;
  textKk: string | null;
  textRu: string | null;
  state: string;
  due: Day | null;
  issuer: { nameKk: string; nameRu: string } | null;
  executors: { nameKk: string; nameRu: string }[];
};

const most = 5000;

/**
 * Public tasks of the parts of the tree that the actor reads, those on control first; without people. `leftOut` counts texts that hold
 * what the public must not read: they may have been changed since they were marked.
 */
export async function publicTasks(app: App, actor: Actor): Promise<{ tasks: PublicTask[]; leftOut: number }> {
  const scopes = readableScopes(actor);
  if (scopes.length === 0) return { tasks: [], leftOut: 0 };
  const rows = await app.db.task.findMany({
    where: {
      public: true,
      confidential: false,
      state: { not: 'draft' },
      OR: [{ undoUntil: null }, { undoUntil: { lte: app.now() } }],
      issuerPost: { org: { OR: scopes.map((path) => ({ path: { startsWith: path } })) } },
    },
    include: {
      issuerPost: { include: { org: true } },
      participations: {
        where: { state: { not: 'withdrawn' } },
        orderBy: { position: 'asc' },
        include: { post: { include: { org: true } } },
      },
    },
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { due: 'asc' }, { id: 'asc' }],
    take: most,
  });
  const open = rows.filter(({ textKk, textRu }) => sensitiveKinds(textKk, textRu).length === 0);
  const tasks = open.map(({ number, textKk, textRu, state, due, issuerPost, participations }) => ({
    number: number ?? '',
    textKk,
    textRu,
    state,
    due: due && dayFromDb(due),
    issuer: issuerPost && { nameKk: issuerPost.org.nameKk, nameRu: issuerPost.org.nameRu },
    executors: participations.map(({ post: { org } }) => ({ nameKk: org.nameKk, nameRu: org.nameRu })),
  }));
  return { tasks, leftOut: rows.length - open.length };
}
