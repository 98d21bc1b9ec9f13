// Who is meant by what was typed as executors: numbers, aliases, parts of names, 'all schools', several with commas. Pure.
import { allSchoolsAt } from '../reading/executors/all-schools.ts';
import { readExecutors, type RosterEntry } from '../reading/executors/executors.ts';
import { searchRoster } from '../reading/executors/roster-search.ts';
import { schoolHeads } from '../reading/executors/roster.ts';
import { tokenise } from '../reading/words.ts';

export type ExecutorsTyped = {
  /** Posts found without a doubt, in the order typed. */
  postIds: number[];
  /** All schools are meant: each is responsible for its own copy. */
  fanOut: boolean;
  /** Words that fit several posts. */
  unclear: { words: string; candidates: number[] }[];
  /** Words that nobody answers to. */
  unknown: string[];
  /** The working groups whose members they are. */
  groupIds?: number[];
};

/** Reads a typed list; commas, semicolons and lines part the executors. */
export function readTyped(text: string, roster: RosterEntry[]): ExecutorsTyped {
  const result: ExecutorsTyped = { postIds: [], fanOut: false, unclear: [], unknown: [] };
  for (const words of partsOf(text)) {
    const { postIds, fanOut, candidates } = readPart(words, roster);
    result.fanOut ||= fanOut;
    result.postIds.push(...postIds);
    if (candidates.length > 1) result.unclear.push({ words, candidates });
    else if (postIds.length === 0) result.unknown.push(words);
  }
  result.postIds = [...new Set(result.postIds)];
  return result;
}

/** 'школам 12, 45; УО' -> three parts; a comma inside a number stays. */
function partsOf(text: string): string[] {
  return text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readPart(words: string, roster: RosterEntry[]): { postIds: number[]; fanOut: boolean; candidates: number[] } {
  const tokens = tokenise(words);
  const schools = allSchoolsAt(tokens, 0);
  if (schools && schools.to === tokens.length && ['addressed', 'named'].includes(schools.strength))
    return { postIds: schoolHeads(roster).map(({ postId }) => postId), fanOut: true, candidates: [] };
  // A bare number is a school's; the dash makes an address of the words, as in a sentence that begins with its executors.
  const named = /^(?:№|#)?\s*\d/.test(words) ? `школам ${words}` : words;
  const { found, doubts } = readExecutors(`${named} — `, roster);
  const several = doubts.find(({ candidates }) => candidates.length > 1);
  if (several) return { postIds: found.map(({ postId }) => postId), fanOut: false, candidates: several.candidates };
  if (found.length > 0) return { postIds: found.map(({ postId }) => postId), fanOut: false, candidates: [] };
  const candidates = searchRoster(words, roster).map(({ postId }) => postId);
  return candidates.length === 1
    ? { postIds: candidates, fanOut: false, candidates: [] }
    : { postIds: [], fanOut: false, candidates };
}
