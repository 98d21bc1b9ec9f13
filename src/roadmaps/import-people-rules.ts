// The cell of who answers for a measure -> posts of the roster, the first responsible. Pure.
import { findAddressees } from '../reading/addressees/find-addressees.ts';
import { matchAddressee } from '../reading/addressees/match-addressee.ts';
import type { RosterEntry } from '../reading/executors/roster.ts';

export type CellPeople = { postIds: number[]; fanOut: boolean };
type Ground = { roster: RosterEntry[]; mayGet: (postId: number) => boolean };
type Doubted = { key: string; words: string };
export type PeopleRead = CellPeople & { doubts: Doubted[]; why: 'executor' | 'several' | 'outside' };

/** Cells of who is responsible and who takes part. Where some are found, the others are doubts; `why` says why nobody was. */
export function readPeople([lead, joint]: [string, string], { roster, mayGet }: Ground): PeopleRead {
  const named = [...phrasesOf(lead), ...(joint ? phrasesOf(joint) : [])];
  const matches = named.map((words) => ({ words, ...matchAddressee(words, roster) }));
  const doubts = matches.flatMap(({ doubts }) => doubts.map(({ key, words }) => ({ key, words })));
  const all = [...new Set(matches.flatMap(({ postIds }) => postIds))];
  const postIds = all.filter(mayGet);
  const [first] = matches;
  const fanOut = first !== undefined && first.scope !== null && first.postIds.length > 1;
  // Of a class those are meant who may be given tasks; a body that is named must be among them.
  const outside = matches.filter(({ scope, postIds }) => scope === null && postIds.some((id) => !mayGet(id)));
  const several = matches.some(({ doubts }) => doubts.some(({ candidates }) => candidates.length > 0));
  return {
    postIds,
    fanOut: fanOut && postIds.length > 1,
    doubts: [...doubts, ...outside.map(({ words }) => ({ key: 'tasks-doubt-outside', words }))],
    why: all.length > 0 ? 'outside' : several ? 'several' : 'executor',
  };
}

function phrasesOf(cell: string): string[] {
  const phrases = findAddressees(cell, 'label').addressees.map(({ words }) => words);
  return phrases.length > 0 ? phrases : [cell];
}
