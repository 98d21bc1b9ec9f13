// Writes of digests: subscriptions begin and end, and an issue is planned with its figures.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import type { JsonObject } from '../outbox/rules.ts';
import type { Locale } from '../texts.ts';
import { dayIn, instantOf, timeIn } from '../time.ts';
import type { WeekFacts } from '../stats/week-queries.ts';
import type { Figures } from './figures-queries.ts';
import { scopePath, type SubscriptionView, topOf } from './queries.ts';
import {
  type Issue,
  latestTime,
  type Moment,
  lastWanted,
  nextWanted,
  type Period,
  type Slot,
  timeOf,
} from './rules.ts';

export type NewSubscription = {
  /** The subtree, or else the resolution. */
  orgId?: number;
  resolutionId?: number;
  /** Words that a task of the subtree must say. */
  topic?: string;
  locale: Locale;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  /** 0 to 19, in the bot's zone. */
  hour: number;
};

/**
 * Subscribes the person to the weekly digest of a scope; a subscription to the same scope gets the new language, day and hour.
 * Throws UserError when the person may not read the scope, or the scope is gone.
 */
export async function subscribe(app: App, actor: Actor, wanted: NewSubscription): Promise<{ id: number }> {
  const { orgId, resolutionId, topic, locale, weekday, hour } = wanted;
  // What is wanted later in the evening would never be sent.
  if (!(weekday >= 1 && weekday <= 7 && hour >= 0 && timeOf(hour) < latestTime))
    throw new UserError('telegram-stale-button');
  return transaction(app, async (app) => {
    const path = await scopePath(app, wanted);
    if (path === null) throw new UserError('digests-scope-gone');
    if (topOf(actor, { path }) === null) throw new UserError('digests-not-yours');
    const about = { orgId: orgId ?? null, resolutionId: orgId === undefined ? (resolutionId ?? null) : null };
    const scope = { ...about, topic: orgId === undefined ? null : (topic ?? null) };
    const slot = { locale, weekday, hour, nextAt: nextMoment(app, { weekday, hour }) };
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
    await record(app, {
      ...event,
      verb: 'digests.subscribed',
      data: { ...about, locale, weekday, hour },
      texts: topic === undefined ? {} : { topic },
    });
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

/** When the next issue is wanted, after now. */
function nextMoment(app: App, slot: Slot): Date {
  return instantOf(app.zone, nextWanted(slot, momentOf(app)), timeOf(slot.hour));
}

/** This moment as people here call it. */
export function momentOf(app: App): Moment {
  const now = app.now();
  return { day: dayIn(app.zone, now), time: timeIn(app.zone, now) };
}

export type PlannedDigest = {
  subscription: SubscriptionView;
  chatId: number;
  issue: Issue;
  figures: Figures;
  /** What its picture shows besides; null: words alone. */
  facts: WeekFacts | null;
};

/**
 * Plans the issues with the figures of this moment and notes when the next ones are wanted; one that is known already stays as it is.
 * What has not left by the evening is given up for today: its figures are of today.
 */
export async function planDigests(app: App, digests: PlannedDigest[]): Promise<void> {
  const today = dayIn(app.zone, app.now());
  const expiresAt = instantOf(app.zone, today, latestTime);
  await transaction(app, async (app) => {
    await enqueue(
      app,
      digests.map(({ subscription, chatId, issue, figures, facts }) => ({
        kind: 'digests.weekly',
        chatId,
        personId: subscription.personId,
        lane: 3 as const,
        subjectId: subscription.id,
        data: digestData(issue.period, figures, facts),
        dedupeKey: `digest:${subscription.id}:${issue.wanted}:${today}`,
        expiresAt,
      })),
    );
    await reckonNext(
      app,
      digests.map(({ subscription }) => subscription),
    );
  });
}

/** Notes when the next issues of these subscriptions are wanted. One statement. */
export async function reckonNext(app: App, some: SubscriptionView[]): Promise<void> {
  if (some.length === 0) return;
  const moments = new Map<string, Date>();
  const next = some.map(({ id, weekday, hour }) => {
    const known = moments.get(`${weekday}/${hour}`) ?? nextMoment(app, { weekday, hour });
    moments.set(`${weekday}/${hour}`, known);
    return { id, next_at: known.toISOString() };
  });
  await app.db.$executeRaw`
    UPDATE subscription s SET next_at = v.next_at FROM jsonb_to_recordset(${JSON.stringify(next)}::jsonb) AS v (id int, next_at timestamptz)
    WHERE s.id = v.id`;
}

/** Notes the issue that these subscriptions, never reckoned before, wait for: the last one wanted if it was never planned, else the next. One statement. */
export async function reckonFirst(app: App, some: SubscriptionView[]): Promise<void> {
  if (some.length === 0) return;
  const now = momentOf(app);
  const first = some.map(({ id, weekday, hour }) => {
    const wanted = lastWanted({ weekday, hour }, now);
    const last = instantOf(app.zone, wanted, timeOf(hour)).toISOString();
    return { id, last, next: nextMoment(app, { weekday, hour }).toISOString(), known: `digest:${id}:${wanted}:` };
  });
  await app.db.$executeRaw`
    UPDATE subscription s SET next_at = CASE WHEN s.created_at <= v.last AND NOT EXISTS (SELECT 1 FROM outgoing_message m
        WHERE m.kind = 'digests.weekly' AND m.subject_id = s.id AND starts_with(m.dedupe_key, v.known)) THEN v.last ELSE v.next END
    FROM jsonb_to_recordset(${JSON.stringify(first)}::jsonb) AS v (id int, last timestamptz, next timestamptz, known text)
    WHERE s.id = v.id`;
}

/**
 * Issues of the last week that were planned and never left, because the bot or its line was down or the reader lost a right, are
 * wanted anew: then it is decided again whether to send. One statement.
 */
export async function reviveLost(app: App): Promise<void> {
  const now = app.now();
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  await app.db.$executeRaw`
    UPDATE subscription s SET next_at = m.created_at FROM outgoing_message m
    WHERE m.kind = 'digests.weekly' AND m.subject_id = s.id AND m.state = 'cancelled' AND m.created_at > ${weekAgo}
      AND s.ended_at IS NULL AND s.next_at > ${now}
      AND NOT EXISTS (SELECT 1 FROM outgoing_message later
        WHERE later.kind = m.kind AND later.subject_id = m.subject_id AND later.created_at > m.created_at)`;
}

export type StopReason = 'rights' | 'over';

/** Ends subscriptions that their readers may not read any more, and says why. */
export async function stopDigests(
  app: App,
  some: { subscription: SubscriptionView; why: StopReason }[],
): Promise<void> {
  for (const { subscription, why } of some) {
    const { id, personId, chatId, about } = subscription;
    await transaction(app, async (app) => {
      const where = { id, endedAt: null };
      const { count } = await app.db.subscription.updateMany({ where, data: { endedAt: app.now() } });
      if (count === 0) return;
      const event = { entity: 'subscription', entityId: id, rootOrgId: rootOf(about.path) };
      await record(app, { ...event, verb: 'digests.stopped', data: { why } });
      if (chatId === null) return;
      const message = { kind: 'digests.stopped', chatId, personId, lane: 3 as const, subjectId: id, data: { why } };
      await enqueue(app, [{ ...message, dedupeKey: `digest-stop:${id}` }]);
    });
  }
}

function digestData({ from, to }: Period, figures: Figures, facts: WeekFacts | null): JsonObject {
  return { from, to, figures, facts };
}

function rootOf(path: string): number {
  return Number(path.split('/')[1]);
}
