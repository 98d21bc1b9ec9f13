// The pen with which pictures are composed: it keeps the items, wraps words and draws what all pictures share.
import type { Weight } from './fonts.ts';
import { inkOn, type Palette, palettes, type Theme } from './palette.ts';
import {
  type Item,
  margin,
  type Measure,
  type Point,
  type Scene,
  smallest,
  tallest,
  width,
  type Words,
} from './scene.ts';
import { readable, wrap } from './wrapping.ts';

export type Title = {
  title: string;
  /** What it is about, and of when. */
  under: string[];
};

/** A number with its words (a line break is kept) and the colour that stands for it in the picture. */
export type Tile = { value: string; label: string; colour: string; alarm?: boolean };

/** What is left out, '#' standing for how many: 'Басқа ұйымдар: #'; and how many have been left out before drawing. */
export type Rest = { words: string; n: number };

type Style = { size?: number; weight?: Weight; fill?: string; align?: Words['align'] };

export class Pen {
  readonly palette: Palette;
  readonly #measure: Measure;
  readonly #items: Item[] = [];
  /** Down to where the picture is drawn. */
  y = margin;

  constructor(theme: Theme, measure: Measure) {
    this.palette = palettes[theme];
    this.#measure = measure;
  }

  get inner(): number {
    return width - 2 * margin;
  }

  measure(text: string, size: number, weight: Weight): number {
    return this.#measure(text, size, weight);
  }

  hand(size: number, weight: Weight, lines: number, room = this.inner) {
    return { measure: this.#measure, size, weight, width: room, lines };
  }

  rect(x: number, y: number, w: number, h: number, fill: string, radius = 0, stroke?: string): void {
    this.#items.push({ is: 'rect', x, y, w: Math.max(0, w), h, fill, radius, ...(stroke && { stroke }) });
  }

  polygon(points: Point[], fill: string): void {
    this.#items.push({ is: 'polygon', points, fill });
  }

  line(points: Point[], stroke: string, thick = 1, dash?: number[]): void {
    this.#items.push({ is: 'line', points, stroke, thick, ...(dash && { dash }) });
  }

  words(x: number, y: number, text: string, style: Style = {}): void {
    const { size = smallest, weight = 400, fill = this.palette.ink, align = 'left' } = style;
    const written = readable(text);
    if (written.trim() !== '') this.#items.push({ is: 'words', x, y, text: written, size, weight, fill, align });
  }

  /** Lines of words from the pen's height downwards; the pen stands below them. */
  lines(lines: string[], style: Style & { x?: number; step?: number } = {}): void {
    const { size = smallest, step = Math.round(size * 1.28), x = margin } = style;
    for (const line of lines) {
      this.words(x, this.y + size * 0.82, line, { ...style, size });
      this.y += step;
    }
  }

  /** Draws if the picture stays low enough for a phone, with so much more kept free below; else nothing is drawn: false. */
  fits(draw: () => void, below = 0): boolean {
    const [y, items] = [this.y, this.#items.length];
    draw();
    if (this.y + below <= tallest - margin / 2) return true;
    this.y = y;
    this.#items.length = items;
    return false;
  }

  /** Says how many are left out, if any. */
  rest({ words, n }: Rest): void {
    if (n > 0)
      this.lines(wrap(words.replace('#', String(n)), this.hand(smallest, 400, 2)), { fill: this.palette.soft });
  }

  /** What the picture shows, and below it of whom and when. */
  title({ title, under }: Title): void {
    this.lines(wrap(title, this.hand(22, 700, 2)), { size: 22, weight: 700 });
    for (const text of under) {
      this.y += 2;
      this.lines(wrap(text, this.hand(15, 400, 2)), { size: 15, fill: this.palette.soft });
    }
    this.y += 12;
  }

  /** Numbers two in a row, large, each with the mark of its colour: figures and legend in one. */
  tiles(tiles: Tile[]): void {
    const gap = 8;
    const columns = tiles.length === 3 ? 3 : 2;
    const w = (this.inner - (columns - 1) * gap) / columns;
    const laid = tiles.map((tile) => ({
      ...tile,
      lines: tile.label.split('\n').flatMap((line) => wrap(line, this.hand(smallest, 400, 2, w - 18))),
    }));
    for (let at = 0; at < laid.length; at += columns) {
      const row = laid.slice(at, at + columns);
      const h = 44 + Math.max(...row.map(({ lines }) => lines.length)) * 18;
      row.forEach((tile, column) => this.#tile(margin + column * (w + gap), w, h, tile));
      this.y += h + gap;
    }
    this.y += 8;
  }

  #tile(x: number, w: number, h: number, tile: Tile & { lines: string[] }): void {
    const { tile: ground, ink, soft, alarm } = this.palette;
    this.rect(x, this.y, w, h, ground, 8);
    this.rect(x, this.y + 8, 5, h - 16, tile.colour, 2.5);
    this.words(x + 14, this.y + 31, tile.value, { size: 26, weight: 700, fill: tile.alarm ? alarm : ink });
    tile.lines.forEach((line, index) => this.words(x + 14, this.y + 51 + index * 18, line, { fill: soft }));
  }

  /** Small squares of colour with their words, as many in a line as fit. */
  legend(entries: { label: string; mark: (x: number, y: number) => void }[]): void {
    let x = margin;
    for (const { label, mark } of entries) {
      const wide = 22 + this.measure(label, smallest, 400);
      if (x > margin && x + wide > width - margin) {
        x = margin;
        this.y += 23;
      }
      mark(x, this.y);
      this.words(x + 22, this.y + 12.5, label, { fill: this.palette.soft });
      x += wide + 16;
    }
    this.y += 32;
  }

  /** A number within a shape of this colour, if there is room for it. */
  within(x: number, y: number, w: number, h: number, text: string, ground: string, size = 15): void {
    if (this.measure(text, size, 600) + 5 > w) return;
    this.words(x + w / 2, y + h / 2 + size * 0.35, text, { size, weight: 600, fill: inkOn(ground), align: 'center' });
  }

  /** A triangle and how many are past their date, ending at `right`: where it begins. Nothing for none. */
  overdueCount(right: number, baseline: number, n: number): number {
    if (n === 0) return right;
    const { alarm } = this.palette;
    const text = String(n);
    this.words(right, baseline, text, { size: 18, weight: 700, fill: alarm, align: 'right' });
    const x = right - this.overdueWidth(n);
    this.triangle(x, baseline - 12.5, 14, alarm);
    return x;
  }

  overdueWidth(n: number): number {
    return n === 0 ? 0 : 19 + this.measure(String(n), 18, 700);
  }

  /** A triangle standing on its side line: what is past its date, told by shape as well as by colour. */
  triangle(x: number, y: number, size: number, fill: string): void {
    this.polygon(
      [
        [x + size / 2, y],
        [x + size, y + size * 0.9],
        [x, y + size * 0.9],
      ],
      fill,
    );
  }

  /** The finished picture, with a margin below. */
  scene(): Scene {
    return { height: Math.ceil(this.y + margin / 2), paper: this.palette.paper, items: this.#items };
  }
}
