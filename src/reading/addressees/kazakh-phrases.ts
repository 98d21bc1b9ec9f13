// Kazakh phrases that name an executor, head last: 'Білім басқармасы (Д. Сейітов)', 'барлық мектеп басшыларына', '№ 5 және № 14 мектеп директорлары'.
import type { KazakhForm } from './kazakh-forms.ts';
import { signStep } from './kazakh-signs.ts';
import { isParticle, isWall, stops } from './kazakh-walls.ts';
import { kazakhHead, type HeadKind } from './lexicon.ts';
import { isCapital, personNameAt } from './person-names.ts';
import { abbreviationEnd, isGap, type Phrase } from './phrase.ts';
import { personTail } from './russian-tails.ts';
import { isSign, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';

export type KazakhCase = KazakhForm['case'];

const everybody = vocabulary('барлық бүкіл әр әрбір қалған өзге барша бардық әрқайсысы');
const whole = vocabulary('бәрі бәріне барлығы барлығына бәрінен');
const attributive = vocabulary('мердігер жетекші кезекші');
const adverbs = vocabulary(
  'айына аптасына жылына күніне тоқсанына кемінде ішінде кезінде негізінде бетінше барысында кейінгі өзінің өзіне өзі',
);
const conjunctions = vocabulary('мен пен бен және');
const longest = 12;

/** The phrase in one of these cases that begins at this token; null when none does. */
export function kazakhPhraseAt(tokens: Token[], at: number, wanted: KazakhCase[]): Phrase | null {
  const opened = isWord(tokens[at], everybody);
  const person = personNameAt(tokens, at);
  if (person && personFits(person.cases, wanted, person.to, tokens))
    return {
      from: at,
      to: personTail(tokens, person.to),
      kind: 'person',
      case: 'any',
      plural: false,
      listed: false,
      certain: person.whole,
    };
  for (let place = opened ? at + 1 : at; place < Math.min(tokens.length, at + longest);) {
    const step = place > at && isGap(tokens, place) ? null : stepAt(tokens, at, place, wanted);
    if (step === null) return null;
    if (typeof step === 'object') {
      const { to, kind, case: found, plural, listed, certain } = step;
      return { from: at, to, kind, case: found, plural: plural || opened, listed, certain };
    }
    place = step;
  }
  return null;
}

function personFits(cases: string[], wanted: KazakhCase[], to: number, tokens: Token[]): boolean {
  // 'Тұрсынов мектебі' is no person.
  if (kazakhHead(tokens[to])?.form.possessive) return false;
  const asked = wanted.map((each) => (each === 'abl' ? 'gen' : each)) as string[];
  return cases.some((each) => each === 'any' || asked.includes(each));
}

/** The next place to look at, the finished phrase, or null where no phrase can go on. */
function stepAt(tokens: Token[], from: number, at: number, wanted: KazakhCase[]): number | Omit<Phrase, 'from'> | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind !== 'word') return signStep(tokens, at);
  const head = kazakhHead(token);
  if (head) return headStep(tokens, from, at, head, wanted);
  if (isWord(token, conjunctions)) return at > from ? at + 1 : null;
  if (isParticle(token) && !isCapitalName(tokens, at)) return null;
  const short = abbreviationEnd(tokens, at);
  if (short) return shortStep(tokens, short);
  return stops(tokens, at) ? null : at + 1;
}

function isCapitalName(tokens: Token[], at: number): boolean {
  return at > 0 && isCapital(tokens[at]) && (tokens[at]?.text.length ?? 0) > 3;
}

/** 'ЖКХ' is whole by itself, 'ТЖ департаменті' and 'ЖШС' behind a name are not. */
function shortStep(tokens: Token[], end: number): number | Omit<Phrase, 'from'> {
  const compound = [0, 1].some((step) => {
    const between = tokens.slice(end, end + step);
    const head = kazakhHead(tokens[end + step]);
    return (
      (head?.form.possessive ?? false) &&
      between.every((token) => token.kind === 'word' && !isParticle(token) && !isWall(token))
    );
  });
  if (compound) return end;
  return {
    to: personTail(tokens, end),
    kind: 'abbreviation',
    case: 'any',
    plural: false,
    listed: false,
    certain: true,
  };
}

type Head = { kind: HeadKind; form: KazakhForm };

function headStep(
  tokens: Token[],
  from: number,
  at: number,
  head: Head,
  wanted: KazakhCase[],
): number | Omit<Phrase, 'from'> | null {
  const next = tokens[at + 1];
  const { form } = head;
  if (form.case === 'gen') {
    if (isWord(next, whole))
      return { to: at + 2, kind: head.kind, case: 'any', plural: true, listed: false, certain: true };
    return at + 1;
  }
  if (form.case === 'nom' && goesOn(tokens, at, form, head.kind)) return at + 1;
  const person = personNameAt(tokens, at + 1);
  // 'ауыл әкімі Талғат Сүлейменге': the last of two names bears the case.
  const isDative =
    wanted.includes('dat') && isCapital(tokens[at + 1]) && /[гк][ае]$/.test(tokens[at + 2]?.folded ?? '');
  if (form.case === 'nom' && head.kind === 'post' && isDative && isCapital(tokens[at + 2]))
    return { to: personTail(tokens, at + 3), kind: 'person', case: 'dat', plural: false, listed: false, certain: true };
  const named = form.case === 'nom' && person !== null;
  if (named && !personFits(person.cases, wanted, person.to, tokens) && !wanted.includes('nom')) return null;
  if (!named && !wanted.includes(form.case)) return null;
  const to = personTail(tokens, named ? person.to : at + 1);
  const listed = tokens.slice(from, at).some((token) => isSign(token, '№#') || wholeNumber(token) !== null);
  return { to, kind: head.kind, case: 'any', plural: form.plural, listed, certain: true };
}

/** True where a head in the nominative only belongs to the next word: 'мектеп директорлары', 'Аудандар мен қалалардың әкімдері', 'мектеп автобустарының'. */
function goesOn(tokens: Token[], at: number, form: KazakhForm, kind: HeadKind): boolean {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || isGap(tokens, at + 1)) return false;
  // 'Қала және аудан әкімдері'
  const second = isWord(next, conjunctions) ? kazakhHead(tokens[at + 2]) : null;
  if (kind === 'place' && !form.plural && second?.kind === 'place') return true;
  const follower = kazakhHead(next);
  // 'Жолаушылар көлігі бөлімі'
  const closing = kazakhHead(tokens[at + 2])?.form;
  if (!follower && form.plural && /[ыи]$/.test(next.folded) && closing?.possessive && closing.case === 'nom')
    return true;
  if (follower) return follower.form.possessive || attributive.has(tokens[at]?.folded ?? '');
  if (isWord(next, conjunctions)) {
    for (let place = at + 2; place < Math.min(tokens.length, at + 7); place += 1) {
      const other = kazakhHead(tokens[place]);
      if (other) return other.form.case === 'gen';
      if (tokens[place]?.kind !== 'word') return false;
    }
    return false;
  }
  if (form.possessive || form.plural || isWord(next, adverbs)) return false;
  // 'кітапханашы … тізімін': who does something is no part of a name; 'жетіспейтін' is a participle.
  if (kind === 'post' || /(?:[тдй][ыи]н|[гк][ае]н)$/.test(next.folded)) return false;
  // A bare noun before a possessive one: 'мектеп автобустарының'.
  // Behind a bare noun 'төбесін' is its object, unless it closes the clause as a verb: 'мектеп дайындасын'.
  if (/(?:с[ыи]|[ыи])н$/.test(next.folded) && tokens.slice(at + 2, at + 6).some(({ kind }) => kind === 'word'))
    return true;
  return (
    /(?:лары|лери|дары|дери|тары|тери)(?:н\p{L}*)?$|(?:[^ыи]с[ыи]|[ыи])н(?:[ыи]н|[ае]|[ае]н|д[ае])$/u.test(
      next.folded,
    ) ||
    (/(?:[ыи])$/.test(next.folded) && isCompound(tokens, at + 1))
  );
}

// 'білім бөлімі', 'полиция бөлімі': another head follows within three words.
function isCompound(tokens: Token[], at: number): boolean {
  return [1, 2].some((step) => kazakhHead(tokens[at + step])?.form.possessive ?? false);
}
