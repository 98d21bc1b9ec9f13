// Executors at the beginning of a clause: 'Управлению образования …', 'ЖКХ — …', 'Отдел образования должен …', 'Завучи, …'.
import { spelledNumberAt } from '../figures/number-words.ts';
import { fold, isSign, isWord, vocabulary, type Token } from '../words.ts';
import { greetings, placeEnd } from './called.ts';
import { assemble, type AddresseesFound } from './found.ts';
import { groupAt, type Group } from './groups.ts';
import type { Clause } from './lists.ts';
import { entrustedCases } from './kazakh-clause.ts';
import { personNameAt } from './person-names.ts';
import * as predicates from './predicates.ts';
import { isBareImperative } from '../items/russian-verbs.ts';
import { isInfinitive } from './russian-forms.ts';

const particles = vocabulary(`
  пусть пускай а и также еще ещё кроме того далее дальше далі так значит ну вот итак во-первых во-вторых первое второе третье четвертое пятое шестое седьмое восьмое
  девятое десятое первый второй третий пункт номер последнее главное напоследок соңғысы да теперь потом затем тоже наконец опять же срочно внимание напоминаю прошу пожалуйста
  ал және мәселе сондай ақ сонымен қатар бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы сосын содан кейін енді тағы да
  осыған байланысты ол он она они поручить поручаю рекомендовать рекомендую предложить предлагаю поручено рекомендовано необходимо следует
  уважаемый уважаемая уважаемые құрметті товарищ жолдас дорогие`);
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
  const subject = withPlace(clause, groupAt(clause, start, ['nom'], kazakhNominative ? ['nom'] : []));
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

/** A person alone, with the place where they work behind the name. */
function withPlace({ tokens }: Clause, group: Group | null): Group | null {
  const [only, other] = group?.list ?? [];
  if (!group || !only || other || group.sign !== null || only.phrase.kind !== 'person') return group;
  const to = placeEnd(tokens, group.to);
  return to === null ? group : { ...group, list: [{ ...only, phrase: { ...only.phrase, to } }], to };
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
  // 'школа 12 пришли списки': one school is told, several children came.
  if (phrase.kind === 'school' && !phrase.plural && isBareImperative(tokens[to]?.folded ?? '')) return true;
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
