/** Writes the published JSON Schemas: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publishedSchemas } from '../target/json-schema';

const folder = resolve(__dirname, '..', '..', 'schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(publishedSchemas())) writeFileSync(join(folder, name), text);
