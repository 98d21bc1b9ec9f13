// Open conversations live in PostgreSQL, so that a restart in the middle loses nothing.
import type { ConversationData, VersionedState, VersionedStateStorage } from '@grammyjs/conversations';
import type { App } from '../app.ts';
import type { Prisma } from '../generated/prisma/client.ts';

/** Storage of @grammyjs/conversations over the table dialog_state. */
export function dialogStorage(app: App): VersionedStateStorage<string, ConversationData> {
  return {
    async read(key) {
      const row = await app.db.dialogState.findUnique({ where: { key } });
      return (row?.data ?? undefined) as VersionedState<ConversationData> | undefined;
    },
    async write(key, state) {
      const data = state as unknown as Prisma.InputJsonObject;
      const updatedAt = app.now();
      await app.db.dialogState.upsert({
        where: { key },
        create: { key, data, updatedAt },
        update: { data, updatedAt },
      });
    },
    async delete(key) {
      await app.db.dialogState.deleteMany({ where: { key } });
    },
  };
}
