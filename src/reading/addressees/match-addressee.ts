// matchAddressee: the words of one addressee -> posts of the roster, with a doubt where they fit several or none.
import type { Doubt, FanOutScope } from '../drafts.ts';
import { readExecutors } from '../executors/executors.ts';
import { headsOf, isSchool, schoolHeads, type RosterEntry } from '../executors/roster.ts';
import { searchRoster } from '../executors/roster-search.ts';
import { districtsNamed, withinDistricts } from './districts.ts';
import { findAddressees } from './find-addressees.ts';
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

const partOfSchools =
  /(?:частн|государствен|сельск|городск|опорн|малокомплект|жекеменш|мемлекетт|ауылд|тирек|пилотн|базов)/;
const deputies = /(?:заместител|зам\.|зам |орынбасар)/;

/** Finds whom the words mean in the roster: by school number, alias, name, initials of a name, surname, or as a class. */
export function matchAddressee(words: string, roster: RosterEntry[]): AddresseeMatch {
  for (const half of halvesOf(words)) {
    const match = matchOne(half, roster);
    if (match.postIds.length > 0 || match.doubts.some(({ candidates }) => candidates.length > 0)) return match;
  }
  return { postIds: [], scope: scopeOf(words), doubts: [doubt('unknown-executor', words, [])] };
}

/** 'Мектеп директорларына / Директорам школ' is said twice. */
function halvesOf(words: string): string[] {
  return /\s\/\s/.test(words) ? words.split(/\s+\/\s+/) : [words];
}

function scopeOf(words: string): FanOutScope | null {
  return findAddressees(words, 'label').fanOut;
}

function matchOne(words: string, roster: RosterEntry[]): AddresseeMatch {
  const scope = scopeOf(words);
  if (scope === 'schools') return allSchools(words, roster);
  const akims = scope === 'districts' ? districtAkims(words, roster) : [];
  if (akims.length > 0) return { postIds: akims, scope, doubts: [] };
  const { found, doubts, fanOut } = readExecutors(`${words} :`, roster);
  if (fanOut) return allSchools(words, roster);
  const several = doubts.find(({ candidates }) => candidates.length > 0);
  if (scope && several) return { postIds: several.candidates, scope, doubts: [] };
  const [first, second] = found;
  if (first && !several && (!second || areSchools(found, roster)))
    return { postIds: found.map(({ postId }) => postId), scope, doubts: [] };
  const candidates = [...new Set([...found.map(({ postId }) => postId), ...(several?.candidates ?? [])])];
  if (candidates.length > 0) return { postIds: [], scope, doubts: [doubt('several-executors', words, candidates)] };
  return searched(words, roster, scope);
}

/** 'Школе № 2 и № 3' is one phrase for several. */
function areSchools(found: { postId: number }[], roster: RosterEntry[]): boolean {
  const schools = new Set(roster.filter(isSchool).map(({ postId }) => postId));
  return found.every(({ postId }) => schools.has(postId));
}

function searched(words: string, roster: RosterEntry[], scope: FanOutScope | null): AddresseeMatch {
  const candidates = searchRoster(words, roster).map(({ postId }) => postId);
  const key = candidates.length > 0 ? 'several-executors' : 'unknown-executor';
  return { postIds: [], scope, doubts: [doubt(key, words, candidates)] };
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
