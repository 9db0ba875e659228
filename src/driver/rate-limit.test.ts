import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPace } from './rate-limit';

/** A pace on a clock that moves only when told to. */
function paced(perSecond: number) {
  const clock = { ms: 1_000 };
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => void waits.push(Math.round(ms));
  return { pace: createPace({ perSecond, now: () => clock.ms, wait }), clock, waits };
}

test('one second of requests passes at once, the next ones are evenly spaced', async () => {
  const { pace, waits } = paced(4);
  for (let request = 0; request < 7; request += 1) await pace();
  assert.deepEqual(waits, [250, 500, 750]);
});

test('what is asked at the rate, or more slowly, never waits', async () => {
  const { pace, clock, waits } = paced(4);
  for (let request = 0; request < 20; request += 1) {
    await pace();
    clock.ms += 250;
  }
  assert.deepEqual(waits, []);
});

test('a long silence saves up no more than one second of requests', async () => {
  const { pace, clock, waits } = paced(2);
  await pace();
  clock.ms += 3_600_000;
  for (let request = 0; request < 3; request += 1) await pace();
  assert.deepEqual(waits, [500]);
});

test('in any stretch of time, no more pass than the rate and one second ahead', async () => {
  const { pace, clock, waits } = paced(5);
  const passed: number[] = [];
  for (let request = 0; request < 60; request += 1) {
    const before = waits.length;
    await pace();
    passed.push(clock.ms + (waits.length > before ? waits.at(-1)! : 0));
    clock.ms += 70;
  }
  for (const [first, from] of passed.entries()) {
    for (const [last, to] of passed.entries()) {
      if (last >= first)
        assert.ok(last - first + 1 <= 5 + ((to - from) * 5) / 1000 + 0.1, `${last - first + 1} in ${to - from} ms`);
    }
  }
});

test('less than one a second is a rate too', async () => {
  const { pace, waits } = paced(0.1);
  await pace();
  await pace();
  assert.deepEqual(waits, [10_000]);
});

test('those who ask together are let through in their order', async () => {
  const { pace, waits } = paced(1);
  await Promise.all([pace(), pace(), pace()]);
  assert.deepEqual(waits, [1_000, 2_000]);
});

test('by default it is real time that it waits for', async () => {
  const pace = createPace({ perSecond: 500 });
  await pace();
});

test('a rate that lets nothing through, or everything, is refused', () => {
  for (const perSecond of [0, -1, NaN, Infinity]) {
    assert.throws(() => createPace({ perSecond }), {
      name: 'ConfigurationError',
      message: `perSecond, given ${perSecond}, accepted: a number of requests above 0`,
    });
  }
});
