// Replay equals the tables: after a story told by chance, and at moments in the middle of it.
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, type PastEvent } from '../../src/history/queries.ts';
import { replay, type Past } from '../../src/history/replay-rules.ts';
import { textDigest } from '../../src/journal/rules.ts';
import type { Watched } from '../../src/journal/change-rules.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { moves } from '../history/moves.ts';
import { Story } from '../history/story.ts';

/** What must come out of the journal, column by column as the tables have it. */
const wanted: Record<Watched, string> = {
  task: `SELECT id, state, number, kind, term, due::text AS due, due_time AS "dueTime", issuer_post_id AS "issuerPostId",
    controller_post_id AS "controllerPostId", resolution_id AS "resolutionId", position, parent_id AS "parentId",
    parent_share_id AS "parentShareId", series_id AS "seriesId", period, recurrence, special_control AS "specialControl",
    confidential, public, text_kk AS "textKk", text_ru AS "textRu" FROM task WHERE state <> 'draft'`,
  participation: `SELECT p.id, p.task_id AS "taskId", p.post_id AS "postId", p.role, p.force, p.state, p.first_due::text AS "firstDue",
    p.due::text AS due, p.due_time AS "dueTime", p.extension_count AS "extensionCount", p.in_time AS "inTime",
    p.return_count AS "returnCount", p.progress, p.blocked_at IS NOT NULL AS blocked, p.replaces_id AS "replacesId"
    FROM participation p JOIN task t ON t.id = p.task_id WHERE t.state <> 'draft'`,
  extension: `SELECT id, participation_id AS "participationId", state, old_due::text AS "oldDue", proposed_due::text AS "proposedDue",
    new_due::text AS "newDue", late, decided_by_post_id AS "decidedByPostId" FROM extension`,
  resolution: `SELECT id, meeting_id AS "meetingId", state, version, on_paper AS "onPaper" FROM resolution`,
};
const entities = Object.keys(wanted) as Watched[];
type Row = Record<string, unknown> & { id: number };
type Snapshot = { at: Date; afterId: bigint; rows: Record<Watched, Row[]> };

const steps = Number(process.env['STORY_STEPS'] ?? 300);
const seed = Number(process.env['STORY_SEED'] ?? 20261122);

let database: TestDatabase;
let story: Story;
let salt: string;
let events: PastEvent[];
const snapshots: Snapshot[] = [];

beforeAll(async () => {
  database = await testDatabase();
  story = await new Story(database, seed).found();
  for (let step = 1; step <= steps; step++) {
    await story.move(moves);
    if (step % 60 === 0) snapshots.push(await snapshot());
  }
  events = await everyEvent();
  ({ salt } = await database.db.journalChain.findUniqueOrThrow({ where: { id: story.rootId } }));
}, 120_000);
afterAll(() => database.close());

async function everyEvent(): Promise<PastEvent[]> {
  const { rows } = await database.sql.query<PastEvent>(`SELECT id, at, data FROM journal_event ORDER BY id`);
  return rows;
}

async function snapshot(): Promise<Snapshot> {
  const rows = {} as Snapshot['rows'];
  for (const entity of entities) rows[entity] = (await database.sql.query<Row>(`${wanted[entity]} ORDER BY id`)).rows;
  const last = await database.sql.query<{ id: string }>('SELECT max(id) AS id FROM journal_event');
  return { at: story.city.app.now(), afterId: BigInt(last.rows[0]?.id ?? 0), rows };
}

/** The same columns out of the replay; texts are compared by their digests. */
function replayed(past: Past, { rows }: Snapshot, entity: Watched): { told: Row[]; kept: Row[] } {
  const sample = Object.keys(rows[entity][0] ?? {});
  const told = [...past[entity].values()].map((row) => pick(row, sample)).toSorted((a, b) => a.id - b.id);
  const kept = rows[entity].map((row) => {
    const digests = ['textKk', 'textRu'].filter((name) => typeof row[name] === 'string');
    return { ...row, ...Object.fromEntries(digests.map((name) => [name, textDigest(salt, String(row[name]))])) };
  });
  return { told, kept };
}

function pick(row: Record<string, unknown>, columns: string[]): Row {
  return Object.fromEntries(columns.map((name) => [name, row[name] ?? null])) as Row;
}

describe('the journal', () => {
  it('was filled by a story in which nearly every kind of move was done', () => {
    const missing = Object.keys(moves).filter((name) => !story.done.has(name));
    const refused = [...story.refused].map(([why, n]) => `${why} ${n}`).join('\n');
    // A move that is always refused tells nothing: chance may spare a few.
    expect(missing.length, `${missing.join(' ')}\n${refused}`).toBeLessThan(Object.keys(moves).length / 6);
  });

  it.each(entities)('tells every %s as the table has it, now and at every moment looked at before', (entity) => {
    expect(snapshots.at(-1)?.rows[entity].length).toBeGreaterThan(1);
    for (const moment of snapshots) {
      const { past } = replay(events, moment.at);
      const { told, kept } = replayed(past, moment, entity);
      expect(told, moment.at.toISOString()).toEqual(kept);
    }
  });

  it('has no gap: what each change found is what the events before it had left', () => {
    expect(replay(events).gaps).toEqual([]);
  });

  it('is missed by replay whichever event is left out: by a gap, or by rows that end otherwise', () => {
    const whole = replay(events).past;
    const carriers = events.filter(({ data }) => Array.isArray(data['changes']));
    const unnoticed = carriers.filter((left) => {
      const { past, gaps } = replay(events.filter((event) => event !== left));
      return gaps.length === 0 && isDeepStrictEqual(past, whole);
    });
    expect(carriers.length).toBeGreaterThan(100);
    expect(unnoticed).toEqual([]);
  });

  it('finds the events of a task and of a resolution by themselves, enough to replay them', async () => {
    const all = replay(events).past;
    for (const { id } of snapshots.at(-1)?.rows.task ?? []) {
      const { past } = replay(await eventsOf(story.city.app, { taskIds: [id] }));
      expect(past.task.get(id)).toEqual(all.task.get(id));
      const shares = (of: Past) => [...of.participation.values()].filter(({ taskId }) => taskId === id);
      expect(shares(past)).toEqual(shares(all));
    }
    for (const [id, row] of all.resolution)
      expect(replay(await eventsOf(story.city.app, { taskIds: [], resolutionId: id })).past.resolution.get(id)).toEqual(
        row,
      );
  });
});
