// Settings from the environment, checked by zod, all faults at once. The only reader of process.env.
import { z } from 'zod';
import { locales } from './texts.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** One sentence, type and default for every setting; README's table is checked against this. */
export const settings = {
  BOT_TOKEN: z
    .string({ error: 'is missing: ask @BotFather in Telegram for a token' })
    .regex(/^\d+:[\w-]+$/, 'does not look like a token of @BotFather, for example 123456:ABC-def')
    .describe('Token of the bot, from @BotFather. Without it and without DATABASE_URL the playground starts.'),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://api.telegram.org')
    .describe('Bot API server; another one only for a local Bot API server or tests.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgresql://' })
    .optional()
    .describe('PostgreSQL 14 or newer. Empty: a PostgreSQL of its own is kept in DATA_DIR.'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder of the embedded database and of stored files.'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is not an IANA time zone, for example Asia/Almaty')
    .default('Asia/Almaty')
    .describe('Time zone of due dates, reminders and digests.'),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Address at which Telegram reaches this bot, ending in a path of its own. Empty: the bot asks for updates itself.',
    ),
  DEFAULT_LANGUAGE: z
    .enum(locales)
    .default('kk')
    .describe('Language of people and groups that have not chosen: kk, ru or en.'),
  LOG_LEVEL: z.enum(logLevels).default('info').describe('fatal, error, warn, info, debug, trace or silent.'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port of /healthz, /readyz and /metrics, or of the page of the playground.'),
  ISSUE_UNDO_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(600)
    .default(60)
    .describe('How long the issuer can undo before an issued task leaves, in seconds; 0 sends at once.'),
  REPORT_UNDO_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3600)
    .default(600)
    .describe('How long a report can be taken back before the controller is told, in seconds; 0 tells at once.'),
  SENDS_PER_SECOND: z.coerce
    .number()
    .min(0.1)
    .max(1000)
    .default(28.85)
    .describe(
      'Messages a second in all. Telegram allows 30; more only with its paid broadcasts or a server of your own.',
    ),
  SENDS_PER_SECOND_IN_CHAT: z.coerce
    .number()
    .min(0.1)
    .max(1000)
    .default(1)
    .describe('Messages a second in one chat on average, three at once at most. Telegram allows 1.'),
  SENDS_PER_MINUTE_IN_GROUP: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(19)
    .describe('Messages a minute in one group, edits included. Telegram allows 20.'),
  OUTBOX_KEEP_DAYS: z.coerce
    .number()
    .int()
    .min(35)
    .max(36_500)
    .default(730)
    .describe(
      'How long a finished message is kept for /delivery, in days; what reminders and cards refer to stays longer.',
    ),
  FLOOD_UPDATES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(30)
    .describe(
      'More messages and presses of one sender within FLOOD_SECONDS are a flood: told once, then passed over; 0 damps nobody.',
    ),
  FLOOD_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(10)
    .describe('The time in which FLOOD_UPDATES are counted.'),
  FLOOD_PAUSE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(60)
    .describe('How long the sender of a flood is passed over, in seconds.'),
};

const schema = z.object(settings).transform((env) => ({
  botToken: env.BOT_TOKEN,
  telegramApiRoot: env.TELEGRAM_API_ROOT,
  databaseUrl: env.DATABASE_URL,
  dataDir: env.DATA_DIR,
  timeZone: env.TIME_ZONE,
  webhookUrl: env.WEBHOOK_URL,
  defaultLanguage: env.DEFAULT_LANGUAGE,
  logLevel: env.LOG_LEVEL,
  port: env.PORT,
  issueUndoSeconds: env.ISSUE_UNDO_SECONDS,
  reportUndoSeconds: env.REPORT_UNDO_SECONDS,
  sendsPerSecond: env.SENDS_PER_SECOND,
  sendsPerSecondInChat: env.SENDS_PER_SECOND_IN_CHAT,
  sendsPerMinuteInGroup: env.SENDS_PER_MINUTE_IN_GROUP,
  outboxKeepDays: env.OUTBOX_KEEP_DAYS,
  floodUpdates: env.FLOOD_UPDATES,
  floodSeconds: env.FLOOD_SECONDS,
  floodPauseSeconds: env.FLOOD_PAUSE_SECONDS,
}));

export type Config = z.output<typeof schema>;

/** The settings that say where everything is kept. */
export type StorageConfig = Pick<Config, 'databaseUrl' | 'dataDir'>;

/** All faults of the settings, one line each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the settings; empty values count as absent. Throws ConfigError naming every fault at once. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new ConfigError(lines.join('\n'));
}

/** The same for commands that only need to know where everything is kept: a token is not asked for. */
export function readStorageConfig(env: Record<string, string | undefined> = process.env): StorageConfig {
  return readConfig({ BOT_TOKEN: '0:none', DATABASE_URL: env['DATABASE_URL'], DATA_DIR: env['DATA_DIR'] });
}

/** What the playground puts in the place of what a real installation needs; the undo time is short, because visitors wait for it. */
const inPlayground = {
  BOT_TOKEN: '1000000001:playground',
  ISSUE_UNDO_SECONDS: '5',
  REPORT_UNDO_SECONDS: '0',
  // Its people act as quickly as a visitor presses for them.
  FLOOD_UPDATES: '0',
  LOG_LEVEL: 'warn',
};

/**
 * The settings of the playground, null when this is a real installation: one with a token, with a database of its own
 * or in production. Throws ConfigError naming every fault at once.
 */
export function readPlaygroundConfig(env: Record<string, string | undefined> = process.env): Config | null {
  const has = (name: string): boolean => (env[name] ?? '').trim() !== '';
  if (has('BOT_TOKEN') || has('DATABASE_URL') || env['NODE_ENV'] === 'production') return null;
  const given = Object.fromEntries(Object.entries(env).filter(([name]) => has(name)));
  return readConfig({ ...inPlayground, ...given });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
