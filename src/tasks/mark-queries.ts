// The marks of a task as they stand.
import type { App } from '../app.ts';
import type { Mark } from './mark-rules.ts';

/** Which marks are set; null when there is no such task. */
export async function marksOf(app: App, taskId: number): Promise<Record<Mark, boolean> | null> {
  const select = { confidential: true, public: true, specialControl: true };
  return app.db.task.findUnique({ where: { id: taskId }, select });
}
