// The discipline index: what one share is worth, what many make together, what an appeal excuses. Pure.

/** How a share with a date ended, or stands once its date has passed. */
export const outcomes = ['in_time', 'late', 'not_done'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a share is judged by. */
export type Merit = {
  outcome: Outcome;
  /** How often its report was returned, and its date moved. */
  returns: number;
  extensions: number;
  /** Taken note of (or reported on) by the end of the working day after it arrived. */
  acknowledged: boolean;
  /** Its report waits for a decision: until then it is worth what it will be when accepted. */
  review?: boolean;
};

/** Faults that an executor may dispute. */
export const faults = ['overdue', 'returned', 'extended', 'unacknowledged'] as const;
export type Fault = (typeof faults)[number];

/** Fewer shares than this give no index: one bad day would decide. */
export const smallestSample = 5;
export const periods = ['month', 'quarter', 'year'] as const;
export type PeriodName = (typeof periods)[number];

/** Points of a share, 100 in all; the last value of a list holds for every higher count. Published in /discipline. */
export const weights = {
  timeliness: { in_time: 50, late: 20, not_done: 0 },
  quality: [25, 15, 5, 0],
  dates: [15, 8, 0],
  acknowledged: 10,
} as const;

/**
 * Points of one share, 0 to 100 (seed row S6: timeliness and quality are two measures). What was not done earns nothing for the quality
 * of its report or for keeping its date.
 */
export function pointsOf({ outcome, returns, extensions, acknowledged }: Merit): number {
  const done = outcome !== 'not_done';
  return (
    weights.timeliness[outcome] +
    (done ? step(weights.quality, returns) + step(weights.dates, extensions) : 0) +
    (acknowledged ? weights.acknowledged : 0)
  );
}

/** What may be disputed about a share. */
export function faultsOf({ outcome, returns, extensions, acknowledged }: Merit): Fault[] {
  const has: Record<Fault, boolean> = {
    overdue: outcome !== 'in_time',
    returned: returns > 0,
    extended: extensions > 0,
    unacknowledged: !acknowledged,
  };
  return faults.filter((fault) => has[fault]);
}

export type Tally = {
  /** 0 to 100, rounded; null for a sample below `smallestSample`. */
  index: number | null;
  sample: number;
  inTime: number;
  late: number;
  notDone: number;
  /** Accepted without a return. */
  acceptedAtFirst: number;
  returned: number;
  extended: number;
  unacknowledged: number;
};

/** The counts of a tally that open as a list of their own, by their letters in buttons. */
export const kinds = {
  s: 'sample',
  i: 'inTime',
  l: 'late',
  n: 'notDone',
  f: 'acceptedAtFirst',
  r: 'returned',
  e: 'extended',
  u: 'unacknowledged',
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

/** The index of shares counted by merit: the mean of their points. */
export function tallyOf(counts: { merit: Merit; n: number }[]): Tally {
  const sum = (worth: (merit: Merit) => number): number =>
    counts.reduce((total, { merit, n }) => total + n * worth(merit), 0);
  const count = (holds: (merit: Merit) => boolean): number => sum((merit) => (holds(merit) ? 1 : 0));
  const sample = count(() => true);
  return {
    index: sample < smallestSample ? null : Math.round(sum(pointsOf) / sample),
    sample,
    inTime: count(({ outcome }) => outcome === 'in_time'),
    late: count(({ outcome }) => outcome === 'late'),
    notDone: count(({ outcome }) => outcome === 'not_done'),
    acceptedAtFirst: count(({ outcome, returns, review }) => outcome !== 'not_done' && !review && returns === 0),
    returned: count(({ returns }) => returns > 0),
    extended: count(({ extensions }) => extensions > 0),
    unacknowledged: count(({ acknowledged }) => !acknowledged),
  };
}

function step(values: readonly number[], count: number): number {
  return values[Math.min(count, values.length - 1)] ?? 0;
}
