// A source document as text, whatever its format: runs in the worker thread.
import { readDocx } from './docx.ts';
import { decodeText, sortOf } from './decode.ts';
import { FileRefusal } from './refusal.ts';
import { readCsv, readXlsx } from './sheets.ts';

export type SourceText = { text: string; pages?: number; rows?: number };

/** Characters of 300 closely written pages; more is no protocol. */
const maxText = 1_500_000;

/** Reads a document by what its bytes say; the name only tells tables from words. Throws FileRefusal. */
export async function convert(bytes: Uint8Array, name: string): Promise<SourceText> {
  const read = await readers[sortOf(bytes)](bytes, name);
  const text = read.text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  if (!/[\p{L}\d]/u.test(text)) throw new FileRefusal('files-empty');
  if (text.length > maxText) throw new FileRefusal('files-too-long', { length: text.length, max: maxText });
  return { ...read, text };
}

const readers: Record<ReturnType<typeof sortOf>, (bytes: Uint8Array, name: string) => Promise<SourceText>> = {
  archive: async (bytes, name) => {
    if (/\.(?:xlsx|xlsm)$/i.test(name)) return readXlsx(bytes);
    if (/\.(?:docx|docm)$/i.test(name)) return { text: readDocx(bytes) };
    return readUnnamed(bytes);
  },
  // Old Office files and encrypted new ones share a container.
  ole: async (bytes) => {
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new FileRefusal(encrypted ? 'files-encrypted' : 'files-old-format');
  },
  // Loaded when needed: half a second of work that no other format should pay for.
  pdf: async (bytes) => (await import('./pdf.ts')).readPdf(bytes),
  text: async (bytes, name) => {
    const text = decodeText(bytes);
    // Zero bytes and the like: a picture or a program, not words.
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new FileRefusal('files-unknown');
    return /\.(?:csv|tsv)$/i.test(name) ? readCsv(text) : { text };
  },
};

/** An archive under a strange name: a Word file if it is one, else a spreadsheet. */
async function readUnnamed(bytes: Uint8Array): Promise<SourceText> {
  try {
    return { text: readDocx(bytes) };
  } catch (error) {
    if (!(error instanceof FileRefusal) || error.key !== 'files-unknown') throw error;
    return readXlsx(bytes).catch(() => {
      throw new FileRefusal('files-unknown');
    });
  }
}
