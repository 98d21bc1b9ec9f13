// A collection is set up on a draft; its fields are added and taken away before it is issued.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { isPeriod } from '../indicators/period-rules.ts';
import { indicatorFor, keeps } from '../indicators/queries.ts';
import { record } from '../journal/actions.ts';
import type { Actor } from '../org/rules.ts';
import type { AskedField } from '../tasks/asked-rules.ts';
import { ownDraft, updateDraft } from '../tasks/draft-actions.ts';
import type { TaskView } from '../tasks/queries.ts';
import { fieldFault, maxFields } from './field-rules.ts';
import { collectionOf, type CollectionView } from './queries.ts';

/** Makes the actor's draft a question to many, or adds a field to it. Throws UserError for somebody else's draft, an unfit field, or too many. */
export async function addField(
  app: App,
  actor: Actor,
  { taskId, field }: { taskId: number; field: AskedField },
): Promise<void> {
  await transaction(app, async (app) => {
    const task = await lockedDraft(app, actor, taskId);
    if (task.recurrence || task.parent) throw new UserError('collections-single-only');
    const known = await collectionOf(app, taskId);
    const fault = fieldFault(field, known?.fields ?? []);
    if (fault) throw new UserError(fault, { max: maxFields });
    // Everybody answers for themselves, also where they were named one by one.
    if (!task.fanOut) await updateDraft(app, actor, { taskId, fanOut: true });
    if (!known) await app.db.collection.create({ data: { taskId, createdAt: app.now(), createdById: actor.personId } });
    const { min, max, ...rest } = field;
    const position = known?.fields.length ?? 0;
    const { id } = await app.db.collectionField.create({
      data: { ...rest, taskId, position, min: decimal(min), max: decimal(max) },
    });
    await recordSetUp(app, actor, task, 'collections.field-added', { fieldId: id, kind: field.kind }, field.label);
  });
}

/** Takes the last field away; without any the draft is an ordinary task again. */
export async function dropField(app: App, actor: Actor, { taskId }: { taskId: number }): Promise<void> {
  await transaction(app, async (app) => {
    const task = await lockedDraft(app, actor, taskId);
    const known = await existing(app, taskId);
    const last = known.fields.at(-1);
    if (last) await app.db.collectionField.deleteMany({ where: { id: last.fieldId } });
    if (known.fields.length <= 1) await app.db.collection.deleteMany({ where: { taskId } });
    await recordSetUp(app, actor, task, 'collections.field-dropped', { fieldId: last?.fieldId ?? 0 });
  });
}

/** Whether a complete answer is accepted at once, or by whoever controls the task. */
export async function setAutoAccept(
  app: App,
  actor: Actor,
  { taskId, autoAccept }: { taskId: number; autoAccept: boolean },
): Promise<void> {
  await transaction(app, async (app) => {
    const task = await lockedDraft(app, actor, taskId);
    await existing(app, taskId);
    await app.db.collection.updateMany({ where: { taskId }, data: { autoAccept } });
    await recordSetUp(app, actor, task, 'collections.acceptance-set', { autoAccept });
  });
}

/** Accepted numbers of the field become facts of an indicator that the actor keeps. Throws UserError for another one. */
export async function bindIndicator(
  app: App,
  actor: Actor,
  { taskId, fieldId, indicatorId, period }: { taskId: number; fieldId: number; indicatorId: number; period: string },
): Promise<void> {
  await transaction(app, async (app) => {
    const task = await lockedDraft(app, actor, taskId);
    const { fields } = await existing(app, taskId);
    const field = fields.find((each) => each.fieldId === fieldId && each.kind === 'number');
    const indicator = await indicatorFor(app, actor, indicatorId);
    if (!field || !indicator || indicator.closed || !keeps(actor, indicator))
      throw new UserError('telegram-not-allowed');
    if (!isPeriod(indicator.periodKind, period)) throw new UserError('indicators-period-unclear');
    // One period for the collection: an indicator of another kind of period takes the place of the one before.
    await app.db.collectionField.updateMany({ where: { taskId }, data: { indicatorId: null } });
    await app.db.collectionField.updateMany({ where: { id: fieldId }, data: { indicatorId } });
    await app.db.collection.updateMany({ where: { taskId }, data: { period } });
    await recordSetUp(app, actor, task, 'collections.indicator-bound', { fieldId, indicatorId, period });
  });
}

async function lockedDraft(app: App, actor: Actor, taskId: number): Promise<TaskView> {
  await app.db.$queryRaw`SELECT id FROM task WHERE id = ${taskId} FOR UPDATE`;
  return ownDraft(app, actor, taskId);
}

async function existing(app: App, taskId: number): Promise<CollectionView> {
  const known = await collectionOf(app, taskId);
  if (!known) throw new UserError('telegram-stale-button');
  return known;
}

function decimal(bound: number | null): Prisma.Decimal | null {
  return bound === null ? null : new Prisma.Decimal(bound);
}

async function recordSetUp(
  app: App,
  actor: Actor,
  task: TaskView,
  verb: string,
  data: Record<string, string | number | boolean>,
  label?: string,
): Promise<void> {
  await record(app, {
    verb,
    entity: 'task',
    entityId: task.taskId,
    rootOrgId: task.rootOrgId,
    actor: { personId: actor.personId },
    data,
    ...(label && { texts: { label } }),
  });
}
