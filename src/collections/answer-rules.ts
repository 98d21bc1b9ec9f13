// How an answer is read: one value, or lines in the order of the fields or by their labels. Pure.
import { fold } from '../reading/words.ts';
import { isProgram } from '../reports/rules.ts';
import type { AskedField } from '../tasks/asked-rules.ts';
import type { FileRef } from '../telegram/files.ts';
import { checked, type NumberFault, readNumberAnswer } from './number-rules.ts';

export type Field = AskedField & { fieldId: number };
/** A value for a field; of a number field without `number` the words stand in its place. */
export type Value = { fieldId: number; number: number | null; words: string | null };
export type Fault =
  | NumberFault
  | { fault: 'choice' | 'long' }
  /** A section that has to be written, of which no word is there. */
  | { fault: 'empty' }
  /** Lines that belong to no field. */
  | { fault: 'lines' };
export type FieldFault = Fault & { fieldId: number | null; said: string };
export type AnswerRead = {
  values: Value[];
  /** Fields whose number stood among words: what was understood is said. */
  loose: number[];
  faults: FieldFault[];
};
/** What a press allowed: a number among other words, or words in place of a number. */
export type Leave = { confirm?: boolean; words?: boolean };

/** Longest text of an answer, and longest words in place of a number, in characters. */
export const longestText = 1000;
export const longestWords = 300;
/** Leaves a field that need not be filled in. */
const skips = new Set(['-', '–', '—', 'пропустить', 'өткізу', 'skip']);

/** Fields that words can fill in. */
export function spokenFields<F extends AskedField>(fields: F[]): F[] {
  return fields.filter(({ kind }) => kind !== 'photo' && kind !== 'file');
}

/** Reads what somebody wrote; `answered` are the fields that have a value, which lines without a label pass over while others have none. */
export function readAnswer(text: string, fields: Field[], answered: number[] = [], leave: Leave = {}): AnswerRead {
  const spoken = spokenFields(fields);
  const read: AnswerRead = { values: [], loose: [], faults: [] };
  const [only] = spoken;
  if (spoken.length === 0 || !only) return read;
  if (spoken.length === 1) {
    take(read, only, unlabelled(text, only), leave);
    return read;
  }
  const lines = linesOf(text, spoken.length);
  const [named, bare] = parted(lines, spoken);
  for (const { field, said } of named) take(read, field, said, leave);
  const taken = new Set(named.map(({ field }) => field.fieldId));
  const free = spoken.filter(({ fieldId }) => !taken.has(fieldId));
  const open = free.filter(({ fieldId }) => !answered.includes(fieldId));
  // As many lines as fields is the whole answer anew; a line alone, with nothing missing, does not say what it corrects.
  const order = bare.length === free.length ? free : open;
  bare.forEach((said, at) => {
    const field = order[at];
    if (field) take(read, field, said, leave);
    else read.faults.push({ fault: 'lines', fieldId: null, said });
  });
  return read;
}

/** One value for one field, as words say it. */
export function readValue(said: string, field: Field, leave: Leave = {}): { value: Value; loose: boolean } | Fault {
  const { fieldId, kind } = field;
  const words = said.trim();
  if (kind === 'text') {
    if (words.length > longestText) return { fault: 'long' };
    return field.required && !/[\p{L}\p{N}]/u.test(words)
      ? { fault: 'empty' }
      : { value: { fieldId, number: null, words }, loose: false };
  }
  if (kind === 'choice') {
    const choice = chosen(words, field.choices);
    return choice === null ? { fault: 'choice' } : { value: { fieldId, number: null, words: choice }, loose: false };
  }
  const read = readNumberAnswer(words, field);
  if ('loose' in read) return { value: { fieldId, number: read.value, words: null }, loose: read.loose };
  if (read.fault === 'confirm' && leave.confirm) {
    const fits = checked(read.value, true, field);
    if ('loose' in fits) return { value: { fieldId, number: fits.value, words: null }, loose: true };
  }
  if (read.fault === 'words' && leave.words && words !== '')
    return { value: { fieldId, number: null, words: words.slice(0, longestWords) }, loose: false };
  return read;
}

/** Whether a value may stand in its field at all: asked again by the action. */
export function isFitting({ number, words }: Value, field: Field): boolean {
  if (field.kind === 'number') return number === null ? words !== null : 'loose' in checked(number, false, field);
  if (field.kind === 'choice') return words !== null && field.choices.includes(words);
  return field.kind === 'text' ? words !== null && words !== '' && words.length <= longestText : true;
}

/** True for a number and nothing else: sent by itself it can only be an answer. */
export function isBareNumber(text: string): boolean {
  return /^[-−–]?\d[\d\s\u00a0\u202f.,]*%?$/u.test(text.trim());
}

function take(read: AnswerRead, field: Field, said: string, leave: Leave): void {
  const { fieldId } = field;
  if (!field.required && skips.has(fold(said.trim()))) return;
  const found = readValue(said, field, leave);
  if ('fault' in found) {
    read.faults.push({ ...found, fieldId, said: said.trim() });
    return;
  }
  read.values = [...read.values.filter((value) => value.fieldId !== fieldId), found.value];
  if (found.loose) read.loose.push(fieldId);
}

/** The option that is meant: by its words, by its beginning where no other begins so, or by its place. */
function chosen(words: string, choices: string[]): string | null {
  const wanted = fold(words).replace(/[.!]+$/u, '');
  if (wanted === '') return null;
  const exact = choices.find((choice) => fold(choice) === wanted);
  if (exact !== undefined) return exact;
  const begun = choices.filter((choice) => wanted.length >= 2 && fold(choice).startsWith(wanted));
  if (begun.length === 1) return begun[0] ?? null;
  const numeric = choices.some((choice) => /^\d/.test(choice));
  return !numeric && /^\d{1,2}$/.test(wanted) ? (choices[Number(wanted) - 1] ?? null) : null;
}

/** Lines, or the parts between semicolons of a single one. */
function linesOf(text: string, count: number): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const parts = (lines[0] ?? '').split(';').map((part) => part.trim());
  return lines.length === 1 && parts.length > 1 && parts.length <= count ? parts.filter(Boolean) : lines;
}

/** Lines behind a named text go on with it: sections of a report have more than one. */
function parted(lines: string[], fields: Field[]): [{ field: Field; said: string }[], string[]] {
  const named: { field: Field; said: string }[] = [];
  const bare: string[] = [];
  for (const line of lines) {
    const found = labelled(line, fields) ?? headed(line, fields);
    const last = named.at(-1);
    if (found) named.push(found);
    else if (last?.field.kind === 'text') last.said = `${last.said}\n${line}`.trim();
    else bare.push(line);
  }
  return [named, bare];
}

/** A line that is nothing but the name of a text: 'Питание' or '3. Питание:' */
function headed(line: string, fields: Field[]): { field: Field; said: string } | null {
  const words = fold(line.replace(/^\d{1,2}\s*[).:]\s*/u, '').replace(/[\s:.]+$/u, ''));
  const field = fields.find(({ kind, label }) => kind === 'text' && fold(label) === words);
  return field ? { field, said: '' } : null;
}

/** 'Педагоги: 34' or '2) 34' */
function labelled(line: string, fields: Field[]): { field: Field; said: string } | null {
  const numbered = /^(\d{1,2})\s*[).:]\s+(\S.*)$/u.exec(line);
  const byPlace = numbered ? fields[Number(numbered[1]) - 1] : undefined;
  if (byPlace && numbered?.[2] !== undefined) return { field: byPlace, said: unlabelled(numbered[2], byPlace) };
  const match = /^([^:=]{1,300}?)\s*(?:[:=]|\s[-–—]\s)\s*(\S.*)$/u.exec(line);
  if (!match?.[1] || match[2] === undefined) return null;
  const label = fold(match[1].trim());
  const exact = fields.filter((field) => fold(field.label) === label);
  const begun = fields.filter((field) => label.length >= 3 && fold(field.label).startsWith(label));
  const [field, other] = exact.length > 0 ? exact : begun;
  return field && !other ? { field, said: match[2] } : null;
}

/** The words behind the field's own label, where it stands before them. */
function unlabelled(text: string, field: Field): string {
  const match = /^([^:=\n]{3,300}?)\s*[:=]\s*([^]+)$/u.exec(text.trim());
  if (!match?.[1] || match[2] === undefined) return text;
  return fold(field.label).startsWith(fold(match[1].trim())) ? match[2] : text;
}

/** Whether the file may stand in the field: a picture for a photo, also sent as a document; anything but a program for a file. */
export function fitsFile({ kind }: Pick<Field, 'kind'>, file: Pick<FileRef, 'kind' | 'name' | 'mime'>): boolean {
  if (kind === 'photo') return file.kind === 'photo' || (file.kind === 'document' && /^image\//.test(file.mime ?? ''));
  return kind === 'file' && !isProgram(file);
}

/** The field that a file goes into: the first fitting one without a value, else the first fitting one; null when there is none. */
export function fieldForFile(fields: Field[], answered: number[], file: FileRef): Field | null {
  const fitting = fields.filter((field) => fitsFile(field, file));
  return fitting.find(({ fieldId }) => !answered.includes(fieldId)) ?? fitting[0] ?? null;
}
