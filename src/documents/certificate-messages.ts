// The certificate of one task as a paper: what was to be done, by whom and when, how it stands, and its whole story.
import { eventWords } from '../history/story-messages.ts';
import { postTitle } from '../org/messages.ts';
import { isOverdue } from '../tasks/rules.ts';
import { textIn } from '../tasks/queries.ts';
import { dayIn, printDate } from '../time.ts';
import { datesOf } from './execution-rules.ts';
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
import type { TaskCertificate } from './subject-queries.ts';

const shareWidths = {
  place: 9,
  executor: 62,
  role: 26,
  first: 24,
  due: 24,
  extensions: 20,
  state: 28,
  reported: 25,
  intime: 22,
};
const eventWidths = { place: 9, when: 30, who: 62, what: 80 };

/** The paper. */
export function certificatePaper(context: PaperContext, found: TaskCertificate, signer: Signer): Paper {
  const { task, shares, events } = found;
  const say = sayIn(context);
  const story = events.toReversed().map((event, at): Row => {
    const { when, who, what } = eventWords(context, found, event);
    return { cells: [at + 1, when, who, what] };
  });
  return paperOf(context, {
    title: say('print-certificate-title', { number: task.number ?? '' }),
    under: [say('print-as-of', { day: todayIn(context) })],
    landscape: true,
    blocks: [
      factsOf(say, factRows(context, found)),
      {
        is: 'table',
        title: say('print-executors'),
        columns: columnsOf(say, shareWidths, ['extensions']),
        rows: shares.map((share, at) => shareRow(context, share, at + 1)),
      },
      { is: 'table', title: say('print-story'), columns: columnsOf(say, eventWidths), rows: story },
      signaturesOf(context, [signer]),
    ],
  });
}

/** What was to be done, by whose word and when, and how it stands. */
function factRows(context: PaperContext, { task, shares, issuedAt }: TaskCertificate): [string, Value][] {
  const { app, locale } = context;
  const say = sayIn(context);
  const { resolution } = task;
  const { first, current, extensions } = datesOf({ ...task, participations: shares });
  const protocol =
    resolution && say('print-protocol', { number: resolution.number ?? '—', day: printDate(locale, resolution.day) });
  return [
    ['text', textIn(task, locale)],
    ['issuer', task.issuer && postTitle(task.issuer, locale)],
    ['controller', task.controller && postTitle(task.controller, locale)],
    ['basis', protocol],
    ['issued', issuedAt && { day: dayIn(app.zone, issuedAt) }],
    ['first', first && { day: first }],
    ['due', current && { day: current }],
    ['extensions', extensions],
    ['form', task.completionForm],
    ['state', say('print-task-state', { state: task.state })],
    ['closed', task.closedAt && { day: dayIn(app.zone, task.closedAt) }],
    ['reason', task.closingReason],
    ['marks', marksOf(context, task)],
  ];
}

function marksOf(context: PaperContext, task: TaskCertificate['task']): string {
  const say = sayIn(context);
  const marks = [...(task.specialControl ? ['special'] : []), ...(task.confidential ? ['confidential'] : [])];
  return marks.map((mark) => say('print-mark', { mark })).join(', ');
}

function shareRow(context: PaperContext, share: TaskCertificate['shares'][number], place: number): Row {
  const { app, locale } = context;
  const say = sayIn(context);
  const { post, role, firstDue, due, extensionCount, state, submittedAt, inTime } = share;
  const late = isOverdue(app.zone, share, app.now());
  const words = late ? say('print-overdue') : say('history-state', { state });
  const judged: Value =
    state === 'accepted' ? say('documents-execution-yes-no', { yes: inTime === false ? 'no' : 'yes' }) : null;
  return {
    cells: [
      place,
      placeOf(post.org, post, locale),
      say('history-role', { role }),
      firstDue && { day: firstDue },
      due && { day: due },
      extensionCount,
      words,
      submittedAt && { day: dayIn(app.zone, submittedAt) },
      judged,
    ],
  };
}
