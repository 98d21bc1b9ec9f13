// Which units a filter can be narrowed to: those next below that hold anything. Pure.

/** Shares of one organisation. */
export type OrgCount = { path: string; n: number };
/** A unit that can be chosen; `alone`: the body itself without what is below it. */
export type UnitChoice = { orgId: number; alone: boolean; n: number };

/**
 * The units next below the lowest part of the tree that holds all of these, the fullest first; the body itself counts as one of them.
 * None where there is no choice.
 */
export function unitChoices(orgs: OrgCount[]): UnitChoice[] {
  const ways = orgs.map(({ path }) => path.split('/').filter(Boolean).map(Number));
  const [first = []] = ways;
  let depth = 0;
  while (depth < first.length && ways.every((way) => way[depth] === first[depth])) depth += 1;
  const units = new Map<string, UnitChoice>();
  orgs.forEach(({ n }, index) => {
    const way = ways[index] ?? [];
    const alone = way.length === depth;
    const orgId = alone ? way.at(-1) : way[depth];
    if (orgId === undefined) return;
    const key = `${orgId}`;
    units.set(key, { orgId, alone, n: (units.get(key)?.n ?? 0) + n });
  });
  return units.size < 2 ? [] : [...units.values()].sort((a, b) => b.n - a.n || a.orgId - b.orgId);
}
