// Two who may decide press at the same moment: of each kind of decision exactly one counts, and the other is told.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { approveExtension, declineExtension } from '../../src/extensions/decide-actions.ts';
import { extendForAll } from '../../src/extensions/extend-all-actions.ts';
import { requestExtension } from '../../src/extensions/request-actions.ts';
import type { Actor } from '../../src/org/rules.ts';
import { endSeries } from '../../src/periods/actions.ts';
import { acceptReport, returnReport, submitReport } from '../../src/reports/actions.ts';
import { disownShare, sendBackShare } from '../../src/shares/disown-actions.ts';
import { replaceExecutor } from '../../src/shares/replace-actions.ts';
import { waiveShare, withdrawShare } from '../../src/shares/withdraw-actions.ts';
import { cancelTask, closeTask, createDraft, issueTask } from '../../src/tasks/actions.ts';
import { City, type PostBuilt } from '../reminders/build.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let build: City;
let app: City['app'];
let akim: Actor;
let deputy: Actor;
let controller: Actor;
let heads: PostBuilt[];
let serial = 0;
const reason = 'Новые обстоятельства';

beforeAll(async () => {
  database = await testDatabase();
  build = new City(database);
  app = build.app;
  const city = await build.org('Акимат', null, { type: 'akimat' });
  const office = await build.org('Аппарат', city, { type: 'office' });
  akim = await build.actor(await build.post(office, 'akim'));
  deputy = await build.actor(await build.post(office, 'deputy'));
  controller = await build.actor(await build.post(office, 'controller'));
  heads = [];
  for (let n = 1; n <= 4; n += 1) heads.push(await build.post(await build.org(`Школа ${n}`, city), 'school_head'));
}, 60_000);
afterAll(() => database.close());

const post = (n: number): number => heads[n]?.postId ?? 0;
const head = (n: number): Promise<Actor> => build.actor(heads[n] as PostBuilt);

type Issued = { taskId: number; share: number };

async function issued(over: { recurrence?: string; executorPostIds?: number[] } = {}): Promise<Issued> {
  const fields = { text: `Отремонтировать пандус ${++serial}`, locale: 'ru' as const, due: '2026-12-25' };
  const controllerPostId = controller.posts[0]?.postId ?? 0;
  const draft = { ...fields, executorPostIds: [post(0)], controllerPostId, ...over };
  const { taskId } = await createDraft(app, deputy, draft);
  await issueTask(app, deputy, { taskId, undoSeconds: 0 });
  const share = await database.db.participation.findFirst({ where: { taskId } });
  return { taskId, share: share?.id ?? 0 };
}

async function reported(): Promise<Issued & { reportId: number }> {
  const task = await issued();
  const report = { participationId: task.share, text: `Пандус установлен ${serial}`, final: true, attachments: [] };
  await submitReport(app, await head(0), { ...report, requestKey: `r${serial}` });
  const { id } = await database.db.report.findFirstOrThrow({ where: { participationId: task.share } });
  return { ...task, reportId: id };
}

async function asked(): Promise<number> {
  const { share } = await issued();
  const day = '2027-01-15' as const;
  const request = { participationId: share, day, reason, requestKey: `x${serial}` };
  return (await requestExtension(app, await head(0), request)).extensionId;
}

async function disowned(): Promise<number> {
  const { share } = await issued();
  await disownShare(app, await head(0), { participationId: share, reason });
  return share;
}

/** What two who may do it press at the same moment. */
const races: [string, () => Promise<(() => Promise<unknown>)[]>][] = [
  [
    'accepting a report',
    async () => {
      const { reportId } = await reported();
      return [deputy, controller].map((actor) => () => acceptReport(app, actor, { reportId }));
    },
  ],
  [
    'returning a report',
    async () => {
      const { reportId } = await reported();
      return [deputy, controller].map((actor) => () => returnReport(app, actor, { reportId, reason }));
    },
  ],
  [
    'accepting and returning the same report',
    async () => {
      const { reportId } = await reported();
      return [() => acceptReport(app, deputy, { reportId }), () => returnReport(app, controller, { reportId, reason })];
    },
  ],
  [
    'approving a request for time',
    async () => {
      const extensionId = await asked();
      return [deputy, akim].map((actor) => () => approveExtension(app, actor, { extensionId }));
    },
  ],
  [
    'approving and declining the same request',
    async () => {
      const extensionId = await asked();
      return [
        () => approveExtension(app, deputy, { extensionId }),
        () => declineExtension(app, akim, { extensionId, reason }),
      ];
    },
  ],
  [
    'extending for all',
    async () => {
      const { taskId } = await issued();
      return [deputy, akim].map((actor) => () => extendForAll(app, actor, { taskId, day: '2027-01-15', reason }));
    },
  ],
  [
    'closing a task',
    async () => {
      const { taskId } = await issued();
      return [deputy, akim].map((actor) => () => closeTask(app, actor, { taskId, reason }));
    },
  ],
  [
    'closing and cancelling a task',
    async () => {
      const { taskId } = await issued();
      return [() => closeTask(app, deputy, { taskId, reason }), () => cancelTask(app, akim, { taskId, reason })];
    },
  ],
  [
    'cancelling a task',
    async () => {
      const { taskId } = await issued();
      return [deputy, akim].map((actor) => () => cancelTask(app, actor, { taskId, reason }));
    },
  ],
  [
    'ending a periodic task',
    async () => {
      const { taskId } = await issued({ recurrence: 'FREQ=WEEKLY;BYDAY=FR' });
      return [deputy, akim].map((actor) => () => endSeries(app, actor, { taskId, reason }));
    },
  ],
  [
    'withdrawing a share',
    async () => {
      const { share } = await issued();
      return [deputy, akim].map((actor) => () => withdrawShare(app, actor, { participationId: share, reason }));
    },
  ],
  [
    'waiving a share',
    async () => {
      const { taskId } = await issued({ executorPostIds: [post(0), post(1)] });
      const where = { taskId, role: 'co_executor' as const };
      const { id } = await database.db.participation.findFirstOrThrow({ where });
      return [deputy, akim].map((actor) => () => waiveShare(app, actor, { participationId: id, reason }));
    },
  ],
  [
    'replacing an executor by different ones',
    async () => {
      const { share } = await issued();
      return [deputy, akim].map(
        (actor, n) => () => replaceExecutor(app, actor, { participationId: share, postId: post(n + 1), reason }),
      );
    },
  ],
  [
    'replacing and withdrawing the same share',
    async () => {
      const { share } = await issued();
      return [
        () => replaceExecutor(app, deputy, { participationId: share, postId: post(3), reason }),
        () => withdrawShare(app, akim, { participationId: share, reason }),
      ];
    },
  ],
  [
    'sending back what was called misaddressed',
    async () => {
      const share = await disowned();
      return [deputy, akim].map((actor) => () => sendBackShare(app, actor, { participationId: share, reason }));
    },
  ],
];

it.each(races)('%s', async (_what, prepare) => {
  const presses = await prepare();
  const done = await Promise.allSettled(presses.map((press) => press()));
  const lost = done.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(lost, String(lost)).toHaveLength(1);
  expect(lost[0]).toBeInstanceOf(UserError);
});
