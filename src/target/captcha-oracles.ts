/** Ways past the CAPTCHA of a deployment. Judges nothing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { SeenImage } from '../driver/visitor';
import { CapabilityMissing, TargetUnavailable } from '../verdict/errors';
import { isLate, post, startCommand } from './hooks';
import type { CaptchaOracle } from './target';
import type { TargetFile } from './target-schema';

const TIMEOUT_MS = 30_000;
/** How long a person may look at an image. */
const PATIENCE_MS = 120_000;

/** Where a person is asked for the characters of an image. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean; readonly readableEnded?: boolean };
  readonly output: NodeJS.WritableStream;
}

export interface OracleOptions {
  /** For `manual`. Default: that of the process. */
  readonly terminal?: Terminal;
  /** How long a program or an address may take. */
  readonly timeoutMs?: number;
  /** How long a person may take. */
  readonly patienceMs?: number;
}

/** The oracle that a target file describes. */
export function createCaptchaOracle(captcha: TargetFile['captcha'], options: OracleOptions = {}): CaptchaOracle {
  const { terminal = { input: process.stdin, output: process.stderr } } = options;
  const { timeoutMs = TIMEOUT_MS, patienceMs = PATIENCE_MS } = options;
  switch (captcha.strategy) {
    case 'fixed':
      return { read: async () => captcha.value };
    case 'command':
      return { fallible: true, read: (image) => readByCommand(captcha, image, timeoutMs) };
    case 'http':
      return { fallible: true, read: (image) => readByHttp(captcha.url, image, timeoutMs) };
    case 'manual':
      return { fallible: true, read: (image) => readByPerson(image, terminal, patienceMs) };
    case 'none':
      return { read: async () => missing('la cible déclare « captcha: { strategy: none } » ; en donner un autre') };
  }
}

/** The image on its standard input, or in a file where an argument says `{image}`; the characters on its standard output. */
async function readByCommand(
  { command, args }: { command: string; args: readonly string[] },
  image: SeenImage,
  timeoutMs: number,
): Promise<string> {
  const asked = args.some((arg) => arg.includes('{image}'));
  if (!asked) return startCommand('captcha.command', { command, args }, image.bytes, timeoutMs);
  return withFile(image, (path) => {
    const filled = args.map((arg) => arg.replaceAll('{image}', path));
    return startCommand('captcha.command', { command, args: filled }, undefined, timeoutMs);
  });
}

/** The image as the body of a POST, the characters as the text of the answer. */
async function readByHttp(url: string, { bytes, contentType }: SeenImage, timeoutMs: number): Promise<string> {
  const { host } = new URL(url);
  const answer = await post(url, bytes, contentType, timeoutMs).catch((error: unknown) => {
    const late = isLate(error) ? ` en ${timeoutMs / 1000} s` : '';
    throw new TargetUnavailable(`l’oracle du CAPTCHA ne répond pas${late} : ${host}`, { cause: error });
  });
  if (!answer.ok) throw new TargetUnavailable(`l’oracle du CAPTCHA répond ${answer.status} : ${host}`);
  return answer.text;
}

/** The path of the image in the terminal; the characters typed there. */
async function readByPerson(image: SeenImage, { input, output }: Terminal, patienceMs: number): Promise<string> {
  if (input.isTTY !== true) return missing('« captcha: { strategy: manual } » demande un terminal où une personne répond');
  return withFile(image, async (path) => {
    const questions = createInterface({ input, output });
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), patienceMs);
    if (input.readableEnded === true) limit.abort();
    // While a terminal is read, Ctrl-C is a key like any other.
    questions.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    // Ctrl-D: nobody will answer any more.
    questions.on('close', () => limit.abort());
    try {
      return (await questions.question(`Image du CAPTCHA : ${path}\nCaractères lus : `, { signal: limit.signal })).trim();
    } catch {
      return missing(`personne n’a saisi les caractères de l’image (${patienceMs / 1000} s au plus)`);
    } finally {
      clearTimeout(timer);
      questions.close();
    }
  });
}

async function withFile<T>({ bytes, contentType }: SeenImage, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'mdpo-captcha-'));
  try {
    const path = join(folder, `image.${/^image\/(\w+)/.exec(contentType)?.[1] ?? 'bin'}`);
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function missing(hint: string): never {
  throw new CapabilityMissing('un moyen de lire le CAPTCHA', hint);
}
