// What belongs to the head of a Russian phrase: 'образования районов и городов', 'по ЧС', '№ 8 и № 23', 'Ибраевой Л.С.', '(по согласованию)'.
import { spelledNumberAt } from '../figures/number-words.ts';
import { isSign, isWord, wholeNumber, type Token } from '../words.ts';
import { hyphenEnd, isGenitive } from './genitive.ts';
import { russianHead } from './lexicon.ts';
import { isCapital, personNameAt } from './person-names.ts';
import { abbreviationEnd, closedEnd, isGap, numbersEnd, type Head } from './phrase.ts';
import { adjectiveForms, isInfinitive } from './russian-forms.ts';
import { isPolite } from './given-names.ts';
import { isBareImperative, isPluralImperative } from '../items/russian-verbs.ts';
import {
  conjunction,
  walls,
  spheres,
  temporal,
  clauses,
  inlineClauses,
  participle,
  afterNumber,
  feminineCounted,
  schools,
  instrumentalHeads,
  instrumental,
} from './tail-words.ts';

const longestTail = 24;
const longestClause = 16;

/** The end of everything that belongs to the head. */
export function tailEnd(tokens: Token[], from: number, head: Head): number {
  let at = from;
  for (let guard = 0; guard < longestTail; guard += 1) {
    const next = isGap(tokens, at) ? null : tailStep(tokens, at, head);
    if (next === null || next <= at) return at;
    at = next;
  }
  return at;
}

function tailStep(tokens: Token[], at: number, head: Head): number | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'sign') return signStep(tokens, at, head);
  if (token.kind === 'number') return bareNumber(tokens, at, head);
  if (isWord(token, conjunction)) return joinedStep(tokens, at, head);
  if (token.folded === 'по') return aboutStep(tokens, at);
  if (token.folded === 'при') return russianHead(tokens[at + 1]?.folded ?? '') ? at + 2 : null;
  if (token.folded === 'в' && isWord(tokens[at + 1], spheres)) return at + 2;
  if (token.folded === 'на')
    return /(?:е|ах|ях)$/.test(tokens[at + 1]?.folded ?? '') && isSign(tokens[at + 2], ',:') ? at + 2 : null;
  if (/^со?$/.test(token.folded)) return qualityEnd(tokens, at);
  if (isWord(token, walls)) return null;
  return wordStep(tokens, at, head);
}

function wordStep(tokens: Token[], at: number, head: Head): number | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.folded === 'номер') return numbersEnd(tokens, at) ?? spelledNumber(tokens, at + 1);
  const person = personNameAt(tokens, at);
  if (person && (person.whole || !isGenitive(tokens, at)) && agrees(person.cases, head))
    return personTail(tokens, person.to);
  const town = /^(?:г|гор|обл|мкр|им|ул|пос|р)$/.test(token.folded) && isSign(tokens[at + 1], '.') ? at + 2 : null;
  if (town) return isCapital(tokens[town]) ? town + 1 : town;
  if (abbreviationEnd(tokens, at)) return abbreviationEnd(tokens, at);
  if (schools.test(tokens[at - 1]?.folded ?? '') && spelledNumberAt(tokens, at)) return spelledNumber(tokens, at);
  if (instrumentalHeads.test(tokens[at - 1]?.folded ?? '') && instrumental.test(token.folded)) return at + 1;
  const end = hyphenEnd(tokens, at);
  if (end > at + 1 && isGenitive(tokens, end - 1)) return end;
  return isGenitive(tokens, at) ? end : ordinalEnd(tokens, at);
}

/** 'школы двадцать пять' */
function spelledNumber(tokens: Token[], at: number): number | null {
  return spelledNumberAt(tokens, at)?.to ?? null;
}

/** 'двадцать пятой школы' */
function ordinalEnd(tokens: Token[], at: number): number | null {
  const tens = spelledNumberAt(tokens, at);
  return tens && /(?:ой|ого|ей)$/.test(tokens[tens.to]?.folded ?? '') && schools.test(tokens[tens.to + 1]?.folded ?? '')
    ? tens.to + 2
    : null;
}

function agrees(cases: Head['case'][], head: Head): boolean {
  return head.case === 'any' || cases.some((each) => each === 'any' || each === head.case || each === 'nom');
}

function signStep(tokens: Token[], at: number, head: Head): number | null {
  const token = tokens[at];
  if (isSign(token, '«“„"')) return closedEnd(tokens, at);
  if (isSign(token, '(')) return bracketEnd(tokens, at);
  if (isSign(token, '№#')) return numbersEnd(tokens, at);
  if (isSign(token, '-') && token?.start === tokens[at - 1]?.end && token?.end === tokens[at + 1]?.start) return at + 2;
  if (isSign(token, '.') && tokens[at - 1]?.folded === 'зам') return at + 1;
  return isSign(token, ',')
    ? (placesEnd(tokens, at) ?? clauseStep(tokens, at) ?? genitiveList(tokens, at, head))
    : null;
}

/** Brackets and a name in them belong to whoever stands before; a term or a label in brackets does not. */
export function bracketEnd(tokens: Token[], at: number): number | null {
  const end = isSign(tokens[at], '(') ? closedEnd(tokens, at) : null;
  const isTerm = tokens
    .slice(at, end ?? at)
    .some(
      ({ folded, kind }) => kind === 'word' && /^(?:срок|мерзим|дейин|отв|исп|форм|докл|орынд|жауапт)/.test(folded),
    );
  const isBlank = end !== null && end === at + 2;
  return isTerm || isBlank ? null : end;
}

/** Behind the brackets that follow a name. */
export function personTail(tokens: Token[], at: number): number {
  let to = isPolite(tokens[at]) ? at + 1 : at;
  for (let end = bracketEnd(tokens, to); end !== null; end = bracketEnd(tokens, to)) to = end;
  return to;
}

/** ', где ремонт ведётся силами коллективов' up to the comma that closes it. */
function clauseStep(tokens: Token[], at: number): number | null {
  const next = tokens[at + 1]?.folded === 'не' ? tokens[at + 2] : tokens[at + 1];
  const folded = next?.folded ?? '';
  const opens =
    isWord(next, clauses) ||
    folded.startsWith('котор') ||
    (participle.test(folded) && !russianHead(folded) && folded.length > 6);
  if (!opens) return null;
  for (let place = at + 1; place < Math.min(tokens.length, at + longestClause); place += 1) {
    if (isSign(tokens[place], ',:–—;.') || isGap(tokens, place)) return place;
    if (isInfinitive(tokens[place]?.folded ?? '') && isWord(next, inlineClauses)) return place;
  }
  return null;
}

/** 'акимам Речного, Степного и Горного районов' */
function placesEnd(tokens: Token[], at: number): number | null {
  const isPlace = (token: Token | undefined) => isCapital(token) && /(?:ого|его)$/.test(token?.folded ?? '');
  if (!isPlace(tokens[at - 1]) || !isPlace(tokens[at + 1])) return null;
  return isSign(tokens[at + 2], ',') || isWord(tokens[at + 2], conjunction) ? at + 2 : null;
}

/** 'культуры, языков и архивов': commas inside a name, closed by 'и' with another genitive. */
function genitiveList(tokens: Token[], at: number, head: Head): number | null {
  let place = at;
  while (isSign(tokens[place], ',') && isPlainGenitive(tokens, place + 1, head)) {
    place += 2;
    while (isPlainGenitive(tokens, place, head)) place += 1;
  }
  const closed = place > at && isWord(tokens[place], conjunction) && isPlainGenitive(tokens, place + 1, head);
  return closed ? place + 2 : null;
}

function isPlainGenitive(tokens: Token[], at: number, head: Head): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || isCapital(token) || !isGenitive(tokens, at)) return false;
  const forms = russianHead(token.folded)?.forms ?? [];
  return (
    forms.every(({ case: each }) => each !== head.case || each === 'gen') &&
    !(head.case === 'nom' && hasNominative(token))
  );
}

function hasNominative(token: Token): boolean {
  return russianHead(token.folded)?.forms.some((form) => form.case === 'nom') ?? false;
}

/** 'и городов', but not 'и отделу спорта', which is somebody else. */
function joinedStep(tokens: Token[], at: number, head: Head): number | null {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || /^(?:все|всех|всем|кажд|его$|ее$|их$)/.test(next.folded)) return null;
  if (personNameAt(tokens, at + 1)?.whole) return null;
  const forms = russianHead(next.folded)?.forms ?? [];
  const same = head.case !== 'any' && forms.some((form) => form.case === head.case);
  const genitive = forms.some((form) => form.case === 'gen');
  // 'директора школ и колледжи' names two, 'руководителям школ и колледжей' one.
  // 'отдел образования и школы' in a list are two.
  const other = russianHead(next.folded)?.kind;
  if (same && head.case === 'nom' && head.kind === 'body' && (other === 'school' || other === 'post')) return null;
  if (same && (!genitive || (head.case === 'nom' && !isGenitive(tokens, at - 1)))) return null;
  if (forms.length > 0 && !genitive) return null;
  const end = hyphenEnd(tokens, at + 1);
  return isGenitive(tokens, end - 1) ? end : null;
}

/** 'по ЧС', 'по делам молодёжи', 'по подготовке к зиме', 'по работе с молодёжью', 'по социальным вопросам'; not 'по итогам'. */
function aboutStep(tokens: Token[], at: number): number | null {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || isWord(next, temporal)) return null;
  let to = at + 2;
  if (adjectiveForms(next.folded).length > 0 && tokens[to]?.kind === 'word') {
    if (isWord(tokens[to], temporal) || isInfinitive(tokens[to]?.folded ?? '')) return null;
    to += 1;
  }
  return complementEnd(tokens, to);
}

/** 'к отопительному сезону', 'с общественностью' behind 'по подготовке', 'по связям'. */
function complementEnd(tokens: Token[], at: number): number {
  const wanted = /^(?:к|ко)$/.test(tokens[at]?.folded ?? '')
    ? /(?:у|ю|е|ам|ям)$/
    : /^(?:с|со)$/.test(tokens[at]?.folded ?? '')
      ? instrumental
      : null;
  if (!wanted) return at;
  const adjective =
    adjectiveForms(tokens[at + 1]?.folded ?? '').length > 0 && wanted.test(tokens[at + 2]?.folded ?? '');
  const noun = adjective ? at + 2 : at + 1;
  const token = tokens[noun];
  return token?.kind === 'word' && wanted.test(token.folded) && !isInfinitive(token.folded) ? noun + 1 : at;
}

/** 'школам с контингентом свыше 1000 детей', 'предприятия с выбросами более 100 тонн в год' */
function qualityEnd(tokens: Token[], at: number): number | null {
  const [quality, limit] = [tokens[at + 1], tokens[at + 2]];
  if (quality?.kind !== 'word' || !instrumental.test(quality.folded) || russianHead(quality.folded)) return null;
  if (!/^(?:свыше|более|менее|больше|меньше)$/.test(limit?.folded ?? '') || tokens[at + 3]?.kind !== 'number')
    return null;
  const to = tokens[at + 4]?.kind === 'number' ? at + 6 : at + 5;
  return tokens[to]?.folded === 'в' && /^(?:год|месяц|день)$/.test(tokens[to + 1]?.folded ?? '') ? to + 2 : to;
}

/** 'школе 12 парт' are twelve desks; 'школа 12 сделай', 'школе 12 отчет', 'школа 12 готовит' the twelfth school. */
function mayBeCounted(word: Token): boolean {
  const { folded } = word;
  if (isInfinitive(folded) || isWord(word, afterNumber) || isBareImperative(folded)) return false;
  if (isPluralImperative(folded, undefined) || /[ую]$/.test(folded)) return false;
  return folded.length < 5 || !/[еиуюая]т(?:ся)?$/.test(folded) || feminineCounted.test(folded);
}

function bareNumber(tokens: Token[], at: number, head: Head): number | null {
  const before = tokens[at - 1];
  // '7 «А»', '9 «Б» класса'
  const letter = isSign(tokens[at + 1], '«"') ? closedEnd(tokens, at + 1) : null;
  if (letter && letter === at + 4 && head.kind === 'post')
    return tokens[letter]?.folded === 'класса' ? letter + 1 : letter;
  if (head.kind !== 'school' && !schools.test(before?.folded ?? '')) return null;
  if (wholeNumber(tokens[at]) === null || before?.kind !== 'word') return null;
  const next = tokens[at + 1];
  if (next?.kind === 'word' && !isGap(tokens, at + 1) && mayBeCounted(next)) return null;
  let to = at + 1;
  while (
    (isSign(tokens[to], ',') || isWord(tokens[to], conjunction)) &&
    wholeNumber(tokens[to + 1]) !== null &&
    (tokens[to + 2]?.kind !== 'word' || isWord(tokens[to + 2], conjunction))
  )
    to += 2;
  return to;
}
