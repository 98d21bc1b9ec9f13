// Bytes to text: what kind of file it is by its first bytes, and the encodings that offices use.
export type FileSort = 'archive' | 'ole' | 'pdf' | 'text';

const signatures: [FileSort, number[]][] = [
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

/** What the first bytes say: names and types given by senders are not trusted. `ole` is an old or an encrypted Office file. */
export function sortOf(bytes: Uint8Array): FileSort {
  return signatures.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? 'text';
}

/** UTF-8 (with or without BOM), UTF-16 with BOM, else Windows-1251. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
