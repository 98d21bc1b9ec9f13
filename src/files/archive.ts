// The zip under DOCX and XLSX: its wanted entries, never more than a bound, whatever the archive claims about itself.
import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { FileRefusal } from './refusal.ts';

/** Bytes that all entries together may unpack to. */
const maxUnpacked = 100 * 1024 * 1024;
const maxEntries = 5_000;
/** The archive is fed in pieces, so that a bomb is noticed while it unpacks. */
const piece = 64 * 1024;

/**
 * Unpacks an archive and keeps the entries whose names are wanted; the others are unpacked too, to be counted, and forgotten.
 * Throws FileRefusal on macros, on more than 100 MB or 5,000 entries, and when it is broken.
 */
export function readArchive(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const kept = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  let entries = 0;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > maxEntries) throw new FileRefusal('files-bomb');
    if (/vbaProject\.bin$/i.test(file.name)) throw new FileRefusal('files-macros');
    const chunks: Uint8Array[] = [];
    if (wanted(file.name)) kept.set(file.name, chunks);
    unpack(file, (chunk) => {
      unpacked += chunk.length;
      if (unpacked > maxUnpacked) throw new FileRefusal('files-bomb');
      if (kept.has(file.name)) chunks.push(chunk);
    });
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  try {
    for (let at = 0; at < bytes.length; at += piece)
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal('files-broken');
  }
  if (entries === 0) throw new FileRefusal('files-broken');
  return new Map([...kept].map(([name, chunks]) => [name, joined(chunks)]));
}

function unpack(file: UnzipFile, take: (chunk: Uint8Array) => void): void {
  file.ondata = (error, chunk) => {
    if (error) throw error;
    take(chunk);
  };
  file.start();
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
