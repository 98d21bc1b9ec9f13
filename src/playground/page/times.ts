// Times on the wall of the playground's zone in three languages; browsers know Kazakh dates only in part.
import type { Language } from '../protocol.ts';

type Wall = { year: number; month: number; day: number; hour: string; minute: string; weekday: number };

const words = (list: string): string[] => list.split(' ');
const months: Record<Language, string[]> = {
  kk: words('қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'),
  ru: words('января февраля марта апреля мая июня июля августа сентября октября ноября декабря'),
  en: words('January February March April May June July August September October November December'),
};
const weekdays: Record<Language, string[]> = {
  kk: words('жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'),
  ru: words('воскресенье понедельник вторник среда четверг пятница суббота'),
  en: words('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
};
const short: Record<Language, string[]> = {
  kk: words('жс дс сс ср бс жм сб'),
  ru: words('вс пн вт ср чт пт сб'),
  en: words('Sun Mon Tue Wed Thu Fri Sat'),
};
const formats = new Map<string, Intl.DateTimeFormat>();

function wall(zone: string, at: number): Wall {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(zone, format);
  }
  const [day = 1, month = 1, year = 1970, hour = 0, minute = 0] = (
    format.format(new Date(at * 1000)).match(/\d+/g) ?? []
  ).map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, hour: two(hour), minute: two(minute), weekday };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The calendar day in a zone, '2026-11-23'; `at` in seconds since 1970 here and below. */
export function dayIn(zone: string, at: number): string {
  const { year, month, day } = wall(zone, at);
  return `${year}-${two(month)}-${two(day)}`;
}

/** '09:05'. */
export function timeOf(zone: string, at: number): string {
  const { hour, minute } = wall(zone, at);
  return `${hour}:${minute}`;
}

/** For the line between two days: '23 қараша', with the year when it is not the present one. */
export function dayLine(language: Language, zone: string, at: number, now: number): string {
  return dateWords(language, wall(zone, at), wall(zone, at).year !== wall(zone, now).year);
}

function dateWords(language: Language, { year, month, day }: Wall, withYear: boolean): string {
  const date = `${day} ${months[language][month - 1] ?? ''}`;
  if (!withYear) return date;
  if (language === 'kk') return `${year} жылғы ${date}`;
  return language === 'ru' ? `${date} ${year} г.` : `${date} ${year}`;
}

/** For the list of chats: the time today, the weekday within a week, else the date. */
export function listTime(language: Language, zone: string, at: number, now: number): string {
  if (dayIn(zone, at) === dayIn(zone, now)) return timeOf(zone, at);
  const { year, month, day, weekday } = wall(zone, at);
  if (now - at < 6 * 86_400 && now > at) return short[language][weekday] ?? '';
  return `${two(day)}.${two(month)}.${year}`;
}

/** For the clock: 'дс, 23 қараша' and '09:05'. */
export function clockWords(language: Language, zone: string, at: number): { date: string; time: string } {
  const { day, month, weekday, hour, minute } = wall(zone, at);
  const name = months[language][month - 1] ?? '';
  // Only English shortens months without a full stop and without doubt.
  const date = `${short[language][weekday] ?? ''}, ${day} ${language === 'en' ? name.slice(0, 3) : name}`;
  return { date, time: `${hour}:${minute}` };
}

/** All of it, for titles: '2026 жылғы 23 қараша, дүйсенбі, 09:05'. */
export function fullTime(language: Language, zone: string, at: number): string {
  const date = dateWords(language, wall(zone, at), true);
  const name = weekdays[language][wall(zone, at).weekday] ?? '';
  return `${language === 'en' ? `${name}, ${date}` : `${date}, ${name}`}, ${timeOf(zone, at)}`;
}
