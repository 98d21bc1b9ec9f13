// A city with a year of tasks behind it, for benchmarks: schools, shares, reports and messages by the thousand, written as rows.
import type { App } from '../../src/app.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';

export type Built = { app: App; city: BulkCity; deputy: Actor; controller: Actor; head: Actor };

/** A tree of its own with so many schools and a year of tasks for all of them, every `live`-th of which is still on control. */
export async function buildYear(
  app: App,
  { schools, tasks, live, code, from }: { schools: number; tasks: number; live: number; code: string; from: number },
): Promise<Built> {
  const city = await buildBulkCity(app, { schools, code, from });
  const actor = async (telegramId = 0): Promise<Actor> => {
    const found = await findActor(app, telegramId);
    if (!found) throw new Error('the city has nobody');
    return found;
  };
  const [deputy, controller, head] = [
    await actor(city.deputy),
    await actor(city.controller),
    await actor(city.heads[0]?.telegramId),
  ];
  await fill(app, city.rootId, { deputy, controller, tasks, live });
  return { app, city, deputy, controller, head };
}

/**
 * A year of work: every task went to all schools, the closed ones spread over twelve months, those on control issued now; of these seven in
 * ten shares are accepted, some wait for review, some are late.
 */
async function fill(
  app: App,
  rootId: number,
  { deputy, controller, tasks, live }: { deputy: Actor; controller: Actor; tasks: number; live: number },
): Promise<void> {
  const now = app.now();
  const [issuer, control] = [deputy.posts[0]?.postId ?? 0, controller.posts[0]?.postId ?? 0];
  await app.db.$executeRaw`
    INSERT INTO task (number, state, headline, text_ru, issuer_post_id, issuer_person_id, controller_post_id, root_org_id, fan_out,
      due, created_at, issued_at, closed_at)
    SELECT 'Т-' || n, (CASE WHEN n % ${live}::int = 0 THEN 'in_progress' ELSE 'closed' END)::task_state, 'Провести работу № ' || n,
      'Провести работу № ' || n, ${issuer}::int, ${deputy.personId}::int, ${control}::int, ${rootId}::int, true,
      x.at::date + n % 40 - 5, x.at, x.at, CASE WHEN n % ${live}::int > 0 THEN least(x.at + interval '10 days', ${now}) END
    FROM generate_series(1, ${tasks}::int) n
    CROSS JOIN LATERAL (SELECT ${now}::timestamptz - CASE WHEN n % ${live}::int > 0 THEN n * interval '365 days' / ${tasks}::int
      ELSE interval '0' END AS at) x`;
  await app.db.$executeRaw`UPDATE organisation SET last_task_number = ${tasks} WHERE id = ${rootId}`;
  await app.db.$executeRaw`
    INSERT INTO participation (task_id, post_id, position, role, force, state, first_due, due, submitted_at, accepted_at, in_time)
    SELECT t.id, p.id, p.n, 'responsible', 'assignment', x.state::participation_state, t.due, t.due,
      CASE WHEN x.state IN ('accepted', 'submitted') THEN t.issued_at END,
      CASE x.state WHEN 'accepted' THEN coalesce(t.closed_at, t.issued_at) END, true
    FROM task t CROSS JOIN (SELECT po.id, row_number() OVER (ORDER BY po.id) AS n FROM post po JOIN organisation o ON o.id = po.org_id
      WHERE o.root_id = ${rootId} AND po.role = 'school_head') p
    CROSS JOIN LATERAL (SELECT CASE WHEN t.state = 'closed' OR (p.n * 7 + t.id * 3) % 20 < 14 THEN 'accepted'
      WHEN (p.n * 7 + t.id * 3) % 20 = 14 THEN 'submitted' WHEN (p.n * 7 + t.id * 3) % 20 < 18 THEN 'acknowledged' ELSE 'assigned' END AS state) x
    WHERE t.root_org_id = ${rootId}`;
  await app.db.$executeRaw`
    INSERT INTO report (participation_id, version, state, final, text, by_person_id, by_post_id, submitted_at)
    SELECT p.id, 1, (CASE p.state WHEN 'accepted' THEN 'accepted' ELSE 'submitted' END)::report_state, true, 'Выполнено, акт приложен.',
      a.person_id, p.post_id, p.submitted_at
    FROM participation p JOIN task t ON t.id = p.task_id JOIN appointment a ON a.post_id = p.post_id
    WHERE t.root_org_id = ${rootId} AND p.submitted_at IS NOT NULL`;
  await app.db.$executeRaw`
    INSERT INTO outgoing_message (dedupe_key, lane, kind, chat_id, person_id, subject_id, data, state, due_at, created_at, sent_at, message_id)
    SELECT 'assigned:' || p.task_id || ':' || p.id || ':' || n.id, 1, 'tasks.assigned', n.chat_id, n.id, p.id,
      jsonb_build_object('taskId', p.task_id, 'participationIds', jsonb_build_array(p.id)), 'sent', ${now}, ${now}, ${now}, p.id
    FROM participation p JOIN task t ON t.id = p.task_id JOIN appointment a ON a.post_id = p.post_id JOIN person n ON n.id = a.person_id
    WHERE t.root_org_id = ${rootId}`;
}
