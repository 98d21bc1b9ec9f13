// Which Russian words may stand in the genitive behind the head of a phrase: 'отдел образования районов и городов'.
import { isBareImperative } from '../items/russian-verbs.ts';
import { remember } from '../remember.ts';
import { isSign, isWord, vocabulary, type Token } from '../words.ts';
import { russianHead } from './lexicon.ts';
import { isCapital } from './person-names.ts';
import { isInfinitive } from './russian-forms.ts';

const noEnding = vocabulary(`
  школ мест больниц групп поликлиник библиотек служб хозяйств предприятий учреждений дел прав лиц земель вод дорог ресурсов инициатив сел работ услуг
  аптек кафедр палат сфер культур баз яслей агентств семей детей подразделений сил бригад заводов столовых команд цифр норм льгот связей границ застав медиа`);
const indeclinable = vocabulary('чс жкх сми мчс мвд гу кгу тоо оо ао нпо мо ур вр увр ахч апк мсб пмпк тбо цур ит it');
// Objects, adverbs, verbs and dates that begin what is to be done.
const others = new RegExp(
  '^(?:отчеты|отчета$|справки$|списки|сведения|предложения|документы|планы|акты|графики|материалы|меры|работы$|заявки|паспорта|таблицы|' +
    'договор|обязал|обязан|должн|должен|сегодня|завтра|когда|тогда|иногда|всегда|куда|туда|сюда|пока|после|надо|незамедлит|ежедн|ежен|ежем|ежек|ежег|' +
    'сами$|сам$|сама$|готовы$|рады$|нужны$|открыты$|закрыты$|виноваты$|даны$|дана$|чтобы|если|или$|при$|поруч|задач|необходим|рекоменд|сообщи|доложи|рассказа|подчеркн|отмети|заяви|намерен|планиру|благодаря|хотя|' +
    'январ|феврал|март|апрел|мая$|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельн|вторник|сред[ыу]$|четверг|пятниц|суббот|недел|месяц|' +
    'дня$|дней$|числа$|года$|квартал|полугод|раза$|час[ао]?в?$|суток|котор|каждый$|каждые$|каждую$|начиная|дважды$|трижды$|однажды$)',
);
const gerund = /(?:уя|ывая|ивая|авая|ляя|няя|ряя|аясь|яясь|ясь)$/;
const pastReflexive = /(?:лся|лась|лись|лось)$/;
const pastPlural = /(?:[аеиуоя]ли)$/;
const nounsInLi =
  /^(?:модели|цели|артели|доли|роли|воли|соли|пыли|отрасли|земли|недели|отели|родители|жители|руководители|[а-я]+(?:тели|фили))$/;
const participleNeuter =
  /^(?:поставл|назнач|реш|определ|утвержд|провед|выдел|заверш|принят|созда|направл|организ|обеспеч)\p{L}*(?:ен|ан|н|т)[аоы]$/u;

const kazakhPlural = /(?:лары|лери|дары|дери|тары|тери)(?:на|не)?$/;

/** True when the word may belong to the head before it in the genitive, and is no adverb, verb or object. */
export function isGenitive(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const { folded } = token;
  // 'Лагерь директорлары': a Kazakh plural goes on a Kazakh name.
  if (folded.length > 6 && kazakhPlural.test(folded)) return false;
  if (/[әғқңөұүһі]/i.test(token.text)) return false;
  if (isWord(token, indeclinable)) return true;
  if (folded.length < 3 || isInfinitive(folded) || isOther(folded)) return false;
  if (isCapital(token)) return true;
  // 'психологи всех школ'
  if (folded === 'всех') return isGenitive(tokens, at + 1);
  if (isBareImperative(folded)) return false;
  if (isWord(token, noEnding)) return true;
  // 'социальных программ': behind a plural adjective the noun may have no ending at all.
  if (/(?:ых|их)$/.test(tokens[at - 1]?.folded ?? '') && /[бвгджзклмнпрстфхцчшщ]$/.test(folded)) return true;
  const forms = russianHead(folded)?.forms;
  if (forms) return forms.some((form) => form.case === 'gen');
  return /(?:[аяыи]|ов|ев|ей|ий|ого|его|ых|их|ой)$/.test(folded);
}

const isOther = remember((folded) => others.test(folded) || isVerb(folded));

function isVerb(folded: string): boolean {
  return (
    gerund.test(folded) ||
    pastReflexive.test(folded) ||
    participleNeuter.test(folded) ||
    (pastPlural.test(folded) && !nounsInLi.test(folded))
  );
}

/** Behind a hyphenated word: 'учителям-предметникам', 'жилищно-коммунального'. */
export function hyphenEnd(tokens: Token[], at: number): number {
  const [token, dash, next] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return isSign(dash, '-') && dash?.start === token?.end && next?.start === dash?.end && next?.kind === 'word'
    ? at + 3
    : at + 1;
}
