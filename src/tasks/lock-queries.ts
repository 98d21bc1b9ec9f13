// Locks on a task, so that closing it and what would open it again come one after the other.
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { liveTaskStates, owedStates } from './rules.ts';

/** Holds the task until the transaction ends; to be taken before it is read. */
export async function lockTask(app: App, taskId: number): Promise<void> {
  await app.db.$queryRaw`SELECT id FROM task WHERE id = ${taskId} FOR UPDATE`;
}

/** Holds the share that a part is handed down from. Throws UserError when nothing is owed on it any more: the part would outlive what it is a part of. */
export async function lockParentShare(app: App, taskId: number): Promise<void> {
  const [parent] = await app.db.$queryRaw<{ number: string | null; state: string; shareState: string | null }[]>`
    SELECT t.number, t.state::text, p.state::text AS "shareState"
    FROM task part JOIN task t ON t.id = part.parent_id LEFT JOIN participation p ON p.id = part.parent_share_id
    WHERE part.id = ${taskId} FOR UPDATE OF t`;
  if (!parent) return;
  const live = (liveTaskStates as string[]).includes(parent.state);
  const owed = parent.shareState === null || (owedStates as string[]).includes(parent.shareState);
  if (!live || !owed) throw new UserError('tasks-parent-ended', { number: parent.number ?? '' });
}
