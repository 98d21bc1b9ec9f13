// The act of hand-over as a Word file: first in Kazakh, then on a new page in Russian; A4 on its side, the table's head on each page.
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { paperText } from '../files/paper-text.ts';
import type { ActPage } from './hand-over-rules.ts';

/** Twentieths of a point: a millimetre. */
const mm = (n: number): number => Math.round((n * 1440) / 25.4);
/** Widths of the columns in millimetres; together the page without its margins, 257. */
const columns = [9, 20, 92, 44, 22, 22, 26, 22];

/** The file, a section for each page. Everything users wrote enters as text of a run: it cannot become markup or a field. */
export async function writeActDocx(pages: ActPage[]): Promise<Uint8Array> {
  const size = { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE };
  const margin = { top: mm(20), bottom: mm(20), left: mm(20), right: mm(20) };
  const document = new Document({
    creator: 'Orynda',
    title: paperText(pages[0]?.title ?? ''),
    styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
    sections: pages.map((page) => ({
      properties: { page: { size, margin } },
      children: [...head(page), table(page), ...foot(page)],
    })),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function line(text: string, { bold = false, centre = false, after = 80, size = 24 } = {}): Paragraph {
  return new Paragraph({
    alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { after },
    children: [new TextRun({ text: paperText(text), bold, size })],
  });
}

function head({ title, number, facts, totals }: ActPage): Paragraph[] {
  const block = (lines: string[]): Paragraph[] =>
    lines.map((text, at) => line(text, at === lines.length - 1 ? { after: 200 } : {}));
  return [
    line(title, { bold: true, centre: true, size: 28 }),
    line(number, { centre: true, after: 200 }),
    ...block(facts),
    ...block(totals),
  ];
}

function table({ columns: titles, rows, none }: ActPage): Table | Paragraph {
  if (rows.length === 0) return line(none);
  const heading = titles.map((title, at) => cell(title, at, true));
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: columns.map(mm),
    width: { size: columns.reduce((sum, width) => sum + mm(width), 0), type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heading }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((text, at) => cell(text, at)) })),
    ],
  });
}

function cell(text: string, at: number, bold = false): TableCell {
  return new TableCell({
    width: { size: mm(columns[at] ?? 20), type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { left: mm(1.5), right: mm(1.5), top: mm(0.5), bottom: mm(0.5) },
    children: [line(text, { bold, after: 0, size: 20 })],
  });
}

/** Places for three signatures; names only where they are known. */
function foot({ signatures, note }: ActPage): Paragraph[] {
  const signed = signatures.map(
    ({ label, name }, at) =>
      new Paragraph({
        spacing: { before: 300 },
        keepNext: at < signatures.length - 1,
        children: [
          new TextRun({ text: paperText(`${label}: ____________________ ${name || '____________________'}`) }),
        ],
      }),
  );
  return [...signed, line(note, { size: 18, after: 0 })];
}
