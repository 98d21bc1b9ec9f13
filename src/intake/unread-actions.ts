// Documents that wait to be read: written down before their update counts as handled, so that neither a slow file nor a kill loses one.
import type { App } from '../app.ts';
import type { Actor } from '../org/rules.ts';
import type { FileRef } from '../telegram/files.ts';

export type UnreadDocument = {
  id: number;
  personId: number;
  /** Our id of the sender's private chat. */
  chatId: number;
  messageId: number;
  file: FileRef;
  caption: string;
  /** The message that says it is being read, left behind by a process that was killed. */
  progressId: number | null;
};

/** Keeps a document for the reader and wakes it. The same message again changes nothing while it waits. */
export async function rememberUnread(
  app: App,
  actor: Actor,
  { chatId, messageId, file, caption }: Pick<UnreadDocument, 'chatId' | 'messageId' | 'file' | 'caption'>,
): Promise<void> {
  const row = {
    chatId,
    messageId: BigInt(messageId),
    personId: actor.personId,
    fileId: file.fileId,
    uniqueId: file.uniqueId,
    name: file.name ?? null,
    mime: file.mime ?? null,
    caption: caption || null,
    createdAt: app.now(),
  };
  await app.db.unreadDocument.createMany({ data: [row], skipDuplicates: true });
  app.wakeReader();
}

/** The oldest documents that wait, at most `limit`, without those being read already. */
export async function unreadDocuments(app: App, { except, limit }: { except: number[]; limit: number }) {
  const rows = await app.db.unreadDocument.findMany({
    where: { id: { notIn: except } },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(
    ({ id, personId, chatId, messageId, fileId, uniqueId, name, mime, caption, progressId }): UnreadDocument => ({
      id,
      personId,
      chatId,
      messageId: Number(messageId),
      file: { kind: 'document', fileId, uniqueId, ...(name && { name }), ...(mime && { mime }) },
      caption: caption ?? '',
      progressId: progressId === null ? null : Number(progressId),
    }),
  );
}

/** Notes the message that says the document is being read, null when it is gone. */
export async function noteProgress(app: App, id: number, progressId: number | null): Promise<void> {
  await app.db.unreadDocument.updateMany({
    where: { id },
    data: { progressId: progressId === null ? null : BigInt(progressId) },
  });
}

/** The document is read, or its sender knows why not. */
export async function forgetUnread(app: App, id: number): Promise<void> {
  await app.db.unreadDocument.deleteMany({ where: { id } });
}
