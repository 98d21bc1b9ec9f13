// The force of the words that give an order: which kind of draft follows from 'поручил', 'рекомендовано', 'тапсырылсын'.
import { remember } from '../remember.ts';
import { fold, type Token } from '../words.ts';
import type { DraftKind } from '../drafts.ts';

/** How a governing word binds: the person it addresses stands in this case. */
export type Government = 'dative' | 'accusative' | 'from' | 'onto' | 'before' | 'nominative';

export type Governor = {
  kind: DraftKind;
  government: Government;
  /** 'must', 'is needed': an order only when it has an addressee, or when the speaker is known to order. */
  weak: boolean;
  /** Stays in the text: 'запретить'. */
  kept: boolean;
  /** 'поручено', 'рекомендуется': the addressee may stand in front. */
  passive: boolean;
  /** Number of tokens: 'дал поручение' has two. */
  length: number;
};

type Entry = { pattern: RegExp; kind: DraftKind; government: Government; weak?: boolean; kept?: boolean };

// Aspect matters: 'поручил' orders, 'поручал' tells history.
const past = '(?:ил|ила|или|ило)';
const entries: Entry[] = [
  {
    pattern: /^(?:пере)?поруч(?:ить|ил|ила|или|ив|ено|ена|ены|ен|ает|ают|аю|аем|ается|аются|ая)$/,
    kind: 'assignment',
    government: 'dative',
  },
  { pattern: /^обяз(?:ать|ал|ала|али|ав|ывает|ываю|ывают|ываем|ывая)$/, kind: 'assignment', government: 'accusative' },
  {
    pattern: /^возлож(?:ить|ил|ила|или|ив|ено|ена|ены|ен)$|^возлага(?:ет|ю|ют|ется|ются|ем)$/,
    kind: 'assignment',
    government: 'onto',
  },
  {
    pattern: /^(?:по)?требова(?:л|ла|ли|ть|в)$|^(?:по)?требу(?:ю|ет|ем|ют|я)$/,
    kind: 'assignment',
    government: 'from',
  },
  {
    pattern: /^приказ(?:ать|ал|ала|али|ано|ываю|ывает)$|^велел[аи]?$|^велено$/,
    kind: 'assignment',
    government: 'dative',
  },
  {
    pattern:
      /^предпис(?:ать|ал|ала|али|ано|аны|ывает|ывают|ывается|ываю)$|^вмен(?:ить|ил|ила|или|ено|ен|яется|яю|яет)$/,
    kind: 'assignment',
    government: 'dative',
  },
  { pattern: /^распоряди(?:ться|лся|лась|лись|вшись)$/, kind: 'assignment', government: 'dative' },
  {
    pattern: new RegExp(`^запрет(?:ить|ив|${past})$|^запрещ(?:ено|ает|аю|ают|ается|аем|ая)$`),
    kind: 'assignment',
    government: 'dative',
    kept: true,
  },
  { pattern: /^(?:решено|постановлено)$/, kind: 'assignment', government: 'dative' },
  { pattern: /^нацел(?:ил|ила|или|ить|ив)$|^ориентирова(?:л|ла|ли|ть)$/, kind: 'assignment', government: 'accusative' },
  {
    pattern:
      /^(?:по)?рекоменд(?:овать|овал|овала|овали|овано|ованы|овав|ует|ую|уют|уется|уем|уя)$|^(?:по)?советова(?:л|ла|ли|ть)$/,
    kind: 'recommendation',
    government: 'dative',
  },
  {
    pattern: /^предлож(?:ить|ил|ила|или|ив|ено)$|^предлага(?:ет|ю|ют|ется|ем|я)$/,
    kind: 'proposal',
    government: 'dative',
  },
  { pattern: /^призва(?:ть|л|ла|ли|в)$|^призыва(?:ет|ю|ют|ем|я)$/, kind: 'appeal', government: 'accusative' },
  { pattern: /^(?:попрос(?:ил|ила|или|ив|ить)|прос(?:ит|ят|им)|прошу)$/, kind: 'appeal', government: 'accusative' },
  {
    pattern: /^(?:должен|должна|должно|должны|обязан|обязана|обязано|обязаны)$/,
    kind: 'assignment',
    government: 'nominative',
    weak: true,
  },
  {
    pattern: /^(?:необходимо|следует|надлежит|предстоит|придется|требуется|нужно|надо|стоит|полагается)$/,
    kind: 'recommendation',
    government: 'dative',
    weak: true,
  },
  {
    pattern: /^(?:обязал(?:ся|ась|ись)|обязу(?:ется|ются|юсь|емся)|пообещал[аи]?)$/,
    kind: 'commitment',
    government: 'nominative',
  },
];

const entryOf = remember((word) => entries.find(({ pattern }) => pattern.test(word)) ?? null);
const givers = /^(?:да(?:л|ла|ли|но|ны|на|ет|ют|ю|в)|постав(?:ил|ила|или|лена|лены|ить|лено)|выда(?:л|ла|ли|но|ны))$/;
const givenThings =
  /^(?:дн(?:я|ей|и|ь)|сутки|суток|недел[юьи]|месяц[а]?|час[аов]*|поручени[ея]|указани[ея]|задани[ея]|задач[уи]|задача|распоряжени[ея]|установк[уа])$/;
/** 'поставил задачу'; 'поставить до конца месяца' sets none. */
const setThings = /^(?:задач[уиа]|задани[ея])$/;
const promiseVerbs = /^(?:взял|взяла|взяли|приняли|принял|приняла)$/;
const promises = /^обязательств[оа]$/;

/** The word or pair of words at this token that governs an order; null when there is none. */
export function governorAt(tokens: Token[], at: number): Governor | null {
  const word = tokens[at]?.kind === 'word' ? tokens[at].folded : '';
  if (word.length < 4 && word !== 'дал' && word !== 'даю' && word !== 'дав') return null;
  if (givers.test(word)) return pair(tokens, at, word.startsWith('постав') ? setThings : givenThings, 'assignment');
  if (promiseVerbs.test(word)) return pair(tokens, at, promises, 'commitment');
  const entry = entryOf(word);
  // 'обязаны были приступить' tells what should have been.
  if (!entry || (entry.weak && /^был[аио]?$/.test(tokens[at + 1]?.folded ?? ''))) return null;
  const passive = /(?:ен[оаы]?|ано|ется|ются)$/.test(word) || (entry.weak ?? false) || entry.kind === 'commitment';
  return {
    kind: entry.kind,
    government: entry.government,
    weak: entry.weak ?? false,
    kept: entry.kept ?? false,
    passive,
    length: 1,
  };
}

/** 'дал управлению поручение', 'взяли на себя обязательство': the noun follows within a few words. */
function pair(tokens: Token[], at: number, noun: RegExp, kind: DraftKind): Governor | null {
  for (let next = at + 1; next < Math.min(tokens.length, at + 9); next += 1) {
    const token = tokens[next] as Token;
    if (token.kind === 'sign' && /[,.;:]/.test(token.text)) return null;
    if (!noun.test(token.folded)) continue;
    const passive = /(?:но|ны|на|лена|лены|лено)$/.test((tokens[at] as Token).folded);
    const government =
      kind === 'commitment' ? 'nominative' : /^постав/.test((tokens[at] as Token).folded) ? 'before' : 'dative';
    return {
      kind,
      government,
      weak: false,
      kept: false,
      passive: passive || kind === 'commitment',
      length: next === at + 1 ? 2 : 1,
    };
  }
  return null;
}

export type KazakhGovernor = {
  kind: DraftKind;
  weak: boolean;
  /** 'тапсырды': somebody else did the ordering, the nominative in front is not the addressee. */
  active: boolean;
  /** Stays in the text: 'қажет', 'сұраймын', 'міндеттеме алды'. */
  kept: boolean;
  length: number;
};

type KazakhEntry = { pattern: RegExp; kind: DraftKind; weak?: boolean; active?: boolean; kept?: boolean };

const kazakhEntries: KazakhEntry[] = [
  {
    pattern: kazakh(
      '(?:тапсырылсын|жүктелсін|міндеттелсін|тапсырылды|жүктелді|міндеттелді|тапсырылады|жүктеледі|тапсырылған)',
    ),
    kind: 'assignment',
  },
  {
    pattern: kazakh('(?:тапсырды|жүктеді|міндеттеді|бұйырды|талап|тапсырамын|міндеттеймін|тапсырамыз|жүктеймін)'),
    kind: 'assignment',
    active: true,
  },
  { pattern: kazakh('(?:ұсынылсын|ұсынылды|ұсынылады|кеңес)'), kind: 'recommendation' },
  { pattern: kazakh('(?:ұсынды|ұсынамын|ұсынамыз|ұсынады)'), kind: 'recommendation', active: true },
  { pattern: kazakh('(?:шақырды|шақырамын|үндеді)'), kind: 'appeal', active: true },
  {
    pattern: kazakh('(?:сұраймын|сұрады|сұраймыз|өтінемін|өтінеміз|өтінді)'),
    kind: 'appeal',
    active: true,
    kept: true,
  },
  { pattern: kazakh('(?:қажет|керек|тиіс|міндетті|шарт|жөн|лазым)'), kind: 'assignment', weak: true, kept: true },
];
const kazakhEntryOf = remember((word) => kazakhEntries.find(({ pattern }) => pattern.test(word)) ?? null);
const kazakhPromise = kazakh('(?:міндеттенді|міндеттенеді|міндеттенемін|міндеттенеміз|уәде|міндеттеме)');

function kazakh(pattern: string): RegExp {
  return new RegExp(`^${fold(pattern)}$`);
}

/** The Kazakh governing word at this token; it stands behind its verbal noun. */
export function kazakhGovernorAt(tokens: Token[], at: number): KazakhGovernor | null {
  const word = tokens[at]?.kind === 'word' ? tokens[at].folded : '';
  if (word.length < 3) return null;
  if (kazakhPromise.test(word)) {
    const next = tokens[at + 1]?.folded ?? '';
    const paired = /^(?:алды|берди|алып|кабылдады|алдык|алган)$/.test(next);
    if (word.startsWith('миндеттен') || paired)
      return { kind: 'commitment', weak: false, active: false, kept: true, length: paired ? 2 : 1 };
    return null;
  }
  if (word === 'тапсырма' && /^(?:бер(?:ди|илди|емин|илген)|жуктеди)$/.test(tokens[at + 1]?.folded ?? ''))
    return { kind: 'assignment', weak: false, active: true, kept: false, length: 2 };
  if (word === 'талап' && !/^(?:етт[иі]|етил|койды|етемин|етеди)/.test(tokens[at + 1]?.folded ?? '')) return null;
  const entry = kazakhEntryOf(word);
  if (!entry) return null;
  return {
    kind: entry.kind,
    weak: entry.weak ?? false,
    active: entry.active ?? false,
    kept: entry.kept ?? false,
    length: word === 'талап' ? 2 : 1,
  };
}

/** True for words that can govern an order, alone or with the noun beside them. */
export function mayGovern(word: string): boolean {
  if (givers.test(word) || promiseVerbs.test(word) || kazakhPromise.test(word) || word === 'тапсырма') return true;
  return entryOf(word) !== null || kazakhEntryOf(word) !== null;
}
