// Whether an addressee is a class that has to be multiplied: 'всем школам', 'акимам районов', 'барлық мектеп басшыларына'.
import type { Phrase } from './phrase.ts';
import { beginsWith, isSign, vocabulary, type Token } from '../words.ts';
import type { FanOutScope } from '../drafts.ts';

const schools = vocabulary('школ гимнази лице мектеп мектеб интернат завуч');
const districts = vocabulary('район аудан');
const akims = vocabulary('аким әкім');

/** The class that the first addressee names, or null for one body or person and for those listed by number or name. */
export function fanOutOf(tokens: Token[], phrase: Phrase | undefined): FanOutScope | null {
  if (!phrase?.plural || phrase.listed || phrase.kind === 'person') return null;
  const words = tokens.slice(phrase.from, phrase.to);
  const bare = words.slice(0, firstBracket(words));
  // 'отделы образования районов', 'аудандық білім бөлімдері' are of districts even when schools are named beside.
  if (bare.some((token) => beginsWith(token, districts) || beginsWith(token, akims))) return 'districts';
  if (bare.some((token) => beginsWith(token, schools))) return 'schools';
  return 'other';
}

function firstBracket(words: Token[]): number {
  const at = words.findIndex((token) => isSign(token, '('));
  return at < 0 ? words.length : at;
}
