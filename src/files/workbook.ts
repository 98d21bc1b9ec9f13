// The one place that makes XLSX: text never becomes a formula, numbers are numbers, dates are dates.
import { isMainThread } from 'node:worker_threads';
import type { Day } from '../time.ts';
import { madeApart } from './made-apart.ts';
import { paperText } from './paper-text.ts';

export type Look = {
  bold?: boolean;
  /** Of its letters, in points; 10 unless told. */
  size?: number;
  /** Long words go on in further lines of the cell. */
  wrap?: boolean;
  /** At the top of a row whose other cells are higher. */
  top?: boolean;
  align?: 'left' | 'center' | 'right';
  /** So many letters away from the edge that it is aligned to. */
  indent?: number;
  /** A thin line around it. */
  boxed?: boolean;
  /** Colour behind it, '#eeeeee'. */
  fill?: string;
  /** So many columns wide. */
  span?: number;
  /** Height of its row, in points. */
  height?: number;
};
/** Plain data, so that a workbook can be sent to another thread. */
export type Cell =
  | { is: 'text'; value: string; look: Look }
  | { is: 'number'; value: number; look: Look }
  | { is: 'day'; value: Day; look: Look }
  | null;

export type Sheet = {
  /** Made fit for a tab: at most 31 signs, none of []:*?/\ in it. */
  name: string;
  rows: Cell[][];
  /** In letters; as many as the widest row has cells. */
  widths: number[];
  /** So many rows at the top stay in sight. */
  sticky?: number;
  landscape?: boolean;
  /** For paper: as wide as the page, with these rows (from 1) on each. */
  printed?: { headRow: number | null };
};

/** Said outright: programs other than Excel take a serif for bold cells else, and reckon lines by another size. */
const letters = { fontFamily: 'Arial', fontSize: 10 };
/** A spreadsheet holds no longer text in a cell. */
const longestText = 32_767;
const longestName = 31;

/** A cell of words, whatever they begin with; none for no words. Line breaks stay, other control signs go. */
export function textCell(value: string, look: Look = {}): Cell {
  const words = value.split(/\r?\n/).map(paperText).join('\n').slice(0, longestText);
  return words === '' ? null : { is: 'text', value: words, look };
}

/** A number that can be reckoned with; none for null. */
export function numberCell(value: number | null, look: Look = {}): Cell {
  return value === null ? null : { is: 'number', value, look };
}

/** A date that can be sorted by, shown as 25.12.2026; none for null. */
export function dayCell(value: Day | null, look: Look = {}): Cell {
  return value === null ? null : { is: 'day', value, look };
}

/** Cells of a workbook that is written where it is asked for: a thread of its own would take longer to start. */
const few = 2000;

/** The bytes of a workbook with these sheets; a big one is written in a thread of its own. Throws when it is too much for memory or time. */
export async function writeWorkbook(sheets: Sheet[]): Promise<Uint8Array> {
  const cells = sheets.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.length, 0);
  if (isMainThread && cells > few) return madeApart('files/workbook-worker.js', sheets);
  return writeWorkbookHere(sheets);
}

/** The same, in the thread of the caller. */
export async function writeWorkbookHere(sheets: Sheet[]): Promise<Uint8Array> {
  const tabs = sheets.map(({ name, rows, widths, sticky, landscape }) => ({
    data: rows.map((row) => row.map(cellOf)),
    sheet: tabName(name),
    columns: widths.map((width) => ({ width })),
    ...(sticky && { stickyRowsCount: sticky }),
    ...(landscape && { orientation: 'landscape' as const }),
  }));
  // Loaded with the first workbook: a bot that makes none starts quicker and is smaller.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return await writeExcelFile(tabs, {
    ...letters,
    features: sheets.some(({ printed }) => printed) ? [onPaper(sheets)] : [],
  }).toBuffer();
}

/** A cell as the library wants it: the type is always said, so that it guesses nothing. */
function cellOf(cell: Cell) {
  if (cell === null) return null;
  const style = styleOf(cell.look);
  if (cell.is === 'number') return { value: cell.value, type: Number, ...style };
  if (cell.is === 'text') return { value: cell.value, type: String, ...style };
  return { value: new Date(`${cell.value}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy', ...style };
}

/** What the library does not write: sheets that fit the width of the page, and their heads on each. */
function onPaper(sheets: Sheet[]) {
  const titles = sheets.flatMap(({ name, printed }, at) => {
    const quoted = tabName(name)
      .replaceAll("'", "''")
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;');
    const row = printed?.headRow;
    return row
      ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${quoted}'!$${row}:$${row}</definedName>`]
      : [];
  });
  const sheet = (xml: string): string => {
    const orientation = xml.includes('orientation="landscape"') ? 'landscape' : 'portrait';
    const page =
      '<pageMargins left="0.6" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9" orientation="${orientation}" fitToHeight="0"/>` +
      '<headerFooter><oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';
    return xml
      .replace(/<pageMargins[^>]*\/>/, '')
      .replace(/<pageSetup[^>]*\/>/, '')
      .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
      .replace('</worksheet>', `${page}</worksheet>`);
  };
  const book = (xml: string): string =>
    titles.length === 0
      ? xml
      : xml.replace('</sheets>', () => `</sheets><definedNames>${titles.join('')}</definedNames>`);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: sheet },
        'xl/workbook.xml': { transform: book },
      },
    },
  };
}

function tabName(name: string): string {
  const words = paperText(name)
    .replace(/[[\]:*?/\\]+/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return [...words].slice(0, longestName).join('') || '1';
}

function styleOf({ bold, size, wrap, top, align, indent, boxed, fill, span, height }: Look) {
  return {
    ...(bold && { fontWeight: 'bold' as const }),
    ...(size && { fontSize: size }),
    ...(wrap && { wrap: true }),
    ...(top && { alignVertical: 'top' as const }),
    ...(align && { align }),
    ...(indent && { indent }),
    ...(boxed && { borderStyle: 'thin' as const, borderColor: '#8c8c8c' }),
    ...(fill && { backgroundColor: fill }),
    ...(span && span > 1 && { columnSpan: span }),
    ...(height && { height }),
  };
}
