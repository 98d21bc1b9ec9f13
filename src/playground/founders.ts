// How each city begins: the demo city with its history, the empty one as the first day of an installation.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Founder, foundEmptyCity } from './cities.ts';
import { buildDemoCity } from './city/city.ts';
import type { CityKind } from './playground.ts';

/** Both cities. The demo city is kept as a template until the code that builds it changes. */
export function founders(): Record<CityKind, Founder> {
  return {
    empty: { found: foundEmptyCity, version: null },
    demo: {
      async found({ app, service, emulator, clock }, progress) {
        await buildDemoCity({ app, service, emulator, clock, progress });
      },
      version: digestOf(new URL('./city/', import.meta.url)),
    },
  };
}

/** A word that changes with any file of the folder. */
function digestOf(folder: URL): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(new URL(name, folder)));
  return hash.digest('hex').slice(0, 32);
}
