// What the first lines of a document say of its meeting: number, day, theme, and who chaired. Pure; what is not said is null.
import type { Calendar } from '../calendar.ts';
import { fold } from '../reading/words.ts';
import { readMeetingDay } from '../resolutions/meeting-day.ts';
import { maxTheme, maxNumber } from '../resolutions/rules.ts';
import type { Day } from '../time.ts';

export type Head = { number: string | null; day: Day | null; theme: string | null; chairWords: string | null };

/** How far the head may reach, in lines that hold words and in characters. */
const headLines = 15;
const headLength = 2_500;

const document = /протокол|хаттама|резолюци|карар|решени|шешим|выписк|узинди/u;
const meeting = /заседани|совещани|отырыс|кенес|коллеги|алка|аппарат/u;
const chair = /председател|тораг|вел[аи]? (?:заседание|совещание)|ведущ|chair/u;
const firstItem =
  /^(?:\s*\d+(?:\.\d+)*[.)]\s|.*(?:поручить|обязать|тапсырылсын|решил|шешт[иі]|постанов|слушали|тындалды))/iu;
const months =
  'январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|кантар|акпан|наурыз|сауир|мамыр|маусым|шилде|тамыз|кыркуйек|казан|караша|желтоксан';
const fullDate = new RegExp(
  `\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s*[»"]?\\s*(?:${months})\\p{L}*\\s*,?\\s*\\d{4}|\\d{4}\\s*(?:жылгы|жылы|ж\\.?)\\s*[«"]?\\s*\\d{1,2}\\s*[»"]?\\s*(?:${months})`,
  'u',
);
const limit = /(?:^|\s)(?:до|не позднее|срок)\s|дейин|кешиктирмей|мерзим/u;

/** Reads the head of a document; `today` decides the year of a date without one. */
export function readHead(text: string, { today, calendar }: { today: Day; calendar: Calendar }): Head {
  const lines = headOf(text);
  const chairLine = text
    .slice(0, headLength)
    .split('\n')
    .find((line) => chair.test(fold(line)));
  return {
    number: firstOf(lines, numberIn),
    day: firstOf(lines, (line) => dayIn(line, today, calendar)),
    theme: themeOf(lines),
    chairWords: chairLine?.trim() ?? null,
  };
}

/** The lines before the first item. */
function headOf(text: string): string[] {
  const lines = text
    .slice(0, headLength)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .slice(0, headLines);
  const end = lines.findIndex((line) => firstItem.test(fold(line)));
  return end < 0 ? lines : lines.slice(0, end);
}

function firstOf<V>(lines: string[], find: (line: string) => V | null): V | null {
  for (const line of lines) {
    const found = find(line);
    if (found !== null) return found;
  }
  return null;
}

/** '№ 14' of a protocol: on its line, beside its date, or alone; never a school's. */
function numberIn(line: string): string | null {
  const folded = fold(line);
  const match = /(?:№|\bn[o°]\.?)\s*([\p{L}\p{N}][\p{L}\p{N}/.-]*)/iu.exec(line);
  const number = match?.[1]?.replace(/[.-]+$/, '');
  if (!match || !number || !/\d/.test(number) || number.length > maxNumber) return null;
  if (/(?:школ|мектеп|сад|гимнази|лице|интернат|балабакша)\p{L}*\s*$/u.test(folded.slice(0, match.index))) return null;
  if (/^\s*(?:мектеп|балабак|гимнази|лице)/u.test(folded.slice(match.index + match[0].length))) return null;
  const alone = line.length - match[0].length < 4;
  return alone || document.test(folded) || fullDate.test(folded) ? number : null;
}

/** A whole date, with its year, that is no deadline. */
function dayIn(line: string, today: Day, calendar: Calendar): Day | null {
  const folded = fold(line);
  const match = fullDate.exec(folded);
  if (!match || limit.test(folded)) return null;
  // Folding keeps the length of Kazakh and Russian letters, so the place is the same in the line.
  const words = line.slice(match.index, match.index + match[0].length).replace(/[«»"]/g, ' ');
  const reading = readMeetingDay(words, { today, calendar, week: 5 });
  return reading === null || reading.impossible ? null : reading.day;
}

const themeLabel = /^(?:тема|тақырыбы|повестка дня|күн тәртібі|вопрос|мәселе|theme|subject)\s*[:–—-]\s*(.+)$/iu;
const aboutRussian = /^(?:о|об|обо|по вопросу|по вопросам|про)\s+\p{L}/iu;
const aboutKazakh = /(?:туралы|жөнінде|бойынша|мәселелері)[\s.»"]*$/iu;

function themeOf(lines: string[]): string | null {
  const labelled = firstOf(lines, (line) => themeLabel.exec(line)?.[1] ?? null);
  const about = lines.find((line) => aboutRussian.test(line) || aboutKazakh.test(line));
  const bare = lines.find((line) => {
    const folded = fold(line);
    const service = [document, meeting, chair].some((pattern) => pattern.test(folded)) || fullDate.test(folded);
    return !service && /\p{L}{3}.*\s\p{L}{3}/u.test(line) && line.length <= 200;
  });
  const theme = labelled ?? about ?? bare ?? lines.find((line) => meeting.test(fold(line)));
  return theme ? theme.replace(/^[«"]|[»".]+$/gu, '').slice(0, maxTheme) : null;
}

/** The one of these posts whose holder's surname stands in the words; null when none or several do. */
export function chairIn(words: string, holders: { postId: number; surnames: string[] }[]): number | null {
  const spoken = fold(words).split(/[^\p{L}-]+/u);
  const isSaid = (surname: string): boolean =>
    surname.length > 2 && spoken.some((word) => word.startsWith(surname) && word.length - surname.length <= 3);
  const named = holders.filter(({ surnames }) => surnames.map(fold).some(isSaid));
  const [only] = named;
  return named.length === 1 && only ? only.postId : null;
}
