// A complete answer becomes the share's report, accepted at once where the question says so; accepted numbers become facts.
import { type App, transaction } from '../app.ts';
import { keepFacts } from '../indicators/actions.ts';
import { collectionSource } from '../indicators/rules.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import { submitReport } from '../reports/actions.ts';
import { maxReportText } from '../reports/rules.ts';
import type { ShareView } from '../tasks/queries.ts';
import { isInTime } from '../tasks/rules.ts';
import { answerText } from './messages.ts';
import type { CollectionView, Current } from './queries.ts';

/** Hands the answer in. The one who asked is never accepted by the bot in the own name. Joins the transaction of the caller. */
export async function fileAnswer(
  app: App,
  actor: Actor,
  { task, share }: ShareView,
  { fields, autoAccept }: CollectionView,
  { current, requestKey }: { current: Current[]; requestKey: string },
): Promise<{ filed: boolean; accepted: boolean }> {
  const { participationId } = share;
  const atOnce = autoAccept && task.issuerPersonId !== actor.personId && !task.specialControl;
  const filed = await submitReport(app, actor, {
    participationId,
    text: answerText(app, actor.locale, fields, current).slice(0, maxReportText),
    final: true,
    answered: true,
    attachments: [],
    blocked: false,
    requestKey: `collection:${participationId}:${requestKey}`,
    // Nobody is told of what is accepted in the same moment; there is nothing to take back, only to correct.
    ...(atOnce && { undoUntil: app.now() }),
  });
  const files = current.flatMap(({ attachmentId }) => attachmentId ?? []);
  if (files.length > 0)
    await app.db.attachment.updateMany({ where: { id: { in: files } }, data: { reportId: filed.reportId } });
  if (!atOnce || !filed.final) return { filed: true, accepted: false };
  await acceptAtOnce(app, { task, share }, filed.reportId);
  await keepAcceptedFacts(app, participationId);
  return { filed: true, accepted: true };
}

/** In the name of whoever set the task, by the rule they chose when they asked. */
async function acceptAtOnce(app: App, { task, share }: ShareView, reportId: number): Promise<void> {
  const { participationId } = share;
  const now = app.now();
  const inTime = isInTime(app.zone, share, now);
  await app.db.participation.updateMany({
    where: { id: participationId, state: 'submitted' },
    data: { state: 'accepted', acceptedAt: now, inTime },
  });
  const postId = task.issuer?.postId ?? null;
  await app.db.report.updateMany({
    where: { id: reportId, state: 'submitted' },
    data: { state: 'accepted', decidedAt: now, decidedByPostId: postId, undoUntil: null },
  });
  await record(app, {
    verb: 'reports.accepted',
    entity: 'report',
    entityId: reportId,
    rootOrgId: task.rootOrgId,
    data: {
      before: 'submitted',
      after: 'accepted',
      inTime,
      taskId: task.taskId,
      participationId,
      atOnce: true,
      postId,
    },
  });
}

type Fact = {
  participationId: number;
  indicatorId: number;
  period: string;
  orgId: number;
  number: number | null;
  words: string | null;
  byPersonId: number;
  byPostId: number;
};

/**
 * Accepted answers of fields with an indicator become its facts: of this share, else of all where the fact is another one (run by a job,
 * for what a person accepted). One statement where there is nothing to do.
 */
export async function keepAcceptedFacts(app: App, participationId: number | null = null): Promise<void> {
  if (participationId !== null) return keepFactsOf(app, participationId);
  const lacking = await lackingFacts(app, null);
  // Share by share and locked: whoever corrects an answer meanwhile waits a moment and is not overtaken by what was read before.
  for (const id of new Set(lacking.map((fact) => fact.participationId)))
    await transaction(app, async (app) => {
      await app.db.$queryRaw`SELECT id FROM participation WHERE id = ${id} FOR UPDATE`;
      await keepFactsOf(app, id);
    });
}

async function keepFactsOf(app: App, participationId: number): Promise<void> {
  for (const { indicatorId, period, orgId, number, words, byPersonId, byPostId } of await lackingFacts(
    app,
    participationId,
  ))
    await keepFacts(app, {
      ...{ indicatorId, period, source: collectionSource, by: { personId: byPersonId, postId: byPostId } },
      entries: [{ orgId, kind: 'fact', value: number, words }],
    });
}

async function lackingFacts(app: App, participationId: number | null): Promise<Fact[]> {
  return app.db.$queryRaw<Fact[]>`
    SELECT p.id AS "participationId", f.indicator_id AS "indicatorId", c.period, po.org_id AS "orgId", a.number::float8 AS number, a.words,
      a.by_person_id AS "byPersonId", a.by_post_id AS "byPostId"
    FROM collection_field f JOIN collection c ON c.task_id = f.task_id AND c.period IS NOT NULL
    JOIN task t ON t.id = f.task_id AND t.state IN ('issued', 'in_progress', 'closed')
    JOIN collection_answer a ON a.field_id = f.id AND a.superseded_at IS NULL
    JOIN participation p ON p.id = a.participation_id AND p.state = 'accepted' JOIN post po ON po.id = p.post_id
    JOIN organisation o ON o.id = po.org_id JOIN indicator i ON i.id = f.indicator_id AND i.closed_at IS NULL
    JOIN organisation b ON b.id = i.org_id AND starts_with(o.path, b.path)
    WHERE (${participationId}::int IS NULL OR p.id = ${participationId}::int)
      AND NOT EXISTS (SELECT 1 FROM indicator_value v WHERE v.indicator_id = f.indicator_id AND v.org_id = po.org_id AND v.period = c.period
        AND v.kind = 'fact' AND (v.superseded_at IS NULL AND v.value IS NOT DISTINCT FROM a.number AND v.words IS NOT DISTINCT FROM a.words
          OR v.at > a.at))`;
}
