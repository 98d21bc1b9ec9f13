// Pasted tables: by tabs, by pipes, by wide spaces or cell by cell down the page; columns are told by their headings.
import { fold, matchesOf, type Span } from '../words.ts';
import { trimmed, type Line } from './source.ts';

export type Column = 'number' | 'measure' | 'form' | 'deadline' | 'responsible' | 'together' | 'figure' | 'other';

/** One row: a cell for each column that is known. */
export type Row = { span: Span; cells: Map<Column, Span> };

export type Table = { span: Span; rows: Row[] };

const headings: [Column, RegExp][] = [
  ['number', /^(?:№|no|n|#|п\/п|р\/с|р\/с №|реттік)/],
  ['together', /^(?:соисполн|бирлес|коса орындау|тен орындау)/],
  ['responsible', /(?:^кто(?:$|\s)|^ким(?:$|\s|ге)|ответств|исполнител|жауапты|орындаушы|кто исполняет|кому)/],
  ['deadline', /(?:^|\s)(?:когда|кашан|срок|сроки|дата|мерзим|период|кезен|уакыты)/],
  ['figure', /(?:индикатор|показател|целев|корсеткиш|ед\. изм|количеств)/],
  ['form', /(?:форма|нысан|результат|натиже|отчетн|подтвержд|завершени)/],
  [
    'measure',
    /(?:^что(?:$|\s)|^не (?:истеу|истелед)|мероприят|наименован|поручен|задач|содержан|действи|вопрос|мера|меры|работ|ис-шара|иc-шара|шара|тапсырма|атауы|мазмун|жумыс|пункт)/,
  ],
];

function columnOf(cell: string): Column | null {
  const bare = cell.replace(/[*_`]/g, '').trim();
  if (bare === '' || bare.length > 60) return null;
  const word = fold(bare);
  return headings.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** The columns of a heading row; null when the row is none. */
function columnsOf(cells: string[]): Column[] | null {
  const columns = cells.map(columnOf);
  const known = new Set(columns.filter((column) => column !== null));
  if (!known.has('measure') || !(known.has('deadline') || known.has('responsible'))) return null;
  if (cells.some((cell) => cell.length > 80)) return null;
  const seen = new Set<Column>();
  return columns.map((column) => {
    if (column === null || seen.has(column)) return 'other';
    seen.add(column);
    return column;
  });
}

/** The tables of a document, from top to bottom. */
export function tablesOf(text: string, lines: Line[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const table = wideTable(text, lines, at) ?? tallTable(text, lines, at);
    if (!table) continue;
    tables.push(table.table);
    at = table.next - 1;
  }
  return tables;
}

function cellsOf(text: string, [start, end]: Span, lineStart: number): Span[] | null {
  const line = text.slice(lineStart, end);
  if (!line.includes('|') && !line.includes('\t')) return null;
  const separator = line.includes('|') ? /\|/g : /\t/g;
  const from = line.includes('|') ? start : lineStart;
  const cells: Span[] = [];
  let left = from;
  for (const match of matchesOf(separator, text.slice(from, end))) {
    cells.push(trimmed(text, [left, from + match.index]));
    left = from + match.index + 1;
  }
  cells.push(trimmed(text, [left, end]));
  if (line.includes('|')) {
    if (text[start] === '|') cells.shift();
    if (text[end - 1] === '|') cells.pop();
  }
  return cells.length > 1 ? cells : null;
}

function wideTable(text: string, lines: Line[], at: number): { table: Table; next: number } | null {
  const head = cellsAt(text, lines, at);
  const columns = head ? columnsOf(head.map((cell) => text.slice(...cell))) : null;
  if (!head || !columns) return null;
  const rows: Row[] = [];
  let next = at + 1;
  let end = lines[at]?.span[1] ?? 0;
  for (let blanks = 0; next < lines.length; next += 1) {
    const { span } = lines[next] as Line;
    if (span[0] === span[1]) {
      blanks += 1;
      if (blanks > 1) break;
      continue;
    }
    const cells = cellsAt(text, lines, next);
    if (!cells) {
      // 'Раздел 2' between rows; anything else behind an empty line ends the table.
      if (blanks > 0 && !cellsAt(text, lines, Math.min(next + 1, lines.length - 1))) break;
      if (blanks === 0) extendLast(text, rows, span);
      blanks = 0;
      continue;
    }
    blanks = 0;
    end = span[1];
    if (cells.every(([from, to]) => /^[\s:|—–-]*$/.test(text.slice(from, to)))) continue;
    if (!isNumbering(text, cells)) rows.push(rowOf(text, columns, cells, span));
  }
  return { table: { span: [lines[at]?.span[0] ?? 0, Math.max(end, rows.at(-1)?.span[1] ?? 0)], rows }, next };
}

function cellsAt(text: string, lines: Line[], at: number): Span[] | null {
  const line = lines[at] as Line;
  if (line.span[0] === line.span[1]) return null;
  const lineStart = text.lastIndexOf('\n', line.span[0] - 1) + 1;
  return cellsOf(text, line.span, lineStart);
}

/** '1 2 3 4 5' under the headings. */
function isNumbering(text: string, cells: Span[]): boolean {
  return cells.length > 2 && cells.every((cell, index) => text.slice(...cell) === String(index + 1));
}

function rowOf(text: string, columns: Column[], cells: Span[], span: Span): Row {
  const row: Row = { span, cells: new Map() };
  // Without its number a row is one cell short.
  const shift =
    cells.length === columns.length - 1 && columns[0] === 'number' && !/^\d/.test(text.slice(...(cells[0] as Span)))
      ? 1
      : 0;
  cells.forEach((cell, index) => {
    const column = columns[index + shift];
    if (column !== undefined && cell[0] < cell[1]) row.cells.set(column, cell);
  });
  return row;
}

/** A line without separators under a row goes on with its last cell. */
function extendLast(text: string, rows: Row[], span: Span): void {
  const row = rows.at(-1);
  const last = [...(row?.cells.entries() ?? [])].at(-1);
  if (!row || !last) return;
  row.cells.set(last[0], trimmed(text, [last[1][0], span[1]]));
  row.span = [row.span[0], span[1]];
}

/** Headings one below another, and the line behind them. */
function tallHeader(text: string, lines: Line[], at: number): { heads: string[]; next: number } | null {
  const heads: string[] = [];
  let next = at;
  for (; next < lines.length && heads.length < 9; next += 1) {
    const words = text.slice(...(lines[next] as Line).span);
    if (words === '' && heads.length === 0) return null;
    if (words === '') continue;
    // 'Срок: 1 ноября' is a label with its value, no heading of a column.
    if (words.length > 50 || /^\d|:\s*\S/.test(words) || columnOf(words) === null) break;
    heads.push(words);
  }
  return { heads, next };
}

/** A table pasted cell by cell: the headings stand one below another, then the cells of each row. */
function tallTable(text: string, lines: Line[], at: number): { table: Table; next: number } | null {
  const header = tallHeader(text, lines, at);
  if (!header) return null;
  const { heads } = header;
  let { next } = header;
  const columns = heads.length >= 3 ? columnsOf(heads) : null;
  if (!columns) return null;
  const rows: Row[] = [];
  let group: Span[] = [];
  const flush = (): void => {
    const row = tallRow(text, columns, group);
    if (row) rows.push(row);
    group = [];
  };
  let number = 0;
  let blanks = 0;
  for (; next < lines.length; next += 1) {
    const { span } = lines[next] as Line;
    if (span[0] === span[1]) {
      blanks += 1;
      continue;
    }
    const words = text.slice(...span);
    const starts =
      columns[0] === 'number'
        ? Number(/^(\d{1,3})[.)]?$/.exec(words)?.[1] ?? 0) === number + 1
        : blanks > 0 && group.length >= columns.length;
    if (starts) {
      flush();
      number += 1;
    } else if (blanks > 0 && group.length >= columns.length) break;
    blanks = 0;
    group.push(span);
  }
  flush();
  if (rows.length === 0) return null;
  return { table: { span: [lines[at]?.span[0] ?? 0, rows.at(-1)?.span[1] ?? 0], rows }, next };
}

/** The cells of one row; where a cell broke into two lines, the line that begins small goes on with the one above. */
function tallRow(text: string, columns: Column[], group: Span[]): Row | null {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last || group.length < 2) return null;
  const cells: Span[] = [];
  let surplus = group.length - columns.length;
  for (const span of group) {
    const before = cells.at(-1);
    const words = text.slice(...span);
    const above = before ? text.slice(...before) : '';
    if (
      before &&
      surplus > 0 &&
      cells.length > 1 &&
      (/^[\p{Ll}(«]/u.test(words) || /[,;–—-]$/.test(above)) &&
      !/^\d+$/.test(above)
    ) {
      cells[cells.length - 1] = [before[0], span[1]];
      surplus -= 1;
    } else cells.push(span);
  }
  return rowOf(text, columns, cells.slice(0, columns.length), [first[0], last[1]]);
}
