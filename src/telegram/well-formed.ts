// Signs that no database keeps, taken out of an update at the door: halves of a surrogate pair and NUL.
import type { MiddlewareFn } from 'grammy';
import type { Ctx } from './context.ts';

// JSON may carry both, PostgreSQL's text and jsonb may not. One sign for one: offsets of entities stay right.
const unkept = /\0|\p{Surrogate}/gu;

/** Replaces in every text of `value`, in place, what cannot be kept; returns what to put in its place. */
export function wellFormed<V>(value: V): V {
  if (typeof value === 'string') return value.replace(unkept, '\ufffd') as V & string;
  if (typeof value !== 'object' || value === null) return value;
  const inner = value as Record<string, unknown>;
  for (const [key, old] of Object.entries(inner)) {
    const clean = wellFormed(old);
    if (clean !== old) inner[key] = clean;
  }
  return value;
}

/** For updates that were asked for; those by webhook are cleaned before they are kept. */
export function wellFormedUpdates(): MiddlewareFn<Ctx> {
  return async (ctx, next) => {
    wellFormed(ctx.update);
    await next();
  };
}
