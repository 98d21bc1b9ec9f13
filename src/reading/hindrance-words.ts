// speaksOfHindrance: whether a message says that something hinders the work: 'ждём материалы', 'нет финансирования', 'материал жоқ'.
import { beginsWith, isSign, isWord, tokenise, type Token, vocabulary } from './words.ts';

const hindrances = vocabulary(`
  мешает мешают мешал препятств помех задерж приостанов простаива застопор затрудн кедерг богет токтап токтатыл кешиг кешеуил тежел
  blocked hinder obstacle stuck delayed`);
const lacks = vocabulary('недостат нехватк отсутств жетиспе жетпей жетпейд тапшы shortage lack lacking');
/** What work stops without; 'нет' and 'жоқ' of anything else are plain answers. */
const means = vocabulary(`
  материал финанс денег средств бюджет техник оборудован доступ люд рабоч подрядчик свет электр вод тепл согласован разрешен документ
  смет топлив уголь угля транспорт машин интернет договор каражат акша каржы курал жабдык адам мердигер келисим рухсат кужат комир отын
  funds funding money materials equipment access people`);
const waiting = vocabulary('ждем жду ждут ожидаем ожидаю ожидается кутудемиз кутемиз кутип кутуде waiting awaiting');
/** Waiting for these is the order of things: the work is done. */
const usual = vocabulary('приемк приема проверк комисси ответа вас звонка указан похвал кабылдау тексеру');
const none = vocabulary('нет без нету no without');
const noneBehind = vocabulary('жок болмады болинбеди болинген');
const notBehind = vocabulary('хватает дают дали поступил поступили поступило выделили выделено привезли');
const negations = vocabulary('не ничего никто никаких никакой ни нет без не емес жок not no nothing');

/** Tells a hindrance from its absence ('препятствий нет', 'кедергі жоқ'). Pure. */
export function speaksOfHindrance(text: string): boolean {
  const tokens = tokenise(text);
  return tokens.some((token, at) => isHindrance(tokens, token, at));
}

function isHindrance(tokens: Token[], token: Token, at: number): boolean {
  if (beginsWith(token, hindrances) || beginsWith(token, lacks)) return !isDenied(tokens, at);
  if (isWord(token, waiting)) return isWaitedFor(tokens, at);
  if (isWord(token, none)) return within(tokens, at, 1, 2).some((word) => beginsWith(word, means));
  if (token.folded === 'не' && isWord(tokens[at + 1], notBehind)) return true;
  if (beginsWith(token, means)) return within(tokens, at, 1, 2).some((word) => word.folded === 'жок' || isUnpaid(word));
  return false;
}

/** 'қаржы бөлінбеді', 'материал келмеді'. */
function isUnpaid({ folded }: Token): boolean {
  return /^(?:болинбе|келме|жетпе|берилме|алынба|жетисп)/.test(folded);
}

function isWaitedFor(tokens: Token[], at: number): boolean {
  const around = [...within(tokens, at, 1, 3), ...within(tokens, at, -1, 2)].filter(({ kind }) => kind === 'word');
  return around.length > 0 && !around.some((word) => beginsWith(word, usual));
}

/** 'препятствий нет', 'ничего не мешает', 'без задержек', 'кедергі жоқ'. */
function isDenied(tokens: Token[], at: number): boolean {
  return [...within(tokens, at, -1, 2), ...within(tokens, at, 1, 1)].some(
    (word) => isWord(word, negations) || isWord(word, noneBehind),
  );
}

/** So many tokens in one direction, up to the next sign of a clause. */
function within(tokens: Token[], at: number, step: 1 | -1, most: number): Token[] {
  const found: Token[] = [];
  for (
    let place = at + step;
    found.length < most && tokens[place] && !isSign(tokens[place], ',.;!?—–:()\n');
    place += step
  )
    found.push(tokens[place] as Token);
  return found;
}
