// Names of people in a text: 'Ахметов А.Б.', 'Д. Сейітов', 'Айгуль Маратовна', 'Сейітовқа', 'досымовой гэ эм', in any case.
import { isInfinitive, type Case } from './russian-forms.ts';
import { remember } from '../remember.ts';
import { fold, isSign, type Token } from '../words.ts';

export type NameCase = Case | 'any';

export type PersonName = {
  from: number;
  to: number;
  /** Cases the name may stand in; 'any' for names without endings. */
  cases: NameCase[];
  /** With initials, a given name or a patronymic; a bare surname is only likely. */
  whole: boolean;
};

const spelledInitial = /^(?:а|бэ|вэ|гэ|дэ|е|жэ|зэ|ка|эл|эль|эм|эн|пэ|эр|эс|тэ|эф|ха|цэ|че|ша|э|ю)$/;
const russianPatronymic =
  /^\p{L}+(?:(?:ович|евич)(?:а|у|ем|е|к[ае]|т[ыи]н?|т[ае]н|пен)?|(?:овн|евн|иничн)(?:а|ы|е|у|ой|ага|ан[ыи]н?|адан|амен))$/u;
const kazakhPatronymic = /^\p{L}{2,}(?:улы|кызы|углы|гызы|уулу)(?:на|нын|нан|ны|н|мен)?$/u;
const surnameEndings: [RegExp, NameCase[]][] = [
  [/(?:ов|ев|ин|цын)$/, ['nom']],
  [/(?:ов|ев|ин|цын)а$/, ['nom', 'gen', 'acc']],
  [/(?:ов|ев|ин|цын)у$/, ['dat', 'acc']],
  [/(?:ов|ев|ин|цын)ым$/, ['ins']],
  [/(?:ов|ев|ин|цын)ой$/, ['gen', 'dat', 'ins']],
  [/(?:ов|ев|ин|цын)а?[гк][ае]$/, ['dat']],
  [/(?:ов|ев|ин|цын)а?[тдн](?:[ае]н|[ыи]н)$/, ['gen']],
  [/(?:ов|ев|ин|цын)а?[мпб]ен$/, ['ins']],
  [/(?:ск|цк)(?:ий|ой)$/, ['nom', 'dat']],
  [/(?:ск|цк)ого$/, ['gen', 'acc']],
  [/(?:ск|цк)ому$/, ['dat']],
  [/(?:ск|цк)ая$/, ['nom']],
  [/(?:ск|цк)ую$/, ['acc']],
  [/(?:улы|кызы|енко|газы|дзе)$/, ['any']],
  [/(?:улы|кызы)на$/, ['dat']],
  [/(?:чук|бай|баи|бек|хан|гали|али|жан|ян|гул)$/, ['any', 'nom']],
  [/(?:чук|ба|бек|хан|жан|ян)[ую]$/, ['dat']],
  [/(?:бай|баи|бек|хан|гали|жан|гул)[гк][ае]$/, ['dat']],
];
const notSurnames =
  /^(?:кров|остров|готов|основ|слов|нов|здоров|условий|зов|улов|голов|коров|обнов|клев|лев|рев|посев|нагрев|сев|час|магазин|бензин|причин|витамин|термин|машин|корзин|вершин|середин|картин|долин|полов|столов|городов|медицин|дисциплин|вакцин|калын|алдын|айын|жолын|озин|ушин|дейин|бугин|барын|басын|орнын|санын|тизимин|есебин|жоспарын|один|каз\p{L}{0,4}хстан|узбекистан|кыргызстан|экран|план|мадениян|орган|басын|жагын|артын|асын|жумысын|бири)/u;

// 'ң' closes a genitive; typed without Kazakh letters it shows behind a plural.
const kazakhGenitive = /ң$|(?:лар|лер|дар|дер|тар|тер)(?:[дтн][ыиі]н|[ыиі]н)$|[іғқәөүұ]\p{L}*[ыі]н$/u;

/** Cases in which a capitalised word may stand as a surname; empty when it does not look like one. */
export const surnameCases: (text: string) => NameCase[] = remember(findSurnameCases);

function findSurnameCases(text: string): NameCase[] {
  const folded = fold(text);
  if (folded.length < 4 || notSurnames.test(folded) || kazakhGenitive.test(text.toLowerCase())) return [];
  return surnameEndings.find(([ending]) => ending.test(folded))?.[1] ?? [];
}

let lastTokens: Token[] = [];
let lastNames: (PersonName | null | undefined)[] = [];

/** The name of a person that begins at this token, or null. Each search in a clause asks this at the same places again. */
export function personNameAt(tokens: Token[], at: number): PersonName | null {
  if (tokens !== lastTokens) {
    lastTokens = tokens;
    lastNames = new Array<undefined>(tokens.length);
  }
  const known = lastNames[at];
  if (known !== undefined) return known;
  const found = findPersonName(tokens, at);
  lastNames[at] = found;
  return found;
}

function findPersonName(tokens: Token[], at: number): PersonName | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || (!isCapital(token) && surnameCases(token.text).length === 0)) return null;
  return initialsFirst(tokens, at) ?? surnameFirst(tokens, at) ?? givenFirst(tokens, at);
}

/** 'Д. Сейітов', 'А.Б. Ахметову' */
function initialsFirst(tokens: Token[], at: number): PersonName | null {
  let place = at;
  while (isInitial(tokens, place)) place += 2;
  if (place === at || place > at + 4 || !isCapital(tokens[place]) || isLetter(tokens[place])) return null;
  const to = hyphenated(tokens, place);
  return { from: at, to, cases: casesOf(tokens[place]), whole: true };
}

/** 'Ахметов А.Б.', 'Ахметову', 'Ахметова Жанна Ильинична', 'досымовой гэ эм' */
function surnameFirst(tokens: Token[], at: number): PersonName | null {
  const surname = tokens[at];
  if (surname?.kind !== 'word' || isLetter(surname)) return null;
  const end = hyphenated(tokens, at);
  let to = end;
  while (to < end + 4 && isInitial(tokens, to)) to += 2;
  if (to > end && isCapital(surname)) {
    // The last initial may lack its full stop: 'Ким В.А'.
    if (isLetter(tokens[to]) && isSign(tokens[to - 1], '.') && isCapital(tokens[to]) && to < end + 4) to += 1;
    const ending =
      isSign(tokens[to], '-') && tokens[to]?.start === tokens[to - 1]?.end ? tokens[to + 1]?.folded : undefined;
    if (ending && /^[гкн][ае]$/.test(ending)) return { from: at, to: to + 2, cases: ['dat'], whole: true };
    return { from: at, to, cases: casesOf(surname), whole: true };
  }
  const cases = surnameCases(surname.text);
  if (cases.length === 0) return null;
  if (spelled(tokens, end)) return { from: at, to: end + 2, cases, whole: true };
  if (!isCapital(surname)) return dictated(tokens, at) ? { from: at, to: end, cases: ['dat'], whole: false } : null;
  while (to < end + 2 && isCapital(tokens[to]) && (isPatronymic(tokens[to]) || isPatronymic(tokens[to + 1]))) to += 1;
  if (to === end && isGivenName(tokens[to])) to += 1;
  return { from: at, to, cases, whole: to > end };
}

/** 'Айгуль Маратовна', 'Гүлнар Әмірханқызы' */
function givenFirst(tokens: Token[], at: number): PersonName | null {
  const [given, second] = [tokens[at], tokens[at + 1]];
  if (!isCapital(given) || isLetter(given) || !isPatronymic(second)) return null;
  const to = isCapital(tokens[at + 2]) && surnameCases(tokens[at + 2]?.text ?? '').length > 0 ? at + 3 : at + 2;
  return { from: at, to, cases: patronymicCases(second?.folded ?? ''), whole: true };
}

function patronymicCases(folded: string): NameCase[] {
  if (/(?:вич)у$|(?:вн|ичн)е$|[гк][ае]$|(?:улы|кызы)на$/.test(folded)) return ['dat'];
  if (/(?:вич|вна|ична|улы|кызы|углы|гызы)$/.test(folded)) return ['nom'];
  return ['gen', 'acc', 'ins'];
}

function casesOf(token: Token | undefined): NameCase[] {
  const cases = surnameCases(token?.text ?? '');
  return cases.length > 0 ? cases : ['any'];
}

const patronymic = remember((folded) => russianPatronymic.test(folded) || kazakhPatronymic.test(folded));

/** True for a patronymic in any case. */
export function isPatronymic(token: Token | undefined): boolean {
  return token?.kind === 'word' && isCapital(token) && patronymic(token.folded);
}

// A given name in the middle of a line is any other capitalised word that could not be a surname or a body.
function isGivenName(token: Token | undefined): boolean {
  return (
    isCapital(token) &&
    !isLetter(token) &&
    token !== undefined &&
    token.text !== token.text.toUpperCase() &&
    surnameCases(token.text).length === 0 &&
    givenEnding.test(token.folded)
  );
}
const givenEnding = /[а-я]{3,}$/;

/** 'тестову проверить' in a text without capitals. */
function dictated(tokens: Token[], at: number): boolean {
  const folded = tokens[at]?.folded ?? '';
  const isFemale = /(?:ов|ев|ин)ой$/.test(folded) && isInfinitive(tokens[at + 1]?.folded ?? '');
  if (!/(?:ов|ев)у$/.test(folded) && !isFemale) return false;
  return !tokens.slice(Math.max(0, at - 10), at + 10).some((token) => isCapital(token));
}

function spelled(tokens: Token[], at: number): boolean {
  return [tokens[at], tokens[at + 1]].every((token) => token?.kind === 'word' && spelledInitial.test(token.folded));
}

function hyphenated(tokens: Token[], at: number): number {
  const [dash, next] = [tokens[at + 1], tokens[at + 2]];
  return isSign(dash, '-') && dash?.start === tokens[at]?.end && isCapital(next) ? at + 3 : at + 1;
}

function isInitial(tokens: Token[], at: number): boolean {
  const [letter, dot] = [tokens[at], tokens[at + 1]];
  return isLetter(letter) && isCapital(letter) && isSign(dot, '.');
}

function isLetter(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.text.length === 1;
}

/** True for a word that begins with a capital letter. */
export function isCapital(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  const code = token.text.charCodeAt(0);
  // Russian letters are told by their codes: this is asked of every word.
  if (code >= 0x400 && code < 0x460) return code < 0x430;
  const first = token.text.charAt(0);
  return first !== first.toLowerCase();
}
