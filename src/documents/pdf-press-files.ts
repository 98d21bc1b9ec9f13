// A PDF that is filled from top to bottom: lines wrapped by the widths of their letters, new pages where there is no room.
import PDFDocument from 'pdfkit';
import { fontFile } from '../pictures/fonts.ts';
import { paperText } from '../files/paper-text.ts';
import { margins, type Paper } from './paper-rules.ts';

export type Face = 'plain' | 'bold';
/** Size in points, colour and place of a line. */
export type Type = { face: Face; size: number; align?: 'left' | 'right' | 'center' | undefined };

/** Points on a millimetre. */
export const mm = 72 / 25.4;
/** From one line to the next, in sizes of its letters. */
export const leading = 1.28;
const faces = { plain: 400, bold: 600 } as const;
const grey = '#666666';
/** Letters of a heading that must not be cut, in points. */
const smallest = 6.5;

type Doc = PDFKit.PDFDocument;

/** One document being written. Places are points from the top left. */
export class Press {
  readonly doc: Doc;
  readonly left = margins.left * mm;
  readonly width: number;
  /** Where the room for words ends. */
  readonly bottom: number;
  /** Where the next thing goes. */
  y = margins.top * mm;
  readonly #widths = { plain: new Map<string, number>(), bold: new Map<string, number>() };
  readonly #known = new Map<string, boolean>();
  readonly #chunks: Buffer[] = [];
  readonly #made: string;

  constructor({ title, locale, landscape, made, madeAt }: Paper) {
    const layout = landscape ? 'landscape' : 'portrait';
    const info = { Title: paperText(title), Author: 'Orynda', Creator: 'Orynda', CreationDate: new Date(madeAt) };
    const language = { lang: locale === 'kk' ? 'kk-KZ' : 'ru-RU', displayTitle: true };
    // The margins are ours: pdfkit would begin pages of its own.
    this.doc = new PDFDocument({
      size: 'A4',
      layout,
      margin: 0,
      bufferPages: true,
      info,
      ...language,
      pdfVersion: '1.7',
    });
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    for (const face of Object.keys(faces) as Face[]) this.doc.registerFont(face, fontFile(faces[face]));
    this.width = this.doc.page.width - (margins.left + margins.right) * mm;
    this.bottom = this.doc.page.height - margins.bottom * mm;
    this.#made = made;
  }

  /** Height of the whole page that words may fill, in points. */
  get room(): number {
    return this.bottom - margins.top * mm;
  }

  /** Begins a new page unless `height` points are left on this one; true when it did. */
  need(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.doc.addPage();
    this.y = margins.top * mm;
    return true;
  }

  /** The lines in which a text fits `width` points; a word longer than that is cut. */
  wrap(text: string, { face, size }: Type, width: number): string[] {
    const fits = (line: string): boolean => this.#widthOf(line, face) * size <= width;
    return this.#letters(text)
      .split('\n')
      .flatMap((part) => {
        const lines: string[] = [];
        let line = '';
        for (const word of part.split(/ +/).flatMap((one) => (fits(one) ? [one] : cut(one, fits)))) {
          const longer = line === '' ? word : `${line} ${word}`;
          if (line !== '' && !fits(longer)) {
            lines.push(line);
            line = word;
          } else line = longer;
        }
        return [...lines, line];
      });
  }

  /** The size, `size` at most, in which no word of the text is wider than `width` points; not so small that nobody reads it. */
  fitting(text: string, { face, size }: Type, width: number): number {
    const widest = Math.max(...text.split(/\s+/).map((word) => this.#widthOf(word, face)));
    return Math.max(smallest, Math.min(size, width / widest - 0.01));
  }

  /** One line at this place, within `width` points. */
  line(text: string, { face, size, align = 'left' }: Type, x: number, y: number, width: number): void {
    const gap = width - this.#widthOf(text, face) * size;
    const at = align === 'left' ? x : x + (align === 'right' ? gap : gap / 2);
    this.doc.font(face).fontSize(size).text(text, at, y, { lineBreak: false });
  }

  /** The numbers of the pages, and the bytes. */
  async end(): Promise<Uint8Array> {
    const { doc } = this;
    const { count } = doc.bufferedPageRange();
    const type: Type = { face: 'plain', size: 8 };
    const y = this.bottom + 5 * mm;
    doc.fillColor(grey);
    for (let page = 0; page < count; page += 1) {
      doc.switchToPage(page);
      doc.fillColor(grey);
      this.line(this.#letters(this.#made), type, this.left, y, this.width);
      this.line(`${page + 1} / ${count}`, { ...type, align: 'right' }, this.left, y, this.width);
    }
    const ended = new Promise((resolve) => doc.once('end', resolve));
    doc.end();
    await ended;
    return new Uint8Array(Buffer.concat(this.#chunks));
  }

  /** In sizes of its letters; words come again and again. */
  #widthOf(line: string, face: Face): number {
    const known = this.#widths[face];
    const space = this.#wordWidth(' ', face, known);
    return line
      .split(' ')
      .reduce((sum, word, at) => sum + this.#wordWidth(word, face, known) + (at > 0 ? space : 0), 0);
  }

  #wordWidth(word: string, face: Face, known: Map<string, number>): number {
    const width = known.get(word) ?? this.doc.font(face).fontSize(1).widthOfString(word);
    known.set(word, width);
    return width;
  }

  /** What the font has no letter for: pictures go, other signs are shown as missing. */
  #letters(text: string): string {
    const clean = text.split('\n').map(paperText).join('\n');
    return [...clean]
      .map((sign) => {
        if (sign === '\n' || this.#has(sign)) return sign;
        return /[\p{Extended_Pictographic}\p{M}\p{Cf}]/u.test(sign) ? '' : '□';
      })
      .join('');
  }

  #has(sign: string): boolean {
    const known = this.#known.get(sign);
    if (known !== undefined) return known;
    this.doc.font('plain');
    const { font } = (this.doc as unknown as { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } })
      ._font;
    const has = font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    this.#known.set(sign, has);
    return has;
  }
}

/** A word in pieces that fit: after a hyphen or slash where there is one. */
function cut(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of word.split(/(?<=[-/–—])/)) {
    if (fits(piece + part)) piece += part;
    else {
      if (piece !== '') pieces.push(piece);
      piece = '';
      for (const sign of part) {
        if (piece !== '' && !fits(piece + sign)) {
          pieces.push(piece);
          piece = '';
        }
        piece += sign;
      }
    }
  }
  return [...pieces, piece];
}
