// Task rules, pure: which move is allowed, what is overdue or at risk, what counts as in time, what may be closed.
import type { OrgType, ParticipationState, Role, TaskKind, TaskState, TaskTerm } from '../generated/prisma/client.ts';
import { isBinding } from '../org/rules.ts';
import type { Indicator } from '../reading/drafts.ts';
import type { Locale } from '../texts.ts';
import { sensitiveKinds } from './guard-rules.ts';
import { addDays, instantOf, type Clock, type Day } from '../time.ts';

/** Longest text of a task, in characters: with labels it still fits into one Telegram message. */
export const maxTaskText = 3000;

/** Working days before the date from which an open share counts as at risk. */
export const riskDays = 3;

const taskMoves: Record<TaskState, TaskState[]> = {
  draft: ['issued'],
  // Back to draft only within the seconds of undo.
  // Closed at once only where nothing binding is left: a recommendation nobody answered, or everything waived.
  issued: ['in_progress', 'closed', 'cancelled', 'draft'],
  in_progress: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
};

const participationMoves: Record<ParticipationState, ParticipationState[]> = {
  assigned: ['acknowledged', 'submitted', 'misaddressed', 'withdrawn'],
  acknowledged: ['submitted', 'misaddressed', 'withdrawn'],
  // Back to acknowledged only within the minutes of undo.
  submitted: ['returned', 'accepted', 'withdrawn', 'acknowledged'],
  returned: ['submitted', 'withdrawn'],
  accepted: ['returned'],
  misaddressed: ['withdrawn', 'assigned'],
  withdrawn: [],
};

/** True when a task may pass from one state to the other (product rules, machine of a task). */
export function canMoveTask(from: TaskState, to: TaskState): boolean {
  return taskMoves[from].includes(to);
}

/** True when an executor's share may pass from one state to the other (product rules, machine of a participation). */
export function canMove(from: ParticipationState, to: ParticipationState): boolean {
  return participationMoves[from].includes(to);
}

/** States of tasks that are on control. */
export const liveTaskStates: TaskState[] = ['issued', 'in_progress'];
/** States of a share that is not done: neither accepted nor withdrawn. */
export const openStates: ParticipationState[] = ['assigned', 'acknowledged', 'submitted', 'returned', 'misaddressed'];
/** States in which the executor owes a report. */
export const owedStates: ParticipationState[] = ['assigned', 'acknowledged', 'returned'];

export type Share = {
  state: ParticipationState;
  force: TaskKind;
  due: Day | null;
  dueTime: Clock | null;
};

/** The instant at which a date is over: its time, or the end of the day in the zone. */
export function deadlineOf(zone: string, due: Day, dueTime: Clock | null): Date {
  const key = `${zone}/${due}/${dueTime ?? ''}`;
  const known = deadlines.get(key);
  if (known) return known;
  const deadline = dueTime ? instantOf(zone, due, dueTime) : instantOf(zone, addDays(due, 1), '00:00');
  if (deadlines.size >= 1_000) deadlines.clear();
  deadlines.set(key, deadline);
  return deadline;
}

/** A card asks for the same date hundreds of times, and zones are slow to reckon with. */
const deadlines = new Map<string, Date>();

/** Whether a report handed in at `submittedAt` came in time: before the due time, or before the end of the due day; true without a date. */
export function isInTime(zone: string, share: { due: Day | null; dueTime: Clock | null }, submittedAt: Date): boolean {
  return share.due === null || submittedAt < deadlineOf(zone, share.due, share.dueTime);
}

/** Past its date while the executor still owes a binding report; a share under review is not: it is judged by its submission. */
export function isOverdue(zone: string, share: Share, now: Date): boolean {
  return isBinding(share.force) && owes(share.state) && !isInTime(zone, share, now);
}

/** Not overdue yet, but at most `riskDays` working days are left; `workingDaysLeft` counts from today to the date. */
export function isAtRisk(zone: string, share: Share, now: Date, workingDaysLeft: number): boolean {
  return owes(share.state) && share.due !== null && !isOverdue(zone, share, now) && workingDaysLeft <= riskDays;
}

/** True while the executor owes a report. */
export function owes(state: ParticipationState): boolean {
  return owedStates.includes(state);
}

/** What a binding share needs before its task can be closed: accepted, or withdrawn with or without a waiver. */
export function blocksClosing({ state, force }: { state: ParticipationState; force: TaskKind }): boolean {
  return isBinding(force) && state !== 'accepted' && state !== 'withdrawn';
}

/** True when nothing binding is left to accept; recommendations do not block (product rules, machine of a task). */
export function isClosable(shares: { state: ParticipationState; force: TaskKind }[]): boolean {
  return !shares.some(blocksClosing);
}

/** What is doubtful in a draft: key of a text with the variable `words`, the posts that may be meant, and the place they would take among the executors. */
export type Doubt = { key: string; words: string; candidates: number[]; at?: number };

/** What a draft says; nothing of it binds anybody before it is issued. */
export type DraftFields = {
  text: string;
  /** Language of `text`. */
  locale: Locale;
  kind?: TaskKind;
  /** In the order named: the first one is responsible, unless it is a fan-out. */
  executorPostIds: number[];
  /** The executors are a class: each is responsible for its own copy. */
  fanOut?: boolean;
  due?: Day | null;
  dueTime?: Clock | null;
  term?: TaskTerm;
  /** RRULE of a periodic task, whose first date is `due`. A new date or term ends it. */
  recurrence?: string | null;
  /** Earlier dates by which a part has to be done. A new date or term ends them. */
  interimDues?: Day[];
  /** How often news of it is expected: one of the rules of `update-rules`. */
  updateRule?: string | null;
  /** 'urgent' or 'at-once', as it was said. */
  urgency?: string | null;
  /** The words the date was read from; absent when a person set it. */
  dueText?: string | null;
  indicators?: Indicator[];
  programmes?: string[];
  /** The item as it stands in its document. */
  sourceText?: string | null;
  completionForm?: string | null;
  controllerPostId?: number | null;
  homePlaceId?: number | null;
  /** The working groups whose members were named, and when (default: now). */
  groupIds?: number[];
  groupsNamedAt?: Date | null;
  confidential?: boolean;
  /** What should be shown on the draft as doubtful. */
  doubts?: Doubt[];
};

export type Draft = {
  text: string;
  executors: number;
  term: TaskTerm;
  due: Day | null;
  completionForm?: string | null;
  confidential?: boolean;
  /** Of a part that was handed down: the date of the share above, which it may not pass. */
  latest?: Day | null;
  dueTime?: Clock | null;
  /** The hour of that date, where it has one. */
  latestTime?: Clock | null;
};

/** Text keys of what is still missing before a draft can be issued; empty when it can. `today` refuses dates already past. */
export function missingForIssue(draft: Draft, today: Day): string[] {
  const missing: string[] = [];
  if (draft.text.trim() === '') missing.push('tasks-missing-text');
  if (draft.executors === 0) missing.push('tasks-missing-executors');
  if (draft.term === 'dated' && draft.due === null) missing.push('tasks-missing-due');
  if (draft.term === 'dated' && draft.due !== null && draft.due < today) missing.push('tasks-due-past');
  if (isBeyondParent(draft)) missing.push('tasks-due-beyond-parent');
  // Shown in private only, it reaches those who need it and no group.
  if (!draft.confidential && sensitiveKinds(draft.text, draft.completionForm).length > 0)
    missing.push('guard-task-open');
  return missing;
}

type Bounded = Pick<Draft, 'term' | 'due' | 'dueTime' | 'latest' | 'latestTime'>;

/** True when a part would end after what it is a part of (product rules, hand-down): a later date or hour, or none at all. */
export function isBeyondParent({ term, due, dueTime = null, latest = null, latestTime = null }: Bounded): boolean {
  if (latest === null) return false;
  if (term !== 'dated') return true;
  if (due === null || due !== latest) return due !== null && due > latest;
  return latestTime !== null && (dueTime === null || dueTime > latestTime);
}

/** 'Т-148': the number of a stand-alone task, the same in every language (Cyrillic letter). */
export function standaloneNumber(serial: number): string {
  return `Т-${serial}`;
}

/** Types of organisations that "all schools" means: one that opens later belongs to them too. */
const schoolTypes: OrgType[] = ['school', 'boarding'];

/** The class of organisations whose heads a task went to; null when they are no class, but named. Supplementary education only where it was meant. */
export function classTypes(executors: { role: Role; org: { type: OrgType } }[], fanOut: boolean): OrgType[] | null {
  const types = [...new Set(executors.map(({ org }) => org.type))];
  const heads = executors.every(({ role }) => role === 'school_head');
  if (!fanOut || types.length === 0 || !heads) return null;
  return types.some((type) => schoolTypes.includes(type)) ? [...new Set([...schoolTypes, ...types])] : types;
}
