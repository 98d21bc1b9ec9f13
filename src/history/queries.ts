// The journal read backwards: the events that touched a task, a resolution, or all of an installation.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { JsonObject } from '../journal/rules.ts';

export type PastEvent = {
  id: bigint;
  at: Date;
  verb: string;
  entity: string;
  entityId: number;
  actorPersonId: number | null;
  actorPostId: number | null;
  data: JsonObject;
};

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
