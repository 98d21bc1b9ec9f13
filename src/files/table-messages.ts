// What a dry run says of a table besides what it would bring in: what of it was left out.
import type { App } from '../app.ts';
import type { Locale } from '../texts.ts';
import type { Sheets } from './sheets.ts';

/** Rows that are named by their numbers, and sheets by their names; a table of many sections has a total for each. */
const namedRows = 20;
const namedSheets = 10;

/** A line that names the rows left out as totals; none when there were none. HTML. */
export function leftOutLines({ t }: Pick<App, 't'>, locale: Locale, { totals }: { totals: number[] }): string[] {
  if (totals.length === 0) return [];
  return [t(locale, 'files-left-totals', { n: totals.length, lines: firstOf(totals.map(String), namedRows) })];
}

/** A line that names the sheets of a workbook that are not empty and were not read; none when there are none. HTML. */
export function sheetLines({ t }: Pick<App, 't'>, locale: Locale, { sheet, others }: Sheets): string[] {
  if (others.length === 0) return [];
  const names = others.map((name) => `«${name}»`);
  return [t(locale, 'files-other-sheets', { sheet, others: firstOf(names, namedSheets) })];
}

function firstOf(words: string[], most: number): string {
  return [...words.slice(0, most), ...(words.length > most ? ['…'] : [])].join(', ');
}
