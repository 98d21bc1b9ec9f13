// What a task that collects answers asks for, as cards and drafts show it.

export const fieldKinds = ['number', 'choice', 'text', 'photo', 'file'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** One field of the answer; bounds, unit and `whole` are of numbers, `choices` of a choice. */
export type AskedField = {
  label: string;
  kind: FieldKind;
  unit: string | null;
  min: number | null;
  max: number | null;
  whole: boolean;
  choices: string[];
  required: boolean;
};
