// The table of an indicator as a workbook: it can be filled in and sent back.
import type { App } from '../app.ts';
import { type Cell, numberCell, textCell, writeWorkbook } from '../files/workbook.ts';
import { nameIn } from '../org/messages.ts';
import { mask } from '../reading/guard/find-sensitive.ts';
import type { Locale } from '../texts.ts';
import { printPeriod } from './period-rules.ts';
import type { IndicatorView, TableRow } from './queries.ts';
import { changeSince, comparable, compare, type Numbers, totalOf } from './rules.ts';
import { sourceWords } from './source-messages.ts';

/** One row an organisation, the total below; deviations are written as numbers, so that nothing in the file is a formula. */
export async function writeTable(
  app: App,
  locale: Locale,
  { indicator, period, rows }: { indicator: IndicatorView; period: string; rows: TableRow[] },
): Promise<Uint8Array> {
  const t = (key: string): string => app.t(locale, key);
  const title = `${nameIn(indicator, locale)}, ${printPeriod(locale, indicator.periodKind, period)}`;
  const columns = [
    'org',
    'baseline',
    'plan',
    'fact',
    'deviation',
    'percent',
    'met',
    'since-baseline',
    'before',
    'since-before',
    'note',
    'source',
  ];
  const line = (
    name: string,
    row: Numbers,
    [note, source]: [string, string],
    from: Pick<Numbers, 'baseline' | 'before'> = row,
  ): Cell[] => {
    const { deviation, percent, met } = compare(indicator, row.plan, row.fact);
    const change = (earlier: number | null): Cell => numberCell(changeSince(indicator, earlier, row.fact)?.by ?? null);
    return [
      text(name),
      ...[row.baseline, row.plan, row.fact, deviation, percent].map((value) => numberCell(value)),
      text(met === null ? '' : t(met ? 'indicators-met-yes' : 'indicators-met-no')),
      ...[change(from.baseline), numberCell(from.before), change(from.before)],
      ...[text(note), text(source)],
    ];
  };
  const total = totalOf(indicator, rows);
  const earlier = (of: 'baseline' | 'before'): number | null => (comparable(rows, of) ? total[of] : null);
  const since = { baseline: earlier('baseline'), before: earlier('before') };
  const data: Cell[][] = [
    [text(title, true)],
    columns.map((column) => text(t(`indicators-column-${column}`), true)),
    ...rows.map((row) => {
      const source = sourceWords(app, locale, row);
      return line(nameIn(row, locale), row, [row.fact === null ? mask(row.words ?? '') : '', source]);
    }),
    ...(rows.length > 1 ? [line(t('indicators-column-total'), total, ['', ''], since)] : []),
  ];
  return writeWorkbook([
    { name: t('indicators-sheet'), rows: data, widths: [50, 14, 12, 12, 14, 12, 12, 16, 14, 16, 40, 40] },
  ]);
}

function text(value: string, bold = false): Cell {
  return textCell(value, { bold, wrap: true });
}
