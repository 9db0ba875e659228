// Draws characters as an SVG image: strokes only, never text. Each drawing of the same characters differs.

/** The strokes of each character on a grid 4 wide and 6 high: `xy` points, strokes apart by `|`. No two look alike. */
const STROKES: Readonly<Record<string, string>> = {
  A: '06 20 46|14 34',
  C: '41 30 10 01 05 16 36 45',
  E: '40 00 06 46|03 33',
  F: '40 00 06|03 33',
  H: '00 06|40 46|03 43',
  J: '10 40 45 36 16 05',
  K: '00 06|40 03 46',
  L: '00 06 46',
  M: '06 00 23 40 46',
  N: '06 00 46 40',
  P: '06 00 30 41 42 33 03',
  R: '06 00 30 41 42 33 03|23 46',
  T: '00 40|20 26',
  U: '00 05 16 36 45 40',
  X: '00 46|40 06',
  Y: '00 23 40|23 26',
  2: '01 10 30 41 42 06 46',
  3: '00 40 23 33 44 45 36 16 05',
  4: '36 30 04 44',
  7: '00 40 16',
  9: '43 13 02 01 10 30 41 45 36 16',
};

/** The characters that can be drawn. */
export const DRAWABLE = Object.keys(STROKES).join('');

const WIDTH = 240;
const HEIGHT = 80;
const UNIT = 7;

/** An SVG image of these characters. */
export function drawCharacters(characters: string): Buffer {
  const letters = [...characters].map((character, index) => drawCharacter(character, 18 + index * 36, 20));
  const scratches = Array.from({ length: 6 }, drawScratch);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">` +
      `<path fill="#f4f1e8" d="M0 0H${WIDTH}V${HEIGHT}H0Z"/>` +
      `<path fill="none" stroke="#9aa5b1" d="${scratches.join('')}"/>` +
      `<path fill="none" stroke="#1d3557" stroke-width="3" stroke-linecap="round" d="${letters.join('')}"/></svg>`,
  );
}

function drawCharacter(character: string, left: number, top: number): string {
  const tilt = wobble(0.2);
  const strokes = (STROKES[character] ?? '').split('|');
  return strokes.map((stroke) => `M${stroke.split(' ').map(place).join('L')}`).join('');

  function place(point: string): string {
    const x = (Number(point[0]) - 2 + wobble(0.2)) * UNIT;
    const y = (Number(point[1]) - 3 + wobble(0.2)) * UNIT;
    const right = left + 2 * UNIT + x * Math.cos(tilt) - y * Math.sin(tilt);
    const down = top + 3 * UNIT + x * Math.sin(tilt) + y * Math.cos(tilt);
    return `${right.toFixed(1)} ${down.toFixed(1)}`;
  }
}

function drawScratch(): string {
  const points = Array.from({ length: 2 }, () => `${Math.round(Math.random() * WIDTH)} ${Math.round(Math.random() * HEIGHT)}`);
  return `M${points.join('L')}`;
}

function wobble(most: number): number {
  return (Math.random() * 2 - 1) * most;
}
