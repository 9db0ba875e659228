/** Ways past the CAPTCHA of a deployment. Judges nothing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { SeenImage } from '../driver/visitor';
import { CapabilityMissing, TargetUnavailable } from '../verdict/errors';
import { startCommand } from './hooks';
import type { CaptchaOracle } from './target';
import type { TargetFile } from './target-schema';

const TIMEOUT_MS = 30_000;
/** How long a person may look at an image. */
const PATIENCE_MS = 120_000;

/** Where a person is asked for the characters of an image. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** The oracle that a target file describes. @param terminal for `manual`. */
export function createCaptchaOracle(
  captcha: TargetFile['captcha'],
  terminal: Terminal = { input: process.stdin, output: process.stderr },
): CaptchaOracle {
  switch (captcha.strategy) {
    case 'fixed':
      return { read: async () => captcha.value };
    case 'command':
      return { read: (image) => readByCommand(captcha, image) };
    case 'http':
      return { read: (image) => readByHttp(captcha.url, image) };
    case 'manual':
      return { read: (image) => readByPerson(image, terminal) };
    case 'none':
      return { read: async () => missing('la cible déclare « captcha: { strategy: none } » ; en donner un autre') };
  }
}

/** The image on its standard input, or in a file where an argument says `{image}`; the characters on its standard output. */
async function readByCommand({ command, args }: { command: string; args: readonly string[] }, image: SeenImage): Promise<string> {
  const asked = args.some((arg) => arg.includes('{image}'));
  if (!asked) return startCommand('captcha.command', { command, args }, image.bytes, TIMEOUT_MS);
  return withFile(image, (path) => {
    const filled = args.map((arg) => arg.replaceAll('{image}', path));
    return startCommand('captcha.command', { command, args: filled }, undefined, TIMEOUT_MS);
  });
}

/** The image as the body of a POST, the characters as the text of the answer. */
async function readByHttp(url: string, { bytes, contentType }: SeenImage): Promise<string> {
  const { host } = new URL(url);
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      body: Buffer.from(bytes),
      headers: { 'content-type': contentType },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new TargetUnavailable(`l’oracle du CAPTCHA ne répond pas : ${host}`, { cause: error });
  }
  if (!response.ok) throw new TargetUnavailable(`l’oracle du CAPTCHA répond ${response.status} : ${host}`);
  return (await response.text()).trim();
}

/** The path of the image in the terminal; the characters typed there. */
async function readByPerson(image: SeenImage, { input, output }: Terminal): Promise<string> {
  if (input.isTTY !== true) return missing('« captcha: { strategy: manual } » demande un terminal où une personne répond');
  return withFile(image, async (path) => {
    const questions = createInterface({ input, output });
    try {
      const typed = await questions.question(`Image du CAPTCHA : ${path}\nCaractères lus : `, {
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return typed.trim();
    } catch {
      return missing(`personne n’a saisi les caractères de l’image en ${PATIENCE_MS / 1000} s`);
    } finally {
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
