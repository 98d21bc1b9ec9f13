// What the labels of an item and the cells of a row say: people and deadlines.
import { readDeadline, type Term } from '../dates/terms.ts';
import type { Span } from '../words.ts';
import type { Found } from './assemble.ts';
import type { Label } from './labels.ts';
import { isRepeat } from './nominal.ts';
import { inherit, peopleIn, type People } from './people.ts';
import type { ReadContext } from './sentence.ts';

/** The people of the labels: null when they say nobody, undefined when no label speaks of people. */
export function labelledPeople(text: string, labels: Label[], state: { found: Found[] }): People | null | undefined {
  const lead = labels.filter(({ role }) => role === 'responsible');
  const joint = labels.filter(({ role }) => role === 'together');
  if (lead.length === 0 && joint.length === 0) return undefined;
  const first = lead.map(({ value }) => peopleOfValue(text, value, state));
  const rest = joint.map(({ value }) => peopleOfValue(text, value, state));
  const all = [...first, ...rest].filter((people) => people !== null);
  if (lead.length === 0) return undefined;
  if (all.length === 0) return null;
  return {
    named: all.flatMap(({ named }) => named),
    fanOut: all[0]?.fanOut ?? null,
    cuts: [],
    inherited: all.every(({ inherited }) => inherited),
    guessed: false,
  };
}

/** The people of a label's value or a cell; 'те же', '–//–' means those of the item before. */
export function peopleOfValue(text: string, value: Span, state: { found: Found[] }): People | null {
  if (isRepeat(text.slice(...value))) return inherit(state.found.at(-1)?.people ?? null);
  return peopleIn(text, value, 'label');
}

/** The deadline of the label; null when there is none. */
export function labelledTerm(text: string, labels: Label[], context: ReadContext): Term | null {
  const label = labels.find(({ role }) => role === 'deadline');
  return label ? termOfValue(text, label.value, context) : null;
}

/** The deadline of a label's value or a cell; what is not understood is no deadline, and doubted. */
export function termOfValue(text: string, value: Span, context: ReadContext): Term {
  const words = text.slice(...value);
  const term = readDeadline(words.replace(/\s/g, ' '), {
    today: context.referenceDate,
    calendar: context.calendar,
    week: context.week ?? 5,
  });
  if (!term)
    return { span: value, deadline: { kind: 'none' }, limit: false, weak: false, doubt: 'reading-doubt-unknown-date' };
  return { ...term, span: [term.span[0] + value[0], term.span[1] + value[0]] };
}
