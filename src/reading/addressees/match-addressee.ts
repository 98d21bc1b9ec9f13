// matchAddressee: the words of one addressee -> posts of the roster, with a doubt where they fit several or none.
import type { Doubt, FanOutScope } from '../drafts.ts';
import { readExecutors } from '../executors/executors.ts';
import { headsOf, isSchool, schoolHeads, type RosterEntry } from '../executors/roster.ts';
import { searchRoster } from '../executors/roster-search.ts';
import { abbreviated, expanded } from './abbreviations.ts';
import { districtsNamed, withinDistricts } from './districts.ts';
import { findAddressees } from './find-addressees.ts';
import { withDigits } from './school-words.ts';
import { fold } from '../words.ts';

/** A doubt about the words matched; whoever knows their place in the document adds the span. */
export type MatchDoubt = Omit<Doubt, 'span'>;

export type AddresseeMatch = {
  /** One post for a body or a person; each school of a list of numbers; every member for a class that the roster knows. */
  postIds: number[];
  /** The class the words name, see `findAddressees`. */
  scope: FanOutScope | null;
  doubts: MatchDoubt[];
};

// 'УО', 'УО-ға', 'ДП (по согласованию)'
const shortOnly = /^\s*([\p{Lu}][\p{L}]{0,1}[\p{L}]{0,6}?[\p{Lu}])(?:-\p{Ll}{1,4})?\s*(?:\(.*\))?\s*\.?$/u;
const partOfSchools =
  /(?:частн|государствен|сельск|городск|опорн|малокомплект|жекеменш|мемлекетт|ауылд|тирек|пилотн|базов)/;
const deputies = /(?:заместител|зам\.|зам |орынбасар)/;

/** Finds whom the words mean in the roster: by school number, alias, name, initials of a name, surname, or as a class. */
export function matchAddressee(words: string, roster: RosterEntry[]): AddresseeMatch {
  if (roster.length === 0) return { postIds: [], scope: null, doubts: [doubt('unknown-executor', words, [])] };
  for (const half of halvesOf(words)) {
    const match = matchOne(half, roster);
    if (match.postIds.length > 0 || match.doubts.some(({ candidates }) => candidates.length > 0)) return match;
  }
  return { postIds: [], scope: scopeOf(words), doubts: [doubt('unknown-executor', words, [])] };
}

/** 'Мектеп директорларына / Директорам школ' is said twice, 'Марат из ЖКХ' by place and by name. */
function halvesOf(words: string): string[] {
  if (/\s\/\s/.test(words)) return words.split(/\s+\/\s+/);
  const [, name, place] = /^(\p{Lu}\p{L}+) из (.+)$/u.exec(words.trim()) ?? [];
  return name && place ? [place, name] : [words];
}

function scopeOf(words: string): FanOutScope | null {
  return findAddressees(words, 'label').fanOut;
}

function matchOne(words: string, roster: RosterEntry[]): AddresseeMatch {
  const scope = scopeOf(words);
  if (scope === 'schools') return allSchools(words, roster);
  const akims = scope === 'districts' ? districtAkims(words, roster) : [];
  if (akims.length > 0) return { postIds: akims, scope, doubts: [] };
  const district = districtHead(words, roster);
  if (district.length > 0) return chosen(words, district, scope);
  // The 'и' of 'УЭиЖКХ' is no initial.
  const short = shortOnly.exec(words)?.[1]?.replaceAll('и', '');
  const { found, doubts, fanOut } = readExecutors(`${expanded(withDigits(words))} :`, roster);
  if (fanOut) return allSchools(words, roster);
  const several = doubts.find(({ candidates }) => candidates.length > 0);
  if (scope && several) return { postIds: several.candidates, scope, doubts: [] };
  const [first, second] = found;
  if (first && !several && (!second || areSchools(found, roster)))
    return { postIds: found.map(({ postId }) => postId), scope, doubts: [] };
  const candidates = [...new Set([...found.map(({ postId }) => postId), ...(several?.candidates ?? [])])];
  if (candidates.length > 0) return chosen(words, candidates, scope);
  const initials = short ? abbreviated(short, roster).map(({ postId }) => postId) : [];
  if (initials.length > 0) return chosen(words, initials, scope);
  return chosen(
    words,
    searchRoster(words, roster).map(({ postId }) => postId),
    scope,
  );
}

/** 'Школе № 2 и № 3' is one phrase for several. */
function areSchools(found: { postId: number }[], roster: RosterEntry[]): boolean {
  const schools = new Set(roster.filter(isSchool).map(({ postId }) => postId));
  return found.every(({ postId }) => schools.has(postId));
}

/** One post is meant, of several somebody has to choose. */
function chosen(words: string, candidates: number[], scope: FanOutScope | null): AddresseeMatch {
  if (candidates.length === 1) return { postIds: candidates, scope, doubts: [] };
  const key = candidates.length > 0 ? 'several-executors' : 'unknown-executor';
  return { postIds: [], scope, doubts: [doubt(key, words, candidates)] };
}

/** 'Северный район', 'Солтүстік ауданы': the akim of the district. */
function districtHead(words: string, roster: RosterEntry[]): number[] {
  if (!/^(?:\S+ (?:район|ауда[нң])\p{L}*|(?:район|ауда[нң])\p{L}* \S+)$/iu.test(words.trim())) return [];
  const paths = districtsNamed(words, roster);
  return roster
    .filter(({ role, orgPath }) => role === 'district_akim' && paths.includes(orgPath ?? ''))
    .map(({ postId }) => postId);
}

/** All schools, or those of the districts that are named. */
function allSchools(words: string, roster: RosterEntry[]): AddresseeMatch {
  const heads = schoolHeads(roster);
  const districts = districtsNamed(words, roster);
  const chosen = districts.length > 0 ? withinDistricts(heads, districts) : heads;
  const ids = chosen.map(({ postId }) => postId);
  const unclear =
    partOfSchools.test(fold(words)) ||
    (districts.length === 0 && /район|ауда[нн]/.test(fold(words))) ||
    chosen.length === 0;
  return { postIds: ids, scope: 'schools', doubts: unclear ? [doubt('part-of-schools', words, [])] : [] };
}

/** 'акимам районов', 'аудан әкімдері': the heads of all districts, or their deputies. */
function districtAkims(words: string, roster: RosterEntry[]): number[] {
  const folded = fold(words);
  if (!/аким/.test(folded) || /отдел|болим|управлен|баскарма/.test(folded)) return [];
  const role = deputies.test(folded) ? 'district_deputy' : 'district_akim';
  return headsOf(roster.filter((entry) => entry.role === role && !isSchool(entry))).map(({ postId }) => postId);
}

function doubt(key: string, words: string, candidates: number[]): MatchDoubt {
  return { key: `reading-doubt-${key}`, words, candidates };
}
