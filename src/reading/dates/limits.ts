// The words around a date that make it a limit ('до', 'не позднее', 'дейін', 'кешіктірмей') or show that it is none ('от', 'кейін').
import { dashes, isSign, isWord, vocabulary, type Token } from '../words.ts';

const limits = vocabulary('до к ко by until till before due deadline');
const prepositions = vocabulary('в во на по с со on');
const blocks = vocabulary('от после за из after since of');
const later = vocabulary('позднее позже');
const not = vocabulary('не');
const label = vocabulary('срок срока сроком мерзім мерзімі мерзімін deadline due');
const labelTail = vocabulary('исполнения выполнения');
const labelHead = vocabulary('в со с при орындау');
const onWord = vocabulary('на');
const todayWords = vocabulary('сегодня');

/** What stands before a date: where its words begin and what they make of it. */
export function openingOf(
  tokens: Token[],
  at: number,
): { from: number; limit: boolean; blocked: boolean; preposition: boolean } {
  const before = tokens[at - 1];
  const none = { from: at, limit: false, blocked: false, preposition: false };
  if (isWord(before, blocks)) return { ...none, blocked: true };
  const counted = noLaterThan(tokens, at);
  if (counted !== null) return { ...none, from: withLabel(tokens, counted), limit: true };
  if (isWord(before, limits)) return { ...none, from: withLabel(tokens, at - 1), limit: true };
  const labelled = withLabel(tokens, at);
  if (labelled < at) return { ...none, from: labelled, limit: true };
  if (!isWord(before, prepositions)) return none;
  return {
    ...none,
    from: at - 1,
    preposition: true,
    blocked: isWord(before, onWord) && isWord(tokens[at], todayWords),
  };
}

function noLaterThan(tokens: Token[], at: number): number | null {
  if (isWord(tokens[at - 1], later) && isWord(tokens[at - 2], not)) return at - 2;
  const english = [tokens[at - 3], tokens[at - 2], tokens[at - 1]].map((token) => token?.folded).join(' ');
  return /^(?:no|not) later than$/.test(english) ? at - 3 : null;
}

/** Takes in a label before the date: 'срок исполнения –', 'в срок', 'мерзімі:', 'due'. */
function withLabel(tokens: Token[], at: number): number {
  let place = isSign(tokens[at - 1], `${dashes}:`) ? at - 1 : at;
  if (isWord(tokens[place - 1], labelTail)) place -= 1;
  if (!isWord(tokens[place - 1], label)) return at;
  return isWord(tokens[place - 2], labelHead) ? place - 2 : place - 1;
}

const closings = vocabulary('дейін шейін кешіктірмей кешікпей қалдырмай асырмай қарай');
const neutral = vocabulary('бастап включительно inclusive');
const dayWords = vocabulary('күні күніне күнінен');
const after = vocabulary('кейін соң');
const notLater = vocabulary('емес');

/** What stands behind a date: where its words end and what they make of it. */
export function closingOf(tokens: Token[], at: number): { to: number; limit: boolean; blocked: boolean } {
  const place = isWord(tokens[at], dayWords) ? at + 1 : at;
  const word = tokens[place];
  if (isWord(word, closings)) return { to: place + 1, limit: true, blocked: false };
  if (isWord(word, after)) {
    const denied = isWord(tokens[place + 1], notLater);
    return { to: denied ? place + 2 : place + 1, limit: denied, blocked: !denied };
  }
  return { to: isWord(word, neutral) ? place + 1 : place, limit: false, blocked: false };
}
