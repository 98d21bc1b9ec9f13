// withProgress: work that may take longer than a person waits in silence shows that it goes on.
import type { Ctx } from './context.ts';

/** Silence that nobody minds, and how long Telegram shows "typing", in milliseconds. */
const silence = 2_000;
const typing = 4_500;

/** Where progress is shown; `say` gives the id of its message, null where nothing is to be said. */
export type Spot = {
  type: () => Promise<unknown>;
  say: () => Promise<number | null>;
  remove: (messageId: number) => Promise<unknown>;
};

/** Runs `work` under "typing"; after two seconds a message says what is being done, which goes away with the end. Throws what `work` throws. */
export async function withProgress<R>(ctx: Ctx, key: string, work: () => Promise<R>): Promise<R> {
  const spot: Spot = {
    type: () => ctx.replyWithChatAction('typing'),
    say: async () => (ctx.chat?.type === 'private' ? (await ctx.say(key)).message_id : null),
    remove: (id) => ctx.api.deleteMessage(ctx.chat?.id ?? 0, id),
  };
  return showingProgress(spot, work);
}

/** The same where no update is being handled. */
export async function showingProgress<R>(spot: Spot, work: () => Promise<R>): Promise<R> {
  const type = (): void => void spot.type().catch(ignore);
  type();
  const again = setInterval(type, typing);
  let said: Promise<number | null> = Promise.resolve(null);
  const later = setTimeout(() => {
    said = spot.say().catch(() => null);
  }, silence);
  try {
    return await work();
  } finally {
    clearInterval(again);
    clearTimeout(later);
    const id = await said;
    if (id !== null) await spot.remove(id).catch(ignore);
  }
}

/** Progress is a comfort: failing to show it spoils nothing. */
function ignore(): void {}
