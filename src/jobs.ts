// The table of jobs: name, cron expression, function. A tick is only an alarm: every job looks for itself what is due.
import { schedule } from 'node-cron';
import type { App } from './app.ts';
import { type ClockWatch, watchClock } from './clock-watch.ts';
import { keepAcceptedFacts } from './collections/file-actions.ts';
import { planWeeklyDigests } from './digests/job.ts';
import { tellActs } from './documents/hand-over-actions.ts';
import { printOn } from './documents/printer-job.ts';
import { isDatabaseGone } from './errors.ts';
import { expireRequests } from './extensions/expire-actions.ts';
import { readOn } from './intake/reader-job.ts';
import { forget } from './outbox/forget-job.ts';
import { openPeriods } from './periods/actions.ts';
import { remind, warnAboutCalendar } from './reminders/job.ts';
import { raise } from './reminders/raise-actions.ts';
import { keepEvidence } from './reports/evidence-job.ts';
import { forgetLoosePieces } from './reports/piece-actions.ts';
import { tellReviewers } from './reports/undo-actions.ts';
import { closeFinished } from './roadmaps/approve-actions.ts';
import { tendMeetings } from './meetings/job.ts';
import { tendResolutions } from './resolutions/job.ts';
import { chaseUndecided } from './shares/job.ts';
import { refreshStaleCards } from './tasks/job.ts';
import { offerToJoin } from './tasks/newcomer-actions.ts';
import { forgetSeenUpdates } from './telegram/seen-updates.ts';
import { watchWebhook } from './telegram/webhook-watch.ts';

export type Job = {
  /** `slice.verb` */
  name: string;
  /** node-cron expression in the zone of the app. */
  cron: string;
  /** Idempotent: called late, twice or by two processes it does the same once. */
  run: (app: App) => Promise<void>;
};

/** In this order they run, one after another, when `runJobs` is asked. */
export const jobs: Job[] = [
  { name: 'meetings.tend', cron: '*/5 * * * *', run: tendMeetings },
  { name: 'resolutions.tend', cron: '*/5 * * * *', run: tendResolutions },
  { name: 'roadmaps.close', cron: '*/5 * * * *', run: closeFinished },
  { name: 'intake.read-on', cron: '*/5 * * * *', run: readOn },
  { name: 'reports.tell-reviewers', cron: '* * * * *', run: tellReviewers },
  { name: 'reports.keep-evidence', cron: '* * * * *', run: keepEvidence },
  { name: 'collections.keep-facts', cron: '*/5 * * * *', run: async (app) => keepAcceptedFacts(app) },
  { name: 'extensions.expire', cron: '*/5 * * * *', run: expireRequests },
  { name: 'periods.open', cron: '*/15 * * * *', run: openPeriods },
  { name: 'reminders.remind', cron: '*/5 * * * *', run: remind },
  { name: 'reminders.raise', cron: '*/5 * * * *', run: raise },
  { name: 'reminders.warn-about-calendar', cron: '0 10 * * *', run: warnAboutCalendar },
  { name: 'tasks.refresh-stale-cards', cron: '0 9 * * *', run: refreshStaleCards },
  { name: 'shares.chase-undecided', cron: '*/15 * * * *', run: chaseUndecided },
  { name: 'tasks.offer-to-join', cron: '*/15 * * * *', run: offerToJoin },
  { name: 'documents.print-on', cron: '* * * * *', run: printOn },
  { name: 'documents.tell-acts', cron: '*/5 * * * *', run: tellActs },
  { name: 'digests.plan', cron: '*/5 * * * *', run: planWeeklyDigests },
  { name: 'telegram.watch-webhook', cron: '*/5 * * * *', run: watchWebhook },
  { name: 'reports.forget-loose-files', cron: '15 3 * * *', run: forgetLoosePieces },
  { name: 'outbox.forget', cron: '45 3 * * *', run: forget },
  { name: 'telegram.forget-seen-updates', cron: '30 3 * * *', run: forgetSeenUpdates },
];

export type Jobs = {
  /** Stops the clock and waits for what is running. */
  stop: () => Promise<void>;
};

/**
 * Starts the clock; every job also runs once at once, to catch up with what was missed while the process was down, and again
 * whenever the system's clock was set: node-cron would sleep until a clock that went back has caught up.
 */
export function startJobs(app: App, table: Job[] = jobs, watch: ClockWatch = {}): Jobs {
  const running = new Map<Job, Promise<void>>();
  /** Since when jobs ought to run whose last run goes on. */
  const overdue = new Map<Job, number>();
  const start = (job: Job, lateBy = 0): void => {
    const moment = performance.now() - lateBy;
    const since = running.has(job) ? (overdue.get(job) ?? moment) : moment;
    app.metrics.jobLag.set({ job: job.name }, (performance.now() - since) / 1000);
    overdue.set(job, since);
    if (running.has(job)) return;
    overdue.delete(job);
    const run = runJob(app, job).finally(() => running.delete(job));
    running.set(job, run);
  };
  const wind = () =>
    table.map((job) =>
      schedule(job.cron, ({ date, triggeredAt }) => start(job, triggeredAt.getTime() - date.getTime()), {
        name: job.name,
        timezone: app.zone,
        noOverlap: true,
        logger: quiet(app),
      }),
    );
  const halt = () => Promise.all(tasks.map(async (task) => task.destroy()));
  let tasks = wind();
  for (const job of table) start(job);
  const unwatch = watchClock(
    app,
    (by) => {
      app.log.warn({ seconds: Math.round(by / 1000) }, 'jobs.clock-was-set');
      void halt();
      tasks = wind();
      for (const job of table) start(job);
    },
    watch,
  );
  return {
    async stop() {
      unwatch();
      await halt();
      await Promise.all(running.values());
    },
  };
}

/** Runs every job once at the present moment of the app's clock: for tests and moving clocks. */
export async function runJobs(app: App, table: Job[] = jobs): Promise<void> {
  for (const job of table) await runJob(app, job);
}

/** A fault ends this run only; the next tick tries again. */
async function runJob(app: App, { name, run }: Job): Promise<void> {
  const end = app.metrics.jobSeconds.startTimer({ job: name });
  try {
    await run(app);
    end({ result: 'done' });
  } catch (error) {
    end({ result: 'failed' });
    if (isDatabaseGone(error)) app.log.warn({ err: error, job: name }, 'jobs.database-gone');
    else app.log.error({ err: error, job: name }, 'jobs.failed');
  }
}

/** What node-cron has to say goes to our log. */
function quiet(app: App) {
  return {
    info: (message: string) => app.log.debug({ message }, 'jobs.cron'),
    debug: (message: string) => app.log.debug({ message }, 'jobs.cron'),
    warn: (message: string) => app.log.warn({ message }, 'jobs.cron'),
    error: (message: string | Error, error?: Error) => app.log.error({ err: error ?? message }, 'jobs.cron'),
  };
}
