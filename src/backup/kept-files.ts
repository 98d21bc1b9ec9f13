// The kept files of a backup, back into DATA_DIR/files: each whole or not at all, those that are there already left alone.
import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../errors.ts';
import { fileMember } from './manifest.ts';
import type { Backup } from './read-archive.ts';

/** Writes the files. A file that was damaged when the backup was made is counted and left out. */
export async function restoreFiles(dataDir: string, backup: Backup): Promise<{ files: number; damaged: number }> {
  const folder = join(dataDir, 'files');
  const figures = { files: 0, damaged: 0 };
  for (const { name, size, sha256 } of backup.manifest.members) {
    const digest = fileMember.exec(name)?.[1];
    if (digest === undefined) continue;
    if (digest !== sha256) {
      figures.damaged += 1;
      continue;
    }
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, digest);
    const there = await stat(path).catch(() => null);
    if (there?.size !== size) await write(path, digest, backup.bytes(name));
    figures.files += 1;
  }
  return figures;
}

async function write(path: string, digest: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const half = `${path}.restored`;
  const hash = createHash('sha256');
  try {
    const file = await open(half, 'w', 0o600);
    try {
      for await (const piece of bytes) {
        hash.update(piece);
        await file.writeFile(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    if (hash.digest('hex') !== digest) throw new StartError('The backup changed while it was read.');
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw error;
  }
}
