import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from './environment';
import { allPublishedSchemas } from './published-schemas';

const folder = join(packageRoot, 'schemas');

test('the committed schemas are those that are checked, and no other (npm run schemas writes them)', () => {
  const published = allPublishedSchemas();
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(published).sort());
  for (const [name, text] of Object.entries(published)) {
    assert.deepEqual(JSON.parse(readFileSync(join(folder, name), 'utf8')), JSON.parse(text), name);
  }
});

test('the schema of a policy says what each key is for, and needs none', () => {
  const { properties, required } = JSON.parse(allPublishedSchemas()['gate.schema.json'] ?? '') as {
    properties: Record<string, { description?: string }>;
    required?: string[];
  };
  assert.deepEqual(required ?? [], []);
  for (const [key, { description }] of Object.entries(properties)) assert.ok(description, `${key} says what it is for`);
});
