// What somebody sees of a sitting: those who keep, chair or read for the body the whole, a member what concerns them. Pure.
import { may, type Subject } from '../org/rights.ts';
import { type Actor, isWithin, readableScopes } from '../org/rules.ts';
import { maySee, visibleShares } from '../tasks/access-rules.ts';
import type { TaskView } from '../tasks/queries.ts';
import { emptyTally } from '../tasks/tally-rules.ts';
import type { QuestionView, SeriesView, SittingView } from './queries.ts';

/** What the permission table is told of a sitting or a series. */
export function subjectOf(view: SittingView | SeriesView): Subject {
  const participantPostIds = 'attendance' in view ? view.attendance.map(({ post }) => post.postId) : view.memberPostIds;
  return {
    orgPath: view.org.path,
    chairPostId: view.chair.postId,
    keeperPostId: view.secretaryPostId,
    participantPostIds,
  };
}

/** True for who sees everything that is not confidential. */
export function seesWhole(actor: Actor, view: SittingView): boolean {
  return may(actor, 'meetings.keep', subjectOf(view)) !== null || readsBody(actor, view);
}

function readsBody(actor: Actor, view: SittingView): boolean {
  return readableScopes(actor).some((scope) => isWithin(view.org.path, scope));
}

/** True for who may open the sitting at all. */
export function maySeeSitting(actor: Actor, view: SittingView): boolean {
  return may(actor, 'meetings.see', subjectOf(view)) !== null;
}

/** An entry of the agenda with its task as the reader may see it; null: a task of which only number and date are shown. */
export type SeenQuestion = { question: QuestionView; task: TaskView | null; discreet: boolean };

/**
 * The agenda as the actor may see it (product rules, rights): a member sees the questions without a speaker, those where they or
 * somebody of theirs speaks, and the items that they may see; of two regions each only its own.
 */
export function seenAgenda(actor: Actor, view: SittingView, tasks: Map<number, TaskView>): SeenQuestion[] {
  const whole = seesWhole(actor, view);
  return view.agenda.flatMap((question): SeenQuestion[] => {
    if (question.taskId === null) {
      const seen = whole || question.speaker === null || isTheirs(actor, question.speaker);
      return seen ? [{ question, task: null, discreet: false }] : [];
    }
    const task = tasks.get(question.taskId);
    if (!task) return [];
    if (maySee(actor, task)) {
      const participations = whole ? task.participations : visibleShares(actor, task);
      return [{ question, task: { ...task, participations }, discreet: false }];
    }
    return whole ? [{ question, task: { ...task, participations: [], beside: emptyTally }, discreet: true }] : [];
  });
}

function isTheirs(actor: Actor, speaker: NonNullable<QuestionView['speaker']>): boolean {
  const scopes = readableScopes(actor);
  return (
    actor.posts.some(({ postId }) => postId === speaker.postId) ||
    scopes.some((scope) => isWithin(speaker.org.path, scope))
  );
}
