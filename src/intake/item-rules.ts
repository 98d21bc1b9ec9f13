// A draft as it was read becomes an item of a resolution: its posts, its date, its doubts. Pure.
import type { Doubt as ReadDoubt, Draft } from '../reading/drafts.ts';
import { type RosterEntry, schoolHeads } from '../reading/executors/roster.ts';
import type { ReadItem } from '../resolutions/item-actions.ts';
import { longestNumber } from '../resolutions/number-rules.ts';
import { maxForm } from '../resolutions/rules.ts';
import { fieldsOfDeadline } from '../tasks/deadline-rules.ts';
import { type Doubt, maxTaskText } from '../tasks/rules.ts';
import type { Day } from '../time.ts';

/** Characters of the document that are kept with an item. */
const longestSource = 2_000;
const longestWords = 300;

export type ItemGround = {
  /** The whole document, for the words of an item in it. */
  text: string;
  /** Day of the meeting. */
  day: Day;
  roster: RosterEntry[];
  /** Posts that the chair may give tasks to. */
  mayGet: (postId: number) => boolean;
};

/** One item. Executors whom the chair may not give tasks are left out with a doubt; those of a class silently: 'all schools' means one's own. */
export function itemOf(draft: Draft, { text, day, roster, mayGet }: ItemGround): ReadItem {
  const named = draft.addressees.flatMap(({ postIds }) => postIds);
  const everybody = draft.fanOut === null ? [] : classOf(draft, roster);
  const wanted = [...new Set([...(draft.fanOut === null ? named : everybody), ...named])];
  const executorPostIds = wanted.filter(mayGet);
  const outside = draft.addressees.filter(({ postIds }) => postIds.length === 1 && !postIds.every(mayGet));
  const { due, dueTime, term, recurrence, interimDues } = fieldsOfDeadline(draft.deadline, day);
  return {
    number: draft.number !== null && draft.number.length <= longestNumber ? draft.number : null,
    text: capitalised(draft.text).slice(0, maxTaskText),
    kind: draft.kind,
    executorPostIds,
    fanOut: draft.fanOut !== null && executorPostIds.length > 0,
    due,
    dueTime,
    term,
    recurrence,
    interimDues,
    dueText: due === null ? null : draft.deadlineText.slice(0, longestWords) || null,
    completionForm: draft.completionForm?.slice(0, maxForm) ?? null,
    programmes: draft.programmes,
    indicators: draft.indicators,
    sourceText:
      text
        .slice(...draft.span)
        .trim()
        .slice(0, longestSource) || null,
    doubts: [...doubtsOf(draft), ...outside.map(({ words }) => doubtOf('tasks-doubt-outside', words))],
  };
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function classOf(draft: Draft, roster: RosterEntry[]): number[] {
  const listed = draft.addressees.flatMap(({ postIds }) => postIds);
  if (draft.fanOut === 'schools') return listed.length > 1 ? listed : schoolHeads(roster).map(({ postId }) => postId);
  return listed;
}

/** Doubts in the form a draft keeps, each with the place its executor would take. Whoever is named and matched to nobody is a doubt even where the reader raised none. */
function doubtsOf(draft: Draft): Doubt[] {
  const raised = draft.doubts.map((doubt) => ({
    ...doubtOf(doubt.key, doubt.words, doubt.candidates),
    ...placeOf(draft, doubt),
  }));
  const silent = draft.addressees.filter(
    ({ words, postIds }) =>
      draft.fanOut === null && postIds.length === 0 && !draft.doubts.some((doubt) => doubt.words === words),
  );
  return [
    ...raised,
    ...silent.map(({ words, span }) => ({
      ...doubtOf('reading-doubt-unknown-executor', words),
      ...placeOf(draft, { span }),
    })),
  ];
}

function doubtOf(key: string, words: string, candidates: number[] = []): Doubt {
  return { key, words: words.slice(0, longestWords), candidates };
}

/** How many executors were found before these words. */
function placeOf(draft: Draft, { span }: Pick<ReadDoubt, 'span'>): { at?: number } {
  const about = draft.addressees.find(({ span: [from, to] }) => from < span[1] && span[0] < to);
  if (!about) return {};
  const before = draft.addressees.slice(0, draft.addressees.indexOf(about));
  return { at: before.reduce((sum, { postIds }) => sum + postIds.length, 0) };
}
