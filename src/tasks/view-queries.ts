// Reads tasks with everything around them: one statement, however many tasks and executors there are.
import type { App } from '../app.ts';
import { Prisma } from '../generated/prisma/client.ts';
import { heldSql } from './hold-queries.ts';
import { atRiskSql, overdueSql } from './list-queries.ts';
import type { ParticipationView, TaskView } from './queries.ts';
import { emptyTally, type Tally } from './tally-rules.ts';

type Instants = 'issuedAt' | 'undoUntil' | 'closedAt' | 'groupsNamedAt';
type ShareInstants = 'submittedAt' | 'assignedAt' | 'misaddressedAt';
type Row = Omit<TaskView, Instants | 'participations' | 'beside'> &
  Record<Instants, string | null> & {
    beside: Tally | null;
    participations: (Omit<ParticipationView, ShareInstants> & Record<ShareInstants, string | null>)[];
  };

/** SQL: a post with its organisation, `po` and `o` of the statement around, as PostView. */
const post = Prisma.sql`json_build_object('postId', po.id, 'nameKk', po.name_kk, 'nameRu', po.name_ru, 'role', po.role,
  'org', json_build_object('orgId', o.id, 'nameKk', o.name_kk, 'nameRu', o.name_ru, 'path', o.path, 'type', o.type,
    'ownership', o.ownership, 'subordination', o.subordination, 'week', CASE o.week WHEN 6 THEN 6 ELSE 5 END))`;

/** SQL: the post with this id. */
function postBy(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT ${post} FROM post po JOIN organisation o ON o.id = po.org_id WHERE po.id = ${id})`;
}

/** SQL: the shares of task `t` on which `where` holds, in their order. */
function shares(app: App, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(json_build_object('participationId', p.id, 'role', p.role, 'force', p.force,
      'state', p.state, 'firstDue', p.first_due, 'due', p.due, 'dueTime', p.due_time, 'extensionCount', p.extension_count,
      'submittedAt', p.submitted_at, 'inTime', p.in_time, 'nextUpdate', p.next_update, 'missedUpdates', p.missed_updates,
      'lastReportDay', CASE WHEN cardinality(t.interim_dues) > 0 THEN (SELECT to_char(max(r.submitted_at) AT TIME ZONE ${app.zone}, 'YYYY-MM-DD')
        FROM report r WHERE r.participation_id = p.id AND r.state <> 'undone') END, 'stateReason', p.state_reason, 'waivedReason', p.waived_reason,
      'blockedReason', p.blocked_reason, 'reported', EXISTS (SELECT 1 FROM report r WHERE r.participation_id = p.id AND r.state <> 'undone'), 'assignedAt', p.assigned_at, 'misaddressedAt', p.misaddressed_at, 'replacesId', p.replaces_id,
      'progress', (SELECT r.progress FROM report r
        WHERE r.participation_id = p.id AND r.state <> 'undone' AND r.progress IS NOT NULL ORDER BY r.version DESC LIMIT 1), 'held', ${heldSql}, 'post', ${post})
      ORDER BY p.position, p.id), '[]')
    FROM participation p JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id
    WHERE p.task_id = t.id AND ${where})`;
}

/** SQL: the share that task `t` was handed down from; null for others. */
const parent = Prisma.sql`(SELECT json_build_object('taskId', h.task_id, 'number', coalesce(pt.number, ''), 'shareId', h.id, 'due', h.due,
    'dueTime', h.due_time) FROM participation h JOIN task pt ON pt.id = h.task_id WHERE h.id = t.parent_share_id)`;

/** SQL: the measure of a roadmap in force that task `t` is; null for others. */
const measure = Prisma.sql`(SELECT json_build_object('measureId', m.id) FROM measure m JOIN roadmap_section s ON s.id = m.section_id
    JOIN roadmap r ON r.id = s.roadmap_id WHERE m.task_id = t.id AND m.removed_at IS NULL AND r.state = 'approved')`;

/** SQL: task `t` is a commitment that its executor issued, also one that comes again and again. */
export const ownPromise = Prisma.sql`(t.kind = 'commitment' AND (EXISTS (SELECT FROM participation o WHERE o.task_id = t.id AND o.post_id = t.issuer_post_id)
    OR EXISTS (SELECT FROM series_share o WHERE o.task_id = t.id AND o.post_id = t.issuer_post_id)))`;

/** SQL: the fields that an answer to task `t` consists of; null where it collects nothing. */
const asks = Prisma.sql`(SELECT json_agg(json_build_object('label', f.label, 'kind', f.kind, 'unit', f.unit, 'min', f.min, 'max', f.max,
    'whole', f.whole, 'choices', f.choices, 'required', f.required) ORDER BY f.position) FROM collection_field f WHERE f.task_id = t.id)`;

/** SQL: how far the parts are that were handed down from task `t`; null where there are none. An item that only continues it has no share: no part. Of a periodic part its periods count, and itself between them. */
function parts(app: App): Prisma.Sql {
  return Prisma.sql`(SELECT CASE WHEN count(*) = 0 THEN NULL ELSE json_build_object('total', count(*),
      'done', count(*) FILTER (WHERE x.done), 'overdue', count(*) FILTER (WHERE x.late AND NOT x.done),
      'openShareIds', coalesce(json_agg(k.parent_share_id) FILTER (WHERE k.state IN ('issued', 'in_progress') AND k.parent_share_id IS NOT NULL), '[]')) END
    FROM task k CROSS JOIN LATERAL (SELECT k.state = 'closed' OR (bool_and(p.state IN ('accepted', 'withdrawn'))
        AND bool_or(p.state = 'accepted')) AS done, coalesce(bool_or(${overdueSql(app)}), false) AS late
      FROM participation p WHERE p.task_id = k.id) x
    WHERE k.parent_id = t.id AND k.parent_share_id IS NOT NULL AND k.state IN ('issued', 'in_progress', 'closed') AND NOT (k.recurrence IS NOT NULL AND (k.state = 'closed'
      OR EXISTS (SELECT 1 FROM task i WHERE i.series_id = k.id AND i.state IN ('issued', 'in_progress')))))`;
}

/** SQL: the shares of task `t` that were not `seen` one by one, counted as `tally` of the rules does. Of a cancelled task everybody was withdrawn: it still says how many there were. */
function counts(app: App, seen: Prisma.Sql, within: string | undefined, without: string[]): Prisma.Sql {
  // Organisations are looked up only where something depends on them: a card is counted for each report.
  const joined =
    within === undefined
      ? Prisma.empty
      : Prisma.sql`JOIN post po ON po.id = p.post_id JOIN organisation o ON o.id = po.org_id`;
  const outside =
    without.length === 0
      ? Prisma.empty
      : Prisma.sql`AND NOT o.path LIKE ANY (${without.map((path) => `${path}%`)}::text[])`;
  const inside = within === undefined ? Prisma.empty : Prisma.sql`AND starts_with(o.path, ${within}) ${outside}`;
  return Prisma.sql`(SELECT json_build_object('total', count(*),
      'accepted', count(*) FILTER (WHERE p.state = 'accepted'), 'submitted', count(*) FILTER (WHERE p.state = 'submitted'),
      'returned', count(*) FILTER (WHERE p.state = 'returned' AND NOT x.overdue),
      'acknowledged', count(*) FILTER (WHERE p.state = 'acknowledged' AND NOT x.overdue),
      'assigned', count(*) FILTER (WHERE p.state IN ('assigned', 'misaddressed') AND NOT x.overdue),
      'overdue', count(*) FILTER (WHERE x.overdue), 'atRisk', count(*) FILTER (WHERE ${atRiskSql(app)}), 'advisory', count(*) FILTER (WHERE NOT x.binding),
      'blocking', count(*) FILTER (WHERE x.binding AND p.state NOT IN ('accepted', 'withdrawn')),
      'bindingAccepted', count(*) FILTER (WHERE x.binding AND p.state = 'accepted'),
      'late', count(*) FILTER (WHERE x.binding AND p.state = 'accepted' AND NOT p.in_time))
    FROM participation p ${joined}
    CROSS JOIN LATERAL (SELECT p.force IN ('assignment', 'commitment') AS binding, coalesce(${overdueSql(app)}, false) AS overdue) x
    WHERE p.task_id = t.id AND (p.state <> 'withdrawn' OR t.state = 'cancelled') ${inside} AND NOT coalesce(${seen}, false))`;
}

export type Reading = {
  /** SQL: which shares `p` (organisation `o`, task `t`) are read one by one; the others are counted. Default: all. */
  seen?: Prisma.Sql;
  /** Only shares of this subtree are counted; to be given where `seen` asks for the organisation. */
  within?: string;
  /** Subtrees of which nothing is counted: of other regions. */
  without?: string[];
  /** False where nobody looks at `beside`: it is all zero then. */
  counted?: boolean;
};

/**
 * The tasks on which `where` holds (table `t`), by id. Each comes as one JSON value: a task for all schools has hundreds of
 * shares, and rows of their own cost the driver ten times as much.
 */
export async function readTasks(
  app: App,
  where: Prisma.Sql,
  { seen = Prisma.sql`true`, within, without = [], counted = true }: Reading = {},
): Promise<TaskView[]> {
  const rows = await app.db.$queryRaw<{ task: Row; ownPromise: boolean }[]>`
    SELECT json_build_object('taskId', t.id, 'number', t.number, 'state', t.state, 'kind', t.kind, 'headline', t.headline,
      'textKk', t.text_kk, 'textRu', t.text_ru, 'issuer', ${postBy(Prisma.sql`t.issuer_post_id`)},
      'issuerPersonId', t.issuer_person_id, 'controller', ${postBy(Prisma.sql`t.controller_post_id`)},
      'rootOrgId', t.root_org_id, 'completionForm', t.completion_form, 'specialControl', t.special_control,
      'confidential', t.confidential, 'term', t.term, 'due', t.due, 'dueTime', t.due_time, 'recurrence', t.recurrence,
      'interimDues', coalesce(to_json(t.interim_dues), '[]'), 'dueText', t.due_text, 'indicators', t.indicators, 'programmes', t.programmes,
      'urgency', t.urgency, 'incident', t.incident, 'updateRule', t.update_rule, 'seriesId', t.series_id, 'period', t.period,
      'seriesSize', CASE WHEN t.recurrence IS NOT NULL THEN (SELECT count(*) FROM series_share s WHERE s.task_id = t.id AND s.ended_on IS NULL) ELSE 0 END,
      'sourceText', t.source_text, 'asks', ${asks}, 'fanOut', t.fan_out, 'homePlaceId', t.home_place_id, 'draftedById', t.drafted_by_id, 'draftMessageId', t.draft_message_id,
      'doubts', t.draft_doubts, 'issuedAt', t.issued_at, 'pausedUntil', t.paused_until, 'undoUntil', t.undo_until, 'closedAt', t.closed_at,
      'closingReason', t.closing_reason, 'correction', (SELECT json_build_object('at', k.at, 'before', k.before, 'after', k.after)
        FROM task_correction k WHERE k.task_id = t.id ORDER BY k.id DESC LIMIT 1), 'resolution', (SELECT json_build_object('resolutionId', r.id, 'number', m.number,
        'day', m.day) FROM resolution r JOIN meeting m ON m.id = r.meeting_id WHERE r.id = t.resolution_id),
      'measure', ${measure}, 'partOf', t.parent_id, 'groupIds', t.group_ids, 'groupsNamedAt', t.groups_named_at, 'parent', ${parent}, 'parts', ${parts(app)},
      'beside', ${counted ? counts(app, seen, within, without) : Prisma.sql`NULL`},
      'participations', ${shares(app, seen)}) AS task, ${ownPromise} AS "ownPromise"
    FROM task t WHERE ${where} ORDER BY t.id`;
  // json_build_object takes no more than the fifty pairs above.
  return rows.map(({ task, ownPromise }) => ({ ...toView(task), ownPromise }));
}

function toView({ issuedAt, undoUntil, closedAt, groupsNamedAt, participations, beside, ...task }: Row): TaskView {
  return {
    ...task,
    beside: beside ?? emptyTally,
    issuedAt: instant(issuedAt),
    undoUntil: instant(undoUntil),
    closedAt: instant(closedAt),
    groupsNamedAt: instant(groupsNamedAt),
    participations: participations.map(({ submittedAt, assignedAt, misaddressedAt, ...share }) => ({
      ...share,
      submittedAt: instant(submittedAt),
      assignedAt: instant(assignedAt),
      misaddressedAt: instant(misaddressedAt),
    })),
  };
}

function instant(written: string | null): Date | null {
  return written === null ? null : new Date(written);
}
