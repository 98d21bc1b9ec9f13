// What a commitment is measured by: an indicator in its words, or the form it ends with; and who hears that one was taken on.
import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import { holdersOf } from '../org/queries.ts';
import { enqueue } from '../outbox/actions.ts';
import { noteUndelivered } from '../outbox/undelivered-actions.ts';
import { findIndicators } from '../reading/figures/indicators.ts';
import type { Actor } from '../org/rules.ts';
import { ownDraft, updateDraft } from './draft-actions.ts';
import { reachable } from './message-actions.ts';
import { isPromise } from './promise-rules.ts';
import type { TaskView } from './queries.ts';

/** Adds '12 встреч' to the words and indicators of the actor's draft; what names no figure becomes its completion form. Throws UserError for a draft that is not the actor's. */
export async function setMeasure(
  app: App,
  actor: Actor,
  { taskId, measure }: { taskId: number; measure: string },
): Promise<void> {
  const { textKk, textRu, indicators } = await ownDraft(app, actor, taskId);
  const found = findIndicators(measure);
  const words = `${textKk ?? textRu ?? ''} (${measure.trim()})`;
  const changes =
    found.length > 0
      ? {
          text: words,
          locale: textKk === null ? ('ru' as const) : ('kk' as const),
          indicators: [...indicators, ...found],
        }
      : { completionForm: measure.trim() };
  await updateDraft(app, actor, { taskId, ...changes });
}

type Taken = { issuer: { postId: number }; controllerPostId: number; undoUntil: Date | null; silent: boolean };

/**
 * Whoever controls a commitment of one's own hears of it once, when it leaves: its author decided who that is. Whoever is to execute it
 * hears of it as such. Other tasks tell nobody. Joins the transaction of the caller.
 */
export async function tellOfPromise(
  app: App,
  draft: TaskView,
  { issuer, controllerPostId: postId, undoUntil, silent }: Taken,
): Promise<void> {
  if (!isPromise({ ...draft, issuer })) return;
  const { taskId } = draft;
  const all = await holdersOf(app, [postId, issuer.postId]);
  const [holders, executing] = [all.get(postId) ?? [], all.get(issuer.postId) ?? []];
  const told = reachable(holders);
  const issue = randomUUID();
  const about = { kind: 'tasks.promised', subjectId: taskId, data: { taskId } };
  await enqueue(
    app,
    told
      .filter(({ personId }) => !executing.some((other) => other.personId === personId))
      .map(({ chatId, personId }) => ({
        ...{ ...about, chatId, personId, silent, resend: true, dueAt: undoUntil ?? app.now() },
        dedupeKey: `promised:${taskId}:${personId}:${issue}`,
      })),
  );
  if (told.length === 0)
    await noteUndelivered(app, [{ ...about, postId, holders, dedupeKey: `tasks.promised:${taskId}` }]);
}
