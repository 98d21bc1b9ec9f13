// findAddressees: the phrases of a clause that name who must act, as they are written.
import { dashes, isSign, isWord, tokenise, vocabulary } from '../words.ts';
import { skipParticles } from './beginnings.ts';
import { clauseAddressees } from './clause.ts';
import { assemble, nobody, type AddresseesFound } from './found.ts';
import { isAbbreviation } from './labels.ts';
import { readList, type Clause } from './lists.ts';

export type { AddresseePhrase, AddresseesFound } from './found.ts';

/** `label`: the value behind 'Ответственные:'; `heading`: a line of its own; `any`: a clause, everything is tried. */
export type AddresseePlace = 'dative' | 'label' | 'heading' | 'vocative' | 'any';

const nothing = vocabulary('нет жоқ отсутствует отсутствуют белгіленбеген не определен определены');

/** Finds who must act in a clause, in the value of a label or in a heading; recipients, speakers and people only spoken about are left out. */
export function findAddressees(clause: string, where: AddresseePlace = 'any'): AddresseesFound {
  return addresseesAmong({ text: clause, tokens: tokenise(clause) }, where);
}

/** The same for a text whose tokens are known; places are those of the tokens. */
export function addresseesAmong(read: Clause, where: AddresseePlace = 'any'): AddresseesFound {
  return where === 'label' || where === 'heading' ? fromList(read, where) : clauseAddressees(read, where);
}

function fromList(clause: Clause, where: 'label' | 'heading'): AddresseesFound {
  const { tokens } = clause;
  const from = where === 'heading' ? skipParticles(tokens, behindNumber(clause)) : 0;
  let to = tokens.length;
  const hangs = () => isSign(tokens[to - 1], ':;,') || (isSign(tokens[to - 1], '.') && !isAbbreviation(tokens, to - 1));
  while (to > from && hangs()) to -= 1;
  if (tokens.slice(from, to).every((token) => token.kind === 'sign' || isWord(token, nothing))) return nobody;
  const list = readList(clause, from, to);
  if (where === 'heading' && !list[0]?.phrase.certain) return nobody;
  return assemble(clause, list, [{ from, to: tokens.length }]);
}

/** Behind the number of a heading: '1.', '2.1)', 'III.' */
function behindNumber({ tokens }: Clause): number {
  let at = 0;
  const isNumber = () =>
    tokens[at]?.kind === 'number' ||
    isSign(tokens[at], `.)(•*#${dashes}`) ||
    (/^[IVX]+$/.test(tokens[at]?.text ?? '') && isSign(tokens[at + 1], '.)'));
  while (at < tokens.length && isNumber()) at += 1;
  return at;
}
