// Periodic tasks: an issued series keeps its executors aside and opens a task of its own for every period.
import { transaction, type App } from '../app.ts';
import { loadCalendar, loadSchoolYears, type SchoolYears } from '../calendar.ts';
import { UserError } from '../errors.ts';
import type { JsonObject } from '../journal/rules.ts';
import { forceOf } from '../org/rules.ts';
import { type Day, dayIn, dayToDb } from '../time.ts';
import { announce, recordIssue } from './issue-event-actions.ts';
import { taskView, type TaskView } from './queries.ts';
import { movedDay, type Occurrence, occurrencesOf, type Series } from './recurrence-rules.ts';
import { joinSeries, leaveSeries } from './series-share-actions.ts';
import { findSeries, seriesShares, type SeriesShareView, type SeriesView } from './series-queries.ts';
import { insertShares, issueShares, type NewShare } from './share-actions.ts';

export type Opened = { taskId: number; number: string; participations: number; unreached: number };

/** By whom, when it leaves, and what the journal keeps beside: the system opens later periods by itself. */
export type Opening = {
  actor?: { personId: number; postId: number } | null;
  undoUntil?: Date | null;
  silent?: boolean;
  more?: JsonObject;
};

/** Moves the executors of an issued draft aside: the series itself is nobody's task. Joins the transaction of the caller, who records the change. */
export async function keepSeriesShares(app: App, taskId: number): Promise<void> {
  await app.db.$executeRaw`
    INSERT INTO series_share (task_id, post_id, role, position)
    SELECT task_id, post_id, role, position FROM participation WHERE task_id = ${taskId}
    ON CONFLICT (task_id, post_id) DO UPDATE SET role = excluded.role, position = excluded.position, ended_on = NULL`;
  await app.db.participation.deleteMany({ where: { taskId } });
}

/** Opens the first period of a series that is being issued. Joins the transaction of the caller. Throws UserError when its rule names no date. */
export async function openFirstPeriod(app: App, taskId: number, opening: Opening): Promise<Opened> {
  const series = await findSeries(app, taskId);
  const [first] = series ? await occurrences(app, series) : [];
  const opened = series && first ? await openPeriod(app, series, first, opening) : null;
  if (!opened) throw new UserError('periods-rule-impossible');
  return opened;
}

async function occurrences(app: App, series: SeriesView): Promise<Occurrence[]> {
  const times = { calendar: await loadCalendar(app), week: series.week, school: await schoolFor(app, series) };
  return occurrencesOf(series, dayIn(app.zone, app.now()), times);
}

/** Only a rule by the school year needs the table of terms. */
async function schoolFor(app: App, { rule }: Pick<Series, 'rule'>): Promise<SchoolYears> {
  return rule.startsWith('SCHOOL') ? loadSchoolYears(app) : () => [];
}

/**
 * Opens one period: a task like any other, with a share, a message and a card for everybody who takes part now. Null when the series has
 * ended meanwhile, nobody is left in it, or somebody else opened the period: exactly one does.
 */
export async function openPeriod(
  app: App,
  series: SeriesView,
  { day, period }: Occurrence,
  { actor = null, undoUntil = null, silent = false, more = {} }: Opening = {},
): Promise<Opened | null> {
  return transaction(app, async (app) => {
    const [live] = await app.db.$queryRaw<{ n: number }[]>`
      SELECT (SELECT count(*)::int FROM task i WHERE i.series_id = t.id) AS n FROM task t
      WHERE t.id = ${series.taskId} AND t.state IN ('issued', 'in_progress') FOR UPDATE`;
    if (!live) return null;
    const left = await leaveSeries(app, series.taskId);
    const joined = await joinSeries(app, series.taskId);
    const shares = await seriesShares(app, series.taskId);
    if (shares.length === 0) return null;
    const due = await dueOf(app, series, day);
    const number = `${series.number}/${live.n + 1}`;
    const taskId = await insertInstance(app, series.taskId, { period, number, due, undoUntil });
    if (taskId === null) return null;
    await insertShares(app, taskId, shares.map(asShare));
    const task = await issuedInstance(app, taskId);
    await recordIssue(app, task, actor, { seriesId: series.taskId, period, ...changed({ left, joined }), ...more });
    const unreached = await announce(app, [task], undoUntil ?? app.now(), silent);
    return { taskId, number, participations: task.participations.length, unreached };
  });
}

function asShare({ post, role, position }: SeriesShareView): NewShare {
  return { postId: post.postId, role, position, force: forceOf('assignment', post.org) };
}

function changed(lists: Record<string, number[]>): JsonObject {
  return Object.fromEntries(Object.entries(lists).filter(([, ids]) => ids.length > 0));
}

/** A date on a day off as the organisation wants it, but never in the past or after what it is a part of. */
async function dueOf(app: App, { policy, week, latest }: SeriesView, day: Day): Promise<Day> {
  const moved = policy === 'keep' ? day : movedDay(day, policy, { calendar: await loadCalendar(app), week });
  return moved < dayIn(app.zone, app.now()) || (latest !== null && moved > latest) ? day : moved;
}

type Instance = { period: string; number: string; due: Day; undoUntil: Date | null };

/** The row of a period, a copy of its series; null when there is one already. */
async function insertInstance(
  app: App,
  seriesId: number,
  { period, number, due, undoUntil }: Instance,
): Promise<number | null> {
  const [row] = await app.db.$queryRaw<{ id: number }[]>`
    INSERT INTO task (number, resolution_id, state, kind, headline, text_kk, text_ru, issuer_post_id, issuer_person_id, controller_post_id,
      root_org_id, topic, programmes, completion_form, urgency, special_control, confidential, public, term, due, due_time, fan_out,
      executor_class, home_place_id, drafted_by_id, indicators, source_text, interim_dues, update_rule, series_id, period, created_at, issued_at, undo_until,
      parent_id, parent_share_id, raised_at)
    SELECT ${number}, resolution_id, 'issued', kind, headline, text_kk, text_ru, issuer_post_id, issuer_person_id, controller_post_id,
      root_org_id, topic, programmes, completion_form, urgency, special_control, confidential, public, term, ${dayToDb(due)}::date, due_time,
      fan_out, executor_class, home_place_id, drafted_by_id, indicators, source_text, '{}', update_rule, id, ${period}, ${app.now()},
      ${app.now()}, ${undoUntil}, CASE WHEN parent_share_id IS NOT NULL THEN parent_id END, parent_share_id,
      -- The deputy hears of the first period that is urgent, and of no other.
      (SELECT min(i.raised_at) FROM task i WHERE i.series_id = ${seriesId})
    FROM task WHERE id = ${seriesId}
    ON CONFLICT (series_id, period) DO NOTHING RETURNING id`;
  return row?.id ?? null;
}

async function issuedInstance(app: App, taskId: number): Promise<TaskView> {
  const task = await taskView(app, taskId);
  if (!task) throw new UserError('telegram-stale-button');
  await issueShares(app, task);
  return task;
}

/** Takes a series back into the draft it was: its first period goes, its executors return. Joins the transaction of the caller, who records the change. */
export async function takeBackSeries(app: App, taskId: number): Promise<number[]> {
  const instances = await app.db.task.findMany({ where: { seriesId: taskId }, select: { id: true } });
  const ids = instances.map(({ id }) => id);
  await app.db.participation.deleteMany({ where: { taskId: { in: ids } } });
  await app.db.task.deleteMany({ where: { id: { in: ids } } });
  await insertShares(app, taskId, (await seriesShares(app, taskId)).map(asShare));
  await app.db.seriesShare.deleteMany({ where: { taskId } });
  return ids;
}
