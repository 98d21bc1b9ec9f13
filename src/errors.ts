// UserError: a refusal that people can read and mend; anything else that is thrown is our own fault.
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
