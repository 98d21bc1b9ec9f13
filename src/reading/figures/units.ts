// What is counted: the words behind a number, as written; and the units that make it a date, a term or an age.
import { hyphenEnd } from '../addressees/genitive.ts';
import { adjectiveForms, isInfinitive } from '../addressees/russian-forms.ts';
import { rememberOf } from '../remember.ts';
import { isSign, isWord, vocabulary, type Token } from '../words.ts';

export type Unit = { words: string; from: number; to: number };

// Times, terms, ages, classes and parts of papers are no results.
const notCounted =
  /^(?:год|года|годов|году|годы|г|гг|лет|летн\p{L}*|жыл\p{L}*|жас\p{L}{0,6}|январ\p{L}*|феврал\p{L}*|март[аеу]?|апрел\p{L}*|мая|май|июн\p{L}*|июл\p{L}*|август\p{L}*|сентябр\p{L}*|октябр\p{L}*|ноябр\p{L}*|декабр\p{L}*|кантар\p{L}*|акпан\p{L}*|наурыз\p{L}*|сауир\p{L}*|мамыр\p{L}*|маусым\p{L}*|шилде\p{L}*|тамыз\p{L}*|кыркуйек\p{L}*|кыркуйег\p{L}*|казан\p{L}*|караша\p{L}*|желтоксан\p{L}*|дн\p{L}{1,3}|день|сут\p{L}*|недел\p{L}*|месяц\p{L}*|квартал\p{L}*|полугод\p{L}*|час|часа|часов|часам|часу|минут\p{L}*|секунд\p{L}*|кун|кун[ин]\p{L}{0,6}|кундик|апта\p{L}*|ай|айда|айдан|айдын|айдагы|айы\p{L}*|айга|сагат\p{L}*|минут\p{L}*|токсан\p{L}*|жартыжыл\p{L}*|числ\p{L}*|класс|класса|классе|классов|классах|классам|классы|классами|сынып|сыныпт\p{L}*|сыныб\p{L}*|раз|раза|рет|утра|вечера|ночи|дня|четверт\p{L}*|тармак\p{L}*|смен\p{L}*|этап\p{L}*|курс|курса|курсе|этаж\p{L}*|отырыс\p{L}*|ноль|нольноль|разряд\p{L}*|категори\p{L}*|орындык|декад\p{L}*|градус\p{L}*)$/u;
const isNotCounted = rememberOf<Token, boolean>((word) => notCounted.test(word));
const workingTime = /^(?:рабоч|календарн|жумыс|кунтизбелик|учебн)\p{L}*$/u;
const stops = vocabulary(
  'и или в во на по с со до к ко из от о об за для при не без через а но чтобы что как где мен пен бен және бойынша туралы үшін дейін ішінде есебінен артық кем көп раз тоже уже ещё это',
);
const percent = /^(?:процент|пайыз|проц)/;
const abbreviations = vocabulary('тг ед шт чел кв куб га км м кг т тн л руб долл экз мест');
const bareEnding = /(?:[бвгджзклмнпрстфхцчшщйкгнь]|ия|[аеуыио])$/;
const kazakhPossessive = /(?:с?[ыи])(?:|н|н[ыи]н|н[ае]|нд[ае]|н[ае]н|мен)$/;
const kazakhGenitive = /[дтн][ыи]н$/;
const kazakhCased = /(?:[дт][ыи]|н[ыи]|[гк][ае]|[дт][ае]н|[дт][ае]|[дт][ае]г[ыи])$/;
const kazakhLetters = /[әғқңөұүһі]/i;
const converb = /(?<!^сын)(?<!^тарт)(?:[ыи]п|(?<!кит)ап|(?<!мект)еп)$/;
const longestUnit = 4;

/** The unit that begins at this token; null when the number counts nothing that is a result. `kazakh`: the text's language. */
export function unitAt(text: string, tokens: Token[], at: number, kazakh: boolean): Unit | null {
  const token = tokens[at];
  if (isSign(token, '%₸$')) return wordsOf(text, tokens, at, at + 1);
  if (token?.kind !== 'word' || isNotCounted(token)) return null;
  if (workingTime.test(token.folded) && notCounted.test(tokens[at + 1]?.folded ?? '')) return null;
  if (isWord(token, stops) || (!kazakh && isInfinitive(token.folded))) return null;
  if (percent.test(token.folded)) return wordsOf(text, tokens, at, at + 1);
  if (isWord(token, abbreviations))
    return wordsOf(text, tokens, at, isSign(tokens[at + 1], '.') && tokens[at + 2] ? at + 2 : at + 1);
  const end = hyphenEnd(
    tokens,
    (kazakh || kazakhLetters.test(token.text) ? kazakhEnd(tokens, at) : russianEnd(tokens, at)) - 1,
  );
  const last = tokens[end - 1];
  return last?.kind === 'word' && isNotCounted(last) && end > at + 1 && !isSign(tokens[end - 2], '-')
    ? null
    : wordsOf(text, tokens, at, end);
}

function wordsOf(text: string, tokens: Token[], from: number, to: number): Unit {
  return { words: text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0), from, to };
}

// Adjectives that are nouns by themselves.
const people = /^(?:учащ|обучающ|служащ|военнослужащ|нуждающ|пострадавш|отдыхающ)/;

/** 'школьных автобусов', 'пришкольных интернатных мест' */
function russianEnd(tokens: Token[], at: number): number {
  let end = at;
  while (end < at + longestUnit - 1 && isAdjective(tokens, end)) end += 1;
  return end + 1;
}

function isAdjective(tokens: Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'word' || next?.kind !== 'word' || isWord(next, stops) || isInfinitive(next.folded)) return false;
  if (people.test(token.folded)) return false;
  return (
    adjectiveForms(token.folded).length > 0 &&
    !/(?:ией|телей|арей|мися|щимися|ностей|детей|людей|семей|врачей|завучей)$/.test(token.folded)
  );
}

/** 'инклюзия кабинетінің', 'мобильді физика кабинетін': bare words up to the one with the possessive ending. */
function kazakhEnd(tokens: Token[], at: number): number {
  for (let end = at; end < Math.min(tokens.length, at + longestUnit); end += 1) {
    const token = tokens[end];
    if (token?.kind !== 'word' || isWord(token, stops) || converb.test(token.folded)) break;
    const verb = isLastWord(tokens, end) && end > at;
    if (verb) break;
    if (kazakhPossessive.test(token.folded) && token.folded.length > 4 && (end > at || /с[ыи]/.test(token.folded)))
      return end + 1;
    if (kazakhGenitive.test(token.folded) && token.folded.length > 5) return end + 1;
    // 'мобильді' is an adjective, 'мектепті' an object.
    if (kazakhCased.test(token.folded) && end === at && token.folded.length > 5 && !/[лр]д[ыи]$/.test(token.folded))
      return at + 1;
    if (!bareEnding.test(token.folded)) break;
  }
  return at + 1;
}

function isLastWord(tokens: Token[], at: number): boolean {
  return tokens.slice(at + 1).every(({ kind }) => kind === 'sign');
}
