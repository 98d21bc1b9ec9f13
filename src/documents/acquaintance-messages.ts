// The acquaintance list of a task or a resolution as a paper: who took note of it and when, with places for signatures.
import { orgName } from '../org/messages.ts';
import { textIn } from '../tasks/queries.ts';
import { printDate, printInstant } from '../time.ts';
import {
  columnsOf,
  factsOf,
  type PaperContext,
  paperOf,
  placeOf,
  sayIn,
  type Signer,
  signaturesOf,
  todayIn,
} from './paper-messages.ts';
import type { Paper, Row, Value } from './paper-rules.ts';
import type { Noted, NotedResolution, NotedTask } from './subject-queries.ts';

const place = { place: 10 };
const widths = { executor: 66, name: 36, noted: 35, signature: 30 };

/** Of a task. */
export function taskNotePaper(context: PaperContext, { task, shares }: NotedTask, signer: Signer): Paper {
  const say = sayIn(context);
  const under = [
    say('print-task-number', { number: task.number ?? '' }),
    say('print-as-of', { day: todayIn(context) }),
  ];
  const facts: [string, Value][] = [
    ['text', textIn(task, context.locale)],
    ['issuer', task.issuer && placeOf(task.issuer.org, task.issuer, context.locale)],
  ];
  return notePaper(context, { under, facts, shares, signer, items: false });
}

/** Of a resolution with all its items. */
export function resolutionNotePaper(context: PaperContext, { view, shares }: NotedResolution, signer: Signer): Paper {
  const say = sayIn(context);
  const day = printDate(context.locale, view.day);
  const under = [
    say('print-protocol', { number: view.number ?? '—', day }),
    say('print-as-of', { day: todayIn(context) }),
  ];
  const facts: [string, Value][] = [
    ['theme', view.theme],
    ['body', orgName(view.org, context.locale)],
  ];
  return notePaper(context, { under, facts, shares, signer, items: true });
}

type NoteParts = { under: string[]; facts: [string, Value][]; shares: Noted[]; signer: Signer; items: boolean };

function notePaper(context: PaperContext, { under, facts, shares, signer, items }: NoteParts): Paper {
  const { app, locale } = context;
  const say = sayIn(context);
  const noted = shares.filter(({ at }) => at !== null).length;
  const columns = columnsOf(say, { ...place, ...(items && { item: 15 }), ...widths });
  const rows = shares.map(({ item, share, name, at }, row): Row => {
    const { post } = share;
    const when = at ? printInstant(app.zone, at) : say('print-not-noted');
    return { cells: [row + 1, ...(items ? [item] : []), placeOf(post.org, post, locale), name, when, null] };
  });
  return paperOf(context, {
    title: say('print-paper', { form: 'acquaintance' }),
    under,
    blocks: [
      factsOf(say, [...facts, ['executors', shares.length], ['noted', noted], ['not-noted', shares.length - noted]]),
      { is: 'table', columns, rows },
      signaturesOf(context, [signer]),
    ],
  });
}
