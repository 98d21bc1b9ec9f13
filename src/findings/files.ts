// Findings as a workbook, and the empty table that an act is brought in with.
import type { App } from '../app.ts';
import { type Cell, textCell, writeWorkbook } from '../files/workbook.ts';
import { nameIn } from '../org/messages.ts';
import type { Locale } from '../texts.ts';
import { printDayShort } from '../time.ts';
import type { FindingView } from './queries.ts';

const columns = ['act', 'body', 'org', 'category', 'severity', 'text', 'stage', 'explanation', 'remedy', 'reason'];
const widths = [22, 30, 34, 22, 16, 60, 26, 24, 24, 30];

/** One row a finding, in the order of the list. */
export async function writeFindings(app: App, locale: Locale, rows: FindingView[]): Promise<Uint8Array> {
  const t = (key: string, args = {}): string => app.t(locale, key, args);
  const stepCell = (step: FindingView['remedy']): Cell =>
    text(step ? `№ ${step.number}${step.due ? `, ${printDayShort(step.due)}` : ''}` : '');
  const data: Cell[][] = [
    columns.map((column) => text(t(`findings-column-${column}`), true)),
    ...rows.map((row) => [
      text(`№ ${row.actNumber}, ${printDayShort(row.actDay)}`),
      text(row.body),
      text(nameIn(row, locale)),
      text(t(`findings-category-${row.category}`)),
      text(t(`findings-severity-one-${row.severity}`)),
      text(row.text),
      text(
        row.overdue
          ? `${t(`findings-stage-${row.stage}`)} · ${t('findings-overdue')}`
          : t(`findings-stage-${row.stage}`),
      ),
      stepCell(row.explanation),
      stepCell(row.remedy),
      text(row.closingReason ?? ''),
    ]),
  ];
  return writeWorkbook([
    { name: t('findings-sheet'), rows: data, widths, sticky: 1, landscape: true, printed: { headRow: 1 } },
  ]);
}

/** The table to fill in: its columns, and one row that shows how. */
export async function writeTemplate(app: App, locale: Locale): Promise<Uint8Array> {
  const t = (key: string): string => app.t(locale, key);
  const data: Cell[][] = [
    ['org', 'category', 'severity', 'text'].map((column) => text(t(`findings-column-${column}`), true)),
    [
      t('findings-sample-org'),
      t('findings-category-fire'),
      t('findings-severity-one-critical'),
      t('findings-sample-text'),
    ].map((value) => text(value)),
  ];
  return writeWorkbook([{ name: t('findings-sheet'), rows: data, widths: [34, 24, 18, 70] }]);
}

function text(value: string, bold = false): Cell {
  return textCell(value, { bold, wrap: true, top: !bold });
}
