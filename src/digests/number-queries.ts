// What the numbers of a digest's picture are, at this moment: all its units and the eight weeks. Three statements.
import type { App } from '../app.ts';
import { orgCounts, weekCounts } from '../stats/queries.ts';
import { unitsOf, weeksUntil } from '../stats/rules.ts';
import { about, type Scope } from './figures-queries.ts';
import type { NumberParts } from './number-messages.ts';
import { orgNames } from './queries.ts';
import type { Period } from './rules.ts';

/** Units and weeks of a scope for a period, with the names of the units. */
export async function digestNumbers(
  app: App,
  scope: Scope,
  period: Period,
): Promise<Pick<NumberParts, 'units' | 'weeks' | 'names'>> {
  const counted = { paths: [scope.path], resolutionId: scope.resolutionId, only: about(scope) };
  const units = unitsOf(await orgCounts(app, counted, period), [scope.resolutionId === null ? scope.path : '/']);
  const weeks = await weekCounts(app, counted, weeksUntil(period.to));
  const names = await orgNames(
    app,
    units.map(({ orgId }) => orgId),
  );
  return { units, weeks, names };
}
