// Rights that posts have given each other end when one of the two is closed or its holder goes: they were given to a person one knew.
import { type App, transaction } from '../app.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from './rules.ts';

/** Ends what these posts gave, and what was given to them; nothing where nothing stands. Joins the transaction it is called in. */
export async function endDelegations(app: App, actor: Actor, postIds: number[]): Promise<void> {
  if (postIds.length === 0) return;
  await transaction(app, async (app) => {
    const open = await app.db.delegation.findMany({
      where: { endedAt: null, OR: [{ fromPostId: { in: postIds } }, { toPostId: { in: postIds } }] },
      include: { from: { include: { org: true } } },
      orderBy: { id: 'asc' },
    });
    for (const { id, fromPostId, toPostId, right, from } of open) {
      const { count } = await app.db.delegation.updateMany({
        where: { id, endedAt: null },
        data: { endedAt: app.now() },
      });
      if (count === 0) continue;
      const event = { verb: 'org.delegation-ended', entity: 'post', entityId: toPostId };
      await record(app, {
        ...event,
        rootOrgId: from.org.rootId ?? from.org.id,
        actor: { personId: actor.personId },
        chatId: actor.chatId,
        data: { fromPostId, right },
      });
    }
  });
}
