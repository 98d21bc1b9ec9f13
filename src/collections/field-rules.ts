// What a field of a question may be. Pure.
import { fold } from '../reading/words.ts';
import type { AskedField } from '../tasks/asked-rules.ts';

/** More are a form, not a question in a chat. */
export const maxFields = 10;
export const longestLabel = 120;
export const longestChoice = 60;
export const maxChoices = 12;

/** Text key of what is wrong with a new field beside these; null when nothing is. */
export function fieldFault(field: AskedField, others: Pick<AskedField, 'label'>[]): string | null {
  const { label, kind, min, max, choices } = field;
  if (others.length >= maxFields) return 'collections-too-many-fields';
  if (label.trim() === '' || label.length > longestLabel) return 'collections-label-unfit';
  if (others.some((other) => fold(other.label) === fold(label))) return 'collections-label-taken';
  if (kind === 'number' && min !== null && max !== null && min >= max) return 'collections-spec-unclear';
  if (kind === 'choice' && !areChoices(choices)) return 'collections-choices-unfit';
  return null;
}

const asking =
  /^(?:сообщить|предоставить|представить|указать|направить|прислать|дать|подать|собрать|report|provide|send|state)\s+/iu;
const askingBehind = /\s+(?:хабарлау|ұсыну|жіберу|беру|көрсету|хабарлаңыз|ұсыныңыз|жіберіңіз)\.?$/iu;

/** 'Сообщить количество педагогов' -> 'Количество педагогов': what a column is called after its question. */
export function labelOf(question: string): string {
  const said = question.trim().replace(/…$/u, '').trim();
  // 'санын хабарлау': what was the object of the verb stands alone now.
  const kazakh = askingBehind.test(said) ? said.replace(askingBehind, '').replace(/(?<=\p{L}[ыі])н$/u, '') : said;
  const bare = kazakh.replace(asking, '').trim();
  const label = bare === '' ? question.trim() : bare;
  return (label.charAt(0).toUpperCase() + label.slice(1)).slice(0, longestLabel);
}

/** Options typed line by line, or between semicolons, slashes or commas. */
export function readChoices(text: string): string[] {
  const sign = ['\n', ';', '/', ','].find((each) => text.includes(each)) ?? '\n';
  const parts = text.split(sign).map((part) => part.replace(/^\s*(?:[-•–]|\d{1,2}[.)])\s+/u, '').trim());
  return parts.filter(Boolean);
}

/** At least two, each another one, none too long. */
export function areChoices(choices: string[]): boolean {
  const distinct = new Set(choices.map((choice) => fold(choice)));
  return (
    choices.length >= 2 &&
    choices.length <= maxChoices &&
    distinct.size === choices.length &&
    choices.every((choice) => choice.length <= longestChoice)
  );
}
