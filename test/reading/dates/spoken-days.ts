// Ways to say a day in Russian and Kazakh: for tests that every day reads back from every way.
type Parts = { year: number; month: number; dayOfMonth: number };
export type Speech = (day: Parts) => string;

const list = (text: string): string[] => text.split(' ');
const genitive = list('января февраля марта апреля мая июня июля августа сентября октября ноября декабря');
const short = list('янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек.');
const kazakh = list('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан');
const dative = list(
  'қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға',
);
const ablative = list(
  'қаңтардан ақпаннан наурыздан сәуірден мамырдан маусымнан шілдеден тамыздан қыркүйектен қазаннан қарашадан желтоқсаннан',
);
const possessive = list(
  'қаңтарына ақпанына наурызына сәуіріне мамырына маусымына шілдесіне тамызына қыркүйегіне қазанына қарашасына желтоқсанына',
);
const ofMonth = list(
  'қаңтардың ақпанның наурыздың сәуірдің мамырдың маусымның шілденің тамыздың қыркүйектің қазанның қарашаның желтоқсанның',
);

const first = list(
  'первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого',
);
const kazakhOrdinal = list('бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы');
const kazakhDative = list('біріне екісіне үшіне төртіне бесіне алтысына жетісіне сегізіне тоғызына онына');
const tens: Record<number, [russian: string, kazakh: string]> = {
  20: ['двадцать', 'жиырма'],
  30: ['тридцать', 'отыз'],
};

function spelledRu(n: number): string {
  if (n <= 20) return first[n - 1] ?? '';
  if (n === 30) return 'тридцатого';
  return `${n < 30 ? 'двадцать' : 'тридцать'} ${first[(n % 10) - 1] ?? ''}`;
}

function spelledKk(n: number, ones: string[], whole: Record<number, string>): string {
  if (n <= 10) return ones[n - 1] ?? '';
  if (n < 20) return `он ${ones[n - 11] ?? ''}`;
  return whole[n] ?? `${tens[n - (n % 10)]?.[1] ?? ''} ${ones[(n % 10) - 1] ?? ''}`;
}

const ordinalKk = (n: number): string => spelledKk(n, kazakhOrdinal, { 20: 'жиырмасыншы', 30: 'отызыншы' });
const dativeKk = (n: number): string => spelledKk(n, kazakhDative, { 20: 'жиырмасына', 30: 'отызына' });
/** '5-іне', '6-сына': the ending of a number in the dative. */
const ending = (n: number): string => dativeKk(n).replace(/^.*(?=(?:с?[іы]н[ае])$)/, '');
const two = (n: number): string => String(n).padStart(2, '0');

/** Russian ways; those without a year are read within the next 300 days. */
export const ru: Record<string, Speech> = {
  'до 25 декабря 2026 года': ({ year, month, dayOfMonth: d }) => `до ${d} ${genitive[month - 1]} ${year} года`,
  'не позднее 25 дек. 2026 г.': ({ year, month, dayOfMonth: d }) => `не позднее ${d} ${short[month - 1]} ${year} г.`,
  'к 25 декабря': ({ month, dayOfMonth: d }) => `к ${d} ${genitive[month - 1]}`,
  'в срок до 25.12.2026': ({ year, month, dayOfMonth: d }) => `в срок до ${two(d)}.${two(month)}.${year}`,
  'до 25.12.26г.': ({ year, month, dayOfMonth: d }) => `до ${two(d)}.${two(month)}.${String(year).slice(2)}г.`,
  'до 25.12': ({ month, dayOfMonth: d }) => `до ${two(d)}.${two(month)}`,
  'до 25декабря': ({ month, dayOfMonth: d }) => `до ${d}${genitive[month - 1]}`,
  'до двадцать пятого декабря': ({ month, dayOfMonth: d }) => `до ${spelledRu(d)} ${genitive[month - 1]}`,
  'до 25-го декабря': ({ month, dayOfMonth: d }) => `до ${d}-го ${genitive[month - 1]}`,
  'срок – «25» декабря 2026 г.': ({ year, month, dayOfMonth: d }) => `срок – «${d}» ${genitive[month - 1]} ${year} г.`,
};

/** Kazakh ways; those without a year are read within the next 300 days. */
export const kk: Record<string, Speech> = {
  '2026 жылғы 25 желтоқсанға дейін': ({ year, month, dayOfMonth: d }) =>
    `${year} жылғы ${d} ${dative[month - 1]} дейін`,
  '25 желтоқсаннан кешіктірмей': ({ month, dayOfMonth: d }) => `${d} ${ablative[month - 1]} кешіктірмей`,
  '2026 жылдың 25 желтоқсанына': ({ year, month, dayOfMonth: d }) => `${year} жылдың ${d} ${possessive[month - 1]}`,
  '25-желтоқсанға дейін': ({ month, dayOfMonth: d }) => `${d}-${dative[month - 1]} дейін`,
  'жиырма бесінші желтоқсанға дейін': ({ month, dayOfMonth: d }) => `${ordinalKk(d)} ${dative[month - 1]} дейін`,
  'желтоқсанның жиырма бесіне дейін': ({ month, dayOfMonth: d }) => `${ofMonth[month - 1]} ${dativeKk(d)} дейін`,
  'желтоқсан айының 25-іне дейін': ({ month, dayOfMonth: d }) => `${kazakh[month - 1]} айының ${d}-${ending(d)} дейін`,
  '25.12.2026 ж. дейін': ({ year, month, dayOfMonth: d }) => `${two(d)}.${two(month)}.${year} ж. дейін`,
  '2026 жылғы 25 желтоқсан күніне дейін': ({ year, month, dayOfMonth: d }) =>
    `${year} жылғы ${d} ${kazakh[month - 1]} күніне дейін`,
};
