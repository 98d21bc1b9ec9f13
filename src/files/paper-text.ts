// Words as a file of an office program takes them. Pure.

/** Words for paper: without characters that XML has no place for, and without turning the direction of the text. */
export function paperText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? ' ' : ''))
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}
