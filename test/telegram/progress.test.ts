// Work that takes longer than two seconds says so, and takes the words back when it is done.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Ctx } from '../../src/telegram/context.ts';
import { withProgress } from '../../src/telegram/progress.ts';

/** A chat that only notes what is done in it. */
function chat(): { ctx: Ctx; done: string[] } {
  const done: string[] = [];
  const note = (text: string) => {
    done.push(text);
    return Promise.resolve({ message_id: 7 });
  };
  const ctx = {
    chat: { id: 1, type: 'private' },
    replyWithChatAction: () => note('typing'),
    say: (key: string) => note(`say ${key}`),
    api: { deleteMessage: (_chat: number, id: number) => note(`delete ${id}`) },
  };
  return { ctx: ctx as unknown as Ctx, done };
}

it('quick work shows typing only', async () => {
  const { ctx, done } = chat();
  expect(await withProgress(ctx, 'intake-reading', async () => 5)).toBe(5);
  expect(done).toEqual(['typing']);
});

it('slow work is told after two seconds, and the message goes with its end, also after a fault', async () => {
  const { ctx, done } = chat();
  const work = withProgress(ctx, 'intake-reading', async () => {
    await sleep(2_300);
    throw new Error('broken');
  });
  await expect(work).rejects.toThrow('broken');
  expect(done).toEqual(['typing', 'say intake-reading', 'delete 7']);
});
