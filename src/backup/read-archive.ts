// Reads a backup: first checks all of it, then hands out its members. Whatever is not as it was written is refused.
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { StartError } from '../errors.ts';
import {
  fileMember,
  firstName,
  firstSchema,
  format,
  type Manifest,
  manifestName,
  manifestSchema,
  sealName,
  tableMember,
} from './manifest.ts';
import { blockSize, readTarHeader, tarPadding } from './tar.ts';

const pieceSize = 1 << 20;
/** The manifest names every member: a hundred bytes for each of a million files. */
const largestManifest = 256 << 20;

type Place = { name: string; size: number; offset: number; sha256: string };

export type Backup = {
  manifest: Manifest;
  /** The bytes of a member, piece by piece; a piece is valid until the next is asked for. */
  bytes: (name: string) => AsyncIterable<Buffer>;
  close: () => Promise<void>;
};

/** Opens a backup and checks every byte of it. Throws StartError when it is foreign, cut, damaged or newer than this program. */
export async function openBackup(path: string): Promise<Backup> {
  const file = await open(path, 'r').catch((error: Error) => {
    throw new StartError(`${path} cannot be read: ${error.message}.`, { cause: error });
  });
  try {
    const places = await checkMembers(file, path);
    const manifest = await checkManifest(file, path, places);
    const bytes = (name: string): AsyncIterable<Buffer> => {
      const place = places.get(name);
      if (!place) throw damaged(path, name);
      return pieces(file, place);
    };
    return { manifest, bytes, close: () => file.close() };
  } catch (error) {
    await file.close();
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') throw foreign(path);
    throw error;
  }
}

/** Walks through the file once: place and digest of every member. */
async function checkMembers(file: FileHandle, path: string): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  const { size: length } = await file.stat();
  for (let at = 0; ;) {
    const block = await readAt(file, at, blockSize);
    const header = readTarHeader(block);
    if (at === 0 && (header === null || header === 'end' || header.name !== firstName)) throw foreign(path);
    if (block.length < blockSize) throw cut(path);
    if (header === null) throw damaged(path, `the member behind ${[...places.keys()].at(-1) ?? ''}`);
    if (header === 'end') {
      await checkEnd(file, path, at, length, places);
      return places;
    }
    const { name, size } = header;
    if (!isKnown(name) || places.has(name)) throw damaged(path, name);
    const offset = at + blockSize;
    const padding = tarPadding(size);
    if (offset + size + padding.length > length) throw cut(path);
    if (name === firstName) await checkFirst(file, path, { offset, size });
    places.set(name, { name, size, offset, sha256: await digestOf(file, { offset, size }) });
    if (!(await readAt(file, offset + size, padding.length)).equals(padding)) throw damaged(path, name);
    at = offset + size + padding.length;
  }
}

/** A newer form is told before anything else of it is judged. */
async function checkFirst(file: FileHandle, path: string, place: { offset: number; size: number }): Promise<void> {
  const first = firstSchema.safeParse(parsed(await readAt(file, place.offset, Math.min(place.size, pieceSize))));
  if (!first.success) throw foreign(path);
  if (first.data.format > format)
    throw new StartError(`${path} was made by a newer version (${first.data.program}): update this one first.`);
}

/** Two zero blocks and nothing else. */
async function checkEnd(
  file: FileHandle,
  path: string,
  at: number,
  length: number,
  places: Map<string, Place>,
): Promise<void> {
  if (!places.has(sealName)) throw cut(path);
  const rest = await readAt(file, at, 2 * blockSize);
  if (rest.length < 2 * blockSize) throw cut(path);
  if (length !== at + 2 * blockSize || rest.some((byte) => byte !== 0)) throw damaged(path, 'its end');
}

async function checkManifest(file: FileHandle, path: string, places: Map<string, Place>): Promise<Manifest> {
  const [place, seal] = [places.get(manifestName), places.get(sealName)];
  if (!place || !seal || place.size > largestManifest) throw damaged(path, manifestName);
  const sealed = (await readAt(file, seal.offset, seal.size)).toString('latin1');
  if (sealed !== `${place.sha256}  ${manifestName}\n`) throw damaged(path, manifestName);
  const read = manifestSchema.safeParse(parsed(await readAt(file, place.offset, place.size)));
  if (!read.success) throw damaged(path, manifestName);
  const manifest = read.data;
  const named = new Map(manifest.members.map((member) => [member.name, member]));
  for (const { name, size, sha256 } of places.values()) {
    if (name === manifestName || name === sealName) continue;
    const member = named.get(name);
    if (!member || member.size !== size || member.sha256 !== sha256) throw damaged(path, name);
  }
  const missing = manifest.members.find(({ name }) => !places.has(name));
  if (missing) throw damaged(path, missing.name);
  return manifest;
}

function isKnown(name: string): boolean {
  return [firstName, manifestName, sealName].includes(name) || tableMember.test(name) || fileMember.test(name);
}

async function digestOf(file: FileHandle, place: { offset: number; size: number }): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces(file, place)) hash.update(piece);
  return hash.digest('hex');
}

async function* pieces(file: FileHandle, { offset, size }: { offset: number; size: number }): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafe(Math.min(size, pieceSize) || 1);
  for (let done = 0; done < size;) {
    const { bytesRead } = await file.read(piece, 0, Math.min(piece.length, size - done), offset + done);
    if (bytesRead === 0) throw new StartError('The backup became shorter while it was read.');
    done += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}

async function readAt(file: FileHandle, offset: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size);
  let done = 0;
  while (done < size) {
    const { bytesRead } = await file.read(bytes, done, size - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function foreign(path: string): StartError {
  return new StartError(`${path} is not a backup of Orynda. Nothing was changed.`);
}

function cut(path: string): StartError {
  return new StartError(
    `${path} is incomplete: it ends in the middle. Copy it again from where it was made. Nothing was changed.`,
  );
}

function damaged(path: string, what: string): StartError {
  return new StartError(`${path} is damaged: ${what} is not as it was written. Nothing was changed.`);
}
