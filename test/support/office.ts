// Office files for tests, made from a few words: DOCX from XML, PDF with a text layer.
import { strToU8, zipSync } from 'fflate';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A zip with these entries. */
export function archive(entries: Record<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { level },
  );
}

type DocxParts = { numbering?: string; styles?: string; photo?: Uint8Array };

/** A DOCX whose body is this XML; `numbering` and `styles` are the insides of those parts; with a `photo` nothing is compressed. */
export function docx(body: string, { numbering, styles, photo }: DocxParts = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...(numbering && { 'word/numbering.xml': `<w:numbering ${namespaces}>${numbering}</w:numbering>` }),
    ...(styles && { 'word/styles.xml': `<w:styles ${namespaces}>${styles}</w:styles>` }),
    ...(photo && { 'word/media/a.png': photo }),
  };
  return archive(parts, photo ? 0 : 6);
}

/** One paragraph; `list` and `level` make it an item of a list, `style` names its style. */
export function paragraph(text: string, { list, level = 0, style }: ParagraphOptions = {}): string {
  const pStyle = style ? `<w:pStyle w:val="${style}"/>` : '';
  const numPr = list ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>` : '';
  return `<w:p><w:pPr>${pStyle}${numPr}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** Code of the first letter in a PDF. */
const first = 0x21;

type ParagraphOptions = { list?: number; level?: number; style?: string };

/** Rows of cells; a cell is text, or text with properties and several paragraphs. */
export function table(rows: (string | { texts: string[]; properties: string })[][]): string {
  const cell = (one: string | { texts: string[]; properties: string }): string => {
    const { texts, properties } = typeof one === 'string' ? { texts: [one], properties: '' } : one;
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${texts.map((text) => paragraph(text)).join('')}</w:tc>`;
  };
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A level of a list as Word writes it, '%1.%2.' in decimals by default. */
export function level(at: number, text: string, format = 'decimal'): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A PDF with a page for each list of lines; letters are codes that only its ToUnicode table explains, as real files have them. */
export function pdf(pages: string[][]): Uint8Array {
  const letters = [...new Set(pages.flat(2).join(''))];
  const code = (letter: string): string => (letters.indexOf(letter) + first).toString(16);
  const objects: string[] = ['', ''];
  const add = (object: string): number => objects.push(object);
  const stream = (text: string): string => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const unicode = add(stream(toUnicode(letters, code)));
  const widths = letters.map(() => 500).join(' ');
  const font = add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar ${first} /LastChar ${first + letters.length - 1} /Widths [${widths}] /ToUnicode ${unicode} 0 R >>`,
  );
  const kids = pages.map((lines) => {
    const words = lines
      .flatMap((line, row) =>
        line.split('\t').map((part, column) => {
          const hex = [...part].map(code).join('');
          return `BT /F1 12 Tf ${50 + column * 250} ${780 - row * 18} Td <${hex}> Tj ET`;
        }),
      )
      .join('\n');
    const content = add(stream(words));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  objects[0] = '<< /Type /Catalog /Pages 2 0 R >>';
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return strToU8(written(objects), true);
}

function toUnicode(letters: string[], code: (letter: string) => string): string {
  const lines = letters.map((letter) => `<${code(letter)}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`);
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plain def /CMapType 2 def',
    '1 begincodespacerange <00> <ff> endcodespacerange',
    `${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar endcmap end end`,
  ].join('\n');
}

function written(objects: string[]): string {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
}
