// Where a number comes from: the document of a number that was entered by hand, named afterwards by whoever may enter it.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { fillingPost, openIndicator } from './actions.ts';
import type { Entry } from './import-rules.ts';
import type { IndicatorView } from './queries.ts';
import { collectionSource, readSource, type ValueKind } from './rules.ts';

/** A number that stands, whose source the actor may name, and the post that lets them. */
export type Sourced = {
  indicator: IndicatorView;
  period: string;
  entry: Entry;
  source: string | null;
  org: { nameKk: string; nameRu: string };
  postId: number;
};

/** The number with this id. Throws UserError without the right to enter it, once another one superseded it, and for an answer to a collection. */
export async function numberToSource(app: App, actor: Actor, valueId: number): Promise<Sourced> {
  const row = await app.db.indicatorValue.findUnique({
    where: { id: valueId },
    include: { org: { select: { nameKk: true, nameRu: true } } },
  });
  if (!row || row.supersededAt || row.source === collectionSource) throw new UserError('telegram-stale-button');
  const { indicatorId, period, orgId, words, source, org } = row;
  const value = row.value === null ? null : Number(row.value);
  const entry = { orgId, kind: row.kind as ValueKind, value, words };
  const indicator = await openIndicator(app, actor, indicatorId);
  const postId = await fillingPost(app, actor, indicator, [entry]);
  return { indicator, period, entry, source, org, postId };
}

/** The id of the number that stands, for `setSource`; null where its source is an answer to a collection. */
export async function sourceable(
  app: App,
  { indicatorId, period, orgId, kind }: { indicatorId: number; period: string } & Pick<Entry, 'orgId' | 'kind'>,
): Promise<number | null> {
  const where = { indicatorId, period, orgId, kind, supersededAt: null };
  const row = await app.db.indicatorValue.findFirst({ where, select: { id: true, source: true } });
  return row && row.source !== collectionSource ? row.id : null;
}

/** Says where a number comes from, in place of what was said before; the same words change nothing. Throws UserError as `numberToSource`. */
export async function setSource(
  app: App,
  actor: Actor,
  { valueId, source: said }: { valueId: number; source: string },
): Promise<{ source: string }> {
  const source = readSource(said);
  if (source === null) throw new UserError('telegram-text-expected');
  return transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM indicator_value WHERE id = ${valueId} FOR UPDATE`;
    const { indicator, period, entry, postId, source: before } = await numberToSource(app, actor, valueId);
    if (before === source) return { source };
    await app.db.indicatorValue.update({ where: { id: valueId }, data: { source } });
    await record(app, {
      verb: 'indicators.source-set',
      entity: 'indicator',
      entityId: indicator.indicatorId,
      rootOrgId: indicator.rootOrgId,
      actor: { personId: actor.personId, postId },
      data: { period, value: [entry.orgId, entry.kind, entry.value] },
      texts: { ...(before !== null && { before }), after: source },
    });
    return { source };
  });
}
