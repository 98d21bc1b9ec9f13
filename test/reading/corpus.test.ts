// The reader against our own annotated documents: the measures may rise, and must not fall.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/calendar.ts';
import { corpusItems } from '../../src/intake/corpus-lines.ts';
import { readDrafts } from '../../src/reading/items/read-drafts.ts';
import { add, f1, tally, type GoldDocument, type Tally } from '../support/reading-score.ts';

const folder = join(import.meta.dirname, 'corpus');
const documents = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldDocument,
);
const calendar = createCalendar();

const results = documents.map(({ id, text, referenceDate, items, format }) => {
  const read = corpusItems(readDrafts(text, { referenceDate, calendar, roster: [] }));
  return { set: id.split('-')[0] ?? '', format, counts: tally(items, read) };
});
const sum = (counts: Tally[]): Tally => counts.reduce(add);
const ofSet = (...sets: string[]): Tally =>
  sum(results.filter(({ set }) => sets.includes(set)).map(({ counts }) => counts));

/** Written after the model of the annotated corpus, and documents of farther fields and manners. */
const usual = ofSet('own', 'more');
const far = ofSet('far');
/** Documents of other hands and manners, written when the grammar stood. */
const apart = ofSet('held', 'other', 'fresh', 'last', 'next', 'seal');

describe('reading the corpus', () => {
  it('has all kinds of documents to read', () => {
    expect(new Set(documents.map(({ format }) => format))).toEqual(new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g']));
    expect(usual.gold).toBeGreaterThan(350);
    expect(far.gold).toBeGreaterThan(150);
    expect(apart.gold).toBeGreaterThan(300);
  });

  it.each([
    ['usual', usual, 0.97],
    ['far', far, 0.9],
    ['apart', apart, 0.94],
  ])('finds the items of %s documents', (_name, counts, least) => {
    expect(f1(counts.found, counts)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['usual', usual, 0.98],
    ['far', far, 0.96],
    ['apart', apart, 0.98],
  ])('dates the items it finds in %s documents', (_name, counts, least) => {
    expect(counts.deadline / counts.found).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['usual', usual, 0.97],
    ['far', far, 0.92],
    ['apart', apart, 0.96],
  ])('knows who is responsible in %s documents', (_name, counts, least) => {
    expect(counts.first / counts.found).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['usual', usual, 0.98],
    ['far', far, 0.96],
    ['apart', apart, 0.96],
  ])('tells a class that has to be multiplied from one body in %s documents', (_name, counts, least) => {
    expect(counts.fanOut / counts.found).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['usual', usual, 0.94],
    ['far', far, 0.83],
    ['apart', apart, 0.92],
  ])('reads whole items of %s documents right', (_name, counts, least) => {
    expect(f1(counts.exact, counts)).toBeGreaterThanOrEqual(least);
  });
});
