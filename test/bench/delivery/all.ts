// Group `delivery`: the sender beside its peers, on a virtual clock, on large tables, whole processes, and the way of a press.
import type { Row } from '../row.ts';
import { start } from '../start.ts';
import { drain, latency } from './peers.ts';
import { presses } from './presses.ts';
import { memory, takeover } from './processes.ts';
import { insert, scan, tick } from './tables.ts';
import { broadcast, digest, hot, restart } from './virtual.ts';

/** Parts that can be measured by themselves: `--only delivery.drain`. Those of `calm` mean nothing on a busy machine. */
const calm = { drain, latency, presses, memory, takeover, start, scan, tick, insert };
const onVirtualClock = { broadcast, digest, hot, restart };
export const parts: Record<string, () => Promise<Row[]>> = { ...calm, ...onVirtualClock };

/** One after another: each part measures ratios within itself. */
export async function delivery(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const part of Object.values(parts)) rows.push(...(await part()));
  return rows;
}
