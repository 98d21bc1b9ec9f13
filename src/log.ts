// The log: JSON lines without secrets. Errors of the network carry the address they called, and the address of every call holds the token.
import { inspect } from 'node:util';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import type { Config } from './config.ts';

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

/** An error as pino tells it, without the whole connection that the pool hangs on it. */
function brief(error: Error): unknown {
  const told = stdSerializers.err(error);
  return typeof told === 'object' && told !== null ? { ...told, client: undefined } : told;
}

/** The text with token and database password replaced, as they are and as an address spells them. */
export function withoutSecrets(
  text: string,
  { botToken, databaseUrl }: Pick<Config, 'botToken' | 'databaseUrl'>,
): string {
  const password = databaseUrl ? new URL(databaseUrl).password : '';
  const secrets = [botToken, encodeURIComponent(botToken), password, safelyDecoded(password)];
  return secrets
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text);
}

/** An error with all its causes as text, without secrets. */
export function describeError(error: unknown, config: Pick<Config, 'botToken' | 'databaseUrl'>): string {
  return withoutSecrets(inspect(error), config);
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
