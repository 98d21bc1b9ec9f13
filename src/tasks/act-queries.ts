// The act of an inspection that a task for many comes from: what was found at one school is nobody else's business.
import type { App } from '../app.ts';
import { type Day, dayFromDb } from '../time.ts';
import type { TaskView } from './queries.ts';

/**
 * The act whose findings this task for many puts right or explains, when its text is the issuer's own (ours stands in both languages and
 * names no finding): a group then reads of the act alone. Null for every other task.
 */
export async function actInOwnWords(
  app: App,
  { taskId, fanOut, textKk, textRu }: Pick<TaskView, 'taskId' | 'fanOut' | 'textKk' | 'textRu'>,
): Promise<{ number: string; day: Day } | null> {
  if (!fanOut || (textKk !== null && textRu !== null)) return null;
  const finding = await app.db.finding.findFirst({
    where: { OR: [{ remedyTaskId: taskId }, { explanationTaskId: taskId }] },
    select: { inspection: { select: { actNumber: true, actDay: true } } },
  });
  return finding && { number: finding.inspection.actNumber, day: dayFromDb(finding.inspection.actDay) };
}
