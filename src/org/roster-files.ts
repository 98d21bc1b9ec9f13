// The roster as a file: CSV or XLSX bytes to rows and back, in the format in which it came. Pure: no database, no network.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UserError } from '../errors.ts';
import { decodeText, sortOf } from '../files/decode.ts';
import { delimiterOf, readFirstSheet, type Sheets } from '../files/sheets.ts';
import { isFormula } from '../files/table-rules.ts';
import type { Unread } from '../files/sheet-cells.ts';
import { textCell, writeWorkbook } from '../files/workbook.ts';

export const rosterColumns = [
  'code',
  'org_kk',
  'org_ru',
  'parent',
  'type',
  'ownership',
  'subordination',
  'week',
  'post_kk',
  'post_ru',
  'role',
  'surname',
  'given',
  'patronymic',
  'gender',
  'language',
  'aliases',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/**
 * One row of the file, trimmed; a missing column is an empty text. `line` is the row number that a spreadsheet shows, `unread` the first
 * of its cells that holds an error of the spreadsheet, or a formula without its value.
 */
export type RosterRow = { line: number; unread?: string } & Record<RosterColumn, string>;

export type RosterFile = {
  format: 'csv' | 'xlsx';
  delimiter: string;
  /** The table as it came, header first, for giving it back. */
  table: string[][];
  rows: RosterRow[];
} & Sheets;

export const maxRosterRows = 2_000;
const linkColumn = 'invite_link';

/**
 * Reads the bytes of a roster: XLSX by its signature, anything else as CSV (comma, semicolon or tab; UTF-8, UTF-16 or Windows-1251).
 * Throws UserError on a wrong or broken file, no header, no rows, or more than 2,000 rows.
 */
export async function readRosterFile(bytes: Uint8Array): Promise<RosterFile> {
  if (bytes.length === 0) throw new UserError('org-roster-empty');
  const sort = sortOf(bytes);
  if (sort === 'ole' || sort === 'pdf') throw new UserError('org-roster-wrong-file');
  const { unread, ...read } = sort === 'archive' ? await readXlsx(bytes) : readCsv(bytes);
  return { ...read, rows: rowsOf(read.table, unread) };
}

/** True for a table whose header names at least two columns of a roster, a code or the name of a post among them. Never throws. */
export async function looksLikeRoster(bytes: Uint8Array): Promise<boolean> {
  const sort = sortOf(bytes);
  if (sort === 'ole' || sort === 'pdf') return false;
  try {
    const { table } = sort === 'archive' ? await readXlsx(bytes) : readCsv(bytes);
    const names = (table[0] ?? []).map(columnName);
    const known = rosterColumns.filter((column) => names.includes(column));
    return known.length > 1 && known.some((column) => ['code', 'post_kk', 'post_ru'].includes(column));
  } catch {
    return false;
  }
}

/** The same table in the same format with a column of links; `links` by row number. CSV comes as UTF-8 with BOM, so that Excel opens it. */
export async function writeRosterFile(file: RosterFile, links: Map<number, string>): Promise<Uint8Array> {
  const [header = [], ...body] = file.table;
  const at = header.findIndex((name) => columnName(name) === linkColumn);
  const place = at === -1 ? header.length : at;
  const table = [
    replaced(header, place, linkColumn),
    ...body.map((row, index) => replaced(row, place, links.get(index + 2) ?? '')),
  ];
  return writeTable(table, file.format, file.delimiter);
}

/** An empty roster with its columns and the given example rows, as XLSX. */
export async function writeRosterTemplate(examples: Partial<Record<RosterColumn, string>>[]): Promise<Uint8Array> {
  const rows = examples.map((example) => rosterColumns.map((column) => example[column] ?? ''));
  return writeTable([[...rosterColumns], ...rows], 'xlsx', ',');
}

/** Rows of texts as XLSX. */
export async function writeXlsx(table: string[][]): Promise<Uint8Array> {
  return writeTable(table, 'xlsx', ',');
}

async function writeTable(table: string[][], format: 'csv' | 'xlsx', delimiter: string): Promise<Uint8Array> {
  if (format === 'csv') {
    return Buffer.from(stringify(table, { delimiter, bom: true, record_delimiter: 'windows', escape_formulas: false }));
  }
  // Every cell as text: "007" stays a code.
  const rows = table.map((row) => row.map((value) => textCell(value)));
  return writeWorkbook([{ name: 'Orynda', rows, widths: (table[0] ?? []).map(() => 20) }]);
}

type Read = Omit<RosterFile, 'rows'> & { unread: Unread[] };

async function readXlsx(bytes: Uint8Array): Promise<Read> {
  try {
    const { rows, ...sheets } = await readFirstSheet(bytes, { trim: false });
    const table = rows.map((row) => row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))));
    return { format: 'xlsx', delimiter: ',', table, ...sheets };
  } catch {
    throw new UserError('org-roster-broken-xlsx');
  }
}

function readCsv(bytes: Uint8Array): Read {
  const text = decodeText(bytes);
  if (text.includes('\u0000')) throw new UserError('org-roster-wrong-file');
  const delimiter = delimiterOf(text);
  try {
    const table = parse(text, { delimiter, bom: true, relax_column_count: true }) as string[][];
    return { format: 'csv', delimiter, table, unread: [], sheet: '', others: [] };
  } catch {
    throw new UserError('org-roster-broken-csv');
  }
}

function rowsOf(table: string[][], unread: Unread[]): RosterRow[] {
  const [header = [], ...body] = table;
  const names = header.map(columnName);
  if (!names.some((name) => (rosterColumns as readonly string[]).includes(name))) {
    throw new UserError(body.length === 0 && names.length <= 1 ? 'org-roster-wrong-file' : 'org-roster-no-header');
  }
  if (!names.includes('code')) throw new UserError('org-roster-no-code');
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) throw new UserError('org-roster-column-twice', { column: twice });
  const known = (column: number): boolean => (rosterColumns as readonly string[]).includes(names[column] ?? '');
  const missing = new Map(unread.filter(({ column }) => known(column)).map(({ row, words }) => [row + 1, words]));
  const rows = body.map((cells, index) => rosterRow(names, cells, index + 2, missing.get(index + 2))).filter(isFilled);
  if (rows.length === 0) throw new UserError('org-roster-empty');
  if (rows.length > maxRosterRows)
    throw new UserError('org-roster-too-long', { rows: rows.length, max: maxRosterRows });
  return rows;
}

function rosterRow(names: string[], cells: string[], line: number, unread?: string): RosterRow {
  const value = (column: RosterColumn): string => {
    const cell = cells[names.indexOf(column)] ?? '';
    return cell
      .normalize('NFC')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
  };
  const entries = rosterColumns.map((column) => [column, value(column)]);
  const row = Object.fromEntries(entries) as Record<RosterColumn, string>;
  // A text may begin with '=', also in a name; '#ДЕЛ/0!' is an error in every format.
  const words = unread ?? Object.values(row).find((cell) => cell.startsWith('#') && isFormula(cell));
  return { line, ...row, ...(words !== undefined && { unread: words }) };
}

function isFilled(row: RosterRow): boolean {
  return rosterColumns.some((column) => row[column] !== '');
}

function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function replaced(row: string[], at: number, value: string): string[] {
  const cells = [...row, ...Array<string>(Math.max(0, at + 1 - row.length)).fill('')];
  cells[at] = value;
  return cells;
}
