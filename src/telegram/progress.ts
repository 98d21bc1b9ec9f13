// withProgress: work that may take longer than a person waits in silence shows that it goes on.
import type { Ctx } from './context.ts';

/** Silence that nobody minds, and how long Telegram shows "typing", in milliseconds. */
const silence = 2_000;
const typing = 4_500;

/** Runs `work` under "typing"; after two seconds a message says what is being done, which goes away with the end. Throws what `work` throws. */
export async function withProgress<R>(ctx: Ctx, key: string, work: () => Promise<R>): Promise<R> {
  const type = (): void => void ctx.replyWithChatAction('typing').catch(ignore);
  type();
  const again = setInterval(type, typing);
  let said: Promise<number | null> = Promise.resolve(null);
  const later = setTimeout(() => {
    if (ctx.chat?.type !== 'private') return;
    said = ctx.say(key).then(
      ({ message_id: id }) => id,
      () => null,
    );
  }, silence);
  try {
    return await work();
  } finally {
    clearInterval(again);
    clearTimeout(later);
    const id = await said;
    if (id !== null) await ctx.api.deleteMessage(ctx.chat?.id ?? 0, id).catch(ignore);
  }
}

/** Progress is a comfort: failing to show it spoils nothing. */
function ignore(): void {}
