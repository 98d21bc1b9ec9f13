// Enough of image formats to refuse what Telegram refuses: kind by its first bytes, size of PNG and JPEG.

interface Size {
  width: number;
  height: number;
}

/** Width and height in pixels; 1280 x 960 where the format does not tell. */
export function imageSize(content: Buffer): Size {
  return pngSize(content) ?? jpegSize(content) ?? { width: 1280, height: 960 };
}

/** Telegram's complaint about a photo, undefined for a good one. */
export function imageFault(content: Buffer): string | undefined {
  if (content.length === 0) return 'file must be non-empty';
  if (!isImage(content)) return 'IMAGE_PROCESS_FAILED';
  const { width, height } = imageSize(content);
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height));
  return width + height > 10_000 || ratio > 20 ? 'PHOTO_INVALID_DIMENSIONS' : undefined;
}

function isImage(content: Buffer): boolean {
  const start = content.subarray(0, 12).toString('latin1');
  return /^(\x89PNG|\xff\xd8\xff|GIF8|BM)/.test(start) || (start.startsWith('RIFF') && start.endsWith('WEBP'));
}

function pngSize(content: Buffer): Size | undefined {
  if (content.length < 24 || content.toString('latin1', 1, 4) !== 'PNG') return undefined;
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

function jpegSize(content: Buffer): Size | undefined {
  if (content.length < 4 || content.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    at += 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
}
