// Light or dark: as the system says until the visitor chooses.
const kept = 'orynda.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Uses the theme that was chosen before. */
export function useTheme(): void {
  const chosen = localStorage.getItem(kept);
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset['theme'] = chosen;
}

/** Changes to the other theme and keeps it. */
export function toggleTheme(): void {
  const root = document.documentElement;
  const isDark = (root.dataset['theme'] ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  root.dataset['theme'] = isDark ? 'light' : 'dark';
  localStorage.setItem(kept, root.dataset['theme']);
}
