// Which column of a roadmap's table is which, and which rows are sections, measures or neither. Pure.
import { beginsLikeTotal } from '../files/table-rules.ts';
import { fold } from '../reading/words.ts';

/** A row of the file as a spreadsheet numbers it; the lower cells of a merged one are empty. */
export type FileRow = { line: number; cells: string[] };
export type Column =
  'number' | 'milestones' | 'note' | 'together' | 'responsible' | 'due' | 'indicator' | 'form' | 'text';
export type Columns = Partial<Record<Column, number>>;

// In this order: 'форма завершения мероприятия' is no measure, 'контрольные точки' are no dates.
const headings: [Column, RegExp][] = [
  ['number', /^(?:№|no|n|#|п\/п|р\/с|реттик)/],
  ['milestones', /вех|контрольн\S* точк|этап|аралык|кезендер|бакылау нуктел|milestone/],
  ['note', /примечан|ескерт|note|comment/],
  ['together', /^(?:соисполн|бирлес|коса орындау|тен орындау|co-exec)/],
  ['responsible', /ответств|исполнител|жауапты|орындаушы|кто исполняет|responsible|executor/],
  ['due', /(?:^|\s)(?:срок|сроки|дата|мерзим|период|уакыты|due|date|deadline)/],
  ['indicator', /индикатор|показател|корсеткиш|indicator/],
  ['form', /форма|нысан|результат|натиже|подтвержд|завершени|аякталу|completion|form/],
  [
    'text',
    /мероприят|наименован|поручен|задач|содержан|действи|работ|ис-шара|иc-шара|шара|тапсырма|атауы|мазмун|measure|action/,
  ],
];

/** The columns by their names, in whatever order; null when the row is no heading. */
export function columnsOf(cells: string[]): Columns | null {
  const columns: Columns = {};
  cells.forEach((cell, index) => {
    if (cell === '' || cell.length > 80) return;
    const column = headings.find(([, pattern]) => pattern.test(fold(cell)))?.[0];
    if (column !== undefined && columns[column] === undefined) columns[column] = index;
  });
  const { text, due, responsible } = columns;
  return text !== undefined && (due !== undefined || responsible !== undefined) ? columns : null;
}

/** '1 2 3 4 5' under the headings. */
export function isNumbering(cells: string[]): boolean {
  const filled = cells.filter(Boolean);
  return filled.length > 2 && filled.every((cell, index) => Number(cell) === index + 1);
}

/** A row that begins with 'Итого' and could be no measure: it has no text beside that word, no number, no date and no responsible. */
export function isTotal(cells: string[], { number, text, due, responsible }: Columns): boolean {
  const first = cells.findIndex((cell) => /\p{L}/u.test(cell));
  const cell = (column: number | undefined): string => (column === first ? '' : (cells[column ?? -1] ?? ''));
  const bare = [number, due, responsible].every((column) => cell(column) === '');
  return bare && !/\p{L}{2}/u.test(cell(text)) && beginsLikeTotal(cells[first] ?? '');
}

/**
 * The name of a section: the only words of its row (its cells are merged), or words beside a bare number where nothing else is filled and
 * the rows below are numbered under it ('2' and then '2.1').
 */
export function sectionOf(row: FileRow, next: FileRow | undefined, columns: Columns): string | null {
  const filled = row.cells.map((cell, index) => ({ cell, index })).filter(({ cell }) => cell !== '');
  const [first, second] = filled;
  if (filled.length === 1 && first) return /\p{L}{2}/u.test(first.cell) ? first.cell : null;
  if (filled.length !== 2 || !first || !second || first.index !== columns.number) return null;
  const number = first.cell.replace(/[.)]\s*$/, '');
  const below = next?.cells[columns.number ?? -1] ?? '';
  const heads = /^[IVXІ]+$/u.test(number) || (/^\d+$/.test(number) && below.startsWith(`${number}.`));
  return heads && second.index === columns.text ? second.cell : null;
}
