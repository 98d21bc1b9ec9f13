// What counts as a reason: one rule for whatever has to be explained. Pure.
import { UserError } from '../errors.ts';
import { refuseSensitive } from './guard-rules.ts';

/** Longest reason, in characters. */
export const longestReason = 1000;
/** Fewest letters that explain anything; shorter ones are signs or a slip of the finger. */
const fewestLetters = 3;

/** The reason without blanks around it. Throws UserError for none, for one without a few letters, and for one that is too long. */
export function writtenReason(reason: string): string {
  const words = reason.trim();
  if (words === '') throw new UserError('tasks-reason-needed');
  if ((words.match(/\p{L}/gu) ?? []).length < fewestLetters) throw new UserError('tasks-reason-wordless');
  if (words.length > longestReason)
    throw new UserError('telegram-text-too-long', { max: longestReason, length: words.length });
  return words;
}

/** The same for a reason that others read: throws UserError too for what they must not read. */
export function checkedReason(reason: string): string {
  const words = writtenReason(reason);
  refuseSensitive('guard-in-text', words);
  return words;
}
