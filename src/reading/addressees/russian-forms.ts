// Russian case forms: paradigms of the nouns that name executors, and a guess for words that are in no list.
import { remember } from '../remember.ts';
import { fold } from '../words.ts';

export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'loc';
export type Form = { case: Case; plural: boolean };

const order: Case[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc'];

// Twelve endings: six cases of the singular, six of the plural; '=' takes the ending of the genitive (somebody) for the accusative.
const paradigms = {
  отдел: 'ø а у ø ом е|ы ов ам ы ами ах',
  аким: 'ø а у а ом е|ы ов ам ов ами ах',
  врач: 'ø а у а ом е|и ей ам ей ами ах',
  руководитель: 'ь я ю я ем е|и ей ям ей ями ях',
  учитель: 'ь я ю я ем е|я ей ям ей ями ях',
  директор: 'ø а у а ом е|а ов ам ов ами ах',
  педагог: 'ø а у а ом е|и ов ам ов ами ах',
  округ: 'ø а у ø ом е|а ов ам а ами ах',
  центр: 'ø а у ø ом е|ы ов ам ы ами ах',
  банк: 'ø а у ø ом е|и ов ам и ами ах',
  колледж: 'ø а у ø ем е|и ей ам и ами ах',
  лицей: 'й я ю й ем е|и ев ям и ями ях',
  лагерь: 'ь я ю ь ем е|я ей ям я ями ях',
  школа: 'а ы е у ой е|ы ø ам ы ами ах',
  медсестра: 'а ы е у ой е|ы ø ам ø ами ах',
  служба: 'а ы е у ой е|ы ø ам ы ами ах',
  палата: 'а ы е у ой е|ы ø ам ы ами ах',
  аптека: 'а и е у ой е|и ø ам и ами ах',
  комиссия: 'я и и ю ей и|и й ям и ями ях',
  область: 'ь и и ь ью и|и ей ям и ями ях',
  управление: 'е я ю е ем и|я й ям я ями ях',
  агентство: 'о а у о ом е|а ø ам а ами ах',
  дежурный: 'ый ого ому ого ым ом|ые ых ым ых ыми ых',
  заведующий: 'ий его ему его им ем|ие их им их ими их',
  заведующая: 'ая ей ей ую ей ей|ие их им их ими их',
  владелец: 'лец льца льцу льца льцем льце|льцы льцев льцам льцев льцами льцах',
  судья: 'я и е ю ей е|и ей ям ей ями ях',
  столовая: 'ая ой ой ую ой ой|ые ых ым ых ыми ых',
  воспитатель: 'ь я ю я ем е|и ей ям ей ями ях',
} as const;

export type Paradigm = keyof typeof paradigms;

/** Every form of a noun with this stem, folded. */
export function formsOf(stem: string, paradigm: Paradigm): [folded: string, form: Form][] {
  const [singular = '', plural = ''] = paradigms[paradigm].split('|');
  return [singular, plural].flatMap((endings, number) =>
    endings
      .split(' ')
      .map((ending, index): [string, Form] => [
        fold(stem + (ending === 'ø' ? '' : ending)),
        { case: order[index] ?? 'nom', plural: number === 1 },
      ]),
  );
}

const adjectiveEndings: [RegExp, Form[]][] = [
  [/(?:ому|ему)(?:ся)?$/, [{ case: 'dat', plural: false }]],
  [
    /(?:ого|его)(?:ся)?$/,
    [
      { case: 'gen', plural: false },
      { case: 'acc', plural: false },
    ],
  ],
  [
    /(?:ым|им)(?:ся)?$/,
    [
      { case: 'dat', plural: true },
      { case: 'ins', plural: false },
    ],
  ],
  [/(?:ыми|ими)(?:ся)?$/, [{ case: 'ins', plural: true }]],
  [
    /(?:ых|их)(?:ся)?$/,
    [
      { case: 'gen', plural: true },
      { case: 'acc', plural: true },
      { case: 'loc', plural: true },
    ],
  ],
  [
    /(?:ые|ие)(?:ся)?$/,
    [
      { case: 'nom', plural: true },
      { case: 'acc', plural: true },
    ],
  ],
  [/(?:ой|ей)(?:ся)?$/, (['gen', 'dat', 'ins', 'loc'] as const).map((found) => ({ case: found, plural: false }))],
  [
    /(?:ый|ий)(?:ся)?$/,
    [
      { case: 'nom', plural: false },
      { case: 'acc', plural: false },
    ],
  ],
  [/(?:ая|яя)(?:ся)?$/, [{ case: 'nom', plural: false }]],
  [/(?:ую|юю)(?:ся)?$/, [{ case: 'acc', plural: false }]],
  [
    /(?:ое|ее)$/,
    [
      { case: 'nom', plural: false },
      { case: 'acc', plural: false },
    ],
  ],
];

/** The forms an adjective or participle may be; empty for a word that cannot be one. */
export const adjectiveForms: (folded: string) => Form[] = remember(findAdjectiveForms);

function findAdjectiveForms(folded: string): Form[] {
  if (folded.length < 4) return [];
  return adjectiveEndings.find(([ending]) => ending.test(folded))?.[1] ?? [];
}

// Nouns of doers: 'подрядчик', 'координатор', 'инженер', 'методист', 'психолог', 'секретарь', 'спонсор'.
const doer =
  /(?:тел|ник|чик|щик|тор|сор|нер|вер|дер|тер|жер|лер|рер|ист|тик|дик|олог|граф|вед|арь|ар|ент|ант|мен|мейстер|ич|уч|ум|вод|ком|хоз|пед|лог|атр|окат|инт)$/;
const endingsOf: [RegExp, Form][] = [
  [/(?:ам|ям)$/, { case: 'dat', plural: true }],
  [/(?:ами|ями)$/, { case: 'ins', plural: true }],
  [/(?:ов|ев|ей)$/, { case: 'gen', plural: true }],
  [/(?:у|ю)$/, { case: 'dat', plural: false }],
  [/(?:ом|ем)$/, { case: 'ins', plural: false }],
  [/(?:а|я)$/, { case: 'gen', plural: false }],
  [/(?:ы|и)$/, { case: 'nom', plural: true }],
  [/ь?$/, { case: 'nom', plural: false }],
];

/** The form of a word that looks like a doer's name without being in a list: 'подрядчикам', 'методисту'; null for others. */
export const doerForm: (folded: string) => Form | null = remember(findDoerForm);

function findDoerForm(folded: string): Form | null {
  for (const [ending, form] of endingsOf) {
    if (!ending.test(folded)) continue;
    const stem = folded.replace(ending, '');
    return stem.length > 3 && (doer.test(stem) || doer.test(`${stem}ь`)) ? form : null;
  }
  return null;
}

// 'есепті', 'мектепті' are Kazakh objects.
const infinitive = /(?:ть|чь|[йисзд]ти)(?:ся|сь)?$/;
const nounsLikeInfinitives =
  /ост[ьи]$|^(?:област|част|власт|сет|смерт|печат|пут|дет|чест|совест|мат|доч|ноч|реч|отрасл|памят|треть|шест|девят|десят|пят|двадцат|тридцат|участ|счаст|лошад|почт|карт|кост|гост|вест|новост|крепост|запчаст)[ьи]$/;

/** True for an infinitive ('подготовить', 'провести', 'обеспечить'). */
export const isInfinitive: (folded: string) => boolean = remember(findIsInfinitive);

function findIsInfinitive(folded: string): boolean {
  return folded.length > 3 && infinitive.test(folded) && !nounsLikeInfinitives.test(folded);
}
