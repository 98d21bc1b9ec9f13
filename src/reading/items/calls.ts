// Who is meant across messages of a talk: those called before the order, and the one addressed last.
import type { Found } from './assemble.ts';
import { peopleIn, type People } from './people.ts';
import type { Sentence } from './sentence.ts';

type Calls = { talk: boolean; found: Found[]; called: People | null };

/** 'и по каждому дому предложение', 'Онда өтініш жаз': the next message goes on with the one addressed before, or with whoever was called. */
export function carriedOn({ text, span }: Sentence, state: Calls): People | null {
  if (!state.talk) return null;
  if (state.called) return state.called;
  const goesOn = /^(?:и|а также|также|ещё|еще|онда|тогда|тағы)\s/u.test(
    text.slice(...span).replace(/^Онда|^Тогда/u, (word) => word.toLowerCase()),
  );
  return goesOn ? (state.found.at(-1)?.people ?? null) : null;
}

/** 'Директорлар, қайырлы таң!' */
const greetingBehind = /^[\s,!]*(?:(?:қайырлы|кайырлы)\s+\S+|добр\p{L}+\s+\S+|здравствуйте|сәлем\p{L}*)[\s!.]*$/iu;

/** 'Қайырлы таң, құрметті округ әкімдері!': those called are meant in what follows. */
export function callPeople({ text, span, tokens }: Sentence, state: Calls): void {
  if (!state.talk || tokens.length > 12) return;
  const words = text.slice(...span);
  const greeting =
    /^(?:(?:қайырлы|кайырлы)\s+\S+|(?:всем\s+)?(?:добр\p{L}+|доброго)\s+\S+|здравствуйте|сәлеметсіз\p{L}*(?:\s+бе|\s+ме)?|всем|құрметті|уважаемые)[\s,!]*(?:құрметті\s+|уважаемые\s+)?/iu.exec(
      words,
    );
  const start = span[0] + (greeting?.[0].length ?? 0);
  const calls = greeting !== null || /[!,]$/.test(words);
  const people = calls && start < span[1] ? peopleIn(text, [start, span[1]], 'heading') : null;
  const whole = people?.named[0];
  const behind = whole ? text.slice(whole.span[1], span[1]) : '';
  if (people && whole && (behind.length <= 2 || greetingBehind.test(behind))) state.called = { ...people, cuts: [] };
}
