import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { newCaptcha } from './captcha';
import glyphs from './glyphs.json';

const read = (png: Buffer): string =>
  spawnSync(process.execPath, [join(__dirname, 'read-captcha.js')], { input: png, encoding: 'utf8' }).stdout;

test('The reader reads every character, wherever and however large it is drawn', () => {
  const characters = Object.keys(glyphs);
  for (let at = 0; at < characters.length; at += 6) {
    const text = characters.slice(at, at + 6).join('');
    assert.equal(read(newCaptcha(text).png), text);
  }
});

test('Twenty images hold twenty texts, each of six characters', () => {
  const texts = Array.from({ length: 20 }, () => newCaptcha().text);
  assert.equal(new Set(texts).size, 20);
  assert.ok(texts.every((text) => text.length === 6));
});

test('The reader says so when it is given something else than a picture', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(__dirname, 'read-captcha.js')], {
    input: 'page',
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /Standard input: 4 bytes that are no PNG picture/);
});
