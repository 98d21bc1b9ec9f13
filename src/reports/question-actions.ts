// Questions about a share and its report: from who judges to the executor and back, and from the executor to who controls.
import { transaction, type App } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import { holdersOf } from '../org/queries.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { enqueue } from '../outbox/actions.ts';
import { shareSubject } from '../tasks/access-rules.ts';
import { liveNumber } from '../tasks/actions.ts';
import { refuseSensitive } from '../tasks/guard-rules.ts';
import { reachable } from '../tasks/message-actions.ts';
import { type ShareView, shareView } from '../tasks/queries.ts';
import { judgePostOf } from './flag-actions.ts';
import { reviewItem } from './queries.ts';
import { questionItem, questionOfRequest } from './question-queries.ts';
import { maxReason } from './rules.ts';

export type Asked = { number: string; questionId: number; repeated: boolean };

/** Who judges a report asks its executor. Throws UserError for somebody who may not judge it. */
export async function askExecutor(
  app: App,
  actor: Actor,
  { reportId, text, requestKey }: { reportId: number; text: string; requestKey: string },
): Promise<Asked> {
  const words = checkWords(text);
  return transaction(app, async (app) => {
    const item = await reviewItem(app, reportId);
    if (!item) throw new UserError('telegram-stale-button');
    const { share, task, report } = item;
    const subject = { ...shareSubject(task, share), executorPersonIds: [report.byPersonId] };
    const number = liveNumber(task);
    const by = may(actor, 'reports.ask', subject);
    if (!by) throw new UserError(report.byPersonId === actor.personId ? 'reports-own' : 'reports-may-not-review');
    const to = { fromPostId: by.postId, toPostId: share.post.postId, reportId };
    return ask(app, actor, { item, to, text: words, requestKey, number });
  });
}

/** The executor asks who controls the task. Throws UserError for somebody else's share, and where nobody can be asked. */
export async function askController(
  app: App,
  actor: Actor,
  { participationId, text, requestKey }: { participationId: number; text: string; requestKey: string },
): Promise<Asked> {
  const words = checkWords(text);
  return transaction(app, async (app) => {
    const item = await shareView(app, participationId);
    if (!item) throw new UserError('telegram-stale-button');
    const { share, task } = item;
    if (!may(actor, 'shares.ask', { executorPostId: share.post.postId })) throw new UserError('reports-not-yours');
    const number = liveNumber(task);
    const by = may(actor, 'shares.ask', shareSubject(task, share));
    if (!by) throw new UserError('reports-finished', { number });
    const [toPostId] = judgePostOf(item);
    if (toPostId === undefined) throw new UserError('reports-nobody-to-ask', { number });
    const to = { fromPostId: by.postId, toPostId, reportId: null };
    return ask(app, actor, { item, to, text: words, requestKey, number });
  });
}

/** The answer goes back to the person who asked. Throws UserError for a question to somebody else, or answered before. */
export async function answerQuestion(
  app: App,
  actor: Actor,
  { questionId, text }: { questionId: number; text: string },
): Promise<{ number: string }> {
  const answer = checkWords(text);
  return transaction(app, async (app) => {
    const item = await questionItem(app, questionId);
    if (!item) throw new UserError('telegram-stale-button');
    const { question, share, task } = item;
    const by = may(actor, 'shares.answer', { askedPostId: question.toPostId });
    if (!by) throw new UserError('reports-question-not-yours');
    const { count } = await app.db.question.updateMany({
      where: { id: questionId, answeredAt: null },
      data: { answer, answeredAt: app.now(), answeredById: actor.personId },
    });
    if (count === 0) throw new UserError('reports-answered-already');
    await record(app, {
      verb: 'reports.answered',
      entity: 'participation',
      entityId: share.participationId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId, postId: by.postId },
      data: { taskId: task.taskId, participationId: share.participationId, questionId },
      texts: { answer },
    });
    const asker = await app.db.person.findUnique({ where: { id: question.fromPersonId } });
    const { chatId, blockedAt } = asker ?? {};
    if (asker && chatId && !blockedAt)
      await enqueue(app, [notice('reports.answer', item, questionId, { chatId, personId: asker.id })]);
    return { number: task.number ?? '' };
  });
}

type Asking = {
  item: ShareView;
  to: { fromPostId: number; toPostId: number; reportId: number | null };
  text: string;
  requestKey: string;
  number: string;
};

async function ask(app: App, actor: Actor, { item, to, text, requestKey, number }: Asking): Promise<Asked> {
  const known = await questionOfRequest(app, requestKey);
  if (known !== null) return { number, questionId: known, repeated: true };
  const { share, task } = item;
  const { participationId } = share;
  const { id: questionId } = await app.db.question.create({
    data: { participationId, ...to, fromPersonId: actor.personId, text, askedAt: app.now(), requestKey },
  });
  await record(app, {
    verb: 'reports.asked',
    entity: 'participation',
    entityId: participationId,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId, postId: to.fromPostId },
    data: { taskId: task.taskId, participationId, questionId, toPostId: to.toPostId },
    texts: { text },
  });
  const holders = reachable((await holdersOf(app, [to.toPostId])).get(to.toPostId));
  await enqueue(
    app,
    holders.map((holder) => notice('reports.question', item, questionId, holder)),
  );
  return { number, questionId, repeated: false };
}

function notice(
  kind: string,
  { share, task }: ShareView,
  questionId: number,
  to: { chatId: number; personId: number },
) {
  const { participationId } = share;
  return {
    kind,
    chatId: to.chatId,
    personId: to.personId,
    subjectId: participationId,
    data: { taskId: task.taskId, questionId },
    dedupeKey: `${kind}:${questionId}:${to.personId}`,
  };
}

function checkWords(text: string): string {
  const words = text.trim();
  if (words === '') throw new UserError('reports-question-empty');
  if (words.length > maxReason) throw new UserError('telegram-text-too-long', { max: maxReason, length: words.length });
  refuseSensitive('guard-in-text', words);
  return words;
}
