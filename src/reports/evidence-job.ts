// Fetches the bytes of what people attached: a file of Telegram belongs to one bot, evidence belongs to the city.
import type { Api } from 'grammy';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { keepFile } from '../files/kept-files.ts';
import type { Attachment } from '../generated/prisma/client.ts';
import { noteKept, noteNotKept } from './evidence-actions.ts';
import { downloadFile } from '../telegram/download.ts';
import { ownApi } from '../telegram/own-api.ts';

/** Files of one run: what is left waits for the next minute. */
const most = 100;
/** Files fetched side by side: each may hold 20 MB. */
const together = 3;
const tries = 8;

/** Fetches what is due, a bounded number of files; a fault of the line or the disk is tried again, ever later. */
export async function keepEvidence(app: App): Promise<void> {
  const due = await app.db.attachment.findMany({
    where: { fetchAt: { lte: app.now() } },
    orderBy: [{ fetchAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  if (due.length === 0) return;
  const api = ownApi(app);
  const lines = Array.from({ length: together }, async () => {
    for (let file = due.shift(); file; file = due.shift()) await keep(app, api, file);
  });
  await Promise.all(lines);
}

async function keep(app: App, api: Api, { id, telegramFileId, fetchAttempts }: Attachment): Promise<void> {
  const attempts = fetchAttempts + 1;
  try {
    const bytes = await downloadFile(app, api, telegramFileId ?? '');
    const sha256 = await keepFile(app.config.dataDir, bytes);
    await noteKept(app, id, { sha256, size: bytes.length });
  } catch (error) {
    if (error instanceof UserError) {
      const fault = error.key === 'telegram-file-too-big' ? 'too-big' : 'gone';
      return noteNotKept(app, id, { attempts, fetchAt: null, fault });
    }
    app.log.warn({ err: error, attachment: id, attempts }, 'reports.evidence-not-kept');
    const fetchAt = attempts < tries ? new Date(app.now().getTime() + 60_000 * 2 ** attempts) : null;
    await noteNotKept(app, id, { attempts, fetchAt, fault: fetchAt === null ? 'not-fetched' : null });
  }
}
