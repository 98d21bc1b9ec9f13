// Names of months, weekdays, seasons and units of time, with their forms.
import type { Lexicon, Season, Unit } from './lexicon.ts';

const each = (text: string, use: (word: string, number: number) => void): void =>
  text.split(' ').forEach((word, index) => word !== '*' && use(word, index + 1));

/** Adds months, weekdays, seasons and units to the lexicon. */
export function addCalendarNames(lexicon: Lexicon): void {
  addMonths(lexicon);
  addWeekdays(lexicon);
  addUnits(lexicon);
  addSeasons(lexicon);
}

function addMonths({ words, forms, stems }: Lexicon): void {
  each('январ феврал * апрел * июн июл * сентябр октябр ноябр декабр', (stem, month) => {
    forms(stem, 'ь я ю е ём ем и', { month });
    // Kazakh speech with a Russian month: 'декабрьге дейін'.
    stems(`${stem}ь`, { month });
  });
  each('* * март * * * * август', (stem, month) => forms(stem, '* а у е ом ы', { month }));
  each('* * март * май * * август', (stem, month) => stems(stem, { month }));
  forms('ма', 'й я ю е ем и', { month: 5 });
  each('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан', (stem, month) =>
    stems(stem, { month }),
  );
  stems('қыркүйег', { month: 9 });
  stems('көкек', { month: 4, short: true });
  const shortRu = ['янв фев мар апр * июн июл авг сен окт ноя дек', '* февр * * * * * * сент * нояб *'];
  for (const names of shortRu) each(names, (word, month) => words('ru', word, { month, short: true }));
  each('қаң ақп нау сәу мам мау шіл там қыр қаз қар жел', (word, month) => words('kk', word, { month, short: true }));
  each('* * * * * * * * * * * желт', (word, month) => words('kk', word, { month, short: true }));
  each('january february march april may june july august september october november december', (word, month) =>
    words('en', word, { month }),
  );
  each('jan feb mar apr * jun jul aug sep oct nov dec', (word, month) => words('en', word, { month }));
  words('en', 'sept', { month: 9 });
}

function addWeekdays({ words, forms, stems }: Lexicon): void {
  const plural = { plural: true };
  each('понедельник вторник * четверг', (stem, weekday) => {
    forms(stem, '* а у е ом и ов', { weekday });
    forms(stem, 'ам ами ах', { weekday, ...plural });
  });
  each('* * сред * пятниц суббот', (stem, weekday) => {
    forms(stem, 'а ы у е ой * ею', { weekday });
    forms(stem, 'ам ами ах', { weekday, ...plural });
  });
  words('ru', 'пятницей', { weekday: 5 });
  forms('воскресень', 'е я ю ем и', { weekday: 7 });
  forms('воскресень', 'ям ями ях', { weekday: 7, ...plural });
  each('дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі', (stem, weekday) => stems(stem, { weekday }));
  each('пн вт ср чт пт сб вс', (word, weekday) => words('ru', word, { weekday, short: true }));
  each('пнд втр срд чтв птн * вск', (word, weekday) => words('ru', word, { weekday, short: true }));
  each('дс сс * бс жм * жс', (word, weekday) => words('kk', word, { weekday, short: true }));
  each('monday tuesday wednesday thursday friday saturday sunday', (word, weekday) => words('en', word, { weekday }));
  each('mon tue wed thu fri sat sun', (word, weekday) => words('en', word, { weekday, short: true }));
  each('mondays tuesdays wednesdays thursdays fridays', (word, weekday) => words('en', word, { weekday, ...plural }));
}

const russianUnits: [Unit, stem: string, single: string, plural: string][] = [
  ['hour', 'час', '* а у ом е', 'ы ов ам ами ах'],
  ['day', '', 'день дня дню днем дне', 'дни дней дням днями днях дн'],
  ['day', 'сут', 'ки', 'ок кам ками ках'],
  ['week', 'недел', 'я и ю е ей', 'ь ям ями ях'],
  ['decade', 'декад', 'а ы е у ой', '* ам ах'],
  ['month', 'месяц', '* а у ем е', 'ы ев ам ами ах'],
  ['quarter', 'квартал', '* а у ом е', 'ы ов ам ами ах'],
  ['half', 'полугоди', 'е я ю ем и', 'й ям ях'],
  ['half', 'полгод', 'а у', ''],
  ['half', 'полугод', 'а у', ''],
  ['year', 'год', '* а у ом е', 'ы ов ам ах'],
  ['term', 'четверт', 'ь и ью', 'ей ям ях'],
];
const shortUnits: [Unit, string][] = [
  ['hour', 'ч'],
  ['week', 'нед'],
  ['month', 'мес'],
  ['quarter', 'кв'],
  ['year', 'г'],
];
const kazakhUnits: [Unit, string][] = [
  ['hour', 'сағат'],
  ['day', 'күн тәулік тәуліг'],
  ['week', 'апта'],
  ['decade', 'онкүндік онкүндіг декада'],
  ['month', 'ай'],
  ['quarter', 'тоқсан квартал'],
  ['half', 'жартыжылдық жартыжылдығ'],
  ['year', 'жыл'],
];
const englishUnits: [Unit, string][] = [
  ['hour', 'hour hours'],
  ['day', 'day days'],
  ['week', 'week weeks'],
  ['month', 'month months'],
  ['quarter', 'quarter quarters'],
  ['year', 'year years'],
];

function addUnits({ words, forms, stems }: Lexicon): void {
  for (const [unit, stem, single, plural] of russianUnits) {
    forms(stem, single, { unit });
    if (plural) forms(stem, plural, { unit, plural: true });
  }
  words('ru', 'лет', { unit: 'year', plural: true });
  words('ru', 'суток', { unit: 'day', plural: true });
  words('ru', 'гг', { unit: 'year', plural: true, short: true });
  for (const [unit, word] of shortUnits) words('ru', word, { unit, short: true });
  for (const [unit, text] of kazakhUnits) stems(text, { unit });
  // 'он күндік мерзім', 'екі апталық'
  words('kk', 'күндік', { unit: 'day', short: true });
  words('kk', 'апталық', { unit: 'week', short: true });
  words('kk', 'айлық', { unit: 'month', short: true });
  stems('жылдық жылдығ', { unit: 'year', short: true });
  words('kk', 'ж жж', { unit: 'year', short: true });
  for (const [unit, text] of englishUnits) words('en', text, { unit });
}

const russianSeasons: [Season, string][] = [
  ['spring', 'весна весны весне весну весной весною'],
  ['summer', 'лето лета лету летом лете'],
  ['autumn', 'осень осени осенью'],
  ['winter', 'зима зимы зиме зиму зимой зимою'],
];
const kazakhSeasons: [Season, string][] = [
  ['spring', 'көктем'],
  ['summer', 'жаз'],
  ['autumn', 'күз'],
  ['winter', 'қыс'],
];

function addSeasons({ words, forms, stems }: Lexicon): void {
  for (const [season, text] of russianSeasons) words('ru', text, { season });
  const adjectives: [Season, string][] = [
    ['spring', 'весенн'],
    ['summer', 'летн'],
    ['autumn', 'осенн'],
    ['winter', 'зимн'],
  ];
  for (const [season, stem] of adjectives) forms(stem, 'ий его ему ем яя ей', { season, role: 'season-adjective' });
  for (const [season, text] of kazakhSeasons) stems(text, { season });
}
