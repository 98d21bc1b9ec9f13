// fileFor: what an order means, as its orderer may read it now: the bytes with name and caption, or words where there is nothing to print.
import type { App } from '../app.ts';
import type { Actor } from '../org/rules.ts';
import { postTitle } from '../org/messages.ts';
import { dayIn } from '../time.ts';
import { actPages } from './hand-over-messages.ts';
import { actFor } from './hand-over-queries.ts';
import { writeAct, writePaper } from './paper-files.ts';
import { paperFileName, paperFor } from './paper-queries.ts';
import type { Wanted } from './print-rules.ts';
import { writePublic } from './public-files.ts';
import { publicTasks } from './public-queries.ts';

/** `html`: the caption, or all there is to say. */
export type OrderedFile = { bytes: Uint8Array | null; name: string; html: string };

/** The file in the orderer's language, a paper in that of the choice. Throws UserError for what the orderer may not print or see. */
export async function fileFor(app: App, actor: Actor, wanted: Wanted): Promise<OrderedFile> {
  if (wanted.is === 'public') return publicFile(app, actor);
  if (wanted.is === 'act') return actFile(app, actor, wanted.eventId, wanted.postId || undefined);
  const { choice, format } = wanted;
  const paper = await paperFor(app, actor, choice, format);
  const html = app.t(actor.locale, 'print-caption', { title: paper.title, under: paper.under[0] ?? '' });
  return { bytes: await writePaper(paper, format), name: paperFileName(app, choice, paper, format), html };
}

async function actFile(app: App, actor: Actor, eventId: number, postId: number | undefined): Promise<OrderedFile> {
  const { locale } = actor;
  const act = await actFor(app, actor, eventId, postId);
  const html = app.t(locale, 'handover-caption', { post: postTitle(act.post, locale), n: act.lines.length });
  return { bytes: await writeAct(actPages(app, act)), name: `hand-over-act-${act.eventId}-${act.day}.docx`, html };
}

async function publicFile(app: App, actor: Actor): Promise<OrderedFile> {
  const { locale } = actor;
  const { tasks, leftOut } = await publicTasks(app, actor);
  const head = app.t(locale, tasks.length > 0 ? 'marks-public-caption' : 'marks-public-none', { n: tasks.length });
  const more = leftOut > 0 ? [app.t(locale, 'marks-public-left-out', { n: leftOut })] : [];
  const bytes = tasks.length > 0 ? await writePublic(app, locale, tasks) : null;
  return { bytes, name: `public-${dayIn(app.zone, app.now())}.xlsx`, html: [head, ...more].join('\n') };
}
