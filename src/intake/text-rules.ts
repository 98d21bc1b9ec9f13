// Which texts and files may hold a resolution. Pure.
import { UserError } from '../errors.ts';
import { findInFileName, findSensitive, kindsOf } from '../reading/guard/find-sensitive.ts';
import { guardArgs } from '../tasks/guard-rules.ts';

/** A text from this length on, or with so many lines, is a document rather than a message. */
const longText = 600;
const manyLines = 6;

/** True for a text that is more than a message somebody types. */
export function isLong(text: string): boolean {
  return text.length >= longText || text.split('\n').filter((line) => line.trim() !== '').length >= manyLines;
}

const documents = /\.(?:docx?|docm|rtf|odt|pdf|xlsx?|xlsm|ods|csv|tsv|txt)$/i;
const types = /^(?:application\/(?:pdf|msword|rtf|vnd\.(?:openxml|oasis|ms-)\S+)|text\/(?:plain|csv))/i;

/** True for a file that people keep documents in, by its name or type; whether it can be read its bytes decide. */
export function isReadable({ file_name: name, mime_type: type }: { file_name?: string; mime_type?: string }): boolean {
  return documents.test(name ?? '') || types.test(type ?? '');
}

/** A stamp stands in the heading: in one of so many lines, and fills at least half of it. */
const headingLines = 12;

/** Throws UserError for a paper whose name or heading bears the mark of a restricted one: it must not pass through Telegram (product rules). */
export function refuseRestricted({ name, text }: { name: string; text: string }): void {
  const heading = text.split('\n', 200).filter((line) => line.trim() !== '');
  const stamped = heading
    .slice(0, headingLines)
    .some((line) =>
      findSensitive(line).some(
        ({ kind, span: [start, end] }) => kind === 'marking' && end - start >= line.trim().length / 2,
      ),
    );
  if (stamped || kindsOf(findInFileName(name)).includes('marking'))
    throw new UserError('guard-document', guardArgs(['marking']));
}

/** The two halves of a text that Telegram has cut: in the middle of a sentence, or at a line. */
export function joinedText(first: string, second: string): string {
  const inside = !/[.;:!?\n]\s*$/.test(first) && /^\s*\p{Ll}/u.test(second);
  return `${first}${inside ? ' ' : '\n'}${second}`;
}

/** True for a spreadsheet whose first lines call it a roadmap: there is a way of its own for those. */
export function looksLikeRoadmap({ name, text }: { name: string; text: string }): boolean {
  return (
    /\.(?:xlsx?|xlsm|ods|csv|tsv)$/i.test(name) && /дорожн\S*\s+карт|жол\s+карта|roadmap/iu.test(text.slice(0, 400))
  );
}
