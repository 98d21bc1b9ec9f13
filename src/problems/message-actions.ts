// Who hears that a problem was closed or opened again: the post that entered it and the head of its organisation.
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { enqueue } from '../outbox/actions.ts';
import type { JsonObject } from '../outbox/rules.ts';
import { reachable } from '../tasks/message-actions.ts';
import { headPosts } from '../tasks/post-queries.ts';

/** Plans one message a person, never to who did it. Joins the transaction of the caller. */
export async function tellOfProblem(
  app: App,
  { problemId, orgId, actorId }: { problemId: number; orgId: number; actorId: number },
  what: 'closed' | 'reopened',
  data: JsonObject = {},
): Promise<void> {
  const { createdByPostId } = await app.db.problem.findUniqueOrThrow({ where: { id: problemId } });
  const heads = await headPosts(app, [orgId]);
  const holders = await holdersOf(app, [createdByPostId, ...heads.values()]);
  const people = new Map(reachable([...holders.values()].flat()).map((holder) => [holder.personId, holder.chatId]));
  people.delete(actorId);
  const kind = `problems.${what}`;
  await enqueue(
    app,
    [...people].map(([personId, chatId]) => ({
      ...{ kind, chatId, personId, subjectId: problemId, data: { problemId, ...data } },
      dedupeKey: `${kind}:${problemId}:${app.now().getTime()}:${personId}`,
    })),
  );
}
