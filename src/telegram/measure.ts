// Counts updates, how long they take and how Telegram limits us; notes when Telegram was last heard of.
import type { MiddlewareFn, Transformer } from 'grammy';
import type { Metrics } from '../metrics.ts';
import type { Ctx } from './context.ts';

/** Measures the handling of every update; to be installed before everything else. */
export function measureUpdates(metrics: Metrics): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    const kind = Object.keys(ctx.update).find((key) => key !== 'update_id') ?? 'unknown';
    const end = metrics.updateSeconds.startTimer();
    try {
      await next();
      metrics.updates.inc({ kind, result: 'handled' });
    } catch (error) {
      metrics.updates.inc({ kind, result: 'failed' });
      throw error;
    } finally {
      end();
    }
  };
}

export type Ear = {
  /** Milliseconds since Telegram last answered the question for updates; infinite before the first answer. */
  silence: () => number;
  /** For the Api that asks for updates. */
  listen: Transformer;
};

/** Notes on a clock that nobody sets back when Telegram was last heard of. */
export function createEar(): Ear {
  let heardAt = -Infinity;
  const listen: Transformer = async (call, method, payload, signal) => {
    const answer = await call(method, payload, signal);
    if (method === 'getUpdates' && answer.ok) heardAt = performance.now();
    return answer;
  };
  return { silence: () => performance.now() - heardAt, listen };
}

/** Counts the answers to people that Telegram refused as one too many; the sender counts its own. */
export function countLimited(metrics: Metrics): Transformer {
  return async (call, method, payload, signal) => {
    const answer = await call(method, payload, signal);
    if (!answer.ok && answer.error_code === 429) metrics.limited.inc({ by: 'answer' });
    return answer;
  };
}
