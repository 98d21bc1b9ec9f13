// A plan that is not met becomes the draft of an assignment to the heads of those who lag; nothing leaves before somebody issues it.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { type Actor, issuingPost } from '../org/rules.ts';
import { plainText } from '../outbox/rules.ts';
import { createDraft } from '../tasks/draft-actions.ts';
import { headPosts, postViews } from '../tasks/post-queries.ts';
import { dayIn } from '../time.ts';
import { printPeriod } from './period-rules.ts';
import { indicatorFor, type IndicatorView, tableOf, type TableRow } from './queries.ts';
import { compare } from './rules.ts';

/** Posts of the heads to whom the actor may give a task about a plan that is not met. Two statements. */
export async function laggards(app: App, actor: Actor, indicator: IndicatorView, rows: TableRow[]): Promise<number[]> {
  const behind = rows.filter(({ plan, fact }) => compare(indicator, plan, fact).met === false);
  if (behind.length === 0) return [];
  const heads = await headPosts(
    app,
    behind.map(({ orgId }) => orgId),
  );
  const posts = await postViews(app, [...new Set(heads.values())]);
  return posts
    .filter(({ role, org }) => issuingPost(actor, { role, orgPath: org.path, orgType: org.type }) !== null)
    .map(({ postId }) => postId);
}

/**
 * Writes the draft of an assignment to everybody below the plan (seed row A14: below a threshold an item is proposed); pressed again on the
 * same day it is the same draft. Throws UserError when nobody is left to whom the actor may issue.
 */
export async function proposeTask(
  app: App,
  actor: Actor,
  { indicatorId, period }: { indicatorId: number; period: string },
): Promise<{ taskId: number }> {
  const indicator = await indicatorFor(app, actor, indicatorId);
  if (!indicator) throw new UserError('telegram-not-allowed');
  const executorPostIds = await laggards(app, actor, indicator, await tableOf(app, actor, indicator, period));
  if (executorPostIds.length === 0) throw new UserError('indicators-nobody-lags');
  const locale = actor.locale === 'kk' ? 'kk' : 'ru';
  const name = locale === 'kk' ? indicator.nameKk : indicator.nameRu;
  const text = plainText(
    app.t(locale, 'indicators-task', { name, period: printPeriod(locale, indicator.periodKind, period) }),
  );
  return createDraft(app, actor, {
    ...{ text, locale, executorPostIds, fanOut: executorPostIds.length > 1, kind: 'assignment' },
    requestKey: `indicators:${indicatorId}:${period}:${dayIn(app.zone, app.now())}:${actor.personId}`,
  });
}
