// Notices to those who decide about a share: its issuer, else its controller; of a commitment of one's own, its controller alone.
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { enqueue } from '../outbox/actions.ts';
import type { JsonObject } from '../outbox/rules.ts';
import { isPromise } from '../tasks/promise-rules.ts';
import { type Reached, reachable } from '../tasks/message-actions.ts';
import type { ParticipationView, TaskView } from '../tasks/queries.ts';

/** Whoever issued the task and can be written to, else its controller; nobody decides about what they took upon themselves. */
export async function deciders(
  app: App,
  task: Pick<TaskView, 'issuer' | 'controller' | 'kind' | 'participations' | 'ownPromise'>,
): Promise<Reached[]> {
  const controller = task.controller?.postId ?? 0;
  const issuer = isPromise(task) ? controller : (task.issuer?.postId ?? 0);
  const holders = await holdersOf(app, [issuer, controller]);
  const first = reachable(holders.get(issuer));
  return first.length > 0 ? first : reachable(holders.get(controller));
}

/** The living notice "not ours" of this share: sent, or edited to say what was decided. */
export async function tellOfDisowned(
  app: App,
  task: TaskView,
  share: Pick<ParticipationView, 'participationId'>,
  data: JsonObject = {},
): Promise<void> {
  const told = await deciders(app, task);
  await enqueue(
    app,
    told.map(({ chatId, personId }) => ({
      kind: 'shares.misaddressed',
      chatId,
      personId,
      subjectId: share.participationId,
      data,
      livingKey: `misaddressed:${share.participationId}:${personId}`,
      dedupeKey: `misaddressed:${share.participationId}:${personId}:${randomUUID()}`,
    })),
  );
}
