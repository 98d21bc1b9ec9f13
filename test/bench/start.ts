// Cold start: from spawn to the first handled update on a data directory that exists, against node and the bot's imports alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './delivery/ground.ts';
import { importsAlone, startBot, stopProcess } from './processes.ts';
import type { Row } from './row.ts';
import { Stub, textUpdate } from './stub.ts';
import { seed } from './town.ts';

/** From spawn to the first answer, on a data directory that exists, against node and the imports alone. */
export async function start(): Promise<Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'orynda-bench-'));
  await seed(dataDir, 1);
  const times = { ours: [] as number[], imports: [] as number[] };
  for (let run = 0; run < 5; run++) {
    const stub = await new Stub().listen();
    const began = performance.now();
    const bot = startBot(stub.url, dataDir);
    await stub.deliver(textUpdate('/start'), /^sendMessage$/);
    times.ours.push(performance.now() - began);
    await stopProcess(bot);
    await stub.close();
    times.imports.push(await importsAlone());
  }
  rmSync(dataDir, { recursive: true, force: true });
  const [value, reference] = [median(times.ours), median(times.imports)];
  const ratio = value / reference;
  return [
    {
      group: 'start',
      name: 'start to first answer / node and imports',
      value,
      reference,
      ratio,
      goal: '<= 1.6',
      unit: 'ms',
      pass: ratio <= 1.6,
    },
  ];
}
