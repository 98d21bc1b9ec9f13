// One call of the Bot API from its raw parameters to Telegram's answer: faults, specification, method, violations.
import { namedChat } from './access.ts';
import { takeFault } from './faults.ts';
import type { FaultOrder } from './faults.ts';
import { withFiles } from './form.ts';
import type { Form } from './form.ts';
import { chatMethods } from './methods-chats.ts';
import { commandMethods } from './methods-commands.ts';
import { editMethods } from './methods-edit.ts';
import { inlineMethods } from './methods-inline.ts';
import { sendMethods } from './methods-send.ts';
import { topicMethods } from './methods-topics.ts';
import { updateMethods } from './methods-updates.ts';
import type { Params } from './params.ts';
import { Refusal } from './refusal.ts';
import { coerce, isKnownMethod, specFaults } from './spec.ts';
import { reviewRefusal } from './violations.ts';
import type { Call, World } from './world.ts';

/** What goes back over HTTP, JSON or the page of a proxy; 'reset' cuts the connection, 'silent' never answers. */
export type Answer = { status: number; body: Record<string, unknown> | string } | 'reset' | 'silent';

type Method = (world: World, params: Params, signal: AbortSignal) => unknown;

const methods: Record<string, Method> = {
  ...updateMethods,
  ...sendMethods,
  ...editMethods,
  ...chatMethods,
  ...topicMethods,
  ...commandMethods,
  ...inlineMethods,
};

/** The names of all emulated methods. */
export const emulatedMethods: readonly string[] = Object.keys(methods);

/** Answers one call; never rejects. `signal` is aborted when the caller hangs up. */
export async function answerCall(world: World, method: string, form: Form, signal: AbortSignal): Promise<Answer> {
  const params = withFiles(coerce(method, form.fields), form.files);
  const call = { method, params, at: world.now() };
  if (method !== 'getUpdates') world.calls.push(call);
  const fault = takeFault(world.faults, method, params['chat_id']);
  const answer = await answerOrFail(world, call, fault, signal);
  const chat = world.observer && namedChat(world, params);
  if (chat) world.observer?.changed(chat);
  if (method !== 'getUpdates') world.observer?.answered(call, answer, fault !== undefined);
  return answer;
}

async function answerOrFail(
  world: World,
  { method, params }: Call,
  fault: FaultOrder | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  if (fault && !fault.afterApply) {
    noteAttempt(world, method, params);
    return faultAnswer(fault);
  }
  const answer = await run(world, method, params, signal);
  return fault ? faultAnswer(fault) : answer;
}

async function run(world: World, method: string, params: Params, signal: AbortSignal): Promise<Answer> {
  try {
    const handler = findMethod(world, method);
    for (const fault of specFaults(method, params)) world.complain(fault);
    const result = await handler(world, params, signal);
    return { status: 200, body: { ok: true, result } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    reviewRefusal(world, method, error, namedChat(world, params));
    return refusalAnswer(error);
  }
}

function findMethod(world: World, method: string): Method {
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (handler) return handler;
  if (isKnownMethod(method)) {
    world.complain(`${method}: not emulated`);
    throw new Refusal(501, `method ${method} is not emulated`);
  }
  world.complain(`${method}: method not found`);
  throw new Refusal(404, 'method not found');
}

/** The HTTP form of a refusal. */
export function refusalAnswer(refusal: Refusal): Answer {
  const { code, message, parameters } = refusal;
  return {
    status: code,
    body: { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) },
  };
}

function faultAnswer(fault: FaultOrder): Answer {
  if (fault.reset) return 'reset';
  if (fault.silent) return 'silent';
  const code = fault.code ?? (fault.retryAfter === undefined ? 500 : 429);
  if (code === 502 || code === 504) return { status: code, body: `<html><body>${code} nginx</body></html>` };
  const usual = fault.retryAfter === undefined ? '' : `retry after ${fault.retryAfter}`;
  const parameters = {
    ...(fault.retryAfter === undefined ? {} : { retry_after: fault.retryAfter }),
    ...(fault.migrateTo === undefined ? {} : { migrate_to_chat_id: fault.migrateTo }),
  };
  const text = fault.description ?? usual;
  return refusalAnswer(new Refusal(code, text, Object.keys(parameters).length > 0 ? parameters : undefined));
}

// A failed attempt to answer a pressed button is an attempt: the bot did its part.
function noteAttempt(world: World, method: string, params: Params): void {
  if (method !== 'answerCallbackQuery') return;
  const callback = world.callbacks.get(String(params['callback_query_id'] as string));
  if (callback) callback.attempts += 1;
}
