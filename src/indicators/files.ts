// The table of an indicator as a workbook: it can be filled in and sent back.
import type { App } from '../app.ts';
import { type Cell, numberCell, textCell, writeWorkbook } from '../files/workbook.ts';
import { nameIn } from '../org/messages.ts';
import type { Locale } from '../texts.ts';
import { printPeriod } from './period-rules.ts';
import type { IndicatorView, TableRow } from './queries.ts';
import { compare, totalOf } from './rules.ts';

/** One row an organisation, the total below; deviations are written as numbers, so that nothing in the file is a formula. */
export async function writeTable(
  app: App,
  locale: Locale,
  { indicator, period, rows }: { indicator: IndicatorView; period: string; rows: TableRow[] },
): Promise<Uint8Array> {
  const t = (key: string): string => app.t(locale, key);
  const title = `${nameIn(indicator, locale)}, ${printPeriod(locale, indicator.periodKind, period)}`;
  const columns = ['org', 'baseline', 'plan', 'fact', 'deviation', 'percent', 'note'];
  const line = (name: string, row: Pick<TableRow, 'plan' | 'fact' | 'baseline'>, note: string): Cell[] => {
    const { deviation, percent } = compare(indicator, row.plan, row.fact);
    return [
      text(name),
      ...[row.baseline, row.plan, row.fact, deviation, percent].map((value) => numberCell(value)),
      text(note),
    ];
  };
  const total = totalOf(indicator, rows);
  const data: Cell[][] = [
    [text(title, true)],
    columns.map((column) => text(t(`indicators-column-${column}`), true)),
    ...rows.map((row) => line(nameIn(row, locale), row, row.fact === null ? (row.words ?? '') : '')),
    ...(rows.length > 1 ? [line(t('indicators-column-total'), total, '')] : []),
  ];
  return writeWorkbook([{ name: t('indicators-sheet'), rows: data, widths: [50, 14, 12, 12, 14, 12, 40] }]);
}

function text(value: string, bold = false): Cell {
  return textCell(value, { bold, wrap: true });
}
