// What PostgreSQL gathered during a transaction becomes groups of equal changes; every column is watched or known not to be.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeGroups, touchedBy, type Watched } from '../../src/journal/change-rules.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const digest = (text: string): string => `#${text.length}`;

function lines(...all: { entity: Watched; rows: unknown[] }[]): string {
  return all.map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe('changes of a transaction', () => {
  it('say of each row what it was before the first statement and after the last one', () => {
    const text = lines(
      { entity: 'participation', rows: [[7, 1, { state: 'assigned', due: '2026-12-01' }, { state: 'acknowledged' }]] },
      { entity: 'participation', rows: [[7, 1, { state: 'acknowledged' }, { state: 'submitted' }]] },
    );
    expect(changeGroups(text, digest)).toEqual([
      {
        entity: 'participation',
        ids: [7],
        taskId: 1,
        before: { state: 'assigned', due: '2026-12-01' },
        after: { state: 'submitted', due: null },
      },
    ]);
  });

  it('leave out a row that is as it was', () => {
    const text = lines(
      { entity: 'task', rows: [[1, 1, { state: 'issued' }, { state: 'closed' }]] },
      { entity: 'task', rows: [[1, 1, { state: 'closed' }, { state: 'issued' }]] },
      { entity: 'participation', rows: [[2, 1, null, { state: 'assigned' }]] },
      { entity: 'participation', rows: [[2, 1, { state: 'assigned' }, null]] },
    );
    expect(changeGroups(text, digest)).toEqual([]);
  });

  it('are said once for all shares of a task for many', () => {
    const rows = [1, 2, 3].map((id) => [id, 9, null, { postId: id * 10, state: 'assigned', due: '2026-12-25' }]);
    expect(changeGroups(lines({ entity: 'participation', rows }), digest)).toEqual([
      {
        entity: 'participation',
        ids: [1, 2, 3],
        postIds: [10, 20, 30],
        taskId: 9,
        before: null,
        after: { state: 'assigned', due: '2026-12-25' },
      },
    ]);
  });

  it('keep no words of people: texts, and numbers that are none, become digests', () => {
    const text = lines({
      entity: 'task',
      rows: [
        [1, 1, null, { textRu: 'Отремонтировать пандус', number: 'Т-148/3' }],
        [2, 2, { number: '2.1' }, { number: 'Ахметов, тел. 777' }],
      ],
    });
    const groups = changeGroups(text, digest);
    expect(groups.map(({ after }) => after)).toEqual([{ textRu: '#22', number: 'Т-148/3' }, { number: '#17' }]);
  });

  it('name every task by which the event is found again', () => {
    const groups = changeGroups(lines({ entity: 'task', rows: [[5, 5, null, { state: 'issued' }]] }), digest);
    expect(touchedBy(groups, { entity: 'report', entityId: 3, data: { taskId: 4 } })).toMatchObject({
      touched: [4, 5],
    });
    expect(touchedBy([], { entity: 'post', entityId: 3 })).toEqual({});
  });
});

/** Columns that replay does not need, each with its reason. */
const unwatched: Record<Watched, string[]> = {
  // Words on paper, where it is shown, and instants that are those of the events.
  task: [
    'id',
    'headline',
    'issuer_person_id',
    'root_org_id',
    'topic',
    'programmes',
    'completion_form',
    'urgency',
    'incident',
  ]
    .concat(['fan_out', 'executor_class', 'home_place_id', 'drafted_by_id', 'draft_chat_id', 'draft_message_id'])
    .concat([
      'draft_doubts',
      'interim_dues',
      'update_rule',
      'due_text',
      'indicators',
      'source_text',
      'created_at',
      'converted_from_id',
      'group_ids',
      'groups_named_at',
      'paused_until',
      'raised_at',
    ])
    .concat(['issued_at', 'undo_until', 'closed_at', 'closed_by_id', 'closing_reason', 'cancelled_at', 'request_key']),
  // Reasons are words; next and missed news follow from the update rule.
  participation: ['id', 'task_id', 'position', 'acknowledged_at', 'submitted_at', 'accepted_at', 'state_reason'].concat(
    [
      'assigned_at',
      'waived_reason',
      'blocked_reason',
      'misaddressed_at',
      'withdrawn_at',
      'next_update',
      'missed_updates',
      'period_only',
    ],
  ),
  extension: [
    'id',
    'reason',
    'requested_at',
    'requested_by_id',
    'requested_by_post_id',
    'request_key',
    'decided_at',
  ].concat(['decided_by_id', 'comment']),
  resolution: ['id', 'drafted_by_id', 'sent_at', 'adopted_at', 'paper_number', 'revoked_at', 'revoked_by_id']
    .concat(['revoke_reason', 'closed_at', 'cancelled_at', 'cancel_reason', 'home_place_id', 'guessed', 'touched_at'])
    .concat(['created_at']),
};
/** Watched under a name of its own. */
const renamed: Record<string, string> = { blocked: 'blocked_at' };

describe('a column of', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it.each(Object.keys(unwatched) as Watched[])('%s is watched by the journal, or known not to be', async (entity) => {
    const { rows } = await database.sql.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1`,
      [entity],
    );
    const { rows: bodies } = await database.sql.query<{ body: string }>(
      `SELECT prosrc AS body FROM pg_proc WHERE proname = $1`,
      [`journal_row_of_${entity}`],
    );
    const watched = [...(bodies[0]?.body ?? '').matchAll(/\br\.(\w+)/g)].map(([, column]) => column ?? '');
    const known = [...watched.map((name) => renamed[name] ?? name), ...unwatched[entity]];
    expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
  });
});
