// findProgrammes: names of programmes, projects and initiatives in quotes, kept in their own script.
import { fold, matchesOf } from '../words.ts';

const kinds =
  '(?:программ|подпрограмм|нацпроект|проект|инициатив|акци|кампани|движени|марафон|стратеги|концепци|бағдарлама|багдарлама|жоба|бастама|науқан|наукан|қозғалыс|козгалыс)';
const quoted = '[«“„"]([^«»“”„"\\n]{2,120}(?:«[^»\\n]{1,60}»[^»\\n]{0,60})?)[»”"]';
const nameBehind = new RegExp(`${kinds}\\p{L}*(?:\\s+\\p{L}+){0,3}?\\s*${quoted}`, 'giu');
const nameBefore = new RegExp(`${quoted}\\s*(?:\\p{L}+\\s+){0,2}?${kinds}\\p{L}*`, 'giu');
const framed = new RegExp(`(?:в рамках|рамках|аясында)\\s*${quoted}|${quoted}\\s*аясында`, 'giu');

/** The names, as written and without quotes, in the order of the text; one name once. */
export function findProgrammes(text: string): string[] {
  if (!/[«“„"]/.test(text)) return [];
  const found = [nameBehind, nameBefore, framed].flatMap((pattern) =>
    matchesOf(pattern, text).map((match) => ({ name: (match[1] ?? match[2] ?? '').trim(), at: match.index })),
  );
  const names = found.sort((a, b) => a.at - b.at).map(({ name }) => name);
  return names.filter((name, index) => name !== '' && names.findIndex((other) => fold(other) === fold(name)) === index);
}
