// A small memory for questions about single words: texts repeat their words, and a word's forms never change.

const most = 20_000;

/** All that was asked about a word lies together: mostly several questions are asked about one word in turn. */
const answersByWord = new Map<string, unknown[]>();
let questions = 0;
let lastWord = '';
let lastAnswers: unknown[] = [];

/** Where the answers about a word are kept; a token of the word may hold on to it. */
export function answersTo(word: string): unknown[] {
  if (word === lastWord) return lastAnswers;
  let answers = answersByWord.get(word);
  if (!answers) {
    answers = new Array<unknown>(questions).fill(undefined);
    if (answersByWord.size >= most) answersByWord.clear();
    answersByWord.set(word, answers);
  }
  lastWord = word;
  lastAnswers = answers;
  return answers;
}

/** The same for words that know where their answers are kept: no table is asked. */
export function rememberOf<W extends { folded: string; answers: unknown[] | null }, T>(
  answer: (word: string) => T,
): (word: W) => T {
  const question = questions;
  questions += 1;
  return ({ folded, answers }) => {
    const place = answers ?? answersTo(folded);
    const kept = place[question];
    if (kept !== undefined) return kept as T;
    const found = answer(folded);
    place[question] = found;
    return found;
  };
}

/** The same function with its answers kept; everything is forgotten when too many words were asked for. For functions of a module. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  const question = questions;
  questions += 1;
  return (word) => {
    const answers = answersTo(word);
    const kept = answers[question];
    if (kept !== undefined) return kept as T;
    const found = answer(word);
    answers[question] = found;
    return found;
  };
}
