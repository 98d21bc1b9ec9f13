// What a record says and does at once ('принять к сведению', 'бақылаудан алынсын'): no order follows from it.
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

/** Tells whether the verb at this token only does what the record says. */
export function performativeAt({ tokens }: Sentence, verb: number): Performative {
  const word = tokens[verb]?.folded ?? '';
  if (always.test(word)) return 'always';
  const near = tokens.slice(Math.max(0, verb - 8), verb + 9).map(({ folded }) => folded);
  const after = tokens.slice(verb + 1, verb + 9).map(({ folded }) => folded);
  if (word === 'принять' && after.includes('к') && near.some((each) => /^(?:сведени|руководств)/.test(each)))
    return 'always';
  if (word === 'принять' && near[0] !== undefined && /^к$/.test(near.at(-2) ?? '')) return 'always';
  if (/^(?:снять|снимается)$/.test(word) && near.some((each) => /^(?:контрол|рассмотрени|повестк)/.test(each)))
    return 'always';
  if (/^(?:оставить|оставляю|поставить|взять|возложить|осуществлять)$/.test(word) && isControl(tokens, verb))
    return 'always';
  if (/^(?:объявить|вынести)$/.test(word) && near.some((each) => thanks.test(each))) return 'always';
  if (alone.test(word)) return 'alone';
  return kazakhPerformative(tokens, verb, word);
}

function kazakhPerformative(tokens: Token[], verb: number, word: string): Performative {
  if (kazakhDone.test(word)) return word === fold('бекітілсін') ? 'alone' : 'always';
  const before = tokens.slice(Math.max(0, verb - 3), verb).map(({ folded }) => folded);
  if (/^(?:алынсын|отилсин|алсын)$/.test(word) && before.some((each) => kazakhNoted.test(each))) return 'always';
  return null;
}

/** 'Контроль за исполнением … возложить на …', 'орындалуын бақылау … жүктелсін': who watches, not what is done. */
export function isControl(tokens: Token[], verb: number): boolean {
  const words = tokens.slice(0, Math.min(verb + 12, 60)).map(({ folded }) => folded);
  const control = words.findIndex((word) => /^контрол[ья]$/.test(word));
  if (
    control >= 0 &&
    control < 6 &&
    words
      .slice(control)
      .some((word) =>
        /^(?:исполнени|выполнени|решени|протокол|поручени|приказ|распоряжени|настоящ|собой|данн)/.test(word),
      )
  )
    return true;
  const watched = words.findIndex((word) => /^(?:орындалуын|орындалуына|орындалысын|жузеге)/.test(word));
  return watched >= 0 && words.slice(watched).some((word) => /^(?:бакылау|бакылауды)$/.test(word)) && watched < 8;
}
