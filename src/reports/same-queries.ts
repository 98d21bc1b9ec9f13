// Reports that wait and say the same in a few words: what one press a page may accept.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Actor } from '../org/rules.ts';
import { isInTime } from '../tasks/rules.ts';
import { dayFromDb } from '../time.ts';
import { missingEvidence } from './evidence-rules.ts';
import { waitingReports } from './review-queries.ts';
import { sameWords } from './rules.ts';

/** Reports of one task with the same few words, the oldest first. */
export type SameReports = { words: string; reportIds: number[] };

/**
 * Groups of two or more reports that wait for the actor and say the same: in time, nothing missing of the evidence, like no other
 * text, not under special control. The largest first. Two statements.
 */
export async function sameReports(app: App, actor: Actor): Promise<SameReports[]> {
  const waiting = (await waitingReports(app, actor)).filter(({ special }) => !special).map(({ reportId }) => reportId);
  if (waiting.length < 2) return [];
  const rows = await app.db.report.findMany({
    where: { id: { in: waiting }, likeness: { equals: Prisma.DbNull } },
    select: {
      id: true,
      text: true,
      submittedAt: true,
      attachments: { select: { kind: true, mime: true } },
      participation: { select: { taskId: true, due: true, dueTime: true, task: { select: { completionForm: true } } } },
    },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
  });
  const groups = new Map<string, SameReports>();
  for (const { id, text, submittedAt, attachments, participation } of rows) {
    const { taskId, due, dueTime, task } = participation;
    const words = sameWords(text ?? '');
    const inTime = isInTime(app.zone, { due: due && dayFromDb(due), dueTime }, submittedAt);
    const missing = missingEvidence(task.completionForm, { text: text ?? '', files: attachments });
    if (words === null || !inTime || missing.length > 0) continue;
    const group = groups.get(`${taskId}/${words}`) ?? { words: text ?? '', reportIds: [] };
    group.reportIds.push(id);
    groups.set(`${taskId}/${words}`, group);
  }
  return [...groups.values()]
    .filter(({ reportIds }) => reportIds.length > 1)
    .toSorted((a, b) => b.reportIds.length - a.reportIds.length);
}
