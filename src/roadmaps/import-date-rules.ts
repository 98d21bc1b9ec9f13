// The cells of a roadmap that hold dates: a term in words, a date, the serial number of a spreadsheet, milestones with their dates. Pure.
import type { Calendar } from '../calendar.ts';
import type { TaskTerm } from '../generated/prisma/client.ts';
import { readDeadline } from '../reading/dates/terms.ts';
import { updateRateOf, updateRules } from '../tasks/update-rules.ts';
import { addDays, type Clock, type Day, printDayShort } from '../time.ts';

type Ground = { today: Day; calendar: Calendar };

export type CellDue = {
  due: Day | null;
  dueTime: Clock | null;
  term: TaskTerm;
  interimDues: Day[];
  /** How often news is expected, as an RRULE. */
  updateRule: string | null;
  /** Comes again: due with the last date of all. */
  often: boolean;
  /** The words it was read from. */
  dueText: string;
};

const longestWords = 300;

/** The term of a cell; null when it is not understood, or no calendar has the date. */
export function readCellDue(cell: string, ground: Ground): { due: CellDue; doubts: string[] } | null {
  const words = cell.slice(0, longestWords);
  const none = { due: null, dueTime: null, interimDues: [], updateRule: null, often: false, dueText: words };
  const serial = serialDay(cell);
  if (serial) return { due: { ...none, due: serial, term: 'dated' }, doubts: pastDoubt(serial, ground) };
  const read = readDeadline(words, { ...ground, week: 5 });
  if (!read || read.deadline.kind === 'none') return null;
  const { deadline, doubt } = read;
  const doubts = doubt ? [doubt] : [];
  if (deadline.kind === 'ongoing')
    return { due: { ...none, term: 'standing' }, doubts: [...doubts, 'roadmaps-doubt-standing'] };
  if (deadline.kind === 'recurring') {
    const rate = updateRateOf(deadline.rule);
    const updateRule = rate ? updateRules[rate] : null;
    const due = deadline.until ?? null;
    return {
      due: { ...none, due, term: 'dated', updateRule, often: true },
      doubts: [...doubts, 'roadmaps-doubt-often'],
    };
  }
  const { date, time = null, interim = [] } = deadline;
  return {
    due: { ...none, due: date, dueTime: time, term: 'dated', interimDues: interim },
    doubts: [...doubts, ...(doubt ? [] : pastDoubt(date, ground))],
  };
}

function pastDoubt(day: Day, { today }: Ground): string[] {
  return day < today ? ['reading-doubt-past-date'] : [];
}

/** 46382: a date whose cell lost its format; days since 30 December 1899. */
function serialDay(cell: string): Day | null {
  const days = /^\d{5}$/.test(cell) ? Number(cell) : 0;
  return days >= 43_831 && days <= 54_788 ? addDays('1899-12-30', days) : null;
}

/** 'Акт обследования – 01.12.2026; смета – до 15 декабря': each with its date; what has none is a fault. */
export function readMilestones(
  cell: string,
  ground: Ground,
): { found: { name: string; due: Day }[]; faults: string[] } {
  const found: { name: string; due: Day }[] = [];
  const faults: string[] = [];
  for (const part of cell.split(/[;\n]/).flatMap((each) => datedParts(each, ground))) {
    if (part === '') continue;
    const read = readDeadline(part, { ...ground, week: 5 });
    if (!read || read.deadline.kind !== 'date') {
      faults.push(part);
      continue;
    }
    const { date } = read.deadline;
    const rest = `${part.slice(0, read.span[0])} ${part.slice(read.span[1])}`.replace(/\s+/g, ' ');
    const name = rest.replace(/^[\s–—:,.()-]+|[\s–—:,(-]+$/g, '').slice(0, 200);
    found.push({ name: name || printDayShort(date), due: date });
  }
  return { found, faults };
}

/** 'смета до 1 декабря, закупка до 10 декабря' is two: a comma parts them where each side has a date of its own. */
function datedParts(words: string, ground: Ground): string[] {
  const parts = words.split(/,\s+/).map((each) => each.trim());
  const dated = parts.every((part) => readDeadline(part, { ...ground, week: 5 })?.deadline.kind === 'date');
  return parts.length > 1 && dated ? parts : [words.trim()];
}
