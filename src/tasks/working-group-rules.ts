// Whom of the working groups a text addresses: their members of today, and what is vacant. Pure.
import { findWorkingGroups } from '../reading/working-groups.ts';
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
  /** Empty where words fit several groups: then nobody was found. */
  groupIds: number[];
  /** The own chat of a group that is named alone. */
  placeId: number | null;
  /** The head of the first one first, who collates. */
  postIds: number[];
  doubts: Doubt[];
  /** The text without the words of the groups. */
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
  const mentions = findWorkingGroups(text, named, typed);
  if (mentions.length === 0) return null;
  const said = mentions.flatMap((mention) => mention.groups);
  const doubt = (key: string, words: string): Doubt => ({ key, words: words.slice(0, longestWords), candidates: [] });
  const unclear = said.filter(({ length }) => length > 1).flat();
  if (unclear.length > 0) {
    const fitting = groups.filter(({ groupId }) => unclear.includes(groupId));
    const names = fitting.map(({ nameKk, nameRu }) => (locale === 'kk' ? nameKk : nameRu));
    const doubts = [doubt('tasks-doubt-which-group', names.join('; '))];
    return { groupIds: [], placeId: null, postIds: [], doubts, rest: text };
  }
  const meant = [...new Set(said.flat())].flatMap((id) => groups.filter(({ groupId }) => groupId === id));
  const vacant = meant.flatMap((group) => group.vacant);
  const spans = mentions.map(({ span }) => span);
  return {
    groupIds: meant.map(({ groupId }) => groupId),
    placeId: meant.length === 1 ? (meant[0]?.placeId ?? null) : null,
    postIds: [...new Set(meant.flatMap(({ headPostId, postIds }) => [headPostId, ...postIds]))],
    doubts: vacant.length > 0 ? [doubt('tasks-doubt-vacant-seats', vacant.join('; '))] : [],
    rest: joinless(cutSpans(text, spans)),
  };
}

/** 'Школе № 12 и — провести' without the 'и' or comma that joined what was cut. */
function joinless(text: string): string {
  return text
    .replace(/(?:\s(?:и|және|мен|and)|,)(?=\s*(?:[:–—-]|$))/u, '')
    .replace(/^\s*(?:(?:и|және|and)\s+|[,;]\s*)/u, '');
}
