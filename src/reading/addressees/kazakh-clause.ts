// Executors of a Kazakh clause: subject with -сын, dative with тапсырылсын, ablative with сұраймын, subject with қажет or міндеттеме.
import { assemble, type AddresseesFound } from './found.ts';
import { isGivenName } from './given-names.ts';
import { groupAt, type Group } from './groups.ts';
import type { KazakhCase } from './kazakh-phrases.ts';
import { kazakhHead, russianHead } from './lexicon.ts';
import type { Clause } from './lists.ts';
import { isCapital } from './person-names.ts';
import { rememberOf } from '../remember.ts';
import { isSign, isWord, vocabulary, type Token } from '../words.ts';

// The folded roots of тапсыру, жүктеу, міндеттеу, ұсыну, сұрау, талап.
const entrusting =
  /^(?:ескертилсин|тапсыр(?:ылсын|ылды|ылады|амын|амыз|ды|ган|ды)|жуктел(?:син|ди|еди|синши)|жукте(?:ймин|ди|син)|миндеттел(?:син|ди|еди)|миндетте(?:ди|ймин)|усын(?:ылсын|ылды|ылады|амын|ды|амыз))$/;
const handing = /^(?:тапсыр|усын)/;
const asking = /^(?:сурай(?:мын|мыз|ды)|сура(?:ды|дык|дым|лсын)|отин(?:емин|емиз|ди)|талап|кутемин|кутемиз)$/;
const acting = /(?:с[ыи]н|керек|кажет|тиис|[ыи]?н[ыи]з(?:д[ае]р)?|[ыи]нд[ае]р)$|^(?:миндеттеме|келист[ыи]|уаде|керек)/;
const verbalNoun = /(?:у|ю|уд[ыи]|ю?уы?|уын|уин|уи|улар\p{L}*)$/u;
const bareWithPlural = /\p{L}{3,}(?:лар|лер|дар|дер|тар|тер)$/u;
const passive = /(?:л|[аеыи]н)с[ыи]н$/;
const clauseEnds = vocabulary('мен пен бен және ал');

/** The executors of a Kazakh clause, or null. */
export function kazakhSubject(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  const cases: KazakhCase[][] | null = entrustedCases(tokens) ?? (endsInNoun(tokens) ? [['dat']] : null);
  if (!cases) return null;
  for (const wanted of cases) {
    const group = firstGroup(clause, wanted);
    if (group) return assemble(clause, group.list, [{ from: group.from, to: group.to }]);
  }
  return cases.some((wanted) => wanted.includes('nom')) ? (namedBeforeVerb(clause) ?? unknownSubject(clause)) : null;
}

/** 'Қорғаншылық органдарына … көбейту': a point under 'тапсырылсын'. */
function endsInNoun(tokens: Token[]): boolean {
  const last = tokens.findLast(({ kind }) => kind === 'word');
  const isNoun = last !== undefined && last.folded.length > 3 && /у$/.test(last.folded);
  return isNoun && tokens.some(isKazakhWord);
}

/** 'Мектептерге' has no letter of its own, and is no Russian word either. */
function isKazakhWord(word: Token): boolean {
  return /[әғқңөұүһі]/i.test(word.text) || (kazakhHead(word)?.form.case === 'dat' && russianHead(word.folded) === null);
}

/** 'Көлік мәселесін Болат шешсін': a given name right before the verb of command. */
function namedBeforeVerb(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    const [token, verb] = [tokens[at], tokens[at + 1]];
    if (!isCapital(token) || !isGivenName(token) || verb?.kind !== 'word' || !/с[ыи]н$/.test(verb.folded)) continue;
    const phrase = {
      from: at,
      to: at + 1,
      kind: 'person',
      case: 'nom',
      plural: false,
      listed: false,
      certain: true,
    } as const;
    return assemble(clause, [{ phrase, joint: false }], [{ from: at, to: at + 1 }]);
  }
  return null;
}

/** 'Ата-аналар … қадағаласын': a plural that no list knows, before a verb that is not passive. */
function unknownSubject(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  const first = tokens.findIndex(({ kind }) => kind === 'word');
  const end = isSign(tokens[first + 1], '-') ? first + 2 : first;
  const verb = tokens.findLast(({ kind }) => kind === 'word')?.folded ?? '';
  if (first < 0 || !bareWithPlural.test(tokens[end]?.folded ?? '') || !/с[ыи]н$/.test(verb) || passive.test(verb))
    return null;
  const phrase = {
    from: first,
    to: end + 1,
    kind: 'doer',
    case: 'nom',
    plural: true,
    listed: false,
    certain: false,
  } as const;
  return assemble(clause, [{ phrase, joint: false }], [{ from: first, to: end + 1 }]);
}

/** The cases to look for, most telling first, by the predicate; null when there is no Kazakh predicate. */
export function entrustedCases(tokens: Token[]): KazakhCase[][] | null {
  let acts = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const said = token.kind === 'word' ? predicateOf(token) : null;
    if (said === null) continue;
    const { folded } = token;
    if (said.asks) return [['abl'], ['dat'], ['nom']];
    // 'өткізу тапсырылсын' entrusts, 'анықтама ұсынылсын' only hands a paper over.
    if (said.entrusts && (!handing.test(folded) || verbalNoun.test(tokens[at - 1]?.folded ?? '')))
      return /^миндеттел/.test(folded) ? [['dat'], ['nom'], ['acc']] : [['dat'], ['acc']];
    acts ||= said.acts;
  }
  return acts ? [['nom']] : null;
}

type Predicate = { asks: boolean; entrusts: boolean; acts: boolean };

/** What a word does as a predicate; null for most words. */
const predicateOf = rememberOf<Token, Predicate | null>((folded) => {
  const found = { asks: asking.test(folded), entrusts: entrusting.test(folded), acts: acting.test(folded) };
  return found.asks || found.entrusts || found.acts ? found : null;
});

function firstGroup(clause: Clause, wanted: KazakhCase[]): Group | null {
  const { tokens } = clause;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind === 'sign' && !/[«№]/.test(tokens[at]?.text ?? '')) continue;
    // '7 аппарат' counts, nobody is called so.
    if (isWord(tokens[at], clauseEnds) || tokens[at - 1]?.kind === 'number') continue;
    const group = groupAt(clause, at, [], wanted, false);
    const phrase = group?.list[0]?.phrase;
    if (
      group &&
      phrase &&
      phrase.certain !== false &&
      group.to < tokens.length &&
      (phrase.kind !== 'place' || phrase.plural)
    )
      return group;
    if (group && phrase?.kind === 'person' && group.to < tokens.length) return group;
  }
  return null;
}
