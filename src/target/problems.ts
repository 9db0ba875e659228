/** Says what is wrong in a file: where, what was given, what is accepted. Quotes no secret. */
import type { z } from 'zod';

export interface ProblemContext {
  /** The schema as JSON Schema: it tells which keys are accepted where. */
  readonly schema: object;
  /** Whether what stands there may be quoted. */
  quotable(path: readonly PropertyKey[]): boolean;
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly required?: readonly string[];
  readonly const?: unknown;
}

/** One problem. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  /** Its key, as written in the file; `(root)` for the whole. */
  readonly key: string;
  /** `given …; accepted: …` */
  readonly words: string;
}

/** What zod found, one problem a key. */
export function problemsOf(error: z.ZodError, data: unknown, context: ProblemContext): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const accepted = keysAt(context.schema, issue.path, data);
      return issue.keys.map((key) =>
        problem([...issue.path, key], `no such key; accepted: ${accepted.join(', ') || 'none'}${nearest(key, accepted)}`),
      );
    }
    const given = valueAt(data, issue.path);
    return [problem(issue.path, `${describeGiven(given, context.quotable(issue.path))}; accepted: ${acceptedBy(issue)}`)];
  });
}

/** An address that may hold a password is quoted without it. */
export function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, '//…@');
}

function problem(path: readonly PropertyKey[], words: string): Problem {
  return { path, key: path.join('.') || '(root)', words };
}

function describeGiven(given: unknown, quotable: boolean): string {
  if (given === undefined) return 'missing';
  if (!quotable) return 'given a value that is not quoted here';
  if (given === null) return 'given nothing';
  if (Array.isArray(given)) return `given a list of ${given.length}`;
  if (typeof given === 'object') return `given { ${Object.keys(given).join(', ')} }`;
  return `given ${withoutCredentials(JSON.stringify(given))}`;
}

function acceptedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  if (issue.code === 'invalid_type' && !/^(a |an |at |http|host|\{|fixed)/.test(issue.message))
    return words[issue.expected] ?? issue.expected;
  return issue.message;
}

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys',
};

/** The keys that the schema accepts at a place; of alternatives, those of the one that the data has chosen. */
function keysAt(schema: object, path: readonly PropertyKey[], data: unknown): string[] {
  let node: SchemaNode | undefined = chosen(schema as SchemaNode, data);
  let value = data;
  for (const step of path) {
    value = valueAt(value, [step]);
    const next: SchemaNode | undefined = typeof step === 'number' ? node?.items : node?.properties?.[String(step)];
    node = next && chosen(next, value);
  }
  return Object.keys(node?.properties ?? {});
}

function chosen(node: SchemaNode, value: unknown): SchemaNode {
  const alternatives = node.oneOf ?? node.anyOf;
  if (alternatives === undefined) return node;
  const fits = ({ properties = {} }: SchemaNode): number =>
    Object.entries(properties).filter(([key, { const: fixed }]) => {
      const given = valueAt(value, [key]);
      return fixed === undefined ? given !== undefined : given === fixed;
    }).length;
  return [...alternatives].sort((one, other) => fits(other) - fits(one))[0] ?? node;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined),
    data,
  );
}

/** The accepted key that a slip of the finger is most like, when there is one. */
function nearest(key: string, accepted: readonly string[]): string {
  const [best, second] = accepted
    .map((name) => ({ name, far: distance(key.toLowerCase(), name.toLowerCase()) }))
    .sort((one, other) => one.far - other.far);
  return best !== undefined && best.far <= 2 && best.far !== second?.far ? ` (is ${best.name} meant?)` : '';
}

/** Levenshtein. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const substituted = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}
