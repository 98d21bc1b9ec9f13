// The journal read backwards: the events that touched a task, a resolution, or all of an installation.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { EventContent } from '../journal/rules.ts';

/** An event as it is read back: without its place in the chain. */
export type PastEvent = { id: bigint } & Omit<EventContent, 'chainId' | 'seq' | 'chatId'>;

const columns = Prisma.sql`e.id, e.at, e.verb, e.entity, e.entity_id AS "entityId",
  e.actor_person_id AS "actorPersonId", e.actor_post_id AS "actorPostId", e.data`;

/** Every event that touched one of these tasks, or tells of this resolution, in the order they happened; in one statement. */
export async function eventsOf(
  app: Pick<App, 'db'>,
  { taskIds, resolutionId = null }: { taskIds: number[]; resolutionId?: number | null },
): Promise<PastEvent[]> {
  // A jump into the index for each task: a condition on all of them at once would read the whole journal.
  return app.db.$queryRaw<PastEvent[]>(Prisma.sql`
    SELECT ${columns} FROM journal_event e WHERE e.id IN (
      SELECT t.id FROM unnest(${taskIds}::int[]) AS wanted (id) CROSS JOIN LATERAL (
        SELECT id FROM journal_event WHERE data ? 'touched' AND data -> 'touched' @> to_jsonb(ARRAY[wanted.id])
      ) AS t
      UNION SELECT id FROM journal_event WHERE entity = 'resolution' AND entity_id = ${resolutionId}
    ) ORDER BY e.id`);
}

export type NamedPost = { postId: number; nameKk: string; nameRu: string; org: { nameKk: string; nameRu: string } };

/** Posts by id, those that were closed since as well. */
export async function postNames(app: Pick<App, 'db'>, postIds: number[]): Promise<Map<number, NamedPost>> {
  const select = { id: true, nameKk: true, nameRu: true, org: { select: { nameKk: true, nameRu: true } } };
  const rows = await app.db.post.findMany({ where: { id: { in: [...new Set(postIds)] } }, select });
  return new Map(rows.map(({ id, ...names }) => [id, { postId: id, ...names }]));
}

/** Names of people who were not erased. */
export async function peopleNames(
  app: Pick<App, 'db'>,
  personIds: number[],
): Promise<Map<number, { surname: string; given: string }>> {
  const where = { id: { in: [...new Set(personIds)] }, pseudonymisedAt: null };
  const rows = await app.db.person.findMany({ where, select: { id: true, surname: true, given: true } });
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
