// headline: the short name of a task, made of its own first words.

/** Longest headline in characters; it fits on a button and in a line of a list. */
export const headlineLength = 80;

// A full stop ends a sentence before a capital letter, unless a short word ('г. Алматы', 'А. Б. Серик') carries it.
const clauseEnd = /(?<=[\p{L}\p{N}»")]{3})[.!?](?=\s+[\p{Lu}«"(\d])|[.!?;](?=\s*$)|;(?=\s)|\s*\n/u;

/** The first clause of a text, at most 80 characters, cut at a word and then marked with '…'. */
export function headline(text: string): string {
  const clean = text.trim().replace(/[^\S\n]+/g, ' ');
  const end = clean.search(clauseEnd);
  const clause = Array.from((end < 0 ? clean : clean.slice(0, end)).trim());
  if (clause.length <= headlineLength) return clause.join('');
  const cut = clause.slice(0, headlineLength).join('');
  const space = cut.lastIndexOf(' ');
  const whole = space > headlineLength / 2 ? cut.slice(0, space) : clause.slice(0, headlineLength - 1).join('');
  return `${whole.replace(/[\s,;:.–—(«"-]+$/, '')}…`;
}
