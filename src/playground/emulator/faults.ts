// Faults on order: the next calls of a method fail as told, before or after they took effect.
export interface FaultOrder {
  /** Method name, 'send*' for all that send messages, or '*' for every method but getUpdates. */
  method: string;
  /** HTTP and error code; 500 unless told. */
  code?: number;
  /** Telegram's description, with or without its prefix. */
  description?: string;
  /** Seconds; makes the answer a 429 unless a code is given. */
  retryAfter?: number;
  /** New id of a migrated group. */
  migrateTo?: number;
  /** How many calls fail; 1 unless told. */
  times?: number;
  /** The call takes effect and only its answer is lost. */
  afterApply?: boolean;
  /** The connection is cut instead of an answer. */
  reset?: boolean;
  /** No answer ever comes. */
  silent?: boolean;
  /** Only calls to this chat. */
  chatId?: number;
}

export interface Fault {
  order: FaultOrder;
  left: number;
}

/** Takes the first fault that fits a call and counts it down; undefined when none fits. */
export function takeFault(faults: Fault[], method: string, chatId: unknown): FaultOrder | undefined {
  const fault = faults.find(
    ({ order, left }) =>
      left > 0 && isMeant(order.method, method) && (order.chatId === undefined || order.chatId === chatId),
  );
  if (!fault) return undefined;
  fault.left -= 1;
  if (fault.left === 0) faults.splice(faults.indexOf(fault), 1);
  return fault.order;
}

function isMeant(wanted: string, method: string): boolean {
  if (wanted === '*') return method !== 'getUpdates';
  if (wanted === 'send*') return method.startsWith('send') && method !== 'sendChatAction';
  return wanted === method;
}
