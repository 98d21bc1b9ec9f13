// The dictionary of programmes and topics: added, renamed with all tasks that bear the name, closed; put on a task or taken off it.
import { type App, transaction } from '../app.ts';
import { UserError } from '../errors.ts';
import { record } from '../journal/actions.ts';
import type { JsonObject } from '../journal/rules.ts';
import { maySee } from '../tasks/access-rules.ts';
import { changeableMarks } from '../tasks/mark-rules.ts';
import { foldName } from '../tasks/programme-queries.ts';
import { taskView } from '../tasks/queries.ts';
import type { Actor, PostHeld } from '../org/rules.ts';
import { keeperOf, type ProgrammeKind } from './programme-queries.ts';

export const longestProgramme = 150;

/** Adds a name as it is written officially. Throws UserError without the right, and for a name that is known. */
export async function addProgramme(
  app: App,
  actor: Actor,
  { kind, name }: { kind: ProgrammeKind; name: string },
): Promise<number> {
  const by = keeper(actor);
  return transaction(app, async (app) => {
    const clean = await checkedName(app, by.rootId, kind, name, null);
    const data = { ...clean, closedAt: null, createdAt: app.now(), createdById: actor.personId };
    const closed = await app.db.programme.findFirst({ where: { rootOrgId: by.rootId, kind, folded: clean.folded } });
    const { id } = closed
      ? await app.db.programme.update({ where: { id: closed.id }, data })
      : await app.db.programme.create({ data: { ...data, rootOrgId: by.rootId, kind } });
    await recordProgramme(app, actor, by, 'programmes.added', id, { kind }, { name: clean.name });
    return id;
  });
}

/** Writes a name differently, on all tasks too; the earlier one stays known when documents are read. Throws UserError without the right, and for a name that is known. */
export async function renameProgramme(
  app: App,
  actor: Actor,
  { programmeId, name }: { programmeId: number; name: string },
): Promise<void> {
  const by = keeper(actor);
  await transaction(app, async (app) => {
    const row = await open(app, by, programmeId);
    const clean = await checkedName(app, by.rootId, row.kind, name, programmeId);
    // Also one that differs in letters' size alone: saved lists know the earlier name by its digest.
    const aliases = [...new Set([...row.aliases, row.name])].filter((alias) => alias !== clean.name);
    await app.db.programme.update({ where: { id: programmeId }, data: { ...clean, aliases } });
    if (row.kind === 'topic')
      await app.db.task.updateMany({ where: { rootOrgId: by.rootId, topic: row.name }, data: { topic: clean.name } });
    else
      await app.db.$executeRaw`UPDATE task SET programmes = array_replace(programmes, ${row.name}, ${clean.name})
        WHERE root_org_id = ${by.rootId} AND ${row.name} = ANY (programmes)`;
    await recordProgramme(
      app,
      actor,
      by,
      'programmes.renamed',
      programmeId,
      {},
      { before: row.name, after: clean.name },
    );
  });
}

/** Another way to write it, by which documents are understood. Throws UserError without the right, and for one that is known. */
export async function addSpelling(
  app: App,
  actor: Actor,
  { programmeId, words }: { programmeId: number; words: string },
): Promise<void> {
  const by = keeper(actor);
  await transaction(app, async (app) => {
    const row = await open(app, by, programmeId);
    const { name } = await checkedName(app, by.rootId, row.kind, words, null);
    await app.db.programme.update({ where: { id: programmeId }, data: { aliases: [...row.aliases, name] } });
    await recordProgramme(app, actor, by, 'programmes.spelling-added', programmeId, {}, { words: name });
  });
}

/** Takes a name out of use; tasks keep it. Throws UserError without the right, or when it is closed. */
export async function closeProgramme(app: App, actor: Actor, { programmeId }: { programmeId: number }): Promise<void> {
  const by = keeper(actor);
  await transaction(app, async (app) => {
    await open(app, by, programmeId);
    await app.db.programme.updateMany({ where: { id: programmeId, closedAt: null }, data: { closedAt: app.now() } });
    await recordProgramme(app, actor, by, 'programmes.closed', programmeId, {});
  });
}

/** Puts a programme or topic on a task or draft, or takes it off again; a task has one topic. Throws UserError for who may not mark the task. */
export async function turnProgramme(
  app: App,
  actor: Actor,
  { taskId, programmeId }: { taskId: number; programmeId: number },
): Promise<void> {
  await transaction(app, async (app) => {
    await app.db.$queryRaw`SELECT id FROM task WHERE id = ${taskId} FOR UPDATE`;
    const task = await markable(app, actor, taskId);
    const row = await app.db.programme.findFirst({
      where: { id: programmeId, rootOrgId: task.rootOrgId, closedAt: null },
    });
    const borne = await app.db.task.findUnique({ where: { id: taskId }, select: { programmes: true, topic: true } });
    if (!row || !borne) throw new UserError('telegram-stale-button');
    const on = row.kind === 'topic' ? borne.topic !== row.name : !borne.programmes.includes(row.name);
    const others = borne.programmes.filter((name) => name !== row.name);
    const data =
      row.kind === 'topic' ? { topic: on ? row.name : null } : { programmes: on ? [...others, row.name] : others };
    await app.db.task.updateMany({ where: { id: taskId }, data });
    await record(app, {
      verb: 'programmes.turned',
      entity: 'task',
      entityId: taskId,
      rootOrgId: task.rootOrgId,
      actor: { personId: actor.personId },
      data: { programmeId, on },
    });
  });
}

/** The task, where the actor may mark it: a draft its author, else the level that gave it. Throws UserError otherwise. */
export async function markable(app: App, actor: Actor, taskId: number) {
  const task = await taskView(app, taskId);
  if (!task || !maySee(actor, task)) throw new UserError('marks-may-not');
  const may = task.state === 'draft' ? task.draftedById === actor.personId : changeableMarks(actor, task).length > 0;
  if (!may) throw new UserError('marks-may-not');
  return task;
}

function keeper(actor: Actor): PostHeld {
  const by = keeperOf(actor);
  if (!by) throw new UserError('telegram-not-allowed');
  return by;
}

async function open(app: App, by: PostHeld, programmeId: number) {
  // Two who change it at once: the second one sees what the first has written.
  await app.db.$queryRaw`SELECT id FROM programme WHERE id = ${programmeId} FOR UPDATE`;
  const row = await app.db.programme.findFirst({ where: { id: programmeId, rootOrgId: by.rootId, closedAt: null } });
  if (!row) throw new UserError('telegram-stale-button');
  return row;
}

/** The name without quotes around it. Throws UserError for none, and where an entry other than `except`, which is renamed, has it. */
async function checkedName(
  app: App,
  rootOrgId: number,
  kind: string,
  written: string,
  except: number | null,
): Promise<{ name: string; folded: string }> {
  const name = written
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[«"“„]+(.*?)[»"”]+$/u, '$1');
  const folded = foldName(name);
  if (folded === '' || name.length > longestProgramme)
    throw new UserError('programmes-name-unfit', { max: longestProgramme });
  // Two who add the same name at once: the second one sees it.
  await app.db.$queryRaw`SELECT id FROM organisation WHERE id = ${rootOrgId} FOR NO KEY UPDATE`;
  const others = await app.db.programme.findMany({ where: { rootOrgId, kind, id: { not: except ?? 0 } } });
  const known = others.find(
    (row) =>
      // Nothing is renamed into one that was closed: added again it opens with its tasks.
      (row.folded === folded && (row.closedAt === null || except !== null)) ||
      (row.closedAt === null && row.aliases.some((alias) => foldName(alias) === folded)),
  );
  if (known) throw new UserError('programmes-known', { name: known.name });
  return { name, folded };
}

async function recordProgramme(
  app: App,
  actor: Actor,
  by: PostHeld,
  verb: string,
  entityId: number,
  data: JsonObject,
  texts?: Record<string, string>,
): Promise<void> {
  await record(app, {
    ...{ verb, entity: 'programme', entityId, rootOrgId: by.rootId, data },
    actor: { personId: actor.personId, postId: by.postId },
    ...(texts && { texts }),
  });
}
