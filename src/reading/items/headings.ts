// A heading line read: whom it addresses, until when, with what force, and the action its objects share.
import type { Term } from '../dates/terms.ts';
import type { DraftKind } from '../drafts.ts';
import type { Span } from '../words.ts';
import { ordersOf, type Register } from './orders.ts';
import { peopleAmong, peopleIn, type People } from './people.ts';
import { headsOf } from './heads.ts';
import { lookAt, type ReadContext, type Sentence } from './sentence.ts';
import { trimmed } from './source.ts';

export type Heading = {
  people: People | null;
  terms: Term[];
  kind: DraftKind;
  /** The action that the objects below share: 'нарастить число рабочих:'. */
  keep: Span[];
  span: Span;
  /** The line gives no order of its own. */
  only: boolean;
};

/** Reads a line that others stand under. */
export function readHeading(text: string, body: Span, register: Register, context: ReadContext): Heading {
  const colon = text[body[1] - 1] === ':';
  const inner = trimmed(text, [body[0], body[1] - (colon ? 1 : 0)]);
  const sentence = lookAt(text, inner, context);
  const heads = headsOf(sentence, { verbalNouns: false, plainTalk: false });
  const governor = heads.find(({ form }) => form === 'governor');
  const kind =
    governor?.form === 'governor'
      ? governor.governor.kind === 'recommendation' && governor.governor.weak
        ? register.kind
        : governor.governor.kind
      : (kazakhKind(heads) ?? register.kind);
  const verbs = heads.filter(({ form }) => form === 'infinitive' || form === 'kazakh-command');
  const orders = verbs.length > 0 ? ordersOf(sentence, register) : [];
  const [order] = orders;
  if (order)
    return {
      people: order.people,
      terms: order.terms,
      kind: order.kind,
      keep: colon ? withColon(order.keep, body[1]) : [],
      span: body,
      only: false,
    };
  const people =
    (tellsPast(sentence) ? null : peopleAmong(sentence, inner, 'heading')) ??
    (!register.plainTalk && (governor || colon) ? peopleAmong(sentence, inner, governor ? 'any' : 'dative') : null) ??
    (colon && !register.plainTalk ? phraseOf(sentence) : null);
  const terms = register.plainTalk && !people && saysMore(sentence) ? [] : sentence.terms;
  return { people, terms, kind, keep: [], span: body, only: true };
}

function kazakhKind(heads: ReturnType<typeof headsOf>): DraftKind | null {
  const head = heads.find(({ form }) => form === 'kazakh-noun');
  return head?.form === 'kazakh-noun' ? (head.governor?.kind ?? null) : null;
}

/** In talk a line before a list is a deadline only when it says nothing else: 'Готовимся к 1 сентября:' is none. */
function saysMore({ tokens, inTerm }: Sentence): boolean {
  return tokens.filter(({ kind }, at) => kind === 'word' && inTerm[at] === 0).length > 1;
}

/** 'Кеңес … шешімге келді:' tells what happened and addresses nobody. */
function tellsPast({ tokens }: Sentence): boolean {
  const last = tokens.filter(({ kind }) => kind === 'word').at(-1)?.folded ?? '';
  return /(?:ди|ды|ти|ты)$/.test(last) || /(?:[аи]л[аио]?|[аи]л(?:ся|ась|ись))$/.test(last);
}

const noPhrase =
  /^(?:по|о|об|в|во|на|с|со|за|для|при|до|к|из|от|и|а|что|как|справочно|итого|всего|кроме|также|результат|держите|поручени|задач|тапсырмалар|мыналар|келеси|коллеги|друзья|внимание)$/;

/** A short heading that nobody is known in: 'әр сынып жетекшісіне:' is one all the same when it stands in the dative. */
function phraseOf({ text, span, tokens, terms }: Sentence): People | null {
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (terms.length > 0 || words.length === 0 || words.length > 8 || noPhrase.test(words[0]?.folded ?? '')) return null;
  const last = words.at(-1)?.folded ?? '';
  const dative = /(?:га|ге|ка|ке|на|не)$/.test(last) || /(?:ам|ям|у|ю|ому|ему)$/.test(words[0]?.folded ?? '');
  return dative ? peopleIn(text, span, 'label') : null;
}

/** The colon parts the shared action from its objects. */
function withColon(keep: Span[], end: number): Span[] {
  const last = keep.at(-1);
  return last && end - last[1] <= 2 ? [...keep.slice(0, -1), [last[0], end]] : keep;
}
