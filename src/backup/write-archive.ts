// Writes a backup: beside its place, whole or not at all, readable by its owner only.
import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartError } from '../errors.ts';
import { blockSize, tarHeader, tarPadding } from './tar.ts';
import { type Manifest, manifestName, type Member, sealName } from './manifest.ts';

/** Bytes read from a kept file at once. */
const pieceSize = 1 << 20;

export type Archive = {
  members: Member[];
  /** Adds a member from memory. */
  add: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Adds a file of the disk and gives its digest; null when it is not there any more. */
  addFile: (name: string, path: string) => Promise<string | null>;
};

export type Sink = Pick<FileHandle, 'write' | 'sync' | 'close'>;
export type OpenSink = (path: string) => Promise<Sink>;

const openPrivate: OpenSink = (path) => open(path, 'w', 0o600);

/**
 * Creates the file with what `fill` adds, sealed by the manifest it returns. On any fault nothing is left behind.
 * Throws StartError when the disk is full, or the file exists or cannot be written.
 */
export async function writeArchive(
  path: string,
  fill: (archive: Archive) => Promise<Omit<Manifest, 'members'>>,
  openSink: OpenSink = openPrivate,
): Promise<number> {
  const part = `${path}.part`;
  let sink: Sink | undefined;
  try {
    await refuseExisting(path);
    await rm(part, { force: true });
    sink = await openSink(part);
    const writer = archiveOn(sink);
    const manifest = await fill(writer.archive);
    await writer.seal(manifest);
    await sink.sync();
    await sink.close();
    sink = undefined;
    await rename(part, path);
    await syncFolder(dirname(path));
    return writer.written();
  } catch (error) {
    await sink?.close().catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
    throw inWords(error, path);
  }
}

function archiveOn(sink: Sink) {
  const members: Member[] = [];
  let written = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    for (let done = 0; done < bytes.length;) done += (await sink.write(bytes, done, bytes.length - done)).bytesWritten;
    written += bytes.length;
  };
  const add = async (name: string, bytes: Uint8Array): Promise<void> => {
    await put(tarHeader(name, bytes.length));
    await put(bytes);
    await put(tarPadding(bytes.length));
    members.push({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  };
  const seal = async (manifest: Omit<Manifest, 'members'>): Promise<void> => {
    const bytes = Buffer.from(JSON.stringify({ ...manifest, members: [...members] }));
    await add(manifestName, bytes);
    await add(sealName, Buffer.from(`${members.at(-1)?.sha256 ?? ''}  ${manifestName}\n`));
    await put(Buffer.alloc(2 * blockSize));
  };
  const addFile = async (name: string, path: string): Promise<string | null> => {
    const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (!file) return null;
    try {
      const { size } = await file.stat();
      await put(tarHeader(name, size));
      const sha256 = await copyBytes(file, size, put);
      await put(tarPadding(size));
      members.push({ name, size, sha256 });
      return sha256;
    } finally {
      await file.close();
    }
  };
  return { archive: { members, add, addFile }, seal, written: () => written };
}

/** Copies so many bytes of an open file and returns their digest. Throws when it has become shorter meanwhile. */
async function copyBytes(file: FileHandle, size: number, put: (bytes: Uint8Array) => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(Math.min(size, pieceSize) || 1);
  for (let left = size; left > 0;) {
    const { bytesRead } = await file.read(piece, 0, Math.min(left, piece.length));
    if (bytesRead === 0) throw new Error('a kept file became shorter while it was read');
    const bytes = piece.subarray(0, bytesRead);
    hash.update(bytes);
    await put(bytes);
    left -= bytesRead;
  }
  return hash.digest('hex');
}

async function refuseExisting(path: string): Promise<void> {
  const there = await open(path, 'r').catch(() => null);
  if (!there) return;
  await there.close();
  throw new StartError(`${path} exists already: give the backup another name.`);
}

/** After a loss of power the name is there as well as the bytes. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().catch(() => undefined);
  await folder.close();
}

function inWords(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new StartError(`The disk is full: there is no room for ${path}. Nothing was left behind.`, { cause: error });
  if (['ENOENT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR'].includes(code))
    return new StartError(`${path} cannot be written: ${(error as Error).message}.`, { cause: error });
  return error;
}
