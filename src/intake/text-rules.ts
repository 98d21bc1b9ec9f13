// Which texts and files may hold a resolution. Pure.

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

/** The two halves of a text that Telegram has cut: in the middle of a sentence, or at a line. */
export function joinedText(first: string, second: string): string {
  const inside = !/[.;:!?\n]\s*$/.test(first) && /^\s*\p{Ll}/u.test(second);
  return `${first}${inside ? ' ' : '\n'}${second}`;
}
