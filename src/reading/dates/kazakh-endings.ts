// Case endings of Kazakh words in folded spelling: 'желтоқсан|ға', 'ай|ының', 'күн|дері'.
import { fold } from '../words.ts';

/** Case of a Kazakh word; `of` is the form that makes an adjective ('тамыздағы', 'жылғы', 'ертеңгі'). */
export type KazakhCase = 'none' | 'dative' | 'ablative' | 'locative' | 'genitive' | 'accusative' | 'of';

export type Ending = { case: KazakhCase; possessive: boolean; plural: boolean };

const plurals = ['', 'лар', 'лер', 'дар', 'дер', 'тар', 'тер'];
const possessives = ['ы', 'і', 'сы', 'сі'];
const plain: [KazakhCase, string][] = [
  ['none', ''],
  ['dative', 'ға ге қа ке'],
  ['ablative', 'дан ден тан тен нан нен'],
  ['locative', 'да де та те'],
  ['genitive', 'дың дің тың тің ның нің'],
  ['accusative', 'ды ді ты ті ны ні'],
  ['of', 'дағы дегі тағы тегі ғы гі қы кі'],
];
const possessed: [KazakhCase, string][] = [
  ['none', ''],
  ['dative', 'на не'],
  ['ablative', 'нан нен'],
  ['locative', 'нда нде'],
  ['genitive', 'ның нің'],
  ['accusative', 'н'],
  ['of', 'ндағы ндегі'],
];

/** Every ending with what it says. */
export const endings: ReadonlyMap<string, Ending> = new Map(
  plurals.flatMap((plural) => [
    ...formsOf(plural, '', plain),
    ...possessives.flatMap((own) => formsOf(plural, own, possessed)),
  ]),
);

/** Length of the longest ending. */
export const longestEnding = Math.max(...[...endings.keys()].map((ending) => ending.length));

/** The case of a folded ending standing alone ('20.11-ге'), or null where it is none. */
export function caseOfEnding(ending: string): KazakhCase | null {
  return endings.get(ending)?.case ?? null;
}

function formsOf(plural: string, own: string, cases: [KazakhCase, string][]): [string, Ending][] {
  return cases.flatMap(([name, forms]) =>
    forms
      .split(' ')
      .map((form): [string, Ending] => [
        fold(plural + own + form),
        { case: name, possessive: own !== '', plural: plural !== '' },
      ]),
  );
}
