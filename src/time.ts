// Time: zones, calendar days, weeks, and the printing of dates in kk, ru and en. The only user of the date library.
import { Temporal } from 'temporal-polyfill';
import { StartError } from './errors.ts';
import type { Locale } from './texts.ts';

/** A calendar day without a zone, 'YYYY-MM-DD'. Days compare as text. */
export type Day = string;
/** A time of day, 'HH:MM'. */
export type Clock = string;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const clockPattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** True for text that names a real day as 'YYYY-MM-DD'; '2027-02-31' is none. */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  return makeDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) !== null;
}

/** True for a time of day from '00:00' to '23:59'. */
export function isClock(text: string): boolean {
  return clockPattern.test(text);
}

/** The day with these numbers, or null where the calendar has no such day. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return dayOfMonth > first.daysInMonth ? null : first.with({ day: dayOfMonth }).toString();
}

/** Year, month (1..12) and day of the month as numbers. */
export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  // Plain cutting: the readers of texts ask this at every word.
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) };
}

/** The calendar day on the wall of `zone` at this instant. */
export function dayIn(zone: string, instant: Date): Day {
  return zoned(zone, instant).toPlainDate().toString();
}

/** The time on the wall of `zone` at this instant. */
export function timeIn(zone: string, instant: Date): Clock {
  return zoned(zone, instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The instant at which the clock of `zone` shows this day and time; a time skipped by a clock change moves forward. */
export function instantOf(zone: string, day: Day, clock: Clock): Date {
  const local = plain(day).toPlainDateTime(Temporal.PlainTime.from(clock));
  return new Date(local.toZonedDateTime(zone).epochMilliseconds);
}

/** The day `n` calendar days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return new Date((serialOf(day) + n) * dayMs).toISOString().slice(0, 10);
}

/** The same day `n` months later, or the last day of that month where it is shorter. */
export function addMonths(day: Day, n: number): Day {
  return plain(day).add({ months: n }, { overflow: 'constrain' }).toString();
}

/** Day of the week: 1 = Monday ... 7 = Sunday. */
export function weekday(day: Day): number {
  return ((((serialOf(day) + 3) % 7) + 7) % 7) + 1;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from);
}

/** Monday and Sunday of the week that holds `day`. */
export function weekOf(day: Day): { monday: Day; sunday: Day } {
  const monday = addDays(day, 1 - weekday(day));
  return { monday, sunday: addDays(monday, 6) };
}

/** ISO week, '2026-W53': the same for all seven days from Monday to Sunday. */
export function isoWeek(day: Day): string {
  const date = plain(day);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

/** The last day of the month that holds `day`. */
export function endOfMonth(day: Day): Day {
  const date = plain(day);
  return date.with({ day: date.daysInMonth }).toString();
}

/** 31 December of the year that holds `day`. */
export function endOfYear(day: Day): Day {
  return plain(day).with({ month: 12, day: 31 }).toString();
}

/** A `date` column as Prisma delivers it (UTC midnight) as a day. */
export function dayFromDb(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** A day as the Date that Prisma stores in a `date` column. */
export function dayToDb(day: Day): Date {
  return new Date(`${plain(day).toString()}T00:00:00Z`);
}

/**
 * Refuses to work with a wrong clock: throws StartError when `zone` is unknown, or when the zone data of this Node still puts
 * Almaty at +06:00 (it moved to +05:00 on 1 March 2024; older data shift every reminder by an hour).
 */
export function checkZoneData(zone: string, offsetOf = offsetIn): void {
  const probe = new Date('2026-01-01T00:00:00Z');
  try {
    offsetOf(zone, probe);
  } catch {
    throw new StartError(`time zone ${zone} is unknown to this Node`);
  }
  const offset = offsetOf('Asia/Almaty', probe);
  if (offset !== '+05:00') {
    throw new StartError(
      `zone data of this Node are out of date: Asia/Almaty is ${offset} instead of +05:00; take Node 20.19 or newer`,
    );
  }
}

/** Offset of a zone at an instant, '+05:00'. Throws on an unknown zone. */
export function offsetIn(zone: string, instant: Date): string {
  return zoned(zone, instant).offset;
}

const monthsGenitiveRu = words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря');
const monthsKk = words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан');
const monthsEn = words('January February March April May June July August September October November December');
const monthNames: Record<Locale, string[]> = {
  kk: monthsKk,
  ru: words('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
  en: monthsEn,
};
const weekdays: Record<Locale, string[]> = {
  kk: words('дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'),
  ru: words('понедельник вторник среда четверг пятница суббота воскресенье'),
  en: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
};
const weekdaysShort: Record<Locale, string[]> = {
  kk: words('дс сс ср бс жм сб жс'),
  ru: words('пн вт ср чт пт сб вс'),
  en: words('Mon Tue Wed Thu Fri Sat Sun'),
};

/** '25 декабря 2026 г., пятница', '2026 жылғы 25 желтоқсан, жұма', 'Friday, 25 December 2026'. */
export function printDay(locale: Locale, day: Day): string {
  const name = printWeekday(locale, weekday(day));
  return locale === 'en' ? `${name}, ${printDate(locale, day)}` : `${printDate(locale, day)}, ${name}`;
}

/** The same without the weekday: '25 декабря 2026 г.', '2026 жылғы 25 желтоқсан', '25 December 2026'. */
export function printDate(locale: Locale, day: Day): string {
  const { year } = plain(day);
  if (locale === 'kk') return `${year} жылғы ${dayAndMonth(locale, day)}`;
  return locale === 'ru' ? `${dayAndMonth(locale, day)} ${year} г.` : `${dayAndMonth(locale, day)} ${year}`;
}

/** '25.12.2026', the same in every language. */
export function printDayShort(day: Day): string {
  const [year, month, dayOfMonth] = plain(day).toString().split('-');
  return `${dayOfMonth}.${month}.${year}`;
}

/** '25.12.2026 18:00' on the wall of `zone`. */
export function printInstant(zone: string, instant: Date): string {
  return `${printDayShort(dayIn(zone, instant))} ${timeIn(zone, instant)}`;
}

/** A stretch of days for titles: '14–20 декабря 2026 г.', '2026 жылғы 14–20 желтоқсан', '14–20 December 2026'. */
export function printDayRange(locale: Locale, from: Day, to: Day): string {
  const [a, b] = [plain(from), plain(to)];
  if (a.year !== b.year) return `${printDate(locale, from)} – ${printDate(locale, to)}`;
  const start = a.month === b.month ? `${a.day}–` : `${dayAndMonth(locale, from)} – `;
  if (locale === 'kk') return `${a.year} жылғы ${start}${dayAndMonth(locale, to)}`;
  return start + printDate(locale, to);
}

/** Name of a month (1..12) standing alone, for calendar keyboards: 'декабрь', 'желтоқсан', 'December'. */
export function printMonth(locale: Locale, month: number): string {
  return nth(monthNames[locale], month);
}

/** Name of a weekday (1..7); `short` gives the column heads of a calendar. */
export function printWeekday(locale: Locale, number: number, short = false): string {
  return nth((short ? weekdaysShort : weekdays)[locale], number);
}

function dayAndMonth(locale: Locale, day: Day): string {
  const date = plain(day);
  return `${date.day} ${nth(locale === 'ru' ? monthsGenitiveRu : monthNames[locale], date.month)}`;
}

const dayMs = 86_400_000;
/** So many days at most are remembered; a life of dates is fewer. */
const mostSerials = 50_000;
const serials = new Map<Day, number>();

/** Days since 1 January 1970. Remembered: a tick of the reminders asks for the same few days a hundred thousand times. */
function serialOf(day: Day): number {
  const known = serials.get(day);
  if (known !== undefined) return known;
  const serial = Date.parse(`${plain(day).toString()}T00:00:00Z`) / dayMs;
  if (serials.size >= mostSerials) serials.clear();
  serials.set(day, serial);
  return serial;
}

function plain(day: Day): Temporal.PlainDate {
  return Temporal.PlainDate.from(day, { overflow: 'reject' });
}

function zoned(zone: string, instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

function words(text: string): string[] {
  return text.split(' ');
}

function nth(names: string[], number: number): string {
  const name = names[number - 1];
  if (name === undefined) throw new RangeError(`no name number ${number}`);
  return name;
}
