// Writes of statistics: how a person wants pictures. Not in the journal: it changes nothing but the colours of the next one.
import type { App } from '../app.ts';
import type { Actor } from '../org/rules.ts';
import type { Theme } from '../pictures/palette.ts';
import { themeKey } from '../pictures/theme-queries.ts';

/** Keeps the actor's choice of light or dark pictures. */
export async function chooseTheme(app: App, { personId }: Actor, theme: Theme): Promise<void> {
  const key = themeKey(personId);
  await app.db.setting.upsert({ where: { key }, create: { key, value: theme }, update: { value: theme } });
}
