// Russian phrases that name an executor: 'Управлению образования области (Жаксыбеков Т.Н.)', 'всем школам', 'зам. директора по УР Ким И.Н.'.
import { russianHead } from './lexicon.ts';
import { isCapital, personNameAt } from './person-names.ts';
import { abbreviationEnd, closedEnd, numbersEnd, type Phrase, type PhraseKind } from './phrase.ts';
import { adjectiveForms, doerForm, isInfinitive, type Case, type Form } from './russian-forms.ts';
import { isSign, isWord, vocabulary, wholeNumber, type Token } from '../words.ts';

const everybody = vocabulary('все всем всех всеми каждый каждая каждое каждому каждой каждого каждую каждым');
const both = vocabulary('обоим оба обе обеим остальным остальные другим прочим прочие отдельным отдельные иным');
const temporal = vocabulary(
  'итогам результатам мере окончании окончанию завершении завершению состоянию согласованию договоренности необходимости факту понедельникам вторникам средам четвергам пятницам субботам воскресеньям полугодиям кварталам месяцам рабочим будним выходным возможности причине поводу утвержденному установленной утвержденной предложению поручению решению протоколу представлению требованию графику плану',
);
const spheres = vocabulary('сфере области вопросам');
const genitivePlurals = vocabulary(
  'школ мест больниц групп поликлиник библиотек служб хозяйств предприятий учреждений органов средств дел прав лиц земель вод дорог ресурсов инициатив комиссий классов детсадов сел аулов работ услуг дошкольных аптек кафедр палат сфер отраслей культур баз яслей сообществ агентств семей детей служб подразделений организаций сил бригад клубов округов заводов столовых',
);
const indeclinable = vocabulary('чс жкх сми мчс мвд гу кгу тоо оо ао жкх нпо мо ур вр увр апк мсб пмпк тбо');
const documents =
  /^(?:отчет|справк|список|списк|информац|сведени|предложен|документ|план|проект|акт|график|материал|меры|мер|работу|работы|ремонт|контрол|смет|заявк|паспорт|таблиц|проверк|анализ|результат|итог|срок|вопрос|все$|это$|дан|прошу|поруч|рекоменд|необходим|следует|нужно|надо|долж|обяз|не$|ни$|быть|будет|завтра|сегодня|срочно|тоже|там$|мне$|нам$|и$|чтобы|чтоб|котор)/;
const clauses = vocabulary(
  'где независимо имеющим имеющими имеющие ответственным ответственными ответственные курирующему курирующим осуществляющим осуществляющие находящимся расположенным включая кроме подведомственным',
);
const ministerial = /(?:ого|его|ых|их|ой|ей)$/;
const longestTail = 24;

/** The phrase in one of these cases that begins at this token; null when none does. `loose` takes unknown doers too. */
export function russianPhraseAt(tokens: Token[], at: number, wanted: Case[], loose = true): Phrase | null {
  let head = at;
  let plural = false;
  if (isWord(tokens[head], everybody) || isWord(tokens[head], both)) {
    plural = true;
    head += 1;
  }
  head = skipModifiers(tokens, head, wanted);
  const found = headAt(tokens, head, wanted, loose && (head > at || loose));
  if (!found) return null;
  const to = found.kind === 'person' ? personTail(tokens, found.to) : tailEnd(tokens, found.to, found);
  const listed = hasNumber(tokens, head, to);
  return {
    from: at,
    to,
    kind: found.kind,
    case: found.case,
    plural: plural || found.plural,
    listed,
    certain: found.certain,
  };
}

type Head = { to: number; kind: PhraseKind; case: Phrase['case']; plural: boolean; certain: boolean };

function skipModifiers(tokens: Token[], from: number, wanted: Case[]): number {
  let at = from;
  while (at < from + 6) {
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    const glued = isSign(tokens[at + 1], '-') && tokens[at + 1]?.start === token.end ? at + 2 : at;
    if (!fits(adjectiveForms(tokens[glued]?.folded ?? ''), wanted)) break;
    // 'дежурным' is a head, unless a noun follows: 'дежурным учителям'.
    if (russianHead(token.folded) && !opensHead(tokens, glued + 1, wanted)) break;
    at = glued + 1;
    const joined = isWord(tokens[at], conjunction) || isSign(tokens[at], ',');
    if (joined && fits(adjectiveForms(tokens[at + 1]?.folded ?? ''), wanted)) at += 1;
  }
  return at;
}
const conjunction = vocabulary('и или');

function opensHead(tokens: Token[], at: number, wanted: Case[]): boolean {
  const folded = tokens[at]?.folded ?? '';
  return (fits(russianHead(folded)?.forms ?? [], wanted) ?? fits(adjectiveForms(folded), wanted)) !== null;
}

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
  if (!token || token.kind === 'number') return null;
  const acting = actingEnd(tokens, at);
  if (acting) return { to: acting, kind: 'post', case: 'any', plural: false, certain: true };
  const person = personNameAt(tokens, at);
  const suits = person?.cases.some((each) => each === 'any' || wanted.includes(each)) ?? false;
  if (person?.whole && suits)
    return { to: person.to, kind: 'person', case: caseOf(person.cases, wanted), plural: false, certain: true };
  const known = russianHead(token.folded);
  const form = known && fits(known.forms, wanted);
  if (known && form) {
    const to = isSign(tokens[at + 1], '.') && /^(?:зам|зав|замы)$/.test(token.folded) ? at + 2 : at + 1;
    return { to, kind: known.kind, case: form.case, plural: form.plural, certain: true };
  }
  const short = abbreviationEnd(tokens, at);
  if (short) return { to: short, kind: 'abbreviation', case: 'any', plural: false, certain: true };
  if (person && suits)
    return { to: person.to, kind: 'person', case: caseOf(person.cases, wanted), plural: false, certain: true };
  if (!loose || documents.test(token.folded)) return null;
  return guessedHead(token, at, wanted);
}

function guessedHead(token: Token, at: number, wanted: Case[]): Head | null {
  if (token.kind !== 'word' || isInfinitive(token.folded)) return null;
  const guess = doerForm(token.folded);
  if (guess && wanted.includes(guess.case))
    return { to: at + 1, kind: 'doer', case: guess.case, plural: guess.plural, certain: false };
  if (wanted.includes('dat') && /[ая]м$/.test(token.folded) && token.folded.length > 4 && !notDoers.test(token.folded))
    return { to: at + 1, kind: 'doer', case: 'dat', plural: true, certain: false };
  return null;
}
const notDoers =
  /^(?:дет|детям|ребят|учащ|ученик|школьник|студент|воспитанник|граждан|жител|семь|инвалид|ветеран|сирот|пострадав|пожил|выпускник|пенсионер|насел|итог|результат|вопрос|пункт|там$|сам$|нам$|вам$|срок|дан|мер|утрам|вечерам|ночам|объект|здани|дорог|улиц|фактам|случа|первоклассник|первоклашк|посетител|пациент|клиент|потребител)/;

function caseOf(cases: Phrase['case'][], wanted: Case[]): Phrase['case'] {
  return cases.find((each) => each !== 'any' && each !== 'abl' && wanted.includes(each)) ?? 'any';
}

/** 'и.о. директора', 'врио', 'и. о.' */
function actingEnd(tokens: Token[], at: number): number | null {
  const letters = tokens.slice(at, at + 4).map(({ folded }) => folded);
  const dotted =
    letters.join('') === 'и.о.'
      ? at + 4
      : letters.slice(0, 1).join('') === 'ио' || letters[0] === 'врио'
        ? at + 1
        : null;
  if (dotted === null) return null;
  const next = russianHead(tokens[dotted]?.folded ?? '');
  return next ? dotted + 1 : dotted;
}

function personTail(tokens: Token[], at: number): number {
  const bracket = isSign(tokens[at], '(') ? closedEnd(tokens, at) : null;
  return bracket && !isDateBracket(tokens, at, bracket) ? bracket : at;
}

function hasNumber(tokens: Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => isSign(token, '№#') || wholeNumber(token) !== null);
}

/** The end of everything that belongs to the head: 'образования районов и городов', 'по ЧС', '№ 8 и № 23', the name, the brackets. */
function tailEnd(tokens: Token[], from: number, head: Head): number {
  let at = from;
  for (let guard = 0; guard < longestTail; guard += 1) {
    const next = tailStep(tokens, at, head);
    if (next === null || next <= at) return at;
    at = next;
  }
  return at;
}

function tailStep(tokens: Token[], at: number, head: Head): number | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'sign') return signStep(tokens, at, head);
  if (token.kind === 'number') return bareNumber(tokens, at, head);
  if (isWord(token, conjunction)) return joinedStep(tokens, at, head);
  if (token.folded === 'по') return aboutStep(tokens, at);
  if (token.folded === 'при' && tokens[at + 1]?.kind === 'word') return at + 2;
  if (token.folded === 'в' && isWord(tokens[at + 1], spheres)) return at + 2;
  if (isWord(token, clauseless)) return null;
  if (token.folded === 'номер') return numbersEnd(tokens, at);
  const person = personNameAt(tokens, at);
  if (person && (person.whole || !isGenitive(tokens, at)) && agrees(person.cases, head))
    return personTail(tokens, person.to);
  const town = /^(?:г|гор|обл|мкр|им|ул|пос|р)$/.test(token.folded) && isSign(tokens[at + 1], '.') ? at + 2 : null;
  if (town) return isCapital(tokens[town]) ? town + 1 : town;
  const short = abbreviationEnd(tokens, at);
  if (short) return short;
  return isGenitive(tokens, at) ? glued(tokens, at) : null;
}
const clauseless = vocabulary('в во на до к ко с со из от за о об для через под без не ни чтобы срок раз');

function glued(tokens: Token[], at: number): number {
  const [token, dash, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return isSign(dash, '-') && dash?.start === token?.end && next?.start === dash?.end && next?.kind === 'word'
    ? at + 3
    : at + 1;
}

function agrees(cases: Phrase['case'][], head: Head): boolean {
  return head.case === 'any' || cases.some((each) => each === 'any' || each === head.case || each === 'nom');
}

function signStep(tokens: Token[], at: number, head: Head): number | null {
  const token = tokens[at];
  if (isSign(token, '«“„"')) return closedEnd(tokens, at);
  if (isSign(token, '(')) {
    const end = closedEnd(tokens, at);
    return end && !isDateBracket(tokens, at, end) ? end : null;
  }
  if (isSign(token, '№#')) return numbersEnd(tokens, at);
  if (isSign(token, '-') && token?.start === tokens[at - 1]?.end && token?.end === tokens[at + 1]?.start) return at + 2;
  if (isSign(token, '.') && tokens[at - 1]?.folded === 'зам') return at + 1;
  if (!isSign(token, ',')) return null;
  return clauseStep(tokens, at) ?? genitiveList(tokens, at, head);
}

/** True for brackets that hold a date or a term rather than a name. */
export function isDateBracket(tokens: Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(({ folded, kind }) => kind === 'word' && /^(?:срок|сроки|мерзим|дейин|отв|исп|форм|докл)/.test(folded));
}

/** ', где ремонт ведётся силами коллективов' up to the comma that closes it. */
function clauseStep(tokens: Token[], at: number): number | null {
  const next = tokens[at + 1];
  const opens =
    isWord(next, clauses) ||
    /^котор/.test(next?.folded ?? '') ||
    (/(?:вш|ущ|ющ|ащ|ящ|енн|ем|им)(?:ими?|их|ему|ей|ие|ий|ым|ыми)(?:ся)?$/.test(next?.folded ?? '') &&
      !russianHead(next?.folded ?? '') &&
      (next?.folded.length ?? 0) > 6);
  if (!opens) return null;
  for (let place = at + 1; place < Math.min(tokens.length, at + 16); place += 1) {
    if (isSign(tokens[place], ',')) return place;
    if (isSign(tokens[place], ':–—;.')) return place;
    if (isInfinitive(tokens[place]?.folded ?? '') && isWord(next, inlineClauses)) return place;
  }
  return null;
}
const inlineClauses = vocabulary('независимо включая кроме');

/** 'культуры, языков и архивов': a comma inside a name, closed by 'и' with another genitive. */
function genitiveList(tokens: Token[], at: number, head: Head): number | null {
  let place = at;
  while (isSign(tokens[place], ',') && isPlainGenitive(tokens, place + 1, head)) {
    place += 2;
    while (isPlainGenitive(tokens, place, head)) place += 1;
  }
  return place > at && isWord(tokens[place], conjunction) && isPlainGenitive(tokens, place + 1, head)
    ? place + 2
    : null;
}

function isPlainGenitive(tokens: Token[], at: number, head: Head): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || isCapital(token) || !isGenitive(tokens, at)) return false;
  const forms = russianHead(token.folded)?.forms ?? [];
  return (
    forms.every((form) => form.case !== head.case || form.case === 'gen') &&
    !(head.case === 'nom' && isBodyHead(token.folded))
  );
}

function isBodyHead(folded: string): boolean {
  return russianHead(folded)?.forms.some((form) => form.case === 'nom') ?? false;
}

/** 'и городов', but not 'и отделу спорта', which is somebody else. */
function joinedStep(tokens: Token[], at: number, head: Head): number | null {
  const next = tokens[at + 1];
  if (next?.kind !== 'word') return null;
  if (isWord(next, everybody)) return null;
  const forms = russianHead(next.folded)?.forms ?? [];
  const same = head.case !== 'any' && forms.some((form) => form.case === head.case);
  const genitive = forms.some((form) => form.case === 'gen');
  // 'директора школ и колледжи' names two, 'руководителям школ и колледжей' one.
  if (same && (!genitive || (head.case === 'nom' && !isPlainTail(tokens, at)))) return null;
  if (forms.length > 0 && !genitive && !same) return head.case === 'any' ? null : null;
  return isGenitive(tokens, at + 1) ? glued(tokens, at + 1) : null;
}

function isPlainTail(tokens: Token[], at: number): boolean {
  return isGenitive(tokens, at - 1);
}

/** 'по ЧС', 'по делам молодёжи', 'по городу Алматы', 'по социальным вопросам'; not 'по итогам'. */
function aboutStep(tokens: Token[], at: number): number | null {
  const next = tokens[at + 1];
  if (next?.kind !== 'word' || isWord(next, temporal)) return null;
  if (adjectiveForms(next.folded).length > 0 && tokens[at + 2]?.kind === 'word') {
    return isWord(tokens[at + 2], temporal) || isInfinitive(tokens[at + 2]?.folded ?? '') ? null : at + 3;
  }
  return at + 2;
}

function bareNumber(tokens: Token[], at: number, head: Head): number | null {
  if (head.kind !== 'school' && !/^(?:школ|гимнази|лице|колледж|сад|детсад)/.test(tokens[at - 1]?.folded ?? ''))
    return null;
  const number = wholeNumber(tokens[at]);
  if (number === null || tokens[at - 1]?.kind !== 'word') return null;
  const next = tokens[at + 1];
  if (next?.kind === 'word' && !isInfinitive(next.folded) && !isWord(next, afterNumber)) return null;
  return at + 1;
}
const afterNumber = vocabulary('и до к в не с по на сдать и');

/** True when the word may stand in the genitive behind a head, and is no adverb, verb or object. */
function isGenitive(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const { folded } = token;
  if (isWord(token, indeclinable)) return true;
  if (folded.length < 3 || isInfinitive(folded) || documentsNow.test(folded)) return false;
  if (isCapital(token)) return true;
  if (isWord(token, genitivePlurals)) return true;
  // 'социальных программ': behind a plural adjective the noun may have no ending at all.
  if (/(?:ых|их)$/.test(tokens[at - 1]?.folded ?? '') && /[бвгджзклмнпрстфхцчшщ]$/.test(folded)) return true;
  const forms = russianHead(folded)?.forms;
  if (forms) return forms.some((form) => form.case === 'gen');
  return /(?:[аяыи]|ов|ев|ей|ий)$/.test(folded) || ministerial.test(folded);
}
const documentsNow =
  /^(?:отчеты|отчета$|справки$|списки|сведения|предложения|документы|планы|акты|графики|материалы|меры|работы$|заявки|паспорта|таблицы|договорились|обязались|обязан|обязаны|должны|должен|должна|сегодня|завтра|когда|тогда|иногда|всегда|куда|туда|сюда|пока|после|надо|незамедлит|ежедн|ежен|ежем|ежек|ежег|сами$|сам$|чтобы|если|или$|при$|дал[аи]$|был[аи]?$|провел|поруч|сообщи|доложи|рассказа|подчеркн|отмети|заяви|намерен|планиру|принял|приняли|январ|феврал|март|апрел|мая$|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельн|вторник|сред[ыу]$|четверг|пятниц|суббот|недел|месяц|дня$|дней$|числа$|года$|квартал|полугод|раза$|час[ао]?в?$|суток|которы|котора)/;
