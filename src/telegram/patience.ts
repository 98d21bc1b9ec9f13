// An answer that Telegram refuses as one too many is given once more after the wait it asks for, if that is short.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Transformer } from 'grammy';

/** The longest wait, in seconds: the updates of everybody else wait as well. */
const longest = 3;

/** For the Api of an update and of a dialog; a refused call did nothing, so it is repeated without harm. The sender has its own rules. */
export const patient: Transformer = async (call, method, payload, signal) => {
  const answer = await call(method, payload, signal);
  if (answer.ok || answer.error_code !== 429) return answer;
  const seconds = answer.parameters?.retry_after ?? 1;
  if (seconds > longest) return answer;
  await sleep(seconds * 1000);
  return call(method, payload, signal);
};
