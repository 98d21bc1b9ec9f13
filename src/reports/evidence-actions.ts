// Where the bytes of evidence lie and by which id Telegram knows them: notes of the bot to itself, nothing that anybody decides.
import type { App } from '../app.ts';
import type { FileRef } from '../telegram/files.ts';
import { ownBotId } from './file-columns.ts';

/** The bytes lie in DATA_DIR/files under this digest. */
export async function noteKept(
  app: App,
  id: number,
  { sha256, size }: { sha256: string; size: number },
): Promise<void> {
  await app.db.attachment.updateMany({ where: { id }, data: { sha256, size, fetchAt: null, fault: null } });
}

/** The bytes are not there: tried again at `fetchAt`, or given up with a fault (too-big, gone, not-fetched). */
export async function noteNotKept(
  app: App,
  id: number,
  state: { attempts: number; fetchAt: Date | null; fault: string | null },
): Promise<void> {
  const { attempts: fetchAttempts, fetchAt, fault } = state;
  await app.db.attachment.updateMany({ where: { id }, data: { fetchAttempts, fetchAt, fault } });
}

/** Bytes sent anew have an id of our own bot from now on. */
export async function noteSentAgain(app: App, id: number, { fileId, uniqueId }: FileRef): Promise<void> {
  const data = { telegramFileId: fileId, telegramUniqueId: uniqueId, botId: ownBotId(app) };
  await app.db.attachment.updateMany({ where: { id }, data });
}
