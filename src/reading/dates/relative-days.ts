// The rules of relative days: today and tomorrow, weekdays of this and the next week.
import { addDays, weekday, weekOf, type Day } from '../../time.ts';
import type { Match, Rule } from './date-context.ts';
import { kazakhCase, weekdayOf, type WeekdayWord } from './date-words.ts';
import { limitOf } from './explicit-dates.ts';
import { beginsWith, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';

/** Words that point at the running or the coming week, month or year. */
export const thisWords = vocabulary(
  'этого этой эту этот эта текущего текущей нынешнего ближайшего ближайшей ближайшую ближайший ближайшему осы ағымдағы биылғы this the',
);
/** Words that point at the next week, month or year. */
export const nextWords = vocabulary(
  'следующего следующей следующую следующий следующему следующее будущей будущую келесі next',
);

const relativeWords: [days: number, words: Set<string>, stems: Set<string>][] = [
  [0, vocabulary('сегодня today'), vocabulary('бүгін')],
  [1, vocabulary('завтра tomorrow'), vocabulary('ертең')],
  [2, vocabulary('послезавтра'), vocabulary('бүрсігүні бүрсүгіні бүрсігүн')],
];
const relativeAdjectives: [days: number, words: Set<string>][] = [
  [0, vocabulary('сегодняшнего сегодняшнему')],
  [1, vocabulary('завтрашнего завтрашнему')],
];
const timesOfDay = vocabulary('дня дню вечера вечеру утра утру обеда');

/** 'сегодня', 'до завтра', 'к завтрашнему дню', 'ертеңге', 'бүгіннен', 'the day after tomorrow'. */
export const relativeDay: Rule = (tokens, at, { today }) => {
  const word = tokens[at];
  if (word?.kind !== 'word') return null;
  const found = (to: number, days: number, rest: Partial<Match> = {}): Match => ({
    from: at,
    to,
    day: addDays(today, days),
    kind: 'word',
    ...limitOf('none'),
    ...rest,
  });
  const phrase = [0, 1, 2, 3].map((n) => tokens[at + n]?.folded).join(' ');
  if (phrase === 'the day after tomorrow') return found(at + 4, 2);
  if (phrase.startsWith('day after tomorrow')) return found(at + 3, 2);
  for (const [days, words, stems] of relativeWords) {
    if (words.has(word.folded)) return found(at + 1, days);
    for (const stem of stems) {
      const ending = word.folded.startsWith(stem) ? kazakhCase(word.folded.slice(stem.length)) : null;
      if (ending === 'of-document' || ending === 'genitive') return null;
      if (ending) return found(at + 1, days, limitOf(ending));
    }
  }
  const adjective = relativeAdjectives.find(([, words]) => words.has(word.folded));
  if (!adjective || !isWord(tokens[at + 1], timesOfDay)) return null;
  return found(at + 2, adjective[0], { needsLimit: true });
};

/** Which Russian case a weekday takes after a preposition. */
const casesAfter: Record<string, string> = {
  до: 'genitive',
  позднее: 'genitive',
  позже: 'genitive',
  к: 'dative',
  ко: 'dative',
  в: 'accusative',
  во: 'accusative',
  на: 'accusative',
};
const englishBefore = vocabulary('by on until till before due');
const kazakhDay = vocabulary('күні күніне күнінен күнге');
const kazakhWeek = vocabulary('аптаның аптадағы');
const onWord = vocabulary('на');
const weekStems = vocabulary('недел week');
const recurring = vocabulary('сайын бойы');

/** 'до пятницы', 'к следующей среде', 'жұмаға', 'жұма күні', 'келесі сәрсенбіге', 'by Friday', 'next Monday'; strictly after today. */
export const dayOfWeek: Rule = (tokens, at, { today }) => {
  const determined = isWord(tokens[at], nextWords) ? 'next' : isWord(tokens[at], thisWords) ? 'this' : null;
  const place = determined ? skipKazakhWeek(tokens, at + 1) : at;
  const word = weekdayOf(tokens[place]);
  if (!word) return null;
  const wholeText = place + 1 === tokens.length && at === 0;
  let to = place + 1;
  const dayWord = word.language === 'kk' && isWord(tokens[to], kazakhDay);
  if (dayWord) to += 1;
  const ofNextWeek = nextWeekAfter(tokens, to);
  if (isWord(tokens[to], recurring) || wholeNumber(tokens[at - 1]) !== null) return null;
  if (!wholeText && !isUsedAsDate(tokens, at, word, dayWord, determined !== null)) return null;
  const next = determined === 'next' || ofNextWeek !== null;
  return {
    from: at,
    to: ofNextWeek ?? to,
    day: next ? addDays(weekOf(today).monday, 6 + word.weekday) : comingWeekday(today, word.weekday),
    kind: 'weekday',
    ...limitOf(dayWord ? (kazakhCase(tokens[place + 1]?.folded.slice(4) ?? '') ?? undefined) : word.case),
  };
};

function isUsedAsDate(tokens: Token[], at: number, word: WeekdayWord, dayWord: boolean, determined: boolean): boolean {
  const before = tokens[at - 1]?.folded ?? '';
  if (word.language === 'kk') return dayWord || word.case !== 'none' || determined;
  if (word.language === 'en') return determined || englishBefore.has(before);
  return word.forms.has(casesAfter[before] ?? '');
}

/** The first such weekday strictly after today. */
function comingWeekday(today: Day, number: number): Day {
  return addDays(today, ((number - weekday(today) + 6) % 7) + 1);
}

function skipKazakhWeek(tokens: Token[], at: number): number {
  return isWord(tokens[at], kazakhWeek) ? at + 1 : at;
}

function nextWeekAfter(tokens: Token[], at: number): number | null {
  const place = isWord(tokens[at], onWord) ? at + 1 : at;
  return isWord(tokens[place], nextWords) && beginsWith(tokens[place + 1], weekStems) ? place + 2 : null;
}
