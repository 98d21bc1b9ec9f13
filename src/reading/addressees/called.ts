// Who is called in talk: 'Айгуль Маратовна, сведите', 'Ким, с тебя …', 'Ержан школа 12 сделай', 'Айгүл мен Марат: …', '@aigerim'.
import { dashes, isSign, isWord, vocabulary, type Token } from '../words.ts';
import { assemble, type AddresseesFound } from './found.ts';
import { isGivenName, isPolite } from './given-names.ts';
import { groupAt } from './groups.ts';
import { kazakhHead } from './lexicon.ts';
import { phraseAt, type Clause, type Listed } from './lists.ts';
import { isCapital } from './person-names.ts';
import type { Phrase } from './phrase.ts';
import * as predicates from './predicates.ts';
import { doerForm } from './russian-forms.ts';

/** Words of a greeting or an aside, which name nobody. */
export const greetings =
  /^(?:коллег|ариптес|друз|достар|добр|здравств|спасиб|рахмет|извин|простит|кстати|конечно|наконец|понятно|хорошо|жарайды|да$|нет$|ок$|пожалуйста|внимани|срочно|итак|однако|например|ребят|уважаемы|господа|все$|всем$|кажется|салем)/;

// Words that begin a sentence before a comma and call nobody.
const notCalled =
  /^(?:сегодня|завтра|послезавтра|бугин|ертен|иа|жок|жаксы|сонымен|алайда|бирак|поэтому|значит|впрочем|видимо|возможно|вообще|короче|главное|далее|также|потом|затем|теперь|ладно|так|если|когда|чтобы|пока|хотя|где|что|кто|как|все|это|там|тут|срок|форма|цель|вопрос|протокол|решен|отчет|список|итог|мерзим)/;

/** 'Айгуль Маратовна, сведите', 'Ким, с тебя', 'Завучи, …', 'Уважаемые директора школ!': whoever is called. */
export function vocative(clause: Clause, start: number): AddresseesFound | null {
  const { tokens } = clause;
  const token = tokens[start];
  if (isSign(token, '@')) return mentioned(clause, start);
  if (!token || (token.kind !== 'word' && !isSign(token, '№#«')) || greetings.test(token.folded)) return null;
  const known = groupAt(clause, start, ['nom'], ['nom']);
  const phrase = known?.list[0]?.phrase;
  const called = known?.sign === 'comma' || known?.sign === 'exclamation';
  if (
    known &&
    called &&
    (phrase?.certain ? predicates.isTelling(tokens, known.to) : predicates.isCommanded(tokens, known.to))
  )
    return assemble(clause, known.list, [{ from: known.from, to: known.to }]);
  // 'Ким, с тебя таблица', 'Айгерім, … бер': a capitalised word alone.
  if (!(isCapital(token) || isPolite(tokens[start + 1])) || token.text.length < 3) return null;
  const together = calledTogether(clause, start) ?? calledByName(clause, start);
  if (together) return together;
  if (!isSign(tokens[start + 1], `,:${dashes}`)) return null;
  if (doerForm(token.folded)?.case === 'dat' || notCalled.test(token.folded)) return null;
  const listed =
    tokens[start + 2]?.folded === 'что' || isSign(tokens[start + 3], ',') || tokens[start + 3]?.folded === 'и';
  const lonely = isSign(tokens[start + 1], ',') && !listed && !predicates.isStory(tokens, start + 2);
  if (listed || (!lonely && !predicates.isCommanded(tokens, start + 2))) return null;
  const alone = {
    from: start,
    to: start + 1,
    kind: 'person',
    case: 'nom',
    plural: false,
    listed: false,
    certain: false,
  } as const;
  return assemble(clause, [{ phrase: alone, joint: false }], [{ from: start, to: start + 2 }]);
}

/** 'Асхат сделай отчёт', 'Айгүл ханым, тізімді дайындаңыз': a given name or a polite word, and an order right behind. */
function calledByName(clause: Clause, start: number): AddresseesFound | null {
  const { tokens } = clause;
  const named = isPolite(tokens[start + 1]) ? start + 2 : start + 1;
  if (named === start + 1 && !isGivenName(tokens[start])) return null;
  // 'Мирас мектебі' is a school.
  if (kazakhHead(tokens[named])?.form.possessive) return null;
  const behind = placeEnd(tokens, named);
  const end = behind ?? named;
  const to = isSign(tokens[end], ',') ? end + 1 : end;
  // 'есепті жұмаға дейін дайында': a verb of the past closes its clause, an object does not.
  const closes = /[лся][аиья]?$/.test(tokens[to]?.folded ?? '') || tokens[to + 1]?.kind !== 'word';
  const told = predicates.isTold(tokens, to) && !predicates.hasKazakhPredicate(tokens, to + 1);
  if ((told && closes) || predicates.isStory(tokens, to)) return null;
  const ordered =
    behind !== null ||
    predicates.isBidSoon(tokens, to) ||
    predicates.isCommanded(tokens, to) ||
    predicates.hasKazakhPredicate(tokens, to);
  if (!ordered) return null;
  const phrase = {
    from: start,
    to: end,
    kind: 'person',
    case: 'nom',
    plural: false,
    listed: false,
    certain: false,
  } as const;
  return assemble(clause, [{ phrase, joint: false }], [{ from: start, to }]);
}

/** 'Ержан школа 12 …', 'Марат из ЖКХ …': behind the place where somebody works; null where none is named. */
export function placeEnd(tokens: Token[], at: number): number | null {
  const phrase =
    tokens[at]?.folded === 'из'
      ? phraseAt(tokens, at + 1, ['gen'], [], false)
      : phraseAt(tokens, at, ['nom'], ['nom'], false);
  if (!phrase?.certain || phrase.plural || !['school', 'body', 'abbreviation'].includes(phrase.kind)) return null;
  return phrase.to;
}

/** 'Тізім керек, Айнұр, ертеңге', 'жду акт, Марат': a given name between commas or at the end. */
export function calledInside(clause: Clause): AddresseesFound | null {
  const { tokens } = clause;
  for (let at = 2; at < tokens.length; at += 1) {
    const isApart = isSign(tokens[at - 1], ',') && (at + 1 === tokens.length || isSign(tokens[at + 1], ',.!'));
    if (!isApart || !isCapital(tokens[at]) || !isGivenName(tokens[at])) continue;
    const phrase = { from: at, to: at + 1, kind: 'person', case: 'nom', plural: false, listed: false } as const;
    return assemble(clause, [{ phrase: { ...phrase, certain: false }, joint: false }], [{ from: at - 1, to: at + 1 }]);
  }
  return null;
}

const joints = vocabulary('и мен пен бен және');

/** 'Айгуль, Марат — …', 'Айгүл мен Марат: …': names alone in a row, closed by a dash or a colon, and an order behind. */
function calledTogether(clause: Clause, start: number): AddresseesFound | null {
  const { tokens } = clause;
  const list: Listed[] = [];
  let at = start;
  for (; ; at += 2) {
    const token = tokens[at];
    if (!isCapital(token) || !token || token.text.length < 3 || notCalled.test(token.folded)) return null;
    const phrase = { from: at, to: at + 1, kind: 'person', case: 'nom', plural: false, listed: false, certain: false };
    list.push({ phrase: phrase as Phrase, joint: false });
    if (!isSign(tokens[at + 1], ',') && !isWord(tokens[at + 1], joints)) break;
  }
  const closed =
    isSign(tokens[at + 1], `:${dashes}`) && (tokens[at + 1]?.start ?? 0) + 1 < (tokens[at + 2]?.start ?? 0);
  if (list.length < 2 || !closed || !predicates.isTelling(tokens, at + 2)) return null;
  return assemble(clause, list, [{ from: start, to: at + 2 }]);
}

/** '@pilot_er, подготовьте' */
function mentioned(clause: Clause, start: number): AddresseesFound | null {
  const { tokens } = clause;
  let to = start + 1;
  while (to < tokens.length && tokens[to]?.start === tokens[to - 1]?.end && !isSign(tokens[to], `,:;.!?`)) to += 1;
  if (to === start + 1) return null;
  const phrase = { from: start, to, kind: 'person', case: 'nom', plural: false, listed: false, certain: true } as const;
  const cut = isSign(tokens[to], `,:${dashes}`) ? to + 1 : to;
  return assemble(clause, [{ phrase, joint: false }], [{ from: start, to: cut }]);
}
