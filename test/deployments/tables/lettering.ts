/** Letters of five by seven dots, and their drawing, straight or bent. */
import { plot, type Raster } from './png';

const COLUMNS = 5;

/** Seven rows of five dots each. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: '01110 10001 10001 11111 10001 10001 10001',
  C: '01111 10000 10000 10000 10000 10000 01111',
  D: '11110 10001 10001 10001 10001 10001 11110',
  E: '11111 10000 10000 11110 10000 10000 11111',
  F: '11111 10000 10000 11110 10000 10000 10000',
  H: '10001 10001 10001 11111 10001 10001 10001',
  I: '01110 00100 00100 00100 00100 00100 01110',
  K: '10001 10010 10100 11000 10100 10010 10001',
  L: '10000 10000 10000 10000 10000 10000 11111',
  M: '10001 11011 10101 10101 10001 10001 10001',
  N: '10001 11001 10101 10101 10011 10001 10001',
  O: '01110 10001 10001 10001 10001 10001 01110',
  P: '11110 10001 10001 11110 10000 10000 10000',
  R: '11110 10001 10001 11110 10100 10010 10001',
  T: '11111 00100 00100 00100 00100 00100 00100',
  U: '10001 10001 10001 10001 10001 10001 01110',
  V: '10001 10001 10001 10001 10001 01010 00100',
  W: '10001 10001 10001 10101 10101 11011 10001',
  X: '10001 10001 01010 00100 01010 10001 10001',
  Y: '10001 10001 01010 00100 00100 00100 00100',
  3: '11110 00001 00001 01110 00001 00001 11110',
  4: '10010 10010 10010 11111 00010 00010 00010',
  7: '11111 00001 00010 00100 01000 01000 01000',
  9: '01110 10001 10001 01111 00001 00001 01110',
};

/** Where a letter goes and how: `bend` shifts its rows sideways, given how far down (in pixels) the row is. */
export interface Placement {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly level: number;
  readonly bend?: (down: number) => number;
}

/** A character without a glyph leaves a blank. */
export function drawLetter(raster: Raster, letter: string, { x, y, scale, level, bend = () => 0 }: Placement): void {
  const rows = (GLYPHS[letter] ?? '').split(' ');
  rows.forEach((dots, row) => {
    for (let down = row * scale; down < (row + 1) * scale; down++) {
      for (let across = 0; across < COLUMNS * scale; across++) {
        if (dots[Math.floor(across / scale)] === '1') plot(raster, x + across + bend(down), y + down, level);
      }
    }
  });
}
