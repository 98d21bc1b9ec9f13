// News and letters: only a governing word gives an order; quotations of who leads are read for themselves; opinions and history give none.
import { fold, matchesOf, type Span, vocabulary } from '../words.ts';
import type { Found } from './assemble.ts';
import type { Block } from './blocks.ts';
import { agreement } from './agreement.ts';
import { labelsIn } from './labels.ts';
import { ordersOf, type Order, type Register } from './orders.ts';
import { peopleIn } from './people.ts';
import { lookAt, type ReadContext, type Sentence } from './sentence.ts';
import { sectionAt } from './sections.ts';
import { splitSentences } from './split-sentences.ts';

const newsRegister: Register = { bare: false, plainTalk: false, news: true, quoted: false, kind: 'assignment' };
const quoteRegister: Register = { bare: false, plainTalk: true, news: false, quoted: true, kind: 'assignment' };

const asides = new RegExp(
  `^(?:${fold('напомним|напоминаем|как сообщалось|к слову|справочно|для справки|ранее|реклама|фото|сурет|еске салсақ|айта кетейік|айта кету керек|бұған дейін|автор|телефон|поделиться|бөлісу')})(?!\\p{L})`,
  'u',
);
const opinions = new RegExp(
  `(?:${fold('по (?:его |ее |их )?(?:словам|мнению)|по данным|считает|уверен[аы]?|убежден[аы]?|оның айтуынша|пікірінше|айтуынша|подчеркнул[аи]? важность|напомнил[аи]?')})(?!\\p{L})`,
  'u',
);
const history = vocabulary(
  'ранее весной летом осенью зимой прошлом прошлой прошлого прошлую позавчера прежде былтыр бұрын өткен бұған көктемде тогда исполнено выполнено выполнены завершена завершены закончена закончены орындалды аяқталды',
);
const speech =
  /^[\s,]*[–—-]?\s*(?:сказал|подчеркнул|отметил|заявил|добавил|указал|заключил|потребовал|поручил|распорядил|обратил|напомнил|деді|деп|дейді|айтты|тапсырды|атап)/u;

/** Reads paragraphs of prose. */
export function readProse(text: string, blocks: Block[], context: ReadContext): Found[] {
  const found: Found[] = [];
  let before: Order[] = [];
  for (const block of blocks) {
    const words = text.slice(...block.body);
    if (asides.test(fold(words.slice(0, 40)))) continue;
    if (block.section && block.section.kind !== 'decided' && sectionAt(words)?.kind === 'signature') continue;
    const sentences = splitSentences(text, block.body, false);
    const speechEnd = dashSpeechEnd(text, block);
    sentences.forEach((span, index) => {
      if (rejected.test(text.slice(...span))) {
        // 'Тулпаров с этим не согласился': what was said just before comes to nothing, unless the chair had ordered it.
        const last = found.at(-1);
        const saidJustNow = last !== undefined && last.span[0] >= (sentences[index - 1]?.[0] ?? span[0]);
        if (saidJustNow && last.kind !== 'assignment') found.pop();
        return;
      }
      const orders =
        speechEnd !== null && span[0] < speechEnd
          ? quotedOrders(text, [span[0], Math.min(span[1], speechEnd)], context, calledPeople(text, span))
          : sentenceOrders(text, span, context, before, sentences[index - 1]);
      if (orders.length === 0 && index > 0) nameResponsible(text, span, found.slice(-before.length));
      before = orders.length > 0 ? orders : before;
      found.push(...orders.map((order) => ({ ...order, number: block.number, form: null, inheritedTerm: false })));
    });
  }
  return found;
}

const saidBehind =
  /[,!?…]\s+[–—-]\s+(?:сказал|подчеркнул|отметил|заявил|добавил|указал|заключил|потребовал|поручил|распорядил|резюмировал|напомнил|обратил|деді|деп)/u;

/** '— Дети должны отдыхать. Отделу занятости — выверить списки, — сказала замакима': where the speech of such a paragraph ends. */
function dashSpeechEnd(text: string, { span, body }: Block): number | null {
  if (!/^[–—-]/.test(text.slice(...span))) return null;
  const found = saidBehind.exec(text.slice(...body));
  return found ? body[0] + found.index : null;
}

/** 'Ответственным назначен заместитель акима …': the people of the orders just before. */
function nameResponsible(text: string, span: Span, orders: Found[]): void {
  const label = labelsIn(text, span).find(({ role }) => role === 'responsible');
  const people = label ? peopleIn(text, label.value, 'label') : null;
  if (people) for (const order of orders) order.people ??= { ...people, cuts: [] };
}

function sentenceOrders(
  text: string,
  span: Span,
  context: ReadContext,
  before: Order[],
  previous: Span | undefined,
): Order[] {
  const quotes = speechesOf(text, span);
  const labels = labelsIn(text, span).filter(({ role }) => role === 'responsible');
  const sentence = lookAt(text, span, context, [
    ...quotes.map(({ span: quote }) => quote),
    ...labels.map((label) => label.span),
  ]);
  const outer = outerOrders(sentence, before, previous, quotes.length > 0);
  const named = labels[0] ? peopleIn(text, labels[0].value, 'label') : null;
  if (named) for (const order of outer) order.people ??= { ...named, cuts: [] };
  const called = calledPeople(text, span);
  const quoted = quotes.flatMap(({ inner }) => quotedOrders(text, inner, context, called));
  return [...outer, ...quoted];
}

/** '…», – обратился аким к директору теплосетей Огневу': whom the quotation is said to. */
function calledPeople(text: string, span: Span): Order['people'] {
  const match = /обратил\p{L}*\s(?:[^.,]{0,60}?\s)?ко?\s+/u.exec(text.slice(...span));
  const start = match ? span[0] + match.index + match[0].length : -1;
  const people = match ? peopleIn(text, [start, span[1]], 'label') : null;
  const [first] = people?.named ?? [];
  return people && first ? { ...people, named: [first], cuts: [] } : null;
}

function outerOrders(sentence: Sentence, before: Order[], previous: Span | undefined, hasQuote: boolean): Order[] {
  const { text, span, tokens } = sentence;
  const words = fold(text.slice(...span));
  if (asides.test(words) || tokens.some(({ folded }) => history.has(folded)) || /[?]$/.test(words)) return [];
  const agreed = agreement(sentence);
  if (agreed) return [agreed];
  const isOpinion = opinions.test(words);
  const orders = ordersOf(sentence, newsRegister).filter(
    ({ guessedForce, people, terms }) => !(guessedForce && (isOpinion || hasQuote) && !people && terms.length === 0),
  );
  // 'В частности, регионам необходимо …' has the force of what it spells out.
  if (/^(?:в частности|в том числе|атап айтканда)/.test(words) && before[0])
    for (const order of orders) order.kind = before[0].kind;
  for (const order of orders)
    if (!order.people && order.kind === 'assignment')
      order.people = blamed(text, previous) ?? everySchool(sentence, order);
  return orders;
}

const rejected =
  /(?:не (?:поддержан[оаы]?|согласил\p{L}*|поддержал\p{L}*|приняли)|отклонен[оаы]?|предложени[ея] (?:пока )?(?:изучают|изучат|рассмотрят)|қолдау таппа\p{L}*|қолдамады|қабылданбады|келіспеді)(?!\p{L})/iu;

/** 'внедрить во всех школах города': nobody is addressed, and all of them are meant. */
function everySchool({ text }: Sentence, { keep }: Order): Order['people'] {
  for (const [start, end] of keep) {
    const match =
      /(?:во всех|в каждой|барлық)\s+(?:школах|школе|мектептер(?:де|ге)?|мектепте)(?:\s+города|\s+района|\s+области)?/iu.exec(
        text.slice(start, end),
      );
    if (!match) continue;
    const span: Span = [start + match.index, start + match.index + match[0].length];
    return {
      named: [{ words: match[0], span, joint: false }],
      fanOut: 'schools',
      cuts: [],
      inherited: false,
      guessed: true,
    };
  }
  return null;
}

/** 'указал на недостаточную работу органов опеки. Он поручил …': those just blamed are meant, with a doubt. */
function blamed(text: string, previous: Span | undefined): Order['people'] {
  if (!previous) return null;
  const match =
    /(?:указал|обратил внимание|раскритиковал|подверг критике)\p{L}*\s[^.]{0,40}?(?:работ|деятельност)\p{L}*\s+/u.exec(
      text.slice(...previous),
    );
  if (!match) return null;
  const people = peopleIn(text, [previous[0] + match.index + match[0].length, previous[1]], 'label');
  const [first] = people?.named ?? [];
  return people && first ? { ...people, named: [first], cuts: [], inherited: true, guessed: true } : null;
}

/** A speech with its signs, and the words inside. */
type Speech = { span: Span; inner: Span };

/** Quotations that are speech: a sentence of their own or said by somebody, not a name or a title. */
function speechesOf(text: string, span: Span): Speech[] {
  const part = text.slice(...span);
  const dashed =
    /^[–—-]?\s*(.{10,}?)[,!?…]\s+[–—-]\s+(?:сказал|подчеркнул|отметил|заявил|добавил|указал|заключил|потребовал|поручил|распорядил|резюмировал|напомнил|обратил|деді|деп)/su.exec(
      part,
    );
  const lineStart = /[–—-]\s*$/.test(text.slice(Math.max(0, span[0] - 3), span[0])) || /^[–—-]/.test(part);
  if (dashed && lineStart) {
    const start = span[0] + dashed[0].indexOf(dashed[1] as string);
    const inner: Span = [start, start + (dashed[1] as string).length];
    return [{ span: inner, inner }];
  }
  const speeches: Speech[] = [];
  for (const match of matchesOf(/[«“"]([^«“"]{15,}?(?:«[^»]*»[^«“"]*?)*)[»”"]/gu, part)) {
    const words = match[1] as string;
    const before = part.slice(0, match.index);
    const after = part.slice(match.index + match[0].length);
    const isSpeech =
      /[.!?…]\s/.test(words) || /(?:^|:\s*)$/.test(before) || speech.test(after) || /^[,.!?]?\s*[–—-]\s/.test(after);
    const start = span[0] + match.index;
    if (isSpeech && words.split(/\s+/).length > 3)
      speeches.push({ span: [start, start + match[0].length], inner: [start + 1, start + match[0].length - 1] });
  }
  return speeches;
}

function quotedOrders(text: string, inner: Span, context: ReadContext, called: Order['people']): Order[] {
  return splitSentences(text, inner, false).flatMap((span) => {
    if (/[?]$/.test(text.slice(...span))) return [];
    const sentence = lookAt(text, span, context);
    const said = /(?:необходимо|прошу|поручаю|требую|обязываю|запрещаю|тапсырамын|сұраймын)/iu.test(
      text.slice(...span),
    );
    return ordersOf(sentence, quoteRegister)
      .map((order) => ({ ...order, people: order.people ?? called }))
      .filter((order) => order.people !== null || order.terms.length > 0 || said);
  });
}
