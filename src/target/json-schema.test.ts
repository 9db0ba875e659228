import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { publishedSchemas } from './json-schema';

const folder = resolve(__dirname, '..', '..', 'schemas');

for (const [name, text] of Object.entries(publishedSchemas())) {
  test(`the committed ${name} is the one that is checked (npm run schemas writes it)`, () => {
    assert.deepEqual(JSON.parse(readFileSync(join(folder, name), 'utf8')), JSON.parse(text));
  });
}

test('the schema of the target file knows the keys, their values and what they are for', () => {
  const { properties, required } = JSON.parse(publishedSchemas()['target.schema.json']!) as {
    properties: Record<string, { enum?: string[]; description?: string; properties?: object }>;
    required: string[];
  };
  assert.deepEqual(required, ['name', 'baseUrl', 'accounts', 'captcha', 'mail']);
  assert.deepEqual(properties.driver?.enum, ['http', 'browser']);
  assert.ok('AMB-14' in properties.readings!.properties!);
  for (const [key, { description }] of Object.entries(properties))
    assert.ok(description || key === 'assistance', `${key} says what it is for`);
});
