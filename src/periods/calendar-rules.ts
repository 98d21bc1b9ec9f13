// The terms of a school year as somebody types them. Pure.
import type { Term } from '../calendar.ts';
import { addMonths, type Day, makeDay } from '../time.ts';

/** Most terms of a school year: four quarters, or three trimesters, or two half-years. */
const mostTerms = 4;

/** '01.09.2026-25.10.2026' a line -> terms; null for what is none: no real days, out of order, overlapping, outside of the year. */
export function readTerms(typed: string, year: number): Term[] | null {
  const lines = typed.split(/[\n;,]+/).filter((line) => line.trim() !== '');
  const terms = lines.map(termIn);
  if (terms.length < 2 || terms.length > mostTerms) return null;
  const [from, to] = [`${year}-08-01`, addMonths(`${year}-08-01`, 12)];
  let last: Day = from;
  const known: Term[] = [];
  for (const term of terms) {
    if (!term || term.start < last || term.end <= term.start || term.end >= to) return null;
    last = term.end;
    known.push(term);
  }
  return known;
}

function termIn(line: string): Term | null {
  const days = [...line.matchAll(/(\d{1,2})\.(\d{1,2})\.(\d{4})/g)].map(([, d, m, y]) =>
    makeDay(Number(y), Number(m), Number(d)),
  );
  const [start, end] = days;
  return days.length === 2 && start && end ? { start, end } : null;
}
