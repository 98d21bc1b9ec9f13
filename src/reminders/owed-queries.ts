// Reads of what a reminder is about, at the moment of sending.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { protocolName } from '../meetings/messages.ts';
import { dayFromDb } from '../time.ts';
import { readShares, type ShareRow } from './queries.ts';

/**
 * Those of the shares from which something is still owed at this moment. Items of two protocols may have one number: their numbers
 * then name the protocol, "1 (№ 14)". Two statements at most.
 */
export async function owedShares(app: App, ids: number[]): Promise<ShareRow[]> {
  const shares = await readShares(app, Prisma.sql`p.id = ANY(${ids}::int[])`);
  const taskOf = new Map<string, number>();
  const twins = new Set<string>();
  for (const { number, taskId } of shares)
    if ((taskOf.get(number) ?? taskId) !== taskId) twins.add(number);
    else taskOf.set(number, taskId);
  if (twins.size === 0) return shares;
  const ambiguous = shares.filter(({ number }) => twins.has(number)).map(({ taskId }) => taskId);
  const protocols = await protocolsOf(app, [...new Set(ambiguous)]);
  return shares.map((share) => {
    const protocol = twins.has(share.number) && protocols.get(share.taskId);
    return protocol ? { ...share, number: `${share.number} (${protocol})` } : share;
  });
}

/** The protocol of each of these items: its number, or the day of its meeting where it has none. */
async function protocolsOf(app: App, taskIds: number[]): Promise<Map<number, string>> {
  const tasks = await app.db.task.findMany({
    where: { id: { in: taskIds } },
    select: { id: true, resolution: { select: { meeting: { select: { number: true, day: true } } } } },
  });
  return new Map(
    tasks.flatMap(({ id, resolution }) => {
      if (!resolution) return [];
      const { number, day } = resolution.meeting;
      return [[id, protocolName({ number, day: dayFromDb(day) })]];
    }),
  );
}
