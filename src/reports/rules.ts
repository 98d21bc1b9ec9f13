// Report rules, pure: what may be reported on, what a report must hold, what a review may do.
import type { ParticipationState, ReportState } from '../generated/prisma/client.ts';
import { readReport } from '../reading/report-words.ts';
import { tokenise } from '../reading/words.ts';

/** Longest text of a report, in characters: it is shown whole in one message to the reviewer. */
export const maxReportText = 3000;
/** Longest reason of a return, in characters. */
export const maxReason = 1000;
/** Most files in one report. */
export const maxFiles = 20;
/** For so long, in minutes, messages of one person in one chat are taken as pieces of one report. */
export const pieceMinutes = 10;

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

/** Until when a report made now can be taken back (product rules, J3); null: it is told at once. */
export function undoUntil(now: Date, seconds: number): Date | null {
  return seconds > 0 ? new Date(now.getTime() + seconds * 1000) : null;
}

/** The state of a share whose final report was taken back, by the state of the final report before it. */
export function stateAfterUndo(before: ReportState | null): ParticipationState {
  if (before === 'superseded') return 'submitted';
  return before === 'returned' ? 'returned' : 'acknowledged';
}

/** Longest text that can be the same in many reports, in words. */
const fewWords = 6;
/** So few words that say "done" say the same, whichever they are. */
const bareWords = 2;

/** What a few words say, made equal over spelling and signs; null for a text that has to be read: longer, with numbers, or not a final report. */
export function sameWords(text: string): string | null {
  const tokens = tokenise(text).filter(({ kind }) => kind !== 'sign');
  if (tokens.length === 0 || tokens.length > fewWords || tokens.some(({ kind }) => kind === 'number')) return null;
  if (readReport(text).kind !== 'final') return null;
  return tokens.length <= bareWords ? 'done' : tokens.map(({ folded }) => folded).join(' ');
}

const programs = /\.(?:exe|com|bat|cmd|scr|pif|msi|js|jse|vbs|wsf|ps1|hta|lnk|reg|dll|jar|apk|ipa|sh)$/i;
const programTypes = /x-msdownload|x-msdos-program|x-sh\b|java-archive|android\.package/i;

/** True for a program: nobody who controls a task should be tempted to open it. */
export function isProgram({ name = '', mime = '' }: Pick<Attached, 'name' | 'mime'>): boolean {
  return programs.test(name) || programTypes.test(mime);
}

/** Each file once: Telegram knows the same file by the same unique id, whoever sends it. */
export function distinctFiles<F extends Pick<Attached, 'uniqueId'>>(files: F[], known: string[] = []): F[] {
  const seen = new Set(known);
  return files.filter(({ uniqueId }) => !seen.has(uniqueId) && seen.add(uniqueId));
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

/** Of several tasks those whose number the words name ('Т-16 выполнено', 'т16'); all of them when none is named. */
export function namedAmong<Share extends { number: string }>(words: string, shares: Share[]): Share[] {
  const said = words.toLowerCase().matchAll(/(?<![\p{L}\p{N}])[тt][-–—]?(\d{1,6}(?:[./-]\d{1,4})*)/gu);
  const numbers = new Set([...said].map(([, digits]) => `Т-${digits}`));
  const named = shares.filter(({ number }) => numbers.has(number));
  return named.length > 0 ? named : shares;
}
