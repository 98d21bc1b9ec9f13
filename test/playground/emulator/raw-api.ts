// Raw calls of the Bot API for the emulator's own tests: no library between test and server.
import type { Emulator } from '../../../src/playground/emulator/emulator.ts';

export interface RawAnswer {
  status: number;
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: Record<string, number>;
}

/** Makes one call with a JSON body. */
export async function call(
  emulator: Emulator,
  method: string,
  params: object = {},
  token = emulator.token,
): Promise<RawAnswer> {
  const answer = await fetch(`${emulator.url}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return { status: answer.status, ...((await answer.json()) as Omit<RawAnswer, 'status'>) };
}

/** The error text of a call that must fail; fails itself when the call succeeds. */
export async function errorOf(emulator: Emulator, method: string, params: object = {}): Promise<string> {
  const answer = await call(emulator, method, params);
  if (answer.ok) throw new Error(`${method} succeeded: ${JSON.stringify(answer.result)}`);
  return `${answer.error_code ?? 0} ${answer.description ?? ''}`;
}

/** The result of a call that must succeed. */
export async function resultOf<Result>(emulator: Emulator, method: string, params: object = {}): Promise<Result> {
  const answer = await call(emulator, method, params);
  if (!answer.ok) throw new Error(`${method}: ${answer.description ?? ''}`);
  return answer.result as Result;
}
