// npm run migration -- <name>: writes the next migration from schema.prisma. npm run drift: exit code 2 when one is missing.
// Works on an embedded server of its own in a temporary folder; needs the compiled supervisor (npm run build).
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../dist/postgres/embedded.js';
import { missingSql } from './engine.mjs';

const folder = new URL('migrations/', import.meta.url);

async function withServer(work) {
  const dataDir = await mkdtemp(join(tmpdir(), 'orynda-migration-'));
  const quiet = { info: () => undefined, warn: () => undefined };
  const server = await startEmbedded({ dataDir, log: quiet, durable: false });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function writeMigration(name, sql) {
  const now = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const last =
    (await readdir(folder))
      .filter((entry) => /^\d{14}_/.test(entry))
      .sort()
      .at(-1) ?? '';
  // After the last one even where the clock is wrong: the order of the folders is the order of applying.
  const stamp = now > last ? now : String(BigInt(last.slice(0, 14)) + 1n);
  const target = new URL(`${stamp}_${name}/`, folder);
  await mkdir(target);
  await writeFile(new URL('migration.sql', target), sql);
  console.log(`Wrote ${new URL('migration.sql', target).pathname}: read it, and add by hand what only SQL can say.`);
}

const [command, name = ''] = process.argv.slice(2);
if (command === 'drift') {
  const sql = await withServer(missingSql);
  if (sql) console.error(`schema.prisma and the migrations disagree; run: npm run migration -- <name>\n\n${sql}`);
  process.exitCode = sql ? 2 : 0;
} else if (command === 'new' && /^[a-z][a-z0-9_]*$/.test(name)) {
  const sql = await withServer(missingSql);
  if (sql) await writeMigration(name, sql);
  else console.log('schema.prisma and the migrations agree: nothing to write.');
} else {
  console.error('Usage: npm run migration -- <name in lower_case> | npm run drift');
  process.exitCode = 1;
}
