// Districts named in words: 'школам Алатауского района' means the schools below that district in the tree.
import { isFormOf, type RosterEntry } from '../executors/roster.ts';
import { fold, tokenise, vocabulary } from '../words.ts';

const common = vocabulary(
  'аппарат акима аким район района ауданы аудан әкімінің әкім аппараты города город қала қаласы и',
);

/** Paths of the district organisations that the words name. */
export function districtsNamed(words: string, roster: RosterEntry[]): string[] {
  const said = tokenise(words).filter(
    ({ kind, folded }) => kind === 'word' && folded.length > 3 && !common.has(folded),
  );
  const paths = roster
    .filter(({ orgType, orgPath }) => orgType === 'district' && orgPath !== undefined)
    .filter(({ names }) =>
      names.some((name) => ownWords(name).some((own) => said.some(({ folded }) => isFormOf(own, folded)))),
    )
    .map(({ orgPath }) => orgPath ?? '');
  return [...new Set(paths)];
}

function ownWords(name: string): string[] {
  return tokenise(name)
    .filter(
      ({ kind, folded }) =>
        kind === 'word' &&
        folded.length > 3 &&
        ![...common].some((word) => word.length > 3 && fold(folded).startsWith(word)),
    )
    .map(({ folded }) => folded);
}

/** The entries below one of these paths. */
export function withinDistricts(entries: RosterEntry[], paths: string[]): RosterEntry[] {
  return entries.filter(({ orgPath }) => orgPath !== undefined && paths.some((path) => orgPath.startsWith(path)));
}
