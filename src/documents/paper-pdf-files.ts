// A printed form as PDF: text that can be selected, the head of a table on each page, no row cut unless it is longer than a page.
import {
  type Block,
  type Column,
  columnWidths,
  type Paper,
  type Row,
  type Table,
  type Value,
  valueText,
} from './paper-rules.ts';
import { leading, mm, Press, type Type } from './pdf-press-files.ts';

const title: Type = { face: 'bold', size: 13, align: 'center' };
const body: Type = { face: 'plain', size: 11 };
const cellType: Type = { face: 'plain', size: 9 };
const small: Type = { face: 'plain', size: 8 };
/** Between a line of the table and its words, in points. */
const pad = { x: 3.5, y: 3 };
const ruled = '#808080';
const shade = '#e8e8e8';

/** The bytes of the file. */
export async function writePaperPdf(paper: Paper): Promise<Uint8Array> {
  const press = new Press(paper);
  words(press, paper.title, title, 3);
  for (const line of paper.under) words(press, line, { ...body, align: 'center' }, 0);
  press.y += 10;
  paper.blocks.forEach((block, at) => write(press, block, paper.blocks[at + 1]));
  return press.end();
}

function write(press: Press, block: Block, next: Block | undefined): void {
  switch (block.is) {
    case 'text':
      return writeText(press, block);
    case 'facts':
      return writeFacts(press, block.rows);
    case 'table':
      if (block.title) heading(press, block.title);
      writeTable(press, block, next?.is === 'signatures' ? 40 + 40 * next.lines.length : 0);
      press.y += 8;
      return;
    case 'signatures':
      return writeSignatures(press, block);
  }
}

function writeText(press: Press, { text, look }: Extract<Block, { is: 'text' }>): void {
  if (look === 'heading') return heading(press, text);
  const type = look === 'small' ? cellType : { ...body, ...(look === 'center' && { align: 'center' as const }) };
  words(press, text, type, 6);
}

/** Words over the whole width, line after line, `after` points below them. */
function words(press: Press, text: string, type: Type, after: number): void {
  const height = type.size * leading;
  for (const line of press.wrap(text, type, press.width)) {
    press.need(height);
    press.line(line, type, press.left, press.y, press.width);
    press.y += height;
  }
  press.y += after;
}

/** A heading stays with the beginning of what it is over. */
function heading(press: Press, text: string): void {
  press.need(120);
  press.y += 4;
  words(press, text, { ...body, face: 'bold' }, 4);
}

function writeFacts(press: Press, rows: [string, Value][]): void {
  const label = 55 * mm;
  const height = body.size * leading;
  for (const [name, value] of rows) {
    const left = press.wrap(name, body, label - 6);
    const right = press.wrap(valueText(value), body, press.width - label);
    const lines = Math.max(left.length, right.length);
    for (let at = 0; at < lines; at += 1) {
      // A short fact is not torn apart; a long one goes on overleaf.
      press.need(at === 0 ? Math.min(lines, 6) * height : height);
      if (left[at]) press.line(left[at] ?? '', body, press.left, press.y, label);
      if (right[at]) press.line(right[at] ?? '', body, press.left + label, press.y, press.width - label);
      press.y += height;
    }
    press.y += 2;
  }
  press.y += 8;
}

type Cell = { lines: string[]; width: number; type: Type };

/** `tail`: points that what comes after it needs: its last row goes with that, so that nobody signs an empty page. */
function writeTable(press: Press, { columns, rows }: Table, tail: number): void {
  const widths = columnWidths(columns, press.width);
  const head = columns.map(({ title: name }, at): Cell => {
    const width = widths[at] ?? 0;
    const bold: Type = { ...cellType, face: 'bold', align: 'center' };
    const type = { ...bold, size: press.fitting(name, bold, width - 2 * pad.x) };
    return { lines: press.wrap(name, type, width - 2 * pad.x), width, type };
  });
  const drawHead = (): void => drawRow(press, head, shade);
  press.need(heightOf(head) + 45);
  drawHead();
  for (const row of rows) {
    const cells = cellsOf(press, row, columns, widths);
    // A section is not the last thing on its page.
    const more = row.look === 'section' ? 30 : rows.length > 1 && row === rows.at(-1) ? tail : 0;
    const height = heightOf(cells);
    if (press.need(height + more > press.room / 2 ? height : height + more)) drawHead();
    for (const part of parts(press, cells, press.room - heightOf(head))) {
      if (press.need(heightOf(part))) drawHead();
      drawRow(press, part);
    }
  }
}

function cellsOf(press: Press, { cells, look }: Row, columns: Column[], widths: number[]): Cell[] {
  const face = look === undefined ? 'plain' : 'bold';
  const shown = look === 'section' ? cells.slice(0, 1) : cells;
  return shown.map((value, at) => {
    const width = look === 'section' ? press.width : (widths[at] ?? 0);
    const type: Type = { ...cellType, face, align: look === 'section' ? 'left' : columns[at]?.align };
    return { lines: press.wrap(valueText(value), type, width - 2 * pad.x), width, type };
  });
}

function heightOf(cells: Cell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * cellType.size * leading + 2 * pad.y;
}

/** A row that is longer than a page, in pieces; every other row as it is. */
function parts(press: Press, cells: Cell[], room: number): Cell[][] {
  if (heightOf(cells) <= room) return [cells];
  const most = Math.floor((room - 2 * pad.y) / (cellType.size * leading));
  const longest = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: Math.ceil(longest / most) }, (_, part) =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * most, (part + 1) * most) })),
  );
}

function drawRow(press: Press, cells: Cell[], fill?: string): void {
  const { doc } = press;
  const height = heightOf(cells);
  let x = press.left;
  for (const { lines, width, type } of cells) {
    doc.lineWidth(0.5).rect(x, press.y, width, height);
    if (fill) doc.fillAndStroke(fill, ruled);
    else doc.stroke(ruled);
    doc.fillColor('black');
    lines.forEach((line, at) => {
      if (line) press.line(line, type, x + pad.x, press.y + pad.y + at * type.size * leading, width - 2 * pad.x);
    });
    x += width;
  }
  press.y += height;
}

/** Post, line and name side by side, all on one page. */
function writeSignatures(press: Press, { lines, note }: Extract<Block, { is: 'signatures' }>): void {
  const [post = 0, place = 0, name = 0] = columnWidths([{ width: 80 }, { width: 45 }, { width: 55 }], press.width);
  const height = body.size * leading;
  const rows = lines.map((one) => ({
    post: press.wrap(one.post, body, post - 8),
    name: press.wrap(one.name || '____________________', body, name - 8),
  }));
  const tall = (row: (typeof rows)[number]): number => Math.max(row.post.length, row.name.length) * height + 18;
  press.need(rows.reduce((sum, row) => sum + tall(row), 0) + 2 * height);
  for (const row of rows) {
    press.y += 18;
    row.post.forEach((line, at) => press.line(line, body, press.left, press.y + at * height, post));
    press.doc
      .lineWidth(0.6)
      .moveTo(press.left + post, press.y + height - 2)
      .lineTo(press.left + post + place - 8, press.y + height - 2)
      .stroke('black');
    row.name.forEach((line, at) => press.line(line, body, press.left + post + place, press.y + at * height, name));
    press.y += tall(row) - 18;
  }
  press.y += 4;
  words(press, note, small, 0);
}
