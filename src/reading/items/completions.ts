// Sentences that complete or undo what was said before: 'Срок – до 5 мая.', 'Поправка: к четвергу', 'Предложение не поддержано.'
import { tokenise } from '../words.ts';
import type { Found } from './assemble.ts';
import type { Order } from './orders.ts';
import type { Sentence } from './sentence.ts';

const correction =
  /^(?:хорошо|ладно|тогда|жарайды|нет|точнее|вернее|лучше|поправка|исправление|поправляюсь|ошибся|жоқ|дұрысы|түзету|қате)(?!\p{L})/iu;

/** 'Поправка: не к среде, а к четвергу': the order just read, or the item that shares its words, gets the last date. */
export function corrects({ text, span, terms }: Sentence, orders: Order[], found: Found[]): boolean {
  const words = text.slice(...span);
  if (terms.length === 0 || words.length > 90 || !correction.test(words)) return false;
  const target: Order | Found | undefined = orders.at(-1) ?? likest(text, words, found);
  if (target) target.terms = terms.slice(-1);
  return target !== undefined;
}

/** 'Срок – до 5 мая.' behind the order. */
export function completes(sentence: Sentence, orders: Order[]): boolean {
  const { span, terms } = sentence;
  const open = orders.filter((order) => order.terms.length === 0);
  if (terms.length === 0 || span[1] - span[0] > 90 || open.length === 0 || !isBareTerm(sentence)) return false;
  for (const order of open) {
    order.terms = terms;
    order.span = [order.span[0], Math.max(order.span[1], span[1])];
  }
  return true;
}

/** Hardly anything but the deadline: 'Срок 3 рабочих дня', 'до пятницы, не позже'. */
function isBareTerm({ tokens, inTerm }: Sentence): boolean {
  return tokens.filter(({ kind }, at) => kind === 'word' && inTerm[at] === 0).length <= 4;
}

/** The item that shares most words with the correction; the last one when none does. */
function likest(text: string, words: string, found: Found[]): Found | undefined {
  const stems = new Set(
    tokenise(words)
      .filter(({ folded }) => folded.length > 4)
      .map(({ folded }) => folded.slice(0, 5)),
  );
  const shared = ({ keep }: Found): number =>
    keep.flatMap((span) => tokenise(text.slice(...span))).filter(({ folded }) => stems.has(folded.slice(0, 5))).length;
  return found
    .slice(-12)
    .reduce<Found | undefined>((best, each) => (best && shared(best) > shared(each) ? best : each), undefined);
}

const rejected =
  /(?:не поддержан[оаы]?|отклонен[оаы]?|не принят[оаы]?|не согласил\p{L}*|снят[оа]? с обсуждения|қолдау таппа\p{L}*|қолдамады|қабылданбады|келіспеді)(?!\p{L})/iu;

/** 'Предложение не поддержано': what was said before it is no order either. */
export function isDropped(words: string, orders: Order[]): boolean {
  if (!rejected.test(words)) return false;
  orders.pop();
  return true;
}
