// What is said beside an order: remarks behind it, words to the typist, and what the speaker takes back.
import { isSign, type Span, type Token } from '../words.ts';
import type { Conjunct } from './conjuncts.ts';
import { isThirdPerson } from './russian-verbs.ts';
import type { Sentence } from './sentence.ts';

/** ', деньги есть', ', иначе взыщем', ', раньше заявки не принимают': a remark behind the order, with a verb of its own. */
export function asideStart({ tokens, depth, inTerm }: Sentence, { head, verb, to }: Conjunct, end: number): number {
  const from = 'end' in head ? head.end : verb + 1;
  let last = to - 1;
  while (last >= from && !(tokens[last]?.kind === 'word' && !inTerm[last] && isRemarkVerb(tokens[last] as Token)))
    last -= 1;
  for (let at = from; at <= last; at += 1) {
    const opens = isSign(tokens[at], ',–—') || (inTerm[at - 1] === 1 && inTerm[at] === 0);
    if (depth[at] || !opens) continue;
    const word = tokens[at]?.kind === 'word' ? tokens[at] : tokens[at + 1];
    if (/^(?:котор|где|чтобы|почему|как|если|что|сколько|и|а)/.test(word?.folded ?? '')) return end;
    return tokens[at - 1]?.end ?? end;
  }
  return end;
}

const things = /^(?:дело|тело|начало|мало|одеяло|мыло|село|зеркало|покрывало|правило|одело)$/;

function isRemarkVerb({ folded: word, text }: Token): boolean {
  if (
    /^(?:есть|нет|иначе|раньше|барлыгы|всего|сам|сама|буду|будем|хватит|подпишу|проверю|сделаю|приеду|уже|дейди)$/.test(
      word,
    )
  )
    return true;
  if (/[аеиыуя]ло(?:сь)?$/.test(word) && !things.test(word)) return true;
  if (isThirdPerson(word) || /(?:[аеиыуя]ли|[аи]лся|[аи]лась|[аи]лись)$/.test(word)) return true;
  return /[әғқңөұүһі]/iu.test(text) && /(?:ады|еди|йды|йди|мыз|миз)$/.test(word);
}

/** 'запишите', 'держите', 'смотрите': said to the typist or to draw attention. */
export function isIdle(sentence: Sentence, verb: number): boolean {
  const tokens = sentence.tokens.slice(Math.max(0, verb - 8), verb + 9);
  const word = sentence.tokens[verb]?.folded ?? '';
  if (
    /^(?:запиши|запишите|записывай|записывайте|пиши|пишите|слушай|слушайте|смотрите|держите|давай|давайте|погоди|подожди|подождите|извините|простите|помните|бойтесь|знайте|читай|читайте|дождитесь|поделитесь|подписывайтесь|подпишитесь|следите|звоните|обращайтесь|спрашивайте|ищите|волнуйтесь|переживайте|беспокойтесь|обижайтесь)$/.test(
      word,
    )
  )
    return true;
  if (/^(?:алыныз|алыныздар|ал|койыныз)$/.test(word) && sentence.tokens[verb - 1]?.folded === 'жазып') return true;
  if (/^(?:поставь|поставьте)$/.test(word) && tokens.some(({ folded }) => /^(?:дату|число|подпись)$/.test(folded)))
    return true;
  return tokens.some(({ folded }) => /^(?:запят|абзац|кавычк|шапк)/.test(folded));
}

/** 'восемь нет не восемь а двенадцать', 'восемь, нет, двенадцать': what the speaker took back. */
export function slips({ tokens, inTerm }: Sentence, from: number, to: number): Span[] {
  const cuts: Span[] = [];
  for (let at = from + 1; at < to - 1; at += 1) {
    if (tokens[at]?.folded !== 'нет' || inTerm[at]) continue;
    const wrong = tokens[at - 1]?.kind === 'sign' ? at - 2 : at - 1;
    const next = tokens[at + 1]?.kind === 'sign' ? at + 2 : at + 1;
    const denied = tokens[next]?.folded === 'не' && tokens[next + 1]?.folded === tokens[wrong]?.folded;
    if (!denied && wrong !== at - 2) continue;
    let end = denied ? next + 2 : next;
    while (tokens[end]?.kind === 'sign' || tokens[end]?.folded === 'а') end += 1;
    const [first, last] = [tokens[wrong], tokens[end - 1]];
    if (first && last && wrong >= from && end < to) cuts.push([first.start, last.end]);
  }
  return cuts;
}
