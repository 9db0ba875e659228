/** The JSON Schemas of the target file and of the pool, for editors. Derived from zod: they say what is checked. */
import { z } from 'zod';
import { poolSchema, targetSchema } from './target-schema';

/** A schema of zod as JSON Schema, for what is written in a file. */
export function schemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

/** The published schemas by the name of their file. */
export function publishedSchemas(): Readonly<Record<string, string>> {
  return {
    'target.schema.json': published(targetSchema, 'Target file of mdpo'),
    'accounts.schema.json': published(poolSchema, 'Pool of test accounts of mdpo'),
  };
}

function published(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...schemaOf(schema) }, null, 2)}\n`;
}
