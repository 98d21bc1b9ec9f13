// UserError: a refusal that people can read and mend. StartError: why the process cannot run, for the administrator.
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
