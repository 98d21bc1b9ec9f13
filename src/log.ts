// The log: JSON lines without secrets. Errors of the network carry the address they called, and the address of every call holds the token.
import { inspect } from 'node:util';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import type { Config } from './config.ts';
import { webhookSecret } from './telegram/webhook-secret.ts';

/** A shorter password could be a part of any word. */
const shortestSecret = 6;

/** The log of the process; `stream` is given by tests only. */
export function openLog(config: Config, stream?: DestinationStream): Logger {
  const options = {
    level: config.logLevel,
    serializers: { err: brief },
    // On the finished line: secrets hide in messages, stacks, causes and properties of errors alike.
    hooks: { streamWrite: (line: string) => withoutSecrets(line, config) },
  };
  return stream ? pino(options, stream) : pino(options);
}

/**
 * An error as pino tells it, without the whole connection that the pool hangs on it, and without what a refused call would have said:
 * words of people and, where the webhook was being set, its secret.
 */
function brief(error: Error): unknown {
  const told = stdSerializers.err(error);
  return typeof told === 'object' && told !== null ? { ...told, client: undefined, payload: undefined } : told;
}

type Secretive = Pick<Config, 'botToken' | 'databaseUrl'>;

const known = new WeakMap<Secretive, string[]>();

/** Token, webhook's word and database password, as they are and as an address or a line of JSON spells them. */
function secretsOf(config: Secretive): string[] {
  const { botToken, databaseUrl } = config;
  const password = databaseUrl ? new URL(databaseUrl).password : '';
  const token = botToken === '' ? [] : [botToken, encodeURIComponent(botToken), webhookSecret(botToken)];
  const plain = [...token, password, safelyDecoded(password)].filter(({ length }) => length >= shortestSecret);
  return [...new Set(plain.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]))];
}

/** The text with everything secret replaced. */
export function withoutSecrets(text: string, config: Secretive): string {
  const secrets = known.get(config) ?? secretsOf(config);
  known.set(config, secrets);
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text);
}

/** An error with all its causes as text, without secrets. */
export function describeError(error: unknown, config: Secretive): string {
  return withoutSecrets(inspect(error), config);
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
