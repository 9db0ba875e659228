/** Draws characters as distorted pen strokes. The image holds pixels only: no text, no metadata. */
import { GLYPHS } from './glyphs';
import { encodeGreyPng } from './png';

const WIDTH = 200;
const HEIGHT = 64;
const WHITE = 15;

type Point = readonly [number, number];

/** @param random also chooses slant, size, place and wave, so that two images of one text differ. */
export function drawCharacters(text: string, random: (bytes: number) => Uint8Array): Uint8Array<ArrayBuffer> {
  const shades = new Uint8Array(WIDTH * HEIGHT).fill(WHITE);
  const chance = dice(random(text.length * 6 + 12));
  const wave = { height: 2 + chance() * 3, length: 30 + chance() * 25, phase: chance() * 6.28 };
  const bend = ([x, y]: Point): Point => [x, y + wave.height * Math.sin(x / wave.length + wave.phase)];
  const step = (WIDTH - 24) / text.length;
  Array.from(text).forEach((character, rank) => {
    const slant = (chance() - 0.5) * 0.5;
    const turn = (chance() - 0.5) * 0.35;
    const height = 31 + chance() * 8;
    const width = 18 + chance() * 5;
    const left = 12 + step * rank + (step - width) / 2;
    const top = (HEIGHT - height) / 2 + (chance() - 0.5) * 8;
    const pen = 1.6 + chance() * 0.6;
    for (const stroke of GLYPHS[character] ?? []) {
      const points = stroke.map(([u, v]): Point => {
        const x = (u - 0.5) * width + (0.5 - v) * height * slant;
        const y = (v - 0.5) * height;
        return bend([left + width / 2 + x - y * turn, top + height / 2 + y + x * turn]);
      });
      for (let i = 1; i < points.length; i += 1) line(shades, points[i - 1] as Point, points[i] as Point, pen, 2);
    }
  });
  // Two thin lines across: enough to join the characters, too little to hide them.
  for (let i = 0; i < 2; i += 1) line(shades, [0, chance() * HEIGHT], [WIDTH, chance() * HEIGHT], 0.9, 8);
  return encodeGreyPng(shades, WIDTH, HEIGHT);
}

/** Fractions of one, as many as there are bytes, then over again. */
function dice(bytes: Uint8Array): () => number {
  let next = 0;
  return () => (bytes[next++ % bytes.length] as number) / 256;
}

/** A segment of a given half-width, its edge softened over one pixel. Only the pixels near it are visited: this is the hot loop. */
function line(shades: Uint8Array, from: Point, to: Point, pen: number, shade: number): void {
  const [x0, y0] = from;
  const dx = to[0] - x0;
  const dy = to[1] - y0;
  const length2 = dx * dx + dy * dy || 1;
  const reach = pen + 0.5;
  const slope = dx / dy;
  const spread = reach * Math.sqrt(1 + slope * slope);
  const bottom = Math.min(HEIGHT - 1, Math.ceil(Math.max(y0, to[1]) + reach));
  for (let y = Math.max(0, Math.floor(Math.min(y0, to[1]) - reach)); y <= bottom; y += 1) {
    // Only the part of the row that the segment crosses: a long slanting line would otherwise fill its whole box.
    let low = Math.min(x0, to[0]) - reach;
    let high = Math.max(x0, to[0]) + reach;
    if (Math.abs(dy) > 0.01) {
      const centre = x0 + (y - y0) * slope;
      low = Math.max(low, centre - spread);
      high = Math.min(high, centre + spread);
    }
    const last = Math.min(WIDTH - 1, Math.ceil(high));
    for (let x = Math.max(0, Math.floor(low)); x <= last; x += 1) {
      const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length2));
      const ex = x - x0 - t * dx;
      const ey = y - y0 - t * dy;
      const distance2 = ex * ex + ey * ey;
      if (distance2 >= reach * reach) continue;
      const cover = Math.min(1, reach - Math.sqrt(distance2));
      const at = y * WIDTH + x;
      const value = (WHITE - cover * (WHITE - shade) + 0.5) | 0;
      if (value < (shades[at] as number)) shades[at] = value;
    }
  }
}
