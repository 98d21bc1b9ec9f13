// Talk or report: whether people are told what to do, or readers what was said.
import type { Block } from './blocks.ts';

const reporting =
  /(?:сообща(?:ет|ют)|переда[её]т|пресс-(?:служб|центр)|(?:сообщил|рассказал|пояснил|подчеркнул|отметил|поручил|заявил|доложил|потребовал|распорядил|попросил|резюмировал|раскритиковал|призвал|предложил|добавил|обратил|посетил|проинспектировал|заслушал)|прош[её]л[аио]?\s|состоял(?:ось|ся|ась)|хабарлайды|баспасөз|атап өтті|мәлімдеді|айтты|деді|тапсырды|айтуынша|баяндады|обязались|напомним|под председательством|сала кет|жүктелді|міндеттеме алды|аралады|танысты|журналист|редакци|газет|фото:|сурет:|реклама|брифинг|интервью|корреспондент|просмотр)/gu;
// A picture is looked for only behind the letters: to ask it of every sign is slow.
const talking =
  /(?:коллеги|әріптестер|добрый день|доброе утро|добрый вечер|қайырлы|сәлем|здравствуйте|(?<!\p{L})прошу|пожалуйста|спасибо|рахмет|рақмет|(?<!\p{L})всем(?!\p{L})|жіберіңіз|беріңіз|(?<=[а-яё]{3})(?:йте|ьте|ите)[\s,.!]|(?<!естер)(?:ыңыз|іңіз)|срочно|(?=[©®‼-\u{1ffff}])\p{Extended_Pictographic}|ребята|скиньте|(?<!\p{L})жду(?!\p{L})|мне на стол|с вас|достар|друзья|дейді|ыңдар|іңдер)/gu;

/** True for a message or a list of instructions, false for a report in the third person. */
export function isTalk(text: string, blocks: Block[]): boolean {
  const [talks, reports] = [talksOf(text), reportsOf(text)];
  const bullets = blocks.filter(({ span, depth }) => depth > 0 && !/[–—-]/.test(text[span[0]] ?? '')).length;
  return talks + bullets >= reports || (reports < 2 && text.length < 700);
}

/** A message to colleagues, numbered or not: it greets, thanks, and tells people what to do. */
export function saysToPeople(text: string): boolean {
  if (text.length > 4_000) return false;
  return talksOf(text) >= 2 && reportsOf(text) < 2;
}

/** How often the beginning of a text speaks to people; the answer about the last text is kept, for it is asked about twice. */
const talksOf = countOf(talking);
/** How often it reports. */
const reportsOf = countOf(reporting);

function countOf(pattern: RegExp): (text: string) => number {
  let heard = '';
  let count = 0;
  return (text) => {
    if (text === heard) return count;
    heard = text.length > 4_000 ? '' : text;
    count = text.slice(0, 20_000).toLowerCase().match(pattern)?.length ?? 0;
    return count;
  };
}
