// Russian phrases that name an executor: 'Управлению образования области (Жаксыбеков Т.Н.)', 'всем школам', 'зам. директора по УР Ким И.Н.'.
import { spelledNumberAt } from '../figures/number-words.ts';
import { rememberOf } from '../remember.ts';
import { isSign, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';
import { russianHead } from './lexicon.ts';
import { personNameAt, type PersonName } from './person-names.ts';
import { abbreviationEnd, isGap, type Head, type Phrase } from './phrase.ts';
import { adjectiveForms, doerForm, isInfinitive, type Case, type Form } from './russian-forms.ts';
import { personTail, tailEnd } from './russian-tails.ts';

const everybody = vocabulary(
  'все всем всех всеми каждый каждая каждое каждому каждой каждого каждую каждым обоим обеим оба обе остальным остальные другим прочим прочие отдельным',
);
const conjunction = vocabulary('и или');
const possessives = vocabulary('его её их');
const objects =
  /^(?:отчет|справк|список|списк|информац|сведени|предложен|документ|план|проект|акт|график|материал|меры|мер|работу|работы|ремонт|контрол|смет|заявк|паспорт|таблиц|проверк|анализ|результат|итог|срок|вопрос|все$|это$|дан|прошу|поруч|рекоменд|необходим|следует|нужно|надо|долж|обяз|не$|ни$|быть|будет|завтра|сегодня|срочно|тоже|там$|мне$|нам$|и$|чтобы|чтоб|котор)/;
// Those for whom something is done, and things in the dative plural.
const notDoers =
  /^(?:дет|ребят|учащ|ученик|школьник|студент|воспитанник|граждан|жител|семь|инвалид|ветеран|сирот|пострадав|пожил|выпускник|пенсионер|насел|пункт|там$|сам$|нам$|вам$|мер|утрам|вечерам|ночам|объект|здани|дорог|улиц|фактам|случа|первоклассник|первоклашк|посетител|пациент|клиент|потребител|числам|дням|часам|местам)/;
const adjectival = /^(?:дежурн|участков|управляющ)/;
const kazakhLetters = /[әғқңөұүһі]/i;
// Units and places shortened in small letters, which name nobody.
const measures = vocabulary('млн млрд мкр стр тнг квт мвт шт кдж грн руб трлн пгт');

/** 'кск', 'дчс' typed in small letters: three letters and more without a vowel. */
const isVowelless = rememberOf<Token, boolean>(
  (word) => /^[бвгджзклмнпрстфхцчшщ]{3,5}$/.test(word) && !measures.has(word),
);
const masculineDative = /(?:ому|ему)$/;
const longestModifiers = 6;

/** The phrase in one of these cases that begins at this token; null when none does. `loose` takes unknown doers too. */
export function russianPhraseAt(tokens: Token[], at: number, wanted: Case[], loose = true): Phrase | null {
  const every = isWord(tokens[at], everybody);
  const start = skipModifiers(tokens, every ? at + 1 : at, wanted);
  const head = headAt(tokens, start, wanted, loose);
  if (!head) return null;
  const to = head.kind === 'person' ? personTail(tokens, head.to) : tailEnd(tokens, head.to, head);
  const { kind, certain } = head;
  return {
    from: at,
    to,
    kind,
    case: head.case,
    plural: every || head.plural,
    listed: isListed(tokens, at, to),
    certain,
  };
}

/** Adjectives in front of the head, numerals of schools among them: 'социальным', 'районным и городским', 'двадцать пятой'. */
function skipModifiers(tokens: Token[], from: number, wanted: Case[]): number {
  let at = from;
  while (at < from + longestModifiers) {
    const token = tokens[at];
    if (token?.kind !== 'word' || (at > from && isGap(tokens, at)) || personNameAt(tokens, at)?.whole) break;
    if (isWord(token, possessives)) {
      at += 1;
      continue;
    }
    const tens = spelledNumberAt(tokens, at);
    const glued = isSign(tokens[at + 1], '-') && tokens[at + 1]?.start === token.end ? at + 2 : (tens?.to ?? at);
    if (!fits(adjectiveForms(tokens[glued]?.folded ?? ''), wanted) || isInfinitive(tokens[glued + 1]?.folded ?? ''))
      break;
    // 'дежурным' is a head, unless a noun follows: 'дежурным учителям'.
    if (russianHead(token.folded) && !(adjectival.test(token.folded) && opensHead(tokens, glued + 1, wanted))) break;
    at = glued + 1;
    const joined = isWord(tokens[at], conjunction) || isSign(tokens[at], ',');
    if (joined && fits(adjectiveForms(tokens[at + 1]?.folded ?? ''), wanted)) at += 1;
  }
  return at;
}

function opensHead(tokens: Token[], at: number, wanted: Case[]): boolean {
  const folded = tokens[at]?.folded ?? '';
  return (fits(russianHead(folded)?.forms ?? [], wanted) ?? fits(adjectiveForms(folded), wanted)) !== null;
}

/** The first wanted case that the word may stand in; of two nominatives the plural ('директора'). */
function fits(forms: Form[], wanted: Case[]): Form | null {
  for (const each of wanted) {
    const form =
      forms.find((one) => one.case === each && (each !== 'nom' || one.plural)) ??
      forms.find((one) => one.case === each);
    if (form) return form;
  }
  return null;
}

function headAt(tokens: Token[], at: number, wanted: Case[], loose: boolean): Head | null {
  const token = tokens[at];
  if (token?.kind !== 'word') return null;
  const acting = actingEnd(tokens, at);
  if (acting) return { to: acting, kind: 'post', case: 'any', plural: false, certain: true };
  const person = personHead(personNameAt(tokens, at), wanted);
  if (person?.certain) return person;
  const known = kazakhLetters.test(token.text) ? null : russianHead(token.folded);
  const form = known && fits(known.forms, wanted);
  if (form) {
    const to = isSign(tokens[at + 1], '.') && /^(?:зам|зав)$/.test(token.folded) ? at + 2 : at + 1;
    return { to, kind: known.kind, case: form.case, plural: form.plural, certain: true };
  }
  const short = abbreviationEnd(tokens, at) ?? (isVowelless(token) ? at + 1 : null);
  if (short) return { to: short, kind: 'abbreviation', case: 'any', plural: false, certain: true };
  if (person) return { ...person, certain: true };
  const agreeing = masculineDative.test(tokens[at - 1]?.folded ?? '');
  return loose && (agreeing || !objects.test(token.folded)) ? guessedHead(tokens, at, wanted) : null;
}

function personHead(person: PersonName | null, wanted: Case[]): Head | null {
  const suits = person?.cases.some((each) => each === 'any' || wanted.includes(each)) ?? false;
  if (!person || !suits) return null;
  const found = person.cases.find((each): each is Case => each !== 'any' && wanted.includes(each)) ?? 'any';
  return { to: person.to, kind: 'person', case: found, plural: false, certain: person.whole };
}

/** A doer by the look of the word: 'подрядчикам', 'Системному аналитику'. */
function guessedHead(tokens: Token[], at: number, wanted: Case[]): Head | null {
  const folded = tokens[at]?.folded ?? '';
  if (isInfinitive(folded) || notDoers.test(folded) || folded.length < 4) return null;
  const guess = doerForm(folded);
  const head = { to: at + 1, kind: 'doer' as const, certain: false };
  if (guess && wanted.includes(guess.case)) return { ...head, case: guess.case, plural: guess.plural };
  if (!wanted.includes('dat')) return null;
  if (/[ая]м$/.test(folded)) return { ...head, case: 'dat', plural: true };
  const agreeing = masculineDative.test(tokens[at - 1]?.folded ?? '') && /[ую]$/.test(folded);
  return agreeing ? { ...head, case: 'dat', plural: false } : null;
}

/** 'и.о. директора', 'врио руководителя' */
function actingEnd(tokens: Token[], at: number): number | null {
  if (!/^(?:и|ио|врио)$/.test(tokens[at]?.folded ?? '')) return null;
  const letters = tokens.slice(at, at + 4).map(({ folded }) => folded);
  const dotted = letters.join('') === 'и.о.' ? at + 4 : letters[0] === 'ио' || letters[0] === 'врио' ? at + 1 : null;
  if (dotted === null) return null;
  return russianHead(tokens[dotted]?.folded ?? '') ? dotted + 1 : dotted;
}

/** True when single ones are picked by their numbers. */
function isListed(tokens: Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token, index) => {
    const at = from + index;
    if (isSign(token, '№#') || (index > 0 && spelledNumberAt(tokens, at) !== null)) return true;
    return wholeNumber(token) !== null && !/^(?:свыше|более|менее|больше|меньше)$/.test(tokens[at - 1]?.folded ?? '');
  });
}
