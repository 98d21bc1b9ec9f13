// Indicators are made and closed; numbers are entered and put right: an earlier number is superseded, never lost.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import type { Entry } from './import-rules.ts';
import { isPeriod, type PeriodKind } from './period-rules.ts';
import { indicatorFor, type IndicatorView } from './queries.ts';
import type { IndicatorKind } from './rules.ts';

export type NewIndicator = {
  orgId: number;
  nameKk: string;
  nameRu: string;
  unitKk: string;
  unitRu: string;
  kind: IndicatorKind;
  periodKind: PeriodKind;
  /** Of a ratio: one for every so many of another indicator of the same periods. */
  norm: { per: number; ofId: number } | null;
};

/** Makes an indicator of a body that the actor leads or serves. Throws UserError without the right, and for a name that is taken. */
export async function createIndicator(app: App, actor: Actor, made: NewIndicator): Promise<number> {
  return transaction(app, async (app) => {
    const org = await app.db.organisation.findUnique({ where: { id: made.orgId } });
    if (!org || org.closedAt) throw new UserError('telegram-stale-button');
    const by = may(actor, 'indicators.keep', { orgPath: org.path });
    if (!by) throw new UserError('telegram-not-allowed');
    const { orgId, nameKk, nameRu, unitKk, unitRu, kind, periodKind, norm } = made;
    const base = norm && (await indicatorFor(app, actor, norm.ofId));
    if (norm && (!base || base.periodKind !== periodKind || norm.per < 1)) throw new UserError('indicators-norm-unfit');
    // Two who make the same one at once: the second one sees it.
    await app.db.$queryRaw`SELECT id FROM organisation WHERE id = ${orgId} FOR NO KEY UPDATE`;
    const known = await app.db.indicator.findFirst({ where: { orgId, nameRu, closedAt: null } });
    if (known) throw new UserError('indicators-name-taken', { name: nameRu });
    const { id } = await app.db.indicator.create({
      data: {
        ...{ orgId, nameKk, nameRu, unitKk, unitRu, kind, periodKind },
        rootOrgId: org.rootId ?? org.id,
        lowerIsBetter: kind === 'rank',
        wholeNumbers: kind === 'count' || kind === 'rank' || kind === 'ratio',
        normPer: norm?.per ?? null,
        normOfId: norm?.ofId ?? null,
        createdAt: app.now(),
        createdById: actor.personId,
      },
    });
    await record(app, {
      verb: 'indicators.created',
      entity: 'indicator',
      entityId: id,
      rootOrgId: org.rootId ?? org.id,
      actor: { personId: actor.personId, postId: by.postId },
      data: { orgId, kind, periodKind, ...(norm && { norm }) },
      texts: { nameKk, nameRu },
    });
    return id;
  });
}

/** Takes an indicator out of use; its numbers stay. Throws UserError without the right. */
export async function closeIndicator(app: App, actor: Actor, { indicatorId }: { indicatorId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const indicator = await openIndicator(app, actor, indicatorId);
    const by = may(actor, 'indicators.keep', { orgPath: indicator.path });
    if (!by) throw new UserError('telegram-not-allowed');
    await app.db.indicator.updateMany({ where: { id: indicatorId, closedAt: null }, data: { closedAt: app.now() } });
    await record(app, {
      verb: 'indicators.closed',
      entity: 'indicator',
      entityId: indicatorId,
      rootOrgId: indicator.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: {},
    });
  });
}

export type NewValues = { indicatorId: number; period: string; entries: Entry[]; source: string | null };

/**
 * Enters numbers of a period, all or none; a number that is there already is superseded by another one. Plans and baselines are set by who
 * keeps the indicator, facts also by the head of the organisation. Says how many changed. A constant number of statements.
 * Throws UserError without the right, for an organisation outside, and for a period that is none.
 */
export async function setValues(app: App, actor: Actor, wanted: NewValues): Promise<{ changed: number }> {
  const { indicatorId, period, entries } = wanted;
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM indicator WHERE id = ${indicatorId} FOR UPDATE`;
    const indicator = await openIndicator(app, actor, indicatorId);
    if (!isPeriod(indicator.periodKind, period)) throw new UserError('indicators-period-unclear');
    const postId = await fillingPost(app, actor, indicator, entries);
    return writeValues(app, indicator, { ...wanted, by: { personId: actor.personId, postId } });
  });
}

type Writing = NewValues & { by: { personId: number; postId: number }; reportId?: number };

/**
 * Facts that were accepted elsewhere, in an answer to a collection: the right was that of answering. Organisations outside of the
 * indicator's body and a closed indicator are left out.
 */
export async function keepFacts(app: App, facts: Writing): Promise<{ changed: number }> {
  const { indicatorId, period } = facts;
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM indicator WHERE id = ${indicatorId} FOR UPDATE`;
    const row = await app.db.indicator.findUnique({ where: { id: indicatorId } });
    const body = row && (await app.db.organisation.findUnique({ where: { id: row.orgId } }));
    if (!row || !body || row.closedAt || !isPeriod(row.periodKind as PeriodKind, period)) return { changed: 0 };
    const orgs = await app.db.organisation.findMany({
      where: { id: { in: facts.entries.map(({ orgId }) => orgId) }, path: { startsWith: body.path } },
      select: { id: true },
    });
    const inside = new Set(orgs.map(({ id }) => id));
    const entries = facts.entries.filter(({ orgId }) => inside.has(orgId));
    return writeValues(app, { indicatorId, rootOrgId: row.rootOrgId }, { ...facts, entries });
  });
}

async function writeValues(
  app: App,
  { indicatorId, rootOrgId }: Pick<IndicatorView, 'indicatorId' | 'rootOrgId'>,
  { period, entries, source, by, reportId }: Writing,
): Promise<{ changed: number }> {
  const current = await app.db.indicatorValue.findMany({
    where: { indicatorId, period, supersededAt: null, orgId: { in: entries.map(({ orgId }) => orgId) } },
  });
  const before = new Map(current.map((row) => [`${row.orgId}/${row.kind}`, row]));
  const changes = entries.filter((entry) => {
    const known = before.get(`${entry.orgId}/${entry.kind}`);
    return !known || (known.value === null ? null : Number(known.value)) !== entry.value || known.words !== entry.words;
  });
  if (changes.length === 0) return { changed: 0 };
  const gone = changes.flatMap(({ orgId, kind }) => before.get(`${orgId}/${kind}`)?.id ?? []);
  await app.db.indicatorValue.updateMany({ where: { id: { in: gone } }, data: { supersededAt: app.now() } });
  const about = { indicatorId, period, source, byPersonId: by.personId, byPostId: by.postId, at: app.now() };
  await app.db.indicatorValue.createMany({
    data: changes.map(({ orgId, kind, value, words }) => ({
      ...{ ...about, orgId, kind, words, reportId: reportId ?? null },
      value: value === null ? null : new Prisma.Decimal(value),
    })),
  });
  await record(app, {
    verb: 'indicators.values-set',
    entity: 'indicator',
    entityId: indicatorId,
    rootOrgId,
    actor: by,
    data: {
      period,
      values: changes.map(({ orgId, kind, value }) => {
        const known = before.get(`${orgId}/${kind}`)?.value ?? null;
        return [orgId, kind, known === null ? null : Number(known), value];
      }),
    },
  });
  return { changed: changes.length };
}

/** The post with which the actor may enter all of these. Throws UserError where there is none. */
export async function fillingPost(app: App, actor: Actor, indicator: IndicatorView, entries: Entry[]): Promise<number> {
  const orgs = await app.db.organisation.findMany({
    where: { id: { in: entries.map(({ orgId }) => orgId) } },
    select: { id: true, path: true },
  });
  const paths = new Map(orgs.map(({ id, path }) => [id, path]));
  const outside = entries.some(({ orgId }) => !paths.get(orgId)?.startsWith(indicator.path));
  if (outside) throw new UserError('indicators-outside');
  const keeper = may(actor, 'indicators.keep', { orgPath: indicator.path });
  if (keeper) return keeper.postId;
  const [first] = orgs.map(({ path }) => may(actor, 'indicators.fill', { orgPath: path }));
  const every = orgs.every(({ path }) => may(actor, 'indicators.fill', { orgPath: path }) !== null);
  if (!first || !every || entries.some(({ kind }) => kind !== 'fact')) throw new UserError('telegram-not-allowed');
  return first.postId;
}

/** An indicator in use that the actor may see. Throws UserError for any other. */
export async function openIndicator(app: App, actor: Actor, indicatorId: number): Promise<IndicatorView> {
  const indicator = await indicatorFor(app, actor, indicatorId);
  if (!indicator) throw new UserError('telegram-not-allowed');
  if (indicator.closed) throw new UserError('indicators-closed');
  return indicator;
}
