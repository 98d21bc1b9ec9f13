// What startPlayground says when it cannot start.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaygroundConfig, type Config } from '../../../src/config.ts';
import { StartError } from '../../../src/errors.ts';
import { startPlayground } from '../../../src/playground/start.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orynda-start-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a folder that cannot be written to', () => {
  it('is named in plain words, and no page is served', async () => {
    // A file in its place, for root may write to any folder.
    const dataDir = join(folder, 'data');
    await writeFile(dataDir, '');
    const config = { ...(readPlaygroundConfig({}) as Config), dataDir, port: 0 };
    const started = startPlayground({ config, log: pino({ level: 'silent' }) });
    await expect(started).rejects.toThrow(StartError);
    await expect(started).rejects.toThrow(`cannot write to ${join(dataDir, 'playground')} (DATA_DIR)`);
  });
});
