// A picture before it is painted: flat shapes and words, in units of a phone's pixel; pure data, so that tests can measure it.
import type { Weight } from './fonts.ts';

/** Width of every picture: one unit is a pixel of a phone 390 wide. */
export const width = 390;
/** From the edge to what is drawn. */
export const margin = 16;
/** A taller picture is made smaller when a phone of 390 by 844 shows it whole, and its letters with it. */
export const tallest = 844;
/**
 * The smallest letters. A phone's 390 pixels are 65 mm: 'х' is 8 of them, 1.3 mm, and a number 1.8 mm. From 60 cm, an arm's length, that
 * is one and a half and two times what an eye must tell apart that sees well.
 */
export const smallest = 15;

export type Point = readonly [x: number, y: number];

export type Rect = {
  is: 'rect';
  x: number;
  y: number;
  w: number;
  h: number;
  fill: string;
  radius?: number;
  stroke?: string;
};
export type Polygon = { is: 'polygon'; points: Point[]; fill: string };
export type Line = { is: 'line'; points: Point[]; stroke: string; thick: number; dash?: number[] };
/** `y` is the line the letters stand on; `x` the left edge, the middle or the right edge. */
export type Words = {
  is: 'words';
  x: number;
  y: number;
  text: string;
  size: number;
  weight: Weight;
  fill: string;
  align: 'left' | 'center' | 'right';
};
export type Item = Rect | Polygon | Line | Words;

export type Scene = { height: number; paper: string; items: Item[] };

/** Width of a line of words in units. */
export type Measure = (text: string, size: number, weight: Weight) => number;

/** The box around written words, from the tallest letter to the tail of the lowest. */
export function boxOf(words: Words, measure: Measure): { x: number; y: number; w: number; h: number } {
  const w = measure(words.text, words.size, words.weight);
  const x = words.align === 'left' ? words.x : words.align === 'right' ? words.x - w : words.x - w / 2;
  return { x, y: words.y - words.size * 0.78, w, h: words.size };
}
