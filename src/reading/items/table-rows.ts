// The rows of a roadmap as items: the measure is the action, the other cells complete it.
import type { Span } from '../words.ts';
import type { Found } from './assemble.ts';
import { isRepeat } from './nominal.ts';
import { peopleOfValue, termOfValue } from './label-values.ts';
import type { ReadContext } from './sentence.ts';
import type { Row, Table } from './tables.ts';

/** An item for each row that names a measure, or completes the one above with people and a date of its own. */
export function readTable(text: string, table: Table, context: ReadContext): Found[] {
  const found: Found[] = [];
  for (const row of table.rows) {
    const item = readRow(text, row, found, context);
    if (item) found.push(item);
  }
  return found;
}

function readRow(text: string, { span, cells }: Row, found: Found[], context: ReadContext): Found | null {
  const above = found.at(-1);
  const measure = cells.get('measure');
  const [due, lead, joint] = [cells.get('deadline'), cells.get('responsible'), cells.get('together')];
  if (!due && !lead) return null;
  const own = measure && !isDash(text.slice(...measure)) && !isRepeat(text.slice(...measure));
  if (!own && !above) return null;
  const state = { found };
  const people = lead ? peopleOfValue(text, lead, state) : null;
  const others = joint ? peopleOfValue(text, joint, state) : null;
  const repeatsDue = due !== undefined && isRepeat(text.slice(...due));
  const number = cells.get('number');
  return {
    span,
    keep: own ? [measure] : (above?.keep ?? []),
    people: people && others ? { ...people, named: [...people.named, ...others.named] } : (people ?? others),
    terms: repeatsDue ? (above?.terms ?? []) : due ? [termOfValue(text, due, context)] : [],
    kind: 'assignment',
    quoted: false,
    guessedForce: null,
    number: number ? numberOf(text, number) : (!own && above?.number) || null,
    form: cells.get('form') ?? null,
    figure: cells.get('figure') ?? null,
    inheritedTerm: false,
  };
}

function isDash(words: string): boolean {
  return /^[\s–—-]*$/.test(words);
}

function numberOf(text: string, cell: Span): string | null {
  return /\d+(?:\.\d+)*/.exec(text.slice(...cell))?.[0] ?? null;
}
