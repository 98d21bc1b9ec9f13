// A pasted chat: messages with author and time, told from ordinary lines; the messages of those who give orders.
import { fold, type Span } from '../words.ts';
import { labelsIn } from './labels.ts';
import { sectionAt } from './sections.ts';
import type { Line } from './source.ts';

export type Message = {
  author: string;
  /** What was said, one stretch for each line. */
  lines: Span[];
  /** The header with the lines. */
  span: Span;
};

const clock = '\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?:\\s?[AaPp][Mm])?';
const anyClock = /\d[:.]\d{2}/;
const date = '\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}';
const name = '[^:\\n\\[\\]]{1,60}?';
const headers: RegExp[] = [
  // [20.05.2026, 08:47] Имя: текст
  new RegExp(`^\\[(?:(?:${date}),?\\s*)?${clock}(?:,?\\s*(?:${date}))?\\]\\s*(?<author>${name}):\\s*`, 'u'),
  // 20.05.2026, 08:47 - Имя: текст
  new RegExp(`^(?:(?:${date}),?\\s+)${clock}\\s*[-–—]?\\s*(?<author>${name}):\\s*`, 'u'),
  // 08:47 Имя: текст
  new RegExp(`^${clock}\\s*[-–—,]?\\s*(?<author>\\p{L}${name}):\\s+`, 'u'),
  // Имя, [20.05.2026 08:47]: текст, or the text in the next line
  new RegExp(`^(?<author>\\p{L}${name}),?\\s*\\[(?:(?:${date}),?\\s*)?${clock}(?:,?\\s*(?:${date}))?\\]:?\\s*`, 'u'),
  // Имя (08:47): текст
  new RegExp(`^(?<author>\\p{L}${name}),?\\s*\\((?:(?:${date}),?\\s*)?${clock}\\):?\\s*`, 'u'),
  // Имя 08:47 alone in its line
  new RegExp(`^(?<author>\\p{L}${name}),?\\s+(?:(?:${date}),?\\s*)?${clock}:?$`, 'u'),
];

/** The messages of a chat log; null when the text is none: a log has at least two headers of one kind. */
export function messagesOf(text: string, lines: Line[]): Message[] | null {
  const filled = lines.filter(({ span }) => span[1] > span[0]);
  const beginnings = filled.map(({ span }) => text.slice(span[0], Math.min(span[1], span[0] + 140)));
  const timed = beginnings.filter((words) => anyClock.test(words));
  const header = headers.find((pattern) => timed.filter((words) => pattern.test(words)).length >= 2);
  return header ? messagesBy(header, text, filled) : untimedMessages(text, filled);
}

const untimed = /^(?<author>[\p{Lu}№@][^:\n.!?]{0,40}):\s+/u;
const leaders = /аким|әкім|орынбасар/iu;

/** 'Замаким: …', 'Айнур: …': without hours a log is told by those who speak again, and by more than one who speaks. */
function untimedMessages(text: string, filled: Line[]): Message[] | null {
  if (filled.length > longestUntimed) return null;
  const counts = new Map<string, number>();
  for (const { span } of filled) {
    const author = untimed.exec(text.slice(span[0], Math.min(span[1], span[0] + 50)))?.groups?.author;
    if (author) counts.set(author, (counts.get(author) ?? 0) + 1);
  }
  const headed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const again = [...counts].filter(([, count]) => count > 1).map(([author]) => author);
  if (counts.size < 2 || headed < 3 || again.length === 0) return null;
  const spoken = headed * 10 >= filled.length * 6 || again.some((author) => leaders.test(author));
  if (!spoken || [...counts.keys()].some(isHeading)) return null;
  return messagesBy(untimed, text, filled);
}

const longestUntimed = 400;

/** 'Срок:', 'РЕШИЛИ:', '1. Директорам школ:' name no speaker. */
function isHeading(author: string): boolean {
  return labelsIn(`${author}:`, [0, author.length + 1]).length > 0 || sectionAt(`${author}:`) !== null;
}

function messagesBy(header: RegExp, text: string, filled: Line[]): Message[] {
  const messages: Message[] = [];
  for (const { span } of filled) {
    const match = header.exec(text.slice(span[0], Math.min(span[1], span[0] + 140)));
    const open = messages.at(-1);
    if (match) {
      const start = span[0] + match[0].length;
      messages.push({
        author: (match.groups?.author ?? '').trim(),
        lines: start < span[1] ? [[start, span[1]]] : [],
        span,
      });
    } else if (open) {
      open.lines.push(span);
      open.span = [open.span[0], span[1]];
    }
  }
  return messages;
}

const chiefs =
  /(?:^|[^\p{L}])(?:аким|зам|заместитель|әкім|орынбасар|руководитель|начальник|директор|председатель|бастық|басшы|басқарма|глава|вице|шеф|төраға|аппарат)/iu;
const executors = /(?:школ|мектеп|полици|отдел|бөлім|лицей|гимнази|колледж|детсад|балабақша|жкх|тжк)/iu;

/** The authors whose words are orders: those named by a leading post, else the one who speaks first. */
export function chiefsOf(messages: Message[]): Set<string> {
  const authors = [...new Set(messages.map(({ author }) => author))];
  const leading = authors.filter((author) => chiefs.test(author) && /аким|әкім/iu.test(author));
  if (leading.length > 0) return new Set(leading);
  const others = authors.filter((author) => chiefs.test(author) && !executors.test(author));
  if (others.length > 0) return new Set(others.slice(0, 1));
  const [first] = messages;
  return new Set(first ? [first.author] : []);
}

/** 'Переслано от', '> цитата', 'Имя ответил': not said now. */
export function isQuotedLine(line: string): boolean {
  return /^(?:>|»|\|)\s*/.test(line) || /^(?:переслано|forwarded|қайта жолданды|медиа|<media|‎)/iu.test(fold(line));
}
