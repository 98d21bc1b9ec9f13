// Executors behind a label inside a clause: 'Отв. – Ким В.А.', '(исп. – отдел спорта; срок – …)', 'ответственный Жаксыбеков', 'орынд.: …'.
import { assemble, type AddresseesFound, type Stretch } from './found.ts';
import { kazakhPhraseAt } from './kazakh-phrases.ts';
import { isCapital } from './person-names.ts';
import { phraseAt, readList, type Clause, type Listed } from './lists.ts';
import { rememberOf } from '../remember.ts';
import { dashes, isSign, isWord, vocabulary, type Token } from '../words.ts';

const labels = vocabulary(`
  ответственный ответственные ответственная ответственное отв исп исполнитель исполнители соисполнитель соисполнители кому
  жауапты жауаптылар жауаптысы орындаушы орындаушылар орынд жауап исполнение исполнению ответств жауаптылары`);
const bare = vocabulary('ответственный ответственная ответственные жауапты жауаптысы исполнитель орындаушы отв исп');
const doers = vocabulary('исполнитель исполнители орындаушы орындаушылар лицо лица');
const ends = /^(?:дейин|форма|примечан|контрол|бакылау)$|^(?:срок|мерзим)/;
const limits = vocabulary('до к');
const short = vocabulary('г гор обл им зам зав и о р н п с ул мкр пос отв исп орынд ст гл');
const appointed = /^ответственн(?:ым|ой|ыми)$/;

/** The executors that a label of the clause names, or null when there is no label. */
export function labelled(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  const list: Listed[] = [];
  const stretches: Stretch[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const start = valueStart(tokens, at);
    if (start === null) continue;
    const to = valueEnd(clause, start);
    const found = isNobody(tokens, start, to) ? [] : readList(clause, start, to);
    list.push(...found);
    const opened = isSign(tokens[at - 1], '(') ? at - 1 : at;
    stretches.push({ from: opened, to: opened < at && isSign(tokens[to], ')') ? to + 1 : to });
    at = Math.max(at, to - 1);
  }
  return stretches.length > 0 ? assemble(clause, list, stretches) : behind(clause);
}

const mayLabel = rememberOf<Token, boolean>((folded) => labels.has(folded) || appointed.test(folded));

/** Where the value begins behind a label at this token; null for another word, or where the word is no label. */
function valueStart(tokens: Token[], at: number): number | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || !mayLabel(token)) return null;
  if (
    appointed.test(token.folded) &&
    /^(?:назначить|определить|назначается|является|назначен|назначена|назначены|определен|определена|определены)$/.test(
      tokens[at + 1]?.folded ?? '',
    )
  )
    return at + 2;
  if (!isWord(token, labels)) return null;
  let place = at + 1;
  if (isWord(tokens[place], doers)) place += 1;
  const dotted = isSign(tokens[place], '.');
  if (dotted) place += 1;
  if (isSign(tokens[place], `${dashes}:`)) return place + 1;
  if (!isWord(token, bare)) return null;
  if (dotted) return place;
  const phrase = phraseAt(tokens, place, ['nom'], ['nom'], false);
  const isName = isCapital(tokens[place]) && /^(?:жауапты|ответственн|отв|исп)/.test(token.folded);
  return phrase?.certain || isName ? place : null;
}

function isNobody(tokens: Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every((token) => token.kind === 'sign');
}

function valueEnd({ text, tokens }: Clause, from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (isSign(token, '(')) depth += 1;
    if (isSign(token, ')')) depth -= 1;
    if (depth < 0) return at;
    if (depth > 0) continue;
    if (isSign(token, ';') && endsList(tokens, at)) return at;
    if (
      token?.kind === 'word' &&
      at > from &&
      (ends.test(token.folded) || startsLabel(tokens, at) || (isWord(token, limits) && /^\p{Ll}/u.test(token.text)))
    )
      return trimmed(tokens, at);
    if (isSign(token, '.') && !isAbbreviation(tokens, at)) return at;
    if (
      token &&
      at > from &&
      text.slice(tokens[at - 1]?.end ?? 0, token.start).includes('\n') &&
      !isSign(tokens[at - 1], ',;')
    )
      return at;
  }
  return tokens.length;
}

function startsLabel(tokens: Token[], at: number): boolean {
  return isWord(tokens[at], labels) && isSign(tokens[at + 1], `${dashes}:.`);
}

function trimmed(tokens: Token[], at: number): number {
  const last = tokens[at - 1];
  return isSign(last, ',;') || (isSign(last, '.') && !isAbbreviation(tokens, at - 1)) ? at - 1 : at;
}

function endsList(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next === undefined || phraseAt(tokens, at + 1, ['nom', 'dat'], ['nom', 'dat'], false) === null;
}

/** True for the full stop of an initial or a shortened word. */
export function isAbbreviation(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'word' && (before.text.length === 1 || isWord(before, short));
}

/** 'Жақсыбеков жауапты' at the end of a clause. */
function behind(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  let end = tokens.length - 1;
  while (end > 0 && tokens[end]?.kind === 'sign') end -= 1;
  if (!/^жауапт/.test(tokens[end]?.folded ?? '')) return null;
  for (let from = Math.max(0, end - 6); from < end; from += 1) {
    const phrase = kazakhPhraseAt(tokens, from, ['nom']);
    if (phrase?.to === end) return assemble(clause, [{ phrase, joint: false }], [{ from, to: end + 1 }]);
  }
  return null;
}
