// The ledger as XLSX. Pure: no database, no network.
import writeExcelFile from 'write-excel-file/node';

/** Rows of texts below their header. Every cell is text: what begins with "=" never becomes a formula. */
export async function writeLedger(header: string[], rows: string[][]): Promise<Uint8Array> {
  const bold = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));
  return await writeExcelFile([bold, ...cells], {
    columns: [{ width: 18 }, { width: 50 }, { width: 30 }, { width: 24 }, { width: 12 }, { width: 18 }, { width: 36 }],
    stickyRowsCount: 1,
  }).toBuffer();
}
