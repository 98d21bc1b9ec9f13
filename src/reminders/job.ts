// One tick of the reminders: what is due to be said now becomes notices and messages.
import { transaction, type App } from '../app.ts';
import { loadCalendar, type Calendar } from '../calendar.ts';
import { dayIn, instantOf, timeIn } from '../time.ts';
import { lockPlanning, saveReminders } from './actions.ts';
import { askToConfirmYear } from './calendar-actions.ts';
import { isYearConfirmed, reachableAdmins } from './calendar-queries.ts';
import { placesToRemind } from './group-queries.ts';
import { draft, keysOf, rungPosts, settle } from './plan.ts';
import { loadPolicies, longestOfTasks } from './policy-queries.ts';
import { isSpeakingDay, isSpeakingTime, usualPolicy } from './policy-rules.ts';
import { knownMessages, openShares, seatsOf, toldSteps } from './queries.ts';
import { horizon, reachedSteps, rememberDays, yearToConfirm, type Moment, type Share, type Step } from './rules.ts';

/** No organisation's hours begin before the one or end after the other: at night nothing is asked of the database. */
const waking = { from: '06:00', to: '22:00' } as const;

/**
 * Plans every reminder that is due at this moment. Only an alarm: called late or twice it does the same once.
 * Outside of all hours and on days off it asks the database nothing but the calendar and the policies. The number of statements is the
 * same however large the city is, and they read what is near its date or past it only.
 */
export async function remind(app: App): Promise<void> {
  const instant = app.now();
  const now: Moment = { day: dayIn(app.zone, instant), time: timeIn(app.zone, instant) };
  if (now.time < waking.from || now.time >= waking.to) return;
  const calendar = rememberDays(await loadCalendar(app));
  if (!calendar.isWorkingDay(now.day, 5) && !calendar.isWorkingDay(now.day, 6)) return;
  const policies = await loadPolicies(app);
  if (now.time < policies.from || now.time >= policies.to) return;
  const planned = await transaction(app, async (app) => {
    if (!(await lockPlanning(app, 'remind'))) return 0;
    const steps = stepsByLikeness(now, calendar);
    const days = Math.max(policies.mostDays, await longestOfTasks(app));
    const shares = (await openShares(app, horizon(now.day, calendar, days), policies))
      .map((share) => ({ share, reached: steps(share) }))
      .filter(({ share, reached }) => reached.length > 0 || share.due !== null);
    const spoken = shares.filter(({ reached }) => reached.length > 0);
    if (spoken.length === 0) return 0;
    const told = await toldSteps(
      app,
      spoken.map(({ share }) => share.id),
    );
    const posts = [...new Set(spoken.flatMap(({ share }) => rungPosts(share).map(([, postId]) => postId)))];
    const seats = await seatsOf(app, posts, policies);
    const places = await placesToRemind(app, policies);
    const said = draft({ now, calendar, shares, told, ...seats, places });
    return saveReminders(app, settle(said, await knownMessages(app, keysOf(said))), now.day);
  });
  if (planned > 0) app.log.info({ messages: planned }, 'reminders.planned');
}

/** Shares that are alike in all that the rules look at, as those of one fan-out, have the same steps. */
function stepsByLikeness(now: Moment, calendar: Calendar): (share: Share) => Step[] {
  const known = new Map<string, Step[]>();
  return (share) => {
    const { state, force, due, dueTime, issued, week, nextUpdate, updateRule, interimDues, lastReportDay } = share;
    const { start, reported, plan = usualPolicy } = share;
    const set = [plan.daysBefore.join(' '), plan.repeats, plan.from, plan.to];
    const expected = [nextUpdate, updateRule, interimDues?.join(' '), lastReportDay, start, reported, ...set];
    const key = [state, force, due, dueTime, issued.day, issued.time, week, ...expected].join('/');
    const steps = known.get(key) ?? reachedSteps(share, now, calendar);
    known.set(key, steps);
    return steps;
  };
}

/** In December asks each administrator once to confirm the days off of the next year. */
export async function warnAboutCalendar(app: App): Promise<void> {
  const now: Moment = { day: dayIn(app.zone, app.now()), time: timeIn(app.zone, app.now()) };
  const year = yearToConfirm(now.day);
  const voice = { ...usualPolicy, week: 5 as const };
  if (year === null || !isSpeakingDay(now.day, voice, await loadCalendar(app)) || !isSpeakingTime(now.time, [voice]))
    return;
  if (await isYearConfirmed(app, year)) return;
  await askToConfirmYear(app, year, await reachableAdmins(app), instantOf(app.zone, now.day, voice.to));
}
