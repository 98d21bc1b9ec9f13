// What the answers come to: numbers added up, choices counted. Pure.
import type { Field } from './answer-rules.ts';

export type Given = { fieldId: number; number: number | null; words: string | null; file: boolean };
export type FieldTotal = {
  fieldId: number;
  /** Answers, and of a number those in words only. */
  answered: number;
  withoutNumber: number;
  /** Of numbers; null where there are none. */
  sum: number | null;
  average: number | null;
  min: number | null;
  max: number | null;
  /** How often each option was chosen, in the order of the field. */
  choices: { choice: string; n: number }[];
};

/** One total a field, in their order. Of per cents the sum says nothing and is left out. */
export function totalsOf(fields: Field[], answers: Given[]): FieldTotal[] {
  return fields.map((field) => {
    const given = answers.filter(({ fieldId }) => fieldId === field.fieldId);
    const numbers = field.kind === 'number' ? given.flatMap(({ number }) => number ?? []) : [];
    const sum = numbers.reduce((total, each) => total + each, 0);
    const any = numbers.length > 0;
    return {
      fieldId: field.fieldId,
      answered: given.length,
      withoutNumber: field.kind === 'number' ? given.length - numbers.length : 0,
      sum: any && field.unit !== '%' ? rounded(sum, 4) : null,
      average: any ? rounded(sum / numbers.length, 2) : null,
      // Not by spreading: there may be more numbers than a call takes arguments.
      min: any ? numbers.reduce((least, each) => Math.min(least, each), Infinity) : null,
      max: any ? numbers.reduce((most, each) => Math.max(most, each), -Infinity) : null,
      choices: field.choices.map((choice) => ({ choice, n: given.filter(({ words }) => words === choice).length })),
    };
  });
}

/** The fields without a value that an answer cannot be complete without. */
export function missingFields<F extends Pick<Field, 'fieldId' | 'required'>>(fields: F[], given: number[]): F[] {
  return fields.filter(({ fieldId, required }) => required && !given.includes(fieldId));
}

function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}
