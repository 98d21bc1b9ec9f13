// A page of reports accepted by one press: each by the same rules as alone, and what could not be accepted is told with its reason.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import type { PostView } from '../tasks/post-queries.ts';
import { reviewItem } from './queries.ts';
import { acceptReport } from './review-actions.ts';

/** Most reports on a page. */
export const pageLength = 10;

export type LeftOut = {
  reportId: number;
  /** Number of the task, and whose report it is. */
  number: string;
  post: PostView;
  /** Text key of the reason, with its variables. */
  reason: string;
  args: UserError['args'];
};

export type PageAccepted = {
  /** How many were accepted now. */
  accepted: number;
  leftOut: LeftOut[];
};

/**
 * Accepts these final reports one after another, each in a transaction of its own: one that cannot be accepted does not hold up the
 * others. Special control is left to a decision of its own. Ids that are no reports are passed over.
 */
export async function acceptPage(
  app: App,
  actor: Actor,
  { reportIds }: { reportIds: number[] },
): Promise<PageAccepted> {
  const result: PageAccepted = { accepted: 0, leftOut: [] };
  for (const reportId of [...new Set(reportIds)].slice(0, pageLength)) {
    const item = await reviewItem(app, reportId);
    if (!item) continue;
    const { task, share } = item;
    const special = new UserError('reports-special-control');
    const refusal = task.specialControl ? special : await accept(app, actor, reportId);
    if (refusal === null) result.accepted += 1;
    else {
      const { key: reason, args } = refusal;
      result.leftOut.push({ reportId, number: task.number ?? '', post: share.post, reason, args });
    }
  }
  return result;
}

/** Null when it is accepted, else why not. */
async function accept(app: App, actor: Actor, reportId: number): Promise<UserError | null> {
  try {
    await acceptReport(app, actor, { reportId });
    return null;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error;
  }
}
