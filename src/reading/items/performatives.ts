// What a record says and does at once ('принять к сведению', 'бақылаудан алынсын'): no order follows from it.
import { russianPhraseAt } from '../addressees/russian-phrases.ts';
import { rememberOf } from '../remember.ts';
import { fold, type Token } from '../words.ts';
import type { Sentence } from './sentence.ts';

/** These end with the record itself, whoever stands in the dative beside them. */
const always =
  /^(?:отметить|констатировать|предупредить|поблагодарить|выразить|считать|указать|напомнить|признать|согласиться|заслушать|избрать|поощрить|наградить|приветствовать)$/;
/** These too, unless somebody is addressed: 'управлению утвердить график и довести до школ'. */
const alone = /^(?:утвердить|одобрить|поддержать|перенести|продлить)$/;
const thanks = /^(?:благодарност|выговор|замечани|взыскани)/;
const kazakhDone = new RegExp(
  `^(?:${fold('бекітілсін|мақұлдансын|ескертілсін|көрсетілсін|саналсын|есептелсін|танылсын|жариялансын|марапатталсын|білдірілсін|сайлансын|шығарылсын|ескерілсін|болып|қабылдансын')})$`,
);
const kazakhNoted = new RegExp(`^(?:${fold('назарға|мәліметке|бақылаудан|мәлімет|атап|қаперге|ақпарат|еске')})$`);

export type Performative = 'always' | 'alone' | null;

/** Most verbs only order. */
const mayPerform = rememberOf<Token, boolean>(
  (word) =>
    always.test(word) ||
    /^(?:принять|обратить|снять|снимается|оставить|оставляю|поставить|взять|возложить|осуществлять|объявить|вынести|алынсын|отилсин|алсын)$/.test(
      word,
    ) ||
    alone.test(word) ||
    kazakhDone.test(word),
);

/** Tells whether the verb at this token only does what the record says. */
export function performativeAt({ tokens }: Sentence, verb: number): Performative {
  const token = tokens[verb];
  if (!token || !mayPerform(token)) return null;
  const word = token.folded;
  if (always.test(word)) return 'always';
  const near = tokens.slice(Math.max(0, verb - 8), verb + 9).map(({ folded }) => folded);
  const after = tokens.slice(verb + 1, verb + 9).map(({ folded }) => folded);
  if (word === 'принять' && after.includes('к') && near.some((each) => /^(?:сведени|руководств)/.test(each)))
    return 'always';
  // 'Информацию к сведению принять'
  if (
    word === 'принять' &&
    tokens[verb - 2]?.folded === 'к' &&
    /^(?:сведени|руководств)/.test(tokens[verb - 1]?.folded ?? '')
  )
    return 'always';
  if (word === 'обратить' && isReproof(tokens, verb)) return 'always';
  if (/^(?:снять|снимается)$/.test(word) && near.some((each) => /^(?:контрол|рассмотрени|повестк)/.test(each)))
    return 'always';
  if (/^(?:оставить|оставляю|поставить|взять|возложить|осуществлять)$/.test(word) && isControl(tokens, verb))
    return 'always';
  if (/^(?:объявить|вынести)$/.test(word) && near.some((each) => thanks.test(each))) return 'always';
  if (alone.test(word)) return 'alone';
  return kazakhPerformative(tokens, verb, word);
}

/** 'Обратить внимание акима района на …': a reproof, unlike 'обратить особое внимание на …'. */
function isReproof(tokens: Token[], verb: number): boolean {
  return tokens[verb + 1]?.folded === 'внимание' && russianPhraseAt(tokens, verb + 2, ['gen'], false) !== null;
}

function kazakhPerformative(tokens: Token[], verb: number, word: string): Performative {
  if (kazakhDone.test(word)) return word === fold('бекітілсін') ? 'alone' : 'always';
  const before = tokens.slice(Math.max(0, verb - 3), verb).map(({ folded }) => folded);
  if (/^(?:алынсын|отилсин|алсын)$/.test(word) && before.some((each) => kazakhNoted.test(each))) return 'always';
  return null;
}

const controlled = /^(?:исполнени|выполнени|решени|протокол|поручени|приказ|распоряжени|настоящ|собой|данн)/;
const watchedWords = /^(?:орындалуын|орындалуына|орындалысын|жузеге)/;

/** Words with which a sentence about control begins. */
const watching = rememberOf<Token, 'control' | 'watched' | null>((word) =>
  /^контрол[ья]$/.test(word) ? 'control' : watchedWords.test(word) ? 'watched' : null,
);

/** 'Контроль за исполнением … возложить на …', 'орындалуын бақылау … жүктелсін': who watches, not what is done. */
export function isControl(tokens: Token[], verb: number): boolean {
  const end = Math.min(tokens.length, verb + 12, 60);
  for (let at = 0; at < Math.min(end, 8); at += 1) {
    const begun = watching(tokens[at] as Token);
    if (begun === null || (begun === 'control' && at >= 6)) continue;
    const behind = begun === 'control' ? controlled : /^(?:бакылау|бакылауды)$/;
    for (let next = at; next < end; next += 1) if (behind.test(tokens[next]?.folded ?? '')) return true;
  }
  return false;
}
