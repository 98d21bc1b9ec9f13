// Words at which a Kazakh name of an executor cannot go on: particles, objects, places, verbs; and what looks so inside a name.
import { kazakhHead, russianHead } from './lexicon.ts';
import { isCapital } from './person-names.ts';
import { isInfinitive } from './russian-forms.ts';
import { remember } from '../remember.ts';
import { fold, isWord, vocabulary, type Token } from '../words.ts';

const walls = vocabulary(`
  дейін шейін ішінде сайын кешіктірмей қалдырмай бастап мерзімде мерзімінде бойынша туралы үшін соң кейін дейінгі сәйкес арқылы бірге
  бірлесіп жөнінде негізінде мақсатында ретінде барысында дереу шұғыл бүгін ертең бүрсігүні қазір тұрақты үнемі кезінде күні айында отырып
  ескере байланысты қатысты ғана тек ал бірақ сондай-ақ керек қажет тиіс сондай ақ ол сен сіз біз олар бұл осы сол өте кеше
  бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы алдымен содан сосын сонымен қатар уақтылы
  есеп ақпарат мәлімет тізім тізімді хаттама өтінім қарай жыл сайын ай апта`);
const notModifiers = vocabulary('до к в во на по и с со от из о об не за при для через без');
const acquisitive = vocabulary(
  'сатып орта қала жалпы мемлекеттік Алматы баспасөз шағын көп тірек халықты отбасы сынып топ тәртіп кітап',
);
// Behind a vowel '-ты' is no accusative but the possessive of a stem in 'т': 'саясаты'.
const objects = /(?:[^аеиоы]т[ыи]|д[ыи]|[^н]н[ыи])$/;
const places = /[дт][ае]$/;
const converb = /(?:[ыи]п|ап|еп|уп)$/;
const requests = /(?:[^ы]с[ыи]н|[ыи]н[ыи]з(?:дар|дер)?|[ыи]нд[ае]р)$/;

/** True for a word of the grammar, which belongs to no name: 'дейін', 'бойынша'. */
export function isParticle(token: Token | undefined): boolean {
  return isWord(token, walls);
}

/** 'дайындасын', 'беріңіз': a verb of command. */
export function isRequest(token: Token | undefined): boolean {
  return requests.test(token?.folded ?? '');
}

/** True where a phrase cannot go on with this word. */
export function stops(tokens: Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && isWall(token) && !isNominalised(tokens, at) && !isBorrowed(tokens, at);
}

/** An object, a place, a verb, a Russian word, by its ending alone. */
export function isWall(token: Token): boolean {
  return isWallWord(token.text);
}

const isWallWord = remember((text) =>
  findIsWall({ text, folded: fold(text), kind: 'word', start: 0, end: 0, answers: null }),
);

function findIsWall(token: Token): boolean {
  const { folded } = token;
  if (isWord(token, acquisitive)) return false;
  if (isWord(token, notModifiers) || isInfinitive(folded)) return true;
  if (russianHead(folded) && !/[әғқңөұүһі]/iu.test(token.text)) return true;
  if (folded.length < 5) return false;
  return (
    (objects.test(folded) && !isCapital(token)) ||
    (places.test(folded) && folded.length > 5) ||
    (converb.test(folded) && !isCapital(token)) ||
    requests.test(folded)
  );
}

const nominal = /(?:у|ю)$/;

/** 'архив басқармасы', 'департамент басшысы': a word of both languages before a Kazakh head. */
function isBorrowed(tokens: Token[], at: number): boolean {
  return russianHead(tokens[at]?.folded ?? '') !== null && (kazakhHead(tokens[at + 1])?.form.possessive ?? false);
}

/** 'балаларды қорғау орталығы': an object inside the name of a body. */
function isNominalised(tokens: Token[], at: number): boolean {
  if (!nominal.test(tokens[at + 1]?.folded ?? '')) return false;
  return [2, 3, 4, 5].some((step) => {
    const between = tokens.slice(at + 2, at + step);
    const head = kazakhHead(tokens[at + step]);
    return (
      (head?.form.possessive ?? false) &&
      between.every((token) => token.kind === 'word' && !isParticle(token) && !isRequest(token))
    );
  });
}
