// readReport: whether a message reports that work is done, how far it is, or asks something. When unsure it says so.
import { beginsWith, isSign, isWord, tokenise, vocabulary, type Token } from './words.ts';

export type ReportReading = {
  kind: 'final' | 'interim' | 'question' | 'unclear';
  /** Per cent done, 0..100, where the text names it. */
  progress?: number;
};

const done = vocabulary(`
  выполнено выполнен выполнена выполнены выполнил выполнила выполнили исполнено исполнен исполнена исполнены исполнили
  готово готов готова готовы сделано сделан сделана сделаны сделал сделала сделали завершено завершен завершена завершены
  завершили закончено закончен закончена закончены закончили устранено устранен устранена устранены устранили
  орындалды орындадық орындадым дайын бітті бітірдік бітірдім аяқталды аяқтадық аяқтадым жасалды жасадық жасадым жойылды
  жойдық done completed complete finished executed ready fixed`);
const partly = vocabulary(
  'частично почти отчасти половина половину наполовину ішінара жартылай жартысы жартысын partly partially almost nearly half',
);
const underWay = vocabulary(`
  процессе работе ждем ожидаем продолжаем начали начато начата приступили ведется ведутся готовим готовится готовятся делаем
  делается планируем осталось остался остались орындалуда жүргізілуде жасалуда басталды бастадық жалғасуда күтудеміз күтеміз
  дайындалуда жатырмыз жатыр отырмыз қалды waiting started ongoing progress underway continuing`);
const notYet = vocabulary(`
  будет будут будем если когда должно должен должны нужно надо необходимо можно просим прошу орындалады орындаймыз боламыз
  болады керек егер will if should must need cannot`);
const negations = vocabulary('не ни not never isn wasn hasn');
const negativeStems = vocabulary(
  'невыполн неисполн незаверш орындалма орындама аяқталма аяқтама бітпе бітірме жасалма жасама',
);
const negationsBehind = vocabulary('емес жоқ');
const share = vocabulary('все всё полностью весь вся до');
const questions = vocabulary(`
  какая какой какие какую каком какое когда где куда кому кто сколько зачем почему қандай қашан қайда кімге кім қалай қанша неге
  what when where which who how why`);
const readinessStems = vocabulary('готовност выполнени исполнени прогресс орындалу дайындық readiness progress');
const percentStems = vocabulary('процент пайыз percent');
const outOf = vocabulary('из of');
const infinitive = /(?:ть|ти|чь|ться|тись)$/;
const clauseSigns = ',.;!?—–:()\n';

const thanks = vocabulary('спасибо благодарю благодарим рахмет рақмет thanks thank');
const withThanks = vocabulary('большое огромное вам вас көп сізге үлкен алғыс ок окей you very much so ok');

/** True for thanks and nothing else: no report, and nothing to ask about. */
export function isThanks(text: string): boolean {
  const words = tokenise(text).filter((token) => token.kind !== 'sign');
  return (
    words.some((word) => isWord(word, thanks)) &&
    words.every((word) => isWord(word, thanks) || isWord(word, withThanks))
  );
}

/** Tells a final report from an interim one, a question, and everything else ('unclear': ask with buttons). */
export function readReport(text: string): ReportReading {
  const tokens = tokenise(text);
  const claims = tokens.flatMap((token, at) => (isWord(token, done) && isClaim(tokens, at) ? [at] : []));
  if (isQuestion(tokens))
    return { kind: claims.length > 0 && tokens.length > 4 && !endsClaim(tokens, claims) ? 'unclear' : 'question' };
  const progress = progressOf(tokens, claims);
  if (progress === null || isDenied(tokens)) return { kind: 'unclear' };
  if (progress !== undefined) return { kind: progress === 100 ? 'final' : 'interim', progress };
  const isUnderWay = tokens.some((token) => isWord(token, underWay));
  if (tokens.some((token) => isWord(token, partly)))
    return { kind: claims.length > 0 || isUnderWay ? 'interim' : 'unclear' };
  if (claims.length > 0) return { kind: isUnderWay || speaksOfPart(tokens) ? 'unclear' : 'final' };
  return { kind: isUnderWay ? 'interim' : 'unclear' };
}

/** A question mark at the end, or a question word at the beginning of a text without completion words. */
function isQuestion(tokens: Token[]): boolean {
  const last = tokens.findLast((token) => token.kind !== 'sign' || '?!.'.includes(token.text));
  if (isSign(last, '?') || tokens.some((token) => isSign(token, '?'))) return true;
  const first = tokens.find((token) => token.kind === 'word');
  return isWord(first, questions) && !tokens.some((token) => isWord(token, done));
}

/** True when the completion word is itself what is asked: 'Готово?'. */
function endsClaim(tokens: Token[], claims: number[]): boolean {
  return claims.some((at) => isSign(tokens[at + 1], '?'));
}

/** 'готов помочь' promises, 'готов' reports. */
function isClaim(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  const promises = /^готов[аы]?$/.test(tokens[at]?.folded ?? '');
  return !(promises && next?.kind === 'word' && (infinitive.test(next.folded) || next.folded === 'к'));
}

/** Something in the text says 'not', 'not yet' or 'not all'. */
function isDenied(tokens: Token[]): boolean {
  return tokens.some((token, at) => {
    if (beginsWith(token, negativeStems) || isWord(token, notYet)) return true;
    if (isWord(token, done)) return isWord(tokens[at + 1], negationsBehind) || isNegated(tokens, at);
    return isWord(token, negations) && isWord(tokens[at + 1], share);
  });
}

/** A negation up to three words before, in the same clause. */
function isNegated(tokens: Token[], at: number): boolean {
  for (let place = at - 1; place >= Math.max(0, at - 3); place -= 1) {
    if (isSign(tokens[place], clauseSigns)) return false;
    if (isWord(tokens[place], negations)) return true;
  }
  return false;
}

/**
 * The percentage of work done: a number with a per cent sign alone or beside a completion word, or 'сделано 3 из 5'.
 * Undefined when the text names none; null when it names several or one above 100.
 */
function progressOf(tokens: Token[], claims: number[]): number | undefined | null {
  const numbers = tokens.flatMap((token, at) => (isPercent(tokens, at) ? [{ at, value: Number(token.text) }] : []));
  const near = numbers.filter(({ at }) => isOnlyPercent(tokens) || isBesideClaim(tokens, at, claims));
  const parts = tokens.flatMap((_, at) => fractionAt(tokens, at, claims));
  const values = [...near.map(({ value }) => value), ...parts];
  if (values.length > 1 || values.some((value) => value > 100)) return null;
  return values[0];
}

function isPercent(tokens: Token[], at: number): boolean {
  const isNumber = tokens[at]?.kind === 'number' && /^\d{1,4}$/.test(tokens[at].text);
  return isNumber && (isSign(tokens[at + 1], '%') || beginsWith(tokens[at + 1], percentStems));
}

function isOnlyPercent(tokens: Token[]): boolean {
  return tokens.filter((token) => token.kind !== 'sign').length <= 2 && !isSign(tokens[0], '-–+');
}

function isBesideClaim(tokens: Token[], at: number, claims: number[]): boolean {
  const isNear = (place: number) =>
    Math.abs(place - at) <= 3 &&
    !tokens.slice(Math.min(place, at), Math.max(place, at)).some((token) => isSign(token, clauseSigns));
  return claims.some(isNear) || tokens.some((token, place) => beginsWith(token, readinessStems) && isNear(place));
}

function fractionAt(tokens: Token[], at: number, claims: number[]): number[] {
  const [part, whole] = [tokens[at], tokens[at + 2]];
  if (part?.kind !== 'number' || whole?.kind !== 'number' || !isWord(tokens[at + 1], outOf) || claims.length === 0)
    return [];
  const [a, b] = [Number(part.text), Number(whole.text)];
  return Number.isInteger(a) && Number.isInteger(b) && b > 0 ? [Math.floor((100 * a) / b)] : [];
}

/** '3-еуі дайын': a count of parts, not of the whole. */
function speaksOfPart(tokens: Token[]): boolean {
  return tokens.some(
    (token, at) => token.kind === 'number' && isSign(tokens[at + 1], '-') && isWord(tokens[at + 2], kazakhParts),
  );
}

const kazakhParts = vocabulary('еуі уі ыншысы і ы сі');
