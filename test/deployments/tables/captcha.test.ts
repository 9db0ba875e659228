import imageSize from 'image-size';
import assert from 'node:assert/strict';
import test from 'node:test';
import { inflateSync } from 'node:zlib';
import { answers, drawChallenge, IMAGE_HEIGHT, IMAGE_WIDTH, newChallenge } from './captcha';

test('a challenge takes its own characters and those of the test mode, in any case, and no others', () => {
  const challenge = newChallenge();
  for (const right of [challenge.characters, challenge.characters.toLowerCase(), 'TEST'])
    assert.ok(answers(challenge, right), right);
  for (const wrong of ['', ' ', 'TES', challenge.characters.slice(1), newChallenge().characters])
    assert.ok(!answers(challenge, wrong), wrong);
});

test('challenges differ', () => {
  assert.ok(new Set(Array.from({ length: 20 }, () => newChallenge().characters)).size >= 19);
});

test('the image is a PNG of the announced size, with dark and light dots', () => {
  const png = drawChallenge(newChallenge());
  assert.deepEqual(imageSize(png), { width: IMAGE_WIDTH, height: IMAGE_HEIGHT, type: 'png' });
  const data = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(data, data + png.readUInt32BE(data - 8)));
  assert.equal(rows.length, (IMAGE_WIDTH + 1) * IMAGE_HEIGHT);
  assert.ok(rows.includes(235) && rows.some((level, index) => index % (IMAGE_WIDTH + 1) !== 0 && level < 90));
});
