// What makes a picture good, as numbers: boxes of words, contrast and ink from its pixels, colours as the colour-blind see them.
import './own-fonts.ts';
import { inflateSync } from 'node:zlib';
import { contrast } from '../../src/pictures/palette.ts';
import { measure, pixelsPainted } from '../../src/pictures/paint.ts';
import { boxOf, type Scene, tallest, width, type Words } from '../../src/pictures/scene.ts';

export type Label = Words & { box: { x: number; y: number; w: number; h: number } };

/** The words of a scene with their boxes in units of a phone's pixel. */
export function labelsOf(scene: Scene): Label[] {
  return scene.items.flatMap((item) => (item.is === 'words' ? [{ ...item, box: boxOf(item, measure) }] : []));
}

/** Pairs of labels that lie over each other by more than half a unit. */
export function overlaps(labels: Label[]): string[] {
  const found: string[] = [];
  labels.forEach(({ box: a, text }, index) => {
    for (const { box: b, text: other } of labels.slice(index + 1)) {
      const across = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
      const down = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
      if (across > 0.5 && down > 0.5) found.push(`${text} / ${other}`);
    }
  });
  return found;
}

/** Pixels of a phone of 390 by 844 that the 'х' and the '8' of a label are high, painted, when the picture is shown whole. */
export type LetterHeights = { text: string; small: number; digit: number };

/** Heights of the letters of every label, by their ink: a picture too tall for the phone has smaller ones. */
export function letterHeights(scene: Scene): LetterHeights[] {
  const shown = Math.min(1, tallest / scene.height);
  return labelsOf(scene).map(({ text, size, weight }) => ({
    text,
    small: inked('х', size, weight) * shown,
    digit: inked('8', size, weight) * shown,
  }));
}

const known = new Map<string, number>();

function inked(text: string, size: number, weight: Words['weight']): number {
  const key = `${text} ${size} ${weight}`;
  const high = known.get(key) ?? inkHeight(text, size, weight);
  known.set(key, high);
  return high;
}

/** How many units of a painted letter are more ink than paper. */
function inkHeight(text: string, size: number, weight: Words['weight']): number {
  const scale = 4;
  const words = { is: 'words', x: 10, y: 40, text, size, weight, fill: '#000000', align: 'left' } as const;
  const { data, width: wide, height } = pixelsPainted({ height: 60, paper: '#ffffff', items: [words] }, scale);
  expectWidth(wide, scale);
  const rows = Array.from({ length: height }, (_, row) => row).filter((row) =>
    Array.from({ length: 60 * scale }, (_, at) => data[(row * wide + at) * 4] ?? 255).some((red) => red < 128),
  );
  return rows.length / scale;
}

function expectWidth(wide: number, scale: number): void {
  if (wide !== Math.round(width * scale)) throw new Error('one unit is no longer a pixel of a phone');
}

export type Painted = { contrast: number; ink: number };

/**
 * Of each label: the least contrast of its colour to the ground below it, and the part of its box that its ink covers. The ground is
 * the picture painted without its words; ink is what is different with them.
 */
export function paintedLabels(scene: Scene): (Label & Painted)[] {
  const scale = 1.4;
  const ground = pixelsPainted({ ...scene, items: scene.items.filter(({ is }) => is !== 'words') }, scale);
  const whole = pixelsPainted(scene, scale);
  return labelsOf(scene).map((label) => {
    const { x, y, w, h } = label.box;
    const [left, top] = [Math.max(0, Math.floor(x * scale)), Math.max(0, Math.floor(y * scale))];
    const right = Math.min(ground.width, Math.ceil((x + w) * scale));
    const bottom = Math.min(ground.height, Math.ceil((y + h) * scale));
    let inked = 0;
    const grounds = new Set<number>();
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) {
        const at = (row * ground.width + column) * 4;
        const below = colourAt(ground.data, at);
        if (below === colourAt(whole.data, at)) continue;
        inked += 1;
        // Every ground that some ink stands on counts.
        grounds.add(below);
      }
    }
    const least = Math.min(
      ...[...grounds].map((colour) => contrast(label.fill, `#${colour.toString(16).padStart(6, '0')}`)),
    );
    return { ...label, contrast: least, ink: inked / ((right - left) * (bottom - top)) };
  });
}

function colourAt(data: Uint8Array, at: number): number {
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

/** The pixels of a PNG of ours: red, green and blue, line by line. */
export function pixelsOfPng(bytes: Uint8Array): { width: number; height: number; rgb: Uint8Array } {
  const png = Buffer.from(bytes);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const at = png.indexOf('IDAT');
  const lines = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const wide = width * 3;
  const rgb = Buffer.concat(
    Array.from({ length: height }, (_, row) => lines.subarray(row * (wide + 1) + 1, (row + 1) * (wide + 1))),
  );
  return { width, height, rgb };
}

export const sights = ['all colours', 'deuteranopia', 'protanopia', 'tritanopia', 'grey'] as const;
export type Sight = (typeof sights)[number];

// Viénot, Brettel and Mollon 1999 for red and green, Brettel 1997 as one plane for blue; on linear light.
const seen: Record<Sight, number[][]> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  tritanopia: [
    [1, 0.14461, -0.14461],
    [0, 0.85924, 0.14076],
    [0, 0.85924, 0.14076],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

/** How different two colours look to somebody: distance in CIELAB, where 2.3 is just to be seen and 100 is black to white. */
export function distance(one: string, other: string, sight: Sight): number {
  const [a, b] = [labOf(one, sight), labOf(other, sight)];
  return Math.hypot(...a.map((part, index) => part - (b[index] ?? 0)));
}

function labOf(colour: string, sight: Sight): number[] {
  const linear = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [r = 0, g = 0, b = 0] = seen[sight].map((row) =>
    row.reduce((sum, weight, at) => sum + weight * (linear[at] ?? 0), 0),
  );
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
