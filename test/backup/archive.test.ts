// The file of a backup: what is cut, changed, foreign or newer is refused, a full disk leaves nothing, and any tar can open it.
import { execFileSync } from 'node:child_process';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartError } from '../../src/errors.ts';
import { firstName, type Manifest } from '../../src/backup/manifest.ts';
import { openBackup } from '../../src/backup/read-archive.ts';
import { readTarHeader, tarHeader } from '../../src/backup/tar.ts';
import { type OpenSink, writeArchive } from '../../src/backup/write-archive.ts';

let folder: string;
let file: string;
let bytes: Buffer;
const big = Buffer.alloc(70_000, 'орынды');
const digest = 'ab'.repeat(32);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orynda-archive-'));
  file = join(folder, 'whole.tar');
  await write(file);
  bytes = await readFile(file);
});
afterAll(() => rm(folder, { recursive: true }));

const about: Omit<Manifest, 'members'> = {
  format: 1,
  made: '2026-11-22T10:00:00Z',
  migrations: [{ name: '20261122000000_first', checksum: 'x' }],
  tables: [{ name: 'task', columns: ['id'], rows: 2 }],
  sequences: [],
};

function write(path: string, { format = 1, openSink }: { format?: number; openSink?: OpenSink } = {}): Promise<number> {
  const first = JSON.stringify({ format, program: '7.0.0', made: about.made });
  return writeArchive(
    path,
    async (archive) => {
      await archive.add(firstName, Buffer.from(first));
      await archive.add('tables/task/000001.copy.gz', big);
      await archive.add(`files/${digest}`, Buffer.from(''));
      return { ...about, format };
    },
    openSink,
  );
}

async function refusal(content: Buffer): Promise<string> {
  const path = join(folder, 'changed.tar');
  await writeFile(path, content);
  const error = await openBackup(path).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) return 'accepted';
  expect(error).toBeInstanceOf(StartError);
  return (error as Error).message;
}

describe('the file of a backup', () => {
  it('gives every member back as it was', async () => {
    const backup = await openBackup(file);
    const pieces: Buffer[] = [];
    for await (const piece of backup.bytes('tables/task/000001.copy.gz')) pieces.push(Buffer.from(piece));
    expect(Buffer.concat(pieces).equals(big)).toBe(true);
    expect(backup.manifest).toMatchObject(about);
    await backup.close();
  });

  it('is a tar that others can open', () => {
    const names = execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n');
    expect(names).toEqual([
      firstName,
      'tables/task/000001.copy.gz',
      `files/${digest}`,
      'manifest.json',
      'manifest.sha256',
    ]);
  });

  it('is refused wherever it is cut', async () => {
    const places = [
      0,
      1,
      511,
      512,
      600,
      1024,
      1500,
      40_000,
      bytes.length - 1600,
      bytes.length - 1024,
      bytes.length - 1,
    ];
    for (const place of places)
      expect(await refusal(bytes.subarray(0, place)), String(place)).toMatch(/is incomplete|is not a backup/);
  });

  it('is refused wherever a byte is changed', async () => {
    for (let at = 0; at < bytes.length; at += at < 2_048 || at > bytes.length - 6_000 ? 61 : 9_973) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x15;
      expect(await refusal(changed), String(at)).toMatch(/is damaged|is not a backup|is incomplete/);
    }
  });

  it('is refused with something added, twice in it or behind it', async () => {
    const end = bytes.length - 1024;
    const extra = Buffer.concat([tarHeader(`files/${'cd'.repeat(32)}`, 0)]);
    expect(await refusal(Buffer.concat([bytes.subarray(0, end), extra, bytes.subarray(end)]))).toMatch(/is damaged/);
    expect(await refusal(Buffer.concat([bytes, Buffer.from('more')]))).toMatch(/is damaged/);
    const path = Buffer.concat([tarHeader('../../etc/passwd', 0)]);
    expect(await refusal(Buffer.concat([bytes.subarray(0, end), path, bytes.subarray(end)]))).toMatch(/is damaged/);
    const link = Buffer.from(extra);
    link.write('2', 156);
    expect(readTarHeader(link)).toBeNull();
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(4_096)],
    ['a text', Buffer.from('SELECT 1;'.repeat(400))],
    ['another tar', Buffer.concat([tarHeader('etc/passwd', 0), Buffer.alloc(1024)])],
    ['a zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2_000)])],
  ])('is refused when it is %s', async (_name, content) => {
    expect(await refusal(content)).toMatch(/is not a backup of Orynda. Nothing was changed./);
  });

  it('is refused when it is newer, missing or a folder', async () => {
    const newer = join(folder, 'newer.tar');
    await write(newer, { format: 2 });
    await expect(openBackup(newer)).rejects.toThrow('made by a newer version (7.0.0): update this one first');
    await expect(openBackup(join(folder, 'no.tar'))).rejects.toThrow('cannot be read');
    await expect(openBackup(folder)).rejects.toThrow('is not a backup');
  });
});

describe('writing', () => {
  /** A disk with so much room. */
  const disk =
    (room: number): OpenSink =>
    async (path) => {
      const real = await open(path, 'w');
      let left = room;
      const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      return {
        sync: () => real.sync(),
        close: () => real.close(),
        // Like a disk, it takes what still fits.
        write: (async (piece: Uint8Array, from: number, length: number) => {
          if (left === 0) throw full;
          const taken = Math.min(left, length);
          left -= taken;
          return real.write(piece, from, taken);
        }) as unknown as Awaited<ReturnType<OpenSink>>['write'],
      };
    };

  it('onto a full disk leaves nothing behind and says so', async () => {
    const before = await readdir(folder);
    for (const room of [0, 100, 1_000, 60_000, 72_000]) {
      const path = join(folder, 'full.tar');
      await expect(write(path, { openSink: disk(room) })).rejects.toThrow(/^The disk is full: there is no room for/);
    }
    expect(await readdir(folder)).toEqual(before);
  });

  it('takes the place of what a killed backup left half done', async () => {
    const path = join(folder, 'again.tar');
    await writeFile(`${path}.part`, 'half', { mode: 0o644 });
    await write(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it('where nobody may write says which place it is', async () => {
    await expect(write(join(folder, 'nowhere', 'b.tar'))).rejects.toThrow(/nowhere.b\.tar cannot be written/);
  });
});
