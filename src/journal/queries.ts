// Checking the journal: are all chains whole, from the first event to the head?
import type { App, Db } from '../app.ts';
import { firstBroken, type JsonObject, type StoredEvent } from './rules.ts';

export type Verdict = { ok: boolean; brokenAt?: { chainId: number; seq: number } };

const page = 1000;

/**
 * Recomputes the hashes of one chain or of all. `brokenAt` is the first event that was changed, removed or inserted;
 * events missing at the end show as the number after the last one that is left.
 */
export async function verifyJournal(app: Pick<App, 'db'>, chainId?: number): Promise<Verdict> {
  if (!('$connect' in app.db)) return verifyChains(app.db, chainId);
  // One snapshot: events appended meanwhile would look like a wrong head.
  return app.db.$transaction((db) => verifyChains(db, chainId), { isolationLevel: 'RepeatableRead', timeout: 600_000 });
}

async function verifyChains(db: Db, chainId?: number): Promise<Verdict> {
  for (const id of chainId === undefined ? await chainIds(db) : [chainId]) {
    const seq = await brokenSeq(db, id);
    if (seq !== null) return { ok: false, brokenAt: { chainId: id, seq } };
  }
  return { ok: true };
}

async function chainIds(db: Db): Promise<number[]> {
  const rows = await db.$queryRaw<
    { id: number }[]
  >`SELECT id FROM journal_chain UNION SELECT chain_id FROM journal_event ORDER BY id`;
  return rows.map((row) => row.id);
}

async function brokenSeq(db: Db, chainId: number): Promise<number | null> {
  let last = { seq: 0, hash: '' };
  for (;;) {
    const events = await readEvents(db, chainId, last.seq);
    const broken = firstBroken(events, last);
    // A gap is named by the event that is missing.
    if (broken) return Math.min(broken.seq, last.seq + 1 + events.indexOf(broken));
    last = events.at(-1) ?? last;
    if (events.length < page) break;
  }
  const head = await db.journalChain.findUnique({ where: { id: chainId } });
  const fits = head ? head.lastSeq === last.seq && head.lastHash === last.hash : last.seq === 0;
  return fits ? null : last.seq + 1;
}

async function readEvents(db: Db, chainId: number, afterSeq: number): Promise<StoredEvent[]> {
  const rows = await db.journalEvent.findMany({
    where: { chainId, seq: { gt: afterSeq } },
    orderBy: { seq: 'asc' },
    take: page,
  });
  return rows.map(({ id: _id, data, ...row }) => ({ ...row, data: data as JsonObject }));
}
