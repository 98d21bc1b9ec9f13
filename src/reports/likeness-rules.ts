// Whether a report is like another text: a copy with other names, or a light rewording. Pure; a hint for the reviewer, never a verdict.
import { fold } from '../reading/words.ts';

/** What a report is like: another executor's on the same task, one of the person's own, or the text of the task; `share` from 0 to 1. */
export type Likeness = { kind: 'other' | 'own' | 'task'; reportId?: number; share: number };

/** Words that carry meaning, as stems, and pairs of neighbours. */
export type Features = { stems: Map<string, number>; pairs: Set<string>; weight: number };

/** From this score on two texts are alike. */
export const alike = 0.5;
/** Of the task's own text a report may repeat much: what was to be done was done. */
const alikeTask = 0.72;
/** Texts with less in them are short answers ('Выполнено'), honest however often they come. */
const leastWeight = 6;
const leastStems = 8;
/** Words of the task, and the phrases of all reports, say little. */
const weightOfTask = 0.4;
const weightOfPhrase = 0.5;
const stemLength = 5;

const latin = 'aceopxykmthbi';
const cyrillic = 'асеорхукмтнви';
const words = /\p{L}[\p{L}\p{M}'’-]*/gu;
const schools = /^(?:школ|мектеп|гимнази|лице[йяюе]|сш$|осш$|кгу$|кмм$|коммунальн|государственн|учрежден|мекеме)/;
const surname =
  /(?:ов|ев|ова|ева|ин|ина|ский|ская|баев|баева|беков|бекова|улы|кызы|ович|евич|овна|евна)(?:а|у|ым|ой|е)?$/;
const stop = new Set(
  `и в во на по с со к ко о об от до за из у не ни что как это этот эта эти того тому также был была было были для при под над без или а но же ли
  бы так его ее их мы наш наша нашей наши все весь всех всем каждый который которые где там здесь уже еще г год года году часов час
  мен жане да де та те бул осы сол ол бир уш ушин бойынша туралы аркылы кейин дейин гана емес ретинде болды болып болган еди екен ма ме
  the a an of to in on for and with was were is are by at from`
    .split(/\s+/)
    .map(fold),
);
const phrases = new Set(
  `выполнено исполнено проведено проведена проведен проведены проводится организовано организована организован организованы обеспечено работа работы
  мероприятие мероприятия соответствии рамках целях данный период ходе настоящее время информация информируем сообщаем отчет поручение поручения исполнение
  участие приняли учащиеся ученики учащихся педагоги учителя родители классные руководители жумыс жумыстар шара шаралар откизилди журзилди жургизилди
  орындалды аткарылды уйымдастырылды максатында аясында сайкес катысты катысушы окушылар мугалимдер ата аналар тапсырма есеп хабарлаймыз`
    .split(/\s+/)
    .map((word) => stemOf(fold(word))),
);

/** The stored value as a likeness; null for anything else. */
export function likenessOf(value: unknown): Likeness | null {
  const { kind, reportId, share } = (value ?? {}) as Partial<Likeness>;
  if ((kind !== 'other' && kind !== 'own' && kind !== 'task') || typeof share !== 'number') return null;
  return typeof reportId === 'number' ? { kind, reportId, share } : { kind, share };
}

/**
 * What of a text is compared: without numbers, schools, names of people (capitals within a sentence), endings and small words; look-alike
 * Latin letters and missing Kazakh ones made equal. `task`: stems of the task's text, which count less.
 */
export function featuresOf(text: string, task: ReadonlySet<string> = new Set()): Features {
  const found = stemsIn(text);
  const stems = new Map(found.map((stem) => [stem, weightOf(stem, task)]));
  const pairs = new Set(found.slice(1).map((stem, at) => [found[at], stem].sort().join(' ')));
  const weight = [...stems.values()].reduce((sum, each) => sum + each, 0);
  return { stems, pairs, weight };
}

/** The stems of a text, for `featuresOf`. */
export function stemSet(text: string): Set<string> {
  return new Set(stemsIn(text));
}

/** True for a text with enough in it to be compared at all. */
export function isComparable({ stems, weight }: Features): boolean {
  return stems.size >= leastStems && weight >= leastWeight;
}

/** How alike two texts are, from 0 to 1: words in common by weight, and neighbours in common. */
export function score(a: Features, b: Features): number {
  return 0.75 * dice(a, b) + 0.25 * pairsInCommon(a.pairs, b.pairs);
}

function dice(a: Features, b: Features): number {
  let common = 0;
  for (const [stem, weight] of a.stems) if (b.stems.has(stem)) common += weight;
  return a.weight + b.weight === 0 ? 0 : (2 * common) / (a.weight + b.weight);
}

function pairsInCommon(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}

/** True when a report says little but the task itself in other grammar. */
export function repeatsTask(text: string, task: string): number | null {
  const [said, asked] = [featuresOf(text), featuresOf(task)];
  if (!isComparable(said)) return null;
  const share = dice(said, asked);
  return share >= alikeTask ? share : null;
}

export type Known = { reportId: number; features: Features };

/** Texts by the stems in them; grows as reports are added in their order. */
export type Index = { texts: Known[]; byStem: Map<string, number[]> };

/** From here on a better twin is not looked for. */
const surely = 0.97;

/**
 * The one of `known` that is most like `target`, if any is alike. Texts with too few words in common are passed over by their counts, and
 * the likeliest are compared first, so that a thousand reports of a task cost little.
 */
export function mostAlike(target: Features, known: Index): { reportId: number; share: number } | null {
  if (!isComparable(target)) return null;
  const common = new Float64Array(known.texts.length);
  for (const [stem, weight] of target.stems) {
    const there = known.byStem.get(stem) ?? [];
    for (const at of there) common[at] = (common[at] ?? 0) + weight;
  }
  let best: { reportId: number; share: number } | null = null;
  for (const { most, at } of likeliest(target, known, common)) {
    if (best && (most <= best.share || best.share >= surely)) break;
    const other = known.texts[at] as Known;
    const share = score(target, other.features);
    if (share >= alike && share > (best?.share ?? 0)) best = { reportId: other.reportId, share };
  }
  return best;
}

/** Texts that can be alike by the words in common (neighbours add a quarter at most), the likeliest first. */
function likeliest(target: Features, known: Index, common: Float64Array): { most: number; at: number }[] {
  const found: { most: number; at: number }[] = [];
  for (const [at, { features }] of known.texts.entries()) {
    const most = 0.75 * ((2 * (common[at] ?? 0)) / (target.weight + features.weight)) + 0.25;
    if (most >= alike) found.push({ most, at });
  }
  return found.sort((a, b) => b.most - a.most || a.at - b.at);
}

/** An index of no texts. */
export function emptyIndex(): Index {
  return { texts: [], byStem: new Map() };
}

/** Adds a report that later ones are compared with; one with too little in it is left out. */
export function addTo(index: Index, known: Known): void {
  if (!isComparable(known.features)) return;
  const at = index.texts.push(known) - 1;
  for (const stem of known.features.stems.keys()) {
    const there = index.byStem.get(stem);
    if (there) there.push(at);
    else index.byStem.set(stem, [at]);
  }
}

function stemsIn(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return plain.split(/[.!?…\n]+/).flatMap((sentence) =>
    [...sentence.matchAll(words)].flatMap(([word], at) => {
      const folded = fold(cyrillicOf(word));
      const isName = /^\p{Lu}/u.test(word) && !/^\p{Lu}+$/u.test(word) && (at > 0 || surname.test(folded));
      if (isName || folded.length < 3 || stop.has(folded) || schools.test(folded)) return [];
      return [stemOf(folded)];
    }),
  );
}

/** 'дeти' with a Latin e is 'дети': letters that look alike are taken for Cyrillic where the word has any, or has no others. */
function cyrillicOf(word: string): string {
  const lower = word.toLowerCase();
  if (!/[a-z]/.test(lower)) return lower;
  const alikeOnly = [...lower].every((letter) => latin.includes(letter));
  if (!/[\u0400-\u04ff]/.test(lower) && !alikeOnly) return lower;
  return [...lower].map((letter) => cyrillic[latin.indexOf(letter)] ?? letter).join('');
}

function stemOf(folded: string): string {
  return folded.length > stemLength ? folded.slice(0, stemLength) : folded;
}

function weightOf(stem: string, task: ReadonlySet<string>): number {
  if (task.has(stem)) return weightOfTask;
  return phrases.has(stem) ? weightOfPhrase : 1;
}
