// The error answer of the Bot API: code, Telegram's own description, parameters.

const prefixes: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

export interface RefusalParameters {
  retry_after?: number;
  migrate_to_chat_id?: number;
}

/** Thrown by a method that Telegram would refuse; becomes `{ ok: false, error_code, description, parameters }`. */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;

  /** `text` without prefix; its first letter is lower-cased as the official server does it. An empty text leaves the bare prefix. */
  constructor(code: number, text: string, parameters?: RefusalParameters) {
    super(describe(code, text));
    this.code = code;
    this.parameters = parameters;
  }
}

/** A 400 with the given text. */
export function badRequest(text: string, parameters?: RefusalParameters): Refusal {
  return new Refusal(400, text, parameters);
}

/** A 403 with the given text. */
export function forbidden(text: string): Refusal {
  return new Refusal(403, text);
}

/** Prefix and text as the official server joins them: the first letter is lower-cased unless the second is upper-case or `_`. */
export function describe(code: number, text: string): string {
  const prefix = prefixes[code] ?? 'Error';
  if (text === '') return prefix;
  if (text.startsWith(prefix)) return text;
  const second = text.charAt(1);
  const keepsCase = second === '_' || /[A-Z]/.test(second);
  return `${prefix}: ${keepsCase ? text : text.charAt(0).toLowerCase() + text.slice(1)}`;
}
