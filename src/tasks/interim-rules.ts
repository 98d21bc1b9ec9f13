// Control dates on the way to the date of a task: which of them a report has answered, and which not. Pure.
import type { Day } from '../time.ts';

export type Stage = { day: Day; state: 'done' | 'missing' | 'ahead' };

/**
 * The control dates in order. A date is answered by any report made after the control date before it, also a late one;
 * missing is one that has passed without. `lastReport`: the day of the latest report, null for none.
 */
export function interimStages(dues: readonly Day[], lastReport: Day | null, today: Day): Stage[] {
  const days = [...new Set(dues)].toSorted();
  return days.map((day, at) => {
    const before = days[at - 1];
    const done = lastReport !== null && (before === undefined || lastReport > before);
    return { day, state: done ? 'done' : day < today ? 'missing' : 'ahead' };
  });
}

/** The control date that a report is expected for now: the first unanswered one; null when all are answered. */
export function openStage(dues: readonly Day[], lastReport: Day | null, today: Day): Day | null {
  const open = interimStages(dues, lastReport, today).filter(({ state }) => state !== 'done');
  // Of several missed ones the latest says it all.
  const missed = open.filter(({ state }) => state === 'missing');
  const ahead = open.find(({ state }) => state === 'ahead');
  return ahead?.day ?? missed.at(-1)?.day ?? null;
}
