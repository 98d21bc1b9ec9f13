// Measures leave: all drafts of a roadmap become tasks at once, in as many statements as one of them.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import type { PostHeld } from '../org/rights-posts.ts';
import { mayIssueTo } from '../resolutions/rules.ts';
import { announce } from '../tasks/issue-event-actions.ts';
import { taskViews, type TaskView } from '../tasks/queries.ts';
import { controlSectionId } from '../tasks/post-queries.ts';
import { separateRegions } from '../tasks/region-actions.ts';
import { missingForIssue, standaloneNumber } from '../tasks/rules.ts';
import { issueSharesOf } from '../tasks/share-actions.ts';
import { type Day, dayIn } from '../time.ts';

/**
 * Issues these drafts in the name of the post, numbered one after another. Joins the transaction of the caller, who records what was decided:
 * one event tells of all of them. Throws UserError that names the first that lacks something, or has an executor the post may not give tasks to.
 */
export async function issueMeasures(
  app: App,
  actor: Actor,
  by: PostHeld,
  measures: { taskId: number; number: string }[],
): Promise<{ unreached: number }> {
  if (measures.length === 0) return { unreached: 0 };
  const taskIds = measures.map(({ taskId }) => taskId);
  const drafts = await separateRegions(app, await taskViews(app, taskIds));
  const today = dayIn(app.zone, app.now());
  const numbers = new Map(measures.map(({ taskId, number }) => [taskId, number]));
  for (const draft of drafts) refuseUnfit(draft, { by, today, number: numbers.get(draft.taskId) ?? '' });
  const first = await nextSerial(app, drafts[0]?.rootOrgId ?? by.rootId, drafts.length);
  const section = drafts.some(({ fanOut }) => fanOut) ? await controlSectionId(app, by) : null;
  const rows = drafts.map(({ taskId, fanOut }, index) => ({
    id: taskId,
    number: standaloneNumber(first + index),
    controller: fanOut && section !== null ? section : by.postId,
  }));
  const count = await app.db.$executeRaw`
    UPDATE task t SET state = 'issued', number = v.number, issued_at = ${app.now()}, draft_doubts = '[]', undo_until = NULL,
      issuer_post_id = ${by.postId}, issuer_person_id = ${actor.personId}, controller_post_id = coalesce(t.controller_post_id, v.controller)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (id int, number text, controller int)
    WHERE t.id = v.id AND t.state = 'draft'`;
  if (count !== rows.length) throw new UserError('telegram-someone-first');
  await issueSharesOf(app, drafts);
  return { unreached: await announce(app, await taskViews(app, taskIds), app.now()) };
}

/** Throws UserError with the number of a measure that lacks something, or has an executor the post may not give tasks to. */
function refuseUnfit(draft: TaskView, { by, today, number }: { by: PostHeld; today: Day; number: string }): void {
  const { term, due, dueTime, completionForm, confidential, participations } = draft;
  const text = draft.textKk ?? draft.textRu ?? '';
  const rule = { text, executors: participations.length, term, due, dueTime, completionForm, confidential };
  const [missing] = missingForIssue({ ...rule, latest: null, latestTime: null }, today);
  if (missing) throw new UserError('roadmaps-measure-lacks', { number, why: missing });
  const executors = participations.map(({ post: { role, org } }) => ({ role, orgPath: org.path, orgType: org.type }));
  if (!mayIssueTo(by, executors)) throw new UserError('roadmaps-measure-lacks', { number, why: 'outside' });
}

/** The first of so many numbers that follow each other; the row stays locked until the tasks are committed. */
async function nextSerial(app: App, rootOrgId: number, n: number): Promise<number> {
  const data: Prisma.OrganisationUpdateInput = { lastTaskNumber: { increment: n } };
  const { lastTaskNumber } = await app.db.organisation.update({ where: { id: rootOrgId }, data });
  return lastTaskNumber - n + 1;
}
