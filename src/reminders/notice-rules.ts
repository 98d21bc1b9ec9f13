// What is written down of a reminder: one notice for each step, date and recipient. Pure.
import type { Day } from '../time.ts';
import { chainOf } from './expected-rules.ts';
import type { ShareRow } from './queries.ts';
import type { Rung, Step } from './rules.ts';

/** Why nothing was sent for a step; `unreachable`: never started the bot; `settled`: its message left without it. */
export type Outcome = 'late' | 'merged' | 'unreachable' | 'blocked' | 'vacant' | 'settled';

/** A notice to write: with the message that says it, or with the reason why none does. */
export type NewNotice = {
  participationId: number;
  step: string;
  due: Day;
  recipient: string;
  outcome: Outcome | null;
  messageKey: string | null;
};

/** One thing said in a message; `due` is the date it was said under. */
export type Item = { id: number; step: string; rung: Rung; due?: Day };
/** The same, of which the step is not yet written down. */
export type Said = { item: Item; step: Step };

/** Names of the steps of a share that a recipient ("person:12", "place:3", "anybody") was told. */
export type ToldOf = (share: ShareRow, recipient: string) => ReadonlySet<string>;

/** The notice of something that this message says. */
export function notice({ item, step }: Said, recipient: string, messageKey: string): NewNotice {
  return { participationId: item.id, step: item.step, due: step.due, recipient, outcome: null, messageKey };
}

/** Of steps for whom there is nobody: those not written down before. */
export function untold(
  share: ShareRow,
  steps: Step[],
  recipient: string,
  outcome: Outcome,
  toldOf: ToldOf,
): NewNotice[] {
  const told = toldOf(share, recipient);
  return write(
    share,
    steps.filter(({ name }) => !told.has(name)),
    recipient,
    outcome,
  );
}

/** Ids of the shares of which each part of a private message says something. */
export type SaidParts = Record<
  'dated' | 'unacknowledged' | 'ladder' | 'half' | 'watched' | 'expected',
  ReadonlySet<number>
>;

/** Of the steps ('12:before-3') that a private message was planned for, those that it says as it is now; a chase stands beside a date of the same share. */
export function saidSteps(steps: readonly string[], parts: SaidParts): string[] {
  return steps.filter((entry) => {
    const [id = '', ...rest] = entry.split(':');
    return partsOf(rest.join(':'), parts).some((part) => part.has(Number(id)));
  });
}

function partsOf(step: string, { dated, unacknowledged, ladder, half, watched, expected }: SaidParts) {
  if (step.startsWith('ladder-')) return [ladder];
  if (step === 'half-control') return [watched];
  const chain = chainOf(step);
  if (chain === 'unack') return [unacknowledged, dated];
  if (chain === 'half') return [half];
  return [chain === 'dated' ? dated : expected];
}

/** Notices of steps that no message says. */
export function write(share: ShareRow, steps: Step[], recipient: string, outcome: Outcome): NewNotice[] {
  return steps.map(({ name, due }) => ({
    participationId: share.id,
    step: name,
    due,
    recipient,
    outcome,
    messageKey: null,
  }));
}

/** Order of steps: as they came. */
export function byMoment(a: Step, b: Step): number {
  return `${a.at.day}T${a.at.time}`.localeCompare(`${b.at.day}T${b.at.time}`);
}
