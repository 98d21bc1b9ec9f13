// Photos for reports, drawn in code: flat shapes as a small PNG, so that no picture file lies in the repository.
import { crc32, deflateSync } from 'node:zlib';

type Colour = [red: number, green: number, blue: number];
/** A rectangle, or a slope that rises from its lower left to its upper right corner. */
type Shape = { at: [x: number, y: number]; size: [width: number, height: number]; colour: Colour; slope?: boolean };

const width = 480;
const height = 360;
const sky: Colour = [196, 222, 240];
const grass: Colour = [126, 164, 96];
const wall: Colour = [232, 214, 178];
const glass: Colour = [98, 142, 176];
const door: Colour = [120, 78, 52];
const stone: Colour = [170, 170, 172];
const dark: Colour = [58, 62, 70];
const red: Colour = [196, 62, 54];
const leaf: Colour = [78, 136, 66];

const box = (x: number, y: number, w: number, h: number, colour: Colour, slope = false): Shape => {
  return { at: [x, y], size: [w, h], colour, slope };
};
const school = [
  box(0, 250, width, 110, grass),
  box(60, 90, 360, 170, wall),
  box(60, 78, 360, 14, red),
  ...[90, 150, 290, 350].flatMap((x) => [box(x, 115, 36, 40, glass), box(x, 185, 36, 40, glass)]),
  box(212, 180, 52, 80, door),
];

/** What a photo shows. */
export type Motif = 'ramp' | 'camera' | 'yard' | 'menu';
const motifs: Record<Motif, Shape[]> = {
  ramp: [...school, box(66, 222, 146, 38, stone, true), box(206, 186, 4, 38, dark), box(112, 212, 4, 38, dark)],
  camera: [
    box(0, 0, width, height, wall),
    box(0, 290, width, 70, stone),
    box(300, 40, 20, 60, dark),
    box(200, 70, 110, 46, dark),
    box(188, 78, 14, 30, glass),
    box(230, 82, 8, 8, red),
    box(60, 120, 90, 170, door),
  ],
  yard: [
    ...school,
    ...[20, 120, 330, 430].flatMap((x) => [box(x, 270, 8, 60, door), box(x - 16, 226, 40, 50, leaf)]),
    box(180, 300, 40, 44, [66, 110, 168]),
    box(228, 300, 40, 44, [206, 170, 60]),
  ],
  menu: [
    box(0, 0, width, height, [214, 206, 196]),
    box(110, 30, 260, 300, [250, 250, 246]),
    box(110, 30, 260, 40, red),
    ...[100, 140, 180, 220, 260].flatMap((y) => [box(140, y, 150, 10, dark), box(310, y, 36, 10, stone)]),
  ],
};

/** The picture as the bytes of a PNG; `shade` from 0 moves it a little, so that two of one motif differ. */
export function picture(motif: Motif, shade = 0): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  const shapes = [box(0, 0, width, height, sky), ...motifs[motif]];
  for (const shape of shapes) paint(rows, shape, shade * 6);
  return png(rows);
}

function paint(rows: Buffer, { at: [left, top], size: [w, h], colour, slope }: Shape, shade: number): void {
  for (let y = Math.max(0, top); y < Math.min(height, top + h); y++) {
    const from = slope ? left + Math.floor(((top + h - y) / h) * w) : left;
    for (let x = Math.max(0, from); x < Math.min(width, left + w); x++) {
      const place = y * (width * 3 + 1) + 1 + x * 3;
      colour.forEach((value, index) => (rows[place + index] = Math.max(0, value - shade)));
    }
  }
}

/** Wraps rows of RGB pixels, each behind its filter byte, into the chunks of a PNG. */
function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
