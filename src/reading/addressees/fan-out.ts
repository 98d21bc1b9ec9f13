// Whether an addressee is a class that has to be multiplied: 'всем школам', 'акимам районов', 'барлық мектеп басшыларына'.
import { isCapital, personNameAt } from './person-names.ts';
import type { Phrase } from './phrase.ts';
import { beginsWith, fold, isSign, vocabulary, type Token } from '../words.ts';
import type { FanOutScope } from '../drafts.ts';

const schools = vocabulary('школ гимнази лице мектеп мектеб интернат завуч');
const districts = vocabulary('район аудан');
const akims = vocabulary('аким әкім');

const educational = /организац\p{L}+ (?:\p{L}+ )?образован|билим беру (?:уйым|мекеме)/u;

/** The class that the first addressee names, or null for one body or person and for those listed by number or name. */
export function fanOutOf(tokens: Token[], phrase: Phrase | undefined): FanOutScope | null {
  const first = tokens[phrase?.from ?? 0];
  if (phrase?.kind === 'abbreviation' && /^(?:КХ|ИП|КСК|ОСИ|ПТ)$/.test(first?.text ?? '')) return 'other';
  if (!phrase?.plural || phrase.listed || phrase.kind === 'person') return null;
  const words = tokens.slice(phrase.from, phrase.to);
  const bare = words.slice(0, firstBracket(words));
  if (isNamed(bare)) return null;
  if (bare.some((token) => beginsWith(token, akims))) return 'districts';
  // 'школам Северного района' are schools, 'отделы образования районов' are of districts.
  if (
    bare.some((token) => beginsWith(token, schools)) ||
    educational.test(fold(bare.map(({ text }) => text).join(' ')))
  )
    return 'schools';
  return bare.some((token) => beginsWith(token, districts)) ? 'districts' : 'other';
}

/** 'акимам городов Речное и Степное', 'членам группы Пробову Ю.К.': each is named. */
function isNamed(words: Token[]): boolean {
  return words.some((token, at) => {
    const joined = isSign(words[at + 1], ',') || words[at + 1]?.folded === 'и';
    const places = at > 0 && joined && isPlaceName(token) && isPlaceName(words[at + 2]);
    return places || (at > 0 && personNameAt(words, at)?.whole === true);
  });
}

function isPlaceName(token: Token | undefined): boolean {
  return isCapital(token) && token !== undefined && token.text.length > 3 && token.text !== token.text.toUpperCase();
}

function firstBracket(words: Token[]): number {
  const at = words.findIndex((token) => isSign(token, '('));
  return at < 0 ? words.length : at;
}
