/** Ways past the CAPTCHA of a deployment. Judges nothing. */
import { execFile } from 'node:child_process';
import type { SeenImage } from '../driver/visitor';
import { CapabilityMissing, ConfigurationError, TargetUnavailable } from '../verdict/errors';
import type { CaptchaOracle } from './target';
import type { TargetFile } from './target-file';

const TIMEOUT_MS = 30_000;

/** The oracle that a target file describes. */
export function createCaptchaOracle(captcha: TargetFile['captcha']): CaptchaOracle {
  if (captcha.strategy === 'fixed') return { read: async () => captcha.value };
  if (captcha.strategy === 'command') return { read: (image) => readByCommand(captcha.command, captcha.args, image) };
  if (captcha.strategy === 'http') return { read: (image) => readByHttp(captcha.url, image) };
  return {
    read: async () => {
      throw new CapabilityMissing(
        'un moyen de lire le CAPTCHA',
        'la cible déclare « captcha: { strategy: none } » ; en donner un autre',
      );
    },
  };
}

/** The image on its standard input, the characters on its standard output. */
function readByCommand(command: string, args: readonly string[], { bytes }: SeenImage): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { timeout: TIMEOUT_MS }, (error, stdout) => {
      if (error === null) resolve(stdout.trim());
      else
        reject(
          new ConfigurationError(`captcha.command, given ${command}: it failed (${error.code ?? error.signal ?? 'unknown'})`),
        );
    });
    // A command that does not read its input closes it: what it prints is what counts.
    child.stdin?.on('error', () => {});
    child.stdin?.end(bytes);
  });
}

/** The image as the body of a POST, the characters as the text of the answer. */
async function readByHttp(url: string, { bytes, contentType }: SeenImage): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      body: Buffer.from(bytes),
      headers: { 'content-type': contentType },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new TargetUnavailable(`l’oracle du CAPTCHA ne répond pas : ${url}`, { cause: error });
  }
  if (!response.ok) throw new TargetUnavailable(`l’oracle du CAPTCHA répond ${response.status} : ${url}`);
  return (await response.text()).trim();
}
