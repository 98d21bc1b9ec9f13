// The one place that makes XLSX: text never becomes a formula, numbers are numbers, dates are dates.
import writeExcelFile from 'write-excel-file/node';
import type { Day } from '../time.ts';
import { paperText } from './paper-text.ts';

export type Look = {
  bold?: boolean;
  /** Long words go on in further lines of the cell. */
  wrap?: boolean;
  /** At the top of a row whose other cells are higher. */
  top?: boolean;
  align?: 'left' | 'center' | 'right';
  /** A thin line around it. */
  boxed?: boolean;
  /** Colour behind it, '#eeeeee'. */
  fill?: string;
  /** So many columns wide. */
  span?: number;
  /** Height of its row, in points. */
  height?: number;
};
export type Cell = ReturnType<typeof textCell> | ReturnType<typeof numberCell> | ReturnType<typeof dayCell>;

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

/** A spreadsheet holds no longer text in a cell. */
const longestText = 32_767;
const longestName = 31;

/** A cell of words, whatever they begin with; none for no words. Line breaks stay, other control signs go. */
export function textCell(value: string, look: Look = {}) {
  const words = value.split(/\r?\n/).map(paperText).join('\n').slice(0, longestText);
  return words === '' ? null : { value: words, type: String, ...styleOf(look) };
}

/** A number that can be reckoned with; none for null. */
export function numberCell(value: number | null, look: Look = {}) {
  return value === null ? null : { value, type: Number, ...styleOf(look) };
}

/** A date that can be sorted by, shown as 25.12.2026; none for null. */
export function dayCell(value: Day | null, look: Look = {}) {
  if (value === null) return null;
  return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy', ...styleOf(look) };
}

/** The bytes of a workbook with these sheets. */
export async function writeWorkbook(sheets: Sheet[]): Promise<Uint8Array> {
  const tabs = sheets.map(({ name, rows, widths, sticky, landscape }) => ({
    data: rows,
    sheet: tabName(name),
    columns: widths.map((width) => ({ width })),
    ...(sticky && { stickyRowsCount: sticky }),
    ...(landscape && { orientation: 'landscape' as const }),
  }));
  return await writeExcelFile(tabs, {
    features: sheets.some(({ printed }) => printed) ? [onPaper(sheets)] : [],
  }).toBuffer();
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

function styleOf({ bold, wrap, top, align, boxed, fill, span, height }: Look) {
  return {
    ...(bold && { fontWeight: 'bold' as const }),
    ...(wrap && { wrap: true }),
    ...(top && { alignVertical: 'top' as const }),
    ...(align && { align }),
    ...(boxed && { borderStyle: 'thin' as const, borderColor: '#8c8c8c' }),
    ...(fill && { backgroundColor: fill }),
    ...(span && span > 1 && { columnSpan: span }),
    ...(height && { height }),
  };
}
