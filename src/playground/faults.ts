// "Make Telegram fail": orders of the page for the next messages of the bot.
import type { FaultOrder } from './emulator/faults.ts';
import type { World } from './emulator/world.ts';
import type { Fault } from './protocol.ts';

const orders: Record<Fault['kind'], Omit<FaultOrder, 'method'>> = {
  '429': { retryAfter: 3 },
  '403': { code: 403, description: 'bot was blocked by the user' },
  '500': { code: 500 },
  lost: { afterApply: true, reset: true },
};

/** The next messages that the bot sends fail in this way. */
export function orderFault(world: World, { kind, times }: Fault): void {
  world.faults.push({ order: { method: 'send*', times, ...orders[kind] }, left: times });
}

/** What is still going to fail. */
export function openFaults(world: World): Fault[] {
  return world.faults.map(({ order, left }) => ({ kind: kindOf(order), times: left }));
}

function kindOf(order: FaultOrder): Fault['kind'] {
  if (order.afterApply) return 'lost';
  if (order.retryAfter !== undefined) return '429';
  return order.code === 403 ? '403' : '500';
}
