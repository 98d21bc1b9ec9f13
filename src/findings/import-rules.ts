// The table of an act: which column is which, which row is whose, and every fault with the number of its row. Pure.
import { beginsLikeTotal, isFormula } from '../files/table-rules.ts';
import { findSensitive } from '../reading/guard/find-sensitive.ts';
import { fold } from '../reading/words.ts';
import { type Day, isDay } from '../time.ts';
import { type Category, cleanActNumber, foldBody, readCategory, readSeverity, type Severity } from './rules.ts';

/** A row of the file as a spreadsheet numbers it. */
type FileRow = { line: number; cells: string[] };
/** Who may be named in the table; `headPostId` is the post that answers for it. */
export type Candidate = {
  orgId: number;
  code: string;
  nameKk: string;
  nameRu: string;
  number: string | null;
  aliases: string[];
  headPostId: number | null;
};

export type Entry = { orgId: number; category: Category; severity: Severity; text: string };
export type Head = { body: string | null; actNumber: string | null; actDay: Day | null };
export type RowFault = { line: number } & (
  | { fault: 'no-org' | 'no-text' | 'formula' | 'sensitive' }
  | { fault: 'unknown' | 'ambiguous' | 'no-head' | 'category' | 'severity' | 'day' | 'beyond'; words: string }
  | { fault: 'repeated'; first: number }
  | { fault: 'long' | 'long-head'; max: number; length: number }
  | { fault: 'differs'; what: 'body' | 'actNumber' | 'actDay'; words: string }
);
/** `totals`: lines of the rows that were left out as totals. */
export type Plan = { head: Head; entries: Entry[]; faults: RowFault[]; rows: number; totals: number[] };
export type Missing = { missing: Column[] };

type Column = 'org' | 'category' | 'severity' | 'text';
type AnyColumn = Column | 'body' | 'actNumber' | 'actDay';
export const longestText = 1500;
/** Of the body that inspected, and of the number of its act, in characters. */
export const longestBody = 200;
export const longestNumber = 40;

const headers: Record<AnyColumn, string[]> = {
  org: [
    'организация',
    'школа',
    'объект',
    'учреждение',
    'наименование организации',
    'ұйым',
    'мектеп',
    'нысан',
    'мекеме',
    'ұйым атауы',
    'organisation',
    'organization',
    'school',
  ],
  category: ['категория', 'вид нарушения', 'санаты', 'санат', 'бұзушылық түрі', 'category'],
  severity: ['тяжесть', 'степень', 'серьезность', 'ауырлығы', 'ауырлық', 'дәрежесі', 'дәреже', 'severity'],
  text: [
    'нарушение',
    'выявленное нарушение',
    'выявленные нарушения',
    'описание',
    'бұзушылық',
    'анықталған бұзушылық',
    'сипаттамасы',
    'violation',
    'finding',
    'description',
  ],
  body: ['орган', 'проверяющий орган', 'контролирующий орган', 'тексеруші орган', 'бақылаушы орган', 'body'],
  actNumber: ['акт', 'номер акта', 'акт №', '№ акта', 'акт нөмірі', 'акт нөмірі №', 'act', 'act no'],
  actDay: ['дата', 'дата акта', 'акт күні', 'күні', 'date', 'act date'],
};

/**
 * What an act would bring in. The header may stand below a title and its columns in any order; one fault anywhere means that nothing is to
 * be taken over. Body, number and date of the act may stand in columns of their own, the same in every row.
 */
export function planImport(rows: FileRow[], candidates: Candidate[]): Plan | Missing {
  const at = rows.findIndex(({ cells }) => missingOf(columnsOf(cells)).length === 0);
  const header = rows[at];
  if (!header) return { missing: missingOf(bestHeader(rows)) };
  const columns = columnsOf(header.cells);
  const filled = rows.slice(at + 1);
  const end = header.cells.findLastIndex(Boolean) + 1;
  const body = filled.filter(({ cells }) => !isTotal(cells, columns));
  const totals = filled.filter((row) => !body.includes(row)).map(({ line }) => line);
  const faults: RowFault[] = [];
  const head = readHead(body, columns, faults);
  const find = finder(candidates);
  const seen = new Map<string, number>();
  const entries = body.flatMap(({ line, cells }) => {
    const before = faults.length;
    const beyond = cells.slice(end).filter(Boolean).join(' ');
    if (beyond) faults.push({ line, fault: 'beyond', words: beyond });
    const cell = (column: AnyColumn): string => cells[columns[column] ?? -1] ?? '';
    if (Object.keys(columns).some((column) => isFormula(cell(column as AnyColumn))))
      faults.push({ line, fault: 'formula' });
    const org = readOrg(find, cell('org'), line, faults);
    const category = readCategory(cell('category'));
    if (!category) faults.push({ line, fault: 'category', words: cell('category') });
    const severity = readSeverity(cell('severity'));
    if (!severity) faults.push({ line, fault: 'severity', words: cell('severity') });
    const text = cell('text');
    if (text === '') faults.push({ line, fault: 'no-text' });
    if (findSensitive(text).length > 0) faults.push({ line, fault: 'sensitive' });
    if (text.length > longestText) faults.push({ line, fault: 'long', max: longestText, length: text.length });
    if (!org || !category || !severity || faults.length > before) return [];
    const key = `${org.orgId} ${foldBody(text)}`;
    const first = seen.get(key);
    if (first !== undefined) {
      faults.push({ line, fault: 'repeated', first });
      return [];
    }
    seen.set(key, line);
    return [{ orgId: org.orgId, category, severity, text }];
  });
  return { head, entries, faults: faults.toSorted((a, b) => a.line - b.line), rows: body.length, totals };
}

function readOrg(
  find: (words: string) => Candidate[],
  words: string,
  line: number,
  faults: RowFault[],
): Candidate | null {
  if (words === '') {
    faults.push({ line, fault: 'no-org' });
    return null;
  }
  const found = find(words);
  const [org] = found;
  if (!org || found.length > 1) {
    faults.push({ line, fault: org ? 'ambiguous' : 'unknown', words });
    return null;
  }
  if (org.headPostId === null) faults.push({ line, fault: 'no-head', words });
  return org;
}

/** Body, number and date of the act from their columns: the same in every row that fills them. */
function readHead(body: FileRow[], columns: Columns, faults: RowFault[]): Head {
  const head: Head = { body: null, actNumber: null, actDay: null };
  for (const { line, cells } of body) {
    for (const what of ['body', 'actNumber', 'actDay'] as const) {
      const words = cells[columns[what] ?? -1] ?? '';
      if (words === '') continue;
      const value = what === 'actDay' ? readDay(words) : what === 'actNumber' ? cleanActNumber(words) : words;
      const max = what === 'body' ? longestBody : longestNumber;
      if (value === null) faults.push({ line, fault: 'day', words });
      else if (value.length > max) faults.push({ line, fault: 'long-head', max, length: value.length });
      else if (head[what] === null) head[what] = value;
      else if (foldBody(head[what]) !== foldBody(value)) faults.push({ line, fault: 'differs', what, words });
    }
  }
  return head;
}

/** '20.11.2026', '20.11.26' and '2026-11-20'; null for what is no day of the calendar. */
export function readDay(text: string): Day | null {
  const short = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\s*(?:г\.?|ж\.?)?$/u.exec(text.trim());
  const [, day = '', month = '', year = ''] = short ?? [];
  const written = short
    ? `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : text.trim();
  return isDay(written) ? written : null;
}

type Columns = Partial<Record<AnyColumn, number>>;

function columnsOf(cells: string[]): Columns {
  const folded = cells.map((cell) => foldBody(cell));
  const columns: Columns = {};
  for (const [name, words] of Object.entries(headers)) {
    const index = folded.findIndex((cell) => words.some((word) => cell === foldBody(word)));
    if (index >= 0) columns[name as AnyColumn] = index;
  }
  return columns;
}

const missingOf = (columns: Columns): Column[] =>
  (['org', 'category', 'severity', 'text'] as const).filter((column) => columns[column] === undefined);

/** The row that comes nearest to a header, so that people hear which column it lacks. */
function bestHeader(rows: FileRow[]): Columns {
  return rows
    .slice(0, 30)
    .map(({ cells }) => columnsOf(cells))
    .reduce((best, each) => (missingOf(each).length < missingOf(best).length ? each : best), {});
}

/** A row that begins with 'Итого' and could be no finding: no organisation, and at most a count for category and severity. */
function isTotal(cells: string[], { org, category, severity }: Columns): boolean {
  const first = cells.findIndex(Boolean);
  const cell = (column: number | undefined): string => (column === first ? '' : (cells[column ?? -1] ?? ''));
  const bare = cell(org) === '' && [category, severity].every((column) => /^\d*$/.test(cell(column)));
  return bare && beginsLikeTotal(cells[first] ?? '');
}

/** By code, by full name or alias in either language, or by the number of a school when only one has it. */
function finder(candidates: Candidate[]): (words: string) => Candidate[] {
  const known = new Map<string, Set<Candidate>>();
  const numbers = new Map<string, Set<Candidate>>();
  const add = (map: Map<string, Set<Candidate>>, key: string, of: Candidate): void => {
    if (key) map.set(key, (map.get(key) ?? new Set<Candidate>()).add(of));
  };
  for (const candidate of candidates) {
    const { code, nameKk, nameRu, number, aliases } = candidate;
    for (const name of [code, nameKk, nameRu, ...aliases]) add(known, foldBody(name), candidate);
    if (number) add(numbers, fold(number), candidate);
  }
  return (words) => {
    const exact = known.get(foldBody(words));
    if (exact) return [...exact];
    const number = numberOf(words);
    return number === null ? [] : [...(numbers.get(fold(number)) ?? [])];
  };
}

/** The number in '12', '№ 12', 'Школа №12', '12 мектеп'; null where other words stand beside it, so that nothing is guessed. */
function numberOf(words: string): string | null {
  const match =
    /^(?:(?:общеобразовательная |средняя )?(?:школа|сш|ош|мектеп|school)(?:-(?:гимназия|лицей))?\s*)?№?\s*(\d{1,4})(?:\s*(?:мектеп|школа|орта мектеп))?$/iu.exec(
      words.trim(),
    );
  return match?.[1] ?? null;
}
