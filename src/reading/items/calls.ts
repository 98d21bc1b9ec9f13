// Who is meant across messages of a talk: those called before the order, and the one addressed last.
import { phraseAt } from '../addressees/lists.ts';
import { isOrderVerb } from './hard-wraps.ts';
import { inherit, peopleAmong, peopleIn, type People } from './people.ts';
import type { RecordState } from './record-state.ts';
import type { Sentence } from './sentence.ts';
import { isSign, tokenise, type Span } from '../words.ts';

type Calls = Pick<RecordState, 'talk' | 'found' | 'called' | 'passing' | 'letter'>;

/** 'и по каждому дому предложение', 'Онда өтініш жаз': the next message goes on with the one addressed before, or with whoever was called. */
export function carriedOn({ text, span }: Sentence, state: Calls): People | null {
  if (!state.talk) return inherit(state.letter);
  if (everybody.test(text.slice(...span))) return null;
  if (state.passing ?? state.called) return state.passing ?? state.called;
  const goesOn = /^(?:и|а также|также|ещё|еще|онда|тогда|тағы)\s/u.test(
    text.slice(...span).replace(/^Онда|^Тогда/u, (word) => word.toLowerCase()),
  );
  return goesOn ? (state.found.at(-1)?.people ?? null) : inherit(state.letter);
}

/** 'Директорлар, қайырлы таң!' */
const greetingBehind = /^[\s,!]*(?:(?:қайырлы|кайырлы)\s+\S+|добр\p{L}+\s+\S+|здравствуйте|сәлем\p{L}*)[\s!.]*$/iu;

/** 'Қайырлы таң, құрметті округ әкімдері!': those called are meant in what follows. */
export function callPeople(sentence: Sentence, state: Calls): void {
  const { text, span, tokens } = sentence;
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
  else if (everybody.test(words)) state.passing = state.called = null;
  else callFirst(sentence, state);
}

const everybody = /^(?:коллеги|әріптестер|достар|друзья|всем|баршаңызға)(?!\p{L})/iu;

/** 'Гүлнар, сувенирлерді ұмытпа!', 'Отдел ЖКХ, контейнеры!': whom a sentence without an order begins with is told what follows. */
function callFirst(sentence: Sentence, state: Calls): void {
  const { text, span, tokens } = sentence;
  const known = phraseAt(tokens, 0, ['nom'], ['nom'], false);
  const isCalled = known !== null && known.certain && isSign(tokens[known.to], ',!');
  const people = isCalled
    ? peopleIn(text, [span[0], tokens[known.to - 1]?.end ?? span[1]], 'heading')
    : peopleAmong(sentence, span, 'vocative');
  const first = people?.named[0];
  if (people && first?.span[0] === span[0] && /^\s*[,!]/.test(text.slice(first.span[1], span[1])))
    state.passing = { ...people, cuts: [] };
}

/** 'Отдел образования – сколько детей не дошло?': whoever is asked is told what follows. */
export function callAsked(sentence: Sentence, state: Calls): void {
  const { text, span } = sentence;
  const people = state.talk ? peopleAmong(sentence, span, 'any') : null;
  const [first] = people?.named ?? [];
  if (people && first?.span[0] === span[0] && /^\s*[,–—:-]/.test(text.slice(first.span[1], span[1])))
    state.called = { ...people, cuts: [] };
}

const datives = /^\p{L}+(?:ам|ям|у|ю|ому|ему|ой|ына|іне|ға|ге|қа|ке|на|не)(?!\p{L})/u;

/** 'Руководителям управлений, акимам районов' above a letter: true when the block names nobody but its readers. */
export function addressLetter(text: string, [start, end]: Span, state: Calls): boolean {
  if (state.found.length > 0 || end - start > 200 || /[.!?:]$/.test(text.slice(start, end))) return false;
  if (!datives.test(text.slice(start, end))) return false;
  const tokens = tokenise(text.slice(start, end));
  if (tokens.some((token, at) => token.kind === 'number' || isSign(token, ':!?') || isOrderVerb(token, at, tokens)))
    return false;
  const people = peopleIn(text, [start, end], 'heading');
  const covered = people?.named.reduce((sum, { span }) => sum + span[1] - span[0] + 2, 0) ?? 0;
  const isWhole = people !== null && people.named[0]?.span[0] === start && covered >= end - start;
  if (isWhole) state.letter = { ...people, cuts: [] };
  return isWhole;
}
