// Light or dark pictures: the choice of a person, light unless said otherwise.
import type { App } from '../app.ts';
import type { Theme } from './palette.ts';

/** The key of a person's choice among the settings. */
export function themeKey(personId: number): string {
  return `picture-theme-${personId}`;
}

/** How this person wants pictures. One statement. */
export async function themeOf(app: App, personId: number | null): Promise<Theme> {
  if (personId === null) return 'light';
  const row = await app.db.setting.findUnique({ where: { key: themeKey(personId) } });
  return row?.value === 'dark' ? 'dark' : 'light';
}
