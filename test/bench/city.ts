// Group `city`: what it costs to issue to 12, 353 and 1,000 executors, and the pages of lists in a large city beside a small one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDb } from '../../src/db.ts';
import { findActor } from '../../src/org/queries.ts';
import type { Actor } from '../../src/org/rules.ts';
import { presentQueue } from '../../src/reports/review-renderers.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { presentList, presentStatus } from '../../src/tasks/list-renderers.ts';
import { buildBulkCity, type BulkCity } from '../support/bulk-city.ts';
import { countStatements } from '../support/statements.ts';
import { token } from './processes.ts';
import type { Row } from './row.ts';

type Built = { app: App; city: BulkCity; deputy: Actor; controller: Actor; head: Actor };

const sizes = [12, 353, 1000] as const;
const rounds = 5;
const pageRounds = 25;
/** A year of tasks, every fifth of which is still on control (every second of the few, so that their lists are not empty). */
const year = { large: { schools: 1000, tasks: 100, live: 5 }, small: { schools: 12, tasks: 8, live: 2 } };

/** Statements and milliseconds to issue, then pages of lists: 1,000 organisations and 100,000 shares against 12 and 100. */
export async function city(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'orynda-bench-'));
  const config = readConfig({ BOT_TOKEN: token, DATA_DIR: dataDir });
  const { db, close } = await openDb({ config, log: pino({ level: 'error' }) });
  try {
    const app = createApp({ db, config, log: pino({ level: 'error' }) });
    // Two trees of one database: the small one is read past the large one's rows.
    const small = await build(app, { ...year.small, code: 'a', from: 100_000 });
    const large = await build(app, { ...year.large, code: 'b', from: 200_000 });
    await db.$executeRawUnsafe('VACUUM ANALYZE');
    const lists = await pages(large, small);
    return [...(await issuing(large)), ...lists];
  } finally {
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function build(
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

/** A year of work: every task went to all schools; of those on control seven in ten shares are accepted, some wait for review, some are late. */
async function fill(
  app: App,
  rootId: number,
  { deputy, controller, tasks, live }: { deputy: Actor; controller: Actor; tasks: number; live: number },
): Promise<void> {
  const now = app.now();
  const [issuer, control] = [deputy.posts[0]?.postId ?? 0, controller.posts[0]?.postId ?? 0];
  await app.db.$executeRaw`
    INSERT INTO task (number, state, headline, text_ru, issuer_post_id, issuer_person_id, controller_post_id, root_org_id, fan_out,
      due, created_at, issued_at)
    SELECT 'Т-' || n, (CASE WHEN n % ${live}::int = 0 THEN 'in_progress' ELSE 'closed' END)::task_state, 'Провести работу № ' || n,
      'Провести работу № ' || n, ${issuer}::int, ${deputy.personId}::int, ${control}::int, ${rootId}::int, true,
      ${now}::date + n % 40 - 5, ${now}, ${now}
    FROM generate_series(1, ${tasks}::int) n`;
  await app.db.$executeRaw`UPDATE organisation SET last_task_number = ${tasks} WHERE id = ${rootId}`;
  await app.db.$executeRaw`
    INSERT INTO participation (task_id, post_id, position, role, force, state, first_due, due, submitted_at, accepted_at, in_time)
    SELECT t.id, p.id, p.n, 'responsible', 'assignment', x.state::participation_state, t.due, t.due,
      CASE WHEN x.state IN ('accepted', 'submitted') THEN t.issued_at END, CASE x.state WHEN 'accepted' THEN t.issued_at END, true
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

/** Issued in turn, so that a busy machine weighs on all sizes alike. */
async function issuing({ app, city, deputy }: Built): Promise<Row[]> {
  const cost = new Map(sizes.map((n) => [n, { statements: 0, ms: [] as number[] }]));
  for (let round = 0; round <= rounds; round++) {
    for (const n of sizes) {
      const executorPostIds = city.heads.slice(0, n).map(({ postId }) => postId);
      const fields = {
        text: `Провести работу ${round}`,
        locale: 'ru' as const,
        fanOut: true,
        term: 'undated' as const,
      };
      const { taskId } = await createDraft(app, deputy, { ...fields, executorPostIds });
      const began = performance.now();
      const { statements } = await countStatements(() => issueTask(app, deputy, { taskId, undoSeconds: 0 }));
      const spent = cost.get(n);
      if (!spent) continue;
      spent.statements = statements;
      // The first round warms up.
      if (round > 0) spent.ms.push(performance.now() - began);
    }
  }
  const of = (n: (typeof sizes)[number]) => ({
    statements: cost.get(n)?.statements ?? 0,
    each: median(cost.get(n)?.ms ?? []) / n,
  });
  const [few, many, most] = [of(12), of(353), of(1000)];
  return [
    row(
      'statements to issue to 353 / to 12',
      many.statements,
      few.statements,
      'value <= 15',
      '',
      many.statements <= 15,
    ),
    row(
      'statements to issue to 1,000 / to 12',
      most.statements,
      few.statements,
      '= 1',
      '',
      most.statements === few.statements,
    ),
    row('issuing to 353 / to 12, for each executor', many.each, few.each, '< 1', 'ms', many.each < few.each),
    row('issuing to 1,000 / to 353, for each executor', most.each, many.each, '< 1', 'ms', most.each < many.each),
  ];
}

async function pages(large: Built, small: Built): Promise<Row[]> {
  const locale = 'ru' as const;
  const list =
    (name: 'my' | 'overdue', who: 'deputy' | 'head', page = 0) =>
    (built: Built) =>
      presentList(built.app, built[who], name, { locale, page });
  const works: [string, (built: Built) => Promise<unknown>][] = [
    ['/my of a school head', list('my', 'head')],
    ['/my of the deputy', list('my', 'deputy')],
    ['/overdue of the deputy', list('overdue', 'deputy')],
    ['/status of the deputy', ({ app, deputy }) => presentStatus(app, deputy, locale)],
    [
      '/review of the controller, first page',
      ({ app, controller }) => presentQueue(app, controller, { locale, page: 0 }),
    ],
  ];
  const rows: Row[] = [];
  for (const [name, work] of works) {
    const times = { large: [] as number[], small: [] as number[] };
    for (let round = 0; round < pageRounds; round++) {
      times.large.push(await timed(() => work(large)));
      times.small.push(await timed(() => work(small)));
    }
    const [value, reference] = [median(times.large), median(times.small)];
    rows.push(row(name, value, reference, '<= 2', 'ms', value <= 2 * reference));
  }
  return rows;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function row(name: string, value: number, reference: number, goal: string, unit: string, pass: boolean): Row {
  return { group: 'city', name, value, reference, ratio: value / reference, goal, unit, pass };
}
