// A sitting put together for one reader: what stands on the agenda, what changed, which reports wait. Throws UserError for who may not look.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { mayJudge, type ReviewItem, reviewItems } from '../reports/queries.ts';
import { resolutionView } from '../resolutions/queries.ts';
import { amendingPost } from '../resolutions/sight-rules.ts';
import { maySee } from '../tasks/access-rules.ts';
import type { Entry } from './agenda-messages.ts';
import { changesSince, previousSitting, tasksOfAgenda } from './carry-queries.ts';
import type { Sitting } from './messages.ts';
import { sittingOfQuestion, sittingView } from './queries.ts';
import { maySeeSitting, seenAgenda, seesWhole, subjectOf } from './sight-rules.ts';

/** Reports shown with one entry; a task for many is reviewed in its own list. */
const shownReports = 6;

/** The sitting as the actor may see it; a constant number of statements. */
export async function sittingFor(app: App, actor: Actor, meetingId: number): Promise<Sitting> {
  const view = await sittingView(app, meetingId);
  if (!view) throw new UserError('telegram-stale-button');
  if (!maySeeSitting(actor, view)) throw new UserError('meetings-not-yours');
  const previous = view.seriesId === null ? null : await previousSitting(app, view.seriesId, view.day);
  const all = previous && view.seriesId !== null ? await changesSince(app, view.seriesId, previous.at) : [];
  const tasks = await tasksOfAgenda(app, { actor, whole: seesWhole(actor, view) }, view, all);
  const changes = all.filter(({ taskId }) => {
    const task = tasks.get(taskId);
    return task !== undefined && maySee(actor, task);
  });
  const keeps = may(actor, 'meetings.keep', subjectOf(view)) !== null;
  return { view, seen: seenAgenda(actor, view, tasks), changes, tasks, keeps };
}

/** One entry for who keeps or chairs the sitting, with the reports on it that the actor may judge. */
export async function entryFor(app: App, actor: Actor, agendaId: number): Promise<Entry> {
  const meetingId = await sittingOfQuestion(app, agendaId);
  if (meetingId === null) throw new UserError('telegram-stale-button');
  const { view, seen, keeps } = await sittingFor(app, actor, meetingId);
  const entry = seen.find(({ question }) => question.agendaId === agendaId);
  if (!entry) throw new UserError('telegram-stale-button');
  if (!keeps) throw new UserError('meetings-not-yours');
  const { task } = entry;
  const reports = task && !entry.discreet ? await waitingOn(app, actor, task.taskId) : [];
  const resolution = task?.resolution ? await resolutionView(app, task.resolution.resolutionId) : null;
  const mayAmend = resolution !== null && amendingPost(actor, resolution) !== null;
  return { view, seen: entry, reports, mayAmend };
}

async function waitingOn(app: App, actor: Actor, taskId: number): Promise<ReviewItem[]> {
  const rows = await app.db.report.findMany({
    where: {
      state: 'submitted',
      final: true,
      participation: { taskId },
      OR: [{ undoUntil: null }, { undoUntil: { lte: app.now() } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: shownReports,
  });
  const items = await reviewItems(
    app,
    rows.map(({ id }) => id),
  );
  return items.filter((item) => mayJudge(actor, item));
}
