// A table from a spreadsheet or CSV as text: a line for each row, tabs between the cells.
import { parse } from 'csv-parse/sync';
import { readArchive } from './archive.ts';
import { decodeText, sortOf } from './decode.ts';
import { FileRefusal } from './refusal.ts';
import { readSheets, type Unread } from './sheet-cells.ts';

export const maxRows = 2_000;

/** Loaded with the first spreadsheet: a bot that gets none starts quicker and is smaller. */
const excel = () => import('read-excel-file/node');

/** Reads the bytes of an XLSX, all its sheets. Throws FileRefusal when it is broken or has more than 2,000 rows. */
export async function readXlsx(bytes: Uint8Array): Promise<{ text: string; rows: number }> {
  // The library unpacks whatever it is given; this bounds it first.
  readArchive(bytes, () => false);
  const { default: readXlsxFile } = await excel();
  const sheets = await readXlsxFile(Buffer.from(bytes)).catch(() => {
    throw new FileRefusal('files-broken');
  });
  return tableText(sheets.flatMap(({ data }) => data.map((row) => row.map(cellText))));
}

/** A row of a table as a spreadsheet numbers it; cells that belong to a merged one are empty. */
type TableRow = { line: number; cells: string[] };
/** The sheet that is read, and the names of the others that are not empty; CSV has none. */
export type Sheets = { sheet: string; others: string[] };
export type Table = { rows: TableRow[] } & Sheets;

/** The filled rows of a table: of an XLSX its first sheet, else CSV by comma, semicolon or tab. Throws FileRefusal like `readXlsx`. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const sort = sortOf(bytes);
  if (sort !== 'archive' && sort !== 'text') throw new FileRefusal('files-no-table');
  const { cells, ...sheets } = sort === 'archive' ? await firstSheet(bytes) : csvTable(decodeText(bytes));
  const rows = cells
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.replace(/\s+/g, ' ').trim()) }))
    .filter(({ cells }) => cells.some(Boolean));
  if (rows.length > maxRows) throw new FileRefusal('files-too-many-rows', { rows: rows.length, max: maxRows });
  return { rows, ...sheets };
}

type Cells = { cells: string[][] } & Sheets;

async function firstSheet(bytes: Uint8Array): Promise<Cells> {
  const { rows, sheet, others } = await readFirstSheet(bytes).catch((error: unknown) => {
    throw error instanceof FileRefusal ? error : new FileRefusal('files-no-table');
  });
  return { cells: rows.map((row) => row.map(cellText)), sheet, others };
}

/**
 * The cells of the first sheet as the library reads them, but an error as '#…' and a formula without a stored value as '=…', which the
 * library gives as empty. Throws FileRefusal when the file unpacks to too much, and what the library throws.
 */
export async function readFirstSheet(
  bytes: Uint8Array,
  options: { trim?: boolean } = {},
): Promise<{ rows: unknown[][]; unread: Unread[] } & Sheets> {
  // The library unpacks whatever it is given; this bounds it first.
  const { at, unread, ...names } = readSheets(bytes);
  const { readSheet } = await excel();
  const rows: unknown[][] = await readSheet(Buffer.from(bytes), at, options);
  for (const { row, column, words } of unread) {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = words;
  }
  return { rows, unread, ...names };
}

function csvTable(text: string): Cells {
  // Zero bytes and the like: a picture or a program, not words.
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new FileRefusal('files-no-table');
  const options = { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false };
  try {
    return { cells: parse(text, { ...options, delimiter: delimiterOf(text) }), sheet: '', others: [] };
  } catch {
    throw new FileRefusal('files-broken');
  }
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

/** The sign that stands most often in the first line that has any: a title may stand above the names of the columns. */
export function delimiterOf(text: string): string {
  const header = text.split(/\r?\n/, 10).find((line) => /[,;\t]/.test(line)) ?? '';
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
