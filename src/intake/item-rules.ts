// A draft as it was read becomes an item of a resolution: its posts, its date, its doubts. Pure.
import type { Doubt as ReadDoubt, Draft } from '../reading/drafts.ts';
import { type RosterEntry, schoolHeads } from '../reading/executors/roster.ts';
import type { ReadItem } from '../resolutions/item-actions.ts';
import { longestNumber } from '../resolutions/number-rules.ts';
import { maxForm } from '../resolutions/rules.ts';
import { fieldsOfDeadline } from '../tasks/deadline-rules.ts';
import { type Doubt, maxTaskText } from '../tasks/rules.ts';
import { membersSaid, type WorkingGroup } from '../tasks/working-group-rules.ts';
import type { Locale } from '../texts.ts';
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
  /** Working groups that it may name, and the language in which they are told of. */
  groups?: WorkingGroup[];
  locale?: Locale;
  /** Posts that the chair may give tasks to. */
  mayGet: (postId: number) => boolean;
};

/** One item. Executors whom the chair may not give tasks are left out with a doubt; those of a class silently: 'all schools' means one's own. */
export function itemOf(read: Draft, ground: ItemGround): ReadItem {
  const { text, day, roster, mayGet } = ground;
  const { draft, doubts, groupIds } = withMembers(read, ground);
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
    groupIds,
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
    doubts: [...doubts, ...doubtsOf(draft), ...outside.map(({ words }) => doubtOf('tasks-doubt-outside', words))],
  };
}

/** An item for the members of a working group: its posts in the place of words that fit nobody, head first. */
function withMembers(
  draft: Draft,
  { mayGet, groups = [], locale = 'kk' }: ItemGround,
): { draft: Draft; doubts: Doubt[]; groupIds: number[] } {
  if (groups.length === 0) return { draft, doubts: [], groupIds: [] };
  const listed = draft.addressees.map((each) => ({
    each,
    said: membersSaid(groups, each.words, { locale, typed: true }),
  }));
  const [first] = listed.flatMap(({ said }) => said ?? []);
  const begun = first ? null : membersSaid(groups, draft.text, { locale });
  const said = first ?? begun;
  if (!said) return { draft, doubts: [], groupIds: [] };
  const addressees = listed.map(({ each, said: own }) => (own ? { ...each, postIds: own.postIds } : each));
  const whole = { words: '', span: [draft.span[0], draft.span[0]] as [number, number], postIds: said.postIds };
  const settled = (key: string, words: string): boolean =>
    key === 'reading-doubt-no-executor' || listed.some(({ each, said: own }) => own !== null && each.words === words);
  return {
    draft: {
      ...draft,
      // The head collates; without one everybody answers for a copy of their own.
      ...(draft.addressees.length < 2 && { fanOut: mayGet(said.postIds[0] ?? 0) ? null : 'other' }),
      ...(begun && { text: begun.rest }),
      addressees: begun ? [whole, ...draft.addressees] : addressees,
      doubts: draft.doubts.filter(({ key, words }) => !settled(key, words)),
    },
    doubts: said.doubts,
    groupIds: [...new Set([said, ...listed.map((each) => each.said)].flatMap((each) => each?.groupIds ?? []))],
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
      words !== '' &&
      draft.fanOut === null &&
      postIds.length === 0 &&
      !draft.doubts.some((doubt) => doubt.words === words),
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
