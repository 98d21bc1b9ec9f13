// What a dry run says of a table besides what it would bring in: what of it was left out.
import type { TextArgs } from '../texts.ts';

type Say = (key: string, args?: TextArgs) => string;
/** Rows that are named by their numbers; a table of many sections has a total for each. */
const namedRows = 20;

/** A line that names the rows left out as totals; none when there were none. HTML. */
export function leftOutLines(t: Say, { totals }: { totals: number[] }): string[] {
  if (totals.length === 0) return [];
  const lines = [...totals.slice(0, namedRows), ...(totals.length > namedRows ? ['…'] : [])].join(', ');
  return [t('files-left-totals', { n: totals.length, lines })];
}
