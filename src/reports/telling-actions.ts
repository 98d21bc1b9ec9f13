// What happens when a report can no longer be taken back: it is compared with others, and those who judge are told.
import type { App } from '../app.ts';
import { refreshReviewers } from '../tasks/reviewer-actions.ts';
import type { ShareView } from '../tasks/queries.ts';
import { tellBlocked } from './flag-actions.ts';
import { checkLikeness } from './likeness-actions.ts';

export type Told = ShareView & { reportId: number; final: boolean; blocked: boolean };

/** Tells the reviewers of final reports, and once of what hinders. Joins the transaction of the caller; the reports themselves are recorded when filed. */
export async function tellFiled(app: App, reports: Told[]): Promise<void> {
  const finals = reports.filter(({ final }) => final);
  await checkLikeness(
    app,
    finals.map(({ reportId }) => reportId),
  );
  if (finals.length > 0) await refreshReviewers(app, finals);
  const blocked = reports.filter((report) => report.blocked).map(({ share }) => share.participationId);
  await tellBlocked(app, blocked);
}
