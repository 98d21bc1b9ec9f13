// Writes of digests: subscriptions begin and end, and an issue is planned with its figures.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import type { JsonObject } from '../outbox/rules.ts';
import type { Locale } from '../texts.ts';
import type { WeekFacts } from '../stats/week-queries.ts';
import type { Figures } from './figures-queries.ts';
import { mayRead, scopePath, type SubscriptionView } from './queries.ts';
import type { Issue, Period } from './rules.ts';

export type NewSubscription = {
  /** The subtree, or else the resolution. */
  orgId?: number;
  resolutionId?: number;
  locale: Locale;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  /** 0 to 23, in the bot's zone. */
  hour: number;
};

/**
 * Subscribes the person to the weekly digest of a scope; a subscription to the same scope gets the new language, day and hour.
 * Throws UserError when the person may not read the scope, or the scope is gone.
 */
export async function subscribe(app: App, actor: Actor, wanted: NewSubscription): Promise<{ id: number }> {
  const { orgId, resolutionId, locale, weekday, hour } = wanted;
  if (!(weekday >= 1 && weekday <= 7 && hour >= 0 && hour <= 23)) throw new UserError('telegram-stale-button');
  return transaction(app, async (app) => {
    const path = await scopePath(app, wanted);
    if (path === null) throw new UserError('digests-scope-gone');
    if (!mayRead(actor, { path })) throw new UserError('digests-not-yours');
    const scope = { orgId: orgId ?? null, resolutionId: orgId === undefined ? (resolutionId ?? null) : null };
    const slot = { locale, weekday, hour };
    const where = { personId: actor.personId, endedAt: null, ...scope };
    const known = await app.db.subscription.findFirst({ where });
    const { id } = known
      ? await app.db.subscription.update({ where: { id: known.id }, data: slot })
      : await app.db.subscription.create({
          data: { personId: actor.personId, ...scope, ...slot, createdAt: app.now() },
        });
    const event = {
      entity: 'subscription',
      entityId: id,
      rootOrgId: rootOf(path),
      actor: { personId: actor.personId },
    };
    await record(app, { ...event, verb: 'digests.subscribed', data: { ...scope, ...slot } });
    return { id };
  });
}

/** Ends a subscription of the person. Throws UserError when it is not theirs or has ended. */
export async function unsubscribe(app: App, actor: Actor, { id }: { id: number }): Promise<void> {
  await transaction(app, async (app) => {
    const where = { id, personId: actor.personId, endedAt: null };
    const { count } = await app.db.subscription.updateMany({ where, data: { endedAt: app.now() } });
    if (count === 0) throw new UserError('digests-ended-already');
    const row = await app.db.subscription.findUniqueOrThrow({ where: { id } });
    const path = await scopePath(app, {
      ...(row.orgId !== null && { orgId: row.orgId }),
      resolutionId: row.resolutionId ?? 0,
    });
    const event = { entity: 'subscription', entityId: id, rootOrgId: path === null ? null : rootOf(path) };
    await record(app, { ...event, verb: 'digests.unsubscribed', actor: { personId: actor.personId } });
  });
}

/** Key of an issue: one for each subscription and week. */
export function digestKey(subscriptionId: number, { week }: Issue): string {
  return `digest:${subscriptionId}:${week}`;
}

export type PlannedDigest = {
  subscription: SubscriptionView;
  chatId: number;
  issue: Issue;
  figures: Figures;
  /** What its picture shows besides; null: words alone. */
  facts: WeekFacts | null;
};

/** Plans the issues with the figures of this moment; one that is known already stays as it is. */
export async function planDigests(app: App, digests: PlannedDigest[]): Promise<void> {
  await enqueue(
    app,
    digests.map(({ subscription, chatId, issue, figures, facts }) => ({
      kind: 'digests.weekly',
      chatId,
      personId: subscription.personId,
      lane: 3 as const,
      subjectId: subscription.id,
      data: digestData(issue.period, figures, facts),
      dedupeKey: digestKey(subscription.id, issue),
      expiresAt: new Date(app.now().getTime() + 24 * 3_600_000),
    })),
  );
}

function digestData({ from, to }: Period, figures: Figures, facts: WeekFacts | null): JsonObject {
  return { from, to, figures, facts };
}

function rootOf(path: string): number {
  return Number(path.split('/')[1]);
}
