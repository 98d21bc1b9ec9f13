// A printed form as a workbook: everything up to the first table on the first sheet, each further table on one of its own.
import {
  type Cell,
  dayCell,
  type Look,
  numberCell,
  type Sheet,
  textCell,
  writeWorkbookHere,
} from '../files/workbook.ts';
import {
  type Block,
  type Column,
  columnWidths,
  pageWidth,
  type Paper,
  type Row,
  type Table,
  type Value,
  valueText,
} from './paper-rules.ts';

/** Letters of ordinary size on a millimetre. */
const lettersPerMm = 0.6;
/** Letters of a text on the width of one digit, which columns are measured by. */
const lettersPerDigit = 1.1;
/** Of letters of ten points. */
const lineHeight = 13;
const headSize = 9;
/** A spreadsheet has no higher rows, in points. */
const highest = 405;
/** A small bold letter of a head beside an ordinary one. */
const boldWidth = 1.05;
const headFill = '#e8e8e8';

/** The bytes of the workbook. */
export async function writePaperXlsx(paper: Paper): Promise<Uint8Array> {
  const tables = paper.blocks.filter((block) => block.is === 'table');
  const groups = paper.blocks.reduce<Block[][]>(
    (all, block) => (block.is === 'table' && block !== tables[0] ? [...all, [block]] : added(all, block)),
    [[]],
  );
  return writeWorkbookHere(groups.map((blocks, at) => sheetOf(paper, blocks, at === 0)));
}

/** In letters: no word of a head is broken inside. */
function widthOfHead(title: string): number {
  return Math.ceil(Math.max(...title.split(/\s/).map((word) => word.length)) * boldWidth) + 1;
}

function added(groups: Block[][], block: Block): Block[][] {
  return [...groups.slice(0, -1), [...(groups.at(-1) ?? []), block]];
}

function sheetOf(paper: Paper, blocks: Block[], first: boolean): Sheet {
  const table = blocks.find((block) => block.is === 'table');
  const columns = table?.columns ?? [{ width: 60 }, { width: 130 }];
  const widths = columnWidths(columns, pageWidth(paper)).map((mm, at) =>
    Math.max(5, Math.round(mm * lettersPerMm), widthOfHead(table?.columns[at]?.title ?? '')),
  );
  const line = across(widths);
  const head = first ? [line(paper.title, { bold: true }), ...paper.under.map((text) => line(text)), []] : [];
  const above = [
    ...head,
    ...blocks.slice(0, table ? blocks.indexOf(table) : 0).flatMap((block) => rowsOf(block, widths)),
  ];
  const rows = [...above, ...blocks.slice(table ? blocks.indexOf(table) : 0).flatMap((block) => rowsOf(block, widths))];
  const headRow = table ? above.length + (table.title ? 2 : 1) : null;
  return {
    name: first ? paper.title : (table?.title ?? paper.title),
    rows: first ? [...rows, [], line(paper.made)] : rows,
    widths,
    landscape: paper.landscape,
    printed: { headRow },
  };
}

/** A line over all columns, high enough for its words. */
const across =
  (widths: number[]) =>
  (text: string, look: Look = {}): Cell[] => {
    const room = widths.reduce((sum, width) => sum + width, 0);
    const height = Math.min(highest, linesIn(text, room * lettersPerDigit) * lineHeight);
    return [textCell(text, { wrap: true, top: true, span: widths.length, height, ...look })];
  };

function rowsOf(block: Block, widths: number[]): Cell[][] {
  const line = across(widths);
  switch (block.is) {
    case 'text':
      return [line(block.text, { bold: block.look === 'heading' })];
    case 'facts':
      return [...block.rows.map(([label, value]) => factRow(label, value, widths)), []];
    case 'table':
      return [...(block.title ? [line(block.title, { bold: true })] : []), ...tableRows(block, widths)];
    case 'signatures':
      return [[], ...block.lines.flatMap(({ post, name }) => [[], line(`${post}   ____________________   ${name}`)])];
  }
}

/** The label over the first columns, as many as it needs, the value over the others. */
function factRow(label: string, value: Value, widths: number[]): Cell[] {
  let wide = 0;
  const needed = widths.findIndex((width) => (wide += width) >= 28) + 1;
  const split = Math.min(Math.max(1, needed), Math.max(1, widths.length - 1));
  const rest = widths.slice(split);
  const room = Math.max(
    8,
    rest.reduce((sum, width) => sum + width, 0),
  );
  const height = Math.min(highest, linesIn(valueText(value), room * lettersPerDigit) * lineHeight);
  const gap = Array.from({ length: split - 1 }, () => null);
  return [
    textCell(label, { wrap: true, top: true, span: split, height }),
    ...gap,
    cellOf(value, { wrap: true, top: true, align: 'left', span: rest.length }),
  ];
}

function tableRows({ columns, rows }: Table, widths: number[]): Cell[][] {
  const height = heightOf(
    columns.map(({ title }) => title),
    widths.map((width) => (width - 1) / boldWidth),
  );
  const look: Look = {
    bold: true,
    size: headSize,
    wrap: true,
    top: true,
    boxed: true,
    fill: headFill,
    align: 'center',
    height,
  };
  return [columns.map(({ title }) => textCell(title, look)), ...rows.map((row) => tableRow(row, columns, widths))];
}

function tableRow({ cells, look }: Row, columns: Column[], widths: number[]): Cell[] {
  const style: Look = { wrap: true, top: true, boxed: true, bold: look !== undefined };
  if (look === 'section') return [cellOf(cells[0] ?? null, { ...style, span: widths.length, height: lineHeight })];
  const height = heightOf(
    cells.map(valueText),
    widths.map((width) => width * (look ? 1 : lettersPerDigit)),
  );
  // An empty cell has its lines too.
  return cells.map((value, at) => {
    const align = columns[at]?.align;
    return cellOf(value === null || value === '' ? ' ' : value, {
      ...style,
      height,
      ...(align && { align }),
      ...(align === 'right' && { indent: 1 }),
    });
  });
}

/** Programs other than Excel give a row one line unless it says more. */
function heightOf(texts: string[], widths: number[]): number {
  return Math.min(highest, Math.max(...texts.map((text, at) => linesIn(text, widths[at] ?? 10))) * lineHeight);
}

/** Words go to the next line whole, so that a line holds less than its letters. */
function linesIn(text: string, room: number): number {
  let lines = 0;
  for (const part of text.split('\n')) {
    let used = Infinity;
    for (const { length } of part.split(' ')) {
      const whole = Math.max(1, Math.ceil(length / room));
      if (used + 1 + length <= room) used += 1 + length;
      else {
        lines += whole;
        used = length - (whole - 1) * room;
      }
    }
  }
  return Math.max(1, lines);
}

function cellOf(value: Value, look: Look): Cell {
  if (typeof value === 'number') return numberCell(value, look);
  if (value !== null && typeof value === 'object') return dayCell(value.day, { ...look, align: 'left' });
  return textCell(value ?? '', look);
}
