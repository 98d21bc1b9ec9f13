// Problems: how grave, which of them a screen shows, and whether the target of an indicator is met. Pure.
import { compare, type Measure, type Row, totalOf } from '../indicators/rules.ts';

export const severities = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof severities)[number];
/** withdrawn: it was none, or stands elsewhere; nothing of it was solved. */
export const states = ['open', 'closed', 'withdrawn'] as const;
export type ProblemState = (typeof states)[number];

export const longestType = 80;
export const longestText = 1000;
/** Measures of one problem: as many as a card shows. */
export const maxMeasures = 20;

/** Which problems a screen shows; null leaves a part open. */
export type Filter = { severity: Severity | null; orgId: number | null; state: FilterState };
export const filterStates = [...states, 'all'] as const;
export type FilterState = (typeof filterStates)[number];
export const everything: Filter = { severity: null, orgId: null, state: 'open' };

/** What can be chosen on a screen of its own. */
export const dimensions = ['severity', 'org', 'state'] as const;
export type Dimension = (typeof dimensions)[number];

/** The filter as a part of callback data: 's0o345t0', only what is set. */
export function filterCode({ severity, orgId, state }: Filter): string {
  return [
    severity === null ? '' : `s${severities.indexOf(severity)}`,
    orgId === null ? '' : `o${orgId}`,
    `t${filterStates.indexOf(state)}`,
  ].join('');
}

/** Reads what `filterCode` wrote; null for anything else: such data never came from us. */
export function readFilter(code: string | undefined): Filter | null {
  const match = /^(?:s(\d))?(?:o(\d{1,9}))?t(\d)$/.exec(code ?? '');
  const state = match && filterStates[Number(match[3])];
  if (!match || !state) return null;
  const severity = match[1] === undefined ? null : severities[Number(match[1])];
  if (severity === undefined) return null;
  return { severity, orgId: match[2] === undefined ? null : Number(match[2]), state };
}

export type Target = {
  plan: number | null;
  fact: number | null;
  /** Organisations that answered in words only. */
  withoutNumber: number;
  met: boolean;
};

/**
 * Whether an indicator has reached its plan in the organisation and all below it (seed row S12). What adds up is compared as a whole; of per
 * cents, scores and ranks each organisation that has a plan must have reached its own. No plan, or no number: not met; nor is a sum that
 * is to fall and of which some numbers are missing.
 */
export function targetOf(indicator: Measure, rows: Row[]): Target {
  const [only] = rows;
  const { plan, fact, withoutNumber } = totalOf(indicator, rows);
  const one = rows.length === 1 && only ? { plan: only.plan, fact: only.fact } : { plan, fact };
  const owed = rows.filter((row) => row.plan !== null);
  const adds = ['count', 'sum', 'ratio'].includes(indicator.kind);
  // A sum that is to fall looks reached as long as somebody's number is missing.
  const told = withoutNumber === 0 && new Set(owed.map((row) => row.fact === null)).size < 2;
  const met = adds
    ? (told || !indicator.lowerIsBetter) && compare(indicator, plan, fact).met === true
    : owed.length > 0 && owed.every((row) => compare(indicator, row.plan, row.fact).met === true);
  return { ...one, withoutNumber, met };
}
