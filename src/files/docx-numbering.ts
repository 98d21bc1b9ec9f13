// Numbers of the paragraphs of a Word file: Word keeps them as rules of counting, never as text.
import { walkXml } from './xml.ts';

type Level = { format: string; text: string; start: number };
type Abstract = Map<number, Level>;

export type NumberedBy = { list: string; level: number };

const latin = 'abcdefghijklmnopqrstuvwxyz';
const cyrillic = 'абвгдежзиклмнопрстуфхцчшщэюя';
const romans: [string, number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** Counts the lists of one document: each call is the next paragraph of its list. */
export class Numbering {
  private readonly abstracts = new Map<string, Abstract>();
  private readonly lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  private readonly counters = new Map<string, number[]>();

  /** `xml` is word/numbering.xml; a document without lists has none. */
  constructor(xml?: Uint8Array) {
    if (xml) this.read(xml);
  }

  /** The number as it stands before the next paragraph of a list, '2.1.'; a bullet is '•', a list without numbers ''. */
  next({ list, level }: NumberedBy): string {
    const known = this.lists.get(list);
    const levels = known && this.abstracts.get(known.abstract);
    if (!levels) return '';
    // Lists made from one pattern go on counting together, unless they start anew by an own rule.
    const key = known.starts.size > 0 ? `own ${list}` : known.abstract;
    const counter = this.counters.get(key) ?? [];
    this.counters.set(key, counter);
    for (let above = 0; above < level; above += 1) counter[above] ??= this.startOf(known, levels, above);
    counter[level] = counter[level] === undefined ? this.startOf(known, levels, level) : counter[level] + 1;
    counter.length = level + 1;
    const { format, text } = levels.get(level) ?? { format: 'none', text: '' };
    if (format === 'bullet') return '•';
    if (format === 'none') return '';
    return text.replace(/%(\d)/g, (_, place: string) => {
      const at = Number(place) - 1;
      return written(counter[at] ?? 1, levels.get(at)?.format ?? 'decimal');
    });
  }

  private startOf(list: { starts: Map<number, number> }, levels: Abstract, level: number): number {
    return list.starts.get(level) ?? levels.get(level)?.start ?? 1;
  }

  private read(xml: Uint8Array): void {
    let abstract: Abstract = new Map();
    let level: Level = { format: 'decimal', text: '', start: 1 };
    let list = { abstract: '', starts: new Map<number, number>() };
    let override: number | null = null;
    walkXml(xml, {
      open: (name, attribute) => {
        const value = attribute('w:val') ?? '';
        if (name === 'w:abstractNum') this.abstracts.set(attribute('w:abstractNumId') ?? '', (abstract = new Map()));
        else if (name === 'w:lvl') {
          level = { format: 'decimal', text: '', start: 1 };
          abstract.set(Number(attribute('w:ilvl')), level);
        } else if (name === 'w:start') level.start = Number(value);
        else if (name === 'w:numFmt') level.format = value;
        else if (name === 'w:lvlText') level.text = value;
        else if (name === 'w:num')
          this.lists.set(attribute('w:numId') ?? '', (list = { abstract: '', starts: new Map() }));
        else if (name === 'w:abstractNumId') list.abstract = value;
        else if (name === 'w:lvlOverride') override = Number(attribute('w:ilvl'));
        else if (name === 'w:startOverride' && override !== null) list.starts.set(override, Number(value));
      },
      close: (name) => {
        if (name === 'w:lvlOverride') override = null;
      },
    });
  }
}

function written(value: number, format: string): string {
  if (format === 'lowerLetter') return letter(value, latin);
  if (format === 'upperLetter') return letter(value, latin).toUpperCase();
  if (format === 'russianLower') return letter(value, cyrillic);
  if (format === 'russianUpper') return letter(value, cyrillic).toUpperCase();
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperRoman') return roman(value).toUpperCase();
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return String(value);
}

/** After the last letter Word doubles them: 'aa', 'bb'. */
function letter(value: number, letters: string): string {
  const at = (value - 1) % letters.length;
  return (letters[at] ?? '').repeat(Math.floor((value - 1) / letters.length) + 1);
}

function roman(value: number): string {
  let left = value;
  let text = '';
  for (const [sign, worth] of romans) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}
