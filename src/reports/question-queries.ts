// Reads of questions about a share: one for its answer, the thread of a share.
import type { App } from '../app.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { type ParticipationView, shareView, type TaskView } from '../tasks/queries.ts';
import { postViews, type PostView } from '../tasks/post-queries.ts';

export type QuestionView = {
  questionId: number;
  participationId: number;
  fromPersonId: number;
  from: PostView | null;
  toPostId: number;
  text: string;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
};

/** A question with the share and the task it is about. */
export type QuestionItem = { question: QuestionView; share: ParticipationView; task: TaskView };

/** One question with everything its answer needs; null when there is none. */
export async function questionItem(app: App, questionId: number): Promise<QuestionItem | null> {
  const row = await app.db.question.findUnique({ where: { id: questionId } });
  const found = row && (await shareView(app, row.participationId));
  const [question] = row ? await toViews(app, [row]) : [];
  return found && question ? { question, ...found } : null;
}

/** The questions of a share with their answers, the oldest first. */
export async function threadOf(app: App, participationId: number): Promise<QuestionView[]> {
  return toViews(app, await app.db.question.findMany({ where: { participationId }, orderBy: { id: 'asc' } }));
}

/** Id of the question asked by this request; null when it is new. */
export async function questionOfRequest(app: App, requestKey: string): Promise<number | null> {
  return (await app.db.question.findUnique({ where: { requestKey }, select: { id: true } }))?.id ?? null;
}

type Row = Prisma.QuestionGetPayload<object>;

async function toViews(app: App, rows: Row[]): Promise<QuestionView[]> {
  const ids = [...new Set(rows.map(({ fromPostId }) => fromPostId))];
  const posts = new Map((ids.length > 0 ? await postViews(app, ids) : []).map((post) => [post.postId, post]));
  return rows.map((row) => ({
    questionId: row.id,
    participationId: row.participationId,
    fromPersonId: row.fromPersonId,
    from: posts.get(row.fromPostId) ?? null,
    toPostId: row.toPostId,
    text: row.text,
    askedAt: row.askedAt,
    answer: row.answer,
    answeredAt: row.answeredAt,
  }));
}

/** The final report of a share that waits for review; null when none does. */
export async function reportUnderReview(app: App, participationId: number): Promise<number | null> {
  const where = { participationId, state: 'submitted' as const, final: true };
  return (await app.db.report.findFirst({ where, orderBy: { version: 'desc' }, select: { id: true } }))?.id ?? null;
}
