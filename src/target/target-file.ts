/** The description of a live deployment, as its operator writes it: checked whole, every problem said at once. Opens nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { ConfigurationError } from '../verdict/errors';
import type { Account } from './account';
import { lackOfAuthorisation } from './authorisation';
import { expandEnvironment } from './environment-values';
import { schemaOf } from './json-schema';
import { PLACEHOLDER, unfilledKeys } from './pool-skeleton';
import { problemsOf, type Problem } from './problems';
import { poolSchema, targetSchema, type TargetFile } from './target-schema';

export interface ReadOptions {
  /** Who runs the suite says that they may test a public host. */
  readonly confirmed?: boolean;
  /** Where `${NAME}` is looked up. Default: the environment of the process. */
  readonly env?: NodeJS.ProcessEnv;
}

/** @throws ConfigurationError naming the file, and for each problem the line, the key, what was given and what is accepted. */
export function readTargetFile(path: string, { confirmed = false, env = process.env }: ReadOptions = {}): TargetFile {
  const lines = new LineCounter();
  const document = parseDocument(readText(path), { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) throw new ConfigurationError(`${path}: not YAML: ${error.message}`);
  const { data, filled, missing } = expandEnvironment(document.toJS(), env);
  const unset = missing.map(({ path: key, name }) => ({
    path: key,
    key: key.join('.'),
    words: `given \${${name}}: the environment variable ${name} is not set`,
  }));
  const quotable = (key: readonly PropertyKey[]) => !filled.has(key.join('.')) && !SECRET_KEYS.has(key.join('.'));
  const result = check(targetSchema, data, quotable);
  const problems = [...unset, ...('problems' in result ? result.problems : [])];
  if (problems.length > 0) throw refusal(path, problems, (problem) => lineOf(document, problem.path, lines));
  const file = { ...(result as { data: TargetFile }).data };
  const lack = lackOfAuthorisation(file, confirmed);
  if (lack !== undefined) throw new ConfigurationError(`${path}: ${lack.key}: ${lack.words}`);
  return { ...file, accounts: resolve(dirname(path), file.accounts) };
}

/**
 * @param provisioned accounts can be made: there may be none yet, nor a file.
 * @throws ConfigurationError as above; a password or an answer is never quoted.
 */
export function readPool(path: string, provisioned = false): Account[] {
  if (provisioned && !existsSync(path)) return [];
  const text = readText(path);
  return provisioned && /^\s*\[\s*\]\s*$/.test(text) ? [] : checkPool(path, text);
}

/** Accounts from the text of a pool. @param source what the text is called in errors. @throws ConfigurationError as above. */
export function checkPool(source: string, text: string): Account[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    // The message of a JSON error quotes the text: it may hold a password.
    throw new ConfigurationError(`${source}: not JSON: a JSON array of accounts is expected`);
  }
  const result = check(poolSchema, data, (key) => !key.some((part) => SECRET_PARTS.has(String(part))));
  if ('problems' in result) throw refusal(source, result.problems);
  const unfilled = result.data.flatMap((account, index) => unfilledProblem(index, unfilledKeys(account)));
  if (unfilled.length > 0) throw refusal(source, unfilled);
  const emails = result.data.map(({ email }) => email.toLowerCase());
  const twice = emails.find((email, index) => emails.indexOf(email) !== index);
  if (twice !== undefined) throw new ConfigurationError(`${source}: ${twice} stands twice; each account must stand once`);
  return result.data;
}

const SECRET_KEYS = new Set(['mail.password', 'captcha.value', 'assistance.code']);
const SECRET_PARTS = new Set(['password', 'answer']);

function check<T>(
  schema: z.ZodType<T>,
  data: unknown,
  quotable: (key: readonly PropertyKey[]) => boolean,
): { data: T } | { problems: Problem[] } {
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data };
  return { problems: problemsOf(result.error, data, { schema: schemaOf(schema), quotable }) };
}

/** @param keys of the account at that index. */
function unfilledProblem(index: number, keys: readonly string[]): Problem[] {
  if (keys.length === 0) return [];
  const words = `${keys.join(', ')} still « ${PLACEHOLDER} »; accepted: an account of the deployment (or take it out of the list)`;
  return [{ path: [index], key: String(index), words }];
}

function refusal(path: string, problems: readonly Problem[], line: (problem: Problem) => number | undefined = () => undefined) {
  const words = problems.map((problem) => {
    const at = line(problem);
    return `  ${at === undefined ? '' : `line ${at}: `}${problem.key}: ${problem.words}`;
  });
  return new ConfigurationError(`${path}:\n${words.join('\n')}`);
}

/** The line of a key; of a key that is absent, that of the nearest one that holds it. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(holder) ? holder.items.find(({ key }) => isScalar(key) && key.value === path[length - 1]) : undefined;
    // The value of a key may begin on a later line than the key.
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigurationError(`${path}: cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`, {
      cause: error,
    });
  }
}
