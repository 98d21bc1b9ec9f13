// Bytes of documents on disk: DATA_DIR/files, each under the digest of its content, so that nothing is kept twice.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** SHA-256 of the bytes, in hex. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes the bytes whole or not at all; returns their digest. A file that is there already is left alone. */
export async function keepFile(dataDir: string, bytes: Uint8Array): Promise<string> {
  const digest = digestOf(bytes);
  const folder = join(dataDir, 'files');
  const path = join(folder, digest);
  const there = await stat(path).catch(() => null);
  if (there?.size === bytes.length) return digest;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = `${path}.${randomUUID()}`;
  await writeFile(half, bytes, { mode: 0o600 });
  await rename(half, path);
  return digest;
}

/** Where the bytes of a digest lie, for streaming; null when they are not there. */
export async function keptPath(dataDir: string, digest: string): Promise<string | null> {
  const path = join(dataDir, 'files', digest);
  return (await stat(path).catch(() => null)) && path;
}

/** The bytes kept under a digest; null when they are not there, or are not those any more. */
export async function keptFile(dataDir: string, digest: string): Promise<Uint8Array | null> {
  const bytes = await readFile(join(dataDir, 'files', digest)).catch(() => null);
  return bytes && digestOf(bytes) === digest ? bytes : null;
}
