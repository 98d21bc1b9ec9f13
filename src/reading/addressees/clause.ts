// Who must act in a clause: label, beginning, vocative, governing verb, Kazakh subject, dative before the verb.
import { dashes, isSign, isWord, vocabulary } from '../words.ts';
import { beginning, skipParticles } from './beginnings.ts';
import { calledInside, vocative } from './called.ts';
import type { AddresseePlace } from './find-addressees.ts';
import { assemble, nobody, type AddresseesFound } from './found.ts';
import { governed } from './governed.ts';
import { groupAt, jointElsewhere } from './groups.ts';
import { kazakhSubject } from './kazakh-clause.ts';
import { labelled } from './labels.ts';
import { russianHead } from './lexicon.ts';
import type { Clause } from './lists.ts';
import { personNameAt } from './person-names.ts';
import { hasInfinitive, hasPresent } from './predicates.ts';
import { isInfinitive } from './russian-forms.ts';

// Behind these no dative names who is to act: 'разберитесь с котельной', 'по отделу'.
const dativePrepositions = vocabulary(
  'по к ко благодаря согласно вопреки навстречу с со о об в во на у от из за под над при про для без до перед между через',
);

/** The executors of a clause; `where` narrows what is tried. */
export function clauseAddressees(clause: Clause, where: AddresseePlace): AddresseesFound {
  const found = attempts(clause, where);
  if (!found) return nobody;
  const { list, stretches } = jointElsewhere(clause, stretchesOf(clause, found));
  if (list.length === 0) return found;
  const extra = assemble(clause, list, stretches);
  const addressees = [...found.addressees, ...extra.addressees];
  return { ...found, addressees, cuts: [...found.cuts, ...extra.cuts], joint: true };
}

function attempts(clause: Clause, where: AddresseePlace): AddresseesFound | null {
  const start = skipParticles(clause.tokens);
  if (where === 'vocative') return vocative(clause, start);
  if (where === 'dative')
    return (
      beginning(clause, start, true) ??
      governed(clause) ??
      kazakhSubject(clause) ??
      vocative(clause, start) ??
      lateDative(clause)
    );
  return (
    labelled(clause) ??
    beginning(clause, start, false) ??
    vocative(clause, start) ??
    behindTopic(clause, start) ??
    agreed(clause) ??
    governed(clause) ??
    kazakhSubject(clause) ??
    unknownDative(clause, start) ??
    lateDative(clause) ??
    afterAction(clause) ??
    behindDash(clause) ??
    calledInside(clause)
  );
}

/** 'По дороге на Сарыозек: Ерлан, закончите ремонт': who is called behind what it is about. */
function behindTopic(clause: Clause, start: number): AddresseesFound | null {
  const { tokens } = clause;
  if (tokens[start]?.folded !== 'по') return null;
  for (let at = start + 1; at < Math.min(tokens.length, start + longestTopic); at += 1) {
    if (isSign(tokens[at], '.;!?,')) return null;
    if (!isSign(tokens[at], ':')) continue;
    const next = skipParticles(tokens, at + 1);
    return beginning(clause, next, false) ?? vocative(clause, next);
  }
  return null;
}

const longestTopic = 9;

function stretchesOf({ tokens }: Clause, { cuts }: AddresseesFound) {
  return cuts.map(([start, end]) => ({
    from: tokens.findIndex((token) => token.start >= start),
    to: tokens.filter((token) => token.end <= end).length,
  }));
}

/** 'По капитальному ремонту отделу строительства нарастить': a known body in the dative before the first infinitive. */
function lateDative(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  const isOpen = !hasInfinitive(tokens, 0);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (isInfinitive(token.folded)) return null;
    // 'в пресс-службе': the second half of a word.
    if (
      isWord(tokens[at - 1], dativePrepositions) ||
      (isSign(tokens[at - 1], '-') && isWord(tokens[at - 3], dativePrepositions))
    )
      continue;
    const group = groupAt(clause, at, ['dat'], [], false);
    const phrase = group?.list[0]?.phrase;
    if (!group || !phrase?.certain || phrase.case === 'any' || (phrase.kind === 'place' && !phrase.plural)) continue;
    if (hasInfinitive(tokens, group.to) || (isOpen && group.to >= tokens.length))
      return assemble(clause, group.list, [{ from: group.from, to: group.to }]);
  }
  return null;
}

/** 'Договорились, что оператор восстановит' */
function agreed(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  const that = tokens.findIndex(({ folded }) => folded === 'что' || folded === 'чтобы');
  if (that < 0) return null;
  const group = groupAt(clause, that + 1, ['nom'], []);
  if (!group || !hasPresent(tokens, group.to)) return null;
  return assemble(clause, group.list, [{ from: group.from, to: group.to }]);
}

const adverbs = /^(?:завтра|сегодня|утра|вечера|всегда|когда|туда|сюда|сразу|снова|сначала)$|о$/;
const accusative = /(?:ую|ую|[уыия]|[бвгдзклмнпрстфх]|ие|ые)$/;

/** 'газсервису … подвести трубу': an unknown word in -у is no object where the verb has one of its own. */
function unknownDative(clause: Clause, start: number): AddresseesFound | null {
  const { tokens } = clause;
  const token = tokens[start];
  if (token?.kind !== 'word' || token.folded.length < 5 || !/[ую]$/.test(token.folded) || isInfinitive(token.folded))
    return null;
  const name = personNameAt(tokens, start + 1);
  const verb = tokens.findIndex(({ kind, folded }) => kind === 'word' && isInfinitive(folded));
  const object = tokens[verb + 1];
  const isNamed = name?.whole === true && name.cases.some((each) => each === 'dat' || each === 'any');
  const hasObject =
    verb > start &&
    object?.kind === 'word' &&
    object.text.length > 3 &&
    accusative.test(object.folded) &&
    !adverbs.test(object.folded) &&
    !russianHead(object.folded) &&
    !personNameAt(tokens, verb + 1);
  if (!isNamed && !hasObject) return null;
  const to = isNamed ? name.to : start + 1;
  const phrase = { from: start, to, kind: 'doer', case: 'dat', plural: false, listed: false, certain: false } as const;
  const cut = isSign(tokens[to], `${dashes}:,`) ? to + 1 : to;
  return assemble(clause, [{ phrase, joint: false }], [{ from: start, to: cut }]);
}

/** 'кезекшілікті ұйымдастыру – ТЖ бөлімі', 'подготовить зал – завхоз': a nominative that closes the clause. */
function behindDash(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  const lastWord = tokens.findLastIndex(({ kind }) => kind !== 'sign');
  for (let at = 2; at < tokens.length; at += 1) {
    const isDash = isSign(tokens[at - 1], dashes) && (tokens[at - 1]?.start ?? 0) > (tokens[at - 2]?.end ?? 0);
    const group = isDash ? groupAt(clause, at, ['nom'], ['nom'], false) : null;
    if (!group?.list[0]?.phrase.certain || group.to <= lastWord) continue;
    const ordered = tokens.slice(0, at).some(({ folded }) => isInfinitive(folded) || /(?:у|ю)$/.test(folded));
    if (ordered) return assemble(clause, group.list, [{ from: at - 1, to: group.to }]);
  }
  return null;
}

/** 'это тоже директорам колледжей' */
function afterAction(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  for (let at = 1; at < tokens.length; at += 1) {
    if (!/^(?:тоже|также|это)$/.test(tokens[at - 1]?.folded ?? '')) continue;
    const group = groupAt(clause, at, ['dat'], ['dat'], false);
    if (!group?.list[0]?.phrase.certain || group.list[0].phrase.case === 'any') continue;
    const from = tokens[at - 2]?.folded === 'это' ? at - 2 : at - 1;
    return assemble(clause, group.list, [{ from, to: group.to }]);
  }
  return null;
}
