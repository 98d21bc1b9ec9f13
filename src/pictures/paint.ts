// Scenes -> PNG, by Skia: only the thread of the pictures loads it.
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { family, fontFile, type Weight, weights } from './fonts.ts';
import { encodePng } from './png.ts';
import { type Item, type Measure, type Point, type Scene, width } from './scene.ts';

/** Pixels of the PNG for one unit: 1092 wide, sharp on a phone; Telegram keeps up to 2560, more than the tallest picture has. */
export const pixelsOfUnit = 2.8;

for (const weight of weights) GlobalFonts.registerFromPath(fontFile(weight), family(weight));

const sheet = createCanvas(1, 1).getContext('2d');
const known = new Map<string, number>();

/** Width of words as they will be painted. */
export const measure: Measure = (text, size, weight) => {
  const key = `${size} ${weight} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  sheet.font = font(size, weight);
  const wide = sheet.measureText(text).width;
  if (known.size > 5000) known.clear();
  known.set(key, wide);
  return wide;
};

function font(size: number, weight: Weight): string {
  return `${size}px "${family(weight)}"`;
}

/** Paints a scene: PNG bytes, and its size in pixels. */
export function paint(scene: Scene): { png: Uint8Array; width: number; height: number } {
  const size = onBoard(scene, pixelsOfUnit);
  return { png: encodePng(board.data(), size.width, size.height), ...size };
}

/** Paints a scene with so many pixels for a unit: RGBA, line by line. */
export function pixelsPainted(scene: Scene, pixels = pixelsOfUnit) {
  const size = onBoard(scene, pixels);
  return { data: Uint8Array.from(board.data()), ...size };
}

/** One canvas for all pictures: each has ten megabytes outside of what the engine counts as garbage. */
const board = createCanvas(1, 1);

function onBoard(scene: Scene, pixels: number): { width: number; height: number } {
  const size = { width: Math.round(width * pixels), height: Math.round(scene.height * pixels) };
  Object.assign(board, size);
  const context = board.getContext('2d');
  context.resetTransform();
  context.scale(pixels, pixels);
  context.fillStyle = scene.paper;
  context.fillRect(0, 0, width + 1, scene.height + 1);
  for (const item of scene.items) put(context, item);
  return size;
}

function put(context: SKRSContext2D, item: Item): void {
  switch (item.is) {
    case 'rect':
      context.beginPath();
      context.roundRect(item.x, item.y, item.w, item.h, Math.min(item.radius ?? 0, item.w / 2, item.h / 2));
      context.fillStyle = item.fill;
      context.fill();
      if (item.stroke) stroke(context, item.stroke, 2);
      return;
    case 'polygon':
      path(context, item.points);
      context.closePath();
      context.fillStyle = item.fill;
      context.fill();
      return;
    case 'line':
      path(context, item.points);
      stroke(context, item.stroke, item.thick, item.dash);
      return;
    case 'words':
      context.font = font(item.size, item.weight);
      context.textAlign = item.align;
      context.fillStyle = item.fill;
      context.fillText(item.text, item.x, item.y);
  }
}

function path(context: SKRSContext2D, points: Point[]): void {
  context.beginPath();
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
}

function stroke(context: SKRSContext2D, colour: string, thick: number, dash: number[] = []): void {
  context.setLineDash(dash);
  context.lineWidth = thick;
  context.strokeStyle = colour;
  context.stroke();
}
