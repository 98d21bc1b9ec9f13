// The ledger as XLSX. Pure: no database, no network.
import { textCell, writeWorkbook } from '../files/workbook.ts';

/** Rows of texts below their header. Every cell is text. */
export async function writeLedger(header: string[], rows: string[][]): Promise<Uint8Array> {
  const head = header.map((value) => textCell(value, { bold: true }));
  const cells = rows.map((row) => row.map((value) => textCell(value)));
  return writeWorkbook([
    { name: 'Orynda', rows: [head, ...cells], widths: [18, 50, 30, 24, 12, 36, 22, 36, 14], sticky: 1 },
  ]);
}
