// A stop in order is no death: what is in hand then while the database is away is told to the next start by a file.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Company } from './kept-updates.ts';

/** A database that has not answered after so many milliseconds counts as away; a stop has little time. */
const patience = 1_000;
/** Each process has a file of its own: replicas may share the folder. */
const fileName = /^stopped-[\w-]+\.json$/;

/** An update and the deaths that had been counted before the try that was stopped. */
type Denied = { id: string; before: number };

/**
 * The last word of a stop. While the database is away, every death counted beforehand is taken back by a file in DATA_DIR; while it
 * answers, only those of tries that had failed with it: an update that hangs keeps its count, else it would hold up its chat for ever.
 */
export async function denyDeaths(app: App, company: Company): Promise<void> {
  const inHand = [...company.counted].map(([id, { before, failed }]) => ({ id: String(id), before, failed }));
  if (inHand.length === 0) return;
  const answered = takeBack(
    app,
    inHand.filter(({ failed }) => failed),
  ).then(
    () => true,
    () => false,
  );
  if (await Promise.race([answered, sleep(patience, false, { ref: false })])) return;
  const { dataDir } = app.config;
  const denied: Denied[] = inHand.map(({ id, before }) => ({ id, before }));
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
    .then(() => writeFile(join(dataDir, `stopped-${randomUUID()}.json`), JSON.stringify(denied), { mode: 0o600 }))
    .catch((error: unknown) => app.log.warn({ err: error }, 'telegram.deaths-not-denied'));
}

/** At a start, before anything is handled: takes back what earlier processes could not. A file that cannot be read is let go. */
export async function recallDenials(app: App): Promise<void> {
  const { dataDir } = app.config;
  const names = await readdir(dataDir).catch(() => []);
  for (const path of names.filter((name) => fileName.test(name)).map((name) => join(dataDir, name))) {
    const denied = await readFile(path, 'utf8')
      .then((text) => JSON.parse(text) as Denied[])
      .catch((error: unknown) => app.log.warn({ err: error }, 'telegram.denials-not-read'));
    if (denied) await takeBack(app, denied);
    await rm(path, { force: true });
  }
}

/** Twice does the same as once. */
async function takeBack(app: App, denied: Denied[]): Promise<void> {
  const rows = JSON.stringify(denied);
  await app.db.$executeRaw`
    UPDATE incoming_update u SET attempts = u.attempts - 1 FROM jsonb_to_recordset(${rows}::jsonb) AS d (id int8, before int4)
    WHERE u.update_id = d.id AND u.attempts > d.before`;
}
