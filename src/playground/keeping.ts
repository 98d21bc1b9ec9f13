// Keeps cities on disk: the emulated Telegram, the clock and what was read in one snapshot, the bytes of files beside it.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { MovingClock } from './clock.ts';
import { restoreWorld, saveWorld, type SavedWorld } from './emulator/saving.ts';
import type { StoredFile, World } from './emulator/world.ts';
import { Reads, type ReadMarks } from './reads.ts';

const format = 1;

type Snapshot = {
  format: number;
  /** False when the city lived on after it was kept. */
  clean: boolean;
  now: number;
  reads: ReadMarks;
  world: SavedWorld;
  /** Id of a file in the world -> name of its bytes. */
  contents: Map<string, string>;
};

/** What of a city lives in memory. */
export type Living = { world: World; clock: MovingClock; reads: Reads };

/** The snapshots of cities in one folder, and the bytes of their files. */
export class Keeper {
  readonly #folder: string;
  readonly #names = new WeakMap<Buffer, string>();
  readonly #written = new Set<string>();
  #writing: Promise<void> = Promise.resolve();

  /** Keeps everything in this folder. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a snapshot under a name, whole or not at all. `clean`: the city does nothing more. */
  keep(name: string, { world, clock, reads }: Living, clean: boolean): Promise<void> {
    const contents = new Map<string, string>();
    const missing: [string, Buffer][] = [];
    for (const file of world.files.values()) {
      const digest = this.#digest(file);
      contents.set(file.id, digest);
      if (!this.#written.has(digest)) missing.push([digest, file.content]);
    }
    const now = clock.now().getTime();
    const snapshot: Snapshot = { format, clean, now, reads: reads.marks, world: saveWorld(world), contents };
    const bytes = serialize(snapshot);
    const written = this.#writing.then(() => this.#write(name, bytes, missing));
    this.#writing = written.catch(() => {});
    return written;
  }

  /** The city of this name as it was kept; null when there is none. Throws when it cannot be read. */
  async restore(name: string): Promise<Living | null> {
    const bytes = await readFile(this.#path(name)).catch(() => null);
    if (!bytes) return null;
    const saved = deserialize(bytes) as Snapshot;
    if (saved.format !== format) throw new Error(`the snapshot has format ${saved.format}, not ${format}`);
    const contents = await this.#readContents(saved.contents);
    const clock = new MovingClock(new Date(saved.clean ? saved.now : Math.max(saved.now, await this.#ahead(name))));
    const contentOf = (id: string): Buffer => contents.get(id) ?? Buffer.alloc(0);
    const world = restoreWorld(saved.world, { now: clock.now, clean: saved.clean, contentOf });
    return { world, clock, reads: new Reads(saved.reads) };
  }

  /** Notes a moment that the clock of a city will not pass before the next note: after a kill it goes on from there. */
  async noteAhead(name: string, moment: Date): Promise<void> {
    await writeWhole(this.#clockPath(name), Buffer.from(moment.toISOString()));
  }

  async #ahead(name: string): Promise<number> {
    const moment = Date.parse(await readFile(this.#clockPath(name), 'utf8').catch(() => ''));
    return Number.isNaN(moment) ? 0 : moment;
  }

  /** Keeps a second city as the first one is kept. */
  async copy(from: string, to: string): Promise<void> {
    await copyFile(this.#path(from), this.#path(to));
  }

  async forget(name: string): Promise<void> {
    await this.#writing;
    await rm(this.#path(name), { force: true });
    await rm(this.#clockPath(name), { force: true });
  }

  /** Removes the bytes of files that no snapshot needs any more. */
  async prune(): Promise<void> {
    await this.#writing;
    const needed = new Set<string>();
    for (const name of await readdir(this.#folder)) {
      if (!name.endsWith('.snapshot')) continue;
      const contents = await this.#contentsOf(name);
      // A snapshot that cannot be read is never opened again: its city is built anew.
      for (const digest of contents?.values() ?? []) needed.add(digest);
    }
    for (const digest of await readdir(join(this.#folder, 'files')).catch(() => [])) {
      if (needed.has(digest)) continue;
      this.#written.delete(digest);
      await rm(join(this.#folder, 'files', digest), { force: true });
    }
  }

  async #contentsOf(name: string): Promise<Snapshot['contents'] | null> {
    const bytes = await readFile(join(this.#folder, name));
    try {
      const saved = deserialize(bytes) as Snapshot;
      return saved.format === format ? saved.contents : null;
    } catch {
      return null;
    }
  }

  #path(name: string): string {
    return join(this.#folder, `${name}.snapshot`);
  }

  #clockPath(name: string): string {
    return join(this.#folder, `${name}.clock`);
  }

  #digest({ content }: StoredFile): string {
    const known = this.#names.get(content);
    if (known) return known;
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 32);
    this.#names.set(content, digest);
    return digest;
  }

  async #write(name: string, bytes: Buffer, missing: [string, Buffer][]): Promise<void> {
    const files = join(this.#folder, 'files');
    await mkdir(files, { recursive: true });
    for (const [digest, content] of missing) {
      await writeWhole(join(files, digest), content);
      this.#written.add(digest);
    }
    await writeWhole(this.#path(name), bytes);
  }

  async #readContents(names: Map<string, string>): Promise<Map<string, Buffer>> {
    const contents = new Map<string, Buffer>();
    const byName = new Map<string, Buffer>();
    for (const [id, digest] of names) {
      const content = byName.get(digest) ?? (await readFile(join(this.#folder, 'files', digest)));
      byName.set(digest, content);
      contents.set(id, content);
      this.#names.set(content, digest);
      this.#written.add(digest);
    }
    return contents;
  }
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}
