// Numbers of items: those of the document, else their places; never the same one twice. Pure.

/** Longest number that is kept of a document, in characters. */
export const longestNumber = 12;

/** '2.1. Построить …' -> its number within sections, and the words; a plain '2.' only counts and stays out of it. Null when no section is named. */
export function splitNumber(text: string): { number: string; text: string } | null {
  const found = /^(?:№\s*)?(\d{1,2}(?:\.\d{1,2}){1,2}(?:-\d{1,2})?)[.)]?\s+(?=\p{L}|[«"'(])/u.exec(text.trim());
  const number = found?.[1];
  if (!found || number === undefined || number.length > longestNumber) return null;
  return { number, text: text.trim().slice(found[0].length) };
}

/** What stands beside each item, in order: its own number ('2.1'), else its place; one that is taken gets a hyphen and the next free digit, as in law ('2.1-1'). */
export function numbersOf(items: { number: string | null; position: number }[]): string[] {
  const own = new Set(items.flatMap(({ number }) => number ?? []));
  const used = new Set<string>();
  return items.map(({ number, position }) => {
    const base = number ?? String(position);
    const free = !used.has(base) && (number !== null || !own.has(base));
    const given = free ? base : nextFree(base, (candidate) => used.has(candidate) || own.has(candidate));
    used.add(given);
    return given;
  });
}

function nextFree(base: string, taken: (candidate: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const candidate = `${base}-${n}`;
    if (!taken(candidate)) return candidate;
  }
}
