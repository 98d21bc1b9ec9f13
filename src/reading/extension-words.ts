// readExtension: whether somebody asks for more time, and until when: 'перенесите на 15 января', '15 қаңтарға ауыстырыңыз', 'прошу продлить до пятницы'.
import type { Day } from '../time.ts';
import { type DateContext, readDue } from './dates/dates.ts';
import { beginsWith, isSign, isWord, tokenise, type Token, vocabulary } from './words.ts';

export type ExtensionReading = {
  /** The new date as written; null where the words name none, or only by how much. */
  day: Day | null;
  /** By how much, counted from the present date. */
  add: { days: number } | { months: number } | null;
  /** The date that is written does not exist: '31 февраля'. */
  impossible: boolean;
  /** The words say more than the request: they can serve as its reason. */
  reasoned: boolean;
};

const requests = vocabulary(`
  перенесите перенести перенесть переносим переноса переносе перенос продлите продлить продли продлени пролонг отсроч отложите отложить
  сдвиньте сдвинуть передвиньте передвинуть ауыстырыныз ауыстырсаныз ауыстыруды ауыстыруын ауыстыруга ауыстырынызшы узартыныз узартсаныз
  узартуды узартуын узарту узартып жылжытыныз жылжытсаныз жылжытуды жылжыту шегериниз шегерсениз шегеруди созыныз созсаныз созуды
  extend extension postpone prolong`);
/** 'ауыстыру' is also to replace windows, 'перенос' also of furniture: these need a date or a word of time beside them. */
const ambiguous = vocabulary('перенос ауыстыру отложить отложите шегер соз переноси жылжыту');
const terms = vocabulary('срок дат дедлайн мерзим уакыт deadline date');
const lateness = vocabulary('успеваем успеваю успеем успею успевает укладываемся');
const kazakhLateness = vocabulary('улгермейм улгермеймиз улгермеймин улгермейди улгере');
const more = vocabulary(
  'больше еще дополнительное дополнительного дополнительно добавьте дайте нужно тагы косымша more',
);
const time = vocabulary('времени время уакыт time');
const may = vocabulary('можно');
const kazakhMay = vocabulary('болады бола');
const negations = vocabulary('не ни нет not no');
const negationsBehind = vocabulary('емес жок');
const fillers = vocabulary(`
  прошу просим просьба пожалуйста нам мне нас меня срок срока сроки сроков дату даты исполнения по поручению поручения на до к с уважаемые коллеги
  добрый день здравствуйте можно ли еще больше времени время нужно сураймын сураймыз отинемин отинемиз мерзимин мерзимди мерзими мерзим дейин
  тапсырма тапсырманын орындау please the to until by`);
const numerals: [RegExp, number][] = [
  [/^(?:один|одну|одна|бир|one|a)$/, 1],
  [/^(?:два|две|пару|еки|two)$/, 2],
  [/^(?:три|уш|three)$/, 3],
  [/^(?:четыре|торт|four)$/, 4],
  [/^(?:пять|бес|five)$/, 5],
  [/^(?:десять|он|ten)$/, 10],
];
const units: [RegExp, 'days' | 'weeks' | 'months'][] = [
  [/^(?:дн(?:я|ей|и)|день|сутк|суток|кун(?:ге|)$|days?$)/, 'days'],
  [/^(?:недел|апта(?:га|)$|weeks?$)/, 'weeks'],
  [/^(?:месяц|ай(?:га|)$|months?$)/, 'months'],
];

/** Tells a request for more time from everything else (null). Pure; a report of what was moved or replaced is none. */
export function readExtension(text: string, context: DateContext): ExtensionReading | null {
  const tokens = tokenise(text);
  const due = readDue(text, context);
  const add = lengthOf(tokens);
  const dated = due !== null || add !== null;
  if (!asks(tokens, dated)) return null;
  const reasoned = speaksOfMore(tokens, due?.span ?? null);
  if (due?.impossible) return { day: null, add: null, impossible: true, reasoned };
  return { day: add ? null : (due?.day ?? null), add, impossible: false, reasoned };
}

function asks(tokens: Token[], dated: boolean): boolean {
  const timed = dated || tokens.some((token) => beginsWith(token, terms));
  return (
    tokens.some((token, at) => isRequest(token, timed) && !isDenied(tokens, at)) ||
    asksForTime(tokens) ||
    (dated && tokens.length <= 9 && asksWhetherMay(tokens)) ||
    isTooLate(tokens)
  );
}

function isRequest(token: Token, timed: boolean): boolean {
  return beginsWith(token, requests) && (timed || !beginsWith(token, ambiguous));
}

function isDenied(tokens: Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 3), at).some((token) => isWord(token, negations));
  return (
    before || tokens.slice(at + 1).some((token) => isWord(token, negationsBehind)) || isAfterwardsDenied(tokens, at)
  );
}

/** 'перенос не нужен', 'продлевать срок не требуется'. */
function isAfterwardsDenied(tokens: Token[], at: number): boolean {
  return tokens.some(
    (token, place) =>
      place > at && isWord(token, negations) && /^(?:нуж|треб|надо|need)/.test(tokens[place + 1]?.folded ?? ''),
  );
}

/** 'нужно больше времени', 'тағы уақыт керек'. */
function asksForTime(tokens: Token[]): boolean {
  return tokens.some(
    (token, at) =>
      isWord(token, time) &&
      tokens.slice(Math.max(0, at - 3), at).some((word) => isWord(word, more)) &&
      !isDenied(tokens, at),
  );
}

/** 'Можно до пятницы?', 'жұмаға дейін болады ма?' */
function asksWhetherMay(tokens: Token[]): boolean {
  if (!tokens.some((token) => isSign(token, '?'))) return false;
  const kazakh = tokens.some((token, at) => isWord(token, kazakhMay) && tokens[at + 1]?.folded === 'ма');
  return kazakh || tokens.some((token) => isWord(token, may));
}

/** 'не успеваем', 'үлгермейміз', 'үлгере алмаймыз'. */
function isTooLate(tokens: Token[]): boolean {
  return tokens.some((token, at) => {
    if (isWord(token, lateness)) return tokens[at - 1]?.folded === 'не';
    if (token.folded === 'улгере') return tokens[at + 1]?.folded.startsWith('алмай') ?? false;
    return isWord(token, kazakhLateness);
  });
}

/** 'на 10 дней', 'на неделю', 'бір аптаға', 'екі күнге': by how much. */
function lengthOf(tokens: Token[]): ExtensionReading['add'] {
  for (const [at, token] of tokens.entries()) {
    const unit = token.kind === 'word' ? units.find(([pattern]) => pattern.test(token.folded))?.[1] : undefined;
    if (!unit) continue;
    const n = countBefore(tokens[at - 1]);
    const from = n === null ? at - 1 : at - 2;
    const governed =
      tokens[from]?.folded === 'на' ||
      /(?:га|ге)$/.test(token.folded) ||
      ['by', 'for'].includes(tokens[from]?.folded ?? '');
    if (!governed) continue;
    const count = n ?? 1;
    if (count < 1 || count > 366) return null;
    return unit === 'months' ? { months: count } : { days: unit === 'weeks' ? 7 * count : count };
  }
  return null;
}

function countBefore(token: Token | undefined): number | null {
  if (token?.kind === 'number' && /^\d{1,3}$/.test(token.text)) return Number(token.text);
  return token?.kind === 'word' ? (numerals.find(([pattern]) => pattern.test(token.folded))?.[1] ?? null) : null;
}

/** Two words or more besides the request, the date and politeness. */
function speaksOfMore(tokens: Token[], span: [number, number] | null): boolean {
  const rest = tokens.filter(
    (token) =>
      token.kind === 'word' &&
      token.text.length > 2 &&
      !(span && token.start >= span[0] && token.end <= span[1]) &&
      !beginsWith(token, requests) &&
      !isWord(token, fillers) &&
      !units.some(([pattern]) => pattern.test(token.folded)),
  );
  return rest.length >= 2;
}
