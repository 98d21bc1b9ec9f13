// How each city begins: the demo city with its history, the empty one as the first day of an installation.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Founder, foundEmptyCity } from './cities.ts';
import { buildDemoCity } from './city/city.ts';
import type { CityKind } from './playground.ts';

/**
 * Both cities. The demo city is kept as a template until the code that builds it changes. `joined`: about so many school
 * heads have started the bot, most of them unless told.
 */
export function founders(joined?: number): Record<CityKind, Founder> {
  return {
    empty: { found: foundEmptyCity, version: null },
    demo: {
      async found({ app, service, emulator, clock }, progress) {
        await buildDemoCity({ app, service, emulator, clock, progress, ...(joined !== undefined && { joined }) });
      },
      version: digestOf(['city/', 'emulator/', 'personas.js', 'groups.js', 'personas.ts', 'groups.ts']),
    },
  };
}

/** A word that changes with any file of these folders and with these files, as sources or built. */
function digestOf(names: string[]): string {
  const hash = createHash('sha256');
  const files = names.flatMap((name) =>
    name.endsWith('/') ? readdirSync(new URL(name, import.meta.url)).map((file) => name + file) : [name],
  );
  for (const file of files.map((name) => new URL(name, import.meta.url)).filter((url) => existsSync(url)))
    hash.update(file.pathname.split('/').at(-1) ?? '').update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}
