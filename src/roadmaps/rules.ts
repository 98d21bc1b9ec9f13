// How far a roadmap is: a measure from its shares and milestones, a section and the roadmap from their measures. Pure.
import type { ParticipationState, TaskState } from '../generated/prisma/client.ts';
import { owedStates } from '../tasks/rules.ts';
import type { Day } from '../time.ts';

export type ShareFacts = {
  state: ParticipationState;
  /** What only recommends counts where nothing binds. */
  binding: boolean;
  /** Per cent named in the latest report. */
  progress: number | null;
  inTime: boolean | null;
  waived: boolean;
  overdue: boolean;
};
export type MeasureFacts = {
  state: TaskState;
  shares: ShareFacts[];
  milestones: { done: boolean }[];
};

/**
 * The date by which a measure is owed: that of the responsible's share, the latest where many have a copy each; what was planned where
 * no share has one. An extension moves the share and leaves the plan (product rules, extensions).
 */
export function owedDay(planned: Day | null, shares: { role: string; state: string; due: Day | null }[]): Day | null {
  const dates = shares
    .filter(({ role, state }) => role === 'responsible' && state !== 'withdrawn')
    .flatMap(({ due }) => due ?? []);
  return dates.toSorted().at(-1) ?? planned;
}

/** The shares whose executor may be replaced or taken out: what is handed in or accepted stays. */
export function replaceable<S extends { state: ParticipationState }>(shares: S[]): S[] {
  return shares.filter(({ state }) => [...owedStates, 'misaddressed'].includes(state));
}

export const measureStatuses = ['done', 'late', 'overdue', 'work', 'planned', 'draft', 'cancelled'] as const;
/** done: in time; late: done after its date; overdue: owed past its date; work: something was heard; planned: nothing yet. */
export type MeasureStatus = (typeof measureStatuses)[number];

/** The most a share counts before it is accepted, in per cent; what is handed in counts so much at least. */
const beforeAccepted = 99;
const handedIn = 90;

/** Shares that count: the binding ones, or all where none binds; withdrawn ones never, given-up ones only if nothing else is left. */
function counting({ shares }: MeasureFacts): ShareFacts[] {
  const there = shares.filter(({ state, waived }) => state !== 'withdrawn' || waived);
  const binding = there.filter((share) => share.binding);
  const all = binding.length > 0 ? binding : there;
  const owed = all.filter(({ waived }) => !waived);
  return owed.length > 0 ? owed : all;
}

function isDone(measure: MeasureFacts): boolean {
  if (measure.state === 'closed') return true;
  const shares = counting(measure);
  return shares.length > 0 && shares.every(({ state, waived }) => state === 'accepted' || waived);
}

/** Per cent of a measure: 100 when it is done, else below; the more of its shares' mean and of its milestones reached. */
export function measureProgress(measure: MeasureFacts): number {
  if (measure.state === 'cancelled' || measure.state === 'draft') return 0;
  if (isDone(measure)) return 100;
  const shares = counting(measure).map(shareProgress);
  const { milestones } = measure;
  const reached = milestones.filter(({ done }) => done).length;
  const byMilestones = milestones.length > 0 ? (beforeAccepted * reached) / milestones.length : 0;
  return Math.floor(Math.min(beforeAccepted, Math.max(mean(shares), byMilestones)));
}

function shareProgress({ state, progress, waived }: ShareFacts): number {
  if (state === 'accepted' || waived) return 100;
  const said = Math.min(beforeAccepted, Math.max(0, progress ?? 0));
  return state === 'submitted' ? Math.max(handedIn, said) : said;
}

/** Where a measure stands. */
export function measureStatus(measure: MeasureFacts): MeasureStatus {
  const { state } = measure;
  if (state === 'draft' || state === 'cancelled') return state;
  const shares = counting(measure);
  if (isDone(measure)) return shares.some(({ inTime }) => inTime === false) ? 'late' : 'done';
  if (shares.some(({ overdue }) => overdue)) return 'overdue';
  const heard = shares.some(({ state, progress }) => state !== 'assigned' || (progress ?? 0) > 0);
  return heard || measure.milestones.some(({ done }) => done) ? 'work' : 'planned';
}

/** What can be counted of measures, and listed: all that are not cancelled, done, done in time, overdue, and drafts with doubts. */
export const measureKinds = { a: 'total', d: 'done', i: 'inTime', o: 'overdue', q: 'doubtful' } as const;
export type MeasureKind = keyof typeof measureKinds;

/** The measures of this kind: the list behind the number of `tallyOf`. */
export function measuresOfKind<M extends MeasureFacts & { doubts?: unknown[] }>(measures: M[], kind: MeasureKind): M[] {
  const statuses: Partial<Record<MeasureKind, MeasureStatus[]>> = { d: ['done', 'late'], i: ['done'], o: ['overdue'] };
  const wanted = statuses[kind];
  return measures
    .filter(({ state }) => state !== 'cancelled')
    .filter((each) => !wanted || wanted.includes(measureStatus(each)))
    .filter(({ doubts = [] }) => kind !== 'q' || doubts.length > 0);
}

export type Tally = Record<(typeof measureKinds)[MeasureKind] | 'progress', number>;

/**
 * What the measures come to. Every measure weighs the same, so a section weighs as many measures as it has; cancelled ones do not count.
 * Per cent is the mean rounded down: 100 says that everything is done.
 */
export function tallyOf(measures: (MeasureFacts & { doubts?: unknown[] })[]): Tally {
  const count = (kind: MeasureKind): number => measuresOfKind(measures, kind).length;
  return {
    total: count('a'),
    done: count('d'),
    inTime: count('i'),
    overdue: count('o'),
    doubtful: count('q'),
    progress: Math.floor(mean(measuresOfKind(measures, 'a').map(measureProgress))),
  };
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}

/** True when nothing of an approved roadmap is left to do, and something was done (product rules: closing). */
export function isFinished(states: TaskState[]): boolean {
  return states.some((state) => state === 'closed') && states.every((state) => ['closed', 'cancelled'].includes(state));
}

/** From the first day to the last: as said, else from the first moment of the roadmap to the latest date of its measures. */
export function termOf(
  said: { from: Day | null; to: Day | null },
  { start, dues }: { start: Day; dues: (Day | null)[] },
): { from: Day; to: Day } {
  const dates = dues.filter((day) => day !== null).toSorted();
  const from = said.from ?? start;
  const last = [said.to, dates.at(-1) ?? null].filter((day) => day !== null).toSorted();
  return { from, to: last.at(-1) ?? from };
}
