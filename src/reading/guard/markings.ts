// Marks of restricted papers, in Russian and Kazakh: what a stamp says, not words that only resemble it ("секретарь", "ДСП" the chipboard).
import type { Sensitive } from './sensitive.ts';

const edge = '(?<![\\p{L}\\d])';
const end = '(?![\\p{L}\\d])';
/** Words that are a mark wherever they stand. */
const always = [
  'для\\s{1,3}служебного\\s{1,3}пользования',
  'совершенно\\s{1,3}секретно',
  'сов\\.\\s{0,3}секретно',
  'қызмет(?:тік)?\\s{1,3}бабында\\s{1,3}пайдалану',
  'қызметтік\\s{1,3}пайдалану\\s{1,3}үшін',
  'қбпү',
  '(?:өте|аса)\\s{1,3}құпия(?!\\s{0,2}сөз)',
];
/** Words that are a mark only where a stamp would stand: alone on a line, in brackets, after "гриф", with the number of a paper. */
const stamps = '(?:ДСП|секретно|құпия|конфиденциально)';

/** In every mark there is one of these: most texts are done with after one look. */
const hint = /дсп|dsp|секретно|служебн|бабында|қызметтік|құпия|қбпү|конфиденц/iu;

const anywhere = new RegExp(`${edge}(?:${always.join('|')})${end}`, 'giu');
const placed = [
  new RegExp(`^[ \\t]{0,40}[«"“(\\[]?${stamps}[»"”)\\].!]{0,2}[ \\t]{0,40}\\r?$`, 'gimu'),
  new RegExp(`[«"“(\\[]${stamps}[»"”)\\]]`, 'giu'),
  new RegExp(`${edge}(?:гриф|помет|отмет|штамп|белгі|таңба|дәреже)\\p{L}{0,6}[\\s:«"“-]{1,4}${stamps}${end}`, 'giu'),
  new RegExp(`\\d(?:\\s?[-/]\\s?)?дсп${end}|№\\s?[\\d/-]{1,12}\\s?дсп${end}`, 'giu'),
  // In capitals in the middle of a text.
  new RegExp(`${edge}(?:СЕКРЕТНО|ҚҰПИЯ(?!\\s{0,2}СӨЗ))${end}`, 'gu'),
];
const inNames = [
  new RegExp(`${edge}(?:дсп|секретно|құпия(?!\\s{0,2}сөз)|конфиденциально|қбпү)${end}`, 'giu'),
  /(?<![A-Za-z])dsp(?![A-Za-z])/gi,
];

/** Finds the marks in a text. */
export function findMarkings(text: string): Sensitive[] {
  return hint.test(text) ? [anywhere, ...placed].flatMap((pattern) => found(text, pattern)) : [];
}

/** Finds the marks in the name of a file: there one word is enough. */
export function findNameMarkings(name: string): Sensitive[] {
  return hint.test(name) ? [anywhere, ...inNames].flatMap((pattern) => found(name, pattern)) : [];
}

function found(text: string, pattern: RegExp): Sensitive[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }): Sensitive => ({
    kind: 'marking',
    span: [index, index + words.length],
  }));
}
