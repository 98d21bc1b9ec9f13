// Handing down: a head makes a part of the own task for those below, never beyond its date; what happens to the parts of a task that ended.
import { transaction, type App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { controlledTask } from '../tasks/access-rules.ts';
import { cancelTask } from '../tasks/actions.ts';
import { canHandDown } from '../tasks/button-messages.ts';
import { createDraft, ownDraft, updateDraft } from '../tasks/draft-actions.ts';
import { understandTask } from '../tasks/draft-queries.ts';
import { internalDue } from '../tasks/internal-due-rules.ts';
import { taskViews, textIn } from '../tasks/queries.ts';
import { checkedReason } from '../tasks/reason-rules.ts';
import { maxTaskText } from '../tasks/rules.ts';
import { dayIn } from '../time.ts';
import { liveShare } from './find-actions.ts';
import { openPartsOf } from './queries.ts';

export type HandingDown = { participationId: number; words: string; requestKey: string };

/** Throws UserError where the actor cannot hand this share down: asked before the words are, and again with them. */
export async function checkHandDown(app: App, actor: Actor, participationId: number) {
  const found = await liveShare(app, participationId);
  const { task, share, number } = found;
  if (!may(actor, 'shares.hand-down', { executorPostId: share.post.postId })) throw new UserError('tasks-not-yours');
  if (share.state === 'withdrawn') throw new UserError('tasks-withdrawn', { number });
  if (share.state === 'submitted' || share.state === 'accepted') throw new UserError('shares-down-state', { number });
  if (!canHandDown(actor, task, share)) throw new UserError('shares-down-nobody');
  return found;
}

/**
 * Writes the draft of a part from what was said: executors and date out of the words, the text of the task above with what was added;
 * without a date the part is due some working days before the share. Nothing is issued. The same `requestKey` gives the same draft.
 */
export async function handDown(
  app: App,
  actor: Actor,
  { participationId, words, requestKey }: HandingDown,
): Promise<{ taskId: number }> {
  const { task, share } = await checkHandDown(app, actor, participationId);
  const said = await understandTask(app, actor, { words }, null);
  const own = ownWords(said, words);
  const text = [textIn(task, actor.locale), own].filter(Boolean).join('\n').slice(0, maxTaskText);
  // Parts of one task are told apart by what was added: its own words are their name in lists.
  const fields = { ...said, text, title: own, ...(await datesOf(app, said, share)) };
  return transaction(app, async (app) => {
    const { taskId } = await createDraft(app, actor, {
      ...fields,
      confidential: task.confidential,
      parentId: task.taskId,
      parentShareId: participationId,
      requestKey,
    });
    await record(app, {
      verb: 'tasks.handed-down',
      entity: 'task',
      entityId: taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: share.post.postId },
      data: { parentId: task.taskId, parentShareId: participationId },
    });
    return { taskId };
  });
}

type Said = Awaited<ReturnType<typeof understandTask>>;

/** What was said beyond names and date; empty where there was nothing: the reader gives the words back then. */
function ownWords(said: Said, words: string): string {
  return said.text.trim() === words.trim() && said.executorPostIds.length > 0 ? '' : said.text.trim();
}

async function datesOf(
  app: App,
  said: Said,
  share: { due: string | null; dueTime: string | null; post: { org: { week: 5 | 6 } } },
) {
  if (said.due || said.term === 'standing' || share.due === null) return {};
  const today = dayIn(app.zone, app.now());
  const { due, dueTime } = internalDue(await loadCalendar(app), share, share.post.org.week, today);
  return { due, dueTime, term: 'dated' as const };
}

/** Gives the draft of a part the latest date it may have. Throws UserError for somebody else's draft, and where the task above has no date. */
export async function takeLatestDate(app: App, actor: Actor, { taskId }: { taskId: number }): Promise<void> {
  const { parent } = await ownDraft(app, actor, taskId);
  if (!parent?.due) throw new UserError('shares-latest-none');
  await updateDraft(app, actor, { taskId, due: parent.due, dueTime: parent.dueTime, term: 'dated' });
}

/** Cancels the parts on control that the actor handed down from this share, each as its issuer may. Returns how many. Throws UserError without a reason, and when none is left. */
export async function cancelParts(
  app: App,
  actor: Actor,
  { participationId, reason }: { participationId: number; reason: string },
): Promise<{ cancelled: number }> {
  const words = checkedReason(reason);
  const parts = await taskViews(
    app,
    (await openPartsOf(app, participationId)).map(({ taskId }) => taskId),
  );
  const mine = parts.filter((part) => may(actor, 'tasks.cancel', { ...controlledTask(part), taskState: part.state }));
  if (mine.length === 0) throw new UserError(parts.length > 0 ? 'tasks-may-not-cancel' : 'shares-parts-none');
  await transaction(app, async (app) => {
    for (const { taskId } of mine) await cancelTask(app, actor, { taskId, reason: words });
  });
  return { cancelled: mine.length };
}
