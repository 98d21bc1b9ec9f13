// A table of measures -> sections and measures, every fault with the number of its row; one fault means that nothing is taken over. Pure.
import type { Calendar } from '../calendar.ts';
import { isFormula } from '../files/table-rules.ts';
import type { RosterEntry } from '../reading/executors/roster.ts';
import { isRepeat } from '../reading/items/nominal.ts';
import { fold } from '../reading/words.ts';
import { sensitiveKinds } from '../tasks/guard-rules.ts';
import { type Doubt, maxTaskText } from '../tasks/rules.ts';
import type { Day } from '../time.ts';
import { readCellDue, readMilestones, type CellDue } from './import-date-rules.ts';
import { indicatorsIn, type KnownIndicator } from './import-indicator-rules.ts';
import { readPeople, type CellPeople, type PeopleRead } from './import-people-rules.ts';
import {
  type Column,
  type Columns,
  columnsOf,
  type FileRow,
  isNumbering,
  isTotal,
  sectionOf,
} from './import-column-rules.ts';

/** Measures of one roadmap. */
export const maxMeasures = 300;
export const maxForm = 500;
export const maxNote = 500;
export const maxName = 300;

export type ImportedMeasure = {
  line: number;
  text: string;
  form: string | null;
  postIds: number[];
  /** The responsible is a class: each answers for a copy of its own. */
  fanOut: boolean;
  note: string | null;
  indicatorIds: number[];
  milestones: { name: string; due: Day }[];
  doubts: Doubt[];
} & CellDue;

export type RowFault = {
  line: number;
  fault:
    | 'formula'
    | 'no-text'
    | 'long-text'
    | 'number-for-text'
    | 'no-due'
    | 'due'
    | 'no-executor'
    | 'executor'
    | 'several'
    | 'outside'
    | 'milestone'
    | 'sensitive';
  words: string;
};
export type Plan =
  | { missing: 'header' | 'measures' }
  | { tooMany: number }
  | {
      missing?: undefined;
      title: string | null;
      sections: { name: string; measures: ImportedMeasure[] }[];
      faults: RowFault[];
      measures: number;
      /** Lines of the rows that were left out as totals. */
      totals: number[];
    };

export type ImportGround = {
  today: Day;
  calendar: Calendar;
  roster: RosterEntry[];
  /** Whether whoever is to approve may give this post a task. */
  mayGet: (postId: number) => boolean;
  indicators: KnownIndicator[];
};

/** What the row above said; `apart`: it stands in the section before, so an empty cell is no part of a merged one. */
type Above = { text: string; due: CellDue | null; people: CellPeople | null; apart: boolean };
/** `people`: the same words mean the same posts, and are looked up in the whole roster once. */
type State = {
  ground: ImportGround;
  columns: Columns;
  faults: RowFault[];
  above: Above;
  people: Map<string, PeopleRead>;
  /** Lines of the measures so far, by what they say. */
  known: Map<string, number>;
};

/** Reads the rows of a file. The heading may stand below a title, its columns in any order. */
export function planImport(rows: FileRow[], ground: ImportGround): Plan {
  const steps = planSteps(rows, ground);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same with a stop after each measure, where somebody else may have a turn. */
export function* planSteps(rows: FileRow[], ground: ImportGround): Generator<undefined, Plan> {
  const at = rows.findIndex(({ cells }) => columnsOf(cells) !== null);
  const columns = columnsOf(rows[at]?.cells ?? []);
  if (!columns) return { missing: 'header' };
  const filled = rows
    .slice(at + 1)
    .filter(({ cells }) => !isNumbering(cells) && columnsOf(cells) === null && says(cells, columns));
  const body = filled.filter(({ cells }) => !isTotal(cells, columns));
  const totals = filled.filter((row) => !body.includes(row)).map(({ line }) => line);
  const sections: { name: string; measures: ImportedMeasure[] }[] = [];
  const state: State = { ground, columns, faults: [], above: nothing(), people: new Map(), known: new Map() };
  let measures = 0;
  for (const [index, row] of body.entries()) {
    const name = sectionOf(row, body[index + 1], columns);
    if (name !== null) {
      sections.push({ name: name.slice(0, maxName), measures: [] });
      state.above.apart = true;
      continue;
    }
    measures += 1;
    if (measures > maxMeasures) continue;
    const measure = readRow(state, row);
    if (sections.length === 0) sections.push({ name: '', measures: [] });
    if (measure) sections.at(-1)?.measures.push(notedTwice(state, measure));
    yield;
  }
  if (measures > maxMeasures) return { tooMany: measures };
  if (measures === 0) return { missing: 'measures' };
  // 'Ежеквартально': news is expected that often, up to the last date of all.
  const ended = sections.filter(({ measures }) => measures.length > 0).map(withEnds(lastDue(sections)));
  return { title: titleOf(rows.slice(0, at)), sections: ended, faults: state.faults, measures, totals };
}

/** The same words, date and executors again are a slip as a rule: the reader of the draft is told of the row. */
function notedTwice({ known }: State, measure: ImportedMeasure): ImportedMeasure {
  const { line, text, due, postIds, doubts } = measure;
  const key = [fold(text).replace(/\s+/g, ' '), due, ...postIds].join('|');
  const first = known.get(key);
  if (first === undefined) known.set(key, line);
  else doubts.push({ key: 'roadmaps-doubt-twice', words: `${first}`, candidates: [] });
  return measure;
}

const nothing = (): Above => ({ text: '', due: null, people: null, apart: false });

/** Anything besides the number of the row. */
function says(cells: string[], columns: Columns): boolean {
  // The name of a section may begin in the column of numbers.
  return cells.some((cell, index) => cell !== '' && (index !== columns.number || /\p{L}{2}/u.test(cell)));
}

function titleOf(rows: FileRow[]): string | null {
  const lines = rows.map(({ cells }) => cells.filter(Boolean).join(' ')).filter((line) => line.length >= 8);
  const named = lines.find((line) => /дорожн|жол карт|план|жоспар|roadmap/iu.test(line));
  return (named ?? lines[0])?.slice(0, maxName) ?? null;
}

function lastDue(sections: { measures: ImportedMeasure[] }[]): Day | null {
  const days = sections.flatMap(({ measures }) => measures.flatMap(({ due }) => due ?? []));
  return days.toSorted().at(-1) ?? null;
}

function withEnds(last: Day | null) {
  return <S extends { measures: ImportedMeasure[] }>(section: S): S => ({
    ...section,
    measures: section.measures.map((measure) =>
      measure.due === null && measure.often ? { ...measure, due: last, term: last ? 'dated' : 'standing' } : measure,
    ),
  });
}

function readRow(state: State, { line, cells }: FileRow): ImportedMeasure | null {
  const { columns, faults, above, ground } = state;
  const cell = (column: Column): string => cells[columns[column] ?? -1] ?? '';
  const before = faults.length;
  const fault = (kind: RowFault['fault'], words: string): void =>
    void faults.push({ line, fault: kind, words: words.slice(0, 100) });
  const doubts: Doubt[] = [];
  const doubt = (key: string, words: string): void =>
    void doubts.push({ key, words: words.slice(0, 200), candidates: [] });
  const formulas = cells.filter(isFormula);
  for (const words of formulas) fault('formula', words);
  if (formulas.length > 0) return null;
  const text = cell('text') || (above.apart ? '' : above.text);
  if (text === '') fault('no-text', '');
  else if (!/\p{L}{2}/u.test(text)) fault('number-for-text', text);
  else if (text.length > maxTaskText) fault('long-text', text);
  else if (sensitiveKinds(text, cell('form'), cell('note'), cell('milestones')).length > 0) fault('sensitive', '');
  if (cell('text') === '' && text !== '') doubt('roadmaps-doubt-text-above', text);
  const due = dueOf(state, cell('due'), { fault, doubt });
  const people = peopleOf(state, [cell('responsible'), cell('together')], { fault, doubt });
  const milestones = readMilestones(cell('milestones'), ground);
  for (const words of milestones.faults) fault('milestone', words);
  const indicators = indicatorsIn(cell('indicator'), ground.indicators);
  if (indicators.ids.length > 0 && indicators.rest) doubt('roadmaps-doubt-indicator', indicators.rest);
  const note = [cell('note'), indicators.rest].filter(Boolean).join('; ');
  state.above = { text, due: due ?? above.due, people: people ?? above.people, apart: false };
  if (faults.length > before || !due || !people) return null;
  return {
    line,
    text,
    form: cell('form').slice(0, maxForm) || null,
    ...due,
    ...people,
    note: note.slice(0, maxNote) || null,
    indicatorIds: indicators.ids,
    milestones: milestones.found,
    doubts,
  };
}

type Say = Record<'fault', (kind: RowFault['fault'], words: string) => void> &
  Record<'doubt', (key: string, words: string) => void>;

/** An empty cell stands below a merged one: what is above holds, and the reader of the draft is told. */
function dueOf({ ground, above }: State, cell: string, { fault, doubt }: Say): CellDue | null {
  if (cell === '' || isRepeat(cell)) {
    if (!above.due || (cell === '' && above.apart)) fault('no-due', cell);
    else if (cell === '') doubt('roadmaps-doubt-due-above', above.due.dueText);
    return cell === '' && above.apart ? null : above.due;
  }
  const read = readCellDue(cell, ground);
  if (!read) {
    fault('due', cell);
    return null;
  }
  for (const key of read.doubts) doubt(key, cell);
  return read.due;
}

function peopleOf(
  { ground, above, people }: State,
  [lead, joint]: [string, string],
  { fault, doubt }: Say,
): CellPeople | null {
  if (lead === '' || isRepeat(lead)) {
    if (!above.people || (lead === '' && above.apart)) fault('no-executor', lead);
    else if (lead === '') doubt('roadmaps-doubt-people-above', '');
    return lead === '' && above.apart ? null : above.people;
  }
  const key = `${lead}\t${joint}`;
  const read = people.get(key) ?? readPeople([lead, joint], ground);
  people.set(key, read);
  for (const { key, words } of read.doubts) doubt(key, words);
  if (read.postIds.length > 0) return { postIds: read.postIds, fanOut: read.fanOut };
  fault(read.why, lead);
  return null;
}
