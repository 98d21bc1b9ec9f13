// Group `city`: what it costs to issue to 12, 353 and 1,000 executors, and the pages of lists in a large city beside a small one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openDb } from '../../src/db.ts';
import { presentQueue } from '../../src/reports/review-renderers.ts';
import { createDraft, issueTask } from '../../src/tasks/actions.ts';
import { presentList, presentStatus } from '../../src/tasks/list-views.ts';
import { countStatements } from '../support/statements.ts';
import { token } from './processes.ts';
import type { Row } from './row.ts';
import { type Built, buildYear } from './year.ts';

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
    const small = await buildYear(app, { ...year.small, code: 'a', from: 100_000 });
    const large = await buildYear(app, { ...year.large, code: 'b', from: 200_000 });
    await db.$executeRawUnsafe('VACUUM ANALYZE');
    const lists = await pages(large, small);
    return [...(await issuing(large)), ...lists];
  } finally {
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  }
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
