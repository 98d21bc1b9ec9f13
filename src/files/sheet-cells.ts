// What the library leaves out of a workbook: which sheets it has, and the cells whose value is an error or was never stored.
import { readArchive } from './archive.ts';
import { isFormula } from './table-rules.ts';
import { walkXml } from './xml.ts';

/** An error of the spreadsheet ('#REF!') or a formula whose value was not stored ('=A1+1'), by row and column from 0. */
export type Unread = { row: number; column: number; words: string };
/** The first sheet with cells, its place among all from 1, and the names of the others that have any. */
type SheetsRead = { at: number; sheet: string; others: string[]; unread: Unread[] };

const longestWords = 100;

/** The sheets of an XLSX in their order, charts left out. Throws FileRefusal like `readArchive`. */
export function readSheets(bytes: Uint8Array): SheetsRead {
  const parts = readArchive(bytes, (name) => /^xl\/.*\.(?:xml|rels)$/.test(name) && !/sharedStrings/i.test(name));
  const part = (name: string): Uint8Array => parts.get(name) ?? new Uint8Array();
  const paths = worksheetPaths(part('xl/_rels/workbook.xml.rels'));
  const sheets = sheetsOf(part('xl/workbook.xml')).map(({ name, id }) => ({ name, xml: part(paths.get(id) ?? '') }));
  const at = Math.max(
    0,
    sheets.findIndex(({ xml }) => xml.length > 0),
  );
  const { name: sheet = '', xml = new Uint8Array() } = sheets[at] ?? {};
  const others = sheets.filter((each, index) => index !== at && isFilled(each.xml)).map(({ name }) => name);
  return { at: at + 1, sheet, others, unread: unreadCells(xml) };
}

function sheetsOf(xml: Uint8Array): { name: string; id: string }[] {
  const sheets: { name: string; id: string }[] = [];
  walkXml(xml, {
    open: (element, attribute) => {
      const name = element === 'x:sheet' ? attribute('name') : undefined;
      if (name) sheets.push({ name, id: attribute('r:id') ?? '' });
    },
    close: () => {},
  });
  return sheets;
}

/** A cell with a value, a text of its own or a formula. */
function isFilled(xml: Uint8Array): boolean {
  return /<(?:\w+:)?(?:v|is|f)(?:\s[^>]*)?>/.test(new TextDecoder().decode(xml));
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
