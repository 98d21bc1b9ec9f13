// Numbers of items: those of the document, else their places; never the same one twice. Pure.

/** Longest number that is kept of a document, in characters. */
export const longestNumber = 12;

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
