// Executors that a verb governs: 'поручил управлению', 'обязать ТОО «…»', 'возложить на отдел', 'потребовал от управления', 'попросили департамент'.
import { skipParticles } from './beginnings.ts';
import { assemble, type AddresseesFound } from './found.ts';
import { groupAt, type Group } from './groups.ts';
import type { Clause } from './lists.ts';
import { isInfinitive, type Case } from './russian-forms.ts';
import { remember } from '../remember.ts';
import { isSign, isWord, vocabulary, type Token } from '../words.ts';

const government: [RegExp, Case[], preposition: string | null][] = [
  [
    /^(?:поруч(?:ить|аю|аем|ил|ила|или|ено|ается|ает)|рекоменд(?:овать|ую|уем|овано|овал|овала|овали|уется|ует)|предлож(?:ить|ил|ила|или|ено)|предлага(?:ю|ем|ется)|велел[аи]?|приказ(?:ал|ала|али|ываю|ано|ать)|запре(?:тить|тил|тила|тили|щаю|щено)|разреш(?:ить|ил|ено)|необходимо|следует|нужно|надо|надлежит|предстоит|поручение|поручения|задание|задачу|указание|даю|дал|дала|дать|дано|распоряди\p{L}+|советую|вмен(?:ить|ил|ила|или|ено|яется|яю)|предпис(?:ать|ал|ала|али|ано|ывает|ывается)|призыв\p{L}*|поручив|рекомендовав|предложив)$/u,
    ['dat'],
    null,
  ],
  [
    /^(?:обяз(?:ать|ал|ала|али|ываю|ывает|ываем)|попрос(?:ил|ила|или|ить)|прос(?:ил|ила|или|ит|ить|ят|им)|прошу|призв(?:ал|ала|али|ать)|призыва(?:ю|ет|ем)|уполномочить|призвав|обязав|попросив|прося)$/,
    ['acc'],
    null,
  ],
  [/^(?:возлож(?:ить|ил|ила|или|ено|ена|ены)|возлага(?:ю|ется|ются|ет))$/, ['acc'], 'на'],
  [
    /^(?:потреб(?:овал|овала|овали|овать)|требую|требует|требуем|требовать|потребовав|требуя|жду|ждем|ожидаю)$/,
    ['gen'],
    'от',
  ],
  [/^(?:задачу|задача|задачи)$/, ['ins'], 'перед'],
];
const governmentOf = remember((folded) => government.filter(([verb]) => verb.test(folded)));
const elsewhere = vocabulary('в во на по к ко с со из от у о об для при через без под над за до');
const reach = 14;

/** The group that the first governing verb of a clause puts into its case; null when there is none. */
export function governed(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    for (const [, cases, preposition] of governmentOf(token.folded)) {
      const group =
        groupBehind(clause, at + 1, cases, preposition) ??
        (preposition ? groupBefore(clause, at, cases, preposition) : null) ??
        (cases.includes('acc') && !preposition ? objectBefore(clause, at) : null);
      if (group)
        return assemble(clause, group.list, [{ from: preposition ? group.from - 1 : group.from, to: group.to }]);
    }
  }
  return null;
}

function groupBehind(clause: Clause, from: number, cases: Case[], preposition: string | null): Group | null {
  const { tokens } = clause;
  for (let at = from; at < Math.min(tokens.length, from + reach); at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word' && isInfinitive(token.folded)) return null;
    if (preposition ? tokens[at - 1]?.folded !== preposition : isWord(tokens[at - 1], elsewhere)) continue;
    const group = groupAt(clause, at, cases, [], at === from);
    if (group && isWhom(tokens, group)) return group;
  }
  return null;
}

/** 'на управление … возложить' */
function groupBefore(clause: Clause, verb: number, cases: Case[], preposition: string): Group | null {
  const { tokens } = clause;
  for (let at = Math.max(1, verb - reach); at < verb; at += 1) {
    if (tokens[at - 1]?.folded !== preposition) continue;
    const group = groupAt(clause, at, cases, [], false);
    if (group && isWhom(tokens, group)) return group;
  }
  return null;
}

/** 'Министерство попросили рассмотреть' */
function objectBefore(clause: Clause, verb: number): Group | null {
  const start = skipParticles(clause.tokens);
  const group = groupAt(clause, isSign(clause.tokens[start], '«“"') ? start + 1 : start, ['acc'], [], false);
  return group?.to === verb && /(?:ли|ть|ют|прошу|просим)$/.test(clause.tokens[verb]?.folded ?? '') ? group : null;
}

function isWhom(tokens: Token[], { list }: Group): boolean {
  const phrase = list[0]?.phrase;
  return phrase !== undefined && (phrase.kind !== 'place' || phrase.plural) && tokens.length >= phrase.to;
}
