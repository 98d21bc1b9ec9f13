// Counting numbers of a text in digits or words, with thousands and millions expanded: '1 200', '2,5 тыс.', '87 млн', 'отыз үш'.
import { isSign, type Token } from '../words.ts';
import { scaleOf, spelledNumberAt } from './number-words.ts';

export type Quantity = {
  value: number;
  from: number;
  to: number;
  /** Written in words: 'бір', 'один' may only be an article. */
  spelled: boolean;
  /** The case ending of the number's last word in Kazakh: 'мыңнан', '500-ге'. */
  ending: string;
};

const spaces = /^[ \u00a0\u202f\u2009]$/;

/** The quantity that begins at this token, or null; dates, times, ordinals and numbers of papers are none. */
export function quantityAt(text: string, tokens: Token[], at: number): Quantity | null {
  const token = tokens[at];
  if (token?.kind === 'word') {
    const spelled = spelledNumberAt(tokens, at);
    return spelled && { ...spelled, from: at, spelled: true, ending: tokens[spelled.to - 1]?.folded ?? '' };
  }
  if (token?.kind !== 'number') return null;
  const digits = digitsAt(text, tokens, at);
  if (!digits) return null;
  return scaled(tokens, at, digits);
}

function digitsAt(text: string, tokens: Token[], at: number): { value: number; to: number } | null {
  const token = tokens[at];
  if (!token || isOrdinal(tokens, at)) return null;
  if (/^\d+\.\d$/.test(token.text)) return { value: Number(token.text), to: at + 1 };
  // '10.000' are ten thousand, '18.00' is a time, '20.11' a day.
  if (/^\d{1,3}(?:\.\d{3})+$/.test(token.text)) return { value: Number(token.text.replaceAll('.', '')), to: at + 1 };
  if (!/^\d{1,12}$/.test(token.text)) return null;
  let digits = token.text;
  let to = at + 1;
  while (digits.length <= 9 && to - at < 4 && token.text.length <= 3 && isThousands(text, tokens, to)) {
    digits += tokens[to]?.text ?? '';
    to += 1;
  }
  const [comma, fraction] = [tokens[to], tokens[to + 1]];
  const decimal =
    isSign(comma, ',') &&
    comma?.start === tokens[to - 1]?.end &&
    fraction?.kind === 'number' &&
    fraction.start === comma?.end;
  if (decimal && /^\d{1,3}$/.test(fraction.text)) return { value: Number(`${digits}.${fraction.text}`), to: to + 2 };
  return { value: Number(digits), to };
}

function isThousands(text: string, tokens: Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return (
    token?.kind === 'number' && /^\d{3}$/.test(token.text) && spaces.test(text.slice(before?.end ?? 0, token.start))
  );
}

/** '5-х', '10-дневный', '12-ші', '2-14-55' */
function isOrdinal(tokens: Token[], at: number): boolean {
  const [token, dash, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const before = tokens[at - 1];
  const joined = isSign(dash, '-') && dash?.start === token?.end && next?.start === dash?.end && next !== undefined;
  if (joined && next.kind === 'word')
    return !/^(?:г[ае]|к[ае]|[дтн][ае]н|[дт][ае]|ти|и|х|ми)$/.test(next.folded) || /^[хи]$/.test(next.folded);
  const behind =
    isSign(before, '-') &&
    before?.end === token?.start &&
    tokens[at - 2]?.kind === 'number' &&
    tokens[at - 2]?.end === before?.start;
  return (joined && next.kind === 'number' && isSign(tokens[at + 3], '-')) || (behind && isSign(tokens[at - 3], '-'));
}

function scaled(tokens: Token[], from: number, { value, to }: { value: number; to: number }): Quantity {
  let [result, end] = [value, to];
  let ending = '';
  if (isSign(tokens[end], '-') && tokens[end + 1]?.kind === 'word' && tokens[end]?.start === tokens[end - 1]?.end) {
    ending = tokens[end + 1]?.folded ?? '';
    end += 2;
  }
  const scale = scaleOf(tokens[end]);
  if (scale !== null) {
    ending = tokens[end]?.folded ?? '';
    result = Math.round(value * scale * 1000) / 1000;
    end += isSign(tokens[end + 1], '.') && /^(?:тыс|млн|млрд)$/.test(ending) ? 2 : 1;
  }
  return { value: result, from, to: end, spelled: false, ending };
}
