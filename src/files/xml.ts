// Walks over an XML of an Office file, element by element, with the prefixes that the standard uses.
import { Parser } from 'saxen';
import { FileRefusal } from './refusal.ts';

export type XmlWalker = {
  open: (name: string, attribute: (name: string) => string | undefined) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
};

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const wordStrict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetStrict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const linksStrict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Calls the walker for every element and text. External entities are never read. Throws FileRefusal when the XML is broken. */
export function walkXml(bytes: Uint8Array, walker: XmlWalker): void {
  const parser = new Parser();
  parser.ns({
    [word]: 'w',
    [wordStrict]: 'w',
    [sheet]: 'x',
    [sheetStrict]: 'x',
    [links]: 'r',
    [linksStrict]: 'r',
    [compatibility]: 'mc',
  });
  parser.on('openTag', (name, attributes, decode) => {
    walker.open(name, (key) => {
      const value = attributes()[key];
      return value === undefined ? undefined : decode(value);
    });
  });
  parser.on('closeTag', (name) => walker.close(name));
  parser.on('text', (text, decode) => walker.text?.(decode(text)));
  parser.on('cdata', (text) => walker.text?.(text));
  parser.on('warn', () => {});
  parser.on('error', () => {
    throw new FileRefusal('files-broken');
  });
  parser.parse(new TextDecoder().decode(bytes));
}
