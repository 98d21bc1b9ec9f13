// Requests for more time that nobody needs decided any more.
import { transaction, type App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import { type Asked, refreshLists } from './message-actions.ts';

/** SQL: the request `e` on share `p` of task `t` waits, and what it is about is over. */
const over = Prisma.sql`e.state = 'requested' AND (p.state IN ('accepted', 'withdrawn') OR t.state IN ('closed', 'cancelled'))`;

/**
 * Requests whose share was accepted or withdrawn, or whose task was closed or cancelled, have expired; run by a job. A request whose
 * dates have passed stays open: silence is no decision. As many statements for a thousand requests as for one, for each root.
 */
export async function expireRequests(app: App): Promise<void> {
  const roots = await app.db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT t.root_org_id AS id FROM extension e JOIN participation p ON p.id = e.participation_id JOIN task t ON t.id = p.task_id
    WHERE ${over} ORDER BY 1`;
  // The journal of each root takes along what its own transaction changed.
  for (const { id } of roots) await transaction(app, (app) => expireIn(app, id));
}

async function expireIn(app: App, rootOrgId: number): Promise<void> {
  const ended = await app.db.$queryRaw<{ id: number; share: number; task: number }[]>`
    UPDATE extension x SET state = 'expired', decided_at = ${app.now()}
    FROM extension e JOIN participation p ON p.id = e.participation_id JOIN task t ON t.id = p.task_id
    WHERE x.id = e.id AND x.state = 'requested' AND t.root_org_id = ${rootOrgId} AND ${over}
    RETURNING x.id, p.id AS share, t.id AS task`;
  const [first] = ended;
  if (!first) return;
  await record(app, {
    verb: 'extensions.expired',
    entity: 'extension',
    entityId: first.id,
    rootOrgId,
    data: { requests: ended.map(({ id }) => id), shares: ended.map(({ share }) => share), after: { state: 'expired' } },
  });
  await refreshLists(app, await listsOf(app, [...new Set(ended.map(({ task }) => task))]));
}

/** What the lists of requests of these tasks go by. One statement. */
async function listsOf(app: App, taskIds: number[]): Promise<Asked[]> {
  return app.db.$queryRaw<Asked[]>`
    SELECT t.id AS "taskId", t.special_control AS "specialControl", t.issuer_post_id AS "issuerPostId", o.path AS "issuerPath",
      t.controller_post_id AS "controllerPostId"
    FROM task t LEFT JOIN post po ON po.id = t.issuer_post_id LEFT JOIN organisation o ON o.id = po.org_id
    WHERE t.id = ANY (${taskIds}::int[]) ORDER BY t.id`;
}
