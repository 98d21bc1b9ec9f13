// A PDF with a text layer as text: lines as they stand on the page, wide gaps as tabs.
import { getDocumentProxy } from 'unpdf';
import { FileRefusal } from './refusal.ts';

const maxPages = 300;
/** A page with fewer letters than this is a picture of a page. */
const lettersOfAPage = 5;

type Piece = { str: string; transform: number[]; width: number; height: number; hasEOL: boolean };

/** Reads the bytes of a PDF. Throws FileRefusal when it is locked by a password, broken, longer than 300 pages or a scan. */
export async function readPdf(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  // PDF.js takes the bytes over.
  const pdf = await getDocumentProxy(bytes.slice(), { isEvalSupported: false, verbosity: 0 }).catch(refuse);
  try {
    const pages = pdf.numPages;
    if (pages > maxPages) throw new FileRefusal('files-too-many-pages', { pages, max: maxPages });
    const texts: string[] = [];
    for (let number = 1; number <= pages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      texts.push(pageText(items as Piece[]));
      page.cleanup();
    }
    const text = texts.join('\n');
    const letters = text.match(/[\p{L}\d]/gu)?.length ?? 0;
    if (letters < lettersOfAPage * pages) throw new FileRefusal('files-no-text');
    return { text, pages };
  } finally {
    await pdf.destroy();
  }
}

function refuse(error: unknown): never {
  if (error instanceof Error && error.name === 'PasswordException') throw new FileRefusal('files-encrypted');
  throw new FileRefusal('files-broken');
}

/** Pieces of one height are a line; a piece far to the right of the last one stands in another column. */
function pageText(pieces: Piece[]): string {
  const lines: string[] = [];
  let line = '';
  let last: Piece | null = null;
  for (const piece of pieces) {
    if (last && piece.str.trim() !== '' && isNewLine(last, piece)) {
      lines.push(line);
      line = '';
      last = null;
    }
    // PDF.js fills gaps with spaces of its own; the places of the words say more.
    if (piece.str.trim() !== '') {
      line += between(last, piece) + piece.str;
      last = piece;
    }
    if (piece.hasEOL) {
      lines.push(line);
      line = '';
      last = null;
    }
  }
  return [...lines, line]
    .map((one) => one.replace(/ +/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function isNewLine(last: Piece, piece: Piece): boolean {
  const size = Math.max(last.height, piece.height, 1);
  return Math.abs(top(piece) - top(last)) > size * 0.6;
}

function between(last: Piece | null, piece: Piece): string {
  if (!last) return '';
  const gap = left(piece) - left(last) - last.width;
  const size = Math.max(last.height, piece.height, 1);
  if (gap > size * 2) return '\t';
  return gap > size * 0.15 ? ' ' : '';
}

function left({ transform }: Piece): number {
  return transform[4] ?? 0;
}

function top({ transform }: Piece): number {
  return transform[5] ?? 0;
}
