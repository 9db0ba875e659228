/* eslint-disable @typescript-eslint/no-require-imports -- plain CommonJS, to start in a few milliseconds */
/** Reads this deployment’s CAPTCHA as a person does, from its pixels: a PNG on standard input, its characters on standard output. */

const { readFileSync } = require('node:fs');
const { inflateSync } = require('node:zlib');
const glyphs = require('./glyphs.json');

process.stdout.write(charactersOf(pictureOf(readFileSync(0))));

/** Ink or paper, row after row. */
function pictureOf(png) {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error(`Standard input: ${png.length} bytes that are no PNG picture`);
  const chunks = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)) });
  }
  const header = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  return { width, height, ink: (x, y) => rows[y * (width + 1) + 1 + x] < 100 };
}

/** Characters stand apart: a column without ink separates them. */
function charactersOf({ width, height, ink }) {
  let text = '';
  let left;
  for (let x = 0; x <= width; x += 1) {
    const blank = x === width || !range(height).some((y) => ink(x, y));
    if (!blank) left ??= x;
    else if (left !== undefined) {
      text += characterIn(left, x, height, ink);
      left = undefined;
    }
  }
  return text;
}

/** Every glyph fills a grid of 5 × 7: the width tells the scale. */
function characterIn(left, right, height, ink) {
  const scale = (right - left) / 5;
  const top = range(height).find((y) => range(right - left).some((x) => ink(left + x, y)));
  const drawn = range(7).map((row) =>
    range(5)
      .map((column) => (ink(left + column * scale, top + row * scale) ? '#' : '.'))
      .join(''),
  );
  return Object.keys(glyphs).find((character) => glyphs[character].join() === drawn.join()) ?? '?';
}

function range(length) {
  return [...Array(length).keys()];
}
