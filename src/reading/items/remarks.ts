// What is said beside an order: remarks behind it, words to the typist, and what the speaker takes back.
import { isSign, type Span } from '../words.ts';
import type { Conjunct } from './conjuncts.ts';
import { isThirdPerson } from './russian-verbs.ts';
import type { Sentence } from './sentence.ts';

/** ', деньги есть', ', иначе взыщем', ', раньше заявки не принимают': a remark behind the order, with a verb of its own. */
export function asideStart({ tokens, depth, inTerm }: Sentence, { verb, to }: Conjunct, end: number): number {
  for (let at = verb + 1; at < to; at += 1) {
    const opens = isSign(tokens[at], ',–—') || (inTerm[at - 1] === 1 && inTerm[at] === 0);
    if (depth[at] || !opens) continue;
    const rest = tokens.slice(at, to);
    if (/^(?:котор|где|чтобы|почему|как|если|что|и|а)/.test(rest.find(({ kind }) => kind === 'word')?.folded ?? ''))
      return end;
    const remark = rest.some(
      (token, index) => token.kind === 'word' && inTerm[at + index] === 0 && isRemarkVerb(token.folded),
    );
    if (remark) return tokens[at - 1]?.end ?? end;
  }
  return end;
}

function isRemarkVerb(word: string): boolean {
  return (
    isThirdPerson(word) ||
    /(?:[аеиыуя]ли|[аи]лся|[аи]лась|[аи]лись)$/.test(word) ||
    /^(?:есть|нет|иначе|раньше|барлыгы|всего|сам|сама|буду|будем|хватит|подпишу|проверю|сделаю|приеду)$/.test(word) ||
    /^[а-я]{4,}(?:емся|имся|ем|им)$/.test(word)
  );
}

/** 'запишите', 'держите', 'смотрите': said to the typist or to draw attention. */
export function isIdle({ tokens }: Sentence, verb: number): boolean {
  const word = tokens[verb]?.folded ?? '';
  if (
    /^(?:запиши|запишите|записывай|записывайте|пиши|пишите|слушай|слушайте|смотрите|держите|давай|давайте|погоди|подожди|подождите|извините|простите|помните|бойтесь|знайте|читай|читайте|дождитесь|поделитесь|подписывайтесь|подпишитесь|следите|звоните|обращайтесь|спрашивайте|ищите|волнуйтесь|переживайте|беспокойтесь|обижайтесь)$/.test(
      word,
    )
  )
    return true;
  return tokens.some(({ folded }) => /^(?:запят|абзац|кавычк)/.test(folded));
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
