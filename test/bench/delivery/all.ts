// Group `delivery`: the sender beside its peers, on a virtual clock, and on large tables.
import type { Row } from '../row.ts';
import { peers } from './peers.ts';
import { tables } from './tables.ts';
import { virtual } from './virtual.ts';

/** One after another: each part measures ratios within itself. */
export async function delivery(): Promise<Row[]> {
  return [...(await peers()), ...(await virtual()), ...(await tables())];
}
