// The words dates are made of: months, weekdays and Kazakh case endings, in Kazakh, Russian and English.
import { fold, vocabulary, type Token } from '../words.ts';

/** Case of a Kazakh word by its ending; `of-document` is the form of dates of papers ('4 тамыздағы № 9 хаттама'). */
export type KazakhCase = 'none' | 'dative' | 'ablative' | 'locative' | 'genitive' | 'of-document';

const endings: [KazakhCase, RegExp][] = [
  ['none', /^(?:ь?|[ыи]|с[ыи])$/],
  ['dative', /^ь?(?:[гк][ае]|(?:с?[ыи])н[ае])$/],
  ['ablative', /^ь?(?:[дтн][ае]н|(?:с?[ыи])н[ае]н)$/],
  ['locative', /^ь?(?:[дт][ае]|(?:с?[ыи])н[дт][ае])$/],
  ['genitive', /^ь?(?:[дтн][ыи]н|(?:с?[ыи])н[ыи]н)$/],
  ['of-document', /^ь?(?:(?:с?[ыи])н)?(?:[дт][ае])?г[ыи]$/],
];

/** The case that a folded Kazakh ending makes, or null where it is no case ending. */
export function kazakhCase(ending: string): KazakhCase | null {
  return endings.find(([, pattern]) => pattern.test(ending))?.[0] ?? null;
}

type Stem = { stem: string; number: number };

function stems(text: string): Stem[] {
  const named = text.split(' ').map((stem, index) => ({ stem: fold(stem), number: index + 1 }));
  return named.filter(({ stem }) => stem !== '*');
}

const russianMonths = stems('январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр');
const russianMonthEndings = vocabulary('ь я й а е ю ем ём');
const russianMonthsShort = stems('янв фев * апр * * * авг сент окт нояб дек').concat(
  stems('* февр * * * * * * сен * ноя *'),
);
const kazakhMonths = stems('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан').concat(
  // The final consonant softens before a vowel: қыркүйегіне.
  { stem: fold('қыркүйег'), number: 9 },
);
const kazakhMonthsDotted = stems('қаң ақп нау сәу мам мау шіл там қыр қаз қар жел');
const englishMonths = stems('january february march april may june july august september october november december');
const englishMonthsShort = stems('jan feb mar apr * jun jul aug sep oct nov dec').concat({ stem: 'sept', number: 9 });

export type MonthWord = { month: number; language: 'ru' | 'kk' | 'en'; case: KazakhCase };

/** A month in any case of Russian or Kazakh, in English, or shortened; `dotted` when a full stop follows. */
export function monthOf(token: Token | undefined, dotted = false): MonthWord | null {
  if (token?.kind !== 'word') return null;
  const word = token.folded;
  for (const { stem, number } of kazakhMonths) {
    const found = word.startsWith(stem) ? kazakhCase(word.slice(stem.length)) : null;
    if (found) return { month: number, language: 'kk', case: found };
  }
  const exact = [...englishMonths, ...englishMonthsShort].find(({ stem }) => stem === word);
  if (exact) return { month: exact.number, language: 'en', case: 'none' };
  const short = [...russianMonthsShort, ...(dotted ? kazakhMonthsDotted : [])].find(({ stem }) => stem === word);
  if (short) return { month: short.number, language: 'ru', case: 'none' };
  return russianMonthOf(word);
}

function russianMonthOf(word: string): MonthWord | null {
  for (const { stem, number } of russianMonths) {
    if (!word.startsWith(stem)) continue;
    const ending = word.slice(stem.length);
    if (russianMonthEndings.has(ending) || (ending === '' && stem.length > 2)) {
      return { month: number, language: 'ru', case: 'none' };
    }
    // Kazakh speech with a Russian month: 'декабрьге дейін'.
    const found = stem.length > 2 ? kazakhCase(ending) : null;
    if (found) return { month: number, language: 'kk', case: found };
  }
  return null;
}

/** Form of a weekday: which Russian prepositions it may follow, or its Kazakh case. */
export type WeekdayWord = {
  weekday: number;
  language: 'ru' | 'kk' | 'en';
  forms: Set<string>;
  case: KazakhCase;
  short: boolean;
};

const russianWeekdays: [nominative: string, genitive: string, dative: string, accusative: string][] = [
  ['понедельник', 'понедельника', 'понедельнику', 'понедельник'],
  ['вторник', 'вторника', 'вторнику', 'вторник'],
  ['среда', 'среды', 'среде', 'среду'],
  ['четверг', 'четверга', 'четвергу', 'четверг'],
  ['пятница', 'пятницы', 'пятнице', 'пятницу'],
  ['суббота', 'субботы', 'субботе', 'субботу'],
  ['воскресенье', 'воскресенья', 'воскресенью', 'воскресенье'],
];
const caseNames = ['nominative', 'genitive', 'dative', 'accusative'];
const kazakhWeekdays = stems('дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі');
const englishWeekdays = stems('monday tuesday wednesday thursday friday saturday sunday');
const weekdaysShort = [
  ...stems('пн вт ср чт пт сб вс'),
  ...stems('дс сс * бс жм * жс'),
  ...stems('mon tue wed thu fri sat sun'),
];

/** A weekday in any case of Russian or Kazakh, in English, or shortened ('пт', 'жм', 'Fri'). */
export function weekdayOf(token: Token | undefined): WeekdayWord | null {
  if (token?.kind !== 'word') return null;
  const word = token.folded;
  for (const [index, cases] of russianWeekdays.entries()) {
    const forms = new Set(caseNames.filter((_, position) => cases[position] === word));
    if (forms.size > 0) return { weekday: index + 1, language: 'ru', forms, case: 'none', short: false };
  }
  for (const { stem, number } of kazakhWeekdays) {
    const found = word.startsWith(stem) ? kazakhCase(word.slice(stem.length)) : null;
    if (found) return { weekday: number, language: 'kk', forms: new Set(), case: found, short: false };
  }
  const english = englishWeekdays.find(({ stem }) => stem === word);
  if (english) return { weekday: english.number, language: 'en', forms: new Set(), case: 'none', short: false };
  const short = weekdaysShort.find(({ stem }) => stem === word);
  return short ? { weekday: short.number, language: 'ru', forms: new Set(caseNames), case: 'none', short: true } : null;
}
