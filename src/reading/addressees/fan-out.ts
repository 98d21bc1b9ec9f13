// Whether an addressee is a class that has to be multiplied: 'всем школам', 'акимам районов', 'барлық мектеп басшыларына'.
import type { Phrase } from './phrase.ts';
import { beginsWith, fold, isSign, vocabulary, type Token } from '../words.ts';
import type { FanOutScope } from '../drafts.ts';

const schools = vocabulary('школ гимнази лице мектеп мектеб интернат завуч');
const districts = vocabulary('район аудан');
const akims = vocabulary('аким әкім');

const educational = /организац\p{L}+ (?:\p{L}+ )?образован|билим беру (?:уйым|мекеме)/u;

/** The class that the first addressee names, or null for one body or person and for those listed by number or name. */
export function fanOutOf(tokens: Token[], phrase: Phrase | undefined): FanOutScope | null {
  if (!phrase?.plural || phrase.listed || phrase.kind === 'person') return null;
  const words = tokens.slice(phrase.from, phrase.to);
  const bare = words.slice(0, firstBracket(words));
  if (bare.some((token) => beginsWith(token, akims))) return 'districts';
  // 'школам Северного района' are schools, 'отделы образования районов' are of districts.
  if (
    bare.some((token) => beginsWith(token, schools)) ||
    educational.test(fold(bare.map(({ text }) => text).join(' ')))
  )
    return 'schools';
  return bare.some((token) => beginsWith(token, districts)) ? 'districts' : 'other';
}

function firstBracket(words: Token[]): number {
  const at = words.findIndex((token) => isSign(token, '('));
  return at < 0 ? words.length : at;
}
