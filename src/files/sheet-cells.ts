// What the library leaves out of a workbook: which sheets it has, and the cells whose value is an error or was never stored.
import { readArchive } from './archive.ts';
import { isFormula } from './table-rules.ts';
import { walkXml } from './xml.ts';

/** An error of the spreadsheet ('#REF!') or a formula whose value was not stored ('=A1+1'), by row and column from 0. */
export type Unread = { row: number; column: number; words: string };
/** `at`: the place of the first sheet with cells among all, from 1. */
export type Sheets = { at: number; unread: Unread[] };

const longestWords = 100;

/** The sheets of an XLSX in their order, charts left out. Throws FileRefusal like `readArchive`. */
export function readSheets(bytes: Uint8Array): Sheets {
  const parts = readArchive(bytes, (name) => /^xl\/.*\.(?:xml|rels)$/.test(name) && !/sharedStrings/i.test(name));
  const part = (name: string): Uint8Array => parts.get(name) ?? new Uint8Array();
  const paths = worksheetPaths(part('xl/_rels/workbook.xml.rels'));
  const sheets = sheetIds(part('xl/workbook.xml'));
  const first = Math.max(
    0,
    sheets.findIndex((id) => paths.has(id)),
  );
  return { at: first + 1, unread: unreadCells(part(paths.get(sheets[first] ?? '') ?? '')) };
}

function sheetIds(xml: Uint8Array): string[] {
  const ids: string[] = [];
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'x:sheet' && attribute('name')) ids.push(attribute('r:id') ?? '');
    },
    close: () => {},
  });
  return ids;
}

/** By the identifier that the workbook gives a sheet. */
function worksheetPaths(xml: Uint8Array): Map<string, string> {
  const paths = new Map<string, string>();
  walkXml(xml, {
    open: (_name, attribute) => {
      const target = attribute('Target') ?? '';
      if (!/\/worksheet$/.test(attribute('Type') ?? '')) return;
      paths.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: () => {},
  });
  return paths;
}

type Cell = { address: string; type: string; formula: string | null; value: string | null };

function unreadCells(xml: Uint8Array): Unread[] {
  const unread: Unread[] = [];
  let cell: Cell | null = null;
  let inside: 'formula' | 'value' | null = null;
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'x:c')
        cell = { address: attribute('r') ?? '', type: attribute('t') ?? 'n', formula: null, value: null };
      inside = name === 'x:f' ? 'formula' : name === 'x:v' ? 'value' : null;
      if (cell && inside) cell[inside] = '';
    },
    text: (text) => {
      if (cell && inside) cell[inside] += text;
    },
    close: (name) => {
      inside = null;
      if (name !== 'x:c' || !cell) return;
      const words = unreadWords(cell);
      if (words !== null) unread.push({ ...placeOf(cell.address), words: words.slice(0, longestWords) });
      cell = null;
    },
  });
  return unread;
}

/** Null for a cell that has a value, an empty text that a formula gave among them. */
function unreadWords({ type, formula, value }: Cell): string | null {
  if (type === 'e') return value !== null && isFormula(value) ? value : '#VALUE!';
  if (formula === null || type === 'inlineStr') return null;
  if (type === 'str' ? value !== null : Boolean(value)) return null;
  return isFormula(`=${formula}`) ? `=${formula}` : '=…';
}

/** 'AB12' -> row 11, column 27. */
function placeOf(address: string): { row: number; column: number } {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row) - 1, column: column - 1 };
}
