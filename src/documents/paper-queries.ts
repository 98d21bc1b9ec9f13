// paperFor: the paper that a choice means, as the person who asks may read it; and what its file is called.
import type { App } from '../app.ts';
import { loadCalendar } from '../calendar.ts';
import { disciplineItems, orgsById, unitTallies } from '../discipline/queries.ts';
import { UserError } from '../errors.ts';
import { paperText } from '../files/paper-text.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { dayIn, printDayShort } from '../time.ts';
import { resolutionNotePaper, taskNotePaper } from './acquaintance-messages.ts';
import { certificatePaper } from './certificate-messages.ts';
import { disciplinePaper } from './discipline-messages.ts';
import { duesPaper } from './dues-messages.ts';
import { executionPaper } from './execution-paper-messages.ts';
import { executionFor } from './execution-past-queries.ts';
import { type PaperContext, sayIn, type Signer, signerOf } from './paper-messages.ts';
import type { Format, Paper } from './paper-rules.ts';
import { authorOf, mayPrint, prints, programmeOf, unitFor } from './print-queries.ts';
import { type Choice, dueSpanOf, pastDayOf } from './print-rules.ts';
import { protocolPaper } from './protocol-messages.ts';
import { dueRows, summaryRows } from './share-queries.ts';
import { certificateOf, notedResolution, notedTask, protocolParts } from './subject-queries.ts';
import { summaryPaper } from './summary-messages.ts';

/** Rows of a table at most, as far as somebody would turn the pages or scroll; the form says how many it leaves out, its numbers are of all. */
const mostRows: Record<Format, number> = { pdf: 3000, docx: 3000, xlsx: 10_000 };

/** The paper. Throws UserError for what the actor may not print or see. */
export async function paperFor(app: App, actor: Actor, choice: Choice, format: Format): Promise<Paper> {
  const context: PaperContext = { app, locale: choice.locale };
  const { form, subject } = choice;
  mayPrint(actor, choice);
  switch (form) {
    case 'dues':
    case 'summary':
      return sharesPaper(context, actor, choice, mostRows[format]);
    case 'discipline':
      return indexPaper(context, actor, choice, mostRows[format]);
    case 'protocol':
      return protocolPaper(context, await protocolParts(app, actor, subject));
    case 'resolutionNote':
      return resolutionNotePaper(context, await notedResolution(app, actor, subject), signing(actor));
    case 'taskNote':
      return taskNotePaper(context, await notedTask(app, actor, subject), signing(actor));
    case 'execution': {
      const execution = await executionFor(app, actor, choice);
      const signer = prints(actor) ? signing(actor) : null;
      return executionPaper(context, execution, { take: mostRows[format], signer });
    }
    case 'certificate':
      return certificatePaper(context, await certificateOf(app, actor, subject), signing(actor));
  }
}

/** 'Контроль_сроков_22.11.2026.pdf', with the day that it tells of. */
export function paperFileName(app: App, { form, span, locale }: Choice, paper: Paper, format: Format): string {
  const say = sayIn({ app, locale });
  const number = /№\s*([\p{L}\p{N}./-]+)/u.exec([paper.title, ...paper.under].join(' '))?.[1] ?? '';
  const day = printDayShort(pastDayOf(span) ?? dayIn(app.zone, app.now()));
  const words = [say('print-file', { form }), number.replaceAll('/', '-'), day].filter(Boolean).join(' ');
  return `${paperText(words).replace(/[^\p{L}\p{N}.-]+/gu, '_')}.${format}`;
}

/** The post by which the actor prints. Throws UserError for who prints nothing. */
function signing(actor: Actor, orgPath?: string): Signer {
  const paths = orgPath === undefined ? actor.posts.map((held) => held.orgPath) : [orgPath];
  const [post] = paths.flatMap((path) => may(actor, 'documents.print', { orgPath: path }) ?? []);
  if (!post) throw new UserError('telegram-not-allowed');
  return signerOf(actor, post);
}

async function sharesPaper(context: PaperContext, actor: Actor, choice: Choice, take: number): Promise<Paper> {
  const { app } = context;
  const unit = await unitFor(app, actor, choice.subject);
  const signer = signing(actor, unit.path);
  const span = dueSpanOf(choice.span, dayIn(app.zone, app.now()));
  const author = choice.author > 0 ? await authorOf(app, actor, choice.author) : null;
  const late = choice.span === 'late';
  const programme = choice.programme ? await programmeOf(app, actor, choice.programme) : null;
  const wanted = { path: unit.path, span, late, author: author?.postId ?? 0, programme: programme?.programmeId ?? 0 };
  const about = { unit, author, programme };
  if (choice.form === 'summary') {
    if (!span) throw new UserError('telegram-stale-button');
    return summaryPaper(context, { ...about, span, rows: await summaryRows(app, actor, wanted), signer });
  }
  const { rows, counts } = await dueRows(app, actor, wanted, take);
  return duesPaper(context, { ...about, span, late, rows, counts, signer, calendar: await loadCalendar(app) });
}

async function indexPaper(context: PaperContext, actor: Actor, choice: Choice, take: number): Promise<Paper> {
  const { app } = context;
  const unit = await unitFor(app, actor, choice.subject);
  const signer = signing(actor, unit.path);
  const span = dueSpanOf(choice.span, dayIn(app.zone, app.now()));
  if (!span) throw new UserError('telegram-stale-button');
  const scope = { path: unit.path, postIds: null };
  const { whole, units } = await unitTallies(app, actor, scope, span);
  const { items, total } = await disciplineItems(app, actor, { scope, span, skip: 0, take });
  const ids = [...units.flatMap(({ orgId }) => orgId ?? []), ...items.map(({ orgId }) => orgId)];
  const names = await orgsById(app, [...new Set(ids)]);
  const named = units.flatMap(({ orgId, ...tally }) => {
    const name = orgId === null ? unit : names.get(orgId);
    return name ? [{ name, tally }] : [];
  });
  return disciplinePaper(context, { unit, span, whole, units: named, items, total, names, signer });
}
