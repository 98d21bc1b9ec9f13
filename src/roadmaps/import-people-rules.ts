// The cell of who answers for a measure -> posts of the roster, the first responsible. Pure.
import { findAddressees } from '../reading/addressees/find-addressees.ts';
import { matchAddressee } from '../reading/addressees/match-addressee.ts';
import { headsOf, type RosterEntry } from '../reading/executors/roster.ts';
import { fold } from '../reading/words.ts';

export type CellPeople = { postIds: number[]; fanOut: boolean };
type Ground = { roster: RosterEntry[]; mayGet: (postId: number) => boolean };
type Doubted = { key: string; words: string };
export type PeopleRead = CellPeople & { doubts: Doubted[]; why: 'executor' | 'several' | 'outside' };

/** Cells of who is responsible and who takes part. Where some are found, the others are doubts; `why` says why nobody was. */
export function readPeople([lead, joint]: [string, string], { roster, mayGet }: Ground): PeopleRead {
  const matches = [lead, joint].flatMap((cell) => matchesIn(cell, roster));
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

type Match = { words: string } & ReturnType<typeof matchAddressee>;

/** Names written as they stand in the roster are known at once; the rest is read as in any text. */
function matchesIn(cell: string, roster: RosterEntry[]): Match[] {
  const parts = cell.split(/[;\n]/).map((part) => part.trim());
  return parts.filter(Boolean).flatMap((part): Match[] => {
    const postId = exactly(part, roster);
    if (postId !== null) return [{ words: part, postIds: [postId], scope: null, doubts: [] }];
    const phrases = findAddressees(part, 'label').addressees.map(({ words }) => words);
    return (phrases.length > 0 ? phrases : [part]).map((words) => {
      const known = exactly(words, roster);
      if (known !== null) return { words, postIds: [known], scope: null, doubts: [] };
      return { words, ...matchAddressee(words, roster) };
    });
  });
}

/** The head of the only organisation that is called so, or the only post: 'Школа № 12', 'Директор, Школа № 12'. */
function exactly(words: string, roster: RosterEntry[]): number | null {
  const [only, ...others] = headsOf(namesOf(roster).get(fold(words)) ?? []);
  return only && others.length === 0 ? only.postId : null;
}

const known = new WeakMap<RosterEntry[], Map<string, RosterEntry[]>>();

function namesOf(roster: RosterEntry[]): Map<string, RosterEntry[]> {
  const before = known.get(roster);
  if (before) return before;
  const names = new Map<string, RosterEntry[]>();
  for (const entry of roster) {
    const own = [...new Set(entry.names.map(fold))];
    const pairs = own.flatMap((name) => own.filter((other) => other !== name).map((other) => `${name}, ${other}`));
    for (const name of [...own, ...pairs]) names.set(name, [...(names.get(name) ?? []), entry]);
  }
  known.set(roster, names);
  return names;
}
