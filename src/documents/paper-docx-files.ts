// A printed form as a Word file: everything users wrote enters as the text of a run, so that it becomes neither markup nor a field.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { paperText } from '../files/paper-text.ts';
import {
  type Block,
  type Column,
  columnWidths,
  margins,
  pageWidth,
  type Paper,
  type Row,
  type Table as TableBlock,
  valueText,
} from './paper-rules.ts';

/** Twentieths of a point: a millimetre. */
const mm = (n: number): number => Math.round((n * 1440) / 25.4);
/** Half points. */
const sizes = { title: 28, text: 24, cell: 20, small: 18 };

/** The bytes of the file. */
export async function writePaperDocx(paper: Paper): Promise<Uint8Array> {
  const { landscape, blocks, title, under } = paper;
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const size = { width: mm(210), height: mm(297), orientation };
  const margin = Object.fromEntries(Object.entries(margins).map(([side, width]) => [side, mm(width)]));
  const language = paper.locale === 'kk' ? 'kk-KZ' : 'ru-RU';
  const run = { font: 'Times New Roman', size: sizes.text, language: { value: language } };
  const document = new Document({
    creator: 'Orynda',
    title: paperText(title),
    styles: { default: { document: { run } } },
    sections: [
      {
        properties: { page: { size, margin } },
        footers: { default: footer(paper) },
        children: [
          words(title, { bold: true, size: sizes.title, center: true, after: under.length > 0 ? 60 : 200 }),
          ...under.map((line, at) => words(line, { center: true, after: at === under.length - 1 ? 240 : 0 })),
          ...blocks.flatMap((block, at) => partsOf(block, pageWidth(paper), blocks[at + 1]?.is === 'signatures')),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type WordsLook = {
  bold?: boolean;
  size?: number;
  center?: boolean;
  align?: Column['align'];
  after?: number;
  keepNext?: boolean;
};

function words(text: string, look: WordsLook = {}): Paragraph {
  const { bold = false, size = sizes.text, center = false, align, after = 80, keepNext = false } = look;
  const alignment =
    center || align === 'center' ? AlignmentType.CENTER : align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const lines = text.split('\n').map((line) => paperText(line));
  const children = lines.map(
    (line, at) => new TextRun({ text: line, ...(bold && { bold }), size, ...(at > 0 && { break: 1 }) }),
  );
  // Thousands of cells: what is usual is not said in each.
  const placed = alignment === AlignmentType.LEFT ? {} : { alignment };
  return new Paragraph({ ...placed, spacing: { after }, ...(keepNext && { keepNext }), children });
}

function footer(paper: Paper): Footer {
  const style = { size: sizes.small, color: '666666' };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: mm(pageWidth(paper)) }],
        children: [
          new TextRun({ text: paperText(paper.made), ...style }),
          new TextRun({ children: ['\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], ...style }),
        ],
      }),
    ],
  });
}

/** `signed`: places to sign follow, which are kept with its last row. */
function partsOf(block: Block, page: number, signed: boolean): (Paragraph | Table)[] {
  switch (block.is) {
    case 'text': {
      const heading = block.look === 'heading';
      const size = block.look === 'small' ? sizes.cell : sizes.text;
      return [
        words(block.text, { bold: heading, keepNext: heading, size, center: block.look === 'center', after: 120 }),
      ];
    }
    case 'facts':
      return [factsTable(block.rows, page), words('', { after: 60, size: sizes.small })];
    case 'table':
      return [
        ...(block.title ? [words(block.title, { bold: true, keepNext: true, after: 120 })] : []),
        tableOf(block, page, signed),
        words('', { after: 60, size: sizes.small, keepNext: signed }),
      ];
    case 'signatures':
      return signatures(block, page);
  }
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const boxed = { top: line, bottom: line, left: line, right: line };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const bare = { top: none, bottom: none, left: none, right: none };

function grid(widths: number[], rows: TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: { ...boxed, insideHorizontal: line, insideVertical: line },
    margins: { left: mm(1.2), right: mm(1.2), top: mm(0.5), bottom: mm(0.5) },
    columnWidths: widths.map(mm),
    width: { size: widths.reduce((sum, width) => sum + mm(width), 0), type: WidthType.DXA },
    rows,
  });
}

type CellLook = WordsLook & { span?: number; fill?: boolean; lined?: boolean };

function cell(text: string, width: number, { span, fill = false, lined = true, ...look }: CellLook = {}): TableCell {
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    ...(!lined && { borders: bare }),
    ...(span && { columnSpan: span }),
    ...(fill && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E8E8E8' } }),
    children: [words(text, { after: 0, size: sizes.cell, ...look })],
  });
}

function tableOf({ columns, rows }: TableBlock, page: number, signed: boolean): Table {
  const widths = columnWidths(columns, page);
  const head = columns.map(({ title }, at) =>
    cell(title, widths[at] ?? 0, { bold: true, center: true, fill: true, size: sizes.small }),
  );
  return grid(widths, [
    new TableRow({ tableHeader: true, cantSplit: true, children: head }),
    ...rows.map((row, at) => tableRow(row, columns, widths, signed && at === rows.length - 1)),
  ]);
}

function tableRow({ cells, look }: Row, columns: Column[], widths: number[], keepNext: boolean): TableRow {
  const bold = look !== undefined;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const children =
    look === 'section'
      ? [cell(valueText(cells[0] ?? null), whole, { bold, span: columns.length, keepNext: true })]
      : cells.map((value, at) =>
          cell(valueText(value), widths[at] ?? 0, { bold, align: columns[at]?.align, keepNext }),
        );
  return new TableRow({ cantSplit: true, children });
}

function factsTable(rows: [string, Parameters<typeof valueText>[0]][], page: number): Table {
  const widths = columnWidths([{ width: 55 }, { width: page - 55 }], page);
  const [left = 0, right = 0] = widths;
  return grid(
    widths,
    rows.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(label, left, { lined: false, size: sizes.text }),
            cell(valueText(value), right, { lined: false, size: sizes.text }),
          ],
        }),
    ),
  );
}

/** Post, line and name side by side; never alone on a page without each other. */
function signatures({ lines, note }: Extract<Block, { is: 'signatures' }>, page: number): (Paragraph | Table)[] {
  const widths = columnWidths([{ width: 80 }, { width: 50 }, { width: 50 }], page);
  const [post = 0, place = 0, name = 0] = widths;
  const size = sizes.text;
  const row = (one: { post: string; name: string }): TableRow =>
    new TableRow({
      cantSplit: true,
      children: [
        cell(`\n${one.post}`, post, { lined: false, size, keepNext: true }),
        cell('\n____________________', place, { lined: false, size, center: true, keepNext: true }),
        cell(`\n${one.name || '____________________'}`, name, { lined: false, size, keepNext: true }),
      ],
    });
  return [grid(widths, lines.map(row)), words(note, { size: sizes.small, after: 0 })];
}
