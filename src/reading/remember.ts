// A small memory for questions about single words: texts repeat their words, and a word's forms never change.

const most = 20_000;

/** The same function with its answers kept; everything is forgotten when too many words were asked for. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const found = answer(word);
    if (known.size >= most) known.clear();
    known.set(word, found);
    return found;
  };
}
