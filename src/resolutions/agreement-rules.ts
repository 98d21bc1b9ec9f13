// Rules of agreeing, pure: what of a draft concerns whom, whose agreement a change undoes, when the draft counts as agreed.
import type { Calendar } from '../calendar.ts';
import { isWithin, scopeOf } from '../org/rules.ts';
import type { PostView } from '../tasks/post-queries.ts';
import type { Day } from '../time.ts';
import type { ItemView } from './queries.ts';

/** Working days for an answer that are offered, and the most that can be typed. */
export const agreeTerms = [1, 2, 3, 5] as const;
export const longestAgreeTerm = 30;
/** Longest remark of an objection, in characters. */
export const maxRemark = 1000;

/** A post and where it stands. */
export type Standing = Pick<PostView, 'postId' | 'role'> & { org: Pick<PostView['org'], 'path' | 'type'> };

export type AgreementState = 'asked' | 'agreed' | 'objected';

/**
 * The items of a draft that concern this post, each with those executors only that are the post itself or stand below it: of a
 * meeting for two regions each sees its own. A confidential item concerns its executors alone.
 */
export function concernOf<I extends ItemView>(items: I[], post: Standing, rootId: number): I[] {
  const scope = scopeOf({ role: post.role, orgType: post.org.type, orgPath: post.org.path, rootId });
  return items.flatMap((item) => {
    const mine = item.participations.filter(
      (share) => share.post.postId === post.postId || (!item.confidential && isWithin(share.post.org.path, scope)),
    );
    return mine.length > 0 ? [{ ...item, participations: mine }] : [];
  });
}

/** True when what concerns this post reads otherwise after a change of the draft. */
export function concernDiffers(before: ItemView[], after: ItemView[], post: PostView, rootId: number): boolean {
  const said = (items: ItemView[]): string => JSON.stringify(concernOf(items, post, rootId).map(wordsOf));
  return said(before) !== said(after);
}

function wordsOf(item: ItemView): unknown[] {
  const { textKk, textRu, kind, due, dueTime, term, recurrence, interimDues, completionForm, participations } = item;
  const executors = participations.map(({ post, role }) => [post.postId, role]);
  return [textKk, textRu, kind, due, dueTime, term, recurrence, interimDues, completionForm, executors];
}

/** True when a draft that was shown around counts as agreed: all agreed, or the term has passed (product rules, machine of a resolution). */
export function isAgreed(rows: { state: AgreementState }[], agreeBy: Day | null, today: Day): boolean {
  if (agreeBy === null || rows.length === 0) return false;
  return rows.every(({ state }) => state === 'agreed') || isTermOver(agreeBy, today);
}

/** True when the last day for an answer has passed; never without one. */
export function isTermOver(agreeBy: Day | null, today: Day): boolean {
  return agreeBy !== null && agreeBy < today;
}

/**
 * The last day for an answer to what is asked anew on `today`: as many working days as there were from the last question on, so that
 * nobody has but the rest of a term, or none, to read a new text.
 */
export function renewedTerm(
  calendar: Pick<Calendar, 'addWorkingDays'>,
  { agreeBy, askedOn }: { agreeBy: Day | null; askedOn: Day },
  today: Day,
): Day {
  let days = 1;
  while (agreeBy !== null && days < longestAgreeTerm && calendar.addWorkingDays(askedOn, days, 5) < agreeBy) days += 1;
  return calendar.addWorkingDays(today, days, 5);
}

export type AgreementCount = { asked: number; agreed: number; objected: number; total: number };

/** How many were asked, and what they said. */
export function countAgreements(rows: { state: AgreementState }[]): AgreementCount {
  const n = (wanted: AgreementState): number => rows.filter(({ state }) => state === wanted).length;
  return { asked: n('asked'), agreed: n('agreed'), objected: n('objected'), total: rows.length };
}
