// A paragraph cut into sentences; abbreviations, initials, brackets and quotations do not end one.
import { fold, vocabulary, type Span } from '../words.ts';
import { trimmed } from './source.ts';

const abbreviations = vocabulary(`
  г гг т с тыс млн млрд руб тг им ул д кв мкр пос обл р-н зам отв исп соисп см ст п пп ч стр рис др пр н э к ж қ б орынд жауап шт ед экз чел т.д т.п
  вх исх доп тел каб корп оф пом ауд сб мин час сек св проф доц акад ред изд гл орын ауд обл соң
`);

/** Nothing else ends a sentence, opens or closes a bracket. */
const signs = /[«(“„[»”)\]\n;.!?…]/g;

/** Cuts the stretch at sentence ends, and at semicolons when `atSemicolons`. Empty pieces are dropped. */
export function splitSentences(text: string, span: Span, atSemicolons: boolean): Span[] {
  const pieces: Span[] = [];
  let from = span[0];
  let depth = 0;
  signs.lastIndex = span[0];
  for (let match = signs.exec(text); match && match.index < span[1]; match = signs.exec(text)) {
    const { index: at, 0: sign } = match;
    if ('«(“„['.includes(sign)) depth += 1;
    else if ('»)”]'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (sign === '\n' && text[at + 1] === '\n') depth = 0;
    if (depth > 0 && depthNeverCloses(text, at, span[1])) depth = 0;
    if (depth > 0 || !ends(text, at, span, atSemicolons)) continue;
    push(pieces, trimmed(text, [from, at + 1]));
    from = at + 1;
  }
  push(pieces, trimmed(text, [from, span[1]]));
  return pieces;
}

function push(pieces: Span[], span: Span): void {
  if (span[1] > span[0]) pieces.push(span);
}

/** Only looked at where a bracket opens; a bracket that is not closed within 400 signs hides no sentence end. */
function depthNeverCloses(text: string, at: number, end: number): boolean {
  const close = { '«': '»', '(': ')', '“': '”', '„': '“', '[': ']' }[text[at] as string];
  if (close === undefined) return false;
  const found = text.slice(at + 1, Math.min(end, at + 400)).indexOf(close);
  return found < 0;
}

function ends(text: string, at: number, span: Span, atSemicolons: boolean): boolean {
  const sign = text[at] as string;
  if (sign === ';') return atSemicolons;
  if (!'.!?…'.includes(sign)) return false;
  const after = text.slice(at + 1, at + 3);
  if (after !== '' && at + 1 < span[1] && !/^[\s»”")]/.test(after)) return false;
  if (sign !== '.') return true;
  const next = /\S/.exec(text.slice(at + 1, at + 12))?.[0] ?? '';
  if (/[\p{Ll},;:)–—-]/u.test(next)) return false;
  const word = /[\p{L}.\d-]*$/u.exec(text.slice(Math.max(span[0], at - 14), at))?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word) || /(?:^|\.)\p{Lu}$/u.test(word)) return isLastInitial(text, at, next);
  if (/^\d{1,2}(?:\.\d{1,2})*$/.test(word)) return !/\d/.test(next) && at + 1 >= span[1];
  const folded = fold(word);
  if (/^(?:г|гг|ж)$/.test(folded))
    return /\d\s*$/.test(text.slice(Math.max(span[0], at - 8), at - word.length)) && /[\p{Lu}\d«❗]/u.test(next);
  if (/^[тс]\.[гғ]$|^а\.ж$/.test(folded)) return /\p{Lu}/u.test(next);
  return !abbreviations.has(folded);
}

/** 'Ахметов А.Б. Срок' ends, 'А.Б. Ахметов' and 'А. Б. Ахметов' do not. */
function isLastInitial(text: string, at: number, next: string): boolean {
  const before = text.slice(Math.max(0, at - 40), at - 1);
  const surnameBefore = /\p{Lu}[\p{Ll}-]+\s+(?:\p{Lu}\.\s?)?$/u.test(before);
  return (
    surnameBefore &&
    !/^\p{Lu}\./u.test(
      text
        .slice(at + 1)
        .trimStart()
        .slice(0, 2),
    ) &&
    /[\p{Lu}\d«]/u.test(next)
  );
}
