// The fast lane runs everything but test/slow; both share one PostgreSQL, started once by support/postgres.ts.
import { defineConfig } from 'vitest/config';

const slow = process.env['LANE'] === 'slow';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: slow ? ['test/slow/**/*.test.ts'] : ['test/**/*.test.ts'],
    exclude: slow ? [] : ['test/slow/**'],
    globalSetup: ['test/support/postgres.ts'],
    setupFiles: ['test/support/setup.ts'],
    pool: 'forks',
    // The files of a worker share its modules: loading them anew for each costs a quarter of the time.
    isolate: slow,
    maxWorkers: 2,
    // A stuck test ends; how fast one is, the benchmarks say.
    testTimeout: slow ? 600_000 : 60_000,
    hookTimeout: 120_000,
    // What is awaited comes at last, also on a busy machine.
    expect: { poll: { timeout: 50_000 } },
    reporters: ['default'],
  },
});
