/** The picture to copy: random characters, drawn large or small, high or low, on a speckled paper. */

import { randomBytes, randomInt } from 'node:crypto';
import glyphs from './glyphs.json';
import { pngOf, type Picture } from './png';

export interface Captcha {
  readonly id: string;
  readonly text: string;
  readonly png: Buffer;
}

const length = 6;
export const size = { width: 240, height: 60 };

export function newCaptcha(text = randomText()): Captcha {
  return { id: randomBytes(12).toString('hex'), text, png: pngOf(draw(text)) };
}

/** Case aside: letters that are all capitals on the picture are often typed small (AMB-15). */
export function reads({ text }: Captcha, typed: string): boolean {
  return typed.replace(/[a-z]/g, (letter) => letter.toUpperCase()) === text;
}

function randomText(): string {
  const alphabet = Object.keys(glyphs);
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function draw(text: string): Picture {
  const { width, height } = size;
  const pixels = Uint8Array.from(randomBytes(width * height), (noise) => 255 - (noise % 96));
  const cell = Math.floor(width / length);
  [...text].forEach((character, index) => {
    const scale = randomInt(4, 7);
    const left = index * cell + randomInt(2, cell - 5 * scale - 2);
    const top = randomInt(2, height - 7 * scale - 2);
    const rows = (glyphs as Record<string, string[]>)[character] ?? [];
    for (let y = 0; y < 7 * scale; y += 1) {
      for (let x = 0; x < 5 * scale; x += 1) {
        if (rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] !== '#') continue;
        pixels[(top + y) * width + left + x] = randomInt(64);
      }
    }
  });
  return { width, height, pixels };
}
