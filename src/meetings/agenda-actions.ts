// The agenda of a sitting: questions added, heard, put off and noted; unfinished items that come and go by themselves.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import type { Actor } from '../org/rules.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { dayToDb } from '../time.ts';
import { type By, checkPosts, openQuestion, openSitting, recordMeeting } from './access-actions.ts';
import { unfinishedOf } from './carry-queries.ts';
import { sittingView, type SittingView } from './queries.ts';
import { isQuestionState, maxAgenda, maxNote, maxQuestion, type QuestionState } from './rules.ts';

/** Adds a question; `speakerPostId` reports on it. */
export async function addQuestion(
  app: App,
  actor: Actor,
  { meetingId, text, speakerPostId }: { meetingId: number; text: string; speakerPostId: number | null },
): Promise<{ agendaId: number }> {
  return transaction(app, async (app) => {
    const { view, by } = await openSitting(app, actor, meetingId);
    const words = clean(text, maxQuestion);
    if (words === '') throw new UserError('meetings-question-empty');
    if (view.agenda.length >= maxAgenda) throw new UserError('meetings-too-many');
    if (speakerPostId !== null) await checkPosts(app, view.org.path, [speakerPostId]);
    const position = Math.max(0, ...view.agenda.map((item) => item.position)) + 1;
    const { id } = await app.db.agendaItem.create({ data: { meetingId, position, text: words, speakerPostId } });
    await recordMeeting(app, by, 'meetings.question-added', view, { agendaId: id, speakerPostId }, { text: words });
    return { agendaId: id };
  });
}

/** Heard, not heard, put off, or planned again. `from` is what the presser saw: somebody else's change is not overwritten. */
export async function setQuestion(
  app: App,
  actor: Actor,
  { agendaId, from, to }: { agendaId: number; from: string; to: string },
): Promise<{ meetingId: number; state: QuestionState }> {
  return transaction(app, async (app) => {
    if (!isQuestionState(to)) throw new UserError('telegram-stale-button');
    const { view, by, question } = await openQuestion(app, actor, agendaId);
    if (question.state === to) throw new UserError('meetings-so-already');
    const { count } = await app.db.agendaItem.updateMany({ where: { id: agendaId, state: from }, data: { state: to } });
    if (count === 0) throw new UserError('telegram-someone-first');
    await recordMeeting(app, by, 'meetings.question-set', view, { agendaId, before: from, after: to });
    return { meetingId: view.meetingId, state: to };
  });
}

/** Keeps what was noted while the question was heard; an empty note takes it away. */
export async function noteQuestion(
  app: App,
  actor: Actor,
  { agendaId, note }: { agendaId: number; note: string },
): Promise<{ meetingId: number }> {
  return transaction(app, async (app) => {
    const { view, by } = await openQuestion(app, actor, agendaId);
    const words = clean(note, maxNote);
    await app.db.agendaItem.update({ where: { id: agendaId }, data: { note: words || null } });
    await recordMeeting(app, by, 'meetings.question-noted', view, { agendaId }, { note: words });
    return { meetingId: view.meetingId };
  });
}

/** Takes a question off the agenda that nobody has dealt with yet. An unfinished item stays: it is carried by itself. */
export async function removeQuestion(
  app: App,
  actor: Actor,
  { agendaId }: { agendaId: number },
): Promise<{ meetingId: number }> {
  return transaction(app, async (app) => {
    const { view, by, question } = await openQuestion(app, actor, agendaId);
    if (question.taskId !== null) throw new UserError('meetings-item-stays');
    const { count } = await app.db.agendaItem.deleteMany({ where: { id: agendaId, state: 'planned' } });
    if (count === 0) throw new UserError('telegram-someone-first');
    await recordMeeting(app, by, 'meetings.question-removed', view, { agendaId }, { text: question.text });
    return { meetingId: view.meetingId };
  });
}

/**
 * Brings the unfinished items of the series up to date on the agenda of a sitting that was not held: new ones come, finished ones that
 * nobody looked at go. Writes nothing when nothing changed. Run by presses and by a job.
 */
export async function refreshAgenda(app: App, meetingId: number): Promise<void> {
  await transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM meeting WHERE id = ${meetingId} FOR UPDATE`;
    const view = await sittingView(app, meetingId);
    if (!view || view.heldAt !== null || view.seriesId === null) return;
    const unfinished = await unfinishedOf(app, view.seriesId);
    const known = new Set(view.agenda.flatMap(({ taskId }) => taskId ?? []));
    const come = unfinished
      .filter((taskId) => !known.has(taskId))
      .slice(0, Math.max(0, maxAgenda - view.agenda.length));
    const gone = view.agenda.filter(
      ({ taskId, state }) => taskId !== null && state === 'planned' && !unfinished.includes(taskId),
    );
    if (come.length + gone.length === 0) return;
    await app.db.agendaItem.deleteMany({
      where: { id: { in: gone.map(({ agendaId }) => agendaId) }, state: 'planned' },
    });
    const last = Math.max(0, ...view.agenda.map(({ position }) => position));
    await app.db.agendaItem.createMany({
      // The words stand with the task.
      data: come.map((taskId, index) => ({ meetingId, taskId, text: '', position: last + index + 1 })),
    });
    const data = { come, gone: gone.flatMap(({ taskId }) => taskId ?? []) };
    await recordMeeting(app, null, 'meetings.agenda-refreshed', view, data);
  });
}

/**
 * What this sitting put off goes to the next one that is open already; one that opens later looks for it itself. Not bounded by the
 * most questions of a sitting: nothing that was put off is lost. Joins the transaction of the caller, who holds the series.
 */
export async function carryDeferred(
  app: App,
  by: By,
  { meetingId, seriesId, agenda, day }: SittingView,
): Promise<void> {
  const deferred = agenda.filter(({ state, taskId }) => state === 'deferred' && taskId === null);
  if (seriesId === null || deferred.length === 0) return;
  const next = await app.db.meeting.findFirst({
    where: { seriesId, heldAt: null, day: { gt: dayToDb(day) } },
    orderBy: { day: 'asc' },
  });
  if (!next) return;
  await app.db.$queryRaw`SELECT id FROM meeting WHERE id = ${next.id} FOR UPDATE`;
  const view = await sittingView(app, next.id);
  const come = deferred.filter(({ text }) => view?.agenda.every((known) => known.text !== text));
  if (!view || come.length === 0) return;
  const last = Math.max(0, ...view.agenda.map(({ position }) => position));
  await app.db.agendaItem.createMany({
    data: come.map(({ text, speaker }, index) => ({
      ...{ meetingId: next.id, text, position: last + index + 1 },
      speakerPostId: speaker?.postId ?? null,
    })),
  });
  await recordMeeting(app, by, 'meetings.agenda-refreshed', view, { from: meetingId, questions: come.length });
}

function clean(text: string, max: number): string {
  const words = text.trim();
  refuseSensitive('guard-in-text', words);
  if (words.length > max) throw new UserError('telegram-text-too-long', { max, length: words.length });
  return words;
}
