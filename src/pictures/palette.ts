// Colours of pictures, light and dark: told apart by people who see no red or green, and by their lightness alone.

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a part of a picture stands for: done in time, done late, waiting for review, going on, past its date. */
export const statuses = ['inTime', 'late', 'review', 'work', 'overdue'] as const;
export type Status = (typeof statuses)[number];

export type Palette = Record<Status, string> & {
  paper: string;
  /** Words, and words of less weight. */
  ink: string;
  soft: string;
  /** Lines behind the data, and the ground of tiles. */
  grid: string;
  tile: string;
  /** Words of warning on the paper. */
  alarm: string;
};

export const palettes: Record<Theme, Palette> = {
  light: {
    paper: '#ffffff',
    ink: '#12171f',
    soft: '#4a5361',
    grid: '#cdd4dd',
    tile: '#f1f4f8',
    alarm: '#b33f00',
    inTime: '#00528c',
    late: '#2f93d1',
    review: '#b9d9ee',
    work: '#8c96a4',
    overdue: '#c64600',
  },
  dark: {
    paper: '#11161d',
    ink: '#f3f6fa',
    soft: '#b4bdca',
    grid: '#39424f',
    tile: '#1b222c',
    alarm: '#ff9a63',
    inTime: '#2f8ed6',
    late: '#9bd0f3',
    review: '#2b5577',
    work: '#697483',
    overdue: '#ff7a33',
  },
};

/** The one of the two inks that is easier to read on this ground. */
export function inkOn(ground: string): string {
  const [dark, light] = ['#12171f', '#ffffff'] as const;
  return contrast(dark, ground) >= contrast(light, ground) ? dark : light;
}

/** Contrast of two colours '#rrggbb' after WCAG 2: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
