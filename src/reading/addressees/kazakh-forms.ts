// Kazakh case forms of the nouns that name executors, on folded letters (ә = а, і = и ...).

export type KazakhForm = {
  case: 'nom' | 'gen' | 'dat' | 'acc' | 'loc' | 'abl' | 'ins';
  plural: boolean;
  /** With the possessive ending that closes a compound: 'басқармасы'. */
  possessive: boolean;
};

const plural = '(?:лар|лер|дар|дер|тар|тер)';
const chain = new RegExp(
  `^(${plural})?((?:ымыз|имиз|ыныз|иниз|ларын|лерин)(?=$|[гкдтн])|с?[ыи])?` +
    '(н[ыи]н|[дт][ыи]н|г[ае]|к[ае]|н[ае]|[дтн][ае]н|нд[ае]|[дт][ае]|[дт][ыи]|н[ыи]|н|[мпб]ен)?$',
);
const cases: [RegExp, KazakhForm['case']][] = [
  [/^$/, 'nom'],
  [/^[ндт][ыи]н$/, 'gen'],
  [/^[гкн][ае]$/, 'dat'],
  [/^[дтн][ае]н$/, 'abl'],
  [/^н?[дт][ае]$/, 'loc'],
  [/^(?:[ндт][ыи]|н)$/, 'acc'],
  [/^[мпб]ен$/, 'ins'],
];

/** Reads the endings behind a stem ('дерінің' -> plural, possessive, genitive); null when they are none. */
export function kazakhForm(ending: string): KazakhForm | null {
  const parts = chain.exec(ending);
  if (!parts) return null;
  const possessive = parts[2] !== undefined;
  const closing = parts[3] ?? '';
  // 'на', 'н' close a possessive only; without one 'га', 'ка' does.
  if (!possessive && /^(?:н|н[ае]|нд[ае])$/.test(closing)) return null;
  const found = cases.find(([pattern]) => pattern.test(closing));
  return found ? { case: found[1], plural: parts[1] !== undefined, possessive } : null;
}
