/** The published JSON Schemas of every file that people write. Derived from zod: they say what is checked. */
import { gatePolicySchema } from '../gate/policy';
import { publishedSchemas, schemaOf } from '../target/json-schema';

/** Their texts by the name of their file. */
export function allPublishedSchemas(): Readonly<Record<string, string>> {
  const policy = { title: 'Policy of mdpo gate', ...schemaOf(gatePolicySchema) };
  return { ...publishedSchemas(), 'gate.schema.json': `${JSON.stringify(policy, null, 2)}\n` };
}
