// Group `delivery`: the sender beside its peers, on a virtual clock, on large tables, and the way of a press.
import type { Row } from '../row.ts';
import { peers } from './peers.ts';
import { presses } from './presses.ts';
import { processes } from './processes.ts';
import { tables } from './tables.ts';
import { virtual } from './virtual.ts';

/** Parts that can be measured by themselves: `--only delivery.presses`. */
export const parts: Record<string, () => Promise<Row[]>> = { peers, virtual, tables, presses, processes };

/** One after another: each part measures ratios within itself. */
export async function delivery(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const part of Object.values(parts)) rows.push(...(await part()));
  return rows;
}
