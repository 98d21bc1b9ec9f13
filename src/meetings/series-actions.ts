// Series of sittings: made from a template, its members changed, ended; and the next sitting opened with what is carried over.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { type Actor, canDraftResolution } from '../org/rules.ts';
import { bodyOf, possibleChairs } from '../resolutions/body-queries.ts';
import { maxTheme } from '../resolutions/rules.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { isRule } from '../tasks/recurrence-rules.ts';
import { type Clock, type Day, dayIn, dayToDb, isClock, isDay } from '../time.ts';
import { type By, checkPosts, keptSeries, lockedSeries, recordMeeting } from './access-actions.ts';
import { refreshAgenda } from './agenda-actions.ts';
import { deferredOf } from './carry-queries.ts';
import type { SeriesView, StandingQuestion } from './queries.ts';
import { maxAgenda, maxMembers, maxPlace, maxQuestion, nextSittingDay } from './rules.ts';

export type NewSeries = {
  orgId: number;
  theme: string;
  chairPostId: number;
  /** RRULE; null: the days are set by hand. */
  recurrence: string | null;
  /** Day of the first sitting, which is opened at once. */
  first: Day;
  time: Clock | null;
  place: string | null;
  memberPostIds: number[];
  agenda: StandingQuestion[];
  /** The working group whose sittings these are. */
  groupId?: number | null;
};

/** Makes a series and opens its first sitting. Throws UserError without the right, for an impossible day, rule or time, or a chair who may not. */
export async function createSeries(
  app: App,
  actor: Actor,
  { orgId, first, ...series }: NewSeries,
): Promise<{ seriesId: number; meetingId: number }> {
  return transaction(app, async (app) => {
    const org = await bodyOf(app, orgId);
    const by = org && canDraftResolution(actor, org.path);
    if (!org || !by) throw new UserError('meetings-not-yours');
    const chairs = await possibleChairs(app, org);
    if (!chairs.some(({ postId }) => postId === series.chairPostId)) throw new UserError('resolutions-may-not-chair');
    const clean = checkSeries(series);
    if (!isDay(first)) throw new UserError('telegram-day-impossible');
    const speakers = clean.agenda.flatMap(({ speakerPostId }) => speakerPostId ?? []);
    await checkPosts(app, org.path, [...clean.memberPostIds, ...speakers]);
    const secretaryPostId = by.role === 'secretary' ? by.postId : null;
    const row = { ...clean, agenda: clean.agenda as Prisma.InputJsonArray, orgId, secretaryPostId };
    const { id: seriesId } = await app.db.meetingSeries.create({
      data: { ...row, createdAt: app.now(), createdById: actor.personId },
    });
    const who = { personId: actor.personId, postId: by.postId };
    const data = { orgId, chairPostId: clean.chairPostId, members: clean.memberPostIds };
    const about = { seriesId, rootOrgId: org.rootId };
    await recordMeeting(app, who, 'meetings.series-created', about, data, { theme: clean.theme });
    return { seriesId, ...(await addSitting(app, who, await lockedSeries(app, seriesId), first)) };
  });
}

function checkSeries(series: Omit<NewSeries, 'orgId' | 'first'>) {
  const theme = series.theme.trim();
  const place = series.place?.trim() || null;
  const agenda = series.agenda.map(({ text, ...rest }) => ({ text: text.trim(), ...rest }));
  if (theme === '') throw new UserError('resolutions-theme-empty');
  refuseSensitive('guard-in-text', theme, place, ...agenda.map(({ text }) => text));
  const tooLong =
    theme.length > maxTheme || (place ?? '').length > maxPlace || agenda.some(({ text }) => text.length > maxQuestion);
  if (tooLong) throw new UserError('telegram-text-too-long', { max: maxQuestion, length: theme.length });
  if (agenda.length > maxAgenda || series.memberPostIds.length > maxMembers) throw new UserError('meetings-too-many');
  if (series.recurrence !== null && !isRule(series.recurrence)) throw new UserError('meetings-rule-unclear');
  if (series.time !== null && !isClock(series.time)) throw new UserError('meetings-time-unclear');
  return { ...series, theme, place, agenda, memberPostIds: [...new Set(series.memberPostIds)] };
}

/** Who is expected from now on; the sitting that is open already is changed as well. */
export async function setMembers(
  app: App,
  actor: Actor,
  { seriesId, postIds }: { seriesId: number; postIds: number[] },
): Promise<void> {
  await transaction(app, async (app) => {
    const { view, by } = await keptSeries(app, actor, seriesId);
    const members = [...new Set(postIds)];
    if (members.length > maxMembers) throw new UserError('meetings-too-many');
    await checkPosts(app, view.org.path, members);
    await app.db.meetingSeries.update({ where: { id: seriesId }, data: { memberPostIds: members } });
    const { last } = view;
    if (last && last.heldAt === null) {
      const meetingId = last.meetingId;
      await app.db.attendance.deleteMany({ where: { meetingId, postId: { notIn: members }, state: 'invited' } });
      await invite(app, meetingId, members);
    }
    await recordMeeting(app, by, 'meetings.members-set', view, { before: view.memberPostIds, after: members });
  });
}

/** Ends a series: no further sitting opens; what was decided stays on control. */
export async function endSeries(app: App, actor: Actor, { seriesId }: { seriesId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const { view, by } = await keptSeries(app, actor, seriesId);
    const { count } = await app.db.meetingSeries.updateMany({
      where: { id: seriesId, endedAt: null },
      data: { endedAt: app.now() },
    });
    if (count === 0) throw new UserError('telegram-someone-first');
    await recordMeeting(app, by, 'meetings.series-ended', view);
  });
}

/** Opens the next sitting: on the day of the rule, or the one given. One that is open already is given back: a press twice makes one. */
export async function openNext(
  app: App,
  actor: Actor,
  { seriesId, day }: { seriesId: number; day?: Day },
): Promise<{ meetingId: number; created: boolean }> {
  return transaction(app, async (app) => {
    const { view, by } = await keptSeries(app, actor, seriesId);
    const today = dayIn(app.zone, app.now());
    if (view.last && isToCome(view.last, today)) return { meetingId: view.last.meetingId, created: false };
    if (day !== undefined && (!isDay(day) || day < today)) throw new UserError('telegram-day-impossible');
    const next = day ?? nextSittingDay(view.recurrence, view.last?.day ?? today, today);
    if (next === null) throw new UserError('meetings-no-rule');
    if (next === view.last?.day) throw new UserError('meetings-day-taken');
    return { ...(await addSitting(app, by, view, next)), created: true };
  });
}

/** The same by the clock; null when there is nothing to open. */
export async function openBySchedule(app: App, seriesId: number, until: Day): Promise<number | null> {
  return transaction(app, async (app) => {
    const view = await lockedSeries(app, seriesId);
    const today = dayIn(app.zone, app.now());
    if (!view.last || isToCome(view.last, today)) return null;
    const day = nextSittingDay(view.recurrence, view.last.day, today);
    if (day === null || day > until) return null;
    return (await addSitting(app, null, view, day)).meetingId;
  });
}

/** Not held yet; one whose day went by without being closed keeps no other from opening. */
function isToCome({ day, heldAt }: { day: Day; heldAt: Date | null }, today: Day): boolean {
  return heldAt === null && day >= today;
}

/** A sitting with its members, standing questions, what was put off, and the unfinished items. Joins the transaction of the caller. */
async function addSitting(app: App, by: By | null, series: SeriesView, day: Day): Promise<{ meetingId: number }> {
  const { seriesId, org, theme, chairPostId, secretaryPostId, time, place } = series;
  const deferred = await deferredOf(app, seriesId, day);
  const questions = [
    ...series.agenda.map(({ text, speakerPostId }) => ({ text, speakerPostId: speakerPostId ?? null })),
    ...deferred.map(({ text, speakerPostId }) => ({ text, speakerPostId })),
  ];
  const twins = new Set<string>();
  const own = questions.filter(({ text }) => !twins.has(text) && twins.add(text));
  const { id: meetingId } = await app.db.meeting.create({
    data: {
      ...{ orgId: org.orgId, theme, day: dayToDb(day), time, place, chairPostId, secretaryPostId, seriesId },
      createdAt: app.now(),
      agenda: { create: own.map((question, index) => ({ ...question, position: index + 1 })) },
    },
  });
  await invite(app, meetingId, series.memberPostIds);
  const about = { meetingId, rootOrgId: series.rootOrgId };
  await recordMeeting(app, by, 'meetings.opened', about, { seriesId, day, questions: own.length });
  await refreshAgenda(app, meetingId);
  return { meetingId };
}

async function invite(app: App, meetingId: number, postIds: number[]): Promise<void> {
  const data = postIds.map((postId) => ({ meetingId, postId }));
  await app.db.attendance.createMany({ data, skipDuplicates: true });
}
