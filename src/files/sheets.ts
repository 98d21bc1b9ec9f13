// A table from a spreadsheet or CSV as text: a line for each row, tabs between the cells.
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { readArchive } from './archive.ts';
import { FileRefusal } from './refusal.ts';

export const maxRows = 2_000;

/** Reads the bytes of an XLSX, all its sheets. Throws FileRefusal when it is broken or has more than 2,000 rows. */
export async function readXlsx(bytes: Uint8Array): Promise<{ text: string; rows: number }> {
  // The library unpacks whatever it is given; this bounds it first.
  readArchive(bytes, () => false);
  const sheets = await readXlsxFile(Buffer.from(bytes)).catch(() => {
    throw new FileRefusal('files-broken');
  });
  return tableText(sheets.flatMap(({ data }) => data.map((row) => row.map(cellText))));
}

/** Reads a text as CSV by comma, semicolon or tab. Throws FileRefusal like `readXlsx`. */
export function readCsv(text: string): { text: string; rows: number } {
  try {
    return tableText(
      parse(text, { delimiter: delimiterOf(text), bom: true, relax_column_count: true, relax_quotes: true }),
    );
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal('files-broken');
  }
}

/** The sign that stands most often in the first line. */
export function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

function tableText(table: string[][]): { text: string; rows: number } {
  const filled = table
    .map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()))
    .filter((row) => row.some(Boolean));
  if (filled.length > maxRows) throw new FileRefusal('files-too-many-rows', { rows: filled.length, max: maxRows });
  return { text: filled.map((row) => row.join('\t')).join('\n'), rows: filled.length };
}

/** Dates of a spreadsheet have no zone: they come as midnight of UTC. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('.');
  return String(cell as string | number | boolean);
}
