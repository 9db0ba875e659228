/** Writes a PNG of grey levels: signature, header, one compressed block of unfiltered rows, end. Knows nothing of what is drawn. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EIGHT_BIT_GREY = [8, 0, 0, 0, 0];

/** A drawing: one byte a pixel, row by row, 0 black to 255 white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export function blankRaster(width: number, height: number, level: number): Raster {
  return { width, height, pixels: new Uint8Array(width * height).fill(level) };
}

/** Outside the drawing: nothing. */
export function plot(raster: Raster, x: number, y: number, level: number): void {
  if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return;
  raster.pixels[Math.floor(y) * raster.width + Math.floor(x)] = level;
}

export function encodePng({ width, height, pixels }: Raster): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([header, Buffer.from(EIGHT_BIT_GREY)])),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
