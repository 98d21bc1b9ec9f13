// Pixels -> PNG. Skia's own encoder tries every filter of every line: three times as slow for flat pictures, and no smaller.
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of opaque pixels that come as RGBA, line by line. */
export function encodePng(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue; no interlace.
  head.set([8, 2, 0, 0, 0], 8);
  const body = deflateSync(lines(rgba, width, height), { level: 3 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

/** Kept for the next picture: eight megabytes for each would pile up before they are collected. */
let kept = Buffer.alloc(0);

/** Every line begins with the number of its filter: none. */
function lines(rgba: Uint8Array, width: number, height: number): Buffer {
  const length = (width * 3 + 1) * height;
  if (kept.length < length) kept = Buffer.alloc(length);
  const out = kept.subarray(0, length);
  let to = 0;
  let from = 0;
  for (let y = 0; y < height; y += 1) {
    out[to] = 0;
    to += 1;
    for (let x = 0; x < width; x += 1) {
      out[to] = rgba[from] ?? 0;
      out[to + 1] = rgba[from + 1] ?? 0;
      out[to + 2] = rgba[from + 2] ?? 0;
      to += 3;
      from += 4;
    }
  }
  return out;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
