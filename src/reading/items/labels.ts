// Labels of an item: 'Ответственные: …', 'Срок – …', '(исп. …)', 'Жауаптылар: …', 'Мерзімі: …', wherever they stand in its lines.
import { fold, matchesOf, type Span } from '../words.ts';
import { trimmed } from './source.ts';

export type LabelRole = 'responsible' | 'together' | 'deadline' | 'form' | 'other';

export type Label = {
  role: LabelRole;
  /** The label with its value and the brackets around both. */
  span: Span;
  value: Span;
};

const names: [LabelRole, string][] = [
  [
    'together',
    'соисполнител[ьи]|соисп\\.|бірлес(?:іп|кен|е) орындаушы(?:лар)?|қоса орындаушы(?:лар)?|тең орындаушы(?:лар)?|бірге орындаушы(?:лар)?',
  ],
  [
    'responsible',
    'ответственн(?:ым|ой|ыми)(?:\\s+за\\s+исполнение)?\\s+(?:назнач|определ)[а-яё]+|ответственн(?:ый|ая|ое|ые|ого|ым)(?:\\s+(?:исполнител[ьи]|лиц[оа]|за исполнение|за выполнение))?|отв(?:етств)?\\.(?:\\s*исп(?:олн)?\\.?)?|исполнител[ьи]|исп\\.|кому|кто(?:\\s+(?:исполняет|отвечает))?|' +
      'кім(?:ге|\\s+(?:орындайды|жауап береді))?|жауапты(?:лар)?(?:\\s+(?:орындаушы(?:лар)?|тұлға(?:лар)?|хатшы))?|орындаушы(?:лар)?|орынд\\.|жауап\\.',
  ],
  [
    'deadline',
    'когда|қашан|(?:к\\s+)?срок(?:и|у)?(?:\\s+(?:исполнения|выполнения|реализации|завершения|сдачи))?|дата исполнения|(?:орындау|орындалу|аяқтау|өткізу)?\\s*мерзім(?:і|дері)?',
  ],
  [
    'form',
    'форма\\s+(?:завершения|исполнения|отч[её]тности|реализации)|аяқталу\\s+нысаны|аяқтау\\s+нысаны|орындау\\s+нысаны|результат',
  ],
  ['other', 'контроль|бақылау(?:шы)?|примечани[ея]|ескертпе|ескерту|основание|негіздеме|финансирование|қаржыландыру'],
];

// All labels in one pattern, spelled as they are and as typed without Kazakh letters.
const pattern = new RegExp(names.map(([, words]) => `((?:${both(words)})(?![\\p{L}]))`).join('|'), 'iuy');
/** The letters with which labels begin: most places where one may stand hold another. */
const beginnings = new Set([...'сбқктоиждмөфаярпенСБҚКТОИЖДМӨФАЯРПЕН']);
/** Where a label may begin: see `openingOf`. */
const openings = /(?:^|[\n.;,(!–—-]|[.!]»|[ \t]{12})[ \t•*–—-]*/g;

function both(words: string): string {
  const typed = foldPattern(words);
  return typed === words ? words : `${words}|${typed}`;
}

function foldPattern(word: string): string {
  return word.replace(/[әғқңөұүһі]/g, (letter) => fold(letter));
}

/** Finds the labels in the lines of one item. */
export function labelsIn(text: string, span: Span): Label[] {
  const part = text.slice(...span);
  const found: { role: LabelRole; start: number; valueStart: number; bracket: boolean }[] = [];
  let past = 0;
  for (const { index, 0: before } of matchesOf(openings, part)) {
    const start = index + before.length;
    pattern.lastIndex = start;
    if (start < past || part[start - 1] === '-' || !beginnings.has(part.charAt(start))) continue;
    const match = pattern.exec(part);
    if (!match) continue;
    const end = start + match[0].length;
    past = end;
    const opening = openingOf(part, start);
    const sign = /^\s*(?:[:–—=]|-\s|\s-)\s*/.exec(part.slice(end, end + 6));
    if (!opening || (!sign && !standsAlone(match[0], part, start, end))) continue;
    const role = (names[match.findIndex((words, at) => at > 0 && words !== undefined) - 1] as (typeof names)[0])[0];
    found.push({ role, start: opening.start, valueStart: end + (sign?.[0].length ?? 0), bracket: opening.bracket });
  }
  if (found.length === 0) return [];
  return found.map((label, index) => {
    const limit = found[index + 1]?.start ?? part.length;
    const end = valueEnd(part, label.valueStart, limit, label.bracket);
    const bracketed = label.bracket && part[end] === ')' ? end + 1 : end;
    const value = trimmed(part, [label.valueStart, end]);
    const place = ([from, to]: Span): Span => [from + span[0], to + span[0]];
    return { role: label.role, span: place([label.start, bracketed]), value: place(withoutStop(part, value)) };
  });
}

/** A label begins a line, a sentence or a bracket, or stands behind a comma or a dash. */
function openingOf(part: string, start: number): { start: number; bracket: boolean } | null {
  const before = /(?:^|\n|[.;,(–—-]|[.!]»?)[ \t•*–—-]*$/.exec(part.slice(Math.max(0, start - 12), start));
  if (!before) return null;
  const bracket = /\([ \t]*$/.test(part.slice(Math.max(0, start - 3), start));
  const opened = bracket ? part.lastIndexOf('(', start) : start;
  return { start: opened, bracket: bracket || isInsideBracket(part, start) };
}

function isInsideBracket(part: string, start: number): boolean {
  const before = part.slice(Math.max(0, start - 200), start);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** 'Отв. Ким В.А.' and 'ответственный Жаксыбеков' need no sign; 'срок неделя' is read as a date already. */
function standsAlone(word: string, part: string, start: number, end: number): boolean {
  const next = part.slice(end, end + 3).trimStart();
  if (/назнач|определ/iu.test(word)) return true;
  if (/\.$/.test(word)) return /^[\p{L}«–—]/u.test(next);
  if (/^(?:ответственн(?:ый|ая|ые)|жауапты)/iu.test(word))
    return /^\p{Lu}/u.test(next) || /,\s*$/.test(part.slice(0, start));
  return part.slice(end, end + 2).startsWith('\n');
}

/** Up to the next label, the bracket, the end of the sentence, or the line that is no continuation. */
function valueEnd(part: string, from: number, limit: number, bracket: boolean): number {
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const sign = part[at] as string;
    if (sign === '(') depth += 1;
    if (sign === ')') {
      if (depth === 0 && bracket) return at;
      depth = Math.max(0, depth - 1);
    }
    if (sign === '\n' && !continues(part, from, at)) return at;
    if (
      sign === '.' &&
      depth === 0 &&
      /^\.\s+(?:\p{Lu}\p{Ll}{3,}|(?:До|К|С|В)\s\d)/u.test(part.slice(at, at + 8)) &&
      !/(?:^|[\s.])\p{Lu}$/u.test(part.slice(Math.max(0, at - 2), at)) &&
      /[\p{L}\d)»]{2}$/u.test(part.slice(from, at)) &&
      !/(?:зам|отв|им|мкр|г|отд|упр)$/iu.test(part.slice(from, at))
    )
      return at;
  }
  return limit;
}

/** The value goes on in the next line: nothing was said yet, the line ended with a comma, or the next one begins small. */
function continues(part: string, from: number, newline: number): boolean {
  const said = part.slice(from, newline).trim();
  const next = part
    .slice(newline + 1)
    .trimStart()
    .slice(0, 2);
  return (
    said === '' ||
    /[,;(–—]$|\s(?:и|мен|және|по|с|на|в)$/.test(said) ||
    /^[\p{Ll}(]/u.test(next) ||
    /^\d{4}/.test(part.slice(newline + 1).trimStart())
  );
}

function withoutStop(part: string, [start, end]: Span): Span {
  let to = end;
  while (
    to > start &&
    /[\s.,;]/.test(part[to - 1] as string) &&
    !/\p{Lu}\.$|(?:^|\s)(?:г|т\.г|с\.г|ж)\.$/u.test(part.slice(start, to))
  )
    to -= 1;
  return [start, to];
}
