/** Writes the published JSON Schemas: `npm run schemas`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allPublishedSchemas } from './published-schemas';

const folder = resolve(__dirname, '..', '..', 'schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(allPublishedSchemas())) writeFileSync(join(folder, name), text);
