// Open conversations live in PostgreSQL, so that a restart in the middle loses nothing.
import type { ConversationData, VersionedState, VersionedStateStorage } from '@grammyjs/conversations';
import type { App } from '../app.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { Together } from '../together.ts';

/** Storage of @grammyjs/conversations over the table dialog_state. */
export function dialogStorage(app: App): VersionedStateStorage<string, ConversationData> {
  // Asked for by every update: those of one moment ask together.
  const states = new Together((keys: string[]) => statesOf(app, keys));
  return {
    read: (key) => states.add(key),
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

type State = VersionedState<ConversationData> | undefined;

async function statesOf(app: App, keys: string[]): Promise<State[]> {
  const rows = await app.db.$queryRaw<{ key: string; data: unknown }[]>`
    /* prepared */ SELECT key, data FROM dialog_state WHERE key = ANY (${keys}::text[])`;
  const found = new Map(rows.map(({ key, data }) => [key, data as State]));
  return keys.map((key) => found.get(key));
}
