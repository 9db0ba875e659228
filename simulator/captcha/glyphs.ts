/** Pen strokes of the characters of the CAPTCHA, on a unit square whose origin is the top left. */

type Stroke = readonly (readonly [number, number])[];

const BOWL: Stroke = [
  [0, 0],
  [0.7, 0],
  [1, 0.15],
  [1, 0.37],
  [0.7, 0.52],
  [0, 0.52],
];

export const GLYPHS: Readonly<Record<string, readonly Stroke[]>> = {
  A: [path('0,1 .5,0 1,1'), path('.2,.62 .8,.62')],
  C: [path('1,.18 .75,0 .3,0 0,.3 0,.7 .3,1 .75,1 1,.82')],
  D: [path('0,0 .6,0 1,.3 1,.7 .6,1 0,1 0,0')],
  E: [path('1,0 0,0 0,1 1,1'), path('0,.5 .75,.5')],
  F: [path('1,0 0,0 0,1'), path('0,.48 .75,.48')],
  H: [path('0,0 0,1'), path('1,0 1,1'), path('0,.5 1,.5')],
  J: [path('.45,0 1,0'), path('.8,0 .8,.75 .6,1 .25,1 0,.78')],
  K: [path('0,0 0,1'), path('1,0 0,.58'), path('.32,.4 1,1')],
  M: [path('0,1 .08,0 .5,.62 .92,0 1,1')],
  N: [path('0,1 0,0 1,1 1,0')],
  P: [path('0,1 0,0'), BOWL],
  R: [path('0,1 0,0'), BOWL, path('.45,.52 1,1')],
  T: [path('0,0 1,0'), path('.5,0 .5,1')],
  U: [path('0,0 0,.7 .28,1 .72,1 1,.7 1,0')],
  V: [path('0,0 .5,1 1,0')],
  W: [path('0,0 .22,1 .5,.35 .78,1 1,0')],
  X: [path('0,0 1,1'), path('1,0 0,1')],
  Y: [path('0,0 .5,.5 1,0'), path('.5,.5 .5,1')],
  3: [path('0,.12 .3,0 .72,0 1,.18 .88,.42 .42,.48'), path('.42,.48 .9,.54 1,.8 .72,1 .28,1 0,.86')],
  4: [path('.75,1 .75,0 0,.68 1,.68')],
  7: [path('0,0 1,0 .35,1'), path('.25,.5 .82,.5')],
  9: [path('.98,.38 .7,.56 .3,.56 .02,.38 .02,.16 .3,0 .7,0 .98,.16 .98,.5 .8,.85 .35,1')],
};

/** « 0,1 .5,0 » to points: the table above stays readable. */
function path(points: string): Stroke {
  return points.split(' ').map((point) => {
    const [x = 0, y = 0] = point.split(',').map(Number);
    return [x, y];
  });
}
