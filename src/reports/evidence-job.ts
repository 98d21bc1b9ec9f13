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
/** Minutes between two tries double up to a day: a week in all. */
const tries = 16;
const dayMinutes = 24 * 60;

/** Fetches what is due, a bounded number of files; a fault of the line or the disk is tried again, ever later. */
export async function keepEvidence(app: App): Promise<void> {
  const due = await app.db.attachment.findMany({
    // A loose file may still be called no report.
    where: { fetchAt: { lte: app.now() }, reportId: { not: null } },
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
    if (error instanceof UserError && error.key === 'telegram-file-too-big')
      return noteNotKept(app, id, { attempts, fetchAt: null, fault: 'too-big' });
    // Telegram says the same of a file that is gone and of one it cannot give at the moment.
    const gone = error instanceof UserError;
    const wait = Math.min(2 ** attempts, dayMinutes) * 60_000;
    const fetchAt = attempts < tries ? new Date(app.now().getTime() + wait) : null;
    const facts = { err: error, attachment: id, attempts };
    if (fetchAt) app.log.warn(facts, 'reports.evidence-not-kept');
    else app.log.error(facts, 'reports.evidence-given-up');
    await noteNotKept(app, id, { attempts, fetchAt, fault: gone ? 'gone' : 'not-fetched' });
  }
}
