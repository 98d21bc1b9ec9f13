// The register of problems as a workbook: one row a problem, in the order of the list.
import type { App } from '../app.ts';
import { type Cell, dayCell, numberCell, textCell, writeWorkbook } from '../files/workbook.ts';
import { nameIn } from '../org/messages.ts';
import type { Locale } from '../texts.ts';
import { targetWords } from './messages.ts';
import type { ProblemView } from './queries.ts';

const columns = [
  ...['number', 'org', 'type', 'severity', 'text', 'state', 'since', 'ended', 'reason'],
  ...['measures', 'targets', 'met', 'compared'],
];
const widths = [6, 34, 28, 16, 60, 14, 12, 12, 30, 12, 12, 14, 60];

/** The bytes of the table. Indicators that the reader does not see are counted, not named, as on a problem's card. */
export async function writeProblems(app: App, locale: Locale, rows: ProblemView[]): Promise<Uint8Array> {
  const t = (key: string): string => app.t(locale, key);
  const top = { top: true };
  const data: Cell[][] = [
    columns.map((column) => text(t(`problems-column-${column}`), true)),
    ...rows.map((row, at) => [
      numberCell(at + 1, top),
      text(nameIn(row, locale)),
      text(row.type),
      text(t(`problems-severity-${row.severity}`)),
      text(row.text),
      text(t(`problems-state-${row.state}`)),
      dayCell(row.since, top),
      dayCell(row.ended, top),
      text(row.endingReason ?? ''),
      numberCell(row.measures, top),
      numberCell(row.targets.length, top),
      numberCell(row.targets.filter(({ met }) => met).length, top),
      text(targetWords(app, locale, row.targets).join('\n')),
    ]),
  ];
  return writeWorkbook([
    { name: t('problems-sheet'), rows: data, widths, sticky: 1, landscape: true, printed: { headRow: 1 } },
  ]);
}

function text(value: string, bold = false): Cell {
  return textCell(value, { bold, wrap: true, top: !bold });
}
