/** The image whose characters are to be copied. A challenge serves once and belongs to one session, which keeps it. */
import { randomInt } from 'node:crypto';
import { drawLetter } from './lettering';
import { blankRaster, encodePng, plot, type Raster } from './png';
import { pick, randomLetters } from './random-letters';

/** The test mode of this deployment: these characters answer every challenge. */
export const TEST_CHARACTERS = 'TEST';

export const IMAGE_WIDTH = 196;
export const IMAGE_HEIGHT = 60;

/** Without the characters that are easily taken for one another. */
const ALPHABET = 'ACDEFHKLMNPRTUVWXY3479';
const LENGTH = 6;
const SCALE = 4;

export interface Challenge {
  /** Number of the image in its address; says nothing of the characters. */
  readonly image: string;
  readonly characters: string;
}

export function newChallenge(): Challenge {
  return { image: randomLetters(16), characters: pick(ALPHABET, LENGTH) };
}

/** Whatever the case of the letters (AMB-15). */
export function answers(challenge: Challenge, typed: string): boolean {
  const copied = typed.trim().toUpperCase();
  return copied === challenge.characters || copied === TEST_CHARACTERS;
}

export function drawChallenge({ characters }: Challenge): Buffer {
  const raster = blankRaster(IMAGE_WIDTH, IMAGE_HEIGHT, 235);
  speckle(raster);
  [...characters].forEach((letter, index) => {
    const phase = randomInt(628) / 100;
    const bend = (down: number) => Math.round(3 * Math.sin(phase + down / 12));
    drawLetter(raster, letter, {
      x: 12 + index * 30 + randomInt(6),
      y: 8 + randomInt(16),
      scale: SCALE,
      level: randomInt(90),
      bend,
    });
  });
  for (let line = 0; line < 3; line++) strike(raster);
  return encodePng(raster);
}

function speckle(raster: Raster): void {
  for (let dot = 0; dot < 400; dot++) plot(raster, randomInt(raster.width), randomInt(raster.height), 120 + randomInt(100));
}

/** A wave across the letters. */
function strike(raster: Raster): void {
  const middle = 12 + randomInt(raster.height - 24);
  const phase = randomInt(628) / 100;
  for (let x = 0; x < raster.width; x++) plot(raster, x, Math.round(middle + 8 * Math.sin(phase + x / 22)), 70);
}
