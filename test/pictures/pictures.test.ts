// What makes a picture good, measured: letters large enough for a phone at arm's length, nothing over anything else, ink and contrast everywhere.
import './own-fonts.ts';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compose } from '../../src/pictures/compose.ts';
import { measure, paint, pixelsOfUnit, pixelsPainted } from '../../src/pictures/paint.ts';
import { palettes, themes } from '../../src/pictures/palette.ts';
import { encodePng } from '../../src/pictures/png.ts';
import { tallest, width } from '../../src/pictures/scene.ts';
import { wrapNames } from '../../src/pictures/wrapping.ts';
import { distance, labelsOf, letterHeights, overlaps, paintedLabels, pixelsOfPng, sights } from './measured.ts';
import { longGantt, longNames, samples, schools, units } from './samples.ts';

const all = Object.entries(samples).flatMap(([name, picture]) =>
  themes.map((theme) => [name, theme, compose(picture, theme, measure)] as const),
);

describe('every picture', () => {
  // A phone's 390 pixels are 65 mm. From 60 cm an eye that sees well tells letters of 0.87 mm (5 minutes of arc, 5.2 pixels) apart:
  // one and a half times that for small letters, twice that for numbers and capitals.
  it.each(all)("%s, %s: has letters to be read on a phone at arm's length", (_name, _theme, scene) => {
    const letters = letterHeights(scene);
    expect(letters.filter(({ small, digit }) => small < 7.8 || digit < 10.4)).toEqual([]);
    expect(letters.length).toBeGreaterThan(10);
  });

  it.each(all)('%s, %s: keeps its words inside and apart', (_name, _theme, scene) => {
    const labels = labelsOf(scene);
    expect(overlaps(labels)).toEqual([]);
    const outside = labels.filter(
      ({ box }) => box.x < 15 || box.x + box.w > width - 15 || box.y < 8 || box.y + box.h > scene.height,
    );
    expect(outside.map(({ text }) => text)).toEqual([]);
  });

  it.each(all)('%s, %s: has ink in every label, at a contrast that can be read', (_name, _theme, scene) => {
    const labels = paintedLabels(scene);
    expect(labels.filter(({ ink }) => ink < 0.08 || ink > 0.7).map(({ text, ink }) => [text, ink])).toEqual([]);
    // WCAG AA: 4.5, and 3 for large letters.
    const faint = labels.filter(({ contrast, size, weight }) => contrast < (size >= 18 && weight > 400 ? 3 : 4.5));
    expect(faint.map(({ text, contrast }) => [text, contrast])).toEqual([]);
  });

  it.each(all)('%s, %s: is not so tall that a phone or Telegram makes it small', (_name, _theme, scene) => {
    expect(scene.height).toBeLessThanOrEqual(tallest);
    expect(scene.height * pixelsOfUnit).toBeLessThanOrEqual(2560);
  });
});

describe('where there is more than room for', () => {
  const written = (name: string): string[] =>
    labelsOf(compose(samples[name] ?? units, 'light', measure)).map(({ text }) => text);
  const left = (labels: string[]): number =>
    Number(labels.join(' ').match(/(?:Басқа ұйымдар|Басқа аудандар|Көрсетілмегені): (\d+)/)?.[1]);

  it('units are counted that are not shown', () => {
    const bars = written('manyUnits').filter((text) => / \/ /.test(text) && /^\d/.test(text)).length;
    expect(bars).toBeGreaterThan(5);
    expect(left(written('manyUnits'))).toBe(12 - bars + 5);
  });

  it('every unit says what is done, how many there are and how many are overdue, however narrow its parts', () => {
    const labels = written('manyUnits');
    expect(labels).toEqual(expect.arrayContaining(['0 / 5400', '4200', '212 / 5316', '3867']));
  });

  it('districts with most of the late come first, each with its count, and the others are counted', () => {
    const labels = written('schools1200late');
    const shown = labels.filter((text) => text === '0 / 60').length;
    expect(shown).toBeGreaterThan(12);
    expect(left(labels)).toBe(20 - shown);
    expect(written('schools350late').filter((text) => text === '0 / 44')).toHaveLength(7);
  });

  it('a list of the late is written whole or not at all', () => {
    const lists = (name: string): string[] => written(name).filter((text) => /Мерзімі өтті \(/.test(text));
    expect(lists('schools60').length).toBeGreaterThan(0);
    expect([...lists('schools60'), ...lists('schools350')].filter((text) => text.includes('…'))).toEqual([]);
    expect(lists('schools350late')).toEqual([]);
  });

  it('a roadmap shows its overdue measures before all others and counts what is left', () => {
    const labels = written('gantt24');
    const shown = labels.filter((text) => /^\d\.\d /.test(text));
    expect(shown.length).toBeGreaterThan(8);
    expect(left(labels)).toBe(24 - shown.length);
    const overdue = longGantt(24)
      .sections.flatMap(({ measures }) => measures)
      .filter(({ status }) => status === 'overdue');
    for (const { name } of overdue) expect(shown.map((text) => text.slice(0, 3))).toContain(name.slice(0, 3));
  });
});

describe('colours', () => {
  const parts = ['inTime', 'late', 'work', 'overdue'] as const;
  it.each(themes.flatMap((theme) => sights.map((sight) => [theme, sight] as const)))(
    'of neighbouring parts are told apart: %s, %s',
    (theme, sight) => {
      const palette = palettes[theme];
      const pairs = parts.flatMap((one, index) => parts.slice(index + 1).map((other) => [one, other] as const));
      const near = pairs.map(([one, other]) => ({ one, other, far: distance(palette[one], palette[other], sight) }));
      // In grey only the neighbours of a bar need to differ; shapes and numbers tell the rest.
      const wanted = sight === 'grey' ? near.filter(({ one, other }) => one === 'inTime' && other === 'late') : near;
      expect(wanted.filter(({ far }) => far < 15)).toEqual([]);
    },
  );

  it.each(themes)('of shapes stand out from the paper: %s', (theme) => {
    const { paper, tile, inTime, late, work, overdue } = palettes[theme];
    const grounds = [inTime, late, work, overdue].map((colour) => distance(colour, paper, 'grey'));
    expect(Math.min(...grounds)).toBeGreaterThan(30);
    expect(distance(work, tile, 'grey')).toBeGreaterThan(25);
  });
});

describe('long names', () => {
  it('stay different from each other', () => {
    const scene = compose(units, 'light', measure);
    const written = labelsOf(scene)
      .filter(({ size, weight, align }) => size === 16 && weight === 600 && align === 'left')
      .map(({ text }) => text)
      .join('\n');
    for (const mark of ['ауданы бойынша', 'қаласы бойынша', '№ 204', '№ 205']) expect(written).toContain(mark);
  });

  it('are never cut within a number', () => {
    const names = Array.from({ length: 40 }, (_, index) => `${'Мектептің өте ұзын атауы '.repeat(3)}№ ${1000 + index}`);
    const written = wrapNames(names, { measure, size: 16, weight: 600, width: width - 32, lines: 2 });
    const numbers = written.flatMap((lines) => lines.join(' ').match(/№ \d+/g) ?? []);
    expect(new Set(numbers).size).toBe(40);
    expect(numbers.every((number) => /^№ \d{4}$/.test(number))).toBe(true);
  });

  it('of any length fit, with emoji and endless words', () => {
    const names = ['🏫 Школа 🎉', 'Ң'.repeat(200), '', 'a b '.repeat(90), ...longNames];
    const rows = names.map((name) => ({ name, inTime: 3, late: 0, work: 12_345, overdue: 678 }));
    const scene = compose({ ...units, units: rows }, 'dark', measure);
    expect(overlaps(labelsOf(scene))).toEqual([]);
    expect(labelsOf(scene).every(({ box }) => box.x + box.w <= width - 15)).toBe(true);
    expect(labelsOf(scene).map(({ text }) => text)).toContain('Школа');
  });
});

describe('painting', () => {
  it('gives the same bytes for the same picture', () => {
    const scene = compose(samples['digest'] ?? units, 'light', measure);
    const digest = (): string => createHash('sha256').update(paint(scene).png).digest('hex');
    expect(digest()).toBe(digest());
  });

  it('writes a PNG that holds the very pixels', () => {
    const scene = compose(schools(6, 1), 'dark', measure);
    const { data, width, height } = pixelsPainted(scene, 1);
    const read = pixelsOfPng(encodePng(data, width, height));
    expect([read.width, read.height]).toEqual([width, height]);
    const wrong = [...read.rgb].filter((part, at) => part !== data[Math.floor(at / 3) * 4 + (at % 3)]);
    expect(wrong).toHaveLength(0);
  });

  // Small and few: they tell that something changed by accident, not that a picture is good. GOLDEN=write makes them anew.
  it.each([
    ['units', 'light'],
    ['digest', 'light'],
    ['gantt', 'light'],
    ['trend', 'light'],
    ['schools60', 'light'],
    ['schools60', 'dark'],
  ] as const)('looks as it did: %s, %s', (name, theme) => {
    const file = new URL(`golden/${theme === 'dark' ? `${name}-dark` : name}.png`, import.meta.url);
    const { data, width, height } = pixelsPainted(compose(samples[name] ?? units, theme, measure), 0.3);
    if (process.env['GOLDEN'] === 'write') writeFileSync(file, encodePng(data, width, height));
    const golden = pixelsOfPng(readFileSync(file));
    expect([width, height]).toEqual([golden.width, golden.height]);
    let off = 0;
    for (let at = 0; at < golden.rgb.length; at += 1)
      off += Math.abs((golden.rgb[at] ?? 0) - (data[Math.floor(at / 3) * 4 + (at % 3)] ?? 0));
    expect(off / golden.rgb.length).toBeLessThan(1.5);
  });
});
