// One tick of the digests: every issue that is due now is planned, its figures counted once for each scope.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import {
  momentOf,
  planDigests,
  type PlannedDigest,
  reckonFirst,
  reviveLost,
  stopDigests,
  type StopReason,
} from './actions.ts';
import { digestFigures, type Scope } from './figures-queries.ts';
import { factsFor } from './picture.ts';
import {
  dueSubscriptions,
  postsOfReaders,
  scopeFor,
  sealedPosts,
  type SubscriptionView,
  weekOfReader,
} from './queries.ts';
import { dueIssue, type Issue } from './rules.ts';

type Due = { subscription: SubscriptionView; chatId: number; issue: Issue; scope: Scope };

/**
 * Plans the digests that are due. Only an alarm: called late or twice it does the same once. The number of statements grows with the
 * distinct scopes, not with the subscribers. Who cannot be written to waits; who may not read any more is told that it ends.
 */
export async function planWeeklyDigests(app: App): Promise<void> {
  await reviveLost(app);
  const wanted = await dueSubscriptions(app);
  if (wanted.length === 0) return;
  await reckonFirst(
    app,
    wanted.filter(({ nextAt }) => nextAt === null),
  );
  const { due, ended } = await sort(
    app,
    wanted.filter(({ nextAt }) => nextAt !== null),
  );
  await stopDigests(app, ended);
  const counted = new Map<string, Pick<PlannedDigest, 'figures' | 'facts'>>();
  const digests: PlannedDigest[] = [];
  for (const { scope, ...rest } of due) {
    const key = keyOf(scope, rest.issue);
    const counts = counted.get(key) ?? {
      figures: await digestFigures(app, scope, rest.issue.period),
      facts: await factsFor(app, scope, rest.issue.period),
    };
    counted.set(key, counts);
    digests.push({ ...rest, ...counts });
  }
  if (digests.length === 0) return;
  await planDigests(app, digests);
  app.log.info({ digests: digests.length, scopes: counted.size }, 'digests.planned');
}

/** Which of them are due on this day and hour, and which have ended. */
async function sort(
  app: App,
  wanted: SubscriptionView[],
): Promise<{ due: Due[]; ended: { subscription: SubscriptionView; why: StopReason }[] }> {
  const [now, calendar] = [momentOf(app), await loadCalendar(app)];
  const posts = await postsOfReaders(app, [...new Set(wanted.map(({ personId }) => personId))]);
  const sealed = await sealedPosts(app);
  const due: Due[] = [];
  const ended: { subscription: SubscriptionView; why: StopReason }[] = [];
  for (const subscription of wanted) {
    const { about, personId, chatId } = subscription;
    const held = posts.get(personId) ?? [];
    const issue = dueIssue(subscription, now, { calendar, week: weekOfReader(held) });
    if (!issue || chatId === null) continue;
    const scope = scopeFor({ posts: held }, about, sealed);
    if (scope) due.push({ subscription, chatId, issue, scope });
    else ended.push({ subscription, why: about.over ? 'over' : 'rights' });
  }
  return { due, ended };
}

function keyOf({ path, resolutionId, topic, confidential }: Scope, { period }: Issue): string {
  return [path, resolutionId, period.from, confidential.map(({ postId }) => postId).sort(), topic].join('|');
}
