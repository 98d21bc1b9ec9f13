// The outer form of a backup: a plain tar of regular files, so that any system can look into it. Knows nothing of what is inside.

export const blockSize = 512;
/** Longest name that a header holds. */
const nameSize = 100;
/** Largest member: eleven octal digits. */
const largest = 0o77777777777;

/** The header of a member. Throws on a name or size that the form cannot hold. */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > nameSize || size > largest) throw new Error(`tar cannot hold ${name} of ${size} bytes`);
  const block = Buffer.alloc(blockSize);
  block.write(name, 0);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${octal(size)}\0`, 124);
  block.write(`${octal(0)}\0`, 136);
  block.write('0', 156);
  block.write('ustar\0' + '00', 257);
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** Zero bytes that fill the last block of a member. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((blockSize - (size % blockSize)) % blockSize);
}

/** Name and size of a member, 'end' for the zero block behind the last, null for anything that we do not write. */
export function readTarHeader(block: Buffer): { name: string; size: number } | 'end' | null {
  if (block.length !== blockSize) return null;
  if (block.every((byte) => byte === 0)) return 'end';
  const name = block.toString('utf8', 0, nameSize).replace(/\0.*$/s, '');
  const size = parseInt(block.toString('latin1', 124, 135), 8);
  const ours = name !== '' && size >= 0 && tarHeader(name, size).equals(block);
  return ours ? { name, size } : null;
}

function octal(size: number): string {
  return size.toString(8).padStart(11, '0');
}

/** The sum of all bytes, those of the sum itself counted as spaces. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
}
