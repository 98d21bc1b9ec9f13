// What the bot counts about itself, for Prometheus. No names, no texts, no ids of people: kinds and outcomes only.
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** A registry of its own with every measure of one app; durations in seconds. */
export function createMetrics() {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  return {
    registry,
    /** Updates, by kind and by what came of them: handled, failed (a fault of ours), waiting (tried again once the database is back). */
    updates: new Counter({
      name: 'orynda_updates_total',
      help: 'Updates, by kind and result (handled, failed, waiting for the database).',
      labelNames: ['kind', 'result'] as const,
      registers,
    }),
    updatesGivenUp: new Gauge({
      name: 'orynda_updates_given_up',
      help: 'Updates that were given up because the process died of them, in the last 30 days.',
      registers,
    }),
    updateSeconds: new Histogram({
      name: 'orynda_update_seconds',
      help: 'Seconds from taking an update to the end of its handling.',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 40],
      registers,
    }),
    /** Calls of the sender, by what came of them. */
    sends: new Counter({
      name: 'orynda_sends_total',
      help: 'Calls of the sender to Telegram, by result (sent, limited, gone, unknown ...).',
      labelNames: ['result'] as const,
      registers,
    }),
    limited: new Counter({
      name: 'orynda_telegram_429_total',
      help: 'Calls that Telegram refused as one too many, by who made them (answer or sender).',
      labelNames: ['by'] as const,
      registers,
    }),
    prints: new Counter({
      name: 'orynda_prints_total',
      help: 'Tries to print an ordered file, by result (sent, refused, retried, failed).',
      labelNames: ['result'] as const,
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'orynda_job_seconds',
      help: 'Seconds that a run of a job took.',
      labelNames: ['job', 'result'] as const,
      buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120],
      registers,
    }),
    jobLag: new Gauge({
      name: 'orynda_job_lag_seconds',
      help: 'Seconds by which the latest run of a job began after its moment, or by which it is late because the one before goes on.',
      labelNames: ['job'] as const,
      registers,
    }),
    leader: new Gauge({ name: 'orynda_sender_leader', help: '1 while this process is the sender.', registers }),
    databaseUp: new Gauge({
      name: 'orynda_database_up',
      help: '1 while the database answers; 0: the measures of the outbox are left out.',
      registers,
    }),
    outboxRows: new Gauge({
      name: 'orynda_outbox_rows',
      help: 'Messages in the outbox that are not finished, by state; unknown ones of the last day.',
      labelNames: ['state'] as const,
      registers,
    }),
    outboxAge: new Gauge({
      name: 'orynda_outbox_oldest_due_seconds',
      help: 'Seconds for which the oldest due message has been waiting; 0 when none is.',
      registers,
    }),
    webhookPending: new Gauge({
      name: 'orynda_webhook_pending_updates',
      help: 'Updates that Telegram has not yet brought to the webhook; asked every five minutes by the process that leads.',
      registers,
    }),
    webhookErrorAt: new Gauge({
      name: 'orynda_webhook_last_error_timestamp_seconds',
      help: 'When Telegram last failed to bring an update to the webhook, in seconds since 1970; 0: never.',
      registers,
    }),
    webhookElsewhere: new Gauge({
      name: 'orynda_webhook_elsewhere',
      help: '1 while Telegram brings updates to another address than WEBHOOK_URL, or to none.',
      registers,
    }),
    heard: new Gauge({
      name: 'orynda_telegram_silence_seconds',
      help: 'Seconds since Telegram last answered the question for updates.',
      registers,
    }),
  };
}
