// Whom of the working groups a text addresses: their members of today, and what is vacant. Pure.
import { findWorkingGroup } from '../reading/working-groups.ts';
import { cutSpans } from '../reading/words.ts';
import type { Locale } from '../texts.ts';
import type { Doubt } from './rules.ts';

export type WorkingGroup = {
  groupId: number;
  nameKk: string;
  nameRu: string;
  headPostId: number;
  /** The group's own chat. */
  placeId: number | null;
  /** Posts of the seats, in the order in which they were made. */
  postIds: number[];
  /** Names of vacant seats. */
  vacant: string[];
};

export type MembersSaid = {
  /** Null where several groups are meant: then nobody was found. */
  groupId: number | null;
  placeId: number | null;
  /** The head first, who collates. */
  postIds: number[];
  doubts: Doubt[];
  /** The text without the words of the group. */
  rest: string;
};

const longestWords = 300;

/** The members that a text addresses; null where it addresses no group that is known. `typed`: the words are a list of executors. */
export function membersSaid(
  groups: WorkingGroup[],
  text: string,
  { locale, typed = false }: { locale: Locale; typed?: boolean },
): MembersSaid | null {
  const named = groups.map(({ groupId, nameKk, nameRu }) => ({ groupId, names: [nameRu, nameKk] }));
  const found = findWorkingGroup(text, named, typed);
  if (!found) return null;
  const meant = groups.filter(({ groupId }) => found.groupIds.includes(groupId));
  const [only] = meant;
  const doubt = (key: string, words: string): Doubt => ({ key, words: words.slice(0, longestWords), candidates: [] });
  if (meant.length !== 1 || !only) {
    const names = meant.map(({ nameKk, nameRu }) => (locale === 'kk' ? nameKk : nameRu)).join('; ');
    return { groupId: null, placeId: null, postIds: [], doubts: [doubt('tasks-doubt-which-group', names)], rest: text };
  }
  const { groupId, placeId, headPostId, postIds, vacant } = only;
  return {
    ...{ groupId, placeId, postIds: [...new Set([headPostId, ...postIds])] },
    doubts: vacant.length > 0 ? [doubt('tasks-doubt-vacant-seats', vacant.join('; '))] : [],
    rest: joinless(cutSpans(text, [found.span])),
  };
}

/** 'Школе № 12 и — провести' without the 'и' that joined what was cut. */
function joinless(text: string): string {
  return text.replace(/\s(?:и|және|мен|and)(?=\s*(?:[:–—-]|$))/u, '').replace(/^(?:и|және|and)\s+/u, '');
}
