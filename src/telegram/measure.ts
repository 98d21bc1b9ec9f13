// Counts updates and how long they take; notes when Telegram was last heard of.
import type { MiddlewareFn, Transformer } from 'grammy';
import { isDatabaseGone } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import type { Ctx } from './context.ts';

/**
 * Measures the handling of every update; to be installed before everything else. A fault of ours that its person was told of counts
 * as failed (`ctx.failed`); what waits for a database that is away counts when it has been handled.
 */
export function measureUpdates(metrics: Metrics): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    const kind = Object.keys(ctx.update).find((key) => key !== 'update_id') ?? 'unknown';
    const end = metrics.updateSeconds.startTimer();
    try {
      await next();
      metrics.updates.inc({ kind, result: ctx.failed ? 'failed' : 'handled' });
    } catch (error) {
      metrics.updates.inc({ kind, result: isDatabaseGone(error) ? 'waiting' : 'failed' });
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
