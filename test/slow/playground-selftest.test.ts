// `npm start -- --selftest`: the tour without a browser, as a newcomer or a CI checks an installation.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compilePlayground, dataFolder, spawnPlayground } from '../support/playground.ts';

const folder = dataFolder();

beforeAll(compilePlayground, 120_000);
afterAll(folder.remove);

it('walks the tour, ticks every step, leaves nothing behind and ends with 0', async () => {
  const { ended, output } = spawnPlayground({
    dataDir: `${folder.dataDir}/data`,
    args: ['--selftest'],
    env: { TMPDIR: folder.dataDir },
  });
  expect(await ended, output()).toBe(0);
  const ticks = output().match(/^✓ \d of 8: .+ \(\d+\.\d s\)$/gm) ?? [];
  expect(ticks).toHaveLength(8);
  expect(output()).toMatch(/^The playground works: \d+ s\.$/m);
  expect(output()).not.toContain('✗');
  expect(readdirSync(folder.dataDir)).toEqual([]);
});
