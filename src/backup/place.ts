// The database that a backup is made of or restored into: the embedded one of DATA_DIR, or that of DATABASE_URL.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StorageConfig } from '../config.ts';
import { StartError } from '../errors.ts';
import { type EmbeddedOptions, startEmbedded } from '../postgres/embedded.ts';

export type OpenPlace = { url: string; close: () => Promise<void> };

/** Opens it to be read beside the bot, which is left alone. Throws StartError when there is none. */
export async function openSource(
  { databaseUrl, dataDir }: StorageConfig,
  log: EmbeddedOptions['log'],
): Promise<OpenPlace> {
  if (databaseUrl) return { url: databaseUrl, close: () => Promise.resolve() };
  const there = await stat(join(dataDir, 'postgres')).catch(() => null);
  if (!there) throw new StartError(`There is nothing to back up: DATA_DIR ${dataDir} holds no database.`);
  const { url, stop } = await startEmbedded({ dataDir, log, asGuest: true });
  return { url, close: stop };
}

/** Opens it to be filled; an embedded one is made when there is none. Throws StartError when a bot works with it. */
export async function openTarget(
  { databaseUrl, dataDir }: StorageConfig,
  log: EmbeddedOptions['log'],
): Promise<OpenPlace> {
  if (databaseUrl) return { url: databaseUrl, close: () => Promise.resolve() };
  const { url, stop } = await startEmbedded({ dataDir, log });
  return { url, close: stop };
}
