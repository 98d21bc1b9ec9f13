// A table of numbers by organisation: which column is which, which row is whose, and every fault with the number of its row. Pure.
import { beginsLikeTotal, columnLetters, isFormula } from '../files/table-rules.ts';
import { fold } from '../reading/words.ts';
import { type Measure, type NumberFault, readNumber, type ValueKind } from './rules.ts';

/** Longest words in place of a number, in characters. */
export const longestWords = 300;

/** A row of the file as a spreadsheet numbers it. */
type FileRow = { line: number; cells: string[] };
/** Who may be named in the table. */
export type Candidate = { orgId: number; code: string; nameKk: string; nameRu: string; number: string | null };

export type Entry = { orgId: number; kind: ValueKind; value: number | null; words: string | null };
export type RowFault = { line: number } & (
  | { fault: 'unknown'; words: string }
  | { fault: 'ambiguous'; words: string }
  | { fault: 'repeated'; first: number }
  | { fault: 'number'; words: string; why: NumberFault['fault'] }
  | { fault: 'beyond'; words: string }
  | { fault: 'twice'; words: string; other: string }
  | { fault: 'nothing' | 'formula' }
);
/** `totals`: lines of the rows that were left out as totals; `taken` and `left`: the columns, by their names. */
export type Plan =
  | { entries: Entry[]; faults: RowFault[]; rows: number; totals: number[]; taken: string[]; left: string[] }
  | { missing: 'header' };

const headers: Record<'org' | ValueKind, string[]> = {
  org: [
    'организация',
    'ұйым',
    'мектеп',
    'школа',
    'наименование',
    'атауы',
    'organisation',
    'organization',
    'school',
    'code',
    'код',
  ],
  plan: ['план', 'жоспар', 'plan'],
  fact: ['факт', 'нақты', 'fact', 'actual'],
  baseline: ['базовое значение', 'базалық мән', 'baseline', 'база'],
};

/**
 * What the rows of a file would change. The header may stand below a title and its columns in any order. One fault anywhere means that
 * nothing is to be taken over; an answer in words where a fact belongs is kept as such, and counted before anything is taken over.
 */
export function planImport(rows: FileRow[], candidates: Candidate[], measure: Measure): Plan {
  const at = rows.findIndex(({ cells }) => columnsOf(cells).org !== undefined && hasNumbers(columnsOf(cells)));
  const header = rows[at];
  if (!header) return { missing: 'header' };
  const columns = columnsOf(header.cells);
  const find = finder(candidates);
  const entries: Entry[] = [];
  const faults: RowFault[] = twice(header);
  const lines = new Map<number, number>();
  const filled = faults.length > 0 ? [] : rows.slice(at + 1);
  const end = header.cells.findLastIndex(Boolean) + 1;
  const body = filled.filter(({ cells }) => !beginsLikeTotal(cells[columns.org ?? 0] ?? ''));
  const totals = filled.filter((row) => !body.includes(row)).map(({ line }) => line);
  for (const { line, cells } of body) {
    const beyond = cells.slice(end).filter(Boolean).join(' ');
    if (beyond) faults.push({ line, fault: 'beyond', words: beyond });
    const words = cells[columns.org ?? 0] ?? '';
    const found = find(words);
    if (found.length !== 1) {
      faults.push({ line, fault: found.length === 0 ? 'unknown' : 'ambiguous', words });
      continue;
    }
    const [orgId = 0] = found;
    const first = lines.get(orgId);
    if (first !== undefined) faults.push({ line, fault: 'repeated', first });
    lines.set(orgId, first ?? line);
    const numbers = numbersOf(cells, columns, measure);
    if (numbers.length === 0) faults.push({ line, fault: 'nothing' });
    const reckoned = numbers.some(({ cell }) => isFormula(cell));
    if (reckoned) faults.push({ line, fault: 'formula' });
    for (const { kind, cell, number } of reckoned ? [] : numbers) {
      if ('value' in number && !('fault' in number)) entries.push({ orgId, kind, value: number.value, words: null });
      else if ('fault' in number && number.fault === 'none' && kind === 'fact')
        entries.push({ orgId, kind, value: null, words: cell.slice(0, longestWords) });
      else faults.push({ line, fault: 'number', words: cell, why: 'fault' in number ? number.fault : 'unclear' });
    }
  }
  return {
    entries,
    faults: faults.toSorted((a, b) => a.line - b.line),
    rows: body.length,
    totals,
    ...named(header.cells.slice(0, end), columns, filled),
  };
}

/** The numbers of a row as they were read; a dash stands for none. */
function numbersOf(cells: string[], columns: Columns, measure: Measure) {
  return (['plan', 'fact', 'baseline'] as const).flatMap((kind) => {
    const column = columns[kind];
    const cell = column === undefined ? '' : shortened(cells[column] ?? '');
    return /^[-–—]?$/u.test(cell) ? [] : [{ kind, cell, number: readNumber(cell, measure) }];
  });
}

/** What a spreadsheet has reckoned, '72.66666666666667', to the four decimals that are kept. */
function shortened(cell: string): string {
  return /^-?\d+\.\d{5,}$/.test(cell) ? String(Number(Number(cell).toFixed(4))) : cell;
}

type Columns = Partial<Record<'org' | ValueKind, number>>;

function columnsOf(cells: string[]): Columns {
  const columns: Columns = {};
  cells.forEach((cell, index) => {
    const kind = headOf(cell);
    if (kind !== null) columns[kind] ??= index;
  });
  return columns;
}

/** 'План на 2026 год' and 'Факт за 9 месяцев' by their beginning; 'План выполнен' and 'План/факт' compare the two and are neither. */
function headOf(cell: string): keyof Columns | null {
  const folded = fold(cell);
  const begins = (word: string): boolean =>
    folded.startsWith(word) && !/^[\p{L}\p{N}]/u.test(folded.slice(word.length));
  const is = (kind: keyof Columns): boolean => headers[kind].map(fold).some(begins);
  if (headers.org.some((word) => folded === fold(word) || folded.startsWith(`${fold(word)},`))) return 'org';
  const comparison = /выполн|исполн|орындал|отклон|ауытк|разниц|айырма|(?:^|\s)met(?:\s|$)/u.test(folded);
  const both = [/план|жоспар|plan/, /факт|накты|fact|actual/].every((word) => word.test(folded));
  if (comparison || (both && !is('baseline'))) return null;
  return (['plan', 'fact', 'baseline'] as const).find(is) ?? null;
}

/** Two columns of plans, of facts or of baselines: nobody knows which is meant. */
function twice({ line, cells }: FileRow): RowFault[] {
  return (['plan', 'fact', 'baseline'] as const).flatMap((kind): RowFault[] => {
    const [first, second] = cells.flatMap((cell, index) =>
      headOf(cell) === kind ? [`«${cell}» (${columnLetters(index)})`] : [],
    );
    return first === undefined || second === undefined ? [] : [{ line, fault: 'twice', words: first, other: second }];
  });
}

/** The columns that are read and those that are not, by their names; a filled one without a name by its letter. */
function named(cells: string[], columns: Columns, filled: FileRow[]): { taken: string[]; left: string[] } {
  const read = new Set(Object.values(columns));
  const left = cells.flatMap((cell, index) => {
    if (read.has(index)) return [];
    return cell || (filled.some((row) => row.cells[index]) ? columnLetters(index) : []);
  });
  return { taken: cells.filter((_, index) => read.has(index)), left };
}

const hasNumbers = ({ plan, fact, baseline }: Columns): boolean =>
  [plan, fact, baseline].some((at) => at !== undefined);

/** By code, by full name in either language, or by the number of a school when only one has it. */
function finder(candidates: Candidate[]): (words: string) => number[] {
  const known = new Map<string, Set<number>>();
  const add = (name: string | null, orgId: number): void => {
    if (!name) return;
    const key = fold(name);
    known.set(key, (known.get(key) ?? new Set<number>()).add(orgId));
  };
  for (const { orgId, code, nameKk, nameRu, number } of candidates) {
    for (const name of [code, nameKk, nameRu]) add(name, orgId);
    if (number) for (const mark of [number, `№ ${number}`, `№${number}`]) add(mark, orgId);
  }
  return (words) => [...(known.get(fold(words)) ?? [])];
}
