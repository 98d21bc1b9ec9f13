// Who may change a sitting or a series, asked before every change with the row locked; and the event each change leaves.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { regionOf } from '../org/region-queries.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { postViews } from '../tasks/post-queries.ts';
import { seriesView, type SeriesView, sittingOfQuestion, sittingView, type SittingView } from './queries.ts';
import { subjectOf } from './sight-rules.ts';

export type By = { personId: number; postId: number };

/** The sitting for who keeps or chairs it, its row locked until the end of the transaction. Throws UserError for others. */
export async function keptSitting(app: App, actor: Actor, meetingId: number): Promise<{ view: SittingView; by: By }> {
  await app.db.$queryRaw`SELECT id FROM meeting WHERE id = ${meetingId} FOR UPDATE`;
  const view = await sittingView(app, meetingId);
  if (!view) throw new UserError('telegram-stale-button');
  const post = may(actor, 'meetings.keep', subjectOf(view));
  if (!post) throw new UserError('meetings-not-yours');
  return { view, by: { personId: actor.personId, postId: post.postId } };
}

/** The same while agenda and attendance may be changed: until the sitting was closed. */
export async function openSitting(app: App, actor: Actor, meetingId: number): Promise<{ view: SittingView; by: By }> {
  const kept = await keptSitting(app, actor, meetingId);
  if (kept.view.heldAt !== null) throw new UserError('meetings-held');
  return kept;
}

/** The same by an entry of its agenda. */
export async function openQuestion(app: App, actor: Actor, agendaId: number) {
  const meetingId = await sittingOfQuestion(app, agendaId);
  if (meetingId === null) throw new UserError('telegram-stale-button');
  const { view, by } = await openSitting(app, actor, meetingId);
  const question = view.agenda.find((known) => known.agendaId === agendaId);
  if (!question) throw new UserError('telegram-stale-button');
  return { view, by, question };
}

/** The series for who keeps or chairs it, locked. Throws UserError for others, and for one that was ended. */
export async function keptSeries(app: App, actor: Actor, seriesId: number): Promise<{ view: SeriesView; by: By }> {
  const view = await lockedSeries(app, seriesId);
  const post = may(actor, 'meetings.keep', subjectOf(view));
  if (!post) throw new UserError('meetings-not-yours');
  return { view, by: { personId: actor.personId, postId: post.postId } };
}

/** The series, locked, whoever asks. */
export async function lockedSeries(app: App, seriesId: number): Promise<SeriesView> {
  await app.db.$queryRaw`SELECT id FROM meeting_series WHERE id = ${seriesId} FOR UPDATE`;
  const view = await seriesView(app, seriesId);
  if (!view) throw new UserError('telegram-stale-button');
  if (view.endedAt !== null) throw new UserError('meetings-series-ended');
  return view;
}

/** Throws UserError for a post that is closed or stands outside the region of the body: two regions never see each other. */
export async function checkPosts(app: App, orgPath: string, postIds: number[]): Promise<void> {
  const region = await regionOf(app, orgPath);
  const known = (await postViews(app, postIds)).filter(({ org }) => org.path.startsWith(region));
  if (known.length !== new Set(postIds).size) throw new UserError('tasks-executor-gone');
}

type Recorded = { rootOrgId: number } & ({ meetingId: number } | { seriesId: number });

/** One event about a sitting, or about a series. */
export async function recordMeeting(
  app: App,
  by: By | null,
  verb: string,
  view: Recorded,
  data: JsonObject = {},
  texts?: Record<string, string>,
): Promise<void> {
  const subject =
    'meetingId' in view
      ? { entity: 'meeting', entityId: view.meetingId }
      : { entity: 'meeting_series', entityId: view.seriesId };
  await record(app, { verb, ...subject, rootOrgId: view.rootOrgId, actor: by, data, ...(texts && { texts }) });
}
