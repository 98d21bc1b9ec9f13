// Who must act in a clause: label, governing verb, beginning in the dative, dash, vocative, subject, dative in the middle.
import { assemble, nobody, type AddresseesFound } from './found.ts';
import type { AddresseePlace } from './find-addressees.ts';
import { governed } from './governed.ts';
import { groupAt, jointElsewhere, type Group } from './groups.ts';
import { kazakhSubject } from './kazakh-clause.ts';
import { labelled } from './labels.ts';
import type { Clause } from './lists.ts';
import { personNameAt } from './person-names.ts';
import { doerForm, isInfinitive } from './russian-forms.ts';
import { isSign, isWord, vocabulary, type Token } from '../words.ts';

const particles = vocabulary(`
  а и также еще ещё кроме того далее дальше далі так значит ну вот итак во-первых во-вторых первое второе третье четвертое пятое шестое седьмое восьмое
  девятое десятое первый второй третий пункт номер да теперь потом затем тоже наконец опять же все-таки срочно внимание напоминаю прошу пожалуйста
  ал және сондай ақ сонымен қатар бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы сосын содан кейін енді тағы да
  осыған байланысты ол он она они поручить поручаю рекомендовать рекомендую предложить предлагаю поручено рекомендовано необходимо следует
  уважаемый уважаемая уважаемые құрметті товарищ жолдас дорогие`);
const greetings =
  /^(?:коллег|ариптес|друз|достар|добр|здравств|спасиб|рахмет|рақмет|извин|простит|кстати|конечно|наконец|понятно|хорошо|жарайды|да$|нет$|ок$|пожалуйста|внимани|срочно|итак|однако|например|ребят|уважаемы|господа|все$|всем$|кажется|салем|сәлем)/;
const modals = /^(?:долж|обязан|обязал|обязуетс|обязуютс|обяжут|взял|взяла|взяли|приня|гарантир|пообещ|готов)/;
const imperative = /(?:йте|ите|ьте|йтесь|итесь)$/;
const withYou = vocabulary('тебя вас тобой вами');
const you = vocabulary('вы ты сіз сіздер сен');

/** The executors of a clause; `where` narrows what is tried. */
export function clauseAddressees(clause: Clause, where: AddresseePlace): AddresseesFound {
  const start = skipParticles(clause.tokens, 0);
  const found = where === 'any' ? firstOf(clause, start) : narrow(clause, start, where);
  if (!found) return nobody;
  const { list, stretches } = jointElsewhere(clause, stretchesOf(clause, found));
  if (list.length === 0) return found;
  const extra = assemble(clause, list, stretches);
  return {
    ...found,
    addressees: [...found.addressees, ...extra.addressees],
    cuts: [...found.cuts, ...extra.cuts],
    joint: true,
  };
}

function stretchesOf({ tokens }: Clause, { cuts }: AddresseesFound) {
  return cuts.map(([start, end]) => ({
    from: tokens.findIndex((token) => token.start >= start),
    to: tokens.filter((token) => token.end <= end).length,
  }));
}

function narrow(clause: Clause, start: number, where: AddresseePlace): AddresseesFound | null {
  if (where === 'vocative') return vocative(clause, start);
  return beginning(clause, start) ?? governed(clause);
}

function firstOf(clause: Clause, start: number): AddresseesFound | null {
  const attempts = [labelled, governed, kazakhSubject, lateDative, afterAction];
  const first = labelled(clause);
  if (first) return first;
  return (
    beginning(clause, start) ??
    vocative(clause, start) ??
    attempts.slice(1).reduce<AddresseesFound | null>((found, attempt) => found ?? attempt(clause), null)
  );
}

function skipParticles(tokens: Token[], from: number): number {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (!token) return at;
    const numbered = token.kind === 'number' && isSign(tokens[at + 1], '.)');
    const sign = token.kind === 'sign' && !isSign(token, '«“„"№(');
    const particle = isWord(token, particles) && !personNameAt(tokens, at)?.whole;
    if (!numbered && !sign && !particle) return at;
    at += numbered ? 2 : 1;
  }
}

/** 'Управлению образования … подготовить', 'ЖКХ — утеплить', 'Отдел образования должен', 'директора, сдайте'. */
function beginning(clause: Clause, start: number): AddresseesFound | null {
  const dative = groupAt(clause, start, ['dat'], []);
  if (dative && suitsDative(clause, dative)) return build(clause, dative);
  const subject = groupAt(clause, start, ['nom'], ['nom', 'dat']);
  if (subject && suitsSubject(clause, subject)) return build(clause, subject);
  return null;
}

function build(clause: Clause, group: Group): AddresseesFound {
  return assemble(clause, group.list, [{ from: group.from, to: group.to }]);
}

function suitsDative({ tokens }: Clause, { list, to, sign }: Group): boolean {
  const phrase = list[0]?.phrase;
  if (!phrase || (phrase.case === 'any' && phrase.kind !== 'abbreviation')) return false;
  if (phrase.kind === 'place' && !phrase.plural) return false;
  if (phrase.case === 'any') return sign === null && tokens[to]?.kind === 'word' && hasInfinitive(tokens, to);
  return phrase.certain || sign === 'dash' || sign === 'colon' || hasInfinitive(tokens, to);
}

function hasInfinitive(tokens: Token[], from: number): boolean {
  return tokens.slice(from).some(({ kind, folded }) => kind === 'word' && isInfinitive(folded));
}

function suitsSubject(clause: Clause, { list, to, sign, from }: Group): boolean {
  const { tokens } = clause;
  const phrase = list[0]?.phrase;
  if (!phrase || greetings.test(tokens[from]?.folded ?? '')) return false;
  if (phrase.kind === 'place' && !phrase.plural) return false;
  const kazakh = /[әғқңөұүһі]/iu.test(clause.text) || hasKazakhPredicate(tokens, to);
  if (sign === 'dash' || sign === 'colon') return phrase.certain || hasInfinitive(tokens, to);
  if (sign === 'comma') return isCalled(tokens, to, phrase.certain);
  if (tokens.slice(to, to + 8).some(({ folded }) => modals.test(folded))) return true;
  if (kazakh && hasKazakhPredicate(tokens, to)) return phrase.certain && isKazakhSubject(tokens, to);
  if (phrase.kind === 'person' || phrase.kind === 'abbreviation')
    return !narrative.test(tokens[to]?.folded ?? '') && to < tokens.length;
  return hasInfinitive(tokens.slice(to, to + 1), 0) || presentOrder(tokens, to);
}
const narrative = /(?:л|ла|ли|лся|лась|лись|ды|ди|ты|ти)$/;

function isKazakhSubject(tokens: Token[], to: number): boolean {
  return !narrative.test(tokens[to]?.folded ?? '');
}

/** 'оператор восстановит', 'завучи сдают' */
function presentOrder(tokens: Token[], at: number): boolean {
  return tokens.slice(at, at + 4).some(({ folded }) => folded.length > 4 && /(?:[иеая]т|[ую]т)(?:ся)?$/.test(folded));
}

/** True when somebody called by name or post is told to act. */
function isCalled(tokens: Token[], to: number, certain: boolean): boolean {
  const rest = tokens.slice(to);
  if (isWord(rest[0], you) || (rest[0]?.folded === 'с' && isWord(rest[1], withYou))) return true;
  return (
    certain &&
    (rest.some(({ folded }) => imperative.test(folded) || isInfinitive(folded)) ||
      hasKazakhPredicate(tokens, to) ||
      rest.some((token) => isWord(token, withYou) || isWord(token, you)) ||
      presentOrder(tokens, to))
  );
}

function hasKazakhPredicate(tokens: Token[], from: number): boolean {
  return tokens
    .slice(from)
    .some(({ folded, kind }) => kind === 'word' && folded.length > 3 && kazakhPredicate.test(folded));
}
const kazakhPredicate =
  /(?:с[ыи]н|[ыи]?н[ыи]здар|[ыи]?н[ыи]з|[ыи]ндар|[аеи]д[ыи]|керек|кажет|тиис|миндетте\p{L}*|алды)$/u;

/** 'Айгуль Маратовна, сведите', 'Ким, с тебя', 'Завучи, …': whoever is called. */
function vocative(clause: Clause, start: number): AddresseesFound | null {
  const { tokens } = clause;
  const token = tokens[start];
  if (token?.kind !== 'word' || greetings.test(token.folded)) return null;
  const known = groupAt(clause, start, ['nom'], ['nom']);
  if (known?.sign === 'comma' && isCalled(tokens, known.to, known.list[0]?.phrase.certain ?? false))
    return build(clause, known);
  if (!/^\p{Lu}/u.test(token.text) || !isSign(tokens[start + 1], ',') || doerForm(token.folded)?.case === 'dat')
    return null;
  const rest = tokens.slice(start + 2);
  const told =
    rest.slice(0, 6).some(({ folded }) => imperative.test(folded)) ||
    (rest[0]?.folded === 'с' && isWord(rest[1], withYou)) ||
    isWord(rest[0], you);
  if (!told) return null;
  const phrase = {
    from: start,
    to: start + 1,
    kind: 'person' as const,
    case: 'nom' as const,
    plural: false,
    listed: false,
    certain: false,
  };
  return assemble(clause, [{ phrase, joint: false }], [{ from: start, to: start + 2 }]);
}

const dativePrepositions = vocabulary('по к ко благодаря согласно вопреки навстречу');

/** 'По капитальному ремонту отделу строительства нарастить': a known body in the dative before the first infinitive. */
function lateDative(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  if (!hasInfinitive(tokens, 0)) return null;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (isInfinitive(token.folded)) return null;
    if (isWord(tokens[at - 1], dativePrepositions)) continue;
    const group = groupAt(clause, at, ['dat'], [], false);
    const phrase = group?.list[0]?.phrase;
    if (!group || !phrase?.certain || phrase.case === 'any' || (phrase.kind === 'place' && !phrase.plural)) continue;
    if (hasInfinitive(tokens, group.to)) return build(clause, group);
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
