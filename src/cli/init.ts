/** `mdpo init`: from nothing to a target file and a pool to fill in, by questions or by options. Sends nothing to anybody. */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { pathToFileURL } from 'node:url';
import { expandEnvironment } from '../target/environment-values';
import { poolSkeleton } from '../target/pool-skeleton';
import { readTargetFile } from '../target/target-file';
import { composeTarget, type TargetAnswers } from '../target/target-template';
import { ConfigurationError } from '../verdict/errors';
import { exitCodes, packageRoot, type CliEnvironment } from './environment';
import { answersOf, holdsVariable, questions, readAnswer, type Answer, type Draft, type Question } from './init-questions';

/** The answers that were given as options are not asked for. */
export interface InitOptions extends Partial<Readonly<Record<Answer, string>>> {
  /** The file to write. Default: named after the deployment, in the user's folder. */
  readonly out?: string;
  /** Write over a target file that is there. A pool is never written over. */
  readonly force?: boolean;
}

/**
 * Writes a target file, and a pool to fill in where there is none, and says what to type next.
 * @returns 0.
 * @throws ConfigurationError naming every option that is wrong, and without a terminal every one that is missing; when a file is
 * there already or cannot be written; when the terminal closes before the last question. Nothing is written before all is answered.
 */
export async function init(environment: CliEnvironment, { out, force = false, ...given }: InitOptions): Promise<number> {
  const { cwd, env, stdout } = environment;
  const fileOf = ({ name }: Draft): string | undefined => out ?? (name === undefined ? undefined : fileNameOf(String(name)));
  const refuseOccupied = (file: string): string | undefined =>
    !force && existsSync(resolve(cwd, file))
      ? `${file} is there already; accepted: another name or --out, or --force to write over it`
      : undefined;
  const object: Objection = (answer, draft) => {
    const file = fileOf(draft);
    if (file === undefined) return undefined;
    const occupied = answer === 'name' && out === undefined ? refuseOccupied(file) : undefined;
    if (occupied !== undefined || draft.accounts === undefined) return occupied;
    const target = resolve(cwd, file);
    return poolOf(draft.accounts, target, env) === target
      ? `${file} would be the target file and the pool; accepted: two files`
      : undefined;
  };
  const refusal = out === undefined ? undefined : refuseOccupied(out);
  if (refusal !== undefined) throw new ConfigurationError(`--out: ${refusal}`);

  const draft = await askForTheRest(environment, readOptions(environment, given, object), object);
  const answers = answersOf(draft);
  const file = fileOf(draft)!;
  const target = resolve(cwd, file);
  const pool = poolOf(answers.accounts, target, env);
  const begun = pool !== undefined && !existsSync(pool);
  // The pool first: should the other fail, the next call finds it and goes on.
  if (begun) write(pool, poolSkeleton(), { flag: 'wx', mode: 0o600 });
  write(target, composeTarget(answers, { schema: schemaFrom(target) }), { flag: force ? 'w' : 'wx' });
  stdout.write(farewell({ answers, file, target, begun, env }));
  return exitCodes.conforming;
}

/** Why an answer cannot stand that is well formed. @param draft holds it, and those before it. */
type Objection = (answer: Answer, draft: Draft) => string | undefined;

/** What the options say, and without a terminal what is supposed of the others. @throws ConfigurationError naming all that is amiss. */
function readOptions({ stdin, stdout }: CliEnvironment, given: InitOptions, object: Objection): Draft {
  const asking = stdin.isTTY === true && stdout.isTTY === true;
  const draft: Draft = {};
  const problems: string[] = [];
  for (const question of questions) {
    const { answer, option, forms, offered, needed } = question;
    const text = given[answer] ?? (asking || needed ? undefined : offered);
    if (text !== undefined) {
      const refusal = take(question, text, draft, object);
      if (refusal !== undefined) problems.push(`${option}: ${refusal}`);
    } else if (!asking) problems.push(`${option}: missing, and no terminal to ask in; accepted: ${forms}`);
  }
  if (problems.length > 0) throw new ConfigurationError(['options of init that are missing or wrong:', ...problems].join('\n  '));
  return draft;
}

/** Asks what the draft leaves open. */
async function askForTheRest({ stdin, stdout, interrupted }: CliEnvironment, draft: Draft, object: Objection): Promise<Draft> {
  const open = questions.filter(({ answer }) => !(answer in draft));
  if (open.length === 0) return draft;
  const terminal = createInterface({ input: stdin, signal: interrupted });
  const lines = terminal[Symbol.asyncIterator]();
  try {
    stdout.write('Enter takes what stands in brackets; Ctrl-C leaves, and writes nothing.\n');
    for (const question of open) {
      let refusal: string | undefined;
      do {
        stdout.write(`\n${question.asks}\n  ${question.forms}\n  [${question.offered}] `);
        const line = await lines.next();
        if (line.done) {
          stdout.write('\n');
          throw new ConfigurationError('init was left before the last question: nothing was written');
        }
        refusal = take(question, line.value.trim() || question.offered, draft, object);
        if (refusal !== undefined) stdout.write(`  ${refusal}\n`);
      } while (refusal !== undefined);
    }
    stdout.write('\n');
    return draft;
  } finally {
    terminal.close();
  }
}

/** Puts an answer in the draft. @returns why it does not. */
function take(question: Question, text: string, draft: Draft, object: Objection): string | undefined {
  const read = readAnswer(question, text);
  if ('refusal' in read) return read.refusal;
  const objection = object(question.answer, { ...draft, [question.answer]: read.value });
  if (objection === undefined) draft[question.answer] = read.value;
  return objection;
}

/** @returns `undefined` while the environment does not say where it is. */
function poolOf(accounts: unknown, target: string, env: NodeJS.ProcessEnv): string | undefined {
  const { data, missing } = expandEnvironment(accounts, env);
  return missing.length > 0 ? undefined : resolve(dirname(target), String(data));
}

/** A file named after the deployment: letters, digits, and what no shell and no file system minds. */
function fileNameOf(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `${plain || 'target'}.yaml`;
}

/** Where an editor finds the schema from a file. It reads no path with a blank or a #, and no path leads to another drive. */
function schemaFrom(target: string): string {
  const schema = join(packageRoot, 'schemas', 'target.schema.json');
  const path = relative(dirname(target), schema).replaceAll('\\', '/');
  if (isAbsolute(path) || /[\s#]/.test(path)) return pathToFileURL(schema).href;
  return path.startsWith('.') ? path : `./${path}`;
}

function write(path: string, text: string, options: { flag: string; mode?: number }): void {
  try {
    writeFileSync(path, text, options);
  } catch (error) {
    throw new ConfigurationError(`${path}: cannot be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`, {
      cause: error,
    });
  }
}

interface Written {
  readonly answers: TargetAnswers;
  /** As the user names it. */
  readonly file: string;
  readonly target: string;
  /** Whether the pool is one to fill in. */
  readonly begun: boolean;
  readonly env: NodeJS.ProcessEnv;
}

function farewell({ answers, file, target, begun, env }: Written): string {
  const { accounts, mail } = answers;
  const lack = lackOf(target, env);
  const path = quoted(file);
  return [
    `${file}: written.`,
    ...(begun ? [`${accounts}: three accounts to fill in; no deployment is tried with it before.`] : []),
    ...(mail.password !== undefined && !holdsVariable(mail.password)
      ? ['mail.password stands there in clear: ${NAME} would take it from the environment.']
      : []),
    `${accounts}, its ledger and its key hold secrets: do not commit them. For .gitignore:\n  ${basename(accounts)}*`,
    ...(lack === undefined ? [] : [`Before anything is sent:\n  ${lack.replaceAll('\n', '\n  ')}`]),
    `Then type:\n  mdpo doctor --target ${path}\n  mdpo run --target ${path}\n`,
  ].join('\n');
}

/** What the file still lacks, in the words of the one who reads it: a variable that is not set, leave to test a public host. */
function lackOf(target: string, env: NodeJS.ProcessEnv): string | undefined {
  try {
    readTargetFile(target, { env });
    return undefined;
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
}

/** To be pasted in a shell. */
function quoted(path: string): string {
  return /^[\p{L}\p{N}._/\\:@%+=,-]+$/u.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
