// Orders without a verb, in talk: 'Списки — мне на стол', 'с вас таблица', 'есеп керек', 'Отчёт до пятницы'.
import { rememberOf } from '../remember.ts';
import { fold, vocabulary, type Span, type Token } from '../words.ts';
import { peopleBehind } from './conjunct-people.ts';
import type { Order, Register } from './orders.ts';
import { peopleAmong, type People } from './people.ts';
import { isPast } from './russian-verbs.ts';
import type { Sentence } from './sentence.ts';
import { without } from './source.ts';

const papers =
  /^(?:(?:отчет|спис(?:ок|к)|справк|таблиц|план|график|сводк|протокол|проект|акт|смет|расчет|доклад|документ|приказ|схем|реестр|анализ|заявк|ответ|презентаци|информаци|сведени|предложени|перечен[ьи]?|фотоотчет)(?:[аыуиеяюй]|ов|ом|ей|ой|ию|ия|ии|ями?|ами?)?|фото|видео|данные|письмо|(?:есеп|тизим|акпарат|малимет|аныктама|кесте|жоспар|сурет|хаттама|усыныс|жоба|отиним|баяндама|дерек|буйрык)(?:т?ер|дер|тар|лар|лер)?(?:[ыи]н?|си|сы|син|сын|ди|ды|ти|ты|ни|ны)?)$/;
const mine = new RegExp(
  `(?:${fold('на стол|мне в кабинет|мне на почту|ко мне|мне в личку|в личку|мне лично|с вас|с тебя|за вами|за тобой|жду|жд[её]м|нужен|нужна|нужны|нужно|маған|үстеліме|менің атыма|керек|күтемін|күтеміз|күтіп отырмын|чтобы был|чтобы были|чтоб был|должен быть|должны быть|должна быть|болсын|сіздерден|сізден')})`,
  'u',
);
const told = vocabulary(
  'присутствовали присутствовал участвовали присутствуют қатысты қатысқандар вчера кеше уже готов готова готовы получил получила получили есть спасибо рахмет рақмет молодцы дайын алдым алдык был была были',
);

const aboutMyself = /^(?:сам|сама|сами|буду|будем|поеду|приеду|проверю|озим|барамын|келемин)$/;

const isPaper = rememberOf<Token, boolean>((word) => papers.test(word));
/** Words of those who tell what was done, or what they will do themselves. */
const isToldWord = rememberOf<Token, boolean>((word) => told.has(word) || aboutMyself.test(word));

/** The order of a sentence that names a paper and says whose or when; null when it is none. */
export function verblessOrder(sentence: Sentence, register: Register): Order | null {
  const { text, tokens, span, terms } = sentence;
  if (!register.plainTalk && !register.quoted && !register.bare) return null;
  const wished = wishedState(sentence, register);
  if (wished) return wished;
  if (tokens.length > 40 || tokens.some((token) => token.kind === 'word' && isToldWord(token))) return null;
  const nominal = nominalOrder(sentence, register);
  if (nominal) return nominal;
  const paper = tokens.some((token, at) => token.kind === 'word' && isPaper(token) && sentence.depth[at] === 0);
  const asked = mine.test(fold(text.slice(...span)));
  if (!(asked && (paper || terms.length > 0)) && !(paper && terms.length > 0 && tokens.length < 22)) return null;
  const { hidden } = sentence;
  const people = peopleBehind(text, span) ?? peopleAmong(sentence, span, 'any');
  return saying(sentence, register, without(span, [...hidden, ...(people?.cuts ?? [])]), people);
}

/** The order of these words, if they say anything. */
function saying(
  { text, span, terms }: Sentence,
  register: Register,
  keep: Span[],
  people: People | null,
): Order | null {
  if (!keep.some(([from, to]) => /\p{L}{3}/u.test(text.slice(from, to)))) return null;
  return {
    span,
    keep,
    people,
    terms,
    kind: register.kind,
    guessedForce: null,
    quoted: register.quoted,
    headless: false,
  };
}

/** 'Методкабинет: 4 сбора до мая', 'ЖКХ, технику на улицу прямо сейчас', 'всем: никаких ночёвок': somebody, something, and no finite verb. */
function nominalOrder(sentence: Sentence, register: Register): Order | null {
  const { text, span, tokens, terms, hidden } = sentence;
  if (
    !register.plainTalk ||
    tokens.some((token, at) => token.kind === 'word' && sentence.inTerm[at] === 0 && isFinite(token))
  )
    return null;
  const behindAll = peopleBehind(text, span);
  const people = behindAll ?? peopleAmong(sentence, span, 'any');
  const [first] = people?.named ?? [];
  if (!people || !first || (!behindAll && first.span[0] - span[0] > 20)) return null;
  const behind = behindAll ? text.slice(...span) : text.slice(first.span[1], span[1]);
  const pointed = /^\s*[:–—]|^\s-\s/.test(behind);
  const forbidden = /(?:никак(?:их|ой|ого)|без |не более|не больше|артық емес|аспай|ешқандай|ешбір)/iu.test(behind);
  if (!pointed && terms.length === 0) return null;
  if (terms.length === 0 && !forbidden) return null;
  return saying(sentence, register, without(span, [...hidden, ...people.cuts]), people);
}

const isFinite = rememberOf<Token, boolean>(
  (word) =>
    isPast(word) ||
    (/(?:[аяеиую]т|ем|им|ишь|ешь|ется|ются|[дт][ыи]|ады|еди|ген|ган|кен|кан|мыз|миз)(?:ся)?$/.test(word) &&
      word.length > 4 &&
      !/(?:ент|ант|ист|орт|бюджет|комитет|кабинет|совет|ответ|отчет|интернет|формат|аппарат|акимат|маслихат)$/.test(
        word,
      )),
);

/** 'Дастан, к утру чтобы площадь и обе больницы были посыпаны': the state that is wanted. */
function wishedState(sentence: Sentence, register: Register): Order | null {
  const { text, span, hidden } = sentence;
  const match = /(?:^|[\s,])чтобы?\s+(?=[^.;]*\sбыл[аио]?\s)/iu.exec(text.slice(...span));
  if (!match || !register.plainTalk) return null;
  const start = span[0] + match.index + match[0].length;
  const front: Span = [span[0], span[0] + match.index + 1];
  const people = peopleAmong(sentence, front, 'heading') ?? peopleAmong(sentence, front, 'vocative');
  return saying(sentence, register, without([start, span[1]], hidden), people);
}
