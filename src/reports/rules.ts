// Report rules, pure: what may be reported on, what a report must hold, what a review may do.
import type { ParticipationState, ReportState } from '../generated/prisma/client.ts';

/** Longest text of a report, in characters: it is shown whole in one message to the reviewer. */
export const maxReportText = 3000;
/** Longest reason of a return, in characters. */
export const maxReason = 1000;
/** Most files in one report. */
export const maxFiles = 20;

export type Attached = {
  kind: 'photo' | 'document' | 'video' | 'audio';
  fileId: string;
  uniqueId: string;
  name?: string | undefined;
  mime?: string | undefined;
  size?: number | undefined;
};

/** An edit of the message that a report was made of. */
export type Correction = {
  chatId: number;
  messageId: number;
  text: string;
  /** Per cent named in the new words. */
  progress?: number | undefined;
  editedAt: number;
};

/** Text key of why nothing can be reported on a share in this state; null when it can. */
export function refusalToReport(state: ParticipationState): string | null {
  if (state === 'accepted') return 'reports-accepted-already';
  if (state === 'withdrawn') return 'tasks-withdrawn';
  return null;
}

/** Text key of what is wrong with the content of a report; null when nothing is. */
export function contentFault(text: string, files: number): string | null {
  if (text.trim() === '' && files === 0) return 'reports-empty';
  if (text.trim().length > maxReportText) return 'reports-text-long';
  if (files > maxFiles) return 'reports-too-many-files';
  return null;
}

/** The state of a share after a report: a final one hands it in, an interim one only shows that it was read. */
export function stateAfterReport(state: ParticipationState, final: boolean): ParticipationState {
  if (final) return 'submitted';
  return state === 'assigned' || state === 'misaddressed' ? 'acknowledged' : state;
}

/** True while an executor may still correct the report. */
export function isCorrectable(state: ReportState): boolean {
  return state === 'submitted';
}

/** Reasons offered for a return, keys of texts `reports-reason-<key>`. */
export const quickReasons = ['files', 'result', 'numbers', 'part', 'order'] as const;
export type QuickReason = (typeof quickReasons)[number];

export function isQuickReason(value: string | undefined): value is QuickReason {
  return quickReasons.includes(value as QuickReason);
}
