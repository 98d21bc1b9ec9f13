// Reads of collections: what is asked, who has answered what, one executor's answer with its history.
import type { App } from '../app.ts';
import type { ParticipationState, TaskState } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import type { FieldKind } from '../tasks/asked-rules.ts';
import { liveSql } from '../tasks/list-queries.ts';
import { seenShare } from '../tasks/visible-queries.ts';
import type { Field } from './answer-rules.ts';

export type CollectionView = {
  taskId: number;
  period: string | null;
  autoAccept: boolean;
  fields: (Field & { indicatorId: number | null })[];
};

/** What the task collects; null for a task that collects nothing. Two statements. */
export async function collectionOf(app: App, taskId: number): Promise<CollectionView | null> {
  const row = await app.db.collection.findUnique({
    where: { taskId },
    include: { fields: { orderBy: { position: 'asc' } } },
  });
  if (!row) return null;
  const fields = row.fields.map(({ id, label, kind, unit, min, max, whole, choices, required, indicatorId }) => ({
    ...{ fieldId: id, label, kind: kind as FieldKind, unit, whole, choices, required, indicatorId },
    min: min === null ? null : Number(min),
    max: max === null ? null : Number(max),
  }));
  return { taskId, period: row.period, autoAccept: row.autoAccept, fields };
}

/** One value as it stands. */
export type AnswerCell = {
  answerId: number;
  fieldId: number;
  number: number | null;
  words: string | null;
  attachmentId: number | null;
  at: Date;
  late: boolean;
  /** Another value stood there before. */
  corrected: boolean;
};

export type AnswerRow = {
  participationId: number;
  postId: number;
  state: ParticipationState;
  nameKk: string;
  nameRu: string;
  /** The district or unit in which it stands; null: in none. */
  district: { nameKk: string; nameRu: string } | null;
  answers: AnswerCell[];
};

type Row = Omit<AnswerRow, 'answers'> & { answers: (Omit<AnswerCell, 'at'> & { at: string })[] };

/**
 * Every share of the collection that the actor may see, with what was answered: all of them for whoever asked, those below for whoever
 * stands above, the own one for an executor. One statement, however many there are.
 */
export async function answersOf(app: App, actor: Actor, taskId: number): Promise<AnswerRow[]> {
  const [found] = await app.db.$queryRaw<{ rows: Row[] }[]>`
    SELECT coalesce(json_agg(json_build_object('participationId', p.id, 'postId', p.post_id, 'state', p.state, 'nameKk', o.name_kk, 'nameRu', o.name_ru,
      'district', CASE WHEN d.id IS NULL OR d.id = o.id THEN NULL ELSE json_build_object('nameKk', d.name_kk, 'nameRu', d.name_ru) END,
      'answers', coalesce(x.answers, '[]')) ORDER BY d.path NULLS LAST, p.position, p.id), '[]') AS rows
    FROM participation p JOIN task t ON t.id = p.task_id JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
    LEFT JOIN LATERAL (SELECT d.id, d.path, d.name_kk, d.name_ru FROM organisation d WHERE d.type IN ('district', 'unit')
      AND d.root_id = o.root_id AND starts_with(o.path, d.path) ORDER BY length(d.path) LIMIT 1) d ON true
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('answerId', a.id, 'fieldId', a.field_id, 'number', a.number, 'words', a.words,
        'attachmentId', a.attachment_id, 'at', a.at, 'late', a.late, 'corrected', EXISTS (SELECT 1 FROM collection_answer b
          WHERE b.participation_id = p.id AND b.field_id = a.field_id AND b.superseded_at IS NOT NULL)) ORDER BY a.field_id) AS answers
      FROM collection_answer a WHERE a.participation_id = p.id AND a.superseded_at IS NULL) x ON true
    WHERE p.task_id = ${taskId} AND t.state <> 'draft' AND p.state <> 'withdrawn' AND ${seenShare(actor)}`;
  return (found?.rows ?? []).map((row) => ({
    ...row,
    answers: row.answers.map((answer) => ({ ...answer, at: new Date(answer.at) })),
  }));
}

export type CollectionLine = {
  taskId: number;
  number: string;
  headline: string;
  state: TaskState;
  /** Of the shares that the actor may see. */
  answered: number;
  total: number;
  /** The actor's own open share without a complete answer; null: nothing is owed. */
  owedId: number | null;
};

/** Collections of which the actor may see any share, the open ones first, the newest first: a page, and how many there are. */
export async function collectionsFor(
  app: App,
  actor: Actor,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: CollectionLine[]; total: number }> {
  const own = actor.posts.map(({ postId }) => postId);
  const rows = await app.db.$queryRaw<(CollectionLine & { all: number })[]>`
    SELECT t.id AS "taskId", coalesce(t.number, '') AS number, t.headline, t.state::text AS state, x.answered, x.total, x.owed AS "owedId",
      (count(*) OVER ())::int AS all
    FROM collection c JOIN task t ON t.id = c.task_id CROSS JOIN LATERAL (SELECT count(*)::int AS total,
        (count(*) FILTER (WHERE p.state IN ('submitted', 'accepted')))::int AS answered,
        min(p.id) FILTER (WHERE p.post_id = ANY (${own}::int[]) AND p.state IN ('assigned', 'acknowledged', 'returned') AND ${liveSql(app)}) AS owed
      FROM participation p WHERE p.task_id = t.id AND p.state <> 'withdrawn' AND ${seenShare(actor)}) x
    WHERE t.state IN ('issued', 'in_progress', 'closed') AND x.total > 0
    ORDER BY t.state = 'closed', t.id DESC LIMIT ${take}::int OFFSET ${skip}::int8`;
  return { rows: rows.map(({ all: _all, ...row }) => row), total: rows[0]?.all ?? 0 };
}

/** Whether the share is one of a collection, and of which task. */
export async function collectionShares(app: App, participationIds: number[]): Promise<Map<number, number>> {
  const rows = await app.db.participation.findMany({
    where: { id: { in: participationIds }, task: { collection: { isNot: null } } },
    select: { id: true, taskId: true },
  });
  return new Map(rows.map(({ id, taskId }) => [id, taskId]));
}

export type Current = {
  answerId: number;
  fieldId: number;
  number: number | null;
  words: string | null;
  attachmentId: number | null;
};

/** The values of a share as they stand. */
export async function currentAnswers(app: App, participationId: number): Promise<Current[]> {
  const rows = await app.db.collectionAnswer.findMany({
    where: { participationId, supersededAt: null },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, fieldId, number, words, attachmentId }) => ({
    ...{ answerId: id, fieldId, words, attachmentId },
    number: number === null ? null : Number(number),
  }));
}

export type Version = Current & {
  at: Date;
  late: boolean;
  superseded: boolean;
  by: { surname: string; given: string };
};

/** All values of a share that ever stood, the newest last. Two statements. */
export async function versionsOf(app: App, participationId: number): Promise<Version[]> {
  const rows = await app.db.collectionAnswer.findMany({ where: { participationId }, orderBy: { id: 'asc' } });
  const people = await app.db.person.findMany({
    where: { id: { in: rows.map(({ byPersonId }) => byPersonId) } },
    select: { id: true, surname: true, given: true },
  });
  const names = new Map(people.map(({ id, ...name }) => [id, name]));
  return rows.map(({ id, fieldId, number, words, attachmentId, at, late, supersededAt, byPersonId }) => ({
    ...{ answerId: id, fieldId, words, attachmentId, at, late },
    number: number === null ? null : Number(number),
    superseded: supersededAt !== null,
    by: names.get(byPersonId) ?? { surname: '', given: '' },
  }));
}

/** The files that stand in the answer of a share, as they can be sent again. */
export async function filesOf(app: App, participationId: number) {
  const current = await currentAnswers(app, participationId);
  const ids = current.flatMap(({ attachmentId }) => attachmentId ?? []);
  return app.db.attachment.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
}
