// Executors at the beginning of a clause: 'Управлению образования …', 'ЖКХ — …', 'Отдел образования должен …', 'Завучи, …'.
import { spelledNumberAt } from '../figures/number-words.ts';
import { dashes, fold, isSign, isWord, vocabulary, type Token } from '../words.ts';
import { assemble, type AddresseesFound } from './found.ts';
import { groupAt, type Group } from './groups.ts';
import { kazakhHead } from './lexicon.ts';
import type { Clause, Listed } from './lists.ts';
import { entrustedCases } from './kazakh-clause.ts';
import { isGivenName, isPolite } from './given-names.ts';
import { isCapital, personNameAt } from './person-names.ts';
import type { Phrase } from './phrase.ts';
import * as predicates from './predicates.ts';
import { doerForm, isInfinitive } from './russian-forms.ts';

const particles = vocabulary(`
  а и также еще ещё кроме того далее дальше далі так значит ну вот итак во-первых во-вторых первое второе третье четвертое пятое шестое седьмое восьмое
  девятое десятое первый второй третий пункт номер да теперь потом затем тоже наконец опять же срочно внимание напоминаю прошу пожалуйста
  ал және мәселе сондай ақ сонымен қатар бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы сосын содан кейін енді тағы да
  осыған байланысты ол он она они поручить поручаю рекомендовать рекомендую предложить предлагаю поручено рекомендовано необходимо следует
  уважаемый уважаемая уважаемые құрметті товарищ жолдас дорогие`);
const greetings =
  /^(?:коллег|ариптес|друз|достар|добр|здравств|спасиб|рахмет|извин|простит|кстати|конечно|наконец|понятно|хорошо|жарайды|да$|нет$|ок$|пожалуйста|внимани|срочно|итак|однако|например|ребят|уважаемы|господа|все$|всем$|кажется|салем)/;

// Words that begin a sentence before a comma and call nobody.
const notCalled =
  /^(?:сегодня|завтра|послезавтра|бугин|ертен|иа|жок|жаксы|сонымен|алайда|бирак|поэтому|значит|впрочем|видимо|возможно|вообще|короче|главное|далее|также|потом|затем|теперь|ладно|так|если|когда|чтобы|пока|хотя|где|что|кто|как|все|это|там|тут|срок|форма|цель|вопрос|протокол|решен|отчет|список|итог|мерзим)/;

const openings = [
  'в свою очередь',
  'в связи с этим',
  'в этой связи',
  'вместе с тем',
  'при этом',
  'в частности',
  'по этому вопросу',
  'со своей стороны',
  'өз кезегінде',
  'бұдан бөлек',
  'бұдан басқа',
  'осыған орай',
  'осы орайда',
  'оның ішінде',
].map((words) => words.split(' ').map(fold));
const openingStarts = new Set(openings.map(([first]) => first));

/** Behind 'в свою очередь', 'өз кезегінде' at this place. */
function skipOpening(tokens: Token[], at: number): number {
  if (!openingStarts.has(tokens[at]?.folded)) return at;
  const found = openings.find((words) => words.every((word, index) => tokens[at + index]?.folded === word));
  return at + (found?.length ?? 0);
}

/** Behind numbers, bullets, 'поручаю', 'сондай-ақ' at the beginning. */
export function skipParticles(tokens: Token[], from = 0): number {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (!token) return at;
    const behind = skipOpening(tokens, at);
    if (behind > at) {
      at = behind;
      continue;
    }
    const keycap = /^[\ufe0f\u20e3]$/u.test(tokens[at + 1]?.text ?? '');
    const numbered =
      (token.kind === 'number' && (isSign(tokens[at + 1], '.)') || keycap)) ||
      (token.kind === 'word' && token.text.length === 1 && isSign(tokens[at + 1], ')'));
    const sign = token.kind === 'sign' && !isSign(token, '«“„"№(#@');
    const initial = token.text.length === 1 && isSign(tokens[at + 1], '.');
    const particle = isWord(token, particles) && !initial && !personNameAt(tokens, at)?.whole;
    if (!numbered && !sign && !particle) return at;
    at += numbered ? 2 : 1;
    // 'пункт два'
    if (token.folded === 'пункт') at = spelledNumberAt(tokens, at)?.to ?? at;
  }
}

/** The executors that the clause begins with; `trusting`: the verb was cut off, whoever stands here is meant. */
export function beginning(clause: Clause, start: number, trusting: boolean): AddresseesFound | null {
  const dative = groupAt(clause, start, ['dat'], []);
  if (dative && suitsDative(clause, dative, trusting)) return build(clause, dative);
  // 'әкім бөлімге … тапсырды': who entrusts is not who acts.
  const kazakhNominative = entrustedCases(clause.tokens)?.some((wanted) => wanted.includes('nom')) ?? true;
  const subject = groupAt(clause, start, ['nom'], kazakhNominative ? ['nom'] : []);
  if (subject && (kazakhNominative || subject.sign !== null) && suitsSubject(clause, subject, trusting))
    return build(clause, subject);
  const asked = askedFrom(clause, start);
  if (asked) return asked;
  const kazakh = groupAt(clause, start, [], ['dat']);
  const inTwo = clause.tokens.slice(kazakh?.from, kazakh?.list[0]?.phrase.to).some((token) => isSign(token, '/'));
  const isMarked = kazakh?.sign === 'colon' || kazakh?.sign === 'dash' || inTwo;
  if (kazakh && (isMarked || (trusting && !predicates.hasKazakhPredicate(clause.tokens, kazakh.to))))
    return build(clause, kazakh);
  return null;
}

/** 'от каждой школы — сводка', 'с УО таблица', 'за отделом спорта — судьи' */
function askedFrom(clause: Clause, start: number): AddresseesFound | null {
  const { tokens } = clause;
  const preposition = tokens[start]?.folded ?? '';
  if (!/^(?:от|с|со|за)$/.test(preposition)) return null;
  const group = groupAt(clause, start + 1, preposition === 'за' ? ['ins'] : ['gen'], [], false);
  const phrase = group?.list[0]?.phrase;
  if (!group || !phrase?.certain || (phrase.kind === 'place' && !phrase.plural)) return null;
  const isVerbless = preposition !== 'за' && !predicates.hasInfinitive(tokens, group.to);
  if (group.sign !== 'dash' && !isVerbless && !phrase.plural) return null;
  return assemble(clause, group.list, [{ from: start, to: group.to }]);
}

function build(clause: Clause, group: Group): AddresseesFound {
  return assemble(clause, group.list, [{ from: group.from, to: group.to }]);
}

function suitsDative({ tokens }: Clause, { list, to, sign }: Group, trusting: boolean): boolean {
  const phrase = list[0]?.phrase;
  if (!phrase || (phrase.kind === 'place' && !phrase.plural)) return false;
  const isOpen = to >= tokens.length || predicates.hasInfinitive(tokens, to);
  if (phrase.case === 'any')
    return sign === null && isOpen && tokens[to]?.kind !== 'sign' && predicates.hasInfinitive(tokens, to);
  return phrase.certain || trusting || sign === 'dash' || sign === 'colon' || isOpen;
}

function suitsSubject(clause: Clause, { list, to, sign, from }: Group, trusting: boolean): boolean {
  const { tokens } = clause;
  const phrase = list[0]?.phrase;
  if (!phrase || greetings.test(tokens[from]?.folded ?? '')) return false;
  if (phrase.kind === 'place' && !phrase.plural) return false;
  if (sign === 'dash' || sign === 'colon') return phrase.certain || predicates.hasInfinitive(tokens, to);
  if (sign === 'comma' && phrase.certain && predicates.isTelling(tokens, to)) return true;
  if (sign === 'comma' && predicates.meansYou(tokens, to)) return true;
  if (predicates.hasModal(tokens, to)) return true;
  if (predicates.isTold(tokens, to)) return false;
  if (predicates.hasKazakhPredicate(tokens, to)) return phrase.certain;
  if (sign === 'comma' && phrase.certain && isGroupOrBody(phrase.kind) && !predicates.isStory(tokens, to)) return true;
  if (sign === 'comma')
    return phrase.kind === 'abbreviation' || (phrase.kind === 'person' && predicates.isBid(tokens, to));
  if (phrase.kind === 'person' || phrase.kind === 'abbreviation') return to < tokens.length || trusting;
  if (phrase.certain && trusting && to >= tokens.length) return true;
  return isInfinitive(tokens[to]?.folded ?? '') || predicates.hasPresent(tokens, to);
}

function isGroupOrBody(kind: string): boolean {
  return kind === 'body' || kind === 'post' || kind === 'school' || kind === 'abbreviation';
}

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
    return build(clause, known);
  // 'Ким, с тебя таблица', 'Айгерім, … бер': a capitalised word alone.
  if (!isCapital(token) || token.text.length < 3) return null;
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
  const to = isSign(tokens[named], ',') ? named + 1 : named;
  const told = predicates.isTold(tokens, to) && !predicates.hasKazakhPredicate(tokens, to + 1);
  if (told || predicates.isStory(tokens, to)) return null;
  const ordered =
    predicates.isBidSoon(tokens, to) || predicates.isCommanded(tokens, to) || predicates.hasKazakhPredicate(tokens, to);
  if (!ordered) return null;
  const phrase = {
    from: start,
    to: named,
    kind: 'person',
    case: 'nom',
    plural: false,
    listed: false,
    certain: false,
  } as const;
  return assemble(clause, [{ phrase, joint: false }], [{ from: start, to }]);
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
