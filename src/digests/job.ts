// One tick of the digests: every issue that is due now is planned, its figures counted once for each scope.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import type { WeekFacts } from '../stats/week-queries.ts';
import { dayIn, timeIn } from '../time.ts';
import { digestKey, planDigests, type PlannedDigest } from './actions.ts';
import { digestFigures, type Figures } from './figures-queries.ts';
import { factsFor } from './picture.ts';
import { mayRead, plannedDigests, readers, subscriptions, type SubscriptionView } from './queries.ts';
import { dueIssue, type Issue, type Moment } from './rules.ts';

/** Plans the digests that are due. Only an alarm: called late or twice it does the same once. */
export async function planWeeklyDigests(app: App): Promise<void> {
  const now = momentOf(app, app.now());
  const calendar = await loadCalendar(app);
  const due: { subscription: SubscriptionView; issue: Issue }[] = [];
  for (const subscription of await subscriptions(app)) {
    const issue = dueIssue({ ...subscription, created: momentOf(app, subscription.createdAt) }, now, calendar);
    if (issue) due.push({ subscription, issue });
  }
  const known = await plannedDigests(
    app,
    due.map(({ subscription, issue }) => digestKey(subscription.id, issue)),
  );
  const open = due.filter(({ subscription, issue }) => !known.has(digestKey(subscription.id, issue)));
  if (open.length === 0) return;
  const people = await readers(app, [...new Set(open.map(({ subscription }) => subscription.personId))]);
  const counted = new Map<string, { figures: Figures; facts: WeekFacts | null }>();
  const digests: PlannedDigest[] = [];
  for (const { subscription, issue } of open) {
    const person = people.get(subscription.personId);
    // Whoever lost the right to read, or cannot be written to, gets nothing; the subscription waits.
    if (!person || person.chatId === null || person.blocked || !mayRead(person, subscription.scope)) continue;
    const key = `${subscription.scope.path}/${subscription.scope.resolutionId}/${issue.period.from}`;
    const counts = counted.get(key) ?? {
      figures: await digestFigures(app, subscription.scope, issue.period),
      facts: await factsFor(app, subscription.scope, issue.period),
    };
    counted.set(key, counts);
    digests.push({ subscription, chatId: person.chatId, issue, ...counts });
  }
  await planDigests(app, digests);
  if (digests.length > 0) app.log.info({ digests: digests.length, scopes: counted.size }, 'digests.planned');
}

function momentOf(app: App, instant: Date): Moment {
  return { day: dayIn(app.zone, instant), time: timeIn(app.zone, instant) };
}
