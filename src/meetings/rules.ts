// Rules of sittings, pure: when the next one is, who was there, what becomes of a question, what a member sees of the agenda.
import { followed } from '../tasks/recurrence-rules.ts';
import { addDays, type Day } from '../time.ts';

/** Longest theme of a question, note, place; most questions of one sitting. */
export const maxQuestion = 500;
export const maxNote = 1000;
export const maxPlace = 200;
export const maxAgenda = 150;
export const maxMembers = 200;
/** Days before the next sitting at which it is opened by itself. */
export const openedAhead = 5;

export const attendanceStates = ['invited', 'present', 'absent', 'excused', 'substitute'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** What a press on a name makes of it: the usual exceptions come first. */
export function nextAttendance(state: AttendanceState): AttendanceState {
  const next: Record<AttendanceState, AttendanceState> = {
    invited: 'present',
    present: 'absent',
    absent: 'excused',
    excused: 'substitute',
    substitute: 'present',
  };
  return next[state];
}

export const questionStates = ['planned', 'heard', 'not_heard', 'deferred'] as const;
export type QuestionState = (typeof questionStates)[number];

export const isAttendance = (value: string): value is AttendanceState =>
  attendanceStates.includes(value as AttendanceState);
export const isQuestionState = (value: string): value is QuestionState =>
  questionStates.includes(value as QuestionState);

/** A rule is followed so many days ahead. */
const ahead = 400;

/** The day of the sitting after `last` by this rule, today at the earliest; null without a rule, or when it ends. */
export function nextSittingDay(rule: string | null, last: Day, today: Day): Day | null {
  if (rule === null) return null;
  const from = last > today ? last : today;
  return followed(rule, last, addDays(from, ahead)).find((day) => day > last && day >= today) ?? null;
}

/** 'third Thursday of the month' as a rule, by a day that is one. */
export function nthWeekdayRule(day: Day, weekdayName: string): string {
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${weekdayName}`;
}

export type AttendanceCount = Record<AttendanceState, number>;

/** How many were there, absent and so on. */
export function countAttendance(rows: { state: AttendanceState }[]): AttendanceCount {
  const n = (state: AttendanceState): number => rows.filter((row) => row.state === state).length;
  return {
    invited: n('invited'),
    present: n('present'),
    absent: n('absent'),
    excused: n('excused'),
    substitute: n('substitute'),
  };
}

/** Lines of text as standing questions, in their order; empty ones are left out. */
export function questionsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/^(?:[-–—•*]|\d{1,2}[.)])\s+/, ''))
    .filter((line) => line !== '' && !/^[-–—]$/.test(line));
}
