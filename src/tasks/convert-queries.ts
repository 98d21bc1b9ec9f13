// What a task was made of, and what was made of it: proposals, appeals and commitments turned into assignments.
import type { App } from '../app.ts';
import type { TaskKind } from '../generated/prisma/client.ts';
import { type PostView, postViews } from './post-queries.ts';

export type Kin = { taskId: number; number: string; kind: TaskKind };

/** The task that this one was made of, and the issued ones that were made of it. One statement. */
export async function kinOf(app: App, taskId: number): Promise<{ from: Kin | null; to: Kin[] }> {
  const row = await app.db.task.findUnique({
    where: { id: taskId },
    select: {
      convertedFrom: { select: { id: true, number: true, kind: true } },
      convertedTo: { where: { state: { not: 'draft' } }, select: { id: true, number: true, kind: true } },
    },
  });
  const kin = (task: { id: number; number: string | null; kind: TaskKind }): Kin => ({
    taskId: task.id,
    number: task.number ?? '',
    kind: task.kind,
  });
  return { from: row?.convertedFrom ? kin(row.convertedFrom) : null, to: (row?.convertedTo ?? []).map(kin) };
}

/** Who chaired the sitting whose resolution the task is an item of, also as a period of a series; null for any other task. */
export async function chairOf(app: App, taskId: number): Promise<PostView | null> {
  const of = { select: { meeting: { select: { chairPostId: true } } } };
  const row = await app.db.task.findUnique({
    where: { id: taskId },
    select: { resolution: of, series: { select: { resolution: of } } },
  });
  const resolution = row?.resolution ?? row?.series?.resolution;
  return resolution ? ((await postViews(app, [resolution.meeting.chairPostId]))[0] ?? null) : null;
}

/** Posts that still take part in a task. */
export async function partakers(app: App, taskId: number): Promise<number[]> {
  const rows = await app.db.participation.findMany({
    where: { taskId, state: { not: 'withdrawn' } },
    select: { postId: true },
    orderBy: { position: 'asc' },
  });
  return rows.map(({ postId }) => postId);
}
