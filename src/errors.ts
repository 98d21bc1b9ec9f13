// UserError: a refusal that people can read and mend. StartError: why the process cannot run, for the administrator. And faults that pass.
import type { TextArgs } from './texts.ts';

/** A refusal shown to the person: `key` names a text in src/texts, `args` fill it. Errors of any other class are logged and answered with an apology. */
export class UserError extends Error {
  readonly key: string;
  readonly args: TextArgs;

  constructor(key: string, args: TextArgs = {}) {
    super(key);
    this.name = 'UserError';
    this.key = key;
    this.args = args;
  }
}

/** Why the process cannot start or go on, in words an administrator can act on; printed without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}

const signsOfDatabase =
  /P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|Connection terminated|57P0[123]|(?:^|`)08(?:000|001|003|004|006|P01)\b|cannot connect|timeout exceeded when trying to connect|is not queryable|EPIPE|Can't reach database|terminating connection|database system is|Server has closed the connection|not (?:currently )?accepting connections/i;

/** PostgreSQL is restarting or unreachable: not a fault of who asked it, who had better ask again. */
export function isDatabaseGone(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return signsOfDatabase.test(`${String(code)} ${String(message)}`);
}
