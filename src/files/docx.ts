// A Word file as text: paragraphs with their numbers, rows of tables with tabs between the cells.
import { readArchive } from './archive.ts';
import { Numbering, type NumberedBy } from './docx-numbering.ts';
import { FileRefusal } from './refusal.ts';
import { walkXml } from './xml.ts';

const parts = { document: 'word/document.xml', numbering: 'word/numbering.xml', styles: 'word/styles.xml' };

/** Reads the bytes of a DOCX. Deleted text of tracked changes is left out. Throws FileRefusal when it is none or is broken. */
export function readDocx(bytes: Uint8Array): string {
  const entries = readArchive(bytes, (name) => Object.values(parts).includes(name));
  const document = entries.get(parts.document);
  if (!document) throw new FileRefusal('files-unknown');
  const styles = entries.get(parts.styles);
  const reader = new DocxReader(
    new Numbering(entries.get(parts.numbering)),
    styles ? numberedStyles(styles) : new Map(),
  );
  walkXml(document, reader);
  return reader.lines.join('\n');
}

type Style = { basedOn?: string; list?: string; level?: number };
type Cell = { lines: string[]; span: number; merged: boolean };
type Table = { row: Cell[]; above: string[] };

/** Collects the text while the XML is walked over. */
class DocxReader {
  readonly lines: string[] = [];
  private readonly numbering: Numbering;
  private readonly styles: Map<string, Style>;
  private readonly tables: Table[] = [];
  private paragraph = '';
  private numbered: { style?: string; list?: string; level?: number } = {};
  /** Depth of elements whose text does not count: fallbacks of pictures. */
  private skipped = 0;
  private inText = false;
  private inRun = false;

  constructor(numbering: Numbering, styles: Map<string, Style>) {
    this.numbering = numbering;
    this.styles = styles;
  }

  open = (name: string, attribute: (name: string) => string | undefined): void => {
    const cell = this.tables.at(-1)?.row.at(-1);
    if (name === 'mc:Fallback') this.skipped += 1;
    else if (name === 'w:p') this.startParagraph();
    else if (name === 'w:pStyle') this.numbered.style = attribute('w:val') ?? '';
    else if (name === 'w:numId') this.numbered.list = attribute('w:val') ?? '';
    else if (name === 'w:ilvl') this.numbered.level = Number(attribute('w:val'));
    else if (name === 'w:r') this.inRun = true;
    else if (name === 'w:t') this.inText = true;
    else if (this.inRun && (name === 'w:br' || name === 'w:cr')) this.paragraph += '\n';
    else if (this.inRun && name === 'w:tab') this.paragraph += '    ';
    else if (name === 'w:noBreakHyphen') this.paragraph += '-';
    else if (name === 'w:tbl') this.tables.push({ row: [], above: [] });
    else if (name === 'w:tr') this.startRow();
    else if (name === 'w:tc') this.tables.at(-1)?.row.push({ lines: [], span: 1, merged: false });
    else if (name === 'w:gridSpan' && cell) cell.span = Number(attribute('w:val')) || 1;
    else if (name === 'w:vMerge' && cell) cell.merged = (attribute('w:val') ?? 'continue') === 'continue';
  };

  close = (name: string): void => {
    if (name === 'mc:Fallback') this.skipped -= 1;
    else if (name === 'w:t') this.inText = false;
    else if (name === 'w:r') this.inRun = false;
    else if (name === 'w:p') this.endParagraph();
    else if (name === 'w:tr') this.endRow();
    else if (name === 'w:tbl') this.tables.pop();
  };

  text = (text: string): void => {
    if (this.inText && this.skipped === 0) this.paragraph += text;
  };

  private startParagraph(): void {
    this.paragraph = '';
    this.numbered = {};
  }

  private endParagraph(): void {
    const number = this.numberOf();
    const text = [number, this.paragraph.trim()].filter(Boolean).join(' ');
    const cell = this.tables.at(-1)?.row.at(-1);
    if (cell) cell.lines.push(...text.split('\n').filter(Boolean));
    else this.lines.push(...text.split('\n'));
    this.paragraph = '';
  }

  private numberOf(): string {
    const { style, list, level } = this.numbered;
    const by: NumberedBy | null = list === undefined ? this.styleList(style) : { list, level: level ?? 0 };
    return by && by.list !== '0' ? this.numbering.next({ ...by, level: level ?? by.level }) : '';
  }

  private styleList(name: string | undefined): NumberedBy | null {
    const seen = new Set<string>();
    for (let at = name; at !== undefined && !seen.has(at); at = this.styles.get(at)?.basedOn) {
      seen.add(at);
      const style = this.styles.get(at);
      if (style?.list !== undefined) return { list: style.list, level: style.level ?? 0 };
    }
    return null;
  }

  private startRow(): void {
    const table = this.tables.at(-1);
    if (table) table.row = [];
  }

  private endRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    const cells: string[] = [];
    for (const { lines, span, merged } of table.row) {
      // A cell merged with the one above says the same for this row.
      const text = merged ? (table.above[cells.length] ?? '') : joinedCell(lines);
      cells.push(text, ...Array<string>(span - 1).fill(''));
    }
    table.above = cells;
    table.row = [];
    const outer = this.tables.at(-2)?.row.at(-1);
    if (outer) outer.lines.push(cells.filter(Boolean).join(' '));
    else if (cells.some(Boolean)) this.lines.push(cells.join('\t'));
  }
}

/** Paragraphs of a cell: a list of names keeps its joints, a sentence broken over lines is made whole. */
function joinedCell(lines: string[]): string {
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .reduce((text, line) => {
      if (text === '') return line;
      const begins = /^[\p{Lu}\d№•«]/u.test(line) && !/[,;:–—-]$/.test(text);
      return `${text}${begins && !/[.!?]$/.test(text) ? '; ' : ' '}${line}`;
    }, '');
}

function numberedStyles(xml: Uint8Array): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style = {};
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'w:style') styles.set(attribute('w:styleId') ?? '', (style = {}));
      else if (name === 'w:basedOn') style.basedOn = attribute('w:val');
      else if (name === 'w:numId') style.list = attribute('w:val');
      else if (name === 'w:ilvl') style.level = Number(attribute('w:val'));
    },
    close: () => {},
  });
  return styles;
}
