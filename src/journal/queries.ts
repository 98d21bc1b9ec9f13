// Checking the journal: are all chains whole, from the first event to the head?
import type { App, Db } from '../app.ts';
import { faultOf, type Finding, type JsonObject, type StoredEvent, tailFault } from './rules.ts';

export type Verdict = { ok: boolean; brokenAt?: { chainId: number; seq: number } };

/** How far the check came, and the first thing that is wrong. */
export type Inspection = { chains: number; events: number; finding: Finding | null };

const page = 1000;
/** A check of ten million events must not be cut short. */
const hours = 6 * 3_600_000;

/**
 * Recomputes the hashes of one chain or of all. `brokenAt` is the first event that was changed, removed or inserted;
 * events missing at the end show as the number after the last one that is left.
 */
export async function verifyJournal(app: Pick<App, 'db'>, chainId?: number): Promise<Verdict> {
  const { finding } = await inspectJournal(app, chainId);
  return finding ? { ok: false, brokenAt: { chainId: finding.chainId, seq: finding.seq } } : { ok: true };
}

/** The same with what was found, in pages of one statement each: memory stays the same however long the journal is. */
export async function inspectJournal(app: Pick<App, 'db'>, chainId?: number): Promise<Inspection> {
  if (!('$connect' in app.db)) return inspectChains(app.db, chainId);
  // One snapshot: events appended meanwhile would look like a wrong head.
  return app.db.$transaction((db) => inspectChains(db, chainId), { isolationLevel: 'RepeatableRead', timeout: hours });
}

/** Every event of every chain in order, a page at a time and of one moment. */
export async function eachPage(app: Pick<App, 'db'>, take: (events: StoredEvent[]) => Promise<void>): Promise<void> {
  if (!('$connect' in app.db)) throw new Error('journal: pages are read in a transaction of their own');
  const read = async (db: Db): Promise<void> => {
    for (const id of await chainIds(db)) {
      for (let seq = 0; ;) {
        const events = await readEvents(db, id, seq);
        if (events.length > 0) await take(events);
        seq = events.at(-1)?.seq ?? seq;
        if (events.length < page) break;
      }
    }
  };
  await app.db.$transaction(read, { isolationLevel: 'RepeatableRead', timeout: hours });
}

async function inspectChains(db: Db, chainId?: number): Promise<Inspection> {
  const ids = chainId === undefined ? await chainIds(db) : [chainId];
  let events = 0;
  for (const id of ids) {
    const chain = await inspectChain(db, id);
    events += chain.events;
    if (chain.finding) return { chains: ids.length, events, finding: chain.finding };
  }
  return { chains: ids.length, events, finding: null };
}

async function chainIds(db: Db): Promise<number[]> {
  // The second half jumps from chain to chain along the index instead of reading every event.
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE found AS (
      (SELECT min(chain_id) AS id FROM journal_event)
      UNION ALL
      SELECT (SELECT min(chain_id) FROM journal_event WHERE chain_id > found.id) FROM found WHERE found.id IS NOT NULL
    )
    SELECT id FROM journal_chain UNION SELECT id FROM found WHERE id IS NOT NULL ORDER BY id`;
  return rows.map((row) => row.id);
}

async function inspectChain(db: Db, chainId: number): Promise<{ events: number; finding: Finding | null }> {
  let last: { seq: number; hash: string; at: Date | null } = { seq: 0, hash: '', at: null };
  let count = 0;
  for (;;) {
    const events = await readEvents(db, chainId, last.seq);
    for (const event of events) {
      const finding = faultOf(event, last);
      if (finding) return { events: count, finding };
      last = event;
      count += 1;
    }
    if (events.length < page) break;
  }
  const head = await db.journalChain.findUnique({ where: { id: chainId } });
  return { events: count, finding: tailFault(chainId, last, head) };
}

async function readEvents(db: Db, chainId: number, afterSeq: number): Promise<StoredEvent[]> {
  const rows = await db.journalEvent.findMany({
    where: { chainId, seq: { gt: afterSeq } },
    orderBy: { seq: 'asc' },
    take: page,
  });
  return rows.map(({ id: _id, data, ...row }) => ({ ...row, data: data as JsonObject }));
}

/** Names of root organisations by chain, for people who read a finding. */
export async function chainName(app: Pick<App, 'db'>, chainId: number): Promise<string> {
  if (chainId === 0) return 'the installation';
  const org = await app.db.organisation.findUnique({ where: { id: chainId }, select: { nameRu: true } });
  return org?.nameRu ?? `organisation ${chainId}`;
}
