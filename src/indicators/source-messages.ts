// Where the numbers of a row come from, in words: on screen and in the table that is sent.
import type { App } from '../app.ts';
import { clip } from '../org/messages.ts';
import { plainText } from '../outbox/rules.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import type { Locale } from '../texts.ts';
import type { TableRow } from './queries.ts';
import { collectionSource, longestSource, valueKinds } from './rules.ts';

/**
 * 'Акт № 12' where all numbers of a row come from one source, else 'план — план.xlsx; факт — Акт № 12'. Plain text without numbers of
 * people; empty where nobody said.
 */
export function sourceWords(app: App, locale: Locale, row: TableRow): string {
  const said = (source: string): string =>
    source === collectionSource ? app.t(locale, 'indicators-source-collection') : clip(mask(source), longestSource);
  const present = valueKinds.filter((kind) => row[kind] !== null || (kind === 'fact' && row.words !== null));
  const named = present.flatMap((kind) => {
    const source = row.sources[kind];
    return source === undefined ? [] : [{ kind, source }];
  });
  const [first] = named;
  if (first && present.every((kind) => row.sources[kind] === first.source)) return said(first.source);
  return named
    .map(({ kind, source }) => plainText(app.t(locale, 'indicators-source-of', { kind, source: said(source) })))
    .join('; ');
}
