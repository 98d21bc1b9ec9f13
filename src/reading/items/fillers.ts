// Words in front of an order that are no part of it: 'также', 'кроме того', 'сондай-ақ', 'прошу'.
import { vocabulary } from '../words.ts';
import type { Sentence } from './sentence.ts';

const fillers = vocabulary(`
  пусть пускай
  также так кроме того этого наряду с этим частности при этом и а но еще ну значит вот далее дальше затем потом первое второе третье четвертое пятое шестое седьмое восьмое
  во-первых прошу просьба пожалуйста итак тогда сразу теперь сондай ақ сонымен қатар бұдан бөлек басқа және ал енді жарайды тағы содан кейін осыған байланысты одан әрі бірінші екінші үшінші төртінші бесінші алтыншы
  последнее главное напоследок соңғысы маңыздысы
  да пункт вопрос тармақ теперь кстати ещё
  поэтому соответственно другое коллеги әріптестер другой стороны первых вторых третьих в связи
`);

/** The first token from `from` on, and before `to`, that says something. */
export function skipFillers(tokens: Sentence['tokens'], from: number, to: number): number {
  let at = from;
  let start = from;
  while (at < to) {
    const token = tokens[at];
    if (!token || token.kind === 'number' || (token.kind === 'sign' && '№@«„“'.includes(token.text))) break;
    if (token.kind === 'word' && !fillers.has(token.folded)) break;
    at += 1;
    // 'в', 'с', 'и' alone belong to what follows.
    if (token.kind === 'sign' || !/^[свкпи]?[ово]?$/.test(token.folded)) start = at;
  }
  return start;
}
