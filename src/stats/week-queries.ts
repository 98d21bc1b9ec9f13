// What the picture of a weekly digest shows besides the digest's own figures; plain data, kept with the message until it is sent.
import type { App } from '../app.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { orgCounts, weekCounts, type WeekCounts } from './queries.ts';
import { unitsOf, weeksUntil, type UnitCounts, type Week } from './rules.ts';

export type WeekFacts = {
  /** The units that need a look first; none where there is but one. */
  units: UnitCounts[];
  /** How many units there are besides. */
  more: number;
  weeks: WeekCounts[];
};

const shown = 3;

/** Units and eight weeks of a subtree or a resolution; the last week is `period`. Two statements. */
export async function weekFacts(
  app: App,
  scope: { path: string; resolutionId: number | null; only?: Prisma.Sql },
  period: Week,
): Promise<WeekFacts> {
  const { path, resolutionId, only } = scope;
  const wide = { paths: [path], resolutionId, ...(only && { only }) };
  const units = unitsOf(await orgCounts(app, wide, period), [resolutionId === null ? path : '/']);
  const weeks = await weekCounts(app, wide, weeksUntil(period.to));
  if (units.length < 2) return { units: [], more: 0, weeks };
  return { units: units.slice(0, shown), more: Math.max(0, units.length - shown), weeks };
}
