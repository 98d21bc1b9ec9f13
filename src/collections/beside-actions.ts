// Files that no field asks for, kept with the report that the answer became.
import { type App, transaction } from '../app.ts';
import { record } from '../journal/actions.ts';
import { may } from '../org/rights.ts';
import type { Actor } from '../org/rules.ts';
import { fileColumns } from '../reports/file-columns.ts';
import { type Attached, isProgram, maxFiles } from '../reports/rules.ts';

/** Keeps them once each; false when there is no answer yet that they could stand beside. */
export async function keepBeside(
  app: App,
  actor: Actor,
  { participationId, files }: { participationId: number; files: Attached[] },
): Promise<boolean> {
  return transaction(app, async (app) => {
    const share = await app.db.participation.findUnique({ where: { id: participationId }, include: { task: true } });
    if (!share || !may(actor, 'shares.report', { executorPostId: share.postId })) return false;
    const report = await app.db.report.findFirst({
      where: { participationId, state: { in: ['submitted', 'accepted'] } },
      orderBy: { version: 'desc' },
      include: { attachments: { select: { telegramUniqueId: true } } },
    });
    if (!report) return false;
    const known = new Set(report.attachments.map(({ telegramUniqueId }) => telegramUniqueId));
    const fresh = files.filter((file) => !isProgram(file) && !known.has(file.uniqueId));
    if (known.size + fresh.length > maxFiles) return false;
    for (const file of fresh)
      await app.db.attachment.create({
        data: { ...fileColumns(app, file), personId: actor.personId, reportId: report.id },
      });
    if (fresh.length > 0)
      await record(app, {
        verb: 'reports.file-added',
        entity: 'report',
        entityId: report.id,
        rootOrgId: share.task.rootOrgId,
        actor: { personId: actor.personId, postId: share.postId },
        data: { files: fresh.length },
      });
    return true;
  });
}
