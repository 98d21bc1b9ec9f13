// For the tables of phrases: a term in one line of text, and a table of such lines.
import type { Term } from '../../../src/reading/dates/terms.ts';

/** '2027-05-17 18:00 [2027-04-20]', 'FREQ=DAILY UNTIL 2027-05-17', 'ongoing', each with '?doubt' behind it. */
export function written(term: Term | null): string {
  if (!term) return 'null';
  const { deadline } = term;
  const doubt = term.doubt ? ` ?${term.doubt.replace('reading-doubt-', '')}` : '';
  if (deadline.kind === 'date') {
    const interim = deadline.interim ? ` [${deadline.interim.join()}]` : '';
    return `${deadline.date}${deadline.time ? ` ${deadline.time}` : ''}${interim}${doubt}`;
  }
  if (deadline.kind !== 'recurring') return deadline.kind + doubt;
  const until = deadline.until ? ` UNTIL ${deadline.until}` : '';
  return `${deadline.rule}${until}${deadline.time ? ` ${deadline.time}` : ''}${doubt}`;
}

/** Pairs of phrase and meaning of a table whose lines are 'meaning = phrase | phrase'. */
export function phrasesOf(table: string): [phrase: string, meaning: string][] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const cut = line.indexOf(' = ');
      const meaning = line.slice(0, cut).trim();
      const phrases = line.slice(cut + 3).split('|');
      return phrases.map((phrase): [string, string] => [phrase.trim(), meaning]);
    });
}
